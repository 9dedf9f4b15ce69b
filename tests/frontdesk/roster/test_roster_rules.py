"""Who is whom, and whose name stands before whose."""

from dataclasses import dataclass, field
from datetime import date

import pytest

from frontdesk.roster.rules.identity import Likeness, Sought, is_name, likeness, matches, name_key
from frontdesk.roster.rules.protocol import rank_of


@dataclass
class Somebody:
    name_key: str
    born: date | None = None
    birth_year: int | None = None
    areas: set[int | str] = field(default_factory=set)


AN = name_key("Nguyễn Văn An")
DAY = date(1968, 9, 5)


@pytest.mark.parametrize(
    ("known", "sought", "degree"),
    [
        (Somebody(AN), Sought("Nguyễn Văn Ân"), Likeness.NONE),
        (Somebody(AN), Sought("nguyễn văn  an"), Likeness.NAME),
        (Somebody(AN, areas={1}), Sought("Nguyễn Văn An", area=2), Likeness.NAME),
        (Somebody(AN, areas={1}), Sought("Nguyễn Văn An", area=1), Likeness.AREA),
        (Somebody(AN, None, 1968, {1}), Sought("Nguyễn Văn An", area=1), Likeness.AREA),
        (Somebody(AN, None, 1968, {1}), Sought("Nguyễn Văn An", None, 1969, 1), Likeness.NONE),
        (Somebody(AN, None, 1968, {1}), Sought("Nguyễn Văn An", None, 1968, 2), Likeness.BIRTH_YEAR),
        (Somebody(AN, DAY, 1968, {1}), Sought("Nguyễn Văn An", None, 1968, 1), Likeness.BIRTH_AND_AREA),
        (Somebody(AN, DAY, 1968), Sought("Nguyễn Văn An", DAY, 1968), Likeness.BIRTH),
        (Somebody(AN, DAY, 1968, {1}), Sought("Nguyễn Văn An", date(1968, 9, 6), 1968, 1), Likeness.NONE),
    ],
)
def test_a_row_means_somebody_whose_name_and_birth_or_area_agree(
    known: Somebody, sought: Sought, degree: Likeness
) -> None:
    assert likeness(known, sought) is degree


def test_of_several_the_most_alike_are_meant() -> None:
    first, second = Somebody(AN, None, 1968, {1}), Somebody(AN, None, 1968, {2})
    assert matches([first, second], Sought("Nguyễn Văn An", None, 1968, 2)) == (Likeness.BIRTH_AND_AREA, [second])
    assert matches([first, second], Sought("Nguyễn Văn An", None, 1968)) == (Likeness.BIRTH_YEAR, [first, second])
    assert matches([], Sought("Nguyễn Văn An")) == (Likeness.NONE, [])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Hòa", "Hoà", True),
        ("THUỶ", "thủy", True),
        ("Hoa", "Hòa", False),
        ("Đan", "Dan", False),
        ("Lê  An", "Lê An", True),
    ],
)
def test_a_name_is_the_same_wherever_its_tone_stands(one: str, other: str, same: bool) -> None:
    assert (name_key(one) == name_key(other)) is same


def test_posts_rank_by_their_words() -> None:
    posts = [
        "Chủ tịch", "Phó Chủ tịch Thường trực", "Phó Chủ tịch", "Ủy viên Thường trực", "Trưởng ban CTMT",
        "Phó Trưởng ban CTMT", "Tổ trưởng", "Tổ phó", "Bí thư Chi bộ", "Trưởng khu phố", "Chi hội trưởng Phụ nữ",
        "Người có uy tín", "Ủy viên", None,
    ]  # fmt: skip
    ranks = [rank_of(post) for post in posts]
    assert ranks == sorted(set(ranks))


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Nguyễn Phúc Bảo Tôn Nữ", True),
        ("H'Hen Niê", True),
        ("Y Bia Kbuôr (Ama Thuột)", True),
        ("Trần <b>Văn</b> & Bình", True),
        ("Ka-Să H’Bia", True),
        ("=1+1", False),
        ("@SUM(1)", False),
        ("-2", False),
        ("12", False),
        ("Nguy狠 Văn", False),
        ("Nguyễn \ufffd Đức", False),
        ("Nguyễn \ue1c3 Đức", False),
        ("\x00", False),
        ("", False),
    ],
)
def test_a_name_is_no_formula_and_has_letters_people_here_write(text: str, is_one: bool) -> None:
    assert is_name(text) is is_one
