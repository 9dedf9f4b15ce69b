"""Rosters and registers that say by where things stand what their words leave out, each read with care."""

import csv
import io
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from tests.frontdesk.commands.kept import Kept, person
from tests.frontdesk.commands.kept_registers import petition

_: Final = ""
_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"


def _windows_csv(path: Path, *sheets: Sequence[Sequence[Any]], merges: Sequence[str] = ()) -> Path:
    """A csv as Excel saves it on a Vietnamese Windows: semicolons, code page 1258 with its tones apart."""
    assert len(sheets) == 1
    assert not merges
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(sheets[0])
    letters = (unicodedata.normalize("NFD", letter) for letter in unicodedata.normalize("NFC", out.getvalue()))
    apart = "".join(
        unicodedata.normalize("NFC", "".join(mark for mark in letter if mark not in _TONES))
        + "".join(mark for mark in letter if mark in _TONES)
        for letter in letters
    )
    saved = path.with_suffix(".csv")
    saved.write_bytes(apart.encode("cp1258"))
    return saved


_AN: Final = person("Nguyễn Văn An", None, 1968, ("Thôn Đông", "Trưởng ban"))
_HA: Final = person("Trần Thị Thu Hà", None, 1975, ("Thôn Đông", "Phó ban"))

ROSTERS: Final = (
    Kept(
        "a name in three columns",
        (
            [
                ["STT", "Họ", "Tên đệm", "Tên", "Năm sinh", "Chức vụ", "Thôn"],
                [1, "Nguyễn", "Văn", "An", 1968, "Trưởng ban", "Thôn Đông"],
                [2, "Trần", "Thị Thu", "Hà", 1975, "Phó ban", "Thôn Đông"],
                [3, "Lê", _, "Bình", 1960, "Ủy viên", "Thôn Đông"],
            ],
        ),
        (_AN, _HA, person("Lê Bình", None, 1960, ("Thôn Đông", "Ủy viên"))),
    ),
    Kept(
        "the given name before the rest",
        (
            [
                ["TT", "Tên", "Họ và đệm", "Năm sinh", "Chức vụ", "Thôn"],
                [1, "An", "Nguyễn Văn", 1968, "Trưởng ban", "Thôn Đông"],
                [2, "Hà", "Trần Thị Thu", 1975, "Phó ban", "Thôn Đông"],
            ],
        ),
        (_AN, _HA),
    ),
    Kept(
        "two tables of other columns under one another",
        (
            [
                ["A. BAN CÔNG TÁC MẶT TRẬN KHU PHỐ 1"],
                ["STT", "Họ và tên", "Năm sinh", "Chức vụ"],
                [1, "Nguyễn Văn An", 1968, "Trưởng ban"],
                [2, "Trần Thị Thu Hà", 1975, "Ủy viên"],
                [_, "Cộng: 02 người"],
                [],
                ["B. BAN CÔNG TÁC MẶT TRẬN KHU PHỐ 2"],
                ["STT", "Chức vụ", "Họ và tên", "Điện thoại", "Năm sinh"],
                [1, "Trưởng ban", "Lê Bình", "0912345678", 1960],
                [2, "Phó ban", "Lê Cường", _, 1961],
            ],
        ),
        (
            person("Nguyễn Văn An", None, 1968, ("Khu phố 1", "Trưởng ban")),
            person("Trần Thị Thu Hà", None, 1975, ("Khu phố 1", "Ủy viên")),
            person("Lê Bình", None, 1960, ("Khu phố 2", "Trưởng ban"), phone="0912345678"),
            person("Lê Cường", None, 1961, ("Khu phố 2", "Phó ban")),
        ),
    ),
    Kept(
        "an address is the area of who serves there, and nobody else's",
        (
            [
                ["STT", "Họ và tên", "Năm sinh", "Địa chỉ", "Chức vụ"],
                [1, "Nguyễn Văn An", 1968, "ấp Tân Lợi", "Trưởng ban CTMT"],
                [2, "Trần Thị Thu Hà", 1975, "số 5, ấp Tân Hòa, xã Tân Thành", "Phó ban CTMT"],
                [3, "Lê Bình", 1960, "ấp Tân Lợi", "Chủ tịch Hội Nông dân"],
            ],
        ),
        (
            person("Nguyễn Văn An", None, 1968, ("Ấp Tân Lợi", "Trưởng ban CTMT")),
            person("Trần Thị Thu Hà", None, 1975, ("Ấp Tân Hòa", "Phó ban CTMT")),
            person("Lê Bình", None, 1960, (None, "Chủ tịch Hội Nông dân")),
        ),
    ),
    Kept(
        "the area behind the post, or as the unit",
        (
            [
                ["STT", "Họ và tên", "Năm sinh", "Chức vụ", "Đơn vị"],
                [1, "Nguyễn Văn An", 1968, "Trưởng ban CTMT KP3", _],
                [2, "Trần Thị Thu Hà", 1975, "Chi hội trưởng Phụ nữ khu phố 3, phường Hải Đông", _],
                [3, "Lê Bình", 1960, "Trưởng thôn Đông Hòa", _],
                [4, "Lê Cường", 1961, "Chi hội phó", "Khu phố 4"],
                [5, "Lê Dung", 1962, "Trưởng thôn", "Trường THCS Hải Đông"],
            ],
        ),
        (
            person("Nguyễn Văn An", None, 1968, ("KP3", "Trưởng ban CTMT")),
            person("Trần Thị Thu Hà", None, 1975, ("KP3", "Chi hội trưởng Phụ nữ")),
            person("Lê Bình", None, 1960, ("Thôn Đông Hòa", "Trưởng thôn")),
            person("Lê Cường", None, 1961, ("Khu phố 4", "Chi hội phó")),
            person("Lê Dung", None, 1962, (None, "Trưởng thôn")),
        ),
    ),
    Kept(
        "signatures under the names",
        (
            [
                ["Họ\nvà tên", "Ngày tháng\nnăm sinh", "Khu\ndân cư", "Chức\nvụ", "Số ĐT"],
                ["Nguyễn Văn\nAn", "5.9.68", "Thôn Đông", "Trưởng ban", 912345678.0],
                ["Trần Thị Thu Hà", "9/1975", "nt", "Phó ban", "+84 912 345 679"],
                ["Danh sách này có 02 người./."],
                [_, _, "Hải Đông, ngày 05 tháng 9 năm 2026"],
                ["NGƯỜI LẬP BIỂU", _, "TM. BAN THƯỜNG TRỰC"],
                ["(Ký, ghi rõ họ tên)", _, "CHỦ TỊCH"],
                [],
                ["Lê Thị Hoa", _, "Trần Quốc Hưng"],
            ],
        ),
        (
            person("Nguyễn Văn An", None, "1968-09-05", ("Thôn Đông", "Trưởng ban"), phone="0912345678"),
            person("Trần Thị Thu Hà", None, 1975, ("Thôn Đông", "Phó ban"), phone="0912345679"),
        ),
    ),
    Kept(
        "a committee in blocs, which are no khối that people live in",
        (
            [
                ["DANH SÁCH ỦY VIÊN ỦY BAN MTTQ"],
                ["STT", "Họ và tên", "Năm sinh", "Chức vụ", "Khu dân cư"],
                ["I", "KHỐI ĐẢNG, ĐOÀN THỂ"],
                [1, "Nguyễn Văn An", 1968, "Ủy viên", _],
                ["II", "Khối tổ chức thành viên"],
                [2, "Trần Thị Thu Hà", 1975, "Ủy viên", "Khu phố 2"],
                ["III", "Khối Tân Tiến"],
                [3, "Lê Bình", 1960, "Ủy viên", _],
            ],
        ),
        (
            person("Nguyễn Văn An", None, 1968, (None, "Ủy viên")),
            person("Trần Thị Thu Hà", None, 1975, ("Khu phố 2", "Ủy viên")),
            person("Lê Bình", None, 1960, ("Khối Tân Tiến", "Ủy viên")),
        ),
    ),
    Kept(
        "ticks, years and months among the party dates",
        (
            [
                ["STT", "Họ và tên", "Năm sinh", "Ngày vào Đảng", "Chức vụ", "Thôn"],
                [1, "Nguyễn Văn An", 1968, "x", "Trưởng ban", "Thôn Đông"],
                [2, "Trần Thị Thu Hà", 1975, "3/1990", "Phó ban", "Thôn Đông"],
                [3, "Lê Bình", 1960, 1985, "Ủy viên", "Thôn Đông"],
                [4, "Lê Cường", 1961, _, "Ủy viên", "Thôn Đông"],
                [5, "Lê Dung", 1962, "Chưa", "Ủy viên", "Thôn Đông"],
            ],
        ),
        (
            person("Nguyễn Văn An", None, 1968, ("Thôn Đông", "Trưởng ban"), party=True),
            person("Trần Thị Thu Hà", None, 1975, ("Thôn Đông", "Phó ban"), party=True),
            person("Lê Bình", None, 1960, ("Thôn Đông", "Ủy viên"), party=True),
            person("Lê Cường", None, 1961, ("Thôn Đông", "Ủy viên"), party=False),
            person("Lê Dung", None, 1962, ("Thôn Đông", "Ủy viên"), party=False),
        ),
    ),
    Kept(
        "a csv of Windows' own code page",
        (
            [
                ["STT", "Họ và tên", "Năm sinh", "Chức vụ", "Thôn"],
                [1, "Nguyễn Văn An", 1968, "Trưởng ban", "Thôn Đông"],
                [2, "Trần Thị Thu Hà", 1975, "Phó ban", "Thôn Đông"],
            ],
        ),
        (_AN, _HA),
        write=_windows_csv,
    ),
)

REGISTERS: Final = (
    Kept(
        "a book kept for denunciations alone",
        (
            [
                ["SỔ THEO DÕI ĐƠN TỐ CÁO NĂM 2026"],
                ["Số TT", "Ngày nhận", "Người tố cáo", "Nội dung tố cáo", "Cơ quan giải quyết"],
                ["01/TC", "05/1/2026", "Nguyễn Văn An", "Nhận tiền của dân", "Công an xã"],
                ["02/TC", "05/1/2026", "Trần Thị Hà", "Nhận tiền của dân", "Công an xã"],
            ],
        ),
        (
            petition("01/TC", "2026-01-05", "denunciation", None, 1, summary="Nhận tiền của dân"),
            petition("02/TC", "2026-01-05", "denunciation", None, 1, summary="Nhận tiền của dân"),
        ),
    ),
    Kept(
        "where a denouncer lives is not told",
        (
            [
                ["STT", "Ngày nhận", "Người gửi", "Địa chỉ", "Nội dung", "Phân loại"],
                [1, "05/01/2026", "Nguyễn Văn An", "Số 7, Thôn Hai", "Nhận tiền của dân", "Tố cáo"],
                [2, "06/01/2026", "Trần Thị Hà", "Số 8, Thôn Ba", "Sửa đường", "Kiến nghị"],
            ],
        ),
        (
            petition("1", "2026-01-05", "denunciation", None, 1, area=None, sender_address=None),
            petition("2", "2026-01-06", "proposal", "Trần Thị Hà", 1, area="Thôn Ba"),
        ),
    ),
    Kept(
        "one sender's cell over three petitions",
        (
            [
                ["SỔ THEO DÕI KIẾN NGHỊ"],
                ["STT", "Ngày nhận", "Người gửi", "Khu dân cư", "Nội dung"],
                [1, "05/01/2026", "Nguyễn Văn An", "Khu phố 3", "Sửa cống"],
                [2, _, _, _, "Sửa đường"],
                [3, _, _, _, "Thêm đèn"],
                [4, "06/01/2026", "Trần Thị Hà", "Khu phố 2", "Thu gom rác"],
            ],
        ),
        (
            petition("1", "2026-01-05", "proposal", "Nguyễn Văn An", 1, area="Khu phố 3", summary="Sửa cống"),
            petition("2", "2026-01-05", "proposal", "Nguyễn Văn An", 1, area="Khu phố 3", summary="Sửa đường"),
            petition("3", "2026-01-05", "proposal", "Nguyễn Văn An", 1, area="Khu phố 3", summary="Thêm đèn"),
            petition("4", "2026-01-06", "proposal", "Trần Thị Hà", 1, area="Khu phố 2"),
        ),
        merges=("B3:B5", "C3:C5", "D3:D5"),
    ),
    Kept(
        "the kind in the group's heading, else a proposal; what may be a denunciation is not guessed",
        (
            [
                ["STT", "Ngày nhận", "Người gửi", "Nội dung", "Hình thức"],
                ["I", "ĐƠN THƯ CÁC LOẠI"],
                [1, "05/01/2026", "Nguyễn Văn An", "Sửa cống", "Đơn"],
                [2, "05/01/2026", "Lê Bình", "Báo việc ông Sơn bị tố cáo", "Trực tiếp"],
                ["II", "ĐƠN KHIẾU NẠI"],
                [3, "06/01/2026", "Trần Thị Hà", "Không được hỗ trợ", "Trực tiếp"],
                [_, _, _, "Tổng cộng: 03 đơn"],
            ],
        ),
        (
            petition("1", "2026-01-05", "proposal", "Nguyễn Văn An", 1, channel="letter"),
            petition("3", "2026-01-06", "complaint", "Trần Thị Hà", 1, channel="in_person"),
        ),
        rejected=1,
    ),
    Kept(
        "what voters said on one day",
        (
            [
                ["TỔNG HỢP Ý KIẾN, KIẾN NGHỊ CỦA CỬ TRI TẠI HỘI NGHỊ TIẾP XÚC CỬ TRI NGÀY 15/5/2026"],
                ["TT", "Nội dung ý kiến, kiến nghị", "Cử tri (khu dân cư)", "Số người", "Thẩm quyền giải quyết"],
                [1, "Nâng cấp đường", "Nguyễn Văn An (khu phố 3)", 12, "UBND phường"],
                [2, "Thêm đèn", "Trần Thị Hà (khu phố 2)", _, "UBND thành phố"],
            ],
        ),
        (
            petition("1", "2026-05-15", "proposal", "Nguyễn Văn An", 12, area="Khu phố 3"),
            petition("2", "2026-05-15", "proposal", "Trần Thị Hà", 1, area="Khu phố 2"),
        ),
    ),
    Kept(
        "content and discontent",
        (
            [
                [
                    "STT", "Ngày tiếp nhận", "Họ và tên", "Nội dung kiến nghị", "Nội dung trả lời", "Ngày trả lời",
                    "Hài lòng", "Chưa hài lòng",
                ],
                [1, "05/01/2026", "Nguyễn Văn An", "Sửa cống", "Đã sửa xong", "25/01/2026", "x", _],
                [2, "06/01/2026", "Trần Thị Hà", "Thêm đèn", "Chưa có kinh phí", "26/01/2026", _, "x"],
                [3, "07/01/2026", "Lê Bình", "Thu gom rác", _, _, _, _],
            ],
        ),
        (
            petition("1", "2026-01-05", "proposal", "Nguyễn Văn An", 1, answered="2026-01-25", satisfied=True),
            petition("2", "2026-01-06", "proposal", "Trần Thị Hà", 1, answered="2026-01-26", satisfied=False),
            petition("3", "2026-01-07", "proposal", "Lê Bình", 1, answered=None, satisfied=None),
        ),
    ),
)  # fmt: skip
