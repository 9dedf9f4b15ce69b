"""The deeds of helping: houses and distributions."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from frontdesk.fund.rules.kinds import Account, Category, HouseWork, MoneySource
from frontdesk.messages import mark
from frontdesk.store import BOOKKEEPERS, CLERKS, Deed


@dataclass(frozen=True)
class SurveyHouse:
    """A house looked at for help: `household` by its number."""

    household: str
    work: HouseWork
    condition: str = ""
    day: date | None = None


@dataclass(frozen=True)
class ApproveHouse:
    """Support decided on, by the number of the decision or of the meeting."""

    number: str
    approval: str
    day: date | None = None


@dataclass(frozen=True)
class FundHouse:
    """Money for a house from one source; it replaces what stood for that source."""

    number: str
    source: MoneySource
    amount_vnd: int


@dataclass(frozen=True)
class StartHouse:
    """Work begins."""

    number: str
    day: date | None = None


@dataclass(frozen=True)
class HandOverHouse:
    """The house is done and handed over: its area, its worth, and the three hard parts ("03 cứng")."""

    number: str
    area_m2: int
    total_vnd: int
    hard_floor: bool = True
    hard_frame: bool = True
    hard_roof: bool = True
    day: date | None = None


@dataclass(frozen=True)
class PauseHouse:
    """Work or preparation stops, with the reason."""

    number: str
    reason: str


@dataclass(frozen=True)
class ResumeHouse:
    """It goes on from where it was paused."""

    number: str


@dataclass(frozen=True)
class DrawUp:
    """A distribution for all households a filter finds. `amount_vnd` None: the norm of its purpose.

    With `item`, each receives `quantity` of it from the store instead of money.
    """

    text: str
    purpose: str
    amount_vnd: int | None = None
    item: str | None = None
    unit: str = "suất"
    quantity: int = 1
    category: tuple[Category, ...] = ()
    area: tuple[str, ...] = ()
    year: int | None = None
    got_nothing_since: date | None = field(
        default=None, metadata={"help": mark("only households that received nothing since that day")}
    )
    approval: str | None = None
    fund: str | None = None
    day: date | None = None


@dataclass(frozen=True)
class SetShare:
    """What one household receives in a distribution that is still being drawn up."""

    number: str
    household: str
    amount_vnd: int
    quantity: int = 0


@dataclass(frozen=True)
class DropShare:
    """A household left out of a distribution, with the reason."""

    number: str
    household: str
    reason: str


@dataclass(frozen=True)
class HandOutList:
    """Draft the one voucher a distribution is paid or handed out by; its list is frozen."""

    number: str
    account: Account = Account.CASH
    approval: str | None = None
    counterparty: str = ""
    day: date | None = None
    gift: str | None = None
    exception: str | None = None


@dataclass(frozen=True)
class Attach:
    """Keep a photo or a scan with a house, a voucher or a distribution."""

    number: str
    file: str


WORKERS: Final = BOOKKEEPERS | CLERKS
SURVEY_HOUSE: Final = Deed("fund.survey_house", WORKERS, mark("survey a house"), SurveyHouse)
APPROVE_HOUSE: Final = Deed("fund.approve_house", WORKERS, mark("approve support for a house"), ApproveHouse)
FUND_HOUSE: Final = Deed("fund.fund_house", WORKERS, mark("say where money for a house comes from"), FundHouse)
START_HOUSE: Final = Deed("fund.start_house", WORKERS, mark("begin work on a house"), StartHouse)
HAND_OVER_HOUSE: Final = Deed("fund.hand_over_house", WORKERS, mark("hand over a house"), HandOverHouse)
PAUSE_HOUSE: Final = Deed("fund.pause_house", WORKERS, mark("pause a house"), PauseHouse, "fund.resume_house")
RESUME_HOUSE: Final = Deed("fund.resume_house", WORKERS, mark("resume a house"), ResumeHouse, "fund.pause_house")
DRAW_UP: Final = Deed("fund.draw_up", WORKERS, mark("draw up a distribution"), DrawUp)
SET_SHARE: Final = Deed("fund.set_share", WORKERS, mark("set a household's share"), SetShare)
DROP_SHARE: Final = Deed("fund.drop_share", WORKERS, mark("leave a household out"), DropShare)
HAND_OUT_LIST: Final = Deed("fund.hand_out_list", BOOKKEEPERS, mark("hand out a distribution"), HandOutList)
ATTACH: Final = Deed("fund.attach", WORKERS, mark("keep a file with a document"), Attach)

DEEDS: Final = (
    SURVEY_HOUSE,
    APPROVE_HOUSE,
    FUND_HOUSE,
    START_HOUSE,
    HAND_OVER_HOUSE,
    PAUSE_HOUSE,
    RESUME_HOUSE,
    DRAW_UP,
    SET_SHARE,
    DROP_SHARE,
    HAND_OUT_LIST,
    ATTACH,
)
