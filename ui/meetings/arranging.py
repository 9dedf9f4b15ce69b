"""The order delegates stand and sit in: back to that of protocol, a seat for everybody."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.errors import RuleBroken
from frontdesk.meetings import OrderDelegates, SeatDelegates
from frontdesk.messages import _
from frontdesk.office import PaperAsk
from ui.desk.env import Undo
from ui.meetings.buttons import button, in_row
from ui.meetings.subject import Subject, undo_by
from ui.parts.form import Form
from ui.parts.headings import label
from ui.parts.reading import NumberField
from ui.parts.theme import SPACE


class ArrangingForm(QWidget):
    """Below the forms that invite."""

    def __init__(self, subject: Subject) -> None:
        super().__init__()
        self._subject = subject
        self.form = Form("seats")
        self.form.add("in_row", _("Seats in a row"), NumberField(most=200))
        self.form.save_asked.connect(self.seat)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.l, 0, 0)
        column.setSpacing(SPACE.m)
        column.addWidget(label(_("Order and seats"), "section"))
        column.addWidget(in_row(button(_("Back to the order of protocol"), "order.protocol", self.order)))
        column.addWidget(self.form)
        column.addWidget(
            in_row(
                button(_("Give everybody a seat"), "seats.save", self.seat),
                button(_("See the seating"), "seats.show", self._on_show),
            )
        )

    @Slot()
    def order(self) -> None:
        """Put the list into the order of protocol."""
        self._subject.do(
            OrderDelegates(self._subject.number), self, says=_("The list stands in the order of protocol."),
            undo=self._way_back,
        )  # fmt: skip

    @Slot()
    def seat(self) -> None:
        """Give everybody a seat in the order of the list."""
        if not self.form.readable():
            return
        in_row_of = self.form.values()["in_row"]
        if in_row_of is None:
            self.form.show_error(RuleBroken("form.needed", _("Type how many seats a row has."), "in_row"))
            return
        ask = SeatDelegates(self._subject.number, in_row_of)
        self._subject.do(ask, self, form=self.form, says=_("Everybody has a seat, in the order of the list."))

    def _way_back(self, order: Any) -> Undo:
        return undo_by(OrderDelegates(self._subject.number, order))

    @Slot()
    def _on_show(self) -> None:
        self._subject.env.show_paper("seating", PaperAsk(number=self._subject.number))
