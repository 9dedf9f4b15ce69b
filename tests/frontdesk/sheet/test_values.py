from datetime import date, datetime, time

import pytest

from frontdesk.sheet import values
from frontdesk.sheet.values import Birth

TODAY = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (date(1968, 9, 5), date(1968, 9, 5)),
        (datetime(1968, 9, 5, 7, 30), date(1968, 9, 5)),
        (25086.0, date(1968, 9, 5)),
        ("5/9/1968", date(1968, 9, 5)),
        (" 05-09-1968 ", date(1968, 9, 5)),
        ("5.9.1968", date(1968, 9, 5)),
        ("05/09/1968 00:00:00", date(1968, 9, 5)),
        ("1968-09-05", date(1968, 9, 5)),
        ("05091968", date(1968, 9, 5)),
        ("ngày 5 tháng 9 năm 1968", date(1968, 9, 5)),
        ("12/01/26", date(2026, 1, 12)),
        ("29/02/2024", date(2024, 2, 29)),
        ("", None),
        ("  ", None),
    ],
)
def test_a_day_is_read_however_it_is_written(cell, expected):
    assert values.day(cell, TODAY) == expected


@pytest.mark.parametrize(
    "cell",
    ["31/02/1970", "29/02/2023", "13/13/2020", "5/9", "mai", "tháng 9/1968", "1968", 1968.0, "abc", True, time(8)],
)
def test_a_day_that_is_none_is_refused(cell):
    with pytest.raises(ValueError, match=r"\w"):
        values.day(cell, TODAY)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("05-09-68", Birth(1968, date(1968, 9, 5))),
        ("22-10-90", Birth(1990, date(1990, 10, 22))),
        ("01-09-12", Birth(2012, date(2012, 9, 1))),
        ("01-09-13", Birth(1913, date(1913, 9, 1))),
        ("1968", Birth(1968)),
        (1968, Birth(1968)),
        (1968.0, Birth(1968)),
        ("năm 1968", Birth(1968)),
        ("tháng 9/1968", Birth(1968)),
        ("9/1968", Birth(1968)),
        (date(1905, 5, 21), Birth(1968)),
        (date(1968, 9, 5), Birth(1968, date(1968, 9, 5))),
        ("", None),
    ],
)
def test_a_birth_is_a_day_or_a_year_in_the_past(cell, expected):
    assert values.birth(cell, TODAY) == expected


@pytest.mark.parametrize("cell", ["31/02/1970", date(2027, 1, 1), "2030", "13/1968", "2/9/2026", "xưa", 68.0])
def test_a_birth_in_the_future_or_in_no_calendar_is_refused(cell):
    with pytest.raises(ValueError, match=r"\w"):
        values.birth(cell, TODAY)


@pytest.mark.parametrize(
    ("cell", "expected"), [(2.0, 2), (2, 2), ("2", 2), ("02", 2), ("14 người", 14), ("", None), (0, 0)]
)
def test_a_whole_number_is_read(cell, expected):
    assert values.whole(cell) == expected


@pytest.mark.parametrize("cell", [1.5, "1,5", "hai", "-2", True, date(2026, 1, 1)])
def test_what_is_no_whole_number_is_refused(cell):
    with pytest.raises(ValueError, match="whole number"):
        values.whole(cell)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (200000.0, 200_000),
        (-200000, -200_000),
        ("200.000", 200_000),
        ("200,000", 200_000),
        ("200.000 đ", 200_000),
        ("1 500 000", 1_500_000),
        ("1\u00a0500\u00a0000 đồng", 1_500_000),
        ("(1.500.000)", -1_500_000),
        ("-1.500.000", -1_500_000),
        ("200.000,00", 200_000),
        ("", None),
        ("-", None),
        (0, 0),
    ],
)
def test_money_is_read_in_whole_dong(cell, expected):
    assert values.money(cell) == expected


@pytest.mark.parametrize("cell", [1.5, "1.5", "1,5", "12.34.567", "nhiều", "1.000.00", True, date(2026, 1, 1)])
def test_money_is_never_guessed(cell):
    with pytest.raises(ValueError, match=r"\w"):
        values.money(cell)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (924995566.0, ("0924995566",)),
        (924995566, ("0924995566",)),
        ("0995.161.754", ("0995161754",)),
        ("0995 161 754", ("0995161754",)),
        ("+84 995 161 754", ("0995161754",)),
        ("84995161754", ("0995161754",)),
        ("0257.3822.111", ("02573822111",)),
        ("0995161754, 0924995566", ("0995161754", "0924995566")),
        ("0995161754 - 0924995566", ("0995161754", "0924995566")),
        ("0995161754\n0924995566", ("0995161754", "0924995566")),
        ("0995.161.754 / 0995161754", ("0995161754",)),
        ("", ()),
        ("-", ()),
    ],
)
def test_phones_keep_their_leading_nought(cell, expected):
    assert values.phones(cell) == expected


@pytest.mark.parametrize("cell", ["không nhớ", "12345", "09951617541234567", 5.5])
def test_what_is_no_phone_is_refused(cell):
    with pytest.raises(ValueError, match="phone number"):
        values.phones(cell)


@pytest.mark.parametrize(
    "cell",
    ["x", "X", "Có", "✓", "1", 1, 1.0, True, date(1995, 2, 3), "03/02/1995", "2/1995", "1995", 34733.0, "Đảng viên"],
)
def test_a_mark_or_a_party_date_says_yes(cell):
    assert values.yes(cell) is True


@pytest.mark.parametrize("cell", ["", " ", "không", "Ko", "0", 0, False, "-", "Chưa", "Quần chúng"])
def test_a_blank_or_a_no_says_no(cell):
    assert values.yes(cell) is False


def test_what_says_neither_yes_nor_no_is_refused():
    with pytest.raises(ValueError, match="neither yes nor no"):
        values.yes("đang xét")


@pytest.mark.parametrize("cell", ["", "Không", "ko", "KHÔNG CÓ", "-", "—", "0", 0.0, " "])
def test_words_for_nothing_are_none(cell):
    assert values.text_or_none(cell) is None


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("  Công  giáo ", "Công giáo"), (12.0, "12"), (1.5, "1.5"), (date(2026, 1, 5), "05/01/2026"), ("=1+1", "=1+1")],
)
def test_text_is_what_a_person_reads(cell, expected):
    assert values.text(cell) == expected


def test_names_are_mended():
    assert values.name("  NGUYỄN  VĂN A ") == "Nguyễn Văn A"
