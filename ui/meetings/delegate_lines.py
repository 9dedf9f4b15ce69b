"""Delegates as a list shows them: by place, by name, or in the order of speaking."""

from dataclasses import dataclass
from typing import Final

from frontdesk.meetings import DelegateRow
from frontdesk.messages import _
from frontdesk.vietnamese import sort_key
from ui.meetings.fields import answers_to
from ui.meetings.words import REPLIES, attendance_tone, attendance_words
from ui.parts.table import Column, ListSource, Query

_LAST: Final = 1_000_000
"""Where who does not ask to speak stands in the order of speaking."""


@dataclass(frozen=True)
class Line:
    """A delegate with the place in the list, from 1."""

    id: int
    place: int
    row: DelegateRow


class Lines(ListSource[Line]):
    """Delegates in their order; those who ask to speak in the order of speaking."""

    def __init__(self) -> None:
        super().__init__(
            matches=_matches,
            named={
                "unmarked": lambda line: line.row.present is None,
                "present": lambda line: bool(line.row.present),
                "absent": lambda line: line.row.present is False,
                "speaks": lambda line: line.row.speaks is not None,
            },
            orders={
                "place": lambda line: line.place,
                "speaks": lambda line: line.row.speaks or _LAST,
                "name": lambda line: sort_key(line.row.name),
            },
        )

    def _rows(self, query: Query) -> tuple[Line, ...]:
        rows = super()._rows(query)
        if query.named == "speaks" and query.sort is None:
            return tuple(sorted(rows, key=lambda line: line.row.speaks or _LAST))
        return rows


def _matches(line: Line, text: str) -> bool:
    row = line.row
    return answers_to(" ".join(part for part in (row.name, row.post, row.group or "") if part), text)


def delegate_columns() -> tuple[Column[Line], ...]:
    """What is said of each."""
    return (
        Column("place", _("No."), 5, "right", sort_key="place"),
        Column("name", _("Name"), 20, text=lambda line: line.row.name, sort_key="name"),
        Column("present", _("Presence"), 13, text=lambda line: attendance_words(line.row),
               tone=lambda line: attendance_tone(line.row)),
        Column("post", _("Position"), text=lambda line: line.row.post),
        Column("group", _("Heading"), 20, text=lambda line: line.row.group or "", hidden=True),
        Column("site", _("Site"), 18, text=lambda line: line.row.site or "", hidden=True),
        Column("speaks", _("Speaks"), 8, "right", text=lambda line: str(line.row.speaks or ""), sort_key="speaks"),
        Column("reply", _("Reply"), 16, text=_reply, hidden=True),
        Column("seat", _("Seat"), 8, text=lambda line: line.row.seat or "", hidden=True),
    )  # fmt: skip


def _reply(line: Line) -> str:
    return _(REPLIES[line.row.reply]) if line.row.reply is not None else ""
