"""Registers out: one that the import takes back unchanged, and one to type into another system from."""

from collections.abc import Callable, Iterable
from typing import Final

from frontdesk.paper import Align, Block, Cell, Column, Orientation, Paper, Row, Table, Title
from frontdesk.petitions.rules.rows import PetitionRow
from frontdesk.petitions.rules.words import (
    CHANNEL_WORDS,
    KIND_WORDS,
    ROUTE_WORDS,
    SECRET_WORDS,
    STATUS_WORDS,
)
from frontdesk.petitions.sheets.words import MASK

_Reader = Callable[[PetitionRow], Cell]
_COLUMNS: Final[tuple[tuple[str, float, _Reader], ...]] = (
    ("Số TT", 1, lambda row: row.book_number or row.number),
    ("Mã đơn", 1.4, lambda row: row.number),
    ("Ngày nhận", 1.2, lambda row: row.received),
    ("Nguồn tiếp nhận", 1.4, lambda row: CHANNEL_WORDS[row.channel]),
    ("Họ tên người gửi", 2, lambda row: SECRET_WORDS if row.secret else row.sender),
    ("Địa chỉ", 2, lambda row: row.sender_address),
    ("Điện thoại", 1.2, lambda row: row.sender_phone),
    ("Người đại diện", 1.5, lambda row: row.representatives),
    ("Khu dân cư", 1.4, lambda row: row.area),
    ("Nội dung", 4, lambda row: row.summary),
    ("Phân loại", 1.1, lambda row: KIND_WORDS[row.kind]),
    ("Lĩnh vực", 1.4, lambda row: row.field),
    ("Số người", 0.8, lambda row: row.people),
    ("Địa điểm", 1.4, lambda row: row.place),
    ("Hướng xử lý", 1.2, lambda row: row.route and ROUTE_WORDS[row.route]),
    ("Cơ quan giải quyết", 2, lambda row: row.forwarded_to),
    ("Ngày chuyển", 1.2, lambda row: row.forwarded),
    ("Số văn bản chuyển", 1.3, lambda row: row.forward_document),
    ("Hạn trả lời", 1.2, lambda row: row.due),
    ("Kết quả giải quyết", 2, lambda row: row.result),
    ("Ngày trả lời", 1.2, lambda row: row.answered),
    ("Số văn bản trả lời", 1.3, lambda row: row.answer_document),
    ("Ngày báo người gửi", 1.2, lambda row: row.told),
    ("Hài lòng", 0.8, lambda row: None if row.satisfied is None else "Có" if row.satisfied else "Không"),
    ("Ý kiến của người gửi", 1.5, lambda row: row.satisfaction),
    ("Tình trạng", 1.4, lambda row: STATUS_WORDS[row.status]),
    ("Hội nghị", 1.3, lambda row: row.meeting),
    ("Ghi chú", 1.5, lambda row: row.remark),
)
_FOR_OTHER_SYSTEMS: Final = (
    "Mã đơn", "Ngày nhận", "Phân loại", "Lĩnh vực", "Họ tên người gửi", "Địa chỉ", "Điện thoại", "Số người", "Nội dung",
    "Khu dân cư", "Hướng xử lý", "Cơ quan giải quyết", "Ngày chuyển", "Hạn trả lời", "Kết quả giải quyết",
    "Ngày trả lời",
)  # fmt: skip


def register(rows: Iterable[PetitionRow], author: str, *, sensitive: bool = False) -> Paper:
    """The register the import takes back; numbers of identity papers are masked unless `sensitive`."""

    def identity(row: PetitionRow) -> Cell:
        return row.sender_identity if sensitive or row.sender_identity is None else MASK

    columns = (*_COLUMNS[:7], ("Số CCCD", 1.2, identity), *_COLUMNS[7:])
    return _paper("SỔ THEO DÕI ĐƠN THƯ, KIẾN NGHỊ, PHẢN ÁNH", "", columns, rows, author)


def for_other_systems(rows: Iterable[PetitionRow], period: str, author: str) -> Paper:
    """What is typed into other systems, in the order their forms ask for it."""
    columns = tuple(column for name in _FOR_OTHER_SYSTEMS for column in _COLUMNS if column[0] == name)
    return _paper("BẢNG KÊ ĐƠN ĐỂ NHẬP VÀO HỆ THỐNG KHÁC", period, columns, rows, author)


def _paper(
    title: str,
    subject: str,
    columns: tuple[tuple[str, float, _Reader], ...],
    rows: Iterable[PetitionRow],
    author: str,
) -> Paper:
    heads = tuple(
        Column(name, weight=weight, align=Align.CENTER if name.startswith("Ngày") else Align.LEFT)
        for name, weight, _read in columns
    )
    lines = tuple(Row(tuple(read(row) for _name, _weight, read in columns)) for row in rows)
    blocks: tuple[Block, ...] = (Title(title, subject, rule=False), Table(heads, lines, compact=True))
    return Paper(title.capitalize(), author, blocks, orientation=Orientation.LANDSCAPE)
