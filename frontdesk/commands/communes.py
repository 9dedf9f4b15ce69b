"""`communes [TEXT]`: the communes there are; needs no office."""

import argparse
from typing import Any

from frontdesk.commands.context import Context, message, result
from frontdesk.messages import _


def add(subparsers: Any) -> None:
    """Offer the verb."""
    parser = subparsers.add_parser("communes", help=_("list communes by name, code or province, marks aside"))
    parser.add_argument("text", nargs="?", default="", metavar="TEXT")
    parser.set_defaults(run=run)


def run(_context: Context, arguments: argparse.Namespace) -> int:
    """A line each: code, name, province."""
    from frontdesk.office import communes

    found = 0
    for row in communes(arguments.text):
        result(f"{row.code}, {row.kind.capitalize()} {row.short}, {row.province}")
        found += 1
    if not found:
        message(_("No commune matches “{text}”.").format(text=arguments.text))
    return 0
