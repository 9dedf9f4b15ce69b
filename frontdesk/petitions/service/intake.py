"""Receiving petitions: registering, offering likely duplicates, correcting an entry."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.petitions import deeds
from frontdesk.petitions.asks import Correct, Register
from frontdesk.petitions.model import Petition, PetitionStep
from frontdesk.petitions.rules.eligibility import most_representatives
from frontdesk.petitions.rules.likeness import Candidate, Likeness, alike, likeness_key
from frontdesk.petitions.rules.rows import PetitionRow
from frontdesk.petitions.rules.secrecy import Identity
from frontdesk.petitions.rules.words import Complexity, Kind, Status
from frontdesk.petitions.service.base import SERIES, counted
from frontdesk.petitions.service.reading import plain
from frontdesk.petitions.service.secrecy import RECEIVER_LINK, SPLIT_LINK, Secrecy
from frontdesk.petitions.settings import LIKE_DAYS, REMOTE
from frontdesk.store import Change, EntityRow, by_number
from frontdesk.vietnamese import fold, mend_name, nfc, short_date, sort_key

MEETING_LINK: Final = "petition"
_NEWEST_COMPARED: Final = 500
_CHECKED_TEXTS: Final = (
    "summary", "place", "field", "against", "papers_received", "paper_place", "received_by", "settled_before", "remark",
)  # fmt: skip
_CLEARABLE: Final = (
    "sender", "sender_address", "sender_phone", "sender_identity", "representatives", "area", *_CHECKED_TEXTS[1:]
)  # fmt: skip


class Intake(Secrecy):
    """The way in."""

    def register(self, ask: Register) -> PetitionRow:
        """Register a petition and give it the next number of the year it came in.

        Of a denunciation the sender is looked for in the texts, which are refused if they name one, and then
        forgotten. `notices` of the row offer likely duplicates.
        """
        received = ask.received or self._store.today
        self._check_entry(ask.summary, received, ask.people)
        identity = Identity.of(
            ask.sender, ask.sender_address, ask.sender_phone, ask.sender_identity, ask.representatives
        )
        if ask.kind is Kind.DENUNCIATION:
            refuse_identity(identity, {name: getattr(ask, name) for name in _CHECKED_TEXTS})
        area_id = self._area_id(ask.area)
        meeting = None if ask.meeting is None else self._linked(ask.meeting, "meeting")
        whole = None if ask.split_from is None else self._letter(ask.split_from, ask.kind)
        receiver = self._receiver(ask.received_by)
        notices = self._advice(ask)
        columns = {name: getattr(ask, name) for name in _CHECKED_TEXTS}
        if ask.kind is not Kind.DENUNCIATION:
            columns |= _sender_columns(ask)
        with self._store.change(deeds.REGISTER) as change:
            number = change.number(Petition, SERIES, received.year)
            petition_id = self._write_new(
                change,
                number,
                received,
                {
                    **columns, "kind": ask.kind, "channel": ask.channel, "people": ask.people, "area_id": area_id,
                    "meeting": None if meeting is None else meeting.number,
                    "remote": bool(self._office.setting(REMOTE)) if ask.remote is None else ask.remote,
                },
            )  # fmt: skip
            if meeting is not None:
                change.link(meeting.id, petition_id, MEETING_LINK)
            if whole is not None:
                change.link(whole.id, petition_id, SPLIT_LINK)
            if receiver is not None:
                change.link(petition_id, receiver, RECEIVER_LINK)
            if ask.kind is Kind.DENUNCIATION and identity:
                self._store.drop_drafts(lambda text: identity.found_in(text) is not None)
        return replace(self._by_id(petition_id), notices=notices)

    def _letter(self, number: str, kind: Kind) -> PetitionRow:
        """The petition a part is split from; a denunciation is never tied to what has another rule of secrecy."""
        whole = self.petition(number)
        if whole.secret is not (kind is Kind.DENUNCIATION):
            raise RuleBroken(
                "petitions.split.secrecy",
                _(
                    "One of these parts is a denunciation: the other would tell who sent it. Register this part by "
                    "itself, without the number of the other."
                ),
                "split_from",
            )
        return whole

    def likely_duplicates(self, ask: Register) -> list[Likeness]:
        """Petitions that may be the same as the one being entered, the likeliest first.

        A denunciation is compared with denunciations only, and nothing else with them: an offer to join two cases
        would tell who sent the one.
        """
        secret = ask.kind is Kind.DENUNCIATION
        received = ask.received or self._store.today
        since = received - timedelta(int(self._office.setting(LIKE_DAYS)))
        columns = (Petition.id, Petition.number, Petition.sender, Petition.summary, Petition.likeness_key)
        pool = Petition.select(*columns).where(
            (Petition.kind == Kind.DENUNCIATION) if secret else (Petition.kind != Kind.DENUNCIATION),
            Petition.received >= since,
            Petition.status != Status.CLOSED,
        )
        newest = pool.order_by(Petition.received.desc()).limit(_NEWEST_COMPARED)
        found = set(plain(newest))
        found |= set(plain(pool.where(Petition.likeness_key == likeness_key(ask.summary)).limit(_NEWEST_COMPARED)))
        sender = None if secret or not ask.sender else mend_name(ask.sender)
        if sender is not None:
            by_name = pool.where(Petition.sender_key == sort_key(sender)).limit(_NEWEST_COMPARED)
            found |= set(plain(by_name))
        return alike(sender, ask.summary, (Candidate(*values) for values in sorted(found)))

    def correct(self, ask: Correct) -> PetitionRow:
        """Put an entry right; the number stays, so the year of `received` cannot change."""
        petition = self.petition(ask.number)
        received = ask.received or petition.received
        summary = petition.summary if ask.summary is None else ask.summary
        self._check_entry(summary, received, petition.people if ask.people is None else ask.people)
        if received.year != petition.received.year:
            raise RuleBroken(
                "petitions.received.other_year",
                _("{number} counts in {year}. Take the entry out (void) and register it in the other year.").format(
                    number=petition.number, year=petition.received.year
                ),
                "received",
            )
        columns = self._corrections(ask, petition)
        columns["opened"] = received if petition.opened == petition.received else petition.opened
        with self._store.change(deeds.CORRECT) as change:
            if ask.revision is not None:
                change.amend(Petition, petition.id, revision=ask.revision)
            after = self._step(change, petition, "correct", self._store.today, **columns)
            keys: dict[str, Any] = {
                "likeness_key": likeness_key(after.summary),
                "sender_key": _sender_key(after.sender),
            }
            change.amend(Petition, petition.id, **keys)
        return self._by_id(petition.id)

    def _corrections(self, ask: Correct, petition: PetitionRow) -> dict[str, Any]:
        for name in ask.clear:
            if name not in _CLEARABLE:
                raise RuleBroken(
                    "petitions.correct.not_clearable",
                    _("“{name}” cannot be emptied. These can: {names}.").format(name=name, names=", ".join(_CLEARABLE)),
                    "clear",
                )
        senders = ("sender", "sender_address", "sender_phone", "sender_identity", "representatives")
        columns: dict[str, Any] = {name: None for name in ask.clear if name != "area"}
        given = {name: getattr(ask, name) for name in (*_CHECKED_TEXTS, *senders, "channel", "people", "remote")}
        columns |= {name: value for name, value in given.items() if value is not None}
        columns["received"] = ask.received or petition.received
        if "area" in ask.clear:
            columns["area_id"] = None
        elif ask.area is not None:
            columns["area_id"] = self._area_id(ask.area)
        if petition.secret:
            refuse_identity(
                Identity.of(*(columns.get(name) for name in senders)),
                {name: columns.get(name, getattr(petition, name)) for name in _CHECKED_TEXTS},
            )
            columns = {name: value for name, value in columns.items() if name not in senders}
        elif columns.get("sender"):
            columns["sender"] = mend_name(columns["sender"])
        return columns

    def _write_new(
        self, change: Change, number: str, received: date, columns: dict[str, Any], *, step: bool = True
    ) -> int:
        """Write a petition that was received, with its deadline and its first step."""
        values = {
            "number": number,
            "number_key": number_key(number),
            "received": received,
            "opened": received,
            "status": Status.RECEIVED,
            "complexity": Complexity.NORMAL,
            "sender_key": _sender_key(columns.get("sender")),
            "likeness_key": likeness_key(columns["summary"]),
            **columns,
        }
        petition_id = change.write(Petition, values)
        row = counted(self._by_id(petition_id), self._counter())
        change.amend(Petition, petition_id, due=row.due, due_why=row.due_why, due_step=row.due_step)
        if step:
            change.write(
                PetitionStep,
                {
                    "petition_id": petition_id, "verb": "register", "day": received, "at": change.at,
                    "user": change.user, "status": Status.RECEIVED,
                },
            )  # fmt: skip
        return petition_id

    def _check_entry(self, summary: str, received: date, people: int) -> None:
        if not nfc(summary):
            raise RuleBroken("petitions.summary.missing", _("Say what the petition asks."), "summary")
        if received > self._store.today:
            raise RuleBroken(
                "petitions.received.future", _("{day} is yet to come.").format(day=short_date(received)), "received"
            )
        if people < 1:
            raise RuleBroken("petitions.people.none", _("A petition comes from at least one person."), "people")

    def _area_id(self, name: str | None) -> int | None:
        if name is None or not name.strip():
            return None
        found = self._office.find_area(name)
        if found is None:
            raise RuleBroken(
                "petitions.area.unknown",
                _("There is no area “{name}”. Add it first (office add_area), or choose one.").format(name=name),
                "area",
            )
        return found.id

    def _receiver(self, name: str | None) -> int | None:
        """The person of the roster who received the petition; None where the name is nobody's, or several people's."""
        wanted = fold(name or "")
        if not wanted:
            return None
        found = [row.id for row in self._roster.find_people(wanted, limit=50) if fold(row.name) == wanted]
        return found[0] if len(found) == 1 else None

    def _linked(self, number: str, field: str) -> EntityRow:
        found = by_number(number.strip().upper())
        if found is None:
            raise RuleBroken("petitions.link.unknown", _("There is no {number}.").format(number=number), field)
        return found

    def _advice(self, ask: Register) -> tuple[str, ...]:
        """What the clerk should know, without being stopped: likely duplicates, too many speakers for a group."""
        notices = [
            _("{number} may be the same petition: {summary}").format(number=like.number, summary=like.summary)
            for like in self.likely_duplicates(ask)[:3]
        ]
        most = most_representatives(ask.people)
        speakers = len(Identity.of(representatives=ask.representatives).names)
        if most is not None and speakers > most:
            notices.append(
                _("A group of {people} may be spoken for by at most {most} people (Nghị định 124/2020).").format(
                    people=ask.people, most=most
                )
            )
        return tuple(notices)


def number_key(number: str) -> int:
    """What orders petitions by number, also past the ten-thousandth of a year."""
    _series, year, count = number.split("-")
    return int(year) * 10_000_000 + int(count)


def refuse_identity(identity: Identity, texts: dict[str, str | None]) -> None:
    """Refuse texts that name the denouncer; the message does not repeat what it found."""
    for name, text in texts.items():
        if identity.found_in(text):
            raise RuleBroken(
                "petitions.secrecy.identity_in_text",
                _(
                    "This text says who sent the denunciation. Write what is denounced only; "
                    "the sender stands in the paper file alone."
                ),
                name,
            )


def _sender_columns(ask: Register) -> dict[str, Any]:
    return {
        "sender": mend_name(ask.sender) if ask.sender else None,
        "sender_address": ask.sender_address,
        "sender_phone": ask.sender_phone,
        "sender_identity": ask.sender_identity,
        "representatives": ask.representatives,
    }


def _sender_key(sender: str | None) -> str | None:
    return sort_key(sender) if sender else None
