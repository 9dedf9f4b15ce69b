"""Forms with every field there is, for pictures of the shared parts and for walking through them."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from frontdesk.errors import RuleBroken
from frontdesk.vietnamese.money import format_vnd, parse_vnd
from frontdesk.vietnamese.text import fold
from tests.ui.asking import ScriptedAsk
from tests.ui.sample_lists import NAMES
from ui.parts.ask import Kind
from ui.parts.colours import Tone
from ui.parts.dates import CalendarPopup, DateField
from ui.parts.fields import Choice, ChoiceField, LineField, SwitchField, TextField, YesNoField
from ui.parts.files import FileField
from ui.parts.form import Form
from ui.parts.headings import Facts, Heading, Page, Section
from ui.parts.lane import Job
from ui.parts.money import MoneyField
from ui.parts.picker import PickerField
from ui.parts.progress import Progress
from ui.parts.reading import NumberField, TimeField
from ui.parts.rows import RowsField
from ui.parts.theme import SPACE


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
