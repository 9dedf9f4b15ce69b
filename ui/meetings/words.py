"""How a window says what the record keeps in fixed words."""

from datetime import date, datetime, time
from typing import Any, Final

from frontdesk.meetings import (
    Absence,
    Base,
    DelegateRow,
    Kind,
    Method,
    OutcomeKind,
    Reply,
    Shows,
    Status,
    TaskStatus,
    VoteRow,
    majority,
)
from frontdesk.messages import _, mark
from frontdesk.petitions import Status as PetitionStatus
from frontdesk.vietnamese import lunar_day, weekday
from ui.parts.colours import Tone
from ui.parts.dates import table_day
from ui.parts.fields import Choice

KINDS: Final[dict[Kind, str]] = {
    Kind.QUARTERLY_BRIEFING: mark("Quarterly briefing"),
    Kind.COMMITTEE_SESSION: mark("Session of the committee"),
    Kind.STANDING_BOARD: mark("Meeting of the standing board"),
    Kind.THEMATIC: mark("Thematic conference"),
    Kind.SEMINAR: mark("Seminar"),
    Kind.CONSULTATION: mark("Consultation conference"),
    Kind.SUPERVISION: mark("Supervision"),
    Kind.SOCIAL_CRITICISM: mark("Social criticism"),
    Kind.DIALOGUE: mark("Dialogue"),
    Kind.VOTERS: mark("Meeting with voters"),
    Kind.TRAINING: mark("Training"),
    Kind.SIGNING: mark("Signing"),
    Kind.FESTIVAL: mark("Great unity festival"),
    Kind.REVIEW: mark("Review"),
    Kind.CONGRESS: mark("Congress"),
}
STATUSES: Final[dict[Status, str]] = {
    Status.DRAFT: mark("draft minutes"),
    Status.FINAL: mark("minutes final"),
    Status.WITHDRAWN: mark("withdrawn meeting"),
}
METHODS: Final[dict[Method, str]] = {
    Method.SHOW_OF_HANDS: mark("Show of hands"),
    Method.BALLOT: mark("Ballot papers"),
    Method.BY_NAME: mark("By name"),
}
BASES: Final[dict[Base, str]] = {
    Base.PRESENT: mark("of those present"),
    Base.CONVENED: mark("of those convened"),
    Base.VALID: mark("of the valid votes"),
}
OUTCOMES: Final[dict[OutcomeKind, str]] = {
    OutcomeKind.NOTE: mark("Note"),
    OutcomeKind.DECISION: mark("Decision"),
    OutcomeKind.TASK: mark("Task"),
}
REPLIES: Final[dict[Reply, str]] = {
    Reply.COMING: mark("will come"),
    Reply.DECLINED: mark("cannot come"),
    Reply.SUBSTITUTE: mark("sends a substitute"),
}
ABSENCES: Final[dict[Absence, str]] = {
    Absence.EXCUSED: mark("absent, excused"),
    Absence.UNEXCUSED: mark("absent, unexcused"),
}
TASKS: Final[dict[TaskStatus, str]] = {
    TaskStatus.OPEN: mark("open task"),
    TaskStatus.DONE: mark("task done"),
    TaskStatus.DROPPED: mark("task given up"),
}
SHOWS: Final[dict[Shows, str]] = {
    Shows.OPEN_TASKS: mark("tasks still open"),
    Shows.PETITIONS: mark("petitions not yet answered"),
}
PETITIONS: Final[dict[PetitionStatus, str]] = {
    PetitionStatus.RECEIVED: mark("received"),
    PetitionStatus.CLASSIFIED: mark("classified"),
    PetitionStatus.GUIDED: mark("sender guided"),
    PetitionStatus.RETURNED: mark("returned to the sender"),
    PetitionStatus.FILED: mark("filed"),
    PetitionStatus.FORWARDED: mark("forwarded"),
    PetitionStatus.ANSWERED: mark("answered"),
    PetitionStatus.TOLD: mark("answer passed on"),
    PetitionStatus.CLOSED: mark("closed"),
}


def choices(words: dict[Any, str]) -> list[Choice]:
    """The fixed words as something to choose from."""
    return [Choice(key, _(text)) for key, text in words.items()]


def sentence(text: str) -> str:
    """`text` beginning with a capital."""
    return text[:1].upper() + text[1:]


def day_words(day: date | None) -> str:
    """A day for a list, "" for none."""
    return table_day(day)


def clock_words(at: time | None) -> str:
    """An hour for a list, "" for none."""
    return f"{at:%H:%M}" if at is not None else ""


def moment_words(moment: datetime) -> str:
    """Hour and day for a list."""
    return f"{moment:%H:%M} {table_day(moment.date())}"


def full_day(day: date) -> str:
    """A day as it is read back: weekday and lunar date."""
    return _("{weekday}, lunar: {lunar}").format(weekday=sentence(weekday(day)), lunar=lunar_day(day).name)


def attendance_words(row: DelegateRow) -> str:
    """Whether a delegate is there; "" when nobody recorded it."""
    if row.present:
        return _("present")
    if row.present is None:
        return ""
    return _(ABSENCES[row.absence]) if row.absence is not None else _("absent")


def attendance_tone(row: DelegateRow) -> Tone:
    """Its colour."""
    if row.present is None:
        return Tone.PLAIN
    return Tone.GOOD if row.present else Tone.WARN


def result_words(vote: VoteRow, present: int | None, convened: int | None) -> str:
    """Whether a vote carries, in one sentence; says what is missing when that cannot be told."""
    found = majority(vote.tally, vote.majority, vote.base, present, convened)
    if found is None:
        if vote.in_favour is None:
            return _("Not counted yet")
        return _("The result needs the number of people: mark who is present, or choose another base.")
    words = (
        _("Carried: {count} for, {needed} needed") if found.carried else _("Not carried: {count} for, {needed} needed")
    )
    return words.format(count=found.in_favour, needed=found.needed)


def result_tone(vote: VoteRow, present: int | None, convened: int | None) -> Tone:
    """Its colour."""
    found = majority(vote.tally, vote.majority, vote.base, present, convened)
    if found is None:
        return Tone.MUTED
    return Tone.GOOD if found.carried else Tone.BAD
