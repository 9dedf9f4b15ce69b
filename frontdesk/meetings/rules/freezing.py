"""What finalised minutes say, as one fixed text, and its fingerprint.

Version 1: the line "front desk minutes 1", then JSON with sorted keys and no blanks, of everything the minutes
print; keys that are null or empty are left out, so that a key added later changes no old fingerprint. What goes on
after the meeting (a task's progress, news, answers to recommendations) is no part of it.

When an opinion turns out to be a denunciation, who spoke must not stay (Luật Tố cáo 2018 Điều 9, 47, 56): the frozen
text is veiled, under a heading of its own. Its fingerprint stays that of the paper which was signed, so that the paper
can still be told to be the office's own; from then on the journal, not the fingerprint, proves the veiled text. The
frozen text carries a salt, which is taken out with the name: without it nobody can put a guessed name back into the
veiled text and see whether the fingerprint comes out.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from frontdesk.meetings.rules.rows import MeetingRow
from frontdesk.meetings.shape import read, write

HEADING: Final = "front desk minutes 1"
VEILED: Final = "front desk minutes 1 veiled"
_LIVING: Final = frozenset(
    {
        "status", "paper_number", "was", "series", "invitation_note", "invited", "subject", "plan", "team", "visits",
        "recommendations", "news_title", "news_text", "publications", "withdrawn_because",
    }
)  # fmt: skip
_LIVING_OF_TASKS: Final = frozenset({"status", "moved_to", "result", "document", "finished"})
_LIVING_OF_DELEGATES: Final = frozenset({"seat", "reply", "reply_note", "speaks"})
_SPOKEN: Final = frozenset({"opinions", "tasks", "conclusion", "agenda"})
_KEPT_OF_ITEMS: Final = frozenset({"title", "presenter"})
_GROUP: Final = 4
_SHORT: Final = 16


@dataclass(frozen=True)
class Frame:
    """What stands on the minutes besides the record: the head, the closing words, the recipients, the version.

    `salt` is drawn anew for each version; None once the text was veiled.
    """

    issuer_lines: tuple[str, ...]
    number_line: str
    place_date: str
    closing: str = ""
    recipients: tuple[str, ...] = ()
    author: str = ""
    version: int = 1
    salt: str | None = None


def frozen_text(row: MeetingRow, frame: Frame, heading: str = HEADING) -> str:
    """The text the fingerprint is of; `heading` VEILED for a record that was veiled since."""
    record = {key: value for key, value in write(row).items() if key not in _LIVING}
    record["tasks"] = [_without(task, _LIVING_OF_TASKS) for task in record["tasks"]]
    record["delegates"] = [_without(delegate, _LIVING_OF_DELEGATES) for delegate in record["delegates"]]
    content = _recorded({"frame": write(frame), "meeting": record})
    return f"{heading}\n{_dump(content)}"


def veiled(text: str, strip: Callable[[str], str]) -> str:
    """A frozen text with `strip` put over what was said and decided, not over who was there; as it was, if not needed.

    That somebody sat in the room does not tell who denounced.
    """
    _heading, _line_end, content = text.partition("\n")
    frozen = json.loads(content)
    record = {
        key: _stripped(value, strip) if key in _SPOKEN or isinstance(value, str) else value
        for key, value in frozen["meeting"].items()
    }
    if record == frozen["meeting"]:
        return text
    frame = {key: value for key, value in frozen["frame"].items() if key != "salt"}
    return f"{VEILED}\n{_dump(_recorded({'frame': frame, 'meeting': record}))}"


def may_be_guessed(text: str) -> bool:
    """Whether whoever has the veiled form of this text could confirm a guessed name by its fingerprint."""
    return not is_veiled(text) and thaw(text)[1].salt is None


def is_veiled(text: str) -> bool:
    """Whether a frozen text was veiled since it was signed."""
    return text.startswith(f"{VEILED}\n")


def thaw(text: str) -> tuple[MeetingRow, Frame]:
    """The record and the frame a frozen text was made of."""
    heading, _line_end, content = text.partition("\n")
    if heading not in (HEADING, VEILED):
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


def _stripped(value: Any, strip: Callable[[str], str]) -> Any:
    """What was said without an identity; of an item of the agenda only what came of it."""
    if isinstance(value, dict):
        return {key: each if key in _KEPT_OF_ITEMS else _stripped(each, strip) for key, each in value.items()}
    if isinstance(value, list):
        return [_stripped(each, strip) for each in value]
    return strip(value) if isinstance(value, str) else value


def _dump(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _without(row: Any, keys: frozenset[str]) -> Any:
    return {key: value for key, value in row.items() if key not in keys} if isinstance(row, dict) else row


def _recorded(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {key: _recorded(each) for key, each in value.items()}
        return {
            key: each for key, each in kept.items() if each is not None and each != [] and each != {} and each != ""
        }
    return [_recorded(each) for each in value] if isinstance(value, list) else value
