"""The count of the till: pieces of each denomination, the sum and the difference while one types."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.fund import DENOMINATIONS, Account, CountCash, Notes
from frontdesk.messages import _
from frontdesk.vietnamese import format_vnd
from ui.desk.days import day_field
from ui.desk.dialogs import FormDialog
from ui.desk.env import Env
from ui.fund.words import fund_field, vnd
from ui.parts.colours import Tone
from ui.parts.fields import LineField
from ui.parts.headings import Facts
from ui.parts.reading import NumberField
from ui.parts.theme import SPACE


class CountDialog(FormDialog):
    """How many pieces of each in the till of a fund; what they come to stands above."""

    def __init__(self, env: Env, fund: str, parent: QWidget) -> None:
        says = _("The count is recorded.")
        super().__init__(env, "count", _("Count the cash"), _("Record the count"), _count, parent, says=says)
        self._book: tuple[tuple[str, date | None], int] = ((fund, None), 0)
        self.facts = Facts()
        # Above the page that scrolls: what is still missing stays in sight down to the last coin.
        top = QVBoxLayout()
        top.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, 0)
        top.addWidget(self.facts)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertLayout(0, top)
        self._names = {f"d{value}": int(value) for value in env.services.office.setting(DENOMINATIONS)}
        self.add("fund", _("F&und"), fund_field(env.services.fund.funds(), value=fund))
        self.add("day", _("&Day"), day_field(env), value=env.services.store.today)
        for name, value in self._names.items():
            self.add(name, _("{amount} đồng").format(amount=format_vnd(value)), NumberField(0, 1_000_000))
        self.add("reason", _("&Reason"), LineField(), hint=_("Where the count and the book differ."))
        self.add("witnesses", _("&Witnesses"), LineField())
        self.form.changed.connect(self._show)
        self._read_book()

    def begin(self) -> None:
        """See `FormDialog`: the fund and the day are as they mostly are, so counting begins at once."""
        super().begin()
        self.form.field(next(iter(self._names))).setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def counted_vnd(self) -> int:
        """What the pieces come to."""
        values = self.form.values()
        return sum(value * (values[name] or 0) for name, value in self._names.items())

    def _read_book(self) -> None:
        fund, day = self._asked()
        work = partial(self.env.services.fund.balance, fund, Account.CASH, day)
        self.env.lane.read(work, self._on_book, None, self)
        self._book = ((fund, day), self._book[1])

    def _asked(self) -> tuple[str, date | None]:
        values = self.form.values()
        return values["fund"], values["day"]

    @Slot(object)
    def _on_book(self, balance_vnd: int) -> None:
        self._book = (self._book[0], balance_vnd)
        self._show()

    @Slot()
    def _show(self) -> None:
        if self._asked() != self._book[0]:
            self._read_book()
            return
        counted, book = self.counted_vnd, self._book[1]
        gap = counted - book
        says = _("none") if not gap else _("{amount} too much") if gap > 0 else _("{amount} missing")
        tone = Tone.GOOD if not gap else Tone.BAD
        self.facts.set_facts(
            [
                (_("The book says"), vnd(book)),
                (_("Counted"), vnd(counted)),
                (_("Difference"), says.format(amount=vnd(abs(gap))), tone),
            ]
        )


def _count(values: Mapping[str, Any]) -> CountCash:
    notes = tuple(Notes(int(name[1:]), pieces) for name, pieces in values.items() if name[1:].isdigit() and pieces)
    return CountCash(notes, values["fund"], values["day"], values["reason"] or None, values["witnesses"])
