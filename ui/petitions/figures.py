"""The figures of a period: carried over + received = settled + open, by whatever one asks, and the rates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.messages import _, mark
from frontdesk.office import PaperAsk
from frontdesk.petitions import KIND_TITLES, UNNAMED, PetitionFilter, Rate, Statistics, Tally
from frontdesk.vietnamese import format_percent
from ui.desk.days import day_field
from ui.desk.env import Env
from ui.desk.panel import Panel
from ui.parts.colours import Tone
from ui.parts.fields import Choice, ChoiceField
from ui.parts.form import Form
from ui.parts.headings import Facts, Heading
from ui.parts.menus import Entry, push
from ui.parts.smalltable import SmallTable
from ui.parts.table import Column
from ui.parts.theme import SPACE
from ui.petitions.bars import Bar, Bars
from ui.petitions.words import word

GROUPS: Final = {
    "kind": mark("By kind"),
    "field": mark("By field of work"),
    "area": mark("By residential area"),
    "agency": mark("By agency"),
}
SIDES: Final = {
    "kind": mark("Kind: {name}"),
    "field": mark("Field of work: {name}"),
    "area": mark("Residential area: {name}"),
    "agency": mark("Agency: {name}"),
}
"""What else the figures may be narrowed to, whatever they are counted by."""

BESIDE_LETTERS: Final = 130
"""So wide must the desk be for the table with the drawing beside it."""


@dataclass(frozen=True)
class FigureLine:
    """A group with its counts and its rate of answers; None where nothing was sent to anybody."""

    id: int
    name: str
    tally: Tally
    rate: Rate | None = None


class FiguresPanel(Panel):
    """Which days, by what; a table and a drawing of it."""

    help_page = "petitions-figures"

    def __init__(self, env: Env) -> None:
        super().__init__(env, "petitions.figures", ("petitions",))
        self._figures: Statistics | None = None
        today = env.services.store.today
        self.heading = Heading(_("Figures"))
        self.heading.add(push(Entry(_("Report…"), self.print_current, name="figures.print")))
        self.form = Form("figures")
        self.since, self.until = day_field(env), day_field(env)
        self.group = ChoiceField([Choice(key, _(words)) for key, words in GROUPS.items()])
        self.only = ChoiceField(nothing=_("All petitions"))
        for name, words, field, value in (
            ("since", _("&From"), self.since, today.replace(month=1, day=1)),
            ("until", _("&To"), self.until, today),
            ("group", _("Count &by"), self.group, "kind"),
            ("only", _("Cou&nt only"), self.only, None),
        ):
            self.form.add(name, words, field)
            field.set_value(value)
            field.changed.connect(self._on_changed)
        self.facts = Facts()
        self.table: SmallTable[FigureLine] = SmallTable(
            "figures.lines", _("Figures"), _columns(), empty=_("No petition in these days."), fills=True
        )
        self.bars = Bars()
        top = QHBoxLayout()
        top.setSpacing(2 * SPACE.xl)
        top.addWidget(self.form, 1)
        top.addWidget(self.facts, 1)
        below = QHBoxLayout()
        below.setSpacing(SPACE.xl)
        below.addWidget(self.table, 5)
        below.addWidget(self.bars, 2)
        self.column.addWidget(self.heading)
        self.column.addLayout(top)
        self.column.addLayout(below, 1)
        QWidget.setTabOrder(self.form, self.table)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's name."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Qt's name: the letters may have grown."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def reload(self) -> None:
        """Count again."""
        since, until = self.since.value(), self.until.value()
        if since is None or until is None or until < since:
            return
        wanted = self.only.value() or PetitionFilter()
        self.read(partial(_counted, self.env, since, until, wanted), self._on_counted)

    @Slot()
    def print_current(self) -> None:
        """The report of these days."""
        self.env.show_paper("petition-report", PaperAsk(since=self.since.value(), until=self.until.value()))

    @Slot()
    def _on_changed(self) -> None:
        if self.sender() is self.group:
            self._show()
        else:
            self.reload()

    @Slot(object)
    def _on_counted(self, counted: tuple[Statistics, list[Choice]]) -> None:
        self._figures, offered = counted
        kept = self.only.value()
        self.only.set_choices(offered)
        self.only.set_value(kept)
        self._show()

    def _fit(self) -> None:
        """Hide the drawing before a figure of the table goes out of sight, which says the same."""
        self.bars.setVisible(self.width() >= BESIDE_LETTERS * self.fontMetrics().horizontalAdvance("0"))

    def _show(self) -> None:
        if self._figures is None:
            return
        figures, total = self._figures, self._figures.total
        self.facts.set_facts(
            [
                (
                    _("In balance"),
                    _("{carried} carried over + {received} received = {settled} settled + {open} open").format(
                        carried=total.carried_over, received=total.received, settled=total.settled, open=total.open
                    ),
                ),
                (_("Late"), _late(total), Tone.BAD if total.overdue else Tone.PLAIN),
                (_("Answered"), rate(figures.answered)),
                (_("Satisfied"), rate(figures.satisfied)),
            ]
        )
        lines = lines_of(figures, str(self.group.value()))
        self.table.set_rows(lines)
        self.bars.show_bars([Bar(line.name, line.tally.settled, line.tally.open) for line in lines])


def _counted(env: Env, since: date, until: date, wanted: PetitionFilter) -> tuple[Statistics, list[Choice]]:
    """The figures, and what they may be narrowed to; runs on the lane."""
    petitions = env.services.petitions
    sides = (
        *(("kind", word(KIND_TITLES, kind), PetitionFilter(kind=kind)) for kind in KIND_TITLES),
        *(("field", name, PetitionFilter(field=name)) for name in petitions.fields()),
        *(("area", row.name, PetitionFilter(area_id=row.id)) for row in env.services.office.areas()),
        *(("agency", row.name, PetitionFilter(agency_id=row.id)) for row in petitions.agencies()),
    )
    offered = [Choice(narrowed, _(SIDES[side]).format(name=name)) for side, name, narrowed in sides]
    return petitions.statistics(since, until, wanted), offered


def lines_of(figures: Statistics, group: str) -> Sequence[FigureLine]:
    """The table of one question."""
    if group == "kind":
        named = {word(KIND_TITLES, kind): tally for kind, tally in figures.by_kind.items() if tally.handled}
        rates = {word(KIND_TITLES, kind): rate for kind, rate in figures.answered_by_kind.items() if rate.whole}
    else:
        named = {"field": figures.by_field, "area": figures.by_area, "agency": figures.by_agency}[group]
        rates = {
            "field": figures.answered_by_field,
            "area": figures.answered_by_area,
            "agency": figures.answered_by_agency,
        }[group]
    return [
        FigureLine(at, _("Not recorded") if name == UNNAMED else name, tally, rates.get(name))
        for at, (name, tally) in enumerate(named.items())
    ]


def rate(share: Rate) -> str:
    """A share with both its sides: "12 of 15 (80 %)"."""
    if not share.whole:
        return _("none to count")
    return _("{part} of {whole} ({percent})").format(
        part=share.part, whole=share.whole, percent=format_percent(share.part, share.whole, 1)
    )


def _late(total: Tally) -> str:
    return _("{late} settled late, {overdue} open and overdue").format(late=total.settled_late, overdue=total.overdue)


def _columns() -> tuple[Column[FigureLine], ...]:
    counts = (
        ("carried_over", _("Carried over"), 8),
        ("received", _("Came in"), 9),
        ("settled", _("Settled"), 12),
        ("open", _("Still open"), 9),
        ("overdue", _("Overdue"), 8),
    )
    return (
        Column("name", _("Group"), 0),
        *(Column(name, words, wide, "right", text=partial(_count, name)) for name, words, wide in counts),
        Column("rate", _("Answered"), 13, "right", text=lambda line: rate(line.rate) if line.rate else ""),
    )


def _count(name: str, line: FigureLine) -> str:
    return str(getattr(line.tally, name))
