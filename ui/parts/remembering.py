"""What a person has arranged, kept for the next time: widths, order and choice of columns, places of windows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from PySide6.QtCore import QByteArray, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from ui.parts.rowtable import Table
from ui.parts.table import Column, TableModel
from ui.parts.theme import SPACE

KEEP_AFTER_MS: Final = 500
STRETCHED_LEAST: Final = 18


class StateStore(Protocol):
    """Where arrangements are kept, per user; small JSON values."""

    def get(self, key: str) -> Any:
        """What was kept, None for nothing."""

    def put(self, key: str, value: Any) -> None:
        """Keep it; returns at once."""


@dataclass(frozen=True, slots=True)
class Widths:
    """The widths columns begin with, in pixels; None takes what is left."""

    pixels: tuple[int | None, ...]

    @classmethod
    def of(cls, table: Table, columns: Sequence[Column[Any]]) -> "Widths":
        """From the columns' letters, in the letters of `table`, no narrower than their titles."""
        digit = table.digit()
        title = table.horizontalHeader().fontMetrics().horizontalAdvance
        room = 2 * SPACE.s + SPACE.l
        return cls(
            tuple(
                max(column.letters * digit, round(title(column.title) * 1.1)) + room if column.letters else None
                for column in columns
            )
        )


class Memory(QObject):
    """Keeps the arrangement of one table by its columns' keys, so that new columns do not upset it."""

    def __init__(
        self, table: Table, model: TableModel[Any], name: str, state: StateStore | None, widths: Widths
    ) -> None:
        super().__init__(table)
        self._table, self._model, self._state, self._widths = table, model, state, widths
        self._key = f"table.{name}"
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_AFTER_MS)
        self._timer.timeout.connect(self.keep)

    def restore(self) -> None:
        """Arrange the table as it was left, or as its columns say."""
        kept = self._state.get(self._key) if self._state is not None else None
        kept = kept if isinstance(kept, dict) else {}
        header, digit = self._table.horizontalHeader(), self._table.digit()
        for at, (column, width) in enumerate(zip(self._model.columns, self._widths.pixels, strict=True)):
            asked = kept.get(column.key, {})
            self._table.setColumnHidden(at, bool(asked.get("hidden", column.hidden)))
            if width is None:
                self._table.let_stretch(at, STRETCHED_LEAST)
            else:
                self._table.ask_width(at, round(asked.get("letters", width / digit) * digit))
        header.setMinimumSectionSize(4 * SPACE.m)
        order = sorted(range(header.count()), key=lambda at: self._kept_place(kept, at))
        for place, at in enumerate(order):
            header.moveSection(header.visualIndex(at), place)
        self._table.widths_asked.connect(self._timer.start)
        header.sectionMoved.connect(self._timer.start)

    @Slot()
    def keep(self) -> None:
        """Keep the arrangement as it is now."""
        self._timer.stop()
        if self._state is None:
            return
        header = self._table.horizontalHeader()
        self._state.put(
            self._key,
            {
                column.key: {
                    "hidden": self._table.isColumnHidden(at),
                    "place": header.visualIndex(at),
                    **self._width(at),
                }
                for at, column in enumerate(self._model.columns)
            },
        )

    def _width(self, at: int) -> dict[str, float]:
        letters = self._table.asked_letters(at)
        return {"letters": round(letters, 2)} if self._widths.pixels[at] and letters else {}

    def _kept_place(self, kept: dict[str, Any], at: int) -> float:
        # A column that is new since then goes behind the one before it.
        return float(kept.get(self._model.columns[at].key, {}).get("place", at - 0.5))


def keep_place(window: QWidget, state: StateStore) -> None:
    """Remember where a window stands and how large it is, under its object name."""
    state.put(f"window.{window.objectName()}", bytes(window.saveGeometry().toBase64().data()).decode("ascii"))


def restore_place(window: QWidget, state: StateStore) -> bool:
    """Put a window where it stood; False when nothing was kept."""
    kept = state.get(f"window.{window.objectName()}")
    return isinstance(kept, str) and window.restoreGeometry(QByteArray.fromBase64(QByteArray(kept.encode("ascii"))))
