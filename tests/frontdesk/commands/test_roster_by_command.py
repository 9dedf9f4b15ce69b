"""What the roster's windows show and take back, by command."""

import json
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from frontdesk.roster import PAPERS
from tests.frontdesk.commands.conftest import Run


@pytest.fixture
def peopled(run: Run) -> Run:
    """A committee and two areas with their heads."""
    for words in (
        ("found-body", "--kind", "committee", "--since", "2021-01-01"),
        ("admit", "--name", "Lê Thị An", "--area", "Khu phố 1", "--post", "Trưởng ban", "--since", "2021-06-01"),
        ("admit", "--name", "Lê Văn Bình", "--area", "Khu phố 2", "--post", "Trưởng ban", "--since", "2021-06-01"),
    ):
        ended = run("do", "roster", *words)
        assert ended.status == 0, ended.err
    return run


def listed(run: Run, *words: str) -> list[dict[str, object]]:
    ended = run("list", *words, "--format", "json")
    assert ended.status == 0, ended.err
    rows: list[dict[str, object]] = json.loads(ended.out)
    return rows


def test_rules_of_number_are_warned_of_on_demand_with_their_source(peopled: Run) -> None:
    (warning,) = listed(peopled, "warnings")
    assert warning["message"] == "Ủy ban MTTQ Việt Nam phường Hoàn Kiếm has 0 members; the rule is at least 30."
    assert "Hướng dẫn đại hội" in str(warning["source"])


def test_people_bodies_and_changes_are_narrowed_to_an_area_and_others_say_they_cannot_be(peopled: Run) -> None:
    assert [row["name"] for row in listed(peopled, "roster", "--area", "KP 2")] == ["Lê Văn Bình"]
    assert [row["people"] for row in listed(peopled, "bodies", "--area", "KP 2")] == [1]
    assert listed(peopled, "changes", "--area", "KP 2", "--from", "2021-01-01", "--to", "2021-12-31") != []
    refused = peopled("list", "vouchers", "--area", "KP 2")
    assert (refused.status, "roster, bodies" in refused.err) == (2, True)
    assert peopled("list", "roster", "--area", "Ở đâu").status == 1


def test_an_export_holds_one_area(peopled: Run, tmp_path: Path) -> None:
    path = tmp_path / "khu-pho-1.xlsx"
    assert peopled("export", "roster", "--area", "Khu phố 1", "--out", path).status == 0
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    assert [row[1] for row in rows[1:]] == ["Lê Thị An"]
    assert peopled("export", "petitions", "--area", "Khu phố 1", "--out", path).status == 2


def test_a_merger_and_a_change_of_terms_are_done_and_taken_back(peopled: Run) -> None:
    merger = ("merge-areas", "--areas", '["Khu phố 1", "Khu phố 2"]', "--into", "Khu phố Một", "--day", "2026-01-01")
    assert peopled("do", "roster", *merger).status == 0
    committee = "Ban Công tác Mặt trận Khu phố Một"
    change = {"body": committee, "name": "nhiệm kỳ 2026", "day": "2026-03-01", "seats": [{"number": "NG-0001"}]}
    assert peopled("do", "roster", "change-terms", "--changes", json.dumps([change])).status == 0
    refused = peopled("do", "roster", "part-areas", "--area", "Khu phố Một")
    assert (refused.status, "nhiệm kỳ 2026" in refused.err) == (1, True)
    assert peopled("do", "roster", "restore-terms", "--bodies", committee).status == 0
    assert peopled("do", "roster", "part-areas", "--area", "Khu phố Một").status == 0
    assert [row["name"] for row in listed(peopled, "areas")] == ["Khu phố 1", "Khu phố 2"]


@pytest.mark.parametrize("kind", [kind.name for kind in PAPERS if "number" not in kind.asks])
def test_what_people_learned_and_earned_is_printed_by_command(peopled: Run, tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"{kind}.pdf"
    ended = peopled("print", kind, "--out", path)
    assert ended.status == 0, ended.err
    assert path.read_bytes().startswith(b"%PDF")
