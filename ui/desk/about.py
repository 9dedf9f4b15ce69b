"""What this program is, and which version."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from frontdesk import VERSION
from frontdesk.messages import _
from ui.parts.headings import Heading, Hint
from ui.parts.theme import SPACE


class About(QDialog):
    """Closes with Esc or Enter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("About the program"))
        buttons = QDialogButtonBox()
        close = buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("about.close")
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.l)
        column.setSpacing(SPACE.m)
        column.addWidget(Heading(_("Front desk"), _("Version {version}").format(version=VERSION)))
        column.addWidget(
            Hint(
                _(
                    "Roster, conferences, petitions and the fund for the poor of a commune's Fatherland Front "
                    "committee, in one encrypted file on this computer. Nothing is ever sent anywhere."
                )
            )
        )
        column.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)
        close.setFocus()
