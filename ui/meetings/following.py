"""Tasks over all meetings, the overdue first: done with result and document, given up, moved, told to the assignee."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from frontdesk.errors import RuleBroken
from frontdesk.meetings import (
    DropTask,
    FinishTask,
    Meetings,
    MoveTask,
    ResumeTask,
    TaskLine,
    TaskStatus,
    petitions_named,
)
from frontdesk.messages import _, mark
from frontdesk.office import ListAsk, PaperAsk
from ui.desk.env import Env
from ui.meetings.fields import day_field
from ui.meetings.section import Side, side_by_side
from ui.meetings.subject import DEED_OF, undo_by
from ui.meetings.words import TASKS, day_words
from ui.parts.colours import Tone
from ui.parts.fields import LineField, TextField
from ui.parts.form import Form
from ui.parts.headings import Facts, label
from ui.parts.listpane import ListPane
from ui.parts.rowtable import Empty
from ui.parts.table import Column, Query
from ui.parts.theme import SPACE

_EMPTY = mark("Tasks given at meetings stand here until they are done, the overdue first.")


class TaskSource:
    """Tasks a page at a time, by due day, those still open before the others."""

    def __init__(self, meetings: Meetings) -> None:
        self._meetings = meetings

    def count(self, query: Query) -> int:
        """See `RowSource`."""
        return self._meetings.task_count(_ask(query))

    def page(self, query: Query, offset: int, limit: int) -> Sequence[TaskLine]:
        """See `RowSource`."""
        return self._meetings.task_page(_ask(query), offset=offset, limit=limit)

    def place(self, query: Query, row_id: int) -> int | None:
        """See `RowSource`."""
        rows = self._meetings.task_page(_ask(query))
        return next((at for at, row in enumerate(rows) if row.id == row_id), None)


class TasksPage(QWidget):
    """The list, and at the right what became of the task chosen."""

    def __init__(self, env: Env) -> None:
        super().__init__()
        self.setObjectName("all_tasks")
        self.env = env
        self._line: TaskLine | None = None
        filters = (
            ("open", _("Still open")), ("overdue", _("Overdue")), ("done", _("Done")), ("dropped", _("Given up")),
            ("", _("All")),
        )  # fmt: skip
        self.pane = ListPane(
            "task_list", _("Tasks"), TaskSource(env.services.meetings), _columns(), state=env.state, filters=filters,
            empty=Empty(_("No task"), _(_EMPTY)),
        )  # fmt: skip
        printing = QPushButton(_("&Print the open tasks"))
        printing.setObjectName("task_list.print")
        printing.clicked.connect(self.print_list)
        self.pane.add_tool(printing)
        self.side = Side("task_side")
        self._what = label("", "section", name="task.what")
        self._facts = Facts()
        self.form = Form("task_done")
        self.form.add("result", _("&Result"), TextField())
        self.form.add("document", _("By &document"), LineField(hint=_("number and day")))
        self.form.add("day", _("&Done on"), day_field(env), hint=_("Blank: today."))
        self.form.save_asked.connect(self.finish)
        self.later = Form("task_later")
        self.later.add("to", _("&New day"), day_field(env))
        self.later.save_asked.connect(self.put_off)
        self._buttons: dict[str, QPushButton] = {}
        self._build()
        self.pane.picked.connect(self._on_picked)
        self.pane.opened.connect(self._on_opened)
        env.relay.changed.connect(self._on_news)
        self._on_picked(())

    def _build(self) -> None:
        for name, text, slot in (
            ("finish", _("It is &done"), self.finish),
            ("drop", _("&Give it up…"), self._on_drop),
            ("resume", _("&Open again"), self._on_resume),
            ("move", _("&Move the day"), self.put_off),
            ("notice", _("Noti&ce to the assignee"), self._on_notice),
            ("open", _("&See the meeting"), self._on_see),
            ("petition", "", self._on_petition),
        ):
            button = QPushButton(text)
            button.setObjectName(f"task.{name}")
            button.clicked.connect(slot)
            self._buttons[name] = button
        self._buttons["finish"].setProperty("role", "main")
        for widget in (self._what, self._facts, self.form, self._row("finish", "drop"), self.later,
                       self._row("move"), self._row("resume", "notice", "open", "petition")):  # fmt: skip
            self.side.add(widget)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pane)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(side_by_side(left, self.side))

    def _row(self, *names: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        for name in names:
            row.addWidget(self._buttons[name])
        row.addStretch(1)
        return holder

    def reload(self) -> None:
        """Read everything again."""
        self.pane.reload()
        if not self.pane.selected_ids() and self.pane.model.rowCount():
            self.pane.table.selectRow(0)
        self._on_picked(self.pane.selected_ids())

    @Slot()
    def print_list(self) -> None:
        """The open tasks of all meetings in preview."""
        self.env.show_paper("tasks", PaperAsk())

    @Slot()
    def finish(self) -> None:
        """Record that the task is done."""
        if self._line is None or not self.form.readable():
            return
        line, values = self._line, self.form.values()
        ask = FinishTask(line.meeting, line.which, values["result"] or None, values["document"] or None, values["day"],
                         line.revision)  # fmt: skip
        self.env.do(
            DEED_OF[FinishTask], ask, self, form=self.form, says=_("The task is done."),
            undo=lambda _row: undo_by(ResumeTask(line.meeting, line.which)),
        )  # fmt: skip

    @Slot()
    def put_off(self) -> None:
        """Give the task a later day."""
        if self._line is None or not self.later.readable():
            return
        day: date | None = self.later.values()["to"]
        if day is None:
            self.later.show_error(RuleBroken("form.needed", _("Type the new day."), "to"))
            return
        ask = MoveTask(self._line.meeting, self._line.which, to=day, revision=self._line.revision)
        self.env.do(DEED_OF[MoveTask], ask, self, form=self.later, says=_("Saved."))

    @Slot(object)
    def _on_picked(self, ids: tuple[int, ...]) -> None:
        at = self.pane.model.place(ids[0]) if ids else None
        line = self.pane.model.row(at) if at is not None else None
        if self._line is not None and (line is None or line.id != self._line.id):
            self.form.set_values({"result": "", "document": "", "day": None})
        self._line = line
        self.side.setVisible(line is not None)
        if line is None:
            return
        self._what.setText(line.what)
        overdue = _("{day}, overdue").format(day=day_words(line.due)) if line.overdue else day_words(line.due)
        self._facts.set_facts(
            [
                (_("Meeting"), f"{line.meeting} · {line.title}"),
                (_("By whom"), line.assignee or ""),
                (_("Due"), overdue, Tone.BAD if line.overdue else Tone.PLAIN),
                (_("State"), _(TASKS[line.status])),
                (_("Result"), line.result or ""),
                (_("By document"), line.document or ""),
            ]
        )
        opened = line.status is TaskStatus.OPEN
        may = self.env.may(DEED_OF[FinishTask])
        self.form.setVisible(opened and may)
        self.later.setVisible(opened and may)
        for name in ("finish", "drop", "move"):
            self._buttons[name].setVisible(opened and may)
        self._buttons["resume"].setVisible(not opened and may)
        self._buttons["notice"].setVisible(bool(line.assignee))
        named = next(iter(petitions_named(line.what)), "")
        self._buttons["petition"].setText(_("Open {number}").format(number=named))
        self._buttons["petition"].setProperty("number", named)
        self._buttons["petition"].setVisible(bool(named))
        if not self.form.dirty:
            self.form.set_values({"result": "", "document": "", "day": None})
        self.later.set_values({"to": None})

    @Slot(object)
    def _on_opened(self, _row_id: int) -> None:
        if self.form.isVisible():
            self.form.field("result").setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_drop(self) -> None:
        if self._line is None:
            return
        line = self._line
        reason = self.env.ask.reason(_("Give the task up"), _("Why is the task given up?"), _("Give it up"))
        if reason is not None:
            ask = DropTask(line.meeting, line.which, reason=reason, revision=line.revision)
            self.env.do(
                DEED_OF[DropTask], ask, self, says=_("The task is given up."),
                undo=lambda _row: undo_by(ResumeTask(line.meeting, line.which)),
            )  # fmt: skip

    @Slot()
    def _on_resume(self) -> None:
        if self._line is not None:
            ask = ResumeTask(self._line.meeting, self._line.which, self._line.revision)
            self.env.do(DEED_OF[ResumeTask], ask, self, says=_("The task is open again."))

    @Slot()
    def _on_notice(self) -> None:
        if self._line is None or not self._line.assignee:
            return
        self.env.show_paper("assignment", PaperAsk(number=self._line.meeting, whom=self._line.assignee))

    @Slot()
    def _on_see(self) -> None:
        if self._line is not None:
            self.env.jump(self._line.meeting)

    @Slot()
    def _on_petition(self) -> None:
        self.env.jump(str(self._buttons["petition"].property("number")))

    @Slot(str, object)
    def _on_news(self, topic: str, _ids: Any) -> None:
        if topic == "tasks":
            self.reload()

    def showEvent(self, event: Any) -> None:
        """Qt's name: a fresh look."""
        super().showEvent(event)
        self.reload()


def _ask(query: Query) -> ListAsk:
    return ListAsk(search=query.text or None, status=query.named or None)


def _due_tone(line: TaskLine) -> Tone:
    return Tone.BAD if line.overdue else Tone.PLAIN


def _state(line: TaskLine) -> str:
    return _("overdue") if line.overdue else _(TASKS[line.status])


def _columns() -> tuple[Column[TaskLine], ...]:
    return (
        Column("due", _("Due"), 11, text=lambda line: day_words(line.due), tone=_due_tone),
        Column("what", _("Task")),
        Column("assignee", _("By whom"), 20),
        Column("meeting", _("Meeting"), 13),
        Column("status", _("State"), 12, text=_state, tone=_due_tone),
    )
