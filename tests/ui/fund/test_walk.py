"""Every part of the desk and every dialog that people write in is walked: one desk for all, for dressing it is slow."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from frontdesk import messages
from frontdesk.commands.services import Services
from frontdesk.fund.deeds.vouchers import Goods, Post, TakeIn
from frontdesk.fund.rules.kinds import VoucherKind
from tests.ui.stage import Stage
from tests.ui.walk import ZOOMS, check_window, walked, wear
from ui.fund.bookforms import opening
from ui.fund.closing import close_dialog
from ui.fund.counting import CountDialog
from ui.fund.desk import FundDesk
from ui.fund.entry import EntryDialog
from ui.fund.sheets import BookImport
from ui.fund.shelf import Shelf
from ui.fund.stockforms import HandOutDialog, take_in_dialog
from ui.parts.theme import Theme

FUND = "Vì người nghèo"


def parts_of(desk: FundDesk) -> Iterator[Callable[[], object]]:
    """Brings each part of the desk to the front, and each part within a part."""
    for at in range(desk.tabs.count()):
        part = desk.tabs.widget(at)
        yield partial(desk.tabs.setCurrentIndex, at)
        if isinstance(part, Shelf):
            yield from (partial(part.tabs.setCurrentIndex, place) for place in range(1, part.tabs.count()))


def dialogs_of(stage: Stage, parent: QWidget) -> Iterator[QDialog]:
    """The dialogs of vouchers, things, openings, counts, closings and books, one after the other."""
    yield from (EntryDialog(stage.env, kind, parent) for kind in list(VoucherKind)[:3])
    yield HandOutDialog(stage.env, FUND, parent)
    yield take_in_dialog(stage.env, parent)
    yield opening(stage.env, FUND, parent)
    yield CountDialog(stage.env, FUND, parent)
    yield close_dialog(stage.env, parent, year=False)
    yield BookImport(stage.env, parent)


@walked
def test_every_part_and_every_dialog_can_be_walked(money: Services, stage: Stage, desk: FundDesk, theme: Theme) -> None:
    draft = money.fund.take_in(TakeIn((Goods("Gạo", 20, "kg", 15_000),), "Gạo", "Công ty"))
    money.fund.post(Post(draft.draft or ""))
    for zoom in ZOOMS[messages.language()]:
        wear(theme, zoom)
        for bring in parts_of(desk):
            bring()
            check_window(desk.window(), theme, zooms=(zoom,))
        for dialog in dialogs_of(stage, desk):
            check_window(dialog, theme, zooms=(zoom,))
            dialog.reject()
