"""Cash books and bank statements in the shapes that offices and banks give them; all hold the same five movements."""

from typing import Any, Final

from tests.frontdesk.commands.kept import Kept, Rows

_: Final = ""
CLOSING_VND: Final = 7_500_000
_TRUTH: Final = tuple(
    {"date": day, "kind": kind, "amount_vnd": amount, "text": text}
    for day, kind, amount, text in (
        ("2026-01-05", "receipt", 1_000_000, "Bà Mai ủng hộ"),
        ("2026-01-20", "payment", 300_000, "Thăm hộ ốm đau"),
        ("2026-02-03", "receipt", 2_500_000, "Trường THCS ủng hộ"),
        ("2026-02-10", "payment", 1_200_000, "Quà Tết hộ nghèo"),
        ("2026-02-10", "receipt", 500_000, "Khu phố 3 nộp"),
    )
)
_BALANCES: Final = (6_000_000, 5_700_000, 8_200_000, 7_000_000, 7_500_000)
_OPENING: Final = 5_000_000


def _movements() -> list[tuple[str, int, str, int]]:
    """Day as written, amount with its sign, text, balance."""
    signed = [(row, row["amount_vnd"] if row["kind"] == "receipt" else -row["amount_vnd"]) for row in _TRUTH]
    return [
        (f"{row['date'][8:]}/{row['date'][5:7]}/2026", amount, row["text"], balance)
        for (row, amount), balance in zip(signed, _BALANCES, strict=True)
    ]


def _sides(amount: int) -> list[Any]:
    return [amount, _] if amount > 0 else [_, -amount]


def _american(amount: int) -> str:
    return f"{amount:,}"


_FULL: Final = ["Ngày ghi sổ", "Số phiếu thu", "Số phiếu chi", "Diễn giải", "Thu", "Chi", "Tồn"]


def _month(month: str, opening: int) -> Rows:
    lines = [
        [day, _, _, text, *_sides(amount), balance]
        for day, amount, text, balance in _movements()
        if f"/{month}/" in day
    ]
    return [[f"SỔ QUỸ THÁNG {month}/2026"], _FULL, [_, _, _, "Số dư đầu kỳ", _, _, opening], *lines]


def _paged() -> Rows:
    first, second, *rest = ([day, _, _, text, *_sides(amount), balance] for day, amount, text, balance in _movements())
    return [
        ["SỔ QUỸ TIỀN MẶT NĂM 2026"],
        _FULL,
        ["A", "B", "C", "D", 1, 2, 3],
        [_, _, _, "Số dư đầu kỳ", _, _, _OPENING],
        ["Tháng 1"],
        first,
        second,
        [_, _, _, "Cộng phát sinh tháng 1", 1_000_000, 300_000, _],
        [_, _, _, "Cộng mang sang", 1_000_000, 300_000, 5_700_000],
        _FULL,
        [_, _, _, "Số trang trước chuyển sang", 1_000_000, 300_000, 5_700_000],
        ["Tháng 2"],
        *rest,
        [_, _, _, "Lũy kế từ đầu năm", 4_000_000, 1_500_000, CLOSING_VND],
        ["Sổ này có 02 trang, đánh số từ trang 01 đến trang 02"],
        ["Thủ quỹ", _, _, "Kế toán", _, _, "Trưởng ban"],
    ]


def _of_bank(headers: list[str], *, minus: bool = False) -> Rows:
    """A statement: what went out under Nợ, the balances over and under the table, day and time."""
    return [
        ["SAO KÊ TÀI KHOẢN", _, "4812201000000"],
        ["Số dư đầu kỳ/ Opening balance", "5,000,000.00 VND"],
        headers,
        *(
            [
                f"{day} 08:15:22",
                text,
                _american(amount if minus else -amount) if amount < 0 else _,
                _american(amount) if amount > 0 else _,
                _american(balance),
            ]
            for day, amount, text, balance in _movements()
        ),
        ["Số dư cuối kỳ/ Closing balance", "7,500,000.00 VND"],
    ]


def _brought(words: str, came: int, went: int | str, foot: str) -> Rows:
    """A book that begins with what came and went before it, and counts on from there at its foot."""
    return [
        _FULL,
        ["01/01/2026", _, _, words, came, went, _OPENING],
        *([day, _, _, text, *_sides(amount), balance] for day, amount, text, balance in _movements()),
        [_, _, _, foot, came + 4_000_000, (went if isinstance(went, int) else 0) + 1_500_000, CLOSING_VND],
    ]


BOOKS: Final = (
    Kept("last year's balance under Thu", (_brought("Số dư năm trước chuyển sang", _OPENING, _, "Cộng"),), _TRUTH),
    Kept(
        "from its second page on",
        (_brought("Số trang trước chuyển sang", 12_000_000, 7_000_000, "Cộng mang sang"),),
        _TRUTH,
    ),
    Kept("pages, months and totals", (_paged(),), _TRUTH),
    Kept("a sheet for each month", (_month("01", _OPENING), _month("02", 5_700_000)), _TRUTH),
    Kept(
        "one column of signed amounts",
        (
            [
                ["Ngày", "Số CT", "Nội dung", "Số tiền", "Tồn quỹ"],
                [_, _, "Tồn đầu kỳ", _, _OPENING],
                *(
                    [day, _, text, f"({-amount:,})" if amount < 0 else amount, balance]
                    for day, amount, text, balance in _movements()
                ),
                [_, _, "Tồn cuối kỳ", _, CLOSING_VND],
            ],
        ),
        _TRUTH,
    ),
    Kept(
        "a column that says Thu or Chi",
        (
            [
                ["Ngày", "Loại", "Lý do", "Số tiền", "Còn lại"],
                [_, _, "Dư đầu kỳ", "5.000.000 đ", _],
                *(
                    [day, "Thu" if amount > 0 else "Chi", text, f"{abs(amount):,} đ".replace(",", "."), balance]
                    for day, amount, text, balance in _movements()
                ),
            ],
        ),
        _TRUTH,
    ),
    Kept(
        "amounts whose side only the balance tells",
        (
            [
                ["SỔ QUỸ NĂM 2026"],
                ["Số dư đầu kỳ: 5.000.000 đồng"],
                ["Ngày", "Nội dung", "Số tiền", "Tồn"],
                *([day[:5], text, abs(amount), balance] for day, amount, text, balance in _movements()),
            ],
        ),
        _TRUTH,
    ),
    Kept(
        "the keeper's Nợ and Có",
        (
            [
                ["SỔ CHI TIẾT TÀI KHOẢN 111"],
                ["Ngày", "Diễn giải", "Nợ", "Có", "Số dư"],
                [_, "Số dư đầu kỳ", _, _, _OPENING],
                *([day, text, *_sides(amount), balance] for day, amount, text, balance in _movements()),
            ],
        ),
        _TRUTH,
    ),
    Kept(
        "the bank's Nợ and Có",
        (_of_bank(["Ngày giao dịch", "Nội dung giao dịch", "Phát sinh nợ", "Phát sinh có", "Số dư"]),),
        _TRUTH,
        account="bank",
    ),
    Kept(
        "the bank's Debit with its minus",
        (
            _of_bank(
                ["Ngày GD\nDate", "Diễn giải\nDescription", "Nợ\nDebit", "Có\nCredit", "Số dư\nBalance"], minus=True
            ),
        ),
        _TRUTH,
        account="bank",
    ),
    Kept(
        "thousands of đồng",
        (
            [
                ["SỔ QUỸ NĂM 2026"],
                [_, _, _, _, "Đơn vị tính: nghìn đồng"],
                ["Ngày", "Diễn giải", "Thu", "Chi", "Tồn"],
                [_, "Số dư đầu năm", _, _, _OPENING / 1000],
                *(
                    [
                        day,
                        text,
                        *(side and side / 1000 for side in _sides(amount)),
                        f"{balance // 1000:,}".replace(",", "."),
                    ]
                    for day, amount, text, balance in _movements()
                ),
            ],
        ),
        _TRUTH,
    ),
    Kept(
        "a statement that begins with its last day",
        (
            [
                ["Ngày giao dịch", "Nội dung", "Ghi nợ", "Ghi có", "Số dư"],
                *reversed(
                    [
                        [_, "Số dư đầu kỳ", _, _, _OPENING],
                        *(
                            [f"{day} 15:30:12", text, *reversed(_sides(amount)), balance]
                            for day, amount, text, balance in _movements()
                        ),
                    ]
                ),
            ],
        ),
        _TRUTH,
        account="bank",
    ),
    Kept(
        "each day in the first of its rows",
        (
            [
                ["Ngày", "Diễn giải", "Thu", "Chi", "Tồn"],
                [_, "Số dư đầu kỳ", _, _, _OPENING],
                ["05/01/2026", "Bà Mai ủng hộ", 2_000_000, _, 7_000_000],
                [_, "Ông Sơn ủng hộ", 1_000_000, _, 8_000_000],
                [_, "Tặng quà", _, 400_000, 7_600_000],
                ["06/01/2026", "Mua gạo", _, 100_000, CLOSING_VND],
            ],
        ),
        (
            {"date": "2026-01-05", "kind": "payment", "amount_vnd": 400_000, "text": "Tặng quà"},
            {"date": "2026-01-05", "kind": "receipt", "amount_vnd": 2_000_000, "text": "Bà Mai ủng hộ"},
            {"date": "2026-01-05", "kind": "receipt", "amount_vnd": 1_000_000, "text": "Ông Sơn ủng hộ"},
            {"date": "2026-01-06", "kind": "payment", "amount_vnd": 100_000, "text": "Mua gạo"},
        ),
    ),
)
