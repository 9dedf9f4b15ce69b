"""Deadlines: every rule over Tết, weekends, holidays and make-up days; pauses; which rule applies; the sentence."""

import csv
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.petitions.rules.deadlines import Counting, Event, RuleRow, Step, choose, count
from frontdesk.petitions.rules.defaults import DEFAULT_RULES
from frontdesk.petitions.rules.words import Complexity, Kind
from frontdesk.vietnamese import WorkCalendar

TET = "Tết Nguyên Đán"
CALENDAR = WorkCalendar(
    {
        date(2026, 1, 1): "Tết Dương lịch",
        date(2026, 1, 2): "Ngày nghỉ (thay cho ngày 10/01/2026)",
        **{date(2026, 2, day): TET for day in range(16, 21)},
        date(2026, 4, 26): "Giỗ Tổ Hùng Vương",
        date(2026, 4, 27): "nghỉ bù Giỗ Tổ Hùng Vương",
        date(2026, 4, 30): "Ngày Chiến thắng 30/4",
        date(2026, 5, 1): "Ngày Quốc tế Lao động 1/5",
        date(2026, 8, 31): "Ngày nghỉ (thay cho ngày 22/08/2026)",
        date(2026, 9, 1): "Quốc khánh 2/9",
        date(2026, 9, 2): "Quốc khánh 2/9",
        date(2026, 11, 24): "Ngày Văn hóa Việt Nam",
        date(2027, 1, 1): "Tết Dương lịch",
        **{date(2027, 2, day): TET for day in range(4, 11)},
    },
    {date(2026, 1, 10): "Làm bù", date(2026, 8, 22): "Làm bù"},
)
RULES = {rule.name: rule for rule in DEFAULT_RULES}
TABLE = [
    (row["rule"], date.fromisoformat(row["start"]), date.fromisoformat(row["due"]))
    for row in csv.DictReader((Path(__file__).parent / "deadlines.csv").read_text(encoding="utf-8").splitlines())
]


@pytest.mark.parametrize(("name", "start", "due"), TABLE)
def test_the_day_of_the_table(name: str, start: date, due: date) -> None:
    assert count(RULES[name], start, CALENDAR).day == due


def test_the_table_covers_every_default_rule_that_counts_days() -> None:
    assert {name for name, _start, _due in TABLE} == {
        rule.name for rule in DEFAULT_RULES if rule.counting is not Counting.YEARS
    }


# Worked by hand, a calendar beside each; the counted days are numbered, "-" is a day the office is closed.
WORKED = [
    # Ten working days from Friday 6 February 2026, over Tết.
    #        Mo Tu We Th Fr Sa Su
    # Feb 09  1  2  3  4  5  -  -
    # Feb 16  -  -  -  -  -  -  -   Tết, Monday to Friday
    # Feb 23  6  7  8  9 10         Friday, 27 February
    ("xu-ly-don", date(2026, 2, 6), date(2026, 2, 27)),
    # Five working days from Monday 5 January 2026: Saturday the 10th is worked, for 2 January was off.
    # Jan 05  .  1  2  3  4  5  -   Saturday, 10 January
    ("to-cao-chuyen", date(2026, 1, 5), date(2026, 1, 10)),
    # Ten working days from Wednesday 24 December 2025, over New Year and its bridge.
    # Dec 22  .  .  .  1  2  -  -
    # Dec 29  3  4  5  -  -  -  -   Thursday 1 and Friday 2 January are off
    # Jan 05  6  7  8  9 10         Friday, 9 January
    ("xu-ly-don", date(2025, 12, 24), date(2026, 1, 9)),
    # Ten working days from Friday 17 April 2026, over Giỗ Tổ (a Sunday, so Monday is off) and 30/4 - 1/5.
    # Apr 20  1  2  3  4  5  -  -
    # Apr 27  -  6  7  -  -  -  -
    # May 04  8  9 10               Wednesday, 6 May
    ("xu-ly-don", date(2026, 4, 17), date(2026, 5, 6)),
    # Ten working days from Friday 14 August 2026; Saturday the 22nd is made up for Monday the 31st.
    # Aug 17  1  2  3  4  5  6  -
    # Aug 24  7  8  9 10            Thursday, 27 August
    ("xu-ly-don", date(2026, 8, 14), date(2026, 8, 27)),
    # Thirty days from Friday 16 January 2026: 15 days are left of January, so 15 February, a Sunday; then Tết,
    # five days from Monday the 16th, then a weekend: Monday, 23 February.
    ("tra-loi", date(2026, 1, 16), date(2026, 2, 23)),
    # Ten days from Friday 6 February 2026 is Monday the 16th, the first day of Tết: again Monday the 23rd.
    ("khieu-nai-thu-ly", date(2026, 2, 6), date(2026, 2, 23)),
    # Thirty days from Tuesday 3 March 2026: 28 left of March, so 2 April, a Thursday, stays.
    ("to-cao-ket-luan", date(2026, 3, 3), date(2026, 4, 2)),
    # Ninety days from Tuesday 3 March: 28 of March, 30 of April, 31 of May, so 1 June, a Monday.
    ("to-cao-ket-luan-dac-biet-phuc-tap", date(2026, 3, 3), date(2026, 6, 1)),
    # Ten days from Friday 17 April 2026 is Monday the 27th, off in lieu of Giỗ Tổ: Tuesday, 28 April.
    ("khieu-nai-thu-ly", date(2026, 4, 17), date(2026, 4, 28)),
    # Seven working days begun on a day of Tết itself (Wednesday 18 February): Monday the 23rd is the first.
    # Feb 23  1  2  3  4  5  -  -
    # Mar 02  6  7                  Tuesday, 3 March
    ("to-cao-xu-ly", date(2026, 2, 18), date(2026, 3, 3)),
]


@pytest.mark.parametrize(("name", "start", "due"), WORKED)
def test_the_day_worked_by_hand(name: str, start: date, due: date) -> None:
    assert count(RULES[name], start, CALENDAR).day == due


LAW_DAYS = [
    (Kind.COMPLAINT, Step.RESOLVE, False, Complexity.NORMAL, 30),
    (Kind.COMPLAINT, Step.RESOLVE, False, Complexity.COMPLEX, 45),
    (Kind.COMPLAINT, Step.RESOLVE, False, Complexity.VERY_COMPLEX, 45),
    (Kind.COMPLAINT, Step.RESOLVE, True, Complexity.NORMAL, 45),
    (Kind.COMPLAINT, Step.RESOLVE, True, Complexity.COMPLEX, 60),
    (Kind.COMPLAINT, Step.RESOLVE_AGAIN, False, Complexity.NORMAL, 45),
    (Kind.COMPLAINT, Step.RESOLVE_AGAIN, False, Complexity.COMPLEX, 60),
    (Kind.COMPLAINT, Step.RESOLVE_AGAIN, True, Complexity.NORMAL, 60),
    (Kind.COMPLAINT, Step.RESOLVE_AGAIN, True, Complexity.COMPLEX, 70),
    (Kind.COMPLAINT, Step.ACCEPT, True, Complexity.NORMAL, 10),
    (Kind.COMPLAINT, Step.COMPLAIN, False, Complexity.NORMAL, 90),
    (Kind.COMPLAINT, Step.COMPLAIN_AGAIN, False, Complexity.NORMAL, 30),
    (Kind.COMPLAINT, Step.COMPLAIN_AGAIN, True, Complexity.NORMAL, 45),
    (Kind.DENUNCIATION, Step.PROCESS, False, Complexity.NORMAL, 7),
    (Kind.DENUNCIATION, Step.PROCESS, False, Complexity.COMPLEX, 10),
    (Kind.DENUNCIATION, Step.TRANSFER, False, Complexity.NORMAL, 5),
    (Kind.DENUNCIATION, Step.NOTICE, False, Complexity.NORMAL, 5),
    (Kind.DENUNCIATION, Step.RESOLVE, True, Complexity.NORMAL, 30),
    (Kind.DENUNCIATION, Step.RESOLVE, False, Complexity.COMPLEX, 60),
    (Kind.DENUNCIATION, Step.RESOLVE, False, Complexity.VERY_COMPLEX, 90),
    (Kind.PROPOSAL, Step.PROCESS, False, Complexity.NORMAL, 10),
    (Kind.REPORT, Step.PROCESS, True, Complexity.COMPLEX, 10),
    (Kind.COMPLAINT, Step.PROCESS, False, Complexity.NORMAL, 10),
    (Kind.REPORT, Step.ANSWER, False, Complexity.NORMAL, 30),
    (Kind.PROPOSAL, Step.REPLY, False, Complexity.NORMAL, 7),
    (Kind.REPORT, Step.KEEP, False, Complexity.NORMAL, 1),
]


@pytest.mark.parametrize(("kind", "step", "remote", "complexity", "days"), LAW_DAYS)
def test_the_rule_that_says_most_about_the_case_applies(
    kind: Kind, step: Step, remote: bool, complexity: Complexity, days: int
) -> None:
    rule = choose(DEFAULT_RULES, kind, step, date(2026, 3, 3), remote=remote, complexity=complexity)
    assert rule is not None
    assert rule.days == days


@pytest.mark.parametrize(
    ("day", "days"), [(date(2026, 6, 30), 10), (date(2026, 7, 1), 7), (date(2026, 12, 31), 7), (date(2027, 1, 1), None)]
)
def test_a_rule_applies_from_its_first_to_its_last_day(day: date, days: int | None) -> None:
    old = replace(RULES["xu-ly-don"], valid_to=date(2026, 6, 30))
    new = replace(old, name="moi", days=7, valid_from=date(2026, 7, 1), valid_to=date(2026, 12, 31))
    rule = choose([old, new], Kind.REPORT, Step.PROCESS, day, remote=False, complexity=Complexity.NORMAL)
    assert (rule and rule.days) == days


def test_days_of_waiting_are_added() -> None:
    # Ten working days from Tuesday 3 March, waiting from Thursday the 5th to Monday the 9th.
    # Mar 02  .  .  1  2  w  -  -    the 5th itself still counts
    # Mar 09  w  3  4  5  6  -  -    the 9th, when the sender came, does not
    # Mar 16  7  8  9 10             Thursday, 19 March
    due = count(RULES["xu-ly-don"], date(2026, 3, 3), CALENDAR, ((date(2026, 3, 5), date(2026, 3, 9)),))
    assert due.day == date(2026, 3, 19)
    assert "chờ người gửi bổ sung từ 05/3/2026 đến 09/3/2026" in due.why
    # Thirty days and the four of waiting: 34 days after 3 March is 6 April, a Monday.
    due = count(RULES["tra-loi"], date(2026, 3, 3), CALENDAR, ((date(2026, 3, 5), date(2026, 3, 9)),))
    assert due.day == date(2026, 4, 6)


def test_the_sentence_names_the_rule_the_first_day_and_what_was_passed_over() -> None:
    assert count(RULES["xu-ly-don"], date(2026, 2, 6), CALENDAR).why == (
        "Hạn phân loại, xử lý đơn 27/02/2026: 10 ngày làm việc kể từ ngày nhận 06/02/2026 (không tính ngày này); theo "
        "Điều 28 Luật Tiếp công dân 2013 và Thông tư 05/2021/TT-TTCP; không tính 11 ngày vì nghỉ cuối tuần "
        "(07/02/2026, 08/02/2026, 14/02/2026, 15/02/2026, 21/02/2026, 22/02/2026), nghỉ Tết Nguyên Đán "
        "(16/02/2026 đến 20/02/2026)."
    )
    assert count(RULES["khieu-nai-thu-ly"], date(2026, 2, 6), CALENDAR).why == (
        "Hạn thông báo việc thụ lý 23/02/2026: 10 ngày kể từ ngày chuyển 06/02/2026 (không tính ngày này); theo "
        "Điều 27 Luật Khiếu nại 2011; ngày cuối 16/02/2026 chuyển sang ngày làm việc kế tiếp vì nghỉ Tết Nguyên Đán "
        "(16/02/2026 đến 20/02/2026), nghỉ cuối tuần (21/02/2026, 22/02/2026)."
    )


def test_a_year_of_keeping_ends_on_the_same_day() -> None:
    assert count(RULES["luu-don"], date(2026, 3, 3), CALENDAR).day == date(2027, 3, 3)
    assert count(RULES["luu-don"], date(2024, 2, 29), CALENDAR).day == date(2025, 3, 1)


_STARTS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(start=_STARTS, days=st.integers(1, 90), working=st.booleans())
def test_a_deadline_is_a_working_day_after_the_first_and_never_comes_back(
    start: date, days: int, working: bool
) -> None:
    counting = Counting.WORKING if working else Counting.CALENDAR
    rule = RuleRow("x", None, Step.PROCESS, Event.RECEIVED, days, counting, "luật")
    due = count(rule, start, CALENDAR).day
    assert due is not None
    assert CALENDAR.is_working(due)
    assert due >= start + timedelta(days)
    later = count(rule, start + timedelta(1), CALENDAR).day
    assert later is not None
    assert later >= due


@given(
    start=_STARTS, days=st.integers(1, 60), after=st.integers(0, 10), length=st.integers(0, 20), working=st.booleans()
)
def test_waiting_never_brings_a_deadline_forward(
    start: date, days: int, after: int, length: int, working: bool
) -> None:
    counting = Counting.WORKING if working else Counting.CALENDAR
    rule = RuleRow("x", None, Step.PROCESS, Event.RECEIVED, days, counting, "luật")
    since = start + timedelta(after)
    plain, paused = count(rule, start, CALENDAR), count(rule, start, CALENDAR, ((since, since + timedelta(length)),))
    assert plain.day is not None
    assert paused.day is not None
    assert paused.day >= plain.day or since >= plain.day
