"""A row's journal entries are kept with its title, numbers are found and counted in their own tables, and the journal
tells what is not indexed yet: a deed writes five pages less.
"""

from typing import Any

from peewee import IntegerField, Model, TextField


class Entity(Model):
    """The table as it is from this step on."""

    id = IntegerField(primary_key=True)
    table_name = TextField()
    number = TextField(null=True)
    title = TextField()
    entries = TextField()

    class Meta:
        table_name = "entity"


def up(_migrator: Any, db: Any) -> None:
    """Gather the entries of each row, the oldest first, and take in what waits to be indexed."""
    db.execute_sql("DELETE FROM search_index WHERE rowid IN (SELECT id FROM unindexed)")
    db.execute_sql(
        "INSERT INTO search_index (rowid, topic, text) SELECT id, topic, text FROM unindexed WHERE text <> ''"
    )
    db.execute_sql("DROP TABLE unindexed")
    for index in ("voucher_seal_no", "voucher_status_day"):
        db.execute_sql(f"DROP INDEX {index}")
    db.execute_sql("CREATE UNIQUE INDEX voucher_place ON voucher (coalesce(seal_no, 1000000000000 + id))")
    db.execute_sql("CREATE INDEX voucher_reversed ON voucher (id) WHERE status = 'reversed'")
    db.execute_sql("DELETE FROM counter WHERE name <> 'id'")
    db.execute_sql("DROP INDEX entity_number")
    db.execute_sql("ALTER TABLE entity RENAME TO entity_without_entries")
    Entity.bind(db)
    db.create_tables([Entity])
    db.execute_sql(
        "INSERT INTO entity SELECT id, table_name, number, title, "
        "(SELECT group_concat(seq, ',' ORDER BY seq) FROM journal WHERE row_id = entity_without_entries.id) "
        "FROM entity_without_entries"
    )
    db.execute_sql("DROP TABLE entity_without_entries")
    db.execute_sql("DROP INDEX journal_row_id")
