"""The charts of a fund's year as pictures, and in words for a screen reader."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel

from frontdesk.fund import Sum
from frontdesk.messages import _
from frontdesk.paper import Chart, ChartKind, Ink, Series, chart_png
from ui.fund.words import vnd

WIDE_MM: Final = 160.0
PIE_MM: Final = 120.0
DPI: Final = 110
SLICES_MOST: Final = 6


class ChartLabel(QLabel):
    """A chart's place; hidden while there is nothing to draw."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft)

    def show_chart(self, picture: bytes | None, words: str) -> None:
        """Show a PNG; `words` say the same to a screen reader."""
        self.setVisible(picture is not None)
        drawn = QPixmap()
        if picture is not None:
            drawn.loadFromData(picture)
        self.setPixmap(drawn)
        self.setAccessibleName(words)


def months_chart(months: Sequence[tuple[int, int, int]], ink: Ink) -> bytes | None:
    """What came in and went out by month: month, in, out; None in a year without either."""
    if not any(came or went for _month, came, went in months):
        return None
    names = tuple(f"T{month}" for month, _came, _went in months)
    came = Series(_("In"), tuple(each[1] for each in months))
    went = Series(_("Out"), tuple(each[2] for each in months))
    return chart_png(Chart(ChartKind.BARS, names, (came, went)), WIDE_MM, DPI, ink)


def shares_chart(sums: Sequence[Sum], ink: Ink) -> bytes | None:
    """The shares of the largest sums and of all others; what reversals took below zero is in the table only."""
    counted = [each for each in sums if each.amount_vnd > 0]
    if not counted:
        return None
    shown, rest = counted[:SLICES_MOST], counted[SLICES_MOST:]
    slices = [(each.name, each.amount_vnd) for each in shown]
    if rest:
        slices.append((_("the others"), sum(each.amount_vnd for each in rest)))
    names, amounts = zip(*slices, strict=True)
    return chart_png(Chart(ChartKind.PIE, names, (Series("", amounts),), height_mm=60), PIE_MM, DPI, ink)


def months_in_words(months: Sequence[tuple[int, int, int]]) -> str:
    """The chart of the months for a screen reader."""
    words = _("month {month}: in {came}, out {went}")
    said = [words.format(month=at, came=vnd(came), went=vnd(went)) for at, came, went in months if came or went]
    return "; ".join(said)


def shares_in_words(sums: Sequence[Sum]) -> str:
    """The chart of the shares for a screen reader."""
    return "; ".join(f"{each.name}: {vnd(each.amount_vnd)}" for each in sums)
