"""Rosters as offices of several kinds keep them, each with what a careful clerk reads in it. Everybody is invented."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tests.frontdesk.sheet.making import xlsx

Rows = Sequence[Sequence[Any]]
_: Final = ""


@dataclass(frozen=True)
class Kept:
    """A kept book: its sheets, the merged cells of each, and the keys of the list that the import must give.

    `ended` is how the import ends; `rejected` counts its rejected rows; `account` is that of a cash book.
    """

    name: str
    sheets: tuple[Rows, ...]
    truth: Sequence[Mapping[str, Any]]
    merges: tuple[str, ...] = ()
    rejected: int = 0
    account: str = "cash"
    write: Callable[..., Path] = xlsx

    def file(self, folder: Path) -> Path:
        """The book as a file of `folder`."""
        return self.write(folder / f"{self.name}.xlsx", *self.sheets, merges=self.merges)


def person(
    name: str, sex: str | None, born: str | int | None, *posts: tuple[str | None, str], **more: Any
) -> dict[str, Any]:
    """What the list says of somebody; `posts` are areas and posts."""
    day, year = (born, int(born[:4])) if isinstance(born, str) else (None, born)
    return {"name": name, "sex": sex, "born": day, "birth_year": year, "posts": set(posts), **more}


_HEADER: Final = ["STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Khu dân cư", "Ghi chú"]


def _sheet_of_area(area: str, *people: Sequence[Any]) -> Rows:
    return [
        ["UBMTTQVN PHƯỜNG HẢI ĐÔNG"],
        [f"DANH SÁCH THÀNH VIÊN BAN CÔNG TÁC MẶT TRẬN {area.upper()}"],
        ["STT", "Họ và tên", "Năm sinh", _, "Chức vụ", "Dân tộc"],
        [_, _, "Nam", "Nữ", _, _],
        *people,
        [_, "TRƯỞNG BAN"],
    ]


ROSTERS: Final = (
    Kept(
        "groups, three rows of header, ditto marks",
        (
            [
                ["ỦY BAN MTTQ VIỆT NAM", _, _, _, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
                ["DANH SÁCH BAN CÔNG TÁC MẶT TRẬN CÁC KHU DÂN CƯ NHIỆM KỲ 2025 - 2030"],
                ["Số TT", "Họ và tên", "Giới tính", "Ngày sinh", "Thông tin cá nhân", _, _, "Chức vụ", "Điện thoại"],
                [_, _, _, _, "Thành phần", _, "Đảng viên", _, _],
                [_, _, _, _, "Dân tộc", "Tôn giáo", _, _, _],
                ["I", "KHU PHỐ 1"],
                [1, "Nguyễn Văn Bảy", "Nam", "05.09.61", "Kinh", "Không", "x", "Trưởng ban CTMT", 912345678],
                [
                    2,
                    "Trần Thị Lụa",
                    "Nữ",
                    "tháng 5/1960",
                    "nt",
                    "Phật giáo",
                    _,
                    "Phó ban",
                    "0912 345 679 - 0987 654 321",
                ],
                [3, "Lê Hữu Phước", "Nam", "12 tháng 3 năm 1970", "-nt-", "nt", "x", "Bí thư", "(0252) 3 812 345"],
                [4, "Y Blô Niê", "Nam", "00/00/1958", "Ê Đê", "Không", _, "Người có uy tín", _],
                [_, "Cộng: 4 người"],
                ["II", "THÔN ĐÔNG HÒA"],
                [1, "Phan Thị Út", "Nữ", "?", "Kinh", "như trên", "x", "Trưởng ban CTMT", "0903111222; 02523812345"],
                [2, "Đỗ Đình Quý", "Nam", "1965-12-30", '"', "//", _, "Trưởng thôn", 84905111444],
                [_, "Tổng cộng: 6 người"],
                ["NGƯỜI LẬP", _, _, _, _, "TM. BAN THƯỜNG TRỰC"],
                ["Lê Ngọc Thảo", _, _, _, _, "Trần Quốc Hưng"],
            ],
        ),
        (
            person("Nguyễn Văn Bảy", "male", "1961-09-05", ("Khu phố 1", "Trưởng ban CTMT"), phone="0912345678"),
            person("Trần Thị Lụa", "female", 1960, ("Khu phố 1", "Phó ban"), ethnicity="Kinh", phone="0912345679"),
            person(
                "Lê Hữu Phước", "male", "1970-03-12", ("Khu phố 1", "Bí thư"), religion="Phật giáo", phone="02523812345"
            ),
            person("Y Blô Niê", "male", 1958, ("Khu phố 1", "Người có uy tín"), ethnicity="Ê Đê", religion=None),
            person("Phan Thị Út", "female", None, ("Thôn Đông Hòa", "Trưởng ban CTMT"), religion=None, party=True),
            person(
                "Đỗ Đình Quý", "male", "1965-12-30", ("Thôn Đông Hòa", "Trưởng thôn"), ethnicity="Kinh", party=False
            ),
        ),
        ("A3:A5", "B3:B5", "C3:C5", "D3:D5", "E3:G3", "E4:F4", "G4:G5", "H3:H5", "I3:I5"),
    ),
    Kept(
        "a sheet for each area",
        (
            _sheet_of_area(
                "Khu phố 3",
                [1, "Vương Đình Tâm", 1962, _, "Trưởng ban", "Kinh"],
                [2, "Lâm Thị Tư", _, 1975, "Phó ban", "Khmer"],
            ),
            _sheet_of_area(
                "Thôn Ân Niên",
                [1, "Châu Văn Đực", 1950, _, "Trưởng ban", "Kinh"],
                [2, "Lâm Thị Tư", _, 1981, "Ủy viên", "nt"],
            ),
        ),
        (
            person("Vương Đình Tâm", "male", 1962, ("Khu phố 3", "Trưởng ban")),
            person("Lâm Thị Tư", "female", 1975, ("Khu phố 3", "Phó ban")),
            person("Châu Văn Đực", "male", 1950, ("Thôn Ân Niên", "Trưởng ban")),
            person("Lâm Thị Tư", "female", 1981, ("Thôn Ân Niên", "Ủy viên"), ethnicity="Kinh"),
        ),
        ("C3:D3", "A3:A4", "B3:B4", "E3:E4", "F3:F4"),
    ),
    Kept(
        "pages, Ông and Bà, posts that share a cell",
        (
            [
                ["DANH SÁCH TRÍCH NGANG"],
                _HEADER,
                ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
                [1, "Ông Nguyễn Hữu Thọ", "10/7/1960", "Bí thư Chi bộ, Trưởng ban CTMT", "Khu phố 1", _],
                [2, "Bà Lê Thị Riêng", "1963", "Trưởng ban CTMT kiêm Chi hội trưởng Phụ nữ", "Khu phố 2", _],
                ["Cộng mang sang", _, _, _, _, 2],
                _HEADER,
                ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
                ["Số trang trước chuyển sang", _, _, _, _, 2],
                [3, "Ong Thị Lan", "1977", "Trưởng ban Tuyên giáo, Dân vận", "Khu phố 2", _],
                [4, "Bà Huyện Thanh Quan", "1971", "Phó ban\nChi hội phó\nPhụ nữ", "Khu phố 3", _],
                ["Tổng cộng", _, _, _, _, 4],
            ],
        ),
        (
            person(
                "Nguyễn Hữu Thọ", "male", "1960-07-10", ("Khu phố 1", "Bí thư Chi bộ"), ("Khu phố 1", "Trưởng ban CTMT")
            ),
            person(
                "Lê Thị Riêng", "female", 1963, ("Khu phố 2", "Trưởng ban CTMT"), ("Khu phố 2", "Chi hội trưởng Phụ nữ")
            ),
            person("Ong Thị Lan", None, 1977, ("Khu phố 2", "Trưởng ban Tuyên giáo, Dân vận")),
            person("Huyện Thanh Quan", "female", 1971, ("Khu phố 3", "Phó ban"), ("Khu phố 3", "Chi hội phó Phụ nữ")),
        ),
    ),
    Kept(
        "namesakes, repeated people, impossible days",
        (
            [
                ["Họ và tên", "Ngày sinh", "Giới tính", "Chức vụ", "Khu dân cư"],
                ["Nguyễn Văn Tám", "1/2/1960", "Nam", "Trưởng ban CTMT", "Khu phố 1"],
                ["NGUYỄN VĂN  TÁM", "3/4/1975", "Nam", "Bí thư Chi đoàn", "Khu phố 1"],
                ["Trần Thị Sen", "5/6/1966", "Nữ", "Chi hội trưởng Phụ nữ", "Khu phố 1"],
                ["Trần Thị Sen", "5/6/1966", "Nữ", "Ủy viên", "Khu phố 2"],
                ["Lý Thường Nhân", "30/02/1960", "Nam", "Ủy viên", "Khu phố 1"],
                ["Lý Thường Nghĩa", "00/13/1960", "Nam", "Ủy viên", "Khu phố 1"],
            ],
        ),
        (
            person("Nguyễn Văn Tám", "male", "1960-02-01", ("Khu phố 1", "Trưởng ban CTMT")),
            person("Nguyễn Văn Tám", "male", "1975-04-03", ("Khu phố 1", "Bí thư Chi đoàn")),
            person(
                "Trần Thị Sen", "female", "1966-06-05", ("Khu phố 1", "Chi hội trưởng Phụ nữ"), ("Khu phố 2", "Ủy viên")
            ),
        ),
        rejected=2,
    ),
    Kept(
        "an area in the first of its rows only",
        (
            [
                ["STT", "Khu dân cư", "Họ và tên", "Năm sinh", "Chức vụ"],
                [1, "Khu phố 5", "Hứa Văn Cường", 1961, "Trưởng ban CTMT"],
                [2, _, "Quách Thị Trang", 1972, "Phó ban"],
                [3, _, "Mạc Chi", 1980, "Ủy viên"],
                [4, "Khu phố 6", "Giang Văn Minh", 1959, "Trưởng ban CTMT"],
            ],
        ),
        (
            person("Hứa Văn Cường", None, 1961, ("Khu phố 5", "Trưởng ban CTMT")),
            person("Quách Thị Trang", None, 1972, ("Khu phố 5", "Phó ban")),
            person("Mạc Chi", None, 1980, ("Khu phố 5", "Ủy viên")),
            person("Giang Văn Minh", None, 1959, ("Khu phố 6", "Trưởng ban CTMT")),
        ),
    ),
)
