"""One computer at a time: who has the office open, and saying so to whoever comes second.

The holder's note is encrypted like everything else: a name left behind by a power cut tells a thief nothing.
"""

import getpass
import json
import platform
import secrets
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from filelock import FileLock, Timeout

from frontdesk.errors import DeskUnavailable, Trouble
from frontdesk.messages import _
from frontdesk.store.keys import derived, replace_file

LOCK_NAME: Final = "office.lock"
HOLDER_NAME: Final = "office.holder"
_NONCE_BYTES: Final = 12


@dataclass(frozen=True)
class Holder:
    """Who has the office open: desk user, computer, and since when, as people write it (local, to the minute)."""

    user: str
    computer: str
    since: str


class OfficeLock:
    """The lock on an office's folder; the system drops it when the program dies.

    `key` reads and writes the holder's note; without it the holder stays unnamed.
    """

    def __init__(self, folder: Path, key: bytes = b"") -> None:
        self._folder = folder
        self._key = key
        self._lock = FileLock(folder / LOCK_NAME, timeout=0, thread_local=False)

    def take(self) -> None:
        """Take the lock, or raise DeskUnavailable naming the holder."""
        try:
            self._lock.acquire()
        except Timeout:
            raise DeskUnavailable(Trouble.LOCKED, _held_by(holder(self._folder, self._key))) from None

    def note(self, user: str, now: datetime) -> None:
        """Leave word of who holds the office, for whoever comes second."""
        content = Holder(user, platform.node() or getpass.getuser(), f"{now:%d/%m/%Y %H:%M}")
        nonce = secrets.token_bytes(_NONCE_BYTES)
        replace_file(
            self._folder / HOLDER_NAME,
            nonce + _cipher(self._key).encrypt(nonce, json.dumps(asdict(content)).encode(), None),
        )

    def release(self) -> None:
        """Give the office free."""
        if self._lock.is_locked:
            try:
                (self._folder / HOLDER_NAME).unlink(missing_ok=True)
            finally:
                self._lock.release()


def holder(folder: Path, key: bytes) -> Holder | None:
    """Who says to have the office open; None when nobody does or the note cannot be read."""
    try:
        boxed = (folder / HOLDER_NAME).read_bytes()
        return Holder(**json.loads(_cipher(key).decrypt(boxed[:_NONCE_BYTES], boxed[_NONCE_BYTES:], None)))
    except (OSError, ValueError, TypeError, InvalidTag):
        return None


def _cipher(key: bytes) -> AESGCM:
    return AESGCM(derived(key, "holder"))


def _held_by(found: Holder | None) -> str:
    if found is None:
        return _("The office is open in another window. Close it there, then try again.")
    return _(
        "The office is open: {user} on computer {computer}, since {since}. Close it there, then try again; "
        "it can be opened read-only meanwhile."
    ).format(user=found.user, computer=found.computer, since=found.since)
