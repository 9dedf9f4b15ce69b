"""Registers of petitions as offices of several kinds keep them, each with what a careful clerk reads in it."""

from datetime import date
from typing import Any, Final

from tests.frontdesk.commands.kept import Kept

_: Final = ""


def petition(
    book_number: str, received: str, kind: str, sender: str | None, people: int, **more: Any
) -> dict[str, Any]:
    """What the list says of a petition."""
    return {"book_number": book_number, "received": received, "kind": kind, "sender": sender, "people": people, **more}


_TWELVE: Final = [
    "STT",
    "Ngày tiếp",
    "Họ tên - Địa chỉ",
    "Số CCCD",
    "Nội dung vụ việc",
    "Phân loại đơn/Số người",
    "Cơ quan đã giải quyết",
]
_SHORT: Final = [
    "Số TT",
    "Ngày nhận",
    "Họ tên, địa chỉ người gửi",
    "Nội dung",
    "Phân loại",
    "Cơ quan giải quyết",
    "Ngày chuyển",
    "Kết quả",
    "Ngày trả lời",
]
_VOTERS: Final = [
    "TT",
    "Ngày tiếp nhận",
    "Người kiến nghị",
    "Nội dung kiến nghị",
    "Cơ quan xử lý",
    "Ngày chuyển",
    "Thời hạn giải quyết",
    "Tình trạng",
]
_ON_TENTH: Final = date(2026, 6, 10)

REGISTERS: Final = (
    Kept(
        "the form of twelve columns",
        (
            [
                ["SỔ TIẾP CÔNG DÂN NĂM 2026"],
                [*_TWELVE, "Hướng xử lý", _, _, "Theo dõi kết quả giải quyết", "Ghi chú"],
                [
                    *[_] * 7,
                    "Thụ lý để giải quyết",
                    "Trả lại đơn và hướng dẫn",
                    "Chuyển đơn đến cơ quan có thẩm quyền",
                    _,
                    _,
                ],
                list(range(1, 13)),
                [
                    1,
                    "5/1",
                    "Trần Văn Hòa - Khu phố 1",
                    "042060001234",
                    "Sửa đường",
                    "Kiến nghị/1",
                    _,
                    _,
                    _,
                    "UBND phường",
                    _,
                    _,
                ],
                [2, "5/1", "Nguyễn Thị Lý - Khu phố 4", _, "Bồi thường", "Khiếu nại/3", "UBND phường", _, "x", _, _, _],
                [3, "12/01/2026", "Lê Công - Khu phố 2", _, "Gây ồn", "Phản ánh/5", _, "x", _, _, "Đã giải quyết", _],
                [
                    4,
                    "12/01/2026",
                    "Phạm Kín - Khu phố 9",
                    "042060009999",
                    "Thu sai",
                    "Tố cáo/1",
                    _,
                    _,
                    _,
                    "Công an phường",
                    _,
                    _,
                ],
            ],
        ),
        (
            petition("1", "2026-01-05", "proposal", "Trần Văn Hòa", 1, route="forward", forwarded_to="UBND phường"),
            petition("2", "2026-01-05", "complaint", "Nguyễn Thị Lý", 3, route="return", forwarded_to=None),
            petition("3", "2026-01-12", "report", "Lê Công", 5, route="accept", status="answered"),
            petition("4", "2026-01-12", "denunciation", None, 1, forwarded_to="Công an phường"),
        ),
        ("H2:J2", *(f"{letter}2:{letter}3" for letter in "ABCDEFGKL")),
    ),
    Kept(
        "groups of senders, nobody, a day that is none",
        (
            [
                ["SỔ THEO DÕI ĐƠN THƯ"],
                _SHORT,
                [1, "02/3/2026", "Trần Văn An và 12 hộ dân", "Nạo vét mương", "Kiến nghị", "UBND xã", "4/3/2026", _, _],
                [2, "03/3/2026", "Tập thể 25 hộ dân, Thôn Đông Hòa", "Mở đường", "KN-PA", _, _, _, _],
                [3, "04/3/2026", "Nặc danh", "Đổ rác", "PHẢN ÁNH", _, _, _, _],
                [
                    4,
                    "05/3/2026",
                    "Đơn không ghi tên",
                    "Đèn hỏng",
                    "phản ánh ",
                    "UBND xã",
                    "6/3/2026",
                    "Đã trả lời",
                    "20/3/2026",
                ],
                [5, "31/04/2026", "Trần Sai Ngày, KP 1", "Xin nước", "Kiến nghị", _, _, _, _],
                ["Tổng cộng: 05 đơn"],
            ],
        ),
        (
            petition(
                "1",
                "2026-03-02",
                "proposal",
                "Trần Văn An và 12 hộ dân",
                13,
                forwarded_to="UBND xã",
                forwarded="2026-03-04",
            ),
            petition("2", "2026-03-03", "report", "Tập thể 25 hộ dân", 25, area="Thôn Đông Hòa"),
            petition("3", "2026-03-04", "report", None, 1),
            petition("4", "2026-03-05", "report", None, 1, answered="2026-03-20"),
        ),
        rejected=1,
    ),
    Kept(
        "voters' proposals, settled in many words",
        (
            [
                ["SỔ THEO DÕI KIẾN NGHỊ CỦA CỬ TRI"],
                _VOTERS,
                *(
                    [at, date(2026, 6, at), f"Cử Tri {name}", f"Việc {name}", "Đảng ủy", _ON_TENTH, "30/6/2026", said]
                    for at, (name, said) in enumerate(
                        (
                            ("Ất", "Đã giải quyết xong"),
                            ("Bính", "Đang giải quyết"),
                            ("Đinh", "Chưa có kết quả"),
                            ("Giáp", "Đã trả lời tại Công văn số 45/UBND ngày 18/6/2026"),
                        ),
                        1,
                    )
                ),
            ],
        ),
        (
            petition("1", "2026-06-01", "proposal", "Cử Tri Ất", 1, status="answered", due="2026-06-30"),
            petition("2", "2026-06-02", "proposal", "Cử Tri Bính", 1, status="forwarded", forwarded="2026-06-10"),
            petition("3", "2026-06-03", "proposal", "Cử Tri Đinh", 1, status="forwarded"),
            petition("4", "2026-06-04", "proposal", "Cử Tri Giáp", 1, status="answered", answered="2026-06-18"),
        ),
    ),
    Kept(
        "a sheet for each month",
        tuple(
            [
                [f"SỔ THEO DÕI ĐƠN THƯ THÁNG {month}/2026"],
                _SHORT,
                [1, f"4/{month}", f"{name}, Khu phố {month}", "Xin cấp đất", "Kiến nghị", _, _, _, _],
            ]
            for month, name in ((1, "Đào Duy Từ"), (2, "Đào Duy Anh"))
        ),
        (
            petition("1", "2026-01-04", "proposal", "Đào Duy Từ", 1, area="Khu phố 1"),
            petition("1", "2026-02-04", "proposal", "Đào Duy Anh", 1, area="Khu phố 2"),
        ),
    ),
)
