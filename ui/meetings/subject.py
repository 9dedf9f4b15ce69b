"""The meeting a window is about: read when something changed, written through its deeds."""

from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from frontdesk.meetings import (
    DEEDS,
    AddRecommendation,
    AnswerRecommendation,
    AttachScan,
    DropTask,
    EditNews,
    EditPublication,
    EditRecommendation,
    FinishTask,
    Follow,
    Issue,
    MeetingRow,
    MoveTask,
    PartName,
    Publish,
    Quorum,
    Remove,
    Reopen,
    ResumeTask,
    Status,
    TakeUp,
    quorum,
)
from frontdesk.store import Deed
from ui.desk.env import Doing, Env, Undo

TOPICS: Final = frozenset({"meetings", "tasks", "recommendations", "petitions"})
DEED_OF: Final[dict[type[Any], Deed]] = {deed.takes: deed for deed in DEEDS if deed.takes is not None}
"""Deeds by the request they take."""
_AFTER_THE_MINUTES: Final = frozenset(
    {
        AddRecommendation, AnswerRecommendation, AttachScan, DropTask, EditNews, EditPublication, EditRecommendation,
        FinishTask, Follow, Issue, MoveTask, Publish, Reopen, ResumeTask,
    }
)  # fmt: skip


def undo_by(ask: Any) -> Undo:
    """The way back by the deed that takes `ask`."""
    return Undo(DEED_OF[type(ask)], ask)


class Subject(QObject):
    """One meeting. `row` is what the office's file says now; `changed` comes when that is something new."""

    changed = Signal()
    item_changed = Signal()
    """Another item of the agenda is on."""

    def __init__(self, env: Env, number: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.env = env
        self.number = number
        self.row: MeetingRow = env.services.meetings.meeting(number)
        self._item_on: int | None = None
        # Several rows of one deed are news one after the other; they are read once.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.reload)
        env.relay.changed.connect(self._on_news)

    @property
    def is_open(self) -> bool:
        """Whether anything of the record may still change."""
        return self.row.status == Status.DRAFT

    @property
    def item_on(self) -> int | None:
        """The place of the item that is on while the meeting is in session, from 1; None at the desk."""
        return next((at for at, row in enumerate(self.row.agenda, 1) if row.id == self._item_on), None)

    def go_to_item(self, item_id: int | None) -> None:
        """Let this item be on: what is written down from now on belongs to it."""
        if item_id != self._item_on:
            self._item_on = item_id
            self.item_changed.emit()

    @property
    def now(self) -> datetime:
        """The office's clock."""
        return self.env.services.store.clock.now()

    def may(self, takes: type[Any]) -> bool:
        """Whether the person may do the deed that takes this, to this meeting as it stands."""
        if self.row.status == Status.WITHDRAWN:
            return takes is TakeUp and self.env.may(DEED_OF[takes])
        return self.env.may(DEED_OF[takes]) and (self.is_open or takes in _AFTER_THE_MINUTES)

    def may_remove(self, part: PartName) -> bool:
        """Whether the person may take entries of this part out; some go on after the minutes."""
        if part in (PartName.PUBLICATION, PartName.RECOMMENDATION) and self.row.status == Status.FINAL:
            return self.env.may(DEED_OF[Remove])
        return self.may(Remove)

    def do(self, ask: Any, owner: QWidget, **more: Any) -> Doing:
        """Do the deed that takes `ask`; `more` as for `Env.do`."""
        return self.env.do(DEED_OF[type(ask)], ask, owner, **{"reload": self.reload, **more})

    def quorum(self) -> Quorum | None:
        """The quorum as it stands; None when something it needs is not recorded."""
        return quorum(self.row.quorum_share, self.row.convened, self.row.present)

    @Slot()
    def reload(self) -> None:
        """Read the meeting anew."""
        self.row = self.env.services.meetings.meeting(self.number)
        self.changed.emit()

    @Slot(str, object)
    def _on_news(self, topic: str, _ids: tuple[int, ...]) -> None:
        if topic in TOPICS:
            self._soon.start()
