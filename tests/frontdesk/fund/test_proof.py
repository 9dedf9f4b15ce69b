"""The chain against the paper: a fingerprint read from a page finds whatever was changed behind it."""

import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from frontdesk.errors import RuleBroken
from frontdesk.fund import Fund
from frontdesk.fund.deeds.closing import CloseMonth, ConfirmClosing, Reopen
from frontdesk.fund.deeds.people import AdmitDonor, MakePledge, RegisterHousehold
from frontdesk.fund.deeds.vouchers import Goods, HandOut, Pay, Post, Receive, Reverse, SetOpening, TakeIn, Transfer
from frontdesk.fund.rules.kinds import Category
from frontdesk.fund.rules.proof import NOTHING, following, parse_fingerprint
from frontdesk.store import live

START = date(2026, 1, 2)
TEXTS = ("text", "counterparty", "number", "book_number", "approval", "reason", "documents")


def filled(desk: Fund) -> None:
    """Books with everything that is sealed in them."""
    rng = random.Random(7)
    desk.set_opening(SetOpening(5_000_000, day=START))
    for step in range(24):
        day = START + timedelta(days=step * 3)
        draft = desk.receive(Receive(rng.randrange(1, 90) * 10_000, f"Ủng hộ {step}", "Ông An", day=day))
        desk.post(Post(draft.draft or ""))
        if step % 3 == 1:
            paid = desk.pay(Pay(100_000 + step, "Quà Tết", "Bà Bình", "Quà Tết", "15/QĐ-BVĐ", day=day))
            desk.post(Post(paid.draft or ""))
        if step == 10:
            desk.confirm_closing(ConfirmClosing(desk.close_month(CloseMonth("2026-01")).number))
            desk.reopen(Reopen("KS-2026-0001", "Bổ sung chứng từ"))
            desk.confirm_closing(ConfirmClosing(desk.close_month(CloseMonth("2026-01")).number))
    desk.post(Post(desk.take_in(TakeIn((Goods("Gạo", 20, "kg", 15_000),), "Nhận gạo", "Cửa hàng Hoa")).draft or ""))
    desk.post(Post(desk.transfer(Transfer(250_000)).draft or ""))
    desk.reverse(Reverse("PT-2026-0020", "Ghi nhầm"))
    wished(desk)


def wished(desk: Fund) -> None:
    """A gift with a wish from a known donor, spent on its household; things handed out to it."""
    household = desk.register_household(RegisterHousehold("Lê Thị Ba", "Khu phố 1", Category.POOR)).number
    desk.admit_donor(AdmitDonor("Công ty Hoàng Gia"))
    pledge = desk.pledge(MakePledge("UH-0001", 5_000_000)).number
    wish = Receive(
        900_000, "Học bổng", "Công ty", restricted=True, purpose="Học bổng", household=household, pledge=pledge
    )
    gift = desk.post(Post(desk.receive(wish).draft or "")).number
    spent = Pay(400_000, "Học bổng", "Bà Ba", "Học bổng", "16/QĐ-BVĐ", household=household, gift=gift)
    desk.post(Post(desk.pay(spent).draft or ""))
    desk.post(Post(desk.hand_out(HandOut((Goods("Gạo", 5, "kg"),), "Trao", "Bà Ba", household=household)).draft or ""))


def one_digit(rng: random.Random, chosen: int, other: int, upto: int) -> None:
    amount = run("SELECT amount_vnd FROM voucher WHERE id = ?", chosen)[0][0]
    run("UPDATE voucher SET amount_vnd = ? WHERE id = ?", amount + rng.choice((-1, 1)) * 10 ** rng.randrange(7), chosen)


def a_row(rng: random.Random, chosen: int, other: int, upto: int) -> None:
    run("PRAGMA defer_foreign_keys = 1")
    run("DELETE FROM goods_line WHERE voucher_id = ?", chosen)
    run("UPDATE voucher SET reverses_id = NULL WHERE reverses_id = ?", chosen)
    run("DELETE FROM voucher WHERE id = ?", chosen)


def the_order(rng: random.Random, chosen: int, other: int, upto: int) -> None:
    seals = dict(run("SELECT id, seal_no FROM voucher WHERE id IN (?, ?)", chosen, other))
    run("UPDATE voucher SET seal_no = -1 WHERE id = ?", chosen)
    run("UPDATE voucher SET seal_no = ? WHERE id = ?", seals[chosen], other)
    run("UPDATE voucher SET seal_no = ? WHERE id = ?", seals[other], chosen)


def a_date(rng: random.Random, chosen: int, other: int, upto: int) -> None:
    day = START + timedelta(days=rng.randrange(1000, 2000))
    run("UPDATE voucher SET day = ? WHERE id = ?", day.isoformat(), chosen)


def the_tail(rng: random.Random, chosen: int, other: int, upto: int) -> None:
    cut = rng.randrange(1, upto + 1)
    run("PRAGMA defer_foreign_keys = 1")
    for table in ("opening", "reopening"):
        run(f"DELETE FROM {table} WHERE seal_no >= ?", cut)
    for table in ("voucher", "closing"):
        run(f"UPDATE {table} SET seal_no = NULL, seal = NULL WHERE seal_no >= ?", cut)
    run("UPDATE voucher SET status = 'draft' WHERE seal_no IS NULL")


def a_text(rng: random.Random, chosen: int, other: int, upto: int) -> None:
    column = rng.choice(TEXTS)
    run(f"UPDATE voucher SET {column} = 'X9' || coalesce({column}, '') WHERE id = ?", chosen)


def the_opening(rng: random.Random, chosen: int, other: int, upto: int) -> None:
    run("UPDATE opening SET amount_vnd = amount_vnd + ?", rng.randrange(1, 10**6))


def a_closing(rng: random.Random, chosen: int, other: int, upto: int) -> None:
    column = rng.choice(("cash_vnd", "bank_vnd", "in_vnd", "out_vnd"))
    run(f"UPDATE closing SET {column} = {column} + 1 WHERE seal_no IS NOT NULL")


def an_account(rng: random.Random, chosen: int, other: int, upto: int) -> None:
    run("UPDATE ledger SET name = name || '?' WHERE kind IN ('cash', 'source')")


def things(rng: random.Random, chosen: int, other: int, upto: int) -> None:
    run("UPDATE goods_line SET quantity = quantity + ?", rng.randrange(1, 50))


def a_wish(rng: random.Random, chosen: int, other: int, upto: int) -> None:
    run("UPDATE voucher SET restricted = 1 - restricted WHERE id = ?", chosen)


def who_it_names(rng: random.Random, chosen: int, other: int, upto: int) -> None:
    table = rng.choice(("household", "donor", "pledge"))
    somebody = f"CASE WHEN {table}_id IS NULL THEN (SELECT id FROM {table} LIMIT 1) ELSE NULL END"
    run(f"UPDATE voucher SET {table}_id = {somebody} WHERE id = ?", chosen)


TAMPERINGS = (
    a_wish,
    who_it_names,
    one_digit,
    a_row,
    the_order,
    a_date,
    the_tail,
    a_text,
    the_opening,
    a_closing,
    an_account,
    things,
)


def run(statement: str, *values: object) -> list[tuple[Any, ...]]:
    """Change the open file past the program, as somebody could who holds its key."""
    return list(live.connection().execute(statement, values).fetchall())


def tamper(rng: random.Random, upto: int) -> str:
    """Change something behind the paper; returns what."""
    chosen, other = rng.sample([row[0] for row in run("SELECT id FROM voucher WHERE seal_no <= ?", upto)], 2)
    what = rng.choice(TAMPERINGS)
    what(rng, chosen, other, upto)
    return what.__name__


def recompute(desk: Fund) -> None:
    """Give every entry the seal its changed content asks for, as a careful tamperer would."""
    places = {
        seal_no: table
        for table in ("voucher", "opening", "closing", "reopening")
        for (seal_no,) in live.connection().execute(f"SELECT seal_no FROM {table} WHERE seal_no IS NOT NULL")
    }
    resealed = [(sealed.no, sealed.value) for sealed, _agrees in desk._walk()]
    for old, (number, value) in zip(sorted(places), resealed, strict=True):
        table = places[old]
        live.connection().execute(f"UPDATE {table} SET seal_no = ?, seal = ? WHERE seal_no = ?", (number, value, old))


def test_a_thousand_tamperings_are_each_found_by_the_fingerprint_on_the_paper(desk: Fund) -> None:
    filled(desk)
    printed = desk.fingerprint()
    upto = parse_fingerprint(printed).no
    for step in range(3):
        desk.post(Post(desk.receive(Receive(10_000 + step, "Sau khi in", "Ông An")).draft or ""))
    assert desk.check_fingerprint(printed).ok
    rng, missed = random.Random(20_260_803), []
    for number in range(1_000):
        with live.atomic() as step_back:
            what = tamper(rng, upto)
            careful = number % 2 == 0
            if careful:
                recompute(desk)
            if desk.check_fingerprint(printed).ok:
                missed.append((number, what, careful))
            step_back.rollback()
    assert missed == []
    assert desk.check_fingerprint(printed).ok


def test_everything_sealed_is_checked_without_a_paper_too(desk: Fund) -> None:
    filled(desk)
    assert [finding.fault for finding in desk.check() if not finding.ok] == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE voucher SET amount_vnd = amount_vnd + 1 WHERE number = 'PT-2026-0003'",
        "UPDATE voucher SET status = 'posted' WHERE status = 'reversed'",
        "UPDATE voucher SET status = 'reversed' WHERE number = 'PT-2026-0001'",
        "UPDATE day_total SET in_vnd = in_vnd + 1 WHERE in_vnd > 0",
        "INSERT INTO day_total SELECT ledger_id, '2026-12-31', 0, 0 FROM day_total LIMIT 1",
        "DELETE FROM day_total WHERE day = (SELECT MIN(day) FROM day_total)",
        "UPDATE opening SET amount_vnd = 1",
        "UPDATE closing SET cash_vnd = 1",
        "UPDATE voucher SET kind = 'gift' WHERE number = 'PT-2026-0003'",
        "UPDATE voucher SET day = 'soon' WHERE number = 'PT-2026-0003'",
    ],
)
def test_a_change_past_the_program_is_found_by_check(desk: Fund, statement: str) -> None:
    filled(desk)
    live.connection().execute(statement)
    assert any(not finding.ok for finding in desk.check())


def test_a_voucher_slipped_in_outside_the_chain_is_found(desk: Fund) -> None:
    filled(desk)
    printed = desk.fingerprint()
    names = [row[1] for row in run("PRAGMA table_info(voucher)")]
    changed = {"id": "999999", "number": "'PT-2026-0999'", "draft": "NULL", "seal_no": "-1", "seal": "'x'"}
    columns = ", ".join(changed.get(name, name) for name in names)
    run(f"INSERT INTO voucher ({', '.join(names)}) SELECT {columns} FROM voucher WHERE number = 'PT-2026-0001'")
    run(
        "UPDATE day_total SET in_vnd = in_vnd + (SELECT amount_vnd FROM voucher WHERE id = 999999) WHERE ledger_id = "
        "(SELECT debit_id FROM voucher WHERE id = 999999) AND day = (SELECT day FROM voucher WHERE id = 999999)"
    )
    assert not desk.check_fingerprint(printed).ok
    assert any(not finding.ok for finding in desk.check())


def test_what_is_held_for_wishes_is_added_up_anew(desk: Fund) -> None:
    filled(desk)
    run("UPDATE day_total SET in_vnd = 0 WHERE ledger_id = (SELECT id FROM ledger WHERE kind = 'held')")
    assert any(not finding.ok for finding in desk.check())


def test_a_seal_that_was_overwritten_is_found(desk: Fund) -> None:
    filled(desk)
    printed = desk.fingerprint()
    run("UPDATE voucher SET seal = '0' || substr(seal, 2, 62) || 'x' WHERE seal_no = 12")
    assert not desk.check_fingerprint(printed).ok


def test_a_fingerprint_may_be_typed_loosely(desk: Fund) -> None:
    filled(desk)
    printed = desk.fingerprint()
    loosely: list[Callable[[str], str]] = [
        str.lower,
        lambda text: f"  {text} ",
        lambda text: text.replace(".", " "),
        lambda text: text.replace("-", " "),
        lambda text: text.replace("0", "O") if "0" in text.split("-", 2)[2] and "0" not in text[:5] else text,
    ]
    for type_it in loosely:
        assert desk.check_fingerprint(type_it(printed)).ok


@pytest.mark.parametrize("text", ["", "abc", "1-5-12", "1-5-3F2A.9C1D.77E0.B4C", "3F2A.9C1D.77E0.B4C2"])
def test_what_is_no_fingerprint_is_refused_with_an_example(desk: Fund, text: str) -> None:
    with pytest.raises(RuleBroken, match="like 1-0-") as refused:
        desk.check_fingerprint(text)
    assert refused.value.code == "fund.fingerprint.unreadable"


def test_empty_books_have_a_fingerprint(desk: Fund) -> None:
    assert desk.fingerprint() == NOTHING.fingerprint
    assert desk.check_fingerprint(NOTHING.fingerprint).ok


def test_the_text_form_of_version_1_never_changes() -> None:
    fields = ["PT-2026-0001", None, "receipt", "2026-01-05", 500_000, ["cash", "Tiền mặt"]]
    sealed = following(NOTHING, "voucher", fields)
    assert sealed.fingerprint == "1-1-2FEE.FB80.D64A.8281"
