"""Quorum and majority in exact fractions: nothing here rounds, and what is not recorded is never nought."""

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor
from typing import Final

from frontdesk.messages import _

_SHARE: Final = re.compile(r"(\d{1,4})\s*/\s*(\d{1,4})")


class Base(StrEnum):
    """What a majority is counted of: those present, all who were convened, or the valid votes."""

    PRESENT = "present"
    CONVENED = "convened"
    VALID = "valid"


@dataclass(frozen=True, slots=True)
class Quorum:
    """Whether enough came. `needed` is the least whole number of people that reaches the share."""

    share: Fraction
    convened: int
    present: int
    needed: int

    @property
    def reached(self) -> bool:
        """Whether as many as needed are present."""
        return self.present >= self.needed


@dataclass(frozen=True, slots=True)
class Tally:
    """The votes of one question as they were counted; None: not recorded."""

    in_favour: int | None = None
    against: int | None = None
    abstain: int | None = None
    spoiled: int | None = None

    @property
    def cast(self) -> int:
        """All votes that are recorded."""
        return sum(each or 0 for each in (self.in_favour, self.against, self.abstain, self.spoiled))

    @property
    def valid(self) -> int | None:
        """The votes that say something, abstentions included; None when one of them is not recorded."""
        if self.in_favour is None or self.against is None or self.abstain is None:
            return None
        return self.in_favour + self.against + self.abstain


@dataclass(frozen=True, slots=True)
class Majority:
    """Whether a vote carries. `needed` is the least whole number of votes above the share of `of`."""

    share: Fraction
    base: Base
    of: int
    needed: int
    in_favour: int

    @property
    def carried(self) -> bool:
        """Whether more than the share voted in favour; exactly the share does not carry."""
        return self.in_favour >= self.needed


def share_of(text: str) -> Fraction:
    """The fraction written "2/3", above 0 and at most 1; ValueError tells a person what is wrong."""
    match = _SHARE.fullmatch(text.strip())
    if match is None or int(match[2]) == 0 or not 0 < Fraction(int(match[1]), int(match[2])) <= 1:
        raise ValueError(_("“{text}” is no share. Write it like 2/3, above 0 and at most 1.").format(text=text))
    return Fraction(int(match[1]), int(match[2]))


def quorum(share: str | None, convened: int | None, present: int | None) -> Quorum | None:
    """The quorum by `share` of those convened; None when one of the three is not recorded.

    Reached when present ≥ share × convened (Điều lệ MTTQ Việt Nam; the share is the office's setting).
    """
    if share is None or convened is None or present is None:
        return None
    fraction = share_of(share)
    return Quorum(fraction, convened, present, ceil(fraction * convened))


def majority(
    tally: Tally, share: str | None, base: Base | None, present: int | None, convened: int | None
) -> Majority | None:
    """The majority by `share` of `base` (None: those present); None when something it needs is not recorded.

    A vote carries when for > share × base.
    """
    chosen = base or Base.PRESENT
    of = {Base.PRESENT: present, Base.CONVENED: convened, Base.VALID: tally.valid}[chosen]
    if share is None or of is None or tally.in_favour is None:
        return None
    fraction = share_of(share)
    return Majority(fraction, chosen, of, floor(fraction * of) + 1, tally.in_favour)


def too_many(tally: Tally, present: int | None) -> bool:
    """Whether more votes were counted than people are known to be present."""
    return present is not None and tally.cast > present
