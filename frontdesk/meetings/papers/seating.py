"""Sơ đồ chỗ ngồi: the hall seen from above, then who sits where as a list."""

from collections.abc import Iterable, Iterator, Sequence
from math import ceil
from typing import Final

from frontdesk.meetings.papers.parts import Issuer, when_and_where
from frontdesk.meetings.rules.arranging import Hall, hall, seat_key
from frontdesk.meetings.rules.rows import DelegateRow, MeetingRow, Officer
from frontdesk.paper import (
    Align,
    Beside,
    Block,
    Column,
    GroupRow,
    Heading,
    Orientation,
    PageBreak,
    Paper,
    Paragraph,
    Row,
    Run,
    Section,
    Space,
    Table,
    Title,
)
from frontdesk.vietnamese import nfc

_ROW_MM: Final = 10.0
_SEAT_MM: Final = 12.0
_MOST_ACROSS: Final = 16
"""More seats beside each other leave no room for "Nguyễn" in letters one can read: the plan goes on in another part."""
_LETTERS_PT: Final = ((5, 12.0), (12, 10.0), (_MOST_ACROSS, 8.5))
"""Up to so many seats beside each other, letters of this size."""
_MOST_UPRIGHT: Final = 8
"""So many seats beside each other are read on an upright sheet, which holds more rows."""


def seating(row: MeetingRow, issuer: Issuer) -> Paper:
    """The plan of the hall, one for each site, and then the list: chair and secretary, and the delegates by seat.

    Without a seat of letters and a number there is only the list. Chair and secretary sit at their table: among the
    delegates they stand only with a seat of their own.
    """
    sites = _by_site(delegate for delegate in row.delegates if delegate.seat or not _is_officer(row, delegate))
    plans = [(site, plan) for site, delegates in sites if (plan := hall(delegates)) is not None]
    if not plans:
        blocks = (issuer.letterhead, Title("DANH SÁCH CHỖ NGỒI", row.title), when_and_where(row), _list(row, sites))
        return Paper(f"Danh sách chỗ ngồi {row.title}", issuer.author, blocks)
    drawn: list[Block] = [issuer.letterhead, Title("SƠ ĐỒ CHỖ NGỒI", row.title), when_and_where(row)]
    for number, (site, plan) in enumerate(plans):
        drawn += [PageBreak()] if number else []
        drawn += [Heading(site, align=Align.CENTER)] if len(sites) > 1 and site else []
        drawn += _plan(plan, None if number else row)
    listed = (Section(Orientation.PORTRAIT), Heading("DANH SÁCH CHỖ NGỒI", align=Align.CENTER), _list(row, sites))
    upright = all(len(plan.columns) <= _MOST_UPRIGHT for _site, plan in plans)
    lies = Orientation.PORTRAIT if upright else Orientation.LANDSCAPE
    return Paper(f"Sơ đồ chỗ ngồi {row.title}", issuer.author, (*drawn, *listed), orientation=lies)


def _plan(plan: Hall, row: MeetingRow | None) -> Iterator[Block]:
    """The rows from the front; `row` tells who sits at the chair's table, None where there is none."""
    parts = ceil(len(plan.columns) / _MOST_ACROSS)
    across = ceil(len(plan.columns) / parts)
    for part in range(parts):
        here = slice(part * across, (part + 1) * across)
        columns = plan.columns[here]
        if part:
            yield PageBreak()
        yield _front(row)
        if parts > 1:
            words = f"Ghế số {columns[0]} đến {columns[-1]} (phần {part + 1}/{parts})"
            yield Paragraph(words, align=Align.CENTER, italic=True, first_line=False, keep_with_next=True)
        yield Space(2)
        yield Table(
            (Column("", _ROW_MM, align=Align.CENTER), *(Column(str(each), align=Align.CENTER) for each in columns)),
            tuple(Row(((Run(each.letters, bold=True),), *each.names[here])) for each in plan.rows),
            row_height_mm=_SEAT_MM,
            size_pt=next(size for most, size in _LETTERS_PT if across <= most),
        )


def _front(row: MeetingRow | None) -> Block:
    """What the delegates look at, in the middle above the first row."""
    officers = [("Chủ tọa", row.chair), ("Thư ký", row.secretary)] if row is not None else []
    sitting = [(place, officer) for place, officer in officers if officer is not None]
    if not sitting:
        return Paragraph("PHÍA TRƯỚC HỘI TRƯỜNG", align=Align.CENTER, bold=True, first_line=False, keep_with_next=True)
    columns = tuple(Column(place, align=Align.CENTER, group="BÀN CHỦ TỌA") for place, _officer in sitting)
    table = Table(columns, (Row(tuple(officer.name for _place, officer in sitting)),), compact=True)
    return Beside(((), (table,), ()), (1, 1.2, 1))


def _list(row: MeetingRow, sites: Sequence[tuple[str, Sequence[DelegateRow]]]) -> Table:
    """The chair, then the delegates by seat as recorded; who has none stands last."""
    officers = [("Chủ tọa", row.chair), ("Thư ký", row.secretary)]
    rows: list[Row | GroupRow] = [
        Row((place, officer.name, officer.position or "")) for place, officer in officers if officer is not None
    ]
    for site, delegates in sites:
        rows += [GroupRow(site)] if len(sites) > 1 and site else []
        seated = sorted((each for each in delegates if each.seat), key=lambda each: seat_key(each.seat or ""))
        rest = (each for each in delegates if not each.seat)
        rows += [Row((each.seat or "", each.name, each.post)) for each in (*seated, *rest)]
    columns = (Column("Chỗ ngồi", 30, align=Align.CENTER), Column("Họ và tên"), Column("Chức vụ, đơn vị", weight=1.2))
    return Table(columns, tuple(rows))


def _is_officer(row: MeetingRow, delegate: DelegateRow) -> bool:
    """Whether a delegate is the chair or the secretary: of the same name, and not of another post."""
    officers = (officer for officer in (row.chair, row.secretary) if officer is not None)
    return any(_key(officer.name) == _key(delegate.name) and _may_be_one(officer, delegate) for officer in officers)


def _may_be_one(officer: Officer, delegate: DelegateRow) -> bool:
    """Whether nothing recorded of the two posts tells their holders apart; the end of one is often left out."""
    one, other = _key(officer.position or ""), _key(delegate.position or "")
    return one.startswith(other) or other.startswith(one)


def _key(words: str) -> str:
    return nfc(words, one_line=True).casefold()


def _by_site(delegates: Iterable[DelegateRow]) -> list[tuple[str, list[DelegateRow]]]:
    found: dict[str, list[DelegateRow]] = {}
    for each in delegates:
        found.setdefault(each.site or "", []).append(each)
    return list(found.items())
