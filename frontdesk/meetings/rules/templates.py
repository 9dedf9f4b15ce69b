"""How a meeting of each kind begins: its words, agenda, those invited and its rules. An office may change any of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from frontdesk.meetings.rules.kinds import Kind, Shows
from frontdesk.meetings.rules.rows import SHARE, AgendaRow
from frontdesk.meetings.shape import COUNT
from frontdesk.vietnamese import quarter_of


@dataclass(frozen=True)
class TemplateItem:
    """An item every meeting of the kind begins with."""

    title: str
    minutes: int | None = field(default=None, metadata=COUNT)
    presenter: str | None = None
    shows: Shows | None = None


@dataclass(frozen=True)
class TemplateRow:
    """The template of a kind.

    `title` may hold {quarter} "quý II năm 2026", {month} "tháng 6 năm 2026" and {year}. `groups` are kinds of bodies of
    the roster who are invited, in protocol order. `quorum` None: meetings of this kind have no quorum.
    """

    kind: Kind
    title: str
    agenda: tuple[TemplateItem, ...] = ()
    groups: tuple[str, ...] = ()
    series: str | None = None
    quorum: str | None = field(default=None, metadata=SHARE)
    invitation_note: str | None = None

    @property
    def minutes(self) -> int:
        """How long the whole agenda takes."""
        return sum(item.minutes or 0 for item in self.agenda)


def title_for(template: TemplateRow, day: date) -> str:
    """The title of a meeting held on `day`; what is no place-holder stands as typed."""
    words = {
        "{quarter}": quarter_of(day).name,
        "{month}": f"tháng {day.month} năm {day.year}",
        "{year}": f"năm {day.year}",
    }
    title = template.title
    for mark, text in words.items():
        title = title.replace(mark, text)
    return title


def agenda_of(template: TemplateRow) -> tuple[AgendaRow, ...]:
    """The items of a template, all standing, without their times."""
    return tuple(
        AgendaRow(title=item.title, minutes=item.minutes, presenter=item.presenter, standing=True, shows=item.shows)
        for item in template.agenda
    )


_ORDER: Final = TemplateItem("Ổn định tổ chức, giới thiệu đại biểu", 10)
_AIM: Final = TemplateItem("Tuyên bố lý do, giới thiệu đại biểu", 10)
_OPENING: Final = TemplateItem("Phát biểu khai mạc", 10)
_TASKS: Final = TemplateItem("Tình hình thực hiện kết luận kỳ trước", 20, shows=Shows.OPEN_TASKS)
_PETITIONS: Final = TemplateItem("Kết quả giải quyết ý kiến, kiến nghị của Nhân dân", 20, shows=Shows.PETITIONS)
_TALK: Final = TemplateItem("Thảo luận", 60)
_VOTE: Final = TemplateItem("Biểu quyết", 15)
_GUESTS: Final = TemplateItem("Phát biểu của lãnh đạo", 15)
_REPLY: Final = TemplateItem("Tiếp thu, giải trình", 30)
_CLOSING: Final = TemplateItem("Kết luận, bế mạc", 20)
_LEADERS: Final = ("committee",)
_AREAS: Final = ("working_committee",)
_ALL: Final = (*_LEADERS, *_AREAS, "member_organisation")
_QUORUM: Final = "2/3"

DEFAULT_TEMPLATES: Final[Mapping[Kind, TemplateRow]] = {
    template.kind: template
    for template in (
        TemplateRow(
            Kind.COMMITTEE_SESSION,
            "Hội nghị Ủy ban MTTQ Việt Nam {year}",
            (
                _ORDER, _OPENING, TemplateItem("Báo cáo kết quả công tác Mặt trận", 30), _TASKS, _PETITIONS, _TALK,
                TemplateItem("Hiệp thương về nhân sự, chương trình công tác", 20), _VOTE, _GUESTS, _CLOSING,
            ),
            _LEADERS, "hội nghị Ủy ban", _QUORUM,
        ),
        TemplateRow(
            Kind.STANDING_BOARD,
            "Họp Ban Thường trực {month}",
            (_TASKS, _PETITIONS, TemplateItem("Nhiệm vụ tháng tới", 45), TemplateItem("Kết luận", 10)),
            ("standing_board",), "họp Ban Thường trực", _QUORUM,
        ),
        TemplateRow(
            Kind.QUARTERLY_BRIEFING,
            "Hội nghị giao ban công tác Mặt trận {quarter}",
            (
                _ORDER, TemplateItem("Báo cáo kết quả công tác Mặt trận trong quý, nhiệm vụ quý tới", 30), _TASKS,
                _PETITIONS, _TALK, _GUESTS, _CLOSING,
            ),
            _ALL, "giao ban quý",
        ),
        TemplateRow(
            Kind.THEMATIC,
            "Hội nghị chuyên đề",
            (_AIM, TemplateItem("Báo cáo chuyên đề", 30), _TALK, _CLOSING),
            _AREAS,
        ),
        TemplateRow(
            Kind.SEMINAR,
            "Tọa đàm",
            (TemplateItem("Khai mạc, nêu lý do", 15), TemplateItem("Tham luận", 90), _TALK, _CLOSING),
            _AREAS,
        ),
        TemplateRow(
            Kind.CONSULTATION,
            "Hội nghị hiệp thương",
            (
                _AIM, TemplateItem("Giới thiệu danh sách đưa ra hiệp thương", 20),
                TemplateItem("Thảo luận, hiệp thương", 60), _VOTE, TemplateItem("Thông qua biên bản", 15), _CLOSING,
            ),
            _LEADERS, quorum=_QUORUM,
        ),
        TemplateRow(
            Kind.SUPERVISION,
            "Giám sát",
            (
                TemplateItem("Công bố kế hoạch, thành phần đoàn giám sát", 10),
                TemplateItem("Báo cáo của đơn vị được giám sát", 30), TemplateItem("Trao đổi, làm rõ", 60), _REPLY,
                TemplateItem("Kết luận, kiến nghị của đoàn giám sát", 20),
            ),
            ("inspection_board",), "giám sát",
        ),
        TemplateRow(
            Kind.SOCIAL_CRITICISM,
            "Hội nghị phản biện xã hội",
            (
                _AIM, TemplateItem("Trình bày dự thảo văn bản được phản biện", 20),
                TemplateItem("Ý kiến phản biện", 80), _REPLY, _CLOSING,
            ),
            (*_LEADERS, "advisory_group"), "phản biện xã hội",
        ),
        TemplateRow(
            Kind.DIALOGUE,
            "Hội nghị đối thoại với Nhân dân {year}",
            (
                _AIM, _PETITIONS, TemplateItem("Ý kiến của Nhân dân", 80),
                TemplateItem("Trả lời của lãnh đạo và các cơ quan", 40), _CLOSING,
            ),
            _AREAS, "đối thoại",
        ),
        TemplateRow(
            Kind.VOTERS,
            "Hội nghị tiếp xúc cử tri",
            (
                _AIM, TemplateItem("Báo cáo kết quả kỳ họp và trả lời kiến nghị trước", 30),
                TemplateItem("Ý kiến, kiến nghị của cử tri", 80), _REPLY, TemplateItem("Bế mạc", 5),
            ),
            _AREAS, "tiếp xúc cử tri",
        ),
        TemplateRow(
            Kind.TRAINING,
            "Hội nghị tập huấn công tác Mặt trận {year}",
            (_AIM, _OPENING, TemplateItem("Nội dung tập huấn", 150), TemplateItem("Trao đổi, giải đáp", 30), _CLOSING),
            _AREAS, "tập huấn",
        ),
        TemplateRow(
            Kind.SIGNING,
            "Lễ ký kết chương trình phối hợp {year}",
            (
                _AIM, TemplateItem("Trình bày chương trình phối hợp", 15), TemplateItem("Phát biểu của các bên", 20),
                TemplateItem("Ký kết", 10), TemplateItem("Bế mạc", 5),
            ),
            (*_LEADERS, "member_organisation"),
        ),
        TemplateRow(
            Kind.FESTIVAL,
            "Ngày hội Đại đoàn kết toàn dân tộc {year}",
            (
                TemplateItem("Văn nghệ chào mừng", 20), _AIM,
                TemplateItem("Diễn văn ôn lại truyền thống Mặt trận", 15),
                TemplateItem("Báo cáo kết quả phong trào ở khu dân cư", 20),
                TemplateItem("Khen thưởng, tặng quà", 20), _GUESTS,
            ),
            _AREAS, "ngày hội Đại đoàn kết",
        ),
        TemplateRow(
            Kind.REVIEW,
            "Hội nghị tổng kết công tác Mặt trận {year}",
            (
                _ORDER, _OPENING, TemplateItem("Báo cáo tổng kết", 30), TemplateItem("Tham luận, thảo luận", 60),
                _GUESTS, TemplateItem("Khen thưởng", 20), _CLOSING,
            ),
            _ALL, "tổng kết",
        ),
        TemplateRow(
            Kind.CONGRESS,
            "Đại hội đại biểu MTTQ Việt Nam",
            (
                TemplateItem("Ổn định tổ chức, bầu Đoàn Chủ tịch, Đoàn Thư ký", 20), _OPENING,
                TemplateItem("Báo cáo chính trị", 40), TemplateItem("Báo cáo kiểm điểm nhiệm kỳ", 20),
                TemplateItem("Tham luận, thảo luận", 90), TemplateItem("Hiệp thương cử Ủy ban khóa mới", 40), _GUESTS,
                TemplateItem("Thông qua nghị quyết", 15), TemplateItem("Bế mạc", 10),
            ),
            _ALL, quorum=_QUORUM,
        ),
    )
}  # fmt: skip
"""Practice, not law (domain §6 [M]); an office changes any of them."""
