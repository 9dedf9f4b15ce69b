"""Whom to congratulate: birthdays soon, and elders' ages of mừng thọ."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Slot

from frontdesk.messages import _
from frontdesk.roster import ReminderRow
from ui.desk.env import Env
from ui.desk.records import RecordPanel
from ui.parts.menus import Entry
from ui.parts.rowtable import Empty
from ui.parts.table import Column
from ui.roster.papers import CONGRATULATIONS, ask_paper

SOON, ELDERS, NEXT_YEAR, SERVICE = "", "elders", "next", "service"


@dataclass(frozen=True)
class Reminded:
    """Somebody on one of the lists."""

    id: int
    list: str
    row: ReminderRow


class RemindersPanel(RecordPanel[Reminded]):
    """Birthdays of the days to come at first; the elders of this year and the next are filters."""

    help_page = "roster-reminders"

    def __init__(self, env: Env) -> None:
        super().__init__(
            env,
            "roster.reminders",
            _("Reminders"),
            ("roster", "settings"),
            _columns(env),
            searched=lambda each: f"{each.row.name} {each.row.number} {each.row.posts}",
            empty=Empty(
                _("Nobody to congratulate in these days"),
                _("People whose day of birth is recorded appear here as their day comes near."),
            ),
            named={
                SOON: (_("Birthdays soon"), lambda each: each.list == SOON),
                ELDERS: (_("Mừng thọ this year"), lambda each: each.list == ELDERS),
                NEXT_YEAR: (_("Mừng thọ next year"), lambda each: each.list == NEXT_YEAR),
                SERVICE: (_("Long service this year"), lambda each: each.list == SERVICE),
            },
            orders={"years": lambda each: each.row.years},
            detail=_(
                "How many days ahead, which ages are mừng thọ and which years of service count, is set under Settings."
            ),
        )
        self.buttons = self.add_buttons(
            (
                Entry(_("Open the card"), self.on_opened, name="reminders.open"),
                Entry(_("Print…"), self.print_current, name="reminders.print"),
            )
        )
        self.on_picked()

    def load(self) -> Sequence[Reminded]:
        """See `RecordPanel`."""
        roster, today = self.env.services.roster, self.env.services.store.today
        lists = (
            (SOON, roster.birthdays()),
            (ELDERS, roster.elders(today.year)),
            (NEXT_YEAR, roster.elders(today.year + 1)),
            (SERVICE, roster.long_service(today.year)),
        )
        rows = [(name, row) for name, found in lists for row in found]
        return [Reminded(at, name, row) for at, (name, row) in enumerate(rows)]

    @Slot()
    def on_picked(self) -> None:
        """See `RecordPanel`."""
        self.buttons.enable(self.current() is not None, "reminders.print")

    @Slot()
    def print_current(self) -> None:
        """See `Panel`."""
        ask_paper(self.env, CONGRATULATIONS, self)

    @Slot()
    def on_opened(self) -> None:
        """Open the person's card."""
        each = self.current()
        if each is not None:
            self.env.jump(each.row.number)


def _columns(env: Env) -> tuple[Column[Reminded], ...]:
    return (
        Column("day", _("Day"), 8, text=lambda each: _day(env, each.row)),
        Column("name", _("Full name"), 26, text=lambda each: each.row.name),
        Column("years", _("Years"), 6, "right", text=lambda each: str(each.row.years), sort_key="years"),
        Column("phone", _("Phone"), 12, text=lambda each: each.row.phone or ""),
        Column("posts", _("Post"), 0, text=lambda each: each.row.posts),
    )


def _day(env: Env, row: ReminderRow) -> str:
    if row.day is None:
        return _("in the year")
    return _("today") if row.day == env.services.store.today else f"{row.day:%d/%m}"
