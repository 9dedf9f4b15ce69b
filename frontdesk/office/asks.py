"""What lists, papers and sheets are asked for, the same in every slice."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class ListAsk:
    """Which rows of a list; None leaves a side open. `sensitive` shows masked columns, and is journalled.

    `area` and `body` narrow the lists of people and of bodies; no other list looks at them.
    """

    search: str | None = None
    since: date | None = None
    until: date | None = None
    status: str | None = None
    sensitive: bool = False
    area: str | None = None
    body: str | None = None


@dataclass(frozen=True)
class PaperKind:
    """A paper a slice can print. `asks` names the keys of PaperAsk it needs or takes."""

    name: str
    title: str
    formats: tuple[str, ...] = ("pdf", "docx")
    asks: tuple[str, ...] = ("number",)


@dataclass(frozen=True)
class PaperAsk:
    """What to print; each paper reads the keys it names. `sensitive` shows masked columns, and is journalled.

    `whom`: the group an invitation goes to, the person a notice goes to.
    """

    number: str | None = None
    since: date | None = None
    until: date | None = None
    fund: str | None = None
    account: str | None = None
    sensitive: bool = False
    whom: str | None = None


@dataclass(frozen=True)
class ImportAsk:
    """A sheet to read. `overrides` maps a header's text to a field; `dry_run` reports and writes nothing."""

    path: Path
    dry_run: bool = False
    overrides: Mapping[str, str] = field(default_factory=dict)
    fund: str | None = None
    account: str | None = None


@dataclass(frozen=True)
class SettingSpec:
    """A setting, declared once by the room that reads it. `source` names the law or habit behind the default."""

    name: str
    default: Any
    title: str
    source: str = ""
