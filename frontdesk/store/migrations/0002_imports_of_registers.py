"""A register of petitions that was read in is noted, so that it can be undone as a whole."""

from typing import Any

from peewee import DateTimeField, IntegerField, Model, TextField


class RegisterImport(Model):
    """The new table as it is at this step."""

    id = IntegerField(primary_key=True)
    revision = IntegerField()
    file = TextField()
    act = IntegerField()
    at = DateTimeField()
    user = TextField()
    added = IntegerField()
    updated = IntegerField()
    undone = DateTimeField(null=True)

    class Meta:
        table_name = "register_import"


def up(migrator: Any, db: Any) -> None:
    """Make the table, empty."""
    RegisterImport.bind(db)
    db.create_tables([RegisterImport])
