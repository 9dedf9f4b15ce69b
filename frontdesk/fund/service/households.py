"""Households by year, and what each received from whom."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, Final

from peewee import JOIN, fn

from frontdesk.errors import RuleBroken
from frontdesk.fund.deeds.people import (
    ADD_MEMBER,
    CLASSIFY,
    EDIT_HOUSEHOLD,
    EDIT_MEMBER,
    REGISTER,
    SHOW_HOUSEHOLDS,
    AddMember,
    ClassifyHousehold,
    EditHousehold,
    EditMember,
    RegisterHousehold,
)
from frontdesk.fund.model import (
    Distribution,
    Household,
    HouseholdMember,
    HouseholdYear,
    Share,
    Voucher,
)
from frontdesk.fund.rules.kinds import Category, VoucherKind
from frontdesk.fund.rules.people import HelpRow, HouseholdRow, MemberRow, check_citizen_id, check_member, check_year
from frontdesk.fund.service.base import narrowed, one_of
from frontdesk.fund.service.donors import Donors
from frontdesk.fund.service.rows import rows_of, voucher_query
from frontdesk.messages import _
from frontdesk.office import ListAsk
from frontdesk.office.model import Area
from frontdesk.store import Change, matching, tuples
from frontdesk.vietnamese import sort_key

_HOUSEHOLDS: Final = "HO"


class Households(Donors):
    """Who receives."""

    def register_household(self, ask: RegisterHousehold) -> HouseholdRow:
        """Register a household that may be helped."""
        with self.store.change(REGISTER) as change:
            if not ask.head.strip():
                raise RuleBroken("fund.household.no_head", _("Name the head of the household."), "head")
            check_citizen_id(ask.citizen_id)
            for member in ask.members:
                check_member(member.name, member.birth_year, change.today)
            year = ask.year or change.today.year
            check_year(year, change.today)
            more = {"address": ask.address, "phone": ask.phone, "citizen_id": ask.citizen_id, "note": ask.note}
            household_id = self._enter_household(change, ask.head, ask.area, year, ask.category, **more)
            for member in ask.members:
                change.write(HouseholdMember, member, household_id=household_id, ended=False)
            number = _number_of(household_id)
        return self.household(number, year)

    def edit_household(self, ask: EditHousehold) -> HouseholdRow:
        """Correct a household."""
        with self.store.change(EDIT_HOUSEHOLD) as change:
            row = self.household(ask.number)
            check_citizen_id(ask.citizen_id)
            names = ("head", "address", "phone", "citizen_id", "note")
            given: dict[str, Any] = {name: getattr(ask, name) for name in names if getattr(ask, name) is not None}
            if ask.head:
                given["sort_key"] = sort_key(ask.head)
            if ask.area:
                given["area_id"], _made = self.office.ensure_area(change, ask.area)
            change.amend(Household, row.id, revision=ask.revision, **given)
        return self.household(ask.number)

    def classify_household(self, ask: ClassifyHousehold) -> HouseholdRow:
        """Say what a household is in a year; last year's word stays as it was."""
        with self.store.change(CLASSIFY) as change:
            check_year(ask.year, change.today)
            row = self.household(ask.number)
            self._classify(change, row.id, ask.year, ask.category)
        return self.household(ask.number, ask.year)

    def add_member(self, ask: AddMember) -> HouseholdRow:
        """Add somebody to a household."""
        with self.store.change(ADD_MEMBER) as change:
            row = self.household(ask.number)
            check_member(ask.name, ask.birth_year, change.today)
            values = {"name": ask.name, "relation": ask.relation, "birth_year": ask.birth_year, "note": ask.note}
            change.write(HouseholdMember, {"household_id": row.id, **values, "ended": False})
        return row

    def edit_member(self, ask: EditMember) -> HouseholdRow:
        """Correct somebody in a household, or record that they left it."""
        with self.store.change(EDIT_MEMBER) as change:
            row = self.household(ask.number)
            ids = [row_id for row_id, *_member in self._members(ask.number)]
            if not 1 <= ask.place <= len(ids):
                raise RuleBroken(
                    "fund.household.no_member",
                    _("{number} has no member no. {place}.").format(number=row.number, place=ask.place),
                    "place",
                )
            check_member(ask.name, ask.birth_year, change.today)
            names = ("name", "relation", "birth_year", "note")
            given = {name: getattr(ask, name) for name in names if getattr(ask, name) is not None}
            change.amend(HouseholdMember, ids[ask.place - 1], **given, ended=ask.left)
        return row

    def household(self, number: str, year: int | None = None) -> HouseholdRow:
        """The household with this number, as of a year (None: its latest)."""
        rows = self._households(Household.number == number.strip().upper())
        found = next((row for row in rows if year in (None, row.year)), None)
        if found is None:
            raise RuleBroken(
                "fund.household.unknown", _("There is no household {number}.").format(number=number), "number"
            )
        return found

    def members(self, number: str) -> list[MemberRow]:
        """Who lives in a household besides its head."""
        return [MemberRow(*values) for _row_id, *values in self._members(number)]

    def households(
        self,
        year: int | None = None,
        category: tuple[Category, ...] = (),
        area: tuple[str, ...] = (),
        search: str | None = None,
    ) -> list[HouseholdRow]:
        """Households by year, area and Vietnamese order; each year a household was recorded for is a row."""
        conditions: list[Any] = []
        if year is not None:
            conditions.append(HouseholdYear.year == year)
        if category:
            conditions.append(HouseholdYear.category.in_([each.value for each in category]))
        if area:
            found = [self.office.find_area(name) for name in area]
            conditions.append(Household.area.in_([each.id for each in found if each is not None]))
        if search:
            conditions.append(Household.id.in_(matching(search, Household.topic)))
        return self._households(*conditions)

    def household_list(self, ask: ListAsk) -> list[dict[str, Any]]:
        """The households as the list of the command line gives them; `status` is a category."""
        if ask.sensitive:
            with self.store.change(SHOW_HOUSEHOLDS) as change:
                change.note("households")
        category = one_of(Category, ask.status, "status")
        rows = self.households(category=(category,) if category else (), search=ask.search)
        first, last = (day.year if day else None for day in (ask.since, ask.until))
        return [
            {
                "number": row.number,
                "head": row.head,
                "area": row.area,
                "year": row.year,
                "category": row.category,
                "received_vnd": row.received_vnd,
                "citizen_id": row.citizen_id if ask.sensitive else None,
                "masked": [] if ask.sensitive else ["citizen_id"],
            }
            for row in rows
            if (first is None or row.year >= first) and (last is None or row.year <= last)
        ]

    def helped(self, number: str) -> list[HelpRow]:
        """Everything a household received over the years, money and things, oldest first."""
        row = self.household(number)
        own = voucher_query().where(Voucher.household == row.id, Voucher.seal_no.is_null(False))
        given = (VoucherKind.PAYMENT, VoucherKind.GIFT_OUT)
        rows = [
            HelpRow(
                each.day,
                each.number or "",
                each.text,
                each.gift or each.fund,
                (each.amount_vnd or 0) if each.kind is VoucherKind.PAYMENT else 0,
                ", ".join(f"{line.quantity} {line.unit} {line.item}" for line in each.goods),
            )
            for each in rows_of(own)
            if each.kind in given
        ]
        return sorted([*rows, *self._shared(row.id)], key=lambda each: (each.day, each.number))

    def _shared(self, household_id: int) -> list[HelpRow]:
        query = (
            Share.select(
                Voucher.day, Distribution.number, Distribution.text, Voucher.number, Share.amount_vnd, Share.quantity
            )
            .join(Distribution)
            .join(Voucher)
            .where(Share.household == household_id, Share.dropped.is_null(True), Voucher.status == "posted")
        )
        return [
            HelpRow(day, number, text, voucher, amount if not quantity else 0, str(quantity) if quantity else "")
            for day, number, text, voucher, amount, quantity in tuples(query)
        ]

    def received(self, since: date, until: date) -> dict[int, int]:
        """What households received in money from one day to another, by their ids."""
        own = (
            Voucher.select(Voucher.household, fn.SUM(Voucher.amount_vnd))
            .where(
                Voucher.household.is_null(False),
                Voucher.kind == VoucherKind.PAYMENT.value,
                Voucher.seal_no.is_null(False),
                Voucher.day.between(since, until),
            )
            .group_by(Voucher.household)
        )
        shared = (
            Share.select(Share.household, fn.SUM(Share.amount_vnd))
            .join(Distribution)
            .join(Voucher)
            .where(Share.dropped.is_null(True), Voucher.status == "posted", Voucher.day.between(since, until))
            .where(Voucher.kind == VoucherKind.PAYMENT.value)
            .group_by(Share.household)
        )
        totals: dict[int, int] = {}
        for household_id, amount in [*tuples(own), *tuples(shared)]:
            totals[household_id] = totals.get(household_id, 0) + amount
        return totals

    def fairness(self, year: int, since: date | None = None) -> list[HouseholdRow]:
        """The households of a year by what they received since a day (None: in that year), who got nothing first."""
        received = self.received(since or date(year, 1, 1), date(year, 12, 31))
        rows = [replace(row, received_vnd=received.get(row.id, 0)) for row in self.households(year) if row.category]
        return sorted(rows, key=lambda row: row.received_vnd)

    def _members(self, number: str) -> Iterator[tuple[Any, ...]]:
        names = ("id", "name", "relation", "birth_year", "note")
        query = HouseholdMember.select(*(getattr(HouseholdMember, name) for name in names)).join(Household)
        mine = (Household.number == number.strip().upper(), ~HouseholdMember.ended)
        return tuples(query.where(*mine).order_by(HouseholdMember.id))

    def _enter_household(
        self, change: Change, head: str, area: str, year: int, category: Category | None = None, **more: Any
    ) -> int:
        """Write a new household and what it is in a year, None: not said; returns its id."""
        area_id, _made = self.office.ensure_area(change, area)
        blank = {"address": "", "phone": "", "citizen_id": None, "note": ""}
        named = {"number": change.number(Household, _HOUSEHOLDS), "head": head, "sort_key": sort_key(head)}
        household_id = change.write(Household, {**blank, **more, **named, "area_id": area_id, "ended": False})
        change.write(HouseholdYear, {"household_id": household_id, "year": year, "category": category})
        return household_id

    def _classify(self, change: Change, household_id: int, year: int, category: Category | None) -> None:
        found = HouseholdYear.get_or_none(HouseholdYear.household == household_id, HouseholdYear.year == year)
        values = {"household_id": household_id, "year": year, "category": category}
        change.write(HouseholdYear, values if found is None else {**values, "id": found.id})

    def _households(self, *conditions: Any) -> list[HouseholdRow]:
        names = ("address", "phone", "citizen_id", "note", "revision")
        query = (
            HouseholdYear.select(
                Household.id,
                Household.number,
                Household.head,
                Area.name,
                HouseholdYear.year,
                HouseholdYear.category,
                *(getattr(Household, name) for name in names),
            )
            .join(Household)
            .join(Area, JOIN.INNER)
        )
        order = (HouseholdYear.year.desc(), Area.sort_key, Household.sort_key)
        found = list(tuples(narrowed(query, conditions).order_by(*order)))
        received = {year: self.received(date(year, 1, 1), date(year, 12, 31)) for year in {row[4] for row in found}}
        return [
            HouseholdRow(*(*values[:5], _category(values[5]), received[values[4]].get(values[0], 0), *values[6:]))
            for values in found
        ]


def _number_of(household_id: int) -> str:
    number: str = next(tuples(Household.select(Household.number).where(Household.id == household_id)))[0]
    return number


def _category(value: str | None) -> Category | None:
    return Category(value) if value else None
