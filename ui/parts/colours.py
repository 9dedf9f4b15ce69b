"""The two looks of the program: every colour there is, by its use."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtGui import QColor, QPalette


class Tone(StrEnum):
    """What a word or a cell means, beyond its text. Never the only sign of it: the word says it too."""

    PLAIN = "plain"
    MUTED = "muted"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Colours:
    """One look. Text colours keep a contrast of 4.5:1 on `window`, `surface` and their own soft ground; `border` and
    `focus` keep 3:1, as WCAG 2.2 asks of things that are not text."""

    name: str
    window: str
    surface: str
    raised: str
    text: str
    muted: str
    line: str
    border: str
    accent: str
    on_accent: str
    accent_soft: str
    accent_deep: str
    hover: str
    good: str
    warn: str
    bad: str
    good_soft: str
    warn_soft: str
    bad_soft: str

    def of(self, tone: Tone) -> str:
        """The text colour of `tone`."""
        return {
            Tone.PLAIN: self.text,
            Tone.MUTED: self.muted,
            Tone.GOOD: self.good,
            Tone.WARN: self.warn,
            Tone.BAD: self.bad,
        }[tone]


LIGHT: Final = Colours(
    name="light",
    window="#f4f5f7",
    surface="#ffffff",
    raised="#ffffff",
    text="#1b1f24",
    muted="#545d68",
    line="#d5dae0",
    border="#858d97",
    accent="#1d4f91",
    on_accent="#ffffff",
    accent_soft="#dfe9f6",
    accent_deep="#163d70",
    hover="#e9edf2",
    good="#1a6b3c",
    warn="#8a4b00",
    bad="#b3261e",
    good_soft="#e6f3eb",
    warn_soft="#fdf1dc",
    bad_soft="#fbeae9",
)
DARK: Final = Colours(
    name="dark",
    window="#1b1e23",
    surface="#22262c",
    raised="#2a2f36",
    text="#e8eaed",
    muted="#aab2bc",
    line="#3b424b",
    border="#7c858f",
    accent="#8ab4f0",
    on_accent="#10233f",
    accent_soft="#2b3d57",
    accent_deep="#a9c8f5",
    hover="#2f353d",
    good="#7fcf9b",
    warn="#f2b75c",
    bad="#ff9f97",
    good_soft="#1f3329",
    warn_soft="#38301f",
    bad_soft="#3d2826",
)


def contrast(one: str, other: str) -> float:
    """How well two colours (#rrggbb) stand apart, 1 to 21 (WCAG 2.2, contrast ratio)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colours_of(palette: QPalette) -> Colours:
    """The look `palette` was made from."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def palette_of(colours: Colours) -> QPalette:
    """What Qt paints with where the style sheet is silent."""
    role = QPalette.ColorRole
    palette = QPalette()
    for place, colour in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.window,
        role.Text: colours.text,
        role.PlaceholderText: colours.muted,
        role.Button: colours.raised,
        role.ButtonText: colours.text,
        role.BrightText: colours.bad,
        role.ToolTipBase: colours.raised,
        role.ToolTipText: colours.text,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Light: colours.raised,
        role.Midlight: colours.hover,
        role.Mid: colours.line,
        role.Dark: colours.border,
        role.Shadow: colours.border,
    }.items():
        palette.setColor(place, QColor(colour))
    for place in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, place, QColor(colours.muted))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(colours.line))
    return palette


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
