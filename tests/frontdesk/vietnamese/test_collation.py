import random
import sqlite3
from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.vietnamese import sort_key, text_key
from tests.frontdesk.vietnamese.names_pool import FAMILY, GIVEN, MIDDLE, UNUSUAL
from tests.frontdesk.vietnamese.tables import lines


def test_names_sort_as_icu_sorted_them_word_by_word() -> None:
    names = lines("names-in-icu-order.txt")
    shuffled = random.Random(1).sample(names, len(names))
    assert sorted(shuffled, key=sort_key) == names


def test_texts_sort_as_icu_sorted_them_with_numbers_by_value() -> None:
    texts = lines("texts-in-icu-order.txt")
    shuffled = random.Random(2).sample(texts, len(texts))
    assert sorted(shuffled, key=text_key) == texts


def test_sqlite_sorts_the_keys_as_python_does() -> None:
    names = lines("names-in-icu-order.txt")
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE person (name TEXT, sort_key TEXT)")
    connection.executemany("INSERT INTO person VALUES (?, ?)", [(name, sort_key(name)) for name in reversed(names)])
    found = [name for (name,) in connection.execute("SELECT name FROM person ORDER BY sort_key")]
    connection.close()
    assert found == names


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Vũ Thị An", "Bùi Thị Ân"),
        ("Nguyễn An", "Lê Văn An"),
        ("Lê Văn An", "Nguyễn Văn An"),
        ("Nguyễn Thị Hoa", "Nguyễn Văn Hoa"),
        ("Lê Dương", "Lê Đan"),
        ("Lê Hà", "Lê Hả"),
        ("Lê Hả", "Lê Hã"),
        ("Lê Hã", "Lê Há"),
        ("Lê Há", "Lê Hạ"),
        ("Lê Văn An", "Lê Văn An (khu phố 2)"),
        ("Lê Văn An (khu phố 2)", "Ngô Văn An"),
        ("H'Hen Niê", "Lê Văn Niêm"),
        ("", "An"),
    ],
)
def test_given_name_then_middle_then_family_decides(first: str, second: str) -> None:
    assert sort_key(first) < sort_key(second)


def test_an_override_sorts_by_its_own_words_in_their_order() -> None:
    assert sort_key("H'Hen Niê", "H'Hen Niê") < sort_key("Lê Văn Hoa") < sort_key("H'Hen Niê")
    assert sort_key("Y Moan Êban", "Moan") == sort_key("Moan")


@pytest.mark.parametrize("override", [None, "", "  "])
def test_a_blank_override_is_none(override: str | None) -> None:
    assert sort_key("Lê Văn An", override) == sort_key("Lê Văn An")


def test_no_name_has_the_empty_key() -> None:
    assert sort_key("") == sort_key("  ") == text_key("") == ""


@given(st.text(alphabet=[*"aAàÀảãáạăằâầđĐeêơữy ƀŏ'-.,0129()", "\u0306", "\u0301"]))
def test_keys_are_equal_for_composed_and_decomposed_text_and_can_be_stored(text: str) -> None:
    assert text_key(normalize("NFC", text)) == text_key(normalize("NFD", text))
    assert sort_key(normalize("NFC", text)) == sort_key(normalize("NFD", text))
    text_key(text).encode("utf-8")


@given(st.integers(0, 10**30), st.integers(0, 10**30))
def test_numbers_inside_a_text_sort_by_value(one: int, other: int) -> None:
    assert (text_key(f"Tổ {one}") < text_key(f"Tổ {other}")) == (one < other)


def test_other_scripts_sort_after_every_letter_and_stay_apart() -> None:
    keys = [text_key(text) for text in ("zz", "Привет", "東", "😀")]
    assert all(first < second for first, second in pairwise(keys))


def test_a_word_of_ten_thousand_letters_has_a_key() -> None:
    long_word = "Ặ" * 10_000
    assert sort_key("Ặ" * 9_999) < sort_key(long_word) < sort_key("B")
    assert text_key("9" * 10_000) < text_key("1" + "0" * 10_000)


@pytest.mark.machine
def test_two_hundred_thousand_pairs_of_names_agree_with_icu() -> None:
    import icu

    collator = icu.Collator.createInstance(icu.Locale("vi"))
    chance = random.Random(2026)

    def name() -> str:
        middle = [chance.choice(MIDDLE) for _ in range(chance.choice([0, 1, 1, 1, 2, 3]))]
        words = [chance.choice(FAMILY), *middle, chance.choice(GIVEN)]
        return " ".join(chance.choice([word, word, word, word.upper(), word.lower()]) for word in words)

    def by_icu(name: str) -> object:
        words = name.split()
        family = words[0] if len(words) > 1 else ""
        key = collator.getSortKey
        return key(words[-1]), tuple(map(key, words[1:-1])), key(family)

    pool = [(sort_key(written), by_icu(written)) for written in (*UNUSUAL, *(name() for _ in range(20_000)))]
    pairs = (chance.sample(pool, 2) for _ in range(200_000))
    disagreeing = sum((a[0] < b[0]) != (a[1] < b[1]) or (a[0] == b[0]) != (a[1] == b[1]) for a, b in pairs)
    assert disagreeing == 0
