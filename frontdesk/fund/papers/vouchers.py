"""Phiếu thu, phiếu chi, phiếu chuyển, phiếu nhập and xuất of gifts in kind.

The seven contents of Luật Kế toán 88/2015, Điều 16, in the pattern of C40-BB and C41-BB; two copies a page.
"""

from typing import Final

from frontdesk.fund.papers.frame import Frame
from frontdesk.fund.rules.kinds import Status, VoucherKind
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
    Signatures,
    Signer,
    Table,
    Title,
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
_NOTE: Final = "(ký, họ tên)"
_SMALL: Final = 11.0


def voucher_paper(row: VoucherRow, frame: Frame, copies: int) -> Paper:
    """A voucher in `copies`, two to a page where they are short enough."""
    blocks: list[Block] = []
    for copy in range(copies):
        if copy:
            blocks.append(PageBreak() if row.goods or copy % 2 == 0 else Rule(dashed=True))
        blocks.append(Together(tuple(_copy(row, frame))))
    title = f"{TITLES[row.kind].capitalize()} {row.number or row.draft}"
    return Paper(title, frame.author, tuple(blocks), page_numbers=False)


def _copy(row: VoucherRow, frame: Frame) -> list[Block]:
    who, signer = _WHO[row.kind]
    title = TITLES[row.kind] + (" (ghi số âm)" if row.reverses else "")
    blocks: list[Block] = [
        Beside((_issuer(frame), _reference(row)), (1.5, 1)),
        Title(title, rule=False),
    ]
    if row.status is Status.DRAFT:
        blocks.append(Paragraph("DỰ THẢO", Align.CENTER, bold=True, first_line=False))
    blocks += [
        Paragraph(law_date(row.day)[0].upper() + law_date(row.day)[1:], Align.CENTER, italic=True, first_line=False),
        FormLine(who, row.counterparty),
        FormLine("Địa chỉ:", row.address),
        FormLine("Nội dung:", row.text),
    ]
    if row.reverses:
        blocks.append(FormLine("Hủy phiếu số:", f"{row.reverses}. Lý do: {row.reason}"))
    if row.approval:
        blocks.append(FormLine("Căn cứ duyệt chi:", row.approval))
    if row.goods or row.kind in (VoucherKind.GIFT_IN, VoucherKind.GIFT_OUT):
        blocks.append(_goods(row))
    else:
        blocks.append(FormLine("Số tiền:", format_vnd(row.amount_vnd, "đồng")))
        blocks.append(FormLine("(Viết bằng chữ):", in_words(row.amount_vnd)))
    blocks.append(FormLine("Kèm theo:", row.documents))
    blocks += _signing(row, frame, signer)
    return blocks


def _issuer(frame: Frame) -> tuple[Block, ...]:
    lines = (
        f"Đơn vị: {frame.unit[0]}",
        frame.unit[1],
        f"Địa chỉ: {frame.address or frame.commune}",
        f"Mã QHNS: {frame.budget_code}",
    )
    return tuple(_small(line, bold=place == 1) for place, line in enumerate(lines))


def _reference(row: VoucherRow) -> tuple[Block, ...]:
    lines = [f"Số: {row.number or ''}", "Quyển số:"]
    if row.book_number:
        lines.append(f"Số trong sổ cũ: {row.book_number}")
    if row.debit and row.credit:
        lines += [f"Nợ: {row.debit[1]}", f"Có: {row.credit[1]}"]
    return tuple(_small(line) for line in lines)


def _small(text: str, *, bold: bool = False) -> Paragraph:
    return Paragraph(text, Align.LEFT, bold=bold, first_line=False, size_pt=_SMALL)


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
    head = Signer(frame.head.lines[-1:], frame.head.name, _NOTE)
    accountant = Signer(("KẾ TOÁN",), row.accountant or frame.accountant.name, _NOTE)
    preparer = Signer(("NGƯỜI LẬP",), row.prepared_by, _NOTE)
    party = Signer((signer,), "", _NOTE)
    treasurer = Signer(("THỦ QUỸ",), row.treasurer or frame.treasurer.name, _NOTE)
    blocks: list[Block] = []
    if row.kind in (VoucherKind.RECEIPT, VoucherKind.PAYMENT):
        received = FormLine("Đã nhận đủ số tiền (bằng số, bằng chữ):", "")
        blocks.append(received)
    if row.exception and row.kind is VoucherKind.PAYMENT:
        text = f"Ngoại lệ kế toán kiêm thủ quỹ: {row.exception}."
        blocks.append(Paragraph(text, Align.LEFT, italic=True, first_line=False, size_pt=_SMALL))
    blocks.append(Signatures((head, accountant, preparer, party, treasurer)))
    return blocks
