"""What the roster's papers share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from frontdesk.paper import Block, Letterhead, Paragraph, Signatures, Signer
from frontdesk.roster.rules.rows import MemberRow
from frontdesk.vietnamese import short_date


@dataclass(frozen=True)
class Head:
    """Who prints: the letterhead, the author in the file's properties, and who signs, left to right."""

    letterhead: Letterhead
    author: str
    signers: tuple[Signer, ...]


@dataclass(frozen=True)
class Whose:
    """Whose list it is, as the title says it, and the day it is as of."""

    title: str
    on: date

    @property
    def subject(self) -> str:
        """The line under the title."""
        return f"{self.title}\n(tính đến ngày {short_date(self.on)})"


def by_body(members: Sequence[MemberRow]) -> list[tuple[str, list[MemberRow]]]:
    """The members under their bodies, in the order they come."""
    return [(body, list(rows)) for body, rows in groupby(members, key=lambda row: row.membership.body)]


def posts_of(row: MemberRow) -> str:
    """The posts of somebody in the body the row speaks of, the highest first."""
    held = [each for each in row.person.memberships if each.body_id == row.membership.body_id] or [row.membership]
    return "; ".join(dict.fromkeys(each.post for each in held if each.post))


def signed(head: Head) -> Signatures:
    """The signing block of a list; the date stands in the head."""
    return Signatures(head.signers)


def nobody(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """`blocks` with a line that says the list is empty."""
    return (*blocks, Paragraph("Chưa có ai trong danh sách.", italic=True))
