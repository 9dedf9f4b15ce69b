"""A new recovery code: drawn, printed, typed back from the card; then the old card opens nothing any more."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from frontdesk.messages import _
from frontdesk.office import RenewRecovery, recovery_card
from frontdesk.store import recovery_code
from ui.desk.dialogs import FormDialog
from ui.desk.env import Env
from ui.desk.first_pages import left
from ui.desk.first_run import in_two_lines, refuse_other_code
from ui.desk.showing import PaperWindow, shown
from ui.parts.fields import LineField
from ui.parts.headings import label


class RecoveryDialog(FormDialog):
    """Shows a code just drawn; it holds once it was typed back."""

    wide_letters = 84

    def __init__(self, env: Env, parent: QWidget) -> None:
        hint = _("The card opens the office when a passphrase is forgotten. Once the new code is typed back, the card "
                 "printed before opens nothing any more; only backups made until now still open by it.")  # fmt: skip
        says = _("The new recovery code holds. Destroy the old card.")
        super().__init__(
            env, "recovery", _("New recovery card"), _("Use this code"), self._typed_back, parent, says=says, hint=hint
        )
        self.code = recovery_code()
        shows = label(in_two_lines(self.code), "code", name="recovery.code")
        shows.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.form.add_wide(shows)
        self.print = QPushButton(_("&Print the card…"))
        self.print.setObjectName("recovery.print")
        self.print.setAutoDefault(False)
        self.print.clicked.connect(self._on_print)
        self.form.add_wide(left(self.print))
        back = _("From the card you hold, so that it is certain to be right when it is needed.")
        self.add("code", _("Recovery &code"), LineField(), hint=back)

    @Slot()
    def _on_print(self) -> None:
        env = self.env
        store, office = env.services.store, env.services.office
        card = recovery_card(office.author(), store.session.user, self.code, store.today)
        window = PaperWindow(card.title, env.lane, env.theme, env.state, env.ask, self)
        window.show()
        window.preview.show_paper(partial(shown, card, "the-khoi-phuc"))

    def _typed_back(self, values: Mapping[str, Any]) -> RenewRecovery:
        refuse_other_code(values["code"], self.code)
        return RenewRecovery(self.code)
