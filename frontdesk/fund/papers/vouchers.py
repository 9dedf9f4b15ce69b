"""Phiếu thu, phiếu chi, phiếu chuyển, phiếu nhập and xuất of gifts in kind.

The seven contents of Luật Kế toán 88/2015, Điều 16, in the pattern of C40-BB and C41-BB; two copies a page.
"""

from typing import Final

from frontdesk.fund.papers.frame import Frame
from frontdesk.fund.rules.kinds import GIFT_KINDS, Status, VoucherKind
from frontdesk.fund.rules.rows import VoucherRow
from frontdesk.paper import (
    Align,
    Beside,
    Block,
    Column,
    FormLine,
    PageBreak,
    Paper,
    Paragraph,
    Row,
    Rule,
    Run,
    Space,
    Table,
    Together,
)
from frontdesk.vietnamese import format_vnd, in_words, law_date

TITLES: Final = {
    VoucherKind.RECEIPT: "PHIẾU THU",
    VoucherKind.PAYMENT: "PHIẾU CHI",
    VoucherKind.TRANSFER: "PHIẾU CHUYỂN TIỀN",
    VoucherKind.GIFT_IN: "PHIẾU TIẾP NHẬN HIỆN VẬT",
    VoucherKind.GIFT_OUT: "PHIẾU XUẤT HIỆN VẬT",
}
_WHO: Final = {
    VoucherKind.RECEIPT: ("Họ và tên người nộp tiền:", "NGƯỜI NỘP"),
    VoucherKind.PAYMENT: ("Họ và tên người nhận tiền:", "NGƯỜI NHẬN"),
    VoucherKind.TRANSFER: ("Người thực hiện:", "NGƯỜI THỰC HIỆN"),
    VoucherKind.GIFT_IN: ("Người ủng hộ:", "NGƯỜI GIAO"),
    VoucherKind.GIFT_OUT: ("Người nhận:", "NGƯỜI NHẬN"),
}
_ROOM_FOR_A_HAND_MM: Final = 11.0
_HALF_A_SHEET_MM: Final = 126.0
"""Two of them and the line between them stand between the margins of a sheet."""
_FEW_THINGS: Final = 8
_SMALL: Final = 11.0
_SHORT_NAME: Final = 30
_SHORT_ADDRESS: Final = 24
_GAP: Final = "\N{EM SPACE}\N{EM SPACE}"


def voucher_paper(row: VoucherRow, frame: Frame, copies: int) -> Paper:
    """A voucher in `copies`, two to a page: a long one is drawn smaller, one of many things has a page of its own."""
    is_alone = len(row.goods) > _FEW_THINGS
    blocks: list[Block] = []
    for copy in range(copies):
        if copy:
            blocks.append(PageBreak() if is_alone or copy % 2 == 0 else Rule(dashed=True))
        blocks.append(Together(tuple(_copy(row, frame)), None if is_alone else _HALF_A_SHEET_MM))
    title = f"{TITLES[row.kind].capitalize()} {row.number or row.draft}"
    return Paper(title, frame.author, tuple(blocks), page_numbers=False)


def _copy(row: VoucherRow, frame: Frame) -> list[Block]:
    who, signer = _WHO[row.kind]
    title = TITLES[row.kind] + (" (ghi số âm)" if row.reverses else "")
    draft = (Run("DỰ THẢO\n", bold=True),) if row.status is Status.DRAFT else ()
    day = law_date(row.day)
    heading = (Run(f"{title}\n", bold=True), *draft, Run(day[0].upper() + day[1:], italic=True))
    blocks: list[Block] = [
        Beside((_issuer(frame), _reference(row)), (1.5, 1)),
        Space(1.5),
        Paragraph(heading, Align.CENTER, first_line=False),
        *_party(who, row),
        FormLine("Nội dung:", row.text),
    ]
    if row.kind in GIFT_KINDS:
        blocks.append(_goods(row))
    else:
        blocks.append(FormLine("Số tiền:", format_vnd(row.amount_vnd, "đồng")))
        blocks.append(FormLine("(Viết bằng chữ):", in_words(row.amount_vnd)))
    papers: Block = FormLine("Kèm theo:", row.documents)
    if row.reverses:
        papers = Beside(((FormLine("Lý do hủy:", row.reason or ""),), (papers,)))
    elif row.kind in (VoucherKind.PAYMENT, VoucherKind.GIFT_OUT):
        papers = Beside(((FormLine("Căn cứ duyệt chi:", row.approval or ""),), (papers,)))
    return [*blocks, papers, *_signing(row, frame, signer)]


def _party(who: str, row: VoucherRow) -> tuple[Block, ...]:
    """Who gives or receives, side by side with the address where both are short."""
    name, address = FormLine(who, row.counterparty), FormLine("Địa chỉ:", row.address)
    if len(row.counterparty) > _SHORT_NAME or len(row.address) > _SHORT_ADDRESS:
        return name, address
    return (Beside(((name,), (address,)), (1.6, 1)),)


def _issuer(frame: Frame) -> tuple[Block, ...]:
    text = (
        Run(f"Đơn vị: {frame.unit[0]}\n"),
        Run(f"{frame.unit[1]}\n", bold=True),
        Run(f"Địa chỉ: {frame.address or frame.commune}\nMã QHNS: {frame.budget_code}"),
    )
    return (Paragraph(text, Align.LEFT, first_line=False, size_pt=_SMALL),)


def _reference(row: VoucherRow) -> tuple[Block, ...]:
    lines = [f"Số: {row.number or ''}{_GAP}Quyển số: ............"]
    if row.book_number:
        lines.append(f"Số trong sổ cũ: {row.book_number}")
    if row.debit and row.credit:
        lines += [f"Nợ: {row.debit[1]}", f"Có: {row.credit[1]}"]
    if row.exception:
        lines.append(f"Ngoại lệ kế toán kiêm thủ quỹ: {row.exception}")
    return (Paragraph("\n".join(lines), Align.LEFT, first_line=False, size_pt=_SMALL),)


def _goods(row: VoucherRow) -> Table:
    columns = (
        Column("STT", 11, align=Align.CENTER),
        Column("Tên hiện vật"),
        Column("ĐVT", 16, align=Align.CENTER),
        Column("Số lượng", 20, align=Align.RIGHT),
        Column("Đơn giá ước tính", 28, align=Align.RIGHT),
        Column("Giá trị ước tính", 30, align=Align.RIGHT),
        Column("Tình trạng", 26),
    )
    rows = tuple(
        Row((place, line.item, line.unit, line.quantity, line.unit_vnd or None, line.value_vnd or None, line.condition))
        for place, line in enumerate(row.goods, 1)
    )
    return Table(columns, rows, Row((None, "Cộng", None, None, None, row.amount_vnd or None, None)), compact=True)


def _signing(row: VoucherRow, frame: Frame, signer: str) -> list[Block]:
    hands = (
        (frame.head.lines[-1], frame.head.name),
        ("KẾ TOÁN", row.accountant or frame.accountant.name),
        ("NGƯỜI LẬP", row.prepared_by),
        (signer, ""),
        ("THỦ QUỸ", row.treasurer or frame.treasurer.name),
    )
    blocks: list[Block] = []
    if row.kind in (VoucherKind.RECEIPT, VoucherKind.PAYMENT):
        received = FormLine("Đã nhận đủ số tiền (bằng số, bằng chữ):", "")
        blocks.append(received)
    # Five hands side by side and in small letters, so that two copies fit one sheet.
    blocks.append(Beside(tuple(_hand(post, name) for post, name in hands)))
    return blocks


def _hand(post: str, name: str) -> tuple[Block, ...]:
    head = (Run(f"{post}\n", bold=True), Run("(ký, họ tên)", italic=True))
    return (
        Paragraph(head, Align.CENTER, first_line=False, size_pt=_SMALL),
        Space(_ROOM_FOR_A_HAND_MM),
        Paragraph(name, Align.CENTER, bold=True, first_line=False, size_pt=_SMALL),
    )
