"""What stands in the chain, as the file holds it: read raw, for a value that a converter mends is a change missed."""

from collections.abc import Iterator
from typing import Any, Final

from peewee import JOIN

from frontdesk.fund.model import (
    Closing,
    Donor,
    GoodsLine,
    Household,
    Item,
    Ledger,
    MoneyFund,
    Opening,
    Pledge,
    Reopening,
    Voucher,
    place,
    sealed,
)
from frontdesk.fund.rules.kinds import GIFT_KINDS
from frontdesk.fund.rules.proof import Entry
from frontdesk.store import live

_BATCH: Final = 5_000
_GIFTS: Final = frozenset(kind.value for kind in GIFT_KINDS)
# Places in the query of what the sealed text names by words and the row by id.
_ID, _NO, _SEAL, _HEAD = 0, 1, 2, 3
_KIND, _FUND, _SIDES, _RESERVED, _RESTRICTED = 5, 8, (9, 10), 23, 24


def sealed_vouchers() -> Iterator[Entry]:
    """The posted vouchers with the fields of `rules.proof.voucher_fields`, a batch at a time: memory stays flat."""
    funds = dict(_raw(MoneyFund.select(MoneyFund.id, MoneyFund.name)))
    ledgers = {row_id: [kind, name] for row_id, kind, name in _raw(Ledger.select(Ledger.id, Ledger.kind, Ledger.name))}
    goods = _goods()
    query, after = _query(), None
    while True:
        wanted = sealed(Voucher) if after is None else sealed(Voucher) & (place(Voucher) > after)
        batch = _raw(query.where(wanted).order_by(place(Voucher)).limit(_BATCH))
        for row in batch:
            fields = list(row)
            fields[_FUND] = funds.get(row[_FUND])
            for side in _SIDES:
                fields[side] = ledgers.get(row[side])
            fields[_RESERVED] = ledgers.get(row[_RESERVED], (None, None))[1]
            fields[_RESTRICTED] = bool(row[_RESTRICTED]) if row[_RESTRICTED] in (0, 1) else row[_RESTRICTED]
            fields.append(goods.get(row[_ID], []) if row[_KIND] in _GIFTS else [])
            yield row[_NO], "voucher", row[_SEAL] or "", fields[_HEAD:]
        if len(batch) < _BATCH:
            return
        after = batch[-1][_NO]


def sealed_openings() -> Iterator[Entry]:
    """The opening balances, the last one of an account being the one that counts."""
    columns = (Opening.seal_no, Opening.seal, MoneyFund.name, Ledger.kind, Opening.day, Opening.amount_vnd)
    query = Opening.select(*columns, Opening.user).join(Ledger).join(MoneyFund).order_by(Opening.seal_no)
    for no, seal, *fields in _raw(query):
        yield no, "opening", seal, fields


def sealed_reopenings() -> Iterator[Entry]:
    """The closings that were undone."""
    columns = (Reopening.seal_no, Reopening.seal, Closing.number, Reopening.day, Reopening.reason, Reopening.user)
    for no, seal, *fields in _raw(Reopening.select(*columns).join(Closing).order_by(Reopening.seal_no)):
        yield no, "reopening", seal, fields


def _query() -> Any:
    """Id, seal and the fields in their order; funds and accounts by id, for what is there once is read once."""
    gift, reversed_ = Voucher.alias(), Voucher.alias()
    query = Voucher.select(
        Voucher.id, Voucher.seal_no, Voucher.seal,
        Voucher.number, Voucher.book_number, Voucher.kind, Voucher.day, Voucher.document_day, Voucher.fund,
        Voucher.debit, Voucher.credit, Voucher.amount_vnd, Voucher.text, Voucher.counterparty, Voucher.address,
        Voucher.documents, Voucher.approval, Voucher.accountant, Voucher.treasurer, Voucher.exception,
        Donor.number, Pledge.number, Household.number, Voucher.reserved_for, Voucher.restricted,
        gift.number, reversed_.number, Voucher.reason, Voucher.posted_by,
    )  # fmt: skip
    for other, on in (
        (gift, Voucher.gift == gift.id),
        (reversed_, Voucher.reverses == reversed_.id),
        (Donor, Voucher.donor == Donor.id),
        (Pledge, Voucher.pledge == Pledge.id),
        (Household, Voucher.household == Household.id),
    ):
        query = query.join_from(Voucher, other, JOIN.LEFT_OUTER, on=on)
    return query


def _goods() -> dict[int, list[list[Any]]]:
    """The things on each gift voucher."""
    columns = (GoodsLine.voucher, Item.name, Item.unit, GoodsLine.quantity, GoodsLine.unit_vnd, GoodsLine.condition)
    gathered: dict[int, list[list[Any]]] = {}
    for voucher_id, *line in _raw(GoodsLine.select(*columns).join(Item).order_by(GoodsLine.id)):
        gathered.setdefault(voucher_id, []).append(line)
    return gathered


def _raw(query: Any) -> list[tuple[Any, ...]]:
    return list(live.execute(query).fetchall())
