"""The dialogs of things that came as a gift and of things handed out."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from frontdesk.fund import HandOut, TakeIn
from frontdesk.messages import _
from ui.desk.days import day_field
from ui.desk.dialogs import FormDialog, given
from ui.desk.env import Env
from ui.fund.goods import GoodsField, StoreField
from ui.fund.pickers import donor_field, household_field, key_of
from ui.fund.words import fund_field
from ui.parts.fields import LineField
from ui.parts.form import required

APPROVAL_HINT = "15/QĐ-BVĐ"


def take_in_dialog(env: Env, parent: QWidget) -> FormDialog:
    """Things of one or more kinds from one giver."""
    says = _("The draft is kept. It counts once it is posted.")
    dialog = FormDialog(env, "take_in", _("Gifts received"), _("Keep as draft"), _take_in, parent, says=says)
    dialog.add("counterparty", _("&Who gave"), donor_field(env))
    dialog.add("text", _("What &for"), LineField())
    dialog.add("goods", _("&Things"), GoodsField(), hint=_("Worth is an estimate; it is never counted as money."))
    dialog.add("fund", _("F&und"), fund_field(env.services.fund.funds()))
    dialog.add("day", _("&Day"), day_field(env), value=env.services.store.today)
    dialog.add("address", _("Add&ress"), LineField())
    dialog.add("documents", _("Papers &enclosed"), LineField())
    return dialog


class HandOutDialog(FormDialog):
    """Things of one or more kinds for one household or anybody else."""

    def __init__(self, env: Env, fund: str, parent: QWidget) -> None:
        says = _("The draft is kept. It counts once it is posted.")
        super().__init__(env, "hand_out_goods", _("Hand out gifts"), _("Keep as draft"), _hand_out, parent, says=says)
        self.store = StoreField(env.services.fund.stock(fund=fund))
        self.funds = fund_field(env.services.fund.funds(), value=fund)
        self.add("fund", _("F&und"), self.funds)
        self.add("counterparty", _("&Who receives"), LineField())
        self.add("household", _("&Household"), household_field(env))
        self.add("text", _("What &for"), LineField())
        self.add("goods", _("&Things"), self.store)
        self.add("approval", _("Appro&val"), LineField(hint=APPROVAL_HINT))
        self.add("day", _("&Day"), day_field(env), value=env.services.store.today)
        self.add("address", _("Add&ress"), LineField())
        self.add("documents", _("Papers &enclosed"), LineField())
        self.funds.changed.connect(self._on_fund)

    @Slot()
    def _on_fund(self) -> None:
        self.store.set_stock(self.env.services.fund.stock(fund=self.funds.value()))


def _take_in(values: Mapping[str, Any]) -> TakeIn:
    required(values, {"counterparty": _("Who gave or received"), "text": _("What for")})
    _require_things(values)
    who = values["counterparty"]
    plain = given(values, ("fund", "day", "address", "documents"))
    return TakeIn(values["goods"], values["text"], who.text, donor=key_of(who), **plain)


def _hand_out(values: Mapping[str, Any]) -> HandOut:
    required(values, {"counterparty": _("Who gave or received"), "text": _("What for")})
    _require_things(values)
    plain = given(values, ("counterparty", "fund", "day", "approval", "address", "documents"))
    return HandOut(values["goods"], values["text"], household=key_of(values["household"]), **plain)


def _require_things(values: Mapping[str, Any]) -> None:
    required({"goods": values["goods"] or None}, {"goods": _("The thing with its quantity")})
