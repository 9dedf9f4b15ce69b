from datetime import date, time

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.vietnamese.money import format_vnd, parse_vnd
from tests.ui.keys import type_text
from ui.parts.dates import DateField
from ui.parts.money import MoneyField
from ui.parts.reading import NumberField, ReadField, TimeField
from ui.parts.theme import Theme

TODAY = date(2026, 6, 22)


def read_day(text: str) -> date:
    if text == "mai":
        return date(2026, 6, 23)
    day, slash, month = text.partition("/")
    if not slash:
        raise ValueError("Not a day.")
    return date(2026, int(month[:2]), int(day))


def in_words(day: date) -> str:
    return f"day {day.day} of month {day.month}"


@pytest.fixture
def day(qtbot: QtBot) -> DateField:
    field = DateField(read_day, in_words, today=lambda: TODAY)
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
    return field


def money() -> MoneyField:
    return MoneyField(parse_vnd, lambda amount: f"{amount} in words", format_vnd, least=1, most=10**9)


@pytest.mark.parametrize(
    ("typed", "amount_vnd"), [("1234567", 1_234_567), ("1.234.567", 1_234_567), ("1,2 tr", 1_200_000), ("", None)]
)
def test_money_is_read_as_it_is_typed(qtbot: QtBot, typed: str, amount_vnd: int | None) -> None:
    field = money()
    qtbot.addWidget(field)
    type_text(field.line, typed)
    assert (field.value(), field.trouble()) == (amount_vnd, "")


def test_money_shows_its_words_at_once_and_its_groups_when_left(qtbot: QtBot) -> None:
    field = money()
    qtbot.addWidget(field)
    field.show()
    field.line.setFocus()
    type_text(field.line, "1,2 tr")
    assert (field.words.text(), field.line.text()) == ("1200000 in words", "1,2 tr")
    field.line.left.emit()
    assert field.line.text() == "1.200.000"


@pytest.mark.parametrize(
    ("typed", "fine"), [("0", False), ("1", True), ("1 tỷ", True), ("1000000001", False), ("x", False)]
)
def test_an_amount_out_of_bounds_is_no_value_and_says_so(qtbot: QtBot, typed: str, fine: bool) -> None:
    field = money()
    qtbot.addWidget(field)
    type_text(field.line, typed)
    assert (field.value() is not None, field.trouble() == "") == (fine, fine)
    assert field.words.isVisibleTo(field)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("8h30", time(8, 30)),
        ("8:30", time(8, 30)),
        ("830", time(8, 30)),
        ("8", time(8)),
        ("13 h", time(13)),
        ("23:59", time(23, 59)),
        ("24:00", None),
        ("8:60", None),
        ("sáng", None),
    ],
)
def test_a_time_is_read_in_every_usual_way(qtbot: QtBot, typed: str, read: time | None) -> None:
    field = TimeField()
    qtbot.addWidget(field)
    type_text(field.line, typed)
    assert field.value() == read
    assert bool(field.trouble()) is (read is None)


@pytest.mark.parametrize(
    ("typed", "read"), [("0", 0), ("10", 10), ("11", None), ("-1", None), ("1.0", 10), ("a", None)]
)
def test_a_number_stays_in_its_bounds(qtbot: QtBot, typed: str, read: int | None) -> None:
    field = NumberField(0, 10)
    qtbot.addWidget(field)
    type_text(field.line, typed)
    assert field.value() == read


def test_a_date_in_words_is_shown_back_in_full(qtbot: QtBot, day: DateField) -> None:
    type_text(day.line, "mai")
    assert day.words.text() == "day 23 of month 6"
    day.line.left.emit()
    assert day.line.text() == "23/06/2026"
    assert day.value() == date(2026, 6, 23)


def test_a_date_that_cannot_be_read_says_why_and_stays_as_typed(qtbot: QtBot, day: DateField) -> None:
    type_text(day.line, "hôm nào")
    day.line.left.emit()
    assert (day.value(), day.trouble(), day.line.text()) == (None, "Not a day.", "hôm nào")


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_alt_down_opens_a_month_and_enter_takes_its_day(qtbot: QtBot, day: DateField) -> None:
    day.line.setFocus()
    qtbot.keyClick(day.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = day._popup.calendar  # type: ignore[union-attr]
    assert calendar.selectedDate() == QDate(2026, 6, 22)
    with qtbot.waitSignal(day.changed):
        calendar.activated.emit(QDate(2026, 6, 25))
    assert (day.value(), calendar.isVisible()) == (date(2026, 6, 25), False)


def test_what_is_set_is_not_a_change_of_the_persons(qtbot: QtBot, day: DateField) -> None:
    with qtbot.assertNotEmitted(day.changed):
        day.set_value(TODAY)
    assert day.value() == TODAY


@pytest.mark.parametrize("make", [money, TimeField, NumberField])
def test_nothing_typed_is_nothing(qtbot: QtBot, make: type[ReadField]) -> None:
    field = make()
    qtbot.addWidget(field)
    field.set_value(None)
    assert (field.value(), field.trouble(), field.words.isVisibleTo(field)) == (None, "", False)


@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_a_long_hint_is_read_whole_at_any_size(qtbot: QtBot, theme: Theme, zoom: float) -> None:
    field = NumberField(hint="5/9/1968, hoặc 1968")
    qtbot.addWidget(field)
    field.resize(800, 80)
    field.show()
    theme.set_zoom(zoom)
    QApplication.sendPostedEvents()
    letters = field.line.fontMetrics().horizontalAdvance(field.line.placeholderText())
    assert letters < field.line.width() < 800
