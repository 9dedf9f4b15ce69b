"""The pages of the import dialog."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from frontdesk.messages import _
from frontdesk.sheet import Outcome, row_label
from frontdesk.vietnamese import excerpt, fold
from ui.desk.importing.flow import OUTCOME_TITLES, OUTCOME_TONES, Header, Line
from ui.parts.ask import Ask, Kind
from ui.parts.colours import Tone
from ui.parts.fields import Choice, ChoiceField
from ui.parts.files import FileField
from ui.parts.form import Form
from ui.parts.headings import Heading, Hint, Page, label
from ui.parts.listpane import ListPane
from ui.parts.remembering import StateStore
from ui.parts.rowtable import Empty
from ui.parts.table import Column, ListSource, Sort
from ui.parts.theme import SPACE

SHEETS: Final = ("xlsx", "xls", "ods", "csv")
_AT_ONCE: Final = 2
LONGEST_NOTE: Final = 200
"""Letters of a note, so that the names of fifty new areas leave room for the rows; each row tells its own too."""
ASKING_FIRST: Final = (
    Outcome.REJECTED,
    Outcome.JOINED,
    Outcome.UPDATED,
    Outcome.ADDED,
    Outcome.UNCHANGED,
    Outcome.IGNORED,
)
"""The rows somebody must look at before those that go by themselves; titles and blank lines last."""


class SourcePage(Page):
    """Which file, or rows from the clipboard."""

    pasted = Signal()

    def __init__(self, ask: Ask, heading: str, *, pastes: bool) -> None:
        super().__init__("import_source")
        self.add(Heading(heading))
        self.add(
            Hint(
                _(
                    "Choose the list as your office keeps it: titles above the header, merged headers, numbered "
                    "columns and old fonts (TCVN3, VNI) are understood. Nothing is written before you have seen what "
                    "would happen."
                )
            )
        )
        self.form = Form("import_file")
        self.file = FileField(ask, (Kind(_("Sheets"), SHEETS),), title=_("Choose a list"))
        self.form.add("file", _("&File"), self.file)
        self.add(self.form)
        self.paste = QPushButton(_("Paste rows copied in Excel"))
        self.paste.setObjectName("import.paste")
        self.paste.clicked.connect(self.pasted)
        if not pastes:
            self.paste.hide()
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.paste)
        line.addStretch(1)
        self.add(row)


class HeaderPage(Page):
    """Each header with what it means."""

    shown = Signal()
    """All of them stand there; they are made a few at a time, so that the window stays awake for a wide sheet."""

    def __init__(self, meanings: Sequence[Choice]) -> None:
        super().__init__("import_headers")
        self._meanings = meanings
        self.heading = Heading(_("What do the columns mean?"))
        self.add(self.heading)
        self.add(Hint(_("Look through what was recognised; below each header stand its first cells.")))
        self._shown: tuple[Header, ...] = ()
        self._to_come: Iterator[tuple[int, Header]] = iter(())
        self.form = Form("import_columns")
        self._place = QWidget()
        inside = QVBoxLayout(self._place)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.form)
        self.add(self._place)

    def show_headers(self, headers: tuple[Header, ...]) -> None:
        """Show these; `shown` says when they are there."""
        self._shown = headers
        self._to_come = enumerate(headers)
        old, self.form = self.form, Form("import_columns")
        inside = self._place.layout()
        assert inside is not None
        inside.replaceWidget(old, self.form)
        old.hide()
        old.deleteLater()
        self._show_more()

    @Slot()
    def _show_more(self) -> None:
        made = list(islice(self._to_come, _AT_ONCE))
        if not made:
            self.form.mark_clean()
            self.shown.emit()
            return
        for at, header in made:
            field = ChoiceField(self._meanings, nothing=_("Leave this column out"))
            text = header.text.replace("&", "&&")
            self.form.add(f"column{at}", text, field, hint=" · ".join(header.samples))
            field.set_value(header.field or None)
        QTimer.singleShot(0, self, self._show_more)

    @property
    def headers(self) -> tuple[Header, ...]:
        """What is shown."""
        return self._shown

    def said(self) -> dict[str, str]:
        """What each header means now."""
        values = self.form.values()
        return {header.text: values[f"column{at}"] or "" for at, header in enumerate(self._shown)}

    def field_of(self, header: str | None) -> str | None:
        """The form's field of a header."""
        return next((f"column{at}" for at, each in enumerate(self._shown) if each.text == header), None)


class LinesPage(QWidget):
    """The rows of a sheet with what would become, or became, of them."""

    said = Signal(int, object)
    """The row and what was chosen for it, None for the program's own finding."""

    def __init__(self, name: str, heading: str, who: str, state: StateStore, *, asks: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self._title = heading
        self._lines: tuple[Line, ...] = ()
        self._said: dict[int, Any] = {}
        self.heading = Heading(heading)
        self.notes = Hint("")
        self._source: ListSource[Line] = ListSource(
            matches=lambda line, text: fold(text) in fold(f"{row_label(line.row)} {line.what} {line.reason}"),
            named={kind.value: _kind(kind) for kind in Outcome},
            orders={
                "row": lambda line: line.row,
                "what": lambda line: fold(line.what),
                "outcome": lambda line: (ASKING_FIRST.index(line.outcome), line.row),
            },
        )
        self.pane = ListPane(
            name,
            heading,
            self._source,
            _columns(who, changes=asks),
            empty=Empty(_("Not one row was read"), _("Go back and look at the headers.")),
            state=state,
            filters=[("", _("All rows")), *((kind.value, _(OUTCOME_TITLES[kind])) for kind in Outcome)],
            sort=Sort("outcome"),
        )
        self._why = label("", "value", name=f"{name}.why")
        self._choice = ChoiceField()
        self._choice.control.setObjectName(f"{name}.choice")
        self._choice.box.setMinimumContentsLength(26)
        self._choice.name_for_access(_("The selected row"))
        self._choice.changed.connect(self._on_choice)
        self._at: Line | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, 0)
        column.setSpacing(SPACE.s)
        for widget in (self.heading, self.notes):
            column.addWidget(widget)
        column.addWidget(self.pane, 1)
        column.addWidget(self._why)
        below = QHBoxLayout()
        self._label = label(_("The selected row"), "hint", wraps=False)
        below.addWidget(self._label)
        below.addWidget(self._choice)
        below.addStretch(1)
        column.addLayout(below)
        self._asks = asks
        for part in (self._label, self._choice):
            part.setVisible(asks)
        self.pane.picked.connect(self._on_picked)

    def show_lines(
        self, lines: Sequence[Line], summary: str, notes: Sequence[str], said: Mapping[int, Any] | None = None
    ) -> None:
        """Show these; the selected row stays. `said` is what was said of rows so far."""
        self._lines, self._said = tuple(lines), dict(said or {})
        self._source.set_rows(lines)
        self.heading.set_text(self._title, summary)
        self.notes.setText("\n".join(excerpt(note, LONGEST_NOTE) for note in notes))
        self.notes.setToolTip("\n".join(notes) if any(len(note) > LONGEST_NOTE for note in notes) else "")
        self.notes.setVisible(bool(notes))
        self.pane.reload()
        self._on_picked()

    def show_kind(self, kind: Outcome) -> None:
        """Begin with the rows of one kind."""
        named: Any = self.pane.findChild(QWidget, f"{self.objectName()}.named")
        named.setCurrentIndex(1 + list(Outcome).index(kind))
        named.activated.emit(named.currentIndex())

    @Slot()
    def _on_picked(self) -> None:
        ids = self.pane.selected_ids()
        self._at = next((line for line in self._lines if ids and line.id == ids[0]), None)
        self._why.setText(" ".join(filter(None, (self._at.reason, self._at.changes))) if self._at is not None else "")
        self._why.setVisible(bool(self._why.text()))
        offered = self._at.choices if self._at is not None else ()
        self._choice.setEnabled(bool(offered))
        self._label.setEnabled(self._choice.isEnabled())
        self._choice.set_choices([Choice(None, _("As the program found it")), *offered])
        self._choice.set_value(self._said.get(self._at.row) if self._at is not None else None)

    @Slot()
    def _on_choice(self) -> None:
        if self._at is not None:
            self.said.emit(self._at.row, self._choice.value())


def _kind(kind: Outcome) -> Any:
    return lambda line: line.outcome is kind


def _columns(who: str, *, changes: bool) -> tuple[Column[Line], ...]:
    columns: tuple[Column[Line], ...] = (
        Column("row", _("Row"), 6, text=lambda line: row_label(line.row), sort_key="row"),
        Column("what", who, 24 if changes else 44, sort_key="what"),
        Column(
            "outcome",
            _("Becomes") if changes else _("Became"),
            15,
            text=lambda line: _(OUTCOME_TITLES[line.outcome]),
            tone=lambda line: OUTCOME_TONES.get(line.outcome, Tone.PLAIN),
            sort_key="outcome",
        ),
        Column("reason", _("Why"), 0),
    )
    return (*columns, Column("changes", _("Changes"), 26)) if changes else columns
