"""Meetings as JSON, from and for another office: one object or a list of them, all or none."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from frontdesk.errors import RuleBroken
from frontdesk.meetings.rules.counting import too_many
from frontdesk.meetings.rules.rows import MeetingRow, QuorumRule, Was
from frontdesk.meetings.shape import read, refuse, write
from frontdesk.messages import _


def read_meetings(text: str) -> tuple[MeetingRow, ...]:
    """The meetings of a JSON text; RuleBroken names the key that is unknown, missing or wrong.

    The number, status and paper number another office gave stand in `was` afterwards. More votes than people
    known to be present are refused; whatever else does not add up is a warning, see `warnings`.
    """
    try:
        value = json.loads(text, object_pairs_hook=_without_twins, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        message = _("This is no JSON: line {line}, column {column}. Save the file again or ask for a new one.")
        raise RuleBroken("meetings.json.syntax", message.format(line=error.lineno, column=error.colno)) from None
    except RuleBroken:
        raise
    except (RecursionError, ValueError):
        raise RuleBroken(
            "meetings.json.syntax", _("This JSON is too deep or its numbers are too long to be a meeting.")
        ) from None
    many = isinstance(value, list)
    objects = value if many else [value]
    return tuple(_meeting(each, f"[{index}]" if many else "") for index, each in enumerate(objects))


def write_meeting(row: MeetingRow) -> dict[str, Any]:
    """The JSON object of a meeting."""
    return write(row)


def text_of(rows: Sequence[MeetingRow]) -> str:
    """A JSON text that `read_meetings` takes."""
    return json.dumps([write(row) for row in rows], ensure_ascii=False, indent=1)


def _meeting(value: Any, path: str) -> MeetingRow:
    row = read(MeetingRow, value, path)
    present = row.present
    for index, vote in enumerate(row.votes):
        if too_many(vote.tally, present):
            where = f"{path}.votes[{index}]" if path else f"votes[{index}]"
            message = _("{cast} votes were counted, but only {present} people are present. Correct one of them.")
            raise refuse("votes", where, message.format(cast=vote.tally.cast, present=present))
    for part, name in ((row.papers, "papers"), (row.opinions, "opinions"), (row.votes, "votes")):
        for index, each in enumerate(part):
            if each.item is not None and each.item > len(row.agenda):
                where = f"{path}.{name}[{index}].item" if path else f"{name}[{index}].item"
                raise refuse("item", where, _("There is no item {place} on the agenda.").format(place=each.item))
    if row.quorum == QuorumRule():
        row = replace(row, quorum=None)
    if row.number or row.status or row.paper_number:
        row = replace(
            row,
            number=None,
            status=None,
            paper_number=None,
            was=Was(row.number, row.status, row.paper_number, row.was),
        )
    return row


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _value in pairs]
        twin = next(name for name in names if names.count(name) > 1)
        raise refuse("twin", twin, _("this key stands twice in one object. Leave one of them out."))
    return found


def _no_constant(name: str) -> Any:
    raise refuse("type", "", _("{name} is no number.").format(name=name))
