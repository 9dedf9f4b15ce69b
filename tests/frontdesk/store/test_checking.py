"""Whatever is changed past the program is found, wherever it is changed."""

import random
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import pytest

from frontdesk.errors import DeskUnavailable
from frontdesk.store import Store, search
from frontdesk.store.connection import Connection, raw
from tests.frontdesk.store.toy import SERVE, WRITE, Note, Shelf, add_note, faults, key_of, open_toy

ROUNDS: Final = 500
NOT_VOUCHED_FOR: Final = frozenset({"draft", "setting"})
# FTS5's running sums and generations depend on its whole past: see checking.py.
_OF_THE_PAST: Final = {"search_index_data": "id > 10"}


@pytest.fixture
def worked_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, bytes]:
    """An office in which something of every kind has happened, closed; and its key. Some texts are not indexed yet."""
    monkeypatch.setattr(search, "EVERY", 16)
    store = open_toy(folder)
    with store.change(SERVE) as change:
        shelf = change.write(Shelf, {"name": "Tủ 1"})
        change.write(Shelf, {"name": "Tủ 2"})
        notes = [
            change.write(
                Note,
                {
                    "name": f"Đơn {each}",
                    "text": f"khu phố {each}",
                    "number": change.number(Note, "KN", 2026),
                    "shelf_id": shelf,
                },
                amount_vnd=each,
                hidden=f"Người gửi {each}",
            )
            for each in range(12)
        ]
        for each in range(4):
            change.link(notes[each], notes[each + 4], "petition")
            change.attach(notes[each], f"scan {each}.pdf", 5, store.vault.put(f"scan {each}".encode()))
    with store.change(WRITE) as change:
        change.amend(Note, notes[0], name="Đơn đã sửa", text="tổ dân phố 9")
        change.blank(Note, notes[1], "giữ bí mật", name="Đơn", hidden=None)
        change.note("đã xem")
    store.keep_draft("a", {"text": "nháp"})
    assert faults(store) == {}
    key = key_of(store)
    store.close()
    return folder, key


def tables(connection: Connection) -> list[str]:
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0 ORDER BY name")
    return [name for (name,) in rows if name not in NOT_VOUCHED_FOR and not name.startswith("sqlite_")]


class Vandal:
    """Changes one thing in one table, at random; `seed` tells which."""

    def __init__(self, connection: Connection, seed: int) -> None:
        self._connection = connection
        self._dice = random.Random(seed)

    def act(self) -> str:
        """Do one thing that changes what the file holds; says what, "" when the dice found nothing to do."""
        table = self._dice.choice(tables(self._connection))
        deed: Callable[[str], str] = self._dice.choice([self._remove, self._change, self._insert, self._swap])
        return deed(table)

    def _rowids(self, table: str) -> list[Any]:
        if table == "search_index_idx" or table == "search_index_config":
            key = "segid, term" if table == "search_index_idx" else "k"
            return [row for row in self._connection.execute(f"SELECT {key} FROM {table}")]
        where = _OF_THE_PAST.get(table, "1")
        return [row for row in self._connection.execute(f'SELECT rowid FROM "{table}" WHERE {where}')]

    def _where(self, table: str) -> str:
        return {"search_index_idx": "segid = ? AND term = ?", "search_index_config": "k = ?"}.get(table, "rowid = ?")

    def _columns(self, table: str) -> list[str]:
        names = [row[1] for row in self._connection.execute(f'PRAGMA table_info("{table}")')]
        return [name for name in names if (table, name) != ("search_index_docsize", "origin")]

    def _remove(self, table: str) -> str:
        rows = self._rowids(table)
        if not rows:
            return ""
        row = self._dice.choice(rows)
        self._connection.execute(f'DELETE FROM "{table}" WHERE {self._where(table)}', row)
        return f"removed {row} of {table}"

    def _change(self, table: str) -> str:
        rows = self._rowids(table)
        if not rows:
            return ""
        row, column = self._dice.choice(rows), self._dice.choice(self._columns(table))
        old = self._connection.execute(f'SELECT "{column}" FROM "{table}" WHERE {self._where(table)}', row).fetchone()[
            0
        ]
        new = self._other_than(old)
        self._connection.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE {self._where(table)}', (new, *row))
        return f"{column} of {row} of {table}: {old!r} became {new!r}"

    def _insert(self, table: str) -> str:
        rows = self._rowids(table)
        columns = self._columns(table)
        quoted = ", ".join(f'"{column}"' for column in columns)
        if rows:
            row = self._dice.choice(rows)
            values = list(
                self._connection.execute(f'SELECT {quoted} FROM "{table}" WHERE {self._where(table)}', row).fetchone()
            )
        else:
            values = [self._dice.randrange(100) for _column in columns]
        values[0] = self._other_than(values[0])
        marks = ", ".join("?" * len(values))
        self._connection.execute(f'INSERT INTO "{table}" ({quoted}) VALUES ({marks})', values)
        return f"inserted {values} into {table}"

    def _swap(self, table: str) -> str:
        rows = self._rowids(table)
        if len(rows) < 2:
            return ""
        one, two = self._dice.sample(rows, 2)
        column = self._dice.choice(self._columns(table))
        query = f'SELECT "{column}" FROM "{table}" WHERE {self._where(table)}'
        first, second = (self._connection.execute(query, row).fetchone()[0] for row in (one, two))
        if first == second or column in ("id", "seq", "rowid"):
            return ""
        update = f'UPDATE "{table}" SET "{column}" = ? WHERE {self._where(table)}'
        self._connection.execute(update, (f"on the way {self._dice.random()}", *one))
        self._connection.execute(update, (first, *two))
        self._connection.execute(update, (second, *one))
        return f"{column} of {one} and {two} of {table} changed places"

    def _other_than(self, value: Any) -> Any:
        dice = self._dice
        if isinstance(value, int):
            return dice.choice([value + 1, value - 1, value + dice.randrange(1, 1000), None, "text", b"bytes"])
        if isinstance(value, str):
            return dice.choice([value + "x", value[:-1] or "y", "", None, 7, b"bytes", value.swapcase() + " "])
        if isinstance(value, bytes) and value:
            place = dice.randrange(len(value))
            return value[:place] + bytes([value[place] ^ dice.randrange(1, 256)]) + value[place + 1 :]
        return dice.choice(["something", 5])


def test_each_of_five_hundred_changes_is_found(worked_in: tuple[Path, bytes]) -> None:
    folder, key = worked_in
    path = folder / "office.db"
    clean = path.read_bytes()
    missed = []
    done = 0
    for seed in range(10 * ROUNDS):
        said = vandalised(path, key, seed)
        if not said:
            path.write_bytes(clean)
            continue
        if not found(folder):
            missed.append(said)
        path.write_bytes(clean)
        done += 1
        if done == ROUNDS:
            break
    assert missed == []
    assert done == ROUNDS


def found(folder: Path) -> bool:
    """Whether the office cannot even be entered any more, or its check has something against it."""
    try:
        store = open_toy(folder, read_only=True)
    except DeskUnavailable:
        return True
    wrong = faults(store)
    store.close()
    return bool(wrong)


def vandalised(path: Path, key: bytes, seed: int) -> str:
    """Change one thing in the file; "" when its tables do not even take it."""
    with closing(raw(path, key)) as connection:
        connection.execute("PRAGMA foreign_keys = 0")
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("BEGIN")
        try:
            said = Vandal(connection, seed).act()
        except connection.IntegrityError:
            connection.execute("ROLLBACK")
            return ""
        connection.execute("COMMIT")
    return said


def test_many_rows_laid_down_after_a_few_are_not_suspected(store: Store) -> None:
    """Lists of one word as long as several pages are cut where their history has them cut."""
    for count in (5, 6000):
        with store.change(WRITE) as change:
            for at in range(count):
                change.write(
                    Note, {"name": f"Người Thử {chr(65 + at % 26)}{chr(65 + at // 26 % 26)}", "text": f"sinh {at}"}
                )
    assert faults(store) == {}


@pytest.mark.parametrize("seed", range(3))
def test_an_honest_history_is_never_suspected(store: Store, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "EVERY", (1, 5, search.EVERY)[seed])
    dice = random.Random(seed)
    notes: list[int] = []
    for _deed in range(60):
        with store.change(WRITE) as change:
            for _each in range(dice.choice([1, 2, 30, 150])):
                text = " ".join(str(dice.randrange(500)) for _word in range(dice.choice([2, 10, 80])))
                kind = dice.random()
                if notes and kind < 0.3:
                    change.amend(Note, dice.choice(notes), text=text)
                elif notes and kind < 0.33:
                    change.blank(Note, dice.choice(notes), "giữ bí mật", text=None)
                elif notes and kind < 0.36:
                    change.link(dice.choice(notes), dice.choice(notes), "petition")
                else:
                    notes.append(change.write(Note, {"name": f"Đơn {dice.randrange(99)}", "text": text}))
    assert faults(store) == {}


@pytest.mark.parametrize(
    ("statement", "subject"),
    [
        ("DELETE FROM search_index_idx WHERE segid > 0", "the search index"),
        ("UPDATE journal SET seq = -5 WHERE seq = 1", "the journal's chain"),
        (
            "INSERT INTO journal SELECT 0, at, act, user, deed, table_name, row_id, number, payload, salt, "
            "payload_hash, hash FROM journal WHERE seq = 1",
            "the journal's chain",
        ),
        ("PRAGMA user_version = 0", "the file's version"),
        ("CREATE TRIGGER late AFTER UPDATE ON note BEGIN DELETE FROM journal; END", "the file's tables"),
        ("DROP INDEX note_shelf_id", "the file's tables"),
        ("UPDATE note SET shelf_id = 4711 WHERE shelf_id IS NOT NULL", "references between tables"),
        ("UPDATE counter SET value = value + 1 WHERE name = 'id'", "numbers without gaps"),
        ("UPDATE entity SET title = 'khác' WHERE table_name = 'note'", "titles and numbers of rows"),
        ("INSERT INTO counter VALUES ('HN-2026', 7)", "numbers without gaps"),
    ],
)
def test_what_is_wrong_is_told_under_its_subject(worked_in: tuple[Path, bytes], statement: str, subject: str) -> None:
    folder, _key = worked_in
    store = open_toy(folder)
    connection = Note._meta.database.connection()
    connection.execute("PRAGMA foreign_keys = 0")
    connection.execute(statement)
    assert subject in faults(store)
    store.close()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM search_index WHERE rowid = (SELECT MIN(id) FROM note)",
        "INSERT INTO search_index (rowid, topic, text) SELECT MAX(id), 'notes', 'don so 5' FROM note",
        "INSERT INTO search_index (rowid, topic, text) VALUES (4711, 'notes', 'khac')",
        "DELETE FROM search_index WHERE rowid = (SELECT id FROM note WHERE name = 'Sửa sau')",
    ],
)
def test_the_index_must_be_as_the_journal_says_that_it_was_last_taken_in(
    folder: Path, statement: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "EVERY", 8)
    store = open_toy(folder)
    notes = [add_note(store, f"Đơn số {each}") for each in range(20)]
    with store.change(WRITE) as change:
        change.amend(Note, notes[3], name="Sửa sau")
    assert faults(store) == {}
    Note._meta.database.connection().execute(statement)
    assert "the search index" in faults(store)
    store.close()


@pytest.mark.parametrize("statement", ["entries = entries || ',1'", "entries = '1'", "entries = ''", "number = '7'"])
def test_where_the_history_of_a_row_lies_is_vouched_for(store: Store, statement: str) -> None:
    note = add_note(store, "Đơn")
    add_note(store, "Đơn khác")
    Note._meta.database.connection().execute(f"UPDATE entity SET {statement} WHERE id = {note}")
    assert "titles and numbers of rows" in faults(store)


def test_a_flipped_byte_in_any_page_is_found(worked_in: tuple[Path, bytes]) -> None:
    folder, _key = worked_in
    path = folder / "office.db"
    clean = path.read_bytes()
    dice = random.Random(7)
    for page in range(len(clean) // 4096):
        place = page * 4096 + dice.randrange(4096)
        path.write_bytes(clean[:place] + bytes([clean[place] ^ 1 << dice.randrange(8)]) + clean[place + 1 :])
        assert found(folder), page


def test_many_faults_are_named_a_few_and_counted(store: Store) -> None:
    for each in range(8):
        add_note(store, f"Đơn {each}")
    Note.update(name="Khác").execute()
    said = faults(store)["rows against the journal"]
    assert said.count("is not as journalled") == 5
    assert said.endswith("and 3 more")
