"""The dialogs of houses and distributions."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from frontdesk.errors import RuleBroken
from frontdesk.fund import (
    ACCOUNT_TITLES,
    CATEGORY_TITLES,
    Account,
    ApproveHouse,
    DistributionRow,
    DrawUp,
    DropShare,
    FundHouse,
    HandOutList,
    HandOverHouse,
    HouseRow,
    HouseWork,
    MoneySource,
    SetShare,
    ShareRow,
    SurveyHouse,
)
from frontdesk.messages import _
from ui.desk.days import day_field
from ui.desk.dialogs import FormDialog, given
from ui.desk.env import Env
from ui.fund.pickers import gift_field, key_of, purpose_field, text_of
from ui.fund.words import SOURCE_TITLES, WORK_TITLES, choices, fund_field, money_field
from ui.parts.fields import Choice, ChoiceField, LineField, SwitchField, TextField
from ui.parts.form import required
from ui.parts.reading import NumberField

APPROVAL_HINT = "15/QĐ-BVĐ"


def survey_dialog(env: Env, household: str, head: str, parent: QWidget) -> FormDialog:
    """A house looked at."""
    make = partial(_with, SurveyHouse, {"household": household})
    title = _("Survey: {head}").format(head=head)
    dialog = FormDialog(env, "survey", title, _("Save"), make, parent, says=_("The survey is saved."))
    dialog.add("work", _("&Work"), ChoiceField(choices(WORK_TITLES)), value=HouseWork.NEW)
    dialog.add("condition", _("&Condition"), TextField())
    dialog.add("day", _("&Day"), day_field(env), value=env.services.store.today)
    return dialog


def approve_dialog(env: Env, row: HouseRow, parent: QWidget) -> FormDialog:
    """Support decided on."""
    make = partial(_with, ApproveHouse, {"number": row.number})
    dialog = FormDialog(env, "approve", row.head, _("Approve"), make, parent, says=_("The house is approved."))
    dialog.add("approval", _("Appro&val"), LineField(hint=APPROVAL_HINT))
    dialog.add("day", _("&Day"), day_field(env), value=env.services.store.today)
    return dialog


def money_dialog(env: Env, row: HouseRow, parent: QWidget) -> FormDialog:
    """Money for a house from one source."""
    make = partial(_with, FundHouse, {"number": row.number})
    hint = _("It replaces what stood for that source.")
    says = _("The money is recorded.")
    dialog = FormDialog(env, "house_money", row.head, _("Save"), make, parent, says=says, hint=hint)
    dialog.add("source", _("&Source"), ChoiceField(choices(SOURCE_TITLES)), value=MoneySource.COMMUNE)
    dialog.add("amount_vnd", _("&Amount"), money_field())
    return dialog


def hand_over_dialog(env: Env, row: HouseRow, parent: QWidget) -> FormDialog:
    """The house is done."""
    make = partial(_with, HandOverHouse, {"number": row.number})
    says = _("The house is handed over.")
    dialog = FormDialog(env, "hand_over", row.head, _("Hand over"), make, parent, says=says)
    dialog.add("area_m2", _("&Floor (m²)"), NumberField(1, 1000))
    dialog.add("total_vnd", _("&Worth"), money_field(least=1), value=row.funded_vnd or None)
    for name, words in (
        ("hard_floor", _("hard floor")),
        ("hard_frame", _("hard frame and walls")),
        ("hard_roof", _("hard roof")),
    ):
        dialog.add(name, "", SwitchField(words), value=True)
    dialog.add("day", _("&Day"), day_field(env), value=env.services.store.today)
    return dialog


def draw_up_dialog(env: Env, parent: QWidget) -> FormDialog:
    """A distribution for the households a filter finds."""
    hint = _("One line for each household the filter finds; single ones can be left out afterwards.")
    says = _("The list is drawn up.")
    dialog = FormDialog(env, "draw_up", _("New list"), _("Draw up"), _drawn_up, parent, says=says, hint=hint)
    today = env.services.store.today
    dialog.add("text", _("What &for"), LineField(hint="Quà Tết 2027"))
    dialog.add("purpose", _("&Purpose"), purpose_field(env))
    dialog.add(
        "amount_vnd", _("&Amount each"), money_field(), hint=_("Blank: the norm of the purpose in the settings.")
    )
    dialog.add("item", _("Or a &thing"), LineField(), hint=_("From the store, instead of money."))
    dialog.add("unit", _("Un&it"), LineField(), value="suất")
    dialog.add("quantity", _("&Quantity each"), NumberField(1, 10_000), value=1)
    dialog.add("category", _("&Kind"), ChoiceField(choices(CATEGORY_TITLES), nothing=_("All kinds")))
    areas = [Choice(area.name, area.name) for area in env.services.office.areas()]
    dialog.add("area", _("&Residential area"), ChoiceField(areas, nothing=_("All areas")))
    dialog.add("year", _("&Year"), NumberField(1990, 2100), value=today.year)
    hint = _("Only households that received nothing since that day.")
    dialog.add("got_nothing_since", _("Got &nothing since"), day_field(env), hint=hint)
    dialog.add("approval", _("Appro&val"), LineField(hint=APPROVAL_HINT))
    dialog.add("fund", _("F&und"), fund_field(env.services.fund.funds()))
    for name in ("category", "area"):
        dialog.form.set_values({name: None})
    return dialog


def share_dialog(env: Env, row: DistributionRow, share: ShareRow, parent: QWidget) -> FormDialog:
    """What one household receives."""
    make = partial(_with, SetShare, {"number": row.number, "household": share.household})
    dialog = FormDialog(env, "share", share.head, _("Save"), make, parent, says=_("Saved."))
    dialog.add("amount_vnd", _("&Amount"), money_field(), value=share.amount_vnd)
    dialog.add("quantity", _("&Quantity"), NumberField(0, 10_000), value=share.quantity)
    return dialog


def hand_out_dialog(env: Env, row: DistributionRow, parent: QWidget) -> FormDialog:
    """The voucher a list is paid by."""
    hint = _("A draft voucher is written for the whole list, and the list is frozen.")
    says = _("The draft voucher is written; post it to pay the list out.")
    dialog = FormDialog(
        env, "hand_out", row.text, _("Hand out"), partial(_handed_out, row), parent, says=says, hint=hint
    )
    dialog.add("approval", _("Appro&val"), LineField(hint=APPROVAL_HINT), value=row.approval)
    dialog.add("counterparty", _("&Who receives"), LineField())
    if row.item is None:
        dialog.add("account", _("Acc&ount"), ChoiceField(choices(ACCOUNT_TITLES)), value=Account.CASH)
        dialog.add("gift", _("&Gift it spends"), gift_field(env))
    dialog.add("day", _("&Day"), day_field(env), value=env.services.store.today)
    return dialog


def drop(env: Env, row: DistributionRow, share: ShareRow) -> DropShare | None:
    """Leave a household out, with the reason; None when the person went back."""
    words = _("{head} is left out of the list; it stays to be seen. Say why.").format(head=share.head)
    why = env.ask.reason(_("Leave out"), words, _("Leave out"))
    return None if why is None else DropShare(row.number, share.household, why)


def _with(takes: Callable[..., Any], fixed: Mapping[str, Any], values: Mapping[str, Any]) -> Any:
    """The request `takes` makes of what is known and what was typed; blanks are left out."""
    for name in ("approval", "amount_vnd", "area_m2", "total_vnd"):
        if name in values and values[name] in (None, ""):
            raise RuleBroken("form.needed", _("This is needed."), name)
    return takes(**fixed, **given(values, tuple(values)))


def _drawn_up(values: Mapping[str, Any]) -> DrawUp:
    required(values, {"text": _("What for"), "purpose": _("The purpose")})
    plain = given(values, ("text", "item", "unit", "quantity", "year", "got_nothing_since", "approval", "fund"))
    category = (values["category"],) if values["category"] else ()
    area = (values["area"],) if values["area"] else ()
    purpose = text_of(values["purpose"]) or ""
    return DrawUp(**plain, purpose=purpose, amount_vnd=values["amount_vnd"], category=category, area=area)


def _handed_out(row: DistributionRow, values: Mapping[str, Any]) -> HandOutList:
    plain = given(values, ("approval", "counterparty", "account", "day"))
    return HandOutList(row.number, **plain, gift=key_of(values.get("gift")))
