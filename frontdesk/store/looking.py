"""A look into a backup before it takes the place of what is here: whether it is whole, and what would change."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from frontdesk.store import backup, restoring
from frontdesk.store.backup import DATABASE_NAME
from frontdesk.store.connection import raw, told
from frontdesk.store.manifest import BackupRow


@dataclass(frozen=True)
class BackupLook:
    """What a backup holds beside what is here now.

    `faults`: why it cannot be restored, () when it can; then the rest says nothing. `then` and `now`: rows by table.
    `last_user` and `last_at`: who did the last deed it holds, and when. `users`: who could sign in, in their order.
    `deeds_since`: how many deeds of today's journal it does not hold; None: it is not of this journal's past.
    """

    row: BackupRow
    faults: tuple[str, ...]
    then: Mapping[str, int]
    now: Mapping[str, int]
    last_user: str = ""
    last_at: datetime | None = None
    users: tuple[str, ...] = ()
    deeds_since: int | None = None


def look(chosen: BackupRow, key: bytes, folder: Path) -> BackupLook:
    """Look into a backup of the office in `folder`. Reads only, also from a write-protected stick."""
    faults = tuple(backup.verify(chosen, key))
    then = chosen.manifest.totals
    with told(), closing(raw(folder / DATABASE_NAME, key, read_only=True)) as connection:
        now = backup.totals(connection)
        head = chosen.manifest.head
        found = connection.execute("SELECT hash FROM journal WHERE seq = ?", (head.seq,)).fetchone()
        since = None
        if found == (head.hash,):
            query = "SELECT count(DISTINCT act) FROM journal WHERE seq > ?"
            since = connection.execute(query, (head.seq,)).fetchone()[0]
    if faults:
        return BackupLook(chosen, faults, then, now, deeds_since=since)
    path = chosen.folder / DATABASE_NAME
    with told(), closing(raw(path, key, read_only=True, immutable=True)) as connection:
        user, at = connection.execute('SELECT "user", at FROM journal ORDER BY seq DESC LIMIT 1').fetchone()
    users = tuple(restoring.accounts(path, key, immutable=True))
    return BackupLook(chosen, (), then, now, str(user), datetime.fromisoformat(at), users, since)
