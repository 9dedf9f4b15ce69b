"""Sensitive columns stand nowhere until asked for, and a blanked person nowhere at all."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from python_calamine import CalamineWorkbook

from frontdesk.office import ListAsk, PaperAsk
from frontdesk.paper import print_docx, print_pdf
from frontdesk.roster import (
    PAPERS,
    Admit,
    Appoint,
    Attend,
    BlankPerson,
    BodyKind,
    Commend,
    Correct,
    EndMembership,
    FoundBody,
    HoldCourse,
    JoinPeople,
    NoteVisit,
    Roster,
    SetPhoto,
    Sex,
)
from frontdesk.store import Store, find, journal_entries, live

COMMITTEE = "Ủy ban MTTQ Việt Nam phường Hoàn Kiếm"
HIDDEN = ("Xtiêng", "Tin Lành", "03/02/1999", "1999-02-03")
PNG = b"\x89PNG\r\n\x1a\n" + b"anh cua Xuyen"
EVERYTHING = PaperAsk(since=date(2020, 1, 1), until=date(2026, 12, 31))


@pytest.fixture
def kept(roster: Roster, tmp_path: Path) -> Roster:
    """Somebody with everything there can be, under two numbers that were joined."""
    roster.found_body(FoundBody(BodyKind.COMMITTEE, since=date(2021, 1, 1)))
    person = Admit(
        "Vũ Thị Xuyến", Sex.FEMALE, date(1956, 6, 25), phone="0912345678", ethnicity="Xtiêng", religion="Tin Lành",
        party=True, party_since=date(1999, 2, 3), address="Số 5 ngõ Xuyến", occupation="Thợ may", area="Khu phố 1",
        post="Trưởng ban", since=date(2021, 6, 22),
    )  # fmt: skip
    roster.admit(person)
    roster.admit(Admit("Vũ Thị Xuyến", birth_year=1957, note="Xuyến, bản ghi thứ hai", namesake=True))
    roster.join_people(JoinPeople("NG-0001", "NG-0002"))
    roster.appoint(Appoint("NG-0001", COMMITTEE, "Ủy viên", since=date(2021, 1, 1), represents="Hội của bà Xuyến"))
    roster.end_membership(EndMembership("NG-0001", COMMITTEE, until=date(2026, 5, 1), note="bà Xuyến xin thôi"))
    roster.hold_course(HoldCourse("Nghiệp vụ", date(2026, 3, 1)))
    roster.attend(Attend("Nghiệp vụ", ("NG-0001",), "Bà Xuyến đạt loại giỏi"))
    roster.commend(Commend("Giấy khen", date(2025, 11, 18), number="NG-0001", merit="Bà Xuyến có công"))
    roster.note_visit(NoteVisit("Xã Hòa Bình", date(2026, 3, 1), visitors=("NG-0001",)))
    (tmp_path / "anh.png").write_bytes(PNG)
    roster.set_photo(SetPhoto("NG-0001", tmp_path / "anh.png"))
    return roster


def paper_asks(sensitive: bool) -> list[tuple[str, PaperAsk]]:
    whose = {"data-subject": "NG-0001", "badges": "NG-0001"}
    asks = []
    for kind in PAPERS:
        number = whose.get(kind.name, "Khu phố 1") if "number" in kind.asks and kind.name != "changes" else None
        asks.append((kind.name, PaperAsk(number, date(2020, 1, 1), date(2026, 6, 22), sensitive=sensitive)))
    return asks


def printed(roster: Roster, kind: str, ask: PaperAsk) -> str:
    """All that stands on a paper, and in the Word file where there is one."""
    paper, pdf, word = roster.paper(kind, ask), io.BytesIO(), io.BytesIO()
    print_pdf(paper, pdf)
    if "docx" in next(each.formats for each in PAPERS if each.name == kind):
        print_docx(paper, word)
    with pdfplumber.open(pdf) as document:
        text = " ".join(page.extract_text() for page in document.pages)
    return f"{text} {docx_text(word.getvalue())}"


def docx_text(content: bytes) -> str:
    if not content:
        return ""
    import docx

    document = docx.Document(io.BytesIO(content))
    return " ".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)


def exported(roster: Roster, path: Path, *, sensitive: bool) -> str:
    roster.export_sheet(path, ListAsk(sensitive=sensitive))
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    return " ".join(str(cell) for row in rows for cell in row)


def everything_read(roster: Roster, path: Path) -> dict[str, str]:
    """What every list, paper, export and row that a window reads says, nobody having asked for more."""
    ask = ListAsk(since=date(2020, 1, 1), until=date(2026, 6, 22))
    lists = {name: getattr(roster, name)(ask) for name in dir(roster) if name.startswith("list_")}
    told: dict[str, Any] = {
        **lists,
        "list": roster.listing(ListAsk()),
        "page": roster.page(),
        "card": roster.card("NG-0001").person,
        "found": roster.find_people("vu thi"),
        "namesakes": roster.namesakes("Vũ Thị Xuyến", None, 1956, None),
        "members": roster.members(area="Khu phố 1"),
        "birthdays": roster.birthdays(),
        "elders": roster.elders(),
        "changes": roster.changes(date(2020, 1, 1), date(2026, 6, 22)),
        "export": exported(roster, path, sensitive=False),
        **{f"paper {kind}": printed(roster, kind, asked) for kind, asked in paper_asks(sensitive=False)},
    }
    return {name: str(rows) for name, rows in told.items()}


def shown(roster: Roster) -> int:
    return sum(entry.deed == "roster.show_sensitive" for entry in journal_entries())


def test_no_list_paper_or_export_tells_what_nobody_asked_for(kept: Roster, tmp_path: Path) -> None:
    told = everything_read(kept, tmp_path / "ra.xlsx")
    assert all("Xuyến" in told[name] for name in ("list", "card", "export", "paper roster", "list_changes"))
    assert [(name, word) for name, text in told.items() for word in HIDDEN if word in text] == []
    assert [name for name, text in told.items() if "party=True" in text or "'party': True" in text] == []
    assert shown(kept) == 0


@pytest.mark.parametrize("kind", ["roster", "data-subject"])
def test_a_paper_that_tells_more_is_journalled(kept: Roster, kind: str) -> None:
    asked = dict(paper_asks(sensitive=True))[kind]
    assert "Xtiêng" in printed(kept, kind, asked)
    assert shown(kept) == 1


@pytest.mark.parametrize("kind", [kind.name for kind in PAPERS if kind.name not in ("roster", "data-subject")])
def test_other_papers_have_no_such_columns_even_when_asked(kept: Roster, kind: str) -> None:
    text = printed(kept, kind, dict(paper_asks(sensitive=True))[kind])
    assert [word for word in HIDDEN if word in text] == []


def test_a_list_and_an_export_that_tell_more_are_journalled(kept: Roster, tmp_path: Path) -> None:
    assert "Xtiêng" in str(kept.listing(ListAsk(sensitive=True)))
    assert "Tin Lành" in exported(kept, tmp_path / "ra.xlsx", sensitive=True)
    assert shown(kept) == 2


def test_a_wrong_entry_is_corrected_at_the_persons_request(kept: Roster) -> None:
    kept.correct(Correct("NG-0001", phone="0987 654 321", clear=("religion", "party")))
    text = printed(kept, "data-subject", PaperAsk("NG-0001", sensitive=True))
    assert ("0987654321" in text, "Tin Lành" in text, "Sửa thông tin" in text) == (True, False, True)


def everywhere(store: Store) -> str:
    """Every value of every table of the office's file."""
    tables = [name for name in live.get_tables() if not name.startswith(("search_index", "sqlite"))]
    rows = (row for table in tables for row in live.execute_sql(f'SELECT * FROM "{table}"').fetchall())
    return "\n".join(
        value.decode(errors="replace") if isinstance(value, bytes) else str(value) for row in rows for value in row
    )


def test_a_blanked_person_is_nowhere_in_the_file_any_more(kept: Roster, roster_store: Store) -> None:
    roster_store.keep_draft("roster/NG-0001", {"name": "Vũ Thị Xuyến", "note": "sửa"})
    roster_store.keep_draft("roster/new", {"name": "Trần Văn Bình"})
    photo = kept.photo("NG-0001")
    assert photo == PNG
    files = {path for path in roster_store.folder.glob("files/*/*") if path.is_file()}
    before = everywhere(roster_store)
    secrets = ("Xuyến", "xuyen", "0912345678", "Xtiêng", "Tin Lành", "Thợ may")
    assert all(word in before for word in secrets[:1] + secrets[2:])
    kept.blank_person(BlankPerson("NG-0001", "chủ thể dữ liệu yêu cầu"))
    after = everywhere(roster_store)
    assert [word for word in secrets if word in after] == []
    assert "chủ thể dữ liệu yêu cầu" in after
    assert find("xuyen") == []
    assert kept.photo("NG-0001") is None
    assert not files & {path for path in roster_store.folder.glob("files/*/*") if path.is_file()}
    assert [draft.key for draft in roster_store.drafts()] == ["roster/new"]
    assert kept.person("NG-0002").name == "(đã xóa)"
    assert (kept.count(), kept.composition().total) == (0, 0)
    assert [finding.fault for finding in kept.check() if finding.fault] == []
