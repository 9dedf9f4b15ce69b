"""Báo cáo tổng hợp: what came over and in is what was settled and is open."""

from collections.abc import Mapping

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
    Signer,
    Table,
    Title,
)
from frontdesk.petitions.rules.statistics import UNNAMED, Rate, Statistics, Tally
from frontdesk.petitions.rules.words import CHANNEL_WORDS, KIND_WORDS
from frontdesk.vietnamese import format_percent, short_date

_FIGURE_MM = 19


def report(
    figures: Statistics, head: Letterhead, signer: Signer, office: str, period: str, upper: str, author: str
) -> Paper:
    """The report of a period: all its figures, the tables by kind, field, area and agency, and a drawing."""
    total = figures.total
    kinds = {KIND_WORDS[kind]: tally for kind, tally in figures.by_kind.items()}
    channels = [(CHANNEL_WORDS[channel], count) for channel, count in figures.by_channel.items() if count]
    blocks: tuple[Block, ...] = (
        head,
        Title("BÁO CÁO", f"Kết quả tiếp nhận, xử lý đơn thư, kiến nghị, phản ánh {period}"),
        Heading("I. TIẾP CÔNG DÂN"),
        Paragraph(f"{office} đã tiếp {figures.visits} lượt với {figures.visitors} người."),
        Heading("II. TIẾP NHẬN VÀ XỬ LÝ ĐƠN"),
        Paragraph(
            f"Kỳ trước chuyển sang {total.carried_over} đơn; tiếp nhận trong kỳ {total.received} đơn; tổng số phải "
            f"xử lý {total.handled} đơn. Đã xử lý {total.settled} đơn (trong đó quá hạn {total.settled_late} đơn); "
            f"đang xử lý {total.open} đơn (trong đó quá hạn {total.overdue} đơn, tính đến {short_date(figures.as_of)})."
        ),
        *(
            (Paragraph(f"Nguồn tiếp nhận: {'; '.join(f'{name} {count} đơn' for name, count in channels)}."),)
            if channels
            else ()
        ),
        Heading("1. Theo loại đơn", 2),
        _table("Loại đơn", kinds, total),
        *_chart(kinds),
        Heading("2. Theo lĩnh vực", 2),
        _table("Lĩnh vực", figures.by_field, total),
        Heading("3. Theo khu dân cư", 2),
        _table("Khu dân cư", figures.by_area, total),
        Heading("4. Theo cơ quan giải quyết", 2),
        _table("Cơ quan giải quyết", figures.by_agency, total),
        Heading("III. KẾT QUẢ GIẢI QUYẾT"),
        Paragraph(
            f"Trong số đơn tiếp nhận trong kỳ đã chuyển cơ quan có thẩm quyền hoặc thụ lý, số đơn có kết quả là "
            f"{_rate(figures.answered)}. Số người gửi hài lòng trên số người được hỏi là {_rate(figures.satisfied)}."
        ),
        *_rates(figures.answered_by_agency),
        Signatures((signer,), Recipients((upper, "Lưu: VT"))),
    )
    return Paper(f"Báo cáo đơn thư {period}", author, blocks)


def _table(name: str, groups: Mapping[str, Tally], total: Tally) -> Table:
    columns = (
        Column(name),
        *(
            Column(title, _FIGURE_MM, align=Align.RIGHT, group=group)
            for title, group in (
                ("Kỳ trước chuyển sang", ""),
                ("Tiếp nhận", ""),
                ("Tổng số", "Đã xử lý"),
                ("Quá hạn", "Đã xử lý"),
                ("Tổng số", "Đang xử lý"),
                ("Quá hạn", "Đang xử lý"),
            )
        ),
    )
    rows = tuple(Row((group or "(không ghi)", *_figures(tally))) for group, tally in groups.items())
    return Table(columns, rows, Row(("Cộng", *_figures(total)), bold=True), compact=True)


def _figures(tally: Tally) -> tuple[int, ...]:
    return (tally.carried_over, tally.received, tally.settled, tally.settled_late, tally.open, tally.overdue)


def _chart(kinds: Mapping[str, Tally]) -> tuple[Block, ...]:
    if not any(tally.handled for tally in kinds.values()):
        return ()
    settled = Series("Đã xử lý", tuple(tally.settled for tally in kinds.values()))
    open_ones = Series("Đang xử lý", tuple(tally.open for tally in kinds.values()))
    return (Chart(ChartKind.BARS, tuple(kinds), (settled, open_ones), unit="đơn", height_mm=60),)


def _rates(by_agency: Mapping[str, Rate]) -> tuple[Block, ...]:
    if not by_agency:
        return ()
    columns = (
        Column("Cơ quan giải quyết"),
        Column("Đã chuyển", 24, align=Align.RIGHT),
        Column("Có kết quả", 24, align=Align.RIGHT),
        Column("Tỷ lệ", 24, align=Align.RIGHT),
    )
    rows = tuple(
        Row((name or UNNAMED, rate.whole, rate.part, format_percent(rate.part, rate.whole, 1)))
        for name, rate in by_agency.items()
    )
    return (Table(columns, rows, compact=True),)


def _rate(rate: Rate) -> str:
    share = format_percent(rate.part, rate.whole, 1)
    return f"{rate.part}/{rate.whole}{f' ({share})' if share else ''}"
