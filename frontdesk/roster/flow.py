"""The steps of a change of term, with no window in sight: what was said so far, and what is still to say."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import IntEnum

from frontdesk.roster.deeds.bodies import ChangeTerm, Seat
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
    """Somebody in the list of seats: `kept` when they sit in the new term; `new` when they did not sit before."""

    number: str
    name: str
    post: str | None
    kept: bool = False
    new: bool = False


@dataclass
class TermFlow:
    """Leads through a change of term and makes its deed; windows only draw the steps.

    `members_of` gives a body's members on a day, in the order of protocol.
    """

    members_of: Callable[[str, date], Sequence[MemberRow]]
    step: Step = Step.BODY
    body: str = ""
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
            Step.BODY: (("body", self.body),),
            Step.TERM: (("name", self.name.strip()), ("day", self.day)),
            Step.SEATS: (("seats", [one for one in self.people if one.kept]),),
            Step.REVIEW: (),
        }[self.step]
        return next((name for name, value in wanted if not value), None)

    def forward(self) -> None:
        """Go on to the next step; coming to the seats lists who sits in the body the day before."""
        if self.missing is not None:
            raise ValueError(self.missing)
        if self.step is Step.TERM:
            self._list()
        self.step = Step(min(self.step + 1, Step.REVIEW))

    def back(self) -> None:
        """Go back a step; what was said stays."""
        self.step = Step(max(self.step - 1, Step.BODY))

    def tick(self, number: str, kept: bool = True) -> None:
        """Say whether somebody of the list sits in the new term."""
        self.people = [replace(one, kept=kept) if one.number == number else one for one in self.people]

    def tick_all(self, kept: bool = True) -> None:
        """Say it of everybody."""
        self.people = [replace(one, kept=kept) for one in self.people]

    def give_post(self, number: str, post: str) -> None:
        """Give somebody another post in the new term."""
        self.people = [replace(one, post=post) if one.number == number else one for one in self.people]

    def bring_in(self, number: str, name: str, post: str | None = None) -> None:
        """Put somebody on the list who did not sit before."""
        if all(one.number != number for one in self.people):
            self.people.append(Ticked(number, name, post, kept=True, new=True))

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many go on, come in and leave."""
        again = sum(one.kept and not one.new for one in self.people)
        new = sum(one.kept and one.new for one in self.people)
        return again, new, sum(not one.kept for one in self.people)

    def ask(self) -> ChangeTerm:
        """The deed, when every step is done."""
        if self.step is not Step.REVIEW or self.day is None:
            raise ValueError(self.step)
        return ChangeTerm(
            body=self.body,
            name=self.name,
            day=self.day,
            seats=tuple(Seat(one.number, one.post) for one in self.people if one.kept),
            chosen=self.chosen,
            decision_number=self.decision_number,
            decision_date=self.decision_date,
        )

    def _list(self) -> None:
        """The members of the day before, keeping what was ticked already."""
        if self.day is None:
            return
        said = {one.number: one for one in self.people}
        seen: dict[str, Ticked] = {}
        for row in self.members_of(self.body, self.day - timedelta(days=1)):
            number = row.person.number
            listed = Ticked(number, row.person.name, row.membership.post)
            seen.setdefault(number, replace(said[number], new=False) if number in said else listed)
        brought = [one for one in self.people if one.new and one.number not in seen]
        self.people = [*seen.values(), *brought]
