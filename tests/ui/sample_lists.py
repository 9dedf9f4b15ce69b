"""Lists of invented people, for pictures of the shared parts and for walking through them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from frontdesk.vietnamese.money import format_vnd
from frontdesk.vietnamese.text import fold
from ui.parts.colours import Tone
from ui.parts.headings import Heading
from ui.parts.listpane import ListPane
from ui.parts.rowtable import Empty
from ui.parts.table import Column, ListSource, Sort
from ui.parts.theme import SPACE


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented."""

    id: int
    number: str
    name: str
    born: date
    post: str
    area: str
    amount_vnd: int
    tone: Tone


NAMES = ("Nguyễn Thị Hoàng Ngọc Bảo Trâm", "Trần Văn Bình", "Lê Hữu Phước", "H'Bluông Niê Kđăm", "Phạm Thị Mỹ Duyên")

POSTS = ("Chủ tịch Ủy ban MTTQ Việt Nam xã", "Trưởng ban công tác Mặt trận khu dân cư số 12", "Ủy viên")


def people(count: int) -> list[Person]:
    """Invented people, each like the next."""
    return [
        Person(
            at,
            f"NG-{at:04}",
            NAMES[at % len(NAMES)],
            date(1960 + at % 40, 1 + at % 12, 1 + at % 28),
            POSTS[at % len(POSTS)],
            f"Khu phố {1 + at % 14}",
            (at * 137_000) % 9_000_000,
            (Tone.PLAIN, Tone.PLAIN, Tone.BAD, Tone.WARN, Tone.GOOD)[at % 5],
        )
        for at in range(1, count + 1)
    ]


_DUE = {Tone.PLAIN: "", Tone.BAD: "quá 3 ngày", Tone.WARN: "còn 2 ngày", Tone.GOOD: "đã trả lời", Tone.MUTED: ""}

COLUMNS: Sequence[Column[Person]] = (
    Column("number", "Số", 8, sort_key="number"),
    Column("name", "Họ và tên", 24, sort_key="name"),
    Column("born", "Ngày sinh", 10, "right", text=lambda row: f"{row.born:%d/%m/%Y}", sort_key="born"),
    Column("post", "Chức vụ"),
    Column("area", "Khu dân cư", 11),
    Column("amount_vnd", "Ủng hộ (đồng)", 12, "right", text=lambda row: format_vnd(row.amount_vnd)),
    Column("tone", "Hạn", 9, text=lambda row: _DUE[row.tone], tone=lambda row: row.tone),
)


def list_pane(rows: int = 200) -> ListPane[Person]:
    """A list of people."""
    source = ListSource(
        people(rows),
        matches=lambda row, text: fold(text) in fold(row.name),
        orders={"number": lambda row: row.number, "name": lambda row: row.name, "born": lambda row: row.born},
    )
    pane = ListPane(
        "people",
        "Danh bạ",
        source,
        COLUMNS,
        empty=Empty("Chưa có ai trong danh bạ", "Nhập danh sách từ Excel, hoặc thêm từng người.", "Nhập từ Excel…"),
        filters=(("", "Tất cả"), ("now", "Đang giữ chức vụ")),
        sort=Sort("number"),
    )
    tool = QPushButton("Thêm người")
    tool.setObjectName("people.new")
    pane.add_tool(tool)
    return pane


def list_page() -> QWidget:
    """A list, a row selected, two notices."""
    page = QWidget()
    page.setObjectName("list_page")
    column = QVBoxLayout(page)
    column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.l)
    column.setSpacing(SPACE.m)
    pane = list_pane()
    heading = Heading("Danh bạ", "Ủy viên, cộng tác viên và người có uy tín của xã")
    column.addWidget(heading)
    column.addWidget(pane)
    page.resize(1180, 640)
    pane.select(6)
    pane.table.setFocus()
    return page


def empty_page() -> QWidget:
    """The list before anything is in it."""
    pane = list_pane(0)
    pane.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.l)
    pane.resize(820, 420)
    return pane
