"""Every part, form and dialog: named, reached by Tab in reading order, nothing cut, at 100 % and 150 %."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.roster import BodyKind
from tests.ui.stage import Stage
from tests.ui.walk import check_parts, check_windows, walked
from ui.parts.theme import Theme
from ui.roster.bodyforms import amend_dialog, end_dialog, found_dialog, open_term_dialog
from ui.roster.bulk import bulk_dialog
from ui.roster.desk import RosterDesk
from ui.roster.importing.dialog import ImportDialog
from ui.roster.meritforms import commend, course, model, visit
from ui.roster.papers import PaperDialog, papers
from ui.roster.posts import appoint_dialog
from ui.roster.termdialog import TermDialog

PARTS = ("people", "bodies", "areas", "composition", "merits", "reminders")


@walked
def test_each_part_can_be_walked(desk: RosterDesk, stage: Stage, theme: Theme, qtbot: QtBot) -> None:
    def bring(part: str) -> None:
        desk.tabs.setCurrentWidget(getattr(desk, part))
        qtbot.waitUntil(lambda: not stage.env.lane._jobs)

    check_parts(stage.window, theme, (partial(bring, part) for part in PARTS))


@walked
def test_the_card_and_the_form_can_be_walked(desk: RosterDesk, stage: Stage, theme: Theme, qtbot: QtBot) -> None:
    def bring_card() -> None:
        desk.open_record("NG-0001")
        qtbot.waitUntil(lambda: desk.people.card is not None and desk.people.card.person is not None)

    editor = desk.people.open_editor
    known = stage.env.services.roster.person("NG-0001")
    check_parts(stage.window, theme, (bring_card, partial(editor, known), partial(editor, None)))


DIALOGS: dict[str, Callable[[Stage, QWidget], QWidget]] = {
    "appoint": lambda stage, owner: appoint_dialog(stage.env, stage.env.services.roster.person("NG-0001"), owner),
    "bulk": lambda stage, owner: bulk_dialog(stage.env, ("NG-0001",), owner),
    "found": lambda stage, owner: found_dialog(stage.env, owner),
    "amend": lambda stage, owner: amend_dialog(stage.env, stage.env.services.roster.bodies()[0], owner),
    "end": lambda stage, owner: end_dialog(stage.env, stage.env.services.roster.bodies()[0], owner),
    "open_term": lambda stage, owner: open_term_dialog(stage.env, stage.env.services.roster.bodies()[0], owner),
    "course": lambda stage, owner: course(stage.env, None, owner),
    "commend": lambda stage, owner: commend(stage.env, owner),
    "model": lambda stage, owner: model(stage.env, None, owner),
    "visit": lambda stage, owner: visit(stage.env, None, owner),
    "paper": lambda stage, owner: PaperDialog(stage.env, papers()[0], None, owner),
    "import": lambda stage, owner: ImportDialog(stage.env, owner),
}


@walked
def test_each_dialog_can_be_walked(desk: RosterDesk, stage: Stage, theme: Theme) -> None:
    check_windows((partial(make, stage, desk) for make in DIALOGS.values()), theme)


@walked
def test_each_step_of_a_change_of_term_can_be_walked(desk: RosterDesk, stage: Stage, theme: Theme) -> None:
    def at(steps: int, count: int) -> QWidget:
        bodies = stage.env.services.roster.bodies(BodyKind.WORKING_COMMITTEE)[:count]
        opened = TermDialog(stage.env, [body.name for body in bodies], desk)
        opened.flow.name, opened.flow.day = "khóa II", date(2026, 7, 1)
        for _step in range(steps):
            opened.flow.forward()
            opened.flow.tick_all()
        opened._show()
        return opened

    check_windows((partial(at, steps, count) for count in (1, 2) for steps in range(3)), theme)
