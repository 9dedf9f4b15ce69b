"""Pledges kept, givers thanked, households with their members, houses with their photos."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.fund.deeds.people import AddMember, AdmitDonor, ClassifyHousehold, MakePledge, RegisterHousehold
from frontdesk.fund.deeds.vouchers import Goods, HandOut, Pay, Post, TakeIn
from frontdesk.fund.deeds.works import Attach, SurveyHouse
from frontdesk.fund.rules.kinds import Category, HouseWork
from frontdesk.office import AddArea
from tests.ui.asking import ScriptedAsk
from tests.ui.keys import type_text
from tests.ui.stage import Stage
from ui.desk.dialogs import FormDialog
from ui.fund.desk import FundDesk
from ui.fund.entry import EntryDialog


@pytest.fixture
def household(money: Services) -> str:
    """A poor household of this year."""
    money.office.add_area(AddArea("Khu phố 1"))
    return money.fund.register_household(RegisterHousehold("Lê Thị Ba", "Khu phố 1", Category.POOR)).number


def chosen(qtbot: QtBot, desk: FundDesk, number: str) -> None:
    """Open what has this number and wait until it is selected."""
    desk.open_record(number)
    panel = {"HO": desk.households, "ND": desk.houses, "CK": desk.pledges}[number[:2]]
    qtbot.waitUntil(lambda: panel.current() is not None)


def test_a_pledge_that_came_is_written_as_a_receipt_that_names_it(
    qtbot: QtBot, money: Services, desk: FundDesk
) -> None:
    money.fund.admit_donor(AdmitDonor("Công ty Hoàng Gia"))
    number = money.fund.pledge(MakePledge("UH-0001", 5_000_000, "Xây nhà cho hộ nghèo")).number
    chosen(qtbot, desk, number)
    desk.pledges.buttons.buttons["pledges.receive"].click()
    (dialog,) = desk.findChildren(EntryDialog)
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.save()
    row = saved.args[0]
    assert (row.amount_vnd, row.text, row.pledge, row.donor) == (5_000_000, "Xây nhà cho hộ nghèo", number, "UH-0001")
    money.fund.post(Post(row.draft))
    assert money.fund.pledged(number).open_vnd == 0


@pytest.mark.parametrize("kind", ["thanks", "acknowledgement"])
def test_who_gave_is_thanked_from_the_card_and_who_was_paid_is_not(
    qtbot: QtBot, money: Services, stage: Stage, desk: FundDesk, kind: str
) -> None:
    desk.open_record("PT-2026-0001")
    qtbot.waitUntil(lambda: desk.title == "PT-2026-0001")
    button = desk.vouchers.card.buttons.buttons[f"voucher.{kind}"]
    button.click()
    assert [(paper, asked.number) for paper, asked in stage.papers] == [(kind, "PT-2026-0001")]
    desk.open_record("NHAP-0003")
    qtbot.waitUntil(lambda: desk.title == "NHAP-0003")
    assert button.isHidden()


def test_a_household_shows_its_members_and_corrects_one(
    qtbot: QtBot, money: Services, desk: FundDesk, household: str
) -> None:
    for name in ("Lê Văn Tí", "Lê Thị Na"):
        money.fund.add_member(AddMember(household, name, "con", 2015))
    chosen(qtbot, desk, household)
    qtbot.waitUntil(lambda: desk.households.members.model.rowCount() == 2)
    desk.households.members.select(0)
    desk.households.members.opened.emit()
    dialog = desk.findChild(FormDialog, "edit_member_dialog")
    name = dialog.findChild(QLineEdit, "edit_member.name")
    name.clear()
    type_text(name, "Lê Văn Tý")
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    assert [(row.name, row.birth_year) for row in money.fund.members(household)] == [
        ("Lê Văn Tý", 2015), ("Lê Thị Na", 2015),
    ]  # fmt: skip


def test_what_a_household_received_over_the_years_stands_below_it_things_too(
    qtbot: QtBot, money: Services, desk: FundDesk, household: str
) -> None:
    money.fund.classify_household(ClassifyHousehold(household, 2025, Category.POOR))
    rice = Goods("Gạo", 10, "kg", 15_000)
    given = (
        money.fund.take_in(TakeIn((rice,), "Nhận", "Ông An")),
        money.fund.hand_out(HandOut((Goods("Gạo", 10, "kg"),), "Rét đậm", "Bà Ba", household=household)),
        money.fund.pay(Pay(300_000, "Ốm đau", "Bà Ba", "Quà Tết", "05/QĐ-BVĐ", household=household)),
    )
    for row in given:
        money.fund.post(Post(row.draft or ""))
    chosen(qtbot, desk, household)
    qtbot.waitUntil(lambda: desk.households.help.model.rowCount() == 2)
    rows = [desk.households.help.model.row(at) for at in range(2)]
    assert {(row.amount_vnd, row.goods) for row in rows if row} == {(300_000, ""), (0, "10 kg Gạo")}


def test_a_photo_is_kept_with_a_house_and_a_copy_saved(
    qtbot: QtBot, money: Services, desk: FundDesk, ask: ScriptedAsk, household: str, tmp_path: Path
) -> None:
    number = money.fund.survey_house(SurveyHouse(household, HouseWork.NEW)).number
    photo = tmp_path / "hiện trạng.jpg"
    photo.write_bytes(b"a picture")
    chosen(qtbot, desk, number)
    ask.will("choose_file", photo)
    desk.houses.buttons.buttons["houses.attach"].click()
    qtbot.waitUntil(lambda: desk.houses.files.model.rowCount() == 1)
    copy = tmp_path / "bản sao.jpg"
    ask.will("choose_save", copy)
    desk.houses.files.select(0)
    desk.houses.files.opened.emit()
    qtbot.waitUntil(copy.exists)
    assert copy.read_bytes() == b"a picture"


def test_another_house_shows_its_own_files(
    qtbot: QtBot, money: Services, desk: FundDesk, household: str, tmp_path: Path
) -> None:
    with_file, without = (money.fund.survey_house(SurveyHouse(household, work)).number for work in HouseWork)
    (tmp_path / "nha.jpg").write_bytes(b"x")
    money.fund.attach(Attach(with_file, str(tmp_path / "nha.jpg")))
    chosen(qtbot, desk, with_file)
    qtbot.waitUntil(lambda: desk.houses.files.model.rowCount() == 1)
    desk.open_record(without)
    qtbot.waitUntil(lambda: desk.houses.files.model.rowCount() == 0)
