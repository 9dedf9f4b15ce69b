"""The deeds that move money and goods."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from frontdesk.fund.rules.kinds import Account
from frontdesk.messages import mark
from frontdesk.store import BOOKKEEPERS, Deed, Role

PAYERS: Final = BOOKKEEPERS | {Role.TREASURER}


@dataclass(frozen=True)
class OpenFund:
    """A fund beside the standing ones, for a campaign with books of its own."""

    name: str


@dataclass(frozen=True)
class SetOpening:
    """What an account held before its first voucher; `day` None: 1 January of this year."""

    amount_vnd: int
    account: Account = Account.CASH
    fund: str | None = None
    day: date | None = None


@dataclass(frozen=True)
class Receive:
    """Draft a receipt. `purpose` or `household`, with `restricted`, bind the money to what its donor asked."""

    amount_vnd: int | None
    text: str
    counterparty: str = ""
    fund: str | None = None
    account: Account = Account.CASH
    day: date | None = field(default=None, metadata={"help": mark("day it is entered in the books; today if left out")})
    source: str | None = None
    restricted: bool = False
    purpose: str | None = None
    household: str | None = None
    donor: str | None = None
    pledge: str | None = None
    address: str = ""
    documents: str = field(default="", metadata={"help": mark("papers enclosed, such as “02 chứng từ gốc”")})
    document_day: date | None = None
    book_number: str | None = None
    accountant: str | None = None
    treasurer: str | None = None


@dataclass(frozen=True)
class Pay:
    """Draft a payment. `gift` is the receipt of the restricted money it spends."""

    amount_vnd: int | None
    text: str
    counterparty: str = ""
    purpose: str | None = None
    approval: str | None = field(
        default=None, metadata={"help": mark("number of the decision, or of the meeting that concluded it")}
    )
    fund: str | None = None
    account: Account = Account.CASH
    day: date | None = None
    household: str | None = None
    gift: str | None = None
    address: str = ""
    documents: str = ""
    document_day: date | None = None
    book_number: str | None = None
    accountant: str | None = None
    treasurer: str | None = None
    exception: str | None = field(
        default=None, metadata={"help": mark("why accountant and treasurer are one person this time")}
    )


@dataclass(frozen=True)
class Transfer:
    """Draft a transfer from one account of a fund to the other: neither receipt nor payment."""

    amount_vnd: int | None
    account: Account = field(default=Account.CASH, metadata={"help": mark("where the money comes from")})
    text: str = ""
    fund: str | None = None
    day: date | None = None
    documents: str = ""


@dataclass(frozen=True)
class Goods:
    """Things of one kind: `unit_vnd` is the estimated value of one."""

    item: str
    quantity: int
    unit: str = "cái"
    unit_vnd: int = 0
    condition: str = ""


@dataclass(frozen=True)
class TakeIn:
    """Draft a receipt of gifts in kind."""

    goods: tuple[Goods, ...]
    text: str
    counterparty: str = ""
    fund: str | None = None
    day: date | None = None
    donor: str | None = None
    address: str = ""
    documents: str = ""


@dataclass(frozen=True)
class HandOut:
    """Draft handing out gifts in kind, never more than there are."""

    goods: tuple[Goods, ...]
    text: str
    counterparty: str = ""
    fund: str | None = None
    day: date | None = None
    household: str | None = None
    approval: str | None = None
    address: str = ""
    documents: str = ""


@dataclass(frozen=True)
class Revise:
    """Change a draft; what is left out stays as it is."""

    number: str
    amount_vnd: int | None = None
    text: str | None = None
    counterparty: str | None = None
    address: str | None = None
    documents: str | None = None
    approval: str | None = None
    day: date | None = None
    document_day: date | None = None
    purpose: str | None = None
    source: str | None = None
    household: str | None = None
    restricted: bool | None = None
    donor: str | None = None
    pledge: str | None = None
    gift: str | None = None
    treasurer: str | None = None
    accountant: str | None = None
    exception: str | None = None
    fund: str | None = None
    account: Account | None = None
    revision: int | None = None


@dataclass(frozen=True)
class Discard:
    """Put a draft aside; its draft number stays used."""

    number: str
    reason: str


@dataclass(frozen=True)
class Post:
    """Enter a draft in the books: it takes its number and is frozen."""

    number: str


@dataclass(frozen=True)
class Reverse:
    """Take a posted voucher back by one dated today that names it and says why."""

    number: str
    reason: str


OPEN_FUND: Final = Deed("fund.open_fund", BOOKKEEPERS, mark("open a fund"), OpenFund)
SET_OPENING: Final = Deed("fund.set_opening", BOOKKEEPERS, mark("set an opening balance"), SetOpening)
RECEIVE: Final = Deed("fund.receive", BOOKKEEPERS, mark("draft a receipt"), Receive, "fund.discard")
PAY: Final = Deed("fund.pay", BOOKKEEPERS, mark("draft a payment"), Pay, "fund.discard")
TRANSFER: Final = Deed("fund.transfer", BOOKKEEPERS, mark("draft a transfer"), Transfer, "fund.discard")
TAKE_IN: Final = Deed("fund.take_in", BOOKKEEPERS, mark("draft gifts received"), TakeIn, "fund.discard")
HAND_OUT: Final = Deed("fund.hand_out", BOOKKEEPERS, mark("draft gifts handed out"), HandOut, "fund.discard")
REVISE: Final = Deed("fund.revise", BOOKKEEPERS, mark("change a draft"), Revise)
DISCARD: Final = Deed("fund.discard", BOOKKEEPERS, mark("put a draft aside"), Discard)
POST: Final = Deed("fund.post", PAYERS, mark("post a voucher"), Post, "fund.reverse")
REVERSE: Final = Deed("fund.reverse", BOOKKEEPERS, mark("reverse a voucher"), Reverse)
IMPORT: Final = Deed("fund.import_book", BOOKKEEPERS, mark("import a cash book"))

DEEDS: Final = (OPEN_FUND, RECEIVE, PAY, TRANSFER, TAKE_IN, HAND_OUT, REVISE, DISCARD, POST, REVERSE, SET_OPENING)
