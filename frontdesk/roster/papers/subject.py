"""Everything the office keeps about one person, for that person (Luật 91/2025/QH15: the data subject's rights)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from frontdesk.paper import Align, Block, Cell, Column, Heading, Paper, Paragraph, Row, Table, Title
from frontdesk.roster.kinds import HOW_CHOSEN_WORDS, LEVEL_WORDS, WHY_ENDED_WORDS, Sex
from frontdesk.roster.papers.common import Head, signed
from frontdesk.roster.rules.merits import CommendationRow, TurnRow, VisitRow
from frontdesk.roster.rules.rows import MembershipRow, PersonRow
from frontdesk.vietnamese import short_date

_SEX_WORDS: Final = {Sex.MALE: "Nam", Sex.FEMALE: "Nữ"}
_HIDDEN: Final = "(không in)"
_CHECK_FIRST: Final = (
    "Các hồ sơ này chỉ ghi họ tên, chưa xác định là của ông/bà có tên trên. Cán bộ đối chiếu từng hồ sơ trước khi "
    "cung cấp nội dung."
)
_DEED_WORDS: Final = {
    "roster.admit": "Đưa vào danh sách",
    "roster.import_sheet": "Nhập từ bảng tính",
    "roster.undo_import": "Hoàn tác nhập bảng tính",
    "roster.correct": "Sửa thông tin",
    "roster.edit_people": "Sửa thông tin nhiều người",
    "roster.withdraw_person": "Rút khỏi danh sách",
    "roster.reinstate_person": "Đưa lại vào danh sách",
    "roster.join_people": "Nhập hai hồ sơ của một người",
    "roster.blank_person": "Xóa dữ liệu cá nhân",
    "roster.show_sensitive": "Xem thông tin nhạy cảm",
}


@dataclass(frozen=True)
class HistoryRow:
    """One line of the journal about a person: when, who, which deed."""

    at: datetime
    user: str
    deed: str


@dataclass(frozen=True)
class Dossier:
    """All that is kept about one person."""

    person: PersonRow
    turns: Sequence[TurnRow] = ()
    commendations: Sequence[CommendationRow] = ()
    visits: Sequence[VisitRow] = ()
    files: Sequence[str] = ()
    links: Sequence[str] = ()
    history: Sequence[HistoryRow] = ()
    namesakes: Sequence[str] = ()
    """What is kept under the same name alone, and may be somebody else's: where it stands, never what it says."""


def deed_word(deed: str) -> str:
    """What a deed is called on paper."""
    return _DEED_WORDS.get(deed, "Cập nhật")


def subject_paper(head: Head, dossier: Dossier) -> Paper:
    """The whole dossier as a paper; masked columns say that they were not printed."""
    person = dossier.person
    blocks: list[Block] = [
        head.letterhead,
        Title("THÔNG TIN CÁ NHÂN", f"Dữ liệu đang lưu về ông/bà {person.name}"),
        Heading("1. Thông tin chung"),
        Table((Column("Mục", 50), Column("Nội dung")), tuple(Row(line) for line in _facts(person))),
        Heading("2. Tổ chức, chức vụ"),
        _table(_POSTS, [_post(held) for held in person.memberships]),
        Heading("3. Bồi dưỡng, tập huấn"),
        _table(_TURNS, [(turn.course, turn.since, turn.result) for turn in dossier.turns]),
        Heading("4. Khen thưởng"),
        _table(_PRAISE, [_praise(each) for each in dossier.commendations]),
        Heading("5. Học tập kinh nghiệm"),
        _table(_VISITS, [(visit.day, visit.place, visit.purpose) for visit in dossier.visits]),
        Heading("6. Hồ sơ, tài liệu liên quan"),
        _list([*dossier.files, *dossier.links]),
        Heading("7. Hồ sơ chỉ trùng họ tên, có thể là của người khác"),
        *_namesakes(dossier.namesakes),
        Heading("8. Lịch sử cập nhật"),
        _table(_HISTORY, [(row.at.strftime("%d/%m/%Y %H:%M"), row.user, row.deed) for row in dossier.history]),
    ]
    return Paper(f"Thông tin cá nhân {person.number}", head.author, (*blocks, signed(head)))


_POSTS: Final = (
    Column("Tổ chức"),
    Column("Chức vụ", 34),
    Column("Từ ngày", 24, align=Align.CENTER),
    Column("Đến ngày", 24, align=Align.CENTER),
    Column("Quyết định, hình thức, lý do thôi", 44),
)
_TURNS: Final = (Column("Lớp"), Column("Ngày", 26, align=Align.CENTER), Column("Kết quả", 40))
_PRAISE: Final = (Column("Hình thức", 45), Column("Thành tích"), Column("Quyết định", 45))
_VISITS: Final = (Column("Ngày", 26, align=Align.CENTER), Column("Nơi đến", 50), Column("Nội dung"))
_HISTORY: Final = (Column("Thời gian", 42), Column("Người thực hiện", 50), Column("Việc"))


def _facts(person: PersonRow) -> list[tuple[Cell, Cell]]:
    hidden = _HIDDEN if person.masked else None
    party = hidden or {True: "Đảng viên", False: "Chưa là đảng viên", None: ""}[person.party]
    withdrawn = short_date(person.withdrawn) if person.withdrawn else None
    return [
        ("Mã số", person.number),
        ("Họ và tên", person.name),
        ("Tên dùng để sắp xếp", person.sort_name),
        ("Giới tính", _SEX_WORDS[person.sex] if person.sex else None),
        ("Ngày, tháng, năm sinh", person.born_text),
        ("Dân tộc", hidden or person.ethnicity),
        ("Tôn giáo", hidden or person.religion),
        ("Đảng viên", party),
        ("Ngày vào Đảng", hidden or person.party_since),
        ("Trình độ văn hóa", person.education),
        ("Trình độ chuyên môn", person.profession),
        ("Lý luận chính trị", person.political_theory),
        ("Nghề nghiệp", person.occupation),
        ("Đơn vị công tác", person.workplace),
        ("Điện thoại", ", ".join(filter(None, (person.phone, person.other_phones)))),
        ("Địa chỉ", person.address),
        ("Ghi chú", person.note),
        ("Rút khỏi danh sách", " - ".join(filter(None, (withdrawn, person.withdrawn_why)))),
    ]


def _post(held: MembershipRow) -> tuple[Cell, ...]:
    decision_day = f"ngày {short_date(held.decision_date)}" if held.decision_date else None
    words = (
        held.decision_number,
        decision_day,
        HOW_CHOSEN_WORDS[held.chosen] if held.chosen else None,
        WHY_ENDED_WORDS[held.ended_why] if held.ended_why else None,
        held.ended_note,
    )
    body = "\n".join(filter(None, (held.body, held.term, held.represents)))
    return body, held.post, held.since, held.until, "; ".join(filter(None, words))


def _praise(row: CommendationRow) -> tuple[Cell, ...]:
    decision = " ".join(filter(None, (row.decision_number, _day(row.decision_date))))
    return f"{row.form} ({LEVEL_WORDS[row.level]})", row.merit, decision


def _day(day: date) -> str:
    return f"ngày {short_date(day)}"


def _table(columns: tuple[Column, ...], rows: Sequence[tuple[Cell, ...]]) -> Block:
    return Table(columns, tuple(Row(row) for row in rows)) if rows else Paragraph("Không có.", italic=True)


def _namesakes(lines: Sequence[str]) -> list[Block]:
    if not lines:
        return [_list(lines)]
    return [Paragraph(_CHECK_FIRST, italic=True), _list(lines)]


def _list(lines: Sequence[str]) -> Block:
    return (
        Table((Column("Tài liệu"),), tuple(Row((line,)) for line in lines))
        if lines
        else Paragraph("Không có.", italic=True)
    )
