"""What must be true before money moves: each check passes in silence or raises RuleBroken with the next step."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Final

from frontdesk.errors import RuleBroken
from frontdesk.fund.rules.kinds import ACCOUNT_TITLES, GIFT_KINDS, Account, Status, VoucherKind
from frontdesk.fund.rules.rows import VoucherRow
from frontdesk.messages import _
from frontdesk.vietnamese import LARGEST_AMOUNT_VND, fold, format_vnd, short_date

ALONE: Final = "đơn vị chỉ có một người dùng"
FIRST_DAY: Final = date(1990, 1, 1)
"""No book of a fund is older; a day before it is a year mistyped."""
_DOCUMENT_NUMBER: Final = re.compile(r"(?:HN|DS|NDK)-\d{4}-\d{4,}")


@dataclass(frozen=True)
class Lowest:
    """The least an account holds on any day from a day on."""

    day: date
    balance_vnd: int


def lowest_from(moves: Iterable[tuple[date, int]], opening_vnd: int, day: date) -> Lowest:
    """The least balance at the end of any day from `day` on, `day` itself included; `moves` come in any order."""
    lowest, balance = None, opening_vnd
    for moved, group in groupby(sorted(moves, key=itemgetter(0)), key=itemgetter(0)):
        if moved > day and lowest is None:
            lowest = Lowest(day, balance)
        balance += sum(amount for _day, amount in group)
        if moved >= day and (lowest is None or balance < lowest.balance_vnd):
            lowest = Lowest(moved, balance)
    return lowest or Lowest(day, balance)


def check_status(row: VoucherRow, wanted: Status) -> None:
    """A deed meets a voucher in the state it is meant for."""
    if row.status is wanted:
        return
    if row.status is Status.DISCARDED:
        raise RuleBroken(
            "fund.voucher.discarded",
            _("{number} was put aside; draw up a new one.").format(number=row.draft),
            "number",
        )
    if wanted is Status.DRAFT:
        raise RuleBroken(
            "fund.voucher.frozen",
            _("{number} is posted and cannot be changed. Reverse it with a reason and draw up a new one.").format(
                number=row.number or row.draft
            ),
            "number",
        )
    if row.status is Status.REVERSED:
        raise RuleBroken(
            "fund.voucher.reversed", _("{number} has been reversed already.").format(number=row.number), "number"
        )
    raise RuleBroken(
        "fund.voucher.not_posted",
        _("{number} is not posted; a draft is changed or discarded.").format(number=row.number or row.draft),
        "number",
    )


def check_whole(row: VoucherRow) -> None:
    """The contents a voucher must have before it is posted (Luật Kế toán 88/2015, Điều 16)."""
    needed = (
        (row.amount_vnd is None, "amount_vnd", _("The amount is missing.")),
        (not row.text, "text", _("Say what the voucher is for.")),
        (not row.counterparty and row.kind is not VoucherKind.TRANSFER, "counterparty", _("Say who gave or received.")),
        (row.kind in GIFT_KINDS and not row.goods, "goods", _("List the things and how many.")),
    )
    for missing, field, message in needed:
        if missing:
            raise RuleBroken(f"fund.voucher.no_{field}", message, field)
    if row.kind not in GIFT_KINDS:
        check_amount(row.amount_vnd)


def check_amount(amount_vnd: int | None) -> None:
    """An amount is a whole number of đồng above zero that can be written in words, if it is given."""
    if amount_vnd is not None and amount_vnd <= 0:
        raise RuleBroken("fund.amount.not_positive", _("The amount must be above zero."), "amount_vnd")
    check_size(amount_vnd, "amount_vnd")


def check_size(amount_vnd: int | None, field: str) -> None:
    """No amount is larger than what can be written in words."""
    if amount_vnd is not None and amount_vnd > LARGEST_AMOUNT_VND:
        raise RuleBroken("fund.amount.too_large", _("The amount is too large. Count its zeros."), field)


def check_day(day: date, today: date, closed_until: date | None, opened: date | None = None) -> None:
    """A day takes vouchers: not in the future nor before any book, not closed, not before the account was opened."""
    if day < FIRST_DAY:
        raise RuleBroken(
            "fund.day.early", _("{day} is too long ago. Look at the year again.").format(day=short_date(day)), "day"
        )
    if day > today:
        raise RuleBroken("fund.day.future", _("{day} has not come yet.").format(day=short_date(day)), "day")
    if closed_until is not None and day <= closed_until:
        raise RuleBroken(
            "fund.day.closed",
            _("The books are closed up to {day}. Date it later, or have the closing reopened with a reason.").format(
                day=short_date(closed_until)
            ),
            "day",
        )
    if opened is not None and day < opened:
        raise RuleBroken(
            "fund.day.before_opening",
            _("The account's opening balance stands on {day}; nothing can come before it.").format(
                day=short_date(opened)
            ),
            "day",
        )


def check_approval(row: VoucherRow) -> None:
    """A payment rests on a decision or a meeting's conclusion, by its number."""
    if row.kind is VoucherKind.PAYMENT and not any(map(str.isdigit, row.approval or "")):
        raise RuleBroken(
            "fund.payment.no_approval",
            _("A payment needs its approval: the number of a decision (15/QĐ-BVĐ) or of a meeting (HN-2026-0001)."),
            "approval",
        )


def is_document_number(approval: str) -> bool:
    """Whether an approval names a document of this office, which must then exist."""
    return _DOCUMENT_NUMBER.fullmatch(approval) is not None


def check_two_people(row: VoucherRow, poster: str, *, alone: bool) -> str | None:
    """The one who keeps the books does not hand out the money (kế toán ≠ thủ quỹ); returns the exception, if any.

    Compared are the two names on the voucher, and who drew it up with who posts it. An office where nobody else
    exists yet has its exception by itself.
    """
    same_name = bool(row.treasurer) and fold(row.treasurer) == fold(row.accountant)
    if row.kind is not VoucherKind.PAYMENT or not (same_name or row.prepared_by == poster):
        return row.exception
    if row.exception:
        return row.exception
    if alone and not same_name:
        return ALONE
    raise RuleBroken(
        "fund.payment.one_person",
        _(
            "Accountant and treasurer must be two people: {name} cannot both draw up and pay out. Have another person "
            "post it, or record why one must do (exception)."
        ).format(name=row.treasurer if same_name else poster),
        "exception",
    )


def check_covered(account: Account, fund: str | None, lowest: Lowest, paid_vnd: int) -> None:
    """An account holds something, or nothing, at the end of every day."""
    if lowest.balance_vnd < 0:
        name = _("the {account} of “{fund}”").format(account=_(ACCOUNT_TITLES[account]), fund=fund)
        raise RuleBroken(
            "fund.money.short",
            _(
                "{account} would be {missing} đồng short on {day}: it holds {held} đồng before this. Pay less, or "
                "bring money there first."
            ).format(
                account=name[:1].upper() + name[1:],
                missing=format_vnd(-lowest.balance_vnd),
                day=short_date(lowest.day),
                held=format_vnd(lowest.balance_vnd + paid_vnd),
            ),
            "amount_vnd",
        )


def check_free(fund: str, lowest: Lowest, paid_vnd: int) -> None:
    """What donors gave for a purpose or a household is not spent on anything else."""
    if lowest.balance_vnd < 0:
        raise RuleBroken(
            "fund.money.held",
            _(
                "Only {free} đồng of “{fund}” is free on {day}; the rest was given for a purpose or a household. Name "
                "the gift this payment draws on, or pay less."
            ).format(free=format_vnd(max(0, lowest.balance_vnd + paid_vnd)), fund=fund, day=short_date(lowest.day)),
            "gift",
        )


def check_gift(payment: VoucherRow, gift: VoucherRow, lowest: Lowest) -> None:
    """A payment that draws on a gift does what its donor asked, on or after its day, with what is left of it."""
    if gift.kind is not VoucherKind.RECEIPT or not gift.restricted or gift.status is not Status.POSTED:
        raise RuleBroken(
            "fund.gift.not_restricted",
            _("{number} is no posted gift for a purpose or a household; leave it out.").format(number=gift.number),
            "gift",
        )
    wrong = (
        (gift.fund != payment.fund, _("{gift} belongs to another fund.")),
        (payment.day < gift.day, _("{gift} came on {day}; the payment is dated before it.")),
        (gift.reserved_for not in (None, payment.purpose), _("{gift} was given for “{purpose}” only.")),
        (gift.household not in (None, payment.household), _("{gift} was given for household {household} only.")),
        (lowest.balance_vnd < 0, _("Of {gift} {missing} đồng less is left than this payment needs.")),
    )
    for broken, message in wrong:
        if broken:
            raise RuleBroken(
                "fund.gift.misspent",
                message.format(
                    gift=gift.number,
                    day=short_date(gift.day),
                    purpose=gift.reserved_for,
                    household=gift.household,
                    missing=format_vnd(-lowest.balance_vnd),
                ),
                "gift",
            )


def check_wish(restricted: bool | None, purpose: str | None, household: str | None) -> None:
    """Money given with a wish says which: a purpose or a household."""
    if restricted and not (purpose or household):
        raise RuleBroken("fund.gift.no_wish", _("Say what the money is for: a purpose or a household."), "purpose")


def check_reason(reason: str) -> None:
    """What is undone says why."""
    if not reason.strip():
        raise RuleBroken("fund.reason.missing", _("Say why."), "reason")
