"""The meetings' windows to look at: with nothing, in preparation, held with 160 delegates and long names."""

from datetime import date
from functools import partial
from typing import Final

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from frontdesk.meetings import (
    AddMember,
    AddOutcome,
    AddRecommendation,
    AddVisit,
    AnswerRecommendation,
    EditItem,
    Kind,
    MeetingFilter,
    MeetingLine,
    Meetings,
    Method,
    OutcomeKind,
    PlanSupervision,
    Prepare,
)
from frontdesk.office import ListAsk
from tests.ui.meetings.office import LONG, POSTS, SAID, STARTS, briefing, held, name
from tests.ui.pictures import Shot
from tests.ui.stage import Stage, instead
from ui.meetings.agenda import AgendaSection
from ui.meetings.entry_section import EntrySection
from ui.meetings.page import MeetingsPage
from ui.meetings.record import SECTIONS, MeetingRecord
from ui.meetings.roll import RollTable
from ui.meetings.session.screen import SessionScreen
from ui.meetings.supervision import SupervisionSection

LEAVES: Final = ("check-in", "papers", "opinions", "votes", "outcomes", "tasks", "conclusion")
HOME: Final = ("list", "tasks", "recommendations", "calendar")
RECOMMENDED: Final = 3
SUPERVISED: Final = "Giám sát việc thu, quản lý và sử dụng các khoản đóng góp của Nhân dân ở khu dân cư"
BARE: Final = "Hội nghị chuyên đề chưa có nội dung"


class NoMeeting(Meetings):
    """An office before its first meeting."""

    def count(self, wanted: MeetingFilter | None = None) -> int:
        """None."""
        return 0

    def page(self, *_wanted: object, **_more: object) -> list[MeetingLine]:
        """None."""
        return []

    def task_count(self, ask: ListAsk) -> int:
        """None."""
        return 0


def _number(stage: Stage, title: str) -> str | None:
    found = stage.env.services.meetings.page(limit=1000)
    return next((line.number for line in found if line.title == title), None)


def full(stage: Stage) -> str:
    """The number of the large conference."""
    return _number(stage, LONG) or held(stage.env.services)


def bare(stage: Stage) -> str:
    """The number of a meeting with nothing in it."""
    number = _number(stage, BARE)
    if number is None:
        number = stage.env.services.meetings.prepare(Prepare(Kind.SUPERVISION, STARTS, BARE)).number or ""
        stage.env.services.meetings.plan_supervision(PlanSupervision(number, "Giám sát việc thu các khoản đóng góp"))
    return number


def home(leaf: int, stage: Stage) -> QWidget:
    """The lists."""
    full(stage)
    page = MeetingsPage(stage.env)
    page.home.setCurrentIndex(leaf)
    return page


def home_empty(leaf: int, stage: Stage) -> QWidget:
    """The lists before the first meeting."""
    services = stage.env.services
    empty = NoMeeting(services.store, services.office, services.roster, services.petitions)
    page = MeetingsPage(instead(stage.env, meetings=empty))
    page.home.setCurrentIndex(leaf)
    return page


def part(number: "object", name: str, edits: bool, stage: Stage) -> QWidget:
    """A meeting at one of its parts."""
    page = MeetingsPage(stage.env)
    page.open_record(number(stage))  # type: ignore[operator]
    record = page.opened
    assert isinstance(record, MeetingRecord)
    opened = record.open_section(name)
    if edits and isinstance(opened, EntrySection):
        opened.edit(opened.kind.rows(record.subject)[0])
    return page


def session(number: "object", leaf: int, stage: Stage) -> QWidget:
    """The screen for the meeting's day."""
    page = MeetingsPage(stage.env)
    page.open_record(number(stage))  # type: ignore[operator]
    page.open_session()
    screen = page.opened
    assert isinstance(screen, SessionScreen)
    screen.leaves.setCurrentIndex(leaf)
    return page


def roll(stage: Stage) -> QWidget:
    """A vote by name under way."""
    page = session(full, LEAVES.index("votes"), stage)
    screen = page.findChild(SessionScreen)
    adding = screen.votes.adding
    assert adding is not None
    adding.form.restore_draft({"question": "Thông qua phương hướng quý III", "method": Method.BY_NAME})
    for key in "1121311":
        QTest.keyClicks(adding.findChild(RollTable), key)
    return page


def beginning(stage: Stage) -> QWidget:
    """A new meeting."""
    briefing(stage.env.services) if not stage.env.services.meetings.series() else None
    page = MeetingsPage(stage.env)
    page.new_record()
    return page


def template(stage: Stage) -> QWidget:
    """The template of a kind."""
    page = MeetingsPage(stage.env)
    page.open_template(Kind.QUARTERLY_BRIEFING)
    return page


def supervised(stage: Stage) -> str:
    """The number of a supervision with everything in it."""
    number, meetings = _number(stage, SUPERVISED), stage.env.services.meetings
    if number is not None:
        return number
    number = meetings.prepare(Prepare(Kind.SUPERVISION, STARTS, SUPERVISED)).number or ""
    meetings.plan_supervision(PlanSupervision(number, "Việc thu các khoản đóng góp của Nhân dân năm 2026", SAID[0]))
    for place in range(5):
        meetings.add_member(AddMember(number, name(place), POSTS[place % 4], "Trưởng đoàn" if not place else None))
        meetings.add_visit(AddVisit(number, f"Khu phố {place + 1}", date(2026, 6, 1 + place), SAID[place % 3]))
        meetings.add_recommendation(
            AddRecommendation(number, SAID[place % 3], "Ủy ban nhân dân phường", date(2026, 6, 14 + place * 3))
        )
    meetings.answer_recommendation(AnswerRecommendation(number, 2, answer="Đã khắc phục xong."))
    return number


def supervision_leaf(leaf: int, stage: Stage) -> QWidget:
    """A supervision at one of its leaves; the first recommendation being answered."""
    page = part(supervised, "supervision", False, stage)
    section = page.findChild(SupervisionSection)
    section.leaves.setCurrentIndex(leaf)
    if leaf == RECOMMENDED:
        entries = section.parts[leaf - 1]
        entries.edit(entries.kind.rows(entries.subject)[0])
    return page


def led_to(stage: Stage) -> QWidget:
    """The agenda at an item with outcomes."""
    number, meetings = full(stage), stage.env.services.meetings
    if not meetings.meeting(number).agenda[1].outcomes:
        for kind in OutcomeKind:
            meetings.add_outcome(AddOutcome(number, 2, text=SAID[0], kind=kind))
        meetings.edit_item(EditItem(number, 2, presenter=name(12)))
    page = part(full, "agenda", False, stage)
    page.findChild(AgendaSection).list.go_to(1)
    return page


def unknown_guest(stage: Stage) -> QWidget:
    """The check-in while somebody comes who is not in the list."""
    page = session(full, 0, stage)
    page.findChild(SessionScreen).check_in.line.setText("Ksor H’Lan Niê Kđăm")
    return page


def recommended(stage: Stage) -> QWidget:
    """The recommendations over all meetings."""
    supervised(stage)
    return home(2, stage)


SHOTS: list[Shot] = [
    *(Shot(f"meetings-supervision-{leaf}", partial(supervision_leaf, leaf), True) for leaf in range(4)),
    Shot("meetings-led-to", led_to, True),
    Shot("meetings-session-unknown", unknown_guest, True),
    Shot("meetings-recommended", recommended, True),
    *(Shot(f"meetings-{name}", partial(home, at), True) for at, name in enumerate(HOME)),
    *(Shot(f"meetings-{name}-empty", partial(home_empty, at), True) for at, name in enumerate(HOME[:3])),
    Shot("meetings-new", beginning, True),
    Shot("meetings-template", template, True),
    Shot("meetings-session-roll", roll, True),
    *(
        Shot(f"meetings-full-{name}", partial(part, full, name, False), True)
        for name in SECTIONS
        if name != "supervision"
    ),
    *(Shot(f"meetings-bare-{name}", partial(part, bare, name, False), True) for name in SECTIONS),
    *(
        Shot(f"meetings-edit-{name}", partial(part, full, name, True), True)
        for name in ("agenda", "opinions", "votes", "tasks")
    ),
    *(Shot(f"meetings-session-{name}", partial(session, full, at), True) for at, name in enumerate(LEAVES)),
    *(Shot(f"meetings-session-bare-{name}", partial(session, bare, at), True) for at, name in enumerate(LEAVES[:5])),
]
