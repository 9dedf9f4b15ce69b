"""The papers: what stands on them."""

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from PIL import Image

from frontdesk.errors import RuleBroken
from frontdesk.office import ImportAsk, PaperAsk
from frontdesk.paper import page_count, print_paper, print_pdf
from frontdesk.petitions import PAPERS, Kind, Petitions, Register, asks
from frontdesk.petitions.rules.eligibility import Condition
from frontdesk.petitions.rules.words import Contact, Route
from frontdesk.sheet import read
from frontdesk.store import Store, journal_entries
from tests.frontdesk.petitions.conftest import Settable
from tests.frontdesk.petitions.test_importing import SAMPLE

YEAR = PaperAsk(since=date(2026, 1, 1), until=date(2026, 12, 31))
NUMBER = "KN-2026-0061"


@pytest.fixture
def full(desk: Petitions, clock: Settable, tmp_path: Path) -> Petitions:
    """The sample register and one complaint with a scan, answered and told."""
    clock.moment = datetime(2026, 10, 1, 9)
    desk.import_sheet(ImportAsk(SAMPLE))
    row = desk.register(
        Register(
            Kind.COMPLAINT, "Tính sai tiền đền bù <b>đất</b> & nhà", received=date(2026, 9, 1), sender="Lê Thị An",
            sender_address="Số 5, Khu phố 3", people=7, field="Đất đai", papers_received="02 bản photo",
        )
    )  # fmt: skip
    assert row.number == NUMBER
    scan = tmp_path / "don.png"
    Image.new("L", (600, 800), 220).save(scan, "PNG")
    desk.attach(asks.Attach(NUMBER, str(scan)))
    day = date(2026, 9, 3)
    desk.classify(asks.Classify(NUMBER, Route.FORWARD, lacks=(Condition.SIGNED,), to="UBND phường", day=day))
    desk.forward(asks.Forward(NUMBER, "UBND phường", "15/PC-MTTQ-BTT", day=day))
    return desk


def _text(desk: Petitions, kind: str, ask: PaperAsk) -> str:
    stream = BytesIO()
    print_pdf(desk.paper(kind, ask), stream)
    with pdfplumber.open(stream) as pdf:
        return " ".join(" ".join((page.extract_text() or "").split()) for page in pdf.pages)


EXPECTED = {
    "slip": ("GIẤY BIÊN NHẬN", "Họ và tên người gửi: Lê Thị An", "Số người cùng đứng tên: 7", "02 bản photo"),
    "proposal": ("PHIẾU ĐỀ XUẤT XỬ LÝ ĐƠN", "Hướng xử lý: Chuyển đơn đến UBND phường", "Điều 27 Luật Khiếu nại 2011"),
    "guidance": ("PHIẾU HƯỚNG DẪN", "gửi đơn đến UBND phường"),
    "return": ("THÔNG BÁO", "Về việc trả lại đơn khiếu nại", "Lý do trả lại"),
    "transfer": (
        "Số: 15/PC-MTTQ-BTT",
        "Kính gửi: UBND phường",
        "<b>đất</b> & nhà",
        "chậm nhất ngày 14 tháng 9 năm 2026",
    ),
    "reminder": ("V/v đôn đốc giải quyết đơn KN-2026-0061", "1 đơn quá thời hạn", "03/09/2026"),
    "result": ("Kết quả giải quyết đơn khiếu nại", "UBND phường đã trả lời"),
    "case": ("HỒ SƠ VỤ VIỆC", "1. don.png (1 trang)", "Chuyển đơn"),
}


@pytest.mark.parametrize("kind", EXPECTED)
def test_a_paper_on_one_petition_says(full: Petitions, kind: str) -> None:
    text = _text(full, kind, PaperAsk(NUMBER))
    for words in EXPECTED[kind]:
        assert words in text


def test_every_paper_prints_in_all_its_formats_the_same_twice(full: Petitions, tmp_path: Path) -> None:
    for kind in PAPERS:
        for ending in kind.formats:
            paths = [tmp_path / f"{kind.name}-{turn}.{ending}" for turn in (1, 2)]
            for path in paths:
                print_paper(full.paper(kind.name, PaperAsk(NUMBER) if "number" in kind.asks else YEAR), path)
            assert paths[0].read_bytes() == paths[1].read_bytes()


def test_printing_writes_nothing(full: Petitions, store: Store) -> None:
    before = [entry.hash for entry in journal_entries()]
    for kind in PAPERS:
        full.paper(kind.name, PaperAsk(NUMBER) if "number" in kind.asks else YEAR)
    assert [entry.hash for entry in journal_entries()] == before


def test_the_reception_book_has_its_twelve_columns_landscape(full: Petitions) -> None:
    stream = BytesIO()
    print_pdf(full.paper("reception-book", YEAR), stream)
    with pdfplumber.open(stream) as pdf:
        page = pdf.pages[0]
        assert page.width > page.height
        text = page.extract_text()
    assert "(12)" in text
    assert "(13)" not in text
    assert "Lê Thị An" in text
    assert "Đỗ Văn Trung" not in text


def test_the_reception_book_goes_by_the_day_people_came(full: Petitions) -> None:
    for day, sender in ((9, "Hoàng Văn Sau"), (7, "Hoàng Văn Trước")):
        full.register(Register(Kind.REPORT, "Đường ngập", received=date(2026, 9, day), sender=sender))
    text = _text(full, "reception-book", YEAR)
    assert text.index("Trước") < text.index("Sau")


def test_the_reception_book_masks_identity_papers_unless_they_are_asked_for(full: Petitions) -> None:
    number, said = "038099001234", "Trần Thị Bé"
    full.register(Register(Kind.REPORT, "Đường ngập", received=date(2026, 9, 7), sender=said, sender_identity=number))
    masked = _text(full, "reception-book", YEAR)
    assert said in masked
    assert number not in masked
    assert "********1234" in masked
    before = len(list(journal_entries()))
    assert number in _text(full, "reception-book", replace(YEAR, sensitive=True))
    assert [entry.deed for entry in list(journal_entries())[before:]] == ["petitions.show_sensitive"]


def test_a_scan_fills_a_page_of_the_case_file(full: Petitions) -> None:
    stream = BytesIO()
    print_pdf(full.paper("case", PaperAsk(NUMBER)), stream)
    pages = page_count(stream.getvalue())
    full.detach(asks.Detach(NUMBER, "don.png", "gửi nhầm"))
    stream = BytesIO()
    print_pdf(full.paper("case", PaperAsk(NUMBER)), stream)
    assert page_count(stream.getvalue()) == pages - 1


def test_the_list_upward_keeps_what_has_no_answer(full: Petitions) -> None:
    text = _text(full, "upward-list", PaperAsk(since=date(2026, 9, 1), until=date(2026, 9, 30)))
    assert "Phan Văn Cường" in text
    assert "Trương Hữu Nam" not in text
    assert "Cộng: 1 kiến nghị, trong đó 1 chưa có trả lời." in text


def test_a_letter_urges_an_agency_for_everything_it_owes(full: Petitions) -> None:
    full.urge(asks.Urge(NUMBER))
    text = _text(full, "reminder", PaperAsk("Công an phường"))
    assert "V/v đôn đốc giải quyết 4 đơn" in text
    with pytest.raises(RuleBroken):
        full.paper("reminder", PaperAsk("Phòng không có"))


def test_the_report_prints_the_totals_of_the_list(full: Petitions) -> None:
    full.answer(asks.Answer(NUMBER, "trả thêm tiền"))
    full.tell(asks.Tell(NUMBER, Contact.PHONE, satisfied=True))
    figures = full.statistics(date(2026, 4, 1), date(2026, 6, 30))
    text = _text(full, "petition-report", PaperAsk(since=date(2026, 4, 1), until=date(2026, 6, 30)))
    total = figures.total
    assert "quý II năm 2026" in text
    assert f"Kỳ trước chuyển sang {total.carried_over} đơn; tiếp nhận trong kỳ {total.received} đơn" in text
    assert f"{figures.answered.part}/{figures.answered.whole}" in text


def test_the_sheet_for_other_systems_lists_every_petition(full: Petitions, tmp_path: Path) -> None:
    path = tmp_path / "ke.xlsx"
    print_paper(full.paper("petition-rekeying", YEAR), path)
    numbers = {cell for row in read(path).grids[0].rows for cell in row if str(cell).startswith("KN-")}
    assert numbers == {f"KN-2026-{count:04}" for count in range(1, 62)}
