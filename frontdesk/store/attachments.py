"""Files kept with rows, each encrypted under a key of the office, named by its content, never changed."""

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from frontdesk.errors import DeskUnavailable, RuleBroken, Trouble
from frontdesk.messages import _
from frontdesk.store.connection import unavailable
from frontdesk.store.keys import derived, replace_file
from frontdesk.store.model import Attachment

FOLDER_NAME: Final = "files"
LARGEST_BYTES: Final = 200_000_000
_NONCE_BYTES: Final = 12


@dataclass(frozen=True)
class AttachmentRow:
    """A file of a row. `size` in bytes of the plain file."""

    id: int
    owner_id: int
    name: str
    size: int
    digest: str
    added: datetime


class Vault:
    """The folder `files/` of an office."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._folder = folder / FOLDER_NAME
        self._cipher = AESGCM(derived(key, "files"))
        self._naming = derived(key, "names of files")

    def put(self, content: bytes) -> str:
        """Keep `content`, flushed to the disk, and return the digest it is found by; twice the same is kept once."""
        if len(content) > LARGEST_BYTES:
            raise RuleBroken(
                "store.file.too_large",
                _("The file is larger than {limit} MB. Scan it again at a lower resolution.").format(
                    limit=LARGEST_BYTES // 1_000_000
                ),
                "file",
            )
        digest = hmac.new(self._naming, content, sha256).hexdigest()
        path = self.path(digest)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            nonce = secrets.token_bytes(_NONCE_BYTES)
            replace_file(path, nonce + self._cipher.encrypt(nonce, content, digest.encode()))
        return digest

    def get(self, digest: str) -> bytes:
        """The plain bytes of a kept file; DeskUnavailable when it is missing or was changed."""
        try:
            boxed = self.path(digest).read_bytes()
            return self._cipher.decrypt(boxed[:_NONCE_BYTES], boxed[_NONCE_BYTES:], digest.encode())
        except (FileNotFoundError, InvalidTag, ValueError):
            raise unavailable(Trouble.DAMAGED) from None

    def forget(self, digest: str) -> None:
        """Destroy a kept file; only once no row names it any more."""
        self.path(digest).unlink(missing_ok=True)

    def sound(self, digest: str) -> bool:
        """Whether a kept file is there and is what it was."""
        try:
            self.get(digest)
        except DeskUnavailable:
            return False
        return True

    def take_from(self, other: "Vault", digest: str) -> bool:
        """Keep a copy of what another place of the same office holds; False when that is lost or was changed."""
        if not other.sound(digest):
            return False
        path = self.path(digest)
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, other.path(digest).read_bytes())
        return True

    def path(self, digest: str) -> Path:
        """Where the file found by `digest` lies."""
        return self._folder / digest[:2] / digest


def of(owner_id: int) -> list[AttachmentRow]:
    """The files of a row that were not taken off it, oldest first."""
    query = Attachment.select().where(Attachment.owner_id == owner_id, ~Attachment.ended).order_by(Attachment.id)
    return [AttachmentRow(row.id, row.owner_id, row.name, row.size, row.digest, row.added) for row in query]
