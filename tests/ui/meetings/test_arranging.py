"""Delegates in order, on seats, in the order of speaking; one invitation for a group; what was noted is corrected."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.meetings import (
    AddDelegate,
    AddMember,
    Edit,
    Finalise,
    Kind,
    Move,
    PartName,
    PlanSupervision,
    Prepare,
    Publish,
    Sent,
)
from frontdesk.office import PaperAsk
from frontdesk.roster import Admit, Appoint, BodyKind, FoundBody
from tests.conftest import StandingClock
from tests.ui.keys import type_text
from tests.ui.meetings.office import GROUP, STARTS, held, name
from tests.ui.stage import Stage
from ui.meetings.entry_section import EntrySection
from ui.meetings.news import NewsSection
from ui.meetings.page import MeetingsPage
from ui.meetings.record import MeetingRecord
from ui.meetings.supervision import SupervisionSection

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
ENTER, LEFT = Qt.Key.Key_Return, Qt.MouseButton.LeftButton


def opened(page: MeetingsPage, number: str) -> MeetingRecord:
    page.open_record(number)
    record = page.opened
    assert isinstance(record, MeetingRecord)
    return record


def names_of(services: Services, number: str) -> list[str]:
    return [each.name for each in services.meetings.meeting(number).delegates]


@pytest.fixture
def committee(services: Services) -> list[str]:
    """The committee's people in the order of protocol."""
    body = services.roster.found_body(FoundBody(BodyKind.COMMITTEE)).name
    for each, post in (("Bùi Thị Nhất", "Chủ tịch"), ("Lê Thị Hai", "Phó Chủ tịch"), ("Trần Văn Ba", "Ủy viên")):
        services.roster.appoint(Appoint(services.roster.admit(Admit(name=each)).number, body, post))
    return ["Bùi Thị Nhất", "Lê Thị Hai", "Trần Văn Ba"]


def test_a_list_moved_by_hand_goes_back_to_protocol_and_that_can_be_undone(
    qtbot: QtBot, page: MeetingsPage, services: Services, stage: Stage, committee: list[str], number: str
) -> None:
    record = opened(page, number)
    record.open_section("delegates")
    before = names_of(services, number)
    assert before[:3] == committee
    services.meetings.move(Move(number, PartName.DELEGATE, 3, to=1))
    services.meetings.move(Move(number, PartName.DELEGATE, 3, to=2))
    by_hand = names_of(services, number)
    assert by_hand[:3] == committee[::-1]
    qtbot.mouseClick(page.findChild(QPushButton, "order.protocol"), LEFT)
    qtbot.waitUntil(lambda: names_of(services, number) == before)
    qtbot.waitUntil(lambda: stage.window.findChild(QPushButton, "notice.action") is not None)
    qtbot.mouseClick(stage.window.findChild(QPushButton, "notice.action"), LEFT)
    qtbot.waitUntil(lambda: names_of(services, number) == by_hand)


def test_everybody_gets_a_seat_by_keys(qtbot: QtBot, page: MeetingsPage, services: Services, number: str) -> None:
    opened(page, number).open_section("delegates")
    seats = page.findChild(QLineEdit, "seats.in_row")
    seats.setFocus()
    qtbot.keyClicks(seats, "3")
    qtbot.keyClick(seats, ENTER)
    qtbot.waitUntil(lambda: services.meetings.meeting(number).delegates[3].seat is not None)
    assert [each.seat for each in services.meetings.meeting(number).delegates] == ["A1", "A2", "A3", "B1"]


def test_who_asks_to_speak_is_noted_by_a_key_and_moved_in_that_order(
    qtbot: QtBot, page: MeetingsPage, services: Services, number: str
) -> None:
    part = opened(page, number).open_section("delegates")
    part.focus_first()
    table = part.pane.table  # type: ignore[attr-defined]

    def turns() -> list[int | None]:
        return [each.speaks for each in services.meetings.meeting(number).delegates]

    for row, wanted in ((2, [None, None, 1, None]), (0, [2, None, 1, None])):
        table.selectRow(row)
        qtbot.keyClick(table, Qt.Key.Key_F4)
        qtbot.waitUntil(lambda wanted=wanted: turns() == wanted)
    choice = part.findChild(QComboBox, "delegate_list.named")
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: table.model().rowCount() == 2)
    table.setFocus()
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: turns() == [1, None, 2, None])


def test_one_invitation_goes_to_a_group_of_the_list(
    qtbot: QtBot, page: MeetingsPage, stage: Stage, number: str
) -> None:
    opened(page, number).open_section("invitations")
    whom = page.findChild(QLineEdit, "group_invitation.whom")
    whom.setFocus()
    type_text(whom, GROUP)
    qtbot.keyClick(whom, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: stage.papers == [("invitations", PaperAsk(number=number, whom=GROUP))])


def test_a_day_of_sending_noted_by_mistake_is_taken_back(
    qtbot: QtBot, page: MeetingsPage, services: Services, number: str
) -> None:
    services.meetings.sent(Sent(number, date(2026, 6, 1)))
    opened(page, number).open_section("invitations")
    day = page.findChild(QLineEdit, "sent.day")
    day.setFocus()
    day.selectAll()
    qtbot.keyClick(day, Qt.Key.Key_Delete)
    qtbot.keyClick(day, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: services.meetings.meeting(number).invited is None)


def test_figures_and_hours_are_emptied_in_the_head(
    qtbot: QtBot, page: MeetingsPage, services: Services, number: str
) -> None:
    record = opened(page, number)
    record.open_section("general")
    assert services.meetings.meeting(number).convened == 4
    for field in ("convened", "ends_at"):
        line = page.findChild(QLineEdit, f"general.{field}")
        line.setFocus()
        line.selectAll()
        qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClick(line, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: services.meetings.meeting(number).convened is None)
    row = services.meetings.meeting(number)
    assert row.ends is None
    assert (row.title, row.kind, row.starts.hour) == ("Hội nghị giao ban quý II", "quarterly_briefing", 8)


def corrected(qtbot: QtBot, part: EntrySection, field: str, text: str) -> None:
    """Correct the first entry's field, by keys."""
    part.list.go_to(0)
    part.list.table.setFocus()
    qtbot.keyClick(part.list.table, ENTER)
    line = part.findChild(QLineEdit, field)
    line.setFocus()
    line.selectAll()
    type_text(line, text)
    qtbot.keyClick(line, Qt.Key.Key_S, CONTROL)


def test_a_publication_is_corrected_also_after_the_minutes(
    qtbot: QtBot, page: MeetingsPage, services: Services
) -> None:
    number = held(services, delegates=2, opinions=1)
    services.meetings.publish(Publish(number, "Zal", date(2026, 6, 23)))
    services.meetings.finalise(Finalise(number))
    part = opened(page, number).open_section("news")
    assert isinstance(part, NewsSection)
    corrected(qtbot, part.published, "publication_edit.channel", "Zalo khu phố 3")
    qtbot.waitUntil(lambda: services.meetings.meeting(number).publications[0].channel == "Zalo khu phố 3")
    assert services.meetings.meeting(number).publications[0].day == date(2026, 6, 23)
    assert [each.fault for each in services.meetings.check() if each.fault] == []


def test_a_member_of_the_team_is_corrected(qtbot: QtBot, page: MeetingsPage, services: Services, number: str) -> None:
    services.meetings.plan_supervision(PlanSupervision(number, "Các khoản đóng góp"))
    services.meetings.add_member(AddMember(number, name(1), role="Trưởng đoàn"))
    part = opened(page, number).open_section("supervision")
    assert isinstance(part, SupervisionSection)
    part.leaves.setCurrentWidget(part.parts[0])
    corrected(qtbot, part.parts[0], "member_edit.role", "Thư ký")
    qtbot.waitUntil(lambda: services.meetings.meeting(number).team[0].role == "Thư ký")
    assert services.meetings.meeting(number).team[0].name == name(1)


def test_a_room_and_a_person_wanted_twice_are_said_in_the_head(
    page: MeetingsPage, services: Services, number: str
) -> None:
    hall = "Hội trường phường"
    services.meetings.edit(Edit(number, place=hall, chair_name="Trần Quốc Hưng"))
    other = services.meetings.prepare(Prepare(Kind.SEMINAR, STARTS, "Tọa đàm", place=hall, chair_name="Trần Quốc Hưng"))
    section = opened(page, number).open_section("general")
    said = page.findChild(QLabel, "general.clashes")
    assert said.isVisible()
    assert hall in said.text()
    assert "Trần Quốc Hưng" in said.text()
    for place in range(3):
        services.meetings.add_delegate(
            AddDelegate(other.number or "", name(place), organisation=f"Khu phố {place + 1}")
        )
    section.show_row()
    first, *_rest, last = said.text().splitlines()
    assert hall in first
    assert (len(_rest), last) == (2, "… and 2 more")


@pytest.mark.parametrize(("now", "words"), [(date(2026, 6, 15), "In time"), (date(2026, 6, 19), "Too late")])
def test_whether_invitations_go_out_in_time_is_said(
    page: MeetingsPage, clock: StandingClock, number: str, now: date, words: str
) -> None:
    clock.moment = datetime(now.year, now.month, now.day, 8, 0)
    opened(page, number).open_section("invitations")
    assert words in page.findChild(QLabel, "invitations.notice").text()


def test_news_too_long_for_zalo_is_said_and_a_publication_is_noted_by_keys(
    qtbot: QtBot, page: MeetingsPage, services: Services, number: str
) -> None:
    opened(page, number).open_section("news")
    said, text = page.findChild(QLabel, "news.length"), page.findChild(QPlainTextEdit, "news.text")
    assert "more than" not in said.text()
    text.setPlainText("Tin " * 600)
    qtbot.waitUntil(lambda: "more than fit one Zalo message" in said.text())
    text.setPlainText("Tin ngắn")
    qtbot.keyClick(text, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: services.meetings.meeting(number).news_text == "Tin ngắn")
    channel = page.findChild(QLineEdit, "publication_new.channel")
    channel.setFocus()
    type_text(channel, "Zalo")
    qtbot.keyClick(channel, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: len(services.meetings.meeting(number).publications) == 1)
    assert services.meetings.meeting(number).publications[0].day == date(2026, 6, 22)
