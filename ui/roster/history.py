"""The journal of a person's entry, told as a line of time."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from frontdesk.messages import _
from frontdesk.store import Entry
from ui.desk.doing import BY_NAME
from ui.parts.line_of_time import Moment
from ui.roster.words import FIELD_TITLES, MASK, SENSITIVE, capital, title

_NAMED: Final = {"body_id": "body", "area_id": "area", "post_id": "post"}
_PLACES: Final = tuple(_NAMED)
MOST: Final = 60


def ids_in(entries: Sequence[Entry]) -> set[int]:
    """The ids of the bodies, areas and posts that the entries speak of."""
    found = set()
    for entry in entries:
        content = entry.content()
        for image in (content.get("before") or {}, content.get("after") or {}):
            found |= {image[name] for name in _PLACES if isinstance(image.get(name), int)}
    return found


def moments(entries: Sequence[Entry], names: Mapping[int, str]) -> list[Moment]:
    """The entries as moments, in the order given; `names` has what bodies, areas and posts are called, by id."""
    return [_moment(entry, names) for entry in entries[:MOST]]


def _moment(entry: Entry, names: Mapping[int, str]) -> Moment:
    deed = BY_NAME.get(entry.deed)
    content = entry.content()
    after, before = content.get("after") or {}, content.get("before")
    if before is None:
        told = [_value(name, after[name], names) for name in _PLACES if after.get(name) is not None]
        detail = ", ".join(told)
    else:
        detail = "\n".join(
            f"{title(_NAMED.get(name, name))}: {_value(name, before[name], names)} → "
            f"{_value(name, after.get(name), names)}"
            for name in before
            if name in FIELD_TITLES or name in _NAMED
        )
    note = str(content.get("note") or "")
    who = "\n".join(filter(None, (entry.user, detail, note)))
    when = datetime.fromisoformat(entry.at)
    return Moment(f"{when:%d/%m/%Y %H:%M}", capital(_(deed.title)) if deed else entry.deed, who)


def _value(name: str, value: Any, names: Mapping[int, str]) -> str:
    if value is None or value == "":
        return "–"
    if name in SENSITIVE:
        return MASK
    if name in _NAMED:
        return names.get(value, str(value))
    if isinstance(value, str) and len(value) == 10 and value[4:5] == value[7:8] == "-":
        return f"{value[8:]}/{value[5:7]}/{value[:4]}"
    return str(value)
