"""What holds for every desk while it is made."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.stage import Stage
from ui import fund, meetings, petitions, roster, settings
from ui.desk.env import DeskSpec

DESKS = (roster.DESK, meetings.DESK, petitions.DESK, fund.DESK, settings.DESK)


class Watch(QObject):
    """Keeps the names of what shows itself as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's name."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(watched.objectName() or type(watched).__name__)
        return False


@pytest.mark.parametrize("desk", DESKS, ids=lambda desk: desk.key)
def test_nothing_flashes_up_as_a_window_of_its_own_while_a_desk_is_made(
    desk: DeskSpec, stage: Stage, qapp: QApplication
) -> None:
    watch = Watch()
    qapp.installEventFilter(watch)
    try:
        page = desk.make(stage.env)
    finally:
        qapp.removeEventFilter(watch)
    stage.show(page)
    assert watch.seen == []
