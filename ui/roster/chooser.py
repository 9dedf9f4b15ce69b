"""The tree at the left of the list: everybody, by body, by area."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from frontdesk.messages import _
from frontdesk.office import AreaRow
from frontdesk.roster import BODY_TITLES, BodyKind, BodyRow
from frontdesk.vietnamese import fold
from ui.parts.fields import HintedLine
from ui.parts.theme import SPACE
from ui.roster.source import Scope
from ui.roster.words import capital

_SCOPE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Places:
    """What the tree shows: the bodies there are and the areas there are."""

    bodies: Sequence[BodyRow] = ()
    areas: Sequence[AreaRow] = ()


class Chooser(QWidget):
    """Chooses whose list is shown; a line above narrows the tree by typed letters."""

    chosen = Signal(object)
    """The scope (`Scope`)."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("roster.chooser")
        self.line = HintedLine(_("Body or area"))
        self.line.setObjectName("roster.chooser.find")
        self.line.setAccessibleName(_("Find a body or an area"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._on_typed)
        self.tree = QTreeWidget()
        self.tree.setObjectName("roster.chooser.tree")
        self.tree.setAccessibleName(_("Whose list"))
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setIndentation(SPACE.l)
        self.tree.setTabKeyNavigation(False)
        self._places: Places | None = None
        self.tree.currentItemChanged.connect(self._on_current)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, SPACE.m, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(self.line)
        column.addWidget(self.tree, 1)

    @property
    def scope(self) -> Scope:
        """What is chosen now."""
        item = self.tree.currentItem()
        scope = item.data(0, _SCOPE) if item is not None else None
        return scope if isinstance(scope, Scope) else Scope()

    def show_places(self, places: Places) -> None:
        """Show these; the choice stays where it still is."""
        if places == self._places:
            return
        self._places = places
        kept, opened = self.scope, self._opened()
        self.tree.blockSignals(True)
        self.tree.clear()
        everybody = _item(self.tree, _("Everybody"), Scope())
        bodies = _item(self.tree, _("By body"), None)
        for kind in BodyKind:
            rows = [row for row in places.bodies if row.kind is kind]
            if len(rows) == 1:
                _item(bodies, rows[0].name, Scope(body=rows[0].name))
            elif rows:
                group = _item(bodies, f"{capital(_(BODY_TITLES[kind]))} ({len(rows)})", Scope(kind=kind))
                for row in rows:
                    _item(group, row.name, Scope(body=row.name))
        areas = _item(self.tree, _("By area"), None)
        for area in places.areas:
            _item(areas, area.name, Scope(area=area.name))
        for item in (bodies, areas):
            item.setHidden(item.childCount() == 0)
            item.setExpanded(True)
        for item in self._items():
            if item.data(0, _SCOPE) in opened:
                item.setExpanded(True)
        found = next((item for item in self._items() if item.data(0, _SCOPE) == kept), everybody)
        self.tree.setCurrentItem(found)
        self.tree.blockSignals(False)
        self._on_typed(self.line.text())
        if self.scope != kept:
            self.chosen.emit(self.scope)

    def choose(self, scope: Scope) -> None:
        """Choose a scope that the tree has."""
        for item in self._items():
            if item.data(0, _SCOPE) == scope:
                self.tree.setCurrentItem(item)
                self.tree.scrollToItem(item)

    def _items(self) -> list[QTreeWidgetItem]:
        found: list[QTreeWidgetItem] = []
        waiting = [self.tree.topLevelItem(at) for at in range(self.tree.topLevelItemCount())]
        while waiting:
            item = waiting.pop(0)
            if item is not None:
                found.append(item)
                waiting += [item.child(at) for at in range(item.childCount())]
        return found

    def _opened(self) -> list[object]:
        return [item.data(0, _SCOPE) for item in self._items() if item.isExpanded() and item.data(0, _SCOPE)]

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        words = fold(text).split()
        for item in reversed(self._items()):
            matches = all(word in fold(item.text(0)) for word in words)
            children = [item.child(at) for at in range(item.childCount())]
            below = any(child is not None and not child.isHidden() for child in children)
            is_group = item.data(0, _SCOPE) is None
            item.setHidden(not (below or (matches and not is_group)))
            if words and below:
                item.setExpanded(True)

    @Slot()
    def _on_current(self) -> None:
        item = self.tree.currentItem()
        if item is not None and isinstance(item.data(0, _SCOPE), Scope):
            self.chosen.emit(item.data(0, _SCOPE))


def _item(parent: QTreeWidget | QTreeWidgetItem, text: str, scope: Scope | None) -> QTreeWidgetItem:
    item = QTreeWidgetItem(parent, [text])
    item.setToolTip(0, text)
    item.setData(0, _SCOPE, scope)
    if scope is None:
        # A heading: it opens and shuts, but is no list of its own.
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    return item
