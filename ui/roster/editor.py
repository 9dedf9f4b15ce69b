"""The form of a person, new or known: errors beside their fields, what is typed kept as a draft."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.errors import DeskError, RuleBroken
from frontdesk.messages import _
from frontdesk.roster import HOW_CHOSEN_TITLES, Admit, Correct, PersonRow, WithdrawPerson
from ui.desk.days import day_field
from ui.desk.doing import do, undo_by
from ui.desk.drafting import NEW, DraftKeeper, draft_key
from ui.desk.env import Env, Undo
from ui.parts.ask import Answer
from ui.parts.fields import ChoiceField, LineField, SwitchField, TextField, YesNoField
from ui.parts.form import Form
from ui.parts.headings import Heading, Hint, Page, Section
from ui.parts.menus import ButtonRow, Entry
from ui.parts.theme import SPACE
from ui.roster.pickers import BirthField, area_field, body_field, post_field, text_of
from ui.roster.words import BLOC_TITLES, SENSITIVE, SEX_TITLES, choices

LOOK_MS: Final = 250
_PLAIN: Final = (
    "name", "sex", "phone", "other_phones", "education", "profession", "political_theory", "occupation", "workplace",
    "address", "note", "sort_name",
)  # fmt: skip
_NO_CLEAR: Final = ("name", "sort_name")


class PersonEditor(QWidget):
    """Edits one person, or admits somebody new."""

    saved = Signal(str)
    """The number of the person saved."""
    left = Signal()
    """The form is given up, or its draft kept for later."""

    def __init__(self, env: Env, person: PersonRow | None, owner: QWidget) -> None:
        super().__init__()
        self.setObjectName("person_editor")
        self._env, self._person, self._owner = env, person, owner
        self.form = Form("person")
        self._known = Hint("")
        self._known.setObjectName("person.known")
        self._known.hide()
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._look_for_namesakes)
        self._build()
        self._fill()
        # What the person sees now is what is saved; a draft laid over it counts as changed.
        env.keep_drafts(self.form, self.draft_key, secret=SENSITIVE)
        self.form.save_asked.connect(self.save)

    @property
    def person(self) -> PersonRow | None:
        """Whose form it is; None for somebody new."""
        return self._person

    @property
    def draft_key(self) -> str:
        """Under what the typed words are kept."""
        return draft_key("roster", self._person.number if self._person else NEW)

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        self.form.field("name").setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def save(self) -> None:
        """Ctrl+S."""
        if not self.form.readable() or not self._save.isEnabled():
            return
        values = self.form.values()
        ask = self._admit(values) if self._person is None else correction(self._person, values)
        if ask is None:
            self.form.mark_clean()
            self.left.emit()
            return
        self._save.setEnabled(False)
        new = self._person is None
        do(
            self._env,
            ask,
            self._owner,
            done=self._on_done,
            failed=self._on_failed,
            ended=self._on_ended,
            form=self.form,
            says=_("{name} is in the roster.").format(name=values["name"]) if new else _("Saved."),
            undo=_withdraw if new else None,
            reload=self.left.emit,
        )

    def may_leave(self) -> bool:
        """Ask what to do with typed words that are not saved."""
        if not self.form.dirty:
            return True
        keep = [Answer("keep", _("Keep as a draft")), Answer("drop", _("Throw away"))]
        answer = self._env.ask.question(_("Not saved yet"), _("What you typed about this person is not saved."), keep)
        if answer == "drop":
            self.form.mark_clean()
            for keeper in self.form.findChildren(DraftKeeper):
                keeper.drop()
        elif answer == "keep":
            self.form.keep_now()
            self.form.mark_clean()
        return answer is not None

    @Slot()
    def leave(self) -> None:
        """Esc."""
        if self.may_leave():
            self.left.emit()

    # Building

    def _build(self) -> None:
        person = self._person
        heading = Heading(person.name, person.number) if person else Heading(_("A new person"))
        page = Page("person_page")
        page.add(heading)
        page.add(self._known)
        page.add(self.form)
        buttons = ButtonRow(
            (
                Entry(_("Save (Ctrl+S)"), self.save, name="person.save", role="main"),
                Entry(_("Go back (Esc)"), self.leave, name="person.leave"),
            )
        )
        self._save = buttons.buttons["person.save"]
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
        self._add_facts()
        if person is None:
            self._add_post()

    def _add_facts(self) -> None:
        form, env = self.form, self._env
        form.add("name", _("&Full name"), LineField()).changed.connect(self._look.start)
        form.add("namesake", "", SwitchField(_("A namesake: this is somebody else")))
        form.show_field("namesake", False)
        form.add("sex", _("&Sex"), ChoiceField(choices(SEX_TITLES), nothing=_("Not known")))
        form.add("born", _("&Born"), BirthField(lambda: env.services.store.today)).changed.connect(self._look.start)
        form.add("phone", _("&Phone"), LineField())
        if self._person is not None:
            form.add("other_phones", _("Other p&hones"), LineField())
        if self._person is None or not self._person.masked:
            form.add("ethnicity", _("&Ethnicity"), LineField(hint="Kinh"))
            form.add("religion", _("&Religion"), LineField())
            form.add("party", _("Par&ty member"), YesNoField())
            form.add("party_since", _("In the Party sin&ce"), day_field(env))
        else:
            form.add_wide(Hint(_("To change ethnicity, religion or Party, show them on the card first.")))
        form.add("education", _("&General schooling"), LineField(hint="12/12"))
        form.add("profession", _("Professional &level"), LineField(hint="Đại học"))
        form.add("political_theory", _("Political theor&y"), LineField(hint="Trung cấp"))
        form.add("occupation", _("&Occupation"), LineField())
        form.add("workplace", _("&Workplace"), LineField())
        form.add("address", _("&Address"), LineField())
        form.add("note", _("&Note"), TextField())
        hint = _("Only for names that do not sort by their last word, such as H'Bluông Niê Kđăm.")
        form.add("sort_name", _("Name to sort by"), LineField(), hint=hint)

    def _add_post(self) -> None:
        form, env = self.form, self._env
        form.add_wide(Section(_("First post")))
        form.add("area", _("Residential area"), area_field(env)).changed.connect(self._look.start)
        hint = _("Blank: the Front working committee of the area; without an area, the committee of the Front.")
        form.add("body", _("Body"), body_field(env), hint=hint)
        form.add("post", _("Post"), post_field(env))
        form.add("since", _("From"), day_field(env))
        form.add("decision_number", _("Decision number"), LineField())
        form.add("decision_date", _("Decision date"), day_field(env))
        form.add("chosen", _("How chosen"), ChoiceField(choices(HOW_CHOSEN_TITLES), nothing=_("Not recorded")))
        form.add("bloc", _("Bloc"), ChoiceField(choices(BLOC_TITLES), nothing=_("Not recorded")))
        form.add("represents", _("Represents"), LineField())

    def _fill(self) -> None:
        if self._person is not None:
            values = {each.name: getattr(self._person, each.name) for each in fields(PersonRow)}
            self.form.set_values({**values, "born": self._person.born or self._person.birth_year})

    # What happens

    def _admit(self, values: Mapping[str, Any]) -> Admit:
        born = values["born"]
        kept = {name: value for name, value in values.items() if value not in (None, "") and name != "born"}
        kept["name"] = values["name"]
        for name in ("area", "body", "post"):
            kept[name] = text_of(values[name])
        return Admit(**kept, **_birth(born))

    @Slot()
    def _look_for_namesakes(self) -> None:
        values = self.form.values()
        if self._person is not None or len(values["name"]) < 2:
            self._on_namesakes([])
            return
        birth = _birth(values["born"])
        area = text_of(values["area"])
        look = partial(
            self._env.services.roster.namesakes, values["name"], birth.get("born"), birth.get("birth_year"), area
        )
        self._env.lane.read(look, self._on_namesakes, None, self)

    @Slot(object)
    def _on_namesakes(self, people: list[PersonRow]) -> None:
        today = self._env.services.store.today
        known = "; ".join(
            " · ".join(filter(None, (row.number, row.born_text, *(held.title for held in row.serving(today)[:1]))))
            for row in people
        )
        self._known.setText(_("In the roster already: {known}").format(known=known))
        self._known.setVisible(bool(people))

    @Slot(object)
    def _on_done(self, person: PersonRow) -> None:
        self.saved.emit(person.number)

    @Slot(object)
    def _on_failed(self, error: DeskError) -> None:
        if isinstance(error, RuleBroken) and error.code == "roster.person.known":
            self.form.show_field("namesake", True)

    @Slot(str)
    def _on_ended(self, outcome: str) -> None:
        if outcome != "done":
            self._save.setEnabled(True)


def correction(person: PersonRow, values: Mapping[str, Any]) -> Correct | None:
    """What differs from the entry as it was shown, emptied fields named in `clear`; None when nothing does."""
    asked: dict[str, Any] = {}
    cleared: list[str] = []
    for name in (*_PLAIN, *SENSITIVE):
        if name not in values:
            continue
        value = values[name]
        if value == (getattr(person, name) or "") or value == getattr(person, name):
            continue
        if value in (None, "") and name not in _NO_CLEAR:
            cleared.append(name)
        else:
            asked[name] = value
    if values["born"] != (person.born or person.birth_year):
        asked.update(_birth(values["born"]))
        if values["born"] is None:
            cleared.append("birth_year")
    if not asked and not cleared:
        return None
    return Correct(person.number, **asked, clear=tuple(cleared), revision=person.revision)


def _birth(born: date | int | None) -> dict[str, Any]:
    if born is None:
        return {}
    return {"birth_year": born} if isinstance(born, int) else {"born": born}


def _withdraw(person: PersonRow) -> Undo:
    return undo_by(WithdrawPerson(person.number, _("Entered in error")))
