"""From the rows of a sheet to what each says of a person."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import Any, Final

from frontdesk.messages import _
from frontdesk.roster.kinds import BodyKind, Sex
from frontdesk.roster.rules.bodies import body_kind, listed_kind
from frontdesk.roster.rules.identity import is_name
from frontdesk.roster.sheets.cells import are_titled, posts_of, without_title
from frontdesk.roster.sheets.fields import MASK, TEXT_FIELDS, UNKNOWN
from frontdesk.roster.sheets.places import (
    OF_AREAS,
    area_in_address,
    area_of_sheet,
    behind_post,
    group_of,
    mended_area,
)
from frontdesk.sheet import Cell, Ignored, Outcome, Recognised, Row, RowOutcome, is_blank, runs_on, values, walk
from frontdesk.vietnamese import fold

_MALE: Final = frozenset(("nam", "m", "male", "trai", "ong"))
_FEMALE: Final = frozenset(("nu", "f", "female", "gai", "ba"))
_LINES_OF_TITLES: Final = 12
_REMEMBERED: Final = 1 << 13


@dataclass(frozen=True, slots=True)
class PersonLine:
    """What a row says: `values` are the columns of a person it gives, `born` and `birth_year` among them.

    A key in `values` with None says "none" (religion "Không"). `blank_party`: its party column is blank, which is
    a no where nothing else is known. `body_kind` is what the sheet's title or the body's name says. `posts` are the
    posts that the words of `post` name.
    """

    row: int
    name: str
    values: Mapping[str, Any]
    number: str | None = None
    blank_party: bool = False
    area: str | None = None
    body: str | None = None
    body_kind: BodyKind | None = None
    post: str | None = None
    posts: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    decision_number: str | None = None
    decision_date: date | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetLines:
    """A whole sheet read: the people's rows, and what became of the others."""

    lines: tuple[PersonLine, ...]
    others: tuple[RowOutcome, ...]
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Reader:
    """Reads the rows of one sheet.

    `area`: the one its titles or its name speak of. `are_titled`: its names stand behind "Ông" and "Bà".
    `women_ticked`: its one column of sexes ticks the women.
    """

    fields: frozenset[str]
    today: date
    kind: BodyKind | None = None
    area: str | None = None
    are_titled: bool = False
    women_ticked: bool = False
    remarks: list[str] = field(default_factory=list)

    def line(self, row: Row, name: str) -> PersonLine:
        """What `row` says of `name`; ValueError, with the sentence to show, where a date in it is impossible."""
        cells = {field: cell for field, cell in row.cells.items() if cell != ""}
        self.remarks = []
        given: dict[str, Any] = {}
        if self.are_titled:
            name, sex = without_title(name)
            if sex is not None:
                given["sex"] = sex
        self._births(cells, given)
        self._texts(cells, given)
        self._phones(cells, given)
        blank_party = self._party(cells, given)
        group = group_of(row.group)
        body = _text(cells.get("body", "")) or group.body
        area = mended_area(_text(cells.get("area", ""))) or group.area or self.area
        kind = body_kind(body) if body else self.kind
        if area is None and (kind is None or kind in OF_AREAS):
            area = self._area_elsewhere(cells, kind)
        since, until = self._day(cells, "since"), self._day(cells, "until")
        if since and until and until < since:
            raise ValueError(_("The last day lies before the first."))
        return PersonLine(
            row=row.number,
            name=name,
            values=given,
            number=_text(cells.get("number", "")) or None,
            blank_party=blank_party,
            area=area,
            body=body,
            body_kind=kind,
            post=_said(cells.get("post", "")),
            posts=posts_of(cells.get("post", "")),
            since=since,
            until=until,
            decision_number=_said(cells.get("decision_number", "")),
            decision_date=self._day(cells, "decision_date"),
            remarks=tuple(self.remarks),
        )

    def _area_elsewhere(self, cells: dict[str, Cell], kind: BodyKind | None) -> str | None:
        """The area of a row that has none of its own: its workplace, behind its post, or where its owner lives.

        An address says it only of those who serve an area. A post gives up the area behind it.
        """
        post = _text(cells.get("post", ""))
        workplace = _text(cells.get("workplace", ""))
        if workplace and area_in_address(workplace) == workplace:
            return mended_area(workplace)
        if parted := behind_post(post):
            cells["post"] = parted[0]
            return mended_area(parted[1])
        if kind in OF_AREAS or body_kind(post) is BodyKind.WORKING_COMMITTEE:
            return mended_area(area_in_address(_text(cells.get("address", ""))) or "")
        return None

    def _day(self, cells: Mapping[str, Cell], name: str) -> date | None:
        return values.day(cells[name], self.today) if name in cells else None

    def _births(self, cells: Mapping[str, Cell], given: dict[str, Any]) -> None:
        """Birth and sex, wherever they stand: a date in the column "Nữ" gives both."""
        found = values.birth(cells["born"], self.today) if "born" in cells else None
        for name, sex in (("male", Sex.MALE), ("female", Sex.FEMALE)):
            cell = cells.get(name, "")
            if is_blank(cell) or _says_no(cell):
                continue
            if "sex" in given:
                raise ValueError(_("The row is filled in under both “Nam” and “Nữ”."))
            given["sex"] = sex
            if not _is_tick(cell):
                found = values.birth(cell, self.today) or found
        if self.women_ticked and "sex" not in given:
            given["sex"] = Sex.MALE
        if (written := _text(cells.get("sex", ""))) and "sex" not in given:
            word = fold(written)
            if word in _MALE or word in _FEMALE:
                given["sex"] = Sex.MALE if word in _MALE else Sex.FEMALE
            else:
                self.remarks.append(_("“{text}” is no sex and was left out.").format(text=written))
        if found is not None:
            given["birth_year"] = found.year
            if found.day is not None:
                given["born"] = found.day

    def _texts(self, cells: Mapping[str, Cell], given: dict[str, Any]) -> None:
        for name in TEXT_FIELDS:
            written = _said(cells.get(name, ""))
            if written is not None and written != MASK:
                given[name] = written
        religion = _text(cells.get("religion", ""))
        if religion and religion != MASK:
            given["religion"] = _said(religion)

    def _phones(self, cells: Mapping[str, Cell], given: dict[str, Any]) -> None:
        if "phone" not in cells:
            return
        try:
            numbers = values.phones(cells["phone"])
        except ValueError as wrong:
            self.remarks.append(str(wrong))
            return
        if numbers:
            given["phone"] = numbers[0]
            if numbers[1:]:
                given["other_phones"] = ", ".join(numbers[1:])

    def _party(self, cells: Mapping[str, Cell], given: dict[str, Any]) -> bool:
        """Takes what the party columns say; True where there is one and all of them are blank."""
        blank = False
        for name, said in (("party", True), ("party_since", True), ("non_party", False)):
            if name not in self.fields:
                continue
            cell = cells.get(name, "")
            written = _text(cell)
            if written in (MASK, UNKNOWN):
                return False
            if not written:
                blank = blank or said
                continue
            try:
                yes = values.yes(cell)
            except ValueError as unclear:
                self.remarks.append(str(unclear))
                continue
            if name == "non_party" and not yes:
                continue
            given["party"] = given.get("party", False) or yes is said
            if name == "party_since" and yes and not _is_tick(cell):
                given["party_since"] = values.birth(cell, self.today, youngest=0)
        since = given.pop("party_since", None)
        if since is not None and since.day is not None:
            given["party_since"] = since.day
        return blank and "party" not in given


def read_lines(recognised: Recognised, today: date) -> SheetLines:
    """Every row of a recognised book: people, rows that had to be rejected, and lines that are no data."""
    read = [_sheet_lines(sheet, today) for sheet in recognised.sheets]
    lines, others = (tuple(chain.from_iterable(column)) for column in zip(*read, strict=True))
    return SheetLines(lines, others, recognised.notes())


def _sheet_lines(recognised: Recognised, today: date) -> tuple[list[PersonLine], list[RowOutcome]]:
    """The lines of one sheet, and what became of its other rows."""
    reader = _Reader(frozenset(recognised.mapping), today, women_ticked=_women_ticked(recognised))
    lines: list[PersonLine] = []
    others: list[RowOutcome] = []
    titles: list[str] = []
    rows = list(walk(recognised))
    names = {row.number: values.name(row.cells.get("name", "")) for row in rows if isinstance(row, Row)}
    reader.are_titled = are_titled(names.values())
    above = [row.text for row in rows[: recognised.title_rows] if isinstance(row, Ignored)]
    reader.area = area_of_sheet(above, recognised.grid.name)
    for row in _with_areas(rows):
        if isinstance(row, Ignored):
            if not lines and len(titles) < _LINES_OF_TITLES:
                titles.append(row.text)
                reader.kind = listed_kind(titles)
            others.append(RowOutcome(Outcome.IGNORED, row.number, row.text, row.why))
            continue
        what = names[row.number]
        try:
            if not what:
                raise ValueError(_("The row names nobody."))
            if not is_name(what):
                raise ValueError(_("“{name}” is no name of a person.").format(name=what))
            lines.append(reader.line(row, what))
        except ValueError as wrong:
            others.append(RowOutcome(Outcome.REJECTED, row.number, what, str(wrong)))
    return lines, others


def _with_areas(rows: Sequence[Row | Ignored]) -> Iterator[Row | Ignored]:
    """The rows, a blank area filled in from the row above where the column runs on."""
    people = [row for row in rows if isinstance(row, Row)]
    if not runs_on([_text(row.cells.get("area", "")) for row in people]) or any(row.group for row in people):
        yield from rows
        return
    area: Cell = ""
    for row in rows:
        if not isinstance(row, Row):
            yield row
            continue
        area = area if is_blank(row.cells["area"]) else row.cells["area"]
        yield replace(row, cells={**row.cells, "area": area})


def _women_ticked(recognised: Recognised) -> bool:
    """Whether a column "Nữ" without a column "Nam" ticks the women, so that a blank in it says man."""
    if "female" not in recognised.mapping or "male" in recognised.mapping or "sex" in recognised.mapping:
        return False
    cells = [row.cells.get("female", "") for row in _rows(recognised)]
    filled = [cell for cell in cells if not is_blank(cell)]
    return bool(filled) and all(_is_tick(cell) or _says_no(cell) for cell in filled)


def _rows(recognised: Recognised) -> Iterable[Row]:
    return (row for row in walk(recognised) if isinstance(row, Row))


@lru_cache(maxsize=_REMEMBERED, typed=True)
def _is_tick(cell: Cell) -> bool:
    """Whether a cell says yes and nothing besides: no date, no year."""
    if not isinstance(cell, str | bool | int | float) or len(values.text(cell)) > 3:
        return fold(values.text(cell)) in _FEMALE | _MALE
    try:
        return values.yes(cell) or fold(values.text(cell)) in _FEMALE | _MALE
    except ValueError:
        return fold(values.text(cell)) in _FEMALE | _MALE


@lru_cache(maxsize=_REMEMBERED, typed=True)
def _says_no(cell: Cell) -> bool:
    return values.text(cell) in ("-", "–", "0") or fold(values.text(cell)) in ("khong", "ko", "k")


# The cells of a column repeat themselves: a few hundred areas, posts and levels stand in ten thousand rows.
_text = lru_cache(maxsize=_REMEMBERED, typed=True)(values.text)
_said = lru_cache(maxsize=_REMEMBERED, typed=True)(values.text_or_none)
