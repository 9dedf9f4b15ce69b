"""One voucher to read: what it says, where it came from, what can be done with it."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from frontdesk.fund import ACCOUNT_TITLES, KIND_TITLES, STATUS_TITLES, Status, VoucherRow
from frontdesk.messages import _
from frontdesk.office import PaperAsk
from frontdesk.vietnamese import in_words
from ui.desk.panel import Panel
from ui.fund.acting import Acting
from ui.fund.source import number
from ui.fund.words import day, vnd, word
from ui.parts.colours import Tone
from ui.parts.headings import Facts, Heading, Page
from ui.parts.menus import ButtonRow, Entry


class VoucherCard(Panel):
    """A voucher by its number; reads it anew when vouchers change."""

    left = Signal()

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__(acting.env, "voucher", ("vouchers",), parent)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.acting = acting
        self.row: VoucherRow | None = None
        self._number = ""
        self.heading = Heading("")
        self.facts = Facts()
        self.buttons = ButtonRow(
            (
                Entry(_("&Back to the list"), self.left, name="voucher.back"),
                Entry(_("&Post…"), self._on_post, name="voucher.post", role="main"),
                Entry(_("C&hange…"), self._on_change, name="voucher.change"),
                Entry(_("&Reverse…"), self._on_reverse, name="voucher.reverse"),
                Entry(_("Put as&ide…"), self._on_discard, name="voucher.discard"),
                Entry(_("&Print…"), self.print_current, name="voucher.print"),
                Entry(_("Thank the &giver…"), self._on_thanks, name="voucher.thanks"),
                Entry(_("Acknow&ledge the gift…"), self._on_acknowledgement, name="voucher.acknowledgement"),
                Entry(_("Open the &household"), self._on_household, name="voucher.household"),
                Entry(_("Open the &other voucher"), self._on_other, name="voucher.other"),
            )
        )
        self._offer()
        page = Page("voucher.page")
        page.add(self.heading)
        page.add(self.buttons)
        page.add(self.facts)
        self.column.addWidget(page)

    def open(self, wanted: str) -> None:
        """Show the voucher with this number."""
        self._number = wanted
        self.reload()

    def reload(self) -> None:
        """See `Panel`."""
        if self._number:
            self.read(partial(self.env.services.fund.voucher, self._number), self._on_row)

    @Slot()
    def print_current(self) -> None:
        """The voucher on paper."""
        if self.row is not None:
            self.acting.print(self.row)

    @Slot(object)
    def _on_row(self, row: VoucherRow) -> None:
        self.row = row
        self._number = self.title = number(row)
        self.heading.set_text(f"{word(KIND_TITLES, row.kind)} {number(row)}", row.text)
        self.facts.set_facts(_facts(row))
        self._offer()
        self.title_changed.emit()

    def _offer(self) -> None:
        row, acting = self.row, self.acting
        offered = {
            "voucher.post": acting.may_post(row),
            "voucher.change": acting.may_revise(row),
            "voucher.reverse": acting.may_reverse(row),
            "voucher.discard": acting.may_discard(row),
            "voucher.thanks": row is not None and row.is_gift,
            "voucher.acknowledgement": row is not None and row.is_gift,
            "voucher.household": row is not None and row.household is not None,
            "voucher.other": row is not None and (row.reverses or row.gift) is not None,
        }
        for name, shown in offered.items():
            self.buttons.buttons[name].setVisible(shown)

    @Slot()
    def _on_post(self) -> None:
        if self.row is not None:
            self.acting.post(self.row)

    @Slot()
    def _on_change(self) -> None:
        if self.row is not None:
            self.acting.write(self.row.kind, self.row)

    @Slot()
    def _on_reverse(self) -> None:
        if self.row is not None:
            self.acting.reverse(self.row)

    @Slot()
    def _on_discard(self) -> None:
        if self.row is not None:
            self.acting.discard(self.row)

    @Slot()
    def _on_thanks(self) -> None:
        self._print("thanks")

    @Slot()
    def _on_acknowledgement(self) -> None:
        self._print("acknowledgement")

    def _print(self, kind: str) -> None:
        if self.row is not None:
            self.env.show_paper(kind, PaperAsk(number=number(self.row)))

    @Slot()
    def _on_household(self) -> None:
        if self.row is not None and self.row.household:
            self.env.jump(self.row.household)

    @Slot()
    def _on_other(self) -> None:
        if self.row is not None:
            self.env.jump(self.row.reverses or self.row.gift or "")


def _facts(row: VoucherRow) -> list[tuple[str, str] | tuple[str, str, Tone]]:
    """What is known of a voucher, the blanks left out but for what it should have."""
    words = in_words(row.amount_vnd) if row.amount_vnd is not None else ""
    tone = Tone.WARN if row.status is Status.DRAFT else Tone.MUTED if row.status is Status.REVERSED else Tone.GOOD
    account = word(ACCOUNT_TITLES, row.account)
    if row.to_account is not None:
        account = f"{account} → {word(ACCOUNT_TITLES, row.to_account)}"
    always: list[tuple[str, str] | tuple[str, str, Tone]] = [
        (_("State"), word(STATUS_TITLES, row.status), tone),
        (_("Amount (đồng)"), f"{vnd(row.amount_vnd)} ({words})" if words else ""),
        (_("Who gave or received"), row.counterparty),
        (_("What for"), row.text),
        (_("Day"), day(row.day)),
        (_("Fund"), row.fund),
        (_("Account"), account),
    ]
    goods = "\n".join(f"{line.quantity} {line.unit} {line.item} ({vnd(line.value_vnd)})" for line in row.goods)
    wish = _("may only be spent as its donor asked") if row.restricted else ""
    others = (
        (_("Source"), row.source),
        (_("Purpose"), row.purpose),
        (_("Restricted"), wish),
        (_("Gift it spends"), row.gift),
        (_("Approval"), row.approval),
        (_("Household"), row.household),
        (_("Donor"), row.donor),
        (_("Pledge"), row.pledge),
        (_("Things"), goods),
        (_("Address"), row.address),
        (_("Papers enclosed"), row.documents),
        (_("Day of the document"), day(row.document_day) if row.document_day != row.day else ""),
        (_("Accountant"), row.accountant),
        (_("Treasurer"), row.treasurer),
        (_("Number in the old book"), row.book_number),
        (_("Reverses"), row.reverses),
        (_("Reason"), row.reason),
        (_("Exception"), row.exception),
        (_("Drawn up by"), row.prepared_by),
        (_("Posted by"), row.posted_by),
    )
    return [*always, *((title, value) for title, value in others if value)]
