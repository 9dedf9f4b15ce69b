"""Composition statistics as of a day: counts, percentages and a chart, from the same rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget
from shiboken6 import isValid

from frontdesk.messages import _
from frontdesk.office import PaperAsk
from frontdesk.paper import Chart, ChartKind, Ink, Series, chart_png
from frontdesk.roster import GROUPS, Among, Composition, CountLine
from frontdesk.vietnamese import format_decimal
from ui.desk.days import day_field
from ui.desk.env import Env
from ui.desk.panel import Panel
from ui.parts.colours import Tone
from ui.parts.fields import Choice, ChoiceField
from ui.parts.form import Form
from ui.parts.headings import Heading, Hint, label
from ui.parts.ink import ink_of
from ui.parts.lane import Job
from ui.parts.menus import Entry, push
from ui.parts.picker import PickerField
from ui.parts.smalltable import SmallTable
from ui.parts.table import Column
from ui.parts.theme import SPACE
from ui.roster.pickers import find_areas, find_bodies, find_ended
from ui.roster.words import capital, day

CHART_MM = 130
CHART_HIGH_MM = 90
CHART_DPI = 192


@dataclass(frozen=True)
class Shown:
    """A line of the table: a question's title, or one answer to it."""

    id: int
    group: str
    line: CountLine | None

    @property
    def words(self) -> str:
        """The question or the answer."""
        if self.line is None:
            return capital(_(GROUPS[self.group][0]))
        lower, upper = self.line.bounds
        return "    " + capital(_(self.line.title).format(lower=lower, upper=upper))

    @property
    def count(self) -> str:
        """How many."""
        return "" if self.line is None else str(self.line.count)

    @property
    def percent(self) -> str:
        """What part of all."""
        return "" if self.line is None else f"{format_decimal(self.line.percent, 2)} %"


class CompositionPanel(Panel):
    """Whose composition, as of when; the table, and a chart of the question the keyboard stands in."""

    help_page = "roster-composition"

    def __init__(self, env: Env) -> None:
        super().__init__(env, "roster.composition", ("roster", "bodies", "areas"))
        self._composition: Composition | None = None
        self._group = "age"
        self._picture = QPixmap()
        self._drawing: Job | None = None
        self.heading = Heading(_("Composition"))
        self.heading.add(push(Entry(_("Print the statistics…"), self.print_current, name="composition.print")))
        self.form = Form("composition")
        self.whose = PickerField(self._find, hint=_("A body or an area; blank for everybody"))
        self.day = day_field(env)
        self.term = ChoiceField(nothing=_("Any term"))
        self.total = label("", "section", name="composition.total")
        self.ages = Hint("")
        self.table = SmallTable(
            "composition.lines", _("Composition"), _columns(), empty=_("Nobody serves on this day."), fills=True
        )
        self.chart = QLabel()
        self._ink = ink_of(env.theme.colours)
        env.theme.changed.connect(self._on_look)
        self._build()

    def reload(self) -> None:
        """Count again."""
        if not self.form.readable():
            return
        chosen = self.whose.value()
        terms = partial(_terms, self.env, chosen.text if chosen and chosen.key == "body" else None)
        self.read(terms, self._on_terms)
        self.read(partial(_count, self.env, self.among()), self._on_counted)

    def among(self) -> Among:
        """Whose composition is asked for."""
        chosen = self.whose.value()
        body = chosen.text if chosen is not None and chosen.key == "body" else None
        area = chosen.text if chosen is not None and chosen.key == "area" else None
        return Among(body=body, area=area, term=self.term.value(), on=self.day.value())

    @Slot()
    def print_current(self) -> None:
        """The statistics on paper."""
        chosen = self.whose.value()
        asked = PaperAsk(number=chosen.text if chosen else None, until=self.day.value())
        self.env.show_paper("composition", asked)

    def search(self, text: str) -> None:
        """See `Panel`."""
        self.whose.setFocus()

    def _find(self, text: str) -> list[Choice]:
        """Bodies and areas, then those that have ended: figures of a day before a merger are asked by the old names."""
        bodies = [Choice("body", each.text, _("body")) for each in find_bodies(self.env, text)]
        areas = [Choice("area", each.text, _("area")) for each in find_areas(self.env, text)]
        return [*bodies, *areas, *find_ended(self.env, text)]

    # Building

    def _build(self) -> None:
        self.form.add("whose", _("&Whose"), self.whose)
        self.form.add("term", _("&Term"), self.term)
        self.form.add("day", _("As of the &day"), self.day, hint=_("Blank: today, or the last day of the term."))
        self.form.show_field("term", False)
        for field in (self.whose, self.term, self.day):
            field.changed.connect(self._on_asked)
        self.whose.line.editingFinished.connect(self._on_left)
        self.table.picked.connect(self._on_picked)
        self.chart.setObjectName("composition.chart")
        self.chart.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.chart.setMinimumSize(SPACE.xl * 8, SPACE.xl * 6)
        left, right = QWidget(), QWidget()
        for side, parts, margins in (
            (left, (self.total, self.ages, self.table), (0, 0, SPACE.m, 0)),
            (right, (self.chart,), (SPACE.m, 0, 0, 0)),
        ):
            column = QVBoxLayout(side)
            column.setContentsMargins(*margins)
            column.setSpacing(SPACE.s)
            for part in parts:
                column.addWidget(part)
            column.setStretchFactor(parts[-1], 1)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        for side in (left, right):
            split.addWidget(side)
        letters = self.fontMetrics().averageCharWidth()
        split.setSizes([letters * 70, letters * 80])
        self.column.addWidget(self.heading)
        self.column.addWidget(self.form)
        self.column.addWidget(split, 1)

    # What happens

    @Slot()
    def _on_asked(self) -> None:
        if not self.day.trouble() and not self.whose.trouble():
            self.reload()

    @Slot()
    def _on_left(self) -> None:
        trouble = self.whose.trouble()
        if trouble:
            # The figures of somebody else must not stand under a name that nobody knows.
            self._composition = None
            self.total.setText(trouble)
            self.ages.hide()
            self.table.set_rows([])
            self._draw()

    @Slot(object)
    def _on_terms(self, terms: list[Choice]) -> None:
        self.term.set_choices(terms)
        self.form.show_field("term", bool(terms))

    @Slot(object)
    def _on_counted(self, composition: Composition) -> None:
        self._composition = composition
        self.total.setText(_("{count} people on {day}").format(count=composition.total, day=day(composition.on)))
        ages = ""
        if composition.average_age is not None:
            ages = _("The youngest is {youngest}, the oldest {oldest}, the average {average} years old.").format(
                youngest=composition.youngest,
                oldest=composition.oldest,
                average=format_decimal(composition.average_age, 1),
            )
        self.ages.setText(ages)
        self.ages.setVisible(bool(ages))
        self.table.set_rows(_shown(composition) if composition.total else [])
        self._draw()

    @Slot()
    def _on_picked(self) -> None:
        shown = self.table.current()
        if shown is not None and shown.group != self._group:
            self._group = shown.group
            self._draw()

    def _draw(self) -> None:
        if self._composition is None or not self._composition.total:
            self._picture = QPixmap()
            self.chart.clear()
            return
        lines = self._composition.of(self._group)
        if self._drawing is not None and isValid(self._drawing):
            self._drawing.cancel()
        self._drawing = self.read(partial(_chart, self._group, lines, self._ink), self._on_chart)
        told = "; ".join(f"{_words(line)}: {line.count}" for line in lines)
        self.chart.setAccessibleName(f"{capital(_(GROUPS[self._group][0]))}: {told}")

    @Slot()
    def _on_look(self) -> None:
        """Draw the chart anew when the look is another; letters that grow leave it as it is."""
        ink = ink_of(self.env.theme.colours)
        if ink != self._ink:
            self._ink = ink
            self._draw()

    @Slot(object)
    def _on_chart(self, png: bytes) -> None:
        self._picture = QPixmap()
        self._picture.loadFromData(png)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's name: the chart as large as there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._picture.isNull():
            return
        ratio = self.devicePixelRatioF()
        wide, high = round(self.chart.width() * ratio), round(self.chart.height() * ratio)
        mode, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        picture = self._picture.scaled(min(wide, self._picture.width()), high, mode, smooth)
        picture.setDevicePixelRatio(ratio)
        self.chart.setPixmap(picture)


def _columns() -> tuple[Column[Shown], ...]:
    return (
        Column("words", _("What"), 0, tone=lambda shown: Tone.MUTED if shown.line is None else Tone.PLAIN),
        Column("count", _("Head count"), 9, "right"),
        Column("percent", _("Share"), 9, "right"),
    )


def _shown(composition: Composition) -> list[Shown]:
    rows: list[Shown] = []
    for group in GROUPS:
        rows.append(Shown(len(rows), group, None))
        for line in composition.of(group):
            rows.append(Shown(len(rows), group, line))
    return rows


def _words(line: CountLine) -> str:
    lower, upper = line.bounds
    return capital(_(line.title).format(lower=lower, upper=upper))


def _short(line: CountLine) -> str:
    """An answer under a bar: ages by their bounds alone."""
    lower, upper = line.bounds
    if lower is None and upper is None:
        return _words(line)
    if lower is None:
        return _("to {upper}").format(upper=upper)
    return f"{lower} – {upper}" if upper is not None else _("from {lower}").format(lower=lower)


def _count(env: Env, among: Among) -> Composition:
    return env.services.roster.composition(among)


def _terms(env: Env, body: str | None) -> list[Choice]:
    if body is None:
        return []
    return [Choice(term, term.name) for term in env.services.roster.terms(body)]


def _chart(group: str, lines: Sequence[CountLine], ink: Ink) -> bytes:
    kind = ChartKind.PIE if sum(line.count > 0 for line in lines) <= 3 else ChartKind.BARS
    counted = [line for line in lines if line.count or kind is ChartKind.BARS]
    names, values = tuple(_short(line) for line in counted), tuple(line.count for line in counted)
    series = (Series(_("Head count"), values),)
    chart = Chart(kind, names, series, capital(_(GROUPS[group][0])), height_mm=CHART_HIGH_MM)
    return chart_png(chart, CHART_MM, CHART_DPI, ink)
