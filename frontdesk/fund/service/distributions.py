"""Distributions: lists of households drawn up by a filter, paid by one voucher, signed for by each."""

from dataclasses import replace
from datetime import date
from typing import Any, Final

from peewee import JOIN

from frontdesk.errors import RuleBroken
from frontdesk.fund.deeds.vouchers import Goods, HandOut, Pay
from frontdesk.fund.deeds.works import (
    DRAW_UP,
    DROP_SHARE,
    HAND_OUT_LIST,
    SET_SHARE,
    DrawUp,
    DropShare,
    HandOutList,
    SetShare,
)
from frontdesk.fund.model import Distribution, Household, Item, MoneyFund, Share, Voucher
from frontdesk.fund.rules.checks import check_amount, check_reason
from frontdesk.fund.rules.kinds import DistributionState
from frontdesk.fund.rules.people import HouseholdRow
from frontdesk.fund.rules.works import DistributionRow, ShareRow, check_drawn_up
from frontdesk.fund.service.base import narrowed
from frontdesk.fund.service.houses import Houses
from frontdesk.fund.settings import PURPOSES
from frontdesk.messages import _
from frontdesk.office.model import Area
from frontdesk.store import Change, tuples

_LISTS: Final = "DS"


class Distributions(Houses):
    """Lists of who receives what."""

    def draw_up(self, ask: DrawUp) -> DistributionRow:
        """Draw up a list of all households a filter finds."""
        with self.store.change(DRAW_UP) as change:
            day = ask.day or change.today
            chosen = self._chosen(ask, day)
            if not chosen:
                raise RuleBroken("fund.distribution.empty", _("No household fits this. Widen the filter."), "category")
            amount = self._norm(ask)
            fund_id = self._take_fund(change, ask.fund)
            number = change.number(Distribution, _LISTS, day.year)
            list_id = change.write(
                Distribution,
                {
                    "number": number,
                    "fund_id": fund_id,
                    "text": ask.text,
                    "purpose": ask.purpose,
                    "day": day,
                    "approval": ask.approval,
                    "state": DistributionState.DRAWN_UP,
                    "item_id": self._take_item(change, ask.item, ask.unit) if ask.item else None,
                },
            )
            for row in chosen:
                share = {"distribution_id": list_id, "household_id": row.id, "amount_vnd": amount}
                change.write(Share, {**share, "quantity": ask.quantity if ask.item else 0})
        return self.distribution(number)

    def set_share(self, ask: SetShare) -> DistributionRow:
        """Say what one household receives."""
        with self.store.change(SET_SHARE) as change:
            check_amount(ask.amount_vnd or None)
            row = self._open_list(ask.number)
            self._amend_share(
                change, row, ask.household, amount_vnd=ask.amount_vnd, quantity=ask.quantity, dropped=None
            )
        return self.distribution(ask.number)

    def drop_share(self, ask: DropShare) -> DistributionRow:
        """Leave a household out, with the reason."""
        with self.store.change(DROP_SHARE) as change:
            check_reason(ask.reason)
            self._amend_share(change, self._open_list(ask.number), ask.household, dropped=ask.reason)
        return self.distribution(ask.number)

    def hand_out_list(self, ask: HandOutList) -> DistributionRow:
        """Draft the voucher the list is handed out by and freeze the list."""
        with self.store.change(HAND_OUT_LIST) as change:
            row = self._open_list(ask.number)
            approval = ask.approval or row.approval
            counterparty = ask.counterparty or f"{len(row.kept)} hộ theo danh sách {row.number}"
            documents = f"Danh sách ký nhận {row.number}"
            if row.item:
                given = Goods(row.item, sum(share.quantity for share in row.kept), row.unit or "", 0)
                draft = self.hand_out(
                    HandOut((given,), row.text, counterparty, row.fund, ask.day, approval=approval, documents=documents)
                )
            else:
                draft = self.pay(
                    Pay(
                        row.total_vnd,
                        row.text,
                        counterparty,
                        row.purpose,
                        approval,
                        row.fund,
                        ask.account,
                        ask.day,
                        gift=ask.gift,
                        documents=documents,
                        exception=ask.exception,
                    )
                )
            change.amend(
                Distribution, row.id, state=DistributionState.HANDED_OUT, voucher_id=draft.id, approval=approval
            )
            change.link(row.id, draft.id, "distribution")
        return self.distribution(ask.number)

    def distribution(self, number: str) -> DistributionRow:
        """The distribution with this number, with its shares."""
        found = next(iter(self._lists(Distribution.number == number.strip().upper())), None)
        if found is None:
            raise RuleBroken(
                "fund.distribution.unknown", _("There is no distribution {number}.").format(number=number), "number"
            )
        return replace(found, shares=self._shares(found))

    def distributions(self) -> list[DistributionRow]:
        """All distributions without their shares, newest first."""
        return self._lists()

    def _open_list(self, number: str) -> DistributionRow:
        row = self.distribution(number)
        check_drawn_up(row)
        return row

    def _chosen(self, ask: DrawUp, day: date) -> list[HouseholdRow]:
        rows = [row for row in self.households(ask.year or day.year, ask.category, ask.area) if row.category]
        if ask.got_nothing_since is None:
            return rows
        received = self.received(ask.got_nothing_since, day)
        return [row for row in rows if not received.get(row.id)]

    def _norm(self, ask: DrawUp) -> int:
        """What each receives: as asked, else the norm of the purpose."""
        if ask.item or ask.amount_vnd is not None:
            check_amount(ask.amount_vnd)
            return ask.amount_vnd or 0
        spec = PURPOSES.get(ask.purpose)
        norm = int(self.office.setting(spec)) if spec is not None else 0
        if norm <= 0:
            raise RuleBroken(
                "fund.distribution.no_amount",
                _("There is no norm for “{purpose}”. Say what each household receives.").format(purpose=ask.purpose),
                "amount_vnd",
            )
        return norm

    def _amend_share(self, change: Change, row: DistributionRow, household: str, **values: Any) -> None:
        share = next((each for each in row.shares if each.household == household.strip().upper()), None)
        if share is None:
            raise RuleBroken(
                "fund.distribution.not_on_it", _("{number} is not on this list.").format(number=household), "household"
            )
        change.amend(Share, share.id, **values)

    def _lists(self, *conditions: Any) -> list[DistributionRow]:
        query = (
            Distribution.select(
                Distribution.id,
                Distribution.number,
                MoneyFund.name,
                Distribution.text,
                Distribution.purpose,
                Distribution.day,
                Distribution.approval,
                Distribution.state,
                Item.name,
                Item.unit,
                Voucher.number,
                Distribution.revision,
            )
            .join(MoneyFund)
            .switch(Distribution)
            .join(Item, JOIN.LEFT_OUTER)
            .switch(Distribution)
            .join(Voucher, JOIN.LEFT_OUTER)
        )
        return [
            DistributionRow(*(*values[:7], DistributionState(values[7]), *values[8:]))
            for values in tuples(narrowed(query, conditions).order_by(Distribution.id.desc()))
        ]

    def _shares(self, row: DistributionRow) -> tuple[ShareRow, ...]:
        categories = {each.number: each.category for each in self.households(row.day.year)}
        query = (
            Share.select(
                Share.id,
                Household.number,
                Household.head,
                Area.name,
                Household.citizen_id,
                Share.amount_vnd,
                Share.quantity,
                Share.dropped,
            )
            .join(Household)
            .join(Area)
            .where(Share.distribution == row.id)
            .order_by(Area.sort_key, Household.sort_key)
        )
        return tuple(
            ShareRow(share_id, number, head, area, categories.get(number), *rest)
            for share_id, number, head, area, *rest in tuples(query)
        )
