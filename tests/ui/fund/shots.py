"""The fund's windows to look at: empty, and with the sample's vouchers."""

from functools import partial
from typing import Final

from PySide6.QtWidgets import QDialog, QWidget

from frontdesk.fund.rules.kinds import VoucherKind
from tests.ui.pictures import Shot
from tests.ui.stage import Stage
from ui.fund import bookforms
from ui.fund.desk import FundDesk
from ui.fund.entry import EntryDialog

TABS: Final = ("vouchers", "book")


def desk(tab: str, stage: Stage) -> QWidget:
    """The desk with one part in front."""
    made = FundDesk(stage.env)
    made.tabs.setCurrentIndex(TABS.index(tab))
    return made


def card(stage: Stage) -> QWidget:
    """A voucher."""
    made = FundDesk(stage.env)
    made.open_record("PT-2026-0001")
    return made


def entry(kind: VoucherKind, stage: Stage) -> QDialog:
    """A voucher being written."""
    made = EntryDialog(stage.env, kind, stage.window)
    made.form.set_values({"amount_vnd": 1_234_567})
    return made


def opening(stage: Stage) -> QDialog:
    """An opening balance."""
    return bookforms.opening(stage.env, "Vì người nghèo", stage.window)


SHOTS: list[Shot] = [
    *(Shot(f"fund-{tab}", partial(desk, tab), True) for tab in TABS),
    Shot("fund-card", card, True),
    *(Shot(f"fund-entry-{kind.value}", partial(entry, kind)) for kind in list(VoucherKind)[:3]),
    Shot("fund-opening", opening),
]
