"""The tables of the petition desk."""

from collections.abc import Mapping
from typing import Any, Final

from peewee import SQL, BooleanField, DateField, DateTimeField, ForeignKeyField, IntegerField, TextField

from frontdesk.office.model import Area
from frontdesk.store import Described, Record
from frontdesk.vietnamese import excerpt


class Agency(Record):
    """Somebody petitions are forwarded to; never deleted, only ended."""

    topic = "agencies"
    searchable = ("name", "competence", "address")
    name = TextField()
    key = TextField(index=True)
    sort_key = TextField()
    level = TextField()
    competence = TextField(null=True)
    address = TextField(null=True)
    phone = TextField(null=True)
    until = DateField(null=True)

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """The agency's name."""
        return Described(None, values["name"])


class DeadlineRule(Record):
    """How long a step may take. The table is empty until the office changes a rule: then it holds all of them."""

    topic = "deadline_rules"
    name = TextField(unique=True)
    kind = TextField(null=True)
    step = TextField()
    counted_from = TextField()
    days = IntegerField()
    counting = TextField()
    remote = BooleanField(null=True)
    complexity = TextField(null=True)
    law = TextField()
    valid_from = DateField(null=True)
    valid_to = DateField(null=True)

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """The rule's law."""
        return Described(None, values["law"])


class Petition(Record):
    """One petition. Who sent a denunciation stands nowhere: these columns stay empty."""

    topic = "petitions"
    searchable = (
        "number",
        "book_number",
        "sender",
        "sender_address",
        "sender_phone",
        "summary",
        "place",
        "field",
        "against",
        "meeting",
        "forward_document",
        "answer_document",
    )
    sensitive = ("sender_identity",)
    number = TextField(unique=True)
    number_key = IntegerField()
    book_number = TextField(null=True)
    received = DateField()
    opened = DateField()
    channel = TextField()
    kind = TextField()
    field = TextField(null=True)
    area = ForeignKeyField(Area, null=True, index=False)
    area_id: int | None
    sender = TextField(null=True)
    sender_key = TextField(null=True)
    sender_address = TextField(null=True)
    sender_phone = TextField(null=True)
    sender_identity = TextField(null=True)
    people = IntegerField()
    representatives = TextField(null=True)
    summary = TextField()
    likeness_key = TextField(index=True)
    place = TextField(null=True)
    against = TextField(null=True)
    papers_received = TextField(null=True)
    paper_place = TextField(null=True)
    received_by = TextField(null=True)
    settled_before = TextField(null=True)
    meeting = TextField(null=True)
    remark = TextField(null=True)
    lacks = TextField(null=True)
    remote = BooleanField(default=False)
    complexity = TextField(default="normal")
    again = BooleanField(default=False)
    status = TextField()
    route = TextField(null=True)
    upward = BooleanField(default=False)
    agency = ForeignKeyField(Agency, null=True, index=False)
    agency_id: int | None
    forwarded = DateField(null=True)
    forward_document = TextField(null=True)
    accepted = DateField(null=True)
    decided = DateField(null=True)
    urged = IntegerField(default=0)
    urged_on = DateField(null=True)
    answered = DateField(null=True)
    answer_document = TextField(null=True)
    result = TextField(null=True)
    told = DateField(null=True)
    told_how = TextField(null=True)
    satisfied = BooleanField(null=True)
    satisfaction = TextField(null=True)
    asked_on = DateField(null=True)
    asked_how = TextField(null=True)
    settled = DateField(null=True)
    closed = DateField(null=True)
    closed_as = TextField(null=True)
    reason = TextField(null=True)
    duplicate_of = ForeignKeyField("self", null=True)
    duplicate_of_id: int | None
    pauses = TextField(null=True)
    due = DateField(null=True)
    due_why = TextField(null=True)
    due_step = TextField(null=True)
    due_own = BooleanField(default=False)
    extended_to = DateField(null=True)

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """The number, and the beginning of what it asks; never who asks."""
        return Described(values["number"], excerpt(values["summary"], 100))


class PetitionStep(Record):
    """One step of a petition: who did what when, with which paper. Its news are the petition's."""

    petition = ForeignKeyField(Petition)
    petition_id: int
    verb = TextField()
    day = DateField()
    at = DateTimeField(null=True)
    user = TextField(null=True)
    status = TextField()
    agency = ForeignKeyField(Agency, null=True, index=False)
    agency_id: int | None
    document = TextField(null=True)
    text = TextField(null=True)


class RegisterImport(Record):
    """A register that was read in; `act` is the journal's number of all it wrote, so that it can be undone."""

    topic = "petitions"
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


# Each order of the list, and each filter that leaves few, has an index that holds all filters and orders: a page of a
# hundred thousand rows is found without touching one row that is not shown. An index on a filter that leaves many
# (kind, field, status) would be taken by SQLite in their place, and then sort tens of thousands of rows.
_FILTERS: Final = "status, kind, field, area_id, agency_id, settled, closed_as"
_ORDERS: Final = "received, number_key, due, sender_key"
_INDEXES: Final = {
    "by_received": f"(received, number_key, due, {_FILTERS})",
    "by_number": f"(number_key, received, due, {_FILTERS})",
    "by_due": f"(due, number_key, received, {_FILTERS})",
    "by_sender": f"(sender_key, number_key, received, due, {_FILTERS})",
    "by_area": f"(area_id, {_ORDERS}, status, kind, field, agency_id, settled, closed_as)",
    "by_agency": f"(agency_id, {_ORDERS}, status, kind, field, area_id, settled, closed_as)",
    "open": f"(due, number_key, received, sender_key, {_FILTERS}, forwarded, urged_on, upward, pauses) "
    "WHERE settled IS NULL",
    "unfinished": f"(status, {_ORDERS}, kind, field, area_id, agency_id, settled, closed_as, satisfied) "
    "WHERE closed IS NULL",
    "dissatisfied": f"({_ORDERS}, {_FILTERS}) WHERE satisfied = 0",
    "mistaken": f"({_ORDERS}, {_FILTERS}) WHERE closed_as = 'mistaken'",
    # The narrowest that tells what a filter leaves; pages hide it from SQLite, see `service.lists`.
    "tally": "(kind, field, status, closed_as)",
}
for _name, _columns in _INDEXES.items():
    Petition.add_index(SQL(f"CREATE INDEX petition_{_name} ON petition {_columns}"))

MODELS: tuple[type[Record], ...] = (Agency, DeadlineRule, Petition, PetitionStep, RegisterImport)
