"""The dialogs of the books: an opening balance, another fund."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from frontdesk.fund import ACCOUNT_TITLES, Account, OpenFund, SetOpening
from frontdesk.messages import _
from ui.desk.days import day_field
from ui.desk.dialogs import FormDialog
from ui.desk.env import Env
from ui.fund.words import choices, money_field
from ui.parts.fields import ChoiceField, LineField
from ui.parts.form import required


def opening(env: Env, fund: str, parent: QWidget, account: Account = Account.CASH) -> FormDialog:
    """What an account held before its first voucher."""
    title = _("Opening balance: {fund}").format(fund=fund)
    dialog = FormDialog(
        env, "opening", title, _("Set"), partial(_opening, fund), parent, says=_("The opening balance is set.")
    )
    dialog.add("amount_vnd", _("&Amount"), money_field())
    dialog.add("account", _("Acc&ount"), ChoiceField(choices(ACCOUNT_TITLES)), value=account)
    dialog.add("day", _("&Day"), day_field(env), value=date(env.services.store.today.year, 1, 1))
    return dialog


def new_fund(env: Env, parent: QWidget) -> FormDialog:
    """A fund of its own."""
    hint = _("Its money is never mixed with another fund's.")
    dialog = FormDialog(
        env, "new_fund", _("Another fund"), _("Open"), _new_fund, parent, says=_("The fund is open."), hint=hint
    )
    dialog.add("name", _("&Name"), LineField())
    return dialog


def _opening(fund: str, values: Mapping[str, Any]) -> SetOpening:
    required(values, {"amount_vnd": _("The amount")})
    return SetOpening(values["amount_vnd"], values["account"], fund, values["day"])


def _new_fund(values: Mapping[str, Any]) -> OpenFund:
    required(values, {"name": _("The name")})
    return OpenFund(values["name"])
