"""Looks everywhere for a trace of who sent a denunciation."""

import json
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import platformdirs
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from frontdesk.office import ListAsk, PaperAsk
from frontdesk.paper import print_paper
from frontdesk.petitions import PAPERS, Kind, Petitions, Register
from frontdesk.petitions.service.filters import PetitionFilter
from frontdesk.store import Store, entities, find, journal_entries, live
from frontdesk.vietnamese import fold

NAME, GIVEN, PHONE = "Trần Văn Khuyến", "Khuyến", "0912345678"
ADDRESS = "Số 9, ngõ Hàng Chuối"
WHO: dict[str, Any] = {
    "sender": NAME, "sender_phone": PHONE, "sender_address": ADDRESS, "sender_identity": "038099001234",
    "representatives": "Lê Thị Nguyệt Ánh",
}  # fmt: skip
TRACES = (*map(fold, (GIVEN, "Hàng Chuối", "Nguyệt Ánh")), PHONE, "038099001234")


def left_behind(folder: Path) -> Iterator[str]:
    """What lies in the system's temporary folder and in the program's cache, byte for byte and taken apart."""
    for place in (folder / "temporary", platformdirs.user_cache_path("frontdesk")):
        for path in place.rglob("*"):
            yield path.name
            if path.is_file():
                content = path.read_bytes()
                yield from (content.decode(coding, "ignore") for coding in ("utf-8", "utf-16-le"))
                yield from _file_text(path)


def gives_away(text: str) -> bool:
    """Whether a trace of the sender stands in it."""
    return any(trace in fold(text) or trace in text for trace in TRACES)


def tables() -> Iterator[tuple[str, str]]:
    """Every value of every table of the decrypted file, the search index's own tables and the drafts included."""
    names = [row[0] for row in live.execute_sql("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
    for name in names:
        for row in live.execute_sql(f'SELECT * FROM "{name}"').fetchall():
            for value in row:
                yield name, value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _index_terms() -> Iterator[str]:
    live.execute_sql("CREATE VIRTUAL TABLE temp.terms_of_test USING fts5vocab('main', 'search_index', 'row')")
    yield from (row[0] for row in live.execute_sql("SELECT term FROM temp.terms_of_test").fetchall())
    live.execute_sql("DROP TABLE temp.terms_of_test")


def _prints(desk: Petitions, number: str, folder: Path) -> Iterator[str]:
    period = PaperAsk(since=datetime(2026, 1, 1).date(), until=datetime(2026, 12, 31).date())
    folder.mkdir(exist_ok=True)
    for kind in PAPERS:
        paper = desk.paper(kind.name, PaperAsk(number) if "number" in kind.asks else period)
        yield str(paper)
        for ending in kind.formats:
            print_paper(paper, folder / f"{kind.name}.{ending}")
    desk.export_sheet(folder / "register.xlsx", ListAsk(sensitive=True))
    for path in folder.iterdir():
        yield from _file_text(path)


def pdf_text(content: bytes) -> str:
    """The words on the pages."""
    with closing(PdfDocument(content)) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def _file_text(path: Path) -> Iterator[str]:
    """All a file says to who takes it apart: the pages of a PDF and its properties, every part of a Word or Excel."""
    yield path.name
    if path.suffix == ".pdf":
        yield pdf_text(path.read_bytes())
        yield str(PdfReader(path).metadata)
    elif path.suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(path) as box:
            yield from (box.read(name).decode("utf-8", "replace") for name in box.namelist())


def sweep(desk: Petitions, store: Store, number: str, folder: Path) -> list[str]:
    """Where a trace of the sender is left."""
    found = [f"table {name}: {value[:80]}" for name, value in tables() if gives_away(value)]
    found += [f"term {term}" for term in _index_terms() if gives_away(term)]
    found += [f"print {text[:80]}" for text in _prints(desk, number, folder) if gives_away(text)]
    lists = json.dumps(desk.listing(ListAsk(sensitive=True)), ensure_ascii=False)
    history = str(desk.history(number))
    offers = str(desk.likely_duplicates(Register(Kind.DENUNCIATION, "Nhận tiền trái phép", sender=NAME)))
    offers += str(desk.likely_duplicates(Register(Kind.REPORT, "Nhận tiền trái phép", sender=NAME)))
    entries = [str(entry) for entry in journal_entries()]
    drafts = [str(draft) for draft in store.drafts()]
    titles = str(entities(range(1, 500)))
    found += [text[:80] for text in (lists, history, offers, titles, *entries, *drafts) if gives_away(text)]
    found += [f"left behind {text[:80]}" for text in left_behind(folder.parent) if gives_away(text)]
    offices = store.folder.rglob("*")
    found += [f"file {path.name}" for path in offices if gives_away(path.name)]
    found += [f"backup {each.folder}" for each in store.backups() if gives_away(f"{each.folder.name} {each.manifest}")]
    for words in (NAME, GIVEN, PHONE, "chuoi"):
        found += [f"found by {words}: {hit.title}" for hit in find(words)]
        found += [row.number for row in desk.chosen(PetitionFilter(search=words))]
    return found
