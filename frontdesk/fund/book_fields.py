"""What a cash book may hold, and how offices and banks head its columns."""

from typing import Final

from frontdesk.fund import particulars_sheet
from frontdesk.sheet import FieldSpec, Kind

FIELDS: Final = (
    FieldSpec(
        "day",
        (
            "Ngày ghi sổ",
            "Ngày tháng ghi sổ",
            "Ngày vào sổ",
            "Ngày tháng",
            "Ngày",
            "Ngày giao dịch",
            "Ngày GD",
            "Ngày hạch toán",
            "Ngày hiệu lực",
        ),
        needed=True,
        kind=Kind.DAY,
        instead=("document_day",),
    ),
    FieldSpec(
        "receipt_number",
        ("Số phiếu thu", "Phiếu thu", "Số hiệu chứng từ / Thu", "Số chứng từ / Thu", "Chứng từ / Thu", "Số PT", "PT"),
    ),
    FieldSpec(
        "payment_number",
        ("Số phiếu chi", "Phiếu chi", "Số hiệu chứng từ / Chi", "Số chứng từ / Chi", "Chứng từ / Chi", "Số PC", "PC"),
    ),
    FieldSpec(
        "number",
        (
            "Số chứng từ",
            "Số hiệu chứng từ",
            "Số CT",
            "Số hiệu",
            "Số phiếu",
            "Chứng từ / Số hiệu",
            "Số bút toán",
            "Số tham chiếu",
            "Mã giao dịch",
            "Mã GD",
        ),
    ),
    FieldSpec(
        "document_day",
        ("Ngày CT", "Ngày chứng từ", "Ngày tháng chứng từ", "Chứng từ / Ngày", "Chứng từ / Ngày tháng"),
        kind=Kind.DAY,
    ),
    FieldSpec(
        "text",
        (
            "Diễn giải",
            "Nội dung",
            "Nội dung thu chi",
            "Trích yếu",
            "Lý do",
            "Nội dung giao dịch",
            "Nội dung chi tiết",
            "Mô tả",
        ),
        needed=True,
    ),
    FieldSpec(
        "counterparty",
        ("Người nộp, nhận", "Người nộp/nhận", "Người nộp tiền", "Người nhận tiền", "Họ tên người nộp, người nhận"),
    ),
    FieldSpec(
        "came",
        (
            "Thu",
            "Số tiền / Thu",
            "Số tiền thu",
            "Thu vào",
            "Gửi vào",
            "Số tiền / Gửi vào",
            "Phát sinh / Thu",
            "Tiền vào",
            "Nợ",
            "Phát sinh nợ",
            "Ghi nợ",
            "Số tiền ghi nợ",
            "Debit",
        ),
        needed=True,
        kind=Kind.MONEY,
        instead=("amount",),
    ),
    FieldSpec(
        "went",
        (
            "Chi",
            "Số tiền / Chi",
            "Số tiền chi",
            "Chi ra",
            "Rút ra",
            "Số tiền / Rút ra",
            "Phát sinh / Chi",
            "Tiền ra",
            "Có",
            "Phát sinh có",
            "Ghi có",
            "Số tiền ghi có",
            "Credit",
        ),
        needed=True,
        kind=Kind.MONEY,
        instead=("amount",),
    ),
    FieldSpec("amount", ("Số tiền", "Số tiền giao dịch", "Số tiền phát sinh", "Phát sinh", "Amount"), kind=Kind.MONEY),
    FieldSpec("side", ("Loại", "Thu/Chi", "Loại phiếu", "Loại chứng từ", "Loại giao dịch", "Nợ/Có")),
    FieldSpec(
        "balance",
        (
            "Tồn",
            "Số tiền / Tồn",
            "Tồn quỹ",
            "Còn lại",
            "Số tiền / Còn lại",
            "Số dư",
            "Số tồn",
            "Số tiền tồn",
            "Số tiền còn lại",
            "Tồn cuối",
            "Số dư sau giao dịch",
            "Số dư cuối",
            "Balance",
        ),
        needed=True,
        kind=Kind.MONEY,
    ),
    FieldSpec("other", ("Nguồn, mục chi", "Nguồn thu, mục chi", "Nguồn thu / mục chi", "Khoản mục")),
    FieldSpec("note", ("Ghi chú",)),
    *particulars_sheet.FIELDS,
)
CAME: Final = frozenset(("thu", "phieu thu", "pt", "t", "co", "c", "ghi co", "credit", "cr", "nop", "gui", "vao"))
WENT: Final = frozenset(("chi", "phieu chi", "pc", "no", "d", "ghi no", "debit", "dr", "rut", "ra"))
"""Words of a column that says of each amount whether it came in or went out."""
