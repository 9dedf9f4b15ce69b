"""A petition's history as a line of time: steps, papers, and the way to what belongs with it."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from frontdesk.messages import _
from frontdesk.petitions import OPEN, STEP_TITLES, HistoryRow, PetitionRow
from ui.parts.colours import Tone
from ui.parts.line_of_time import Moment
from ui.petitions.words import day

_TONES: Final = {"answer": Tone.GOOD, "tell": Tone.GOOD, "urge": Tone.WARN, "void": Tone.MUTED, "recount": Tone.MUTED}


def moments(row: PetitionRow, history: Sequence[HistoryRow], today: date) -> list[Moment]:
    """What has happened, the earliest first, and the deadline ahead."""
    found = [_moment(each) for each in history]
    if row.status in OPEN and row.due is not None:
        late = row.due < today
        title = _("Was due, not done") if late else _("Due")
        found.append(Moment(day(row.due), title, row.due_why or "", tone=Tone.BAD if late else Tone.PLAIN, ahead=True))
    return found


def _moment(each: HistoryRow) -> Moment:
    told = [each.document or "", each.text]
    if each.user and each.at is not None:
        told.append(_("recorded by {user}, {at}").format(user=each.user, at=f"{each.at:%d/%m/%Y %H:%M}"))
    return Moment(
        day(each.day),
        _(STEP_TITLES[each.verb]),
        " · ".join(filter(None, told)),
        each.other or "",
        _("Open {number}").format(number=each.other) if each.other else "",
        _TONES.get(each.verb, Tone.PLAIN),
    )
