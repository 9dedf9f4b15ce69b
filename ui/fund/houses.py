"""The part "Houses": Great Unity houses by their state, with the photos and papers kept of each."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal, Slot

from frontdesk.errors import DeskError
from frontdesk.fund import (
    HOUSE_STATE_TITLES,
    ApproveHouse,
    Attach,
    Fund,
    FundHouse,
    HandOverHouse,
    HouseRow,
    HouseState,
    PauseHouse,
    ResumeHouse,
    StartHouse,
    VoucherFilter,
)
from frontdesk.messages import _
from frontdesk.office import PaperAsk
from frontdesk.store import AttachmentRow
from ui.desk.doing import do, may
from ui.desk.env import Env
from ui.desk.records import RecordPanel
from ui.fund import workforms as forms
from ui.fund.source import Drill
from ui.fund.words import SOURCE_TITLES, WORK_TITLES, day, vnd, word
from ui.parts.ask import Kind
from ui.parts.colours import Tone
from ui.parts.errors import explain
from ui.parts.menus import Entry
from ui.parts.rowtable import Empty
from ui.parts.smalltable import SmallTable
from ui.parts.table import Column

_STEPS: Final = frozenset({"approve", "start", "hand_over", "pause", "resume"})


class HousesPanel(RecordPanel[HouseRow]):
    """Great Unity houses by their state; below them the photos and papers of the selected one."""

    help_page = "fund-houses"

    behind = Signal(object)
    """What was paid to the household of a house is wanted (`Drill`)."""

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
        self.files: SmallTable[AttachmentRow] = SmallTable(
            "houses.files",
            _("Photos and papers"),
            (
                Column("name", _("Photo or paper"), 0),
                Column("added", _("Kept on"), 14, text=lambda row: f"{row.added:%d/%m/%Y %H:%M}"),
                Column("size", _("Size"), 10, "right", lambda row: _("{size} KB").format(size=-(-row.size // 1024))),
            ),
            empty=_("No photo or paper is kept with this house yet."),
            gives=True,
        )
        self.files.opened.connect(self._on_save_file)
        self.column.addWidget(self.files)
        self.buttons = self.add_buttons(
            (
                Entry(_("&Approve…"), self._on_approve, may(env, ApproveHouse), "houses.approve"),
                Entry(_("&Money…"), self._on_money, may(env, FundHouse), "houses.money"),
                Entry(_("&Begin building"), self._on_start, may(env, StartHouse), "houses.start"),
                Entry(_("&Hand over…"), self._on_hand_over, may(env, HandOverHouse), "houses.hand_over"),
                Entry(_("Pa&use…"), self._on_pause, may(env, PauseHouse), "houses.pause"),
                Entry(_("&Resume"), self._on_resume, may(env, ResumeHouse), "houses.resume"),
                Entry(_("&Keep a file…"), self._on_attach, may(env, Attach), "houses.attach"),
                Entry(_("&Print its papers…"), self.print_current, name="houses.print"),
                Entry(_("Its &vouchers"), self._on_vouchers, name="houses.vouchers"),
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
            ("vouchers", row is not None),
            ("attach", row is not None),
        ):
            button = self.buttons.buttons.get(f"houses.{name}")
            if button is not None:
                button.setEnabled(awake)
                # Steps that cannot come next would only fill the row; the first one shows where it begins.
                button.setVisible(awake or name not in _STEPS or (row is None and name == "approve"))
        self._read_files()

    @Slot()
    def _on_vouchers(self) -> None:
        row = self.current()
        if row is not None:
            words = _("Paid to household {number}, {head}").format(number=row.household, head=row.head)
            self.behind.emit(Drill(words, VoucherFilter(household=row.household)))

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

    def _read_files(self) -> None:
        row = self.current()
        self.files.setVisible(row is not None)
        if row is not None:
            self.read(partial(self.env.services.fund.files, row.number), self._on_files)

    @Slot(object)
    def _on_files(self, rows: Sequence[AttachmentRow]) -> None:
        self.files.set_rows(rows)

    @Slot()
    def _on_attach(self) -> None:
        if (row := self.current()) is None:
            return
        kinds = (Kind(_("Photos and scans"), ("jpg", "jpeg", "png", "pdf")), Kind(_("All files"), ("*",)))
        path = self.env.ask.choose_file(_("Keep a photo or a paper with {head}").format(head=row.head), kinds)
        if path is not None:
            do(self.env, Attach(row.number, str(path)), self, done=self._on_attached, says=_("The file is kept."))

    @Slot(object)
    def _on_attached(self, _name: str) -> None:
        self._read_files()

    @Slot()
    def _on_save_file(self) -> None:
        row, file = self.current(), self.files.current()
        if row is None or file is None:
            return
        kinds = (Kind(_("All files"), ("*",)),)
        path = self.env.ask.choose_save(_("Save a copy"), kinds, Path(file.name))
        if path is not None:
            work = partial(_copy, self.env.services.fund, row.number, file.id, path)
            self.env.lane.read(work, self._on_saved, self._on_not_saved, self)

    @Slot(object)
    def _on_saved(self, name: str) -> None:
        self.env.notices.say(_("The copy is in {file}.").format(file=name))

    @Slot(object)
    def _on_not_saved(self, error: DeskError) -> None:
        explain(error, self.env.ask, self.env.notices)

    @Slot()
    def _on_resume(self) -> None:
        if (row := self.current()) is not None:
            do(self.env, ResumeHouse(row.number), self, says=_("It goes on."))


def _copy(service: Fund, number: str, file_id: int, path: Path) -> str:
    """Write a kept file where the person said; returns its name."""
    path.write_bytes(service.file(number, file_id))
    return path.name


def _sources(row: HouseRow) -> str:
    return ", ".join(f"{word(SOURCE_TITLES, source)} {vnd(amount)}" for source, amount in row.sources)


def _tone(row: HouseRow) -> Tone:
    return {HouseState.HANDED_OVER: Tone.GOOD, HouseState.PAUSED: Tone.WARN}.get(row.state, Tone.PLAIN)
