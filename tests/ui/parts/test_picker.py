from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.errors import RuleBroken
from frontdesk.vietnamese.text import fold
from tests.ui.keys import type_text
from ui.parts.fields import Choice, LineField
from ui.parts.lane import Lane
from ui.parts.picker import PickerField

PEOPLE = (Choice(1, "Nguyễn Thị Trâm", "Khu phố 3"), Choice(2, "Trần Văn Bình"), Choice(3, "Đỗ Trâm Anh", "Khu phố 5"))


def find(text: str) -> list[Choice]:
    return [choice for choice in PEOPLE if fold(text) in fold(choice.text)]


def refuse(text: str) -> list[Choice]:
    raise RuleBroken("x", "No search today.")


Make = Callable[..., PickerField]


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def build(**how: object) -> PickerField:
        window = QWidget()
        column = QVBoxLayout(window)
        field = PickerField(how.pop("find", find), **how)  # type: ignore[arg-type]
        column.addWidget(field)
        column.addWidget(LineField())
        window.resize(500, 300)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
        field.line.setFocus()
        field.kept_window = window  # type: ignore[attr-defined]
        return field

    return build


def type_in(qtbot: QtBot, field: PickerField, text: str, offers: int) -> None:
    type_text(field.line, text)
    qtbot.waitUntil(lambda: len(field.offers) == offers)


def test_two_letters_without_marks_are_enough(qtbot: QtBot, make: Make) -> None:
    field = make()
    type_in(qtbot, field, "tram", 2)
    assert field.offers == ("Nguyễn Thị Trâm — Khu phố 3", "Đỗ Trâm Anh — Khu phố 5")
    qtbot.keyClick(field.line, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.changed):
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert (field.value(), field.line.text(), field.offers) == (PEOPLE[2], "Đỗ Trâm Anh", ())
    assert field.detail.text() == "Khu phố 5"


def test_one_letter_offers_nothing(qtbot: QtBot, make: Make) -> None:
    field = make()
    type_text(field.line, "t")
    field._search()
    assert field.offers == ()


def test_the_search_runs_on_the_reading_worker(qtbot: QtBot, make: Make, lane: Lane) -> None:
    field = make(lane=lane)
    type_in(qtbot, field, "binh", 1)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.value() == PEOPLE[1]


def test_a_search_that_is_refused_is_said_at_the_field(qtbot: QtBot, make: Make, lane: Lane) -> None:
    field = make(find=refuse, lane=lane)
    type_text(field.line, "binh")
    qtbot.waitUntil(lambda: field.line.accessibleDescription() == "No search today.")


def test_escape_closes_the_offers_and_keeps_what_is_typed(qtbot: QtBot, make: Make) -> None:
    field = make()
    type_in(qtbot, field, "tr", 3)
    qtbot.keyClick(field.line, Qt.Key.Key_Escape)
    assert (field.offers, field.line.text()) == ((), "tr")


def test_what_is_not_in_the_list_is_no_value_unless_free(qtbot: QtBot, make: Make) -> None:
    strict, free = make(), make(free_text=True)
    for field in (strict, free):
        field.line.setFocus()
        type_text(field.line, "Lê  Lợi")
    assert (strict.value(), bool(strict.trouble())) == (None, True)
    assert (free.value(), free.trouble()) == (Choice(None, "Lê Lợi"), "")


def test_enter_on_free_text_takes_the_text_and_moves_on(qtbot: QtBot, make: Make) -> None:
    field = make(free_text=True)
    type_in(qtbot, field, "tr", 3)
    with qtbot.waitSignal(field.entered):
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.value() == Choice(None, "tr")


def test_the_last_row_adds_somebody_new(qtbot: QtBot, make: Make) -> None:
    field = make(add_new="New person: {text}")
    type_in(qtbot, field, "Hoa", 1)
    assert field.offers == ("+ New person: Hoa",)
    qtbot.keyClick(field.line, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.add_asked) as asked:
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert asked.args == ["Hoa"]


def test_leaving_takes_the_one_offer_that_is_the_same(qtbot: QtBot, make: Make) -> None:
    field = make()
    type_in(qtbot, field, "trần văn bình", 1)
    qtbot.keyClick(field.line, Qt.Key.Key_Tab)
    assert field.value() == PEOPLE[1]
    assert field.offers == ()


def test_a_click_takes_an_offer_and_typing_never_lost_the_focus(qtbot: QtBot, make: Make) -> None:
    field = make()
    type_in(qtbot, field, "tr", 3)
    assert field.line.hasFocus()
    offers = field._offers
    assert offers is not None
    place = offers.list.visualItemRect(offers.list.item(1)).center()
    qtbot.mouseClick(offers.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert field.value() == PEOPLE[1]


def test_typing_again_forgets_who_was_chosen(qtbot: QtBot, make: Make) -> None:
    field = make()
    field.set_value(PEOPLE[0])
    field.line.setFocus()
    type_text(field.line, "x")
    assert field.value() is None


def test_the_offers_stay_inside_the_window(qtbot: QtBot, make: Make) -> None:
    field = make()
    field.window().resize(200, 120)
    type_in(qtbot, field, "tr", 3)
    assert field._offers is not None
    assert field.window().rect().contains(field._offers.geometry())
