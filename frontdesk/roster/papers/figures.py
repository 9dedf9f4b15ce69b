"""Composition and changes."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Final

from frontdesk.paper import (
    Align,
    Beside,
    Block,
    Chart,
    ChartKind,
    Column,
    GroupRow,
    Heading,
    Paper,
    Paragraph,
    Row,
    Series,
    Space,
    Table,
    Title,
)
from frontdesk.roster.papers.common import Head, Whose, signed
from frontdesk.roster.rules.changes import Change, ChangeRow
from frontdesk.roster.rules.composition import GROUPS, UNKNOWN, Composition
from frontdesk.vietnamese import format_decimal, short_date

_CHARTED: Final = (("sex", "female"), ("party", "outside"), ("people", "minority"), ("religion", "some"))
_SHORT_WORDS: Final = {"sex": "Nữ", "party": "Ngoài Đảng", "people": "DTTS", "religion": "Tôn giáo"}
_CHART_HEIGHT_MM: Final = 55
_NO_POST: Final = "thành viên"
_HEADINGS: Final = {
    Change.JOINED: "Tham gia mới",
    Change.LEFT: "Thôi tham gia",
    Change.MOVED: "Thay đổi chức vụ",
}


def composition_paper(head: Head, whose: Whose, figures: Composition) -> Paper:
    """Cơ cấu: every answer with its count and percentage, then two drawings of the same figures."""
    blocks: list[Block] = [
        head.letterhead,
        Title("THỐNG KÊ CƠ CẤU", whose.subject),
        Paragraph(f"Tổng số: {figures.total} người.{_ages(figures)}"),
    ]
    if figures.total:
        blocks += [_table(figures), *_charts(figures)]
    return Paper(f"Thống kê cơ cấu {whose.title}", head.author, (*blocks, signed(head)))


def changes_paper(head: Head, title: str, since: date, until: date, rows: Sequence[ChangeRow]) -> Paper:
    """Danh sách thay đổi: who came, who left, whose post changed."""
    period = f"từ ngày {short_date(since)} đến ngày {short_date(until)}"
    blocks: list[Block] = [head.letterhead, Title("DANH SÁCH THAY ĐỔI", f"{title}\n({period})")]
    if not rows:
        blocks.append(Paragraph("Không có thay đổi trong thời gian này.", italic=True))
    for change, heading in _HEADINGS.items():
        chosen = [row for row in rows if row.change is change]
        if chosen:
            blocks += [Heading(f"{heading}: {len(chosen)} người"), _changes_table(change, chosen)]
    return Paper(f"Danh sách thay đổi {title}", head.author, (*blocks, signed(head)))


def _table(figures: Composition) -> Table:
    rows: list[Row | GroupRow] = []
    for group, (_title, word) in GROUPS.items():
        lines = [line for line in figures.of(group) if line.count or line.key != UNKNOWN]
        if all(line.count == 0 or line.key == UNKNOWN for line in lines) and group in ("seat", "bloc", "theory"):
            continue
        rows.append(GroupRow(word))
        rows += [Row((line.word, line.count, f"{format_decimal(line.percent, 2)}%")) for line in lines]
    columns = (
        Column("Tiêu chí"),
        Column("Số người", 28, align=Align.RIGHT),
        Column("Tỷ lệ", 30, align=Align.RIGHT),
    )
    return Table(columns, tuple(rows))


def _charts(figures: Composition) -> list[Block]:
    shares = [next(line for line in figures.of(group) if line.key == key) for group, key in _CHARTED]
    ages = [line for line in figures.of("age") if line.key != UNKNOWN]
    left = Chart(
        ChartKind.BARS,
        tuple(_SHORT_WORDS[line.group] for line in shares),
        (Series("Tỷ lệ", tuple(line.percent for line in shares)),),
        title="Tỷ lệ trong tổng số",
        unit="%",
        height_mm=_CHART_HEIGHT_MM,
    )
    right = Chart(
        ChartKind.BARS,
        tuple(_bounds(line.bounds) for line in ages),
        (Series("Số người", tuple(line.count for line in ages)),),
        title="Độ tuổi",
        unit="người",
        height_mm=_CHART_HEIGHT_MM,
    )
    return [Space(4), Beside(((left,), (right,)))]


def _bounds(bounds: tuple[int | None, int | None]) -> str:
    lower, upper = bounds
    if lower is None:
        return f"đến {upper}"
    return f"từ {lower}" if upper is None else f"{lower}-{upper}"


def _ages(figures: Composition) -> str:
    if figures.average_age is None:
        return ""
    average = format_decimal(figures.average_age, 1)
    return f" Trẻ nhất: {figures.youngest} tuổi; cao nhất: {figures.oldest} tuổi; bình quân: {average} tuổi."


def _changes_table(change: Change, rows: Sequence[ChangeRow]) -> Table:
    day = {Change.JOINED: "Từ ngày", Change.LEFT: "Đến ngày", Change.MOVED: "Từ ngày"}[change]
    columns = (
        Column("STT", 11, align=Align.CENTER),
        Column("Họ và tên", 45),
        Column("Chức vụ"),
        Column(day, 25, align=Align.CENTER),
        Column("Quyết định, lý do", 45),
    )
    lines: list[Row | GroupRow] = []
    place = 0
    for body, group in groupby(rows, key=lambda row: row.body):
        lines.append(GroupRow(body))
        for row in group:
            place += 1
            lines.append(Row((place, row.person.name, _posts(row), row.day, _why(row))))
    return Table(columns, tuple(lines))


def _posts(row: ChangeRow) -> str:
    if row.change is Change.MOVED:
        return f"{row.after or _NO_POST} (trước là {row.before or _NO_POST})"
    return row.after or row.before or _NO_POST


def _why(row: ChangeRow) -> str:
    return "; ".join(filter(None, (row.why, row.decision)))
