"""A vote by name in the session, by keys; what is written down belongs to the item that is on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.meetings import (
    AddVote,
    AskToSpeak,
    Choice,
    DelegateRow,
    EditVote,
    Kind,
    Mark,
    MeetingRow,
    Method,
    NameVote,
    name_votes,
)
from frontdesk.meetings.exchange import read_meetings, text_of
from tests.ui.keys import type_text
from tests.ui.meetings.office import STARTS, name
from ui.meetings.page import MeetingsPage
from ui.meetings.roll import RollTable, Voter, voters
from ui.meetings.session.screen import SessionScreen

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


@pytest.fixture
def screen(page: MeetingsPage, services: Services, number: str) -> SessionScreen:
    """The screen of a meeting with three of four delegates present."""
    for place in (1, 2, 3):
        services.meetings.mark(Mark(number, place, present=True))
    page.open_record(number)
    page.open_session()
    found = page.opened
    assert isinstance(found, SessionScreen)
    return found


def by_name(qtbot: QtBot, screen: SessionScreen) -> RollTable:
    """Begin a vote by name and stand in the roll."""
    qtbot.keyClick(screen, Qt.Key.Key_4, ALT)
    question = screen.findChild(QPlainTextEdit, "vote_new.question")
    type_text(question, "Thông qua kế hoạch")
    method = screen.findChild(QComboBox, "vote_new.method")
    method.setFocus()
    qtbot.keyClick(method, Qt.Key.Key_End)
    roll = screen.findChild(RollTable, "vote_new.names")
    assert roll.isVisible()
    roll.setFocus()
    return roll


def test_those_present_are_called_and_the_figures_follow_each_key(
    qtbot: QtBot, screen: SessionScreen, services: Services, number: str
) -> None:
    roll = by_name(qtbot, screen)
    assert roll.model().rowCount() == 3
    figures = [screen.findChild(QLineEdit, f"vote_new.{each}") for each in ("in_favour", "against", "abstain")]
    for key, wanted in (("1", ["1", "0", "0"]), ("2", ["1", "1", "0"]), ("3", ["1", "1", "1"])):
        qtbot.keyClicks(roll, key)
        assert [each.text() for each in figures] == wanted
    assert not figures[0].isEnabled()
    qtbot.keyClick(roll, Qt.Key.Key_0)
    qtbot.keyClicks(roll, "1")
    assert [each.text() for each in figures] == ["2", "1", "0"]
    assert "Carried" in screen.findChild(QLabel, "vote_new.result").text()
    qtbot.keyClick(roll, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: len(services.meetings.meeting(number).votes) == 1)
    row = services.meetings.meeting(number)
    vote = row.votes[0]
    assert (vote.method, vote.in_favour, vote.against, vote.abstain) == (Method.BY_NAME, 2, 1, 0)
    assert name_votes(vote.names) == (
        NameVote(name(0), Choice.FOR), NameVote(name(1), Choice.AGAINST), NameVote(name(2), Choice.FOR),
    )  # fmt: skip
    (read,) = read_meetings(text_of([row]))
    assert read.votes == row.votes
    assert read.votes[0].item == 1


def test_a_vote_by_name_is_corrected_and_the_rest_can_be_for(
    qtbot: QtBot, screen: SessionScreen, services: Services, number: str
) -> None:
    services.meetings.add_vote(AddVote(number, "Bầu tổ thư ký", names=(NameVote(name(0), Choice.AGAINST),)))
    qtbot.keyClick(screen, Qt.Key.Key_4, ALT)
    screen.votes.edit(services.meetings.meeting(number).votes[0])
    roll = screen.findChild(RollTable, "vote_edit.names")
    assert roll.isVisible()
    screen.votes.editing.form.field("names")._rest.click()  # type: ignore[union-attr]
    qtbot.keyClick(roll, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: services.meetings.meeting(number).votes[0].in_favour == 2)
    assert services.meetings.meeting(number).votes[0].against == 1
    qtbot.waitUntil(lambda: screen.votes.editing is None)
    screen.votes.edit(services.meetings.meeting(number).votes[0])
    editing = screen.votes.editing
    assert editing is not None
    method = editing.findChild(QComboBox, "vote_edit.method")
    method.setFocus()
    qtbot.keyClick(method, Qt.Key.Key_Up)
    assert not editing.findChild(RollTable, "vote_edit.names").isVisible()
    qtbot.keyClick(method, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: services.meetings.meeting(number).votes[0].names is None)
    assert services.meetings.meeting(number).votes[0].in_favour == 2


@pytest.mark.parametrize("text", ['["Lê Thị An", "Lê Thị An"]', '{"for":["Lê Thị An"],"spoiled":["Khách"]}'])
def test_names_recorded_in_another_form_stay_until_somebody_changes_them(
    qtbot: QtBot, screen: SessionScreen, services: Services, number: str, text: str
) -> None:
    votes = name_votes(text)
    services.meetings.add_vote(AddVote(number, "Một", names=votes))
    screen.votes.edit(services.meetings.meeting(number).votes[0])
    assert screen.votes.editing is not None
    screen.votes.editing.form.field("question").set_value("Hai")
    screen.votes.editing.save()
    qtbot.waitUntil(lambda: services.meetings.meeting(number).votes[0].question == "Hai")
    assert name_votes(services.meetings.meeting(number).votes[0].names) == votes


def meeting(*delegates: DelegateRow) -> MeetingRow:
    return MeetingRow(kind=Kind.REVIEW, title="x", starts=STARTS, delegates=delegates)


def test_who_may_vote_is_who_is_present_or_has_voted() -> None:
    present, absent = DelegateRow("An", present=True), DelegateRow("Bình", present=False)
    assert voters(meeting(present, absent), ()) == (Voter(1, "An", ""),)
    assert [each.name for each in voters(meeting(DelegateRow("An"), DelegateRow("Bình")), ())] == ["An", "Bình"]
    voted = voters(meeting(present, absent), (NameVote("Bình", Choice.FOR),))
    assert voted == (Voter(1, "An", ""), Voter(2, "Bình", "", Choice.FOR))


def test_two_people_of_one_name_vote_apart() -> None:
    twins = meeting(DelegateRow("An", "Bí thư", present=True), DelegateRow("An", "Trưởng ban", present=True))
    found = voters(twins, (NameVote("An", Choice.FOR), NameVote("An", Choice.AGAINST)))
    assert [(each.post, each.choice) for each in found] == [("Bí thư", Choice.FOR), ("Trưởng ban", Choice.AGAINST)]


def test_what_is_said_belongs_to_the_item_that_is_on(
    qtbot: QtBot, screen: SessionScreen, services: Services, number: str
) -> None:
    qtbot.keyClick(screen, Qt.Key.Key_3, ALT)
    said = screen.findChild(QPlainTextEdit, "opinion_new.text")

    def say(text: str, count: int) -> None:
        said.setFocus()
        type_text(said, text)
        qtbot.keyClick(said, ENTER)
        qtbot.waitUntil(lambda: len(services.meetings.meeting(number).opinions) == count)
        qtbot.waitUntil(lambda: said.toPlainText() == "")

    say("Một", 1)
    qtbot.keyClick(screen, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: screen.subject.item_on == 2)
    say("Hai", 2)
    said.setFocus()
    type_text(said, "Ba dở dang")
    qtbot.keyClick(screen, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: screen.subject.item_on == 3)
    type_text(said, " đã xong")
    qtbot.keyClick(said, ENTER)
    qtbot.waitUntil(lambda: len(services.meetings.meeting(number).opinions) == 3)
    qtbot.waitUntil(lambda: said.toPlainText() == "")
    say("Bốn", 4)
    assert [each.item for each in services.meetings.meeting(number).opinions] == [1, 2, 2, 3]


def test_who_asked_to_speak_has_the_floor_in_turn(
    qtbot: QtBot, screen: SessionScreen, services: Services, number: str
) -> None:
    for which in (2, 1):
        services.meetings.ask_to_speak(AskToSpeak(number, which))
    qtbot.keyClick(screen, Qt.Key.Key_3, ALT)
    turns = screen.findChild(QLabel, "opinion.turns")
    qtbot.waitUntil(lambda: f"{name(1)}, {name(0)}" in turns.text())
    said = screen.findChild(QPlainTextEdit, "opinion_new.text")
    for place, text in ((1, "Một"), (0, "Hai")):
        qtbot.keyClick(screen, Qt.Key.Key_F4)
        qtbot.waitUntil(lambda place=place: screen.findChild(QLineEdit, "opinion_new.speaker").text() == name(place))
        qtbot.waitUntil(said.hasFocus)
        type_text(said, text)
        qtbot.keyClick(said, ENTER)
        qtbot.waitUntil(lambda: said.toPlainText() == "")
    rows = services.meetings.meeting(number)
    assert [(each.speaker, each.text) for each in rows.opinions] == [(name(1), "Một"), (name(0), "Hai")]
    qtbot.waitUntil(lambda: not any(each.speaks for each in services.meetings.meeting(number).delegates))
    qtbot.waitUntil(lambda: not turns.isVisible())


def test_a_vote_keeps_what_was_not_recorded(
    qtbot: QtBot, screen: SessionScreen, services: Services, number: str
) -> None:
    services.meetings.add_vote(AddVote(number, "Một", 2))
    services.meetings.edit_vote(EditVote(number, 1, clear=("majority",)))
    before = services.meetings.meeting(number).votes[0]
    assert (before.method, before.base, before.majority) == (None, None, None)
    screen.votes.edit(before)
    assert screen.votes.editing is not None
    screen.votes.editing.form.field("question").set_value("Hai")
    screen.votes.editing.save()
    qtbot.waitUntil(lambda: services.meetings.meeting(number).votes[0].question == "Hai")
    after = services.meetings.meeting(number).votes[0]
    assert (after.method, after.base, after.majority, after.in_favour) == (None, None, None, 2)
