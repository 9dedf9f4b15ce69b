"""The whole case file: its own pages, then those of the scans as they are, each scan under its bookmark."""

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from frontdesk.errors import RuleBroken
from frontdesk.office import PaperAsk
from frontdesk.paper import Heading, PageBreak, Paper, Paragraph, print_docx, print_pdf
from frontdesk.petitions import Kind, Petitions, Register, asks
from frontdesk.petitions.deeds import ATTACH
from frontdesk.store import Store

FIRST, SECOND = "Đơn phản ánh đường ngập", "Trang thứ hai của đơn"


def scan_pdf(*, user: str | None = None, owner: str | None = None) -> bytes:
    stream = io.BytesIO()
    print_pdf(Paper("Đơn", "", (Heading(FIRST), PageBreak(), Paragraph(SECOND))), stream)
    if user is None and owner is None:
        return stream.getvalue()
    writer = PdfWriter(clone_from=stream)
    writer.encrypt(user or "", owner)
    locked = io.BytesIO()
    writer.write(locked)
    return locked.getvalue()


@pytest.fixture
def number(desk: Petitions) -> str:
    return desk.register(Register(Kind.REPORT, "Đường ngập", sender="Lê Thị An")).number


def attach(desk: Petitions, number: str, folder: Path, name: str, content: bytes) -> None:
    path = folder / name
    path.write_bytes(content)
    desk.attach(asks.Attach(number, str(path)))


def keep(desk: Petitions, store: Store, number: str, name: str, content: bytes) -> None:
    """Lay a file to a petition that a scan of today would be refused as."""
    with store.change(ATTACH) as change:
        change.attach(desk.petition(number).id, name, len(content), store.vault.put(content))


def printed(desk: Petitions, number: str) -> bytes:
    stream = io.BytesIO()
    print_pdf(desk.paper("case", PaperAsk(number)), stream)
    return stream.getvalue()


def bookmarks(reader: PdfReader) -> dict[str, int | None]:
    return {
        str(item.title): reader.get_destination_page_number(item)
        for item in reader.outline
        if not isinstance(item, list) and str(item.title).startswith("Tài liệu")
    }


def picture() -> bytes:
    stream = io.BytesIO()
    Image.new("L", (60, 80), 200).save(stream, "PNG")
    return stream.getvalue()


def test_scanned_pages_follow_as_they_are_under_bookmarks(desk: Petitions, number: str, tmp_path: Path) -> None:
    attach(desk, number, tmp_path, "đơn.pdf", scan_pdf())
    attach(desk, number, tmp_path, "ảnh.png", picture())
    reader = PdfReader(io.BytesIO(printed(desk, number)))
    own = len(reader.pages) - 3
    assert bookmarks(reader) == {"Tài liệu 1: đơn.pdf": own, "Tài liệu 2: ảnh.png": own + 2}
    texts = [" ".join(page.extract_text().split()) for page in reader.pages]
    assert "1. đơn.pdf (2 trang)" in "".join(texts[:own])
    assert "2. ảnh.png (1 trang)" in "".join(texts[:own])
    assert (FIRST in texts[own], SECOND in texts[own + 1]) == (True, True)
    assert len(reader.pages[own + 2].images) == 1
    assert reader.metadata is not None
    assert reader.metadata.title == f"Hồ sơ {number}"
    assert (reader.trailer["/Root"]["/Lang"], reader.page_mode) == ("vi", "/UseOutlines")  # type: ignore[index]


def test_equal_case_files_are_equal_to_the_byte(desk: Petitions, number: str, tmp_path: Path) -> None:
    attach(desk, number, tmp_path, "đơn.pdf", scan_pdf(owner="chỉ khóa in ấn"))
    attach(desk, number, tmp_path, "ảnh.png", picture())
    assert printed(desk, number) == printed(desk, number)


def test_a_scan_locked_against_changes_only_is_enclosed(desk: Petitions, number: str, tmp_path: Path) -> None:
    attach(desk, number, tmp_path, "đơn.pdf", scan_pdf(owner="chỉ khóa in ấn"))
    reader = PdfReader(io.BytesIO(printed(desk, number)))
    assert not reader.is_encrypted
    assert FIRST in reader.pages[-2].extract_text()


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("đơn.pdf", scan_pdf(user="mật khẩu"), "locked with a password"),
        ("đơn.pdf", b"%PDF-1.4 broken off", "cannot be opened"),
        ("đơn.pdf", b"no PDF at all", "cannot be opened"),
        ("ảnh.png", picture()[:40], "cannot be opened"),
    ],
)
def test_a_scan_that_cannot_be_opened_is_refused_with_a_word_on_what_to_do(
    desk: Petitions, number: str, tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    with pytest.raises(RuleBroken, match=says):
        attach(desk, number, tmp_path, name, content)
    assert desk.files(number) == []


@pytest.mark.parametrize(
    ("name", "content"), [("cũ.pdf", b"%PDF-1.4 broken off"), ("khóa.pdf", scan_pdf(user="mật khẩu"))]
)
def test_one_file_that_cannot_be_opened_does_not_hold_up_the_others(
    desk: Petitions, store: Store, number: str, tmp_path: Path, name: str, content: bytes
) -> None:
    keep(desk, store, number, name, content)
    attach(desk, number, tmp_path, "đơn.pdf", scan_pdf())
    reader = PdfReader(io.BytesIO(printed(desk, number)))
    assert list(bookmarks(reader)) == ["Tài liệu 2: đơn.pdf"]
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert f"1. {name} (không mở được: tệp hỏng hoặc có mật khẩu; xem bản giấy)" in text


def test_word_shows_the_pages_as_pictures(desk: Petitions, number: str, tmp_path: Path) -> None:
    attach(desk, number, tmp_path, "đơn.pdf", scan_pdf())
    stream = io.BytesIO()
    print_docx(desk.paper("case", PaperAsk(number)), stream)
    with zipfile.ZipFile(stream) as box:
        pictures = [name for name in box.namelist() if name.startswith("word/media/")]
        assert len(pictures) == 2
        assert "Tài liệu 1: đơn.pdf" in box.read("word/document.xml").decode()
