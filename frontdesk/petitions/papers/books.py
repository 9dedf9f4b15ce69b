"""Books and lists over a period."""

from collections.abc import Sequence
from datetime import date

from frontdesk.paper import (
    Align,
    Block,
    Column,
    Letterhead,
    Orientation,
    Paper,
    Paragraph,
    Recipients,
    Row,
    Signatures,
    Signer,
    Table,
    Title,
)
from frontdesk.petitions.papers.parts import sender_with_address
from frontdesk.petitions.rules.rows import PetitionRow
from frontdesk.petitions.rules.words import CHANNEL_WORDS, KIND_WORDS, ROUTE_WORDS, Route
from frontdesk.vietnamese import masked_id

_CENTRED = Align.CENTER


def reception_book(
    petitions: Sequence[PetitionRow],
    head: Letterhead,
    signer: Signer,
    period: str,
    author: str,
    *,
    sensitive: bool = False,
) -> Paper:
    """Sổ tiếp công dân, Mẫu số 03 of Thông tư 04/2021/TT-TTCP: twelve columns, landscape.

    Identity papers stand masked unless `sensitive`; of a denouncer none is known.
    """
    columns = (
        Column("STT", 11, align=_CENTRED),
        Column("Ngày tiếp", 19, align=_CENTRED),
        Column("Họ tên - Địa chỉ", weight=2.2),
        Column("CMND/ CCCD/ Hộ chiếu", 27),
        Column("Nội dung vụ việc", weight=3),
        Column("Phân loại đơn/ Số người", 20, align=_CENTRED),
        Column("Cơ quan đã giải quyết", weight=1.2),
        Column("Thụ lý để giải quyết", 16, align=_CENTRED, group="Hướng xử lý"),
        Column("Trả lại đơn và hướng dẫn", 17, align=_CENTRED, group="Hướng xử lý"),
        Column("Chuyển đơn đến cơ quan có thẩm quyền", weight=1.3, group="Hướng xử lý"),
        Column("Theo dõi kết quả giải quyết", weight=1.6),
        Column("Ghi chú", weight=1),
    )
    rows = tuple(
        Row(
            (
                number, row.received, sender_with_address(row),
                row.sender_identity if sensitive else masked_id(row.sender_identity) or None, row.summary,
                f"{KIND_WORDS[row.kind]}/ {row.people}", row.settled_before, "x" if row.route is Route.ACCEPT else "",
                "x" if row.route in (Route.RETURN, Route.GUIDE) else "",
                row.forwarded_to if row.route is Route.FORWARD else "", _outcome(row), row.remark,
            )
        )
        for number, row in enumerate(petitions, 1)
    )  # fmt: skip
    blocks: tuple[Block, ...] = (
        head,
        Title("SỔ TIẾP CÔNG DÂN", period),
        Table(columns, rows, column_numbers=True, compact=True),
        Signatures((Signer(("NGƯỜI GHI SỔ",)), signer)),
    )
    return Paper("Sổ tiếp công dân", author, blocks, orientation=Orientation.LANDSCAPE)


def register_book(
    petitions: Sequence[PetitionRow], head: Letterhead, signer: Signer, period: str, author: str
) -> Paper:
    """Sổ theo dõi đơn, with the columns offices keep."""
    columns = (
        Column("Số đơn, ngày nhận", 26, align=_CENTRED),
        Column("Nguồn", 17),
        Column("Người gửi, địa chỉ", weight=2),
        Column("Nội dung", weight=3),
        Column("Loại/ Số người", 18, align=_CENTRED),
        Column("Hướng xử lý", 18),
        Column("Cơ quan nhận", weight=1.4),
        Column("Văn bản đi", 23),
        Column("Hạn", 20, align=_CENTRED),
        Column("Văn bản trả lời", 23),
        Column("Kết quả", weight=1.4),
    )
    rows = tuple(
        Row(
            (
                f"{row.number}\n{row.received:%d/%m/%Y}", CHANNEL_WORDS[row.channel], sender_with_address(row),
                row.summary, f"{KIND_WORDS[row.kind]}/ {row.people}",
                "" if row.route is None else ROUTE_WORDS[row.route], row.forwarded_to,
                _dated(row.forward_document, row.forwarded), row.due,
                _dated(row.answer_document, row.answered), row.result,
            )
        )
        for row in petitions
    )  # fmt: skip
    blocks: tuple[Block, ...] = (
        head,
        Title("SỔ THEO DÕI ĐƠN THƯ, KIẾN NGHỊ, PHẢN ÁNH", period),
        Table(columns, rows, column_numbers=True, compact=True),
        Paragraph(f"Cộng: {len(petitions)} đơn.", first_line=False, bold=True),
        Signatures((Signer(("NGƯỜI GHI SỔ",)), signer)),
    )
    return Paper("Sổ theo dõi đơn", author, blocks, orientation=Orientation.LANDSCAPE)


def upward_list(
    petitions: Sequence[PetitionRow], head: Letterhead, signer: Signer, upper: str, period: str, author: str
) -> Paper:
    """The consolidated list of what is above our competence: each stays on it until it is answered."""
    columns = (
        Column("STT", 10, align=_CENTRED),
        Column("Số đơn", 26),
        Column("Ngày nhận", 20, align=_CENTRED),
        Column("Người gửi, địa chỉ", weight=2),
        Column("Nội dung", weight=3.4),
        Column("Lĩnh vực", weight=1.2),
        Column("Cơ quan có thẩm quyền", weight=1.7),
        Column("Ngày chuyển", 20, align=_CENTRED),
        Column("Kết quả", weight=1.6),
    )
    rows = tuple(
        Row(
            (
                number, row.number, row.received, sender_with_address(row), row.summary, row.field, row.forwarded_to,
                row.forwarded, _outcome(row) or "Chưa trả lời",
            )
        )
        for number, row in enumerate(petitions, 1)
    )  # fmt: skip
    waiting = sum(row.answered is None for row in petitions)
    blocks: tuple[Block, ...] = (
        head,
        Title("BẢNG TỔNG HỢP", f"Ý kiến, kiến nghị vượt thẩm quyền gửi cấp trên {period}"),
        Paragraph(f"Kính gửi: {upper}", align=Align.CENTER, first_line=False),
        Table(columns, rows, compact=True),
        Paragraph(
            f"Cộng: {len(petitions)} kiến nghị, trong đó {waiting} chưa có trả lời.", first_line=False, bold=True
        ),
        Signatures((signer,), Recipients(("Như trên", "Lưu: VT"))),
    )
    return Paper("Bảng tổng hợp kiến nghị gửi cấp trên", author, blocks, orientation=Orientation.LANDSCAPE)


def _outcome(row: PetitionRow) -> str:
    if row.answered is None:
        return row.result or ""
    return f"{row.result or 'Đã trả lời'} ({_dated(row.answer_document, row.answered)})"


def _dated(document: str | None, day: date | None) -> str:
    return ", ".join(filter(None, (document, "" if day is None else f"{day:%d/%m/%Y}")))
