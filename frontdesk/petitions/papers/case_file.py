"""The whole case file: cover, line of time, what was decided, and every scan."""

from collections.abc import Sequence
from dataclasses import dataclass

from frontdesk.paper import (
    Align,
    Block,
    Column,
    Enclosure,
    FormLine,
    Heading,
    Letterhead,
    Paper,
    Paragraph,
    Row,
    Signatures,
    Signer,
    Table,
    Title,
)
from frontdesk.petitions.papers.parts import sender_lines
from frontdesk.petitions.rules.flow import STEP_WORDS
from frontdesk.petitions.rules.rows import HistoryRow, PetitionRow
from frontdesk.petitions.rules.words import CHANNEL_WORDS, KIND_WORDS, STATUS_WORDS
from frontdesk.vietnamese import short_date


@dataclass(frozen=True)
class Scan:
    """A file of the case: as a PDF of so many pages, None where it is no scan or cannot be opened (`trouble`)."""

    name: str
    pdf: bytes | None
    pages: int = 0
    trouble: bool = False


def case_file(
    petition: PetitionRow,
    history: Sequence[HistoryRow],
    scans: Sequence[Scan],
    head: Letterhead,
    signer: Signer,
    author: str,
) -> Paper:
    """Cover, line of time, result, list of files, then the pages of each scan under its bookmark."""
    steps = tuple(
        Row((number, row.day, STEP_WORDS.get(row.verb, row.verb), row.text, row.document or row.other, row.user))
        for number, row in enumerate(history, 1)
    )
    blocks: list[Block] = [
        head,
        Title("HỒ SƠ VỤ VIỆC", f"Số {petition.number}"),
        Heading("1. Thông tin chung"),
        *sender_lines(petition),
        FormLine("Loại đơn:", KIND_WORDS[petition.kind]),
        FormLine("Lĩnh vực:", petition.field or ""),
        FormLine("Ngày nhận:", short_date(petition.received)),
        FormLine("Hình thức tiếp nhận:", CHANNEL_WORDS[petition.channel]),
        FormLine("Nơi lưu bản giấy:", petition.paper_place or ""),
        FormLine("Nội dung:", petition.summary),
        FormLine("Tình trạng:", STATUS_WORDS[petition.status]),
        FormLine("Thời hạn:", petition.due_why or ""),
        Heading("2. Quá trình xử lý"),
        Table(
            (
                Column("STT", 10, align=Align.CENTER),
                Column("Ngày", 20, align=Align.CENTER),
                Column("Việc", weight=1.3),
                Column("Nội dung", weight=2.4),
                Column("Văn bản", weight=1.1),
                Column("Người ghi", weight=1.1),
            ),
            steps,
            compact=True,
        ),
        Heading("3. Kết quả"),
        FormLine("Kết quả giải quyết:", petition.result or ""),
        FormLine("Ý kiến của người gửi:", _verdict(petition)),
        Heading("4. Danh mục tài liệu"),
        *(Paragraph(f"{number}. {_listed(scan)}", first_line=False) for number, scan in enumerate(scans, 1)),
        *(() if scans else (Paragraph("Không có tài liệu lưu trong máy.", first_line=False),)),
        Signatures((Signer(("NGƯỜI LẬP HỒ SƠ",)), signer)),
    ]
    enclosures = tuple(
        Enclosure(f"Tài liệu {number}: {scan.name}", scan.pdf)
        for number, scan in enumerate(scans, 1)
        if scan.pdf is not None
    )
    return Paper(f"Hồ sơ {petition.number}", author, tuple(blocks), enclosures=enclosures)


def _listed(scan: Scan) -> str:
    """A line of the list of files: how many pages are enclosed, or why none are."""
    if scan.trouble:
        return f"{scan.name} (không mở được: tệp hỏng hoặc có mật khẩu; xem bản giấy)"
    return f"{scan.name} ({scan.pages} trang)" if scan.pdf is not None else f"{scan.name} (lưu trong máy, không in kèm)"


def _verdict(petition: PetitionRow) -> str:
    if petition.satisfied is None:
        return ""
    verdict = "Hài lòng" if petition.satisfied else "Chưa hài lòng"
    return f"{verdict}. “{petition.satisfaction}”" if petition.satisfaction else verdict
