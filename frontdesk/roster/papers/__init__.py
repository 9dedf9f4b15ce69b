"""The roster's papers: rows in, blocks of a page out. Vietnamese always."""

from typing import Final

from frontdesk.messages import mark
from frontdesk.office import PaperKind

_WHOSE: Final = ("number", "until")
_PERIOD: Final = ("since", "until")

PAPERS: Final[tuple[PaperKind, ...]] = (
    PaperKind("roster", mark("roster with particulars"), asks=_WHOSE),
    PaperKind("members", mark("list of members to sign"), asks=_WHOSE),
    PaperKind("directory", mark("directory by area"), asks=_WHOSE),
    PaperKind("composition", mark("composition statistics"), asks=_WHOSE),
    PaperKind("changes", mark("changes in a period"), asks=("number", "since", "until")),
    PaperKind("badges", mark("badges"), formats=("pdf",), asks=_WHOSE),
    PaperKind("training", mark("training attended"), asks=_PERIOD),
    PaperKind("commendations", mark("commendations in a period"), asks=_PERIOD),
    PaperKind("models", mark("good models"), asks=("until",)),
    PaperKind("visits", mark("study visits in a period"), asks=_PERIOD),
    PaperKind("congratulations", mark("birthdays, mừng thọ, long service"), asks=_PERIOD),
    PaperKind("data-subject", mark("everything about one person")),
)
"""`number` names a body, an area or a person (by number); none is the committee. `until` is the day it is as of."""
