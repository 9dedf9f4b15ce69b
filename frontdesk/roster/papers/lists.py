"""Lists of people: particulars, members to sign, the directory."""

from collections.abc import Callable, Sequence
from typing import Final

from frontdesk.paper import Align, Block, Cell, Column, GroupRow, Orientation, Paper, Row, Table, Title
from frontdesk.roster.kinds import Sex
from frontdesk.roster.papers.common import Head, Whose, by_body, nobody, posts_of, signed
from frontdesk.roster.rules.rows import MemberRow, PersonRow

_SIGNING_HEIGHT_MM: Final = 10


def particulars(head: Head, whose: Whose, members: Sequence[MemberRow]) -> Paper:
    """Danh sách trích ngang, lying; sensitive columns stand only where the rows are unmasked."""
    masked = any(row.person.masked for row in members)
    columns = (
        Column("STT", 10.5, align=Align.CENTER),
        Column("Họ và tên", 34),
        Column("Nam", 21.5, align=Align.CENTER, group="Ngày, tháng, năm sinh"),
        Column("Nữ", 21.5, align=Align.CENTER, group="Ngày, tháng, năm sinh"),
        *(
            ()
            if masked
            else (Column("Dân tộc", 13), Column("Tôn giáo", 15), Column("Đảng viên", 12.5, align=Align.CENTER))
        ),
        Column("Văn hóa", 12.5, align=Align.CENTER, group="Trình độ"),
        Column("Chuyên môn", 18, group="Trình độ"),
        Column("LLCT", 14, group="Trình độ"),
        Column("Chức vụ"),
        Column("Khu dân cư", 20),
        Column("Điện thoại", 23),
    )

    def cells(place: int, row: MemberRow) -> tuple[Cell, ...]:
        person = row.person
        sensitive: tuple[Cell, ...] = (person.ethnicity, person.religion, "x" if person.party else None)
        return (
            place,
            person.name,
            _born_as(person, Sex.MALE),
            _born_as(person, Sex.FEMALE),
            *(() if masked else sensitive),
            person.education,
            person.profession,
            person.political_theory,
            posts_of(row),
            row.membership.area,
            person.phone,
        )

    title = Title("DANH SÁCH TRÍCH NGANG", whose.subject)
    table = _table(columns, members, cells, compact=True)
    return _paper(head, title, table, Orientation.LANDSCAPE)


def member_list(head: Head, whose: Whose, members: Sequence[MemberRow]) -> Paper:
    """Danh sách ủy viên with a column to sign in."""
    columns = (
        Column("STT", 11, align=Align.CENTER),
        Column("Họ và tên", 48),
        Column("Chức vụ, đơn vị"),
        Column("Ký tên", 30),
        Column("Ghi chú", 20),
    )

    def cells(place: int, row: MemberRow) -> tuple[Cell, ...]:
        unit = row.membership.represents or row.person.workplace or row.membership.area
        return place, row.person.name, "\n".join(filter(None, (posts_of(row), unit))), "", ""

    title = Title("DANH SÁCH", whose.subject)
    table = _table(columns, members, cells, row_height_mm=_SIGNING_HEIGHT_MM)
    return _paper(head, title, table, Orientation.PORTRAIT)


def directory(head: Head, whose: Whose, members: Sequence[MemberRow]) -> Paper:
    """Danh bạ: names, posts and telephones under their areas."""
    columns = (
        Column("STT", 11, align=Align.CENTER),
        Column("Họ và tên", 46),
        Column("Chức vụ"),
        Column("Điện thoại", 30),
        Column("Địa chỉ", 35),
    )

    def cells(place: int, row: MemberRow) -> tuple[Cell, ...]:
        person = row.person
        phones = "\n".join(filter(None, (person.phone, person.other_phones)))
        return place, person.name, posts_of(row), phones, person.address

    title = Title("DANH BẠ", whose.subject)
    return _paper(head, title, _table(columns, members, cells, areas=True), Orientation.PORTRAIT)


def _table(
    columns: tuple[Column, ...],
    members: Sequence[MemberRow],
    cells: Callable[[int, MemberRow], tuple[Cell, ...]],
    *,
    compact: bool = False,
    row_height_mm: float | None = None,
    areas: bool = False,
) -> Table:
    """A table of members under their bodies, or under their areas; one body alone needs no line of its own."""
    groups = _by_area(members) if areas else by_body(members)
    rows: list[Row | GroupRow] = []
    place = 0
    for name, group in groups:
        if len(groups) > 1:
            rows.append(GroupRow(f"{name} ({len(group)} người)"))
        for row in group:
            place += 1
            rows.append(Row(cells(place, row)))
    return Table(columns, tuple(rows), compact=compact, row_height_mm=row_height_mm)


def _by_area(members: Sequence[MemberRow]) -> list[tuple[str, list[MemberRow]]]:
    groups: dict[str, list[MemberRow]] = {}
    for row in members:
        groups.setdefault(row.membership.area or row.membership.body, []).append(row)
    return list(groups.items())


def _paper(head: Head, title: Title, table: Table, orientation: Orientation) -> Paper:
    blocks: tuple[Block, ...] = (head.letterhead, title)
    blocks = (*blocks, table) if table.rows else nobody(blocks)
    name = f"{title.kind} {title.subject}".replace("\n", " ")
    return Paper(name, head.author, (*blocks, signed(head)), orientation=orientation)


def _born_as(person: PersonRow, sex: Sex) -> str | None:
    """The birth in the column of a sex; who has none recorded stands in the first."""
    return person.born_text if (person.sex or Sex.MALE) is sex else None
