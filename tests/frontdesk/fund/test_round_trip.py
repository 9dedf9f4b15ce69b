"""What a sheet says of its vouchers besides: wishes, approvals, givers and those helped go along to another office."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from frontdesk.errors import RuleBroken
from frontdesk.fund import Fund
from frontdesk.fund.deeds.people import AdmitDonor, RegisterHousehold
from frontdesk.fund.deeds.vouchers import Pay, Post, Receive, Reverse, SetOpening, Transfer
from frontdesk.fund.particulars_sheet import FIELDS, HEADERS, cells_of, particulars_of
from frontdesk.fund.rules.kinds import Account, Category, Consent, DonorKind, Status
from frontdesk.fund.rules.particulars import PLAIN, Giver, Helped, Particulars
from frontdesk.fund.service.reading import VoucherFilter
from frontdesk.office import ImportAsk, ListAsk
from frontdesk.sheet import Outcome
from frontdesk.vietnamese import nfc
from tests.frontdesk.fund.conftest import office
from tests.frontdesk.fund.test_importing import sheets_of, written

DAY = date(2026, 2, 3)
PURPOSE = "Học bổng"


def posted(desk: Fund, ask: Receive | Pay | Transfer) -> str:
    deed: Callable[..., object] = {Receive: desk.receive, Pay: desk.pay, Transfer: desk.transfer}[type(ask)]
    return desk.post(Post(deed(ask).draft)).number or ""  # type: ignore[attr-defined]


def with_wishes(desk: Fund) -> None:
    """Money given for a purpose and for a household, some of it spent so, a payment and a gift taken back."""
    desk.set_opening(SetOpening(1_000_000, day=date(2026, 1, 1)))
    desk.set_opening(SetOpening(2_000_000, Account.BANK, day=date(2026, 1, 1)))
    desk.admit_donor(AdmitDonor("Công ty <A&B>", DonorKind.ORGANISATION, Consent.ANONYMOUS))
    desk.register_household(RegisterHousehold("Lê Thị Ba", "Khu phố 1", Category.POOR))
    donor, household = {"donor": "UH-0001", "address": "Số 1, đường “A”"}, {"household": "HO-0001"}
    for account in Account:
        kept = {"account": account, "day": DAY}
        wish = posted(
            desk, Receive(500_000, "Cho học sinh", "Ông An", restricted=True, purpose=PURPOSE, **donor, **kept)
        )
        home = posted(desk, Receive(300_000, "Cho bà Ba", "Bà Tư", restricted=True, **household, **kept))
        gone = posted(desk, Receive(70_000, "Cho nhầm", "Bà Tư", restricted=True, purpose=PURPOSE, **kept))
        posted(desk, Receive(9_000, "Ủng hộ", "Bà Năm", purpose=PURPOSE, documents="02 chứng từ", **kept))
        paid = {"approval": "15/QĐ-BVĐ", "accountant": "Bà Lan", "treasurer": "Ông Hải", **kept}
        posted(desk, Pay(200_000, "Trao", "Em Hoa", PURPOSE, gift=wish, **paid))
        twice = posted(desk, Pay(100_000, "Trao", "Em Huệ", PURPOSE, gift=wish, **paid))
        posted(desk, Pay(300_000, "Sửa mái", "Bà Ba", "Cứu trợ, ốm đau, rủi ro", gift=home, **household, **paid))
        desk.reverse(Reverse(twice, "Trao hai lần"))
        desk.reverse(Reverse(gone, "Không phải của Quỹ"))
    posted(desk, Transfer(50_000, day=DAY))


@pytest.mark.parametrize("order", [tuple(Account), tuple(reversed(Account))])
def test_all_that_stands_on_vouchers_comes_unchanged_into_an_empty_other_office(
    tmp_path: Path, order: tuple[Account, ...]
) -> None:
    with office(tmp_path / "one") as first:
        with_wishes(first)
        before = sheets_of(first, tmp_path / "written")
        held, left = first.held(None), first.gift_left("PT-2026-0001").balance_vnd
    with office(tmp_path / "other") as second:
        for account in order:
            came = second.import_sheet(ImportAsk(tmp_path / "written" / f"{account}.xlsx", account=account.value))
            assert not came.of(Outcome.REJECTED)
            assert [finding.fault for finding in second.check() if not finding.ok] == []
        assert sheets_of(second, tmp_path / "again") == before
        assert (second.held(None), left) == (held, 300_000)
        rows = {row.book_number: row for row in second.vouchers_by_id([row.id for row in second.page(VoucherFilter())])}
        wish = rows["PT-2026-0001"]
        assert second.gift_left(wish.number or "").balance_vnd == left
        assert (wish.donor, wish.restricted, wish.reserved_for) == ("UH-0001", True, PURPOSE)
        assert second.donor("UH-0001").consent is Consent.ANONYMOUS
        assert rows["PC-2026-0002"].status is Status.REVERSED
        assert rows["PC-2026-0001"].approval == "15/QĐ-BVĐ"
        with pytest.raises(RuleBroken, match=PURPOSE):
            posted(second, Pay(1, "Quà", "Bà Sáu", "Quà Tết", "15/QĐ-BVĐ", day=date(2026, 8, 3), gift=wish.number))


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cash book of an office with wishes, written before any other office is open."""
    folder = tmp_path_factory.mktemp("wishes")
    with office(folder / "one") as first:
        with_wishes(first)
        sheets_of(first, folder / "written")
    return folder / "written" / "cash.xlsx"


def test_a_donor_known_by_name_keeps_the_number_of_the_office(book: Path, desk: Fund) -> None:
    for name in ("Bà Mười", "Công ty <A&B>"):
        desk.admit_donor(AdmitDonor(name))
    report = desk.import_sheet(ImportAsk(book))
    assert [row.number for row in desk.donors()] == ["UH-0002", "UH-0001"]
    assert {row["donor"] for row in desk.voucher_list(ListAsk())} == {"UH-0002", None}
    assert any("Lê Thị Ba" in note for note in report.notes)


@pytest.mark.parametrize(
    ("header", "row", "cell", "why"),
    [
        pytest.param("Sử dụng tiền của phiếu", 9, "PT-2026-0099", "PT-2026-0099", id="a gift that is nowhere"),
        pytest.param("Sử dụng tiền của phiếu", 9, "PT-2026-0002", "household", id="another's gift"),
        pytest.param("Nguồn, mục chi", 9, "Quà Tết", PURPOSE, id="spent on something else"),
        pytest.param("Chủ hộ", 11, "Bà Khác", "household", id="spent on another household"),
        pytest.param("Mục đích được giao", 5, "", "household", id="a wish for nothing"),
        pytest.param("Dùng đúng ý người cho", 5, "", "no gift", id="a wish taken away"),
        pytest.param("Dùng đúng ý người cho", 9, "x", "money that came", id="a wish on a payment"),
        pytest.param("Dùng đúng ý người cho", 5, "vàng", "yes nor no", id="a word for yes"),
        pytest.param("Hủy bỏ phiếu", 12, "PC-2026-0001", "PC-2026-0001", id="another payment taken back"),
        pytest.param("Hủy bỏ phiếu", 12, "PC-2026-0077", "PC-2026-0077", id="a payment that is nowhere"),
        pytest.param("Cách nêu tên", 5, "to tướng", "to tướng", id="a word for consent"),
        pytest.param("Thu", 5, 500_001, "balance", id="an amount"),
    ],
)
def test_a_line_that_says_otherwise_of_its_wish_is_refused_by_its_row(
    book: Path, desk: Fund, tmp_path: Path, header: str, row: int, cell: object, why: str
) -> None:
    rows = CalamineWorkbook.from_path(book).get_sheet_by_index(0).to_python()
    rows[row - 1][rows[2].index(header)] = cell
    report = desk.import_sheet(written(tmp_path / "tampered.xlsx", rows))
    said = {outcome.row: outcome.reason.lower() for outcome in report.of(Outcome.REJECTED)}
    assert any(why.lower() in reason for reason in said.values()), said
    assert desk.voucher_list(ListAsk()) == desk.donors() == []


def test_money_spent_from_the_other_account_waits_for_its_book(tmp_path: Path) -> None:
    with office(tmp_path / "one") as first:
        wish = posted(
            first, Receive(500_000, "Cho", "A", account=Account.BANK, restricted=True, purpose=PURPOSE, day=DAY)
        )
        posted(first, Transfer(500_000, Account.BANK, day=DAY))
        posted(first, Pay(500_000, "Trao", "Em Hoa", PURPOSE, "1/QĐ", gift=wish, day=DAY))
        sheets_of(first, tmp_path / "written")
    with office(tmp_path / "other") as second:
        cash, bank = (ImportAsk(tmp_path / "written" / f"{name}.xlsx", account=name) for name in ("cash", "bank"))
        (refused,) = second.import_sheet(cash).of(Outcome.REJECTED)
        assert "book of the other account" in refused.reason
        assert not second.import_sheet(bank).of(Outcome.REJECTED)
        assert not second.import_sheet(cash).of(Outcome.REJECTED)
        assert second.held(None) == 0
        assert [finding.fault for finding in second.check() if not finding.ok] == []


WORDS = st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=12).map(nfc)
OR_NONE = st.none() | WORDS


@given(
    st.builds(
        Particulars,
        address=WORDS,
        approval=OR_NONE,
        exception=OR_NONE,
        donor=st.none()
        | st.builds(Giver, st.just("UH-0007"), WORDS, st.sampled_from(DonorKind), st.sampled_from(Consent)),
        household=st.none() | st.builds(Helped, st.just("HO-0007"), WORDS, WORDS),
        reserved_for=OR_NONE,
        restricted=st.booleans(),
        gift=OR_NONE,
        reverses=OR_NONE,
        reason=OR_NONE,
    )
)
def test_the_cells_of_a_voucher_say_what_it_said(said: Particulars) -> None:
    names = [field.name for field in FIELDS]
    assert particulars_of(dict(zip(names, cells_of(said), strict=True))) == said


def test_a_voucher_that_says_nothing_besides_has_blank_cells() -> None:
    assert cells_of(PLAIN) == ("",) * len(HEADERS)
    assert particulars_of({}) is PLAIN
