"""Houses and distributions as they leave the service, and the steps a house may take."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from frontdesk.errors import RuleBroken
from frontdesk.fund.rules.kinds import (
    HOUSE_STATE_TITLES,
    Category,
    DistributionState,
    HouseState,
    HouseWork,
    MoneySource,
)
from frontdesk.messages import _

STEPS: Final[dict[HouseState, tuple[HouseState, ...]]] = {
    HouseState.SURVEYED: (HouseState.APPROVED, HouseState.PAUSED),
    HouseState.APPROVED: (HouseState.BUILDING, HouseState.PAUSED),
    HouseState.BUILDING: (HouseState.HANDED_OVER, HouseState.PAUSED),
    HouseState.HANDED_OVER: (),
    HouseState.PAUSED: (HouseState.SURVEYED, HouseState.APPROVED, HouseState.BUILDING),
}


@dataclass(frozen=True)
class HouseRow:
    """A Great Unity house. `sources` is money by where it comes from; `paid_vnd` what the fund's vouchers paid."""

    id: int
    number: str
    household: str
    head: str
    area: str
    category: Category | None
    work: HouseWork
    state: HouseState
    surveyed: date
    condition: str
    approval: str | None
    approved: date | None
    started: date | None
    handed_over: date | None
    area_m2: int | None
    hard_floor: bool
    hard_frame: bool
    hard_roof: bool
    total_vnd: int | None
    paused: str | None
    revision: int
    sources: tuple[tuple[MoneySource, int], ...] = ()

    @property
    def funded_vnd(self) -> int:
        """What all sources come to."""
        return sum(amount for _source, amount in self.sources)


@dataclass(frozen=True)
class ShareRow:
    """What a household receives in a distribution; `dropped` says why nothing."""

    id: int
    household: str
    head: str
    area: str
    category: Category | None
    citizen_id: str | None
    amount_vnd: int
    quantity: int
    dropped: str | None


@dataclass(frozen=True)
class DistributionRow:
    """A list of households with what each receives, and the voucher it is handed out by."""

    id: int
    number: str
    fund: str
    text: str
    purpose: str
    day: date
    approval: str | None
    state: DistributionState
    item: str | None
    unit: str | None
    voucher: str | None
    revision: int
    shares: tuple[ShareRow, ...] = ()

    @property
    def kept(self) -> tuple[ShareRow, ...]:
        """The shares that were not dropped."""
        return tuple(share for share in self.shares if share.dropped is None)

    @property
    def total_vnd(self) -> int:
        """What all of them receive."""
        return sum(share.amount_vnd for share in self.kept)


def check_step(house: HouseRow, to: HouseState) -> None:
    """A house goes one step at a time."""
    if to not in STEPS[house.state]:
        raise RuleBroken(
            "fund.house.step",
            _("{number} is “{state}”; from there it cannot become “{to}”.").format(
                number=house.number, state=_(HOUSE_STATE_TITLES[house.state]), to=_(HOUSE_STATE_TITLES[to])
            ),
            "number",
        )


def check_drawn_up(row: DistributionRow) -> None:
    """A list that is being handed out is frozen."""
    if row.state is not DistributionState.DRAWN_UP:
        raise RuleBroken(
            "fund.distribution.frozen",
            _("{number} is being handed out; its list is frozen.").format(number=row.number),
            "number",
        )
