"""Bodies and their terms, areas and the order of posts, by real clicks and keys."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.roster import (
    BodyKind,
    ChangeTerm,
    Correct,
    EndBody,
    MergeAreas,
    RenameArea,
    Seat,
)
from tests.ui.asking import ScriptedAsk
from tests.ui.keys import type_text
from tests.ui.roster.hands import click, committee, dialog, open_tab, save
from tests.ui.stage import Stage
from ui.desk.dialogs import FormDialog
from ui.roster.desk import RosterDesk
from ui.roster.postorder import PostOrderDialog
from ui.roster.termdialog import TermDialog


def choose_body(desk: RosterDesk, services: Services, qtbot: QtBot) -> None:
    open_tab(desk, desk.bodies, qtbot)
    body = services.roster.bodies(BodyKind.COMMITTEE)[0]
    assert desk.bodies.pane.select(body.id)
    qtbot.waitUntil(lambda: desk.bodies.side.inside is not None and desk.bodies.side.inside.body.id == body.id)


def test_a_body_shows_members_terms_and_warnings_with_their_source(
    desk: RosterDesk, services: Services, seated: str, qtbot: QtBot
) -> None:
    choose_body(desk, services, qtbot)
    assert desk.bodies.side.members.model.rowCount() == 2
    assert desk.bodies.side.terms.model.index(0, 0).data() == "khóa I"
    told = desk.bodies.side.told.text()
    assert "has 2 members; the rule is at least 30" in told
    assert "Hướng dẫn đại hội 2024 - 2029" in told


def test_a_body_is_founded_corrected_ended_and_resumed(
    desk: RosterDesk, services: Services, stage: Stage, qtbot: QtBot
) -> None:
    open_tab(desk, desk.bodies, qtbot)
    desk.new_record()
    opened = dialog(desk, "body")
    opened.form.set_values({"kind": BodyKind.ADVISORY_GROUP})
    type_text(opened.form.field("name").control, "Tổ tư vấn pháp luật")
    founded = save(opened, qtbot)
    assert services.roster.body("Tổ tư vấn pháp luật").id == founded.id
    qtbot.waitUntil(lambda: desk.bodies.pane.select(founded.id))
    qtbot.waitUntil(lambda: desk.bodies.side.inside is not None and desk.bodies.side.inside.body.id == founded.id)
    click(desk, "bodies.end", qtbot)
    save(dialog(desk, "end_body"), qtbot)
    assert services.roster.body("Tổ tư vấn pháp luật").until == date(2026, 6, 22)
    action = stage.env.notices.findChildren(QPushButton, "notice.action")[-1]
    qtbot.mouseClick(action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: services.roster.body("Tổ tư vấn pháp luật").until is None)


def test_a_change_of_term_is_led_through_by_keys_and_ends_in_the_list_of_changes(
    desk: RosterDesk, services: Services, seated: str, people: tuple[str, ...], stage: Stage, qtbot: QtBot
) -> None:
    choose_body(desk, services, qtbot)
    click(desk, "bodies.change", qtbot)
    opened = desk.findChild(TermDialog)
    assert opened is not None
    type_text(opened.form.field("name").control, "khóa II")
    type_text(opened.form.field("day").control, "1/6/2026")
    qtbot.mouseClick(opened.next, Qt.MouseButton.LeftButton)
    opened.seating.seats.setCurrentCell(0, 0)
    opened.seating.seats.setFocus()
    qtbot.keyClick(opened.seating.seats, Qt.Key.Key_Space)
    assert opened.seating.count.text() == "1 go on, 0 come in, 1 leave."
    opened.seating.person.setFocus()
    type_text(opened.seating.person.control, "dang quoc")
    qtbot.waitUntil(lambda: bool(opened.seating.person.offers))
    qtbot.keyClick(opened.seating.person.control, Qt.Key.Key_Return)
    assert opened.seating.count.text() == "1 go on, 1 come in, 1 leave."
    qtbot.mouseClick(opened.next, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(opened.accepted):
        qtbot.mouseClick(opened.next, Qt.MouseButton.LeftButton)
    assert [row.person.number for row in services.roster.members(seated)] == [people[0], people[2]]
    assert [term.name for term in services.roster.terms(seated)] == ["khóa II", "khóa I"]
    kind, asked = stage.papers[-1]
    assert (kind, asked.number, asked.since) == ("changes", seated, date(2026, 6, 1))
    stage.env.services.paper(kind, asked)


def test_a_new_term_without_a_day_is_refused_beside_the_field(
    desk: RosterDesk, services: Services, seated: str, qtbot: QtBot
) -> None:
    choose_body(desk, services, qtbot)
    click(desk, "bodies.change", qtbot)
    opened = desk.findChild(TermDialog)
    assert opened is not None
    type_text(opened.form.field("name").control, "khóa II")
    qtbot.mouseClick(opened.next, Qt.MouseButton.LeftButton)
    assert opened.form.error_text("day") == "This is needed."


def test_all_chosen_bodies_change_their_term_in_one_step_and_undo_takes_it_back(
    desk: RosterDesk, services: Services, people: tuple[str, ...], stage: Stage, qtbot: QtBot
) -> None:
    open_tab(desk, desk.bodies, qtbot)
    type_text(desk.bodies.pane.findChild(QLineEdit, "roster.bodies.filter"), "cong tac mat tran")
    qtbot.waitUntil(lambda: desk.bodies.pane.model.rowCount() == 2)
    desk.bodies.pane.table.selectAll()
    assert desk.bodies.side.heading.findChild(QLabel, "title").text() == "2 bodies"
    click(desk, "bodies.change", qtbot)
    opened = desk.findChild(TermDialog)
    assert opened is not None
    type_text(opened.form.field("name").control, "nhiệm kỳ 2026 - 2028")
    type_text(opened.form.field("day").control, "1/6/2026")
    qtbot.mouseClick(opened.next, Qt.MouseButton.LeftButton)
    first = [str(opened.seating.seats.item(at, 0).text()) for at in range(opened.seating.seats.rowCount())]
    assert (first[0], first[3], len(first)) == (
        "Ban Công tác Mặt trận Khu phố 2", "Ban Công tác Mặt trận Khu phố 10", 5
    )  # fmt: skip
    opened.seating.seats.setCurrentCell(1, 0)
    opened.seating.seats.setFocus()
    qtbot.keyClick(opened.seating.seats, Qt.Key.Key_Space)
    qtbot.mouseClick(opened.next, Qt.MouseButton.LeftButton)
    assert opened.seating.count.text() == "Tick at least one person of Ban Công tác Mặt trận Khu phố 10."
    qtbot.mouseClick(opened.seating.all, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(opened.next, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(opened.accepted):
        qtbot.mouseClick(opened.next, Qt.MouseButton.LeftButton)
    assert [term.name for term in services.roster.terms()] == ["nhiệm kỳ 2026 - 2028"] * 2
    kind, asked = stage.papers[-1]
    assert (kind, asked.number, asked.since, asked.until) == ("changes", None, date(2026, 6, 1), date(2026, 6, 1))
    stage.env.services.paper(kind, asked)
    qtbot.mouseClick(stage.env.notices.findChild(QPushButton, "notice.action"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: services.roster.terms() == [])


def test_a_change_of_term_is_taken_back_from_the_body_later_on(
    desk: RosterDesk, services: Services, seated: str, people: tuple[str, ...], ask: ScriptedAsk, qtbot: QtBot
) -> None:
    seats = (Seat(people[1], "Chủ tịch"),)
    services.roster.change_term(ChangeTerm(seated, "khóa II", date(2026, 6, 1), seats))
    choose_body(desk, services, qtbot)
    ask.will("confirm", True)
    click(desk, "bodies.restore_term", qtbot)
    qtbot.waitUntil(lambda: [term.name for term in services.roster.terms(seated)] == ["khóa I"])
    assert [row.person.number for row in services.roster.members(seated)] == list(people[:2])


def area_rows(desk: RosterDesk) -> list[str]:
    model = desk.areas.pane.model
    return [str(model.index(at, 0).data()) for at in range(model.rowCount())]


def test_an_area_is_added_renamed_and_merged_and_the_old_names_stay(
    desk: RosterDesk, services: Services, qtbot: QtBot
) -> None:
    open_tab(desk, desk.areas, qtbot)
    assert area_rows(desk) == ["Khu phố 2", "Khu phố 10"]
    desk.new_record()
    opened = dialog(desk, "area")
    type_text(opened.form.field("name").control, "Khu phố 3")
    save(opened, qtbot)
    qtbot.waitUntil(lambda: area_rows(desk) == ["Khu phố 2", "Khu phố 3", "Khu phố 10"])
    desk.areas.pane.table.selectRow(1)
    click(desk, "areas.rename", qtbot)
    opened = dialog(desk, "rename_area")
    opened.form.field("name").set_value("Khu phố 4")
    save(opened, qtbot)
    qtbot.waitUntil(lambda: area_rows(desk) == ["Khu phố 2", "Khu phố 4", "Khu phố 10"])
    named = desk.areas.pane.findChild(object, "roster.areas.named")
    named.setFocus()
    qtbot.keyClick(named, Qt.Key.Key_Down)
    assert area_rows(desk) == ["Khu phố 3"]
    qtbot.keyClick(named, Qt.Key.Key_Up)
    desk.areas.pane.table.selectAll()
    click(desk, "areas.merge", qtbot)
    opened = dialog(desk, "merge_areas")
    type_text(opened.form.field("into").control, "Khu phố Một")
    merged_on = date(2026, 6, 22)
    opened.form.set_values({"into": "Khu phố Một", "day": date(2026, 6, 23), "carry": True})
    save(opened, qtbot)
    assert services.roster.person("NG-0001").memberships[0].until == merged_on


def test_a_new_name_and_a_merger_are_taken_back_one_after_the_other(
    desk: RosterDesk, services: Services, stage: Stage, ask: ScriptedAsk, qtbot: QtBot
) -> None:
    services.roster.merge_areas(MergeAreas(("Khu phố 2", "Khu phố 10"), "Khu phố Một", date(2026, 6, 1)))
    services.roster.rename_area(RenameArea("Khu phố Một", "Phố Đông", date(2026, 6, 10)))
    open_tab(desk, desk.areas, qtbot)
    for shown in ("Khu phố Một", "Khu phố 2"):
        desk.areas.pane.table.selectRow(0)
        qtbot.waitUntil(lambda: desk.findChild(QPushButton, "areas.take_back").isEnabled())
        ask.will("confirm", True)
        click(desk, "areas.take_back", qtbot)
        qtbot.waitUntil(lambda name=shown: area_rows(desk)[0] == name)  # type: ignore[misc]
    assert area_rows(desk) == ["Khu phố 2", "Khu phố 10"]
    desk.areas.pane.table.selectRow(0)
    assert not desk.findChild(QPushButton, "areas.take_back").isEnabled()


def test_a_post_is_given_another_place_in_the_order_of_protocol(
    desk: RosterDesk, services: Services, qtbot: QtBot
) -> None:
    open_tab(desk, desk.bodies, qtbot)
    click(desk, "bodies.post_order", qtbot)
    opened = desk.findChild(PostOrderDialog)
    assert opened is not None
    names = [opened.table.model.index(at, 0).data() for at in range(opened.table.model.rowCount())]
    assert names == ["Trưởng ban", "Phó Trưởng ban", "Ủy viên"]
    opened.table.select(2)
    qtbot.mouseClick(opened.buttons.buttons["post_order.change"], Qt.MouseButton.LeftButton)
    asked = opened.findChild(FormDialog)
    assert asked is not None
    control = asked.form.field("rank").control
    assert control.selectedText() == "800", "a typed number takes the place of the old one"
    qtbot.keyClicks(control, "150")
    save(asked, qtbot)
    qtbot.waitUntil(lambda: bool(opened.table.model.index(0, 0).data() == "Ủy viên"))
    assert dict(services.roster.posts())["Ủy viên"] == 150


def test_a_part_out_of_sight_reads_what_has_changed_once_it_is_seen(
    desk: RosterDesk, services: Services, people: tuple[str, ...], qtbot: QtBot
) -> None:
    open_tab(desk, desk.reminders, qtbot)
    desk.tabs.setCurrentWidget(desk.people)
    services.roster.correct(Correct(people[1], born=date(1975, 6, 24)))
    services.roster.end_body(EndBody(committee(services)))
    qtbot.waitUntil(lambda: desk.reminders._stale)
    desk.tabs.setCurrentWidget(desk.reminders)
    qtbot.waitUntil(lambda: desk.reminders.pane.model.index(0, 0).data() == "24/06")
