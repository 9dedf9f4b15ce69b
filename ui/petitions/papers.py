"""The papers over a period: which days, and then into the preview."""

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from frontdesk.messages import _
from frontdesk.office import PaperAsk, PaperKind
from frontdesk.petitions import PAPERS, ShowSensitive
from ui.desk.days import day_field
from ui.desk.dialogs import FormDialog
from ui.desk.doing import may
from ui.desk.env import Env
from ui.parts.fields import SwitchField
from ui.petitions.words import capital

_SHOWS_SENSITIVE: Final = ("reception-book",)


def kind_of(name: str) -> PaperKind:
    """The paper of that name."""
    return next(kind for kind in PAPERS if kind.name == name)


def period_papers() -> tuple[PaperKind, ...]:
    """The papers about many petitions."""
    return tuple(kind for kind in PAPERS if "since" in kind.asks)


class PeriodPaperDialog(FormDialog):
    """Asks which days, then shows the paper."""

    def __init__(self, env: Env, name: str, parent: QWidget) -> None:
        kind = kind_of(name)
        super().__init__(env, f"paper_{name}", capital(_(kind.title)), _("Show the paper"), _asked, parent)
        self._kind = name
        today = env.services.store.today
        self.add("since", _("&From"), day_field(env), value=today.replace(month=1, day=1))
        self.add("until", _("&To"), day_field(env), value=today)
        if name in _SHOWS_SENSITIVE and may(env, ShowSensitive):
            self.add("sensitive", "", SwitchField(_("With whole numbers of identity papers (goes into the journal)")))

    def submit(self, ask: Any) -> None:
        """Show the paper; nothing is written but that identity papers were shown."""
        self.env.show_paper(self._kind, ask)
        self.accept()


def _asked(values: Mapping[str, Any]) -> PaperAsk:
    return PaperAsk(since=values["since"], until=values["until"], sensitive=bool(values.get("sensitive")))
