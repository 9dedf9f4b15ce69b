"""The window of the help: pages at the left, the text at the right."""

from importlib.resources import files
from typing import Final

from PySide6.QtCore import QEvent, Qt, QUrl, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from frontdesk.messages import _
from ui.desk.env import Env
from ui.desk.showing import PaperWindow, shown
from ui.help.guide import quick_guide
from ui.help.pages import GUIDE, holding, meant, read
from ui.parts.remembering import keep_place, restore_place
from ui.parts.theme import SPACE

LIST_LETTERS: Final = 38
LIST_LETTERS_LEAST: Final = 26
"""Most titles stand in one line; the longest goes on in a second one."""


class HelpWindow(QWidget):
    """Shows one page at a time; Esc closes it, Alt+Left goes back."""

    def __init__(self, env: Env, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("help")
        self.setWindowTitle(_("Help"))
        self._env = env
        self._box = QLineEdit()
        self._box.setObjectName("help.search")
        self._box.setAccessibleName(_("Words to find in the help"))
        self._box.setPlaceholderText(_("Find in the help"))
        self._list = QListWidget()
        self._list.setObjectName("help.pages")
        self._list.setAccessibleName(_("Pages of the help"))
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text = QTextBrowser()
        self.text.setObjectName("help.text")
        self.text.setAccessibleName(_("Text of the help"))
        self.text.setOpenLinks(False)
        self.text.setSearchPaths([str(files("resources") / "help")])
        guide = QPushButton(_("&Print the quick guide"))
        guide.setObjectName("help.guide")
        self._lay_out(guide)
        self._box.textChanged.connect(self._fill)
        self._list.currentItemChanged.connect(self._on_chosen)
        self.text.anchorClicked.connect(self._on_link)
        guide.clicked.connect(self._print_guide)
        for keys, slot in ((Qt.Key.Key_Escape, self.close), ("Ctrl+F", self._box.setFocus)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        env.theme.add_keys(self)
        self._fit_list()
        self._fill("")
        if not restore_place(self, env.state):
            self.resize(900, 640)

    @property
    def page(self) -> str:
        """The name of the page shown."""
        item = self._list.currentItem()
        return "" if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def show_page(self, name: str) -> None:
        """Show the page that helps at a place called `name`."""
        self._box.clear()
        wanted = meant(name)
        for at in range(self._list.count()):
            if self._list.item(at).data(Qt.ItemDataRole.UserRole) == wanted:
                self._list.setCurrentRow(at)

    def closeEvent(self, event: object) -> None:
        """Qt's name: remember the place."""
        keep_place(self, self._env.state)
        super().closeEvent(event)  # type: ignore[arg-type]

    def changeEvent(self, event: QEvent) -> None:
        """Qt's name: room for titles at the size letters have now."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit_list()

    def _fit_list(self) -> None:
        letter = self._list.fontMetrics().averageCharWidth()
        self._list.setMinimumWidth(letter * LIST_LETTERS_LEAST)
        self._list.setMaximumWidth(letter * LIST_LETTERS)

    def _lay_out(self, guide: QPushButton) -> None:
        left = QVBoxLayout()
        left.setSpacing(SPACE.s)
        for widget in (self._box, self._list, guide):
            left.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.l, SPACE.l, SPACE.l, SPACE.l)
        row.setSpacing(SPACE.l)
        row.addLayout(left)
        row.addWidget(self.text, 1)

    @Slot(str)
    def _fill(self, words: str) -> None:
        before = self.page
        self._list.clear()
        for page in holding(words):
            item = QListWidgetItem(page.title)
            item.setData(Qt.ItemDataRole.UserRole, page.name)
            self._list.addItem(item)
            if page.name == before:
                self._list.setCurrentItem(item)
        if self._list.currentItem() is None:
            self._list.setCurrentRow(0)

    @Slot()
    def _on_chosen(self) -> None:
        if self.page:
            self.text.setMarkdown(read(self.page).text)
            give_air(self.text.document())

    @Slot(QUrl)
    def _on_link(self, link: QUrl) -> None:
        self.show_page(link.fileName())

    @Slot()
    def _print_guide(self) -> None:
        env = self._env
        window = PaperWindow(_("Quick guide"), env.lane, env.theme, env.state, env.ask, self)
        window.show()
        window.preview.show_paper(lambda: shown(quick_guide(env.services), GUIDE))


def give_air(document: QTextDocument) -> None:
    """Leave room above each heading: Qt's Markdown sets them close to what stands before."""
    block = document.firstBlock().next()
    while block.isValid():
        if block.blockFormat().headingLevel():
            form = block.blockFormat()
            form.setTopMargin(SPACE.l)
            QTextCursor(block).setBlockFormat(form)
        block = block.next()


def open_help(env: Env, page: str) -> HelpWindow:
    """Show the page for where one stands, in the window's one help window."""
    parent = env.notices.window()
    window = parent.findChild(HelpWindow, "help") or HelpWindow(env, parent)
    window.show_page(page)
    window.show()
    window.raise_()
    window.activateWindow()
    return window
