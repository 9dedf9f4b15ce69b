"""Deeds on good models, where they were copied to, and study visits."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from frontdesk.messages import mark
from frontdesk.store import CLERKS, Deed


@dataclass(frozen=True)
class NoteModel:
    """A good model worth copying."""

    name: str
    founder: str | None = None
    area: str | None = None
    since: date | None = None
    description: str | None = None


@dataclass(frozen=True)
class EditModel:
    """Correct a good model; `until` is its last day, `clear` names the keys to empty."""

    name: str
    new_name: str | None = None
    founder: str | None = None
    area: str | None = None
    since: date | None = None
    until: date | None = None
    description: str | None = None
    clear: tuple[str, ...] = ()
    revision: int | None = None


@dataclass(frozen=True)
class WithdrawModel:
    """A good model was entered in error; the places it was copied to go with it."""

    name: str
    reason: str
    revision: int | None = None


@dataclass(frozen=True)
class ReinstateModel:
    """A good model was withdrawn in error."""

    name: str


@dataclass(frozen=True)
class CopyModel:
    """Where a good model was copied to: an area of the commune, or a place elsewhere."""

    name: str
    area: str | None = None
    place: str | None = None
    since: date | None = None
    note: str | None = None


@dataclass(frozen=True)
class EditCopy:
    """Correct what is recorded of a `place` a good model was copied to; `clear` names the keys to empty."""

    name: str
    place: str
    new_place: str | None = None
    since: date | None = None
    note: str | None = None
    clear: tuple[str, ...] = ()
    revision: int | None = None


@dataclass(frozen=True)
class WithdrawCopy:
    """A good model was not copied to this place; it was entered in error."""

    name: str
    place: str
    reason: str
    revision: int | None = None


@dataclass(frozen=True)
class ReinstateCopy:
    """A place a good model was copied to was withdrawn in error."""

    name: str
    place: str


@dataclass(frozen=True)
class NoteVisit:
    """A study visit, the people who went, and the good models seen there."""

    place: str
    day: date
    purpose: str | None = None
    visitors: tuple[str, ...] = ()
    head_count: int | None = None
    models: tuple[str, ...] = ()
    result: str | None = None


@dataclass(frozen=True)
class EditVisit:
    """Correct the study visit to `place` on `day`; `clear` names the keys to empty.

    `visitors` and `models`, where given, are all who went and all that was seen.
    """

    place: str
    day: date
    new_place: str | None = None
    new_day: date | None = None
    purpose: str | None = None
    visitors: tuple[str, ...] | None = None
    head_count: int | None = None
    models: tuple[str, ...] | None = None
    result: str | None = None
    clear: tuple[str, ...] = ()
    revision: int | None = None


@dataclass(frozen=True)
class WithdrawVisit:
    """The study visit to `place` on `day` was entered in error."""

    place: str
    day: date
    reason: str
    revision: int | None = None


@dataclass(frozen=True)
class ReinstateVisit:
    """The study visit to `place` on `day` was withdrawn in error."""

    place: str
    day: date


NOTE_MODEL: Final = Deed("roster.note_model", CLERKS, mark("enter a good model"), NoteModel, "roster.withdraw_model")
EDIT_MODEL: Final = Deed("roster.edit_model", CLERKS, mark("correct a good model"), EditModel)
WITHDRAW_MODEL: Final = Deed(
    "roster.withdraw_model", CLERKS, mark("withdraw a good model"), WithdrawModel, "roster.reinstate_model"
)
REINSTATE_MODEL: Final = Deed(
    "roster.reinstate_model", CLERKS, mark("put a withdrawn model back"), ReinstateModel, "roster.withdraw_model"
)
COPY_MODEL: Final = Deed(
    "roster.copy_model", CLERKS, mark("enter where a model was copied"), CopyModel, "roster.withdraw_copy"
)
EDIT_COPY: Final = Deed("roster.edit_copy", CLERKS, mark("correct where a model was copied"), EditCopy)
WITHDRAW_COPY: Final = Deed(
    "roster.withdraw_copy",
    CLERKS,
    mark("withdraw a place a model was copied to"),
    WithdrawCopy,
    "roster.reinstate_copy",
)
REINSTATE_COPY: Final = Deed(
    "roster.reinstate_copy",
    CLERKS,
    mark("put a place a model was copied to back"),
    ReinstateCopy,
    "roster.withdraw_copy",
)
NOTE_VISIT: Final = Deed("roster.note_visit", CLERKS, mark("enter a study visit"), NoteVisit, "roster.withdraw_visit")
EDIT_VISIT: Final = Deed("roster.edit_visit", CLERKS, mark("correct a study visit"), EditVisit)
WITHDRAW_VISIT: Final = Deed(
    "roster.withdraw_visit", CLERKS, mark("withdraw a study visit"), WithdrawVisit, "roster.reinstate_visit"
)
REINSTATE_VISIT: Final = Deed(
    "roster.reinstate_visit", CLERKS, mark("put a withdrawn study visit back"), ReinstateVisit, "roster.withdraw_visit"
)

DEEDS: Final = (
    NOTE_MODEL,
    EDIT_MODEL,
    WITHDRAW_MODEL,
    REINSTATE_MODEL,
    COPY_MODEL,
    EDIT_COPY,
    WITHDRAW_COPY,
    REINSTATE_COPY,
    NOTE_VISIT,
    EDIT_VISIT,
    WITHDRAW_VISIT,
    REINSTATE_VISIT,
)
