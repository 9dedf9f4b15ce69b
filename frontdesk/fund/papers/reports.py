"""Bảng công khai for the notice board and báo cáo thu chi, both from the same figures as the books."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from frontdesk.fund.papers.frame import Frame, fingerprint_footer, quoted, spelled
from frontdesk.fund.rules.reports import FundReport, GiftLine, Sum
from frontdesk.paper import (
    Align,
    Block,
    Chart,
    ChartKind,
    Column,
    Heading,
    Letterhead,
    Paper,
    Paragraph,
    Recipients,
    Row,
    Series,
    Signatures,
    Table,
    Title,
)
from frontdesk.vietnamese import Period, format_percent, format_vnd

_SUMS: Final = (
    Column("STT", 12, align=Align.CENTER),
    Column("Nội dung"),
    Column("Số chứng từ", 24, align=Align.RIGHT),
    Column("Số tiền (đồng)", 36, align=Align.RIGHT),
    Column("Tỷ lệ", 22, align=Align.RIGHT),
)
_GIFTS: Final = (
    Column("STT", 12, align=Align.CENTER),
    Column("Ngày", 24, align=Align.CENTER),
    Column("Người ủng hộ", 52),
    Column("Nội dung"),
    Column("Số tiền (đồng)", 32, align=Align.RIGHT),
)


def disclosure_paper(report: FundReport, gifts: Sequence[GiftLine], period: Period, frame: Frame) -> Paper:
    """Bảng công khai: donors as they consented, what was spent on what, and what is left."""
    blocks: tuple[Block, ...] = (
        Letterhead(frame.unit, "", frame.place_date(report.until)),
        Title("CÔNG KHAI", f"Kết quả tiếp nhận và sử dụng {quoted(report.fund)}\n{period.name}"),
        *_balance_lines(report),
        Heading("I. DANH SÁCH ỦNG HỘ", 2),
        _gifts(gifts, report.received_vnd),
        Heading("II. SỬ DỤNG", 2),
        _sums(report.purposes, report.paid_vnd),
        *_goods(report),
        Paragraph(f"Số dư cuối kỳ bằng chữ: {spelled(report.closing_vnd)}.", italic=True),
        Signatures((frame.accountant, frame.head)),
        fingerprint_footer(report.fingerprint),
    )
    return Paper(f"Công khai {quoted(report.fund)}", frame.author, blocks)


def report_paper(
    report: FundReport,
    months: Sequence[tuple[int, int, int]],
    period: Period,
    letterhead: Letterhead,
    frame: Frame,
) -> Paper:
    """Báo cáo thu chi of a quarter, a year or any days, with the movement by month."""
    blocks: list[Block] = [
        letterhead,
        Title("BÁO CÁO", f"Kết quả thu, chi {quoted(report.fund)} {period.name}"),
        *_balance_lines(report),
        Heading("I. KẾT QUẢ THU", 2),
        _sums(report.sources, report.received_vnd),
        Heading("II. KẾT QUẢ CHI", 2),
        _sums(report.purposes, report.paid_vnd),
        *_goods(report),
    ]
    moved = [each for each in months if each[1] or each[2]]
    if moved:
        names = tuple(f"T{month}" for month, _came, _went in moved)
        series = (
            Series("Thu", tuple(came for _month, came, _went in moved)),
            Series("Chi", tuple(went for _month, _came, went in moved)),
        )
        blocks.append(Chart(ChartKind.BARS, names, series, "Thu, chi theo tháng", "đồng", 60))
    blocks += [
        Paragraph(f"Tồn quỹ cuối kỳ bằng chữ: {spelled(report.closing_vnd)}.", italic=True),
        Signatures((frame.head,), Recipients(("Ban Thường trực Ủy ban MTTQ tỉnh", "Đảng ủy", "Lưu: VT, BVĐ"))),
        fingerprint_footer(report.fingerprint),
    ]
    return Paper(f"Báo cáo thu chi {quoted(report.fund)}", frame.author, tuple(blocks))


def _gifts(gifts: Sequence[GiftLine], received_vnd: int) -> Table:
    """Who gave what; without the column of donors where a book names them in its texts only."""
    named = any(gift.donor for gift in gifts)

    def cells(place: int | None, day: date | None, donor: str | None, text: str | None, amount_vnd: int) -> Row:
        return Row((place, day, donor, text, amount_vnd) if named else (place, day, text, amount_vnd))

    columns = _GIFTS if named else (*_GIFTS[:2], *_GIFTS[3:])
    rows = tuple(cells(place, gift.day, gift.donor, gift.text, gift.amount_vnd) for place, gift in enumerate(gifts, 1))
    total = cells(None, None, "Cộng", None if named else "Cộng", received_vnd)
    return Table(columns, rows, total, compact=True)


def _balance_lines(report: FundReport) -> tuple[Block, ...]:
    columns = (Column("Chỉ tiêu"), Column("Số tiền (đồng)", 45, align=Align.RIGHT))
    rows = (
        Row(("1. Số dư đầu kỳ", report.opening_vnd)),
        Row(("2. Thu trong kỳ", report.received_vnd)),
        Row(("3. Chi trong kỳ", report.paid_vnd)),
        Row(("4. Số dư cuối kỳ (1 + 2 - 3)", report.closing_vnd), bold=True),
        Row(("    Trong đó: tiền mặt", report.cash_vnd)),
        Row(("    Trong đó: tiền gửi", report.bank_vnd)),
        Row(("    Trong số dư, tiền có địa chỉ, mục đích của người ủng hộ", report.held_vnd), italic=True),
    )
    return (Table(columns, rows),)


def _sums(sums: Sequence[Sum], total: int) -> Table:
    rows = tuple(
        Row((place, each.name, each.count, each.amount_vnd, format_percent(each.amount_vnd, total)))
        for place, each in enumerate(sums, 1)
    )
    count = sum(each.count for each in sums)
    return Table(_SUMS, rows, Row((None, "Cộng", count, total, None)), compact=True)


def _goods(report: FundReport) -> tuple[Block, ...]:
    if not (report.goods_in_vnd or report.goods_out_vnd):
        return ()
    text = (
        f"Hiện vật (giá trị ước tính, không tính vào tiền): tiếp nhận {format_vnd(report.goods_in_vnd, 'đồng')}, "
        f"đã trao {format_vnd(report.goods_out_vnd, 'đồng')}."
    )
    return (Paragraph(text),)
