from contextlib import suppress
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.vietnamese import (
    LARGEST_AMOUNT_VND,
    format_decimal,
    format_percent,
    format_short_vnd,
    format_vnd,
    parse_vnd,
)


@pytest.mark.parametrize(
    ("amount", "figures"),
    [
        (None, ""),
        (0, "0"),
        (999, "999"),
        (1000, "1.000"),
        (1234567, "1.234.567"),
        (-1500, "-1.500"),
        (10**15, "1.000.000.000.000.000"),
    ],
)
def test_amounts_in_figures(amount: int | None, figures: str) -> None:
    assert format_vnd(amount) == figures


def test_the_unit_follows_a_space_and_a_blank_amount_has_none() -> None:
    assert format_vnd(1234567, "đồng") == "1.234.567 đồng"
    assert format_vnd(None, "đồng") == ""


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("0", 0),
        ("1234567", 1_234_567),
        ("1.234.567", 1_234_567),
        ("1,234,567", 1_234_567),
        ("1 234 567", 1_234_567),
        ("1\u00a0234\u00a0567", 1_234_567),
        ("1.234", 1_234),
        ("1,234", 1_234),
        (" 1.234.567 đ ", 1_234_567),
        ("1.234.567đ.", 1_234_567),
        ("1.234.567 đồng", 1_234_567),
        ("1.234.567 VNĐ", 1_234_567),
        ("1.234.567₫", 1_234_567),
        ("VND 5.000", 5_000),
        ("5000d", 5_000),
        ("1.234.567,00", 1_234_567),
        ("1,234,567.00", 1_234_567),
        ("1234567.0", 1_234_567),
        ("500k", 500_000),
        ("500 K", 500_000),
        ("500 nghìn", 500_000),
        ("500 ngàn", 500_000),
        ("1,2 tr", 1_200_000),
        ("1.2 triệu", 1_200_000),
        ("1,25tr", 1_250_000),
        ("0,125 triệu", 125_000),
        ("1.234,5 triệu", 1_234_500_000),
        ("1.234.567 triệu", 1_234_567_000_000),
        ("2 tỷ", 2_000_000_000),
        ("2 tỉ", 2_000_000_000),
        ("2 ty", 2_000_000_000),
        ("9,42 tỷ đồng", 9_420_000_000),
        ("1 tỷ 200 triệu", 1_200_000_000),
        ("1tỷ200tr500k", 1_200_500_000),
        ("1 tỷ 200 triệu 500 nghìn đồng", 1_200_500_000),
        ("1 triệu 500.000", 1_500_000),
        ("1 triệu 500 đồng", 1_000_500),
        ("1,2 nghìn tỷ", 1_200_000_000_000),
        ("1 nghìn tỷ 200 tỷ", 1_200_000_000_000),
        ("1 triệu tỷ", LARGEST_AMOUNT_VND),
        ("-1.500", -1_500),
        ("−1.500 đ", -1_500),
    ],
)
def test_amounts_are_read_as_people_type_them(typed: str, amount: int) -> None:
    assert parse_vnd(typed) == amount


@pytest.mark.parametrize(
    "typed",
    [
        "", "   ", "đ", "-", "abc", "một triệu", "1.2.3", "12.34.567", "1.234.56", "1.234,567.890", "1..234", "1e6",
        "½",
        "0961189278", "007", "0.500", "1.234 tr", "1,234 tỷ", "200 500 nghìn", "1,5", "1.50", "1.234,5", "1234,56",
        "1tr2",
        "1tr200", "1 triệu 500", "200 triệu 1 tỷ", "1 tỷ 2000 triệu", "1 tỷ 1 tỷ", "1,2 tỷ 3 triệu", "1 tỷ 0 triệu",
        "0,00000000001 tỷ", "1 usd", "$5", "5 đ 6 đ", "1000000000000001", "2 triệu tỷ", "9" * 10_000,
        "đ" * 10_000, "１２３",
    ],
)  # fmt: skip
def test_what_is_no_amount_or_two_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(ValueError, match=r"^(“.*”|An amount) .+\.$"):
        parse_vnd(typed)


@given(st.integers(-LARGEST_AMOUNT_VND, LARGEST_AMOUNT_VND), st.sampled_from(["", "đ", "đồng", "VNĐ"]))
def test_every_printed_amount_reads_back(amount: int, unit: str) -> None:
    assert parse_vnd(format_vnd(amount, unit)) == amount


@given(st.text())
def test_any_text_is_an_amount_or_a_value_error(text: str) -> None:
    with suppress(ValueError):
        assert abs(parse_vnd(text)) <= LARGEST_AMOUNT_VND


@pytest.mark.parametrize(
    ("value", "places", "figures"),
    [
        (Fraction(9416, 1000), 2, "9,42"),
        (Decimal("0.125"), 2, "0,13"),
        (Decimal("-0.125"), 2, "-0,13"),
        (Fraction(-1, 1000), 2, "0,00"),
        (1234567, 0, "1.234.567"),
        (1234567, 1, "1.234.567,0"),
        (Fraction(1, 2), 0, "1"),
        (Decimal("999.995"), 2, "1.000,00"),
    ],
)
def test_decimals_have_a_comma_and_exact_halves(value: Decimal | Fraction | int, places: int, figures: str) -> None:
    assert format_decimal(value, places) == figures


def test_percentages_have_a_comma_and_no_whole_prints_blank() -> None:
    assert format_percent(98, 100, 0) == "98%"
    assert format_percent(1, 3) == "33,33%"
    assert format_percent(0, 0) == ""


@pytest.mark.parametrize(
    ("amount", "figures"),
    [
        (9_420_000_000, "9,42 tỷ"),
        (1_300_000_000, "1,3 tỷ"),
        (100_000_000, "100 triệu"),
        (65_000_000, "65 triệu"),
        (-1_500_000, "-1,5 triệu"),
        (999_999, "999.999"),
        (1_200_000_000_000, "1.200 tỷ"),
    ],
)
def test_amounts_for_charts_are_short(amount: int, figures: str) -> None:
    assert format_short_vnd(amount) == figures
