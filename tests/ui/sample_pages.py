"""Notices, a history, a preview, dialogs: for pictures of the shared parts and for walking through them."""

import io
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.ui.asking import ScriptedAsk
from ui.parts.ask import ReasonDialog
from ui.parts.colours import Tone
from ui.parts.errors import BugDialog
from ui.parts.headings import Heading, Hint, Page
from ui.parts.lane import Lane
from ui.parts.line_of_time import LineOfTime, Moment
from ui.parts.notices import Notices, Weight
from ui.parts.preview import EXCEL, WORD, Preview, Saver, Shown
from ui.parts.theme import SPACE


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
