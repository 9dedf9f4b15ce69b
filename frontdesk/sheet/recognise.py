"""Finding the header of a sheet, and which column means which field."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.sheet.columns import header_paths, is_below_header, label, may_be_header, same_merged_header
from frontdesk.sheet.fields import FieldSpec, Kind
from frontdesk.sheet.grid import Cell, Grid, Workbook, is_blank
from frontdesk.sheet.headers import phrase
from frontdesk.sheet.lines import line_of
from frontdesk.sheet.matching import SAID_BY_A_PERSON, Match, Paths, Said, callings, match_columns
from frontdesk.sheet.recognised import Column, Recognised
from frontdesk.sheet.values import day_of

_SEARCHED_ROWS: Final = 80
_TALLEST_HEADER: Final = 3
_SAMPLED_ROWS: Final = 30
_FEWEST_FIELDS: Final = 2
_SHARE_IN_USE: Final = 0.4
_WEIGHT_OF_NEEDED: Final = 1.5
_WEIGHT_OF_HIDDEN: Final = 0.5
_ALSO_A_TABLE: Final = 0.8
_CELLS_OF_TITLE: Final = 2


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
    first, *under = _tables(best, fields, said)
    others = [
        tables
        for header in headers
        if header is not best and not header.grid.hidden and header.score >= _ALSO_A_TABLE * best.score
        if not (tables := _tables(header, fields, said))[0].missing
    ]
    further = (replace(each, place=place) for place, tables in enumerate(others, 1) for each in tables)
    return replace(first, more=(*under, *further))


def _tables(header: _Header, fields: Sequence[FieldSpec], said: Said) -> list[Recognised]:
    """The tables of the header's sheet in their order: mostly the one, else each under a header of its own.

    A header like the one before it is that of the next page, which `walk` passes over.
    """
    best = _laid_out(header, fields, said)
    if best.missing:
        return [best]
    rows = header.grid.rows
    names = {cell for each in _needed_columns(best) for index in header.rows if (cell := _at(rows[index], each.index))}
    found = {header.rows.start: (header, best)}
    for index, row in enumerate(rows):
        if names.isdisjoint(row) or index in header.rows:
            continue
        tops = range(max(0, index - _TALLEST_HEADER + 1), index + 1)
        other = max(_headers(header.grid, fields, said, tops), key=_score, default=None)
        if other and other.score >= _ALSO_A_TABLE * header.score and header.rows.start not in other.rows:
            laid = _laid_out(other, fields, said)
            if not laid.missing:
                found.setdefault(other.rows.start, (other, laid))
    return _parted([found[start] for start in sorted(found)])


def _parted(found: Sequence[tuple[_Header, Recognised]]) -> list[Recognised]:
    """Tables that stand under one another, each with its own rows of the sheet: from its titles to the next one's."""
    tables: list[Recognised] = []
    before: _Header | None = None
    for header, table in found:
        if before is None or _headed(header) != _headed(before):
            if tables:
                start = _titles_start(header, tables[-1].first_data_row)
                tables[-1] = replace(tables[-1], rows=range(tables[-1].rows.start, start))
                table = replace(table, rows=range(start, len(header.grid.rows)))
            tables.append(table)
            before = header
    return tables


def _headed(header: _Header) -> list[tuple[int, tuple[str, ...]]]:
    return [(index, path) for index, path in enumerate(header.paths) if path]


def _titles_start(header: _Header, least: int) -> int:
    """The first of the title lines above a header that stands under another table."""
    start = header.rows.start
    while start > least:
        cells = [cell for cell in header.grid.rows[start - 1] if not is_blank(cell)]
        if len(cells) > _CELLS_OF_TITLE or not all(isinstance(cell, str) and not line_of(cell) for cell in cells):
            break
        start -= 1
    return start


def _needed_columns(table: Recognised) -> Iterator[Column]:
    return (column for spec in table.fields if spec.needed for column in table.mapping.get(spec.name, ()))


def _at(row: Sequence[Cell], index: int) -> str:
    return cell if index < len(row) and isinstance(cell := row[index], str) else ""


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


def _headers(
    grid: Grid, fields: Sequence[FieldSpec], said: Said, tops: Iterable[int] = range(_SEARCHED_ROWS)
) -> Iterator[_Header]:
    """The places of `grid` that could be the header, whose first row is one of `tops`.

    Left out is what cannot say more than one before: rows of data, once the header was seen.
    """
    needed, sure = sum(spec.needed for spec in fields), SAID_BY_A_PERSON if said else 1.0
    most = 0.0
    vocabulary = {word for spec in fields for synonym in spec.synonyms for word in phrase(synonym).words}
    for top in tops:
        for height in range(1, _TALLEST_HEADER + 1):
            if top + height > len(grid.rows) or not may_be_header(grid.rows[top + height - 1]):
                break
            paths = header_paths(grid, top, height)
            headed = sum(map(bool, paths))
            if sure * (headed + (_WEIGHT_OF_NEEDED - 1) * min(needed, headed)) <= most:
                continue
            if not _speaks(paths, vocabulary, said):
                continue
            matches = match_columns(paths, fields, said, {})
            if len(matches) >= min(_FEWEST_FIELDS, len(fields)):
                score = sum(match.score * (_WEIGHT_OF_NEEDED if match.spec.needed else 1) for match in matches)
                most = max(most, score)
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
    titles = [label(cell) for row in header.grid.rows[: header.rows.start] for cell in row]
    missing = tuple(
        spec
        for spec in needed
        if spec.name not in mapping
        and not any(other in mapping for other in spec.instead)
        and not (spec.titled and day_of(titles))
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
        rows=range(len(header.grid.rows)),
    )
