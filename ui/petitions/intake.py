"""A new petition in under a minute: kind first, for a denunciation hides whoever sent it."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.petitions import (
    KIND_HELP,
    KIND_TITLES,
    Attach,
    Channel,
    Join,
    Kind,
    Likeness,
    PetitionRow,
    Register,
    Void,
)
from ui.desk.doing import do, undo_by
from ui.desk.drafting import DraftKeeper, draft_key
from ui.desk.env import Env, Undo
from ui.parts.ask import Answer
from ui.parts.ask import Kind as FileKind
from ui.parts.colours import Tone
from ui.parts.fields import Choice, ChoiceField, SwitchField
from ui.parts.files import FileField
from ui.parts.form import Form, required
from ui.parts.headings import Heading, Hint, Page
from ui.parts.menus import ButtonRow, Entry
from ui.parts.notices import Weight
from ui.parts.theme import SPACE
from ui.petitions.editing import SECRET_FIELDS, SENDER_FIELDS, TITLES, makers
from ui.petitions.stepforms import CLEANED, SCANS
from ui.petitions.words import choices, chosen, text_of

LOOK_MS: Final = 400
FEWEST_LETTERS: Final = 8
_OFFERED_MOST: Final = 5
_FIRST: Final = (
    "channel", "sender", "sender_address", "sender_phone", "sender_identity", "people", "representatives", "summary",
)  # fmt: skip
_MORE: Final = (
    "paper_place", "field", "area", "place", "against", "received", "papers_received", "received_by",
    "settled_before", "remark",
)  # fmt: skip


class IntakePage(QWidget):
    """The form of a new petition; `saved` gives its number. `whole` is the letter it is a part of, if of one."""

    saved = Signal(str)
    left = Signal()

    def __init__(self, env: Env, owner: QWidget, whole: PetitionRow | None = None) -> None:
        super().__init__()
        self.setObjectName("intake_page")
        self._env, self._owner, self._whole = env, owner, whole
        self._draft = draft_key("petitions") if whole is None else draft_key("petitions", f"{whole.number} part")
        self._likely: tuple[Likeness, ...] = ()
        self._scan: tuple[Any, bool] | None = None
        self._joined = ""
        self._drafts_stopped = False
        self.form = Form("intake")
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._look_for_likely)
        self._build()
        env.keep_drafts(self.form, self._draft, secret=SECRET_FIELDS)
        self._on_kind()
        self.form.save_asked.connect(self.save)

    @property
    def secret(self) -> bool:
        """Whether a denunciation is being entered."""
        return self.form.field("kind").value() is Kind.DENUNCIATION

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        self.form.field("kind").setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def save(self) -> None:
        """Ctrl+S."""
        if not self.form.readable() or not self._save.isEnabled():
            return
        try:
            ask = self._asked(self.form.values())
        except RuleBroken as error:
            self.form.show_error(error)
            return
        values = self.form.values()
        self._joined = values["same_as"] or ""
        self._scan = None if values["scan"] is None else (values["scan"], bool(values["identity_removed"]))
        self._save.setEnabled(False)
        says = _("The petition is entered.")
        form = self.form
        do(self._env, ask, self._owner, done=self._on_done, ended=self._on_ended, form=form, says=says, undo=_void)

    def may_leave(self) -> bool:
        """Ask what to do with typed words that are not saved; of a denunciation nothing can be kept."""
        if not self.form.dirty:
            return True
        answers = [Answer("drop", _("Throw away"))]
        if not self.secret:
            answers.insert(0, Answer("keep", _("Keep as a draft")))
        said = _("What you typed about this petition is not saved.")
        answer = self._env.ask.question(_("Not saved yet"), said, answers)
        if answer == "keep":
            self.form.keep_now()
        elif answer == "drop":
            self._drop_drafts()
        if answer is not None:
            self.form.mark_clean()
        return answer is not None

    @Slot()
    def leave(self) -> None:
        """Esc."""
        if self.may_leave():
            self.left.emit()

    # Building

    def _build(self) -> None:
        page = Page("intake.page")
        title = _("A new petition")
        if self._whole is not None:
            title = _("Another part of {number}").format(number=self._whole.number)
        page.add(Heading(title, _("Enter moves on; Ctrl+S saves.")))
        page.add(self.form)
        self._fill_form()
        entries = (
            Entry(_("Save (Ctrl+S)"), self.save, name="intake.save", role="main"),
            Entry(_("Go back (Esc)"), self.leave, name="intake.leave"),
        )
        buttons = ButtonRow(entries)
        self._save = buttons.buttons["intake.save"]
        below = QVBoxLayout()
        below.setContentsMargins(SPACE.xl, SPACE.s, SPACE.xl, SPACE.m)
        below.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page, 1)
        column.addLayout(below)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.leave)

    def _fill_form(self) -> None:
        form, env, made = self.form, self._env, makers(self._env)
        kind = form.add("kind", _("&Kind"), ChoiceField(choices(KIND_TITLES)))
        kind.set_value(Kind.PROPOSAL)
        kind.changed.connect(self._on_kind)
        self._help = Hint("")
        self._help.setObjectName("intake.help")
        form.add_wide(self._help)
        for name in _FIRST:
            form.add(name, _(TITLES[name]), made[name](), hint=_sender_hint(name))
        same = ChoiceField(nothing=_("No, this is a new matter"))
        form.add("same_as", _("The same as an &earlier one?"), same)
        self._found = Hint("")
        self._found.setObjectName("intake.likely")
        self._found.setProperty("tone", Tone.WARN.value)
        form.add_wide(self._found)
        for name in _MORE:
            form.add(name, _(TITLES[name]), made[name]())
        form.add("scan", _("Sca&n"), FileField(env.ask, (FileKind(_("Scans and papers"), SCANS),)))
        form.add("identity_removed", "", SwitchField(_(CLEANED)))
        form.set_values({"channel": Channel.IN_PERSON, "people": 1, "received": env.services.store.today})
        if self._whole is not None:
            form.set_values(_shared(self._whole))
        form.field("same_as").set_value(None)
        form.field("people").changed.connect(self._on_people)
        for name in ("sender", "summary"):
            form.field(name).changed.connect(self._look.start)
        self._show_likely(())

    # What happens

    @Slot()
    def _on_kind(self) -> None:
        kind = self.form.field("kind").value()
        self._help.setText(_(KIND_HELP[kind]))
        if self._whole is not None and self._whole.secret is not self.secret:
            said = _("It will not name {number}: the other part would tell who sent the denunciation.")
            self._help.setText(f"{self._help.text()} {said.format(number=self._whole.number)}")
        if self.secret:
            said = _("The sender gets a code when you save. Keep name and address in the paper file alone.")
            self._help.setText(f"{self._help.text()} {said}")
            self._drop_drafts()
            self.form.keep_drafts(_keep_nothing)
            self._drafts_stopped = True
        elif self._drafts_stopped:
            self._drafts_stopped = False
            self._env.keep_drafts(self.form, self._draft, secret=SECRET_FIELDS)
        for name in SENDER_FIELDS:
            self.form.show_field(name, not self.secret)
        self.form.show_field("identity_removed", self.secret)
        self._on_people()
        self._look.start()

    @Slot()
    def _on_people(self) -> None:
        """Only a group has representatives."""
        people = self.form.field("people").value()
        self.form.show_field("representatives", not self.secret and people is not None and people > 1)

    def _asked(self, values: Mapping[str, Any]) -> Register:
        needed = {"summary": _("What the petition asks")}
        if self.secret:
            needed["paper_place"] = _("Where the paper lies")
        required(values, needed)
        given: dict[str, Any] = {}
        for name in TITLES:
            value = text_of(values[name]) if isinstance(values[name], Choice) else values[name]
            if value not in (None, ""):
                given[name] = value
        if self._whole is not None and self._whole.secret is self.secret:
            given["split_from"] = self._whole.number
        # A name typed before the kind was known goes along: the texts are searched for it, and it is forgotten.
        return Register(values["kind"], **given)

    @Slot()
    def _look_for_likely(self) -> None:
        values = self.form.values()
        if len(values["summary"]) < FEWEST_LETTERS:
            self._show_likely(())
            return
        sender = None if self.secret else values["sender"] or None
        ask = Register(values["kind"], values["summary"], sender=sender)
        look = partial(self._env.services.petitions.likely_duplicates, ask)
        self._env.lane.read(look, self._show_likely, None, self)

    @Slot(object)
    def _show_likely(self, found: Any) -> None:
        self._likely = tuple(found)[:_OFFERED_MOST]
        same: Any = self.form.field("same_as")
        same.set_choices([Choice(like.number, _("Yes, join it with {number}").format(number=like.number)) for like in
                          self._likely])  # fmt: skip
        if same.value() is None:
            same.set_value(None)
        self.form.show_field("same_as", bool(self._likely))
        self._found.setText("\n".join(map(_told, self._likely)))
        self._found.setVisible(bool(self._likely))

    @Slot(object)
    def _on_done(self, row: PetitionRow) -> None:
        # What the service says of likely petitions has been seen in the form; the rest is new.
        for text in row.notices:
            if not any(like.number in text for like in self._likely):
                self._env.notices.say(text, Weight.WARN)
        if self._scan is not None:
            path, cleaned = self._scan
            do(self._env, Attach(row.number, str(path), identity_removed=cleaned), self._owner)
        if self._joined:
            says = _("Joined with {number}.").format(number=self._joined)
            do(self._env, Join(row.number, self._joined), self._owner, says=says)
        self.saved.emit(row.number)

    @Slot(str)
    def _on_ended(self, outcome: str) -> None:
        if outcome != "done":
            self._save.setEnabled(True)

    def _drop_drafts(self) -> None:
        for keeper in self.form.findChildren(DraftKeeper):
            keeper.drop()


def _keep_nothing(_values: Mapping[str, Any]) -> None:
    """A denunciation leaves no draft."""


def _shared(whole: PetitionRow) -> dict[str, Any]:
    """What every part of a letter has in common."""
    same = {name: getattr(whole, name) for name in ("channel", "received", "paper_place", *SENDER_FIELDS)}
    if whole.secret:
        same["kind"] = whole.kind
    return {**same, "area": chosen(whole.area)}


def _sender_hint(name: str) -> str:
    hints = {
        "sender": _("Blank where no name is given; of a group, its head."),
        "people": _("More than one: a group."),
        "representatives": _("Of a group: who speaks for it, one a line."),
    }
    return hints.get(name, "")


def _told(like: Likeness) -> str:
    if like.same_sender:
        return _("{number}, from the same sender: {summary}").format(number=like.number, summary=like.summary)
    return _("{number}: {summary}").format(number=like.number, summary=like.summary)


def _void(row: PetitionRow) -> Undo:
    return undo_by(Void(row.number, _("Entered by mistake")))
