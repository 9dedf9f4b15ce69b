"""The roster's tables: people, the bodies they sit in, their terms and posts, and what they earned there."""

from collections.abc import Mapping
from typing import Any

from peewee import BooleanField, DateField, DateTimeField, ForeignKeyField, IntegerField, TextField

from frontdesk.office.model import Area
from frontdesk.store import Described, Record


class Person(Record):
    """Somebody of the Front. `born` is null where only `birth_year` is known; `party` null where nobody asked.

    `education` is general schooling ("12/12"), `profession` the professional level ("Đại học").
    """

    topic = "roster"
    searchable = ("name", "phone", "other_phones", "occupation", "workplace")
    sensitive = ("ethnicity", "religion", "party", "party_since")
    number = TextField(unique=True)
    name = TextField()
    name_key = TextField(index=True)
    sort_name = TextField(null=True)
    sort_key = TextField()
    sex = TextField(null=True)
    born = DateField(null=True)
    birth_year = IntegerField(null=True)
    phone = TextField(null=True)
    other_phones = TextField(null=True)
    ethnicity = TextField(null=True)
    religion = TextField(null=True)
    party = BooleanField(null=True)
    party_since = DateField(null=True)
    education = TextField(null=True)
    profession = TextField(null=True)
    political_theory = TextField(null=True)
    occupation = TextField(null=True)
    workplace = TextField(null=True)
    address = TextField(null=True)
    note = TextField(null=True)
    withdrawn = DateField(null=True)
    withdrawn_why = TextField(null=True)
    joined_into = ForeignKeyField("self", null=True)
    joined_into_id: int | None

    class Meta:
        indexes = (
            (("withdrawn",), False),
            (("withdrawn", "sort_key"), False),
            (("withdrawn", "sex", "sort_key"), False),
            (("withdrawn", "birth_year", "born"), False),
        )

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """The person's number and name."""
        return Described(values["number"], values["name"])


class Body(Record):
    """A body of the Front: one of an area, of a project, or of the commune. `until` is its last day."""

    topic = "bodies"
    searchable = ("name", "project")
    kind = TextField()
    name = TextField()
    key = TextField(index=True)
    sort_key = TextField()
    area = ForeignKeyField(Area, null=True)
    area_id: int | None
    project = TextField(null=True)
    households = IntegerField(null=True)
    since = DateField(null=True)
    until = DateField(null=True)
    decision_number = TextField(null=True)
    decision_date = DateField(null=True)
    ended_why = TextField(null=True)
    note = TextField(null=True)

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """The body's name."""
        return Described(None, values["name"])


class Term(Record):
    """A term of a body: "khóa I, nhiệm kỳ 2025 - 2030". `until` is its last day, null while it runs."""

    topic = "bodies"
    body = ForeignKeyField(Body, backref="terms")
    body_id: int
    name = TextField()
    since = DateField()
    until = DateField(null=True)

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """The term's name."""
        return Described(None, values["name"])


class Post(Record):
    """A post and its place in the order of protocol: the lower `rank`, the earlier."""

    topic = "bodies"
    name = TextField()
    key = TextField(unique=True)
    rank = IntegerField()

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """The post's name."""
        return Described(None, values["name"])


class Membership(Record):
    """A post somebody holds in a body from `since` to `until`, both days included; null where not recorded.

    `area` is the area the person stands for. A withdrawn row was an error and never counted.
    """

    topic = "roster"
    person = ForeignKeyField(Person, backref="memberships", index=False)
    person_id: int
    body = ForeignKeyField(Body, backref="memberships", index=False)
    body_id: int
    area = ForeignKeyField(Area, null=True, index=False)
    area_id: int | None
    post = ForeignKeyField(Post, null=True)
    post_id: int | None
    term = ForeignKeyField(Term, null=True)
    term_id: int | None
    since = DateField(null=True)
    until = DateField(null=True)
    decision_number = TextField(null=True)
    decision_date = DateField(null=True)
    chosen = TextField(null=True)
    bloc = TextField(null=True)
    represents = TextField(null=True)
    ended_why = TextField(null=True)
    ended_note = TextField(null=True)
    withdrawn = DateField(null=True)

    class Meta:
        # Each begins with a foreign key, and whether somebody serves is told without reading the row.
        indexes = (
            (("person_id", "withdrawn", "until", "since"), False),
            (("body_id", "until"), False),
            (("area_id", "until"), False),
        )


class Course(Record):
    """A training course."""

    topic = "training"
    searchable = ("title", "organiser", "place")
    title = TextField()
    organiser = TextField(null=True)
    place = TextField(null=True)
    since = DateField(index=True)
    until = DateField(null=True)
    note = TextField(null=True)
    withdrawn = DateField(null=True)
    withdrawn_why = TextField(null=True)

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """The course's title."""
        return Described(None, values["title"])


class Turn(Record):
    """Somebody's turn in a course."""

    topic = "training"
    course = ForeignKeyField(Course, backref="turns")
    course_id: int
    person = ForeignKeyField(Person, backref="turns")
    person_id: int
    result = TextField(null=True)
    withdrawn = DateField(null=True)


class Commendation(Record):
    """A commendation of a person, of a body, or of somebody known by name only (`recipient`)."""

    topic = "commendations"
    searchable = ("recipient", "form", "merit", "decision_number")
    person = ForeignKeyField(Person, null=True, backref="commendations")
    person_id: int | None
    body = ForeignKeyField(Body, null=True, backref="commendations")
    body_id: int | None
    recipient = TextField()
    form = TextField()
    level = TextField()
    merit = TextField(null=True)
    decision_number = TextField(null=True)
    decision_date = DateField(index=True)
    withdrawn = DateField(null=True)
    withdrawn_why = TextField(null=True)

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """Form and recipient."""
        return Described(None, f"{values['form']}: {values['recipient']}")


class GoodModel(Record):
    """A good model (mô hình hay) and who began it."""

    topic = "models"
    searchable = ("name", "founder", "description")
    name = TextField()
    key = TextField(index=True)
    founder = TextField(null=True)
    area = ForeignKeyField(Area, null=True)
    area_id: int | None
    since = DateField(null=True)
    until = DateField(null=True)
    description = TextField(null=True)
    withdrawn = DateField(null=True)
    withdrawn_why = TextField(null=True)

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """The model's name."""
        return Described(None, values["name"])


class ModelCopy(Record):
    """Where a good model was copied to."""

    topic = "models"
    model = ForeignKeyField(GoodModel, backref="copies")
    model_id: int
    place = TextField()
    area = ForeignKeyField(Area, null=True)
    area_id: int | None
    since = DateField(null=True)
    note = TextField(null=True)
    withdrawn = DateField(null=True)
    withdrawn_why = TextField(null=True)


class StudyVisit(Record):
    """A study visit; the people who went are linked as "visitor"."""

    topic = "visits"
    searchable = ("place", "purpose")
    day = DateField(index=True)
    place = TextField()
    purpose = TextField(null=True)
    head_count = IntegerField(null=True)
    result = TextField(null=True)
    withdrawn = DateField(null=True)
    withdrawn_why = TextField(null=True)

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """Where it went."""
        return Described(None, values["place"])


class SheetImport(Record):
    """A sheet that was read in; `act` is the journal's number of all it wrote, so that it can be undone."""

    topic = "roster"
    file = TextField()
    act = IntegerField()
    at = DateTimeField()
    user = TextField()
    added = IntegerField()
    updated = IntegerField()
    undone = DateTimeField(null=True)

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """The file's name."""
        return Described(None, values["file"])


MODELS: tuple[type[Record], ...] = (
    Person,
    Body,
    Term,
    Post,
    Membership,
    Course,
    Turn,
    Commendation,
    GoodModel,
    ModelCopy,
    StudyVisit,
    SheetImport,
)
