import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.vietnamese import LARGEST_AMOUNT_VND, in_words
from tests.frontdesk.vietnamese.tables import pairs

DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7,
    "tám": 8, "chín": 9,
}  # fmt: skip


def read_back(sentence: str) -> int:
    """The amount a sentence says, read from the left by the reader's rules alone."""
    words = sentence.lower().removesuffix(" chẵn").removesuffix(" đồng").split()
    sign = -1 if words[0] == "âm" else 1
    words = words[1:] if sign < 0 else words
    if "tỷ" in words:
        place = words.index("tỷ")
        return sign * (10**9 * below_milliard(words[:place]) + below_milliard(words[place + 1 :]))
    return sign * below_milliard(words)


def below_milliard(words: list[str]) -> int:
    total, group = 0, 0
    for word in words:
        if word in ("triệu", "nghìn", "ngàn"):
            total, group = total + group * (10**6 if word == "triệu" else 1000), 0
        elif word == "trăm":
            group *= 100
        elif word == "mươi":
            # The digit before "mươi" was added as ones.
            group += 9 * (group % 10)
        elif word == "mười":
            group += 10
        elif word not in ("linh", "lẻ"):
            group += DIGITS[word]
    return total + group


@pytest.mark.parametrize(("figures", "words"), pairs("amounts.tsv"))
def test_amounts_stand_as_in_the_table_checked_by_hand(figures: str, words: str) -> None:
    assert in_words(int(figures)) == f"{words[0].upper()}{words[1:]} đồng"


def test_the_reader_of_these_tests_reads_the_table() -> None:
    assert [read_back(words) for _, words in pairs("amounts.tsv")] == [
        int(figures) for figures, _ in pairs("amounts.tsv")
    ]


def test_ten_thousand_random_amounts_read_back() -> None:
    chance = random.Random(2026)
    for _ in range(10_000):
        amount = chance.randrange(10 ** chance.randint(1, 15) + 1)
        south = chance.random() < 0.5
        sentence = in_words(amount, "lẻ", "ngàn", True) if south else in_words(-amount)
        assert read_back(sentence) == (amount if south else -amount), sentence


@given(st.integers(0, LARGEST_AMOUNT_VND))
def test_words_follow_the_spelling_rules_of_numbers(amount: int) -> None:
    words = in_words(amount).lower().split()
    for before, word in pairwise(words):
        assert (before, word) not in {
            ("mươi", "một"),
            ("mươi", "bốn"),
            ("mươi", "năm"),
            ("mười", "năm"),
            ("mười", "mốt"),
        }
        assert word != "lăm" or before in ("mươi", "mười")
        assert word not in ("mốt",) or before == "mươi"
        assert word != "tư" or before in ("mươi", "linh")
    assert "  " not in in_words(amount)


def test_a_blank_amount_prints_blank_and_nought_is_said() -> None:
    assert in_words(None) == ""
    assert in_words(0) == "Không đồng"
    assert in_words(0, exact=True) == "Không đồng"


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (-1_005_000, "Âm một triệu không trăm linh năm nghìn đồng"),
        (-1, "Âm một đồng"),
        (-(10**15), "Âm một triệu tỷ đồng"),
    ],
)
def test_a_negative_amount_of_a_book_begins_with_am(amount: int, words: str) -> None:
    assert in_words(amount) == words


def test_the_words_of_the_south_and_the_plain_four() -> None:
    assert in_words(1_104_000, "lẻ", "ngàn") == "Một triệu một trăm lẻ tư ngàn đồng"
    assert in_words(104, four_after_zero="bốn") == "Một trăm linh bốn đồng"
    assert in_words(24, four_after_zero="bốn") == "Hai mươi tư đồng"


@pytest.mark.parametrize(
    ("amount", "words"),
    [(1000, "Một nghìn đồng chẵn"), (1001, "Một nghìn không trăm linh một đồng"), (500, "Năm trăm đồng")],
)
def test_only_whole_thousands_close_with_chan(amount: int, words: str) -> None:
    assert in_words(amount, exact=True) == words


def test_another_unit_takes_the_place_of_dong() -> None:
    assert in_words(21, unit="suất quà") == "Hai mươi mốt suất quà"


@pytest.mark.parametrize("amount", [10**15 + 1, -(10**15) - 1])
def test_amounts_beyond_ten_to_the_fifteenth_are_refused(amount: int) -> None:
    with pytest.raises(ValueError):
        in_words(amount)
