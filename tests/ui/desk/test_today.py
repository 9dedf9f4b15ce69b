"""What a secretary sees at eight."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from frontdesk import messages
from frontdesk.commands.services import Services
from frontdesk.meetings import AddRecommendation, AddTask, AnswerRecommendation, Kind, Prepare
from frontdesk.petitions import Channel, Register
from frontdesk.petitions import Kind as PetitionKind
from frontdesk.roster import Admit
from frontdesk.store import Store
from tests.conftest import StandingClock
from tests.ui.desk.notedesk import desk
from ui.desk.framing import House
from ui.desk.shell import Shell
from ui.desk.today import TodayPage
from ui.desk.today_lines import MOST_LINES, Group, read_groups
from ui.parts.colours import Tone

DESKS = tuple(map(desk, ("roster", "petitions", "meetings", "fund")))


@pytest.fixture
def read(services: Services) -> Callable[[], dict[str, Group]]:
    return lambda: {group.key: group for group in read_groups(services, DESKS)}


def register(services: Services, received: date, text: str = "Đường lầy lội") -> str:
    ask = Register(PetitionKind.REPORT, text, Channel.IN_PERSON, received, sender="Trần Văn Bình")
    return services.petitions.register(ask).number


def test_a_new_office_is_told_what_to_do_first_and_each_step_goes_once_done(
    services: Services, read: Callable[[], dict[str, Group]]
) -> None:
    first = read()["first"]
    assert [line.target for line in first.lines] == ["roster", "meetings", "petitions", "fund"]
    register(services, services.store.today)
    assert "petitions" not in [line.target for line in read()["first"].lines]


def test_petitions_come_by_what_presses_most(services: Services, read: Callable[[], dict[str, Group]]) -> None:
    today = services.store.today
    late = register(services, today - timedelta(60))
    fresh = register(services, today, "Loa quá to")
    overdue = read()["petitions.overdue"]
    assert [line.target for line in overdue.lines] == [late]
    assert overdue.lines[0].tone is Tone.BAD
    assert fresh not in "".join(line.text for group in read().values() for line in group.lines)


def test_a_recommendation_whose_answer_is_late_stands_there_until_it_is_answered(
    services: Services, read: Callable[[], dict[str, Group]]
) -> None:
    today, meetings = services.store.today, services.meetings
    number = meetings.prepare(Prepare(Kind.SUPERVISION, datetime.combine(today, time(8)), "Giám sát")).number
    assert number is not None
    for text, days in (("Niêm yết công khai", -1), ("Nạo vét cống", 1)):
        meetings.add_recommendation(AddRecommendation(number, text, "UBND phường", today + timedelta(days)))
    (line,) = read()["recommendations"].lines
    assert (line.text, line.target, line.tone) == ("Niêm yết công khai – UBND phường", number, Tone.BAD)
    meetings.answer_recommendation(AnswerRecommendation(number, 1, answer="Đã niêm yết"))
    assert "recommendations" not in read()


def test_a_long_list_shows_its_beginning_and_how_many_more(
    services: Services, read: Callable[[], dict[str, Group]]
) -> None:
    for at in range(MOST_LINES + 3):
        register(services, services.store.today - timedelta(60), f"Việc số {at}")
    lines = read()["petitions.overdue"].lines
    assert len(lines) == MOST_LINES + 1
    assert (lines[-1].text, lines[-1].target) == ("… and 3 more", "petitions")


def test_conferences_ahead_and_tasks_that_are_late(
    services: Services, read: Callable[[], dict[str, Group]], clock: StandingClock
) -> None:
    number = services.meetings.prepare(Prepare(Kind.QUARTERLY_BRIEFING, datetime(2026, 6, 23, 8, 0), "Giao ban")).number
    services.meetings.add_task(AddTask(number, "Rà soát hộ nghèo", "Khu phố 3", date(2026, 6, 19)))
    groups = read()
    assert groups["meetings"].lines[0].detail == "tomorrow 08:00"
    assert (groups["tasks"].lines[0].text, groups["tasks"].lines[0].target) == ("Rà soát hộ nghèo – Khu phố 3", number)


def test_a_birthday_today_stands_out(services: Services, read: Callable[[], dict[str, Group]]) -> None:
    services.roster.admit(Admit("Trần Thị Bình", born=date(1966, 6, 22), area="Khu phố 1", post="Trưởng ban"))
    line = read()["birthdays"].lines[0]
    assert (line.detail, line.tone) == ("60 years, today", Tone.WARN)


def test_an_old_backup_is_the_last_thing_said(
    store: Store, read: Callable[[], dict[str, Group]], clock: StandingClock
) -> None:
    assert list(read())[-1] == "backup"
    store.back_up()
    assert "backup" not in read()
    clock.moment += timedelta(3)
    assert "3 days old" in read()["backup"].lines[0].text


def test_each_line_jumps_and_the_page_reads_again_when_something_changes(
    house: House, services: Services, qtbot: QtBot
) -> None:
    jumps: list[str] = []
    shell = Shell(house)
    shell.show()
    shell.open_desk(0)
    page = shell.page
    assert isinstance(page, TodayPage)
    object.__setattr__(page._env, "jump", jumps.append)
    number = register(services, services.store.today - timedelta(60))
    qtbot.waitUntil(lambda: "petitions.overdue" in page.cards)
    lines = page.cards["petitions.overdue"].lines
    lines.setFocus()
    QTest.keyClick(lines, Qt.Key.Key_Return)
    assert jumps == [number]
    shell.close_unasked()
    shell.deleteLater()


def test_another_day_is_another_page(shell: Shell, clock: StandingClock, qtbot: QtBot) -> None:
    messages.use("vi")
    shell.open_desk(0)
    page = shell.page
    clock.moment += timedelta(1)
    page._on_minute()
    heading = page.findChild(object, "title_detail")
    assert heading.text().startswith("Thứ Ba, ngày 23 tháng 6 năm 2026 (âm lịch: mùng 9 tháng Năm")


def test_a_wide_window_has_two_columns_and_a_narrow_one_one(shell: Shell, services: Services, qtbot: QtBot) -> None:
    for at in range(3):
        register(services, services.store.today - timedelta(60), f"Việc số {at}")
    shell.open_desk(0)
    page = shell.page
    qtbot.waitUntil(lambda: len(page.cards) > 1)
    places: Callable[[], set[int]] = partial(_lefts, page)
    shell.resize(1366, 768)
    qtbot.waitUntil(lambda: len(places()) == 2)
    shell.resize(760, 700)
    qtbot.waitUntil(lambda: len(places()) == 1)


def _lefts(page: TodayPage) -> set[int]:
    return {card.x() for card in page.cards.values()}
