"""Great Unity houses, from the survey to handing over."""

from pathlib import Path
from typing import Any, Final

from frontdesk.errors import RuleBroken
from frontdesk.fund.deeds.works import (
    APPROVE_HOUSE,
    ATTACH,
    FUND_HOUSE,
    HAND_OVER_HOUSE,
    PAUSE_HOUSE,
    RESUME_HOUSE,
    START_HOUSE,
    SURVEY_HOUSE,
    ApproveHouse,
    Attach,
    FundHouse,
    HandOverHouse,
    PauseHouse,
    ResumeHouse,
    StartHouse,
    SurveyHouse,
)
from frontdesk.fund.model import House, Household, HouseSource
from frontdesk.fund.rules.checks import check_reason
from frontdesk.fund.rules.kinds import HouseState, HouseWork, MoneySource
from frontdesk.fund.rules.works import HouseRow, check_step
from frontdesk.fund.service.base import narrowed
from frontdesk.fund.service.importing import Importing
from frontdesk.messages import _
from frontdesk.office.model import Area
from frontdesk.store import AttachmentRow, Deed, attachments_of, by_number, tuples

_HOUSES: Final = "NDK"
_WORK_WORDS: Final = {HouseWork.NEW: "xây mới", HouseWork.REPAIR: "sửa chữa"}


class Houses(Importing):
    """Houses."""

    def survey_house(self, ask: SurveyHouse) -> HouseRow:
        """Record a house that was looked at."""
        with self.store.change(SURVEY_HOUSE) as change:
            household = self.household(ask.household)
            day = ask.day or change.today
            number = change.number(House, _HOUSES, day.year)
            change.write(
                House,
                {
                    "number": number,
                    "title": f"Nhà Đại đoàn kết {_WORK_WORDS[ask.work]}: {household.head}",
                    "household_id": household.id,
                    "work": ask.work,
                    "state": HouseState.SURVEYED,
                    "surveyed": day,
                    "condition": ask.condition,
                    "hard_floor": False,
                    "hard_frame": False,
                    "hard_roof": False,
                },
            )
        return self.house(number)

    def approve_house(self, ask: ApproveHouse) -> HouseRow:
        """Support was decided on."""
        if not any(map(str.isdigit, ask.approval)):
            raise RuleBroken(
                "fund.house.no_approval",
                _("Name the decision (15/QĐ-BVĐ) or the meeting (HN-2026-0001) it was approved by."),
                "approval",
            )
        values = {"approval": ask.approval, "approved": ask.day or self.store.today}
        return self._step(APPROVE_HOUSE, ask.number, HouseState.APPROVED, values)

    def start_house(self, ask: StartHouse) -> HouseRow:
        """Work begins."""
        return self._step(START_HOUSE, ask.number, HouseState.BUILDING, {"started": ask.day or self.store.today})

    def hand_over_house(self, ask: HandOverHouse) -> HouseRow:
        """The house is done."""
        if not (ask.area_m2 > 0 and ask.total_vnd > 0):
            raise RuleBroken("fund.house.measures", _("Area and total worth must be above zero."), "area_m2")
        values = {"handed_over": ask.day or self.store.today}
        names = ("area_m2", "total_vnd", "hard_floor", "hard_frame", "hard_roof")
        values |= {name: getattr(ask, name) for name in names}
        return self._step(HAND_OVER_HOUSE, ask.number, HouseState.HANDED_OVER, values)

    def pause_house(self, ask: PauseHouse) -> HouseRow:
        """It stops, with the reason."""
        check_reason(ask.reason)
        before = self.house(ask.number).state
        return self._step(PAUSE_HOUSE, ask.number, HouseState.PAUSED, {"paused": ask.reason, "before_pause": before})

    def resume_house(self, ask: ResumeHouse) -> HouseRow:
        """It goes on from where it was paused."""
        paused = House.get_or_none(House.number == ask.number.strip().upper())
        back = HouseState(paused.before_pause) if paused and paused.before_pause else HouseState.SURVEYED
        return self._step(RESUME_HOUSE, ask.number, back, {"paused": None, "before_pause": None})

    def fund_house(self, ask: FundHouse) -> HouseRow:
        """Say how much one source gives."""
        with self.store.change(FUND_HOUSE) as change:
            row = self.house(ask.number)
            if ask.amount_vnd < 0:
                raise RuleBroken("fund.amount.not_positive", _("The amount must be above zero."), "amount_vnd")
            found = HouseSource.get_or_none(HouseSource.house == row.id, HouseSource.source == ask.source.value)
            values = {"house_id": row.id, "source": ask.source, "amount_vnd": ask.amount_vnd}
            change.write(HouseSource, values if found is None else {**values, "id": found.id})
        return self.house(ask.number)

    def attach(self, ask: Attach) -> str:
        """Keep a file with a document of this office; returns the file's name."""
        with self.store.change(ATTACH) as change:
            owner = by_number(ask.number.strip().upper())
            if owner is None:
                raise RuleBroken("fund.attach.unknown", _("There is no {number}.").format(number=ask.number), "number")
            path = Path(ask.file)
            try:
                content = path.read_bytes()
            except OSError as error:
                raise RuleBroken(
                    "fund.attach.unreadable", _("The file {name} cannot be read.").format(name=path.name), "file"
                ) from error
            change.attach(owner.id, path.name, len(content), self.store.vault.put(content))
        return path.name

    def files(self, number: str) -> list[AttachmentRow]:
        """The photos and papers kept with a document of this office, oldest first."""
        owner = by_number(number.strip().upper())
        return [] if owner is None else attachments_of(owner.id)

    def file(self, number: str, file_id: int) -> bytes:
        """A photo or paper kept with a document."""
        found = next((row for row in self.files(number) if row.id == file_id), None)
        if found is None:
            raise RuleBroken(
                "fund.attach.gone", _("This file is not kept with {number}.").format(number=number), "file"
            )
        return self.store.vault.get(found.digest)

    def house(self, number: str) -> HouseRow:
        """The house with this number."""
        found = next(iter(self.houses(House.number == number.strip().upper())), None)
        if found is None:
            raise RuleBroken("fund.house.unknown", _("There is no house {number}.").format(number=number), "number")
        return found

    def houses(self, *conditions: Any) -> list[HouseRow]:
        """The houses with their sources of money, newest first."""
        names = (
            "work", "state", "surveyed", "condition", "approval", "approved", "started", "handed_over", "area_m2",
            "hard_floor", "hard_frame", "hard_roof", "total_vnd", "paused", "revision",
        )  # fmt: skip
        query = (
            House.select(
                House.id,
                House.number,
                Household.number,
                Household.head,
                Area.name,
                *(getattr(House, name) for name in names),
            )
            .join(Household)
            .join(Area)
        )
        found = list(tuples(narrowed(query, conditions).order_by(House.id.desc())))
        sources: dict[int, list[tuple[MoneySource, int]]] = {}
        columns = (HouseSource.house, HouseSource.source, HouseSource.amount_vnd)
        for house_id, source, amount in tuples(HouseSource.select(*columns).order_by(HouseSource.id)):
            sources.setdefault(house_id, []).append((MoneySource(source), amount))
        categories = {row.number: row.category for row in reversed(self.households())} if found else {}
        rows = []
        for values in found:
            codes = (categories.get(values[2]), HouseWork(values[5]), HouseState(values[6]))
            rows.append(HouseRow(*(*values[:5], *codes, *values[7:], tuple(sources.get(values[0], ())))))
        return rows

    def _step(self, deed: Deed, number: str, to: HouseState, values: dict[str, Any]) -> HouseRow:
        with self.store.change(deed) as change:
            row = self.house(number)
            check_step(row, to)
            change.amend(House, row.id, state=to, **values)
        return self.house(number)
