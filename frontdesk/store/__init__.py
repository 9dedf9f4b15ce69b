"""The encrypted file of an office: the only room that writes to it.

The face: `create`, `open_store` and `Store.change` to write; `find`, `matching`, `links_of`, `history_of` and the
models' own queries to read; `check` to prove; backups through `Store`.
"""

from frontdesk.store.attachments import AttachmentRow
from frontdesk.store.attachments import of as attachments_of
from frontdesk.store.change import Change, News
from frontdesk.store.checking import Finding, check
from frontdesk.store.clock import Clock, SystemClock
from frontdesk.store.connection import explain, unavailable
from frontdesk.store.creating import create
from frontdesk.store.deed import (
    ADMINISTRATORS,
    BOOKKEEPERS,
    CLERKS,
    EVERYBODY,
    ROLE_TITLES,
    Deed,
    Role,
    Session,
)
from frontdesk.store.drafts import DraftRow
from frontdesk.store.journal import Entry, written_since
from frontdesk.store.journal import head as journal_head
from frontdesk.store.journal import of_act as entries_of_act
from frontdesk.store.journal import of_row as history_of
from frontdesk.store.journal import walk as journal_entries
from frontdesk.store.keys import Cost, recovery_code, refuse_mistyped, refuse_weak, replace_file, wrong_group
from frontdesk.store.links import EntityRow, LinkRow, by_number, entities
from frontdesk.store.links import of as links_of
from frontdesk.store.lock import Holder
from frontdesk.store.looking import BackupLook
from frontdesk.store.manifest import BackupRow, Manifest
from frontdesk.store.manifest import listing as backups_in
from frontdesk.store.manifest import read as read_backup
from frontdesk.store.model import (
    Described,
    Record,
    Setting,
    Sums,
    UserAccount,
    among,
    hidden,
    live,
    plain_tuples,
    tuples,
)
from frontdesk.store.opening import (
    RESTORE,
    is_office,
    is_shared,
    open_store,
    reset_passphrase,
    restore_office,
    verify_backup,
)
from frontdesk.store.prepared import Prepared
from frontdesk.store.search import Hit, between, find, matching
from frontdesk.store.store import Store, roles_of

__all__ = [
    "ADMINISTRATORS",
    "BOOKKEEPERS",
    "CLERKS",
    "EVERYBODY",
    "RESTORE",
    "ROLE_TITLES",
    "AttachmentRow",
    "BackupLook",
    "BackupRow",
    "Change",
    "Clock",
    "Cost",
    "Deed",
    "Described",
    "DraftRow",
    "EntityRow",
    "Entry",
    "Finding",
    "Hit",
    "Holder",
    "LinkRow",
    "Manifest",
    "News",
    "Prepared",
    "Record",
    "Role",
    "Session",
    "Setting",
    "Store",
    "Sums",
    "SystemClock",
    "UserAccount",
    "among",
    "attachments_of",
    "backups_in",
    "between",
    "by_number",
    "check",
    "create",
    "entities",
    "entries_of_act",
    "explain",
    "find",
    "hidden",
    "history_of",
    "is_office",
    "is_shared",
    "journal_entries",
    "journal_head",
    "links_of",
    "live",
    "matching",
    "open_store",
    "plain_tuples",
    "read_backup",
    "recovery_code",
    "refuse_mistyped",
    "refuse_weak",
    "replace_file",
    "reset_passphrase",
    "restore_office",
    "roles_of",
    "tuples",
    "unavailable",
    "verify_backup",
    "written_since",
    "wrong_group",
]
