"""Every paper of the fund on a page: the fields the law names, blanks where nothing is known."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pdfplumber
import pytest

from frontdesk.errors import RuleBroken
from frontdesk.fund import PAPERS, Fund
from frontdesk.fund.deeds.closing import CountCash, Notes
from frontdesk.fund.deeds.people import RegisterHousehold
from frontdesk.fund.deeds.vouchers import Goods, Pay, Post, Receive, Reverse, SetOpening, TakeIn
from frontdesk.fund.deeds.works import DrawUp, FundHouse, SurveyHouse
from frontdesk.fund.rules.kinds import Category, HouseWork, MoneySource
from frontdesk.office import ImportAsk, Office, PaperAsk
from frontdesk.paper import BookTable, print_paper
from frontdesk.store import journal_entries, open_store
from tests.frontdesk.fund.conftest import PASSPHRASE, USER, StandingClock, office

SAMPLE = Path(__file__).parents[2] / "data" / "sheets" / "cashbook.xlsx"


@pytest.fixture(scope="module")
def busy_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with something for each paper, filled once; never opened again, only copied."""
    folder = tmp_path_factory.mktemp("busy") / "office"
    with office(folder) as desk:
        fill(desk)
    return folder


def fill(desk: Fund) -> None:
    """Something for each paper."""
    desk.set_opening(SetOpening(18_450_000))
    for index in range(60):
        draft = desk.receive(Receive(21_121_000, f"Ủng hộ {index}", "Công ty <b>Minh & Phát</b>", day=date(2026, 7, 1)))
        desk.post(Post(draft.draft or ""))
    paid = desk.pay(Pay(300_000, "Quà Tết", "Bà Hoàng Thị Mai", "Quà Tết", "15/QĐ-BVĐ"))
    desk.post(Post(paid.draft or ""))
    desk.reverse(Reverse("PT-2026-0002", "Ghi nhầm"))
    desk.post(Post(desk.take_in(TakeIn((Goods("Gạo", 200, "kg", 15_000),), "Nhận gạo", "Ông An")).draft or ""))
    desk.receive(Receive(None, "Phiếu trống"))
    desk.register_household(RegisterHousehold("Đỗ Công Chiến", "Khu phố 3", Category.POOR, citizen_id="079012345678"))
    desk.draw_up(DrawUp("Tặng quà Tết", "Quà Tết"))
    desk.survey_house(SurveyHouse("HO-0001", HouseWork.NEW, "Nhà dột"))
    desk.fund_house(FundHouse("NDK-2026-0001", MoneySource.COMMUNE, 60_000_000))
    desk.count_cash(CountCash((Notes(500_000, 2),), reason="Chưa rõ"))


@pytest.fixture
def busy(busy_folder: Path, tmp_path: Path, clock: StandingClock) -> Iterator[Fund]:
    """A fund with something for each paper."""
    opened = open_store(Path(shutil.copytree(busy_folder, tmp_path / "office")), USER, PASSPHRASE, clock=clock)
    yield Fund(opened, Office(opened))
    opened.close()


@pytest.fixture
def printed(busy: Fund, tmp_path: Path) -> Callable[..., list[str]]:
    """Prints a paper and gives the words of each page."""

    def text_of(kind: str, number: str | None = None) -> list[str]:
        path = tmp_path / "paper.pdf"
        print_paper(busy.paper(kind, PaperAsk(number)), path)
        with pdfplumber.open(path) as document:
            return [page.extract_text() for page in document.pages]

    return text_of


NUMBERS = {
    "voucher": "PT-2026-0001",
    "distribution": "DS-2026-0001",
    "house-papers": "NDK-2026-0001",
    "thanks": "PT-2026-0001",
    "acknowledgement": "HV-2026-0001",
    "cash-count": "KK-2026-0001",
}


@pytest.mark.parametrize("kind", PAPERS, ids=lambda kind: kind.name)
def test_every_paper_prints_in_each_of_its_formats_and_writes_nothing(busy: Fund, tmp_path: Path, kind: object) -> None:
    entries = len(list(journal_entries()))
    name, formats = kind.name, kind.formats  # type: ignore[attr-defined]
    for ending in formats:
        path = tmp_path / f"paper.{ending}"
        paper = busy.paper(name, PaperAsk(NUMBERS.get(name)))
        print_paper(paper, path)
        assert path.stat().st_size > 1_000
        print_paper(busy.paper(name, PaperAsk(NUMBERS.get(name))), tmp_path / f"again.{ending}")
        assert path.read_bytes() == (tmp_path / f"again.{ending}").read_bytes()
    assert len(list(journal_entries())) == entries


def test_a_receipt_stands_twice_on_its_sheet_with_the_seven_contents(printed: Callable[..., list[str]]) -> None:
    (page,) = printed("voucher", "PT-2026-0001")
    for words in (
        "PHIẾU THU",
        "Số: PT-2026-0001",
        "Ngày 01 tháng 7 năm 2026",
        "Đơn vị:",
        "Địa chỉ:",
        "Nội dung: Ủng hộ 0",
        "Số tiền: 21.121.000 đồng",
        "Hai mươi mốt triệu một trăm hai mươi mốt nghìn đồng",
        "NGƯỜI NỘP",
        "THỦ QUỸ",
        "KẾ TOÁN",
        "Nợ: Tiền mặt",
    ):
        assert page.count(words) >= 2, words


def test_a_payment_with_its_exception_still_stands_twice_on_its_sheet(printed: Callable[..., list[str]]) -> None:
    (page,) = printed("voucher", "PC-2026-0001")
    assert page.count("Ngoại lệ kế toán kiêm thủ quỹ: đơn vị") == 2
    assert page.count("Căn cứ duyệt chi: 15/QĐ-BVĐ") == 2


def test_the_minutes_of_a_count_are_one_page_with_book_count_difference_and_reason(
    printed: Callable[..., list[str]],
) -> None:
    (page,) = printed("cash-count", "KK-2026-0001")
    for words in (
        "I. Số dư theo sổ quỹ: 1.264.289.000 đồng",
        "II. Số kiểm kê thực tế, bằng số và bằng chữ: 1.000.000 đồng (Một triệu đồng)",
        "III. Chênh lệch (II - I): thiếu 1.263.289.000 đồng",
        "Lý do: Chưa rõ",
    ):
        assert words in page


def test_a_blank_amount_prints_blank_on_a_draft(printed: Callable[..., list[str]]) -> None:
    text = "\n".join(printed("voucher", "NHAP-0063"))
    assert "DỰ THẢO" in text
    assert "Không đồng" not in text
    assert "0 đồng" not in text


def test_a_reversal_says_so_and_why(printed: Callable[..., list[str]]) -> None:
    text = "\n".join(printed("voucher", "PT-2026-0061"))
    for words in ("ghi số âm", "Hủy PT-2026-0002", "-21.121.000 đồng", "Âm hai mươi mốt triệu", "Lý do hủy: Ghi nhầm"):
        assert words in text


def test_the_cash_book_carries_its_sums_from_page_to_page(printed: Callable[..., list[str]], busy: Fund) -> None:
    pages = printed("cashbook")
    assert len(pages) > 2
    for page in pages[:-1]:
        assert "Cộng mang sang" in page
    for page in pages[1:]:
        assert "Số trang trước chuyển sang" in page
    assert all(f"Mã kiểm chứng sổ: {busy.fingerprint()}" in page for page in pages)
    assert "Số dư cuối kỳ 1.264.289.000" in pages[-1].replace("\n", " ")


def test_sums_of_nothing_are_blank_in_a_book(desk: Fund) -> None:
    def sums() -> list[tuple[object, ...]]:
        (table,) = (block for block in desk.paper("cashbook", PaperAsk()).blocks if isinstance(block, BookTable))
        return [row.cells[5:8] for row in (*([table.opening] if table.opening else []), *table.closing)]

    assert sums() == [(None, None, None)] * 3
    desk.post(Post(desk.receive(Receive(300_000, "Ủng hộ", "Ông An")).draft or ""))
    assert sums() == [(None, None, 0), (300_000, None, None), (None, None, 300_000)]
    desk.reverse(Reverse("PT-2026-0001", "Ghi nhầm"))
    assert sums()[1:] == [(0, None, None), (None, None, 0)]


def test_the_signed_list_has_eleven_columns_and_a_masked_number(printed: Callable[..., list[str]]) -> None:
    text = " ".join(printed("distribution", "DS-2026-0001"))
    assert "(11)" in text
    assert "********5678" in text
    assert "079012345678" not in text
    assert "Năm trăm nghìn đồng" in text


def test_the_form_of_a_cash_count_is_blank_until_something_was_counted(printed: Callable[..., list[str]]) -> None:
    text = "\n".join(printed("cash-count"))
    assert "Thiếu" not in text
    assert "Không đồng" not in text


def test_the_report_balances_on_paper(printed: Callable[..., list[str]]) -> None:
    text = "\n".join(printed("fund-report"))
    for words in ("1. Số dư đầu kỳ 18.450.000", "2. Thu trong kỳ 1.246.139.000", "3. Chi trong kỳ 300.000"):
        assert words in text
    assert "4. Số dư cuối kỳ (1 + 2 - 3) 1.264.289.000" in text


def test_the_disclosure_has_no_empty_column_of_donors(desk: Fund, tmp_path: Path) -> None:
    def printed_headers() -> str:
        print_paper(desk.paper("disclosure", PaperAsk()), tmp_path / "public.pdf")
        with pdfplumber.open(tmp_path / "public.pdf") as document:
            return document.pages[0].extract_text()

    desk.import_sheet(ImportAsk(SAMPLE))
    assert "Người ủng hộ" not in printed_headers()
    assert "Trường THCS Hải Đông ủng hộ 6.000.000" in printed_headers()
    desk.post(Post(desk.receive(Receive(300_000, "Nhà Đại đoàn kết", "Ông Trần An")).draft or ""))
    assert "Người ủng hộ" in printed_headers()


def test_a_paper_about_one_document_asks_for_its_number(desk: Fund) -> None:
    with pytest.raises(RuleBroken) as refused:
        desk.paper("voucher", PaperAsk())
    assert refused.value.code == "fund.paper.no_number"


@pytest.mark.parametrize(("kind", "words"), [("thanks", "Kính gửi: ……"), ("acknowledgement", "ghi nhận\n……")])
def test_a_letter_for_a_gift_whose_giver_the_old_book_did_not_name_has_dots_to_write_on(
    desk: Fund, tmp_path: Path, kind: str, words: str
) -> None:
    desk.import_sheet(ImportAsk(SAMPLE))
    print_paper(desk.paper(kind, PaperAsk("PT-2026-0001")), tmp_path / "letter.pdf")
    with pdfplumber.open(tmp_path / "letter.pdf") as document:
        assert words in document.pages[0].extract_text()


def test_only_a_gift_is_thanked_for(busy: Fund) -> None:
    with pytest.raises(RuleBroken) as refused:
        busy.paper("thanks", PaperAsk("PC-2026-0001"))
    assert refused.value.code == "fund.paper.no_gift"


LONG_NAME = ("Hợp tác xã Dịch vụ Nông nghiệp Tổng hợp và Đầu tư Phát triển Nông thôn mới kiểu mẫu " * 3)[:250].strip()
TWELVE_LINES = ("Ủng hộ xây nhà Đại đoàn kết cho hộ đặc biệt khó khăn ở khu phố Chín; " * 14)[:960].strip()


@pytest.mark.parametrize(
    ("name", "reason", "pages"),
    [
        pytest.param("Ông An", "Ủng hộ", 1, id="short"),
        pytest.param(LONG_NAME, "Ủng hộ", 1, id="a name of 250 letters"),
        pytest.param(LONG_NAME, TWELVE_LINES, 1, id="and a reason of twelve lines"),
        pytest.param("Ông An", "chữ" * 3_000, 10, id="what no half a sheet can hold"),
    ],
)
def test_two_copies_of_a_voucher_share_a_sheet_however_long_its_names(
    desk: Fund, tmp_path: Path, name: str, reason: str, pages: int
) -> None:
    draft = desk.receive(Receive(1_234_567, reason, name, address=name[:120], documents="02 chứng từ gốc"))
    number = desk.post(Post(draft.draft or "")).number
    path = tmp_path / "paper.pdf"
    print_paper(desk.paper("voucher", PaperAsk(number)), path)
    with pdfplumber.open(path) as document:
        assert len(document.pages) <= pages
        sheet = document.pages[0]
        assert min(char["size"] for char in sheet.chars) >= 6.5
        if pages == 1:
            text = sheet.extract_text()
            assert text.count("PHIẾU THU") == text.count("1.234.567 đồng") == text.count("THỦ QUỸ") == 2
            assert max(char["bottom"] for char in sheet.chars) <= sheet.height - 20 / 25.4 * 72 + 1
            middle = [word["top"] for word in sheet.extract_words() if word["text"] == "PHIẾU"]
            assert middle[1] > sheet.height / 2


def test_things_given_stand_twice_on_a_sheet_while_they_are_few(desk: Fund, tmp_path: Path) -> None:
    for count, pages in ((8, 1), (9, 2)):
        goods = tuple(Goods(f"Mặt hàng thứ {each}", each, "kg", 15_000, "mới") for each in range(1, count + 1))
        draft = desk.take_in(TakeIn(goods, "Ủng hộ bà con vùng lũ", LONG_NAME))
        path = tmp_path / f"{count}.pdf"
        print_paper(desk.paper("voucher", PaperAsk(desk.post(Post(draft.draft or "")).number)), path)
        with pdfplumber.open(path) as document:
            assert len(document.pages) == pages
            assert sum(page.extract_text().count("Mặt hàng thứ 8") for page in document.pages) == 2


def test_the_minutes_of_a_count_are_signed_on_the_sheet_of_its_notes(desk: Fund, tmp_path: Path) -> None:
    desk.set_opening(SetOpening(999_999_999))
    reason = "Tiền ủng hộ ngày Ngày hội Đại đoàn kết chưa kịp lập phiếu thu, sẽ lập vào sáng ngày làm việc sau"
    notes = tuple(Notes(value, 7) for value in (500_000, 200_000, 100_000, 50_000, 20_000, 10_000))
    desk.count_cash(CountCash(notes, reason=reason, witnesses="Bà Phạm Thu Hà, ông Nguyễn Văn An"))
    path = tmp_path / "paper.pdf"
    print_paper(desk.paper("cash-count", PaperAsk("KK-2026-0001")), path)
    with pdfplumber.open(path) as document:
        (sheet,) = document.pages
        words = sheet.extract_text()
    assert "999.999.999 đồng" in words
    assert words.count("TRƯỞNG BAN") == 1
    assert words.index("Kết luận") > words.index("III. Chênh lệch") > words.index("Cộng")


@pytest.mark.parametrize("households", [1, 5])
def test_a_short_list_is_signed_on_the_sheet_of_its_names(desk: Fund, tmp_path: Path, households: int) -> None:
    for at in range(households):
        desk.register_household(RegisterHousehold(f"Đỗ Công Chiến {at}", "Khu phố 3", Category.NEAR_POOR))
    desk.draw_up(DrawUp("Tặng quà Tết Nguyên đán cho hộ cận nghèo", "Quà Tết", amount_vnd=100_000))
    path = tmp_path / "paper.pdf"
    print_paper(desk.paper("distribution", PaperAsk("DS-2026-0001")), path)
    with pdfplumber.open(path) as document:
        (sheet,) = document.pages
        words = sheet.extract_text()
        assert min(char["size"] for char in sheet.chars) >= 6.5
    assert words.index("TRƯỞNG BAN") > words.index("Tổng số tiền bằng chữ")


def test_many_sign_on_few_sheets(desk: Fund, tmp_path: Path) -> None:
    for at in range(40):
        desk.register_household(RegisterHousehold(f"Đỗ Công Chiến {at}", "Khu phố 3", Category.NEAR_POOR))
    desk.draw_up(DrawUp("Tặng quà Tết", "Quà Tết", amount_vnd=100_000))
    path = tmp_path / "paper.pdf"
    print_paper(desk.paper("distribution", PaperAsk("DS-2026-0001")), path)
    with pdfplumber.open(path) as document:
        assert len(document.pages) <= 5
