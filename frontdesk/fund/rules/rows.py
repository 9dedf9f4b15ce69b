"""The fund's rows as they leave the service: frozen, whole, by the names and numbers people know."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from frontdesk.fund.rules.kinds import Account, LedgerKind, Status, VoucherKind


@dataclass(frozen=True)
class LedgerRow:
    """An account of a fund's journal."""

    id: int
    fund: str
    kind: LedgerKind
    name: str


@dataclass(frozen=True)
class GoodsRow:
    """Things on a gift voucher; `value_vnd` is an estimate and never money."""

    item: str
    unit: str
    quantity: int
    unit_vnd: int
    condition: str

    @property
    def value_vnd(self) -> int:
        """What these things are worth together."""
        return self.quantity * self.unit_vnd


class VoucherRow(NamedTuple):
    """A voucher; a tuple, because thousands are made at once.

    `debit` and `credit` are kind and name of the two accounts, None for gifts in kind. `purpose` is what a payment was
    for, or what a receipt may only be spent on (with `restricted`); `source` is where a receipt came from. `gift` is
    the restricted receipt a payment draws on. `amount_vnd` None: a draft still without its amount; for gifts in kind it
    is the estimated value.
    """

    id: int
    revision: int
    number: str | None
    draft: str | None
    book_number: str | None
    kind: VoucherKind
    status: Status
    day: date
    document_day: date | None
    fund: str
    debit: tuple[LedgerKind, str] | None
    credit: tuple[LedgerKind, str] | None
    amount_vnd: int | None
    text: str
    counterparty: str
    address: str = ""
    documents: str = ""
    approval: str | None = None
    accountant: str = ""
    treasurer: str = ""
    exception: str | None = None
    donor: str | None = None
    pledge: str | None = None
    household: str | None = None
    reserved_for: str | None = None
    restricted: bool = False
    gift: str | None = None
    reverses: str | None = None
    reason: str | None = None
    prepared_by: str = ""
    posted_by: str | None = None
    seal_no: int | None = None
    seal: str | None = None
    goods: tuple[GoodsRow, ...] = ()

    @property
    def account(self) -> Account | None:
        """Cash or bank; where a transfer comes from, or the only one its book told of; None for gifts in kind."""
        first, second = (self.debit, self.credit) if self.kind is VoucherKind.RECEIPT else (self.credit, self.debit)
        return _account(first) or _account(second)

    @property
    def to_account(self) -> Account | None:
        """Where a transfer goes; None where the book it was read from did not tell."""
        to = _account(self.debit) if self.kind is VoucherKind.TRANSFER else None
        return None if to is self.account else to

    @property
    def is_gift(self) -> bool:
        """Whether somebody can be thanked for it: money or things that came and stand in the books."""
        came = self.kind in (VoucherKind.RECEIPT, VoucherKind.GIFT_IN)
        return came and self.status is Status.POSTED and self.reverses is None

    @property
    def source(self) -> str | None:
        """Where a receipt came from."""
        return self.credit[1] if self.kind is VoucherKind.RECEIPT and self.credit else None

    @property
    def purpose(self) -> str | None:
        """What a payment was for, or what a receipt may only be spent on."""
        if self.kind is VoucherKind.PAYMENT and self.debit:
            return self.debit[1]
        return self.reserved_for


@dataclass(frozen=True)
class BalanceRow:
    """What an account holds at the end of a day. `held_vnd` of a fund is kept for donors' wishes."""

    fund: str
    account: Account
    balance_vnd: int
    on: date


@dataclass(frozen=True)
class BookLine:
    """A line of the book of one account: what came in or went out, and what was there after it."""

    voucher_id: int
    day: date
    document_day: date | None
    number: str
    book_number: str | None
    kind: VoucherKind
    status: Status
    text: str
    counterparty: str
    other: str
    in_vnd: int | None
    out_vnd: int | None
    balance_vnd: int


def sums_of(lines: Sequence[BookLine]) -> tuple[int | None, int | None]:
    """What came in and what went out; None for a side on which nothing stands, which is left blank in a book."""
    sides = [[line.in_vnd for line in lines], [line.out_vnd for line in lines]]
    came, went = ([amount for amount in side if amount is not None] for side in sides)
    return (sum(came) if came else None, sum(went) if went else None)


@dataclass(frozen=True)
class Book:
    """The book of an account for the days from `since` to `until`: opening + in − out = closing, always."""

    ledger: LedgerRow
    since: date
    until: date
    opening_vnd: int
    lines: tuple[BookLine, ...]

    @property
    def in_vnd(self) -> int:
        """What came in."""
        return sum(line.in_vnd or 0 for line in self.lines)

    @property
    def out_vnd(self) -> int:
        """What went out."""
        return sum(line.out_vnd or 0 for line in self.lines)

    @property
    def closing_vnd(self) -> int:
        """What was there at the end."""
        return self.opening_vnd + self.in_vnd - self.out_vnd


def _account(side: tuple[LedgerKind, str] | None) -> Account | None:
    return Account(side[0].value) if side and side[0] in (LedgerKind.CASH, LedgerKind.BANK) else None
