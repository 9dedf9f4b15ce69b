"""Who came, who left and whose post changed in a body between two days."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from frontdesk.roster.kinds import HOW_CHOSEN_WORDS, WHY_ENDED_WORDS, BodyKind
from frontdesk.roster.rules.bodies import body_sort_key
from frontdesk.roster.rules.rows import MembershipRow, PersonRow


class Change(StrEnum):
    """What happened to somebody's seat."""

    JOINED = "joined"
    LEFT = "left"
    MOVED = "moved"


@dataclass(frozen=True)
class ChangeRow:
    """One person's change in a body; `why` is Vietnamese, as the list prints it."""

    change: Change
    person: PersonRow
    body: str
    area: str | None
    before: str | None
    after: str | None
    day: date | None
    decision: str
    why: str


def changes(people: Iterable[PersonRow], since: date, until: date) -> list[ChangeRow]:
    """The changes from `since` to `until`, both included: what held the day before against what held at the end.

    Seats of one kind in areas that were merged or renamed are one seat going on. Somebody who came and left within
    the period is listed with both.
    """
    rows = [row for person in people for row in _of(person, since, until)]
    order = list(Change)
    return sorted(rows, key=lambda row: (order.index(row.change), body_sort_key(row.body), row.person.sort_key))


def _of(person: PersonRow, since: date, until: date) -> list[ChangeRow]:
    rows = []
    for kind_posts in _by_seat(person.memberships):
        before = [post for post in kind_posts if post.in_force(since - timedelta(days=1))]
        after = [post for post in kind_posts if post.in_force(until)]
        within = [
            post for post in kind_posts if post not in before and post not in after and _within(post, since, until)
        ]
        if before and not after:
            rows.append(_left(person, before))
        elif after and not before:
            rows.append(_joined(person, after))
        elif not before and within:
            rows += [_joined(person, within), _left(person, within)]
        elif before and after and _titles(before) != _titles(after):
            rows.append(_moved(person, before, after))
    return rows


def _by_seat(posts: Sequence[MembershipRow]) -> list[list[MembershipRow]]:
    """A person's posts by what they are seats in: one body, or for areas' bodies their kind."""
    seats: dict[object, list[MembershipRow]] = {}
    for post in posts:
        seat: object = post.body_kind if post.body_kind is BodyKind.WORKING_COMMITTEE else post.body_id
        seats.setdefault(seat, []).append(post)
    return list(seats.values())


def _within(post: MembershipRow, since: date, until: date) -> bool:
    return post.since is not None and post.until is not None and since <= post.since and post.until <= until


def _titles(posts: Sequence[MembershipRow]) -> set[str]:
    return {post.post or "" for post in posts}


def _shown(posts: Sequence[MembershipRow]) -> str | None:
    return ", ".join(sorted(_titles(posts) - {""})) or None


def _decision(post: MembershipRow) -> str:
    day = f"ngày {post.decision_date.strftime('%d/%m/%Y')}" if post.decision_date else ""
    return " ".join(filter(None, (post.decision_number, day)))


def _joined(person: PersonRow, posts: Sequence[MembershipRow]) -> ChangeRow:
    post = min(posts, key=lambda each: (each.since or date.min, each.rank))
    why = HOW_CHOSEN_WORDS[post.chosen] if post.chosen else ""
    return ChangeRow(Change.JOINED, person, post.body, post.area, None, _shown(posts), post.since, _decision(post), why)


def _left(person: PersonRow, posts: Sequence[MembershipRow]) -> ChangeRow:
    post = max(posts, key=lambda each: (each.until or date.max, -each.rank))
    why = WHY_ENDED_WORDS[post.ended_why] if post.ended_why else ""
    note = "; ".join(filter(None, (why, post.ended_note)))
    return ChangeRow(Change.LEFT, person, post.body, post.area, _shown(posts), None, post.until, "", note)


def _moved(person: PersonRow, before: Sequence[MembershipRow], after: Sequence[MembershipRow]) -> ChangeRow:
    post = max(after, key=lambda each: (each.since or date.min, -each.rank))
    why = HOW_CHOSEN_WORDS[post.chosen] if post.chosen else ""
    return ChangeRow(
        Change.MOVED, person, post.body, post.area, _shown(before), _shown(after), post.since, _decision(post), why
    )
