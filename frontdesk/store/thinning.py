"""Which backups may go, so that a disk does not fill with them and no age is left without one."""

import re
import shutil
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from frontdesk.store import manifest
from frontdesk.store.attachments import FOLDER_NAME as FILES_NAME

KEEP_ALL: Final = timedelta(days=2)
KEEP_DAILY: Final = 12
KEEP_WEEKLY: Final = 10
KEEP_MONTHLY: Final = 9
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")


def to_thin(times: Iterable[datetime], now: datetime) -> set[datetime]:
    """Which backups may go: all of the last two days stay, then the newest of 12 days, 10 weeks, 9 months."""
    old = sorted((time for time in times if now - time > KEEP_ALL), reverse=True)
    keep: set[datetime] = set()
    for count, bucket in ((KEEP_DAILY, "%Y-%j"), (KEEP_WEEKLY, "%G-%V"), (KEEP_MONTHLY, "%Y-%m")):
        newest: dict[str, datetime] = {}
        for time in old:
            newest.setdefault(time.strftime(bucket), time)
        keep.update(list(newest.values())[:count])
    return set(old) - keep


def thin(target: Path, office: str, now: datetime) -> list[Path]:
    """Remove the backups of `office` that `to_thin` names and the attachments no backup needs any more.

    A disk may hold backups of several offices and files of other programs: those are left alone. Returns the
    folders removed.
    """
    rows = manifest.listing(target)
    own = [row for row in rows if row.manifest.office == office]
    times = to_thin((row.manifest.made for row in own), now)
    going = [row for row in own if row.manifest.made in times]
    for row in going:
        # Renamed first: what a power cut leaves half removed no longer counts as a backup.
        shutil.rmtree(row.folder.rename(row.folder.with_name(row.folder.name + manifest.UNFINISHED)))
    if going:
        gone = {row.folder for row in going}
        needed = {digest for row in rows if row.folder not in gone for digest in row.manifest.files}
        ours = {digest for row in going for digest in row.manifest.files}
        for digest in ours - needed:
            if _DIGEST.fullmatch(digest):
                (target / FILES_NAME / digest[:2] / digest).unlink(missing_ok=True)
    return [row.folder for row in going]
