"""What the tables about bodies show."""

from typing import Final

from frontdesk.messages import _
from frontdesk.roster import (
    BODY_TITLES,
    BodyLine,
    MemberRow,
    TermRow,
)
from ui.parts.table import Column
from ui.roster.words import day, span, word

AREA_COLUMN: Final = 2
"""Where the area stands among the columns of members; all members of an area's body have the same."""


def body_columns() -> tuple[Column[BodyLine], ...]:
    """The columns of the list of bodies."""
    return (
        Column("name", _("Body"), 0, text=lambda line: line.body.name),
        Column("people", _("Members"), 8, "right", sort_key="people"),
        Column("term", _("Term"), 18, text=lambda line: line.term or "", hidden=True),
        Column("kind", _("Kind"), 24, text=lambda line: word(BODY_TITLES, line.body.kind), hidden=True),
        Column("area", _("Residential area"), 14, text=lambda line: line.body.area or "", hidden=True),
        Column("span", _("Existing"), 20, text=lambda line: span(line.body.since, line.body.until), hidden=True),
    )


def member_columns() -> tuple[Column[MemberRow], ...]:
    """The columns of a body's members."""
    return (
        Column("name", _("Full name"), 0, text=lambda row: row.person.name),
        Column("post", _("Post"), 18, text=lambda row: row.membership.post or ""),
        Column("area", _("Residential area"), 10, text=lambda row: row.membership.area or ""),
        Column("since", _("From"), 10, text=lambda row: day(row.membership.since)),
    )


def term_columns() -> tuple[Column[TermRow], ...]:
    """The columns of a body's terms."""
    return (
        Column("name", _("Term"), 0),
        Column("since", _("From"), 10, text=lambda row: day(row.since)),
        Column("until", _("To"), 10, text=lambda row: day(row.until)),
    )
