"""Today's work as buttons with their counts, and the filters that narrow the list."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from frontdesk.messages import _
from frontdesk.office import AreaRow
from frontdesk.petitions import KIND_TITLES, AgencyRow, PetitionFilter
from frontdesk.vietnamese import Period, month, quarter_of, whole_year
from ui.desk.days import day_field
from ui.desk.env import Env
from ui.parts.fields import Choice, ChoiceField
from ui.parts.form import Form
from ui.parts.headings import Hint
from ui.parts.theme import SPACE
from ui.petitions.source import WORK_TITLES
from ui.petitions.words import choices

CHOICE_LETTERS: Final = 10
OWN_DAYS: Final = "days"
"""The period whose days are typed."""


class TodaysWork(QWidget):
    """A button for each part of today's work; `chosen` names the filter it stands for."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        self.buttons: dict[str, QPushButton] = {}
        for key in WORK_TITLES:
            button = QPushButton()
            button.setObjectName(f"petitions.work.{key}")
            button.setProperty("filter", key)
            button.clicked.connect(self._on_clicked)
            self.buttons[key] = button
            row.addWidget(button)
        self.nothing = Hint(_("Nothing is due, overdue or waiting for you today."))
        self.nothing.setWordWrap(False)
        row.addWidget(self.nothing)
        row.addStretch(1)
        self.show_counts({})

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many there are of each; what there is none of is not shown."""
        for key, button in self.buttons.items():
            count = counts.get(key, 0)
            button.setText(f"{_(WORK_TITLES[key])}: {count}")
            button.setVisible(count > 0)
        self.nothing.setVisible(not any(counts.get(key) for key in self.buttons))

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(str(self.sender().property("filter")))


class Filters(QWidget):
    """Kind, field of work, area, agency and period of receipt."""

    changed = Signal()

    def __init__(self, env: Env) -> None:
        super().__init__()
        self.setObjectName("petitions.filters")
        self.kind = ChoiceField(choices(KIND_TITLES), nothing=_("Every kind"))
        self.field = ChoiceField(nothing=_("Every field of work"))
        self.area = ChoiceField(nothing=_("Every area"))
        self.agency = ChoiceField(nothing=_("Every agency"))
        self.period = ChoiceField(
            [*periods(env.services.store.today), Choice(OWN_DAYS, _("Other days…"))], nothing=_("Any time")
        )
        self.since, self.until = day_field(env), day_field(env)
        self._fields = (self.kind, self.field, self.area, self.agency, self.period)
        named = (
            ("kind", _("Kind"), self.kind),
            ("field", _("Field of work"), self.field),
            ("area", _("Residential area"), self.area),
            ("agency", _("Agency"), self.agency),
            ("period", _("Received in"), self.period),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        column.addLayout(row)
        for name, words, field in named:
            field.control.setObjectName(f"petitions.filter.{name}")
            field.name_for_access(words)
            field.setToolTip(words)
            field.changed.connect(self.changed)
            field.box.setMinimumContentsLength(CHOICE_LETTERS)
            field.set_value(None)
            row.addWidget(field)
        row.addStretch(1)
        self.days = self._make_days()
        column.addWidget(self.days)
        self.period.changed.connect(self._on_period)

    def offer(self, fields: list[str], areas: list[AreaRow], agencies: list[AgencyRow]) -> None:
        """What there is to choose from; what is chosen stays."""
        self._offer(self.field, [Choice(name, name) for name in fields])
        self._offer(self.area, [Choice(row.id, row.name) for row in areas])
        self._offer(self.agency, [Choice(row.id, row.name) for row in agencies])

    def narrowed(self) -> PetitionFilter:
        """The filter they mean."""
        period: Period | str | None = self.period.value()
        since, until = self._days(period)
        return PetitionFilter(
            kind=self.kind.value(),
            field=self.field.value(),
            area_id=self.area.value(),
            agency_id=self.agency.value(),
            since=since,
            until=until,
        )

    def clear(self) -> None:
        """No filter any more."""
        for field in (*self._fields, self.since, self.until):
            field.set_value(None)
        self._on_period()

    def _make_days(self) -> QWidget:
        """The first and the last day side by side, for who asked for days of their own."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.xl)
        for name, words, field in (("since", _("&From"), self.since), ("until", _("&To"), self.until)):
            form = Form(f"petitions.{name}")
            form.add(name, words, field)
            field.changed.connect(self._on_day)
            row.addWidget(form)
        row.addStretch(1)
        holder.hide()
        return holder

    def _days(self, period: Period | str | None) -> tuple[date | None, date | None]:
        if isinstance(period, Period):
            return period.start, period.end
        return (None, None) if period is None else (self.since.value(), self.until.value())

    @Slot()
    def _on_period(self) -> None:
        self.days.setVisible(self.period.value() == OWN_DAYS)

    @Slot()
    def _on_day(self) -> None:
        if self.period.value() == OWN_DAYS:
            self.changed.emit()

    def _offer(self, field: ChoiceField, offered: list[Choice]) -> None:
        kept = field.value()
        field.set_choices(offered)
        field.set_value(kept)


def periods(today: date) -> list[Choice]:
    """The periods people ask for most, ending with the years."""
    return [
        Choice(month(today.year, today.month), _("This month")),
        Choice(quarter_of(today), _("This quarter")),
        Choice(whole_year(today.year), _("This year")),
        Choice(whole_year(today.year - 1), _("Last year")),
    ]
