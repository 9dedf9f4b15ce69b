"""The chain over the books, and the short fingerprint of it that stands on paper.

Text form, version 1: the seal of an entry is the SHA-256 of a JSON list ``[1, previous seal, kind, seal number,
field, …]`` in UTF-8 without blanks. Fields are texts, integers (đồng), null, or lists of these; days are ISO dates
and no time or zone stands in it. There is no key: whoever changes an entry and recomputes all seals gets another
fingerprint than the one on paper.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any, Final, TypeAlias

import orjson

from frontdesk.errors import RuleBroken
from frontdesk.fund.rules.rows import VoucherRow
from frontdesk.messages import _

VERSION: Final = 1
_GENESIS: Final = sha256(b"front desk fund books, version 1").hexdigest()
_DIGITS: Final = 16
_GROUP: Final = 4
_FINGERPRINT: Final = re.compile(r"\s*(\d+)[\s–-]+(\d+)[\s–-]+([0-9A-Fa-fOoIl.\s–-]+)")
_NO_DIGIT: Final = re.compile(r"[.\s–-]")
_MISREAD: Final = str.maketrans("OoIl", "0011")

Fields: TypeAlias = Sequence[Any]
Entry: TypeAlias = tuple[int, str, str, Fields]
"""What stands in the chain: its place, its kind, the seal it carries, its fields."""


@dataclass(frozen=True)
class Seal:
    """The end of a chain: how many entries it has, and the seal of the last."""

    no: int
    value: str

    @property
    def fingerprint(self) -> str:
        """As it stands on paper: version, count and the first 64 bits, "1-152-3F2A.9C1D.77E0.B4C2"."""
        digits = self.value[:_DIGITS].upper()
        return f"{VERSION}-{self.no}-" + ".".join(digits[at : at + _GROUP] for at in range(0, _DIGITS, _GROUP))


@dataclass(frozen=True)
class Fingerprint:
    """A fingerprint as somebody read it off a paper."""

    version: int
    no: int
    digits: str

    def fits(self, seal: Seal) -> bool:
        """Whether the books as of `seal` are those of the paper."""
        return self.no == seal.no and seal.value.startswith(self.digits)


NOTHING: Final = Seal(0, _GENESIS)


def following(previous: Seal, kind: str, fields: Fields) -> Seal:
    """The seal of the entry that comes after `previous`."""
    number = previous.no + 1
    return Seal(number, sha256(orjson.dumps([VERSION, previous.value, kind, number, *fields])).hexdigest())


def parse_fingerprint(text: str) -> Fingerprint:
    """Read a fingerprint as typed from paper: blanks, dots, dashes and small letters do not matter.

    RuleBroken(``fund.fingerprint.unreadable``) when it is none, (``fund.fingerprint.version``) when it is newer.
    """
    found = _FINGERPRINT.fullmatch(text)
    digits = _NO_DIGIT.sub("", found[3]).translate(_MISREAD).lower() if found else ""
    if found is None or len(digits) != _DIGITS:
        raise RuleBroken(
            "fund.fingerprint.unreadable",
            _("“{text}” is no fingerprint. Type it as it stands at the foot of the paper, like {example}.").format(
                text=text.strip(), example=NOTHING.fingerprint
            ),
            "fingerprint",
        )
    if int(found[1]) != VERSION:
        raise RuleBroken(
            "fund.fingerprint.version",
            _("This fingerprint was made by another version of the program, which must check it."),
            "fingerprint",
        )
    return Fingerprint(VERSION, int(found[2]), digits)


def iso(day: date | None) -> str | None:
    """A day as the sealed texts hold it."""
    return None if day is None else day.isoformat()


def voucher_fields(row: VoucherRow) -> Fields:
    """Everything of a posted voucher that says what was done with money or goods, in a fixed order."""
    return [
        row.number,
        row.book_number,
        row.kind.value,
        iso(row.day),
        iso(row.document_day),
        row.fund,
        _side(row.debit),
        _side(row.credit),
        row.amount_vnd,
        row.text,
        row.counterparty,
        row.address,
        row.documents,
        row.approval,
        row.accountant,
        row.treasurer,
        row.exception,
        row.donor,
        row.pledge,
        row.household,
        row.reserved_for,
        row.restricted,
        row.gift,
        row.reverses,
        row.reason,
        row.posted_by,
        [[line.item, line.unit, line.quantity, line.unit_vnd, line.condition] for line in row.goods],
    ]


def walk(entries: Iterable[Entry]) -> Iterable[tuple[Seal, bool]]:
    """The recomputed seal of each entry, and whether the one it carries agrees."""
    previous = NOTHING
    for number, kind, kept, fields in entries:
        sealed = following(previous, kind, fields)
        yield sealed, sealed.no == number and sealed.value == kept
        previous = sealed


def _side(side: tuple[str, str] | None) -> list[str] | None:
    return None if side is None else [str(side[0]), side[1]]
