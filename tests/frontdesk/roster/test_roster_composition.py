"""Composition: the figures equal a naive count, on days before, at and after a change of term and a merger."""

import shutil
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.office import ListAsk, Office
from frontdesk.roster import (
    Admit,
    Among,
    Appoint,
    Bloc,
    BodyKind,
    ChangeTerm,
    Composition,
    EndBody,
    EndMembership,
    FoundBody,
    MergeAreas,
    OpenTerm,
    Roster,
    Seat,
    Sex,
)
from frontdesk.roster.rules.composition import GROUPS, Seated, age_on, composition, education_level, theory_level
from frontdesk.store import open_store
from tests.conftest import PASSPHRASE, USER, StandingClock

COMMITTEE = "Ủy ban MTTQ Việt Nam phường Hoàn Kiếm"
TERM = date(2025, 7, 1)
MERGER = date(2026, 1, 1)
BOUNDS = (35, 45, 55, 60)


@pytest.mark.parametrize(
    ("born", "year", "on", "age"),
    [
        (date(1968, 9, 5), 1968, date(2026, 9, 4), 57),
        (date(1968, 9, 5), 1968, date(2026, 9, 5), 58),
        (date(1968, 2, 29), 1968, date(2026, 2, 28), 57),
        (date(1968, 2, 29), 1968, date(2026, 3, 1), 58),
        (None, 1968, date(2026, 1, 1), 58),
        (None, None, date(2026, 1, 1), None),
    ],
)
def test_an_age_is_in_whole_years(born: date | None, year: int | None, on: date, age: int | None) -> None:
    assert age_on(born, year, on) == age


@pytest.mark.parametrize(
    ("education", "profession", "level"),
    [
        ("12/12", None, "secondary"),
        ("10/10", "", "secondary"),
        ("9/12", None, "below"),
        ("9/12", "Trung cấp Y", "intermediate"),
        ("12/12", "ĐH Luật", "university"),
        ("12/12", "Cử nhân kinh tế", "university"),
        ("12/12", "Thạc sĩ", "postgraduate"),
        ("Đại học", None, "university"),
        ("THPT", "CĐ sư phạm", "college"),
        (None, None, "unknown"),
        ("lạ", "lạ", "unknown"),
    ],
)
def test_the_highest_level_of_education_counts(education: str | None, profession: str | None, level: str) -> None:
    assert education_level(education, profession) == level


@pytest.mark.parametrize(
    ("text", "level"),
    [("Cao cấp", "advanced"), ("Trung cấp", "intermediate"), ("SC", "elementary"), (None, "unknown"), ("-", "unknown")],
)
def test_political_theory_has_three_levels(text: str | None, level: str) -> None:
    assert theory_level(text) == level


seated = st.builds(
    Seated,
    st.integers(1, 40),
    sex=st.none() | st.sampled_from(Sex),
    birth_year=st.none() | st.integers(1930, 2008),
    ethnicity=st.none() | st.sampled_from(["Kinh", "KINH", "Hoa", "Ra Glai"]),
    religion=st.none() | st.just("Phật giáo"),
    party=st.none() | st.booleans(),
    education=st.none() | st.sampled_from(["12/12", "9/12", "Đại học"]),
    profession=st.none() | st.sampled_from(["Trung cấp", "Thạc sĩ"]),
    political_theory=st.none() | st.sampled_from(["Sơ cấp", "Cao cấp"]),
    bloc=st.none() | st.sampled_from(Bloc),
    again=st.none() | st.booleans(),
)


@given(st.lists(seated, max_size=60))
def test_every_question_is_answered_by_everybody_once(people: list[Seated]) -> None:
    figures = composition(people, date(2026, 6, 22), BOUNDS, "Kinh")
    rows = list({row.person_id: row for row in people}.values())
    assert figures.total == len(rows)
    for group in GROUPS:
        assert sum(line.count for line in figures.of(group)) == len(rows)
    for line in figures.lines:
        assert line.percent == (Decimal("0.00") if not rows else round_half_up(line.count, len(rows)))
    assert figures.count("sex", "female") == sum(row.sex is Sex.FEMALE for row in rows)
    assert figures.count("party", "outside") == sum(row.party is False for row in rows)
    assert figures.count("people", "minority") == sum(row.ethnicity in ("Hoa", "Ra Glai") for row in rows)
    old = sum(row.birth_year is not None and 2026 - row.birth_year > 60 for row in rows)
    assert figures.count("age", "from_61") == old


def round_half_up(count: int, total: int) -> Decimal:
    return Decimal((count * 20000 + total) // (2 * total)) / 100


@pytest.fixture(scope="module")
def history(blank_roster: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Roster]:
    """A committee through a change of term, and two areas through a merger; read only."""
    folder = shutil.copytree(blank_roster, tmp_path_factory.mktemp("history") / "office")
    store = open_store(folder, USER, PASSPHRASE, clock=StandingClock(datetime(2026, 6, 22, 8, 0)))
    roster = Roster(store, Office(store))
    roster.found_body(FoundBody(BodyKind.COMMITTEE, since=date(2020, 1, 1)))
    roster.open_term(OpenTerm(COMMITTEE, "khóa I", date(2020, 1, 1)))
    numbers = []
    for place in range(24):
        person = roster.admit(
            Admit(
                f"Lê Văn Số {place}",
                Sex.FEMALE if place % 3 else Sex.MALE,
                birth_year=1950 + place * 2,
                party=(True, False, None)[place % 3],
                ethnicity=("Kinh", "Hoa", None)[place % 3],
                religion="Công giáo" if place % 4 == 0 else None,
                education=("12/12", "9/12", None)[place % 3],
                profession=("Đại học", "Trung cấp", "Thạc sĩ", None)[place % 4],
                political_theory=("Cao cấp", "Trung cấp", "Sơ cấp", None)[place % 4],
                area=f"Khu phố {place % 3 + 1}",
                post="Trưởng ban" if place < 3 else "Ủy viên",
                since=date(2021, 1, 1) + timedelta(days=70 * place),
            )
        )
        numbers.append(person.number)
    for number in numbers[:12]:
        roster.appoint(Appoint(number, COMMITTEE, "Ủy viên", since=date(2020, 1, 1)))
    roster.end_membership(EndMembership(numbers[5], COMMITTEE, until=date(2024, 5, 31)))
    roster.end_membership(EndMembership(numbers[6], "Ban CTMT Khu phố 1", until=date(2025, 12, 31)))
    seats = tuple(Seat(number) for number in [*numbers[:4], *numbers[12:20]])
    roster.change_term(ChangeTerm(COMMITTEE, "khóa II", TERM, seats))
    roster.merge_areas(MergeAreas(("Khu phố 1", "Khu phố 2"), "Khu phố Đông", MERGER))
    yield roster
    store.close()


@pytest.fixture(scope="module")
def listed(history: Roster) -> list[dict[str, Any]]:
    return history.listing(ListAsk(sensitive=True))


edges = [TERM, MERGER, date(2020, 1, 1), date(2024, 5, 31), date(2021, 1, 1)]
days = st.sampled_from([edge + timedelta(days=step) for edge in edges for step in (-1, 0, 1)]) | st.dates(
    date(2019, 6, 1), date(2027, 1, 1)
)


def naive(listed: list[dict[str, Any]], on: date, **where: str) -> list[dict[str, Any]]:
    """The people of a list who hold such a post on a day, counted the way anybody would from the list alone."""
    day = on.isoformat()
    return [
        row
        for row in listed
        if any(
            (held["from"] is None or held["from"] <= day)
            and (held["to"] is None or day <= held["to"])
            and all(held[key] == value for key, value in where.items())
            for held in row["memberships"]
        )
    ]


def same(figures: Composition, people: list[dict[str, Any]], on: date) -> None:
    assert figures.total == len(people)
    assert figures.count("sex", "female") == sum(row["sex"] == "female" for row in people)
    assert figures.count("party", "outside") == sum(row["party"] is False for row in people)
    assert figures.count("people", "minority") == sum(row["ethnicity"] == "Hoa" for row in people)
    assert figures.count("religion", "some") == sum(row["religion"] is not None for row in people)
    ages = [on.year - row["birth_year"] for row in people]
    assert (figures.youngest, figures.oldest) == (min(ages, default=None), max(ages, default=None))
    groups = {"to_35": (0, 35), "36_to_45": (36, 45), "46_to_55": (46, 55), "56_to_60": (56, 60), "from_61": (61, 200)}
    for key, (least, most) in groups.items():
        assert figures.count("age", key) == sum(least <= age <= most for age in ages)
    for key, words in {"university": "Đại học", "postgraduate": "Thạc sĩ", "intermediate": "Trung cấp"}.items():
        assert figures.count("education", key) == sum(row["profession"] == words for row in people)
    schooled = [row["education"] for row in people if row["profession"] is None]
    assert figures.count("education", "secondary") == schooled.count("12/12")
    assert figures.count("education", "below") == schooled.count("9/12")
    for key, words in {"advanced": "Cao cấp", "intermediate": "Trung cấp", "elementary": "Sơ cấp"}.items():
        assert figures.count("theory", key) == sum(row["political_theory"] == words for row in people)
    assert figures.count("theory", "unknown") == sum(row["political_theory"] is None for row in people)
    assert figures.count("sex", "male") == sum(row["sex"] == "male" for row in people)
    assert figures.count("party", "member") == sum(row["party"] is True for row in people)
    assert figures.count("people", "majority") == sum(row["ethnicity"] == "Kinh" for row in people)


def again(listed: list[dict[str, Any]], on: date) -> tuple[int, int]:
    """How many of the committee sat in an earlier term of it, and how many did not, from the list alone."""
    people = naive(listed, on, body=COMMITTEE)
    day = on.isoformat()
    earlier = 0
    for row in people:
        seats = [held for held in row["memberships"] if held["body"] == COMMITTEE]
        now = next(held for held in seats if held["from"] <= day and (held["to"] is None or day <= held["to"]))
        earlier += any(held["term"] != now["term"] and held["to"] < now["from"] for held in seats if held["to"])
    return earlier, len(people) - earlier


@given(on=days)
def test_who_sat_before_is_counted_the_way_the_list_tells_it(
    history: Roster, listed: list[dict[str, Any]], on: date
) -> None:
    figures = history.composition(Among(body=COMMITTEE, on=on))
    assert (figures.count("seat", "again"), figures.count("seat", "first")) == again(listed, on)


@given(on=days)
def test_a_committee_counts_as_it_was_that_day(history: Roster, listed: list[dict[str, Any]], on: date) -> None:
    same(history.composition(Among(body=COMMITTEE, on=on)), naive(listed, on, body=COMMITTEE), on)


@given(on=days)
def test_everybody_counts_once_that_day(history: Roster, listed: list[dict[str, Any]], on: date) -> None:
    same(history.composition(Among(on=on)), naive(listed, on), on)


@given(on=days)
def test_areas_count_under_the_name_they_had_that_day(history: Roster, listed: list[dict[str, Any]], on: date) -> None:
    merged = on >= MERGER
    for area in ("Khu phố Đông", "Khu phố 3") if merged else ("Khu phố 1", "Khu phố 2", "Khu phố 3"):
        same(history.composition(Among(area=area, on=on)), naive(listed, on, area=area), on)


def test_who_sat_in_an_earlier_term_is_re_elected(history: Roster) -> None:
    before = history.composition(Among(body=COMMITTEE, on=TERM - timedelta(1)))
    assert (before.count("seat", "again"), before.count("seat", "first")) == (0, 11)
    after = history.composition(Among(body=COMMITTEE, on=TERM))
    assert (after.count("seat", "again"), after.count("seat", "first")) == (4, 8)


def test_a_term_that_is_over_counts_on_its_last_day(history: Roster) -> None:
    first = next(term for term in history.terms(COMMITTEE) if term.name == "khóa I")
    figures = history.composition(Among(body=COMMITTEE, term=first))
    assert (figures.on, figures.total) == (TERM - timedelta(1), 11)


def test_a_body_that_has_ended_counts_on_its_last_day(roster: Roster) -> None:
    name = roster.found_body(FoundBody(BodyKind.ADVISORY_GROUP, since=date(2025, 1, 1))).name
    number = roster.admit(Admit("Lê Văn An", body=name, since=date(2025, 1, 1))).number
    roster.end_body(EndBody(name, date(2026, 3, 31)))
    figures = roster.composition(Among(body=name))
    assert (figures.total, figures.on) == (1, date(2026, 3, 31))
    assert [row.person.number for row in roster.members(name)] == [number]
    assert roster.composition(Among(body=name, on=date(2026, 4, 1))).total == 0


def test_the_composition_of_nobody_is_nought(roster: Roster) -> None:
    figures = roster.composition()
    assert (figures.total, figures.average_age, figures.count("sex", "female")) == (0, None, 0)
