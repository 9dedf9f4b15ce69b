"""Recommendations of supervision and social criticism over all meetings, until each is answered."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from frontdesk.meetings import RecommendationLine
from frontdesk.messages import _
from frontdesk.office import ListAsk, PaperAsk
from ui.desk.env import Env
from ui.meetings.words import day_words
from ui.parts.colours import Tone
from ui.parts.listpane import ListPane
from ui.parts.rowtable import Empty
from ui.parts.table import Column, Query
from ui.parts.theme import SPACE


class RecommendationSource:
    """Recommendations, those not answered first; an office has at most some hundreds."""

    def __init__(self, env: Env) -> None:
        self._env = env

    def count(self, query: Query) -> int:
        """See `RowSource`."""
        return len(self._rows(query))

    def page(self, query: Query, offset: int, limit: int) -> Sequence[RecommendationLine]:
        """See `RowSource`."""
        return self._rows(query)[offset : offset + limit]

    def place(self, query: Query, row_id: int) -> int | None:
        """See `RowSource`."""
        return next((at for at, row in enumerate(self._rows(query)) if row.id == row_id), None)

    def _rows(self, query: Query) -> list[RecommendationLine]:
        return self._env.services.meetings.recommendations(
            ListAsk(search=query.text or None, status=query.named or None)
        )


class RecommendationsPage(QWidget):
    """The list; Enter goes to the meeting, where the answer is recorded."""

    def __init__(self, env: Env) -> None:
        super().__init__()
        self.setObjectName("all_recommendations")
        self.env = env
        filters = (("open", _("Not answered")), ("overdue", _("Overdue")), ("answered", _("Answered")), ("", _("All")))
        advice = _("Recommendations made after supervision and social criticism stand here until they are answered.")
        self.pane = ListPane(
            "recommendation_lines", _("Recommendations"), RecommendationSource(env), _columns(), state=env.state,
            filters=filters, empty=Empty(_("No recommendation"), advice),
        )  # fmt: skip
        printing = QPushButton(_("&Print the list"))
        printing.setObjectName("recommendation_lines.print")
        printing.clicked.connect(self.print_list)
        self.pane.add_tool(printing)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.m)
        column.addWidget(self.pane)
        self.pane.opened.connect(self._on_opened)
        env.relay.changed.connect(self._on_news)

    def reload(self) -> None:
        """Read everything again."""
        self.pane.reload()

    @Slot()
    def print_list(self) -> None:
        """What is not answered yet, over all meetings, in preview."""
        self.env.show_paper("recommendations", PaperAsk())

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's name: a fresh look."""
        super().showEvent(event)
        self.reload()

    @Slot(object)
    def _on_opened(self, row_id: int) -> None:
        at = self.pane.model.place(row_id)
        line = self.pane.model.row(at) if at is not None else None
        if line is not None:
            self.env.jump(line.meeting)

    @Slot(str, object)
    def _on_news(self, topic: str, _ids: Any) -> None:
        if topic == "recommendations" and self.isVisible():
            self.reload()


def _state(line: RecommendationLine) -> str:
    if line.answered is not None:
        return _("answered {day}").format(day=day_words(line.answered))
    return _("overdue") if line.overdue else _("waits")


def _tone(line: RecommendationLine) -> Tone:
    if line.answered is not None:
        return Tone.GOOD
    return Tone.BAD if line.overdue else Tone.PLAIN


def _columns() -> tuple[Column[RecommendationLine], ...]:
    return (
        Column("due", _("Due"), 11, text=lambda line: day_words(line.due)),
        Column("text", _("Recommendation")),
        Column("addressee", _("To whom"), 22),
        Column("meeting", _("Meeting"), 13),
        Column("state", _("State"), 18, text=_state, tone=_tone),
    )
