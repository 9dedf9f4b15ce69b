"""The look of the whole program: one spacing scale, one accent, its size and its letters."""

from dataclasses import asdict
from importlib.resources import files
from string import Template
from typing import Final, Literal, cast, get_args

import fontpkg
from PySide6.QtCore import QByteArray, QDir, QEvent, QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QKeySequence,
    QPainter,
    QPixmap,
    QPixmapCache,
    QRawFont,
    QShortcut,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QStyleFactory, QToolButton, QWidget

from ui.parts.colours import DARK, LIGHT, Colours, colours_of, palette_of

Mode = Literal["system", "light", "dark"]


class SPACE:
    """The one spacing scale, in pixels at 100 %."""

    xs: Final = 4
    s: Final = 8
    m: Final = 12
    l: Final = 16  # noqa: E741
    xl: Final = 24


ZOOMS: Final = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
LEAST_POINTS: Final = 10.5
"""Smaller system fonts are raised to this: many who sit here are over fifty."""
TITLE_STEP: Final = 1.45
SECTION_STEP: Final = 1.12
SMALL_STEP: Final = 0.92
VIETNAMESE_LETTERS: Final = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
    "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶỸÝỴ₫…–“”"
)


class Theme(QObject):
    """Dresses the application, and again whenever the zoom, the mode or the system's own look changes."""

    changed = Signal()
    """The look or the zoom has changed; whoever remembers settings reads `mode` and `zoom` again."""

    def __init__(self, app: QApplication, *, zoom: float = 1.0, mode: Mode = "system") -> None:
        super().__init__(app)
        self._app = app
        self._zoom = min(ZOOMS, key=lambda step: abs(step - zoom))
        self._mode: Mode = mode
        self._font = letters_for_vietnamese(app.font())
        app.setStyle(QStyleFactory.create("Fusion"))
        QDir.setSearchPaths("icons", [str(files("resources") / "icons")])
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        self._dress()

    @property
    def zoom(self) -> float:
        """The size of everything, 1.0 = 100 %."""
        return self._zoom

    @property
    def mode(self) -> Mode:
        """What the person chose: a look, or to follow the system."""
        return self._mode

    @property
    def colours(self) -> Colours:
        """The look now worn."""
        if self._mode == "system":
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
            return DARK if dark else LIGHT
        return DARK if self._mode == "dark" else LIGHT

    def add_keys(self, window: QWidget) -> None:
        """Ctrl+plus, Ctrl+minus and Ctrl+0 zoom the whole program while `window` is in front."""
        for keys, slot in (
            ("Ctrl++", self.zoom_in),
            ("Ctrl+=", self.zoom_in),
            ("Ctrl+-", self.zoom_out),
            ("Ctrl+0", self.zoom_reset),
        ):
            QShortcut(QKeySequence(keys), window).activated.connect(slot)

    @Slot()
    def zoom_in(self) -> None:
        """One step larger."""
        self._step(1)

    @Slot()
    def zoom_out(self) -> None:
        """One step smaller."""
        self._step(-1)

    @Slot()
    def zoom_reset(self) -> None:
        """Back to 100 %."""
        self.set_zoom(1.0)

    def set_zoom(self, zoom: float) -> None:
        """The step of `ZOOMS` nearest to `zoom`."""
        self.wear(self._mode, zoom)

    def set_mode(self, mode: str) -> None:
        """Wear "light" or "dark", or follow the "system"."""
        self.wear(mode, self._zoom)

    def wear(self, mode: str, zoom: float) -> None:
        """Both at once: every window is dressed one time."""
        if mode not in get_args(Mode):
            raise ValueError(mode)
        nearest = min(ZOOMS, key=lambda step: abs(step - zoom))
        if (mode, nearest) != (self._mode, self._zoom):
            self._mode, self._zoom = cast(Mode, mode), nearest
            self._dress()

    def _step(self, by: int) -> None:
        at = ZOOMS.index(self._zoom) + by
        self.set_zoom(ZOOMS[max(0, min(at, len(ZOOMS) - 1))])

    @Slot()
    def _on_system_changed(self) -> None:
        if self._mode == "system":
            self._dress()

    def _dress(self) -> None:
        font = QFont(self._font)
        font.setPointSizeF(max(self._font.pointSizeF(), LEAST_POINTS) * self._zoom)
        self._app.setPalette(palette_of(self.colours))
        self._app.setFont(font)
        self._app.setStyleSheet(style_sheet(self.colours, self._zoom, font.pointSizeF()))
        self.changed.emit()


def style_sheet(colours: Colours, zoom: float, points: float) -> str:
    """The style sheet for a look, a zoom and the body's letters in points."""
    template = Template((files("resources") / "style" / "style.qss").read_text(encoding="utf-8"))
    sizes = {f"px{size}": str(round(size * zoom)) for size in (2, 3, 4, 5, 6, 7, 8, 11, 12, 16, 18, 20, 24, 28, 64)}
    letters = {
        "title_pt": f"{points * TITLE_STEP:.2f}",
        "section_pt": f"{points * SECTION_STEP:.2f}",
        "small_pt": f"{points * SMALL_STEP:.2f}",
    }
    return template.substitute(asdict(colours) | sizes | letters)


def letters_for_vietnamese(font: QFont) -> QFont:
    """`font` if it holds every Vietnamese letter itself, else the first of the system that does, else our own Noto."""
    if has_vietnamese(font):
        return font
    for family in QFontDatabase.families(QFontDatabase.WritingSystem.Vietnamese):
        other = QFont(font)
        other.setFamily(family)
        if not QFontDatabase.isPrivateFamily(family) and has_vietnamese(other):
            return other
    added = QFontDatabase.addApplicationFont(str(fontpkg.path("Noto Serif")))
    font.setFamilies(QFontDatabase.applicationFontFamilies(added))
    return font


def has_vietnamese(font: QFont) -> bool:
    """Whether the font holds every letter itself, none borrowed from another."""
    raw = QRawFont.fromFont(font, QFontDatabase.WritingSystem.Vietnamese)
    return raw.isValid() and all(raw.supportsCharacter(ord(letter)) for letter in VIETNAMESE_LETTERS)


def icon(name: str, colour: str, size: int = 16, ratio: float = 2.0) -> QIcon:
    """The drawing ``resources/icons/<name>.svg`` in one colour (#rrggbb); drawn once, for a window has hundreds."""
    picture = QPixmap()
    key = f"icon {name} {colour} {size} {ratio}"
    if not QPixmapCache.find(key, picture):
        picture = _drawn(name, colour, size, ratio)
        QPixmapCache.insert(key, picture)
    return QIcon(picture)


def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    drawing = (files("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


class IconButton(QToolButton):
    """A button with a drawing; `says` is its name to screen readers and its tip, `text` stands beside the drawing."""

    def __init__(self, drawing: str, says: str, name: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setToolTip(says)
        self.setText(f" {text}" if text else "")
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if text else Qt.ToolButtonStyle.ToolButtonIconOnly
        self.setToolButtonStyle(style)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw again in the colours and the size of the new look."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.EnabledChange):
            self._draw()

    def _draw(self) -> None:
        colours = colours_of(QGuiApplication.palette())
        size = max(16, round(self.fontMetrics().height() * 0.95))
        self.setIconSize(QSize(size, size))
        self.setIcon(icon(self._drawing, colours.text if self.isEnabled() else colours.muted, size))
