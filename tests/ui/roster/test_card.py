"""A person's card and form."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.roster import Appoint, EndMembership, Sex, WhyEnded
from tests.ui.asking import ScriptedAsk
from tests.ui.keys import type_text
from tests.ui.stage import Stage
from ui.desk.dialogs import FormDialog
from ui.roster.card import CardPage
from ui.roster.desk import RosterDesk
from ui.roster.editor import PersonEditor, correction


@pytest.fixture
def card(desk: RosterDesk, people: tuple[str, ...], qtbot: QtBot) -> CardPage:
    desk.open_record(people[0])
    opened = desk.people.card
    assert opened is not None
    qtbot.waitUntil(lambda: opened.person is not None)
    return opened


def dialog(desk: RosterDesk, name: str) -> FormDialog:
    found = desk.findChild(FormDialog, f"{name}_dialog")
    assert found is not None
    return found


def click(parent: object, name: str, qtbot: QtBot) -> None:
    button = parent.findChild(QPushButton, name)  # type: ignore[attr-defined]
    assert button is not None
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_enter_on_a_row_opens_the_card_and_esc_goes_back_to_the_row(
    desk: RosterDesk, services: Services, qtbot: QtBot
) -> None:
    pane = desk.people.pane
    person = services.roster.person("NG-0003")
    pane.select(person.id)
    pane.table.setFocus()
    qtbot.keyClick(pane.table, Qt.Key.Key_Return)
    card = desk.people.card
    assert card is not None
    qtbot.waitUntil(lambda: card.person is not None)
    assert desk.title == "NG-0003"
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert desk.people.card is None
    assert pane.selected_ids() == (person.id,)
    assert pane.table.hasFocus()


def test_the_card_tells_facts_posts_and_what_happened(card: CardPage) -> None:
    texts = [label.text() for label in card.findChildren(QLabel)]
    assert "Trần Thị Hoà" in texts
    assert "05/09/1968" in texts
    assert "•••" in texts
    assert card.posts.table.model.rowCount() == 1
    assert any("Admit a person" in text for text in texts)


def test_a_post_is_given_by_keys_alone_and_taken_back_by_undo(
    desk: RosterDesk, card: CardPage, services: Services, stage: Stage, qtbot: QtBot
) -> None:
    button = card.posts.buttons.buttons["card.appoint"]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    form = dialog(desk, "appoint").form
    type_text(form.field("body").control, "Ủy ban MTTQ Việt Nam phường Hải Đông"[:20])
    qtbot.waitUntil(lambda: bool(form.field("body").offers))
    qtbot.keyClick(form.field("body").control, Qt.Key.Key_Down)
    qtbot.keyClick(form.field("body").control, Qt.Key.Key_Return)
    type_text(form.field("post").control, "Ủy viên")
    type_text(form.field("since").control, "1/5/2026")
    with qtbot.waitSignal(dialog(desk, "appoint").saved):
        qtbot.keyClick(form.field("since").control, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    held = services.roster.person(card.number).memberships
    assert next((each.post, each.since) for each in held) == ("Ủy viên", date(2026, 5, 1))
    notice = stage.env.notices.findChild(QPushButton, "notice.action")
    qtbot.mouseClick(notice, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(services.roster.person(card.number).memberships) == 1)


def test_a_post_ends_with_its_day_and_reason(
    desk: RosterDesk, card: CardPage, services: Services, qtbot: QtBot
) -> None:
    card.posts.table.select(0)
    click(card, "card.end", qtbot)
    opened = dialog(desk, "end_post")
    opened.form.set_values({"until": date(2026, 5, 31), "why": WhyEnded.RETIRED, "note": "theo nguyện vọng"})
    with qtbot.waitSignal(opened.saved):
        qtbot.mouseClick(opened.yes, Qt.MouseButton.LeftButton)
    held = services.roster.person(card.number).memberships[0]
    assert (held.until, held.ended_why, held.ended_note) == (date(2026, 5, 31), WhyEnded.RETIRED, "theo nguyện vọng")
    qtbot.waitUntil(lambda: card.person is not None and card.person.memberships[0].until is not None)
    card.posts.table.select(0)
    click(card, "card.resume", qtbot)
    qtbot.waitUntil(lambda: services.roster.person(card.number).memberships[0].until is None)


def test_a_wrong_day_is_told_beside_its_field_and_nothing_is_done(
    desk: RosterDesk, card: CardPage, services: Services, qtbot: QtBot
) -> None:
    card.posts.table.select(0)
    click(card, "card.end", qtbot)
    opened = dialog(desk, "end_post")
    opened.form.set_values({"until": date(2020, 1, 1)})
    qtbot.mouseClick(opened.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened.form.error_text("until") == "The last day lies before the first.")
    assert opened.isVisible()
    assert services.roster.person(card.number).memberships[0].until is None
    opened.form.mark_clean()
    opened.reject()


def test_a_photo_is_kept_and_shown(
    card: CardPage, services: Services, ask: ScriptedAsk, qtbot: QtBot, tmp_path: Path
) -> None:
    picture = QImage(300, 400, QImage.Format.Format_RGB32)
    picture.fill(QColor("#335577"))
    picture.save(str(tmp_path / "anh.png"))
    ask.will("choose_file", tmp_path / "anh.png")
    trigger_card(card, "card.set_photo")
    qtbot.waitUntil(lambda: not card.photo.pixmap().isNull())
    assert services.roster.photo(card.number) is not None


def trigger_card(card: CardPage, name: str) -> None:
    for action in card.tools._more.menu().actions():
        if action.objectName() == name:
            action.trigger()
            return
    raise AssertionError(f"no {name} on the card")


def test_an_entry_made_in_error_is_withdrawn_and_taken_back(
    card: CardPage, services: Services, ask: ScriptedAsk, qtbot: QtBot
) -> None:
    ask.will("reason", "nhập trùng")
    trigger_card(card, "card.withdraw")
    qtbot.waitUntil(lambda: card.person is not None and card.person.withdrawn is not None)
    assert card.tools.edit.isHidden()
    trigger_card(card, "card.reinstate")
    qtbot.waitUntil(lambda: card.person is not None and card.person.withdrawn is None)
    assert services.roster.person(card.number).withdrawn is None


def test_f2_edits_and_only_what_was_changed_is_sent(
    desk: RosterDesk, card: CardPage, services: Services, qtbot: QtBot
) -> None:
    qtbot.keyClick(card, Qt.Key.Key_F2)
    editor = desk.people.editor
    assert editor is not None
    type_text(editor.form.field("occupation").control, "Giáo viên")
    qtbot.keyClick(editor.form.field("occupation").control, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.people.card is not None)
    person = services.roster.person(card.number)
    assert (person.occupation, person.phone, person.sex) == ("Giáo viên", "0912345678", Sex.FEMALE)


def test_emptied_fields_are_cleared_and_untouched_ones_left(services: Services, people: tuple[str, ...]) -> None:
    person = services.roster.person(people[0])
    values = {"name": person.name, "phone": "", "sex": Sex.FEMALE, "born": person.born, "address": ""}
    ask = correction(person, values)
    assert ask is not None
    assert (ask.clear, ask.phone, ask.name, ask.sex) == (("phone",), None, None, None)
    assert correction(person, {**values, "phone": person.phone}) is None


def test_a_birth_may_be_a_year_alone(services: Services, people: tuple[str, ...]) -> None:
    person = services.roster.person(people[0])
    ask = correction(person, {"born": 1967})
    assert ask is not None
    assert (ask.born, ask.birth_year) == (None, 1967)
    assert services.roster.correct(ask).born is None


def editor_of(desk: RosterDesk) -> PersonEditor:
    editor = desk.people.editor
    assert editor is not None
    return editor


def test_somebody_new_is_admitted_with_a_first_post(desk: RosterDesk, services: Services, qtbot: QtBot) -> None:
    desk.new_record()
    form = editor_of(desk).form
    assert form.field("name").control.hasFocus()
    type_text(form.field("name").control, "Phạm Thị Dịu")
    type_text(form.field("born").control, "1981")
    type_text(form.field("area").control, "Khu phố 10")
    type_text(form.field("post").control, "Thư ký")
    qtbot.keyClick(form.field("post").control, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.people.card is not None)
    person = services.roster.person("NG-0004")
    assert (person.name, person.birth_year, person.memberships[0].area) == ("Phạm Thị Dịu", 1981, "Khu phố 10")


def test_a_person_known_already_is_told_and_a_namesake_allowed(
    desk: RosterDesk, services: Services, people: tuple[str, ...], qtbot: QtBot
) -> None:
    desk.new_record()
    editor = editor_of(desk)
    form = editor.form
    type_text(form.field("name").control, "Trần Thị Hòa")
    type_text(form.field("born").control, "5/9/1968")
    qtbot.waitUntil(lambda: not editor._known.isHidden())
    assert people[0] in editor._known.text()
    editor.save()
    qtbot.waitUntil(lambda: bool(form.error_text("name")))
    assert people[0] in form.error_text("name")
    assert form.field("namesake").isVisible()
    qtbot.mouseClick(form.field("namesake").control, Qt.MouseButton.LeftButton)
    form.field("namesake").set_value(True)
    editor.save()
    qtbot.waitUntil(lambda: desk.people.card is not None)
    assert services.roster.count() == 4


def test_what_was_being_typed_is_there_again_next_time(
    desk: RosterDesk, services: Services, ask: ScriptedAsk, qtbot: QtBot
) -> None:
    desk.new_record()
    editor = editor_of(desk)
    type_text(editor.form.field("name").control, "Phạm Thị")
    ask.will("question", "keep")
    qtbot.keyClick(editor.form.field("name").control, Qt.Key.Key_Escape)
    assert desk.people.editor is None
    qtbot.waitUntil(lambda: [draft.key for draft in services.store.drafts()] == ["roster/new"])
    desk.new_record()
    assert editor_of(desk).form.values()["name"] == "Phạm Thị"
    ask.will("question", "drop")
    assert desk.may_leave()
    qtbot.waitUntil(lambda: services.store.drafts() == [])


def test_masked_facts_are_not_in_the_form_until_shown(
    desk: RosterDesk, card: CardPage, ask: ScriptedAsk, qtbot: QtBot
) -> None:
    desk.people.open_editor(card.person)
    assert "party" not in editor_of(desk).form.values()
    desk.people.open_card("NG-0001")
    opened = desk.people.card
    assert opened is not None
    qtbot.waitUntil(lambda: opened.person is not None)
    ask.will("reason", "bổ sung hồ sơ")
    opened.show_sensitive()
    qtbot.waitUntil(lambda: opened.person is not None and not opened.person.masked)
    desk.people.open_editor(opened.person)
    assert editor_of(desk).form.values()["party"] is True


def test_everything_about_one_person_is_printed_from_the_card(desk: RosterDesk, card: CardPage, stage: Stage) -> None:
    desk.print_current()
    assert [(kind, asked.number) for kind, asked in stage.papers] == [("data-subject", card.number)]


def test_a_person_who_asks_for_it_is_blanked_with_a_reason(
    desk: RosterDesk, card: CardPage, services: Services, ask: ScriptedAsk, qtbot: QtBot
) -> None:
    ask.will("reason", None)
    trigger_card(card, "card.blank")
    assert services.roster.person(card.number).name == "Trần Thị Hoà"
    ask.will("reason", "chủ thể dữ liệu yêu cầu")
    trigger_card(card, "card.blank")
    qtbot.waitUntil(lambda: card.person is not None and card.person.withdrawn is not None)
    assert services.roster.person(card.number).name == "(đã xóa)"
    texts = " ".join(label.text() for label in card.findChildren(QLabel))
    assert ("Trần Thị Hoà" in texts, "0912345678" in texts) == (False, False)


def test_a_wrong_entry_of_a_post_is_emptied(desk: RosterDesk, card: CardPage, services: Services, qtbot: QtBot) -> None:
    (held,) = services.roster.person(card.number).memberships
    assert held.since is not None
    assert card.posts.table.current() is not None, "the only post is selected by itself"
    click(card, "card.amend", qtbot)
    opened = dialog(desk, "amend_post")
    opened.form.field("since").set_value(None)
    with qtbot.waitSignal(opened.saved):
        qtbot.mouseClick(opened.yes, Qt.MouseButton.LeftButton)
    (corrected,) = services.roster.person(card.number).memberships
    assert (corrected.since, corrected.post) == (None, held.post)


def test_the_ended_one_of_two_alike_posts_is_corrected(
    desk: RosterDesk, card: CardPage, services: Services, qtbot: QtBot
) -> None:
    services.roster.end_membership(EndMembership(card.number, until=date(2025, 12, 31)))
    services.roster.appoint(Appoint(card.number, area="Khu phố 2", post="Trưởng ban", since=date(2026, 2, 1)))
    qtbot.waitUntil(lambda: card.posts.table.model.rowCount() == 2)
    card.posts.table.select(1)
    click(card, "card.amend", qtbot)
    opened = dialog(desk, "amend_post")
    type_text(opened.form.field("decision_number").control, "01/QĐ")
    with qtbot.waitSignal(opened.saved):
        qtbot.mouseClick(opened.yes, Qt.MouseButton.LeftButton)
    held = {post.until: post.decision_number for post in services.roster.person(card.number).memberships}
    assert held == {date(2025, 12, 31): "01/QĐ", None: None}
