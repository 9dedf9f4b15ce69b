"""How meetings of a kind begin in this office: the template's words, agenda and groups, as the office wants them."""

import re
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.meetings import Kind, SetTemplate, TemplateItem
from frontdesk.messages import _
from frontdesk.roster import BODY_TITLES, BodyKind
from ui.desk.drafting import draft_key
from ui.desk.env import Env
from ui.meetings.buttons import button, in_row
from ui.meetings.entry_form import DESK
from ui.meetings.subject import DEED_OF
from ui.meetings.words import KINDS, sentence
from ui.parts.fields import LineField, SwitchField, TextField
from ui.parts.form import Form
from ui.parts.headings import Heading, Hint, Page
from ui.parts.rows import RowsField

_TYPED: Final = re.compile(r"(?P<title>.+?)[\s,;(]+(?P<minutes>\d{1,3})\s*(?:minutes|phút|')?\)?")
_GROUPS: Final = (
    BodyKind.COMMITTEE, BodyKind.STANDING_BOARD, BodyKind.WORKING_COMMITTEE, BodyKind.MEMBER_ORGANISATION,
    BodyKind.INSPECTION_BOARD, BodyKind.INVESTMENT_BOARD,
)  # fmt: skip


def item_of(text: str) -> TemplateItem:
    """What is typed as an item: "Thảo luận 60" is 60 minutes of "Thảo luận"."""
    typed = _TYPED.fullmatch(text)
    return TemplateItem(text) if typed is None else TemplateItem(typed["title"], int(typed["minutes"]))


def item_words(item: TemplateItem) -> str:
    """An item as it is shown and can be typed again."""
    return item.title if item.minutes is None else _("{title} ({minutes} minutes)").format(
        title=item.title, minutes=item.minutes
    )  # fmt: skip


def _again(item: TemplateItem, text: str) -> TemplateItem:
    typed = item_of(text)
    return replace(item, title=typed.title, minutes=typed.minutes)


class TemplatePage(QWidget):
    """The template of one kind."""

    left = Signal()

    def __init__(self, env: Env, kind: Kind) -> None:
        super().__init__()
        self.setObjectName("template")
        self._env, self._kind = env, kind
        template = env.services.meetings.template(kind)
        self.form = Form("template_form")
        words = _("{quarter}, {month} and {year} are filled in for the day.")
        self.form.add("title", _("&Name of the meeting"), LineField(), hint=words)
        agenda: RowsField[TemplateItem] = RowsField(
            item_words, item_of, remake=_again, hint=_("An item and its minutes, such as: Thảo luận 60"), rows_shown=8
        )
        self.form.add("agenda", _("&Agenda"), agenda)
        for group in _GROUPS:
            field = SwitchField(_("Invite: {group}").format(group=sentence(_(BODY_TITLES[group]))))
            self.form.add(f"invites_{group.value}", "", field)
        self.form.add("series", _("Se&ries"), LineField())
        self.form.add("quorum", _("&Quorum"), LineField(hint="2/3"))
        self.form.add("invitation_note", _("&Note on invitations"), TextField())
        self.form.set_values(
            {
                "title": template.title, "agenda": template.agenda, "series": template.series,
                "quorum": template.quorum, "invitation_note": template.invitation_note,
                **{f"invites_{group.value}": group.value in template.groups for group in _GROUPS},
            }
        )  # fmt: skip
        self._others = tuple(group for group in template.groups if group not in {each.value for each in _GROUPS})
        self._save = button(_("Save"), "template.save", self.save, main=True)
        self.form.save_asked.connect(self.save)
        page = Page("template_page")
        page.add(Heading(_("Template: {kind}").format(kind=_(KINDS[kind]))))
        page.add(Hint(_("Meetings prepared from now on begin like this; those prepared already stay as they are.")))
        page.add(self.form)
        page.add(in_row(self._save, button(_("Go back"), "template.back", self.left)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        keys = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.left)
        env.keep_drafts(self.form, draft_key(DESK, f"new template {kind.value}"))

    def focus_first(self) -> None:
        """Stand in the name."""
        self.form.field("title").setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def save(self) -> None:
        """Keep the template."""
        if not self.form.readable():
            return
        values = self.form.values()
        groups = tuple(group for group in _GROUPS if values[f"invites_{group.value}"])
        ask = SetTemplate(
            self._kind, values["title"] or None, tuple(values["agenda"]),
            (*groups, *(BodyKind(group) for group in self._others)), values["series"], values["quorum"] or None,
            values["invitation_note"],
        )  # fmt: skip
        self._env.do(DEED_OF[SetTemplate], ask, self, form=self.form, says=_("Saved."), done=self._on_done)

    @Slot(object)
    def _on_done(self, _row: Any) -> None:
        self.left.emit()
