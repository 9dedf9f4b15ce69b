"""Amounts counted by the thousand or the million, and the one day a title speaks of."""

from datetime import date
from decimal import Decimal

import pytest

from frontdesk.sheet import Cell, multiplied, unit_of, values


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Đơn vị tính: nghìn đồng", 1_000),
        ("ĐVT: 1.000 đồng", 1_000),
        ("Số tiền (triệu đồng)", 1_000_000),
        ("(Đơn vị tính: ngàn đồng)", 1_000),
        ("Đơn vị tính: đồng", 1),
        ("Ủng hộ 5 triệu đồng", 1),
        ("Đơn vị tính: triệu đồng/hộ và nghìn người", 1_000_000),
    ],
)
def test_a_title_or_header_says_what_amounts_count_by(text: str, unit: int) -> None:
    assert unit_of(["SỔ QUỸ", text]) == unit


def test_two_units_on_one_sheet_are_none() -> None:
    assert unit_of(["Thu (nghìn đồng)", "Chi (triệu đồng)"]) == 1


@pytest.mark.parametrize(
    ("cell", "in_dong"),
    [
        (2000, 2_000_000),
        (500.5, 500_500),
        (0.1, 100),
        ("2.000", 2_000_000),
        ("2.000,5", 2_000_500),
        ("12,5", 12_500),
        ("-300", -300_000),
        ("(300)", -300_000),
        ("+300", 300_000),
        ("1 200 300", 1_200_300_000),
        ("5 triệu", "5 triệu"),
        (0.0001, 0.0001),
        (True, True),
        (date(2026, 1, 5), date(2026, 1, 5)),
        ("", ""),
    ],
)
def test_an_amount_in_thousands_is_so_many_dong_and_what_is_none_stays(cell: Cell, in_dong: Cell) -> None:
    found = multiplied(cell, 1_000)
    assert (found, type(found)) == (in_dong, type(in_dong))
    assert not isinstance(found, Decimal)


@pytest.mark.parametrize(
    ("titles", "day"),
    [
        (["HỘI NGHỊ TIẾP XÚC CỬ TRI NGÀY 15/5/2026"], date(2026, 5, 15)),
        (["Tổng hợp ngày 05 tháng 9 năm 2026"], date(2026, 9, 5)),
        (["Hải Đông, ngày 20 tháng 5 năm 2026"], None),
        (["Hải Đông, ngày 20 tháng 5 năm 2026", "HỘI NGHỊ NGÀY 15-5-2026"], date(2026, 5, 15)),
        (["Từ ngày 01/01/2026 đến ngày 30/6/2026"], None),
        (["HỘI NGHỊ NGÀY 31/02/2026"], None),
        (["NĂM 2026"], None),
    ],
)
def test_a_title_speaks_of_one_day_or_of_none(titles: list[str], day: date | None) -> None:
    assert values.day_of(titles) == day
