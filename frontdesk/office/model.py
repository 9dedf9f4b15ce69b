"""The office's own tables: areas, who signs, number books, days off."""

from collections.abc import Mapping
from typing import Any

from peewee import DateField, ForeignKeyField, IntegerField, TextField

from frontdesk.store import Described, Record


def stood(model: Any) -> Any:
    """The condition that a row with `since` and `until` is no mistake: what is taken back ends before it begins."""
    return model.since.is_null() | model.until.is_null() | (model.since <= model.until)


class Area(Record):
    """A residential area (khu dân cư) under one name; a rename or merger ends it and points to its successor."""

    topic = "areas"
    searchable = ("name",)
    name = TextField()
    kind = TextField()
    households = IntegerField(null=True)
    since = DateField(null=True)
    until = DateField(null=True)
    merged_into = ForeignKeyField("self", null=True)
    merged_into_id: int | None
    key = TextField(index=True)
    sort_key = TextField()

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """The area's name."""
        return Described(None, values["name"])


class Signatory(Record):
    """Who signs as what: the lines above the hand, one a line, and the name below it."""

    topic = "signatories"
    post = TextField(unique=True)
    lines = TextField()
    name = TextField()


class NumberBook(Record):
    """The last number given to a kind of paper in a year; `series` is "BB", "BC-BVĐ" or "*" for one series."""

    topic = "number_books"
    series = TextField()
    year = IntegerField()
    last = IntegerField()

    class Meta:
        indexes = ((("series", "year"), True),)


class DayOff(Record):
    """A day the office's calendar treats in its own way: `kind` is "holiday", "make_up" or "ordinary"."""

    topic = "days_off"
    day = DateField(unique=True)
    name = TextField()
    kind = TextField()


MODELS: tuple[type[Record], ...] = (Area, Signatory, NumberBook, DayOff)
