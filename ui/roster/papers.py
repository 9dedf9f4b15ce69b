"""The roster's papers: whose, as of when, and then into the preview."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMenu, QWidget

from frontdesk.messages import _
from frontdesk.office import PaperAsk, PaperKind
from frontdesk.roster import PAPERS, ShowSensitive
from ui.desk.days import day_field
from ui.desk.dialogs import FormDialog
from ui.desk.doing import may
from ui.desk.env import Env
from ui.parts.fields import Choice, SwitchField
from ui.parts.picker import PickerField
from ui.roster.pickers import chosen, find_areas, find_bodies, text_of
from ui.roster.words import capital

ONE_PERSON: Final = "data-subject"
CONGRATULATIONS: Final = "congratulations"
AHEAD: Final = 30
"""How many days ahead whom to congratulate is printed at first."""
_SHOWS_SENSITIVE: Final = ("roster",)


def papers() -> tuple[PaperKind, ...]:
    """The papers about a body, an area or everybody."""
    return tuple(kind for kind in PAPERS if kind.name != ONE_PERSON and "number" in kind.asks)


class PaperDialog(FormDialog):
    """Asks what a paper needs, then shows it."""

    def __init__(self, env: Env, kind: PaperKind, whose: str | None, parent: QWidget) -> None:
        super().__init__(env, f"paper_{kind.name}", capital(_(kind.title)), _("Show the paper"), self._asked, parent)
        self._kind = kind
        hint = _("A body or an area; blank for the committee.")
        if kind.name == "changes":
            hint = _("A body; blank for all bodies.")
        if "number" in kind.asks:
            self.add("number", _("&Whose"), PickerField(self._find, free_text=True), hint=hint, value=chosen(whose))
        today = env.services.store.today
        since, last = today.replace(month=1, day=1), today
        if kind.name == CONGRATULATIONS:
            # These days lie ahead.
            since, last = today, today + timedelta(days=AHEAD)
        if "since" in kind.asks:
            self.add("since", _("&From"), day_field(env), value=since)
        until = _("&To") if "since" in kind.asks else _("As of the &day")
        self.add("until", until, day_field(env), value=last)
        if kind.name in _SHOWS_SENSITIVE and may(env, ShowSensitive):
            says = _("With ethnicity, religion and Party (goes into the journal)")
            self.add("sensitive", "", SwitchField(says))

    def submit(self, ask: Any) -> None:
        """Show the paper; nothing is written."""
        self.env.show_paper(self._kind.name, ask)
        self.accept()

    def _asked(self, values: Mapping[str, Any]) -> PaperAsk:
        return PaperAsk(
            number=text_of(values["number"]) if "number" in values else None,
            since=values.get("since"),
            until=values["until"],
            sensitive=bool(values.get("sensitive")),
        )

    def _find(self, text: str) -> list[Choice]:
        return [*find_bodies(self.env, text), *find_areas(self.env, text)]


class PaperMenu(QObject):
    """The papers as lines of a menu; `whose` is set by the window to what it shows."""

    def __init__(self, env: Env, menu: QMenu, owner: QWidget) -> None:
        super().__init__(owner)
        self._env, self._owner = env, owner
        self.whose: str | None = None
        for kind in papers():
            action = menu.addAction(capital(_(kind.title)) + "…")
            action.setObjectName(f"roster.paper.{kind.name}")
            action.setData(kind.name)
            action.triggered.connect(self._on_chosen)

    def show(self, name: str) -> None:
        """Ask for one paper."""
        kind = next(kind for kind in PAPERS if kind.name == name)
        PaperDialog(self._env, kind, self.whose, self._owner).begin()

    @Slot()
    def _on_chosen(self) -> None:
        sender: Any = self.sender()
        self.show(str(sender.data()))


def ask_paper(env: Env, name: str, owner: QWidget) -> None:
    """Ask what a paper of no one body needs, then show it."""
    PaperDialog(env, next(kind for kind in PAPERS if kind.name == name), None, owner).begin()
