"""Reading vouchers whole, from one joined query that posting, lists, books and the proof all share."""

from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from peewee import JOIN

from frontdesk.fund.model import (
    Donor,
    GoodsLine,
    Household,
    Item,
    Ledger,
    MoneyFund,
    Pledge,
    Voucher,
)
from frontdesk.fund.rules.kinds import GIFT_KINDS, LedgerKind, Status, VoucherKind
from frontdesk.fund.rules.rows import GoodsRow, VoucherRow
from frontdesk.store import Prepared, tuples

_GIFTS: Final = frozenset(kind.value for kind in GIFT_KINDS)


class Sides(NamedTuple):
    """The ids behind a voucher's names, for what is counted by them."""

    fund_id: int
    debit_id: int | None
    credit_id: int | None
    gift_id: int | None


def voucher_query(*more: Any) -> Any:
    """Every column of VoucherRow but its goods, in the row's order, and `more`; narrow and order it by `Voucher`."""
    debit, credit, reserved = Ledger.alias(), Ledger.alias(), Ledger.alias()
    gift, reversed_ = Voucher.alias(), Voucher.alias()
    query = Voucher.select(
        Voucher.id,
        Voucher.revision,
        Voucher.number,
        Voucher.draft,
        Voucher.book_number,
        Voucher.kind,
        Voucher.status,
        Voucher.day,
        Voucher.document_day,
        MoneyFund.name,
        debit.kind,
        debit.name,
        credit.kind,
        credit.name,
        Voucher.amount_vnd,
        Voucher.text,
        Voucher.counterparty,
        Voucher.address,
        Voucher.documents,
        Voucher.approval,
        Voucher.accountant,
        Voucher.treasurer,
        Voucher.exception,
        Donor.number,
        Pledge.number,
        Household.number,
        reserved.name,
        Voucher.restricted,
        gift.number,
        reversed_.number,
        Voucher.reason,
        Voucher.prepared_by,
        Voucher.posted_by,
        Voucher.seal_no,
        Voucher.seal,
        *more,
    ).join(MoneyFund, on=Voucher.fund == MoneyFund.id)
    for other, on in (
        (debit, Voucher.debit == debit.id),
        (credit, Voucher.credit == credit.id),
        (reserved, Voucher.reserved_for == reserved.id),
        (gift, Voucher.gift == gift.id),
        (reversed_, Voucher.reverses == reversed_.id),
        (Donor, Voucher.donor == Donor.id),
        (Pledge, Voucher.pledge == Pledge.id),
        (Household, Voucher.household == Household.id),
    ):
        query = query.join_from(Voucher, other, JOIN.LEFT_OUTER, on=on)
    return query


def rows_of(query: Any) -> Iterator[VoucherRow]:
    """The vouchers of a narrowed `voucher_query`, with their goods."""
    found = list(tuples(query))
    goods = goods_of(row[0] for row in found if row[5] in _GIFTS)
    return (_row(row, goods.get(row[0], ())) for row in found)


def numbered(number: str) -> tuple[VoucherRow, Sides] | None:
    """The voucher with this number, or the number of its draft; None when there is none."""
    found = _NUMBERED(number)
    if not found:
        return None
    *values, fund_id, debit_id, credit_id, gift_id = found[0]
    goods = goods_of([values[0]]).get(values[0], ()) if values[5] in _GIFTS else ()
    return _row(tuple(values), goods), Sides(fund_id, debit_id, credit_id, gift_id)


def goods_of(voucher_ids: Iterable[int]) -> dict[int, tuple[GoodsRow, ...]]:
    """The things on gift vouchers, by voucher."""
    wanted = list(voucher_ids)
    gathered: dict[int, list[GoodsRow]] = {}
    columns = (GoodsLine.voucher, Item.name, Item.unit, GoodsLine.quantity, GoodsLine.unit_vnd, GoodsLine.condition)
    for at in range(0, len(wanted), 500):
        query = GoodsLine.select(*columns).join(Item).where(GoodsLine.voucher.in_(wanted[at : at + 500]))
        for voucher_id, *line in tuples(query.order_by(GoodsLine.id)):
            gathered.setdefault(voucher_id, []).append(GoodsRow(*line))
    return {voucher_id: tuple(lines) for voucher_id, lines in gathered.items()}


def _row(values: tuple[Any, ...], goods: tuple[GoodsRow, ...]) -> VoucherRow:
    head, (debit_kind, debit, credit_kind, credit), tail = values[:10], values[10:14], values[14:]
    row_id, revision, number, draft, book_number, kind, status, *rest = head
    debited = (LedgerKind(debit_kind), debit) if debit_kind else None
    credited = (LedgerKind(credit_kind), credit) if credit_kind else None
    codes = (VoucherKind(kind), Status(status))
    whole = (row_id, revision, number, draft, book_number, *codes, *rest, debited, credited, *tail, goods)
    return VoucherRow(*whole)


_NUMBERED: Final = Prepared(
    lambda number: voucher_query(Voucher.fund, Voucher.debit, Voucher.credit, Voucher.gift).where(
        (Voucher.number == number) | (Voucher.draft == number)
    )
)
