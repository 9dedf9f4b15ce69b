"""The first day of an office, through the real window with keys alone."""

import json
from pathlib import Path

from PySide6.QtCore import Qt

from tests.journeys.keyboard import Keyboard
from tests.ui.asking import ScriptedAsk
from ui.desk.application import Program
from ui.desk.shell import Shell
from ui.desk.wizard import Wizard
from ui.meetings.record import MeetingRecord
from ui.roster.importing.dialog import ImportDialog

SHEETS = Path(__file__).parents[1] / "data" / "sheets"
PASSPHRASE = "bốn từ ghép lại"
HN = "HN-2026-0001"


def found_the_office(keyboard: Keyboard, wizard: Wizard) -> None:
    """Commune, letterhead, signers, first user, recovery code; Enter moves on from field to field and page to page."""
    keyboard.press(Qt.Key.Key_Space)
    commune = wizard.page.form.field("commune")
    keyboard.wait(commune.control.hasFocus)
    keyboard.type("hoan kiem")
    keyboard.wait(lambda: any("Hoàn Kiếm" in offer for offer in commune.offers))
    keyboard.enter(2)
    keyboard.wait_at("first_header.front_line")
    keyboard.enter(3)
    keyboard.wait_at("first_signers.chair")
    keyboard.type("Trần Quốc Hưng")
    keyboard.push("wizard.next")
    keyboard.wait_at("first_user.user")
    for words in ("Lê Ngọc Thảo", PASSPHRASE, PASSPHRASE):
        keyboard.type(words)
        keyboard.enter()
    keyboard.wait_at("recovery.print")
    code = wizard.flow.code
    keyboard.push("wizard.next")
    keyboard.wait_at("first_type_back.code")
    keyboard.type(code)
    keyboard.enter()


def read_the_roster(keyboard: Keyboard, answers: ScriptedAsk) -> None:
    """The desk Danh bạ, and a sheet as an office keeps it: its headers, what would happen, what happened."""
    keyboard.ctrl(Qt.Key.Key_2)
    keyboard.push("roster.import")
    keyboard.wait(lambda: isinstance(keyboard.at.window(), ImportDialog))
    answers.will("choose_file", SHEETS / "roster.xlsx")
    keyboard.press(Qt.Key.Key_Space)
    dialog = keyboard.at.window()
    assert isinstance(dialog, ImportDialog)
    for pages in (1, 2):
        keyboard.wait(lambda pages=pages: dialog.stack.currentIndex() == pages and dialog.next.isEnabled())
        keyboard.push("import.next")
    keyboard.wait(lambda: dialog.close_button.isEnabled() and dialog.stack.currentIndex() == 3)
    keyboard.push("import.close")


def begin_the_meeting(keyboard: Keyboard) -> None:
    """The desk Hội nghị, and a new meeting: kind, day, hour, name, place."""
    keyboard.ctrl(Qt.Key.Key_3)
    keyboard.ctrl(Qt.Key.Key_N)
    keyboard.wait_at("new_meeting.kind")
    keyboard.enter()
    keyboard.type("22/6/2026")
    keyboard.enter(2)
    keyboard.type("Hội nghị giao ban quý II năm 2026")
    keyboard.enter()
    keyboard.type("Hội trường phường")
    keyboard.enter()
    keyboard.wait_at("general.title")


def test_from_the_first_question_to_the_roster_and_a_new_meeting(
    program: Program,
    keyboard: Keyboard,
    answers: ScriptedAsk,
) -> None:
    assert isinstance(program.front, Wizard)
    found_the_office(keyboard, program.front)
    keyboard.wait_at("navigation")
    assert isinstance(program.front, Shell)
    services = program.front.env.services
    read_the_roster(keyboard, answers)
    # Every window manager gives the keyboard back to the window below; the offscreen platform does not.
    program.front.activateWindow()
    assert services.roster.count() == len(json.loads((SHEETS / "roster.xlsx.truth.json").read_text("utf-8")))

    begin_the_meeting(keyboard)
    record = program.front.page.opened
    assert isinstance(record, MeetingRecord)
    assert services.meetings.meeting(HN).title == "Hội nghị giao ban quý II năm 2026"
