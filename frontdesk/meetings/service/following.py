"""After the meeting: tasks over all meetings until they are done, and what became of each opinion."""

from dataclasses import replace
from enum import StrEnum
from typing import Any, Final

from frontdesk.errors import RuleBroken
from frontdesk.meetings.assembling import PARTS, PartName, series_key
from frontdesk.meetings.deeds import afterwards as deeds
from frontdesk.meetings.model import Meeting, Opinion, Task
from frontdesk.meetings.rules.kinds import Kind, Status, TaskStatus
from frontdesk.meetings.rules.lines import BroughtAlong, OpinionLine, TaskLine
from frontdesk.meetings.rules.rows import MeetingRow, OpinionRow, TaskRow
from frontdesk.meetings.service.finalising import Finalising
from frontdesk.meetings.service.passing_on import PETITION_LINK
from frontdesk.messages import _
from frontdesk.office import ListAsk
from frontdesk.petitions import PetitionRow
from frontdesk.store import Deed, links_of, matching, tuples
from frontdesk.vietnamese import nfc

_OVERDUE: Final = "overdue"


class TaskSort(StrEnum):
    """By what a page of tasks is ordered."""

    DUE = "due"
    MEETING = "meeting"


class Following(Finalising):
    """Tasks, opinions and what they come to."""

    def finish_task(self, ask: deeds.FinishTask) -> TaskRow:
        """A task is done; the day counts as today unless given."""
        return self._follow_up(
            deeds.FINISH_TASK, ask, status=TaskStatus.DONE, result=ask.result, document=ask.document,
            finished=ask.day or self._store.today,
        )  # fmt: skip

    def drop_task(self, ask: deeds.DropTask) -> TaskRow:
        """A task is given up."""
        if not nfc(ask.reason):
            raise RuleBroken("meetings.task.reason", _("Say why the task is given up."), "reason")
        return self._follow_up(deeds.DROP_TASK, ask, status=TaskStatus.DROPPED, result=ask.reason)

    def resume_task(self, ask: deeds.ResumeTask) -> TaskRow:
        """A task is open again."""
        return self._follow_up(deeds.RESUME_TASK, ask, status=TaskStatus.OPEN, finished=None)

    def move_task(self, ask: deeds.MoveTask) -> TaskRow:
        """A task gets another day; the minutes keep the one agreed."""
        return self._follow_up(deeds.MOVE_TASK, ask, moved_to=ask.to)

    def task_list(self, ask: ListAsk) -> list[dict[str, Any]]:
        """The tasks of all meetings as `list tasks` shows them: overdue ones first, then by due day."""
        return [
            {
                "meeting": line.meeting,
                "what": line.what,
                "assignee": line.assignee,
                "due": line.due.isoformat() if line.due is not None else None,
                "status": line.status.value,
                "overdue": line.overdue,
                "result": line.result,
                "document": line.document,
            }
            for line in self.task_page(ask)
        ]

    def task_page(
        self, ask: ListAsk, sort: TaskSort = TaskSort.DUE, offset: int = 0, limit: int = -1
    ) -> list[TaskLine]:
        """A page of tasks; by due day, open ones before the others. `since` and `until` are due days."""
        order = {
            TaskSort.DUE: (Task.status != TaskStatus.OPEN, Task.due_now.asc(nulls="last"), Task.id),
            TaskSort.MEETING: (Meeting.starts.desc(), Task.rank, Task.id),
        }[sort]
        query = self._tasks(ask).order_by(*order).offset(offset).limit(limit)
        return self._lines(query)

    def task_count(self, ask: ListAsk) -> int:
        """How many tasks a filter lets through."""
        return int(self._tasks(ask).count())

    def brought_along(self, number: str) -> BroughtAlong:
        """What the earlier meetings of the series left open, as it stands today; shown on the draft agenda."""
        row = self.meeting(number)
        if row.series is None:
            return BroughtAlong((), ())
        earlier = Meeting.select(Meeting.id).where(
            self._of_series(row.series), Meeting.starts < row.starts,
            Meeting.status != Status.WITHDRAWN,
        )  # fmt: skip
        opened = _task_query().where(Task.meeting_id.in_(earlier), Task.status == TaskStatus.OPEN)
        tasks = self._lines(opened.order_by(Task.due_now.asc(nulls="last"), Task.id))
        said = Opinion.select(Opinion.id).where(Opinion.meeting_id.in_(earlier), Opinion.petition, Opinion.ended == 0)
        petitions = [self._petition(row_id) for (row_id,) in list(tuples(said.order_by(Opinion.id)))]
        unanswered = [each for each in petitions if each is not None and each.answered is None and each.closed is None]
        return BroughtAlong(tuple(tasks), tuple(unanswered))

    def _of_series(self, series: str) -> Any:
        """The condition that a meeting is of a series; one that names none is of the series of its kind."""
        key = series_key(series)
        kinds = [kind.value for kind in Kind if series_key(self.template(kind).series) == key]
        return (Meeting.series_key == key) | (Meeting.series_key.is_null() & Meeting.kind.in_(kinds))

    def opinions(self, number: str) -> list[OpinionLine]:
        """What became of each opinion of a meeting, in the order they were said."""
        row = self.meeting(number)
        return [self._way_of(row, said) for said in row.opinions]

    def opinion(self, number: str, which: int) -> OpinionLine:
        """What became of opinion `which`, counted from 1."""
        row = self.meeting(number)
        return self._way_of(row, self._entry(row.id or 0, PartName.OPINION, which))

    def _way_of(self, row: MeetingRow, said: OpinionRow) -> OpinionLine:
        petition = self._petition(said.id or 0)
        line = OpinionLine(row.number or "", row.starts.date(), said.speaker, said.text, said.answer)
        if petition is None:
            return line
        return replace(
            line, petition=petition.number, status=petition.status, forwarded_to=petition.forwarded_to,
            answered=petition.answered, result=petition.result,
        )  # fmt: skip

    def _petition(self, opinion_id: int) -> PetitionRow | None:
        number = next((link.other.number for link in links_of(opinion_id, PETITION_LINK)), None)
        return None if number is None else self._petitions.petition(number)

    def _follow_up(self, deed: Deed, ask: Any, **values: Any) -> TaskRow:
        """Change what may change of a task after the minutes are final."""
        with self._store.change(deed) as change:
            head = self._standing(ask.number)
            before: TaskRow = self._entry(head.id, PartName.TASK, ask.which)
            given = {key: value for key, value in values.items() if value is not None or key == "finished"}
            return self._amend(change, PartName.TASK, before, replace(before, **given), ask.revision)

    def _tasks(self, ask: ListAsk) -> Any:
        query = _task_query()
        if ask.since is not None:
            query = query.where(Task.due_now >= ask.since)
        if ask.until is not None:
            query = query.where(Task.due_now <= ask.until)
        if ask.status == _OVERDUE:
            query = query.where(Task.status == TaskStatus.OPEN, Task.due_now < self._store.today)
        elif ask.status is not None:
            if ask.status not in set(TaskStatus):
                known = ", ".join((*TaskStatus, _OVERDUE))
                message = _("There is no status “{status}”. There are: {known}.")
                raise RuleBroken("meetings.list.status", message.format(status=ask.status, known=known), "status")
            query = query.where(Task.status == ask.status)
        found = matching(ask.search or "", PARTS[PartName.TASK].model.topic)
        return query if found is None else query.where(Task.id.in_(found))

    def _lines(self, query: Any) -> list[TaskLine]:
        rows = list(tuples(query))
        places = _places({meeting_id for meeting_id, *_rest in rows})
        today = self._store.today
        return [
            TaskLine(
                row_id, revision, number, title, places[row_id], what, assignee, due, TaskStatus(status),
                status == TaskStatus.OPEN and due is not None and due < today, result, document,
            )
            for _meeting_id, row_id, revision, number, title, what, assignee, due, status, result, document in rows
        ]  # fmt: skip


def _task_query() -> Any:
    return (
        Task.select(
            Task.meeting_id, Task.id, Task.revision, Meeting.number, Meeting.title, Task.what, Task.assignee,
            Task.due_now, Task.status, Task.result, Task.document,
        )
        .join(Meeting)
        .where(Task.ended == 0, Meeting.status != Status.WITHDRAWN)
    )  # fmt: skip


def _places(meeting_ids: set[int]) -> dict[int, int]:
    """The place of each standing task within its meeting, by the task's id."""
    query = Task.select(Task.meeting_id, Task.id).where(Task.meeting_id.in_(meeting_ids), Task.ended == 0)
    places: dict[int, int] = {}
    counted: dict[int, int] = {}
    for meeting_id, row_id in tuples(query.order_by(Task.meeting_id, Task.rank, Task.id)):
        places[row_id] = counted[meeting_id] = counted.get(meeting_id, 0) + 1
    return places
