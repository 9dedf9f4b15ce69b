"""The journal in hledger's format, added up by hledger itself."""

from pathlib import Path

import pytest

from frontdesk.fund import Fund
from frontdesk.fund.deeds.vouchers import Post, Receive, Reverse
from tests.frontdesk.fund.crowd import crowd
from tests.speed.hledger_balances import ours, theirs

pytestmark = pytest.mark.machine


def test_hledger_comes_to_the_same_balances_whatever_people_write(desk: Fund, tmp_path: Path) -> None:
    crowd(desk, 200)
    for text in ("; ghi chú", "hai  khoảng trắng | gạch", "A:B:C", "dòng một\ndòng hai", "=1+1 ₫"):
        written = desk.receive(Receive(12_345, text, "Ông An", source=f"Nguồn {text}"))
        desk.post(Post(written.draft or ""))
    desk.reverse(Reverse(written.number or desk.voucher(written.draft or "").number or "", "Ghi nhầm"))
    journal = tmp_path / "fund.journal"
    desk.export_hledger(journal)
    assert theirs(journal) == ours(desk)
