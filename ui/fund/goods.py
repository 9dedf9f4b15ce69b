"""The field of things: a row for each kind, another one as soon as the last is begun."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QGridLayout

from frontdesk.fund import Goods
from frontdesk.messages import _
from ui.fund.words import money_field
from ui.parts.fields import Choice, ChoiceField, Field, LineField
from ui.parts.headings import label
from ui.parts.reading import NumberField
from ui.parts.theme import SPACE

MOST_PIECES: Final = 1_000_000
FIRST_ROWS: Final = 2
USUAL_UNIT: Final = "cái"


@dataclass(frozen=True)
class _Row:
    """The fields of one kind of thing, by the names of `Goods`."""

    fields: dict[str, Field]

    def __getitem__(self, name: str) -> Any:
        return self.fields[name].value()

    @property
    def begun(self) -> bool:
        """Whether something was typed in it that is not there by itself."""
        return bool(self["item"]) or bool(self["quantity"])


class GoodsField(Field):
    """Things that came; `value` is a tuple of `Goods`. A row needs its thing and its quantity."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[_Row] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE.s)
        self._grid.setVerticalSpacing(SPACE.xs)
        self._column.addLayout(self._grid)
        self.error = label("", "error", name="goods.trouble")
        self.error.hide()
        self._column.addWidget(self.error)
        for at, (_name, title, letters, _make) in enumerate(self.columns()):
            self._grid.addWidget(label(title, "hint", wraps=False), 0, at)
            self._grid.setColumnStretch(at, letters)
        for _at in range(FIRST_ROWS):
            self._add_row()
        self.hold(self._rows[0].fields["item"].control)

    def changeEvent(self, event: QEvent) -> None:
        """Qt's name: another size of letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._widen()

    def columns(self) -> Sequence[tuple[str, str, int, Callable[[], Field]]]:
        """Name, title, least width in letters and field of each column."""
        return (
            ("item", _("Thing"), 22, lambda: LineField(hint="Gạo")),
            ("quantity", _("Quantity"), 8, lambda: NumberField(1, MOST_PIECES)),
            ("unit", _("Unit"), 8, lambda: LineField(hint=USUAL_UNIT)),
            ("unit_vnd", _("Worth of one (đồng)"), 12, money_field),
            ("condition", _("Condition"), 12, LineField),
        )

    def name_for_access(self, name: str) -> None:
        """See `Field`: each control says its row and column."""
        for at, row in enumerate(self._rows, 1):
            for key, title, _stretch, _make in self.columns():
                row.fields[key].name_for_access(_("{what}, row {row}").format(what=title, row=at))

    def mark_wrong(self, message: str) -> None:
        """See `Field`: what cannot be read is said below the rows, for the form leaves that to its fields."""
        super().mark_wrong(message)
        unread = bool(message) and message == self.trouble()
        self.error.setText(message if unread else "")
        self.error.setVisible(unread)

    def value(self) -> tuple[Goods, ...]:
        return tuple(self.read(row) for row in self._rows if row["item"] and row["quantity"])

    def read(self, row: Any) -> Goods:
        """What a row says."""
        return Goods(
            row["item"], row["quantity"], row["unit"] or USUAL_UNIT, row["unit_vnd"] or 0, row["condition"] or ""
        )

    def set_value(self, value: Sequence[Goods] | None) -> None:
        things = value or ()
        while len(self._rows) < len(things) + 1:
            self._add_row()
        for at, row in enumerate(self._rows):
            for name, field in row.fields.items():
                field.set_value(getattr(things[at], name) if at < len(things) else None)

    def trouble(self) -> str:
        for at, row in enumerate(self._rows, 1):
            if row.begun and not (row["item"] and row["quantity"]):
                unread = next((field.trouble() for field in row.fields.values() if field.trouble()), "")
                return unread or _("Row {row} needs its thing and its quantity.").format(row=at)
        return ""

    def _add_row(self) -> None:
        row = _Row({})
        for at, (name, _title, _stretch, make) in enumerate(self.columns()):
            field = make()
            field.control.setObjectName(f"goods.{len(self._rows) + 1}.{name}")
            field.changed.connect(self._on_changed)
            field.entered.connect(self._on_entered)
            row.fields[name] = field
            self._grid.addWidget(field, len(self._rows) + 1, at, Qt.AlignmentFlag.AlignTop)
        self._rows.append(row)
        self.name_for_access("")
        self._widen()

    def _widen(self) -> None:
        for row in self._rows:
            for name, _title, letters, _make in self.columns():
                control = row.fields[name].control
                control.setMinimumWidth(control.fontMetrics().averageCharWidth() * letters + 2 * SPACE.m)

    @Slot()
    def _on_changed(self) -> None:
        if self._rows[-1].begun:
            self._add_row()
        self.changed.emit()

    @Slot()
    def _on_entered(self) -> None:
        """Enter moves along the rows; in a row not begun, and in the last, out of the field."""
        fields = [(row, field) for row in self._rows for field in row.fields.values()]
        at = next(place for place, (_row, field) in enumerate(fields) if field is self.sender())
        if not fields[at][0].begun or at + 1 == len(fields):
            self.entered.emit()
        else:
            fields[at + 1][1].setFocus(Qt.FocusReason.TabFocusReason)


class StoreField(GoodsField):
    """Things handed out: chosen from what a fund has in store."""

    def __init__(self, stock: Sequence[tuple[str, str, int]]) -> None:
        self._stock = tuple(stock)
        super().__init__()

    def columns(self) -> Sequence[tuple[str, str, int, Callable[[], Field]]]:
        return (
            ("item", _("Thing"), 36, self._choice),
            ("quantity", _("Quantity"), 10, lambda: NumberField(1, MOST_PIECES)),
        )

    def read(self, row: Any) -> Goods:
        item, unit = row["item"]
        return Goods(item, row["quantity"], unit)

    def set_stock(self, stock: Sequence[tuple[str, str, int]]) -> None:
        """Another fund's store is chosen from."""
        self._stock = tuple(stock)
        for row in self._rows:
            field = row.fields["item"]
            assert isinstance(field, ChoiceField)
            field.set_choices(self._choices())

    def _choices(self) -> list[Choice]:
        words = _("{quantity} {unit} in store")
        return [
            Choice((item, unit), item, words.format(quantity=quantity, unit=unit))
            for item, unit, quantity in self._stock
            if quantity > 0
        ]

    def _choice(self) -> ChoiceField:
        field = ChoiceField(self._choices(), nothing=_("none"))
        field.set_value(None)
        return field
