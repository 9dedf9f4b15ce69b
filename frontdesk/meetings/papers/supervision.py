"""Kế hoạch giám sát, phản biện xã hội and kiến nghị sau giám sát."""

from collections.abc import Iterator, Sequence

from frontdesk.meetings.papers.parts import Issuer, labelled, signed
from frontdesk.meetings.papers.words import closed
from frontdesk.meetings.rules.lines import RecommendationLine
from frontdesk.meetings.rules.rows import MeetingRow, RecommendationRow
from frontdesk.paper import Align, Block, Column, Heading, Orientation, Paper, Paragraph, Row, Table, Title
from frontdesk.vietnamese import short_date, spoken_time

_NUMBER_MM = 11.0


def supervision(row: MeetingRow, issuer: Issuer) -> Paper:
    """Subject, plan, team, visits with what was found, and the recommendations with their answers."""
    blocks = [issuer.letterhead, Title("KẾ HOẠCH", row.title), *_plan(row), *_team(row), *_visits(row), *_asked(row)]
    blocks.append(signed(issuer))
    return Paper(f"Kế hoạch {row.title}", issuer.author, tuple(blocks))


def recommendations(lines: Sequence[RecommendationLine], issuer: Issuer, period: str) -> Paper:
    """The recommendations of all supervision and social criticism with what was answered, overdue ones marked."""
    table = Table(
        (
            Column("STT", _NUMBER_MM, align=Align.CENTER),
            Column("Nội dung kiến nghị", weight=1.6),
            Column("Nơi nhận"),
            Column("Hạn trả lời", 26, align=Align.CENTER),
            Column("Theo cuộc", 32),
            Column("Kết quả trả lời", weight=1.3),
        ),
        tuple(
            Row((number, each.text, each.addressee, each.due, each.meeting, _state(each)), bold=each.overdue)
            for number, each in enumerate(lines, 1)
        ),
    )
    title = Title("DANH MỤC KIẾN NGHỊ", f"Sau giám sát, phản biện xã hội{period}")
    blocks = (issuer.letterhead, title, table, signed(issuer))
    return Paper("Danh mục kiến nghị sau giám sát", issuer.author, blocks, orientation=Orientation.LANDSCAPE)


def _state(line: RecommendationLine) -> str:
    return _answer(line) or ("Quá hạn trả lời" if line.overdue else "Chưa trả lời")


def _answer(row: RecommendationRow | RecommendationLine) -> str:
    """ "Đã công khai (12/UBND-VX, ngày 01/8/2026)"; blank while nothing was answered."""
    if row.answered is None:
        return row.answer or ""
    source = ", ".join(each for each in (row.document, f"ngày {short_date(row.answered)}") if each)
    return f"{row.answer} ({source})" if row.answer else f"({source})"


def _plan(row: MeetingRow) -> Iterator[Block]:
    if row.subject:
        yield labelled("Đối tượng, nội dung", closed(row.subject))
    yield labelled("Thời gian", f"{spoken_time(row.starts)}.")
    if row.place:
        yield labelled("Địa điểm", closed(row.place))
    if row.plan:
        yield from (Paragraph(line) for line in row.plan.split("\n") if line.strip())


def _team(row: MeetingRow) -> Iterator[Block]:
    if row.team:
        yield Heading("Thành phần đoàn", 2)
        yield Table(
            (Column("STT", _NUMBER_MM, align=Align.CENTER), Column("Họ và tên"), Column("Chức vụ", weight=1.2),
             Column("Nhiệm vụ", 34)),
            tuple(Row((number, each.name, each.position, each.role)) for number, each in enumerate(row.team, 1)),
        )  # fmt: skip


def _visits(row: MeetingRow) -> Iterator[Block]:
    if row.visits:
        yield Heading("Lịch làm việc, kết quả", 2)
        yield Table(
            (Column("Ngày", 26, align=Align.CENTER), Column("Nơi làm việc"), Column("Kết quả", weight=1.6)),
            tuple(Row((each.day, each.place, each.findings)) for each in row.visits),
        )


def _asked(row: MeetingRow) -> Iterator[Block]:
    if row.recommendations:
        yield Heading("Kiến nghị", 2)
        yield Table(
            (
                Column("STT", _NUMBER_MM, align=Align.CENTER),
                Column("Nội dung kiến nghị", weight=1.5),
                Column("Nơi nhận"),
                Column("Hạn trả lời", 26, align=Align.CENTER),
                Column("Kết quả trả lời", weight=1.2),
            ),
            tuple(
                Row((number, each.text, each.addressee, each.due, _answer(each)))
                for number, each in enumerate(row.recommendations, 1)
            ),
        )
