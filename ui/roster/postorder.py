"""The order of protocol: which post stands before which, and changing it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from frontdesk.messages import _
from frontdesk.roster import SetPost
from ui.desk.deskkeys import KeysDialog
from ui.desk.dialogs import SMALL_SCREEN, FormDialog
from ui.desk.env import Env
from ui.parts.form import required
from ui.parts.headings import Heading, Hint
from ui.parts.menus import ButtonRow, Entry
from ui.parts.reading import NumberField
from ui.parts.smalltable import SmallTable
from ui.parts.table import Column
from ui.parts.theme import SPACE

WIDE_LETTERS: Final = 70
HIGH: Final = 560
LAST: Final = 999


@dataclass(frozen=True)
class PostLine:
    """A post and its place: the lower, the earlier."""

    id: int
    name: str
    rank: int


class PostOrderDialog(KeysDialog):
    """All posts the office knows, in the order lists and papers put them."""

    def __init__(self, env: Env, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("post_order_dialog")
        self.setWindowTitle(_("Order of posts"))
        self._env = env
        self.table = SmallTable("post_order", _("Order of posts"), _columns(), empty=_("No post yet."), fills=True)
        self.table.opened.connect(self.change)
        self.table.picked.connect(self._on_picked)
        self.buttons = ButtonRow(
            (
                Entry(_("Change the rank…"), self.change, name="post_order.change", role="main"),
                Entry(_("Close"), self.reject, name="post_order.close"),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.l)
        column.setSpacing(SPACE.m)
        column.addWidget(Heading(_("Order of posts")))
        column.addWidget(
            Hint(
                _(
                    "Lists, badges and papers put people in this order within a body: the lower number stands first, "
                    "equal numbers stand by name."
                )
            )
        )
        column.addWidget(self.table, 1)
        column.addWidget(self.buttons)
        self.finished.connect(self.deleteLater)
        self.resize(self.sizeHint())
        self.reload()

    def sizeHint(self) -> QSize:
        """Qt's name."""
        return QSize(self.fontMetrics().averageCharWidth() * WIDE_LETTERS, HIGH).boundedTo(SMALL_SCREEN)

    def begin(self) -> None:
        """Open over the window, the first post selected."""
        self.open()
        self.table.select(0)
        self.table.table.setFocus()

    @Slot()
    def reload(self) -> None:
        """Read the order."""
        posts = self._env.services.roster.posts()
        self.table.set_rows([PostLine(hash(name), name, rank) for name, rank in posts])

    @Slot()
    def change(self) -> None:
        """Give the selected post another place."""
        line = self.table.current()
        if line is None:
            return
        dialog = FormDialog(
            self._env,
            "post_place",
            _("Rank of {post}").format(post=line.name),
            _("Save"),
            partial(_set_post, line.name),
            self,
            says=_("The order is changed."),
        )
        hint = _("Give it a number between those of the posts it shall stand between.")
        rank = dialog.add("rank", _("&Rank"), NumberField(0, LAST), hint=hint, value=line.rank)
        dialog.saved.connect(self.reload)
        dialog.begin()
        if isinstance(rank.control, QLineEdit):
            rank.control.selectAll()

    @Slot()
    def _on_picked(self) -> None:
        self.buttons.enable(self.table.current() is not None, "post_order.close")


def _columns() -> tuple[Column[PostLine], ...]:
    return Column("name", _("Post")), Column("rank", _("Rank"), 8, "right")


def _set_post(post: str, values: Mapping[str, Any]) -> SetPost:
    required(values, {"rank": _("The rank")})
    return SetPost(post, values["rank"])
