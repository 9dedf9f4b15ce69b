"""Chương trình, danh sách đại biểu, danh mục tham luận, danh mục nhiệm vụ."""

from collections.abc import Iterator, Sequence

from frontdesk.meetings.papers.parts import Issuer, delegate_table, signed, when_and_where
from frontdesk.meetings.papers.words import TASK_WORDS
from frontdesk.meetings.rules.arranging import speakers
from frontdesk.meetings.rules.kinds import Shows
from frontdesk.meetings.rules.lines import BroughtAlong, TaskLine
from frontdesk.meetings.rules.rows import AgendaRow, MeetingRow, TaskRow
from frontdesk.paper import (
    Align,
    Block,
    Column,
    Orientation,
    PageBreak,
    Paper,
    Paragraph,
    Row,
    Table,
    Title,
)
from frontdesk.vietnamese import fold, short_date

_TIME_MM = 24.0
_NUMBER_MM = 11.0
_BLANK_ROWS = 40


def agenda(row: MeetingRow, issuer: Issuer, brought: BroughtAlong) -> Paper:
    """The agenda; items that show open tasks or unanswered petitions list them as they stand."""
    rows = tuple(Row((_time(item), _content(item, brought), item.presenter)) for item in row.agenda)
    table = Table((Column("Thời gian", _TIME_MM), Column("Nội dung", weight=2.2), Column("Người thực hiện")), rows)
    blocks = (issuer.letterhead, Title("CHƯƠNG TRÌNH", row.title), when_and_where(row), table, signed(issuer))
    return Paper(f"Chương trình {row.title}", issuer.author, blocks)


def delegates(row: MeetingRow, issuer: Issuer) -> Paper:
    """The list of delegates with room to sign; where nobody is invited by name, a sheet to be filled in at the door."""
    table = delegate_table(row, blank=_BLANK_ROWS)
    blocks = (issuer.letterhead, Title("DANH SÁCH ĐẠI BIỂU", row.title), when_and_where(row), table)
    return Paper(f"Danh sách đại biểu {row.title}", issuer.author, blocks)


def speaking_order(row: MeetingRow, issuer: Issuer) -> Paper:
    """Who asked to speak, in the order of speaking, with room for the chair's notes."""
    table = Table(
        (Column("STT", _NUMBER_MM, align=Align.CENTER), Column("Họ và tên"), Column("Chức vụ, đơn vị", weight=1.4),
         Column("Ghi chú", 34)),
        tuple(Row((number, each.name, each.post, "")) for number, each in enumerate(speakers(row.delegates), 1)),
    )  # fmt: skip
    blocks = (issuer.letterhead, Title("DANH SÁCH ĐĂNG KÝ PHÁT BIỂU", row.title), when_and_where(row), table)
    return Paper(f"Danh sách đăng ký phát biểu {row.title}", issuer.author, blocks)


def papers_read(row: MeetingRow, issuer: Issuer) -> Paper:
    """The list of papers, in the order they are read."""
    table = Table(
        (Column("STT", _NUMBER_MM, align=Align.CENTER), Column("Tên tham luận", weight=1.6), Column("Người trình bày")),
        tuple(Row((number, paper.title, paper.speaker)) for number, paper in enumerate(row.papers, 1)),
    )
    blocks = (issuer.letterhead, Title("DANH MỤC THAM LUẬN", row.title), when_and_where(row), table)
    return Paper(f"Danh mục tham luận {row.title}", issuer.author, blocks)


def tasks(row: MeetingRow, issuer: Issuer) -> Paper:
    """The tasks of a meeting with what has become of them."""
    table = Table(
        (
            Column("STT", _NUMBER_MM, align=Align.CENTER),
            Column("Nội dung công việc", weight=1.6),
            Column("Người thực hiện"),
            Column("Thời hạn", 26, align=Align.CENTER),
            Column("Kết quả", weight=1.1),
        ),
        tuple(
            Row((number, task.what, task.assignee, task.due_now, _progress(task)))
            for number, task in enumerate(row.tasks, 1)
        ),
    )
    title = Title("DANH MỤC NHIỆM VỤ", f"Theo kết luận {row.title}")
    return Paper(f"Danh mục nhiệm vụ {row.title}", issuer.author, (issuer.letterhead, title, table, signed(issuer)))


def open_tasks(lines: Sequence[TaskLine], issuer: Issuer) -> Paper:
    """The tasks of all meetings, overdue ones marked."""
    table = Table(
        (
            Column("STT", _NUMBER_MM, align=Align.CENTER),
            Column("Nội dung công việc", weight=1.6),
            Column("Người thực hiện"),
            Column("Thời hạn", 26, align=Align.CENTER),
            Column("Theo hội nghị", 32),
            Column("Kết quả"),
        ),
        tuple(
            Row((number, line.what, line.assignee, line.due, line.meeting, _state(line)), bold=line.overdue)
            for number, line in enumerate(lines, 1)
        ),
    )
    blocks: tuple[Block, ...] = (issuer.letterhead, Title("DANH MỤC NHIỆM VỤ", "Theo kết luận các hội nghị"), table)
    return Paper("Danh mục nhiệm vụ", issuer.author, (*blocks, signed(issuer)), orientation=Orientation.LANDSCAPE)


def assignment(row: MeetingRow, issuer: Issuer, given: Sequence[tuple[str, Sequence[TaskRow]]]) -> Paper:
    """The notices to those who got tasks at a meeting, each on a page of its own."""
    blocks: list[Block] = []
    for assignee, rows in given:
        blocks += [PageBreak()] if blocks else []
        blocks += _notice(row, issuer, assignee, rows)
    whom = f" {given[0][0]}" if len(given) == 1 else ""
    return Paper(f"Thông báo giao nhiệm vụ{whom}", issuer.author, tuple(blocks), page_numbers=False)


def _notice(row: MeetingRow, issuer: Issuer, assignee: str, given: Sequence[TaskRow]) -> Iterator[Block]:
    lead = f"Căn cứ kết luận tại {row.title}, {issuer.author} thông báo đến {assignee} các việc được giao như sau:"
    yield issuer.letterhead
    yield Title("THÔNG BÁO", "Về việc giao nhiệm vụ")
    yield Paragraph(lead)
    yield Table(
        (
            Column("STT", _NUMBER_MM, align=Align.CENTER),
            Column("Nội dung công việc", weight=2),
            Column("Thời hạn", 28, align=Align.CENTER),
        ),
        tuple(Row((number, task.what, task.due_now)) for number, task in enumerate(given, 1)),
    )
    yield signed(issuer)


def _time(item: AgendaRow) -> str:
    if item.at is None:
        return f"{item.minutes} phút" if item.minutes is not None else ""
    return f"{item.at:%H:%M}" if item.minutes is None else f"{item.at:%H:%M}\n({item.minutes} phút)"


def _content(item: AgendaRow, brought: BroughtAlong) -> str:
    lines = [item.title]
    if item.shows is Shows.OPEN_TASKS:
        lines += [f"- {_task_line(line)}" for line in brought.tasks]
    elif item.shows is Shows.PETITIONS:
        lines += [f"- {petition.number}: {petition.summary}" for petition in brought.petitions]
    return "\n".join(lines)


def _task_line(line: TaskLine) -> str:
    due = f", hạn {short_date(line.due)}" if line.due is not None else ""
    late = " (quá hạn)" if line.overdue else ""
    return f"{line.what}{f': {line.assignee}' if line.assignee else ''}{due}{late}"


def _state(line: TaskLine) -> str:
    if line.result:
        return line.result
    return "Quá hạn" if line.overdue else TASK_WORDS[line.status].capitalize()


def _progress(task: TaskRow) -> str:
    parts = [TASK_WORDS[task.status].capitalize(), task.result, task.document]
    return "; ".join(each for each in parts if each)


def tasks_by_assignee(row: MeetingRow) -> list[tuple[str, list[TaskRow]]]:
    """Who got tasks, in the order of their first, and which; a name typed in two ways is one."""
    found: dict[str, tuple[str, list[TaskRow]]] = {}
    for task in row.tasks:
        if task.assignee:
            found.setdefault(fold(task.assignee), (task.assignee, []))[1].append(task)
    return list(found.values())
