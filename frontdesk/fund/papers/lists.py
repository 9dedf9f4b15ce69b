"""Papers signed at the table: biên bản kiểm kê quỹ, danh sách ký nhận."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from frontdesk.fund.papers.frame import Frame, quoted, spelled
from frontdesk.fund.rules.closings import CashCountRow
from frontdesk.fund.rules.kinds import Category
from frontdesk.fund.rules.works import DistributionRow
from frontdesk.paper import (
    Align,
    Beside,
    Block,
    Column,
    FormLine,
    Letterhead,
    Orientation,
    Paper,
    Paragraph,
    Row,
    Signatures,
    Signer,
    Table,
    Title,
    Together,
)
from frontdesk.vietnamese import format_vnd, law_date, masked_id

CATEGORY_WORDS: Final = {
    Category.POOR: "Hộ nghèo",
    Category.NEAR_POOR: "Hộ cận nghèo",
    Category.HARDSHIP: "Khó khăn",
}
_COUNT: Final = (
    Column("STT", 14, align=Align.CENTER),
    Column("Mệnh giá (đồng)", align=Align.RIGHT),
    Column("Số lượng (tờ, đồng xu)", align=Align.RIGHT),
    Column("Thành tiền (đồng)", align=Align.RIGHT),
)
_SIGNED: Final = (
    Column("STT", 10, align=Align.CENTER),
    Column("Họ và tên", 34),
    Column("Số căn cước", 26, align=Align.CENTER),
    Column("Nội dung hỗ trợ"),
    Column("Xã/phường", 24),
    Column("Khối/xóm", 22),
    Column("Đối tượng", 19),
    Column("Loại hình", 18),
    Column("Nguồn", 20),
    Column("Số tiền (đồng)", 22, align=Align.RIGHT),
    Column("Ký nhận (ký, điểm chỉ)", 25),
)
_NO_DAY: Final = "ngày      tháng      năm      "
_ROW_FOR_A_HAND_MM: Final = 10.0
_SHEET_MM: Final = 256.0
"""What stands between the margins of one sheet: three hands sign beside the notes they counted."""
_WIDE_SHEET_MM: Final = 168.0
_SHORT_LIST: Final = 5
"""So many names are signed on the sheet they stand on, words and all drawn a little smaller."""


def cash_count_paper(
    row: CashCountRow | None, fund: str, denominations: Sequence[int], book_vnd: int, day: date, frame: Frame
) -> Paper:
    """Biên bản kiểm kê quỹ (C34-HD): the till by denominations, the book, the difference and its reason.

    `row` None prints the form to count by, with nothing counted.
    """
    pieces = {notes.denomination_vnd: notes.pieces for notes in row.notes} if row else {}
    rows = tuple(
        Row((place, value, pieces.get(value), value * pieces[value] if value in pieces else None))
        for place, value in enumerate(denominations, 1)
    )
    counted = row.counted_vnd if row else None
    difference = row.difference_vnd if row else None
    blocks: tuple[Block, ...] = (
        Letterhead(frame.unit, f"Số: {row.number if row else ''}", frame.place_date(day if row else None)),
        Title("BIÊN BẢN KIỂM KÊ QUỸ TIỀN MẶT", quoted(fund)),
        Paragraph(f"Hôm nay, {law_date(day) if row else _NO_DAY}, chúng tôi kiểm kê quỹ, gồm:"),
        _side_by_side("- Trưởng Ban Vận động:", frame.head.name, "- Kế toán:", frame.accountant.name),
        _side_by_side("- Người chứng kiến:", row.witnesses if row else "", "- Thủ quỹ:", frame.treasurer.name),
        Table(_COUNT, rows, Row((None, "Cộng", None, counted)), compact=True),
        FormLine("I. Số dư theo sổ quỹ:", format_vnd(book_vnd, "đồng")),
        FormLine("II. Số kiểm kê thực tế, bằng số và bằng chữ:", _in_both(counted)),
        _side_by_side(
            "III. Chênh lệch (II - I):", _difference(difference), "Lý do:", (row.reason or "") if row else ""
        ),
        FormLine("Kết luận sau khi kiểm kê quỹ:"),
        Signatures((frame.treasurer, frame.accountant, frame.head)),
    )  # fmt: skip
    return Paper("Biên bản kiểm kê quỹ", frame.author, (Together(blocks, _SHEET_MM),))


def distribution_paper(row: DistributionRow, frame: Frame) -> Paper:
    """Danh sách ký nhận in 11 columns, landscape; citizen numbers stand masked."""
    rows = tuple(
        Row(
            (
                place,
                share.head,
                masked_id(share.citizen_id) or None,
                row.text,
                frame.commune,
                share.area,
                CATEGORY_WORDS[share.category] if share.category else None,
                f"{share.quantity} {row.unit} {row.item}" if row.item else "Tiền mặt",
                row.fund,
                share.amount_vnd or None,
                None,
            )
        )
        for place, share in enumerate(row.kept, 1)
    )
    total = row.total_vnd
    blocks: list[Block] = [
        Letterhead(frame.unit, f"Số: {row.number}", frame.place_date(row.day)),
        Title("DANH SÁCH KÝ NHẬN", row.text),
    ]
    if row.approval:
        blocks.append(Paragraph(f"(Theo {row.approval})", Align.CENTER, italic=True, first_line=False))
    blocks.append(
        Table(
            _SIGNED,
            rows,
            Row((None, "Tổng cộng", *(None,) * 7, total or None, None)),
            column_numbers=True,
            compact=True,
            row_height_mm=_ROW_FOR_A_HAND_MM,
        )
    )
    if total:
        blocks.append(Paragraph(f"Tổng số tiền bằng chữ: {spelled(total)}.", first_line=False, italic=True))
    blocks.append(Paragraph(f"Danh sách này có {len(row.kept)} hộ.", first_line=False))
    chair = Signer(("TM. BAN VẬN ĐỘNG", "TRƯỞNG BAN"), frame.head.name, "(ký, đóng dấu)")
    blocks.append(Signatures((frame.preparer, frame.treasurer, chair)))
    title = f"Danh sách ký nhận {row.number}"
    whole = (Together(tuple(blocks), _WIDE_SHEET_MM),) if len(rows) <= _SHORT_LIST else tuple(blocks)
    return Paper(title, frame.author, whole, orientation=Orientation.LANDSCAPE)


def _side_by_side(left: str, left_value: str, right: str, right_value: str) -> Beside:
    return Beside(((FormLine(left, left_value),), (FormLine(right, right_value),)), (1.6, 1))


def _in_both(amount: int | None) -> str:
    return "" if amount is None else f"{format_vnd(amount, 'đồng')} ({spelled(amount)})"


def _difference(difference: int | None) -> str:
    if difference is None:
        return ""
    word = "thừa" if difference > 0 else "thiếu"
    return f"{word} {format_vnd(abs(difference), 'đồng')}" if difference else "không"
