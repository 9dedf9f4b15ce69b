"""Petitions whose sender is not satisfied, and those entered by mistake, are found without looking at all others;
those of a kind or field are counted without looking at what else is known of them.
"""

from typing import Any, Final

_COLUMNS: Final = (
    "received, number_key, due, sender_key, status, kind, field, area_id, agency_id, settled, closed_as"
)  # fmt: skip


def up(migrator: Any, db: Any) -> None:
    """Make their indexes."""
    db.execute_sql(f"CREATE INDEX petition_dissatisfied ON petition ({_COLUMNS}) WHERE satisfied = 0")
    db.execute_sql(f"CREATE INDEX petition_mistaken ON petition ({_COLUMNS}) WHERE closed_as = 'mistaken'")
    db.execute_sql("CREATE INDEX petition_tally ON petition (kind, field, status, closed_as)")
