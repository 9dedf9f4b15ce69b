"""The entry of a petition put right; of a denunciation nothing that says who sent it is asked."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from frontdesk.messages import _, mark
from frontdesk.petitions import Correct, PetitionRow
from ui.desk.days import day_field
from ui.desk.dialogs import FormDialog
from ui.desk.env import Env
from ui.parts.fields import Choice, ChoiceField, Field, LineField, TextField
from ui.parts.reading import NumberField
from ui.petitions.words import CHANNEL_TITLES, area_field, choices, chosen, field_field, text_of

PEOPLE_MOST: Final = 100_000
SENDER_FIELDS: Final = ("sender", "sender_address", "sender_phone", "sender_identity", "people", "representatives")
"""What says who sent it."""
SECRET_FIELDS: Final = tuple(name for name in SENDER_FIELDS if name != "people")
"""What no draft ever keeps."""
TITLES: Final = {
    "summary": mark("&What it asks"),
    "channel": mark("&Came"),
    "received": mark("&Received on"),
    "sender": mark("&Sender"),
    "sender_address": mark("&Address"),
    "sender_phone": mark("&Phone"),
    "sender_identity": mark("&Identity paper"),
    "people": mark("&How many people"),
    "representatives": mark("Represen&tatives"),
    "area": mark("Residential ar&ea"),
    "place": mark("Place it is about"),
    "field": mark("&Field of work"),
    "against": mark("A&gainst whom"),
    "papers_received": mark("Papers received"),
    "paper_place": mark("Where the paper &lies"),
    "received_by": mark("Received &by"),
    "settled_before": mark("&Dealt with before by"),
    "remark": mark("Re&mark"),
}
_ONLY_SET: Final = ("summary", "channel", "received", "people")


def makers(env: Env) -> dict[str, Callable[[], Field]]:
    """How the fields of an entry are made."""
    return {
        "summary": partial(TextField, lines=3),
        "channel": partial(ChoiceField, choices(CHANNEL_TITLES)),
        "received": partial(day_field, env),
        "people": partial(NumberField, 1, PEOPLE_MOST),
        "area": partial(area_field, env),
        "field": partial(field_field, env),
        "representatives": partial(TextField, lines=2),
        **{
            name: LineField
            for name in (
                "sender", "sender_address", "sender_phone", "sender_identity", "place", "against", "papers_received",
                "paper_place", "received_by", "settled_before", "remark",
            )
        },
    }  # fmt: skip


def correct_dialog(env: Env, row: PetitionRow, owner: QWidget) -> FormDialog:
    """The entry as it stands, to be put right."""
    title = _("Correct: {number}").format(number=row.number)
    dialog = FormDialog(env, "correct", title, _("Save"), partial(_asked, row), owner, says=_("Saved."))
    made = makers(env)
    for name, words in TITLES.items():
        if not (row.secret and name in SECRET_FIELDS):
            value = getattr(row, name)
            dialog.add(name, _(words), made[name](), value=chosen(value) if name in ("area", "field") else value)
    return dialog


def _asked(row: PetitionRow, values: Mapping[str, Any]) -> Correct:
    """What differs; what was emptied is named in `clear`."""
    changed: dict[str, Any] = {}
    cleared: list[str] = []
    for name, held in values.items():
        value = text_of(held) if isinstance(held, Choice) else held
        if value == (getattr(row, name) or "") or value == getattr(row, name):
            continue
        if value in (None, "") and name not in _ONLY_SET:
            cleared.append(name)
        else:
            changed[name] = value
    return Correct(row.number, **changed, clear=tuple(cleared), revision=row.revision)
