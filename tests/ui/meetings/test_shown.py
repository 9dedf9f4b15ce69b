"""A meeting in two windows: what one types is neither lost nor written over the other's words unasked."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.meetings import Conclude, Edit, EditNews, Kind, PlanSupervision, Prepare
from tests.ui.asking import ScriptedAsk
from tests.ui.meetings.office import STARTS
from tests.ui.stage import Stage
from ui.meetings.page import MeetingsPage
from ui.meetings.record import MeetingRecord

BOTH = [
    ("general", "place", Edit, "place", "Hội trường B"),
    ("conclusion", "paragraphs", Conclude, "paragraphs", ("Kết luận B",)),
    ("supervision", "plan", PlanSupervision, "plan", "Kế hoạch B"),
    ("news", "title", EditNews, "title", "Tin B"),
]


@pytest.fixture
def record(page: MeetingsPage, services: Services) -> MeetingRecord:
    """A supervision opened in this window."""
    page.open_record(services.meetings.prepare(Prepare(Kind.SUPERVISION, STARTS, "Giám sát")).number or "")
    found = page.opened
    assert isinstance(found, MeetingRecord)
    return found


def do(services: Services, takes: Any, number: str, **values: Any) -> None:
    """Another window's deed."""
    verbs = {Edit: "edit", Conclude: "conclude", PlanSupervision: "plan_supervision", EditNews: "edit_news"}
    getattr(services.meetings, verbs[takes])(takes(number, **values))


@pytest.mark.parametrize(("section", "field", "takes", "key", "theirs"), BOTH)
def test_what_both_changed_is_asked_about_and_ones_own_words_can_be_put_back(
    qtbot: QtBot, record: MeetingRecord, services: Services, stage: Stage, ask: ScriptedAsk,
    section: str, field: str, takes: Any, key: str, theirs: Any,
) -> None:  # fmt: skip
    part: Any = record.open_section(section)
    number, shown = record.subject.number, theirs[0] if isinstance(theirs, tuple) else theirs
    part.form.restore_draft({field: "Của tôi"})
    do(services, takes, number, **{key: theirs})
    record.subject.reload()
    assert part.form.values()[field] == "Của tôi"
    ask.will("question", None)
    part.save()
    assert ask.asked[-1][1] == "Changed meanwhile"
    assert part.form.values()[field] == "Của tôi"
    ask.will("question", "reload")
    part.save()
    assert part.form.values()[field] == shown
    assert not part.form.dirty
    qtbot.mouseClick(stage.window.findChild(QPushButton, "notice.action"), Qt.MouseButton.LeftButton)
    assert part.form.values()[field] == "Của tôi"
    part.save()
    qtbot.waitUntil(lambda: not part.form.dirty)
    record.subject.reload()
    assert part.form.values()[field] == "Của tôi"


def test_what_only_the_other_changed_follows_while_one_types_and_both_are_kept(
    qtbot: QtBot, record: MeetingRecord, services: Services
) -> None:
    part: Any = record.open_section("general")
    number = record.subject.number
    part.form.restore_draft({"place": "Hội trường A"})
    do(services, Edit, number, title="Giám sát chuyên đề")
    record.subject.reload()
    assert part.form.values()["title"] == "Giám sát chuyên đề"
    part.save()
    qtbot.waitUntil(lambda: services.meetings.meeting(number).place == "Hội trường A")
    assert services.meetings.meeting(number).title == "Giám sát chuyên đề"


def test_a_change_the_window_has_not_heard_of_is_refused_by_the_office(
    qtbot: QtBot, record: MeetingRecord, services: Services, ask: ScriptedAsk
) -> None:
    part: Any = record.open_section("general")
    number, seen = record.subject.number, record.subject.row
    part.form.restore_draft({"place": "Hội trường A"})
    do(services, Edit, number, place="Hội trường B")
    assert record.subject.row is seen
    ask.will("question", "reload")
    part.save()
    qtbot.waitUntil(lambda: part.form.values()["place"] == "Hội trường B")
    assert services.meetings.meeting(number).place == "Hội trường B"


def test_news_drafted_anew_by_the_record_is_nobody_elses_change(
    qtbot: QtBot, record: MeetingRecord, services: Services
) -> None:
    part: Any = record.open_section("news")
    part.form.restore_draft({"text": "Tin của phường"})
    do(services, Conclude, record.subject.number, paragraphs=("Thống nhất",))
    record.subject.reload()
    part.save()
    qtbot.waitUntil(lambda: services.meetings.meeting(record.subject.number).news_text == "Tin của phường")
