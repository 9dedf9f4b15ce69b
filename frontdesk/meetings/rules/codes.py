"""The digits on an invitation: which meeting, which delegate, and a check digit against mistyping.

Digits only: a scanner types through UniKey, and Telex eats letters.
"""

import re
from dataclasses import dataclass
from typing import Final

_NUMBER: Final = re.compile(r"HN-(\d{4})-(\d{4,5})")
_CODE: Final = re.compile(r"(\d{4})(\d{5})(\d{4})(\d)")


@dataclass(frozen=True)
class Invitation:
    """What an invitation's code says."""

    meeting: str
    delegate: int


def code_of(meeting: str, delegate: int) -> str:
    """The 14 digits of a delegate of meeting "HN-2026-0001": year, meeting, delegate, check digit."""
    match = _NUMBER.fullmatch(meeting)
    if match is None or not 0 < delegate < 10_000:
        raise ValueError(meeting, delegate)
    digits = f"{match[1]}{int(match[2]):05}{delegate:04}"
    return f"{digits}{_check_digit(digits)}"


def read_code(typed: str) -> Invitation | None:
    """What the typed or scanned digits say; None when they are no code or mistyped."""
    match = _CODE.fullmatch(re.sub(r"[\s.-]", "", typed))
    if match is None or match[4] != _check_digit("".join(match.groups()[:3])):
        return None
    return Invitation(f"HN-{match[1]}-{int(match[2]):04}", int(match[3]))


def _check_digit(digits: str) -> str:
    """Luhn's: finds every mistyped digit and nearly every swapped pair."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (2 if place % 2 == 0 else 1)
        total += doubled - 9 if doubled > 9 else doubled
    return str(-total % 10)
