"""Text being typed, kept every two seconds so that a power cut loses no more than that."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from frontdesk.store.model import Draft


@dataclass(frozen=True)
class DraftRow:
    """What somebody was typing: the form's `key` (a new petition, meeting 17's minutes) and its fields."""

    key: str
    content: dict[str, Any]
    saved: datetime


def keep(key: str, user: str, content: dict[str, Any], saved: datetime) -> None:
    """Put the newest state of a form; callers leave secret fields out."""
    encoded = json.dumps(content, ensure_ascii=False).encode()
    Draft.replace(key=key, user=user, content=encoded, saved=saved).execute()


def drop(key: str, user: str) -> None:
    """Forget a draft: it became a deed, or the person says so."""
    Draft.delete().where(Draft.key == key, Draft.user == user).execute()


def of(user: str) -> list[DraftRow]:
    """What `user` left unfinished, newest first."""
    query = Draft.select().where(Draft.user == user).order_by(Draft.saved.desc())
    return [DraftRow(row.key, json.loads(bytes(row.content)), row.saved) for row in query]


def drop_holding(holds: Callable[[str], bool]) -> None:
    """Forget every user's drafts with a text, however deep in the form, that `holds` says yes to."""
    for draft in list(Draft.select()):
        if any(holds(text) for text in _texts(json.loads(bytes(draft.content)))):
            draft.delete_instance()


def _texts(content: Any) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict | list):
        for inner in content.values() if isinstance(content, dict) else content:
            yield from _texts(inner)
