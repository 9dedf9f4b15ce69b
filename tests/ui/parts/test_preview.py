import io
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.errors import RuleBroken
from frontdesk.paper import Orientation, PageBreak, Paper, Paragraph, Section, print_pdf
from tests.ui.asking import ScriptedAsk
from ui.parts.lane import Lane
from ui.parts.notices import Notices
from ui.parts.preview import WORD, Preview, Saver, Shown
from ui.parts.sheets import draw_page, page_sizes


def paper_of(pages: int) -> bytes:
    blocks = [block for at in range(pages) for block in (Paragraph(f"Trang {at + 1}"), PageBreak())][:-1]
    stream = io.BytesIO()
    print_pdf(Paper("Biên bản", "UBMTTQ", tuple(blocks)), stream)
    return stream.getvalue()


PDF = paper_of(3)


class Desk(QWidget):
    """A window with a preview in it."""

    def __init__(self, lane: Lane, ask: ScriptedAsk, folder: Path) -> None:
        super().__init__()
        self.resize(900, 700)
        self.opened: list[QUrl] = []
        self.notices = Notices(self)
        self.preview = Preview(lane, ask, self.notices, folder=folder, open_url=self.opened.append, parent=self)
        self.preview.resize(900, 700)

    def button(self, name: str) -> QPushButton:
        return self.preview.findChild(QPushButton, f"preview.{name}")  # type: ignore[no-any-return]


@pytest.fixture
def desk(qtbot: QtBot, lane: Lane, ask: ScriptedAsk, tmp_path: Path) -> Desk:
    made = Desk(lane, ask, tmp_path)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def show(qtbot: QtBot, desk: Desk, *savers: Saver) -> None:
    with qtbot.waitSignal(desk.preview.shown):
        desk.preview.show_paper(lambda: Shown("Biên bản", PDF, "bien-ban", savers))


def drawn(desk: Desk) -> bool:
    desk.preview.sheets.viewport().grab()
    return 1 in desk.preview.sheets._pictures


def test_a_paper_is_drawn_as_wide_as_the_window(qtbot: QtBot, desk: Desk) -> None:
    assert not desk.button("print").isEnabled()
    show(qtbot, desk)
    qtbot.waitUntil(lambda: drawn(desk))
    picture = desk.preview.sheets.viewport().grab().toImage()
    dark = [
        (x, y)
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
        if picture.pixelColor(x, y).lightness() < 60
    ]
    assert dark, "no letter on the page"
    assert desk.button("print").isEnabled()
    assert desk.preview.sheets.count == 3


def test_the_page_number_turns_pages_and_follows_them(qtbot: QtBot, desk: Desk) -> None:
    show(qtbot, desk)
    number = desk.preview.findChild(QSpinBox, "preview.page")
    sheets = desk.preview.sheets
    number.setValue(3)
    assert sheets.verticalScrollBar().value() > 0
    sheets.setFocus()
    qtbot.keyClick(sheets, Qt.Key.Key_Home)
    assert number.value() == 1
    qtbot.keyClick(sheets, Qt.Key.Key_PageDown)
    assert number.value() == 2
    qtbot.keyClick(sheets, Qt.Key.Key_End)
    assert number.value() == 3


def test_plus_and_minus_zoom_and_nought_fits_again(qtbot: QtBot, desk: Desk) -> None:
    show(qtbot, desk)
    sheets = desk.preview.sheets
    fitted = sheets.zoom
    qtbot.keyClick(sheets, Qt.Key.Key_Plus)
    assert sheets.zoom == pytest.approx(fitted * 1.25)
    qtbot.keyClick(sheets, Qt.Key.Key_Minus)
    qtbot.keyClick(sheets, Qt.Key.Key_Minus)
    assert sheets.zoom == pytest.approx(fitted / 1.25)
    qtbot.keyClick(sheets, Qt.Key.Key_0)
    assert sheets.zoom == pytest.approx(fitted)


def test_saving_writes_the_very_bytes_and_offers_the_folder(
    qtbot: QtBot, desk: Desk, ask: ScriptedAsk, tmp_path: Path
) -> None:
    show(qtbot, desk)
    ask.will("choose_save", tmp_path / "a.pdf")
    desk.button("pdf").click()
    qtbot.waitUntil(lambda: desk.notices.texts == ("Saved as a.pdf",))
    assert (tmp_path / "a.pdf").read_bytes() == PDF
    assert ask.asked[0][2] == "bien-ban.pdf"
    desk.notices.findChild(QPushButton, "notice.action").click()
    assert desk.opened == [QUrl.fromLocalFile(str(tmp_path))]


def test_other_forms_are_saved_by_their_own_hand(qtbot: QtBot, desk: Desk, ask: ScriptedAsk, tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    show(qtbot, desk, Saver(WORD, lambda path: path.write_text("word")))
    ask.will("choose_save", target)
    desk.button("docx").click()
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: bool(desk.notices.texts))
    assert target.read_text() == "word"


def test_a_place_that_takes_no_file_is_said_with_advice(
    qtbot: QtBot, desk: Desk, ask: ScriptedAsk, tmp_path: Path
) -> None:
    show(qtbot, desk)
    ask.will("choose_save", tmp_path / "nowhere" / "a.pdf")
    desk.button("pdf").click()
    qtbot.waitUntil(lambda: bool(desk.notices.texts))
    assert "does not exist" in desk.notices.texts[0]


def refuse() -> Shown:
    raise RuleBroken("x", "Finalise the minutes first.")


def test_a_paper_that_cannot_be_made_says_why(qtbot: QtBot, desk: Desk) -> None:
    desk.preview.show_paper(refuse)
    qtbot.waitUntil(lambda: desk.notices.texts == ("Finalise the minutes first.",))
    assert not desk.button("pdf").isEnabled()


def to_file(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setResolution(300)
    printer.setFullPage(True)
    printer.setOutputFileName(str(path))
    return printer


@pytest.mark.parametrize(("first", "last", "sent"), [(0, 0, 3), (2, 3, 2), (2, 2, 1)])
def test_the_pages_chosen_are_printed(
    qtbot: QtBot, desk: Desk, ask: ScriptedAsk, tmp_path: Path, first: int, last: int, sent: int
) -> None:
    show(qtbot, desk)
    printer = to_file(tmp_path / "out.pdf")
    if first:
        printer.setFromTo(first, last)
    ask.will("printer", printer)
    qtbot.keyClick(desk.preview.sheets, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(desk.notices.texts))
    assert desk.notices.texts[0].startswith(str(sent))
    sizes = page_sizes((tmp_path / "out.pdf").read_bytes())
    assert len(sizes) == sent
    assert (sizes[0].width, sizes[0].height) == (pytest.approx(595, abs=1), pytest.approx(842, abs=1))
    assert ask.asked == [("printer", "Biên bản", "3")]


def test_a_wide_page_is_printed_across(qtbot: QtBot, desk: Desk, ask: ScriptedAsk, tmp_path: Path) -> None:
    stream = io.BytesIO()
    blocks = (Paragraph("Dọc"), Section(Orientation.LANDSCAPE), Paragraph("Ngang"))
    print_pdf(Paper("Sổ", "UBMTTQ", blocks), stream)
    with qtbot.waitSignal(desk.preview.shown):
        desk.preview.show_paper(partial(Shown, "Sổ", stream.getvalue(), "so"))
    ask.will("printer", to_file(tmp_path / "out.pdf"))
    desk.button("print").click()
    qtbot.waitUntil(lambda: bool(desk.notices.texts))
    sizes = page_sizes((tmp_path / "out.pdf").read_bytes())
    assert [size.width > size.height for size in sizes] == [False, True]


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_does_not_answer_is_said(qtbot: QtBot, desk: Desk, ask: ScriptedAsk, tmp_path: Path) -> None:
    show(qtbot, desk)
    ask.will("printer", to_file(tmp_path / "nowhere" / "out.pdf"))
    desk.button("print").click()
    qtbot.waitUntil(lambda: bool(desk.notices.texts))
    assert "printer does not answer" in desk.notices.texts[0]


def test_printed_letters_are_drawn_at_300_dots_in_grey() -> None:
    page = draw_page(PDF, 1, 300, grey=True)
    assert (page.width(), page.height()) == (pytest.approx(2480, abs=2), pytest.approx(3508, abs=2))
    assert page.isGrayscale()


def test_going_away_while_a_page_is_drawn_harms_nothing(
    qtbot: QtBot, lane: Lane, ask: ScriptedAsk, tmp_path: Path
) -> None:
    for _time in range(5):
        desk = Desk(lane, ask, tmp_path)
        desk.show()
        show(qtbot, desk)
        desk.preview.sheets.viewport().grab()
        desk.deleteLater()
        with qtbot.waitSignal(desk.destroyed):
            pass
    with qtbot.waitSignal(lane.read(lambda: 1, None, None, lane).ended):
        pass
