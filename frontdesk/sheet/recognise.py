"""Finding the header of a sheet, and which column means which field."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.sheet.columns import header_paths, is_below_header, may_be_header, same_merged_header
from frontdesk.sheet.fields import FieldSpec, Kind
from frontdesk.sheet.grid import Cell, Grid, Workbook, is_blank, row_label, row_number
from frontdesk.sheet.headers import phrase
from frontdesk.sheet.matching import Match, Paths, Said, callings, match_columns

_SEARCHED_ROWS: Final = 80
_TALLEST_HEADER: Final = 3
_SAMPLED_ROWS: Final = 30
_FEWEST_FIELDS: Final = 2
_SHARE_IN_USE: Final = 0.4
_WEIGHT_OF_NEEDED: Final = 1.5
_WEIGHT_OF_HIDDEN: Final = 0.5
_ALSO_A_TABLE: Final = 0.8


@dataclass(frozen=True, slots=True)
class Column:
    """A headed column: `index` counted from 0, `header` as people read it ("Trình độ / LLCT")."""

    index: int
    header: str


@dataclass(frozen=True, slots=True)
class Recognised:
    """Where the header of a sheet stands and what its columns mean.

    `header_rows` are counted from 0, `first_data_row` stands below them and their row of column numbers.
    `mapping` gives a field's columns: one, or several when a name stands in two. `unknown` columns have a header
    that nobody asked for; `missing` are needed fields without a column. `confidence` runs from 0 to 1. `more` are the
    other sheets of the book with a header nearly as good; `place` is this one's among them, from 0.
    """

    grid: Grid
    header_rows: range
    first_data_row: int
    fields: tuple[FieldSpec, ...]
    mapping: Mapping[str, tuple[Column, ...]]
    unknown: tuple[Column, ...]
    missing: tuple[FieldSpec, ...]
    confidence: float
    place: int = 0
    more: tuple["Recognised", ...] = ()

    @property
    def sheets(self) -> tuple["Recognised", ...]:
        """All sheets of the book that hold such a table, this one first."""
        return (self, *self.more)

    def notes(self) -> tuple[str, ...]:
        """A sentence for each unknown header and each further sheet, for the report of the import."""
        column_left_out = _("The column “{header}” was not recognised and was left out.")
        sheet_read = _("The sheet “{name}” was read as well; its rows are numbered {first}, …")
        unknown = dict.fromkeys(column.header for sheet in self.sheets for column in sheet.unknown)
        return (
            *(column_left_out.format(header=header) for header in unknown),
            *(
                sheet_read.format(name=sheet.grid.name, first=row_label(row_number(sheet.place, 0)))
                for sheet in self.more
            ),
        )


@dataclass(frozen=True, slots=True)
class _Header:
    """A place where the header may be, and how much its columns say of the fields."""

    grid: Grid
    rows: range
    paths: tuple[tuple[str, ...], ...]
    score: float


def _score(header: _Header) -> float:
    return header.score


def recognise(
    workbook: Workbook,
    fields: Sequence[FieldSpec],
    overrides: Mapping[str, str] | None = None,
    sheet: str | None = None,
) -> Recognised:
    """The best header of all sheets of `workbook` for `fields`; missing needed fields are listed, not refused.

    Sheets with a header like it, one for each area or month, follow as `more` in their order.
    `sheet` is the name of the only sheet to look at, None for all. `overrides` is what a person said:
    {"header text": "field name"}, or a field name of "" for "leave this out".
    Raises RuleBroken(``sheet.no_header``, ``sheet.unknown_header``, ``sheet.unknown_field``).
    """
    said = _comparable(overrides or {}, fields)
    grids = [grid for grid in workbook.grids if sheet in (None, grid.name)]
    headers = [best for grid in grids if (best := max(_headers(grid, fields, said), key=_score, default=None))]
    best = max(headers, key=_score, default=None)
    if best is None:
        example = ", ".join(f"“{spec.header}”" for spec in fields if spec.needed)
        message = _("No header was found in this sheet. It needs a row that names the columns, such as {headers}.")
        raise RuleBroken("sheet.no_header", message.format(headers=example))
    _check_said(said, overrides or {}, best.paths)
    found = _laid_out(best, fields, said)
    others = [
        each
        for header in headers
        if header is not best and not header.grid.hidden and header.score >= _ALSO_A_TABLE * best.score
        if not (each := _laid_out(header, fields, said)).missing
    ]
    return replace(found, more=tuple(replace(each, place=place) for place, each in enumerate(others, 1)))


def _laid_out(header: _Header, fields: Sequence[FieldSpec], said: Said) -> Recognised:
    """What the columns of a header mean, by their content as well."""
    first_data_row = header.rows.stop
    while is_below_header(header.grid, first_data_row):
        first_data_row += 1
    matches = match_columns(header.paths, fields, said, _sample(header.grid, first_data_row))
    return _recognised(header, first_data_row, fields, [_widened(match, header) for match in matches], said)


def require(recognised: Recognised) -> Recognised:
    """`recognised` itself; RuleBroken(``sheet.missing_header``) naming the headers it lacks, for ``--map``."""
    if not recognised.missing:
        return recognised
    wanted = ", ".join(f'“{spec.header}” (--map "…={spec.name}")' for spec in recognised.missing)
    unknown = ", ".join(f"“{column.header}”" for column in recognised.unknown)
    message = _("No column was found for {wanted}. Say which header means it; not recognised so far: {unknown}.")
    raise RuleBroken(
        "sheet.missing_header", message.format(wanted=wanted, unknown=unknown or "–"), recognised.missing[0].name
    )


def parse_overrides(pairs: Sequence[str]) -> dict[str, str]:
    """``["Header=field", …]`` of the command line as overrides; RuleBroken(``sheet.bad_map``) without a "="."""
    overrides = {}
    for pair in pairs:
        header, equals, field = pair.rpartition("=")
        if not equals or not header.strip():
            raise RuleBroken("sheet.bad_map", _('Write --map "Header=field", not “{pair}”.').format(pair=pair), "map")
        overrides[header.strip()] = field.strip()
    return overrides


def _comparable(overrides: Mapping[str, str], fields: Sequence[FieldSpec]) -> dict[str, str]:
    """`overrides` by comparable header; refused where no such field is."""
    names = [spec.name for spec in fields]
    for field in overrides.values():
        if field and field not in names:
            message = _("There is no field {field}. The fields are: {names}.")
            raise RuleBroken("sheet.unknown_field", message.format(field=field, names=", ".join(names)), "map")
    return {phrase(header).squeezed: field for header, field in overrides.items()}


def _check_said(said: Said, overrides: Mapping[str, str], paths: Paths) -> None:
    """Refuses an override whose header the sheet does not have."""
    here = {calling for path in paths for calling in callings(path)}
    for comparable, header in zip(said, overrides, strict=False):
        if comparable not in here:
            present = ", ".join(f"“{' / '.join(path)}”" for path in paths if path)
            message = _("The sheet has no header “{header}”. Its headers are: {present}.")
            raise RuleBroken("sheet.unknown_header", message.format(header=header, present=present), "map")


def _headers(grid: Grid, fields: Sequence[FieldSpec], said: Said) -> Iterator[_Header]:
    """The places of `grid` that could be the header."""
    vocabulary = {word for spec in fields for synonym in spec.synonyms for word in phrase(synonym).words}
    for top in range(min(_SEARCHED_ROWS, len(grid.rows))):
        for height in range(1, _TALLEST_HEADER + 1):
            if top + height > len(grid.rows) or not may_be_header(grid.rows[top + height - 1]):
                break
            paths = header_paths(grid, top, height)
            if not _speaks(paths, vocabulary, said):
                continue
            matches = match_columns(paths, fields, said, {})
            if len(matches) >= min(_FEWEST_FIELDS, len(fields)):
                score = sum(match.score * (_WEIGHT_OF_NEEDED if match.spec.needed else 1) for match in matches)
                yield _Header(grid, range(top, top + height), paths, score * (_WEIGHT_OF_HIDDEN if grid.hidden else 1))


def _speaks(paths: Paths, vocabulary: set[str], said: Said) -> bool:
    """Whether enough of `paths` use words of headers to be worth comparing: data rows are many, and do not."""
    headed = [path for path in paths if path]
    known = 0
    for path in headed:
        words = phrase(path[-1]).words
        in_use = bool(words) and 2 * sum(word in vocabulary for word in words) >= len(words)
        known += in_use or any(calling in said for calling in callings(path))
    return known >= max(min(_FEWEST_FIELDS, len(headed)), _SHARE_IN_USE * len(headed))


def _sample(grid: Grid, first_data_row: int) -> dict[int, list[Cell]]:
    """The filled cells of the first data rows, by column."""
    sample: dict[int, list[Cell]] = {}
    for row in grid.rows[first_data_row : first_data_row + _SAMPLED_ROWS]:
        for column, cell in enumerate(row):
            if not is_blank(cell):
                sample.setdefault(column, []).append(cell)
    return sample


def _widened(match: Match, header: _Header) -> Match:
    """`match` with the columns that its one merged header covers besides, where a name may stand in two cells."""
    columns = list(match.columns)
    while (
        match.spec.kind in (Kind.NAME, Kind.TEXT)
        and columns[-1] + 1 < len(header.paths)
        and header.paths[columns[-1] + 1] == header.paths[columns[-1]]
        and same_merged_header(header.grid, header.rows, columns[-1])
    ):
        columns.append(columns[-1] + 1)
    return replace(match, columns=tuple(columns))


def _recognised(
    header: _Header, first_data_row: int, fields: Sequence[FieldSpec], matches: Sequence[Match], said: Said
) -> Recognised:
    columns = [Column(index, " / ".join(path)) for index, path in enumerate(header.paths)]
    mapping = {match.spec.name: tuple(columns[index] for index in match.columns) for match in matches}
    laid = {index for match in matches for index in match.columns}
    left_out = {
        index for index, path in enumerate(header.paths) if any(said.get(calling) == "" for calling in callings(path))
    }
    needed = [spec for spec in fields if spec.needed]
    missing = tuple(
        spec for spec in needed if spec.name not in mapping and not any(other in mapping for other in spec.instead)
    )
    sure = sum(min(match.score, 1.0) for match in matches) / len(matches)
    return Recognised(
        grid=header.grid,
        header_rows=header.rows,
        first_data_row=first_data_row,
        fields=tuple(fields),
        mapping=mapping,
        unknown=tuple(column for column in columns if column.header and column.index not in laid | left_out),
        missing=missing,
        confidence=sure * (1 - len(missing) / len(needed) if needed else 1.0),
    )
