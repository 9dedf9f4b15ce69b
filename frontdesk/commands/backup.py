"""`backup`, `verify` and `restore`: copies that have been looked into, and coming back from one."""

import argparse
from pathlib import Path
from typing import Any

from frontdesk.commands.context import Context, message, result
from frontdesk.messages import _


def add(subparsers: Any) -> None:
    """Offer the three verbs."""
    parser = subparsers.add_parser("backup", help=_("make a checked backup"))
    parser.add_argument("--to", type=Path, metavar="DIR", help=_("where to, a stick for instance"))
    parser.set_defaults(run=back_up)
    parser = subparsers.add_parser("verify", help=_("check a backup"))
    parser.add_argument("backup", type=Path, metavar="BACKUP")
    parser.set_defaults(run=verify)
    parser = subparsers.add_parser("restore", help=_("put a backup in the place of the office"))
    parser.add_argument("backup", type=Path, metavar="BACKUP")
    parser.set_defaults(run=restore)


def back_up(context: Context, arguments: argparse.Namespace) -> int:
    """Make a backup and print its folder."""
    with context.open(read_only=False) as services:
        made = services.store.back_up(arguments.to and arguments.to.absolute(), thorough=True)
    result(str(made.folder))
    return 0


def verify(context: Context, arguments: argparse.Namespace) -> int:
    """Print ok, or what is wrong with a backup."""
    from frontdesk.store import verify_backup

    faults = verify_backup(context.folder, arguments.backup.absolute(), context.user, context.passphrase())
    for fault in faults:
        result(fault)
    if not faults:
        result("ok")
    return 1 if faults else 0


def restore(context: Context, arguments: argparse.Namespace) -> int:
    """Restore a backup; what was there before is kept beside the other backups."""
    from frontdesk.store import restore_office

    restore_office(context.folder, arguments.backup.absolute(), context.user, context.passphrase())
    message(
        _("The office in {folder} now stands as in the backup. What was there before is kept in its backups.").format(
            folder=context.folder
        )
    )
    return 0
