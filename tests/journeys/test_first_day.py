"""The first day of an office, through the real window with keys alone."""

import io
import json
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from frontdesk.office import ListAsk
from tests.journeys.keyboard import Keyboard
from tests.ui.asking import ScriptedAsk
from tests.ui.keys import type_text
from tests.ui.meetings.office import SAID, name
from ui.desk.application import Program
from ui.desk.shell import Shell
from ui.desk.showing import PaperWindow
from ui.desk.wizard import Wizard
from ui.meetings.record import MeetingRecord
from ui.roster.importing.dialog import ImportDialog

ROOT = Path(__file__).parents[2]
SHEETS = Path(__file__).parents[1] / "data" / "sheets"
PASSPHRASE = "bốn từ ghép lại"
DELEGATES = 20
HN = "HN-2026-0001"
TITLE = "Họp Ban Thường trực mở rộng tháng 6 năm 2026"


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
    """The desk Hội nghị, and a new meeting; its kind is one that invites nobody of this roster by itself."""
    keyboard.ctrl(Qt.Key.Key_3)
    keyboard.ctrl(Qt.Key.Key_N)
    keyboard.wait_at("new_meeting.kind")
    type_text(keyboard.at, "Meeting o")
    keyboard.enter()
    keyboard.type("22/6/2026")
    keyboard.enter(2)
    keyboard.type(TITLE)
    keyboard.enter()
    keyboard.type("Hội trường phường")
    keyboard.enter()
    keyboard.wait_at("general.title")


def open_part(keyboard: Keyboard, record: MeetingRecord, part: str) -> None:
    """By Tab to the list of the meeting's parts, then down to one of them."""
    keyboard.tab_to("meeting.sections")
    keyboard.press(Qt.Key.Key_Home)
    while record.part.objectName() != part:
        keyboard.press(Qt.Key.Key_Down)


def add(keyboard: Keyboard, entries: Callable[[], int], form: str, **fields: str | bool) -> None:
    """Fill the fields of an entry and save it; the next may be typed at once."""
    before = entries()
    for field, words in fields.items():
        keyboard.tab_to(f"{form}.{field}")
        if isinstance(words, str):
            keyboard.type(words)
        else:
            keyboard.press(Qt.Key.Key_Space)
    keyboard.ctrl(Qt.Key.Key_S)
    keyboard.wait(lambda: entries() == before + 1)


def test_from_the_first_question_to_the_saved_minutes(
    program: Program,
    keyboard: Keyboard,
    answers: ScriptedAsk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
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
    meeting = partial(services.meetings.meeting, HN)
    assert meeting().title == TITLE
    open_part(keyboard, record, "delegates")
    for place in range(DELEGATES):
        add(keyboard, lambda: len(meeting().delegates), "delegate_new", name=f"{name(place)} {place}")
    open_part(keyboard, record, "opinion")
    for place in range(3):
        ticked = {"petition": True} if place == 1 else {}
        add(
            keyboard, lambda: len(meeting().opinions), "opinion_new", speaker=f"{name(place)} {place}",
            text=SAID[place], **ticked,
        )  # fmt: skip
    open_part(keyboard, record, "vote")
    add(
        keyboard, lambda: len(meeting().votes), "vote_new", question="Thông qua kế hoạch xây dựng khu dân cư",
        in_favour="18", against="1", abstain="1",
    )  # fmt: skip
    assert [row.name for row in meeting().delegates] == [f"{name(place)} {place}" for place in range(DELEGATES)]
    assert [(row.text, row.petition) for row in meeting().opinions] == list(
        zip(SAID, (False, True, False), strict=True)
    )
    assert (meeting().votes[0].in_favour, meeting().votes[0].against, meeting().votes[0].abstain) == (18, 1, 1)
    assert [(row["summary"], row["meeting"]) for row in services.petitions.listing(ListAsk())] == [(SAID[1], HN)]

    open_part(keyboard, record, "minutes")
    keyboard.push("minutes.show")
    keyboard.wait(lambda: isinstance(keyboard.at.window(), PaperWindow) and keyboard.at.window().preview.sheets.count)
    answers.will("choose_save", tmp_path / "window.pdf")
    keyboard.push("preview.pdf")
    keyboard.wait((tmp_path / "window.pdf").exists)
    saved = (tmp_path / "window.pdf").read_bytes()
    monkeypatch.setenv("FRONTDESK_PASSPHRASE", PASSPHRASE)
    # A program of its own, as somebody would start it beside the window: one process has one office open.
    words = ["--office", str(tmp_path / "office"), "print", "minutes", HN, "--out", str(tmp_path / "command.pdf")]
    subprocess.run([sys.executable, "main.py", *words], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    assert (tmp_path / "command.pdf").read_bytes() == saved
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(saved)).pages).split())
    for said in SAID:
        assert said in text
