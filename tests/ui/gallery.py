"""Pictures of every shared part: ``python -m tests.ui.gallery FOLDER``. Look at them after a change of the look."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from frontdesk.messages import use
from tests.ui.sample_forms import agenda, calendar, form_page, picker_page
from tests.ui.sample_lists import empty_page, list_page
from tests.ui.sample_pages import bug, history, notices_page, preview, reason
from ui.parts import qt_texts
from ui.parts.lane import Lane
from ui.parts.theme import Theme

PARTS: dict[str, Callable[[], QWidget]] = {
    "form": form_page,
    "agenda": agenda,
    "list": list_page,
    "empty": empty_page,
    "notices": notices_page,
    "history": history,
    "picker": picker_page,
    "calendar": calendar,
    "bug": bug,
    "reason": reason,
}


def take(folder: Path, only: Sequence[str] = ()) -> None:
    """Write the pictures."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    qt_texts.install(app, "vi")
    theme = Theme(app)
    lane = Lane()
    parts = PARTS | {"preview": lambda: preview(lane)}
    folder.mkdir(parents=True, exist_ok=True)
    for mode in ("light", "dark"):
        for zoom in (1.0, 1.5):
            theme.set_mode(mode)
            theme.set_zoom(zoom)
            for name, make in parts.items():
                if only and name not in only:
                    continue
                widget = make()
                widget.show()
                QApplication.sendPostedEvents()
                widget.resize(max(widget.width(), widget.minimumSizeHint().width()), widget.height())
                widget.grab().save(str(folder / f"{name}-{mode}-{round(zoom * 100)}.png"))
                widget.close()
                widget.deleteLater()
    lane.close()


if __name__ == "__main__":
    use("vi")
    take(Path(sys.argv[1]), sys.argv[2:])
