"""`init --commune CODE --user NAME`: make a new office."""

import argparse
from pathlib import Path
from typing import Any

from frontdesk.commands.context import Context, message
from frontdesk.messages import _


def add(subparsers: Any) -> None:
    """Offer the verb."""
    parser = subparsers.add_parser("init", help=_("make a new office"))
    parser.add_argument("--commune", required=True, metavar="CODE", help=_("the commune's code, see `communes`"))
    parser.add_argument("--recovery-out", type=Path, metavar="F", help=_("write the recovery code to this file"))
    parser.set_defaults(run=run)


def run(context: Context, arguments: argparse.Namespace) -> int:
    """Make the office and hand over its recovery code once."""
    from frontdesk.commands.rooms import MODELS
    from frontdesk.office import commune, lay_out
    from frontdesk.store import create, replace_file

    chosen = commune(arguments.commune)
    user = " ".join((context.user or "").split())
    if not user:
        message(_("Name the first user with --user."))
        return 2
    code = create(context.folder, user, context.passphrase(), MODELS, first=lambda change: lay_out(change, chosen.code))
    if arguments.recovery_out is not None:
        replace_file(arguments.recovery_out, (code + "\n").encode())
        message(
            _("The recovery code is in {path}. Print it, lock it away, and delete the file.").format(
                path=arguments.recovery_out
            )
        )
    else:
        message(_("Recovery code, to be written down now and locked away: {code}").format(code=code))
    message(_("The office of {commune} is ready in {folder}.").format(commune=chosen.name, folder=context.folder))
    return 0
