"""A person's card: facts, photo, posts, training, commendations, what happened to the entry."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from frontdesk.errors import DeskError
from frontdesk.messages import _, mark
from frontdesk.office import PaperAsk
from frontdesk.roster import Card, CommendationRow, Correct, PersonRow, SetPhoto, ShowSensitive, TurnRow
from frontdesk.store import entities
from ui.desk.doing import do, may
from ui.desk.env import Env
from ui.parts.ask import Kind
from ui.parts.colours import Tone
from ui.parts.errors import explain
from ui.parts.headings import Facts, Heading, Hint, Page, Section, label
from ui.parts.line_of_time import LineOfTime
from ui.parts.menus import ButtonRow, Entry
from ui.parts.smalltable import SmallTable
from ui.parts.table import Column
from ui.parts.theme import SPACE
from ui.roster.cardtools import CardTools
from ui.roster.history import ids_in, moments
from ui.roster.papers import ONE_PERSON
from ui.roster.poststable import PostsSection
from ui.roster.words import LEVEL_TITLES, MASK, SENSITIVE, SEX_TITLES, day, joined, title, word, yes_no

PHOTO_WIDE: Final = 108
PHOTO_HIGH: Final = 144
PICTURES: Final = (Kind(mark("Pictures"), ("png", "jpg", "jpeg")),)


@dataclass(frozen=True)
class Read:
    """A card with what its journal names."""

    card: Card
    names: dict[int, str]


class CardPage(QWidget):
    """One person; Esc goes back to the list."""

    left = Signal()
    edit_asked = Signal()

    def __init__(self, env: Env, number: str, owner: QWidget) -> None:
        super().__init__()
        self.setObjectName("person_card")
        self.env, self.number, self._owner = env, number, owner
        self.person: PersonRow | None = None
        self._shown: PersonRow | None = None
        self.heading = Heading(number)
        self._warning = label("", "value", name="card.withdrawn")
        self._warning.setProperty("tone", Tone.WARN.value)
        self._warning.hide()
        self.photo = QLabel()
        self.photo.setObjectName("card.photo")
        self.photo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.photo.setProperty("role", "hint")
        self.photo.setWordWrap(True)
        self.photo.setFixedSize(PHOTO_WIDE, PHOTO_HIGH)
        self._facts, self._more = Facts(), Facts()
        self.tools = CardTools(self, owner)
        self.posts = PostsSection(self, owner)
        self._turns = SmallTable(
            "card.turns", _("Training attended"), _turn_columns(), empty=_("No training recorded."), row_id=hash
        )
        praise = _praise_columns()
        self._praise = SmallTable("card.praise", _("Commendations"), praise, empty=_("No commendation recorded."))
        self._visits = Hint("")
        self._line = LineOfTime("card.line")
        self._build()

    def reload(self) -> None:
        """Read the card again."""
        self.env.lane.read(partial(_read, self.env, self.number), self._on_read, self._on_failed, self)

    def print_current(self) -> None:
        """Ctrl+P: everything about this person."""
        self.env.show_paper(ONE_PERSON, PaperAsk(number=self.number))

    @Slot()
    def choose_photo(self) -> None:
        """Another photo."""
        path = self.env.ask.choose_file(_("Choose a photo"), [replace(kind, name=_(kind.name)) for kind in PICTURES])
        if path is not None:
            self.take_photo(path)

    def take_photo(self, path: Path) -> None:
        """Keep this file as the photo."""
        # A file kept with a row makes no news of the row itself.
        do(self.env, SetPhoto(self.number, path), self._owner, done=self._on_photo, says=_("The photo is kept."))

    @Slot()
    def show_sensitive(self) -> None:
        """Ask why, then show ethnicity, religion and Party; the journal keeps who looked and why."""
        why = self.env.ask.reason(
            _("Show sensitive facts"),
            _("Ethnicity, religion and Party of this person are shown. Say why; it goes into the journal."),
            _("Show"),
        )
        if why is not None:
            do(self.env, ShowSensitive(why, (self.number,)), self._owner, done=self._on_shown)

    # Building

    def _build(self) -> None:
        page = Page("card_page")
        page.add(self.heading)
        self.heading.add(self.tools)
        page.add(self._warning)
        top = QWidget()
        grid = QGridLayout(top)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.xl)
        grid.addWidget(self.photo, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._facts, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._more, 0, 2, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        page.add(top)
        self._reveal = ButtonRow(
            (
                Entry(
                    _("Show ethnicity, religion, Party…"),
                    self.show_sensitive,
                    may(self.env, ShowSensitive),
                    "card.reveal",
                    "link",
                ),
            )
        )
        page.add(self._reveal)
        page.add(self.posts)
        for words, part in (
            (_("Training attended"), self._turns),
            (_("Commendations"), self._praise),
            (_("Study visits"), self._visits),
            (_("What happened to this entry"), self._line),
        ):
            section = Section(words)
            section.add(part)
            page.add(section)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)
        if may(self.env, Correct):
            edit = QShortcut(QKeySequence(Qt.Key.Key_F2), self)
            edit.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            edit.activated.connect(self.edit_asked)

    # What happens

    @Slot(object)
    def _on_read(self, read: Read) -> None:
        card = read.card
        shown = self._shown
        person = card.person
        if shown is not None:
            person = replace(person, masked=(), **{name: getattr(shown, name) for name in SENSITIVE})
        self.person = person
        today = self.env.services.store.today
        serving = joined(held.title for held in person.serving(today)) or _("No post at present")
        self.heading.set_text(person.name, f"{person.number} · {serving}")
        self._warning.setVisible(person.withdrawn is not None)
        if person.withdrawn is not None:
            words = _("Withdrawn on {day}: {why}").format(day=day(person.withdrawn), why=person.withdrawn_why or "")
            self._warning.setText(words)
        self._show_photo(card.photo)
        self._show_facts(person)
        self._reveal.setVisible(bool(person.masked) and bool(self._reveal.buttons))
        self.posts.show_person(person)
        self._turns.set_rows(card.turns)
        self._praise.set_rows(card.commendations)
        visits = joined((f"{day(visit.day)}: {visit.place}" for visit in card.visits), "\n")
        self._visits.setText(visits or _("No study visit recorded."))
        self._line.set_moments(moments(card.history, read.names))
        self.tools.show_person(person, card.joined_into)

    def _show_photo(self, content: bytes | None) -> None:
        picture = QPixmap()
        if content is None or not picture.loadFromData(content):
            self.photo.setText(_("No photo"))
            self.photo.setFrameShape(QLabel.Shape.Box)
            return
        self.photo.setFrameShape(QLabel.Shape.NoFrame)
        ratio = self.devicePixelRatioF()
        mode, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        picture = picture.scaled(round(PHOTO_WIDE * ratio), round(PHOTO_HIGH * ratio), mode, smooth)
        picture.setDevicePixelRatio(ratio)
        self.photo.setPixmap(picture)
        self.photo.setAccessibleName(_("Photo of {name}").format(name=self.person.name if self.person else ""))

    def _show_facts(self, person: PersonRow) -> None:
        mask = MASK if person.masked else None
        phones = joined((person.phone, person.other_phones), ", ")
        party = mask or joined((yes_no(person.party), day(person.party_since)), ", ")
        self._facts.set_facts(
            [
                (title("sex"), word(SEX_TITLES, person.sex)),
                (title("born"), person.born_text),
                (title("phone"), phones),
                (title("address"), person.address or ""),
                (title("ethnicity"), mask or person.ethnicity or ""),
                (title("religion"), mask or person.religion or ""),
                (title("party"), party),
            ]
        )
        self._more.set_facts(
            [
                (title(name), getattr(person, name) or "")
                for name in ("education", "profession", "political_theory", "occupation", "workplace", "note")
            ]
        )

    @Slot(object)
    def _on_photo(self, _person: PersonRow) -> None:
        self.reload()

    @Slot(object)
    def _on_shown(self, rows: tuple[PersonRow, ...]) -> None:
        self._shown = next((row for row in rows if row.number == self.number), None)
        self.reload()

    @Slot(object)
    def _on_failed(self, error: DeskError) -> None:
        explain(error, self.env.ask, self.env.notices)
        self.left.emit()


def _read(env: Env, number: str) -> Read:
    card = env.services.roster.card(number)
    return Read(card, {row_id: row.title for row_id, row in entities(ids_in(card.history)).items()})


def _turn_columns() -> tuple[Column[TurnRow], ...]:
    return (
        Column("since", _("Day"), 11, text=lambda row: day(row.since)),
        Column("course", _("Course")),
        Column("result", _("Result"), 20),
    )


def _praise_columns() -> tuple[Column[CommendationRow], ...]:
    return (
        Column("decision_date", _("Day"), 11, text=lambda row: day(row.decision_date)),
        Column("form", _("Form"), 24),
        Column("merit", _("For what")),
        Column("level", _("Level"), 12, text=lambda row: word(LEVEL_TITLES, row.level)),
        Column("decision_number", title("decision_number"), 16),
    )
