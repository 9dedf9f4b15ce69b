"""Frozen rows as JSON and back: the shape is read off the dataclass, and what does not fit is refused by its path.

A field's metadata may say: `key` (its name in JSON), `least` (of a whole number), `extra` (left out when not recorded),
`hidden` (no part of JSON), `check` (a function that raises ValueError), `read` and `write` (for values with a form of
their own). A class with `SHORT = "name"` may stand as that text alone.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, TypeVar, Union, get_args, get_origin, get_type_hints

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.vietnamese import FIRST_YEAR, LAST_YEAR, excerpt, nfc

HIDDEN: Final[Mapping[str, Any]] = {"hidden": True}
EXTRA: Final[Mapping[str, Any]] = {"extra": True}
COUNT: Final[Mapping[str, Any]] = {"least": 0}
LARGEST_COUNT: Final = 1_000_000

_CLOCK: Final = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_MOMENT: Final = re.compile(r"(\d{4}-\d\d-\d\d)[T ]([01]\d|2[0-3]):([0-5]\d)(?::00)?")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")

_Row = TypeVar("_Row")


def refuse(code: str, path: str, message: str) -> RuleBroken:
    """The refusal of what stands at `path`, which the message names."""
    return RuleBroken(f"meetings.json.{code}", f"{path}: {message}" if path else message, path or None)


def read(row_type: type[_Row], value: Any, path: str = "") -> _Row:
    """The row that the JSON value at `path` describes; RuleBroken names the key that is unknown, missing or wrong."""
    short = getattr(row_type, "SHORT", None)
    if short is not None and isinstance(value, str):
        value = {short: value}
    if not isinstance(value, dict):
        raise refuse("type", path, _("an object in braces is expected, not {found}.").format(found=_shown(value)))
    row_class: Any = row_type
    shape = _shape(row_class)
    for key in value:
        if key not in shape:
            known = ", ".join(shape)
            raise refuse("unknown_key", _at(path, key), _("unknown key. Known here: {known}.").format(known=known))
    found: dict[str, Any] = {}
    for key, (field, kind) in shape.items():
        given = value.get(key)
        where = _at(path, key)
        if given is not None:
            read_as: Callable[[Any, str], Any] | None = field.metadata.get("read")
            given = read_as(given, where) if read_as is not None else _value(kind, given, where, field.metadata)
        if given is not None:
            found[field.name] = given
        elif _required(field):
            raise refuse("missing", where, _("this key is needed."))
    made: _Row = row_class(**found)
    return made


def write(row: Any) -> dict[str, Any]:
    """The JSON object of a row: every key stands, null where nothing is recorded, but for the extra ones."""
    written: dict[str, Any] = {}
    kind: Any = type(row)
    for key, (field, _kind) in _shape(kind).items():
        value = getattr(row, field.name)
        if field.metadata.get("extra") and (value is None or value == ()):
            continue
        write_as = field.metadata.get("write")
        written[key] = write_as(value) if write_as is not None and value is not None else _plain(value)
    return written


@cache
def _shape(row_type: Any) -> dict[str, tuple[Field[Any], Any]]:
    hints = get_type_hints(row_type)
    return {
        field.metadata.get("key", field.name): (field, _without_none(hints[field.name]))
        for field in fields(row_type)
        if not field.metadata.get("hidden")
    }


def _required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _without_none(kind: Any) -> Any:
    if get_origin(kind) in (Union, UnionType):
        (kind,) = [each for each in get_args(kind) if each is not NoneType]
    return kind


def _value(kind: Any, given: Any, path: str, metadata: Mapping[str, Any]) -> Any:
    if get_origin(kind) is tuple:
        if not isinstance(given, list):
            raise refuse("type", path, _("a list in brackets is expected, not {found}.").format(found=_shown(given)))
        item = get_args(kind)[0]
        return tuple(_item(item, each, f"{path}[{index}]", metadata) for index, each in enumerate(given))
    if isinstance(kind, type) and is_dataclass(kind):
        return read(kind, given, path)
    value = _READERS[StrEnum if issubclass(kind, StrEnum) else kind](kind, given, path)
    return _checked(value, path, metadata)


def _item(kind: Any, given: Any, path: str, metadata: Mapping[str, Any]) -> Any:
    found = None if given is None else _value(kind, given, path, metadata)
    if found is None:
        raise refuse("missing", path, _("an entry of this list is empty. Fill it in or leave it out."))
    return found


def _checked(value: Any, path: str, metadata: Mapping[str, Any]) -> Any:
    least = metadata.get("least")
    if least is not None and not least <= value <= LARGEST_COUNT:
        message = _("a number from {least} to {most} is expected.").format(least=least, most=LARGEST_COUNT)
        raise refuse("number", path, message)
    check = metadata.get("check")
    if check is not None and value is not None:
        try:
            check(value)
        except ValueError as error:
            raise refuse("value", path, str(error)) from None
    return value


def _text(_kind: Any, given: Any, path: str) -> str | None:
    if not isinstance(given, str):
        raise refuse("type", path, _("a text in quotes is expected, not {found}.").format(found=_shown(given)))
    return nfc(given) or None


def _whole(_kind: Any, given: Any, path: str) -> int:
    if isinstance(given, bool) or not isinstance(given, int):
        raise refuse("type", path, _("a whole number is expected, not {found}.").format(found=_shown(given)))
    return given


def _flag(_kind: Any, given: Any, path: str) -> bool:
    if not isinstance(given, bool):
        raise refuse("type", path, _("true or false is expected, not {found}.").format(found=_shown(given)))
    return given


def _choice(kind: Any, given: Any, path: str) -> Any:
    try:
        return kind(given)
    except ValueError:
        message = _("one of {choices} is expected, not {found}.")
        raise refuse("value", path, message.format(choices=", ".join(kind), found=_shown(given))) from None


def _moment(_kind: Any, given: Any, path: str) -> datetime:
    if isinstance(given, str) and (match := _MOMENT.fullmatch(given)):
        try:
            return datetime.combine(_calendar_day(match[1]), time(int(match[2]), int(match[3])))
        except ValueError:
            raise refuse("value", path, _("{found} is no day of the calendar.").format(found=_shown(given))) from None
    message = _("a day and time like 2026-06-22T08:00 is expected, not {found}.")
    raise refuse("type", path, message.format(found=_shown(given)))


def _day(_kind: Any, given: Any, path: str) -> date:
    if isinstance(given, str) and _DAY.fullmatch(given):
        try:
            return _calendar_day(given)
        except ValueError:
            raise refuse("value", path, _("{found} is no day of the calendar.").format(found=_shown(given))) from None
    raise refuse("type", path, _("a day like 2026-07-15 is expected, not {found}.").format(found=_shown(given)))


def _calendar_day(text: str) -> date:
    day = date.fromisoformat(text)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(text)
    return day


def _clock(_kind: Any, given: Any, path: str) -> time:
    if isinstance(given, str) and (match := _CLOCK.fullmatch(given)):
        return time(int(match[1]), int(match[2]))
    raise refuse("type", path, _("a time like 08:00 is expected, not {found}.").format(found=_shown(given)))


_READERS: Final[Mapping[Any, Callable[[Any, Any, str], Any]]] = {
    str: _text,
    int: _whole,
    bool: _flag,
    datetime: _moment,
    date: _day,
    time: _clock,
    StrEnum: _choice,
}


def _plain(value: Any) -> Any:
    match value:
        case tuple():
            return [_plain(each) for each in value]
        case datetime() | time():
            return value.isoformat(timespec="minutes")
        case date():
            return value.isoformat()
        case StrEnum():
            return value.value
    if not is_dataclass(value):
        return value
    written = write(value)
    short = getattr(value, "SHORT", None)
    if short is not None and all(each is None for key, each in written.items() if key != short):
        return written[short]
    return written


def _at(path: str, key: str) -> str:
    name = excerpt(nfc(key, one_line=True), 40)
    return f"{path}.{name}" if path else name


def _shown(value: Any) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case dict():
            return "{…}"
        case list():
            return "[…]"
        case str():
            return f"“{excerpt(nfc(value, one_line=True), 30)}”"
    return excerpt(str(value), 30)


def clock_of(text: str, field: str) -> time:
    """The time that a text like "08:00" says; RuleBroken beside `field` when it says none."""
    return _clock(time, text, field)
