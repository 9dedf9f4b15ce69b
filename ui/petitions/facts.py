"""What is known of a petition, as labels and values."""

from datetime import date

from frontdesk.messages import _
from frontdesk.petitions import Condition, PetitionRow, condition_title
from ui.parts.colours import Tone
from ui.petitions.words import (
    CHANNEL_TITLES,
    CONTACT_TITLES,
    KIND_TITLES,
    ROUTE_TITLES,
    capital,
    day,
    due_tone,
    sender,
    status,
    word,
)

Fact = tuple[str, str] | tuple[str, str, Tone]
MASK = "•••"


def facts(row: PetitionRow, today: date, *, identity: bool = False) -> list[Fact]:
    """What it is and where it stands; what was not recorded is left out. `identity` shows the sender's paper."""
    due = day(row.due) or _("none now")
    if row.overdue(today):
        due = _("{day}, overdue").format(day=due)
    found: list[Fact] = [
        (_("Status"), status(row)),
        (_("Due"), due, due_tone(row, today)),
        (_("Why this date"), row.due_why or ""),
        (_("With"), row.forwarded_to or ""),
        (_("Kind"), word(KIND_TITLES, row.kind)),
        (_("To be done"), word(ROUTE_TITLES, row.route)),
        (_("Received on"), f"{day(row.received)}, {word(CHANNEL_TITLES, row.channel).lower()}"),
        (_("Sender"), sender(row)),
        *_reach(row, identity),
        (_("Representatives"), row.representatives or ""),
        (_("Field of work"), row.field or ""),
        (_("Residential area"), row.area or ""),
        (_("Place"), row.place or ""),
        (_("Against"), row.against or ""),
        (_("Check list"), _lacking(row)),
        (_("Papers received"), row.papers_received or ""),
        (_("Where the paper lies"), row.paper_place or ""),
        (_("Received by"), row.received_by or ""),
        (_("Dealt with before by"), row.settled_before or ""),
        (_("Number in the old book"), row.book_number or ""),
        (_("Remark"), row.remark or ""),
    ]
    return [fact for fact in found if fact[1]]


def outcome(row: PetitionRow) -> list[Fact]:
    """Answer, telling and satisfaction; nothing before there is an answer."""
    if row.answered is None and row.told is None:
        return []
    happy = {True: (_("Yes"), Tone.GOOD), False: (_("No"), Tone.WARN), None: (_("Not asked yet"), Tone.MUTED)}
    words, tone = happy[row.satisfied]
    found: list[Fact] = [
        (_("Answered"), " · ".join(filter(None, (day(row.answered), row.answer_document)))),
        (_("Result"), row.result or ""),
        (_("Sender told"), " · ".join(filter(None, (day(row.told), word(CONTACT_TITLES, row.told_how))))),
        (_("Satisfied"), words, tone),
        (_("In the sender's words"), row.satisfaction or ""),
    ]
    return [fact for fact in found if fact[1]]


def _reach(row: PetitionRow, identity: bool) -> list[Fact]:
    """How the sender is reached; nothing of a denouncer, and the identity paper masked unless asked for."""
    if row.secret:
        return []
    return [
        (_("Address"), row.sender_address or ""),
        (_("Phone"), row.sender_phone or ""),
        (_("Identity paper"), (row.sender_identity if identity else MASK) if row.sender_identity else ""),
    ]


def _lacking(row: PetitionRow) -> str:
    if row.lacks is None:
        return ""
    if not row.lacks:
        return _("All conditions are met")
    return _("Lacks: {conditions}").format(
        conditions="; ".join(capital(condition_title(Condition(name))) for name in row.lacks)
    )
