import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frontdesk.paper import Align, BookTable, Carry, Column, GroupRow, Orientation, Row, Signatures, Signer
from frontdesk.paper.carrying import CarriedSums
from tests.frontdesk.paper.reading import pages_of

COLUMNS = (
    Column("Ngày", 24),
    Column("Diễn giải"),
    Column("Thu", 34, align=Align.RIGHT, carry=Carry.SUM, group="Số tiền"),
    Column("Chi", 34, align=Align.RIGHT, carry=Carry.SUM, group="Số tiền"),
    Column("Tồn", 34, align=Align.RIGHT, carry=Carry.LAST, group="Số tiền"),
)
OPENING = 5_000_000
ON, BACK = "Cộng mang sang", "Số trang trước chuyển sang"


def _book(amounts, *, long_texts=False):
    balance, rows = OPENING, []
    for number, amount in enumerate(amounts):
        balance += amount
        received, paid = (amount, None) if amount >= 0 else (None, -amount)
        text = f"Khoản {number} " + "diễn giải dài " * (number % 7 if long_texts else 0)
        rows.append(Row((date(2026, 1, 1 + number % 28), text, received, paid, balance)))
    opening = Row((None, "Số dư đầu kỳ", None, None, OPENING))
    return BookTable(COLUMNS, tuple(rows), 1, opening, (Row((None, "Cộng phát sinh", None, None, balance)),))


def _amounts(count):
    return [(number * 7919 % 1000 - 400) * 1000 for number in range(count)]


def _figures(line):
    return [int(figure.replace(".", "")) for figure in re.findall(r"-?[\d.]+", line)]


@pytest.mark.parametrize("orientation", Orientation)
@pytest.mark.parametrize("long_texts", [False, True])
def test_each_page_carries_the_exact_sums_of_all_rows_above(orientation, long_texts):
    amounts = _amounts(300)
    pages = pages_of(_book(amounts, long_texts=long_texts), orientation=orientation)
    assert len(pages) > 4
    seen, carried = 0, None
    for number, page in enumerate(pages):
        lines = page.text.split("\n")
        if number:
            back = next(line for line in lines if line.startswith(BACK))
            assert _figures(back.removeprefix(BACK)) == carried
        seen += page.text.count("Khoản ")
        on = [line for line in lines if line.startswith(ON)]
        if number == len(pages) - 1:
            assert not on
            continue
        above = amounts[:seen]
        carried = [
            sum(amount for amount in above if amount >= 0),
            -sum(amount for amount in above if amount < 0),
            OPENING + sum(above),
        ]
        assert [_figures(line.removeprefix(ON)) for line in on] == [carried]
    assert seen == len(amounts)


def test_the_carried_lines_frame_the_rows_of_a_page():
    page = pages_of(_book(_amounts(120)))[1]
    rows = [found for number in range(120) if (found := page.find(f"Khoản {number} ")) is not None]
    assert page.find(BACK).top < min(row.top for row in rows)
    assert page.find(ON).top > max(row.top for row in rows)


@pytest.mark.parametrize("count", [0, 1, 10])
def test_a_book_of_one_page_carries_nothing(count):
    (page,) = pages_of(_book(_amounts(count)))
    assert ON not in page.text
    assert BACK not in page.text
    assert "Số dư đầu kỳ" in page.text
    assert "Cộng phát sinh" in page.text


@pytest.mark.parametrize("count", range(32, 42))
def test_signatures_under_a_book_take_rows_along(count):
    page = pages_of(_book(_amounts(count)), Signatures((Signer(("KẾ TOÁN",), "Trần B"),)))[-1]
    assert "Cộng phát sinh" in page.text
    assert "Trần B" in page.text


def test_sums_leave_out_what_is_not_counted():
    rows = (
        GroupRow("Tháng 1"),
        Row((None, "a", 5, None, 5)),
        Row((None, "Cộng tháng 1", 5, None, None), counted=False),
        Row((None, "b", 7, Decimal("0.5"), 12)),
    )
    sums = CarriedSums(BookTable(COLUMNS, rows, 1))
    assert sums[0] == (None, None, 0, 0, None)
    assert sums[3] == (None, None, 5, 0, 5)
    assert sums[4] == (None, None, 12, Decimal("0.5"), 12)


@given(st.lists(st.integers(-(10**15), 10**15), max_size=40))
@settings(max_examples=50, deadline=None)
def test_running_sums_are_exact_for_any_amounts(amounts):
    sums = CarriedSums(_book(amounts))
    for count in range(len(amounts) + 1):
        above = amounts[:count]
        expected = (sum(a for a in above if a >= 0), -sum(a for a in above if a < 0), OPENING + sum(above))
        assert sums[count + 1][2:] == expected
