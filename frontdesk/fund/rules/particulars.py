"""What a voucher says beside its line in a book, in words another office can read."""

from dataclasses import dataclass

from frontdesk.fund.rules.kinds import Consent, DonorKind


@dataclass(frozen=True)
class Giver:
    """A donor as a sheet names them: `number` is that of the office which wrote it, "" where none stands."""

    number: str
    name: str
    kind: DonorKind = DonorKind.PERSON
    consent: Consent | None = None


@dataclass(frozen=True)
class Helped:
    """A household as a sheet names it: `number` is that of the office which wrote it, "" where none stands."""

    number: str
    head: str
    area: str = ""


@dataclass(frozen=True)
class Particulars:
    """What stands on a voucher and not in a cash book. `gift` and `reverses` are numbers as the same sheet has them.

    `reserved_for` is the purpose a donor named; `restricted` says that the money may be spent on nothing else.
    """

    address: str = ""
    documents: str = ""
    approval: str | None = None
    accountant: str = ""
    treasurer: str = ""
    exception: str | None = None
    donor: Giver | None = None
    household: Helped | None = None
    reserved_for: str | None = None
    restricted: bool = False
    gift: str | None = None
    reverses: str | None = None
    reason: str | None = None


PLAIN = Particulars()
"""A line of which a book says no more than a book does."""
