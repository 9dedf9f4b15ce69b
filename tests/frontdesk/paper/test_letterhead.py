import pytest

from frontdesk.paper import Letterhead, Paragraph, Title
from tests.frontdesk.paper.reading import pages_of

HEAD = Letterhead(
    ("ỦY BAN MTTQ VIỆT NAM XÃ MINH TÂN", "BAN THƯỜNG TRỰC"),
    "Số: 05/BB-MTTQ-BTT",
    "Minh Tân, ngày 22 tháng 6 năm 2026",
)
BODY = Paragraph("Nội dung của biên bản.")


@pytest.fixture(scope="module")
def page():
    return pages_of(HEAD, Title("BIÊN BẢN", "Hội nghị giao ban quý II năm 2026"), BODY)[0]


@pytest.mark.parametrize(
    ("words", "size", "face"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "Bold"),
        ("Độc lập - Tự do - Hạnh phúc", 14, "Bold"),
        ("ỦY BAN MTTQ", 13, "Regular"),
        ("BAN THƯỜNG TRỰC", 13, "Bold"),
        ("Số: 05/BB-MTTQ-BTT", 13, "Regular"),
        ("Minh Tân, ngày 22", 14, "Italic"),
        ("BIÊN BẢN", 14, "Bold"),
        ("Hội nghị giao ban", 14, "Bold"),
        ("Nội dung của", 14, "Regular"),
    ],
)
def test_each_element_has_the_size_and_weight_of_the_decree(page, words, size, face):
    found = page.find(words)
    assert found.size == size
    assert found.font.endswith(f"-{face}")


def test_the_issuer_stands_left_of_the_state_and_the_date_level_with_the_number(page):
    issuer, country = page.find("BAN THƯỜNG TRỰC"), page.find("CỘNG HÒA")
    number, date = page.find("Số: 05"), page.find("Minh Tân, ngày")
    assert issuer.right < country.left
    assert abs(number.bottom - date.bottom) < 1


def test_the_rule_under_the_motto_is_as_long_as_the_motto_and_centred_under_it(page):
    motto = page.find("Độc lập - Tự do - Hạnh phúc")
    left, right, top = min(page.rules, key=lambda rule: abs(rule[0] - motto.left))
    assert left == pytest.approx(motto.left, abs=0.5)
    assert right == pytest.approx(motto.right, abs=0.5)
    assert 0 < top - motto.top < 9


@pytest.mark.parametrize("words", ["BAN THƯỜNG TRỰC", "Hội nghị giao ban quý II năm 2026"])
def test_the_rule_under_issuer_and_subject_is_a_third_to_a_half_of_the_text_and_centred(page, words):
    text = page.find(words)
    middle = (text.left + text.right) / 2
    left, right, _ = next(
        rule for rule in page.rules if 0 < rule[2] - text.top < 9 and abs(sum(rule[:2]) / 2 - middle) < 1
    )
    assert 1 / 3 <= (right - left) / (text.right - text.left) <= 1 / 2


def test_a_draft_says_so_under_its_number_line_on_the_first_page():
    head = Letterhead(HEAD.issuer_lines, "Số:      /BB-MTTQ-BTT", HEAD.place_date, draft=True)
    first, *others = pages_of(head, *[BODY] * 90)
    draft, number = first.find("DỰ THẢO"), first.find("/BB-MTTQ-BTT")
    assert 0 < draft.top - number.top < 9
    assert (draft.left + draft.right) / 2 < first.width / 2
    assert others
    assert all("DỰ THẢO" not in page.text for page in others)


def test_the_blanks_of_a_number_line_stay():
    page = pages_of(Letterhead(("A",), "Số:          /BB"))[0]
    assert page.find("/BB").left - page.find("Số:").right > 8


def test_a_long_name_breaks_before_the_unit_and_never_parts_the_country():
    text = pages_of(HEAD)[0].text
    assert "ỦY BAN MTTQ VIỆT NAM CỘNG HÒA" in text
    assert "\nXÃ MINH TÂN" in text


def test_the_longest_commune_names_stay_in_their_column():
    name = "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM XÃ " + "PHƯỚC LONG THẠNH HƯNG VĨNH BÌNH ĐÔNG " * 3
    page = pages_of(Letterhead((name.strip(), "BAN THƯỜNG TRỰC"), "Số: 05/BB", "Hà Nội"))[0]
    edge = page.find("CỘNG HÒA").left
    assert all(char["x1"] / (72 / 25.4) < edge for char in page.page.chars if char["x0"] / (72 / 25.4) < 95)
    assert "ĐÔNG" in page.text


def test_the_about_line_of_a_letter_stands_under_its_number():
    page = pages_of(Letterhead(HEAD.issuer_lines, "Số: 249/MTTQ-BTT", HEAD.place_date, about="V/v rà soát hộ nghèo"))[0]
    about = page.find("V/v rà soát hộ nghèo")
    assert about.size == 12
    assert 0 < about.top - page.find("Số: 249").top < 9
