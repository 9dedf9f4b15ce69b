"""The fund's windows to look at: empty, and with the sample's vouchers."""

from functools import partial
from typing import Final

from PySide6.QtWidgets import QDialog, QWidget

from frontdesk.fund import VoucherFilter, VoucherKind
from tests.ui.pictures import Shot
from tests.ui.stage import Stage
from ui.fund import bookforms, workforms
from ui.fund.counting import CountDialog
from ui.fund.desk import FundDesk
from ui.fund.entry import EntryDialog
from ui.fund.sheets import BookImport
from ui.fund.shelf import Shelf
from ui.fund.source import Drill
from ui.fund.stockforms import HandOutDialog, take_in_dialog

TABS: Final = ("vouchers", "book", "closing", "giving", "helping", "figures")
INNER: Final = {"closing": 3, "giving": 2, "helping": 4}


def desk(tab: str, stage: Stage) -> QWidget:
    """The desk with one part in front."""
    made = FundDesk(stage.env)
    made.tabs.setCurrentIndex(TABS.index(tab))
    return made


def shelf(tab: str, at: int, stage: Stage) -> QWidget:
    """A part within a part."""
    made = desk(tab, stage)
    assert isinstance(made, FundDesk)
    inner = made.tabs.currentWidget()
    assert isinstance(inner, Shelf)
    inner.tabs.setCurrentIndex(at)
    return made


def behind(stage: Stage) -> QWidget:
    """The vouchers behind a figure."""
    made = FundDesk(stage.env)
    which = VoucherFilter(fund="Vì người nghèo", kinds=(VoucherKind.RECEIPT,))
    made.vouchers.show_behind(Drill("Vì người nghèo: các phiếu thu", which))
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


def counting(stage: Stage) -> QDialog:
    """The till being counted."""
    return CountDialog(stage.env, "Vì người nghèo", stage.window)


def importing(stage: Stage) -> QDialog:
    """A cash book to read in."""
    return BookImport(stage.env, stage.window)


def things(out: bool, stage: Stage) -> QDialog:
    """Gifts in kind that come or go."""
    return HandOutDialog(stage.env, "Vì người nghèo", stage.window) if out else take_in_dialog(stage.env, stage.window)


def draw_up(stage: Stage) -> QDialog:
    """A distribution."""
    return workforms.draw_up_dialog(stage.env, stage.window)


SHOTS: list[Shot] = [
    *(Shot(f"fund-{tab}", partial(desk, tab), True) for tab in TABS if tab not in INNER),
    *(Shot(f"fund-{tab}-{at}", partial(shelf, tab, at), True) for tab, count in INNER.items() for at in range(count)),
    Shot("fund-behind", behind, True),
    Shot("fund-card", card, True),
    *(Shot(f"fund-entry-{kind.value}", partial(entry, kind)) for kind in list(VoucherKind)[:3]),
    Shot("fund-opening", opening),
    Shot("fund-count", counting),
    Shot("fund-import", importing),
    Shot("fund-things-in", partial(things, False)),
    Shot("fund-things-out", partial(things, True), True),
    Shot("fund-draw-up", draw_up),
]
