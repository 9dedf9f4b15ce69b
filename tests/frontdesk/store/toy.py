"""A toy office: two tables of no slice, the deeds that write them, and what tests ask of a file."""

import hashlib
import shutil
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from peewee import BooleanField, DateField, ForeignKeyField, IntegerField, TextField

from frontdesk.store import BOOKKEEPERS, CLERKS, EVERYBODY, Cost, Deed, Described, Record, Store, check, open_store

USER: Final = "Lê Ngọc Thảo"
PASSPHRASE: Final = "một mật khẩu dài"
QUICK: Final = Cost(memory_kib=8, passes=1)
MONDAY: Final = datetime(2026, 6, 22, 8, 0)


class Shelf(Record):
    """Something that notes can point to."""

    topic = "shelves"
    name = TextField(unique=True)


class Note(Record):
    """A row with a column of every kind that the slices use."""

    topic = "notes"
    searchable = ("name", "text")
    secret = ("hidden",)
    sensitive = ("faith",)
    number = TextField(null=True, unique=True)
    name = TextField()
    text = TextField(null=True)
    hidden = TextField(null=True)
    faith = TextField(null=True)
    day = DateField(null=True)
    amount_vnd = IntegerField(null=True)
    done = BooleanField(default=False)
    shelf = ForeignKeyField(Shelf, null=True)

    @classmethod
    def describe(cls, values: Mapping[str, Any]) -> Described:
        return Described(values["number"], values["name"])


MODELS: Final = (Shelf, Note)
WRITE: Final = Deed("notes.write", CLERKS, "write a note")
TICK: Final = Deed("notes.tick", CLERKS, "tick a note off")
SERVE: Final = Deed("users.serve", EVERYBODY, "let somebody in or out")
BOOK: Final = Deed("notes.book", BOOKKEEPERS, "book a note")


class SetClock:
    """A clock that tells the time it was set to."""

    def __init__(self, moment: datetime = MONDAY) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


def open_toy(folder: Path, **more: Any) -> Store:
    """The toy office in `folder`, opened by its first user unless `more` says otherwise."""
    return open_store(folder, **{"user": USER, "passphrase": PASSPHRASE, "clock": SetClock(), **more})


def add_note(store: Store, name: str = "Họp giao ban", **columns: Any) -> int:
    """One note in a deed of its own."""
    with store.change(WRITE) as change:
        return change.write(Note, {"name": name, **columns})


def names() -> list[str]:
    """The names of all notes, oldest first."""
    return [note.name for note in Note.select().order_by(Note.id)]


def faults(store: Store) -> dict[str, str]:
    """What `check` has against the toy office, by subject."""
    return {finding.subject: finding.fault for finding in check(store, MODELS) if finding.fault is not None}


def key_of(store: Store) -> bytes:
    """The file key of an open office: a test may look behind the door."""
    return store._key


def copied(folder: Path, target: Path) -> Path:
    """A copy of an office, to be spoiled."""
    return Path(shutil.copytree(folder, target))


def contents(folder: Path) -> dict[str, str]:
    """Every file of a folder by its hash, but for the lock and the empty log that reading leaves."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith((".lock", "-shm")) and path.stat().st_size
    }
