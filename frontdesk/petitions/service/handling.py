"""From classified to out of the door: what is done with a petition, and what turns it back."""

from dataclasses import replace
from datetime import date
from typing import Any

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.petitions import deeds
from frontdesk.petitions.asks import (
    Classify,
    File,
    Forward,
    GiveBack,
    Guide,
    NoteProgress,
    Reclass,
    Redirect,
    SubmitUpward,
)
from frontdesk.petitions.rules import flow
from frontdesk.petitions.rules.deadlines import Step
from frontdesk.petitions.rules.deadlines import choose as choose_rule
from frontdesk.petitions.rules.deadlines import count as count_rule
from frontdesk.petitions.rules.eligibility import conditions
from frontdesk.petitions.rules.rows import AgencyRow, PetitionRow
from frontdesk.petitions.rules.words import Kind, Level, Route, Status
from frontdesk.petitions.service.filters import PetitionFilter, PetitionSort
from frontdesk.petitions.service.intake import refuse_identity
from frontdesk.petitions.service.lists import Lists
from frontdesk.petitions.service.secrecy import identity_of
from frontdesk.store import Change
from frontdesk.vietnamese import short_date


class Handling(Lists):
    """Classifying, and the ways a petition leaves the desk."""

    def classify(self, ask: Classify) -> PetitionRow:
        """Say what a petition is and what is proposed to be done with it."""
        petition = self.petition(ask.number)
        flow.check(petition, "classify")
        day = self._day(ask.day, petition)
        kind = ask.kind or petition.kind
        given = {name: getattr(ask, name) for name in ("field", "complexity", "remote", "again")}
        columns: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
        if ask.lacks is not None:
            _check_conditions(kind, ask)
            columns["lacks"] = tuple(ask.lacks)
        columns |= {"route": ask.route, "reason": ask.reason, "accepted": day if ask.route is Route.ACCEPT else None}
        with self._store.change(deeds.CLASSIFY) as change:
            texts = {"reason": ask.reason, "field": ask.field}
            petition, notices = self._with_kind(change, petition, kind, texts)
            columns["agency_id"], columns["upward"] = None, False
            if ask.to is not None:
                agency, _made = self._ensure_agency(change, ask.to)
                columns["agency_id"], columns["upward"] = agency.id, agency.level is not Level.COMMUNE
            after = self._step(change, petition, "classify", day, text=ask.reason, **columns)
        return replace(after, notices=notices)

    def reclass(self, ask: Reclass) -> PetitionRow:
        """Give a petition another kind at any time; to tố cáo, everything that says who sent it is wiped."""
        petition = self.petition(ask.number)
        if ask.kind is petition.kind:
            raise RuleBroken(
                "petitions.kind.same", _("{number} already is of this kind.").format(number=petition.number), "kind"
            )
        need(ask.reason, "reason")
        columns: dict[str, Any] = {} if ask.paper_place is None else {"paper_place": ask.paper_place}
        with self._store.change(deeds.RECLASS) as change:
            texts = {"reason": ask.reason, "paper_place": ask.paper_place}
            petition, notices = self._with_kind(change, petition, ask.kind, texts)
            after = self._step(change, petition, "reclass", self._store.today, text=ask.reason, **columns)
        return replace(after, notices=notices)

    def guide(self, ask: Guide) -> PetitionRow:
        """Tell the sender where to turn."""
        petition, day = self._ready(ask.number, "guide", ask.day)
        with self._store.change(deeds.GUIDE) as change:
            agency = None if ask.to is None else self._ensure_agency(change, ask.to)[0]
            return self._step(
                change, petition, "guide", day, document=ask.document, text=ask.text, route=Route.GUIDE, settled=day,
                agency_id=petition.agency_id if agency is None else agency.id,
            )  # fmt: skip

    def give_back(self, ask: GiveBack) -> PetitionRow:
        """Return a petition to its sender."""
        petition, day = self._ready(ask.number, "give_back", ask.day)
        need(ask.reason, "reason")
        with self._store.change(deeds.GIVE_BACK) as change:
            return self._step(
                change, petition, "give_back", day, document=ask.document, text=ask.reason, route=Route.RETURN,
                settled=day, reason=ask.reason, **no_longer_waiting(petition, day),
            )  # fmt: skip

    def file(self, ask: File) -> PetitionRow:
        """Keep a petition that is not dealt with, for the year the law says."""
        petition, day = self._ready(ask.number, "file", ask.day)
        need(ask.reason, "reason")
        with self._store.change(deeds.FILE) as change:
            return self._step(
                change, petition, "file", day, text=self._kept_until(petition, day, ask.reason), route=Route.FILE,
                settled=day, reason=ask.reason, **no_longer_waiting(petition, day),
            )  # fmt: skip

    def forward(self, ask: Forward) -> PetitionRow:
        """Pass a petition to the agency that can settle it."""
        petition, day = self._ready(ask.number, "forward", ask.day)
        need(ask.to, "to")
        with self._store.change(deeds.FORWARD) as change:
            agency, made = self._ensure_agency(change, ask.to)
            after = self._step(
                change, petition, "forward", day, document=ask.document, text=agency.name,
                **_forwarding(agency, ask.document, day, ask.upward),
            )  # fmt: skip
        return replace(after, notices=_made(agency, made))

    def redirect(self, ask: Redirect) -> PetitionRow:
        """Correct a wrong forwarding: what was sent there is withdrawn, and it goes to the right agency."""
        petition, day = self._ready(ask.number, "redirect", ask.day)
        need(ask.reason, "reason")
        with self._store.change(deeds.REDIRECT) as change:
            agency, made = self._ensure_agency(change, ask.to)
            if agency.id == petition.agency_id:
                raise RuleBroken(
                    "petitions.redirect.same",
                    _("{number} already lies with “{name}”.").format(number=petition.number, name=agency.name),
                    "to",
                )
            after = self._step(
                change, petition, "redirect", day, document=ask.document,
                text=f"{petition.forwarded_to} → {agency.name}: {ask.reason}",
                **_forwarding(agency, ask.document, day, ask.upward), accepted=None, decided=None,
            )  # fmt: skip
        return replace(after, notices=_made(agency, made))

    def submit_upward(self, ask: SubmitUpward) -> list[PetitionRow]:
        """Forward the petitions above our competence in one list; each is on it until it is answered."""
        if ask.numbers:
            chosen = [self.petition(number) for number in ask.numbers]
        else:
            waiting = self.chosen(PetitionFilter(status=Status.CLASSIFIED), PetitionSort("number", descending=False))
            chosen = [row for row in waiting if row.upward and row.route is Route.FORWARD and not row.paused]
        if not chosen:
            raise RuleBroken(
                "petitions.upward.nothing", _("No classified petition is above our competence."), "numbers"
            )
        days = [self._ready(row.number, "forward", ask.day)[1] for row in chosen]
        counter = self._counter()
        with self._store.change(deeds.SUBMIT_UPWARD) as change:
            agency, _made_now = self._ensure_agency(change, ask.to)
            return [
                self._step(
                    change, row, "forward", day, document=ask.document, text=agency.name, counter=counter,
                    **_forwarding(agency, ask.document, day, upward=True),
                )
                for row, day in zip(chosen, days, strict=True)
            ]  # fmt: skip

    def note_progress(self, ask: NoteProgress) -> PetitionRow:
        """Record that the agency accepted the case or decided it: the deadline counts from then on."""
        petition, day = self._ready(ask.number, "note_progress", ask.day)
        given = {"accepted": ask.accepted, "decided": ask.decided, "complexity": ask.complexity}
        columns: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
        if not columns and ask.text is None:
            raise RuleBroken("petitions.progress.nothing", _("Say what the agency told."), "text")
        for name in ("accepted", "decided"):
            if name in columns:
                self._day(columns[name], petition)
        with self._store.change(deeds.NOTE_PROGRESS) as change:
            return self._step(
                change, petition, "note_progress", day, document=ask.document, text=_progress(ask), **columns
            )

    def _ready(self, number: str, verb: str, day: date | None) -> tuple[PetitionRow, date]:
        """A petition that may take this step now, and the day of the step."""
        petition = self.petition(number)
        flow.check(petition, verb)
        return petition, self._day(day, petition)

    def _with_kind(
        self, change: Change, petition: PetitionRow, kind: Kind, texts: dict[str, str | None]
    ) -> tuple[PetitionRow, tuple[str, ...]]:
        """The petition under its kind, and what to say about it; `texts` are those written with the deed.

        One that becomes a denunciation is wiped of its sender first.
        """
        if kind is petition.kind:
            return petition, ()
        if kind is not Kind.DENUNCIATION:
            return replace(petition, kind=kind), ()
        refuse_identity(identity_of(petition), texts)
        left, backups = self._hide_sender(change, petition)
        notices = [_("Everything that says who sent {number} was wiped.").format(number=petition.number), *left]
        if backups:
            names = ", ".join(backup.folder.name for backup in backups)
            notices.append(
                _("These backups still hold it: {names}. Copies on sticks made since then hold it too.").format(
                    names=names
                )
            )
        return self._by_id(petition.id), tuple(notices)

    def _kept_until(self, petition: PetitionRow, day: date, reason: str) -> str:
        rule = choose_rule(
            self.rules(), petition.kind, Step.KEEP, day, remote=petition.remote, complexity=petition.complexity
        )
        if rule is None:
            return reason
        until = count_rule(rule, day, self._office.calendar(day)).day
        return reason if until is None else f"{reason} (lưu đến {short_date(until)}, {rule.law})"


def _forwarding(agency: AgencyRow, document: str | None, day: date, upward: bool | None) -> dict[str, Any]:
    """The columns of a petition that goes to `agency`."""
    return {
        "route": Route.FORWARD,
        "agency_id": agency.id,
        "forwarded": day,
        "forward_document": document,
        "upward": agency.level is not Level.COMMUNE if upward is None else upward,
        "urged_on": None,
    }


def no_longer_waiting(petition: PetitionRow, day: date) -> dict[str, Any]:
    if not petition.paused:
        return {}
    *earlier, (since, _open) = petition.pauses
    return {"pauses": (*earlier, (since, max(since, day)))}


def _progress(ask: NoteProgress) -> str:
    parts = [
        f"thụ lý ngày {short_date(ask.accepted)}" if ask.accepted else "",
        f"có quyết định ngày {short_date(ask.decided)}" if ask.decided else "",
        ask.text or "",
    ]
    return "; ".join(filter(None, parts))


def _made(agency: AgencyRow, made: bool) -> tuple[str, ...]:
    sentence = _("“{name}” was not yet among the agencies and was added.")
    return (sentence.format(name=agency.name),) if made else ()


def need(text: str, field: str) -> None:
    if not text.strip():
        raise RuleBroken(f"petitions.{field}.missing", _("This step needs a word of explanation."), field)


def _check_conditions(kind: Kind, ask: Classify) -> None:
    strange = set(ask.lacks or ()) - set(conditions(kind))
    if strange:
        raise RuleBroken(
            "petitions.lacks.other_kind",
            _("These conditions are not asked of such a petition: {names}.").format(names=", ".join(sorted(strange))),
            "lacks",
        )
