import sqlite3
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.vietnamese import excerpt, fold, look_alikes, mend_look_alikes, nfc, odd_characters, tidy_lines

LETTERS = [letter for letter in map(chr, [*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)]) if letter.isalpha()]


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("  Nguyễn  ", "Nguyễn"),
        (unicodedata.normalize("NFD", "Nguyễn Thị Ặc"), "Nguyễn Thị Ặc"),
        ("e\u0302\u0323", "ệ"),
        ("e\u0323\u0302", "ệ"),
        ("e\u200b\u0302", "ê"),
        ("xã\u00adhội\ufeff", "xãhội"),
        ("một\r\nhai\rba", "một\nhai\nba"),
        ("a\x00b\x1fc\td", "abc\td"),
        ("hai  dấu", "hai  dấu"),
        ("\ud800", "\ufffd"),
        ("👨‍👩‍👧", "👨‍👩‍👧"),
        ("", ""),
    ],
)
def test_text_is_stored_composed_trimmed_and_without_invisible_characters(typed: str, stored: str) -> None:
    assert nfc(typed) == stored


ODD = "".join(map(chr, [*range(0x20), *range(0x7F, 0xA1), 0xAD, *range(0x300, 0x345), 0x1680, *range(0x2000, 0x2030)]))


@given(st.text(st.one_of(st.sampled_from(ODD), st.sampled_from(LETTERS), st.characters()), max_size=12), st.booleans())
def test_plain_and_odd_text_are_kept_by_one_rule(text: str, one_line: bool) -> None:
    """The rule letter by letter, beside the short way that nearly all text takes."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    seen = [letter for letter in lines if letter not in "\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff"]
    kept = ["\ufffd" if unicodedata.category(letter) == "Cs" else letter for letter in seen]
    whole = "".join(letter for letter in kept if letter in "\n\t" or unicodedata.category(letter) != "Cc")
    stored = unicodedata.normalize("NFC", whole)
    assert nfc(text, one_line=one_line) == (" ".join(stored.split()) if one_line else stored.strip())


@given(st.text(st.one_of(st.sampled_from(ODD), st.sampled_from(LETTERS), st.characters()), max_size=12))
def test_text_that_is_kept_once_is_kept_as_it_is(text: str) -> None:
    assert nfc(nfc(text)) == nfc(text)


@pytest.mark.parametrize(("typed", "line"), [("a \t\n b", "a b"), ("a\u00a0\u00a0b", "a b"), ("\n", "")])
def test_one_line_has_single_blanks(typed: str, line: str) -> None:
    assert nfc(typed, one_line=True) == line


def test_tidy_lines_keep_their_number() -> None:
    assert tidy_lines(" một  hai \n\n ba\t ") == "một hai\n\nba"


@given(st.text(alphabet=st.characters()))
def test_storing_twice_changes_nothing_and_any_file_takes_it(text: str) -> None:
    stored = nfc(text)
    assert nfc(stored) == stored
    connection = sqlite3.connect(":memory:")
    assert connection.execute("SELECT ?", (stored,)).fetchone() == (stored,)
    connection.close()


@pytest.mark.parametrize("written", ["Hòa", "Hoà", "HÒA", "hoa", "  hòa! ", unicodedata.normalize("NFD", "Hoà")])
def test_every_way_to_write_a_word_has_one_search_key(written: str) -> None:
    assert fold(written) == "hoa"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Đặng Minh Anh", "dang minh anh"),
        ("Ðặng", "dang"),
        ("Uỷ ban / Ủy  ban", "uy ban uy ban"),
        ("05/BB-MTTQ-ВТТ", "05 bb mttq btt"),
        ("H'Hen Niê", "h hen nie"),
        ("Y Blŏk", "y blok"),
        ("😀", ""),
        ("", ""),
    ],
)
def test_search_keys(text: str, key: str) -> None:
    assert fold(text) == key


@given(st.text(alphabet=st.sampled_from(LETTERS)))
def test_a_key_is_its_own_key_and_composition_does_not_matter(text: str) -> None:
    key = fold(text)
    assert fold(key) == key
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


def test_a_word_of_ten_thousand_letters_is_folded_whole() -> None:
    assert fold("Ặ" * 10_000) == "a" * 10_000


def test_cyrillic_letters_inside_a_symbol_are_named_and_mended() -> None:
    symbol = "05/BB-MTTQ-BТT"
    found = look_alikes(symbol)
    assert [(letter.position, letter.latin) for letter in found] == [(12, "T")]
    assert mend_look_alikes(symbol) == "05/BB-MTTQ-BTT"
    assert look_alikes("05/BB-MTTQ-BTT Đặng ơ ư ₫") == ()


def test_emoji_and_foreign_scripts_are_reported_once_each() -> None:
    assert odd_characters("Chào 😀😀 東 bà con") == ("😀", "東")


@given(st.sampled_from(LETTERS))
def test_vietnamese_letters_composed_or_not_are_never_odd(letter: str) -> None:
    assert odd_characters(letter) == ()
    assert odd_characters(unicodedata.normalize("NFD", letter)) == ()


def test_signs_of_office_papers_are_not_odd() -> None:
    assert odd_characters("“Vì người nghèo” – 1.234.567 ₫ … № 5 °C\n•") == ()


@pytest.mark.parametrize(("text", "shown"), [("abc", "abc"), ("abcd", "ab…")])
def test_an_excerpt_says_where_it_was_cut(text: str, shown: str) -> None:
    assert excerpt(text, 3) == shown
