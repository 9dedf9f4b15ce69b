"""`export roster|petitions|vouchers --out F.xlsx`, for the matching import; `export calendar --out F.ics`."""

import argparse
from pathlib import Path
from typing import Any, Final

from frontdesk.commands.context import Context
from frontdesk.commands.import_sheet import SHEETS
from frontdesk.commands.print_paper import day
from frontdesk.messages import _

CALENDAR: Final = "calendar"


def add(subparsers: Any) -> None:
    """Offer the verb."""
    parser = subparsers.add_parser(
        "export", help=_("write a sheet that can be imported again, or the meetings as a calendar file (.ics)")
    )
    parser.add_argument("what", choices=(*SHEETS, CALENDAR))
    parser.add_argument("--search", metavar="T", help=_("only the meetings with these words"))
    parser.add_argument("--from", dest="since", type=day, metavar="D")
    parser.add_argument("--to", dest="until", type=day, metavar="D")
    parser.add_argument("--out", required=True, type=Path, metavar="F.xlsx|F.ics")
    parser.add_argument("--sensitive", action="store_true", help=_("show masked columns; this is journalled"))
    parser.set_defaults(run=run)


def run(context: Context, arguments: argparse.Namespace) -> int:
    """Write the file."""
    from frontdesk.office import ListAsk

    path = arguments.out.absolute()
    with context.open(read_only=not arguments.sensitive) as services:
        if arguments.what == CALENDAR:
            services.meetings.export_calendar(path, ListAsk(arguments.search, arguments.since, arguments.until))
        else:
            services.export_sheet(arguments.what, path, ListAsk(sensitive=arguments.sensitive))
    return 0
