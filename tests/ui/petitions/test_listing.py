"""The list: today's work, filters, search."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.office import AddArea
from frontdesk.petitions import Kind, Register
from tests.conftest import StandingClock
from tests.frontdesk.petitions.crowd import lay_down
from tests.ui.keys import type_text
from tests.ui.petitions.conftest import LIGHTS
from tests.ui.stage import Stage
from ui.parts.table import PAGES_KEPT
from ui.petitions.desk import PetitionsDesk
from ui.petitions.work import OWN_DAYS


def numbers(desk: PetitionsDesk) -> list[str]:
    model = desk.petitions.pane.model
    return [str(model.index(at, 0).data()) for at in range(model.rowCount())]


def test_the_newest_petition_stands_first(desk: PetitionsDesk, services: Services, number: str, qtbot: QtBot) -> None:
    later = services.petitions.register(Register(Kind.REPORT, "Mương thoát nước tắc")).number
    qtbot.waitUntil(lambda: numbers(desk) == [later, number])


def test_what_is_overdue_is_counted_and_one_key_away(
    stage: Stage, services: Services, number: str, clock: StandingClock, qtbot: QtBot
) -> None:
    services.petitions.register(Register(Kind.REPORT, "Mương thoát nước tắc"))
    clock.moment = datetime(2026, 6, 22, 8, 0) + timedelta(days=40)
    services.petitions.register(Register(Kind.REPORT, "Tiếng ồn ban đêm"))
    desk = PetitionsDesk(stage.env)
    stage.show(desk)
    button = desk.petitions.work.buttons["overdue"]
    qtbot.waitUntil(button.isVisible)
    assert button.text() == "Overdue: 2"
    button.click()
    assert len(numbers(desk)) == 2


def test_kinds_of_work_there_is_none_of_are_not_shown(desk: PetitionsDesk) -> None:
    assert not any(button.isVisible() for button in desk.petitions.work.buttons.values())
    assert desk.petitions.work.nothing.isVisible()


@pytest.mark.parametrize(("kind", "found"), [(Kind.PROPOSAL, 1), (Kind.COMPLAINT, 0), (None, 1)])
def test_the_kind_narrows_the_list(desk: PetitionsDesk, kind: Kind | None, found: int) -> None:
    desk.petitions.filters.kind.set_value(kind)
    desk.petitions.filters.changed.emit()
    assert len(numbers(desk)) == found


def test_a_denouncer_stands_under_a_code(desk: PetitionsDesk, services: Services, qtbot: QtBot) -> None:
    services.petitions.register(Register(Kind.DENUNCIATION, "Cán bộ thu tiền sai quy định", paper_place="Tủ số 1"))
    qtbot.waitUntil(lambda: len(numbers(desk)) == 2)
    assert desk.petitions.pane.model.index(0, 2).data() == "TC-2026-0002 (kept secret)"


def test_enter_opens_the_petition(desk: PetitionsDesk, number: str, qtbot: QtBot) -> None:
    pane = desk.petitions.pane
    pane.table.selectRow(0)
    pane.table.activated.emit(pane.model.index(0, 0))
    assert desk.title == number
    card = desk.petitions.card
    assert card is not None
    qtbot.waitUntil(lambda: card.row is not None and card.row.summary == LIGHTS)


def test_any_days_may_be_asked_for(desk: PetitionsDesk, services: Services, number: str, qtbot: QtBot) -> None:
    filters = desk.petitions.filters
    old = services.petitions.register(Register(Kind.REPORT, "Việc cũ", received=date(2026, 2, 10))).number
    qtbot.waitUntil(lambda: len(numbers(desk)) == 2)
    assert not filters.days.isVisible()
    filters.period.set_value(OWN_DAYS)
    filters.period.changed.emit()
    assert filters.days.isVisible()
    assert len(numbers(desk)) == 2
    for field, value in ((filters.since, date(2026, 2, 1)), (filters.until, date(2026, 2, 28))):
        field.set_value(value)
        field.changed.emit()
    assert numbers(desk) == [old]
    filters.since.set_value(None)
    filters.since.changed.emit()
    assert numbers(desk) == [old]
    desk.petitions.show_filter("open")
    assert not filters.days.isVisible()
    assert len(numbers(desk)) == 2


@pytest.mark.parametrize(("typed", "found"), [("Hoà", 1), ("tran thi hoa", 1), ("KN-2026-0001", 1), ("ngõ 99", 0)])
def test_typed_words_narrow_the_list(desk: PetitionsDesk, typed: str, found: int, qtbot: QtBot) -> None:
    edit = desk.petitions.pane.findChild(QLineEdit)
    type_text(edit, typed)
    qtbot.waitUntil(lambda: desk.petitions.pane.model.query.text == typed)
    assert len(numbers(desk)) == found


def test_a_hundred_thousand_petitions_are_scrolled_through(
    stage: Stage, services: Services, number: str, qtbot: QtBot
) -> None:
    services.office.add_area(AddArea("Khu phố 1"))
    lay_down(100_000, 1)
    desk = PetitionsDesk(stage.env)
    stage.show(desk)
    pane = desk.petitions.pane
    model, table = pane.model, pane.table
    assert model.rowCount() == 100_001
    bar = table.verticalScrollBar()
    for share in range(0, 101, 4):
        bar.setValue(bar.maximum() * share // 100)
        table.grab()
        at = table.rowAt(1)
        assert model.index(at, 0).data()
        assert len(model._pages) <= PAGES_KEPT
    assert str(model.index(100_000, 0).data()) == "KN-2016-000000"
