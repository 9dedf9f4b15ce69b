"""The vouchers: every movement of money and goods, drafted, posted and then frozen."""

from collections.abc import Mapping
from typing import Any, Final

from peewee import SQL, BooleanField, DateField, ForeignKeyField, IntegerField, Model, TextField, fn

from frontdesk.fund.model.funds import Ledger, MoneyFund
from frontdesk.fund.model.people import Donor, Household, Pledge
from frontdesk.store import Described, Record


class Voucher(Record):
    """A receipt, a payment, a transfer, or gifts in kind in and out.

    Money moves from `credit` to `debit`, one amount on two sides, so that the journal balances by construction;
    gifts in kind have neither side. `number`, `seal_no` and `seal` come at posting; from then on only `status`
    changes. A reversal repeats its original with the amount below zero ("ghi số âm", Luật Kế toán, Điều 27).
    """

    topic = "vouchers"
    searchable = ("number", "draft", "book_number", "text", "counterparty")

    number = TextField(null=True)
    draft = TextField(null=True, unique=True)
    book_number = TextField(null=True)
    kind = TextField()
    status = TextField()
    day = DateField()
    document_day = DateField(null=True)
    fund = ForeignKeyField(MoneyFund, index=False)
    fund_id: int
    debit = ForeignKeyField(Ledger, null=True, index=False)
    debit_id: int | None
    credit = ForeignKeyField(Ledger, null=True, index=False)
    credit_id: int | None
    amount_vnd = IntegerField(null=True)
    text = TextField()
    counterparty = TextField()
    address = TextField()
    documents = TextField()
    approval = TextField(null=True)
    accountant = TextField()
    treasurer = TextField()
    exception = TextField(null=True)
    donor = ForeignKeyField(Donor, null=True, index=False)
    donor_id: int | None
    pledge = ForeignKeyField(Pledge, null=True, index=False)
    pledge_id: int | None
    household = ForeignKeyField(Household, null=True, index=False)
    household_id: int | None
    reserved_for = ForeignKeyField(Ledger, null=True, index=False)
    reserved_for_id: int | None
    restricted = BooleanField()
    gift = ForeignKeyField("self", null=True, index=False)
    gift_id: int | None
    reverses = ForeignKeyField("self", null=True, index=False)
    reverses_id: int | None
    reason = TextField(null=True)
    prepared_by = TextField()
    posted_by = TextField(null=True)
    seal_no = IntegerField(null=True)
    seal = TextField(null=True)

    class Meta:
        indexes = (
            (("debit", "day", "amount_vnd"), False),
            (("credit", "day", "amount_vnd"), False),
            (("day", "id", "kind", "fund", "debit", "credit"), False),
            (("kind", "day"), False),
            (("fund", "day"), False),
            (("amount_vnd", "id", "kind", "fund", "debit", "credit", "day"), False),
        )

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """Its number (a draft's until it is posted) and what it is for."""
        return Described(values["number"] or values["draft"], values["text"])


# Most vouchers name none of these: an index over those that do costs the others nothing.
for _reference in (Voucher.donor, Voucher.pledge, Voucher.household, Voucher.gift, Voucher.reverses):
    Voucher.add_index(_reference, where=_reference.is_null(False))
Voucher.add_index(Voucher.number, unique=True, where=Voucher.number.is_null(False))
# Posting writes a page for every index that it changes. In this one a voucher moves to its place in the chain from
# behind the last one, which is the same page as long as few wait there.
_NOT_YET: Final = SQL("1000000000000")
Voucher.add_index(SQL(f"CREATE UNIQUE INDEX voucher_place ON voucher (coalesce(seal_no, {_NOT_YET.sql} + id))"))
Voucher.add_index(SQL("CREATE INDEX voucher_reversed ON voucher (id) WHERE status = 'reversed'"))


def place(voucher: Any) -> Any:
    """The place of a voucher in the chain of seals; whatever has none yet lies behind all that have one."""
    return fn.COALESCE(voucher.seal_no, _NOT_YET + voucher.id)


def sealed(voucher: Any) -> Any:
    """The condition that a voucher has its place in the chain, asked of the index in its order."""
    return place(voucher) < _NOT_YET


def in_status(status: str) -> Any:
    """The condition that a voucher is in a status, asked of the indexes over the few that are not posted."""
    if status == "posted":
        return Voucher.id.not_in(_unsealed()) & Voucher.id.not_in(_reversed())
    return Voucher.id.in_(_reversed() if status == "reversed" else _unsealed(status))


def not_in_status(status: str) -> Any:
    """The condition that a voucher is in any other status than one of those without a place in the books."""
    return Voucher.id.not_in(_unsealed(status))


def entered() -> Any:
    """The condition that a voucher stands in the books, whether it was taken back later or not.

    What has a seal does; this says so of sums that are read from an index alone, which holds no seals.
    """
    return Voucher.id.not_in(_unsealed())


def unnumbered() -> Any:
    """The condition that a voucher has no number yet, as drafts have none."""
    return Voucher.id.in_(_unsealed())


def _unsealed(status: str | None = None) -> Any:
    """The ids of the vouchers that do not stand in the books, or of those in one status."""
    other = Voucher.alias()
    found = other.select(other.id).where(place(other) > _NOT_YET)
    return found if status is None else found.where(other.status == status)


def _reversed() -> Any:
    """The ids of the vouchers that were taken back."""
    other = Voucher.alias()
    return other.select(other.id).where(other.status == SQL("'reversed'"))


MODELS: tuple[type[Model], ...] = (Voucher,)
