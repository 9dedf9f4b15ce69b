"""Short ways of moving money in a fund, and of asking which rule refuses a deed."""

from collections.abc import Callable
from typing import Any

import pytest

from frontdesk.errors import RuleBroken
from frontdesk.fund import Fund
from frontdesk.fund.deeds.vouchers import Pay, Post, Receive


def received(desk: Fund, amount: int, **more: Any) -> str:
    draft = desk.receive(Receive(amount, "Ủng hộ", "Ông An", **more))
    return desk.post(Post(draft.draft or "")).number or ""


def paid(desk: Fund, amount: int, **more: Any) -> str:
    values = {"approval": "15/QĐ-BVĐ", **more}
    draft = desk.pay(Pay(amount, "Hỗ trợ", "Bà Bình", **values))
    return desk.post(Post(draft.draft or "")).number or ""


def refused(deed: Callable[[], object]) -> str:
    """The code of the rule that refuses `deed`."""
    with pytest.raises(RuleBroken) as broken:
        deed()
    return broken.value.code
