"""Each step of the flow as a small form: the deed's own fields, in the order one fills them in."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import MISSING, dataclass, fields
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeAlias

from PySide6.QtWidgets import QWidget

from frontdesk.messages import _, mark
from frontdesk.petitions import (
    KIND_TITLES,
    ROUTE_TITLES,
    Answer,
    Ask,
    Attach,
    Classify,
    Close,
    Detach,
    Extend,
    File,
    Forward,
    GiveBack,
    Guide,
    Join,
    Kind,
    NoteProgress,
    Pause,
    PetitionRow,
    Reclass,
    Redirect,
    Reopen,
    Resume,
    Route,
    Status,
    Tell,
    Urge,
    Void,
    Withdraw,
)
from ui.desk.days import day_field
from ui.desk.dialogs import FormDialog
from ui.desk.doing import BY_NAME
from ui.desk.env import Env
from ui.parts.ask import Kind as FileKind
from ui.parts.fields import Choice, ChoiceField, Field, LineField, SwitchField, TextField, YesNoField
from ui.parts.files import FileField
from ui.parts.form import required
from ui.petitions.conditions import ConditionsField
from ui.petitions.words import (
    COMPLEXITY_TITLES,
    CONTACT_TITLES,
    agency_field,
    capital,
    choices,
    chosen,
    field_field,
    text_of,
)

Made: TypeAlias = tuple[Callable[[], Field], Any]
SCANS: Final = ("pdf", "png", "jpg", "jpeg", "docx", "xlsx")


@dataclass(frozen=True)
class Step:
    """A step as a button and a form; `ahead` leads the case on, the others stand under More."""

    verb: str
    button: str
    takes: type[Any]
    hint: str = ""
    ahead: bool = True


STEPS: Final = (
    Step("classify", mark("Classify"), Classify),
    Step("resume", mark("The sender has brought it"), Resume, mark("The clock runs again from that day.")),
    Step("forward", mark("Forward"), Forward),
    Step("guide", mark("Guide the sender"), Guide),
    Step("give_back", mark("Return"), GiveBack),
    Step("file", mark("File"), File),
    Step("answer", mark("Record the answer"), Answer),
    Step("urge", mark("Urge"), Urge),
    Step("tell", mark("Tell the sender"), Tell),
    Step("ask", mark("Ask whether satisfied"), Ask),
    Step("close", mark("Close"), Close),
    Step(
        "pause",
        mark("Wait for the sender"),
        Pause,
        mark("The clock stands still until the sender has brought what is missing."),
        ahead=False,
    ),
    Step("note_progress", mark("News from the agency"), NoteProgress, ahead=False),
    Step("redirect", mark("Correct a wrong forwarding"), Redirect, ahead=False),
    Step("extend", mark("Extend the deadline"), Extend, ahead=False),
    Step("attach", mark("Attach a scan"), Attach, ahead=False),
    Step("detach", mark("Take a file off"), Detach, ahead=False),
    Step("reclass", mark("Another kind"), Reclass, ahead=False),
    Step(
        "join",
        mark("Join with an earlier petition"),
        Join,
        mark("Only the earlier one is dealt with; this one is closed and stays readable."),
        ahead=False,
    ),
    Step("withdraw", mark("The sender takes it back"), Withdraw, ahead=False),
    Step("reopen", mark("Reopen"), Reopen, mark("Deadlines count from that day."), ahead=False),
    Step(
        "void",
        mark("Entered by mistake"),
        Void,
        mark("The number stays used; the entry can be seen under Entered by mistake."),
        ahead=False,
    ),
)
_LABELS: Final = {
    "route": mark("&What is to be done"),
    "kind": mark("&Kind"),
    "field": mark("&Field of work"),
    "complexity": mark("Com&plexity"),
    "remote": mark("Remote &area"),
    "again": mark("A&gain, after a first decision"),
    "lacks": mark("Check &list"),
    "to": mark("&Agency"),
    "reason": mark("&Reason"),
    "text": mark("What is &said"),
    "document": mark("Document &number"),
    "upward": mark("&Above our competence"),
    "accepted": mark("&Accepted on"),
    "decided": mark("&Decided on"),
    "result": mark("What the answer &says"),
    "how": mark("&How"),
    "satisfied": mark("&Satisfied"),
    "words": mark("In the sender's own &words"),
    "remark": mark("Re&mark"),
    "paper_place": mark("Where the &paper lies"),
    "path": mark("&File"),
    "name": mark("&Name of the file"),
    "identity_removed": "",
    "day": mark("&Day"),
}
CLEANED: Final = mark("Name, address and handwriting were taken out of this copy")
_HINTS: Final = {
    "upward": mark("Not known: as the agency's level says."),
    "paper_place": mark("Needed for a denunciation: the paper stays in the file, the program knows no name."),
}


def offered(env: Env, row: PetitionRow, allowed: Collection[str]) -> list[Step]:
    """The steps this petition may take now, and this user may do."""
    return [step for step in STEPS if step.verb in allowed and env.may(BY_NAME[f"petitions.{step.verb}"])]


class StepDialog(FormDialog):
    """The form of one step; one that makes the case a denunciation is asked about, for it wipes for good."""

    row: PetitionRow
    files = 0

    def submit(self, ask: Any) -> None:
        """See `FormDialog`."""
        becomes_secret = getattr(ask, "kind", None) is Kind.DENUNCIATION and not self.row.secret
        if becomes_secret and not self._agreed():
            self.yes.setEnabled(True)
            return
        super().submit(ask)

    def _agreed(self) -> bool:
        what = _(
            "Everything that says who sent {number} is wiped for good: name, address, phone, identity paper, the files "
            "kept with it ({files}), what meetings recorded of it, and its past in the journal. It cannot be taken "
            "back. Before that, note where the paper itself lies."
        ).format(number=self.row.number, files=self.files)
        return self.env.ask.confirm(_("A denunciation"), what, _("Wipe the sender"), risky=True)


_PAPER_NUMBERS: Final = {
    "answer": "85/UBND-VP",
    "note_progress": "85/UBND-VP",
    "guide": "12/PHD-MTTQ-BTT",
    "give_back": "12/TB-MTTQ-BTT",
    "tell": "12/TB-MTTQ-BTT",
    "urge": "12/MTTQ-BTT",
}
"""What the number of a step's paper looks like; the others go with a transfer slip."""


def step_dialog(env: Env, row: PetitionRow, step: Step, owner: QWidget, files: Collection[str] = ()) -> FormDialog:
    """The form of one step; `files` are the names of the petition's files."""
    title = f"{_(step.button)}: {row.number}"
    asked = partial(_asked, step, row)
    says = _("Recorded: {step}.").format(step=_(BY_NAME[f"petitions.{step.verb}"].title))
    dialog = StepDialog(env, step.verb, title, _(step.button), asked, owner, says=says, hint=_said(step.hint))
    dialog.row, dialog.files = row, len(files)
    for each in fields(step.takes):
        if each.name in ("number", "revision") or _pointless(step, each.name, row):
            continue
        make, value = _field(env, row, step, each.name, files)
        dialog.add(each.name, _label(step, each.name), make(), hint=_said(_HINTS.get(each.name, "")), value=value)
    return dialog


def _said(words: str) -> str:
    """`words` in the reader's language; no words stay none (the msgid "" is the catalogue's own header)."""
    return _(words) if words else ""


def _pointless(step: Step, name: str, row: PetitionRow) -> bool:
    """Fields that say nothing about this petition."""
    if name == "identity_removed":
        return not row.secret
    if name in ("again", "complexity") and step.verb == "classify":
        return row.kind not in (Kind.COMPLAINT, Kind.DENUNCIATION)
    return name == "name" and step.verb == "attach" and row.secret


def _label(step: Step, name: str) -> str:
    if step.verb == "extend" and name == "to":
        return _("&New deadline")
    if step.verb == "join":
        return _("&Number of the earlier petition") if name == "to" else _(_LABELS[name])
    if step.verb == "detach" and name == "name":
        return _("&File")
    return _said(_LABELS[name])


def _field(
    env: Env, row: PetitionRow, step: Step, name: str, files: Collection[str]
) -> tuple[Callable[[], Field], Any]:
    """How the field of that name is made, and what it begins with."""
    today = env.services.store.today
    if step.verb == "extend" and name == "to":
        return partial(day_field, env), None
    if step.verb == "join" and name == "to":
        return partial(LineField, hint="KN-2026-0001"), None
    if step.verb == "detach" and name == "name":
        return partial(ChoiceField, [Choice(file, file) for file in files]), next(iter(files), None)
    makers: dict[str, Made] = {
        "route": (partial(ChoiceField, choices(ROUTE_TITLES)), row.route or Route.FORWARD),
        "kind": (partial(ChoiceField, choices(KIND_TITLES)), row.kind),
        "field": (partial(field_field, env), chosen(row.field)),
        "complexity": (partial(ChoiceField, choices(COMPLEXITY_TITLES), nothing=_("As it is")), None),
        "remote": (YesNoField, row.remote),
        "again": (YesNoField, row.again),
        "lacks": (partial(ConditionsField, row.kind), row.lacks),
        "to": (partial(agency_field, env), chosen(row.forwarded_to if row.status is not Status.FORWARDED else None)),
        "upward": (YesNoField, None),
        "accepted": (partial(day_field, env), row.accepted),
        "decided": (partial(day_field, env), row.decided),
        "how": (partial(ChoiceField, choices(CONTACT_TITLES)), next(iter(CONTACT_TITLES))),
        "satisfied": (YesNoField, None),
        "day": (partial(day_field, env), today),
        "path": (partial(FileField, env.ask, (FileKind(_("Scans and papers"), SCANS),)), None),
        "identity_removed": (
            partial(SwitchField, _("Name, address and handwriting were taken out of this copy")),
            None,
        ),
        "document": (partial(LineField, hint=_PAPER_NUMBERS.get(step.verb, "12/PC-MTTQ-BTT")), None),
        "name": (LineField, None),
    }
    return makers.get(name, (partial(TextField, lines=2), row.paper_place if name == "paper_place" else None))


def _asked(step: Step, row: PetitionRow, values: Mapping[str, Any]) -> Any:
    """The deed's request; what is blank is left out."""
    needed = {
        each.name: capital(_label(step, each.name).replace("&", ""))
        for each in fields(step.takes)
        if each.name != "number" and each.default is MISSING and each.name in values
    }
    required(values, needed)
    given = {name: _plain(value) for name, value in values.items() if value not in (None, "")}
    return step.takes(number=row.number, **given)


def _plain(value: Any) -> Any:
    """A form's value as a deed takes it."""
    if isinstance(value, Choice):
        return text_of(value)
    return str(value) if isinstance(value, Path) else value
