"""The parts of a meeting that are lists: how each is shown, added and corrected."""

from typing import Any, Final

from PySide6.QtCore import QObject

from frontdesk.meetings import (
    AddMember,
    AddOpinion,
    AddPaper,
    AddRecommendation,
    AddSite,
    AddTask,
    AddVisit,
    EditMember,
    EditOpinion,
    EditPaper,
    EditPublication,
    EditRecommendation,
    EditSite,
    EditTask,
    EditVisit,
    OpinionRow,
    PartName,
    Publish,
    RecommendationRow,
    TaskRow,
    TaskStatus,
)
from frontdesk.messages import _, mark, n_
from ui.meetings.entry_form import EntryKind
from ui.meetings.fields import ItemField, as_choice, day_field, person_field, shown, speaker_field
from ui.meetings.speaking import Onward, Phrases, Speaking, said_field
from ui.meetings.subject import Subject
from ui.meetings.words import TASKS, day_words
from ui.parts.colours import Tone
from ui.parts.fields import LineField, SwitchField, TextField
from ui.parts.form import Form
from ui.parts.reading import NumberField
from ui.parts.rowtable import Empty
from ui.parts.table import Column


def show_entry(form: Form, row: Any, people: tuple[str, ...] = ()) -> None:
    """Show a row in the fields named as its own; `people` are pickers."""
    if row is not None:
        names = [name for name in form.values() if hasattr(row, name)]
        values = dict(shown(row, names)) | {name: as_choice(getattr(row, name)) for name in people}
        form.set_values(values)


def item_column() -> Column[Any]:
    """The item of the agenda an entry belongs to."""
    return Column("item", _("Item no."), 5, "right")


# Sites


def _fill_site(form: Form, _subject: Subject, row: Any) -> None:
    form.add("name", _("&Name of the site"), LineField())
    form.add("head_count", _("&Head count"), NumberField(most=9_999), hint=_("People there who stand in no list."))
    show_entry(form, row)


SITES: Final = EntryKind(
    "site", PartName.SITE, mark("Sites"), mark("Add a site"), mark("Correct site {which}"),
    Empty(mark("One place only"), mark("Add the sites the meeting is joined from, if there are any.")),
    AddSite, EditSite,
    lambda _subject: (Column("name", _("Site")), Column("head_count", _("Head count"), 10, "right")),
    lambda subject: subject.row.sites, _fill_site,
)  # fmt: skip


# Papers read


def _fill_paper(form: Form, subject: Subject, row: Any) -> QObject:
    speaker = speaker_field(subject)
    form.add("speaker", _("&Speaker"), speaker)
    title = TextField(lines=2, enter_moves_on=True)
    form.add("title", _("&Title of the paper"), title)
    said_field(form, "summary", _("S&ummary"))
    form.add("item", _("&Item of the agenda"), ItemField(subject))
    show_entry(form, row, ("speaker",))
    return Speaking(form, speaker, title, None)


PAPERS: Final = EntryKind(
    "paper", PartName.PAPER, mark("Papers read"), mark("Add a paper read"), mark("Correct paper {which}"),
    Empty(mark("No paper yet"), mark("Write down each paper as it is read: speaker, title, the main points.")),
    AddPaper, EditPaper,
    lambda _subject: (item_column(), Column("speaker", _("Speaker"), 22), Column("title", _("Title"))),
    lambda subject: subject.row.papers, _fill_paper,
)  # fmt: skip


# Opinions


def _fill_opinion(form: Form, subject: Subject, row: Any) -> QObject:
    speaker, organisation = speaker_field(subject), LineField()
    form.add("speaker", _("&Speaker"), speaker)
    said = said_field(form, "text", _("&What was said"))
    form.add("phrases", "", Phrases(subject, said))
    form.add("petition", "", SwitchField(_("Pass it on as a &petition")))
    form.add("item", _("&Item of the agenda"), ItemField(subject))
    form.add("organisation", _("&Organisation"), organisation)
    form.add("answered_by", _("Answered &by"), speaker_field(subject))
    form.add("answer", _("&Answer on the spot"), TextField(lines=1))
    show_entry(form, row, ("speaker", "answered_by"))
    return Speaking(form, speaker, said, organisation)


def opinion_state(row: OpinionRow) -> str:
    """What became of an opinion, in a word."""
    if row.petition:
        return _("petition")
    return _("answered") if row.answer else ""


def _opinion_tone(row: OpinionRow) -> Tone:
    if row.petition:
        return Tone.WARN
    return Tone.GOOD if row.answer else Tone.PLAIN


def _opinion_says(subject: Subject) -> str:
    rows = subject.row.opinions
    marked = sum(bool(row.petition) for row in rows)
    said = n_("{count} opinion", "{count} opinions", len(rows)).format(count=len(rows))
    passed = n_("{count} petition", "{count} petitions", marked).format(count=marked)
    return f"{said}, {passed}" if marked else said if rows else ""


OPINIONS: Final = EntryKind(
    "opinion", PartName.OPINION, mark("Opinions"), mark("The next opinion"), mark("Correct opinion {which}"),
    Empty(mark("No opinion yet"), mark("Type two letters of the speaker, Enter, what is said, Enter: the next one.")),
    AddOpinion, EditOpinion,
    lambda _subject: (
        item_column(), Column("speaker", _("Speaker"), 20), Column("text", _("What was said")),
        Column("petition", _("State"), 11, text=opinion_state, tone=_opinion_tone),
    ),
    lambda subject: subject.row.opinions, _fill_opinion, _opinion_says,
)  # fmt: skip


# Tasks


def _fill_task(form: Form, subject: Subject, row: Any) -> QObject:
    form.add("what", _("What is to be &done"), TextField(enter_moves_on=True))
    assignee = speaker_field(subject)
    form.add("assignee", _("By &whom"), assignee)
    form.add("due", _("By &when"), day_field(subject.env))
    show_entry(form, row, ("assignee",))
    return Onward(form, assignee)


def _task_tone(row: TaskRow) -> Tone:
    return {TaskStatus.OPEN: Tone.PLAIN, TaskStatus.DONE: Tone.GOOD, TaskStatus.DROPPED: Tone.MUTED}[row.status]


TASK_ENTRIES: Final = EntryKind(
    "task", PartName.TASK, mark("Tasks"), mark("Give a task"), mark("Correct task {which}"),
    Empty(mark("No task yet"), mark("Write down what is to be done, by whom and by when.")),
    AddTask, EditTask,
    lambda _subject: (
        Column("what", _("Task")), Column("assignee", _("By whom"), 18),
        Column("due", _("Due"), 11, text=lambda row: day_words(row.due_now)),
        Column("status", _("State"), 11, text=lambda row: _(TASKS[row.status]), tone=_task_tone),
    ),
    lambda subject: subject.row.tasks, _fill_task,
)  # fmt: skip


# Supervision and social criticism


def _fill_member(form: Form, subject: Subject, row: Any) -> None:
    form.add("name", _("&Name"), person_field(subject.env))
    form.add("position", _("P&osition"), LineField())
    form.add("role", _("&Role in the team"), LineField(hint=_("head, secretary, member")))
    show_entry(form, row, ("name",))


TEAM: Final = EntryKind(
    "member", PartName.MEMBER, mark("Team"), mark("Add to the team"), mark("Correct member {which}"),
    Empty(mark("No team yet"), mark("Add the head, the secretary and the members of the team.")),
    AddMember, EditMember,
    lambda _subject: (
        Column("name", _("Name"), 22), Column("position", _("Position")), Column("role", _("Role"), 14),
    ),
    lambda subject: subject.row.team, _fill_member,
)  # fmt: skip


def _fill_visit(form: Form, subject: Subject, row: Any) -> None:
    form.add("place", _("P&lace visited"), LineField())
    form.add("day", _("&Day"), day_field(subject.env))
    form.add("findings", _("&Findings"), TextField(lines=3))
    show_entry(form, row)


VISITS: Final = EntryKind(
    "visit", PartName.VISIT, mark("Visits"), mark("Add a visit"), mark("Correct visit {which}"),
    Empty(mark("No visit yet"), mark("Add each place the team goes to, then what it found there.")),
    AddVisit, EditVisit,
    lambda _subject: (
        Column("day", _("Day"), 11, text=lambda row: day_words(row.day)), Column("place", _("Place"), 22),
        Column("findings", _("Findings")),
    ),
    lambda subject: subject.row.visits, _fill_visit,
)  # fmt: skip


def _fill_recommendation(form: Form, subject: Subject, row: Any) -> None:
    form.add("text", _("What is &recommended"), TextField(lines=3, enter_moves_on=True))
    form.add("addressee", _("&To whom"), LineField())
    form.add("due", _("Answer due &by"), day_field(subject.env))
    show_entry(form, row)


def recommendation_state(row: RecommendationRow) -> str:
    """Whether a recommendation was answered."""
    return _("answered {day}").format(day=day_words(row.answered)) if row.answered is not None else _("waits")


RECOMMENDATIONS: Final = EntryKind(
    "recommendation", PartName.RECOMMENDATION, mark("Recommendations"), mark("Add a recommendation"),
    mark("Correct recommendation {which}"),
    Empty(mark("No recommendation yet"), mark("Each recommendation is followed until it is answered.")),
    AddRecommendation, EditRecommendation,
    lambda _subject: (
        Column("text", _("Recommendation")), Column("addressee", _("To whom"), 18),
        Column("due", _("Due"), 11, text=lambda row: day_words(row.due)),
        Column("answered", _("State"), 16, text=recommendation_state),
    ),
    lambda subject: subject.row.recommendations, _fill_recommendation, movable=False,
)  # fmt: skip


# News


def _fill_publication(form: Form, subject: Subject, row: Any) -> None:
    form.add("channel", _("&Where"), LineField(hint=_("bulletin, fan page, Zalo group")))
    form.add("day", _("&Day"), day_field(subject.env))
    form.add("address", _("&Link"), LineField())
    show_entry(form, row)


PUBLICATIONS: Final = EntryKind(
    "publication", PartName.PUBLICATION, mark("Where it was published"), mark("Note a publication"),
    mark("Correct publication {which}"),
    Empty(mark("Not published yet"), mark("Once it is published, note where and when.")),
    Publish, EditPublication,
    lambda _subject: (
        Column("channel", _("Where"), 22), Column("day", _("Day"), 11, text=lambda row: day_words(row.day)),
        Column("address", _("Link")),
    ),
    lambda subject: subject.row.publications, _fill_publication, movable=False,
)  # fmt: skip
