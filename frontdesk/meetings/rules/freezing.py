"""What finalised minutes say, as one fixed text, and its fingerprint.

Version 1: the line "front desk minutes 1", then JSON with sorted keys and no blanks, of everything the minutes
print; keys that are null or empty are left out, so that a key added later changes no old fingerprint. What goes on
after the meeting (a task's progress, news, answers to recommendations) is no part of it.
"""

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from frontdesk.meetings.rules.rows import MeetingRow
from frontdesk.meetings.shape import read, write

HEADING: Final = "front desk minutes 1"
_LIVING: Final = frozenset(
    {
        "status", "paper_number", "was", "series", "invitation_note", "invited", "subject", "plan", "team", "visits",
        "recommendations", "news_title", "news_text", "publications", "withdrawn_because",
    }
)  # fmt: skip
_LIVING_OF_TASKS: Final = frozenset({"status", "moved_to", "result", "document", "finished"})
_LIVING_OF_DELEGATES: Final = frozenset({"seat", "reply", "reply_note"})
_GROUP: Final = 4
_SHORT: Final = 16


@dataclass(frozen=True)
class Frame:
    """What stands on the minutes besides the record: the head, the closing words, the recipients, the version."""

    issuer_lines: tuple[str, ...]
    number_line: str
    place_date: str
    closing: str = ""
    recipients: tuple[str, ...] = ()
    author: str = ""
    version: int = 1


def frozen_text(row: MeetingRow, frame: Frame) -> str:
    """The text the fingerprint is of."""
    record = {key: value for key, value in write(row).items() if key not in _LIVING}
    record["tasks"] = [_without(task, _LIVING_OF_TASKS) for task in record["tasks"]]
    record["delegates"] = [_without(delegate, _LIVING_OF_DELEGATES) for delegate in record["delegates"]]
    content = _recorded({"frame": write(frame), "meeting": record})
    return f"{HEADING}\n{json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(',', ':'))}"


def thaw(text: str) -> tuple[MeetingRow, Frame]:
    """The record and the frame a frozen text was made of."""
    heading, _line_end, content = text.partition("\n")
    if heading != HEADING:
        raise ValueError(heading)
    frozen = json.loads(content)
    return read(MeetingRow, frozen["meeting"]), read(Frame, frozen["frame"])


def fingerprint(text: str) -> str:
    """The SHA-256 of a frozen text, 64 hexadecimal digits."""
    return sha256(text.encode()).hexdigest()


def short_fingerprint(full: str) -> str:
    """What people compare on paper: the first 16 digits in groups, "9F3A 07C1 22B8 E04D"."""
    digits = full[:_SHORT].upper()
    return " ".join(digits[place : place + _GROUP] for place in range(0, _SHORT, _GROUP))


def _without(row: Any, keys: frozenset[str]) -> Any:
    return {key: value for key, value in row.items() if key not in keys} if isinstance(row, dict) else row


def _recorded(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {key: _recorded(each) for key, each in value.items()}
        return {
            key: each for key, each in kept.items() if each is not None and each != [] and each != {} and each != ""
        }
    return [_recorded(each) for each in value] if isinstance(value, list) else value
