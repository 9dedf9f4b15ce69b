"""Day totals are added up from vouchers and journalled no more, texts wait to be indexed: a deed writes fewer pages."""

from typing import Any, Final

from peewee import CompositeKey, DateField, ForeignKeyField, IntegerField, Model, TextField

_SIDES: Final = "kind, fund_id, debit_id, credit_id"
_DROPPED: Final = (
    "journal_act", "voucher_number", "voucher_seal_no", "voucher_status_day", "voucher_day_id_status",
    "voucher_amount_vnd_id_status", "voucher_debit_id_day_seal_no_amount_vnd",
    "voucher_credit_id_day_seal_no_amount_vnd",
)  # fmt: skip
_MADE: Final = (
    "UNIQUE INDEX voucher_number ON voucher (number) WHERE number IS NOT NULL",
    "UNIQUE INDEX voucher_seal_no ON voucher (seal_no) WHERE seal_no IS NOT NULL",
    "INDEX voucher_status_day ON voucher (status, day) WHERE status <> 'posted'",
    "INDEX voucher_debit_id_day_amount_vnd ON voucher (debit_id, day, amount_vnd)",
    "INDEX voucher_credit_id_day_amount_vnd ON voucher (credit_id, day, amount_vnd)",
    f"INDEX voucher_day_id_kind_fund_id_debit_id_credit_id ON voucher (day, id, {_SIDES})",
    f"INDEX voucher_amount_vnd_id_kind_fund_id_debit_id_credit_id_day ON voucher (amount_vnd, id, {_SIDES}, day)",
)


class Ledger(Model):
    """The table referred to, as it is called at this step."""

    id = IntegerField(primary_key=True)


class DayTotal(Model):
    """The table as it is from this step on."""

    ledger = ForeignKeyField(Ledger, index=False)
    day = DateField()
    in_vnd = IntegerField()
    out_vnd = IntegerField()

    class Meta:
        table_name = "day_total"
        primary_key = CompositeKey("ledger", "day")
        without_rowid = True


class Unindexed(Model):
    """The new table as it is at this step."""

    id = IntegerField(primary_key=True)
    topic = TextField()
    text = TextField()

    class Meta:
        table_name = "unindexed"


def up(_migrator: Any, db: Any) -> None:
    """Lay the day totals down without ids, and leave out what indexes hold of nearly every row alike."""
    Unindexed.bind(db)
    db.create_tables([Unindexed])
    db.execute_sql("ALTER TABLE day_total RENAME TO day_total_with_ids")
    DayTotal.bind(db)
    db.create_tables([DayTotal])
    db.execute_sql("INSERT INTO day_total SELECT ledger_id, day, in_vnd, out_vnd FROM day_total_with_ids")
    db.execute_sql("DROP TABLE day_total_with_ids")
    db.execute_sql("DELETE FROM entity WHERE table_name = 'day_total'")
    for index in _DROPPED:
        db.execute_sql(f"DROP INDEX {index}")
    for index in _MADE:
        db.execute_sql(f"CREATE {index}")
