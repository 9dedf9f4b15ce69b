"""What a backup says of itself, sealed under a key of the office so that nobody else can have written it."""

import hmac
import json
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.store.keys import Head, derived

FILE_NAME: Final = "manifest.json"
FORMAT: Final = 1
UNFINISHED: Final = ".unfinished"


@dataclass(frozen=True)
class Manifest:
    """What a backup holds. `office` tells offices apart without naming one; `totals` counts rows by table.

    `files` are the digests of the attachments it needs.
    """

    made: datetime
    schema: int
    office: str
    database_sha256: str
    keys_sha256: str
    head: Head
    totals: dict[str, int]
    files: tuple[str, ...]


@dataclass(frozen=True)
class BackupRow:
    """A backup that lies somewhere: its folder and manifest."""

    folder: Path
    manifest: Manifest


def office_of(key: bytes) -> str:
    """What the backups of one office share and those of others do not."""
    return derived(key, "office", 8).hex()


def listing(target: Path) -> list[BackupRow]:
    """The finished backups in `target`, newest first; folders that are no backup are passed over."""
    if not target.is_dir():
        return []
    found = []
    for folder in target.iterdir():
        if not folder.name.endswith(UNFINISHED) and (folder / FILE_NAME).is_file():
            try:
                found.append(read(folder))
            except RuleBroken:
                continue
    return sorted(found, key=lambda row: row.manifest.made, reverse=True)


def read(folder: Path) -> BackupRow:
    """The backup in `folder`; RuleBroken when it is none or its manifest is damaged."""
    try:
        content = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
        if content["format"] != FORMAT:
            raise ValueError(content["format"])
        manifest = Manifest(
            datetime.fromisoformat(content["made"]),
            int(content["schema"]),
            str(content["office"]),
            str(content["database_sha256"]),
            str(content["keys_sha256"]),
            Head(int(content["head"]["seq"]), str(content["head"]["hash"])),
            {str(name): int(count) for name, count in content["totals"].items()},
            tuple(str(digest) for digest in content["files"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise RuleBroken(
            "store.backup.unreadable",
            _("{folder} holds no complete backup. Choose another one.").format(folder=folder),
            "backup",
        ) from None
    return BackupRow(folder, manifest)


def to_bytes(manifest: Manifest, key: bytes) -> bytes:
    """The manifest as it lies on the disk, byte for byte."""
    content: dict[str, Any] = {
        "format": FORMAT,
        "made": manifest.made.isoformat(timespec="seconds"),
        "schema": manifest.schema,
        "office": manifest.office,
        "database_sha256": manifest.database_sha256,
        "keys_sha256": manifest.keys_sha256,
        "head": {"seq": manifest.head.seq, "hash": manifest.head.hash},
        "totals": manifest.totals,
        "files": list(manifest.files),
    }
    content["seal"] = hmac.new(derived(key, "manifest"), json.dumps(content).encode(), sha256).hexdigest()
    return json.dumps(content, indent=1).encode()
