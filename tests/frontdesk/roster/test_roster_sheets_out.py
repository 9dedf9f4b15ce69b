"""Exports that import back unchanged, and whole imports undone."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from frontdesk.errors import RuleBroken
from frontdesk.office import ImportAsk, ListAsk
from frontdesk.roster import (
    Admit,
    Appoint,
    BodyKind,
    ChangeTerm,
    Correct,
    EndMembership,
    FoundBody,
    MergeAreas,
    Roster,
    Seat,
    Sex,
    UndoImport,
)
from frontdesk.sheet import Outcome
from frontdesk.store import Store, check, journal_entries

Sheet = Callable[[Sequence[Sequence[Any]]], Path]
SAMPLES = Path(__file__).parents[2] / "data" / "sheets"


@pytest.mark.parametrize("sensitive", [False, True])
@pytest.mark.parametrize("name", ["roster.xlsx", "roster-tcvn3.xls"])
def test_an_export_imports_back_unchanged(roster: Roster, tmp_path: Path, name: str, sensitive: bool) -> None:
    roster.import_sheet(ImportAsk(SAMPLES / name))
    before = roster.listing(ListAsk(sensitive=True))
    count = roster.export_sheet(tmp_path / "out.xlsx", ListAsk(sensitive=sensitive))
    assert count == len(before)
    entries = sum(1 for _entry in journal_entries())
    report = roster.import_sheet(ImportAsk(tmp_path / "out.xlsx"))
    assert report.of(Outcome.ADDED, Outcome.UPDATED, Outcome.JOINED, Outcome.REJECTED) == ()
    assert sum(1 for _entry in journal_entries()) == entries
    assert roster.listing(ListAsk(sensitive=True)) == before


def test_people_with_odd_entries_go_out_and_come_back(roster: Roster, tmp_path: Path) -> None:
    first = roster.admit(Admit("Lê Văn An", born=date(1970, 1, 2), note="=1+1", party=None, area="Khu phố 1"))
    roster.admit(Admit("Lê Văn An", Sex.FEMALE, birth_year=1980, party=False, area="Khu phố 1", phone="0912345678"))
    roster.admit(Admit("Lê Văn An", namesake=True))
    roster.appoint(Appoint(first.number, area="Khu phố 2", post="Thư ký", since=date(2020, 1, 1)))
    roster.end_membership(EndMembership(first.number, "Ban CTMT Khu phố 2", until=date(2024, 1, 1)))
    before = roster.listing(ListAsk(sensitive=True))
    roster.export_sheet(tmp_path / "out.xlsx", ListAsk(sensitive=True))
    report = roster.import_sheet(ImportAsk(tmp_path / "out.xlsx"))
    assert report.count(Outcome.UNCHANGED) == 4
    assert roster.listing(ListAsk(sensitive=True)) == before


def test_an_export_after_a_merger_and_a_change_of_term_imports_back_unchanged(roster: Roster, tmp_path: Path) -> None:
    roster.import_sheet(ImportAsk(SAMPLES / "roster.xlsx"))
    body = roster.found_body(FoundBody(BodyKind.COMMITTEE)).name
    for number in ("NG-0001", "NG-0002", "NG-0003"):
        roster.appoint(Appoint(number, body, "Ủy viên"))
    day = date(2026, 1, 1)
    roster.change_term(ChangeTerm(body, "khóa II", day, (Seat("NG-0001"), Seat("NG-0002", "Chủ tịch"))))
    roster.merge_areas(MergeAreas(("Khu phố 1", "Khu phố 2"), "Khu phố Đông", day))
    before = roster.listing(ListAsk())
    roster.export_sheet(tmp_path / "out.xlsx", ListAsk())
    report = roster.import_sheet(ImportAsk(tmp_path / "out.xlsx"))
    assert report.of(Outcome.ADDED, Outcome.UPDATED, Outcome.JOINED, Outcome.REJECTED) == ()
    assert roster.listing(ListAsk()) == before
    assert roster.import_sheet(ImportAsk(SAMPLES / "roster.xlsx")).of(Outcome.ADDED, Outcome.JOINED) == ()
    assert [finding.fault for finding in roster.check() if not finding.ok] == []


def test_a_value_changed_in_an_export_is_taken_back(roster: Roster, sheet: Sheet) -> None:
    number = roster.admit(Admit("Lê Văn An", birth_year=1970, religion="Công giáo", party=True)).number
    rows = [
        ["Mã số", "Họ và tên", "Năm sinh", "Tôn giáo", "Đảng viên", "Điện thoại"],
        [number, "Lê Văn An", "1970", "***", "***", "0912345678"],
    ]
    assert roster.import_sheet(ImportAsk(sheet(rows))).count(Outcome.UPDATED) == 1
    (row,) = roster.listing(ListAsk(sensitive=True))
    assert (row["phone"], row["religion"], row["party"]) == ("0912345678", "Công giáo", True)


def test_a_number_of_another_office_means_nobody_here(roster: Roster, sheet: Sheet) -> None:
    roster.admit(Admit("Lê Văn An", birth_year=1970))
    rows = [["Mã số", "Họ và tên", "Năm sinh"], ["NG-0001", "Trần Thị Bưởi", 1980]]
    assert roster.import_sheet(ImportAsk(sheet(rows))).count(Outcome.ADDED) == 1


def test_a_whole_import_is_undone_but_for_what_was_touched_since(
    roster: Roster, roster_store: Store, sheet: Sheet
) -> None:
    head = ["Họ và tên", "Năm sinh", "Khu phố", "Chức vụ", "Điện thoại"]
    roster.import_sheet(ImportAsk(sheet([head, ["Lê Văn An", 1970, "Khu phố 1", "Ủy viên", "0911111111"]])))
    second = [
        head,
        ["Lê Văn An", 1970, "Khu phố 1", "Ủy viên", "0922222222"],
        ["Lê Văn Bình", 1971, "Khu phố 1", "Ủy viên", None],
        ["Lê Văn Chi", 1972, "Khu phố 1", "Ủy viên", None],
        ["Lê Văn Dũng", 1973, "Khu phố 1", "Ủy viên", None],
    ]
    path = sheet(second)
    roster.import_sheet(ImportAsk(path))
    numbers = {row.name: row.number for row in roster.page()}
    roster.correct(Correct(numbers["Lê Văn Chi"], occupation="Giáo viên"))
    roster.appoint(Appoint(numbers["Lê Văn Dũng"], area="Khu phố 2"))
    assert [run.file for run in roster.imports()] == [path.name, "roster-1.xlsx"]
    roster.undo_import(UndoImport(path.name))
    rows = {row["name"]: row for row in roster.listing(ListAsk())}
    assert rows.keys() == {"Lê Văn An", "Lê Văn Chi", "Lê Văn Dũng"}
    assert rows["Lê Văn An"]["phone"] == "0911111111"
    assert [held["area"] for held in rows["Lê Văn Dũng"]["memberships"]] == ["Khu phố 2"]
    with pytest.raises(RuleBroken):
        roster.undo_import(UndoImport(path.name))
    assert roster.import_sheet(ImportAsk(path)).count(Outcome.ADDED) == 1


def test_all_that_was_done_leaves_an_office_that_checks_well(roster: Roster, roster_store: Store) -> None:
    from frontdesk import office
    from frontdesk import roster as room

    roster.import_sheet(ImportAsk(SAMPLES / "roster.xlsx"))
    roster.undo_import(UndoImport())
    findings = [*check(roster_store, [*office.MODELS, *room.MODELS]), *roster.check()]
    assert [finding.fault for finding in findings if not finding.ok] == []
    assert len(roster.check()) == 5
