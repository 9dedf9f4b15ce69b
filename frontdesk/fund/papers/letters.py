"""Thư cảm ơn and giấy ghi nhận for a gift."""

from frontdesk.fund.papers.frame import Frame, centred, quoted
from frontdesk.fund.rules.kinds import VoucherKind
from frontdesk.fund.rules.rows import VoucherRow
from frontdesk.paper import (
    Align,
    Block,
    Letterhead,
    Paper,
    Paragraph,
    Recipients,
    Signatures,
    Signer,
    Space,
    Title,
)
from frontdesk.vietnamese import format_vnd, in_words, law_date


def thanks_paper(row: VoucherRow, letterhead: Letterhead, frame: Frame) -> Paper:
    """Thư cảm ơn for the gift of a receipt or of things."""
    blocks: tuple[Block, ...] = (
        letterhead,
        Title("THƯ CẢM ƠN"),
        centred(f"Kính gửi: {_giver(row)}", bold=True),
        Paragraph(
            f"Thay mặt Ban Vận động {quoted(row.fund)} {frame.commune}, chúng tôi trân trọng cảm ơn "
            f"{_giver(row)} đã ủng hộ {_gift(row)} vào {law_date(row.day)}{_wish(row)}."
        ),
        Paragraph(
            "Tấm lòng của quý vị là nguồn động viên quý báu, giúp các hộ nghèo, hộ cận nghèo, hộ có hoàn cảnh khó khăn "
            f"trên địa bàn {frame.commune} vươn lên trong cuộc sống. Chúng tôi cam kết sử dụng đúng mục đích, "
            "công khai, minh bạch, đến đúng người được hỗ trợ."
        ),
        Paragraph("Kính chúc quý vị sức khỏe, hạnh phúc và thành công. Rất mong tiếp tục nhận được sự đồng hành."),
        Signatures((Signer(frame.head.lines, frame.head.name, ""),), Recipients(("Như trên", "Lưu: VT, BVĐ"))),
    )
    return Paper("Thư cảm ơn", frame.author, blocks)


def acknowledgement_paper(row: VoucherRow, letterhead: Letterhead, frame: Frame) -> Paper:
    """Giấy ghi nhận tấm lòng vàng, naming gift and voucher."""
    blocks: tuple[Block, ...] = (
        letterhead,
        Space(8),
        Title("GIẤY GHI NHẬN"),
        centred(f"BAN VẬN ĐỘNG {quoted(row.fund).upper()} {frame.commune.upper()}", bold=True),
        centred("ghi nhận"),
        centred(_giver(row), bold=True),
        centred(row.address) if row.address else Space(0),
        Paragraph(f"Đã ủng hộ {_gift(row)}{_wish(row)}.", Align.CENTER, first_line=False),
        Paragraph(
            f"Theo {'phiếu thu' if row.kind is VoucherKind.RECEIPT else 'phiếu tiếp nhận'} số {row.number or ''} "
            f"{law_date(row.day)}.",
            Align.CENTER,
            italic=True,
            first_line=False,
        ),
        Space(6),
        Signatures((Signer((), "", ""), Signer(frame.head.lines, frame.head.name, ""))),
    )
    return Paper("Giấy ghi nhận", frame.author, blocks)


def _giver(row: VoucherRow) -> str:
    """Who gave; where a book named nobody, dots to write the name on."""
    return row.counterparty or "…" * 30


def _gift(row: VoucherRow) -> str:
    if row.goods:
        return ", ".join(f"{line.quantity} {line.unit} {line.item}" for line in row.goods)
    words = in_words(row.amount_vnd)
    return f"{quoted(row.fund)} số tiền {format_vnd(row.amount_vnd, 'đồng')} ({words[:1].lower()}{words[1:]})"


def _wish(row: VoucherRow) -> str:
    return f", dành cho {row.reserved_for}" if row.restricted and row.reserved_for else ""
