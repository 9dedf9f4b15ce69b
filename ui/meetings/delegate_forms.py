"""The forms around one delegate, and the one that invites a whole group."""

from typing import Any, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from frontdesk.meetings import (
    Absence,
    AddDelegate,
    DelegateRow,
    EditDelegate,
    InviteGroup,
    Mark,
    NoteReply,
    PartName,
    Reply,
)
from frontdesk.messages import _, mark, n_
from frontdesk.roster import BODY_TITLES, BodyKind
from ui.desk.drafting import draft_key
from ui.meetings.entry_form import DESK, EntryForm, EntryKind
from ui.meetings.fields import asked, person_field
from ui.meetings.kinds import show_entry
from ui.meetings.subject import Subject
from ui.meetings.words import REPLIES, attendance_tone, attendance_words, choices, sentence
from ui.parts.fields import Choice, ChoiceField, LineField, SwitchField
from ui.parts.form import Form
from ui.parts.headings import Hint, label
from ui.parts.picker import PickerField
from ui.parts.rowtable import Empty
from ui.parts.table import Column
from ui.parts.theme import SPACE


class _Known(QObject):
    """Fills in post and organisation once somebody of the roster is chosen."""

    def __init__(self, form: Form, name: PickerField) -> None:
        super().__init__(form)
        self._form, self._name = form, name
        name.changed.connect(self._on_name)

    @Slot()
    def _on_name(self) -> None:
        chosen = self._name.value()
        if chosen is not None and chosen.key is not None:
            position, _comma, organisation = chosen.detail.partition(", ")
            self._form.field("position").set_value(position)
            self._form.field("organisation").set_value(organisation)


def _fill(form: Form, subject: Subject, row: Any) -> QObject:
    name = person_field(subject.env)
    form.add("name", _("&Name"), name)
    form.add("position", _("P&osition"), LineField())
    form.add("organisation", _("O&rganisation"), LineField())
    form.add("group", _("&Heading"), LineField(hint=_("the group's name on the list")))
    if subject.row.sites:
        sites = [Choice(site.name, site.name) for site in subject.row.sites]
        form.add("site", _("&Site"), ChoiceField(sites, nothing=_("where the meeting is held")))
    if row is not None:
        form.add("seat", _("S&eat"), LineField())
    show_entry(form, row, ("name",))
    return _Known(form, name)


def _person(form: Form) -> dict[str, Any]:
    chosen = form.field("name").value()
    known = chosen is not None and str(chosen.key or "").startswith("NG-")
    return {"person": chosen.key} if known else {}


DELEGATES: Final = EntryKind(
    "delegate", PartName.DELEGATE, mark("Delegates"), mark("Add a delegate"), mark("Delegate {which}"),
    Empty(mark("Nobody is invited yet"),
          mark("Invite a group of the roster, or add people one by one: two letters of the name are enough.")),
    AddDelegate, EditDelegate,
    lambda _subject: (
        Column("order", _("No."), 4, "right", text=lambda row: ""), Column("name", _("Name"), 24),
        Column("post", _("Position"), 0), Column("group", _("Heading"), 20),
        Column("present", _("Presence"), 18, text=attendance_words, tone=attendance_tone),
    ),
    lambda subject: subject.row.delegates, _fill, more=_person,
)  # fmt: skip

_PRESENCE: Final = {
    "present": (True, None),
    "excused": (False, Absence.EXCUSED),
    "unexcused": (False, Absence.UNEXCUSED),
    "unknown": (None, None),
}


def mark_ask(number: str, which: int, how: str, **more: Any) -> Mark:
    """The request to mark a delegate "present", "excused", "unexcused" or "unknown"."""
    present, absence = _PRESENCE[how]
    return Mark(number, which, present, absence, **more)


class DelegateEdit(QWidget):
    """All about one delegate: who, whether present, what was answered to the invitation."""

    left = Signal()

    def __init__(self, subject: Subject, row: DelegateRow, which: int) -> None:
        super().__init__()
        self._subject, self._which = subject, which
        self.person = EntryForm(subject, DELEGATES, row, which)
        self.person.left.connect(self.left)
        self.person.saved.connect(self._on_saved)
        self.presence = self._presence(row)
        self.reply = self._reply(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        column.addWidget(self.person)
        for title, form, slot in (
            (_("Presence"), self.presence, self._on_presence),
            (_("Reply to the invitation"), self.reply, self._on_reply),
        ):
            button = QPushButton(_("Save"))
            button.setObjectName(f"{form.objectName()}.save")
            button.setAccessibleName(f"{title}: {button.text()}")
            button.clicked.connect(slot)
            form.save_asked.connect(slot)
            column.addWidget(label(title, "section"))
            column.addWidget(form)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        keys = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.person.go_back)

    def focus_first(self) -> None:
        """Stand in the name."""
        self.person.focus_first()

    def _presence(self, row: DelegateRow) -> Form:
        form = Form("presence")
        words = {
            "present": mark("present"), "excused": mark("absent, excused"), "unexcused": mark("absent, unexcused"),
            "unknown": mark("not recorded"),
        }  # fmt: skip
        form.add("present", _("Is &there"), ChoiceField(choices(words)))
        form.add("reason", _("Reason of absence"), LineField())
        form.add("substitute", _("Substitute"), LineField(), hint=_("Who came instead."))
        how = next(key for key, (present, _why) in _PRESENCE.items() if present == row.present)
        if row.absence is not None:
            how = row.absence.value
        form.set_values({"present": how, "reason": row.reason, "substitute": row.substitute})
        self._subject.env.keep_drafts(form, draft_key(DESK, f"{self._subject.number} presence {self._which}"))
        return form

    def _reply(self, row: DelegateRow) -> Form:
        form = Form("reply")
        form.add("reply", _("Repl&y"), ChoiceField(choices(REPLIES), nothing=_("none yet")))
        form.add("note", _("Note"), LineField())
        form.set_values({"reply": row.reply, "note": row.reply_note})
        self._subject.env.keep_drafts(form, draft_key(DESK, f"{self._subject.number} reply {self._which}"))
        return form

    @Slot()
    def _on_presence(self) -> None:
        values = self.presence.values()
        more = {"reason": values["reason"] or None, "substitute": values["substitute"]}
        ask = mark_ask(self._subject.number, self._which, values["present"] or "unknown", **more)
        self._subject.do(ask, self, form=self.presence, done=self._on_saved)

    @Slot()
    def _on_reply(self) -> None:
        values = self.reply.values()
        if values["reply"] is None:
            return
        substitute = self.presence.values()["substitute"] or None
        ask = NoteReply(
            self._subject.number, self._which, reply=Reply(values["reply"]), note=values["note"] or None,
            substitute=substitute,
        )  # fmt: skip
        self._subject.do(ask, self, form=self.reply, done=self._on_saved)

    @Slot(object)
    def _on_saved(self, _row: Any) -> None:
        self.left.emit()


class GroupForm(QWidget):
    """Invites those who sit in the bodies of a kind, in a body, or in an area, in protocol order."""

    def __init__(self, subject: Subject) -> None:
        super().__init__()
        self._subject = subject
        self.form = Form("group")
        kinds = [Choice(kind, sentence(_(BODY_TITLES[kind]))) for kind in BodyKind]
        self.form.add("kind", _("&Kind of body"), ChoiceField(kinds, nothing=_("any")))
        areas = [Choice(area.name, area.name) for area in subject.env.services.office.areas()]
        self.form.add("area", _("&Area"), ChoiceField(areas, nothing=_("any")))
        self.form.add("heads_only", "", SwitchField(_("&Only the first of each body")))
        self.form.save_asked.connect(self.save)
        button = QPushButton(_("&Invite the group"))
        button.setObjectName("group.save")
        button.clicked.connect(self.save)
        buttons = QHBoxLayout()
        buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.l, 0, 0)
        column.setSpacing(SPACE.m)
        column.addWidget(label(_("Invite a group of the roster"), "section"))
        column.addWidget(Hint(_("Who stands in the list already is not added again.")))
        column.addWidget(self.form)
        column.addLayout(buttons)

    @Slot()
    def save(self) -> None:
        """Invite them."""
        ask = asked(InviteGroup, self._subject.number, self.form)
        self._subject.do(ask, self, form=self.form, done=self._on_done)

    @Slot(object)
    def _on_done(self, added: tuple[DelegateRow, ...]) -> None:
        says = n_("{count} delegate invited.", "{count} delegates invited.", len(added)).format(count=len(added))
        self._subject.env.notices.say(says if added else _("Nobody new sits there."))
