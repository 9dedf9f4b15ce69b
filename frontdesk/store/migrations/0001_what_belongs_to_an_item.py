"""Papers, opinions and votes of a meeting belong to an item of its agenda; delegates stand in an order of speaking."""

from typing import Any

from peewee import AutoField, ForeignKeyField, IntegerField, Model


class AgendaItem(Model):
    """The table referred to, as it is called at this step."""

    id = AutoField()

    class Meta:
        table_name = "meeting_agenda_item"


def up(migrator: Any, db: Any) -> None:
    """Add the columns, none of them recorded."""
    for table in ("meeting_paper_read", "meeting_opinion", "meeting_vote"):
        item = ForeignKeyField(AgendaItem, field=AgendaItem.id, null=True)
        migrator.migrate(migrator.add_column(table, "item_id", item))
    migrator.migrate(migrator.add_column("meeting_delegate", "speaks", IntegerField(null=True)))
