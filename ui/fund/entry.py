"""The dialogs a voucher is written in: receipt, payment, transfer, and the change of a draft."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from frontdesk.fund import (
    ACCOUNT_TITLES,
    KIND_TITLES,
    Account,
    Pay,
    Post,
    Receive,
    Revise,
    Transfer,
    VoucherKind,
    VoucherRow,
)
from frontdesk.messages import _, mark
from ui.desk.days import day_field
from ui.desk.dialogs import FormDialog, given
from ui.desk.doing import may
from ui.desk.drafting import draft_key
from ui.desk.env import Env
from ui.fund.pickers import (
    donor_field,
    gift_field,
    household_field,
    key_of,
    pledge_field,
    purpose_field,
    shown,
    source_field,
    text_of,
)
from ui.fund.words import NEW_TITLES, choices, fund_field, money_field, word
from ui.parts.fields import ChoiceField, LineField, SwitchField
from ui.parts.form import required

TAKES: Final[Mapping[VoucherKind, type[Any]]] = {
    VoucherKind.RECEIPT: Receive,
    VoucherKind.PAYMENT: Pay,
    VoucherKind.TRANSFER: Transfer,
}
RARE: Final = ("document_day", "accountant", "treasurer")
WISHES: Final = ("purpose", "household")
_SAID: Final = mark("The draft is kept. It counts once it is posted.")


class EntryDialog(FormDialog):
    """A voucher; `row` is the draft to change, None for a new one that begins with what `begun` says."""

    post_asked = Signal(object)
    """The draft is written and shall be posted (`VoucherRow`)."""

    def __init__(
        self,
        env: Env,
        kind: VoucherKind,
        parent: QWidget,
        row: VoucherRow | None = None,
        begun: Mapping[str, Any] | None = None,
    ) -> None:
        title = _(NEW_TITLES[kind]) if row is None else f"{word(KIND_TITLES, kind)} {row.draft}"
        make = partial(_request, kind, row)
        super().__init__(env, f"entry_{kind.value}", title, _("Keep as draft"), make, parent, says=_(_SAID))
        self.kind, self.row, self._posts = kind, row, False
        self._begun = begun
        self._add_fields()
        if may(env, Post):
            self.post = self.buttons.addButton(_("&Keep and post…"), QDialogButtonBox.ButtonRole.ActionRole)
            self.post.setObjectName(f"entry_{kind.value}.post")
            self.post.setAutoDefault(False)
            self.post.clicked.connect(self._on_post)
        self.saved.connect(self._on_saved)

    def begin(self) -> None:
        """See `FormDialog`; what was being typed comes back."""
        super().begin()
        if self._begun is not None:
            self.form.restore_draft(self._begun)
            return
        what = f"new {self.kind.value}" if self.row is None else self.row.draft or ""
        self.env.keep_drafts(self.form, draft_key("fund", what))

    @Slot()
    def _on_post(self) -> None:
        self._posts = True
        # That it is posted is said when it is; that a draft is kept would be one word too many.
        self._says = ""
        self.save()

    @Slot(object)
    def _on_saved(self, row: VoucherRow) -> None:
        if self._posts:
            self.post_asked.emit(row)

    @Slot(str)
    def _on_ended(self, outcome: str) -> None:
        if outcome != "done":
            self._posts, self._says = False, _(_SAID)
        super()._on_ended(outcome)

    def _add_fields(self) -> None:
        row, env = self.row, self.env
        self.add(
            "amount_vnd",
            _("&Amount"),
            money_field(least=1),
            value=row and row.amount_vnd,
            hint=_("1234567, 1.234.567 or 1,2 tr"),
        )
        if self.kind is VoucherKind.RECEIPT:
            self._add_receipt()
        elif self.kind is VoucherKind.PAYMENT:
            self._add_payment()
        if self.kind is VoucherKind.TRANSFER:
            self.add("text", _("What &for"), LineField(hint=_("blank: the usual words")), value=row and row.text)
        self.add("fund", _("F&und"), fund_field(env.services.fund.funds()), value=row and row.fund)
        title = _("Fr&om") if self.kind is VoucherKind.TRANSFER else _("Acc&ount")
        account = row.account if row else Account.CASH
        self.add("account", title, ChoiceField(choices(ACCOUNT_TITLES)), value=account)
        self.add("day", _("&Day"), day_field(env), value=row.day if row else env.services.store.today)
        if self.kind is not VoucherKind.TRANSFER:
            self._add_rare()
        self.add("documents", _("Papers &enclosed"), LineField(hint="02 chứng từ gốc"), value=row and row.documents)

    def _add_rare(self) -> None:
        """What a voucher rarely says otherwise than usual: out of the way of quick entry until it is asked for."""
        row, office = self.row, self.env.services.office
        asked = row is not None and row.document_day is not None
        self.add("rare", "", SwitchField(_("Another document day or other signers")), value=asked)
        hint = _("Where the paper it rests on bears another day.")
        value = row and row.document_day
        self.add("document_day", _("Day of the docu&ment"), day_field(self.env), hint=hint, value=value)
        for name, title in (("accountant", _("Acco&untant")), ("treasurer", _("&Treasurer"))):
            field = LineField(hint=office.signer(name).name)
            self.add(name, title, field, value=row and getattr(row, name))
        self._show_rare()
        self.form.changed.connect(self._show_rare)

    @Slot()
    def _show_rare(self) -> None:
        for name in RARE:
            self.form.show_field(name, self.form.field("rare").value())
        if self.kind is VoucherKind.RECEIPT:
            # What a donor asked for is asked where one did: a receipt is quick to enter.
            for name in WISHES:
                self.form.show_field(name, self.form.field("restricted").value())

    def _add_receipt(self) -> None:
        row, env = self.row, self.env
        self.add("counterparty", _("&Who gave"), donor_field(env), value=shown(row.counterparty) if row else None)
        self.add("text", _("What &for"), LineField(), value=row and row.text)
        self.add("source", _("&Source"), source_field(env), value=shown(row.source) if row else None)
        self.add("pledge", _("P&ledge it keeps"), pledge_field(env), value=shown(row.pledge) if row else None)
        says = _("May only be spent as its donor asked")
        self.add("restricted", "", SwitchField(says), value=row and row.restricted)
        purpose = shown(row.purpose) if row else None
        self.add("purpose", _("Asked &purpose"), purpose_field(env), value=purpose)
        household = shown(row.household) if row else None
        self.add("household", _("Asked &household"), household_field(env), value=household)
        self.add("address", _("Add&ress"), LineField(), value=row and row.address)

    def _add_payment(self) -> None:
        row, env = self.row, self.env
        self.add("counterparty", _("&Who receives"), LineField(), value=row and row.counterparty)
        self.add("text", _("What &for"), LineField(), value=row and row.text)
        self.add("purpose", _("&Purpose"), purpose_field(env), value=shown(row.purpose) if row else None)
        hint = _("Number of the decision (15/QĐ-BVĐ) or of the meeting (HN-2026-0001).")
        self.add("approval", _("Appro&val"), LineField(), hint=hint, value=row and row.approval)
        self.add("household", _("&Household"), household_field(env), value=shown(row.household) if row else None)
        hint = _("Only where it spends money a donor gave for this.")
        self.add("gift", _("&Gift it spends"), gift_field(env), hint=hint, value=shown(row.gift) if row else None)
        self.add("address", _("Add&ress"), LineField(), value=row and row.address)
        if row is not None:
            hint = _("Only when accountant and treasurer are one person this time: the reason.")
            self.add("exception", _("E&xception"), LineField(), hint=hint, value=row.exception)


def _request(kind: VoucherKind, row: VoucherRow | None, values: Mapping[str, Any]) -> Any:
    """What the form says, as the request of its deed."""
    needed = {"amount_vnd": _("The amount")}
    if kind is not VoucherKind.TRANSFER:
        needed |= {"counterparty": _("Who gave or received"), "text": _("What for")}
    required(values, needed)
    has_wish = values.get("restricted") or kind is not VoucherKind.RECEIPT
    unasked = {*(() if values.get("rare") else RARE), *(() if has_wish else WISHES)}
    plain = {name: value for name, value in values.items() if name not in unasked}
    for name in ("source", "purpose"):
        plain[name] = text_of(plain.get(name))
    for name in ("household", "gift", "pledge"):
        plain[name] = key_of(plain.get(name))
    who = values.get("counterparty")
    if kind is VoucherKind.RECEIPT and who is not None:
        plain["counterparty"] = who.text
        plain["donor"] = key_of(who) if row is None and who.key != who.text else None
    if row is not None:
        named = ("amount_vnd", "text", "counterparty", "day", "document_day", "purpose", "source", "household", "gift")
        kept = given(plain, (*named, "fund", "account", "pledge", "accountant", "treasurer", "exception"))
        # Blank is a word of its own here: what was written may be taken out again.
        blank = {name: plain[name] for name in ("address", "documents", "approval", "restricted") if name in plain}
        return Revise(row.draft or "", **kept, **blank, revision=row.revision)
    takes = TAKES[kind]
    return takes(**given(plain, [name for name in plain if name in takes.__dataclass_fields__]))
