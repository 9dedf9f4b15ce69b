"""Training, commendations, good models, study visits and reminders, by real clicks and keys."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.roster import Attend, Commend, CopyModel, HoldCourse, NoteModel, NoteVisit
from tests.ui.asking import ScriptedAsk
from tests.ui.keys import type_text
from tests.ui.roster.hands import click, dialog, open_tab, save
from tests.ui.stage import Stage
from ui.roster.desk import RosterDesk


def test_a_course_is_entered_with_who_took_part(
    desk: RosterDesk, services: Services, people: tuple[str, ...], qtbot: QtBot
) -> None:
    services.roster.hold_course(HoldCourse("Nghiệp vụ công tác Mặt trận", date(2026, 3, 1)))
    desk.tabs.setCurrentWidget(desk.merits)
    courses = desk.merits.courses
    qtbot.waitUntil(lambda: bool(courses._rows))
    courses.pane.table.selectRow(0)
    click(desk, "courses.attend", qtbot)
    opened = dialog(desk, "attend")
    picker = opened.form.field("numbers").picker
    for typed in ("tran thi", "dang"):
        type_text(picker.line, typed)
        qtbot.waitUntil(lambda: bool(picker.offers))
        qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert [one.key for one in opened.form.values()["numbers"]] == [people[0], people[2]]
    save(opened, qtbot)
    qtbot.waitUntil(lambda: courses.turns.model.rowCount() == 2)


def test_a_commendation_of_somebody_typed_in_is_entered_and_undone(
    desk: RosterDesk, services: Services, stage: Stage, qtbot: QtBot
) -> None:
    desk.tabs.setCurrentWidget(desk.merits)
    desk.merits.tabs.setCurrentWidget(desk.merits.praise)
    desk.new_record()
    opened = dialog(desk, "commend")
    type_text(opened.form.field("recipient").control, "Chùa Linh Sơn")
    type_text(opened.form.field("form").control, "Giấy khen")
    type_text(opened.form.field("decision_date").control, "18/11/2025")
    save(opened, qtbot)
    assert [row.recipient for row in services.roster.commendations()] == ["Chùa Linh Sơn"]
    qtbot.mouseClick(stage.env.notices.findChild(QPushButton, "notice.action"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: services.roster.commendations() == [])


def test_a_visit_is_entered_and_corrected_and_what_it_never_had_is_emptied(
    desk: RosterDesk, services: Services, people: tuple[str, ...], qtbot: QtBot
) -> None:
    visit = NoteVisit("Xã Hòa Bình", date(2026, 3, 1), "xem", people[:2], 5, result="tốt")
    services.roster.note_visit(visit)
    desk.tabs.setCurrentWidget(desk.merits)
    desk.merits.tabs.setCurrentWidget(desk.merits.visits)
    visits = desk.merits.visits
    qtbot.waitUntil(lambda: bool(visits._rows))
    visits.pane.table.selectRow(0)
    click(desk, "visits.edit", qtbot)
    opened = dialog(desk, "visit")
    opened.form.field("result").set_value("")
    opened.form.field("place").set_value("Xã Hòa Tiến")
    save(opened, qtbot)
    (row,) = services.roster.visits()
    assert (row.place, row.result, row.numbers, row.head_count) == ("Xã Hòa Tiến", None, people[:2], 5)


def test_reminders_tell_birthdays_soon_and_elders_of_the_year(
    desk: RosterDesk, services: Services, stage: Stage, people: tuple[str, ...], qtbot: QtBot
) -> None:
    open_tab(desk, desk.reminders, qtbot)
    model = desk.reminders.pane.model
    assert [model.index(0, at).data() for at in (0, 1, 2)] == ["25/06", "Nguyễn Văn Ân", "51"]
    named = desk.reminders.pane.findChild(object, "roster.reminders.named")
    named.setFocus()
    qtbot.keyClick(named, Qt.Key.Key_Down)
    assert [(model.index(at, 1).data(), model.index(at, 2).data()) for at in range(model.rowCount())] == [
        ("Đặng Quốc Ẩn", "70")
    ]
    desk.reminders.pane.table.setFocus()
    desk.reminders.pane.table.selectRow(0)
    qtbot.keyClick(desk.reminders.pane.table, Qt.Key.Key_Return)
    assert stage.jumps == [people[2]]


def test_what_was_entered_in_error_is_taken_out_with_a_reason_and_put_back(
    desk: RosterDesk, services: Services, stage: Stage, ask: ScriptedAsk, people: tuple[str, ...], qtbot: QtBot
) -> None:
    roster = services.roster
    roster.hold_course(HoldCourse("Nghiệp vụ", date(2026, 3, 1)))
    roster.attend(Attend("Nghiệp vụ", people[:2]))
    roster.commend(Commend("Giấy khen", date(2026, 3, 1), recipient="Chùa Linh Sơn"))
    roster.note_model(NoteModel("Camera an ninh"))
    roster.note_visit(NoteVisit("Xã Hòa Bình", date(2026, 3, 1), visitors=people[:1]))
    merits = desk.merits
    desk.tabs.setCurrentWidget(merits)
    lists: tuple[tuple[Any, str, Callable[[], Sequence[object]]], ...] = (
        (merits.courses, "courses", roster.courses),
        (merits.praise, "praise", roster.commendations),
        (merits.models, "models", roster.models),
        (merits.visits, "visits", roster.visits),
    )
    for panel, name, rows in lists:
        merits.tabs.setCurrentWidget(panel)
        qtbot.waitUntil(lambda panel=panel: bool(panel._rows))  # type: ignore[misc]
        panel.pane.table.selectRow(0)
        ask.will("reason", "nhập nhầm")
        before = rows()
        click(desk, f"{name}.withdraw", qtbot)
        qtbot.waitUntil(lambda panel=panel: not panel._rows)  # type: ignore[misc]
        assert rows() == []
        action = stage.env.notices.findChildren(QPushButton, "notice.action")[-1]
        qtbot.mouseClick(action, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda panel=panel: bool(panel._rows))  # type: ignore[misc]
        assert len(rows()) == len(before) == 1
    assert "the cards of the 2 people who took part" in ask.asked[0][2]


def test_a_place_a_model_was_copied_to_is_corrected_and_taken_out(
    desk: RosterDesk, services: Services, ask: ScriptedAsk, qtbot: QtBot
) -> None:
    services.roster.note_model(NoteModel("Camera an ninh"))
    services.roster.copy_model(CopyModel("Camera an ninh", place="Xã Hòa Bình", note="12 điểm"))
    desk.tabs.setCurrentWidget(desk.merits)
    models = desk.merits.models
    desk.merits.tabs.setCurrentWidget(models)
    qtbot.waitUntil(lambda: bool(models._rows))
    models.pane.table.selectRow(0)
    qtbot.waitUntil(lambda: models.copies.model.rowCount() == 1)
    assert not models.buttons.buttons["models.edit_copy"].isEnabled()
    models.copies.select(0)
    click(desk, "models.edit_copy", qtbot)
    opened = dialog(desk, "copy")
    opened.form.field("place").set_value("Xã Hòa Tiến")
    opened.form.field("note").set_value("")
    save(opened, qtbot)
    qtbot.waitUntil(lambda: bool(models.copies.model.index(0, 0).data() == "Xã Hòa Tiến"))
    assert [(row.place, row.note) for row in services.roster.copies("Camera an ninh")] == [("Xã Hòa Tiến", None)]
    models.copies.select(0)
    ask.will("reason", "nhập nhầm")
    click(desk, "models.withdraw_copy", qtbot)
    qtbot.waitUntil(lambda: models.copies.model.rowCount() == 0)
    assert services.roster.models()[0].copies == ()


def test_of_two_courses_of_one_title_the_chosen_one_shows_who_took_part(
    desk: RosterDesk, services: Services, people: tuple[str, ...], qtbot: QtBot
) -> None:
    for day in (date(2025, 3, 1), date(2026, 3, 1)):
        services.roster.hold_course(HoldCourse("Nghiệp vụ", day))
    services.roster.attend(Attend("Nghiệp vụ", people[:1], began=date(2025, 3, 1)))
    desk.tabs.setCurrentWidget(desk.merits)
    courses = desk.merits.courses
    qtbot.waitUntil(lambda: len(courses._rows) == 2)
    courses.pane.table.selectRow(1)
    qtbot.waitUntil(lambda: courses.turns.model.rowCount() == 1)
    courses.turns.select(0)
    click(desk, "courses.withdraw_turn", qtbot)
    qtbot.waitUntil(lambda: courses.turns.model.rowCount() == 0)
    assert courses.turns._hint.text() == "Nobody is entered for this course yet."
    assert [row.turns for row in services.roster.courses()] == [0, 0]
