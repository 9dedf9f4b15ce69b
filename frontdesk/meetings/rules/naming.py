"""Votes by name: who voted what, in any of the three forms other programs write.

`[{"name": "…", "choice": "for"}]`, `{"for": ["…"], "against": ["…"]}` or a bare list of the names of those who voted.
The given form is kept, so that nothing is lost on the way to another office.
"""

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar

from frontdesk.meetings.shape import read, refuse
from frontdesk.messages import _
from frontdesk.vietnamese import nfc


class Choice(StrEnum):
    """What somebody voted."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"
    SPOILED = "spoiled"


@dataclass(frozen=True)
class NameVote:
    """What one person voted; None where only the name is recorded."""

    SHORT: ClassVar[str] = "name"

    name: str
    choice: Choice | None = None


def read_names(value: Any, path: str) -> str:
    """The names of a vote as JSON text in the form given; RuleBroken when it is none of the three."""
    if isinstance(value, list):
        for index, each in enumerate(value):
            read(NameVote, each, f"{path}[{index}]")
    elif isinstance(value, dict):
        for choice, names in value.items():
            if choice not in set(Choice):
                message = _("unknown key. Known here: {known}.").format(known=", ".join(Choice))
                raise refuse("unknown_key", f"{path}.{choice}", message)
            if not isinstance(names, list) or not all(isinstance(name, str) and nfc(name) for name in names):
                raise refuse("type", f"{path}.{choice}", _("a list of names is expected."))
    else:
        raise refuse("type", path, _("a list of names is expected."))
    return json.dumps(_tidy(value), ensure_ascii=False, separators=(",", ":"))


def names_text(votes: tuple[NameVote, ...]) -> str:
    """`votes` as JSON text, for `VoteRow.names`."""
    return json.dumps(
        [{"name": vote.name, "choice": vote.choice} for vote in votes], ensure_ascii=False, separators=(",", ":")
    )


def name_votes(text: str | None) -> tuple[NameVote, ...]:
    """Who voted what, in the recorded order."""
    value = json.loads(text) if text else []
    if isinstance(value, dict):
        return tuple(NameVote(name, Choice(choice)) for choice, names in value.items() for name in names)
    return tuple(read(NameVote, each) for each in value)


def _tidy(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _tidy(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_tidy(each) for each in value]
    return nfc(value) if isinstance(value, str) else value
