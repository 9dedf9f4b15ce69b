"""The list of people: whose, in what order, found how, and what a role may do with it."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.office import ListAsk
from frontdesk.roster import Correct, EndMembership
from frontdesk.store import Role, Session
from tests.ui.asking import ScriptedAsk
from tests.ui.keys import type_text
from tests.ui.stage import Kept, Stage
from ui.roster.desk import RosterDesk
from ui.roster.source import Scope


def names(desk: RosterDesk) -> list[str]:
    model = desk.people.pane.model
    return [str(model.index(at, 1).data()) for at in range(model.rowCount())]


def column(desk: RosterDesk, key: str) -> int:
    return [each.key for each in desk.people.pane.model.columns].index(key)


def cells(desk: RosterDesk, key: str) -> list[str]:
    model = desk.people.pane.model
    return [str(model.index(at, column(desk, key)).data()) for at in range(model.rowCount())]


def trigger(desk: RosterDesk, name: str) -> None:
    """Choose a line of a menu."""
    for menu in desk.findChildren(QMenu):
        for action in menu.actions():
            if action.objectName() == name:
                action.trigger()
                return
    raise AssertionError(f"no line {name} in the menus")


def test_people_stand_in_the_order_of_their_given_names(desk: RosterDesk) -> None:
    assert names(desk) == ["Nguyễn Văn Ân", "Đặng Quốc Ẩn", "Trần Thị Hoà"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("hoa", ["Trần Thị Hoà"]),
        ("hòa", ["Trần Thị Hoà"]),
        ("hoà", ["Trần Thị Hoà"]),
        ("dang an", ["Đặng Quốc Ẩn"]),
        ("đặng", ["Đặng Quốc Ẩn"]),
        ("ng-2", ["Nguyễn Văn Ân"]),
        ("0912", ["Nguyễn Văn Ân", "Đặng Quốc Ẩn", "Trần Thị Hoà"]),
        ("zz", []),
    ],
)
def test_typing_finds_with_and_without_marks(desk: RosterDesk, qtbot: QtBot, typed: str, found: list[str]) -> None:
    desk.search("")
    box = desk.findChild(QLineEdit, "roster.people.filter")
    assert box.hasFocus()
    type_text(box, typed)
    qtbot.waitUntil(lambda: names(desk) == found)


def test_the_tree_narrows_the_list_to_an_area_and_a_body(desk: RosterDesk) -> None:
    desk.people.chooser.choose(Scope(area="Khu phố 2"))
    assert names(desk) == ["Đặng Quốc Ẩn", "Trần Thị Hoà"]
    desk.people.chooser.choose(Scope(body="Ban Công tác Mặt trận Khu phố 10"))
    assert names(desk) == ["Nguyễn Văn Ân"]
    desk.people.chooser.choose(Scope())
    assert len(names(desk)) == 3


def test_letters_above_the_tree_leave_what_holds_them(desk: RosterDesk, qtbot: QtBot) -> None:
    chooser = desk.people.chooser
    type_text(chooser.line, "pho 10")
    shown = {item.text(0) for item in chooser._items() if not item.isHidden() and item.childCount() == 0}
    assert shown == {"Ban Công tác Mặt trận Khu phố 10", "Khu phố 10"}


def test_somebody_without_a_post_is_found_by_the_filter_for_it(
    desk: RosterDesk, services: Services, people: tuple[str, ...], qtbot: QtBot
) -> None:
    services.roster.end_membership(EndMembership(people[1], until=date(2026, 5, 1)))
    named = desk.people.pane.findChild(object, "roster.people.named")
    named.setFocus()
    qtbot.keyClick(named, Qt.Key.Key_Down)
    assert names(desk) == ["Đặng Quốc Ẩn", "Trần Thị Hoà"]
    qtbot.keyClick(named, Qt.Key.Key_Down)
    assert names(desk) == ["Nguyễn Văn Ân"]


def test_women_alone_are_listed_by_the_keyboard(desk: RosterDesk, qtbot: QtBot) -> None:
    sex = desk.people.pane.findChild(object, "roster.people.sex")
    sex.setFocus()
    qtbot.keyClick(sex, Qt.Key.Key_Down)
    qtbot.keyClick(sex, Qt.Key.Key_Down)
    assert names(desk) == ["Trần Thị Hoà"]


def test_a_change_elsewhere_reloads_the_list_and_keeps_the_selection(
    desk: RosterDesk, services: Services, people: tuple[str, ...], qtbot: QtBot
) -> None:
    pane = desk.people.pane
    person = services.roster.person(people[2])
    assert pane.select(person.id)
    services.roster.correct(Correct(people[2], name="Đặng Quốc Yên"))
    qtbot.waitUntil(lambda: names(desk) == ["Nguyễn Văn Ân", "Trần Thị Hoà", "Đặng Quốc Yên"])
    assert pane.selected_ids() == (person.id,)


def test_sensitive_columns_stay_masked_until_somebody_says_why(
    desk: RosterDesk, services: Services, ask: ScriptedAsk, qtbot: QtBot
) -> None:
    assert cells(desk, "party") == ["•••"] * 3
    assert desk.people.party.isHidden()
    ask.will("reason", "lập danh sách đại hội")
    trigger(desk, "roster.show")
    qtbot.waitUntil(lambda: cells(desk, "party") == ["Yes"] * 3)
    assert not desk.people.party.isHidden()
    journal = services.journal(ListAsk())
    assert [entry["deed"] for entry in journal][-1] == "roster.show_sensitive"
    assert "lập danh sách đại hội" in str(journal[-1]["what"])
    trigger(desk, "roster.show")
    assert cells(desk, "party") == ["•••"] * 3


def test_who_gives_no_reason_sees_nothing(desk: RosterDesk, services: Services, ask: ScriptedAsk) -> None:
    ask.will("reason", None)
    trigger(desk, "roster.show")
    assert cells(desk, "party") == ["•••"] * 3
    assert "roster.show_sensitive" not in [entry["deed"] for entry in services.journal(ListAsk())]


def test_chosen_columns_are_remembered(desk: RosterDesk, stage: Stage) -> None:
    pane = desk.people.pane
    menu = pane.columns_menu()
    for action in menu.actions():
        if action.text() in ("Phone", "Workplace"):
            action.trigger()
    again = RosterDesk(stage.env)
    shown = [each.key for each in again.people.pane.shown_columns()]
    assert "workplace" in shown
    assert "phone" not in shown
    assert isinstance(stage.env.state, Kept)


def test_many_people_are_given_the_same_value_at_once(desk: RosterDesk, services: Services, qtbot: QtBot) -> None:
    desk.people.pane.table.selectAll()
    trigger(desk, "roster.bulk")
    dialog = desk.people.findChild(object, "bulk_dialog")
    type_text(dialog.form.field("occupation").control, "Nông dân")
    with qtbot.waitSignal(dialog.saved):
        qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    assert {services.roster.person(f"NG-{at:04}").occupation for at in (1, 2, 3)} == {"Nông dân"}


def test_an_export_holds_the_masked_list(
    desk: RosterDesk, services: Services, ask: ScriptedAsk, stage: Stage, qtbot: QtBot, tmp_path: object
) -> None:
    from pathlib import Path

    assert isinstance(tmp_path, Path)
    ask.will("choose_save", tmp_path / "danh-ba.xlsx")
    trigger(desk, "roster.export")
    qtbot.waitUntil(lambda: "3 people written to danh-ba.xlsx." in stage.env.notices.texts)
    preview = services.roster.preview_sheet(tmp_path / "danh-ba.xlsx")
    assert {row.outcome.value for row in preview.rows} == {"unchanged"}


def test_rows_copied_here_open_in_excel(desk: RosterDesk, qtbot: QtBot) -> None:
    table = desk.people.pane.table
    table.selectAll()
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:2] == ["Number", "Full name"]
    assert lines[1].split("\t")[1] == "Nguyễn Văn Ân"


def test_a_viewer_is_offered_nothing_that_writes(
    stage: Stage, services: Services, people: tuple[str, ...], qtbot: QtBot
) -> None:
    services.store.session = Session("Người xem", frozenset({Role.VIEWER}))
    desk = RosterDesk(stage.env)
    stage.show(desk)
    for name in ("roster.new", "roster.import", "bodies.new", "areas.new", "courses.new"):
        assert desk.findChild(QPushButton, name) is None
    lines = {action.objectName() for menu in desk.findChildren(QMenu) for action in menu.actions()}
    assert lines & {"roster.bulk", "roster.show", "roster.paste", "roster.undo_import"} == set()
    assert "roster.export" in lines
    desk.new_record()
    assert desk.people.editor is None


def test_papers_are_asked_for_whom_the_list_shows(desk: RosterDesk, stage: Stage, qtbot: QtBot) -> None:
    desk.people.chooser.choose(Scope(area="Khu phố 2"))
    desk.print_current()
    dialog = desk.people.findChild(object, "paper_roster_dialog")
    qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    kind, asked = stage.papers[0]
    assert (kind, asked.number, asked.until, asked.sensitive) == ("roster", "Khu phố 2", date(2026, 6, 22), False)
    stage.env.services.paper(kind, asked)


def heading(desk: RosterDesk, key: str, qtbot: QtBot) -> None:
    """A click on the title of a column."""
    header = desk.people.pane.table.horizontalHeader()
    at = column(desk, key)
    place = QPoint(header.sectionViewportPosition(at) + header.sectionSize(at) // 2, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_click_on_post_or_area_sorts_by_protocol_and_by_the_areas_numbers(desk: RosterDesk, qtbot: QtBot) -> None:
    heading(desk, "post", qtbot)
    assert names(desk) == ["Trần Thị Hoà", "Đặng Quốc Ẩn", "Nguyễn Văn Ân"]
    heading(desk, "area", qtbot)
    assert names(desk) == ["Đặng Quốc Ẩn", "Trần Thị Hoà", "Nguyễn Văn Ân"]
    heading(desk, "area", qtbot)
    assert names(desk) == ["Nguyễn Văn Ân", "Trần Thị Hoà", "Đặng Quốc Ẩn"]


def test_an_export_holds_whom_the_list_shows_and_no_more(
    desk: RosterDesk, services: Services, ask: ScriptedAsk, stage: Stage, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.people.chooser.choose(Scope(area="Khu phố 2"))
    heading(desk, "post", qtbot)
    ask.will("choose_save", tmp_path / "khu-pho-2.xlsx")
    trigger(desk, "roster.export")
    qtbot.waitUntil(lambda: (tmp_path / "khu-pho-2.xlsx").exists() and not stage.env.lane._jobs)
    preview = services.roster.preview_sheet(tmp_path / "khu-pho-2.xlsx")
    assert [row.name for row in preview.rows] == ["Trần Thị Hoà", "Đặng Quốc Ẩn"]
