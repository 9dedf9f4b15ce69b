"""The desk's page: lists, a new meeting by keys, and what may be walked."""

import gc
import weakref
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.meetings import AddMember, AddRecommendation, Finalise, Kind, Prepare, TaskStatus
from frontdesk.office import PaperAsk
from tests.conftest import StandingClock
from tests.ui.asking import ScriptedAsk
from tests.ui.keys import type_text
from tests.ui.meetings.office import LONG, STARTS, held
from tests.ui.stage import Stage
from tests.ui.walk import check_parts, check_window, walked
from ui.meetings.calendar import next_month
from ui.meetings.page import MeetingsPage
from ui.meetings.recommending import RecommendationsPage
from ui.meetings.record import SECTIONS, MeetingRecord
from ui.meetings.session.screen import SessionScreen
from ui.meetings.supervision import SupervisionSection
from ui.meetings.templates import item_of
from ui.parts.fields import ChoiceField
from ui.parts.theme import Theme


def choose(field: ChoiceField, value: Any) -> None:
    """Choose as a person does."""
    field.set_value(value)
    field.box.activated.emit(field.box.currentIndex())


def choose_text(box: QComboBox, text: str) -> None:
    """The same by the words shown."""
    box.setCurrentText(text)
    box.activated.emit(box.currentIndex())


def test_an_empty_office_says_what_to_do_first_and_its_button_does_it(qtbot: QtBot, page: MeetingsPage) -> None:
    begin = page.findChild(QPushButton, "meetings.begin")
    assert begin.isVisible()
    qtbot.mouseClick(begin, Qt.MouseButton.LeftButton)
    assert page.title == "New meeting"


def test_a_meeting_is_prepared_with_keys_alone(qtbot: QtBot, page: MeetingsPage, services: Services) -> None:
    page.new_record()
    kind = page.findChild(QComboBox, "new_meeting.kind")
    assert kind.hasFocus()
    qtbot.keyClick(kind, Qt.Key.Key_Return)
    day = page.findChild(QLineEdit, "new_meeting.day")
    assert day.hasFocus()
    qtbot.keyClicks(day, "24/6")
    for field in ("day", "at", "title", "place"):
        qtbot.keyClick(page.findChild(QLineEdit, f"new_meeting.{field}"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(page.opened, MeetingRecord))
    assert page.title == "HN-2026-0001"
    row = services.meetings.meeting("HN-2026-0001")
    assert f"{row.starts:%d/%m/%Y %H:%M}" == "24/06/2026 08:00"
    assert row.agenda


@walked
def test_every_part_can_be_walked(page: MeetingsPage, services: Services, theme: Theme) -> None:
    page.open_record(held(services, delegates=6, opinions=3))
    record = page.opened
    assert isinstance(record, MeetingRecord)
    check_parts(page.window(), theme, (partial(record.open_section, name) for name in SECTIONS))


@walked
def test_the_session_can_be_walked(page: MeetingsPage, services: Services, theme: Theme) -> None:
    page.open_record(held(services, delegates=6, opinions=3))
    page.open_session()
    screen = page.opened
    assert isinstance(screen, SessionScreen)
    parts = (partial(screen.leaves.setCurrentIndex, at) for at in range(screen.leaves.count()))
    check_parts(page.window(), theme, parts)


@walked
def test_the_lists_can_be_walked(page: MeetingsPage, services: Services, theme: Theme) -> None:
    held(services, delegates=3, opinions=1)

    def bring(leaf: int) -> None:
        page.home.setCurrentIndex(leaf)
        page.refresh()

    check_parts(page.window(), theme, (partial(bring, leaf) for leaf in range(page.home.count())))


@walked
def test_a_supervision_has_its_own_part_and_can_be_walked(page: MeetingsPage, services: Services, theme: Theme) -> None:
    row = services.meetings.prepare(Prepare(Kind.SUPERVISION, STARTS, "Giám sát"))
    page.open_record(row.number or "")
    record = page.opened
    assert isinstance(record, MeetingRecord)
    part = record.open_section("supervision")
    assert isinstance(part, SupervisionSection)
    leaves = (partial(part.leaves.setCurrentIndex, leaf) for leaf in range(part.leaves.count()))
    check_parts(page.window(), theme, leaves)


def test_the_list_is_narrowed_by_words_kind_state_and_year(
    qtbot: QtBot, page: MeetingsPage, services: Services
) -> None:
    number = held(services, delegates=2, opinions=1)
    services.meetings.finalise(Finalise(number))
    services.meetings.prepare(Prepare(Kind.SEMINAR, datetime(2025, 3, 4, 8, 0), "Tọa đàm về đoàn kết"))
    page.list.reload()
    model = page.list.pane.model
    assert [model.row(at).title for at in range(model.rowCount())] == [LONG, "Tọa đàm về đoàn kết"]  # type: ignore[union-attr]
    choose(page.list.kinds, Kind.SEMINAR)
    assert model.rowCount() == 1
    choose(page.list.kinds, None)
    choose(page.list.years, 2026)
    assert model.row(0).number == number  # type: ignore[union-attr]
    choose(page.list.years, None)
    choose_text(page.findChild(QComboBox, "meetings.named"), "minutes final")
    assert model.rowCount() == 1
    choose_text(page.findChild(QComboBox, "meetings.named"), "All states")
    page.search("")
    type_text(QApplication.focusWidget(), "doan ket")
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert page.title == "HN-2025-0001"


@walked
def test_a_changed_template_is_what_the_next_meeting_begins_with(
    qtbot: QtBot, page: MeetingsPage, services: Services, theme: Theme
) -> None:
    page.new_record()
    qtbot.mouseClick(page.findChild(QPushButton, "new_meeting.template"), Qt.MouseButton.LeftButton)
    check_window(page.window(), theme)
    line = page.findChild(QLineEdit, "template_form.agenda")
    type_text(line, "Trao giấy khen 25")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.mouseClick(page.findChild(QPushButton, "template.save"), Qt.MouseButton.LeftButton)
    template = services.meetings.template
    qtbot.waitUntil(lambda: template(Kind.QUARTERLY_BRIEFING).agenda[-1].title == "Trao giấy khen")
    made = services.meetings.prepare(Prepare(Kind.QUARTERLY_BRIEFING, STARTS))
    assert (made.agenda[-1].title, made.agenda[-1].minutes) == ("Trao giấy khen", 25)


@pytest.mark.parametrize(
    ("typed", "title", "minutes"),
    [
        ("Thảo luận 60", "Thảo luận", 60),
        ("Thảo luận (60 phút)", "Thảo luận", 60),
        ("Báo cáo quý 2 năm nay", "Báo cáo quý 2 năm nay", None),
        ("Khai mạc", "Khai mạc", None),
    ],
)
def test_an_item_is_typed_with_its_minutes(typed: str, title: str, minutes: int | None) -> None:
    assert (item_of(typed).title, item_of(typed).minutes) == (title, minutes)


def test_the_calendar_is_walked_by_arrows_and_tells_the_lunar_date(
    qtbot: QtBot, page: MeetingsPage, number: str
) -> None:
    page.home.setCurrentWidget(page.calendar)
    grid = page.calendar.grid
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert grid.day == date(2026, 6, 23)
    assert "mùng 9 tháng Năm" in grid.accessibleDescription()
    qtbot.keyClick(grid, Qt.Key.Key_PageDown)
    assert grid.day == date(2026, 7, 23)
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert page.calendar.list.hasFocus()
    page.calendar.list.setCurrentRow(0)
    page.calendar.list.itemActivated.emit(page.calendar.list.item(0))
    assert page.title == number


@pytest.mark.parametrize(
    ("day", "by", "other"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
    ],
)
def test_a_month_on_is_the_same_day_or_the_last(day: date, by: int, other: date) -> None:
    assert next_month(day, by) == other


def test_the_calendar_file_is_written(
    qtbot: QtBot, page: MeetingsPage, stage: Stage, ask: ScriptedAsk, tmp_path: Path, number: str
) -> None:
    path = tmp_path / "lich.ics"
    ask.will("choose_save", path)
    qtbot.mouseClick(page.findChild(QPushButton, "meetings.ics"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(stage.env.notices.texts))
    assert number in path.read_text(encoding="utf-8")


def test_tasks_stand_overdue_first_and_are_done_with_result_and_document(
    qtbot: QtBot, page: MeetingsPage, services: Services, clock: StandingClock, stage: Stage
) -> None:
    number = held(services, delegates=2, opinions=0)
    clock.moment = datetime(2026, 7, 3, 8, 0)
    page.home.setCurrentWidget(page.tasks)
    model = page.tasks.pane.model
    assert [model.row(at).overdue for at in range(4)] == [True, True, False, False]  # type: ignore[union-attr]
    table = page.tasks.pane.table
    table.setFocus()
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    result = page.findChild(QPlainTextEdit, "task_done.result")
    assert result.hasFocus()
    type_text(result, "Đã rà soát 12 hộ")
    document = page.findChild(QLineEdit, "task_done.document")
    type_text(document, "BC số 3")
    qtbot.keyClick(document, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: services.meetings.meeting(number).tasks[0].status == TaskStatus.DONE)
    row = services.meetings.meeting(number).tasks[0]
    assert (row.result, row.document, row.finished) == ("Đã rà soát 12 hộ", "BC số 3", date(2026, 7, 3))
    qtbot.waitUntil(lambda: model.rowCount() == 3)
    qtbot.waitUntil(lambda: stage.window.findChild(QPushButton, "notice.action") is not None)
    qtbot.mouseClick(stage.window.findChild(QPushButton, "notice.action"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: services.meetings.meeting(number).tasks[0].status == TaskStatus.OPEN)


def test_windows_opened_and_closed_again_leave_nothing_behind(
    qtbot: QtBot, page: MeetingsPage, services: Services
) -> None:
    number = held(services, delegates=3, opinions=2)
    page.open_record(number)
    page.close_record()
    qtbot.waitUntil(lambda: not page.findChildren(MeetingRecord))
    before = len(QApplication.topLevelWidgets())
    for _round in range(10):
        page.open_record(number)
        record = page.opened
        assert isinstance(record, MeetingRecord)
        record.open_section("opinions")
        page.open_session()
        page.close_record()
    qtbot.waitUntil(lambda: not page.findChildren(MeetingRecord) and not page.findChildren(SessionScreen))
    assert len(QApplication.topLevelWidgets()) == before


def test_a_closed_meeting_is_freed(qtbot: QtBot, page: MeetingsPage, services: Services) -> None:
    number = held(services, delegates=3, opinions=2)

    def opened_and_closed() -> list[weakref.ref[QObject]]:
        page.open_record(number)
        record = page.opened
        assert isinstance(record, MeetingRecord)
        parts = [weakref.ref[QObject](record.open_section(name)) for name in SECTIONS if name != "supervision"]
        page.open_session()
        screen = page.opened
        assert isinstance(screen, SessionScreen)
        found = [weakref.ref[QObject](each) for each in (record, record.subject, screen, screen.subject)]
        page.close_record()
        return [*found, *parts]

    gone = opened_and_closed()
    qtbot.waitUntil(lambda: not left_of(gone))


def left_of(gone: list[weakref.ref[QObject]]) -> list[str]:
    """What of it is still held by somebody."""
    gc.collect()
    return [each.objectName() or type(each).__name__ for ref in gone if (each := ref()) is not None]


def test_a_closed_supervision_is_freed_with_the_forms_that_were_open_in_it(
    qtbot: QtBot, page: MeetingsPage, services: Services
) -> None:
    number = services.meetings.prepare(Prepare(Kind.SUPERVISION, STARTS, "Giám sát")).number or ""
    services.meetings.add_recommendation(AddRecommendation(number, "Niêm yết công khai"))
    services.meetings.add_member(AddMember(number, "Lê Thanh Lộc"))

    def opened_and_closed() -> list[weakref.ref[QObject]]:
        page.open_record(number)
        record = page.opened
        assert isinstance(record, MeetingRecord)
        part = record.open_section("supervision")
        assert isinstance(part, SupervisionSection)
        found: list[QObject] = [record, record.subject, part, part.form, *part.parts]
        for leaf, section in enumerate(part.parts, 1):
            part.leaves.setCurrentIndex(leaf)
            section.show_row()
            rows = section.kind.rows(record.subject)
            if rows:
                section.edit(rows[0])
                assert section.editing is not None
                found.append(section.editing)
        page.close_record()
        return [weakref.ref(each) for each in found]

    gone = opened_and_closed()
    assert len(gone) == 9
    qtbot.waitUntil(lambda: not left_of(gone))


def test_a_recommendation_is_answered_and_the_list_of_those_waiting_is_printed(
    qtbot: QtBot, page: MeetingsPage, services: Services, stage: Stage
) -> None:
    number = services.meetings.prepare(Prepare(Kind.SUPERVISION, STARTS, "Giám sát")).number or ""
    for text in ("Niêm yết công khai", "Nạo vét cống"):
        services.meetings.add_recommendation(AddRecommendation(number, text, "UBND phường", date(2026, 6, 20)))
    page.open_record(number)
    record = page.opened
    assert isinstance(record, MeetingRecord)
    part = record.open_section("supervision")
    assert isinstance(part, SupervisionSection)
    part.leaves.setCurrentIndex(3)
    section = part.parts[2]
    section.edit(section.kind.rows(record.subject)[0])
    qtbot.waitUntil(lambda: QApplication.focusWidget().objectName() == "answer_edit.answer")
    type_text(QApplication.focusWidget(), "Đã niêm yết")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: services.meetings.meeting(number).recommendations[0].answered == date(2026, 6, 22))
    page.close_record()
    page.home.setCurrentIndex(2)
    waiting = page.home.currentWidget()
    assert isinstance(waiting, RecommendationsPage)
    shown = waiting.pane.model
    qtbot.waitUntil(lambda: shown.rowCount() == 1)
    assert [shown.index(0, at).data() for at in (1, 4)] == ["Nạo vét cống", "overdue"]
    page.print_current()
    assert stage.papers == [("recommendations", PaperAsk())]
