"""What the fund keeps under a name alone, for the paper of somebody who bears it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from frontdesk.fund.model import Donor, Household, HouseholdMember, Voucher
from frontdesk.fund.service.printing import Printing
from frontdesk.store import matching, tuples
from frontdesk.vietnamese import short_date

if TYPE_CHECKING:
    from frontdesk.roster import Namesake


class Namesakes(Printing):
    """Only where a name stands: what stands there may be another's."""

    def under_name(self, whose: "Namesake") -> list[str]:
        """Donors, households and vouchers that bear somebody's name; no amount, no address, nobody else's name."""
        return [*_donors(whose), *_households(whose), *_members(whose), *_vouchers(whose)]


def _donors(whose: "Namesake") -> Iterator[str]:
    query = Donor.select(Donor.number, Donor.name).where(Donor.id.in_(matching(whose.name, Donor.topic)))
    for number, name in tuples(query.order_by(Donor.id)):
        if whose.may_be(name):
            yield f"Người ủng hộ Quỹ {number}"


def _households(whose: "Namesake") -> Iterator[str]:
    found = Household.id.in_(matching(whose.name, Household.topic))
    for number, head, area_id in tuples(
        Household.select(Household.number, Household.head, Household.area).where(found).order_by(Household.id)
    ):
        if whose.may_be(head, area_id=area_id):
            yield f"Hộ {number}: chủ hộ"


def _members(whose: "Namesake") -> Iterator[str]:
    query = HouseholdMember.select(
        Household.number, HouseholdMember.name, HouseholdMember.birth_year, Household.area
    ).join_from(HouseholdMember, Household)
    for number, name, birth_year, area_id in tuples(query.order_by(HouseholdMember.id)):
        if whose.may_be(name, birth_year, area_id):
            yield f"Hộ {number}: người trong hộ"


def _vouchers(whose: "Namesake") -> Iterator[str]:
    found = Voucher.id.in_(matching(whose.name, Voucher.topic))
    query = Voucher.select(Voucher.number, Voucher.draft, Voucher.day, Voucher.counterparty).where(found)
    for number, draft, day, counterparty in tuples(query.order_by(Voucher.day.desc(), Voucher.id.desc())):
        if whose.may_be(counterparty):
            yield f"Chứng từ {number or draft}, ngày {short_date(day)}: người nộp hoặc nhận"
