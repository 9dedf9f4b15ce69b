"""Bringing an older file up to date, on a copy, or not at all."""

import shutil
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from frontdesk.errors import DeskUnavailable, Trouble
from frontdesk.store import migrate, schema
from frontdesk.store.connection import raw
from frontdesk.store.model import PLAIN, RECORDS
from tests.frontdesk.store.toy import MODELS, Note, Shelf, add_note, contents, key_of, names, open_toy

NOW = datetime(2027, 1, 4, 9, 0)
ADD_COLOUR = """
from peewee import TextField

def up(migrator, db):
    migrator.migrate(migrator.add_column("note", "colour", TextField(null=True)))
"""
ADD_TABLE = """
def up(migrator, db):
    db.execute_sql('CREATE TABLE "tag" ("id" INTEGER NOT NULL PRIMARY KEY, "name" TEXT NOT NULL)')
    db.execute_sql('CREATE UNIQUE INDEX "tag_name" ON "tag" ("name")')
"""
FAIL = """
def up(migrator, db):
    db.execute_sql("UPDATE note SET name = 'half done'")
    db.execute_sql("ALTER TABLE nowhere ADD COLUMN x TEXT")
"""
ORPHAN = """
def up(migrator, db):
    db.execute_sql("UPDATE note SET shelf_id = 4711")
"""


@pytest.fixture
def steps(tmp_path: Path) -> Path:
    """A folder for the steps of a later program, with those of today's."""
    folder = tmp_path / "steps"
    folder.mkdir()
    for step in migrate.DIRECTORY.glob("[0-9]*.py"):
        shutil.copy(step, folder)
    return folder


@pytest.fixture
def worked_in(folder: Path) -> Path:
    """An office of today's schema with a note in it, closed."""
    store = open_toy(folder)
    add_note(store, "Họp", number="KN-2026-0001")
    store.close()
    return folder


def sums(folder: Path) -> dict[str, str]:
    """The office's own files, backups aside."""
    return {name: digest for name, digest in contents(folder).items() if name.startswith("office.")}


def test_an_older_file_is_backed_up_and_brought_up_to_date(worked_in: Path, steps: Path) -> None:
    before = (worked_in / "office.db").read_bytes()
    (steps / "9001_colour.py").write_text(ADD_COLOUR)
    (steps / "9002_tag.py").write_text(ADD_TABLE)
    store = open_toy(worked_in, steps=steps)
    assert names() == ["Họp"]
    connection = Note._meta.database.connection()
    assert migrate.version_of(connection) == migrate.version() + 2
    assert [step[1] for step in migrate.steps_taken(connection)][-2:] == ["9001_colour", "9002_tag"]
    assert len(store.backups()) == 1
    assert store.backups()[0].manifest.schema == migrate.version()
    key = key_of(store)
    store.close()
    with closing(raw(store.backups()[0].folder / "office.db", key, immutable=True)) as backup:
        assert backup.execute("SELECT name FROM note").fetchall() == [("Họp",)]
    assert (worked_in / "office.db").read_bytes() != before
    assert not list(worked_in.glob("*.upgrading*"))


def test_opening_again_takes_no_step_twice(worked_in: Path, steps: Path) -> None:
    (steps / "9001_colour.py").write_text(ADD_COLOUR)
    open_toy(worked_in, steps=steps).close()
    before = (worked_in / "office.db").read_bytes()
    store = open_toy(worked_in, steps=steps)
    assert len(store.backups()) == 1
    store.close()
    assert (worked_in / "office.db").read_bytes() == before


@pytest.mark.parametrize("third", [FAIL, ORPHAN, "def up(migrator, db):\n    raise LookupError('no')\n", "up = 1 +"])
def test_a_third_step_that_fails_leaves_the_file_as_it_was_and_says_so(
    worked_in: Path, steps: Path, third: str
) -> None:
    before = sums(worked_in)
    (steps / "9001_colour.py").write_text(ADD_COLOUR)
    (steps / "9002_tag.py").write_text(ADD_TABLE)
    (steps / "9003_third.py").write_text(third)
    with pytest.raises(DeskUnavailable, match="left as it was") as refused:
        open_toy(worked_in, steps=steps)
    assert refused.value.trouble is Trouble.DAMAGED
    assert sums(worked_in) == before
    (steps / "9003_third.py").unlink()
    store = open_toy(worked_in, steps=steps)
    assert names() == ["Họp"]
    store.close()


def test_an_older_file_is_not_upgraded_by_reading_it(worked_in: Path, steps: Path) -> None:
    (steps / "9001_colour.py").write_text(ADD_COLOUR)
    with pytest.raises(DeskUnavailable, match="older version") as refused:
        open_toy(worked_in, steps=steps, read_only=True)
    assert refused.value.trouble is Trouble.READ_ONLY


def test_a_newer_file_is_refused(worked_in: Path, steps: Path) -> None:
    (steps / "9001_colour.py").write_text(ADD_COLOUR)
    open_toy(worked_in, steps=steps).close()
    before = sums(worked_in)
    (steps / "9001_colour.py").unlink()
    for read_only in (False, True):
        with pytest.raises(DeskUnavailable, match="newer") as refused:
            open_toy(worked_in, steps=steps, read_only=read_only)
        assert refused.value.trouble is Trouble.NEWER
    assert sums(worked_in) == before


def test_what_was_not_yet_folded_back_is_upgraded_too(worked_in: Path, steps: Path) -> None:
    store = open_toy(worked_in)
    key = key_of(store)
    add_note(store, "Còn trong nhật ký ghi")
    kept = {name: (worked_in / name).read_bytes() for name in ("office.db", "office.db-wal")}
    store.close()
    for name, content in kept.items():
        (worked_in / name).write_bytes(content)
    (steps / "9001_colour.py").write_text(ADD_COLOUR)
    migrate.upgrade(worked_in / "office.db", key, NOW, steps)
    with closing(raw(worked_in / "office.db", key)) as connection:
        assert [row[0] for row in connection.execute("SELECT name FROM note")] == ["Họp", "Còn trong nhật ký ghi"]
        assert connection.execute("SELECT at, deed FROM journal ORDER BY seq DESC").fetchone() == (
            "2027-01-04 09:00:00",
            "store.upgrade",
        )


def shape(path: Path, key: bytes) -> schema.Schema:
    with closing(raw(path, key, read_only=True)) as connection:
        return schema.of(connection)


def test_a_fresh_file_is_what_the_models_ask_for(worked_in: Path) -> None:
    store = open_toy(worked_in)
    key = key_of(store)
    store.close()
    wanted = schema.wanted([*PLAIN, *RECORDS, *MODELS], migrate.DIRECTORY)
    assert schema.differences(shape(worked_in / "office.db", key), wanted) == []


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("CREATE TABLE extra (x)", "table extra does not belong here"),
        ("CREATE VIEW extra AS SELECT 1", "view extra does not belong here"),
        (
            "CREATE TRIGGER extra AFTER INSERT ON note BEGIN DELETE FROM journal; END",
            "trigger extra does not belong here",
        ),
        ("CREATE INDEX extra ON note (name)", "index extra does not belong here"),
        ("DROP INDEX shelf_name", "index shelf_name is missing"),
        ("DROP TABLE link", "table link is missing"),
        ("ALTER TABLE note ADD COLUMN extra TEXT", "table note is not as it was made"),
        ("ALTER TABLE note DROP COLUMN faith", "table note is not as it was made"),
        ("DROP INDEX shelf_name; CREATE INDEX shelf_name ON shelf (name)", "index shelf_name is not as it was made"),
    ],
)
def test_every_other_shape_is_named(worked_in: Path, statement: str, said: str) -> None:
    store = open_toy(worked_in)
    key = key_of(store)
    store.close()
    with closing(raw(worked_in / "office.db", key)) as connection:
        connection.executescript(statement)
    wanted = schema.wanted([*PLAIN, *RECORDS, *MODELS], migrate.DIRECTORY)
    assert said in schema.differences(shape(worked_in / "office.db", key), wanted)


def test_a_column_added_by_a_step_counts_like_one_made_at_once(worked_in: Path, tmp_path: Path) -> None:
    store = open_toy(worked_in)
    key = key_of(store)
    store.close()
    for name, statement in {
        "stepped": "ALTER TABLE shelf ADD COLUMN colour TEXT",
        "fresh": (
            'DROP TABLE note; DROP TABLE shelf; CREATE TABLE shelf (colour TEXT, "id" INTEGER NOT NULL PRIMARY KEY, '
            '"revision" INTEGER NOT NULL, "name" TEXT NOT NULL); CREATE UNIQUE INDEX shelf_name ON shelf (name)'
        ),
    }.items():
        (tmp_path / name).write_bytes((worked_in / "office.db").read_bytes())
        with closing(raw(tmp_path / name, key)) as connection:
            connection.executescript(statement)
    shelf = ("table", Shelf._meta.table_name)
    assert shape(tmp_path / "stepped", key)[shelf] == shape(tmp_path / "fresh", key)[shelf]
