import io

import pytest
import segno
from PIL import Image
from pypdf import PdfReader

from frontdesk.paper import (
    Align,
    Beside,
    Cards,
    Code,
    Letterhead,
    Paper,
    Paragraph,
    Slot,
    Title,
    print_pdf,
    render_pages,
)
from tests.frontdesk.paper.reading import pages_of, print_blocks, read

BADGE = (Paragraph("ĐẠI BIỂU", Align.CENTER, bold=True), Slot("name", 12, bold=True), Slot("code", 24))
INVITATION = (
    Letterhead(("ỦY BAN MTTQ VIỆT NAM", "BAN THƯỜNG TRỰC"), "Số: 12/GM-MTTQ-BTT", "Minh Tân, ngày 15 tháng 6"),
    Title("GIẤY MỜI"),
    Paragraph("Trân trọng kính mời:"),
    Slot("guest", 14, bold=True),
    Beside(((Slot("code", 26),), (Paragraph("CHỦ TỊCH", Align.CENTER),))),
)


def _badges(count):
    fills = tuple({"name": f"Nguyễn Văn {n}", "code": Code(f"{n:08}")} for n in range(count))
    return Cards(BADGE, fills, 2, 4)


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (8, 1), (9, 2), (17, 3)])
def test_badges_stand_eight_a_page(count, pages):
    printed = pages_of(_badges(count))
    assert len(printed) == pages
    text = "\n".join(page.text for page in printed)
    assert text.count("ĐẠI BIỂU") == text.count("Nguyễn Văn") == count


def test_a_cards_own_name_stands_inside_its_card():
    page = pages_of(_badges(8))[0]
    for n in range(8):
        found = page.find(f"Nguyễn Văn {n}")
        row, column = divmod(n, 2)
        assert 10 + column * 95 < found.left < found.right < 10 + (column + 1) * 95
        assert 10 + row * 69.25 < found.top < found.bottom < 10 + (row + 1) * 69.25


def test_a_name_too_long_for_its_slot_shrinks_and_stays_whole():
    long_name = "Trưởng ban Công tác Mặt trận kiêm Chi hội trưởng Hội Liên hiệp Phụ nữ " * 4
    page = pages_of(Cards(BADGE, ({"name": long_name},), 2, 4))[0]
    assert page.text.count("Trưởng ban") == 4
    assert page.find("Trưởng ban").size < 14
    assert page.letters_edges[1] < 105


def test_invitations_are_whole_pages_with_their_own_name_and_no_number():
    fills = tuple({"guest": f"Ông Nguyễn Văn {n}", "code": Code(f"{n:08}")} for n in range(3))
    for n, page in enumerate(pages_of(Cards(INVITATION, fills))):
        assert f"Ông Nguyễn Văn {n}" in page.text
        assert "GIẤY MỜI" in page.text
        assert page.page.extract_words()[0]["top"] >= 20 * 72 / 25.4 - 1


def test_the_common_part_stands_once_in_the_file():
    few, many = (
        print_blocks(Cards(INVITATION, tuple({"guest": f"Ông {n}"} for n in range(count)))) for count in (1, 50)
    )
    assert (len(many) - len(few)) / 49 < 1200
    resources = [page["/Resources"]["/XObject"] for page in PdfReader(io.BytesIO(many)).pages]
    forms = {page.raw_get(name).idnum for page in resources for name in page}
    assert len(forms) == 1


def test_two_sets_of_cards_in_one_paper_keep_their_own_faces():
    first, second = pages_of(Cards((Paragraph("MẶT MỘT"),), ({},)), Cards((Paragraph("MẶT HAI"),), ({},)))
    assert "MẶT MỘT" in first.text
    assert "MẶT HAI" in second.text


def test_text_after_cards_goes_on_as_text():
    cards, text = pages_of(_badges(2), Paragraph("Ghi chú"))
    assert "ĐẠI BIỂU" in cards.text
    assert text.find("Ghi chú").left == pytest.approx(30 + 12.7, abs=0.5)


@pytest.mark.parametrize("digits", ["0", "00000001", "0123456789" * 4])
def test_the_code_on_paper_is_the_code_of_the_digits(digits):
    data = print_blocks(Code(digits, size_mm=60))
    page = next(render_pages(data, 200))
    picture = Image.frombytes("L", (page.width, page.height), page.data, "raw", "L", page.stride)
    dark = picture.point(lambda grey: 255 if grey < 128 else 0).crop((0, 160, page.width, 800))
    left, top, right, bottom = dark.getbbox()
    expected = [list(row) for row in segno.make_qr(digits, error="m").matrix]
    module_x, module_y = (right - left) / len(expected), (bottom - top) / len(expected)
    seen = [
        [
            int(dark.getpixel((int(left + (x + 0.5) * module_x), int(top + (y + 0.5) * module_y))) > 0)
            for x in range(len(expected))
        ]
        for y in range(len(expected))
    ]
    assert seen == expected


@pytest.mark.parametrize("payload", ["HN2026", "12-3", "", "１２", "12\n"])
def test_a_code_takes_digits_only(payload):
    with pytest.raises(ValueError, match="digits only"):
        Code(payload)


def test_a_code_in_a_card_stands_in_its_slot():
    stream = io.BytesIO()
    print_pdf(Paper("x", "y", (Cards(BADGE, ({"code": Code("12345678", size_mm=20)},), 2, 4),)), stream)
    page = next(render_pages(stream.getvalue(), 100))
    picture = Image.frombytes("L", (page.width, page.height), page.data, "raw", "L", page.stride)
    card = picture.crop((45, 150, 400, 300)).point(lambda grey: 255 if grey < 128 else 0)
    left, top, right, bottom = card.getbbox()
    assert abs((right - left) - (bottom - top)) <= 2
    assert read(stream.getvalue())[0].text == "ĐẠI BIỂU"


def test_each_card_has_words_of_its_own_size_whatever_stood_on_the_one_before():
    long_name = "Trưởng ban Công tác Mặt trận kiêm Chi hội trưởng Hội Liên hiệp Phụ nữ " * 4
    fills = tuple({"name": name} for name in (long_name, long_name, "Lê An", long_name, "Lê An", "Đỗ Ba"))
    page = pages_of(Cards(BADGE, fills, 2, 4))[0]
    sizes = {
        words: {round(hit["chars"][0]["size"], 2) for hit in page.page.search(words)}
        for words in ("Trưởng ban", "Lê An", "Đỗ Ba")
    }
    assert page.text.count("Lê An") == 2
    assert sizes["Lê An"] == sizes["Đỗ Ba"] == {14}
    assert len(sizes["Trưởng ban"]) == 1
    assert max(sizes["Trưởng ban"]) < 14
