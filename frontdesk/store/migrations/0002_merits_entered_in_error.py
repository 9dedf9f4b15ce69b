"""Courses, good models, their copies and study visits entered in error can be withdrawn, with the reason."""

from typing import Any

from peewee import DateField, TextField


def up(migrator: Any, _db: Any) -> None:
    """Add columns in which nothing is recorded yet."""
    for table in ("course", "good_model", "model_copy", "study_visit"):
        migrator.migrate(
            migrator.add_column(table, "withdrawn", DateField(null=True)),
            migrator.add_column(table, "withdrawn_why", TextField(null=True)),
        )
