"""The dialog of things that came as a gift."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from frontdesk.fund.deeds.vouchers import Goods, TakeIn
from frontdesk.messages import _
from ui.desk.dialogs import FormDialog
from ui.desk.env import Env
from ui.fund.pickers import donor_field, key_of
from ui.fund.words import fund_field, money_field
from ui.parts.fields import LineField
from ui.parts.form import required
from ui.parts.reading import NumberField


def take_in_dialog(env: Env, parent: QWidget) -> FormDialog:
    """Things of one kind from one giver."""
    says = _("The draft is kept. It counts once it is posted.")
    dialog = FormDialog(env, "take_in", _("Gifts received"), _("Keep as draft"), _take_in, parent, says=says)
    dialog.add("item", _("&Thing"), LineField(hint="Gạo"))
    dialog.add("quantity", _("&Quantity"), NumberField(1, 1_000_000))
    dialog.add("unit", _("Un&it"), LineField(), value="cái")
    dialog.add("unit_vnd", _("&Worth of one"), money_field(), hint=_("An estimate; it is never counted as money."))
    dialog.add("counterparty", _("&Who gave"), donor_field(env))
    dialog.add("text", _("What &for"), LineField())
    dialog.add("fund", _("F&und"), fund_field(env.services.fund.funds()))
    return dialog


def _take_in(values: Mapping[str, Any]) -> TakeIn:
    needed = {"item": _("The thing"), "quantity": _("The quantity"), "counterparty": _("Who"), "text": _("What for")}
    required(values, needed)
    things = Goods(values["item"], values["quantity"], values["unit"] or "cái", values["unit_vnd"] or 0)
    who = values["counterparty"]
    return TakeIn((things,), values["text"], who.text, values["fund"], donor=key_of(who))
