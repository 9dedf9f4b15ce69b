import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.vietnamese import mend_name
from tests.frontdesk.vietnamese.names_pool import FAMILY, GIVEN, MIDDLE

NAMES = st.builds(
    lambda *words: " ".join(words), st.sampled_from(FAMILY), st.sampled_from(MIDDLE), st.sampled_from(GIVEN)
)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("NGUYỄN VĂN  A", "Nguyễn Văn A"),
        ("nguyễn văn a", "Nguyễn Văn A"),
        ("Nguyễn Văn A", "Nguyễn Văn A"),
        ("Nguyễn văn A", "Nguyễn văn A"),
        ("Nguyễn Thị ánh", "Nguyễn Thị Ánh"),
        ("H'HEN NIÊ", "H'Hen Niê"),
        ("H'Hen Niê", "H'Hen Niê"),
        ("H’HEN NIÊ", "H’Hen Niê"),
        ("Y MOAN ÊBAN", "Y Moan Êban"),
        ("Y-BLŎK ÊBAN", "Y-Blŏk Êban"),
        ("KSOR H'BƠ KHĂP", "Ksor H'Bơ Khăp"),
        ("TRẦN THỊ HOA (khu phố 2)", "Trần Thị Hoa (khu phố 2)"),
        ("Trần Thị Hoa (Khu phố 2)", "Trần Thị Hoa (Khu phố 2)"),
        ("ÐẶNG VĂN B", "Đặng Văn B"),
        (unicodedata.normalize("NFD", "NGUYỄN THỊ ÚT"), "Nguyễn Thị Út"),
        ("", ""),
        ("  ", ""),
    ],
)
def test_a_name_is_written_with_capitals_where_names_have_them(typed: str, written: str) -> None:
    assert mend_name(typed) == written


@given(NAMES)
def test_a_name_in_capitals_or_small_letters_comes_back(name: str) -> None:
    assert mend_name(name.upper()) == name
    assert mend_name(name.lower()) == name
    assert mend_name(name) == name


def test_a_name_of_ten_thousand_letters_is_mended_whole() -> None:
    assert mend_name("Ặ" * 10_000) == "Ặ" + "ặ" * 9_999
