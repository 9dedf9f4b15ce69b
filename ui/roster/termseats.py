"""Who sits in a new term: the list to tick, posts to give, people to bring in."""

from itertools import groupby
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from frontdesk.messages import _
from frontdesk.roster import TermFlow, Ticked
from ui.desk.env import Env
from ui.parts.fields import Choice, ChoiceField
from ui.parts.headings import Heading, Hint, label
from ui.parts.menus import Entry, push
from ui.parts.theme import SPACE
from ui.roster.pickers import person_field

_SEAT: Final = Qt.ItemDataRole.UserRole
"""Body and number of the seat in a row; only the body in the line over a body's seats."""


class SeatsPage(QWidget):
    """Draws the people of a `TermFlow`, body by body, and tells it who is ticked and as what."""

    def __init__(self, env: Env, flow: TermFlow) -> None:
        super().__init__()
        self.setObjectName("seats_page")
        self.flow = flow
        self.seats = QTableWidget(0, 2)
        self.person = person_field(env)
        self.into = ChoiceField([Choice(body, body) for body in flow.bodies])
        self.count = Hint("")
        self.all = push(Entry(_("Tick all"), self._on_all, name="term.all"))
        self.none = push(Entry(_("Tick none"), self._on_none, name="term.none"))
        self._dress()
        self._build()

    def show_seats(self) -> None:
        """Show everybody the flow lists."""
        self.seats.blockSignals(True)
        self.seats.clearSpans()
        self.seats.setRowCount(0)
        for body, people in groupby(self.flow.people, key=lambda one: one.body):
            if len(self.flow.bodies) > 1:
                self._add_group(body)
            for one in people:
                self._add_seat(one)
        self.seats.blockSignals(False)
        self._show_count()

    def show_missing(self) -> None:
        """Say in which body nobody sits yet."""
        said = _("Tick at least one person.")
        if len(self.flow.bodies) > 1:
            said = _("Tick at least one person of {body}.").format(body=self.flow.unseated[0])
        self.count.setText(said)

    def _dress(self) -> None:
        self.seats.setObjectName("term.seats")
        self.seats.setAccessibleName(_("Who sits in the new term"))
        self.seats.setHorizontalHeaderLabels([_("Sits in the new term"), _("As")])
        self.seats.verticalHeader().hide()
        self.seats.setShowGrid(False)
        self.seats.setTabKeyNavigation(False)
        header = self.seats.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.seats.itemChanged.connect(self._on_seat)
        self.seats.currentItemChanged.connect(self._on_current)
        self.person.control.setObjectName("term.person")
        self.person.name_for_access(_("Bring somebody in"))
        self.person.changed.connect(self._on_person)
        self.into.control.setObjectName("term.into")
        self.into.name_for_access(_("Into which body"))
        for button in (self.all, self.none):
            button.setAutoDefault(False)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(Heading(_("Who sits in the new term?"), _("Space ticks; F2 changes the post.")))
        column.addWidget(self.seats, 1)
        ticks, more = QHBoxLayout(), QHBoxLayout()
        for row in (ticks, more):
            row.setSpacing(SPACE.s)
            column.addLayout(row)
        ticks.addWidget(self.all)
        ticks.addWidget(self.none)
        ticks.addStretch(1)
        more.addWidget(label(_("Bring somebody in:"), "hint", wraps=False))
        more.addWidget(self.person, 1)
        more.addWidget(self.into)
        column.addWidget(self.count)
        self.into.setVisible(len(self.flow.bodies) > 1)

    def _add_group(self, body: str) -> None:
        at = self.seats.rowCount()
        self.seats.insertRow(at)
        head = QTableWidgetItem(body)
        head.setData(_SEAT, (body, ""))
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = head.font()
        font.setBold(True)
        head.setFont(font)
        self.seats.setItem(at, 0, head)
        self.seats.setSpan(at, 0, 1, 2)

    def _add_seat(self, one: Ticked) -> None:
        at = self.seats.rowCount()
        self.seats.insertRow(at)
        who = QTableWidgetItem(_("{name} (new)").format(name=one.name) if one.new else one.name)
        who.setData(_SEAT, (one.body, one.number))
        who.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        who.setCheckState(Qt.CheckState.Checked if one.kept else Qt.CheckState.Unchecked)
        self.seats.setItem(at, 0, who)
        self.seats.setItem(at, 1, QTableWidgetItem(one.post or ""))

    def _show_count(self) -> None:
        again, new, leaving = self.flow.counts
        said = _("{again} go on, {new} come in, {leaving} leave.")
        self.count.setText(said.format(again=again, new=new, leaving=leaving))

    @Slot(QTableWidgetItem)
    def _on_seat(self, item: QTableWidgetItem) -> None:
        who = self.seats.item(item.row(), 0)
        body, number = who.data(_SEAT) if who is not None else ("", "")
        if item.column() == 0:
            self.flow.tick(body, number, item.checkState() is Qt.CheckState.Checked)
        else:
            self.flow.give_post(body, number, item.text().strip())
        self._show_count()

    @Slot()
    def _on_current(self) -> None:
        who = self.seats.item(self.seats.currentRow(), 0)
        if who is not None:
            self.into.set_value(who.data(_SEAT)[0])

    @Slot()
    def _on_all(self) -> None:
        self.flow.tick_all()
        self.show_seats()

    @Slot()
    def _on_none(self) -> None:
        self.flow.tick_all(False)
        self.show_seats()

    @Slot()
    def _on_person(self) -> None:
        choice = self.person.value()
        if choice is not None and choice.key:
            self.flow.bring_in(self.into.value() or self.flow.bodies[0], choice.key, choice.text)
            self.person.set_value(None)
            self.show_seats()
