"""Deadlines: which rule applies to a step, which day it ends on, and the sentence that says why.

The first day is never counted (Bộ luật Dân sự 2015 Điều 147); a last day on which the office is closed moves on to
the next working day (Điều 148). Sentences are Vietnamese: they stand in lists and on papers.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, TypeAlias

from frontdesk.petitions.rules.rows import PetitionRow
from frontdesk.petitions.rules.words import Complexity, Kind, Route, Status
from frontdesk.vietnamese import WorkCalendar, because, short_date

Pause: TypeAlias = tuple[date, date | None]

_WAITING: Final = "chờ người gửi"


class Step(StrEnum):
    """What a deadline is for."""

    PROCESS = "process"
    TRANSFER = "transfer"
    ACCEPT = "accept"
    NOTICE = "notice"
    RESOLVE = "resolve"
    RESOLVE_AGAIN = "resolve_again"
    ANSWER = "answer"
    REPLY = "reply"
    COMPLAIN = "complain"
    COMPLAIN_AGAIN = "complain_again"
    KEEP = "keep"


class Event(StrEnum):
    """What a deadline is counted from."""

    RECEIVED = "received"
    FORWARDED = "forwarded"
    ACCEPTED = "accepted"
    DECIDED = "decided"
    FILED = "filed"


class Counting(StrEnum):
    """What the number of a rule counts."""

    WORKING = "working"
    CALENDAR = "calendar"
    YEARS = "years"


STEP_NAMES: Final[dict[Step, str]] = {
    Step.PROCESS: "phân loại, xử lý đơn",
    Step.TRANSFER: "chuyển đơn đến nơi có thẩm quyền",
    Step.ACCEPT: "thông báo việc thụ lý",
    Step.NOTICE: "thông báo cho các bên việc thụ lý",
    Step.RESOLVE: "giải quyết",
    Step.RESOLVE_AGAIN: "giải quyết khiếu nại lần hai",
    Step.ANSWER: "trả lời",
    Step.REPLY: "gửi kết quả cho nơi đã chuyển đơn",
    Step.COMPLAIN: "khiếu nại lần đầu",
    Step.COMPLAIN_AGAIN: "khiếu nại lần hai",
    Step.KEEP: "lưu đơn",
}
_EVENT_NAMES: Final[dict[Event, str]] = {
    Event.RECEIVED: "ngày nhận",
    Event.FORWARDED: "ngày chuyển",
    Event.ACCEPTED: "ngày thụ lý",
    Event.DECIDED: "ngày có quyết định",
    Event.FILED: "ngày lưu",
}
_REOPENED: Final = "ngày mở lại"
_COUNTING_NAMES: Final[dict[Counting, str]] = {
    Counting.WORKING: "ngày làm việc",
    Counting.CALENDAR: "ngày",
    Counting.YEARS: "năm",
}


_FALLBACKS: Final[dict[Complexity, tuple[Complexity | None, ...]]] = {
    Complexity.NORMAL: (Complexity.NORMAL, None),
    Complexity.COMPLEX: (Complexity.COMPLEX, None, Complexity.NORMAL),
    Complexity.VERY_COMPLEX: (Complexity.VERY_COMPLEX, Complexity.COMPLEX, None, Complexity.NORMAL),
}


@dataclass(frozen=True)
class RuleRow:
    """One line of the deadline table. None means "any": every kind, remote or not, however complex, at any time.

    `days` counts what `counting` says. `law` is the law and article as the sentence cites it.
    """

    name: str
    kind: Kind | None
    step: Step
    counted_from: Event
    days: int
    counting: Counting
    law: str
    remote: bool | None = None
    complexity: Complexity | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    id: int | None = None
    revision: int | None = None


@dataclass(frozen=True)
class Pending:
    """The step somebody owes now, and the day it counts from."""

    step: Step
    start: date


@dataclass(frozen=True)
class Due:
    """The day a step must be done by and the sentence that says why; `day` None: no deadline, and why not."""

    day: date | None
    why: str
    step: Step | None = None


def pending(petition: PetitionRow) -> Pending | None:
    """What is owed on a petition as it stands; None when it is settled."""
    if petition.settled is not None:
        return None
    if petition.status is Status.FORWARDED and petition.forwarded is not None:
        return _pending_outside(petition, petition.forwarded)
    if petition.status is Status.CLASSIFIED and petition.accepted is not None and petition.route is Route.ACCEPT:
        return Pending(_resolving(petition), petition.accepted)
    to_transfer = petition.status is Status.CLASSIFIED and petition.route is Route.FORWARD
    step = Step.TRANSFER if petition.kind is Kind.DENUNCIATION and to_transfer else Step.PROCESS
    return Pending(step, petition.opened)


def _pending_outside(petition: PetitionRow, forwarded: date) -> Pending:
    if petition.decided is not None:
        return Pending(Step.REPLY, petition.decided)
    if petition.accepted is not None:
        return Pending(_resolving(petition), petition.accepted)
    if petition.kind in (Kind.COMPLAINT, Kind.DENUNCIATION):
        return Pending(Step.ACCEPT, forwarded)
    return Pending(Step.ANSWER, forwarded)


def _resolving(petition: PetitionRow) -> Step:
    return Step.RESOLVE_AGAIN if petition.again and petition.kind is Kind.COMPLAINT else Step.RESOLVE


def choose(
    rules: Iterable[RuleRow], kind: Kind, step: Step, on: date, *, remote: bool, complexity: Complexity
) -> RuleRow | None:
    """The rule for a step that starts on `on`: in force that day, and saying most about the case.

    A rule for the kind goes before one for any, then one for this complexity, then one for remote or not, then the
    one in force last.
    """
    fitting = [
        rule
        for rule in rules
        if rule.step is step
        and rule.kind in (None, kind)
        and rule.remote in (None, remote)
        and rule.complexity in _FALLBACKS[complexity]
        and (rule.valid_from is None or rule.valid_from <= on)
        and (rule.valid_to is None or on <= rule.valid_to)
    ]
    return max(fitting, key=lambda rule: _weight(rule, complexity), default=None)


def _weight(rule: RuleRow, complexity: Complexity) -> tuple[bool, int, bool, date]:
    said = _FALLBACKS[complexity].index(rule.complexity)
    return rule.kind is not None, -said, rule.remote is not None, rule.valid_from or date.min


def count(
    rule: RuleRow, start: date, calendar: WorkCalendar, pauses: Sequence[Pause] = (), *, reopened: bool = False
) -> Due:
    """The day that `rule` gives for a step begun on `start`, over closed `pauses` since then, and why."""
    waited = [(max(since, start), until) for since, until in pauses if until is not None and until > start]
    law = f"theo {rule.law}"
    event = _REOPENED if reopened else _EVENT_NAMES[rule.counted_from]
    length = f"{rule.days} {_COUNTING_NAMES[rule.counting]} kể từ {event} {short_date(start)}"
    if rule.counting is Counting.YEARS:
        day = _years_later(start, rule.days)
        return Due(day, f"Hạn {STEP_NAMES[rule.step]} {short_date(day)}: {length}, {law}.", rule.step)
    counted = _working if rule.counting is Counting.WORKING else _calendar
    day, reasons = counted(rule.days, start, calendar, waited)
    parts = [f"{length} (không tính ngày này)", law, *reasons, *map(_waiting, waited)]
    return Due(day, f"Hạn {STEP_NAMES[rule.step]} {short_date(day)}: {'; '.join(parts)}.", rule.step)


def _working(days: int, start: date, calendar: WorkCalendar, waited: Sequence[Pause]) -> tuple[date, list[str]]:
    found = _with_pauses(calendar, waited).add_working_days(start, days)
    off = [off for off in found.days_off if off.reason != _WAITING]
    return found.day, [f"không tính {len(off)} ngày {because(off)}"] if off else []


def _calendar(days: int, start: date, calendar: WorkCalendar, waited: Sequence[Pause]) -> tuple[date, list[str]]:
    added = sum((until - since).days for since, until in waited if until is not None)
    last = start + timedelta(days + added)
    found = calendar.add_calendar_days(start, days + added)
    if found.day == last:
        return last, []
    return found.day, [f"ngày cuối {short_date(last)} chuyển sang ngày làm việc kế tiếp {found.because}"]


def _with_pauses(calendar: WorkCalendar, waited: Sequence[Pause]) -> WorkCalendar:
    """`calendar` with the days of waiting off: those after a pause's first day up to its last."""
    days = {
        since + timedelta(passed): _WAITING
        for since, until in waited
        if until is not None
        for passed in range(1, (until - since).days + 1)
    }
    if not days:
        return calendar
    closed = {day: reason for day, reason in days.items() if calendar.is_working(day)}
    make_up = {day: name for day, name in calendar.make_up_days.items() if day not in closed}
    return replace(calendar, holidays={**calendar.holidays, **closed}, make_up_days=make_up)


def _waiting(pause: Pause) -> str:
    since, until = pause
    return f"cộng thời gian chờ người gửi bổ sung từ {short_date(since)} đến {short_date(until or since)}"


def _years_later(start: date, years: int) -> date:
    try:
        return start.replace(year=start.year + years)
    except ValueError:
        return date(start.year + years, 3, 1)


def deadline(petition: PetitionRow, rules: Iterable[RuleRow], calendar: WorkCalendar) -> Due | None:
    """The deadline of a petition as it stands; None where it keeps the one it has, because it is settled."""
    owed = pending(petition)
    if owed is None:
        return None
    if petition.paused:
        since = petition.pauses[-1][0]
        return Due(None, f"Tạm dừng tính hạn từ {short_date(since)} để chờ người gửi bổ sung.", owed.step)
    rule = choose(rules, petition.kind, owed.step, owed.start, remote=petition.remote, complexity=petition.complexity)
    if rule is None:
        name = STEP_NAMES[owed.step]
        return Due(None, f"Chưa có quy định về hạn {name} áp dụng cho ngày {short_date(owed.start)}.", owed.step)
    reopened = rule.counted_from is Event.RECEIVED and owed.start == petition.opened != petition.received
    found = count(rule, owed.start, calendar, petition.pauses, reopened=reopened)
    extended = petition.extended_to
    if extended is not None and petition.due_step == owed.step:
        return Due(extended, f"Gia hạn đến {short_date(extended)}. {found.why}", owed.step)
    return found
