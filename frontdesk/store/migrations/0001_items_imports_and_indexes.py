"""Entries of a meeting belong to items of its agenda; a register read in can be undone; long lists have indexes."""

from typing import Any, Final

from peewee import AutoField, DateTimeField, ForeignKeyField, IntegerField, Model, TextField

_PETITION: Final = "received, number_key, due, sender_key, status, kind, field, area_id, agency_id, settled, closed_as"
_MADE: Final = (
    'person_withdrawn" ON "person" ("withdrawn")',
    'person_withdrawn_sex_sort_key" ON "person" ("withdrawn", "sex", "sort_key")',
    'membership_person_id_withdrawn_until_since" ON "membership" ("person_id", "withdrawn", "until", "since")',
    f'petition_dissatisfied" ON petition ({_PETITION}) WHERE satisfied = 0',
    f"petition_mistaken\" ON petition ({_PETITION}) WHERE closed_as = 'mistaken'",
    'petition_tally" ON petition (kind, field, status, closed_as)',
)
_DROPPED: Final = ("membership_person_id", "membership_body_id", "membership_area_id")
"""Others begin with the same column."""


class AgendaItem(Model):
    """The table referred to, as it is called at this step."""

    id = AutoField()

    class Meta:
        table_name = "meeting_agenda_item"


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
    """Add columns that nothing is recorded in yet, an empty table, and indexes; no row changes."""
    for table in ("meeting_paper_read", "meeting_opinion", "meeting_vote"):
        item = ForeignKeyField(AgendaItem, field=AgendaItem.id, null=True)
        migrator.migrate(migrator.add_column(table, "item_id", item))
    migrator.migrate(migrator.add_column("meeting_delegate", "speaks", IntegerField(null=True)))
    RegisterImport.bind(db)
    db.create_tables([RegisterImport])
    for index in _MADE:
        db.execute_sql(f'CREATE INDEX "{index}')
    for name in _DROPPED:
        db.execute_sql(f'DROP INDEX "{name}"')
