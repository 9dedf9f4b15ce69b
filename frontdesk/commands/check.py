"""`check [--fingerprint F]`: whether the records are what they were when they were made."""

import argparse
from typing import Any

from frontdesk.commands.context import Context, result
from frontdesk.messages import _


def add(subparsers: Any) -> None:
    """Offer the verb."""
    parser = subparsers.add_parser("check", help=_("check the office's records"))
    parser.add_argument("--fingerprint", metavar="F", help=_("the fingerprint printed on a book, to check it against"))
    parser.set_defaults(run=run)


def run(context: Context, arguments: argparse.Namespace) -> int:
    """A line each: `ok` or what is wrong."""
    with context.open(read_only=True) as services:
        findings = services.check(arguments.fingerprint)
    wrong = _("WRONG")
    for finding in findings:
        result(f"ok   {finding.subject}" if finding.ok else f"{wrong}  {finding.subject}: {finding.fault}")
    return 0 if all(finding.ok for finding in findings) else 1
