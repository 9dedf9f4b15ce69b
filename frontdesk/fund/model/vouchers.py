"""The vouchers: every movement of money and goods, drafted, posted and then frozen."""

from collections.abc import Mapping
from typing import Any

from peewee import SQL, BooleanField, DateField, ForeignKeyField, IntegerField, Model, TextField

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
    numbers = ("number", "draft")

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
# Nearly all are posted, and posting writes a page for every index it changes, and two where an entry moves.
for _given in (Voucher.number, Voucher.seal_no):
    Voucher.add_index(_given, unique=True, where=_given.is_null(False))
Voucher.add_index(SQL("CREATE INDEX voucher_status_day ON voucher (status, day) WHERE status <> 'posted'"))


def in_status(status: str) -> Any:
    """The condition that a voucher is in a status, asked of the index over the few that are not posted."""
    other = Voucher.alias()
    if status == "posted":
        return Voucher.id.not_in(_unposted(other))
    return Voucher.id.in_(_unposted(other).where(other.status == status))


def not_in_status(status: str) -> Any:
    """The condition that a voucher is in any other status than one that few are in."""
    other = Voucher.alias()
    return Voucher.id.not_in(_unposted(other).where(other.status == status))


def entered() -> Any:
    """The condition that a voucher stands in the books, whether it was taken back later or not.

    What has a seal does; this says so of sums that are read from an index alone, which holds no seals.
    """
    other = Voucher.alias()
    return Voucher.id.not_in(_unposted(other).where(other.seal_no.is_null()))


def unnumbered() -> Any:
    """The condition that a voucher has no number yet, as drafts have none."""
    other = Voucher.alias()
    return Voucher.id.in_(_unposted(other).where(other.number.is_null()))


def _unposted(other: Any) -> Any:
    """The ids of the vouchers that are not posted, as `other` calls them."""
    return other.select(other.id).where(other.status != SQL("'posted'"))


MODELS: tuple[type[Model], ...] = (Voucher,)
