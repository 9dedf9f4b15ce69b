"""Pictures of every shared part: ``python -m tests.ui.gallery FOLDER``. Look at them after a change of the look."""

import io
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from frontdesk.errors import RuleBroken
from frontdesk.messages import use
from frontdesk.vietnamese.money import format_vnd, parse_vnd
from frontdesk.vietnamese.text import fold
from tests.ui.asking import ScriptedAsk
from ui.parts import qt_texts
from ui.parts.ask import Kind, ReasonDialog
from ui.parts.colours import Tone
from ui.parts.dates import CalendarPopup, DateField
from ui.parts.errors import BugDialog
from ui.parts.fields import Choice, ChoiceField, LineField, SwitchField, TextField, YesNoField
from ui.parts.files import FileField
from ui.parts.form import Form
from ui.parts.headings import Facts, Heading, Hint, Page, Section
from ui.parts.lane import Job, Lane
from ui.parts.line_of_time import LineOfTime, Moment
from ui.parts.listpane import ListPane
from ui.parts.money import MoneyField
from ui.parts.notices import Notices, Weight
from ui.parts.picker import PickerField
from ui.parts.preview import EXCEL, WORD, Preview, Saver, Shown
from ui.parts.progress import Progress
from ui.parts.reading import NumberField, TimeField
from ui.parts.rows import RowsField
from ui.parts.rowtable import Empty
from ui.parts.table import Column, ListSource, Sort
from ui.parts.theme import SPACE, Theme


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


COLUMNS: Sequence[Column[Person]] = (
    Column("number", "Số", 8, sort_key="number"),
    Column("name", "Họ và tên", 24, sort_key="name"),
    Column("born", "Ngày sinh", 10, "right", text=lambda row: f"{row.born:%d/%m/%Y}", sort_key="born"),
    Column("post", "Chức vụ"),
    Column("area", "Khu dân cư", 11),
    Column("amount_vnd", "Ủng hộ (đồng)", 12, "right", text=lambda row: format_vnd(row.amount_vnd)),
    Column("tone", "Hạn", 9, text=lambda row: _DUE[row.tone], tone=lambda row: row.tone),
)
_DUE = {Tone.PLAIN: "", Tone.BAD: "quá 3 ngày", Tone.WARN: "còn 2 ngày", Tone.GOOD: "đã trả lời", Tone.MUTED: ""}


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


def find_people(text: str) -> list[Choice]:
    """Who answers to `text`."""
    return [
        Choice(at, name, f"Khu phố {at}, sinh 19{60 + at}")
        for at, name in enumerate(NAMES, 1)
        if fold(text) in fold(name)
    ]


def read_date(text: str) -> date:
    """Enough of a date for a picture."""
    day, _slash, rest = text.partition("/")
    month, _slash, year = rest.partition("/")
    if not (day.isdigit() and month.isdigit()):
        raise ValueError("Không hiểu ngày này; hãy gõ như 5/9 hoặc 05/09/2026.")
    return date(int(year or 2026), int(month), int(day))


def form() -> Form:
    """Every field there is."""
    sheet = Form("sample")
    sheet.add("name", "&Họ và tên", LineField(hint="Nguyễn Văn A")).set_value("Nguyễn Thị Hoàng Ngọc Bảo Trâm")
    kinds = [Choice("a", "Kiến nghị"), Choice("b", "Phản ánh"), Choice("c", "Khiếu nại"), Choice("d", "Tố cáo")]
    sheet.add("kind", "&Loại việc", ChoiceField(kinds, nothing="Chưa phân loại")).set_value("b")
    sheet.add("party", "Đảng &viên", YesNoField())
    sheet.add("due", "Hạn &trả lời", DateField(read_date, lambda day: f"Thứ bảy, ngày {day:%d/%m/%Y}")).set_value(
        date(2026, 9, 5)
    )
    money = MoneyField(parse_vnd, lambda amount: "Một triệu hai trăm nghìn đồng", format_vnd)
    sheet.add("amount", "&Số tiền", money).set_value(1_200_000)
    sheet.add(
        "person", "Người &gửi", PickerField(find_people, free_text=True), hint="Gõ tên, hoặc để trống nếu giấu tên."
    )
    sheet.add("heads", "Số người &dự", NumberField(0, 500)).set_value(37)
    sheet.add("starts", "&Bắt đầu lúc", TimeField())
    text = "Đề nghị sửa đường liên thôn đoạn qua nhà văn hóa khu phố 3, hiện sụt lún nhiều chỗ, trời mưa rất khó đi."
    sheet.add("summary", "&Nội dung", TextField()).set_value(text)
    sheet.add("file", "Tệp &kèm theo", FileField(ScriptedAsk(), [Kind("Excel", ("xlsx", "xls"))]))
    sheet.add("secret", "", SwitchField("Giữ bí mật người gửi"))
    return sheet


def form_page() -> QWidget:
    """The form on a page, with an error beside a field."""
    page = Page("form_page")
    sheet = form()
    page.add(Heading("Kiến nghị KN-2026-0012", "Tiếp nhận ngày 22/6/2026, qua hội nghị giao ban quý II"))
    page.add(sheet)
    page.resize(820, 900)
    sheet.show_error(RuleBroken("x", "Hạn trả lời không được sớm hơn ngày tiếp nhận 22/9/2026.", "due"))
    return page


def agenda() -> QWidget:
    """A list edited in place, facts, buttons."""
    page = Page("agenda_page")
    sheet = Form("agenda")
    rows = sheet.add("agenda", "Chương &trình", RowsField(str, str))
    rows.set_value(("Ổn định tổ chức, giới thiệu đại biểu", "Báo cáo kết quả công tác Mặt trận quý II", "Thảo luận"))
    facts = Facts()
    facts.set_facts(
        [
            ("Số", "KN-2026-0012"),
            ("Hạn", "05/09/2026, quá 3 ngày làm việc", Tone.BAD),
            ("Chuyển đến", ""),
            ("Người gửi", NAMES[0]),
        ]
    )
    section = Section("Hồ sơ")
    section.add(facts)
    buttons = QWidget()
    row = QHBoxLayout(buttons)
    row.setContentsMargins(0, 0, 0, 0)
    for text, role in (("Lưu", "main"), ("Xem trước", ""), ("Hủy phiếu…", "risky"), ("Mở hồ sơ", "link")):
        button = QPushButton(text)
        button.setProperty("role", role)
        row.addWidget(button)
    idle = QPushButton("Chưa bấm được")
    idle.setEnabled(False)
    row.addWidget(idle)
    row.addStretch(1)
    progress = Progress()
    job = Job("Đang nhập danh bạ từ Excel: dòng 4.200 trên 10.000")
    progress.watch(job)
    job.setParent(progress)
    job.progressed.emit(42, 100)
    for widget in (Heading("Hội nghị giao ban quý II năm 2026", "Bản thảo"), sheet, section, buttons, progress):
        page.add(widget)
    page.resize(820, 640)
    return page


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


def notices_page() -> QWidget:
    """All weights of notices."""
    window = QWidget()
    window.setObjectName("notices_page")
    window.resize(820, 420)
    heading = Heading("Hôm nay", "Thứ hai, ngày 22 tháng 6 năm 2026")
    column = QVBoxLayout(window)
    column.addWidget(heading)
    column.addWidget(Hint("Ba việc đến hạn trong tuần này."))
    column.addStretch(1)
    notices = Notices(window)
    notices.say("Đã lưu thành bien-ban-giao-ban-quy-2.pdf", action="Mở thư mục")
    notices.say("Có người vừa sửa hội nghị này ở cửa sổ khác.", Weight.INFO)
    notices.say("Chỉ kế toán Quỹ mới được ghi sổ phiếu này; hãy nhờ người giữ vai trò đó.", Weight.WARN)
    notices.say("Không ghi được vào USB. Xin kiểm tra USB còn cắm không rồi lưu lại.", Weight.ERROR)
    return window


def history() -> QWidget:
    """A line of time."""
    page = Page("history_page")
    line = LineOfTime("history")
    line.set_moments(
        [
            Moment(
                "22/06/2026 08:15",
                "Tiếp nhận tại hội nghị",
                "Ghi nhận ý kiến của đại biểu khu phố 3.",
                "HN-2026-0004",
                "HN-2026-0004",
            ),
            Moment("25/06/2026", "Chuyển Ủy ban nhân dân xã", "Văn bản số 42/MTTQ-BTT, hẹn trong 15 ngày làm việc."),
            Moment("16/07/2026", "Quá hạn trả lời", "Đã đôn đốc lần thứ nhất.", tone=Tone.BAD),
            Moment("20/07/2026", "Đã trả lời", "Đưa vào kế hoạch sửa chữa quý III.", tone=Tone.GOOD),
            Moment("05/08/2026", "Báo lại cho người gửi", ahead=True),
        ]
    )
    page.add(Heading("Diễn biến"))
    page.add(line)
    page.resize(720, 520)
    return page


def picker_page() -> QWidget:
    """A picker with its offers open."""
    page = QWidget()
    page.setObjectName("picker_page")
    page.resize(620, 360)
    sheet = Form("pick")
    picker = PickerField(find_people, add_new="Thêm người mới: {text}")
    sheet.add("person", "&Chủ trì", picker)
    sheet.add("next", "&Thư ký", LineField())
    column = QVBoxLayout(page)
    column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.l)
    column.addWidget(sheet)
    column.addStretch(1)
    page.show()
    page.activateWindow()
    QTest.qWaitForWindowActive(page)
    picker.line.setFocus()
    picker.line.setText("th")
    picker.line.textEdited.emit("th")
    picker._search()
    return page


def calendar() -> QWidget:
    """The month that Alt+Down opens."""
    holder = QWidget()
    holder.setObjectName("calendar_page")
    popup = CalendarPopup(holder)
    popup.setWindowFlags(Qt.WindowType.Widget)
    popup.open_at(holder, date(2026, 6, 22))
    popup.move(0, 0)
    holder.resize(popup.size())
    return holder


def preview(lane: Lane) -> QWidget:
    """A paper of two pages."""
    from frontdesk.paper import Letterhead, Paper, Paragraph, Title, print_pdf

    page = QWidget()
    page.setObjectName("preview_page")
    page.resize(1100, 720)
    column = QVBoxLayout(page)
    column.setContentsMargins(SPACE.l, SPACE.m, SPACE.l, SPACE.m)
    view = Preview(lane, ScriptedAsk(), Notices(page))
    column.addWidget(view)
    text = "Hội nghị đã nghe báo cáo và thảo luận, thống nhất các nội dung sau đây. " * 12
    letterhead = Letterhead(
        ("ỦY BAN MTTQ VIỆT NAM XÃ MINH TÂN", "BAN THƯỜNG TRỰC"),
        "Số: 05/BB-MTTQ-BTT",
        "Minh Tân, ngày 22 tháng 6 năm 2026",
    )
    blocks = (
        letterhead,
        Title("BIÊN BẢN", "Hội nghị giao ban quý II năm 2026"),
        *(Paragraph(text) for _at in range(8)),
    )
    paper = Paper("Biên bản", "UBMTTQ xã Minh Tân", blocks)
    stream = io.BytesIO()
    print_pdf(paper, stream)
    shown = Shown("Biên bản", stream.getvalue(), "bien-ban", (Saver(WORD, Path), Saver(EXCEL, Path)))
    page.show()
    loop = QEventLoop()
    view.shown.connect(loop.quit)
    view.show_paper(lambda: shown)
    loop.exec()
    page.grab()
    settle = lane.read(page.objectName, None, None, page)
    settle.ended.connect(loop.quit)
    loop.exec()
    return page


def bug() -> QWidget:
    """The dialog for faults."""
    return BugDialog("frontdesk 0.1.0, Python 3.11.7, Qt 6.11.3, Linux\nbuiltins.ZeroDivisionError\nservice.py:42 post")


def reason() -> QWidget:
    """A question for a reason."""
    return ReasonDialog("Hủy phiếu thu", "Phiếu PT-2026-0007 sẽ được đảo bằng một phiếu mới. Vì sao?", "Hủy phiếu")


PARTS: dict[str, Callable[[], QWidget]] = {
    "form": form_page,
    "agenda": agenda,
    "list": list_page,
    "empty": empty_page,
    "notices": notices_page,
    "history": history,
    "picker": picker_page,
    "calendar": calendar,
    "bug": bug,
    "reason": reason,
}


def take(folder: Path, only: Sequence[str] = ()) -> None:
    """Write the pictures."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    qt_texts.install(app, "vi")
    theme = Theme(app)
    lane = Lane()
    parts = PARTS | {"preview": lambda: preview(lane)}
    folder.mkdir(parents=True, exist_ok=True)
    for mode in ("light", "dark"):
        for zoom in (1.0, 1.5):
            theme.set_mode(mode)
            theme.set_zoom(zoom)
            for name, make in parts.items():
                if only and name not in only:
                    continue
                widget = make()
                widget.show()
                QApplication.sendPostedEvents()
                widget.resize(max(widget.width(), widget.minimumSizeHint().width()), widget.height())
                widget.grab().save(str(folder / f"{name}-{mode}-{round(zoom * 100)}.png"))
                widget.close()
                widget.deleteLater()
    lane.close()


if __name__ == "__main__":
    use("vi")
    take(Path(sys.argv[1]), sys.argv[2:])
