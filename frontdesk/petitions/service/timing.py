"""The clock of a petition: waiting, extending, the deadline table, and counting anew when it or the calendar moves."""

from dataclasses import fields
from datetime import date
from typing import Any, Final

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.petitions import deeds
from frontdesk.petitions.asks import EndRule, Extend, Pause, Recount, Resume, SetRule
from frontdesk.petitions.model import DeadlineRule, Petition, PetitionStep
from frontdesk.petitions.rules.deadlines import RuleRow
from frontdesk.petitions.rules.defaults import DEFAULT_RULES
from frontdesk.petitions.rules.rows import Moved, PetitionRow
from frontdesk.petitions.service.base import counted
from frontdesk.petitions.service.following import Following
from frontdesk.petitions.service.handling import need
from frontdesk.petitions.service.reading import WHOLE
from frontdesk.store import Change, News
from frontdesk.vietnamese import short_date

_CALENDAR_TOPIC: Final = "days_off"


class Timing(Following):
    """What makes a deadline move."""

    moved: tuple[Moved, ...] = ()
    """What the last change of the rules or of the calendar moved, for the window that made it."""

    def pause(self, ask: Pause) -> PetitionRow:
        """Stop the clock while the sender is asked for something."""
        petition, day = self._ready(ask.number, "pause", ask.day)
        need(ask.reason, "reason")
        with self._store.change(deeds.PAUSE) as change:
            return self._step(
                change, petition, "pause", day, document=ask.document, text=ask.reason,
                pauses=(*petition.pauses, (day, None)),
            )  # fmt: skip

    def resume(self, ask: Resume) -> PetitionRow:
        """Let the clock run again; the days of waiting are added."""
        petition, day = self._ready(ask.number, "resume", ask.day)
        *earlier, (since, _open) = petition.pauses
        if day < since:
            raise RuleBroken(
                "petitions.resume.too_early",
                _("The waiting began on {since}.").format(since=short_date(since)),
                "day",
            )
        with self._store.change(deeds.RESUME) as change:
            return self._step(change, petition, "resume", day, text=ask.text, pauses=(*earlier, (since, day)))

    def extend(self, ask: Extend) -> PetitionRow:
        """Give the present step a later deadline, with the reason."""
        petition, day = self._ready(ask.number, "extend", ask.day)
        need(ask.reason, "reason")
        if petition.due is not None and ask.to <= petition.due:
            raise RuleBroken(
                "petitions.extend.not_later",
                _("The deadline is {due} already; an extension ends later.").format(due=short_date(petition.due)),
                "to",
            )
        with self._store.change(deeds.EXTEND) as change:
            return self._step(
                change, petition, "extend", day, document=ask.document,
                text=f"đến {short_date(ask.to)}: {ask.reason}", extended_to=ask.to,
            )  # fmt: skip

    def set_rule(self, ask: SetRule) -> list[Moved]:
        """Change a line of the deadline table, or add one; returns the deadlines that moved."""
        if ask.days < 1:
            raise RuleBroken("petitions.rule.days", _("A deadline has at least one day."), "days")
        if ask.valid_from and ask.valid_to and ask.valid_to < ask.valid_from:
            raise RuleBroken("petitions.rule.backwards", _("It would end before it begins."), "valid_to")
        columns = {each.name: getattr(ask, each.name) for each in fields(SetRule) if each.name != "revision"}
        with self._store.change(deeds.SET_RULE) as change:
            self._own_table(change)
            found = DeadlineRule.get_or_none(DeadlineRule.name == ask.name)
            if found is None:
                change.write(DeadlineRule, columns)
            else:
                change.amend(DeadlineRule, found.id, revision=ask.revision, **columns)
            return self._recount(change, f"quy định “{ask.name}” thay đổi")

    def end_rule(self, ask: EndRule) -> list[Moved]:
        """End a line of the deadline table; returns the deadlines that moved."""
        if all(rule.name != ask.name for rule in self.rules()):
            raise RuleBroken("petitions.rule.unknown", _("There is no rule “{name}”.").format(name=ask.name), "name")
        with self._store.change(deeds.END_RULE) as change:
            self._own_table(change)
            found = DeadlineRule.get(DeadlineRule.name == ask.name)
            change.amend(DeadlineRule, found.id, valid_to=ask.valid_to)
            return self._recount(change, f"quy định “{ask.name}” hết hiệu lực {short_date(ask.valid_to)}")

    def recount(self, ask: Recount) -> list[Moved]:
        """Count the deadlines of all open petitions anew; returns those that moved."""
        with self._store.change(deeds.RECOUNT) as change:
            return self._recount(change, "lịch làm việc thay đổi")

    def hear(self, news: News) -> None:
        """Count anew when the office's calendar has changed; who changed it is told by `moved`."""
        if news.topic == _CALENDAR_TOPIC:
            self.recount(Recount())

    def _recount(self, change: Change, why: str) -> list[Moved]:
        counter = self._counter()
        moved = []
        for before in list(WHOLE.rows(WHOLE.query().where(Petition.settled.is_null(), ~Petition.due_own))):
            after = counted(before, counter)
            if after.due_why == before.due_why:
                continue
            change.amend(Petition, before.id, due=after.due, due_why=after.due_why, due_step=after.due_step)
            if after.due != before.due:
                moved.append(Moved(before.number, before.due, after.due, after.due_why or ""))
                self._keep_old_history(change, before)
                change.write(PetitionStep, _recount_step(change, before, after.due, why))
        self.moved = tuple(moved)
        return moved

    def _own_table(self, change: Change) -> None:
        """The office's table, filled from the program's the first time somebody changes a line."""
        if not DeadlineRule.select(DeadlineRule.id).exists():
            for rule in DEFAULT_RULES:
                change.write(DeadlineRule, _rule_columns(rule))


def _rule_columns(rule: RuleRow) -> dict[str, Any]:
    return {each.name: getattr(rule, each.name) for each in fields(SetRule) if each.name != "revision"}


def _recount_step(change: Change, petition: PetitionRow, due: date | None, why: str) -> dict[str, Any]:
    told = " → ".join("không có" if day is None else short_date(day) for day in (petition.due, due))
    return {
        "petition_id": petition.id,
        "verb": "recount",
        "day": change.today,
        "at": change.at,
        "user": change.user,
        "status": petition.status,
        "agency_id": petition.agency_id,
        "text": f"{told}: {why}",
    }
