"""The parts "Donors" and "Pledges": who gives and how they are named, what they promised, the code to pay it by."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from frontdesk.fund import (
    CONSENT_TITLES,
    AdmitDonor,
    DonorKind,
    DonorRow,
    EditDonor,
    EndPledge,
    MakePledge,
    PledgeRow,
    Receive,
    VoucherFilter,
    VoucherKind,
)
from frontdesk.messages import _
from ui.desk.days import day_field
from ui.desk.dialogs import FormDialog, given
from ui.desk.doing import do, may
from ui.desk.env import Env
from ui.desk.records import RecordPanel
from ui.fund.acting import Acting
from ui.fund.pickers import donor_field, key_of, pledged, shown, text_of
from ui.fund.source import Drill
from ui.fund.words import DONOR_TITLES, choices, day, fund_field, money_field, vnd, word
from ui.parts.colours import Tone
from ui.parts.fields import ChoiceField, LineField
from ui.parts.form import required
from ui.parts.headings import Hint
from ui.parts.menus import Entry
from ui.parts.rowtable import Empty
from ui.parts.table import Column
from ui.parts.theme import SPACE

CODE_PIXELS = 360


class DonorsPanel(RecordPanel[DonorRow]):
    """Everybody who gives."""

    help_page = "fund-donors"

    def __init__(self, env: Env) -> None:
        super().__init__(
            env,
            "fund.donors",
            _("Donors"),
            ("donors",),
            (
                Column("number", _("Number"), 10),
                Column("name", _("Donor's name"), 0),
                Column("kind", _("Kind"), 12, text=lambda row: word(DONOR_TITLES, row.kind)),
                Column("consent", _("How named in public"), 20, text=lambda row: word(CONSENT_TITLES, row.consent)),
                Column("phone", _("Phone"), 12),
                Column("address", _("Address"), 22),
            ),
            searched=lambda row: f"{row.number} {row.name} {row.phone} {row.address}",
            empty=Empty(
                _("No donor yet"),
                _("Enter who gives, and ask how they want to be named in public."),
                _("New donor…") if may(env, AdmitDonor) else "",
            ),
        )
        self.buttons = self.add_buttons(
            (
                Entry(_("&New donor…"), self.begin_new, may(env, AdmitDonor), "donors.new", "main"),
                Entry(_("C&hange…"), self.on_opened, may(env, EditDonor), "donors.change"),
                Entry(_("New &pledge…"), self._on_pledge, may(env, MakePledge), "donors.pledge"),
            )
        )
        self.on_picked()

    def load(self) -> Sequence[DonorRow]:
        """See `RecordPanel`."""
        return self.env.services.fund.donors()

    @Slot()
    def begin_new(self) -> None:
        """Another donor."""
        if may(self.env, AdmitDonor):
            donor_dialog(self.env, None, self).begin()

    @Slot()
    def on_opened(self) -> None:
        """Correct the donor."""
        row = self.current()
        if row is not None and may(self.env, EditDonor):
            donor_dialog(self.env, row, self).begin()

    @Slot()
    def on_picked(self) -> None:
        """See `RecordPanel`."""
        self.buttons.enable(self.current() is not None, "donors.new")

    @Slot()
    def _on_pledge(self) -> None:
        pledge_dialog(self.env, self.current(), self).begin()


class PledgesPanel(RecordPanel[PledgeRow]):
    """What was promised and what came of it."""

    help_page = "fund-donors"
    behind = Signal(object)
    """What came of a pledge is wanted (`Drill`)."""

    def __init__(self, env: Env) -> None:
        super().__init__(
            env,
            "fund.pledges",
            _("Pledges"),
            ("pledges", "donors", "vouchers"),
            (
                Column("number", _("Number"), 13),
                Column("donor", _("Donor"), 22),
                Column("day", _("Day"), 10, text=lambda row: day(row.day)),
                Column("due", _("Due"), 10, text=lambda row: day(row.due)),
                Column("amount_vnd", _("Pledged"), 13, "right", lambda row: vnd(row.amount_vnd)),
                Column("received_vnd", _("Received"), 13, "right", lambda row: vnd(row.received_vnd)),
                Column("open_vnd", _("Still to come"), 13, "right", lambda row: vnd(row.open_vnd), tone=_tone),
                Column("text", _("What for"), 0, text=lambda row: row.ended or row.text),
            ),
            searched=lambda row: f"{row.number} {row.donor} {row.text}",
            empty=Empty(
                _("No pledge yet"),
                _("Enter what a donor promised; the program makes the code to pay it by."),
                _("New pledge…") if may(env, MakePledge) else "",
            ),
        )
        self.buttons = self.add_buttons(
            (
                Entry(_("&New pledge…"), self.begin_new, may(env, MakePledge), "pledges.new", "main"),
                Entry(_("&It came…"), self._on_received, may(env, Receive), "pledges.receive"),
                Entry(_("&VietQR code…"), self._on_code, name="pledges.code"),
                Entry(_("Its v&ouchers"), self._on_vouchers, name="pledges.vouchers"),
                Entry(_("Open the &donor"), self._on_donor, name="pledges.donor"),
                Entry(_("Will not &come…"), self._on_end, may(env, EndPledge), "pledges.end"),
            )
        )
        self.acting = Acting(env, self)
        self.on_picked()

    def load(self) -> Sequence[PledgeRow]:
        """See `RecordPanel`."""
        return self.env.services.fund.pledges()

    @Slot()
    def begin_new(self) -> None:
        """Another pledge."""
        if may(self.env, MakePledge):
            pledge_dialog(self.env, None, self).begin()

    @Slot()
    def on_opened(self) -> None:
        """Show the code."""
        self._on_code()

    @Slot()
    def on_picked(self) -> None:
        """See `RecordPanel`."""
        self.buttons.enable(self.current() is not None, "pledges.new")

    @Slot()
    def _on_received(self) -> None:
        """A receipt for what is still to come of the pledge."""
        row = self.current()
        if row is not None:
            begun = {
                "amount_vnd": row.open_vnd or None,
                "counterparty": shown(row.donor, row.donor_number),
                "text": row.text,
                "pledge": pledged(row),
                "fund": row.fund,
            }
            self.acting.write(VoucherKind.RECEIPT, begun=begun)

    @Slot()
    def _on_code(self) -> None:
        row = self.current()
        if row is not None:
            self.read(partial(self.env.services.fund.vietqr_picture, row.number), self._on_picture)

    @Slot(object)
    def _on_picture(self, picture: bytes) -> None:
        row = self.current()
        if row is not None:
            CodeDialog(row, picture, self).open()

    @Slot()
    def _on_vouchers(self) -> None:
        row = self.current()
        if row is not None:
            words = _("What came of {number}, pledged by {donor}").format(number=row.number, donor=row.donor)
            self.behind.emit(Drill(words, VoucherFilter(pledge=row.number)))

    @Slot()
    def _on_donor(self) -> None:
        row = self.current()
        if row is not None:
            self.env.jump(row.donor_number)

    @Slot()
    def _on_end(self) -> None:
        row = self.current()
        if row is not None:
            why = self.env.ask.reason(_("The pledge will not come"), _("It counts no more. Say why."), _("End it"))
            if why is not None:
                do(self.env, EndPledge(row.number, why), self, says=_("The pledge is ended."))


class CodeDialog(QDialog):
    """The VietQR code of a pledge, large enough for a phone."""

    def __init__(self, row: PledgeRow, picture: bytes, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pledge_code")
        self.setWindowTitle(_("Code to pay by: {number}").format(number=row.number))
        drawn = QPixmap()
        drawn.loadFromData(picture)
        self.code = QLabel()
        self.code.setPixmap(drawn.scaledToWidth(CODE_PIXELS))
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = _("{donor}: {amount} đồng to the fund's account. Scan it with a bank's app.")
        says = words.format(donor=row.donor, amount=vnd(row.open_vnd))
        self.code.setAccessibleName(says)
        buttons = QDialogButtonBox()
        close = buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("pledge_code.close")
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.l)
        for widget in (Hint(says), self.code, buttons):
            column.addWidget(widget)
        self.finished.connect(self.deleteLater)


def donor_dialog(env: Env, row: DonorRow | None, parent: QWidget) -> FormDialog:
    """A donor, new or to be corrected."""
    title = _("New donor") if row is None else _("Donor {number}").format(number=row.number)
    dialog = FormDialog(env, "donor", title, _("Save"), partial(_donor, row), parent, says=_("The donor is saved."))
    dialog.add("name", _("Donor's &name"), LineField(), value=row and row.name)
    kind = ChoiceField(choices(DONOR_TITLES))
    dialog.add("kind", _("&Kind"), kind, value=row.kind if row else DonorKind.PERSON)
    consent = ChoiceField(choices(CONSENT_TITLES))
    standing = env.services.fund.standing_consent()
    hint = _("As the donor asked; it goes for every list that is shown.")
    dialog.add("consent", _("How named in p&ublic"), consent, hint=hint, value=row.consent if row else standing)
    dialog.add("phone", _("&Phone"), LineField(), value=row and row.phone)
    dialog.add("address", _("&Address"), LineField(), value=row and row.address)
    return dialog


def pledge_dialog(env: Env, donor: DonorRow | None, parent: QWidget) -> FormDialog:
    """What a donor says they will give."""
    dialog = FormDialog(env, "pledge", _("New pledge"), _("Save"), _pledge, parent, says=_("The pledge is saved."))
    who = shown(donor.name, donor.number) if donor else None
    dialog.add("donor", _("&Donor"), donor_field(env), value=who)
    dialog.add("amount_vnd", _("&Amount"), money_field(least=1))
    dialog.add("text", _("What &for"), LineField())
    dialog.add("due", _("D&ue"), day_field(env))
    dialog.add("fund", _("F&und"), fund_field(env.services.fund.funds()))
    return dialog


def _donor(row: DonorRow | None, values: Mapping[str, Any]) -> AdmitDonor | EditDonor:
    required(values, {"name": _("The name")})
    if row is None:
        return AdmitDonor(**values)
    return EditDonor(row.number, **values, revision=row.revision)


def _pledge(values: Mapping[str, Any]) -> MakePledge:
    required(values, {"donor": _("The donor"), "amount_vnd": _("The amount")})
    who = key_of(values["donor"]) or text_of(values["donor"]) or ""
    return MakePledge(who, values["amount_vnd"], **given(values, ("text", "due", "fund")))


def _tone(row: PledgeRow) -> Tone:
    return Tone.MUTED if row.ended else Tone.WARN if row.open_vnd else Tone.GOOD
