"""Figures of a fund as they leave the service."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Sum:
    """What came from one source, or went to one purpose, in how many vouchers."""

    name: str
    amount_vnd: int
    count: int


@dataclass(frozen=True)
class FundReport:
    """A fund from one day to another: opening + received − paid = closing, in cash and bank together."""

    fund: str
    since: date
    until: date
    opening_vnd: int
    sources: tuple[Sum, ...]
    purposes: tuple[Sum, ...]
    cash_vnd: int
    bank_vnd: int
    held_vnd: int
    goods_in_vnd: int
    goods_out_vnd: int
    fingerprint: str

    @property
    def received_vnd(self) -> int:
        """What came in."""
        return sum(each.amount_vnd for each in self.sources)

    @property
    def paid_vnd(self) -> int:
        """What went out."""
        return sum(each.amount_vnd for each in self.purposes)

    @property
    def closing_vnd(self) -> int:
        """What is there at the end."""
        return self.cash_vnd + self.bank_vnd


@dataclass(frozen=True)
class GiftLine:
    """A gift as the public may read it."""

    day: date
    number: str
    donor: str
    text: str
    amount_vnd: int


@dataclass(frozen=True)
class Campaign:
    """How the campaign month of a year goes: what was pledged for it, what came, what was spent."""

    since: date
    until: date
    pledged_vnd: int
    received_vnd: int
    paid_vnd: int


@dataclass(frozen=True)
class Advice:
    """Something the office should look at, in the reader's language; `number` is what it concerns."""

    text: str
    number: str | None = None
