"""Posting cut off at any byte of the log: a voucher is there whole with its number, or not at all."""

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from frontdesk.fund import Fund
from frontdesk.fund.deeds.closing import CloseMonth, ConfirmClosing
from frontdesk.fund.deeds.vouchers import Goods, HandOut, Pay, Post, Receive, Reverse, SetOpening, TakeIn, Transfer
from frontdesk.fund.rules.kinds import Status
from frontdesk.office import ListAsk, Office
from frontdesk.store import check, open_store
from tests.frontdesk.fund.conftest import MODELS, PASSPHRASE, USER, StandingClock, blank_office

CUTS: Final = 150
JULY: Final = date(2026, 7, 1)


@dataclass(frozen=True)
class Seen:
    """What an office shows of its books."""

    vouchers: tuple[tuple[str, str | None, str, int | None], ...]
    balances: tuple[int, ...]
    held: int
    stock: tuple[tuple[str, str, int], ...]
    closings: tuple[tuple[str, str], ...]
    fingerprint: str


def seen(desk: Fund) -> Seen:
    """The books as they are."""
    listed = desk.voucher_list(ListAsk())
    return Seen(
        tuple((row["draft"] or "", row["number"], row["status"], row["amount_vnd"]) for row in listed),
        tuple(row.balance_vnd for row in desk.balances()),
        desk.held(None),
        tuple(desk.stock()),
        tuple((row.number, row.state.value) for row in desk.closings()),
        desk.fingerprint(),
    )


def work(desk: Fund) -> Iterator[None]:
    """A day with every deed that enters something in the books; yields after each commit."""
    desk.set_opening(SetOpening(1_000_000, day=JULY))
    yield
    gift = Receive(600_000, "Học bổng", "Ông An", day=JULY, restricted=True, purpose="Học bổng")
    rice = Goods("Gạo", 20, "kg", 15_000)
    for deed, ask in (
        (desk.receive, gift),
        (desk.receive, Receive(70_000, "Ủng hộ", "Bà Sen", day=JULY)),
        (desk.pay, Pay(200_000, "Học bổng", "Em Na", "Học bổng", "15/QĐ-BVĐ", gift="PT-2026-0001", day=JULY)),
        (desk.pay, Pay(50_000, "Quà Tết", "Bà Bình", "Quà Tết", "15/QĐ-BVĐ")),
        (desk.transfer, Transfer(300_000)),
        (desk.take_in, TakeIn((rice, Goods("Chăn", 5, "cái", 120_000)), "Nhận", "Ông An")),
        (desk.hand_out, HandOut((Goods("Gạo", 5, "kg"),), "Trao", "Bà Bình")),
    ):
        draft = deed(ask).draft or ""  # type: ignore[operator]
        yield
        desk.post(Post(draft))
        yield
    desk.reverse(Reverse("PC-2026-0001", "Ghi nhầm"))
    yield
    number = desk.close_month(CloseMonth("2026-07")).number
    yield
    desk.confirm_closing(ConfirmClosing(number))
    yield


def opened(folder: Path, *, read_only: bool = False) -> Fund:
    """The office as it is found."""
    (folder / "office.db-shm").unlink(missing_ok=True)
    clock = StandingClock.standing_on(date(2026, 8, 3))
    store = open_store(folder, USER, PASSPHRASE, clock=clock, read_only=read_only)
    return Fund(store, Office(store))


@pytest.fixture
def cut_off(tmp_path: Path) -> tuple[Path, list[Seen]]:
    """An office as a power cut leaves it, all its deeds in the log beside the file; and its books after each deed."""
    desk = opened(Path(shutil.copytree(blank_office(), tmp_path / "office")))
    states = [seen(desk), *(seen(desk) for _committed in work(desk))]
    left = shutil.copytree(tmp_path / "office", tmp_path / "left", ignore=shutil.ignore_patterns("*.lock", "*-shm"))
    desk.store.close()
    return Path(left), states


def test_a_voucher_is_there_whole_with_its_number_or_not_at_all(cut_off: tuple[Path, list[Seen]]) -> None:
    left, states = cut_off
    log = left / "office.db-wal"
    whole, dice, found = log.read_bytes(), random.Random(20260803), []
    edges = {0, 32, len(whole) - 1, len(whole)}
    for cut in sorted(edges | {dice.randrange(len(whole)) for _cut in range(CUTS)}):
        log.write_bytes(whole[:cut])
        desk = opened(left, read_only=True)
        books, faults = seen(desk), [finding for finding in desk.check() if not finding.ok]
        faults += [finding for finding in check(desk.store, MODELS) if not finding.ok]
        desk.store.close()
        assert faults == [], cut
        assert books in states, cut
        for series in ("PT", "PC", "CT", "HV"):
            numbers = [
                number for _draft, number, _status, _amount in books.vouchers if (number or "").startswith(series)
            ]
            assert sorted(filter(None, numbers)) == [f"{series}-2026-{at:04}" for at in range(1, len(numbers) + 1)]
        found.append(states.index(books))
    assert found == sorted(found)
    assert set(found) == set(range(len(states)))


@pytest.mark.parametrize("share", [0.3, 0.6, 0.85])
def test_the_next_number_follows_the_last_one_that_was_kept(cut_off: tuple[Path, list[Seen]], share: float) -> None:
    left, _states = cut_off
    log = left / "office.db-wal"
    log.write_bytes(log.read_bytes()[: int(log.stat().st_size * share)])
    desk = opened(left)
    kept = [row for row in desk.voucher_list(ListAsk()) if row["kind"] == "receipt" and row["status"] != "draft"]
    posted = desk.post(Post(desk.receive(Receive(1, "Ủng hộ", "Ông An")).draft or ""))
    assert (posted.number, posted.status) == (f"PT-2026-{len(kept) + 1:04}", Status.POSTED)
    assert [finding for finding in desk.check() if not finding.ok] == []
    desk.store.close()
