"""Papers of the office itself. Vietnamese always."""

from datetime import date
from typing import Final

from frontdesk.paper import Align, Numbered, Paper, Paragraph, Space, Title

GROUPS_A_LINE: Final = 4
CODE_PT: Final = 20


def recovery_card(office: str, user: str, code: str, day: date) -> Paper:
    """The card with the recovery code, to be locked away: the one way back when a passphrase is forgotten."""
    groups = code.split()
    lines = ["    ".join(groups[at : at + GROUPS_A_LINE]) for at in range(0, len(groups), GROUPS_A_LINE)]
    steps = (
        "Cất thẻ này trong két hoặc tủ có khóa, không để cạnh máy tính, không chụp ảnh, không gửi qua mạng.",
        "Khi quên mật khẩu: mở chương trình, chọn “Quên mật khẩu…”, gõ tên người dùng, gõ mã trên thẻ này "
        "rồi đặt mật khẩu mới.",
        "Mất cả mật khẩu lẫn thẻ này thì không ai mở được dữ liệu nữa, kể cả người làm ra chương trình.",
        "Người lạ cầm thẻ này cùng với máy tính hoặc bản sao lưu sẽ mở được toàn bộ dữ liệu.",
    )
    return Paper(
        "Thẻ khôi phục",
        office,
        (
            Title("THẺ KHÔI PHỤC", "Mã mở lại dữ liệu khi quên mật khẩu"),
            Paragraph(f"Cơ quan: {office}", first_line=False),
            Paragraph(f"Người lập thẻ: {user}", first_line=False),
            Paragraph(f"Ngày lập: {day:%d/%m/%Y}", first_line=False),
            Paragraph("Mã khôi phục:", bold=True, first_line=False, keep_with_next=True),
            *(Paragraph(line, Align.CENTER, bold=True, first_line=False, size_pt=CODE_PT) for line in lines),
            Space(6),
            Numbered(steps),
        ),
        page_numbers=False,
    )
