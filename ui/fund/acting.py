"""What can be done with a voucher, from the list and from its card alike."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from frontdesk.errors import RuleBroken
from frontdesk.fund import (
    KIND_TITLES,
    MONEY_KINDS,
    SERIES,
    Discard,
    Post,
    Reverse,
    Revise,
    Status,
    VoucherKind,
    VoucherRow,
)
from frontdesk.messages import _
from frontdesk.office import PaperAsk
from ui.desk.doing import do, may
from ui.desk.env import Env
from ui.fund.entry import EntryDialog
from ui.fund.source import number
from ui.fund.words import vnd, word
from ui.parts.errors import explain


class Acting(QObject):
    """Deeds on one voucher at a time; `owner` is the window they belong to."""

    done = Signal(str)
    """A voucher was written or changed: the number it has now."""

    def __init__(self, env: Env, owner: QWidget) -> None:
        super().__init__(owner)
        self.env, self._owner = env, owner
        self._row: VoucherRow | None = None

    def may_post(self, row: VoucherRow | None) -> bool:
        """Whether it is a draft this user may post."""
        return row is not None and row.status is Status.DRAFT and may(self.env, Post)

    def may_reverse(self, row: VoucherRow | None) -> bool:
        """Whether it is posted, no reversal itself, and this user may reverse it."""
        return row is not None and row.status is Status.POSTED and row.reverses is None and may(self.env, Reverse)

    def may_revise(self, row: VoucherRow | None) -> bool:
        """Whether it is a draft of money this user may change."""
        return row is not None and row.status is Status.DRAFT and row.kind in MONEY_KINDS and may(self.env, Revise)

    def may_discard(self, row: VoucherRow | None) -> bool:
        """Whether it is a draft this user may put aside."""
        return row is not None and row.status is Status.DRAFT and may(self.env, Discard)

    def write(
        self, kind: VoucherKind, row: VoucherRow | None = None, begun: Mapping[str, Any] | None = None
    ) -> EntryDialog:
        """Open the dialog of a new voucher that begins with `begun`, or of a draft to change."""
        dialog = EntryDialog(self.env, kind, self._owner, row, begun)
        dialog.saved.connect(self._on_written)
        dialog.post_asked.connect(self.post)
        dialog.begin()
        return dialog

    @Slot(object)
    def post(self, row: VoucherRow) -> None:
        """Post a draft once the person has read what will happen."""
        what = _(
            "{kind} {draft} of {amount} đồng enters the books of {day}. It takes the next number {series}-{year}-… and "
            "cannot be changed or deleted any more; a mistake is put right by a reversal."
        ).format(
            kind=word(KIND_TITLES, row.kind),
            draft=row.draft,
            amount=vnd(row.amount_vnd),
            day=f"{row.day:%d/%m/%Y}",
            series=SERIES[row.kind],
            year=row.day.year,
        )
        if self.env.ask.confirm(_("Post the voucher"), what, _("Enter in the books")):
            self._post(row)

    def reverse(self, row: VoucherRow) -> None:
        """Reverse a posted voucher with a reason."""
        why = self.env.ask.reason(
            _("Reverse {number}").format(number=row.number),
            _(
                "A voucher dated today takes {amount} đồng back and names {number}; both stay in the books. Say why it "
                "is reversed."
            ).format(amount=vnd(row.amount_vnd), number=row.number),
            _("Reverse"),
        )
        if why is not None:
            do(self.env, Reverse(row.number or "", why), self._owner, done=self._on_done, says=_("It is reversed."))

    def discard(self, row: VoucherRow) -> None:
        """Put a draft aside with a reason."""
        why = self.env.ask.reason(
            _("Put {number} aside").format(number=row.draft),
            _("The draft leaves the list; its draft number stays used. Say why."),
            _("Put the draft aside"),
        )
        if why is not None:
            do(self.env, Discard(row.draft or "", why), self._owner, done=self._on_done, says=_("It is put aside."))

    def print(self, row: VoucherRow) -> None:
        """Show the voucher as it is printed."""
        self.env.show_paper("voucher", PaperAsk(number=number(row)))

    def _post(self, row: VoucherRow) -> None:
        self._row = row
        do(
            self.env,
            Post(row.draft or ""),
            self._owner,
            done=self._on_posted,
            refused=self._on_not_posted,
            says="",
        )

    @Slot(object)
    def _on_written(self, row: VoucherRow) -> None:
        self.done.emit(number(row))

    @Slot(object)
    def _on_done(self, row: VoucherRow) -> None:
        self.done.emit(number(row))

    @Slot(object)
    def _on_posted(self, row: VoucherRow) -> None:
        self.env.notices.say(_("Posted as {number}.").format(number=row.number))
        self.done.emit(number(row))

    @Slot(object)
    def _on_not_posted(self, error: RuleBroken) -> None:
        row = self._row
        if row is None or not self.may_revise(row):
            explain(error, self.env.ask, self.env.notices)
            return
        if error.field == "exception":
            why = self.env.ask.reason(_("One person for both"), error.message, _("Post with this reason"))
            if why is not None:
                ask = Revise(row.draft or "", exception=why, revision=row.revision)
                do(self.env, ask, self._owner, done=self._on_excepted)
            return
        self.write(row.kind, row).form.show_error(error)

    @Slot(object)
    def _on_excepted(self, row: VoucherRow) -> None:
        self._post(row)
