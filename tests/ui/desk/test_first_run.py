"""The first questions, without a window."""

import subprocess
import sys
from pathlib import Path

import pytest

from frontdesk.errors import RuleBroken
from frontdesk.office import CommuneRow, Office
from frontdesk.store import open_store, recovery_code
from tests.conftest import QUICK
from ui.desk.first_run import NEW_OFFICE, FirstRun, Header, Step, backups_near, found_office, office_in

ROOT = Path(__file__).parents[3]
COMMUNE = CommuneRow("00070", "phường", "Hoàn Kiếm", "Thành phố Hà Nội")
OTHER = CommuneRow("00082", "phường", "Cửa Nam", "Thành phố Hà Nội")
PASSPHRASE = "bốn từ ghép lại"


def at_user() -> FirstRun:
    flow = FirstRun()
    flow.begin_new()
    flow.choose_commune(COMMUNE)
    flow.set_header(Header.of(COMMUNE))
    flow.set_signers({"chair": "Trần Quốc Hưng", "fund": ""})
    return flow


def test_the_flow_needs_no_qt() -> None:
    script = "import sys; sys.modules['PySide6'] = sys.modules['shiboken6'] = None; import ui.desk.first_run"
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0


def test_the_pages_come_in_their_order_and_go_back_in_it() -> None:
    flow = at_user()
    assert flow.step is Step.USER
    assert flow.place == (4, len(NEW_OFFICE))
    seen = []
    while flow.may_go_back:
        flow.back()
        seen.append(flow.step)
    assert seen == [Step.SIGNERS, Step.HEADER, Step.COMMUNE, Step.WELCOME]


def test_no_commune_no_next_page() -> None:
    flow = FirstRun()
    flow.begin_new()
    with pytest.raises(RuleBroken) as refused:
        flow.choose_commune(None)
    assert (refused.value.field, flow.step) == ("commune", Step.COMMUNE)


def test_the_letterhead_begins_as_the_commune_prints_it() -> None:
    assert Header.of(COMMUNE) == Header("ỦY BAN MTTQ VIỆT NAM PHƯỜNG HOÀN KIẾM", "BAN THƯỜNG TRỰC", "Hoàn Kiếm")


def test_another_commune_begins_another_letterhead_and_the_same_keeps_the_lines_typed() -> None:
    flow = FirstRun()
    flow.begin_new()
    flow.choose_commune(COMMUNE)
    flow.set_header(Header("DÒNG KHÁC", "BAN THƯỜNG TRỰC", "Hoàn Kiếm"))
    flow.choose_commune(COMMUNE)
    assert flow.header is not None
    assert flow.header.front_line == "DÒNG KHÁC"
    flow.choose_commune(OTHER)
    assert flow.header == Header.of(OTHER)


@pytest.mark.parametrize("field", ["front_line", "organ_line", "place"])
def test_no_line_of_the_letterhead_is_blank(field: str) -> None:
    lines = {"front_line": "A", "organ_line": "B", "place": "C", field: "  "}
    with pytest.raises(RuleBroken) as refused:
        FirstRun().set_header(Header(**lines))
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("user", "passphrase", "again", "field"),
    [
        ("", PASSPHRASE, PASSPHRASE, "user"),
        ("Lê Ngọc Thảo", "bảychữ!", "bảychữ!", "passphrase"),
        ("Lê Ngọc Thảo", PASSPHRASE, PASSPHRASE + "x", "again"),
    ],
)
def test_what_is_not_right_yet_is_said_beside_its_field(user: str, passphrase: str, again: str, field: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        at_user().new_office(user, passphrase, again)
    assert refused.value.field == field


def test_a_name_or_a_place_of_the_office_makes_no_strong_passphrase() -> None:
    flow = at_user()
    assert flow.strength("Lê Ngọc Thảo", "Trần Quốc Hưng").score < flow.strength("Lê Ngọc Thảo", "Đỗ Mạnh Tường").score


def test_only_what_differs_from_the_usual_is_kept_as_a_setting() -> None:
    flow = at_user()
    usual = flow.new_office("Lê Ngọc Thảo", PASSPHRASE, PASSPHRASE)
    assert usual.settings() == {}
    flow.set_header(Header("UBMTTQ PHƯỜNG HOÀN KIẾM", "BAN THƯỜNG TRỰC", "Hoàn Kiếm"))
    assert list(flow.new_office("A B", PASSPHRASE, PASSPHRASE).settings().values()) == ["UBMTTQ PHƯỜNG HOÀN KIẾM"]


def test_the_office_made_prints_under_its_letterhead_and_its_signers(tmp_path: Path) -> None:
    flow = at_user()
    flow.set_header(Header("UBMTTQ PHƯỜNG HOÀN KIẾM", "BAN THƯỜNG TRỰC", "Hà Nội"))
    new = flow.new_office("Lê Ngọc Thảo", PASSPHRASE, PASSPHRASE)
    found_office(tmp_path / "office", new, QUICK)
    store = open_store(tmp_path / "office", None, PASSPHRASE)
    try:
        office = Office(store)
        assert office.commune().name == "phường Hoàn Kiếm"
        assert office.issuer_lines() == ("UBMTTQ PHƯỜNG HOÀN KIẾM", "BAN THƯỜNG TRỰC")
        assert office.place() == "Hà Nội"
        assert office.signer("chair").name == "Trần Quốc Hưng"
        assert office.signer("fund").name == ""
    finally:
        store.close()


def test_once_the_office_is_made_there_is_no_way_back_but_to_the_card() -> None:
    flow = at_user()
    flow.made(recovery_code())
    assert not flow.may_go_back
    flow.printed()
    assert (flow.step, flow.may_go_back) == (Step.TYPE_BACK, True)
    flow.back()
    assert flow.step is Step.RECOVERY


@pytest.mark.parametrize("spelled", [" {} ", "{}", "0{}"], ids=["blanks", "plain", "a digit too many"])
def test_the_code_is_typed_back_with_or_without_blanks(spelled: str) -> None:
    flow = at_user()
    code = recovery_code()
    flow.made(code)
    typed = spelled.format(code if spelled == " {} " else code.replace(" ", ""))
    if spelled == "0{}":
        with pytest.raises(RuleBroken):
            flow.type_back(typed)
    else:
        flow.type_back(typed)


def test_the_group_that_is_not_on_the_card_is_named() -> None:
    flow = at_user()
    code, other = recovery_code(), recovery_code()
    flow.made(code)
    mixed = code.split()
    mixed[4] = other.split()[4]
    with pytest.raises(RuleBroken, match="Group 5"):
        flow.type_back(" ".join(mixed))


def test_an_office_is_found_in_its_folder_or_one_above(office_folder: Path) -> None:
    assert office_in(office_folder) == office_folder
    assert office_in(office_folder.parent) == office_folder
    with pytest.raises(RuleBroken):
        office_in(office_folder.parent.parent)


def test_backups_are_found_from_whichever_folder_is_chosen(store) -> None:
    made = store.back_up()
    for folder in (made.folder, made.folder.parent, store.folder):
        assert [row.folder for row in backups_near(folder)] == [made.folder]
    assert backups_near(store.folder.parent) == []
