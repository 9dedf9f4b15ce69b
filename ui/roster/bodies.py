"""The bodies: their list, beside it what is in the selected one, and the change of a term."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from frontdesk.messages import _
from frontdesk.office import PaperAsk
from frontdesk.roster import BodyLine, BodyWarning, FoundBody, SetPost
from ui.desk.doing import may
from ui.desk.env import Env
from ui.desk.records import RecordPanel
from ui.parts.menus import Entry, menu_button, push
from ui.parts.rowtable import Empty
from ui.parts.theme import SPACE
from ui.roster.bodycolumns import body_columns
from ui.roster.bodyforms import found_dialog
from ui.roster.bodyside import BodySide, Inside, look_inside
from ui.roster.papers import PaperMenu
from ui.roster.postorder import PostOrderDialog
from ui.roster.termdialog import TermDialog


class BodiesPanel(RecordPanel[BodyLine]):
    """The list of bodies, beside it what is in the selected one."""

    help_page = "roster-bodies"

    def __init__(self, env: Env) -> None:
        super().__init__(
            env,
            "roster.bodies",
            _("Bodies and terms"),
            ("bodies", "roster", "areas"),
            body_columns(),
            searched=lambda line: f"{line.body.name} {line.body.area or ''} {line.body.project or ''}",
            empty=Empty(
                _("No body yet"),
                _("Found the committee first; importing the roster makes the working committees it names."),
                _("Found a body…") if may(env, FoundBody) else "",
            ),
            named={
                "": (
                    _("Running"),
                    lambda line: line.body.until is None or line.body.in_force(env.services.store.today),
                ),
                "warned": (_("With warnings"), lambda line: line.body.name in self._warned),
                "ended": (_("Ended"), lambda line: not line.body.in_force(env.services.store.today)),
                "all": (_("All that ever were"), lambda line: True),
            },
            orders={"people": lambda line: line.people},
        )
        self._warnings: tuple[BodyWarning, ...] = ()
        self._warned: frozenset[str] = frozenset()
        self.side = BodySide(env, self, self.change_term)
        if may(env, FoundBody):
            self.add_tool(push(Entry(_("Found a body… (Ctrl+N)"), self.begin_new, name="bodies.new", role="main")))
        if may(env, SetPost):
            self.add_tool(push(Entry(_("Order of posts…"), self.order_posts, name="bodies.post_order")))
        papers = menu_button("bodies.papers", _("Papers"), (), "print")
        self.papers = PaperMenu(env, papers.menu(), self)
        self.add_tool(papers)
        self._build()

    def load(self) -> Sequence[BodyLine]:
        """See `RecordPanel`."""
        self._found = tuple(self.env.services.roster.warnings())
        return self.env.services.roster.body_lines()

    @Slot(object)
    def on_rows(self, rows: Sequence[BodyLine]) -> None:
        """See `RecordPanel`."""
        self._warnings = self._found
        self._warned = frozenset(warning.body for warning in self._warnings)
        super().on_rows(rows)

    @Slot()
    def begin_new(self) -> None:
        """Another body."""
        if may(self.env, FoundBody):
            found_dialog(self.env, self).begin()

    @Slot()
    def order_posts(self) -> None:
        """Look at the order of protocol, and change it."""
        PostOrderDialog(self.env, self).begin()

    def print_current(self) -> None:
        """The members of the body."""
        if self.side.inside is not None:
            self.env.show_paper("members", PaperAsk(number=self.side.inside.body.name))
        else:
            self.papers.show("members")

    @Slot()
    def on_picked(self) -> None:
        """See `RecordPanel`."""
        line = self.current()
        if line is None:
            self.side.show_nothing()
        elif len(self.selected()) > 1:
            self.side.show_many(len(self.selected()))
        else:
            self.papers.whose = line.body.name
            self.read(partial(look_inside, self.env, line.body), self._on_inside)

    def _build(self) -> None:
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        left = QWidget()
        inside = QVBoxLayout(left)
        inside.setContentsMargins(0, 0, SPACE.m, 0)
        inside.addWidget(self.pane)
        split.addWidget(left)
        split.addWidget(self.side)
        letters = self.fontMetrics().averageCharWidth()
        split.setSizes([letters * 70, letters * 80])
        self.column.addWidget(split, 1)

    # What happens

    @Slot(object)
    def _on_inside(self, inside: Inside) -> None:
        line = self.current()
        if line is not None and line.body.id == inside.body.id and len(self.selected()) == 1:
            self.side.show_body(inside, self._warnings)

    @Slot()
    def on_opened(self) -> None:
        """Correct the selected body."""
        self.side.amend()

    @Slot()
    def change_term(self) -> None:
        """Lead through a change of term."""
        today = self.env.services.store.today
        running = [line.body.name for line in self.selected() if line.body.in_force(today)]
        if running:
            TermDialog(self.env, running, self).begin()
