"""The composition and its chart, by real clicks and keys."""

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.roster import MergeAreas
from tests.ui.keys import type_text
from ui.parts.colours import DARK, LIGHT
from ui.parts.theme import Theme
from ui.roster.desk import RosterDesk


def test_the_composition_is_that_of_the_body_and_day_asked_for(
    desk: RosterDesk, services: Services, seated: str, qtbot: QtBot
) -> None:
    desk.tabs.setCurrentWidget(desk.composition)
    panel = desk.composition
    qtbot.waitUntil(lambda: panel._composition is not None and panel._composition.total == 3)
    panel.whose.setFocus()
    type_text(panel.whose.control, "uy ban")
    qtbot.waitUntil(lambda: bool(panel.whose.offers))
    qtbot.keyClick(panel.whose.control, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel._composition is not None and panel._composition.total == 2)
    qtbot.waitUntil(lambda: not panel.chart.pixmap().isNull())
    type_text(panel.day.control, "1/1/2020")
    qtbot.waitUntil(lambda: panel._composition is not None and panel._composition.total == 0)
    assert panel.table.table.isHidden()


def test_the_composition_of_an_area_before_its_merger_is_asked_by_its_old_name(
    desk: RosterDesk, services: Services, qtbot: QtBot
) -> None:
    services.roster.merge_areas(MergeAreas(("Khu phố 2", "Khu phố 10"), "Khu phố Mới", date(2026, 6, 1)))
    desk.tabs.setCurrentWidget(desk.composition)
    panel = desk.composition
    qtbot.waitUntil(lambda: panel._composition is not None and panel._composition.total == 3)
    panel.whose.setFocus()
    type_text(panel.whose.control, "khu pho 2")
    qtbot.waitUntil(lambda: bool(panel.whose.offers))
    at = next(at for at, offer in enumerate(panel.whose.offers) if offer.startswith("Khu phố 2"))
    for _step in range(at):
        qtbot.keyClick(panel.whose.control, Qt.Key.Key_Down)
    qtbot.keyClick(panel.whose.control, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel._composition is not None and panel._composition.total == 2)
    assert panel._composition is not None
    assert panel._composition.on == date(2026, 5, 31)


def test_no_figures_stand_under_a_name_that_nobody_knows(desk: RosterDesk, qtbot: QtBot) -> None:
    desk.tabs.setCurrentWidget(desk.composition)
    panel = desk.composition
    qtbot.waitUntil(lambda: panel._composition is not None)
    panel.whose.setFocus()
    type_text(panel.whose.control, "khu phố 77")
    panel.day.setFocus()
    assert panel.total.text() == "“khu phố 77” is not in the list. Choose one of the offers."
    assert panel.table.model.rowCount() == 0


def test_the_chart_follows_the_question_under_the_keyboard(desk: RosterDesk, qtbot: QtBot) -> None:
    desk.tabs.setCurrentWidget(desk.composition)
    panel = desk.composition
    qtbot.waitUntil(lambda: not panel.chart.pixmap().isNull())
    panel.table.table.setFocus()
    panel.table.select(0)
    qtbot.waitUntil(lambda: panel.chart.accessibleName() == "Sex: Women: 1; Men: 2; Not recorded: 0")


def test_the_chart_wears_the_look_of_the_window(desk: RosterDesk, seated: str, qtbot: QtBot, theme: Theme) -> None:
    def ground() -> str:
        return desk.composition.chart.pixmap().toImage().pixelColor(0, 0).name()

    desk.tabs.setCurrentWidget(desk.composition)
    qtbot.waitUntil(lambda: not desk.composition.chart.pixmap().isNull())
    assert ground() == LIGHT.window
    theme.set_mode("dark")
    qtbot.waitUntil(lambda: ground() == DARK.window)
