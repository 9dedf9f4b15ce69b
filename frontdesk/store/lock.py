"""One computer at a time: who has the office open, and saying so to whoever comes second."""

import getpass
import json
import platform
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from frontdesk.errors import DeskUnavailable, Trouble
from frontdesk.messages import _
from frontdesk.store.keys import replace_file

LOCK_NAME: Final = "office.lock"
HOLDER_NAME: Final = "office.holder"


@dataclass(frozen=True)
class Holder:
    """Who has the office open: desk user, computer, and since when (local, to the minute)."""

    user: str
    computer: str
    since: str


class OfficeLock:
    """The lock on an office's folder; the system drops it when the program dies."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = FileLock(folder / LOCK_NAME, timeout=0, thread_local=False)

    def take(self) -> None:
        """Take the lock, or raise DeskUnavailable naming the holder."""
        try:
            self._lock.acquire()
        except Timeout:
            raise DeskUnavailable(Trouble.LOCKED, _held_by(holder(self._folder))) from None

    def note(self, user: str, now: datetime) -> None:
        """Leave word of who holds the office, for whoever comes second."""
        content = Holder(user, platform.node() or getpass.getuser(), now.isoformat(sep=" ", timespec="minutes"))
        replace_file(self._folder / HOLDER_NAME, json.dumps(asdict(content), ensure_ascii=False).encode())

    def release(self) -> None:
        """Give the office free."""
        if self._lock.is_locked:
            (self._folder / HOLDER_NAME).unlink(missing_ok=True)
            self._lock.release()


def holder(folder: Path) -> Holder | None:
    """Who says to have the office open; None when nobody does or the note cannot be read."""
    try:
        return Holder(**json.loads((folder / HOLDER_NAME).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _held_by(found: Holder | None) -> str:
    if found is None:
        return _("The office is open in another window. Close it there, then try again.")
    return _(
        "The office is open: {user} on computer {computer}, since {since}. Close it there, then try again; "
        "it can be opened read-only meanwhile."
    ).format(user=found.user, computer=found.computer, since=found.since)
