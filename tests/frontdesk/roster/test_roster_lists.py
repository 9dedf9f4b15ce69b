"""The lists of the command line, and orders by posts and areas."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from frontdesk.office import ImportAsk, ListAsk, SettingSpec
from frontdesk.roster import (
    Admit,
    AmendMembership,
    Appoint,
    Attend,
    BodyKind,
    Commend,
    CopyModel,
    Correct,
    EndMembership,
    FoundBody,
    HoldCourse,
    JoinPeople,
    MergeAreas,
    NoteModel,
    NoteVisit,
    OpenTerm,
    PeopleFilter,
    PeopleSort,
    Roster,
    SetPost,
    Status,
    WithdrawMembership,
    WithdrawPerson,
)
from frontdesk.roster.settings import SERVICE_YEARS
from tests.frontdesk.roster.conftest import Sheet

COMMITTEE = "Ủy ban MTTQ Việt Nam phường Hoàn Kiếm"
SINCE = date(2021, 6, 30)


@pytest.fixture
def office(roster: Roster) -> Roster:
    """A committee in its term, areas 2 and 10 with their heads, one person without a post."""
    roster.found_body(FoundBody(BodyKind.COMMITTEE, since=date(2021, 1, 1)))
    roster.open_term(OpenTerm(COMMITTEE, "khóa I", date(2021, 1, 1)))
    people = (
        Admit("Lê Văn An", area="Khu phố 10", post="Trưởng ban", since=SINCE, birth_year=1956),
        Admit("Lê Văn Bình", area="Khu phố 2", post="Thành viên", since=SINCE),
        Admit("Lê Văn Chi", area="Khu phố 2", post="Trưởng ban", since=date(2020, 2, 29)),
        Admit("Lê Văn Dũng"),
    )
    for person in people:
        roster.admit(person)
    roster.appoint(Appoint("NG-0002", COMMITTEE, "Ủy viên", since=date(2021, 1, 1)))
    roster.appoint(Appoint("NG-0003", COMMITTEE, "Chủ tịch", since=date(2021, 1, 1)))
    return roster


def order(roster: Roster, sort: PeopleSort, wanted: PeopleFilter | None = None, **more: Any) -> list[str]:
    return [row.name.split()[-1] for row in roster.page(wanted, sort, **more)]


def test_protocol_orders_by_body_then_post_then_name_and_who_has_no_post_comes_last(office: Roster) -> None:
    assert order(office, PeopleSort.POST) == ["Chi", "Bình", "An", "Dũng"]
    assert order(office, PeopleSort.POST, descending=True) == ["Dũng", "An", "Bình", "Chi"]
    within = PeopleFilter(area="Khu phố 2", status=Status.SERVING)
    office.appoint(Appoint("NG-0004", area="Khu phố 2", post="Phó Trưởng ban"))
    assert order(office, PeopleSort.POST, within) == ["Chi", "Dũng", "Bình"]
    assert [row.person.name.split()[-1] for row in office.members(area="Khu phố 2")] == ["Chi", "Dũng", "Bình"]


def test_areas_order_by_their_numbers_and_follow_a_merger(office: Roster) -> None:
    assert order(office, PeopleSort.AREA) == ["Bình", "Chi", "An", "Dũng"]
    office.merge_areas(MergeAreas(("Khu phố 2", "Khu phố 10"), "Khu phố 1", date(2026, 1, 1)))
    assert order(office, PeopleSort.AREA) == ["An", "Bình", "Chi", "Dũng"]


def test_an_order_by_posts_follows_what_is_written_and_pages_and_places_agree(office: Roster) -> None:
    assert order(office, PeopleSort.POST, offset=1, limit=2) == ["Bình", "An"]
    office.end_membership(EndMembership("NG-0003", COMMITTEE, until=date(2026, 6, 1)))
    assert order(office, PeopleSort.POST) == ["Bình", "Chi", "An", "Dũng"]
    for sort in PeopleSort:
        rows = office.page(sort=sort)
        assert [office.place(row.id, sort=sort) for row in rows] == list(range(4))
    serving = PeopleFilter(status=Status.SERVING)
    without_post = office.person("NG-0004").id
    assert [office.place(without_post, serving, sort) for sort in PeopleSort] == [None] * len(PeopleSort)
    assert office.count(serving) == 3
    assert order(office, PeopleSort.NAME, PeopleFilter(status=Status.FORMER)) == ["Dũng"]


def test_of_a_kind_of_bodies_those_are_listed_who_sit_in_one(office: Roster) -> None:
    assert order(office, PeopleSort.NAME, PeopleFilter(kind=BodyKind.COMMITTEE)) == ["Bình", "Chi"]
    assert order(office, PeopleSort.NAME, PeopleFilter(kind=BodyKind.WORKING_COMMITTEE)) == ["An", "Bình", "Chi"]
    assert order(office, PeopleSort.NAME, PeopleFilter(kind=BodyKind.FUND_BOARD)) == []
    office.end_membership(EndMembership("NG-0003", COMMITTEE, until=date(2026, 6, 1)))
    serving = PeopleFilter(kind=BodyKind.COMMITTEE, status=Status.SERVING)
    assert order(office, PeopleSort.NAME, serving) == ["Bình"]


WRITES: dict[str, Callable[[Roster], object]] = {
    "another name": lambda roster: roster.correct(Correct("NG-0001", name="Lê Văn Ân")),
    "somebody new": lambda roster: roster.admit(Admit("Lê Văn Bảo", area="Khu phố 2", post="Trưởng ban")),
    "somebody gone": lambda roster: roster.withdraw_person(WithdrawPerson("NG-0002", "nhập nhầm")),
    "a post more": lambda roster: roster.appoint(Appoint("NG-0001", COMMITTEE, "Chủ tịch")),
    "a post less": lambda roster: roster.end_membership(EndMembership("NG-0003", COMMITTEE, until=date(2026, 6, 1))),
    "another post": lambda roster: roster.amend_membership(
        AmendMembership("NG-0003", COMMITTEE, new_post="Phó Chủ tịch")
    ),
    "a post of nobody": lambda roster: roster.withdraw_membership(WithdrawMembership("NG-0002", COMMITTEE)),
    "two made one": lambda roster: roster.join_people(JoinPeople("NG-0004", "NG-0003")),
    "another rank": lambda roster: roster.set_post(SetPost("Thành viên", 1)),
    "another body": lambda roster: roster.found_body(FoundBody(BodyKind.STANDING_BOARD)),
    "areas made one": lambda roster: roster.merge_areas(
        MergeAreas(("Khu phố 2", "Khu phố 10"), "Khu phố 1", date(2026, 1, 1))
    ),
    "nothing of people": lambda roster: roster.note_model(NoteModel("Camera an ninh")),
}
FILTERS = (
    PeopleFilter(),
    PeopleFilter(status=Status.SERVING),
    PeopleFilter(search="le van", kind=BodyKind.WORKING_COMMITTEE),
    PeopleFilter(area="Khu phố 2"),
)


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES.keys())
@pytest.mark.parametrize("sort", [PeopleSort.POST, PeopleSort.AREA])
def test_an_order_mended_after_a_write_is_the_one_worked_out_anew(
    office: Roster, write: Callable[[Roster], object], sort: PeopleSort
) -> None:
    for wanted in FILTERS:
        office.page(wanted, sort)
    write(office)
    anew = Roster(office._store, office._office)
    assert [office.page(wanted, sort) for wanted in FILTERS] == [anew.page(wanted, sort) for wanted in FILTERS]


@pytest.mark.parametrize(
    ("ask", "numbers"),
    [
        (ListAsk(area="KP 2"), ["NG-0002", "NG-0003"]),
        (ListAsk(body="Ban CTMT khu phố 2"), ["NG-0003"]),
        (ListAsk(body="Ban CTMT khu phố 2", status="all"), ["NG-0002", "NG-0003"]),
        (ListAsk(area="KP 2", search="chi"), ["NG-0003"]),
        (ListAsk(status="former"), ["NG-0004"]),
    ],
)
def test_a_list_and_an_export_hold_whom_area_body_and_words_leave(
    office: Roster, tmp_path: Path, ask: ListAsk, numbers: list[str]
) -> None:
    office.end_membership(EndMembership("NG-0002", "Ban CTMT khu phố 2", until=date(2026, 6, 1)))
    office.appoint(Appoint("NG-0002", area="Khu phố 2", body=COMMITTEE, post="Phó Chủ tịch"))
    assert [row["number"] for row in office.listing(ask)] == numbers
    assert office.export_sheet(tmp_path / "ra.xlsx", ask) == len(numbers)
    preview = office.preview_sheet(tmp_path / "ra.xlsx")
    assert {row.outcome.value for row in preview.rows} == {"unchanged"}


def test_an_export_of_a_window_holds_whom_it_shows_in_its_order(office: Roster, tmp_path: Path) -> None:
    path = tmp_path / "ra.xlsx"
    wanted = PeopleFilter(area="Khu phố 2", status=Status.SERVING)
    assert office.export_sheet(path, ListAsk(), wanted, PeopleSort.POST, descending=True) == 2
    first = [row.name for row in office.preview_sheet(path).rows]
    assert list(dict.fromkeys(first)) == ["Lê Văn Bình", "Lê Văn Chi"]


def test_bodies_and_their_warnings_are_listed_with_term_number_and_source(office: Roster) -> None:
    listed = {row["name"]: row for row in office.list_bodies(ListAsk())}
    assert (listed[COMMITTEE]["term"], listed[COMMITTEE]["people"], listed[COMMITTEE]["kind"]) == (
        "khóa I", 2, "committee"
    )  # fmt: skip
    assert [row["area"] for row in office.list_bodies(ListAsk(area="KP 10"))] == ["Khu phố 10"]
    assert office.list_bodies(ListAsk(until=date(2020, 1, 1), search="uy ban")) == []
    warned = office.list_warnings(ListAsk(body=COMMITTEE))
    assert [(row["code"], row["source"]) for row in warned] == [
        ("roster.body.too_few", "Hướng dẫn đại hội 2024 - 2029; thực tế sau sắp xếp 2025")
    ]
    assert office.list_warnings(ListAsk(area="KP 2")) == []


def test_changes_are_listed_by_period_area_and_body(office: Roster) -> None:
    office.end_membership(EndMembership("NG-0002", "Ban CTMT khu phố 2", until=date(2026, 6, 1)))
    (row,) = office.list_changes(ListAsk())
    assert (row["change"], row["number"], row["day"], row["area"]) == ("left", "NG-0002", "2026-06-01", "Khu phố 2")
    assert office.list_changes(ListAsk(area="Khu phố 10")) == []
    assert [row["number"] for row in office.list_changes(ListAsk(since=SINCE, until=SINCE))] == ["NG-0002", "NG-0001"]


def test_who_is_to_be_congratulated_is_listed_with_long_service(office: Roster) -> None:
    rows = [(row["kind"], row["number"], row["years"], row["day"]) for row in office.list_reminders(ListAsk())]
    assert rows == [
        ("elder", "NG-0001", 70, None),
        ("long_service", "NG-0002", 5, "2026-01-01"),
        ("long_service", "NG-0001", 5, "2026-06-30"),
    ]
    assert [row.number for row in office.long_service(2025)] == ["NG-0003"]
    assert office.long_service(2025)[0].day == date(2025, 2, 28)
    assert isinstance(SERVICE_YEARS, SettingSpec)


def test_what_people_learned_earned_and_saw_is_listed(office: Roster) -> None:
    office.hold_course(HoldCourse("Nghiệp vụ", date(2026, 3, 1)))
    office.attend(Attend("Nghiệp vụ", ("NG-0001",), "Khá"))
    office.commend(Commend("Giấy khen", date(2025, 11, 18), number="NG-0001", merit="Xuất sắc"))
    office.note_model(NoteModel("Cổng an toàn", "Ban CTMT Khu phố 2", "Khu phố 2"))
    office.copy_model(CopyModel("Cổng an toàn", "Khu phố 10"))
    office.note_visit(NoteVisit("Xã Hòa Bình", date(2026, 3, 2), visitors=("NG-0001",), models=("Cổng an toàn",)))
    (course,) = office.list_courses(ListAsk(since=date(2026, 1, 1)))
    assert course["turns"] == [{"number": "NG-0001", "name": "Lê Văn An", "result": "Khá"}]
    assert [row["merit"] for row in office.list_commendations(ListAsk(search="giay khen"))] == ["Xuất sắc"]
    assert office.list_commendations(ListAsk(since=date(2026, 1, 1))) == []
    assert [row["copies"] for row in office.list_models(ListAsk())] == [["Khu phố 10"]]
    (visit,) = office.list_visits(ListAsk())
    assert (visit["visitors"], visit["models"]) == (["Lê Văn An"], ["Cổng an toàn"])


def test_bodies_of_areas_stand_in_number_order_on_lists(office: Roster, sheet: Sheet) -> None:
    rows = [("Họ và tên", "Khu phố", "Chức vụ"), *((f"Lê Thị {n}", f"Khu phố {n}", "Trưởng ban") for n in (11, 3))]
    office.import_sheet(ImportAsk(sheet(rows)))
    seen = [row.membership.area for row in office.members(kind=BodyKind.WORKING_COMMITTEE)]
    assert list(dict.fromkeys(seen)) == ["Khu phố 2", "Khu phố 3", "Khu phố 10", "Khu phố 11"]
