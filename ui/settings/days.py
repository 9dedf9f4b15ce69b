"""Days off and make-up days: the public calendar, and where the office's own table says otherwise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Slot

from frontdesk.messages import _, mark, n_
from frontdesk.office import CalendarDay, SetDay
from frontdesk.vietnamese import HolidayRow, weekday
from ui.desk.days import day_field
from ui.desk.dialogs import FormDialog
from ui.desk.doing import do, may
from ui.desk.env import Env
from ui.desk.records import RecordPanel
from ui.parts.colours import Tone
from ui.parts.dates import table_day
from ui.parts.fields import Choice, ChoiceField, LineField
from ui.parts.form import required
from ui.parts.menus import Entry, push
from ui.parts.notices import Weight
from ui.parts.rowtable import Empty
from ui.parts.table import Column

NAMED_MOST = 5
KINDS = {
    CalendarDay.HOLIDAY: mark("day off"),
    CalendarDay.MAKE_UP: mark("make-up day, worked"),
    CalendarDay.ORDINARY: mark("ordinary day"),
}
YEARS_AHEAD = 1


@dataclass(frozen=True)
class DayLine:
    """A day of the table."""

    id: int
    row: HolidayRow


class DaysPanel(RecordPanel[DayLine]):
    """This year's and the next year's days; changing one moves the deadlines that are still open."""

    help_page = "settings"

    def __init__(self, env: Env) -> None:
        super().__init__(
            env,
            "settings.days",
            _("Days off"),
            ("days_off",),
            (
                Column("day", _("Day"), 12, text=lambda line: table_day(line.row.day)),
                Column("weekday", _("Weekday"), 12, text=lambda line: weekday(line.row.day)),
                Column("name", _("What it is"), 0, text=lambda line: line.row.name),
                Column("kind", _("Kind"), 24, text=lambda line: _(KINDS[CalendarDay(line.row.kind.value)])),
                Column("announced", _("Announced"), 14, text=_announced, tone=_tone),
            ),
            searched=lambda line: f"{line.row.name} {table_day(line.row.day)}",
            empty=Empty(_("No such day"), _("Clear the filter to see the whole table."), ""),
        )
        if may(env, SetDay):
            self.add_tool(push(Entry(_("Add a day… (Ctrl+N)"), self.begin_new, name="days.new", role="main")))
        self.buttons = self.add_buttons(
            (
                Entry(_("Change…"), self.on_opened, may(env, SetDay), "days.change"),
                Entry(_("This is an ordinary day"), self.put_off, may(env, SetDay), "days.ordinary"),
            )
        )
        self.on_picked()

    def load(self) -> Sequence[DayLine]:
        """See `RecordPanel`."""
        office = self.env.services.office
        year = office.today.year
        return [DayLine(at, row) for at, row in enumerate(office.holidays(year, year + YEARS_AHEAD), 1)]

    @Slot()
    def begin_new(self) -> None:
        """A day the public calendar does not have."""
        if may(self.env, SetDay):
            self._ask(None)

    @Slot()
    def on_opened(self) -> None:
        """Change the selected day."""
        line = self.current()
        if line is not None and may(self.env, SetDay):
            self._ask(line.row)

    @Slot()
    def put_off(self) -> None:
        """The selected day is worked as any other."""
        line = self.current()
        if line is not None:
            ask, says = SetDay(line.row.day, CalendarDay.ORDINARY), _("The day counts as an ordinary one.")
            do(self.env, ask, self, done=self._on_set, says=says)

    @Slot()
    def on_picked(self) -> None:
        """See `RecordPanel`."""
        self.buttons.enable(self.current() is not None)

    def _ask(self, row: HolidayRow | None) -> None:
        hint = _("Deadlines that are still open are counted anew.")
        dialog = FormDialog(
            self.env,
            "day",
            _("A day of the calendar"),
            _("Save"),
            partial(_set, row),
            self,
            says=_("Saved."),
            hint=hint,
        )
        if row is None:
            dialog.add("day", _("&Day"), day_field(self.env))
        choices = [Choice(kind, _(words)) for kind, words in KINDS.items()]
        dialog.add(
            "kind", _("&Kind"), ChoiceField(choices), value=CalendarDay(row.kind.value) if row else CalendarDay.HOLIDAY
        )
        dialog.add("name", _("&What it is"), LineField(), value=row.name if row else None)
        dialog.saved.connect(self._on_set)
        dialog.begin()

    @Slot(object)
    def _on_set(self, _result: object) -> None:
        """Say which deadlines the day has moved."""
        moved = self.env.services.petitions.moved
        if moved:
            count, numbers = len(moved), ", ".join(each.number for each in moved[:NAMED_MOST])
            text = n_(
                "{count} deadline has moved: {numbers}.", "{count} deadlines have moved, among them {numbers}.", count
            ).format(count=count, numbers=numbers)
            self.env.notices.say(text, Weight.WARN, action=_("Open the petitions"), slot=self._on_see)

    @Slot()
    def _on_see(self) -> None:
        self.env.jump("petitions")


def _announced(line: DayLine) -> str:
    return _("yes") if line.row.announced else _("forecast")


def _tone(line: DayLine) -> Tone:
    return Tone.PLAIN if line.row.announced else Tone.WARN


def _set(row: HolidayRow | None, values: Mapping[str, Any]) -> SetDay:
    if row is None:
        required(values, {"day": _("The day")})
    return SetDay(row.day if row else values["day"], values["kind"], values["name"] or "")
