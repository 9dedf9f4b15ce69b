"""Invitations: whether they go out in time, when they went, and what was answered."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from frontdesk.errors import RuleBroken
from frontdesk.meetings import DelegateRow, NoteReply, Reply, Sent
from frontdesk.messages import _, n_
from frontdesk.office import PaperAsk
from ui.meetings.buttons import button, in_row
from ui.meetings.fields import day_field, heading_field
from ui.meetings.ordered import OrderedTable
from ui.meetings.section import Part
from ui.meetings.subject import Subject
from ui.meetings.words import REPLIES, day_words, sentence
from ui.parts.colours import Tone
from ui.parts.form import Form
from ui.parts.headings import label, restyle
from ui.parts.rowtable import Empty
from ui.parts.table import Column
from ui.parts.theme import SPACE


class InvitationsSection(Part):
    """The warning about the days of notice above, the replies below; F6 to F8 note a reply."""

    def __init__(self, subject: Subject) -> None:
        super().__init__(subject, "invitations", _("Invitations"))
        self.notice = label("", "section", name="invitations.notice")
        self.form = Form("sent")
        self.form.add("day", _("Sent &on"), day_field(subject.env))
        self._sent = button(_("&Note the day"), "sent.save", self.save)
        show = button(_("&See the invitations"), "invitations.show", self._on_show, main=True)
        self.form.add_wide(in_row(show, self._sent))
        self.form.save_asked.connect(self.save)
        self.group = Form("group_invitation")
        self.group.add("whom", _("One for a &group"), heading_field(subject))
        self.group.add_wide(
            in_row(button(_("See the one for the group"), "group_invitation.show", self.show_for_group))
        )
        self.group.save_asked.connect(self.show_for_group)
        columns: Sequence[Column[DelegateRow]] = (
            Column("name", _("Name"), 24),
            Column("post", _("Position")),
            Column("reply", _("Reply"), 20, text=_reply, tone=_tone),
            Column("reply_note", _("Note"), 20),
        )
        empty = Empty(_("Nobody is invited yet"), _("Invite people in the section Delegates first."))
        self.list = OrderedTable("replies", _("Replies"), columns, empty)
        self._replies: list[QPushButton] = []
        self._build()
        self.show_row()

    def _build(self) -> None:
        for reply, text, key in (
            (Reply.COMING, _("Will come (F6)"), Qt.Key.Key_F6),
            (Reply.DECLINED, _("Cannot come (F7)"), Qt.Key.Key_F7),
            (Reply.SUBSTITUTE, _("Sends a substitute… (F8)"), Qt.Key.Key_F8),
        ):
            made = button(text, f"replies.{reply.value}", self._on_reply)
            made.setProperty("reply", reply.value)
            made.setShortcut(key)
            self._replies.append(made)
        self._marks = in_row(*self._replies)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.l)
        column.setSpacing(SPACE.m)
        column.addWidget(self.notice)
        sending = QHBoxLayout()
        sending.setSpacing(SPACE.xl)
        for form in (self.form, self.group):
            sending.addWidget(form, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(sending)
        column.addWidget(self.list, 1)
        column.addWidget(self._marks)
        self.list.picked.connect(self._on_picked)

    def show_row(self) -> None:
        """See `Part`."""
        subject = self.subject
        found = subject.env.services.meetings.notice(subject.number)
        words = _("In time: send them by {day} at the latest.")
        if not found.in_time:
            words = n_(
                "Too late for the days of notice: only {count} working day is left, the last day was {day}.",
                "Too late for the days of notice: only {count} working days are left, the last day was {day}.",
                max(0, found.working_days),
            )
        elif subject.row.invited is not None:
            words = _("Sent in time: {day} was the last day.")
        said = words.format(day=day_words(found.last_day), count=max(0, found.working_days))
        self.notice.setText(f"{said} {sentence(found.why)}".strip())
        restyle(self.notice, "tone", (Tone.GOOD if found.in_time else Tone.WARN).value)
        if not self.form.dirty:
            self.form.set_values({"day": subject.row.invited})
        self._sent.setVisible(subject.may(Sent))
        self.group.setVisible(subject.is_open)
        self.form.field("day").setEnabled(subject.may(Sent))
        rows = subject.row.delegates
        coming = sum(row.reply in (Reply.COMING, Reply.SUBSTITUTE) for row in rows)
        answered = sum(row.reply is not None for row in rows)
        says = _("{answered} of {count} answered, {coming} come")
        self.list.set_rows(rows, says.format(answered=answered, count=len(rows), coming=coming) if rows else "")
        self._marks.setVisible(bool(rows) and subject.may(NoteReply))
        self._on_picked(self.list.current())

    def focus_first(self) -> None:
        """See `Part`."""
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def save(self) -> None:
        """Note the day they were sent: today when none is typed; a day noted already is taken back."""
        day, noted = self.form.values()["day"], self.subject.row.invited
        if self.form.readable():
            day = day if day is not None or noted is not None else self.subject.env.services.store.today
            self.subject.do(Sent(self.subject.number, day), self, form=self.form, says=_("Saved."))

    @Slot()
    def show_for_group(self) -> None:
        """One invitation for a group."""
        group = self.group.values()["whom"]
        if group is None:
            self.group.show_error(RuleBroken("form.needed", _("Type whom it goes to."), "whom"))
            return
        self.subject.env.show_paper("invitations", PaperAsk(number=self.subject.number, whom=group.text))

    @Slot()
    def _on_show(self) -> None:
        self.subject.env.show_paper("invitations", PaperAsk(number=self.subject.number))

    @Slot(object)
    def _on_picked(self, row: Any) -> None:
        for each in self._replies:
            each.setEnabled(row is not None)

    @Slot()
    def _on_reply(self) -> None:
        row: DelegateRow | None = self.list.current()
        if row is None:
            return
        reply, substitute = Reply(str(self.sender().property("reply"))), None
        if reply is Reply.SUBSTITUTE:
            why = _("Who comes instead of {name}?").format(name=row.name)
            substitute = self.subject.env.ask.reason(_("Sends a substitute"), why, _("Note it"))
            if substitute is None:
                return
        which = (self.list.place_of(row) or 0) + 1
        self.subject.do(NoteReply(self.subject.number, which, reply=reply, substitute=substitute), self)


def _reply(row: DelegateRow) -> str:
    if row.reply is None:
        return ""
    words = _(REPLIES[row.reply])
    return f"{words}: {row.substitute}" if row.reply is Reply.SUBSTITUTE and row.substitute else words


def _tone(row: DelegateRow) -> Tone:
    if row.reply is None:
        return Tone.PLAIN
    return Tone.WARN if row.reply is Reply.DECLINED else Tone.GOOD
