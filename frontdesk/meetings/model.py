"""The tables of meetings. A part belongs to one meeting, stands at its `rank` there, and is never deleted but ended."""

import re
from collections.abc import Mapping
from typing import Any, Final

from peewee import (
    BooleanField,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    TextField,
    TimeField,
)

from frontdesk.store import Described, Record
from frontdesk.vietnamese import excerpt

_TITLE_LENGTH: Final = 80
_CAPITAL: Final = re.compile("[A-Z]")


def _lower(capital: re.Match[str]) -> str:
    return f"_{capital[0].lower()}"


class Meeting(Record):
    """A meeting; what is listed in it stands in the tables of its parts."""

    topic = "meetings"
    searchable = ("number", "paper_number", "series", "title", "place", "chair_name", "secretary_name", "subject")
    number = TextField(unique=True)
    status = TextField()
    paper_number = TextField(null=True)
    was = TextField(null=True)
    kind = TextField()
    series = TextField(null=True)
    series_key = TextField(null=True)
    title = TextField()
    starts = DateTimeField()
    ends = DateTimeField(null=True)
    place = TextField(null=True)
    chair_name = TextField(null=True)
    chair_position = TextField(null=True)
    secretary_name = TextField(null=True)
    secretary_position = TextField(null=True)
    convened = IntegerField(null=True)
    quorum_share = TextField(null=True)
    invitation_note = TextField(null=True)
    invited = DateField(null=True)
    subject = TextField(null=True)
    plan = TextField(null=True)
    news_title = TextField(null=True)
    news_text = TextField(null=True)
    withdrawn_because = TextField(null=True)

    class Meta:
        indexes = (
            (("starts", "id"), False),
            (("status", "starts", "id"), False),
            (("kind", "starts", "id"), False),
            (("series_key", "starts"), False),
        )

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """Its number and title."""
        return Described(values["number"], values["title"])


class Part(Record):
    """What every part of a meeting has. `ended`: the act that took the entry out, 0 while it stands."""

    topic = "meetings"
    meeting = ForeignKeyField(Meeting)
    meeting_id: Any
    rank = IntegerField()
    ended = IntegerField(default=0)

    class Meta:
        @staticmethod
        def table_function(model: type[Record]) -> str:
            return f"meeting{_CAPITAL.sub(_lower, model.__name__)}"


class Site(Part):
    """A place the meeting is joined from."""

    name = TextField()
    head_count = IntegerField(null=True)


class Delegate(Part):
    """Somebody invited. `code` is the delegate's own within the meeting and never given again."""

    searchable = ("name",)
    name = TextField()
    position = TextField(null=True)
    organisation = TextField(null=True)
    site = TextField(null=True)
    present = BooleanField(null=True)
    absence = TextField(null=True)
    reason = TextField(null=True)
    group = TextField(null=True)
    seat = TextField(null=True)
    reply = TextField(null=True)
    reply_note = TextField(null=True)
    substitute = TextField(null=True)
    arrived = DateTimeField(null=True)
    speaks = IntegerField(null=True)
    code = IntegerField()
    person_id = IntegerField(null=True, index=True)

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """The delegate's name."""
        return Described(None, values["name"])


class AgendaItem(Part):
    """An item of the agenda."""

    searchable = ("title", "outcome")
    at = TimeField(null=True)
    minutes = IntegerField(null=True)
    title = TextField()
    presenter = TextField(null=True)
    outcome = TextField(null=True)
    standing = BooleanField(null=True)
    shows = TextField(null=True)

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """The item's title."""
        return Described(None, excerpt(values["title"], _TITLE_LENGTH))


class Outcome(Part):
    """What an item of the agenda led to; `rank` counts within the item."""

    searchable = ("text",)
    item = ForeignKeyField(AgendaItem)
    item_id: Any
    kind = TextField()
    text = TextField()

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """What was noted or decided."""
        return Described(None, excerpt(values["text"], _TITLE_LENGTH))


class OfItem(Part):
    """What may belong to an item of the agenda; `item` None: to none in particular."""

    item = ForeignKeyField(AgendaItem, null=True)
    item_id: Any


class PaperRead(OfItem):
    """A paper read at the meeting."""

    searchable = ("speaker", "title", "summary")
    speaker = TextField(null=True)
    title = TextField()
    summary = TextField(null=True)

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """The paper's title."""
        return Described(None, excerpt(values["title"], _TITLE_LENGTH))


class Opinion(OfItem):
    """What somebody said."""

    searchable = ("speaker", "organisation", "text", "answer")
    speaker = TextField(null=True)
    organisation = TextField(null=True)
    text = TextField()
    petition = BooleanField(null=True)
    answered_by = TextField(null=True)
    answer = TextField(null=True)

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """The beginning of what was said."""
        return Described(None, excerpt(values["text"], _TITLE_LENGTH))


class Vote(OfItem):
    """A vote; `names` is JSON."""

    searchable = ("question",)
    question = TextField()
    in_favour = IntegerField(null=True)
    against = IntegerField(null=True)
    abstain = IntegerField(null=True)
    spoiled = IntegerField(null=True)
    method = TextField(null=True)
    majority = TextField(null=True)
    base = TextField(null=True)
    names = TextField(null=True)

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """The question voted on."""
        return Described(None, excerpt(values["question"], _TITLE_LENGTH))


class Conclusion(Part):
    """A paragraph of the chair's conclusion."""

    searchable = ("text",)
    text = TextField()


class Task(Part):
    """What was given to somebody to do. `due_now` is the due day as it stands today, for lists."""

    topic = "tasks"
    searchable = ("what", "assignee", "result")
    what = TextField()
    assignee = TextField(null=True)
    due = DateField(null=True)
    status = TextField()
    moved_to = DateField(null=True)
    due_now = DateField(null=True)
    result = TextField(null=True)
    document = TextField(null=True)
    finished = DateField(null=True)

    class Meta:
        indexes = ((("status", "due_now", "id"), False), (("due_now", "id"), False))

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """What is to be done."""
        return Described(None, excerpt(values["what"], _TITLE_LENGTH))


class TeamMember(Part):
    """A member of a supervision or criticism team."""

    searchable = ("name",)
    name = TextField()
    position = TextField(null=True)
    role = TextField(null=True)


class Visit(Part):
    """A working visit of a supervision team."""

    searchable = ("place", "findings")
    day = DateField(null=True)
    place = TextField()
    findings = TextField(null=True)


class Recommendation(Part):
    """What was recommended after supervision or criticism."""

    topic = "recommendations"
    searchable = ("text", "addressee", "answer")
    text = TextField()
    addressee = TextField(null=True)
    due = DateField(null=True)
    answered = DateField(null=True, index=True)
    answer = TextField(null=True)
    document = TextField(null=True)

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """The recommendation."""
        return Described(None, excerpt(values["text"], _TITLE_LENGTH))


class Publication(Part):
    """Where and when the news of a meeting was published."""

    channel = TextField()
    day = DateField()
    address = TextField(null=True)


class Minutes(Part):
    """A finalised version of the minutes; `content` is the text the fingerprint is of, see `rules.freezing`."""

    paper_number = TextField()
    content = TextField()
    fingerprint = TextField()
    finalised = DateTimeField()
    pdf = TextField()
    reopened_because = TextField(null=True)

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """The paper's number."""
        return Described(None, values["paper_number"])


class IssuedPaper(Part):
    """A paper of a meeting that has a number of its own: invitation, notice of conclusion, …"""

    kind = TextField()
    paper_number = TextField()
    day = DateField()

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """The paper's number."""
        return Described(None, values["paper_number"])


class Template(Record):
    """How meetings of a kind begin, where the office changed the default; `content` is JSON."""

    topic = "meeting_templates"
    kind = TextField(unique=True)
    content = TextField()

    class Meta:
        table_name = "meeting_template"


MODELS: tuple[type[Record], ...] = (
    Meeting,
    Site,
    Delegate,
    AgendaItem,
    Outcome,
    PaperRead,
    Opinion,
    Vote,
    Conclusion,
    Task,
    TeamMember,
    Visit,
    Recommendation,
    Publication,
    Minutes,
    IssuedPaper,
    Template,
)
