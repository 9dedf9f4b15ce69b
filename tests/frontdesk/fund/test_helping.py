"""Donors and households, houses and distributions: who gives, who receives, and who got nothing."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from vietnam_qr_pay import QRPay

from frontdesk.errors import RuleBroken
from frontdesk.fund import SETTINGS, Fund
from frontdesk.fund.deeds.closing import MatchLine, Reconcile
from frontdesk.fund.deeds.people import (
    AddMember,
    AdmitDonor,
    ClassifyHousehold,
    EditDonor,
    EditHousehold,
    EditMember,
    EndPledge,
    MakePledge,
    Member,
    RegisterHousehold,
)
from frontdesk.fund.deeds.vouchers import Goods, Pay, Post, Receive, Reverse, Revise, SetOpening, TakeIn
from frontdesk.fund.deeds.works import (
    ApproveHouse,
    Attach,
    DrawUp,
    DropShare,
    FundHouse,
    HandOutList,
    HandOverHouse,
    PauseHouse,
    ResumeHouse,
    SetShare,
    StartHouse,
    SurveyHouse,
)
from frontdesk.fund.rules.kinds import Account, Category, Consent, HouseState, HouseWork, MoneySource, Status
from frontdesk.fund.rules.people import ANONYMOUS, MemberRow, public_name
from frontdesk.fund.rules.rows import VoucherRow
from frontdesk.fund.service.reading import VoucherFilter
from frontdesk.office import ListAsk, Set
from frontdesk.store import Store, journal_entries
from frontdesk.vietnamese import masked_id
from tests.frontdesk.fund.conftest import StandingClock

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def refused(deed: Callable[[], object]) -> str:
    with pytest.raises(RuleBroken) as broken:
        deed()
    return broken.value.code


def newest_draft(desk: Fund) -> VoucherRow:
    return desk.page(VoucherFilter(status=Status.DRAFT))[0]


@pytest.fixture
def village(desk: Fund) -> Fund:
    """A fund with money and four households in two areas."""
    desk.set_opening(SetOpening(100_000_000, day=date(2026, 1, 1)))
    for head, area, category in (
        ("Phan Đình Nghĩa", "Khu phố 10", Category.POOR),
        ("Trần Thu Phương", "Khu phố 2", Category.NEAR_POOR),
        ("Đỗ Công Chiến", "Khu phố 2", Category.POOR),
        ("Ngô Minh An", "KP 02", Category.HARDSHIP),
    ):
        desk.register_household(RegisterHousehold(head, area, category, citizen_id="079012345678"))
    return desk


def test_households_stand_by_area_and_vietnamese_order(village: Fund) -> None:
    rows = village.households(2026)
    assert [(row.area, row.head) for row in rows] == [
        ("Khu phố 2", "Ngô Minh An"),
        ("Khu phố 2", "Đỗ Công Chiến"),
        ("Khu phố 2", "Trần Thu Phương"),
        ("Khu phố 10", "Phan Đình Nghĩa"),
    ]


def test_the_list_of_households_masks_citizen_numbers_until_asked(village: Fund, store: Store) -> None:
    promised = ["number", "head", "area", "year", "category", "received_vnd"]
    first = village.household_list(ListAsk())[0]
    assert list(first)[:6] == promised
    assert (first["citizen_id"], first["masked"]) == (None, ["citizen_id"])
    entries = len(list(journal_entries()))
    assert village.household_list(ListAsk(sensitive=True))[0]["citizen_id"] == "079012345678"
    assert [entry.deed for entry in list(journal_entries())[entries:]] == ["fund.show_households"]


def test_a_household_keeps_what_it_was_in_earlier_years(village: Fund) -> None:
    village.classify_household(ClassifyHousehold("HO-0001", 2027, Category.NEAR_POOR))
    village.edit_household(EditHousehold("HO-0001", head="Phan Đình Nghĩa (con)"))
    village.add_member(AddMember("HO-0001", "Phan Thị Na", "con", 2015))
    assert village.household("HO-0001", 2026).category is Category.POOR
    assert village.household("HO-0001").category is Category.NEAR_POOR
    assert [member.name for member in village.members("HO-0001")] == ["Phan Thị Na"]
    wrong = RegisterHousehold("A", "B", Category.POOR, citizen_id="123", members=(Member("C"),))
    assert refused(lambda: village.register_household(wrong)) == "fund.household.citizen_id"


def test_members_of_a_household_are_corrected_and_leave(village: Fund) -> None:
    for name in ("Phan Thị Na", "Phan Văn Tí"):
        village.add_member(AddMember("HO-0001", name, "con"))
    village.edit_member(EditMember("HO-0001", 2, name="Phan Văn Tý", birth_year=2018))
    village.edit_member(EditMember("HO-0001", 1, left=True))
    assert village.members("HO-0001") == [MemberRow("Phan Văn Tý", "con", 2018, "")]
    assert refused(lambda: village.edit_member(EditMember("HO-0001", 2))) == "fund.household.no_member"
    assert refused(lambda: village.edit_member(EditMember("HO-0001", 1, name=" "))) == "fund.household.no_name"
    unborn = AddMember("HO-0001", "A", birth_year=2030)
    assert refused(lambda: village.add_member(unborn)) == "fund.household.birth_year"


def test_who_got_nothing_stands_first_in_the_fairness_view(village: Fund) -> None:
    paid = village.pay(Pay(700_000, "Ốm đau", "Hộ", "Cứu trợ", "1/QĐ", household="HO-0002", day=date(2026, 3, 1)))
    number = village.post(Post(paid.draft or "")).number or ""
    rows = village.fairness(2026)
    assert [row.received_vnd for row in rows] == [0, 0, 0, 700_000]
    assert [(each.number, each.amount_vnd) for each in village.helped("HO-0002")] == [(number, 700_000)]
    village.reverse(Reverse(number, "Nhầm hộ"))
    assert [row.received_vnd for row in village.fairness(2026)] == [0, 0, 0, 0]


def test_a_distribution_is_paid_by_one_voucher_and_frozen(village: Fund) -> None:
    row = village.draw_up(DrawUp("Quà Tết", "Quà Tết", category=(Category.POOR, Category.NEAR_POOR)))
    assert [share.amount_vnd for share in row.shares] == [500_000] * 3
    village.set_share(SetShare(row.number, "HO-0001", 600_000))
    row = village.drop_share(DropShare(row.number, "HO-0002", "Đã nhận nơi khác"))
    assert row.total_vnd == 1_100_000
    handed = village.hand_out_list(HandOutList(row.number, approval="03/QĐ-BVĐ"))
    draft = newest_draft(village)
    assert (draft.amount_vnd, draft.purpose, draft.approval) == (1_100_000, "Quà Tết", "03/QĐ-BVĐ")
    assert refused(lambda: village.drop_share(DropShare(row.number, "HO-0001", "x"))) == "fund.distribution.frozen"
    assert village.household("HO-0001", 2026).received_vnd == 0
    village.post(Post(draft.draft or ""))
    assert village.household("HO-0001", 2026).received_vnd == 600_000
    assert village.household("HO-0002", 2026).received_vnd == 0
    assert village.distribution(handed.number).voucher == "PC-2026-0001"
    got_nothing = village.draw_up(DrawUp("Bổ sung", "Quà Tết", got_nothing_since=date(2026, 1, 1)))
    assert {share.household for share in got_nothing.shares} == {"HO-0002", "HO-0004"}


def test_a_distribution_needs_households_and_an_amount(village: Fund) -> None:
    assert refused(lambda: village.draw_up(DrawUp("x", "Quà Tết", year=2020))) == "fund.distribution.empty"
    assert refused(lambda: village.draw_up(DrawUp("x", "Học bổng"))) == "fund.distribution.no_amount"


def test_things_are_handed_out_by_a_list_too(village: Fund) -> None:
    taken = village.take_in(TakeIn((Goods("Gạo", 40, "kg", 15_000),), "Nhận", "Ông An"))
    village.post(Post(taken.draft or ""))
    row = village.draw_up(DrawUp("Gạo cứu đói", "Cứu trợ", item="Gạo", unit="kg", quantity=10, area=("KP 2",)))
    village.hand_out_list(HandOutList(row.number, approval="04/QĐ-BVĐ"))
    village.post(Post(newest_draft(village).draft or ""))
    assert village.stock() == [("Gạo", "kg", 10)]
    assert village.helped("HO-0002")[0].goods == "10"


def test_a_house_goes_one_step_at_a_time(village: Fund, tmp_path: Path) -> None:
    number = village.survey_house(SurveyHouse("HO-0001", HouseWork.NEW, "Nhà tạm")).number
    assert number == "NDK-2026-0001"
    assert refused(lambda: village.start_house(StartHouse(number))) == "fund.house.step"
    assert refused(lambda: village.approve_house(ApproveHouse(number, "đã duyệt"))) == "fund.house.no_approval"
    village.approve_house(ApproveHouse(number, "21/QĐ-BVĐ"))
    village.fund_house(FundHouse(number, MoneySource.COMMUNE, 1))
    village.fund_house(FundHouse(number, MoneySource.COMMUNE, 60_000_000))
    village.start_house(StartHouse(number))
    village.pause_house(PauseHouse(number, "Mưa bão"))
    assert village.resume_house(ResumeHouse(number)).state is HouseState.BUILDING
    done = village.hand_over_house(HandOverHouse(number, 48, 110_000_000, hard_roof=False))
    assert (done.state, done.funded_vnd, done.hard_roof) == (HouseState.HANDED_OVER, 60_000_000, False)
    photo = tmp_path / "nha.jpg"
    photo.write_bytes(b"a picture")
    assert village.attach(Attach(number, str(photo))) == "nha.jpg"
    (kept,) = village.files(number)
    assert (kept.name, village.file(number, kept.id)) == ("nha.jpg", b"a picture")
    assert refused(lambda: village.file(number, 0)) == "fund.attach.gone"


def test_a_payment_for_a_house_is_linked_to_it(village: Fund) -> None:
    number = village.survey_house(SurveyHouse("HO-0001", HouseWork.NEW)).number
    paid = village.pay(Pay(1_000, "Hỗ trợ", "Hộ", "Nhà Đại đoàn kết xây mới", number, household="HO-0001"))
    assert village.post(Post(paid.draft or "")).approval == number


@pytest.mark.parametrize(
    ("name", "consent", "shown"),
    [
        ("Nguyễn Văn An", Consent.SHOWN, "Nguyễn Văn An"),
        ("Nguyễn Văn An", Consent.MASKED, "N. V. A."),
        ("Nguyễn Văn An", Consent.ANONYMOUS, ANONYMOUS),
        ("", Consent.MASKED, ANONYMOUS),
    ],
)
def test_a_donor_is_named_as_they_consented(name: str, consent: Consent, shown: str) -> None:
    assert public_name(name, consent) == shown


def test_the_disclosure_names_donors_by_consent_and_adds_up_to_the_books(desk: Fund) -> None:
    desk.admit_donor(AdmitDonor("Nguyễn Văn An", consent=Consent.MASKED))
    desk.admit_donor(AdmitDonor("Lê Thị Sen", consent=Consent.ANONYMOUS))
    desk.edit_donor(EditDonor("UH-0002", phone="0900000000"))
    for donor, amount in (("UH-0001", 100), ("Lê Thị Sen", 20), (None, 3)):
        desk.post(Post(desk.receive(Receive(amount, "Ủng hộ", "Người nộp", donor=donor)).draft or ""))
    wrong = desk.post(Post(desk.receive(Receive(7, "Nhầm", "Ai đó")).draft or "")).number or ""
    desk.reverse(Reverse(wrong, "Nhầm"))
    gifts = desk.gifts(None, *YEAR)
    assert [gift.donor for gift in gifts] == ["N. V. A.", ANONYMOUS, "Người nộp"]
    assert sum(gift.amount_vnd for gift in gifts) == desk.report(None, *YEAR).received_vnd == 123


def test_a_pledge_is_paid_by_a_vietqr_that_reads_back(desk: Fund, store: Store) -> None:
    desk.admit_donor(AdmitDonor("Nguyễn Văn Ân"))
    pledge = desk.pledge(MakePledge("UH-0001", 5_000_000, "Xây nhà cho hộ nghèo"))
    assert refused(lambda: desk.vietqr(pledge.number)) == "fund.bank.unset"
    desk.office.declare(SETTINGS)
    desk.office.set(Set("fund.bank_bin", "970436"))
    desk.office.set(Set("fund.bank_account", "0011223344"))
    received = desk.receive(Receive(2_000_000, "Đợt 1", "Ông Ân", pledge=pledge.number))
    desk.post(Post(received.draft or ""))
    read = QRPay(desk.vietqr(pledge.number))
    assert read.is_valid
    assert (read.consumer.bank_bin, read.consumer.bank_number, read.amount) == ("970436", "0011223344", "3000000")
    assert read.additional_data.purpose == "CK 2026 0001 XAY NHA CHO"
    assert desk.vietqr_picture(pledge.number).startswith(b"\x89PNG")
    assert desk.end_pledge(EndPledge(pledge.number, "Đổi ý")).open_vnd == 0


def test_a_receipt_that_keeps_a_pledge_is_its_donors_and_of_its_fund(desk: Fund) -> None:
    desk.admit_donor(AdmitDonor("Nguyễn Văn Ân"))
    number = desk.pledge(MakePledge("UH-0001", 5_000_000)).number
    assert refused(lambda: desk.receive(Receive(1, "x", "y", "Cứu trợ", pledge=number))) == "fund.pledge.other_fund"
    draft = desk.receive(Receive(2_000_000, "Đợt 1", "Ông Ân", pledge=number))
    assert (draft.pledge, draft.donor) == (number, "UH-0001")
    later = desk.receive(Receive(1_000_000, "Đợt 2", "Ông Ân")).draft or ""
    revised = desk.revise(Revise(later, pledge=number, documents="01 giấy báo có"))
    assert (revised.pledge, revised.donor, revised.documents) == (number, "UH-0001", "01 giấy báo có")
    assert desk.revise(Revise(later, documents="")).documents == ""
    assert refused(lambda: desk.revise(Revise(later, restricted=True))) == "fund.gift.no_wish"


def test_a_citizen_number_is_masked_on_paper() -> None:
    assert masked_id("079012345678") == "********5678"
    assert masked_id(None) == ""


def test_a_bank_statement_is_matched_by_amount_and_day(desk: Fund, tmp_path: Path) -> None:
    desk.set_opening(SetOpening(1_000_000, Account.BANK, day=date(2026, 7, 1)))
    for amount, day in ((500_000, 2), (500_000, 20), (70_000, 21)):
        draft = desk.receive(Receive(amount, "UH", "An", account=Account.BANK, day=date(2026, 7, day)))
        desk.post(Post(draft.draft or ""))
    path = tmp_path / "sao-ke.xlsx"
    rows = [
        ("Ngày giao dịch", "Nội dung", "Ghi nợ", "Ghi có", "Số dư"),
        ("03/07/2026", "chuyen tien", "", 500_000, 1_500_000),
        ("20/07/2026", "chuyen tien", "", 500_000, 2_000_000),
        ("31/07/2026", "phi dich vu", 11_000, "", 1_989_000),
    ]
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        for index, row in enumerate(rows):
            sheet.write_row(index, 0, row)
    row = desk.reconcile(Reconcile(str(path)))
    assert [voucher for _position, _entry, voucher, _settled in row.lines] == ["PT-2026-0001", "PT-2026-0002", None]
    assert [entry.amount_vnd for entry in row.unmatched] == [-11_000]
    assert [line.number for line in row.only_in_book] == ["PT-2026-0003"]
    assert row.unexplained_vnd == 0
    settled = desk.match_line(MatchLine(row.number, 3, "phí dịch vụ, đã chi bằng tiền mặt"))
    assert (settled.unmatched, settled.unexplained_vnd) == ((), 0)


def test_the_campaign_month_counts_what_was_pledged_and_came(desk: Fund, clock: StandingClock) -> None:
    clock.go(date(2026, 11, 20))
    desk.admit_donor(AdmitDonor("Nguyễn Văn An"))
    for day in (date(2026, 10, 16), date(2026, 10, 17), date(2026, 11, 18), date(2026, 11, 19)):
        desk.pledge(MakePledge("UH-0001", 100, day=day, due=day))
        desk.post(Post(desk.receive(Receive(7, "UH", "An", day=day)).draft or ""))
    campaign = desk.campaign(None, 2026)
    assert (campaign.since, campaign.until) == (date(2026, 10, 17), date(2026, 11, 18))
    assert (campaign.pledged_vnd, campaign.received_vnd, campaign.paid_vnd) == (200, 14, 0)
    assert [each.number for each in desk.advice()] == [f"CK-2026-000{place}" for place in (4, 3, 2, 1)]


@pytest.mark.parametrize(("held", "said"), [(20_000_000, 0), (20_000_001, 1)])
def test_too_much_cash_in_the_till_is_said(desk: Fund, held: int, said: int) -> None:
    desk.set_opening(SetOpening(held))
    assert len(desk.advice()) == said
