"""Supervision and social criticism: subject and plan, team, visits, recommendations followed until answered."""

from typing import Any, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QTabWidget, QVBoxLayout

from frontdesk.meetings import AnswerRecommendation, PartName, PlanSupervision, RecommendationRow
from frontdesk.messages import _, mark
from ui.desk.drafting import draft_key
from ui.meetings.buttons import button, in_row
from ui.meetings.entry_form import DESK, EntryForm, EntryKind
from ui.meetings.entry_section import EntrySection
from ui.meetings.fields import asked, day_field
from ui.meetings.kinds import RECOMMENDATIONS, TEAM, VISITS
from ui.meetings.section import Part
from ui.meetings.shown import Shown
from ui.meetings.subject import Subject
from ui.parts.fields import LineField, TextField
from ui.parts.form import Form
from ui.parts.headings import Page


def _fill_answer(form: Form, subject: Subject, row: RecommendationRow) -> None:
    form.add("answer", _("&Answer"), TextField(lines=3))
    form.add("document", _("By &document"), LineField(hint=_("number of the letter")))
    form.add("day", _("&On"), day_field(subject.env))
    form.set_values({"answer": row.answer, "document": row.document, "day": row.answered})


ANSWERS: Final = EntryKind(
    "answer", PartName.RECOMMENDATION, mark("Recommendations"), "", mark("The answer to {which}"),
    RECOMMENDATIONS.empty, AnswerRecommendation, AnswerRecommendation, RECOMMENDATIONS.columns, RECOMMENDATIONS.rows,
    _fill_answer,
)  # fmt: skip


class RecommendationSection(EntrySection):
    """Enter on a recommendation records its answer, also once the minutes are final."""

    def __init__(self, subject: Subject) -> None:
        super().__init__(subject, RECOMMENDATIONS)

    def show_row(self) -> None:
        """See `Part`."""
        super().show_row()
        may = self.subject.may(AnswerRecommendation)
        self.list.allow(edit=may, remove=self.subject.may_remove(PartName.RECOMMENDATION))

    def make_editing(self, row: Any, which: int) -> EntryForm:
        """The form for the answer, and below it the one to correct the recommendation."""
        form = EntryForm(self.subject, ANSWERS, row, which)
        correcting = super().make_editing(row, which)
        correcting.saved.connect(form.saved)
        correcting.left.connect(form.left)
        form.add_below(correcting)
        return form


class SupervisionSection(Part):
    """Four leaves: plan, team, visits, recommendations."""

    def __init__(self, subject: Subject) -> None:
        super().__init__(subject, "supervision", _("Supervision"))
        self.form = Form("plan")
        self.form.add("subject", _("&Subject"), TextField(lines=2))
        self.form.add("plan", _("&Plan"), TextField(lines=6, lines_most=14))
        self._save = button(_("Save"), "plan.save", self.save, main=True)
        self.form.add_wide(in_row(self._save))
        self.form.save_asked.connect(self.save)
        plan = Page("plan_page")
        plan.add(self.form)
        self.leaves = QTabWidget()
        self.leaves.setObjectName("supervision.leaves")
        self.leaves.setDocumentMode(True)
        self.leaves.tabBar().setAccessibleName(_("Supervision"))
        self.leaves.addTab(plan, _("Plan"))
        self.parts: tuple[EntrySection, ...] = (
            EntrySection(subject, TEAM), EntrySection(subject, VISITS), RecommendationSection(subject),
        )  # fmt: skip
        for part in self.parts:
            self.leaves.addTab(part, part.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.leaves)
        self._shown = Shown(self.form, subject, self._values)
        subject.env.keep_drafts(self.form, draft_key(DESK, f"{subject.number} plan"))
        self.show_row()

    def show_row(self) -> None:
        """See `Part`; what is being typed stays."""
        self._shown.refresh()
        self.form.setEnabled(self.subject.may(PlanSupervision))
        self._save.setVisible(self.subject.may(PlanSupervision))

    def focus_first(self) -> None:
        """See `Part`."""
        self.leaves.tabBar().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def save(self) -> None:
        """Record subject and plan."""
        if self.form.readable() and self._shown.may_save():
            ask = asked(PlanSupervision, self.subject.number, self.form, revision=self.subject.row.revision)
            self.subject.do(
                ask, self, form=self.form, says=_("Saved."), done=self._shown.on_saved, reload=self._shown.give_way
            )

    def _values(self) -> dict[str, Any]:
        return {"subject": self.subject.row.subject, "plan": self.subject.row.plan}
