"""The desk's words for petitions, and the fields its forms choose from."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any, Final

from frontdesk.messages import _, mark
from frontdesk.office import area_key
from frontdesk.petitions import (
    CHANNEL_TITLES,
    KIND_TITLES,
    LEVEL_TITLES,
    ROUTE_TITLES,
    STATUS_TITLES,
    Complexity,
    Contact,
    ListedRow,
    Status,
)
from frontdesk.vietnamese import fold
from ui.desk.env import Env
from ui.parts.colours import Tone
from ui.parts.dates import table_day
from ui.parts.fields import Choice
from ui.parts.picker import PickerField

COMPLEXITY_TITLES: Final = {
    Complexity.NORMAL: mark("ordinary"),
    Complexity.COMPLEX: mark("complicated"),
    Complexity.VERY_COMPLEX: mark("very complicated"),
}
CONTACT_TITLES: Final = {
    Contact.FACE_TO_FACE: mark("face to face"),
    Contact.PHONE: mark("by phone"),
    Contact.LETTER: mark("by letter"),
    Contact.ONLINE: mark("online"),
}
FIELD_WORDS: Final = (
    "Đất đai", "Môi trường", "Giao thông", "Xây dựng, đô thị", "An ninh, trật tự", "Chính sách xã hội", "Điện, nước",
    "Y tế", "Giáo dục", "Nông nghiệp", "Văn hóa", "Cán bộ, công chức", "Thủ tục hành chính",
)  # fmt: skip
"""Fields of work as registers name them, offered until the office has its own; a datum, so not translated."""
OFFERED_MOST: Final = 40

__all__ = [
    "CHANNEL_TITLES",
    "COMPLEXITY_TITLES",
    "CONTACT_TITLES",
    "KIND_TITLES",
    "LEVEL_TITLES",
    "ROUTE_TITLES",
    "STATUS_TITLES",
    "agency_field",
    "area_field",
    "capital",
    "choices",
    "chosen",
    "day",
    "due_tone",
    "field_field",
    "sender",
    "status",
    "text_of",
    "word",
]


def capital(text: str) -> str:
    """`text` as it begins a line."""
    return text[:1].upper() + text[1:]


def choices(titles: Mapping[Any, str]) -> list[Choice]:
    """The members of a closed list, to choose from."""
    return [Choice(key, capital(_(words))) for key, words in titles.items()]


def word(titles: Mapping[Any, str], key: Any) -> str:
    """What a member of a closed list is called, "" for none."""
    return "" if key is None else capital(_(titles[key]))


def day(value: date | None) -> str:
    """A day in a table."""
    return table_day(value)


def sender(row: ListedRow) -> str:
    """Who sent it, as a list may show it: the code of a denouncer, never a name."""
    if row.secret:
        return _("{code} (kept secret)").format(code=row.code)
    name = row.sender or _("No name given")
    return name if row.people == 1 else _("{name} and others, {people} people").format(name=name, people=row.people)


def due_tone(row: ListedRow, today: date) -> Tone:
    """How pressing the deadline is."""
    if row.settled is not None or row.due is None:
        return Tone.MUTED
    if row.due < today:
        return Tone.BAD
    return Tone.WARN if row.due == today else Tone.PLAIN


def status(row: ListedRow) -> str:
    """How far it has come, with what holds it up."""
    text = word(STATUS_TITLES, row.status)
    if row.paused:
        return _("{status}, waiting for the sender").format(status=text)
    if row.status is Status.FORWARDED and row.urged:
        return _("{status}, urged {times}×").format(status=text, times=row.urged)
    return text


def text_of(value: Choice | None) -> str | None:
    """What a picker of names holds, None for nothing."""
    return value.text if value is not None and value.text else None


def chosen(name: str | None) -> Choice | None:
    """A name as a picker shows it."""
    return Choice(name, name) if name else None


def area_field(env: Env) -> PickerField:
    """A known residential area."""
    return PickerField(partial(_find_areas, env), hint=_("Such as khu phố 3"))


def agency_field(env: Env) -> PickerField:
    """An agency, often found by the matter; a new one may be typed."""
    hint = _("Two letters of its name, or of the matter")
    return PickerField(partial(_find_agencies, env), free_text=True, prefer_offers=True, hint=hint)


def field_field(env: Env) -> PickerField:
    """A field of work; a new one may be typed."""
    return PickerField(partial(_find_fields, env), free_text=True, prefer_offers=True, hint=_("Such as đất đai"))


def _find_areas(env: Env, text: str) -> list[Choice]:
    folded, key = fold(text), area_key(text)
    return [
        Choice(row.name, row.name)
        for row in env.services.office.areas()
        if folded in fold(row.name) or area_key(row.name).startswith(key)
    ][:OFFERED_MOST]


def _find_agencies(env: Env, text: str) -> list[Choice]:
    folded = fold(text)
    found = [
        Choice(row.name, row.name, row.competence or "")
        for row in env.services.petitions.agencies()
        if folded in fold(f"{row.name} {row.competence or ''}")
    ]
    return _nearest_first(found, folded)


def _find_fields(env: Env, text: str) -> list[Choice]:
    known = dict.fromkeys((*env.services.petitions.fields(), *FIELD_WORDS))
    return _nearest_first([Choice(name, name) for name in known if fold(text) in fold(name)], fold(text))


def _nearest_first(found: list[Choice], folded: str) -> list[Choice]:
    """What is called just so, then what begins so: Enter takes the first."""
    found.sort(key=lambda choice: (fold(choice.text) != folded, not fold(choice.text).startswith(folded)))
    return found[:OFFERED_MOST]
