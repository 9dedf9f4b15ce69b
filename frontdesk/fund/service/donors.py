"""Donors, what they pledge, and the QR code by which they pay it."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

from peewee import fn

from frontdesk.errors import RuleBroken
from frontdesk.fund.deeds.people import (
    ADMIT_DONOR,
    EDIT_DONOR,
    END_PLEDGE,
    PLEDGE,
    AdmitDonor,
    EditDonor,
    EndPledge,
    MakePledge,
)
from frontdesk.fund.model import Donor, MoneyFund, Pledge, Voucher
from frontdesk.fund.rules.checks import check_amount, check_reason
from frontdesk.fund.rules.kinds import Consent, DonorKind
from frontdesk.fund.rules.people import DonorRow, PledgeRow
from frontdesk.fund.service.base import narrowed
from frontdesk.fund.service.proof import Proving
from frontdesk.fund.settings import BANK_ACCOUNT, BANK_BIN, CONSENT
from frontdesk.messages import _
from frontdesk.store import matching, tuples
from frontdesk.vietnamese import fold, sort_key, text_key

_DONORS: Final = "UH"
_PLEDGES: Final = "CK"
_LONGEST_PURPOSE: Final = 25


class Donors(Proving):
    """Who gives."""

    def admit_donor(self, ask: AdmitDonor) -> DonorRow:
        """Admit somebody who gives."""
        with self.store.change(ADMIT_DONOR) as change:
            if not ask.name.strip():
                raise RuleBroken("fund.donor.no_name", _("Give the donor's name."), "name")
            number = change.number(Donor, _DONORS)
            change.write(
                Donor,
                {
                    "number": number,
                    "name": ask.name,
                    "sort_key": _key(ask.name, ask.kind),
                    "kind": ask.kind,
                    "consent": ask.consent or self.standing_consent(),
                    "address": ask.address,
                    "phone": ask.phone,
                },
            )
        return self.donor(number)

    def edit_donor(self, ask: EditDonor) -> DonorRow:
        """Correct a donor, or how they want to be named."""
        with self.store.change(EDIT_DONOR) as change:
            row = self.donor(ask.number)
            names = ("name", "kind", "consent", "address", "phone")
            given = {name: getattr(ask, name) for name in names if getattr(ask, name) is not None}
            given["sort_key"] = _key(ask.name or row.name, ask.kind or row.kind)
            change.amend(Donor, row.id, revision=ask.revision, **given)
        return self.donor(ask.number)

    def pledge(self, ask: MakePledge) -> PledgeRow:
        """Record what a donor says they will give."""
        with self.store.change(PLEDGE) as change:
            check_amount(ask.amount_vnd)
            donor_id = self._donor_id(ask.donor)
            day = ask.day or change.today
            number = change.number(Pledge, _PLEDGES, day.year)
            change.write(
                Pledge,
                {
                    "number": number,
                    "donor_id": donor_id,
                    "fund_id": self._take_fund(change, ask.fund),
                    "day": day,
                    "due": ask.due,
                    "amount_vnd": ask.amount_vnd,
                    "text": ask.text or "Ủng hộ Quỹ",
                },
            )
        return self.pledged(number)

    def end_pledge(self, ask: EndPledge) -> PledgeRow:
        """Give up a pledge, with the reason."""
        with self.store.change(END_PLEDGE) as change:
            check_reason(ask.reason)
            change.amend(Pledge, self.pledged(ask.number).id, ended=ask.reason)
        return self.pledged(ask.number)

    def donor(self, number: str) -> DonorRow:
        """The donor with this number."""
        found = next(iter(self._donors(Donor.number == number.strip().upper())), None)
        if found is None:
            raise RuleBroken("fund.donor.unknown", _("There is no donor {number}.").format(number=number), "number")
        return found

    def donors(self, search: str | None = None) -> list[DonorRow]:
        """The donors in Vietnamese order, those a search finds."""
        return self._donors(*([Donor.id.in_(matching(search, Donor.topic))] if search else []))

    def pledged(self, number: str) -> PledgeRow:
        """The pledge with this number."""
        found = next(iter(self.pledges(Pledge.number == number.strip().upper())), None)
        if found is None:
            raise RuleBroken("fund.pledge.unknown", _("There is no pledge {number}.").format(number=number), "number")
        return found

    def pledges(self, *conditions: Any) -> list[PledgeRow]:
        """The pledges and what came of them, newest first."""
        received = Voucher.select(fn.COALESCE(fn.SUM(Voucher.amount_vnd), 0)).where(
            Voucher.pledge == Pledge.id, Voucher.seal_no.is_null(False)
        )
        names = ("day", "due", "amount_vnd", "text", "ended")
        query = (
            Pledge.select(
                Pledge.id,
                Pledge.number,
                Donor.name,
                Donor.number,
                MoneyFund.name,
                *(getattr(Pledge, name) for name in names),
                received,
            )
            .join(Donor)
            .switch(Pledge)
            .join(MoneyFund)
        )
        return [PledgeRow(*values) for values in tuples(narrowed(query, conditions).order_by(Pledge.id.desc()))]

    def standing_consent(self) -> Consent:
        """How donors are named who were not asked."""
        return Consent(self.office.setting(CONSENT))

    def consents(self, numbers: Sequence[str]) -> dict[str, DonorRow]:
        """The donors with these numbers, by number."""
        return {row.number: row for row in self._donors(Donor.number.in_(list(numbers)))}

    def vietqr(self, number: str) -> str:
        """The VietQR text by which a pledge is paid: the account, the amount still open, its number and its text.

        The bank's field takes 25 plain letters. RuleBroken when the settings name no bank account.
        """
        row = self.pledged(number)
        bank, account = self.office.setting(BANK_BIN), self.office.setting(BANK_ACCOUNT)
        if not (bank and account):
            raise RuleBroken(
                "fund.bank.unset",
                _("The settings do not name the fund's bank account. Set fund.bank_bin and fund.bank_account first."),
            )
        purpose = f"{row.number} {fold(row.text)}".replace("-", " ").upper()[:_LONGEST_PURPOSE].strip()
        amount = str(row.open_vnd) if row.open_vnd else None
        from vietnam_qr_pay import QRPay  # late: commands that show no code need not load it

        return str(QRPay.init_viet_qr(bank, account, amount, purpose).build())

    def vietqr_picture(self, number: str) -> bytes:
        """The VietQR code of a pledge as a PNG, for the screen and for a letter."""
        picture = BytesIO()
        import segno  # late, as above

        segno.make(self.vietqr(number), error="m").save(picture, kind="png", scale=8, border=4)
        return picture.getvalue()

    def _donors(self, *conditions: Any) -> list[DonorRow]:
        names = ("address", "phone", "revision")
        columns = (Donor.id, Donor.number, Donor.name, Donor.kind, Donor.consent)
        query = narrowed(Donor.select(*columns, *(getattr(Donor, name) for name in names)), conditions)
        return [
            DonorRow(*(*values[:3], DonorKind(values[3]), Consent(values[4]), *values[5:]))
            for values in tuples(query.order_by(Donor.sort_key))
        ]


def _key(name: str, kind: DonorKind) -> str:
    return sort_key(name) if kind is DonorKind.PERSON else text_key(name)
