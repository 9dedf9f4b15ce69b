"""`export roster|petitions|vouchers --out F.xlsx`: what the matching import takes back."""

import argparse
from pathlib import Path
from typing import Any

from frontdesk.commands.context import Context
from frontdesk.commands.import_sheet import SHEETS
from frontdesk.messages import _


def add(subparsers: Any) -> None:
    """Offer the verb."""
    parser = subparsers.add_parser("export", help=_("write a sheet that can be imported again"))
    parser.add_argument("what", choices=SHEETS)
    parser.add_argument("--out", required=True, type=Path, metavar="F.xlsx")
    parser.add_argument("--sensitive", action="store_true", help=_("show masked columns; this is journalled"))
    parser.set_defaults(run=run)


def run(context: Context, arguments: argparse.Namespace) -> int:
    """Write the sheet."""
    from frontdesk.office import ListAsk

    with context.open(read_only=not arguments.sensitive) as services:
        services.export_sheet(arguments.what, arguments.out.absolute(), ListAsk(sensitive=arguments.sensitive))
    return 0
