"""Keys of a deed as words on the command line: each request dataclass makes its own parser."""

import argparse
import json
import types
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from frontdesk.messages import _
from frontdesk.vietnamese import FIRST_YEAR, LAST_YEAR, parse_day, parse_vnd

_TRUE: Final = frozenset({"true", "yes", "1", "có", "co", "x"})
_FALSE: Final = frozenset({"false", "no", "0", "không", "khong", ""})
_MOST: Final = 10**15
"""No number of an office is larger; the office's file would not take one of more than 19 figures."""


def parser_of(program: str, takes: type[Any], today: date) -> argparse.ArgumentParser:
    """A parser whose keys are the fields of `takes`; a field `number` is the positional NUMBER."""
    parser = argparse.ArgumentParser(prog=program, description=(takes.__doc__ or "").strip() or None)
    hints = get_type_hints(takes)
    for each in fields(takes):
        _add(parser, each, hints[each.name], today)
    return parser


def request(takes: type[Any], parsed: argparse.Namespace) -> Any:
    """The request the parsed keys make; keys not given keep the field's default."""
    given = {name: value for name, value in vars(parsed).items() if value is not MISSING}
    return takes(**given)


def read_value(kind: Any, text: str, today: date, name: str = "") -> Any:
    """`text` as a value of type `kind`; ValueError when it is none."""
    kind, optional = _plain(kind)
    if optional and text == "":
        return None
    if get_origin(kind) is tuple or is_dataclass(kind):
        return from_json(kind, json.loads(text), today)
    if name.endswith("_vnd"):
        return parse_vnd(text)
    if kind is bool:
        folded = text.strip().lower()
        if folded in _TRUE | _FALSE:
            return folded in _TRUE
        raise ValueError(text)
    if kind is datetime:
        return _within_years(datetime.fromisoformat(text))
    if kind is date:
        return parse_day(text, today)
    return _not_too_large(int(text), name) if kind is int else kind(text)


def from_json(kind: Any, content: Any, today: date) -> Any:
    """A value of type `kind` from JSON; ValueError or TypeError when it does not fit."""
    kind, optional = _plain(kind)
    if content is None and optional:
        return None
    if get_origin(kind) is tuple:
        if not isinstance(content, list):
            raise ValueError(content)
        return tuple(from_json(get_args(kind)[0], each, today) for each in content)
    if is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        if not isinstance(content, dict) or not content.keys() <= hints.keys():
            raise ValueError(content)
        return kind(**{name: from_json(hints[name], value, today) for name, value in content.items()})
    if kind is int and isinstance(content, int):
        return _not_too_large(content, "")
    if kind is Any or (isinstance(kind, type) and kind in (bool, float) and isinstance(content, kind)):
        return content
    if isinstance(content, str):
        return read_value(kind, content, today)
    raise ValueError(content)


def describe(takes: type[Any]) -> str:
    """The keys of a deed on one line: needed ones plain, the others in brackets."""
    words = []
    for each in fields(takes):
        if each.name == "revision":
            continue
        word = "NUMBER" if each.name == "number" else f"--{each.name.replace('_', '-')}"
        words.append(word if _needed(each) else f"[{word}]")
    return " ".join(words)


def _add(parser: argparse.ArgumentParser, each: "Field[Any]", hint: Any, today: date) -> None:
    kind, _optional = _plain(hint)
    help_text = _(each.metadata["help"]) if "help" in each.metadata else None

    def read(text: str) -> Any:
        try:
            return read_value(hint, text, today, each.name)
        except (ValueError, TypeError, KeyError):
            raise argparse.ArgumentTypeError(_("“{text}” is not understood").format(text=text)) from None

    if each.name == "number":
        parser.add_argument(
            "number", metavar="NUMBER", nargs=None if _needed(each) else "?", default=MISSING, help=help_text
        )
        return
    names = sorted({f"--{each.name.replace('_', '-')}", f"--{each.name}"}, reverse=True)
    options: dict[str, Any] = {"dest": each.name, "default": MISSING, "required": _needed(each), "help": help_text}
    if get_origin(kind) is tuple and not is_dataclass(get_args(kind)[0]):
        item = get_args(kind)[0]

        def read_item(text: str) -> Any:
            try:
                found = (
                    from_json(kind, json.loads(text), today)
                    if text.startswith("[")
                    else (read_value(item, text, today),)
                )
            except (ValueError, TypeError, KeyError):
                raise argparse.ArgumentTypeError(_("“{text}” is not understood").format(text=text)) from None
            return found

        parser.add_argument(*names, type=read_item, action=_Extend, **options)
        return
    if isinstance(kind, type) and issubclass(kind, Enum):
        options["metavar"] = "|".join(str(member.value) for member in kind)
    parser.add_argument(*names, type=read, **options)


class _Extend(argparse.Action):
    """Gathers a key given several times into one tuple."""

    def __call__(
        self, parser: Any, namespace: argparse.Namespace, values: Any, option_string: str | None = None
    ) -> None:
        before = getattr(namespace, self.dest)
        setattr(namespace, self.dest, (() if before is MISSING else before) + values)


def _within_years(moment: datetime) -> datetime:
    """`moment` itself, by the office's clock and to the minute; ValueError outside the years days may lie in."""
    if moment.tzinfo is not None or not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError(moment)
    return moment.replace(second=0, microsecond=0)


def _not_too_large(number: int, name: str) -> int:
    """`number` itself; the key `year` takes the years that days may lie in."""
    least, most = (FIRST_YEAR, LAST_YEAR) if name == "year" else (-_MOST, _MOST)
    if not least <= number <= most:
        raise ValueError(number)
    return number


def _plain(kind: Any) -> tuple[Any, bool]:
    """The type without its None, and whether None is allowed."""
    if get_origin(kind) in (Union, types.UnionType):
        inner = [each for each in get_args(kind) if each is not type(None)]
        return inner[0], len(inner) < len(get_args(kind))
    if kind is Path:
        return Path, False
    return kind, False


def _needed(each: "Field[Any]") -> bool:
    return each.default is MISSING and each.default_factory is MISSING
