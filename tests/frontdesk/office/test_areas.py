"""Residential areas by name."""

from datetime import date

import pytest

from frontdesk.commands.services import Services
from frontdesk.errors import RuleBroken, Stale
from frontdesk.office import AddArea, AreaKind, EditArea, ListAsk, area_key, area_kind, area_sort_key
from frontdesk.office.deeds import ADD_AREA
from frontdesk.office.model import Area


@pytest.mark.parametrize(
    "names",
    [
        ("KP 3", "KP3", "kp 03", "KP.3", "Khu phố 3", "khu phố số 3", "KHU PHỐ 03", "Khu phố  3"),
        ("TDP 12", "TDP12", "Tổ dân phố 12", "Tổ dân phố số 012", "tdp số 12"),
        ("KDC 5", "Khu dân cư 5", "KDC5", "khu dân cư số 05"),
        ("Thôn Đông", "thôn đông", "Th. Đông", "THÔN ĐÔNG"),
        ("Ấp Hòa Bình", "ấp Hoà Bình", "Ấp  Hòa Bình"),
    ],
)
def test_spellings_of_one_area_share_a_key(names: tuple[str, ...]) -> None:
    assert len({area_key(name) for name in names}) == 1


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Khu phố 3", "Khu phố 13"),
        ("Khu phố 3", "Tổ dân phố 3"),
        ("Khu phố 3", "Khu phố 3A"),
        ("Thôn Đông", "Thôn Đồng Tâm"),
        ("Khu phố 10", "Khu phố 1"),
        ("Xóm So Đũa", "Xóm Đũa"),
    ],
)
def test_different_areas_have_different_keys(one: str, two: str) -> None:
    assert area_key(one) != area_key(two)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Thôn Đông", AreaKind.VILLAGE),
        ("Bản Mường", AreaKind.HIGHLAND_VILLAGE),
        ("Buôn Ky", AreaKind.EDE_VILLAGE),
        ("Xóm Mới", AreaKind.HAMLET),
        ("Ấp 2", AreaKind.SOUTHERN_HAMLET),
        ("Khóm 4", AreaKind.WARD_CLUSTER),
        ("KP 3", AreaKind.QUARTER),
        ("Khối 7", AreaKind.BLOCK),
        ("TDP 9", AreaKind.RESIDENTIAL_GROUP),
        ("KDC 5", AreaKind.RESIDENTIAL_AREA),
        ("Hòa Bình", AreaKind.RESIDENTIAL_AREA),
    ],
)
def test_the_kind_stands_in_the_name(name: str, kind: AreaKind) -> None:
    assert area_kind(name) is kind


def test_areas_stand_as_people_list_them() -> None:
    names = ["Khu phố 10", "Khu phố 2", "Khu phố 1", "Thôn Đông", "Ấp 3", "Thôn An Niên", "Khu phố 2A"]
    assert sorted(names, key=area_sort_key) == [
        "Ấp 3",
        "Khu phố 1",
        "Khu phố 2",
        "Khu phố 2A",
        "Khu phố 10",
        "Thôn An Niên",
        "Thôn Đông",
    ]


def test_an_area_is_found_by_any_spelling_and_by_its_bare_name(services: Services) -> None:
    office = services.office
    quarter = office.add_area(AddArea("Khu phố 3"))
    village = office.add_area(AddArea("Thôn An Niên", households=120))
    assert office.find_area("kp 03") == quarter
    assert office.find_area("an nien") == village
    assert office.find_area("Khu dân cư An Niên") == village
    assert office.find_area("3") is None
    assert office.find_area("Khu phố 4") is None
    assert office.find_area("  ") is None


def test_a_bare_name_that_two_areas_share_finds_neither(services: Services) -> None:
    for name in ("Thôn Đông", "Xóm Đông"):
        services.office.add_area(AddArea(name))
    assert services.office.find_area("Đông") is None
    assert services.office.find_area("xóm đông") is not None


@pytest.mark.parametrize("again", ["Khu phố 3", "KP03", "khu phố số 3"])
def test_an_area_is_recorded_once(services: Services, again: str) -> None:
    services.office.add_area(AddArea("Khu phố 3"))
    with pytest.raises(RuleBroken) as refused:
        services.office.add_area(AddArea(again))
    assert (refused.value.code, refused.value.field) == ("office.area.known", "name")


@pytest.mark.parametrize("name", ["", "   "])
def test_an_area_needs_a_name(services: Services, name: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        services.office.add_area(AddArea(name))
    assert refused.value.code == "office.area.nameless"


def test_an_area_is_corrected_and_the_rest_stays(services: Services) -> None:
    office = services.office
    made = office.add_area(AddArea("Khu phố 3", households=100))
    edited = office.edit_area(EditArea("KP 3", since=date(2026, 6, 1), revision=made.revision))
    assert (edited.households, edited.since, edited.kind) == (100, date(2026, 6, 1), AreaKind.QUARTER)
    with pytest.raises(Stale):
        office.edit_area(EditArea("KP 3", households=99, revision=made.revision))
    with pytest.raises(RuleBroken) as refused:
        office.edit_area(EditArea("Khu phố 9", households=99))
    assert refused.value.code == "office.area.unknown"


def test_an_area_not_yet_known_is_made_once(services: Services) -> None:
    office = services.office
    with services.store.change(ADD_AREA) as change:
        first, made = office.ensure_area(change, "Khu phố 3")
        second, made_again = office.ensure_area(change, "KP 03")
    assert (made, made_again, first) == (True, False, second)


def test_areas_are_listed_with_those_that_ended(services: Services) -> None:
    office = services.office
    new = office.add_area(AddArea("Khu phố Hòa Bình", since=date(2026, 6, 1)))
    old = office.add_area(AddArea("Khu phố 3"))
    with services.store.change(ADD_AREA) as change:
        change.amend(Area, old.id, until=date(2026, 6, 1), merged_into_id=new.id)
    assert [area.name for area in office.areas()] == ["Khu phố Hòa Bình"]
    assert [area.name for area in office.areas(date(2026, 5, 31))] == ["Khu phố 3"]
    assert [area.name for area in office.areas(date(2026, 6, 2))] == ["Khu phố Hòa Bình"]
    listed = office.list_areas(ListAsk())
    assert [(row["name"], row["from"], row["to"], row["merged_into"]) for row in listed] == [
        ("Khu phố 3", None, "2026-06-01", "Khu phố Hòa Bình"),
        ("Khu phố Hòa Bình", "2026-06-01", None, None),
    ]
    assert [row["name"] for row in office.list_areas(ListAsk(search="hoa"))] == ["Khu phố Hòa Bình"]
    assert listed[0]["kind"] == "quarter"


def test_an_area_that_ended_is_found_only_where_no_other_answers(services: Services) -> None:
    office = services.office
    old = office.add_area(AddArea("Khu phố 3"))
    with services.store.change(ADD_AREA) as change:
        change.amend(Area, old.id, until=date(2026, 6, 1))
    found = office.find_area("KP 3")
    assert found is not None
    assert found.until == date(2026, 6, 1)
    new = office.add_area(AddArea("Khu phố 3", since=date(2026, 7, 1)))
    assert office.find_area("KP 3") == new
