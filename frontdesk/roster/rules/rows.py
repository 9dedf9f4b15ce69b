"""The roster's frozen rows, as services give them out."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from frontdesk.roster.kinds import Bloc, BodyKind, HowChosen, Sex, WhyEnded

SENSITIVE: Final = ("ethnicity", "religion", "party", "party_since")
"""Columns masked unless asked for: sensitive personal data (Luật 91/2025/QH15, NĐ 356/2025/NĐ-CP)."""
MASKED_KEYS: Final = ("ethnicity", "religion", "party")
"""What lists name as masked."""


@dataclass(frozen=True)
class MembershipRow:
    """A post held in a body. `area` is called what it was called on the last day that counts (today, if serving)."""

    id: int
    person_id: int
    body_id: int
    body: str
    body_kind: BodyKind
    area_id: int | None
    area: str | None
    post: str | None
    rank: int
    since: date | None
    until: date | None
    term_id: int | None
    term: str | None
    decision_number: str | None
    decision_date: date | None
    chosen: HowChosen | None
    bloc: Bloc | None
    represents: str | None
    ended_why: WhyEnded | None
    ended_note: str | None
    revision: int

    def in_force(self, on: date) -> bool:
        """Whether the post was held on that day; a side that is not recorded is open."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)

    @property
    def title(self) -> str:
        """The post with its body: "Trưởng ban, Ban Công tác Mặt trận Khu phố 3"."""
        return f"{self.post}, {self.body}" if self.post else self.body

    def listed(self) -> dict[str, Any]:
        """The keys of the list of people."""
        return {
            "area": self.area,
            "body": self.body,
            "post": self.post,
            "from": self.since and self.since.isoformat(),
            "to": self.until and self.until.isoformat(),
            "term": self.term,
            "decision_number": self.decision_number,
            "decision_date": self.decision_date and self.decision_date.isoformat(),
            "chosen": self.chosen and self.chosen.value,
            "ended_why": self.ended_why and self.ended_why.value,
        }


@dataclass(frozen=True)
class PersonRow:
    """Somebody of the Front with the posts held; `masked` names the sensitive keys that are hidden here."""

    id: int
    number: str
    name: str
    sort_name: str | None
    sort_key: str
    sex: Sex | None
    born: date | None
    birth_year: int | None
    phone: str | None
    other_phones: str | None
    ethnicity: str | None
    religion: str | None
    party: bool | None
    party_since: date | None
    education: str | None
    profession: str | None
    political_theory: str | None
    occupation: str | None
    workplace: str | None
    address: str | None
    note: str | None
    withdrawn: date | None
    withdrawn_why: str | None
    revision: int
    memberships: tuple[MembershipRow, ...] = ()
    masked: tuple[str, ...] = ()

    def masked_row(self) -> "PersonRow":
        """This row with its sensitive keys hidden."""
        return replace(self, ethnicity=None, religion=None, party=None, party_since=None, masked=MASKED_KEYS)

    def serving(self, on: date) -> tuple[MembershipRow, ...]:
        """The posts held on a day, in the order of protocol."""
        return tuple(each for each in self.memberships if each.in_force(on))

    @property
    def born_text(self) -> str:
        """ "05/09/1968", the year alone where no more is known, "" where nothing is."""
        if self.born is not None:
            return f"{self.born.day:02}/{self.born.month:02}/{self.born.year}"
        return str(self.birth_year or "")

    def listed(self) -> dict[str, Any]:
        """The keys of the list of people (interfaces: `list roster`)."""
        return {
            "number": self.number,
            "name": self.name,
            "sex": self.sex and self.sex.value,
            "born": self.born and self.born.isoformat(),
            "birth_year": self.birth_year,
            "phone": self.phone,
            "ethnicity": self.ethnicity,
            "religion": self.religion,
            "party": self.party,
            "education": self.education,
            "profession": self.profession,
            "political_theory": self.political_theory,
            "memberships": [each.listed() for each in self.memberships],
            "masked": list(self.masked),
            "other_phones": self.other_phones,
            "occupation": self.occupation,
            "workplace": self.workplace,
            "address": self.address,
            "note": self.note,
        }


@dataclass(frozen=True)
class TermRow:
    """A term of a body; `until` is its last day."""

    id: int
    body_id: int
    body: str
    name: str
    since: date
    until: date | None
    revision: int


@dataclass(frozen=True)
class BodyRow:
    """A body; `area` is called what it is called today, or was on the body's last day."""

    id: int
    kind: BodyKind
    name: str
    area_id: int | None
    area: str | None
    project: str | None
    households: int | None
    since: date | None
    until: date | None
    decision_number: str | None
    decision_date: date | None
    ended_why: str | None
    note: str | None
    revision: int

    def in_force(self, on: date) -> bool:
        """Whether the body existed on that day."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


@dataclass(frozen=True)
class MemberRow:
    """Somebody in a body on a day: the person and one post of theirs."""

    person: PersonRow
    membership: MembershipRow
