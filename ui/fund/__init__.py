"""The desk "Quỹ": the fund's vouchers and books, who gives, who receives."""

from typing import Final

from PySide6.QtWidgets import QWidget

from frontdesk.messages import mark
from ui.desk.env import DeskSpec, Env

PREFIXES: Final = (
    "PT-", "PC-", "CT-", "HV-", "NHAP-", "NDK-", "DS-", "HO-", "KS-", "KK-", "DC-", "UH-", "CK-",
)  # fmt: skip


def make(env: Env) -> QWidget:
    """The desk's page."""
    # Only once the desk is opened: the other desks need none of its windows.
    from ui.fund.desk import FundDesk

    return FundDesk(env)


DESK: Final = DeskSpec("fund", mark("Fund"), "fund", make, PREFIXES)
