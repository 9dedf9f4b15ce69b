"""Badges, eight a page, each with a QR of the person's number."""

from collections.abc import Sequence
from typing import Final

from frontdesk.paper import Align, Beside, Block, Cards, Code, Paper, Paragraph, Rule, Slot, Text
from frontdesk.roster.rules.rows import MemberRow
from frontdesk.vietnamese import excerpt

ACROSS: Final = 2
DOWN: Final = 4
LONGEST_POST: Final = 90
"""Letters of a post that can be read across a table; a longer one ends in "…", for its first words say it."""


def badges(author: str, issuer: Sequence[str], members: Sequence[MemberRow]) -> Paper:
    """A badge for each person; the QR holds the digits of the number, for a scanner types through UniKey."""
    top: tuple[Block, ...] = tuple(
        Paragraph(line, Align.CENTER, bold=place == len(issuer) - 1, first_line=False, size_pt=9)
        for place, line in enumerate(issuer)
    )
    left: tuple[Block, ...] = (
        Slot("name", 12, bold=True, size_pt=15),
        Slot("post", 11, size_pt=11),
        Slot("area", 6, italic=True, size_pt=10),
    )
    face = (*top, Rule(), Beside((left, (Slot("code", 24), Slot("number", 5, size_pt=9))), (0.68, 0.32)))
    fills = tuple(_fill(row) for row in members)
    return Paper("Thẻ đại biểu", author, (Cards(face, fills, ACROSS, DOWN),), page_numbers=False)


def _fill(row: MemberRow) -> dict[str, Text | Code]:
    digits = "".join(letter for letter in row.person.number if letter.isdigit())
    return {
        "name": row.person.name,
        "post": excerpt(row.membership.post or "", LONGEST_POST),
        "area": row.membership.area or row.membership.body,
        "code": Code(digits),
        "number": row.person.number,
    }
