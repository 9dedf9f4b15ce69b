"""How people and their posts come out of the file: few columns, no model instances, one query each."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

from peewee import JOIN

from frontdesk.office.model import Area
from frontdesk.roster.kinds import Bloc, BodyKind, HowChosen, Sex, WhyEnded
from frontdesk.roster.model import Body, Membership, Person, Post, Term
from frontdesk.roster.rules.protocol import NO_POST_RANK, membership_order
from frontdesk.roster.rules.rows import MASKED_KEYS, SENSITIVE, MembershipRow, PersonRow
from frontdesk.roster.service.base import AreaBook

PERSON_COLUMNS: Final = (
    Person.id, Person.number, Person.name, Person.sort_name, Person.sort_key, Person.sex, Person.born,
    Person.birth_year, Person.phone, Person.other_phones, Person.ethnicity, Person.religion, Person.party,
    Person.party_since, Person.education, Person.profession, Person.political_theory, Person.occupation,
    Person.workplace, Person.address, Person.note, Person.withdrawn, Person.withdrawn_why, Person.revision,
)  # fmt: skip
MEMBERSHIP_COLUMNS: Final = (
    Membership.id, Membership.person, Membership.body, Body.name, Body.kind, Membership.area, Area.name, Post.name,
    Post.rank, Membership.since, Membership.until, Membership.term, Term.name, Membership.decision_number,
    Membership.decision_date, Membership.chosen, Membership.bloc, Membership.represents, Membership.ended_why,
    Membership.ended_note, Membership.revision,
)  # fmt: skip
_NAMES: Final = tuple(column.name for column in PERSON_COLUMNS)
_SEX: Final = _NAMES.index("sex")
_HIDDEN: Final = tuple(_NAMES.index(name) for name in SENSITIVE)


def memberships() -> Any:
    """The query of posts that were not withdrawn, with body, post and term."""
    return (
        Membership.select(*MEMBERSHIP_COLUMNS)
        .join_from(Membership, Body)
        .join_from(Membership, Area, JOIN.LEFT_OUTER)
        .join_from(Membership, Post, JOIN.LEFT_OUTER)
        .join_from(Membership, Term, JOIN.LEFT_OUTER)
        .where(Membership.withdrawn.is_null())
    )


def in_force(day: date) -> tuple[Any, Any]:
    """The conditions a post meets that is held on `day`."""
    return (
        Membership.since.is_null() | (Membership.since <= day),
        Membership.until.is_null() | (Membership.until >= day),
    )


def person_row(row: Sequence[Any], posts: Iterable[MembershipRow], *, masked: bool) -> PersonRow:
    """A person from PERSON_COLUMNS, with posts in the order of protocol."""
    values = list(row)
    values[_SEX] = values[_SEX] and Sex(values[_SEX])
    if masked:
        for place in _HIDDEN:
            values[place] = None
    return PersonRow(*[*values, tuple(sorted(posts, key=membership_order)), MASKED_KEYS if masked else ()])


def membership_row(row: Sequence[Any], book: AreaBook, today: date) -> MembershipRow:
    """A post from MEMBERSHIP_COLUMNS, its area called what it was on its last day that counts."""
    (
        row_id, person_id, body_id, body, kind, area_id, area, post, rank, since, until, term_id, term, decision_number,
        decision_date, chosen, bloc, represents, ended_why, ended_note, revision,
    ) = row  # fmt: skip
    last = until if until is not None and until < today else today
    return MembershipRow(
        row_id,
        person_id,
        body_id,
        body,
        BodyKind(kind),
        area_id,
        area if area_id is None or book.on(area_id, last) == area_id else book.name(area_id, last),
        post,
        NO_POST_RANK if rank is None else rank,
        since,
        until,
        term_id,
        term,
        decision_number,
        decision_date,
        chosen and HowChosen(chosen),
        bloc and Bloc(bloc),
        represents,
        ended_why and WhyEnded(ended_why),
        ended_note,
        revision,
    )
