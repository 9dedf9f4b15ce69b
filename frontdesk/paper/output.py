"""Files that appear whole or not at all, and the sentence a person reads when they cannot appear."""

import errno
import os
import tempfile
from pathlib import Path
from typing import BinaryIO, TypeAlias

from frontdesk.errors import DeskUnavailable, Trouble
from frontdesk.messages import _

Target: TypeAlias = Path | BinaryIO

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def write_whole(data: bytes, target: Target) -> None:
    """Write `data` to an open stream, or to a path by way of a neighbouring file that takes its place when complete.

    Raises DeskUnavailable when the disk is full, the folder is missing or read-only, or the file is open elsewhere.
    """
    if not isinstance(target, Path):
        target.write(data)
        return
    try:
        _replace(data, target)
    except OSError as error:
        raise _trouble(error, target) from error


def _replace(data: bytes, path: Path) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}-", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        # mkstemp makes files only their owner may read; a printed paper is as readable as any other new file.
        beside.chmod(0o666 & ~_umask())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _trouble(error: OSError, path: Path) -> DeskUnavailable:
    if error.errno in _FULL:
        text = _("The disk is full: “{path}” was not written. Free some space or choose another place.")
        return DeskUnavailable(Trouble.FULL, text.format(path=path))
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        text = _("The folder “{path}” does not exist. Choose another folder.")
        return DeskUnavailable(Trouble.MISSING, text.format(path=path.parent))
    text = _("“{path}” cannot be written. Close it if another program has it open, or choose another place.")
    return DeskUnavailable(Trouble.READ_ONLY, text.format(path=path))
