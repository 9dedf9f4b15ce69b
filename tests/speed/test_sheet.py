"""Reading, recognising and walking a long sheet, against what its reader alone takes."""

import time

import pytest
from python_calamine import CalamineWorkbook

from frontdesk.sheet import Row, read, recognise, walk
from tests.frontdesk.sheet.making import xlsx
from tests.frontdesk.sheet.specs import ROSTER

pytestmark = pytest.mark.speed

ROWS = 10_000
AT_MOST = 4


def _best(deed, times=3):
    took = []
    for _time in range(times):
        began = time.perf_counter()
        deed()
        took.append(time.perf_counter() - began)
    return min(took)


def test_a_long_roster_takes_a_small_multiple_of_its_reading(tmp_path):
    header = ["STT", "Họ và tên", "Nam", "Nữ", "Dân tộc", "Tôn giáo", "Đảng viên", "Văn hóa", "Chuyên môn", "LLCT"]
    people = (
        [row, f"Nguyễn Thị Bình {row % 977}", "", "4/8/1983", "Chăm", "Không", "x", "12/12", "Đại học", "Trung cấp"]
        for row in range(ROWS)
    )
    tail = ["Chi hội trưởng", "Khu phố 1", "0983.003.277"]
    rows = [["DANH SÁCH"], [*header, "Chức vụ", "Khu dân cư", "Số điện thoại"], *([*row, *tail] for row in people)]
    path = xlsx(tmp_path / "roster.xlsx", rows)

    def all_rows():
        return sum(isinstance(row, Row) for row in walk(recognise(read(path), ROSTER)))

    assert all_rows() == ROWS
    alone = _best(lambda: CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python())
    whole = _best(all_rows)
    print(f"{ROWS} rows: the reader alone {alone:.3f} s, read, recognised and walked {whole:.3f} s")  # noqa: T201
    assert whole < AT_MOST * alone
