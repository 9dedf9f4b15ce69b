"""The list of people finds who serves, and its numbers and sexes, in indexes alone; three that others begin with go."""

from typing import Any

MADE = {
    "person_withdrawn": '"person" ("withdrawn")',
    "person_withdrawn_sex_sort_key": '"person" ("withdrawn", "sex", "sort_key")',
    "membership_person_id_withdrawn_until_since": '"membership" ("person_id", "withdrawn", "until", "since")',
}
DROPPED = ("membership_person_id", "membership_body_id", "membership_area_id")


def up(migrator: Any, db: Any) -> None:
    """Make and drop the indexes; no row changes."""
    for name, columns in MADE.items():
        db.execute_sql(f'CREATE INDEX "{name}" ON {columns}')
    for name in DROPPED:
        db.execute_sql(f'DROP INDEX "{name}"')
