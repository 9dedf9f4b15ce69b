"""One meeting's window: its parts by keys, drafts, final minutes, and who may do what."""

from datetime import datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.meetings import AddOutcome, Edit, EditItem, Finalise, Mark, OutcomeKind, Status
from frontdesk.office import PaperAsk
from frontdesk.store import Role, Session
from tests.ui.asking import ScriptedAsk
from tests.ui.keys import type_text
from tests.ui.meetings.office import STARTS, held
from tests.ui.stage import Stage
from ui.meetings.entry_section import EntrySection
from ui.meetings.page import MeetingsPage
from ui.meetings.record import SECTIONS, MeetingRecord
from ui.parts.form import DRAFT_AFTER_MS, Form

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return
LEFT = Qt.MouseButton.LeftButton


def opened(page: MeetingsPage, number: str) -> MeetingRecord:
    """The meeting's window."""
    page.open_record(number)
    record = page.opened
    assert isinstance(record, MeetingRecord)
    return record


def entries(record: MeetingRecord, name: str) -> EntrySection:
    """A part that lists entries."""
    part = record.open_section(name)
    assert isinstance(part, EntrySection)
    return part


def child(page: QWidget, kind: type[QWidget], name: str) -> QWidget:
    """A control by its name."""
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def test_the_head_is_corrected_and_ctrl_s_saves(
    qtbot: QtBot, page: MeetingsPage, services: Services, number: str
) -> None:
    opened(page, number)
    place = child(page, QLineEdit, "general.place")
    place.setFocus()
    type_text(place, "Hội trường phường")
    qtbot.keyClick(place, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: services.meetings.meeting(number).place == "Hội trường phường")
    assert services.meetings.meeting(number).starts == STARTS


def test_a_wrong_share_is_told_beside_its_field(qtbot: QtBot, page: MeetingsPage, number: str) -> None:
    record = opened(page, number)
    share = child(page, QLineEdit, "general.quorum_share")
    share.setFocus()
    qtbot.keyClicks(share, "3/2")
    qtbot.keyClick(share, Qt.Key.Key_S, CONTROL)
    form = record.part.findChild(Form, "general")
    qtbot.waitUntil(lambda: bool(form.error_text("quorum_share")))
    assert share.hasFocus()


@pytest.mark.parametrize(("key", "present"), [(Qt.Key.Key_F6, True), (Qt.Key.Key_F7, False), (Qt.Key.Key_F8, False)])
def test_presence_is_marked_by_keys(
    qtbot: QtBot, page: MeetingsPage, services: Services, number: str, key: Qt.Key, present: bool
) -> None:
    record = opened(page, number)
    record.open_section("delegates").focus_first()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), key)
    qtbot.waitUntil(lambda: services.meetings.meeting(number).delegates[1].present is present)
    assert services.meetings.meeting(number).delegates[0].present is None


def test_alt_and_arrows_move_an_item_and_the_times_follow(
    qtbot: QtBot, page: MeetingsPage, services: Services, number: str
) -> None:
    record = opened(page, number)
    before = services.meetings.meeting(number).agenda
    part = entries(record, "agenda")
    part.list.table.setFocus()
    part.list.go_to(0)
    qtbot.keyClick(part.list.table, Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: services.meetings.meeting(number).agenda[1].title == before[0].title)
    after = services.meetings.meeting(number).agenda
    assert [row.at for row in after[:2]] == [time(8, 0), time(8, before[1].minutes or 0)]
    qtbot.waitUntil(lambda: part.list.current() is not None and part.list.place_of(part.list.current()) == 1)
    assert part.list.current().title == before[0].title


def test_a_dropped_item_goes_where_it_was_dropped(
    qtbot: QtBot, page: MeetingsPage, services: Services, number: str
) -> None:
    part = entries(opened(page, number), "agenda")
    first = services.meetings.meeting(number).agenda[0].title
    model = part.list.model
    dragged = model.mimeData([model.index(0, 0)])
    model.dropMimeData(dragged, Qt.DropAction.MoveAction, 3, 0, model.index(-1, -1))
    qtbot.waitUntil(lambda: services.meetings.meeting(number).agenda[2].title == first)


def test_minutes_that_grow_push_the_items_after_them(
    qtbot: QtBot, page: MeetingsPage, services: Services, number: str
) -> None:
    before = services.meetings.meeting(number).agenda
    part = entries(opened(page, number), "agenda")
    part.list.table.setFocus()
    part.list.go_to(0)
    qtbot.keyClick(part.list.table, ENTER)
    minutes = child(page, QLineEdit, "item_edit.minutes")
    minutes.setFocus()
    minutes.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(minutes, str((before[0].minutes or 0) + 5))
    qtbot.keyClick(minutes, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: services.meetings.meeting(number).agenda[1].at != before[1].at)
    after = services.meetings.meeting(number).agenda
    assert after[1].at == time(8, (before[0].minutes or 0) + 5)
    qtbot.waitUntil(lambda: part.list.table.hasFocus())


@pytest.mark.parametrize(
    ("for_", "words"),
    [("2", "Not carried: 2 for, 3 needed"), ("3", "Carried: 3 for, 3 needed"), ("5", "5 votes, but only 4 present")],
)
def test_the_result_of_a_vote_is_told_while_it_is_typed(
    qtbot: QtBot, page: MeetingsPage, services: Services, number: str, for_: str, words: str
) -> None:
    for which in range(1, 5):
        services.meetings.mark(Mark(number, which, present=True))
    opened(page, number).open_section("votes").focus_first()
    qtbot.keyClicks(child(page, QLineEdit, "vote_new.in_favour"), for_)
    assert child(page, QLabel, "vote_new.result").text() == words  # type: ignore[attr-defined]


def test_an_entry_taken_out_can_be_put_back(
    qtbot: QtBot, page: MeetingsPage, services: Services, stage: Stage, number: str
) -> None:
    count = len(services.meetings.meeting(number).agenda)
    part = entries(opened(page, number), "agenda")
    part.list.table.setFocus()
    part.list.go_to(0)
    qtbot.keyClick(part.list.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "Taken out." in stage.env.notices.texts)
    assert len(services.meetings.meeting(number).agenda) == count - 1
    qtbot.mouseClick(child(stage.window, QPushButton, "notice.action"), LEFT)
    qtbot.waitUntil(lambda: len(services.meetings.meeting(number).agenda) == count)


def test_what_was_typed_until_2_s_before_a_kill_is_offered_again(
    qtbot: QtBot, page: MeetingsPage, services: Services, stage: Stage, number: str
) -> None:
    assert DRAFT_AFTER_MS <= 2000
    opened(page, number).open_section("opinions").focus_first()
    said = child(page, QPlainTextEdit, "opinion_new.text")
    said.setFocus()
    type_text(said, "Đề nghị sửa đường vào")
    qtbot.waitUntil(lambda: bool(services.store.drafts()))
    # The window is never asked to close: a new one finds what the killed one had kept.
    after = MeetingsPage(stage.env)
    stage.show(after)
    draft = services.store.drafts()[0].key
    assert draft == f"meetings/{number} opinion"
    after.open_record(draft.partition("/")[2])
    found = child(after, QPlainTextEdit, "opinion_new.text")
    qtbot.waitUntil(found.isVisible)
    assert found.toPlainText() == "Đề nghị sửa đường vào"  # type: ignore[attr-defined]


def test_the_draft_of_a_correction_leads_back_to_its_entry(
    qtbot: QtBot, page: MeetingsPage, services: Services, stage: Stage
) -> None:
    number = held(services, delegates=0, opinions=3)
    part = entries(opened(page, number), "opinions")
    part.edit(services.meetings.meeting(number).opinions[1])
    answer = child(page, QPlainTextEdit, "opinion_edit.answer")
    answer.setFocus()
    type_text(answer, "Sẽ kiểm tra")
    qtbot.waitUntil(lambda: bool(services.store.drafts()))
    after = MeetingsPage(stage.env)
    stage.show(after)
    after.open_record(services.store.drafts()[0].key.partition("/")[2])
    assert child(after, QPlainTextEdit, "opinion_edit.answer").toPlainText() == "Sẽ kiểm tra"  # type: ignore[attr-defined]


def test_finalising_says_what_will_happen_and_shows_the_minutes(
    qtbot: QtBot, page: MeetingsPage, services: Services, stage: Stage, ask: ScriptedAsk
) -> None:
    number = held(services, delegates=3, opinions=1)
    opened(page, number).open_section("minutes")
    ask.will("confirm", True)
    qtbot.mouseClick(child(page, QPushButton, "minutes.finalise"), LEFT)
    qtbot.waitUntil(lambda: bool(stage.papers))
    assert services.meetings.meeting(number).final
    assert "next number of the book" in ask.asked[0][2]
    assert stage.papers == [("minutes", PaperAsk(number=number))]


def test_before_the_minutes_are_final_it_says_what_to_look_at(
    qtbot: QtBot, page: MeetingsPage, services: Services, ask: ScriptedAsk
) -> None:
    meetings, number = services.meetings, held(services, delegates=4, opinions=1)
    meetings.mark(Mark(number, 1, present=True))
    meetings.edit(Edit(number, ends=datetime(2026, 6, 23, 17, 0)))
    for which in (2, 3, 4):
        meetings.mark(Mark(number, which))
    section = entries(opened(page, number), "opinions")
    assert section.adding is not None
    type_text(child(section, QPlainTextEdit, "opinion_new.text"), "Đang nói dở")
    section.adding.form.keep_now()
    qtbot.waitUntil(lambda: bool(services.store.drafts()))
    opened(page, number).open_section("minutes")
    ask.will("confirm", False)
    qtbot.mouseClick(child(page, QPushButton, "minutes.finalise"), LEFT)
    said = ask.asked[0][2]
    for wanted in (
        "3 delegates are marked neither present nor absent.", "There is no quorum: 1 present of 4, 3 needed.",
        "The meeting is to end at 17:00", "was not added yet",
    ):  # fmt: skip
        assert wanted in said
    assert not meetings.meeting(number).final


def test_the_agenda_shows_what_an_item_led_to_and_leads_there(
    qtbot: QtBot, page: MeetingsPage, services: Services, number: str
) -> None:
    meetings = services.meetings
    meetings.edit_item(EditItem(number, 2, outcome="Thống nhất"))
    for kind, text in ((OutcomeKind.DECISION, "Thông qua báo cáo"), (OutcomeKind.TASK, "Bổ sung số liệu")):
        meetings.add_outcome(AddOutcome(number, 2, text=text, kind=kind))
    section = entries(opened(page, number), "agenda")
    shown = [section.list.model.index(at, 3).data() for at in (0, 1)]
    assert shown == ["", "Note, Decision, Task"]
    words, write = child(section, QLabel, "item.led_to"), child(section, QPushButton, "item.write")
    section.list.go_to(0)
    assert not words.isVisible()
    section.list.go_to(1)
    assert words.text() == "Thống nhất\nDecision: Thông qua báo cáo\nTask: Bổ sung số liệu"  # type: ignore[attr-defined]
    qtbot.mouseClick(write, LEFT)
    assert QApplication.focusWidget().objectName() == "outcome_new.text"
    type_text(QApplication.focusWidget(), "Gửi báo cáo lên tỉnh")
    qtbot.keyClick(QApplication.focusWidget(), ENTER)
    qtbot.waitUntil(lambda: len(meetings.meeting(number).agenda[1].outcomes) == 3)
    qtbot.waitUntil(lambda: words.text().endswith("Note: Gửi báo cáo lên tỉnh"))  # type: ignore[attr-defined]


def test_a_column_is_as_wide_as_what_stands_in_it_and_hidden_where_nothing_does(
    page: MeetingsPage, services: Services, number: str
) -> None:
    table = entries(opened(page, number), "agenda").list.table
    assert [table.isColumnHidden(at) for at in range(4)] == [False, False, True, True]
    services.meetings.edit_item(EditItem(number, 1, presenter="Lê Thị Ngọc Thảo"))
    page.refresh()
    assert [table.isColumnHidden(at) for at in range(4)] == [False, False, False, True]
    assert table.columnWidth(2) >= table.fontMetrics().horizontalAdvance("Lê Thị Ngọc Thảo")


@pytest.mark.parametrize("name", [name for name in SECTIONS if name not in ("minutes", "news", "supervision")])
def test_no_part_of_a_final_meeting_can_be_changed(
    qtbot: QtBot, page: MeetingsPage, services: Services, name: str
) -> None:
    number = held(services, delegates=3, opinions=2)
    services.meetings.finalise(Finalise(number))
    record = opened(page, number)
    part = record.open_section(name)
    fields = [*part.findChildren(QLineEdit), *part.findChildren(QPlainTextEdit), *part.findChildren(QComboBox)]
    typed = [each for each in fields if each.isVisible() and each.isEnabled() and "filter" not in each.objectName()]
    assert [each.objectName() for each in typed if each.objectName() != "delegate_list.named"] == []
    if isinstance(part, EntrySection):
        part.list.table.setFocus()
        part.list.go_to(0)
        for key in (ENTER, Qt.Key.Key_Delete):
            qtbot.keyClick(part.list.table, key)
        qtbot.keyClick(part.list.table, Qt.Key.Key_Down, ALT)
        assert part.editing is None
    assert not record.session.isVisible()
    assert services.meetings.check()[0].fault is None


def test_final_minutes_are_reopened_with_a_reason_only(
    qtbot: QtBot, page: MeetingsPage, services: Services, ask: ScriptedAsk
) -> None:
    number = held(services, delegates=3, opinions=1)
    services.meetings.finalise(Finalise(number))
    opened(page, number)
    ask.will("reason", None).will("reason", "Sai tên đại biểu")
    qtbot.mouseClick(child(page, QPushButton, "minutes.reopen"), LEFT)
    assert services.meetings.meeting(number).final
    qtbot.mouseClick(child(page, QPushButton, "minutes.reopen"), LEFT)
    qtbot.waitUntil(lambda: not services.meetings.meeting(number).final)
    assert services.meetings.versions(number)[0].reopened_because == "Sai tên đại biểu"


def test_the_scan_of_the_signed_copy_is_kept_and_given_back(
    qtbot: QtBot, page: MeetingsPage, services: Services, ask: ScriptedAsk, tmp_path: Path, number: str
) -> None:
    scan, out = tmp_path / "bien ban.pdf", tmp_path / "ra.pdf"
    scan.write_bytes(b"%PDF signed")
    opened(page, number).open_section("minutes")
    ask.will("choose_file", scan).will("choose_save", out)
    qtbot.mouseClick(child(page, QPushButton, "minutes.scan"), LEFT)
    qtbot.waitUntil(lambda: bool(services.meetings.files(number)))
    row = services.meetings.files(number)[0]
    qtbot.waitUntil(lambda: page.findChild(QPushButton, f"file.{row.id}") is not None)
    qtbot.mouseClick(child(page, QPushButton, f"file.{row.id}"), LEFT)
    qtbot.waitUntil(out.exists)
    assert out.read_bytes() == b"%PDF signed"


def test_who_may_only_look_is_offered_nothing_to_do(
    page: MeetingsPage, services: Services, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = held(services, delegates=3, opinions=2)
    monkeypatch.setattr(services.store, "session", Session("Khách", frozenset({Role.VIEWER})))
    looked = MeetingsPage(stage.env)
    stage.show(looked)
    assert looked.findChild(QPushButton, "meetings.new") is None
    record = opened(looked, number)
    assert not record.session.isVisible()
    assert not record.following.isVisible()
    part = entries(record, "opinions")
    assert part.adding is None
    for name in ("minutes.finalise", "minutes.withdraw", "minutes.scan"):
        record.open_section("minutes")
        assert not child(looked, QPushButton, name).isVisible()


def test_the_next_of_a_series_shows_what_is_left_open_without_a_click(
    qtbot: QtBot, page: MeetingsPage, services: Services
) -> None:
    first = held(services, delegates=2, opinions=1)
    services.meetings.edit(Edit(first, series="giao ban quý"))
    opened(page, first)
    page.new_after(first)
    day = child(page, QLineEdit, "new_meeting.day")
    qtbot.keyClicks(day, "22/9/2026")
    qtbot.keyClick(day, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: isinstance(page.opened, MeetingRecord) and page.title != first)
    record = page.opened
    assert isinstance(record, MeetingRecord)
    record.open_section("agenda")
    brought = page.findChild(QLabel, "brought_along")
    qtbot.waitUntil(brought.isVisible)
    assert "Rà soát hộ cần hỗ trợ nhà ở, khu phố 1" in brought.text()
    assert "KN-2026-0001" in brought.text()


def test_a_withdrawn_meeting_can_be_taken_up_again(
    qtbot: QtBot, page: MeetingsPage, services: Services, ask: ScriptedAsk, number: str
) -> None:
    record = opened(page, number)
    record.open_section("minutes")
    ask.will("reason", "Hoãn")
    qtbot.mouseClick(child(page, QPushButton, "minutes.withdraw"), LEFT)
    qtbot.waitUntil(lambda: services.meetings.meeting(number).status == Status.WITHDRAWN)
    qtbot.waitUntil(record.take_up.isVisible)
    qtbot.mouseClick(record.take_up, LEFT)
    qtbot.waitUntil(lambda: services.meetings.meeting(number).status == Status.DRAFT)
