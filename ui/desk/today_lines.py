"""What stands on the desk Hôm nay: read from the slices, with no window in sight."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from typing import Final

from frontdesk.commands.services import Services
from frontdesk.fund import VoucherFilter
from frontdesk.messages import _, mark, n_
from frontdesk.office import ListAsk
from frontdesk.petitions import PetitionFilter, PetitionRow, PetitionSort
from frontdesk.vietnamese import excerpt, format_vnd
from ui.desk.drafting import NEW, place_of
from ui.desk.env import BACK_UP, DeskSpec
from ui.parts.colours import Tone
from ui.parts.dates import table_day

MOST_LINES: Final = 5
MEETING_DAYS: Final = 14
LONGEST: Final = 110


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to see to; `target` is what `Env.jump` opens for it, "" for nothing."""

    text: str
    detail: str = ""
    tone: Tone = Tone.PLAIN
    target: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong together, under a title; a group without lines is not shown."""

    key: str
    title: str
    lines: tuple[Line, ...] = field(default=())


def read_groups(services: Services, desks: Sequence[DeskSpec]) -> tuple[Group, ...]:
    """Everything for today, what presses most first; runs on the reading worker."""
    keys = {desk.key: _(desk.title) for desk in desks}
    parts: tuple[Callable[[], Group], ...] = (
        partial(_first_steps, services, keys),
        partial(_drafts, services, keys),
        *(partial(_petitions, services, *kind) for kind in _PETITIONS),
        partial(_tasks, services),
        partial(_recommendations, services),
        partial(_meetings, services),
        partial(_birthdays, services),
        partial(_balances, services),
        partial(_backup, services),
    )
    return tuple(group for group in (part() for part in parts) if group.lines)


def _due(row: PetitionRow) -> str:
    return _("due {day}").format(day=table_day(row.due)) if row.due else ""


def _urged(row: PetitionRow) -> str:
    if row.urged_on is not None:
        return _("urged {day}").format(day=table_day(row.urged_on))
    return _("forwarded {day}").format(day=table_day(row.forwarded)) if row.forwarded else ""


def _answered(row: PetitionRow) -> str:
    return _("answered {day}").format(day=table_day(row.answered)) if row.answered else ""


_PETITIONS: Final = (
    ("overdue", mark("Petitions overdue"), Tone.BAD, _due),
    ("due_today", mark("Petitions due today"), Tone.WARN, _due),
    ("unanswered", mark("Petitions to be urged"), Tone.WARN, _urged),
    ("to_tell", mark("Answers to tell the sender"), Tone.PLAIN, _answered),
)


def _petitions(services: Services, name: str, title: str, tone: Tone, detail: Callable[[PetitionRow], str]) -> Group:
    wanted = PetitionFilter(status=name)
    rows = services.petitions.chosen(wanted, PetitionSort("due", descending=False), MOST_LINES)
    lines = [Line(f"{row.number}  {excerpt(row.summary, LONGEST)}", detail(row), tone, row.number) for row in rows]
    count = services.petitions.count(wanted) if len(rows) == MOST_LINES else len(rows)
    return Group(f"petitions.{name}", _(title), (*lines, *_more(count, "petitions")))


def _tasks(services: Services) -> Group:
    ask = ListAsk(status="overdue")
    rows = services.meetings.task_page(ask, limit=MOST_LINES)
    count = services.meetings.task_count(ask) if len(rows) == MOST_LINES else len(rows)
    lines = [
        Line(
            " – ".join(part for part in (excerpt(row.what, LONGEST), row.assignee) if part),
            _("due {day}").format(day=table_day(row.due)) if row.due else "",
            Tone.BAD,
            row.meeting,
        )
        for row in rows
    ]
    return Group("tasks", _("Tasks overdue"), (*lines, *_more(count, "meetings")))


def _recommendations(services: Services) -> Group:
    rows = services.meetings.recommendations(ListAsk(status="overdue"))
    lines = [
        Line(
            " – ".join(part for part in (excerpt(row.text, LONGEST), row.addressee) if part),
            _("due {day}").format(day=table_day(row.due)) if row.due else "",
            Tone.BAD,
            row.meeting,
        )
        for row in rows[:MOST_LINES]
    ]
    return Group("recommendations", _("Recommendations not answered in time"), (*lines, *_more(len(rows), "meetings")))


def _meetings(services: Services) -> Group:
    today = services.store.today
    found = services.meetings.days(today, today + timedelta(MEETING_DAYS))
    lines = [
        Line(
            f"{number}  {excerpt(title, LONGEST)}",
            f"{_day(starts.date(), today)} {starts:%H:%M}",
            Tone.WARN if starts.date() == today else Tone.PLAIN,
            number,
        )
        for starts, number, title in found[:MOST_LINES]
    ]
    return Group("meetings", _("Conferences ahead"), (*lines, *_more(len(found), "meetings")))


def _birthdays(services: Services) -> Group:
    today = services.store.today
    found = services.roster.birthdays()
    lines = [
        Line(
            ", ".join(part for part in (row.name, row.posts) if part),
            _("{age} years, {day}").format(age=row.years, day=_day(row.day, today)) if row.day else "",
            Tone.WARN if row.day == today else Tone.PLAIN,
            row.number,
        )
        for row in found[:MOST_LINES]
    ]
    return Group("birthdays", _("Birthdays"), (*lines, *_more(len(found), "roster")))


_ACCOUNTS: Final = {"cash": mark("cash"), "bank": mark("bank")}


def _balances(services: Services) -> Group:
    rows = services.fund.balances()
    if not any(row.balance_vnd for row in rows):
        return Group("balances", "")
    lines = [
        Line(
            f"{row.fund}: {_(_ACCOUNTS[row.account.value])}",
            format_vnd(row.balance_vnd, "đ"),
            Tone.BAD if row.balance_vnd < 0 else Tone.PLAIN,
            "fund",
        )
        for row in rows
    ]
    return Group("balances", _("In the fund today"), tuple(lines))


def _drafts(services: Services, desks: dict[str, str]) -> Group:
    lines = []
    for row in services.store.drafts():
        desk, what = place_of(row.key)
        if desk in desks:
            named = desks[desk] if what.startswith(NEW) else f"{desks[desk]}: {what}"
            lines.append(Line(named, _("typed {when}").format(when=f"{row.saved:%d/%m %H:%M}"), Tone.WARN, row.key))
    return Group("drafts", _("Begun and not saved"), tuple(lines))


def _backup(services: Services) -> Group:
    store = services.store
    if store.read_only:
        return Group("backup", "")
    found = store.backups()
    days = (store.today - found[0].manifest.made.date()).days if found else None
    if days is not None and days <= 1:
        return Group("backup", "")
    said = (
        _("There is no backup yet.")
        if days is None
        else n_("The last backup is {days} day old.", "The last backup is {days} days old.", days).format(days=days)
    )
    return Group("backup", _("Backup"), (Line(said, _("make one now"), Tone.BAD, BACK_UP),))


def _first_steps(services: Services, desks: dict[str, str]) -> Group:
    """What an office does first; each goes once it has been done."""
    steps: tuple[tuple[str, Callable[[], object], str], ...] = (
        ("roster", services.roster.count, mark("Take in the roster from Excel, or enter the first people")),
        ("meetings", services.meetings.count, mark("Prepare the first conference")),
        ("petitions", partial(services.petitions.count, PetitionFilter()), mark("Register the first petition")),
        ("fund", partial(services.fund.count, VoucherFilter()), mark("Take in the cash book, or enter a voucher")),
    )
    lines = [Line(_(text), desks[desk], target=desk) for desk, done, text in steps if desk in desks and not done()]
    return Group("first", _("To begin with"), tuple(lines))


def _more(count: int, desk: str) -> tuple[Line, ...]:
    if count <= MOST_LINES:
        return ()
    over = count - MOST_LINES
    return (Line(n_("… and {count} more", "… and {count} more", over).format(count=over), "", Tone.MUTED, desk),)


def _day(day: date, today: date) -> str:
    if day == today:
        return _("today")
    return _("tomorrow") if day == today + timedelta(1) else table_day(day)
