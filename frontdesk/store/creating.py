"""Making an office."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from peewee import Model

from frontdesk.errors import Trouble
from frontdesk.messages import mark
from frontdesk.store import keys, migrate
from frontdesk.store.backup import DATABASE_NAME
from frontdesk.store.change import Change
from frontdesk.store.clock import Clock, SystemClock, refuse_wrong
from frontdesk.store.connection import database, told, unavailable
from frontdesk.store.deed import EVERYBODY, Deed, Role
from frontdesk.store.keys import Cost, Head, Keys
from frontdesk.store.model import PLAIN, RECORDS, UserAccount, live

UNFINISHED: Final = "office.unfinished"
CREATE_OFFICE: Final = Deed("store.create", EVERYBODY, mark("make the office"))


def create(
    folder: Path,
    user: str,
    passphrase: str,
    models: Sequence[type[Model]],
    *,
    clock: Clock | None = None,
    cost: Cost | None = None,
    first: Callable[[Change], None] | None = None,
) -> str:
    """Make an office in an empty or new `folder` and return its recovery code, to be printed once.

    `first` writes the first rows (who we are) in the same transaction as the first user, who is quản trị.
    There is a whole office in the folder afterwards, or none.
    """
    clock = clock or SystemClock()
    refuse_wrong(clock)
    if folder.exists() and not _empty(folder):
        raise unavailable(Trouble.NOT_EMPTY)
    held, key, code = keys.make(user, passphrase, cost or Cost())
    with told():
        _make(folder, key, held, user, models, clock, first)
    return code


def _make(
    folder: Path,
    key: bytes,
    held: Keys,
    user: str,
    models: Sequence[type[Model]],
    clock: Clock,
    first: Callable[[Change], None] | None,
) -> None:
    made = not folder.exists()
    unfinished = folder / UNFINISHED
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    try:
        head = _laid_out(unfinished / DATABASE_NAME, key, user, models, clock, first)
        keys.save(unfinished, replace(held, head=head))
        # The keys last: without them the folder counts as holding no office.
        for name in (DATABASE_NAME, keys.FILE_NAME):
            (unfinished / name).replace(folder / name)
        unfinished.rmdir()
        keys.sync_folder(folder)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        (folder / DATABASE_NAME).unlink(missing_ok=True)
        if made:
            folder.rmdir()
        raise


def _empty(folder: Path) -> bool:
    """Whether an office may be made here: nothing lies there but what an interrupted try left."""
    return folder.is_dir() and all(entry.name == UNFINISHED for entry in folder.iterdir())


def _laid_out(
    path: Path,
    key: bytes,
    user: str,
    models: Sequence[type[Model]],
    clock: Clock,
    first: Callable[[Change], None] | None,
) -> Head:
    live.initialize(database(path, key))
    live.connect()
    try:
        migrate.lay_out([*PLAIN, *RECORDS, *models])
        with live.atomic("IMMEDIATE"):
            change = Change(live.connection(), clock, user, CREATE_OFFICE)
            change.vouch_for_steps(migrate.steps_taken(live.connection()))
            change.write(UserAccount, {"name": user, "roles": Role.ADMINISTRATOR, "active": True})
            if first is not None:
                first(change)
            return change.finish()
    finally:
        live.close()
