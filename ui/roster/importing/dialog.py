"""The import of people: rows may be asked about, and come off the clipboard too."""

from PySide6.QtWidgets import QWidget

from frontdesk.messages import _
from ui.desk.env import Env
from ui.desk.importing import dialog
from ui.roster.importing.flow import ImportFlow


class ImportDialog(dialog.ImportDialog):
    """Reads a sheet of people in."""

    def __init__(self, env: Env, parent: QWidget) -> None:
        saying = dialog.Saying(
            "import",
            _("Import people"),
            _("Read a list in"),
            _("Who"),
            _("Comparing with the roster…"),
            _("Read it in"),
        )
        super().__init__(env, parent, ImportFlow(env.services.roster), saying, asks=True, pastes=True)
