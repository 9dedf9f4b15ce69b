"""What an office may set for its meetings; every default is practice or memory, not law."""

from typing import Final

from frontdesk.messages import mark
from frontdesk.office import SettingSpec

QUORUM_SHARE: Final = SettingSpec(
    "meetings.quorum_share", "2/3", mark("share of those convened who must be present"), "Điều lệ MTTQ Việt Nam [M]"
)
MAJORITY: Final = SettingSpec(
    "meetings.majority", "1/2", mark("share that votes in favour must exceed"), "Điều lệ MTTQ Việt Nam [M]"
)
NOTICE_DAYS: Final = SettingSpec(
    "meetings.notice_days", 3, mark("working days between invitation and meeting"), "QĐ 45/2018/QĐ-TTg, by analogy"
)
CLOSING: Final = SettingSpec(
    "meetings.closing",
    "Biên bản đã được đọc lại và được {meeting} nhất trí thông qua.",
    mark("sentence after the end of a meeting in its minutes"),
    "Mẫu 1.9, NĐ 30/2020/NĐ-CP [M]",
)
RECIPIENTS: Final = SettingSpec(
    "meetings.recipients",
    ("Như thành phần tham dự", "Ban Thường trực Ủy ban MTTQ Việt Nam {province} (để báo cáo)", "Lưu: VT"),
    mark("recipients of minutes and conclusions"),
)
INVITATION_RECIPIENTS: Final = SettingSpec(
    "meetings.invitation_recipients", ("Như thành phần mời", "Lưu: VT"), mark("recipients of invitations")
)
CONTACT: Final = SettingSpec(
    "meetings.contact", "", mark("whom those invited may call"), "QĐ 45/2018/QĐ-TTg, by analogy"
)
NEWS_LENGTH: Final = SettingSpec("meetings.news_length", 2000, mark("letters of a news item for Zalo"), "practice [M]")
PHRASES: Final = SettingSpec(
    "meetings.phrases",
    (
        "Nhất trí với báo cáo và phương hướng nhiệm vụ.",
        "Đề nghị Ủy ban nhân dân xem xét, giải quyết và trả lời cử tri, Nhân dân.",
        "Đề nghị các tổ chức thành viên phối hợp thực hiện.",
        "Nhân dân phản ánh việc ",
        "Cảm ơn sự quan tâm của Ủy ban Mặt trận Tổ quốc Việt Nam.",
    ),
    mark("quick phrases while opinions are written down"),
    "practice",
)

SETTINGS: Final = (
    QUORUM_SHARE,
    MAJORITY,
    NOTICE_DAYS,
    CLOSING,
    RECIPIENTS,
    INVITATION_RECIPIENTS,
    CONTACT,
    NEWS_LENGTH,
    PHRASES,
)
