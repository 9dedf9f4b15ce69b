"""The tables of the store itself, and what every table of a slice builds on."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar, NamedTuple

import orjson
from peewee import (
    SQL,
    BlobField,
    BooleanField,
    DatabaseProxy,
    DateTimeField,
    Field,
    IntegerField,
    Model,
    NodeList,
    TextField,
)

live = DatabaseProxy()
"""The office's open file, always the live one: backups and migrations use connections of their own."""


def tuples(query: Any) -> Iterator[tuple[Any, ...]]:
    """The rows of a peewee query as tuples, one by one, so that memory stays flat."""
    return iter(query.tuples().iterator())


def plain_tuples(query: Any) -> list[tuple[Any, ...]]:
    """All rows of a query whose columns are numbers and texts, as SQLite gives them.

    Thousands of rows read at once: what peewee does to each of their values takes ten times as long.
    """
    rows: list[tuple[Any, ...]] = live.execute(query).fetchall()
    return rows


def hidden(column: Field) -> Any:
    """A column whose index SQLite shall not take, because another one serves the order that is asked for."""
    return NodeList((SQL("+"), column), glue="")


def among(ids: Iterable[int | str]) -> SQL:
    """Ids or keys as the right side of IN: one parameter, however many there are."""
    return SQL("(SELECT value FROM json_each(?))", (orjson.dumps(list(ids)).decode(),))


class Described(NamedTuple):
    """How a row is shown where only its id is known. `number` None: the row has no document number."""

    number: str | None
    title: str


class Record(Model):
    """A row that people make or change, written only through `Store.change`.

    A subclass declares once: `topic` (what windows listen to and search narrows by), `searchable` columns,
    `secret` columns (never in journal payloads, search or drafts), `sensitive` columns (masked unless asked for).
    A document number stands in a column `number` with a unique index, by which the row is found.
    """

    topic: ClassVar[str] = ""
    searchable: ClassVar[tuple[str, ...]] = ()
    secret: ClassVar[tuple[str, ...]] = ()
    sensitive: ClassVar[tuple[str, ...]] = ()

    id = IntegerField(primary_key=True)
    revision = IntegerField()

    class Meta:
        database = live
        legacy_table_names = False

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """Number and title of the row with these column values; a row shown nowhere alone has neither."""
        return Described(None, "")


class Sums(Model):
    """What rows that the journal vouches for add up to, kept so that reading need not add them up.

    No row has an id or stands in the journal; amounts are added with `Change.add_up` only. Whoever keeps such sums
    checks them against what they sum. The primary key is what they are kept under.
    """

    class Meta:
        database = live
        legacy_table_names = False


class Setting(Record):
    """A setting of the office that differs from its default; `value` is JSON."""

    topic = "settings"
    name = TextField(unique=True)
    value = TextField()


class UserAccount(Record):
    """Somebody who may sign in. The passphrase itself stands nowhere; see keys.py."""

    topic = "users"
    name = TextField(unique=True)
    roles = TextField()
    active = BooleanField()

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        """The user's name."""
        return Described(None, values["name"])


class Link(Record):
    """Two rows that belong together, whatever their tables; read both ways."""

    topic = "links"
    from_id = IntegerField(index=True)
    to_id = IntegerField(index=True)
    kind = TextField()
    ended = BooleanField()


class Attachment(Record):
    """A file kept with a row: a scan, the signed minutes, a finalised PDF. `digest` names it in files/."""

    topic = "attachments"
    owner_id = IntegerField(index=True)
    name = TextField()
    size = IntegerField()
    digest = TextField()
    added = DateTimeField()
    ended = BooleanField()


class Entity(Model):
    """Which table an id lives in, how its row is shown, and the journal's entries on it.

    `entries` are their places in the journal, divided by commas, the oldest first: an index of the journal by row would
    be written anew with every deed, and these lie where the deed writes anyway.
    """

    id = IntegerField(primary_key=True)
    table_name = TextField()
    number = TextField(null=True)
    title = TextField()
    entries = TextField()

    class Meta:
        database = live
        legacy_table_names = False


class Counter(Model):
    """The last id given to a row, whatever its table: "id"."""

    name = TextField(primary_key=True)
    value = IntegerField()

    class Meta:
        database = live
        legacy_table_names = False


class Journal(Model):
    """What was done. The chain covers the header and `payload_hash`, so a payload may be blanked."""

    seq = IntegerField(primary_key=True)
    at = TextField()
    act = IntegerField()
    user = TextField()
    deed = TextField()
    table_name = TextField()
    row_id = IntegerField()
    number = TextField(null=True)
    payload = TextField(null=True)
    salt = TextField(null=True)
    payload_hash = TextField()
    hash = TextField()

    class Meta:
        database = live
        legacy_table_names = False


class Draft(Model):
    """Text being typed, saved every 2 s, unjournalled; it becomes a deed when the person says so."""

    key = TextField()
    user = TextField()
    content = BlobField()
    saved = DateTimeField()

    class Meta:
        database = live
        legacy_table_names = False
        indexes = ((("key", "user"), True),)


RECORDS: tuple[type[Record], ...] = (Setting, UserAccount, Link, Attachment)
PLAIN: tuple[type[Model], ...] = (Entity, Counter, Journal, Draft)
