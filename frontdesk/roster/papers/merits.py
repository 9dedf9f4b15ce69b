"""Training, commendations, good models, study visits, and whom to congratulate."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from frontdesk.paper import (
    Align,
    Block,
    Cell,
    Column,
    GroupRow,
    Heading,
    Orientation,
    Paper,
    Paragraph,
    Row,
    Table,
    Title,
)
from frontdesk.roster.kinds import LEVEL_WORDS
from frontdesk.roster.papers.common import Head, signed
from frontdesk.roster.rules.merits import CommendationRow, CourseRow, ModelRow, ReminderRow, TurnRow, VisitRow
from frontdesk.vietnamese import short_date

_PLACE: Final = Column("STT", 11, align=Align.CENTER)


def training_paper(
    head: Head, since: date, until: date, courses: Sequence[CourseRow], turns: Mapping[int, Sequence[TurnRow]]
) -> Paper:
    """Danh sách tham gia bồi dưỡng, tập huấn: each course with who took part; `turns` by the course's id."""
    columns = (_PLACE, Column("Họ và tên", 70), Column("Mã số", 24, align=Align.CENTER), Column("Kết quả"))
    rows: list[Row | GroupRow] = []
    for course in courses:
        took = turns.get(course.id, ())
        held = ", ".join(filter(None, (_days(course.since, course.until), course.organiser, course.place)))
        rows.append(GroupRow(f"{course.title} ({held}): {len(took)} người"))
        rows += [Row((at, turn.name, turn.number, turn.result)) for at, turn in enumerate(took, 1)]
    title = Title("DANH SÁCH", f"Tham gia bồi dưỡng, tập huấn\n({_period(since, until)})")
    return _paper(head, title, columns, rows, "Không có lớp nào trong thời gian này.")


def commendations_paper(head: Head, since: date, until: date, praise: Sequence[CommendationRow]) -> Paper:
    """Danh sách khen thưởng."""
    columns = (
        _PLACE,
        Column("Cá nhân, tập thể", 42),
        Column("Hình thức, cấp khen", 36),
        Column("Thành tích"),
        Column("Quyết định", 34),
    )

    def cells(at: int, row: CommendationRow) -> tuple[Cell, ...]:
        decision = "\n".join(filter(None, (row.decision_number, f"ngày {short_date(row.decision_date)}")))
        return at, row.recipient, f"{row.form}\n({LEVEL_WORDS[row.level]})", row.merit, decision

    rows = [Row(cells(at, row)) for at, row in enumerate(praise, 1)]
    title = Title("DANH SÁCH KHEN THƯỞNG", f"({_period(since, until)})")
    return _paper(head, title, columns, rows, "Không có khen thưởng trong thời gian này.")


def models_paper(head: Head, on: date, models: Sequence[ModelRow]) -> Paper:
    """Mô hình hay and where they were copied to, lying."""
    columns = (
        _PLACE,
        Column("Tên mô hình", 55),
        Column("Nơi khởi xướng", 50),
        Column("Thời gian", 30, align=Align.CENTER),
        Column("Nội dung"),
        Column("Đã nhân rộng tới", 50),
    )
    rows = [
        Row(
            (
                at,
                row.name,
                "\n".join(filter(None, (row.founder, row.area))),
                _span(row.since, row.until),
                row.description,
                "\n".join(row.copies),
            )
        )
        for at, row in enumerate(models, 1)
    ]
    title = Title("DANH SÁCH MÔ HÌNH HAY", f"(tính đến ngày {short_date(on)})")
    return _paper(head, title, columns, rows, "Chưa ghi mô hình nào.", Orientation.LANDSCAPE)


def visits_paper(head: Head, since: date, until: date, visits: Sequence[VisitRow]) -> Paper:
    """Học tập kinh nghiệm: where to, who went, what was seen; lying."""
    columns = (
        _PLACE,
        Column("Ngày", 24, align=Align.CENTER),
        Column("Nơi đến", 42),
        Column("Nội dung", 52),
        Column("Thành phần"),
        Column("Mô hình đã xem", 44),
        Column("Kết quả", 40),
    )

    def cells(at: int, row: VisitRow) -> tuple[Cell, ...]:
        who = "\n".join(filter(None, (f"{row.head_count} người" if row.head_count else None, ", ".join(row.visitors))))
        return at, row.day, row.place, row.purpose, who, "\n".join(row.models), row.result

    rows = [Row(cells(at, row)) for at, row in enumerate(visits, 1)]
    title = Title("DANH SÁCH", f"Các chuyến học tập kinh nghiệm\n({_period(since, until)})")
    return _paper(head, title, columns, rows, "Không có chuyến nào trong thời gian này.", Orientation.LANDSCAPE)


def congratulations_paper(
    head: Head, since: date, until: date, lists: Sequence[tuple[str, Sequence[ReminderRow]]]
) -> Paper:
    """Whom to congratulate: birthdays of a period, mừng thọ and long service of its year."""
    columns = (
        _PLACE,
        Column("Họ và tên", 46),
        Column("Ngày", 18, align=Align.CENTER),
        Column("Số năm", 16, align=Align.CENTER),
        Column("Chức vụ"),
        Column("Điện thoại", 28),
    )
    blocks: list[Block] = [
        head.letterhead,
        Title("DANH SÁCH", f"Chúc mừng sinh nhật, mừng thọ\n({_period(since, until)})"),
    ]
    for heading, rows in lists:
        blocks.append(Heading(f"{heading}: {len(rows)} người"))
        lines = [
            Row((at, row.name, f"{row.day:%d/%m}" if row.day else None, row.years, row.posts, row.phone))
            for at, row in enumerate(rows, 1)
        ]
        blocks.append(Table(columns, tuple(lines)) if lines else Paragraph("Không có ai.", italic=True))
    return Paper("Danh sách chúc mừng", head.author, (*blocks, signed(head)))


def _paper(
    head: Head,
    title: Title,
    columns: tuple[Column, ...],
    rows: Sequence[Row | GroupRow],
    nothing: str,
    orientation: Orientation = Orientation.PORTRAIT,
) -> Paper:
    body: Block = Table(columns, tuple(rows)) if rows else Paragraph(nothing, italic=True)
    name = f"{title.kind} {title.subject}".replace("\n", " ")
    return Paper(name, head.author, (head.letterhead, title, body, signed(head)), orientation=orientation)


def _period(since: date, until: date) -> str:
    return f"từ ngày {short_date(since)} đến ngày {short_date(until)}"


def _days(since: date, until: date | None) -> str:
    return short_date(since) if until is None or until == since else f"{short_date(since)} - {short_date(until)}"


def _span(since: date | None, until: date | None) -> str:
    if since is None and until is None:
        return ""
    return f"{short_date(since) if since else '…'} - {short_date(until) if until else 'nay'}"
