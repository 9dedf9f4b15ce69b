"""The books: sổ quỹ tiền mặt, sổ tiền gửi, sổ chi tiết, sổ theo dõi hiện vật.

TT 41/2022/TT-BTC: entries by date on running pages, "cộng mang sang" and "số trang trước chuyển sang" on each.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from frontdesk.fund.papers.frame import Frame, fingerprint_footer, quoted
from frontdesk.fund.rules.kinds import LedgerKind
from frontdesk.fund.rules.rows import Book, BookLine, sums_of
from frontdesk.paper import (
    Align,
    Block,
    BookTable,
    Carry,
    Cell,
    Column,
    Heading,
    Letterhead,
    Orientation,
    Paper,
    Paragraph,
    Row,
    Signatures,
    Signer,
    Title,
)
from frontdesk.vietnamese import from_to, law_month

_TEXT_COLUMN: Final = 4
_MONEY: Final = (
    Column("Ngày ghi sổ", 20, align=Align.CENTER),
    Column("Thu", 26, align=Align.CENTER, group="Số phiếu"),
    Column("Chi", 26, align=Align.CENTER, group="Số phiếu"),
    Column("Ngày CT", 20, align=Align.CENTER),
    Column("Diễn giải"),
    Column("Thu", 25, align=Align.RIGHT, group="Số tiền (đồng)", carry=Carry.SUM),
    Column("Chi", 25, align=Align.RIGHT, group="Số tiền (đồng)", carry=Carry.SUM),
    Column("Tồn", 26, align=Align.RIGHT, group="Số tiền (đồng)", carry=Carry.LAST),
    Column("Ghi chú", 16),
)
_DETAIL: Final = (
    Column("Ngày ghi sổ", 22, align=Align.CENTER),
    Column("Số phiếu", 30, align=Align.CENTER),
    Column("Ngày CT", 22, align=Align.CENTER),
    Column("Người nộp, người nhận", 50),
    Column("Diễn giải"),
    Column("Số tiền (đồng)", 30, align=Align.RIGHT, carry=Carry.SUM),
    Column("Lũy kế (đồng)", 30, align=Align.RIGHT, carry=Carry.LAST),
)
_GOODS: Final = (
    Column("Ngày ghi sổ", 22, align=Align.CENTER),
    Column("Số phiếu", 30, align=Align.CENTER),
    Column("Diễn giải"),
    Column("Nhập", 22, align=Align.RIGHT, group="Số lượng", carry=Carry.SUM),
    Column("Xuất", 22, align=Align.RIGHT, group="Số lượng", carry=Carry.SUM),
    Column("Tồn", 22, align=Align.RIGHT, group="Số lượng", carry=Carry.LAST),
    Column("Giá trị ước tính", 32, align=Align.RIGHT, carry=Carry.SUM),
)


@dataclass(frozen=True)
class StockLine:
    """A line of the book of an item: what came in or went out, and what was there after it."""

    day: date
    number: str
    text: str
    quantity: int
    left: int
    value_vnd: int


@dataclass(frozen=True)
class StockBook:
    """The book of one item; `opening` is what was there before its first line."""

    item: str
    unit: str
    opening: int
    lines: tuple[StockLine, ...]


def cash_book(book: Book, frame: Frame) -> Paper:
    """Sổ quỹ tiền mặt, or sổ tiền gửi for a bank account."""
    bank = book.ledger.kind is LedgerKind.BANK
    name = "SỔ TIỀN GỬI NGÂN HÀNG" if bank else "SỔ QUỸ TIỀN MẶT"
    signers = (
        Signer(("KẾ TOÁN",) if bank else ("THỦ QUỸ",), frame.accountant.name if bank else frame.treasurer.name),
        Signer(("NGƯỜI GHI SỔ",) if bank else ("KẾ TOÁN",), "" if bank else frame.accountant.name),
        frame.head,
    )
    rows: list[Row] = []
    months = [list(lines) for _month, lines in groupby(book.lines, key=lambda line: (line.day.year, line.day.month))]
    for lines in months:
        rows += [Row(_money_cells(line)) for line in lines]
        if len(months) > 1:
            rows.append(_month_total(lines))
    is_blank = not (book.lines or book.opening_vnd)
    opening, closing = (None, None) if is_blank else (book.opening_vnd, book.closing_vnd)
    table = BookTable(
        _MONEY,
        tuple(rows),
        _TEXT_COLUMN,
        opening=Row(_balance_cells("Số dư đầu kỳ", opening), bold=True),
        closing=(
            Row((None, None, None, None, "Cộng số phát sinh", *sums_of(book.lines), None, None), bold=True),
            Row(_balance_cells("Số dư cuối kỳ", closing), bold=True),
        ),
    )
    days = (book.since, book.until)
    return _paper(name, book.ledger.fund, days, frame, (table, Signatures(signers)))


def detail_books(books: Sequence[Book], fund: str, frame: Frame, since: date, until: date) -> Paper:
    """Sổ chi tiết nguồn ủng hộ and sổ chi tiết các khoản chi, one part for each source and purpose in use."""
    blocks: list[Block] = []
    for kind, word in ((LedgerKind.SOURCE, "Nguồn"), (LedgerKind.PURPOSE, "Mục chi")):
        for book in books:
            if book.ledger.kind is kind and book.lines:
                blocks.append(Heading(f"{word}: {book.ledger.name}", 2))
                blocks.append(_detail_table(book))
    if not blocks:
        blocks.append(Paragraph("Không có phát sinh trong kỳ.", first_line=False))
    blocks.append(Signatures((frame.preparer, frame.accountant, frame.head)))
    return _paper("SỔ CHI TIẾT NGUỒN ỦNG HỘ VÀ CÁC KHOẢN CHI", fund, (since, until), frame, blocks)


def goods_book(books: Sequence[StockBook], fund: str, frame: Frame, since: date, until: date) -> Paper:
    """Sổ theo dõi hiện vật, one part for each item; its value stands apart from money."""
    blocks: list[Block] = []
    for book in books:
        rows = tuple(
            Row(
                (
                    line.day,
                    line.number,
                    line.text,
                    line.quantity if line.quantity > 0 else None,
                    -line.quantity if line.quantity < 0 else None,
                    line.left,
                    line.value_vnd or None,
                )
            )
            for line in book.lines
        )
        closing = book.lines[-1].left if book.lines else book.opening
        blocks.append(Heading(f"{book.item} (đơn vị tính: {book.unit})", 2))
        blocks.append(
            BookTable(
                _GOODS,
                rows,
                2,
                opening=Row((None, None, "Tồn đầu kỳ", None, None, book.opening, None), bold=True),
                closing=(Row((None, None, "Tồn cuối kỳ", None, None, closing, None), bold=True),),
            )
        )
    if not blocks:
        blocks.append(Paragraph("Không có hiện vật trong kỳ.", first_line=False))
    blocks.append(Signatures((frame.treasurer, frame.accountant, frame.head)))
    return _paper("SỔ THEO DÕI HIỆN VẬT", fund, (since, until), frame, blocks)


def _detail_table(book: Book) -> BookTable:
    running, rows = 0, []
    for line in book.lines:
        amount = (line.in_vnd or 0) - (line.out_vnd or 0)
        running += amount
        number = line.book_number or line.number
        day = line.document_day or line.day
        rows.append(Row((line.day, number, day, line.counterparty, line.text, amount, running)))
    total = Row((None, None, None, None, "Cộng", running, None), bold=True)
    return BookTable(_DETAIL, tuple(rows), _TEXT_COLUMN, closing=(total,))


def _money_cells(line: BookLine) -> tuple[Cell, ...]:
    number = line.number if line.book_number is None else f"{line.number} ({line.book_number})"
    receipt, payment = (number, None) if line.in_vnd is not None else (None, number)
    day = line.document_day or line.day
    text = line.text if not line.counterparty else f"{line.text} ({line.counterparty})"
    return (line.day, receipt, payment, day, text, line.in_vnd, line.out_vnd, line.balance_vnd, None)


def _month_total(lines: Sequence[BookLine]) -> Row:
    day = lines[0].day
    text = f"Cộng {law_month(day.year, day.month)}"
    return Row((None, None, None, None, text, *sums_of(lines), lines[-1].balance_vnd, None), italic=True, counted=False)


def _balance_cells(text: str, balance_vnd: int | None) -> tuple[Cell, ...]:
    return (None, None, None, None, text, None, None, balance_vnd, None)


def _paper(name: str, fund: str, days: tuple[date, date], frame: Frame, blocks: Sequence[Block]) -> Paper:
    head = (Letterhead(frame.unit), Title(name, f"{quoted(fund)}, {from_to(*days).name}"))
    footed = (*head, *blocks, fingerprint_footer(frame.fingerprint))
    return Paper(name.capitalize(), frame.author, footed, orientation=Orientation.LANDSCAPE)
