"""An office's file taken apart without SQLite: every page decrypted, free ones and the log's too.

SQLCipher 4: 4,096-byte pages of AES-256-CBC, the last 80 bytes of each its IV (16) and HMAC (64); page 1 begins
with 16 bytes of salt instead of SQLite's magic. A frame of the write-ahead log is 24 bytes of header and a page.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE: Final = 4096
RESERVED: Final = 80
SALT: Final = 16
IV: Final = 16
LOG_HEADER: Final = 32
FRAME_HEADER: Final = 24


def plain_bytes(folder: Path, key: bytes) -> bytes:
    """All that the database and its log hold, decrypted."""
    return b"".join([*_pages(folder / "office.db", key), *_frames(folder / "office.db-wal", key)])


def _pages(path: Path, key: bytes) -> Iterator[bytes]:
    content = path.read_bytes()
    for start in range(0, len(content), PAGE):
        yield _plain(content[start : start + PAGE], key, SALT if start == 0 else 0)


def _frames(path: Path, key: bytes) -> Iterator[bytes]:
    content = path.read_bytes() if path.exists() else b""
    for start in range(LOG_HEADER, len(content), FRAME_HEADER + PAGE):
        number = int.from_bytes(content[start : start + 4], "big")
        page = content[start + FRAME_HEADER : start + FRAME_HEADER + PAGE]
        yield _plain(page, key, SALT if number == 1 else 0)


def _plain(page: bytes, key: bytes, salt: int) -> bytes:
    initial = page[PAGE - RESERVED : PAGE - RESERVED + IV]
    decryptor = Cipher(algorithms.AES(key), modes.CBC(initial)).decryptor()
    return decryptor.update(page[salt : PAGE - RESERVED]) + decryptor.finalize()
