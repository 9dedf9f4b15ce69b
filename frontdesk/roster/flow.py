"""The steps of a change of term, with no window in sight: what was said so far, and what is still to say."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import IntEnum
from typing import Any

from frontdesk.roster.deeds.bodies import ChangeTerm, ChangeTerms, Seat
from frontdesk.roster.kinds import HowChosen
from frontdesk.roster.rules.rows import MemberRow


class Step(IntEnum):
    """Where a change of term stands."""

    BODY = 0
    TERM = 1
    SEATS = 2
    REVIEW = 3


@dataclass(frozen=True)
class Ticked:
    """Somebody in a body's list of seats: `kept` who sits in the new term; `new` who did not sit there before."""

    body: str
    number: str
    name: str
    post: str | None
    kept: bool = False
    new: bool = False


@dataclass
class TermFlow:
    """Leads through a change of term of one body or of several at once, and makes its deed; windows draw the steps.

    `members_of` gives a body's members on a day, in the order of protocol.
    """

    members_of: Callable[[str, date], Sequence[MemberRow]]
    step: Step = Step.BODY
    bodies: tuple[str, ...] = ()
    name: str = ""
    day: date | None = None
    chosen: HowChosen = HowChosen.CONSULTED
    decision_number: str | None = None
    decision_date: date | None = None
    people: list[Ticked] = field(default_factory=list)

    @property
    def missing(self) -> str | None:
        """The field that must be filled in before the next step; None when nothing is missing."""
        wanted = {
            Step.BODY: (("bodies", self.bodies),),
            Step.TERM: (("name", self.name.strip()), ("day", self.day)),
            Step.SEATS: (("seats", not self.unseated),),
            Step.REVIEW: (),
        }[self.step]
        return next((name for name, value in wanted if not value), None)

    @property
    def unseated(self) -> tuple[str, ...]:
        """The bodies in whose new term nobody sits yet."""
        return tuple(body for body in self.bodies if not any(one.kept for one in self.people if one.body == body))

    def forward(self) -> None:
        """Go on to the next step; coming to the seats lists who sits in the bodies the day before."""
        if self.missing is not None:
            raise ValueError(self.missing)
        if self.step is Step.TERM:
            self._list()
        self.step = Step(min(self.step + 1, Step.REVIEW))

    def back(self) -> None:
        """Go back a step; what was said stays."""
        self.step = Step(max(self.step - 1, Step.BODY))

    def tick(self, body: str, number: str, kept: bool = True) -> None:
        """Say whether somebody of the list sits in the new term."""
        self._change(body, number, kept=kept)

    def tick_all(self, kept: bool = True) -> None:
        """Say it of everybody."""
        self.people = [replace(one, kept=kept) for one in self.people]

    def give_post(self, body: str, number: str, post: str) -> None:
        """Give somebody another post in the new term."""
        self._change(body, number, post=post)

    def bring_in(self, body: str, number: str, name: str, post: str | None = None) -> None:
        """Put somebody on the list of a body who did not sit there before; whoever is on it already is ticked."""
        if any((one.body, one.number) == (body, number) for one in self.people):
            self.tick(body, number)
            return
        self.people.append(Ticked(body, number, name, post, kept=True, new=True))
        self.people.sort(key=lambda one: self.bodies.index(one.body))

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many seats go on, come in and end."""
        again = sum(one.kept and not one.new for one in self.people)
        new = sum(one.kept and one.new for one in self.people)
        return again, new, sum(not one.kept for one in self.people)

    def ask(self) -> ChangeTerms:
        """The deed, when every step is done."""
        if self.step is not Step.REVIEW or self.day is None:
            raise ValueError(self.step)
        common = (self.chosen, self.decision_number, self.decision_date)
        return ChangeTerms(
            tuple(ChangeTerm(body, self.name, self.day, self._seats(body), *common) for body in self.bodies)
        )

    def _seats(self, body: str) -> tuple[Seat, ...]:
        return tuple(Seat(one.number, one.post) for one in self.people if one.kept and one.body == body)

    def _change(self, body: str, number: str, **values: Any) -> None:
        self.people = [
            replace(one, **values) if (one.body, one.number) == (body, number) else one for one in self.people
        ]

    def _list(self) -> None:
        """The members of the day before, keeping what was ticked already."""
        if self.day is None:
            return
        said = {(one.body, one.number): one for one in self.people}
        listed: list[Ticked] = []
        for body in self.bodies:
            seen: dict[str, Ticked] = {}
            for row in self.members_of(body, self.day - timedelta(days=1)):
                number = row.person.number
                known = said.get((body, number))
                fresh = Ticked(body, number, row.person.name, row.membership.post)
                seen.setdefault(number, fresh if known is None else replace(known, new=False))
            brought = (one for one in self.people if one.body == body and one.new and one.number not in seen)
            listed += [*seen.values(), *brought]
        self.people = listed
