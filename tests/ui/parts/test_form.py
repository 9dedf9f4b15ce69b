from collections.abc import Mapping
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from frontdesk.errors import RuleBroken
from ui.parts.fields import Choice, ChoiceField, LineField, TextField, YesNoField
from ui.parts.form import Form, required
from ui.parts.headings import Page
from ui.parts.theme import Theme


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form("petition")
    made.add("sender", "&Sender", LineField())
    made.add("kind", "&Kind", ChoiceField([Choice("a", "Proposal"), Choice("b", "Report")], nothing="Not classified"))
    made.add("summary", "S&ummary", TextField())
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_a_label_is_buddy_and_name_of_its_field(form: Form) -> None:
    label = next(label for label in form.findChildren(QLabel) if label.text() == "&Sender")
    assert label.buddy() is form.field("sender").control
    assert form.field("sender").control.accessibleName() == "Sender"


def test_decomposed_letters_arrive_composed(qtbot: QtBot, form: Form) -> None:
    line = form.field("sender").control
    decomposed = "Nguye\u0302\u0303n  Thi\u0323 Ho\u0300a "
    qtbot.keyClicks(line, "x")
    event = QInputMethodEvent("", [])
    event.setCommitString(decomposed, -1, 1)
    QApplication.sendEvent(line, event)
    assert form.values()["sender"] == "Nguyễn Thị Hòa"


def test_enter_moves_on_and_the_last_field_asks_to_save(qtbot: QtBot) -> None:
    form = Form("f")
    form.add("one", "One", LineField())
    form.add("two", "Two", LineField())
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
    form.field("one").setFocus()
    qtbot.keyClick(form.field("one").control, Qt.Key.Key_Return)
    assert form.field("two").control.hasFocus()
    with qtbot.waitSignal(form.save_asked):
        qtbot.keyClick(form.field("two").control, Qt.Key.Key_Return)


def test_what_was_typed_since_an_entry_was_sent_stays_for_the_next(qtbot: QtBot, form: Form) -> None:
    blank = form.values()
    kept: list[Mapping[str, Any]] = []
    form.keep_drafts(kept.append)
    form.field("sender").set_value("Nguyễn Văn A")
    form.field("kind").set_value("b")
    sent = form.values()
    form.field("sender").setFocus()
    form.select_focused()
    qtbot.keyClicks(form.field("sender").control, "Tran")
    form.start_over(blank, sent)
    assert form.values() == {"sender": "Tran", "kind": None, "summary": ""}
    assert form.field("sender").control.cursorPosition() == len("Tran")
    assert form.dirty
    form.keep_now()
    assert [values["sender"] for values in kept] == ["Tran"]


def test_a_form_nobody_touched_since_begins_blank_and_clean(form: Form) -> None:
    blank = form.values()
    form.field("sender").set_value("Nguyễn Văn A")
    form.start_over(blank, form.values())
    assert form.values() == blank
    assert not form.dirty


def test_enter_skips_what_is_hidden(qtbot: QtBot, form: Form) -> None:
    form.show_field("kind", False)
    form.field("sender").setFocus()
    qtbot.keyClick(form.field("sender").control, Qt.Key.Key_Return)
    assert form.field("summary").control.hasFocus()


def test_control_s_asks_to_save_from_any_field(qtbot: QtBot, form: Form) -> None:
    form.field("summary").setFocus()
    with qtbot.waitSignal(form.save_asked):
        qtbot.keyClick(form.field("summary").control, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def test_an_error_stands_beside_its_field_until_that_is_changed(qtbot: QtBot, form: Form) -> None:
    form.show_error(RuleBroken("x", "Say who sent it.", "sender"))
    assert form.error_text("sender") == "Say who sent it."
    assert form.field("sender").control.hasFocus()
    assert form.field("sender").control.accessibleDescription() == "Say who sent it."
    qtbot.keyClicks(form.field("sender").control, "A")
    assert form.error_text("sender") == ""


@pytest.mark.parametrize("field", [None, "nowhere"])
def test_an_error_without_a_field_here_stands_above_the_form(form: Form, field: str | None) -> None:
    form.show_error(RuleBroken("x", "Closed month.", field))
    assert form.error_text() == "Closed month."


def test_only_what_differs_from_the_saved_counts_as_changed(qtbot: QtBot, form: Form) -> None:
    form.set_values({"sender": "An", "kind": "b", "summary": "x", "unknown": 1})
    assert not form.dirty
    qtbot.keyClicks(form.field("sender").control, "h")
    assert form.dirty
    qtbot.keyClick(form.field("sender").control, Qt.Key.Key_Backspace)
    assert form.values() == {"sender": "An", "kind": "b", "summary": "x"}


def test_what_is_typed_is_kept_while_one_goes_on_typing(qtbot: QtBot, form: Form) -> None:
    kept: list[Mapping[str, Any]] = []
    form.keep_drafts(kept.append, after_ms=30)
    line = form.field("sender").control

    def type_and_look() -> bool:
        qtbot.keyClicks(line, "a")
        return bool(kept)

    qtbot.waitUntil(type_and_look)
    assert str(kept[0]["sender"]).startswith("a")


def test_a_draft_is_not_kept_once_saved(qtbot: QtBot, form: Form) -> None:
    kept: list[Mapping[str, Any]] = []
    form.keep_drafts(kept.append, after_ms=0)
    qtbot.keyClicks(form.field("sender").control, "a")
    form.mark_clean()
    form.keep_now()
    assert kept == []


def test_a_draft_offered_again_counts_as_changed(form: Form) -> None:
    form.restore_draft({"sender": "An"})
    assert form.values()["sender"] == "An"
    assert form.dirty


def test_the_mouse_wheel_changes_no_choice_in_passing(form: Form) -> None:
    assert form.field("kind").control.focusPolicy() == Qt.FocusPolicy.StrongFocus


@pytest.mark.parametrize("value", [True, False, None])
def test_yes_no_and_not_known_are_three_things(value: bool | None, qtbot: QtBot) -> None:
    field = YesNoField()
    qtbot.addWidget(field)
    field.set_value(value)
    assert field.value() is value


def test_tab_leaves_a_text_and_enter_is_a_new_line(qtbot: QtBot, form: Form) -> None:
    text = form.field("summary").control
    text.setFocus()
    qtbot.keyClicks(text, "a")
    qtbot.keyClick(text, Qt.Key.Key_Return)
    qtbot.keyClicks(text, "b")
    assert form.values()["summary"] == "a\nb"
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    assert not text.hasFocus()


def test_a_text_grows_with_what_is_typed(form: Form, theme: Theme) -> None:
    text = form.field("summary").control
    before = text.sizeHint().height()
    form.field("summary").set_value("a\n" * 6)
    assert text.sizeHint().height() > before * 2


def test_a_secret_keeps_its_blanks_and_is_not_shown(qtbot: QtBot) -> None:
    field = LineField(secret=True)
    qtbot.addWidget(field)
    qtbot.keyClicks(field.line, " a  b ")
    assert field.value() == " a  b "
    assert "a" not in field.line.displayText()


def test_the_first_thing_that_is_needed_and_missing_is_named() -> None:
    with pytest.raises(RuleBroken, match="Sender is needed") as broken:
        required({"sender": "", "kind": None}, {"sender": "Sender", "kind": "Kind"})
    assert broken.value.field == "sender"
    required({"sender": "An", "count": 0}, {"sender": "Sender", "count": "Count"})


def test_labels_stand_above_their_fields_only_where_there_is_no_room_beside(qtbot: QtBot) -> None:
    page, form = Page("narrow"), Form("f")
    form.add("name", "The name of the organisation", LineField())
    form.add("day", "From", LineField(), hint="Leave empty for today")
    page.add(form)
    qtbot.addWidget(page)

    def are_above(width: int) -> list[bool]:
        page.resize(width, 500)
        page.show()
        QApplication.sendPostedEvents()
        assert page.horizontalScrollBar().maximum() == 0
        labels = {label.buddy(): label for label in form.findChildren(QLabel) if label.buddy() is not None}
        fields = [form.field(name) for name in ("name", "day")]
        return [labels[field.control].geometry().bottom() < field.y() for field in fields]

    least = page.minimumSizeHint().width()
    assert [are_above(width) for width in (900, least, 900)] == [[False, False], [True, True], [False, False]]
