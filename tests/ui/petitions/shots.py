"""The petition desk's windows to look at: with the sample's petitions, with nothing, and each form."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtWidgets import QDialog, QWidget

from frontdesk.petitions import Kind, Petitions
from frontdesk.petitions.rules.statistics import Statistics, statistics
from frontdesk.petitions.service.filters import PetitionFilter, PetitionSort
from frontdesk.petitions.service.lists import Found
from tests.ui.pictures import Shot
from tests.ui.stage import Stage, instead
from ui.petitions.desk import PetitionsDesk
from ui.petitions.editing import correct_dialog
from ui.petitions.importing import ImportDialog
from ui.petitions.papers import PeriodPaperDialog
from ui.petitions.stepforms import STEPS, step_dialog

TABS: Final = ("petitions", "chasing", "agencies", "figures", "deadlines")
SAMPLE: Final = Path(__file__).parents[3] / "resources" / "demo" / "petitions.csv"
STATUS_OF: Final = {
    "classify": "received",
    "forward": "classified",
    "answer": "forwarded",
    "extend": "forwarded",
    "tell": "answered",
    "attach": "received",
}


class Nothing(Petitions):
    """A petition desk with nothing in it, for the pictures of empty lists."""

    def chosen(self, *_asked: Any) -> list[Any]:
        return []

    def find(self, wanted: PetitionFilter, sort: PetitionSort | None = None) -> Found:
        return Found(wanted, sort or PetitionSort(), 0, ())

    def agencies(self, **_more: Any) -> list[Any]:
        return []

    def today_work(self) -> dict[str, int]:
        return {}

    def statistics(self, since: date, until: date, _wanted: PetitionFilter | None = None) -> Statistics:
        return statistics((), since, until, until)

    def owing(self) -> list[Any]:
        return []


def desk(tab: str, stage: Stage) -> QWidget:
    """The desk with one part in front."""
    made = PetitionsDesk(stage.env)
    made.tabs.setCurrentIndex(TABS.index(tab))
    return made


def empty(tab: str, stage: Stage) -> QWidget:
    """The desk before anything is in it."""
    services = stage.env.services
    nothing = Nothing(services.store, services.office, services.roster)
    made = PetitionsDesk(instead(stage.env, petitions=nothing))
    made.tabs.setCurrentIndex(TABS.index(tab))
    return made


def number_of(stage: Stage, status: str) -> str:
    """A petition of that status."""
    petitions = stage.env.services.petitions
    order = PetitionSort("received", descending=True)
    rows = petitions.chosen(PetitionFilter(status=status), order, 1) or petitions.chosen(PetitionFilter(), order, 1)
    return rows[0].number


def card(status: str, stage: Stage) -> QWidget:
    """One petition."""
    made = PetitionsDesk(stage.env)
    made.open_record(number_of(stage, status))
    return made


def intake(kind: Kind, stage: Stage) -> QWidget:
    """A new petition, with words typed."""
    made = PetitionsDesk(stage.env)
    made.new_record()
    form = made.petitions.intake
    assert form is not None
    form.form.field("kind").set_value(kind)
    form._on_kind()
    rows = stage.env.services.petitions.chosen(PetitionFilter(kind=kind), PetitionSort(), 1)
    form.form.field("summary").set_value(rows[0].summary if rows else "Đèn đường hỏng")
    form._look_for_likely()
    return made


def step(verb: str, stage: Stage) -> QDialog:
    """The form of one step."""
    row = stage.env.services.petitions.petition(number_of(stage, STATUS_OF[verb]))
    found = next(each for each in STEPS if each.verb == verb)
    return step_dialog(stage.env, row, found, stage.window)


def correct(stage: Stage) -> QDialog:
    """An entry to put right."""
    row = stage.env.services.petitions.petition(number_of(stage, "received"))
    return correct_dialog(stage.env, row, stage.window)


def paper(stage: Stage) -> QDialog:
    """What a paper asks."""
    return PeriodPaperDialog(stage.env, "petition-report", stage.window)


def importing(at: int, stage: Stage) -> QDialog:
    """A step of the import."""
    made = ImportDialog(stage.env, stage.window)
    if at:
        made.stack.currentChanged.connect(partial(_go_on, made, at))
        made.take_file(SAMPLE)
    return made


def _go_on(dialog: ImportDialog, wanted: int, at: int) -> None:
    if at < wanted == 2:
        dialog._on_next()


SHOTS: list[Shot] = [
    *(Shot(f"petitions-{tab}", partial(desk, tab), True) for tab in TABS),
    *(Shot(f"petitions-{tab}-empty", partial(empty, tab), True) for tab in TABS[:4]),
    *(Shot(f"petitions-card-{status}", partial(card, status), True) for status in ("received", "forwarded", "told")),
    Shot("petitions-intake", partial(intake, Kind.PROPOSAL), True),
    Shot("petitions-intake-secret", partial(intake, Kind.DENUNCIATION), True),
    *(Shot(f"petitions-step-{verb}", partial(step, verb)) for verb in STATUS_OF),
    Shot("petitions-correct", correct),
    Shot("petitions-paper", paper),
    Shot("petitions-import-1", partial(importing, 0)),
    Shot("petitions-import-2", partial(importing, 1)),
    Shot("petitions-import-3", partial(importing, 2)),
]
