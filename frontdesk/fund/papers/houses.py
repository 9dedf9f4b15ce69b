"""The papers of a Great Unity house: survey, decision, acceptance, handing over of the money."""

from collections.abc import Callable
from typing import Final

from frontdesk.fund.papers.frame import Frame, quoted, spelled
from frontdesk.fund.papers.lists import CATEGORY_WORDS
from frontdesk.fund.rules.kinds import VI_NGUOI_NGHEO, HouseWork, MoneySource
from frontdesk.fund.rules.works import HouseRow
from frontdesk.paper import (
    Align,
    Block,
    Column,
    FormLine,
    Letterhead,
    Numbered,
    PageBreak,
    Paper,
    Paragraph,
    Recipients,
    Row,
    Signatures,
    Signer,
    Table,
    Title,
)
from frontdesk.vietnamese import format_vnd, law_date, masked_id

_WORKS: Final = {HouseWork.NEW: "xây mới", HouseWork.REPAIR: "sửa chữa"}
_SOURCES: Final = {
    MoneySource.CENTRAL: "Trung ương",
    MoneySource.PROVINCE: "Cấp tỉnh",
    MoneySource.COMMUNE: "Cấp xã",
    MoneySource.DIRECT: "Ủng hộ trực tiếp",
    MoneySource.FAMILY: "Gia đình, dòng họ",
}
_NOTE: Final = "(ký, ghi rõ họ tên)"


def house_papers(row: HouseRow, citizen_id: str | None, letterhead: Callable[..., Letterhead], frame: Frame) -> Paper:
    """The four papers in one file; what is not known yet is left to be filled in by hand.

    `letterhead` gives the head of a paper for its kind ("QĐ") and day.
    """
    blocks: list[Block] = []
    for part in (_survey, _decision, _acceptance, _handing_over):
        if blocks:
            blocks.append(PageBreak())
        blocks += part(row, citizen_id, letterhead, frame)
    return Paper(f"Hồ sơ nhà Đại đoàn kết {row.number}", frame.author, tuple(blocks))


def _household(row: HouseRow, citizen_id: str | None) -> tuple[Block, ...]:
    return (
        FormLine("Chủ hộ:", row.head),
        FormLine("Số căn cước:", masked_id(citizen_id)),
        FormLine("Nơi ở:", row.area),
        FormLine("Đối tượng:", CATEGORY_WORDS[row.category] if row.category else ""),
        FormLine("Hình thức hỗ trợ:", _WORKS[row.work]),
    )


def _survey(
    row: HouseRow, citizen_id: str | None, letterhead: Callable[..., Letterhead], frame: Frame
) -> tuple[Block, ...]:
    signers = ("CHỦ HỘ", "BÍ THƯ CHI BỘ", "TRƯỞNG KHU DÂN CƯ", "TRƯỞNG BAN CTMT")
    return (
        letterhead("", row.surveyed),
        Title("PHIẾU KHẢO SÁT", "Nhu cầu hỗ trợ nhà ở Đại đoàn kết"),
        *_household(row, citizen_id),
        FormLine("Hiện trạng nhà ở:", row.condition, lines=3),
        FormLine("Nguyện vọng, khả năng của gia đình:", "", lines=2),
        FormLine("Ý kiến của khu dân cư:", "", lines=2),
        Signatures(tuple(Signer((line,), row.head if line == "CHỦ HỘ" else "", _NOTE) for line in signers)),
    )


def _decision(
    row: HouseRow, citizen_id: str | None, letterhead: Callable[..., Letterhead], frame: Frame
) -> tuple[Block, ...]:
    amount = dict(row.sources).get(MoneySource.COMMUNE)
    support = f"{format_vnd(amount, 'đồng')} ({spelled(amount).lower()})" if amount else "…… đồng"
    head = row.category and CATEGORY_WORDS[row.category].lower()
    return (
        letterhead("QĐ", row.approved, row.approval),
        Title("QUYẾT ĐỊNH", "Về việc phê duyệt hỗ trợ nhà ở Đại đoàn kết"),
        Paragraph(f"TRƯỞNG BAN VẬN ĐỘNG {quoted(VI_NGUOI_NGHEO).upper()}", Align.CENTER, bold=True, first_line=False),
        Paragraph("Căn cứ Quyết định số 1198/QĐ-MTTW-ĐCT ngày 29 tháng 12 năm 2016 của Đoàn Chủ tịch Ủy ban Trung ương "
                  "MTTQ Việt Nam về Quy chế vận động, quản lý và sử dụng Quỹ “Vì người nghèo”;", italic=True),
        Paragraph("Xét kết quả khảo sát và đề nghị của Ban Công tác Mặt trận khu dân cư,", italic=True),
        Paragraph("QUYẾT ĐỊNH:", Align.CENTER, bold=True, first_line=False),
        Paragraph(f"Điều 1. Hỗ trợ {head or 'hộ'} {row.head}, {row.area}, {_WORKS[row.work]} nhà ở Đại đoàn kết với số "
                  f"tiền {support} từ {quoted(VI_NGUOI_NGHEO)}."),
        Paragraph("Điều 2. Kế toán, thủ quỹ Ban Vận động, Ban Công tác Mặt trận khu dân cư và hộ gia đình có tên tại "
                  "Điều 1 chịu trách nhiệm thi hành Quyết định này."),
        Signatures((frame.head,), Recipients(("Như Điều 2", "Lưu: VT, BVĐ"))),
    )  # fmt: skip


def _acceptance(
    row: HouseRow, citizen_id: str | None, letterhead: Callable[..., Letterhead], frame: Frame
) -> tuple[Block, ...]:
    done = row.handed_over is not None
    parts = (("Nền cứng", row.hard_floor), ("Khung, tường cứng", row.hard_frame), ("Mái cứng", row.hard_roof))
    columns = (Column("Nguồn kinh phí"), Column("Số tiền (đồng)", 45, align=Align.RIGHT))
    rows = tuple(Row((_SOURCES[source], amount)) for source, amount in row.sources)
    empty = tuple(Row((word, None)) for word in _SOURCES.values())
    return (
        letterhead("BB", row.handed_over),
        Title("BIÊN BẢN", "Nghiệm thu hoàn thành nhà ở Đại đoàn kết"),
        *_household(row, citizen_id),
        FormLine("Ngày khởi công:", law_date(row.started) if row.started else ""),
        FormLine("Diện tích:", f"{row.area_m2} m²" if row.area_m2 else ""),
        Paragraph("Chất lượng “03 cứng”:", first_line=False),
        Numbered(tuple(f"{name}: {('đạt' if good else 'chưa đạt') if done else '…………'}" for name, good in parts)),
        FormLine("Tổng giá trị ngôi nhà:", format_vnd(row.total_vnd, "đồng") if row.total_vnd else ""),
        Table(columns, rows or empty, Row(("Cộng", row.funded_vnd or None))),
        FormLine("Kết luận:", "", lines=2),
        Signatures(tuple(Signer((line,), "", _NOTE) for line in ("CHỦ HỘ", "TRƯỞNG BAN CTMT", "TM. BAN VẬN ĐỘNG"))),
    )


def _handing_over(
    row: HouseRow, citizen_id: str | None, letterhead: Callable[..., Letterhead], frame: Frame
) -> tuple[Block, ...]:
    amount = dict(row.sources).get(MoneySource.COMMUNE)
    return (
        letterhead("BB", row.handed_over),
        Title("BIÊN BẢN", "Bàn giao tiền hỗ trợ nhà ở Đại đoàn kết"),
        Paragraph("I. Bên giao:", bold=True, first_line=False),
        FormLine("Ông/Bà:", frame.head.name),
        FormLine("Chức vụ:", "Trưởng Ban Vận động"),
        Paragraph("II. Bên nhận:", bold=True, first_line=False),
        *_household(row, citizen_id)[:3],
        Paragraph("III. Bên làm chứng:", bold=True, first_line=False),
        FormLine("Ông/Bà:", ""),
        Paragraph("IV. Nội dung bàn giao:", bold=True, first_line=False),
        FormLine("Số tiền:", format_vnd(amount, "đồng")),
        FormLine("(Viết bằng chữ):", spelled(amount)),
        Paragraph("Bên nhận đã nhận đủ số tiền trên và cam kết sử dụng đúng mục đích. Biên bản được lập thành 02 bản, "
                  "mỗi bên giữ 01 bản, có giá trị như nhau."),
        Signatures(tuple(Signer((line,), "", _NOTE) for line in ("BÊN NHẬN", "BÊN LÀM CHỨNG", "BÊN GIAO"))),
    )  # fmt: skip
