"""What is in store of the gifts in kind, by day."""

from datetime import date

from frontdesk.errors import RuleBroken
from frontdesk.fund.model import GoodsLine, Item, Voucher
from frontdesk.fund.rules.checks import lowest_from
from frontdesk.fund.rules.kinds import VoucherKind
from frontdesk.fund.rules.rows import GoodsRow, VoucherRow
from frontdesk.fund.service.drafting import Drafting
from frontdesk.messages import _
from frontdesk.store import tuples


class Stock(Drafting):
    """The store of things."""

    def stock(self, on: date | None = None, fund: str | None = None) -> list[tuple[str, str, int]]:
        """What is in store of each item of a fund at the end of a day (None: today): name, unit, quantity."""
        counted: dict[tuple[str, str], int] = {}
        for _day, name, unit, quantity in self._goods_moves(fund, on or self.store.today):
            counted[name, unit] = counted.get((name, unit), 0) + quantity
        return [(name, unit, quantity) for (name, unit), quantity in counted.items()]

    def _goods_moves(
        self, fund: str | None, until: date, items: tuple[str, ...] = ()
    ) -> list[tuple[date, str, str, int]]:
        query = (
            GoodsLine.select(Voucher.day, Item.name, Item.unit, Voucher.kind, GoodsLine.quantity)
            .join(Voucher)
            .switch(GoodsLine)
            .join(Item)
            .where(Voucher.fund == (self._fund_id(fund) or 0), Voucher.seal_no.is_null(False), Voucher.day <= until)
            .order_by(Item.id, Voucher.day)
        )
        if items:
            query = query.where(Item.name.in_(items))
        out = VoucherKind.GIFT_OUT.value
        return [
            (day, name, unit, -quantity if kind == out else quantity)
            for day, name, unit, kind, quantity in tuples(query)
        ]

    def _check_stock(self, row: VoucherRow) -> None:
        moves = self._goods_moves(row.fund, self.store.today, tuple({line.item for line in row.goods}))
        for line in row.goods:
            counted = [(day, quantity) for day, name, unit, quantity in moves if (name, unit) == (line.item, line.unit)]
            least = lowest_from(counted, 0, row.day)
            if least.balance_vnd < 0:
                _refuse_short_stock(line, least.balance_vnd)


def _refuse_short_stock(line: GoodsRow, quantity: int) -> None:
    raise RuleBroken(
        "fund.goods.short",
        _("There are {missing} {unit} of “{item}” too few for this.").format(
            missing=-quantity, unit=line.unit, item=line.item
        ),
        "goods",
    )
