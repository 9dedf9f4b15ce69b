"""The sample sheets, read to the last cell against what they are known to hold."""

import json
from datetime import date

import pytest

from frontdesk.sheet import Ignored, Line, Row, read, recognise, require, values, walk
from tests.frontdesk.sheet.making import DATA
from tests.frontdesk.sheet.specs import CASH_BOOK, PETITIONS, ROSTER

TODAY = date(2026, 9, 1)
KINDS = {"Kiến nghị": "proposal", "Phản ánh": "report", "Khiếu nại": "complaint", "Tố cáo": "denunciation"}


def _rows(name, fields):
    return list(walk(require(recognise(read(DATA / name), fields))))


def _truth(name):
    return json.loads((DATA / f"{name}.truth.json").read_text("utf-8"))


def _person(row: Row):
    cells = row.cells
    born = {sex: values.birth(cells[f"born_{sex}"], TODAY) for sex in ("male", "female")}
    sex = next((sex for sex, found in born.items() if found), None)
    found = born[sex] if sex else None
    return {
        "name": values.name(cells["name"]),
        "sex": sex,
        "born": found.day.isoformat() if found and found.day else None,
        "birth_year": found.year if found else None,
        "area": values.text(cells["area"]),
        "post": values.text(cells["post"]),
        "ethnicity": values.text_or_none(cells["ethnicity"]),
        "religion": values.text_or_none(cells["religion"]),
        "party": values.yes(cells["party"]),
        "phone": next(iter(values.phones(cells["phone"])), None),
    }


@pytest.mark.parametrize("name", ["roster.xlsx", "roster-tcvn3.xls"])
def test_the_sample_rosters_read_exactly(name):
    truth = _truth(name)
    data = [row for row in _rows(name, ROSTER) if isinstance(row, Row)]
    assert [_person(row) for row in data[: len(truth)]] == truth
    again, impossible = data[len(truth) :]
    assert values.name(again.cells["name"]) in {person["name"] for person in truth}
    with pytest.raises(ValueError, match="31/02/1970"):
        _person(impossible)


def test_a_sample_group_stands_by_its_rows():
    groups = {row.cells["area"]: row.group for row in _rows("roster.xlsx", ROSTER)[:137] if isinstance(row, Row)}
    assert groups == {area: area.upper() for area in groups}
    assert len(groups) == 12


def test_rows_are_numbered_as_excel_shows_them():
    data = [row for row in _rows("roster.xlsx", ROSTER) if isinstance(row, Row)]
    assert (data[0].number, data[0].cells["name"]) == (11, "Mai Ngọc Oanh")
    assert data[-1].number == 142


def test_the_sample_register_reads_exactly():
    read_rows = [
        {
            "book_number": values.text(row.cells["book_number"]),
            "received": _iso(row.cells["received"]),
            "kind": KINDS[values.text(row.cells["kind"])],
            "people": values.whole(row.cells["people"]),
            "forwarded_to": values.text_or_none(row.cells["agency"]),
            "forwarded": _iso(row.cells["forwarded"]),
            "answered": _iso(row.cells["answered"]),
            "summary": values.text(row.cells["summary"]),
        }
        for row in _rows("petitions.xlsx", PETITIONS)
        if isinstance(row, Row)
    ]
    assert read_rows == [
        {key: value for key, value in petition.items() if key != "sender"} for petition in _truth("petitions.xlsx")
    ]


def _iso(cell):
    found = values.day(cell, TODAY)
    return found.isoformat() if found else None


def test_the_sample_cash_book_reads_exactly():
    rows = _rows("cashbook.xlsx", CASH_BOOK)
    truth = _truth("cashbook.xlsx")
    by_line = {row.line: values.money(row.cells["balance"]) for row in rows if isinstance(row, Ignored) and row.cells}
    assert by_line[Line.OPENING] == truth["opening_vnd"]
    assert by_line[Line.CLOSING] == truth["closing_vnd"]
    assert [
        {
            "date": _iso(row.cells["date"]),
            "kind": "receipt" if values.money(row.cells["receipt"]) else "payment",
            "amount_vnd": values.money(row.cells["receipt"]) or values.money(row.cells["payment"]),
            "balance_vnd": values.money(row.cells["balance"]),
            "text": values.text(row.cells["text"]),
        }
        for row in rows
        if isinstance(row, Row)
    ] == truth["rows"]
