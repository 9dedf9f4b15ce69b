"""The news item drafted from the record, made the office's own, and where it was published."""

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout

from frontdesk.meetings import NEWS_LENGTH, EditNews
from frontdesk.messages import _
from frontdesk.office import PaperAsk
from ui.desk.drafting import draft_key
from ui.meetings.buttons import button, in_row
from ui.meetings.entry_form import DESK
from ui.meetings.entry_section import EntrySection
from ui.meetings.fields import asked
from ui.meetings.kinds import PUBLICATIONS
from ui.meetings.section import Part
from ui.meetings.shown import Shown
from ui.meetings.subject import Subject
from ui.parts.colours import Tone
from ui.parts.fields import LineField, TextField
from ui.parts.form import Form
from ui.parts.headings import Hint, Page, restyle


class NewsSection(Part):
    """Title and text; blank fields mean the draft made from the record."""

    def __init__(self, subject: Subject) -> None:
        super().__init__(subject, "news", _("News item"))
        self.form = Form("news")
        self.form.add("title", _("&Headline"), LineField())
        self.form.add("text", _("T&ext"), TextField(lines=8, lines_most=14))
        self.length = Hint("")
        self.length.setObjectName("news.length")
        self._save = button(_("Save"), "news.save", self.save, main=True)
        self._draft = button(_("&Draft anew from the record"), "news.draft", self._on_draft)
        copy = button(_("Cop&y for Zalo"), "news.copy", self._on_copy)
        paper = button(_("&See as a paper"), "news.paper", self._on_paper)
        self.form.add_wide(in_row(self._save, self._draft, copy, paper))
        self.form.save_asked.connect(self.save)
        self.form.changed.connect(self._count)
        self.published = EntrySection(subject, PUBLICATIONS)
        self.published.setMinimumHeight(self.fontMetrics().height() * 14)
        page = Page("news_page")
        page.add(
            Hint(_("Drafted from the record. Make it your own, then copy it to Zalo and the fan page, or print it."))
        )
        page.add(self.form)
        page.add(self.length)
        page.add(self.published)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        self._shown = Shown(self.form, subject, self._values, self._own)
        subject.env.keep_drafts(self.form, draft_key(DESK, f"{subject.number} news"))
        self.show_row()

    def show_row(self) -> None:
        """See `Part`; what is being typed stays."""
        self._shown.refresh()
        may = self.subject.may(EditNews)
        self.form.field("title").setEnabled(may)
        self.form.field("text").setEnabled(may)
        self._save.setVisible(may)
        self._draft.setVisible(may)
        self._count()

    def focus_first(self) -> None:
        """See `Part`."""
        self.form.field("title").setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def save(self) -> None:
        """Keep the office's own words."""
        if self.form.readable() and self._shown.may_save():
            ask = asked(EditNews, self.subject.number, self.form, revision=self.subject.row.revision)
            self.subject.do(
                ask, self, form=self.form, says=_("Saved."), done=self._shown.on_saved, reload=self._shown.give_way
            )

    def _values(self) -> dict[str, Any]:
        title, _break, text = self.subject.env.services.meetings.news(self.subject.number).partition("\n\n")
        return {"title": title, "text": text}

    def _own(self) -> dict[str, Any]:
        """The office's own words, None where there are none yet."""
        return {"title": self.subject.row.news_title, "text": self.subject.row.news_text}

    def _whole(self) -> str:
        values = self.form.values()
        return f"{values['title']}\n\n{values['text']}"

    @Slot()
    def _count(self) -> None:
        count, most = len(self._whole()), int(self.subject.env.services.office.setting(NEWS_LENGTH))
        words = _("{count} letters")
        if count > most:
            words = _("{count} letters, {over} more than fit one Zalo message. Shorten the text, or send it in two.")
        self.length.setText(words.format(count=count, over=count - most))
        restyle(self.length, "tone", (Tone.WARN if count > most else Tone.MUTED).value)

    @Slot()
    def _on_draft(self) -> None:
        what = _("The office's own words of this news item are replaced by a draft from the record.")
        if self.subject.env.ask.confirm(_("Draft anew"), what, _("Draft anew")):
            self.form.mark_clean()
            ask = EditNews(self.subject.number, "", "", self.subject.row.revision)
            self.subject.do(ask, self, done=self._on_drafted)

    @Slot(object)
    def _on_drafted(self, _row: object) -> None:
        self._shown.on_saved(None)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._whole())
        self.subject.env.notices.say(_("Copied. Paste it where it is to be published, then note it below."))

    @Slot()
    def _on_paper(self) -> None:
        self.subject.env.show_paper("news", PaperAsk(number=self.subject.number))
