"""The colours of charts."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Ink:
    """The colours a chart is drawn in (#rrggbb): paper's own, or those of a window that shows it.

    `fills` are those of series and slices in turn; neighbours differ in lightness, so that a grey printer tells them
    apart. `ground` lies behind everything in a picture, and between the slices.
    """

    text: str = "#000000"
    ground: str = "#ffffff"
    grid: str = "#cccccc"
    fills: tuple[str, ...] = ("#1f4e79", "#9dc3e6", "#7f7f7f", "#2e75b6", "#d0cece", "#44546a", "#bdd7ee")


ON_PAPER: Final = Ink()
