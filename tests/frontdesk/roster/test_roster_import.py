"""Sheets read in: the samples exactly, other words and orders, people told apart and joined."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from frontdesk.errors import RuleBroken
from frontdesk.office import ImportAsk, ListAsk
from frontdesk.roster import Roster
from frontdesk.roster.sheets.planning import Choice, RowChoice
from frontdesk.sheet import ImportReport, Outcome
from frontdesk.store import Store, journal_entries

Sheet = Callable[[Sequence[Sequence[Any]]], Path]
SAMPLES = Path(__file__).parents[2] / "data" / "sheets"


def take(roster: Roster, path: Path, **overrides: str) -> ImportReport:
    return roster.import_sheet(ImportAsk(path, overrides=overrides))


def people(roster: Roster) -> list[dict[str, Any]]:
    return roster.listing(ListAsk(sensitive=True))


def only(roster: Roster) -> dict[str, Any]:
    (found,) = people(roster)
    return found


@pytest.mark.parametrize(("name", "joined"), [("roster.xlsx", "Trần Thu Tâm"), ("roster-tcvn3.xls", "Tô Mỹ Bình")])
def test_a_sample_gives_exactly_its_people(roster: Roster, name: str, joined: str) -> None:
    truth = json.loads((SAMPLES / f"{name}.truth.json").read_text(encoding="utf-8"))
    report = take(roster, SAMPLES / name)
    assert report.summary_line() == f"added {len(truth)}, updated 1, unchanged 0, rejected 1"
    assert [outcome.what for outcome in report.of(Outcome.JOINED)] == [joined]
    (rejected,) = report.of(Outcome.REJECTED)
    assert (rejected.what, "31/02/1970" in rejected.reason) == ("Nguyễn Văn Sai Ngày", True)
    found = {row["name"]: row for row in people(roster)}
    assert found.keys() == {row["name"] for row in truth}
    for row in truth:
        person = found[row["name"]]
        first = person["memberships"][0]
        assert {key: person[key] for key in row if key in person} == {key: row[key] for key in row if key in person}
        assert (first["area"], first["post"]) == (row["area"], row["post"])
    assert {post["post"] for post in found[joined]["memberships"]} == {"Chi hội trưởng Nông dân", "Người có uy tín"}


@pytest.mark.parametrize("name", ["roster.xlsx", "roster-tcvn3.xls"])
def test_a_second_import_changes_nothing(roster: Roster, roster_store: Store, name: str) -> None:
    added = take(roster, SAMPLES / name).count(Outcome.ADDED)
    entries = sum(1 for _entry in journal_entries())
    again = take(roster, SAMPLES / name)
    assert again.summary_line() == f"added 0, updated 0, unchanged {added + 1}, rejected 1"
    assert sum(1 for _entry in journal_entries()) == entries


def test_a_dry_run_tells_and_writes_nothing(roster: Roster) -> None:
    report = roster.import_sheet(ImportAsk(SAMPLES / "roster.xlsx", dry_run=True))
    assert report.count(Outcome.ADDED) == 115
    assert roster.count() == 0
    assert roster.bodies() == []


def test_new_areas_bodies_and_posts_are_made_and_told(roster: Roster, sheet: Sheet) -> None:
    report = take(roster, sheet([["Họ và tên", "Khu phố", "Chức vụ"], ["Lê Văn An", "KP 03", "Trưởng ban"]]))
    assert report.notes == (
        "New areas: “KP 03”.",
        "New bodies: “Ban Công tác Mặt trận KP 03”.",
        "New posts: “Trưởng ban”.",
    )
    assert (
        take(roster, sheet([["Họ tên", "Khu phố", "Chức vụ"], ["Lê Văn An", "Khu phố 3", "TRƯỞNG BAN"]])).count(
            Outcome.UNCHANGED
        )
        == 1
    )


def test_other_words_and_another_order_are_read(roster: Roster, sheet: Sheet) -> None:
    rows = [
        ["Danh sách thành viên", None, None],
        [None],
        ["SĐT", "Năm sinh", "Chức danh", "Giới tính", "Họ, chữ đệm và tên", "Thôn", "Lý luận chính trị", "TT"],
        [912345678, 1968, "Trưởng ban", "Nữ", "NGUYỄN  THỊ HÒA", "Thôn Đông", "Trung cấp", 1],
        ["0987 654 321", "5.9.1970", "Ủy viên", "nam", "Y Moan Êban", "Thôn Đông", None, 2],
    ]
    assert take(roster, sheet(rows)).summary_line() == "added 2, updated 0, unchanged 0, rejected 0"
    first, second = people(roster)
    assert (first["name"], first["sex"], first["born"], first["birth_year"]) == ("Nguyễn Thị Hòa", "female", None, 1968)
    assert (first["phone"], first["political_theory"]) == ("0912345678", "Trung cấp")
    assert (second["name"], second["sex"], second["born"]) == ("Y Moan Êban", "male", "1970-09-05")
    assert second["party"] is None


def test_one_column_that_ticks_the_women_tells_both_sexes(roster: Roster, sheet: Sheet) -> None:
    take(roster, sheet([["Họ và tên", "Ngày sinh", "Nữ"], ["Lê Thị An", 1970, "x"], ["Lê Văn Bình", 1971, None]]))
    assert [row["sex"] for row in people(roster)] == ["female", "male"]


def test_family_and_given_name_may_stand_in_two_columns(roster: Roster, sheet: Sheet) -> None:
    take(roster, sheet([["Họ đệm", "Tên", "Năm sinh"], ["Nguyễn Thị", "Hoa", 1970]]))
    assert only(roster)["name"] == "Nguyễn Thị Hoa"


def test_the_line_above_gives_the_area_where_no_column_does(roster: Roster, sheet: Sheet) -> None:
    rows = [
        ["STT", "Họ và tên", "Năm sinh", "Chức vụ", "Điện thoại"],
        ["I", "KHU PHỐ 1"],
        [1, "Lê Văn An", 1970, "Trưởng ban", None],
        ["II", "THÔN ĐÔNG HÒA (2 người)"],
        [2, "Lê Văn Bình", 1971, "Trưởng ban", None],
    ]
    take(roster, sheet(rows))
    assert [row["memberships"][0]["area"] for row in people(roster)] == ["Khu phố 1", "Thôn Đông Hòa"]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("DANH SÁCH ỦY VIÊN ỦY BAN MTTQ VIỆT NAM PHƯỜNG NHIỆM KỲ 2025 - 2030", "Ủy ban MTTQ Việt Nam phường Hoàn Kiếm"),
        ("Danh sách Ban Thanh tra nhân dân", "Ban Thanh tra nhân dân"),
        ("DANH SÁCH TỔ HÒA GIẢI", "Tổ hòa giải Khu phố 1"),
        ("Danh sách", "Ban Công tác Mặt trận Khu phố 1"),
    ],
)
def test_the_title_says_whose_list_it_is(roster: Roster, sheet: Sheet, title: str, body: str) -> None:
    take(roster, sheet([[title], ["Họ và tên", "Khu dân cư", "Chức vụ"], ["Lê Văn An", "Khu phố 1", "Ủy viên"]]))
    (held,) = only(roster)["memberships"]
    assert (held["body"], held["area"]) == (body, "Khu phố 1")


def test_two_people_of_one_name_in_one_area_are_told_apart_by_birth(roster: Roster, sheet: Sheet) -> None:
    rows = [
        ["Họ và tên", "Năm sinh", "Khu phố"],
        ["Nguyễn Văn An", 1960, "Khu phố 1"],
        ["Nguyễn Văn An", "5/9/1975", "Khu phố 1"],
    ]
    assert take(roster, sheet(rows)).count(Outcome.ADDED) == 2
    assert take(roster, sheet(rows)).count(Outcome.UNCHANGED) == 2


def test_a_namesake_who_could_be_either_is_asked_for(roster: Roster, sheet: Sheet) -> None:
    head = ["Họ và tên", "Năm sinh", "Khu phố", "Chức vụ"]
    take(roster, sheet([head, ["Nguyễn Văn An", 1960, "Khu phố 1"], ["Nguyễn Văn An", 1975, "Khu phố 1"]]))
    path = sheet([head, ["Nguyễn Văn An", None, "Khu phố 1", "Tổ trưởng"]])
    (rejected,) = take(roster, path).of(Outcome.REJECTED)
    assert "NG-0001 (1960); NG-0002 (1975)" in rejected.reason
    chosen = roster.import_sheet(ImportAsk(path), {2: RowChoice(Choice.JOIN, "NG-0002")})
    assert chosen.count(Outcome.UPDATED) == 1
    assert "Tổ trưởng" in {held["post"] for held in people(roster)[1]["memberships"]}


def test_a_namesake_elsewhere_is_somebody_else(roster: Roster, sheet: Sheet) -> None:
    rows = [["Họ và tên", "Khu phố"], ["Nguyễn Văn An", "Khu phố 1"], ["Nguyễn Văn An", "Khu phố 2"]]
    assert take(roster, sheet(rows)).count(Outcome.ADDED) == 2
    assert take(roster, sheet(rows)).count(Outcome.UNCHANGED) == 2


def test_rows_with_a_name_alone_read_twice_make_nobody_twice(roster: Roster, sheet: Sheet) -> None:
    rows = [["Họ và tên", "Chức vụ"], ["Nguyễn Văn An", "Ủy viên"], ["Nguyễn Văn An", "Tổ trưởng"]]
    assert take(roster, sheet(rows)).count(Outcome.ADDED) == 2
    assert take(roster, sheet(rows)).count(Outcome.UNCHANGED) == 2


def test_the_tone_mark_in_its_other_place_is_the_same_name(roster: Roster, sheet: Sheet) -> None:
    head = ["Họ và tên", "Năm sinh", "Khu phố"]
    take(roster, sheet([head, ["Nguyễn Thị Hòa", 1960, "Khu phố 1"]]))
    assert take(roster, sheet([head, ["Nguyễn Thị Hoà", 1960, "Khu phố 1"]])).count(Outcome.UNCHANGED) == 1


def test_what_two_rows_say_differently_does_not_swing_to_and_fro(roster: Roster, sheet: Sheet) -> None:
    rows = [
        ["Họ và tên", "Năm sinh", "Điện thoại", "Chức vụ"],
        ["Lê Văn An", 1960, "0912345678", "Ủy viên"],
        ["Lê Văn An", 1960, "0987654321", "Thư ký"],
    ]
    take(roster, sheet(rows))
    assert only(roster)["phone"] == "0912345678"
    assert take(roster, sheet(rows)).count(Outcome.UNCHANGED) == 2


def test_a_blank_party_cell_says_no_and_overturns_no_yes(roster: Roster, sheet: Sheet) -> None:
    head = ["Họ và tên", "Năm sinh", "Đảng viên"]
    take(roster, sheet([head, ["Lê Văn An", 1960, "x"], ["Lê Văn Bình", 1961, None], ["Lê Văn Chi", 1962, "Không"]]))
    assert [row["party"] for row in people(roster)] == [True, False, False]
    assert take(roster, sheet([head, ["Lê Văn An", 1960, None]])).count(Outcome.UNCHANGED) == 1
    assert take(roster, sheet([head, ["Lê Văn An", 1960, "không"]])).count(Outcome.UPDATED) == 1


def test_a_party_date_is_a_yes(roster: Roster, sheet: Sheet) -> None:
    head = ["Họ và tên", "Năm sinh", "Ngày vào Đảng"]
    take(roster, sheet([head, ["Lê Văn An", 1960, date(1990, 2, 3)], ["Lê Văn Bình", 1961, None]]))
    assert [row["party"] for row in people(roster)] == [True, False]


def test_people_of_no_religion_have_none(roster: Roster, sheet: Sheet) -> None:
    head = ["Họ và tên", "Năm sinh", "Tôn giáo"]
    take(roster, sheet([head, ["Lê Văn An", 1960, "Không"], ["Lê Văn Bình", 1961, "Công giáo"]]))
    assert [row["religion"] for row in people(roster)] == [None, "Công giáo"]


def test_an_unreadable_phone_is_told_and_costs_nobody_the_row(roster: Roster, sheet: Sheet) -> None:
    report = take(roster, sheet([["Họ và tên", "Năm sinh", "Điện thoại"], ["Lê Văn An", 1960, "máy bàn 12"]]))
    (added,) = report.of(Outcome.ADDED)
    assert "máy bàn 12" in added.reason
    assert only(roster)["phone"] is None


def test_an_unknown_header_is_told_and_a_missing_name_asked_for(roster: Roster, sheet: Sheet) -> None:
    report = take(roster, sheet([["Họ và tên", "Nhóm máu", "Năm sinh"], ["Lê Văn An", "O", 1960]]))
    assert any("Nhóm máu" in note for note in report.notes)
    nameless = sheet([["Ai", "Khu phố", "Năm sinh"], ["Lê Văn Chi", "Khu phố 1", 1960]])
    with pytest.raises(RuleBroken) as refused:
        take(roster, nameless)
    assert (refused.value.code, refused.value.field) == ("sheet.missing_header", "name")
    assert take(roster, nameless, Ai="name").count(Outcome.ADDED) == 1


def test_rows_pasted_from_a_spreadsheet_are_taken_like_a_file(roster: Roster) -> None:
    text = 'Họ và tên\tNăm sinh\tKhu phố\nLê Văn An\t1960\tKhu phố 1\n"Lê Văn\nBình"\t1961\tKhu phố 1\n'
    assert roster.import_pasted(text).count(Outcome.ADDED) == 2
    assert roster.import_pasted(text).count(Outcome.UNCHANGED) == 2
    with pytest.raises(RuleBroken) as refused:
        roster.import_pasted("một câu thôi")
    assert refused.value.code == "roster.paste.no_table"


@pytest.mark.parametrize(("choice", "count"), [(Choice.JOIN, 1), (Choice.SKIP, 1), (Choice.KEEP_BOTH, 2)])
def test_a_person_says_what_becomes_of_a_row_that_joins(
    roster: Roster, sheet: Sheet, choice: Choice, count: int
) -> None:
    head = ["Họ và tên", "Năm sinh", "Khu phố", "Chức vụ"]
    take(roster, sheet([head, ["Lê Văn An", 1960, "Khu phố 1", "Ủy viên"]]))
    path = sheet([head, ["Lê Văn An", 1960, "Khu phố 2", "Tổ trưởng"]])
    (row,) = roster.preview_sheet(path).rows
    assert (row.outcome, row.candidates, row.new_post) == (Outcome.JOINED, ("NG-0001",), "Tổ trưởng")
    roster.import_sheet(ImportAsk(path), {2: RowChoice(choice)})
    assert roster.count() == count
    assert len(people(roster)[0]["memberships"]) == (2 if choice is Choice.JOIN else 1)


def test_the_preview_shows_what_each_row_changes(roster: Roster, sheet: Sheet) -> None:
    head = ["Họ và tên", "Năm sinh", "Điện thoại"]
    take(roster, sheet([head, ["Lê Văn An", 1960, "0912345678"]]))
    (row,) = roster.preview_sheet(sheet([head, ["Lê Văn An", "5/9/1960", "0987654321"]])).rows
    assert row.outcome is Outcome.UPDATED
    assert {(change.name, change.before, change.after) for change in row.changes} == {
        ("born", None, date(1960, 9, 5)),
        ("phone", "0912345678", "0987654321"),
    }
    assert only(roster)["phone"] == "0912345678"
