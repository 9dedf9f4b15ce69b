"""Following a petition until its sender knows: urging, the answer, telling, asking, closing, taking it up again."""

from typing import Any, Final

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.petitions import deeds
from frontdesk.petitions.asks import Answer, Ask, Close, Reopen, Tell, Urge, UrgeAgency
from frontdesk.petitions.rules import flow
from frontdesk.petitions.rules.rows import AgencyRow, PetitionRow
from frontdesk.petitions.rules.words import CONTACT_WORDS, Ending, Route
from frontdesk.petitions.service.ending import Endings
from frontdesk.petitions.service.filters import PetitionFilter, PetitionSort
from frontdesk.petitions.service.handling import need
from frontdesk.vietnamese import short_date

_ROUND_COLUMNS: Final[dict[str, Any]] = {
    "agency_id": None, "forwarded": None, "forward_document": None, "upward": False, "accepted": None,
    "decided": None, "urged_on": None, "answered": None, "answer_document": None, "result": None, "told": None,
    "told_how": None, "satisfied": None, "satisfaction": None, "asked_on": None, "asked_how": None, "settled": None,
    "closed": None, "closed_as": None, "duplicate_of_id": None, "extended_to": None, "due_step": None,
}  # fmt: skip


class Following(Endings):
    """What happens once a petition lies with somebody else."""

    def to_urge(self, agency: str | None = None) -> list[PetitionRow]:
        """What nobody has answered for as long as the setting says, the longest waiting first."""
        agency_id = None if agency is None else self._agency(agency).id
        wanted = PetitionFilter(status="unanswered", agency_id=agency_id)
        return self.chosen(wanted, PetitionSort("due", descending=False))

    def urge(self, ask: Urge) -> PetitionRow:
        """Ask the agency for its answer."""
        petition, day = self._ready(ask.number, "urge", ask.day)
        with self._store.change(deeds.URGE) as change:
            return self._step(
                change, petition, "urge", day, document=ask.document, text=ask.text, urged=petition.urged + 1,
                urged_on=day,
            )  # fmt: skip

    def urge_agency(self, ask: UrgeAgency) -> list[PetitionRow]:
        """Ask an agency for all its answers in one letter."""
        agency = self._agency(ask.to)
        chosen = [self.petition(number) for number in ask.numbers] or self.to_urge(ask.to)
        for row in chosen:
            if row.agency_id != agency.id:
                raise RuleBroken(
                    "petitions.urge.other_agency",
                    _("{number} does not lie with “{name}”.").format(number=row.number, name=agency.name),
                    "numbers",
                )
        if not chosen:
            raise RuleBroken(
                "petitions.urge.nothing", _("“{name}” owes no answer that is due.").format(name=agency.name), "to"
            )
        days = [self._ready(row.number, "urge", ask.day)[1] for row in chosen]
        counter = self._counter()
        with self._store.change(deeds.URGE_AGENCY) as change:
            return [
                self._step(
                    change, row, "urge", day, document=ask.document, text=ask.text, counter=counter,
                    urged=row.urged + 1, urged_on=day,
                )
                for row, day in zip(chosen, days, strict=True)
            ]  # fmt: skip

    def answer(self, ask: Answer) -> PetitionRow:
        """Record the answer; nothing is owed any more but to tell the sender."""
        petition, day = self._ready(ask.number, "answer", ask.day)
        if not ask.result.strip():
            raise RuleBroken("petitions.result.missing", _("Say what the answer is."), "result")
        if petition.forwarded is not None and day < petition.forwarded:
            raise RuleBroken(
                "petitions.answer.too_early",
                _("{number} was forwarded on {day}; its answer cannot be older.").format(
                    number=petition.number, day=short_date(petition.forwarded)
                ),
                "day",
            )
        with self._store.change(deeds.ANSWER) as change:
            return self._step(
                change, petition, "answer", day, document=ask.document, text=ask.result, answered=day, settled=day,
                answer_document=ask.document, result=ask.result,
            )  # fmt: skip

    def tell(self, ask: Tell) -> PetitionRow:
        """The sender was told the result, and may have said something to it."""
        petition, day = self._ready(ask.number, "tell", ask.day)
        columns: dict[str, Any] = {"told": day, "told_how": ask.how}
        if ask.satisfied is not None:
            columns |= {"satisfied": ask.satisfied, "satisfaction": ask.words, "asked_on": day, "asked_how": ask.how}
        with self._store.change(deeds.TELL) as change:
            return self._step(
                change, petition, "tell", day, document=ask.document, text=_said(CONTACT_WORDS[ask.how], ask.words),
                **columns,
            )  # fmt: skip

    def ask(self, ask: Ask) -> PetitionRow:
        """The sender was asked whether the result satisfies."""
        petition, day = self._ready(ask.number, "ask", ask.day)
        verdict = "hài lòng" if ask.satisfied else "chưa hài lòng"
        with self._store.change(deeds.ASK) as change:
            return self._step(
                change, petition, "ask", day, text=_said(f"{CONTACT_WORDS[ask.how]}: {verdict}", ask.words),
                satisfied=ask.satisfied, satisfaction=ask.words, asked_on=day, asked_how=ask.how,
            )  # fmt: skip

    def close(self, ask: Close) -> PetitionRow:
        """Nothing more is to be done."""
        petition, day = self._ready(ask.number, "close", ask.day)
        with self._store.change(deeds.CLOSE) as change:
            return self._step(change, petition, "close", day, text=ask.remark, closed=day, closed_as=Ending.SETTLED)

    def reopen(self, ask: Reopen) -> PetitionRow:
        """Take a petition up again: it is classified, and its deadline counts from now."""
        petition, day = self._ready(ask.number, "reopen", ask.day)
        need(ask.reason, "reason")
        columns = {**_ROUND_COLUMNS, "opened": day, "route": petition.route or Route.FORWARD, "reason": ask.reason}
        with self._store.change(deeds.REOPEN) as change:
            return self._step(change, petition, "reopen", day, text=ask.reason, **columns)

    def owing(self) -> list[tuple[AgencyRow, int]]:
        """The agencies that owe answers due to be asked for, and how many; the most first."""
        counts: dict[int, int] = {}
        for row in self.to_urge():
            if row.agency_id is not None:
                counts[row.agency_id] = counts.get(row.agency_id, 0) + 1
        known = {row.id: row for row in self.agencies(ended=True)}
        return sorted(((known[at], count) for at, count in counts.items()), key=lambda pair: (-pair[1], pair[0].name))

    def allowed(self, number: str) -> list[str]:
        """The deeds this petition may be given now."""
        return flow.allowed(self.petition(number))


def _said(first: str, words: str | None) -> str:
    return f"{first}. “{words}”" if words else first
