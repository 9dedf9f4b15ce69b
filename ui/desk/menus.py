"""The menus of the main window. The keys they name are answered elsewhere, so that no key is taken twice."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, SignalInstance, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from frontdesk.messages import _, mark
from ui.desk.about import About
from ui.desk.deskkeys import save

if TYPE_CHECKING:
    from ui.desk.shell import Shell

_MODES = (
    ("system", mark("As the computer is set")),
    ("light", mark("Light")),
    ("dark", mark("Dark")),
)


class Menus(QObject):
    """Builds the menu bar of `shell` and follows its clicks."""

    def __init__(self, shell: "Shell") -> None:
        super().__init__(shell)
        self._shell = shell
        bar = shell.menuBar()
        bar.setObjectName("menus")
        office, work, view, help_ = (
            bar.addMenu(_("&Office")),
            bar.addMenu(_("&Work")),
            bar.addMenu(_("&View")),
            bar.addMenu(_("&Help")),
        )
        read_only = shell.house.services.store.read_only
        if not read_only:
            self._add(office, _("&Back up now"), shell.backup_asked)
        self._add(office, _("&Lock"), shell.lock_asked, keys="Ctrl+L")
        self._add(office, _("Change the &user…"), shell.other_user_asked)
        office.addSeparator()
        self._add(office, _("&Close"), shell.close, keys="Ctrl+Q")
        self._add(work, _("&Find anything…"), shell.open_search, shown="Ctrl+K")
        work.addSeparator()
        for text, shown, slot in (
            (_("&New"), "Ctrl+N", self._new),
            (_("&Search in this desk"), "Ctrl+F", self._search),
            (_("&Save"), "Ctrl+S", self._save),
            (_("&Print…"), "Ctrl+P", self._print),
            (_("&Read again"), "F5", self._refresh),
        ):
            self._add(work, text, slot, shown=shown)
        self._add_desks(view)
        if shell.house.wiring.help is not None:
            self._add(help_, _("Help for &this place"), shell.open_help, shown="F1")
        self._add(help_, _("&About the program"), self._about)

    def _add_desks(self, view: QMenu) -> None:
        shell, theme = self._shell, self._shell.house.theme
        for at, desk in enumerate(shell.desks):
            action = self._add(view, _(desk.title), self._desk, shown=f"Ctrl+{at + 1}" if at < 9 else "")
            action.setData(at)
        self._add(view, _("Open this desk in a &window of its own"), shell.open_own_window, keys="Ctrl+Shift+N")
        view.addSeparator()
        self._add(view, _("&Larger"), theme.zoom_in, shown="Ctrl++")
        self._add(view, _("&Smaller"), theme.zoom_out, shown="Ctrl+-")
        self._add(view, _("&Usual size"), theme.zoom_reset, shown="Ctrl+0")
        looks = view.addMenu(_("L&ook"))
        group = QActionGroup(looks)
        for mode, text in _MODES:
            action = self._add(looks, _(text), self._look)
            action.setCheckable(True)
            action.setChecked(theme.mode == mode)
            action.setData(mode)
            group.addAction(action)

    def _add(
        self, menu: QMenu, text: str, slot: Callable[[], Any] | SignalInstance, *, keys: str = "", shown: str = ""
    ) -> QAction:
        """An entry; `keys` makes a shortcut, `shown` only names one that something else answers."""
        action = menu.addAction(f"{text}\t{shown}" if shown else text)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(slot)
        return action

    def _action(self) -> QAction:
        return cast(QAction, self.sender())

    @Slot()
    def _desk(self) -> None:
        self._shell.open_desk(int(self._action().data()))

    @Slot()
    def _look(self) -> None:
        self._shell.house.theme.set_mode(str(self._action().data()))

    @Slot()
    def _new(self) -> None:
        self._shell.page.new_record()

    @Slot()
    def _search(self) -> None:
        self._shell.page.search("")

    @Slot()
    def _print(self) -> None:
        self._shell.page.print_current()

    @Slot()
    def _refresh(self) -> None:
        self._shell.page.refresh()

    @Slot()
    def _save(self) -> None:
        save(self._shell)

    @Slot()
    def _about(self) -> None:
        About(self._shell).open()
