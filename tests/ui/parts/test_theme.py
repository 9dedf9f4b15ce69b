from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.parts.colours import DARK, LIGHT, Colours, Tone, colours_of, contrast, palette_of
from ui.parts.fields import Choice, ChoiceField
from ui.parts.theme import LEAST_POINTS, ZOOMS, IconButton, Theme, has_vietnamese, icon, letters_for_vietnamese

BOTH = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


@BOTH
@pytest.mark.parametrize("tone", list(Tone))
@pytest.mark.parametrize("ground", ["window", "surface", "raised", "accent_soft", "hover"])
def test_every_text_stands_out_from_every_ground(colours: Colours, tone: Tone, ground: str) -> None:
    assert contrast(colours.of(tone), asdict(colours)[ground]) >= 4.5


@BOTH
@pytest.mark.parametrize(
    ("front", "ground"),
    [
        ("on_accent", "accent"),
        ("on_accent", "accent_deep"),
        ("accent", "window"),
        ("accent", "surface"),
        ("text", "good_soft"),
        ("text", "warn_soft"),
        ("text", "bad_soft"),
        ("bad", "bad_soft"),
        ("muted", "line"),
    ],
)
def test_words_on_coloured_ground_stand_out(colours: Colours, front: str, ground: str) -> None:
    assert contrast(asdict(colours)[front], asdict(colours)[ground]) >= 4.5


@BOTH
@pytest.mark.parametrize("part", ["border", "accent"])
def test_edges_and_the_focus_ring_can_be_seen(colours: Colours, part: str) -> None:
    assert contrast(asdict(colours)[part], colours.window) >= 3
    assert contrast(asdict(colours)[part], colours.surface) >= 3


@pytest.mark.parametrize(("one", "other", "ratio"), [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48)])
def test_contrast_is_counted_as_wcag_counts_it(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


@given(st.integers(0, 0xFFFFFF), st.integers(0, 0xFFFFFF))
def test_contrast_does_not_depend_on_the_order(one: int, other: int) -> None:
    assert contrast(f"#{one:06x}", f"#{other:06x}") == contrast(f"#{other:06x}", f"#{one:06x}")


@BOTH
def test_a_look_is_known_from_its_palette(colours: Colours) -> None:
    assert colours_of(palette_of(colours)) is colours


def test_zoom_goes_by_steps_and_stops_at_both_ends(theme: Theme) -> None:
    theme.set_zoom(ZOOMS[-1])
    theme.zoom_in()
    assert theme.zoom == ZOOMS[-1]
    theme.zoom_out()
    assert theme.zoom == ZOOMS[-2]
    theme.set_zoom(0.1)
    theme.zoom_out()
    assert theme.zoom == ZOOMS[0]
    theme.zoom_reset()
    assert theme.zoom == 1


def test_zoom_makes_letters_and_controls_larger_at_once(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    line, words = QLineEdit(), QLabel("Ủy ban Mặt trận")
    column.addWidget(line)
    column.addWidget(words)
    window.show()
    before = line.sizeHint().height(), words.sizeHint().width()
    theme.set_zoom(1.5)
    after = line.sizeHint().height(), words.sizeHint().width()
    assert after[0] / before[0] == pytest.approx(1.5, abs=0.15)
    assert after[1] / before[1] == pytest.approx(1.5, abs=0.1)


def test_control_plus_and_minus_zoom_from_anywhere_in_the_window(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    line = QLineEdit(window)
    theme.add_keys(window)
    with qtbot.waitActive(window):
        window.show()
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert theme.zoom == 1.1
    qtbot.keyClick(line, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(line, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert theme.zoom == 0.9
    qtbot.keyClick(line, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert (theme.zoom, line.text()) == (1, "")


def test_letters_are_never_smaller_than_comfortable(qapp: QApplication, theme: Theme) -> None:
    assert qapp.font().pointSizeF() >= LEAST_POINTS


def test_a_font_without_vietnamese_letters_is_replaced_by_one_that_has_them(theme: Theme) -> None:
    poor = QFont("DejaVu Math TeX Gyre")
    if has_vietnamese(poor):
        poor = QFont("Standard Symbols PS")
    assert has_vietnamese(letters_for_vietnamese(poor))


def test_the_dark_look_changes_the_colour_of_drawings(qtbot: QtBot, theme: Theme) -> None:
    button = IconButton("search", "Search", "search")
    qtbot.addWidget(button)
    light = button.icon().pixmap(16, 16).toImage()
    theme.set_mode("dark")
    assert button.icon().pixmap(16, 16).toImage() != light


def test_an_unknown_mode_is_refused(theme: Theme) -> None:
    with pytest.raises(ValueError, match="pink"):
        theme.set_mode("pink")


def test_a_drawing_is_painted_in_the_colour_asked_for(theme: Theme) -> None:
    image = icon("add", "#ff0000").pixmap(16, 16).toImage()
    middle = image.pixelColor(image.width() // 2, image.height() // 2)
    assert (middle.red(), middle.green(), middle.blue()) == (255, 0, 0)


@pytest.mark.parametrize("role", ["", "main", "risky", "link"])
def test_a_button_that_cannot_be_pressed_looks_so_whatever_it_does(qtbot: QtBot, role: str) -> None:
    button = QPushButton("Cho thôi…")
    button.setProperty("role", role)
    qtbot.addWidget(button)
    button.show()
    before = button.grab().toImage()
    button.setEnabled(False)
    assert button.palette().color(QPalette.ColorRole.ButtonText).name() == LIGHT.muted
    assert button.grab().toImage() != before


def test_the_list_of_a_choice_drops_down_whole_below_it(theme: Theme, qtbot: QtBot) -> None:
    # As a popup over the field Qt counts its height without the style's frame, and cuts the last entry in half.
    field = ChoiceField([Choice(each, f"Việc {each}") for each in range(4)])
    qtbot.addWidget(field)
    field.ensurePolished()
    option = QStyleOptionComboBox()
    field.box.initStyleOption(option)
    assert not field.box.style().styleHint(QStyle.StyleHint.SH_ComboBox_Popup, option, field.box)
