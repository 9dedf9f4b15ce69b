"""Many people changed at once: only what is filled in is given to them."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from frontdesk.messages import _, mark, n_
from frontdesk.roster import EditPeople
from ui.desk.dialogs import FormDialog, given
from ui.desk.env import Env
from ui.parts.fields import Choice, ChoiceField, LineField
from ui.roster.words import SEX_TITLES, choices, title

_LINES: Final = (
    ("ethnicity", mark("&Ethnicity")),
    ("religion", mark("&Religion")),
    ("education", mark("&General schooling")),
    ("profession", mark("Professional &level")),
    ("political_theory", mark("Political theor&y")),
    ("occupation", mark("&Occupation")),
    ("workplace", mark("&Workplace")),
    ("address", mark("&Address")),
    ("note", mark("&Note")),
)
_ALL: Final = ("sex", "party", *(name for name, _words in _LINES))
_CLEARED: Final = (
    "sex", "phone", "ethnicity", "religion", "party", "education", "profession", "political_theory", "occupation",
    "workplace", "address", "note",
)  # fmt: skip


def bulk_dialog(env: Env, numbers: tuple[str, ...], parent: QWidget) -> FormDialog:
    """Asks what all these people shall have."""
    count = len(numbers)
    dialog = FormDialog(
        env,
        "bulk",
        n_("Change {count} person", "Change {count} people", count).format(count=count),
        _("Change"),
        partial(_ask, numbers),
        parent,
        says=n_("{count} person changed.", "{count} people changed.", count).format(count=count),
        hint=_("What you fill in is given to all of them; what is blank stays as it is."),
    )
    keep = _("Stays as it is")
    dialog.add("sex", _("&Sex"), ChoiceField(choices(SEX_TITLES), nothing=keep))
    party = [Choice(True, _("Yes")), Choice(False, _("No"))]
    dialog.add("party", _("&Party member"), ChoiceField(party, nothing=keep))
    for name, words in _LINES:
        dialog.add(name, _(words), LineField())
    emptied = [Choice(name, title(name)) for name in _CLEARED]
    hint = _("Takes what is recorded there away from all of them.")
    dialog.add("clear", _("Empt&y this"), ChoiceField(emptied, nothing=_("Nothing")), hint=hint)
    return dialog


def _ask(numbers: tuple[str, ...], values: Mapping[str, Any]) -> EditPeople:
    clear = (values["clear"],) if values["clear"] else ()
    return EditPeople(numbers, **given(values, _ALL), clear=clear)
