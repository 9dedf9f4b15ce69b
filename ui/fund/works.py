"""The parts "Houses" and "Lists": houses by their state, distributions and who is in them."""

from collections.abc import Sequence

from PySide6.QtCore import Slot

from frontdesk.fund.deeds.works import (
    ApproveHouse,
    DrawUp,
    DropShare,
    FundHouse,
    HandOutList,
    HandOverHouse,
    PauseHouse,
    ResumeHouse,
    SetShare,
    StartHouse,
)
from frontdesk.fund.rules.kinds import CATEGORY_TITLES, HOUSE_STATE_TITLES, DistributionState, HouseState
from frontdesk.fund.rules.works import DistributionRow, HouseRow, ShareRow
from frontdesk.messages import _
from frontdesk.office import PaperAsk
from ui.desk.doing import do, may
from ui.desk.env import Env
from ui.desk.records import RecordPanel
from ui.fund import workforms as forms
from ui.fund.words import LIST_TITLES, SOURCE_TITLES, WORK_TITLES, day, vnd, word
from ui.parts.colours import Tone
from ui.parts.menus import Entry
from ui.parts.rowtable import Empty
from ui.parts.smalltable import SmallTable
from ui.parts.table import Column


class HousesPanel(RecordPanel[HouseRow]):
    """Great Unity houses by their state."""

    help_page = "fund-houses"

    def __init__(self, env: Env) -> None:
        super().__init__(
            env,
            "fund.houses",
            _("Great Unity houses"),
            ("houses", "households", "vouchers"),
            (
                Column("number", _("Number"), 14),
                Column("head", _("Head of the household"), 0),
                Column("area", _("Residential area"), 16),
                Column("work", _("Work"), 10, text=lambda row: word(WORK_TITLES, row.work)),
                Column("state", _("State"), 14, text=lambda row: word(HOUSE_STATE_TITLES, row.state), tone=_tone),
                Column("sources", _("Money from"), 30, text=_sources),
                Column("funded_vnd", _("Together"), 13, "right", lambda row: vnd(row.funded_vnd)),
                Column("approval", _("Approval"), 16, hidden=True),
                Column("handed_over", _("Handed over"), 11, text=lambda row: day(row.handed_over), hidden=True),
            ),
            searched=lambda row: f"{row.number} {row.head} {row.area}",
            empty=Empty(
                _("No house yet"), _("Choose a household under “Households” and enter the survey of its house.")
            ),
        )
        self.buttons = self.add_buttons(
            (
                Entry(_("&Approve…"), self._on_approve, may(env, ApproveHouse), "houses.approve"),
                Entry(_("&Money…"), self._on_money, may(env, FundHouse), "houses.money"),
                Entry(_("&Begin building"), self._on_start, may(env, StartHouse), "houses.start"),
                Entry(_("&Hand over…"), self._on_hand_over, may(env, HandOverHouse), "houses.hand_over"),
                Entry(_("Pa&use…"), self._on_pause, may(env, PauseHouse), "houses.pause"),
                Entry(_("&Resume"), self._on_resume, may(env, ResumeHouse), "houses.resume"),
                Entry(_("&Print its papers…"), self.print_current, name="houses.print"),
            )
        )
        self.on_picked()

    def load(self) -> Sequence[HouseRow]:
        """See `RecordPanel`."""
        return self.env.services.fund.houses()

    @Slot()
    def on_picked(self) -> None:
        """See `RecordPanel`: only the next steps can be taken."""
        row = self.current()
        state = None if row is None else row.state
        running = state in (HouseState.SURVEYED, HouseState.APPROVED, HouseState.BUILDING)
        for name, awake in (
            ("approve", state is HouseState.SURVEYED),
            ("money", row is not None),
            ("start", state is HouseState.APPROVED),
            ("hand_over", state is HouseState.BUILDING),
            ("pause", running),
            ("resume", state is HouseState.PAUSED),
            ("print", row is not None),
        ):
            if f"houses.{name}" in self.buttons.buttons:
                self.buttons.buttons[f"houses.{name}"].setEnabled(awake)

    @Slot()
    def on_opened(self) -> None:
        """Its papers."""
        self.print_current()

    @Slot()
    def print_current(self) -> None:
        """The house's papers."""
        row = self.current()
        if row is not None:
            self.env.show_paper("house-papers", PaperAsk(number=row.number))

    @Slot()
    def _on_approve(self) -> None:
        if (row := self.current()) is not None:
            forms.approve_dialog(self.env, row, self).begin()

    @Slot()
    def _on_money(self) -> None:
        if (row := self.current()) is not None:
            forms.money_dialog(self.env, row, self).begin()

    @Slot()
    def _on_start(self) -> None:
        if (row := self.current()) is not None:
            do(self.env, StartHouse(row.number), self, says=_("Building has begun."))

    @Slot()
    def _on_hand_over(self) -> None:
        if (row := self.current()) is not None:
            forms.hand_over_dialog(self.env, row, self).begin()

    @Slot()
    def _on_pause(self) -> None:
        if (row := self.current()) is not None:
            why = self.env.ask.reason(_("Pause"), _("The house waits. Say why."), _("Pause"))
            if why is not None:
                do(self.env, PauseHouse(row.number, why), self, says=_("The house is paused."))

    @Slot()
    def _on_resume(self) -> None:
        if (row := self.current()) is not None:
            do(self.env, ResumeHouse(row.number), self, says=_("It goes on."))


class ListsPanel(RecordPanel[DistributionRow]):
    """Distributions, below them the households of the selected one."""

    help_page = "fund-lists"

    def __init__(self, env: Env) -> None:
        super().__init__(
            env,
            "fund.lists",
            _("Distribution lists"),
            ("distributions", "households", "vouchers"),
            (
                Column("number", _("Number"), 14),
                Column("day", _("Day"), 10, text=lambda row: day(row.day)),
                Column("text", _("What for"), 0),
                Column("kept", _("Households"), 10, "right", lambda row: str(len(row.kept))),
                Column("total_vnd", _("Together"), 13, "right", lambda row: vnd(row.total_vnd)),
                Column("item", _("Thing"), 16),
                Column("state", _("State"), 14, text=lambda row: word(LIST_TITLES, row.state)),
                Column("voucher", _("Voucher"), 14),
            ),
            searched=lambda row: f"{row.number} {row.text} {row.purpose}",
            empty=Empty(
                _("No list yet"),
                _("Draw one up from the year's households: by kind, by area, those who got nothing."),
                _("New list…") if may(env, DrawUp) else "",
            ),
        )
        self.shares: SmallTable[ShareRow] = SmallTable(
            "lists.shares",
            _("Households of the list"),
            (
                Column("household", _("Number"), 10),
                Column("head", _("Head of the household"), 0),
                Column("area", _("Residential area"), 16),
                Column("category", _("Kind"), 18, text=lambda row: word(CATEGORY_TITLES, row.category)),
                Column("amount_vnd", _("Amount (đồng)"), 13, "right", lambda row: vnd(row.amount_vnd)),
                Column("quantity", _("Quantity"), 8, "right"),
                Column("dropped", _("Left out because"), 22, tone=lambda _row: Tone.MUTED),
            ),
            empty=_("Choose a list to see its households."),
        )
        self.shares.opened.connect(self._on_share)
        self.column.addWidget(self.shares)
        self.buttons = self.add_buttons(
            (
                Entry(_("&New list…"), self.begin_new, may(env, DrawUp), "lists.new", "main"),
                Entry(_("C&hange…"), self._on_share, may(env, SetShare), "lists.share"),
                Entry(_("&Leave out…"), self._on_drop, may(env, DropShare), "lists.drop"),
                Entry(_("Hand &out…"), self._on_hand_out, may(env, HandOutList), "lists.hand_out"),
                Entry(_("&Print to be signed…"), self.print_current, name="lists.print"),
            )
        )
        self.on_picked()

    def load(self) -> Sequence[DistributionRow]:
        """See `RecordPanel`."""
        fund = self.env.services.fund
        return [fund.distribution(row.number) for row in fund.distributions()]

    @Slot()
    def begin_new(self) -> None:
        """Another list."""
        if may(self.env, DrawUp):
            forms.draw_up_dialog(self.env, self).begin()

    @Slot()
    def on_picked(self) -> None:
        """See `RecordPanel`."""
        row = self.current()
        self.buttons.enable(row is not None, "lists.new")
        self.shares.set_rows(() if row is None else row.shares)
        is_open = row is not None and row.state is DistributionState.DRAWN_UP
        for name in ("lists.share", "lists.drop", "lists.hand_out"):
            if name in self.buttons.buttons:
                self.buttons.buttons[name].setEnabled(is_open)

    @Slot()
    def on_opened(self) -> None:
        """The voucher it was handed out by."""
        row = self.current()
        if row is not None and row.voucher:
            self.env.jump(row.voucher)

    @Slot()
    def print_current(self) -> None:
        """The list to be signed."""
        row = self.current()
        if row is not None:
            self.env.show_paper("distribution", PaperAsk(number=row.number))

    @Slot()
    def _on_share(self) -> None:
        row, share = self.current(), self.shares.current()
        if row is not None and share is not None and row.state is DistributionState.DRAWN_UP:
            forms.share_dialog(self.env, row, share, self).begin()

    @Slot()
    def _on_drop(self) -> None:
        row, share = self.current(), self.shares.current()
        ask = forms.drop(self.env, row, share) if row is not None and share is not None else None
        if ask is not None:
            do(self.env, ask, self, says=_("The household is left out."))

    @Slot()
    def _on_hand_out(self) -> None:
        if (row := self.current()) is not None:
            forms.hand_out_dialog(self.env, row, self).begin()


def _sources(row: HouseRow) -> str:
    return ", ".join(f"{word(SOURCE_TITLES, source)} {vnd(amount)}" for source, amount in row.sources)


def _tone(row: HouseRow) -> Tone:
    return {HouseState.HANDED_OVER: Tone.GOOD, HouseState.PAUSED: Tone.WARN}.get(row.state, Tone.PLAIN)
