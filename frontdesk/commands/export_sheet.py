"""`export roster|petitions|vouchers --out F.xlsx`, for the matching import; `export calendar --out F.ics`."""

import argparse
from pathlib import Path
from typing import Any, Final

from frontdesk.commands.context import Context, message
from frontdesk.commands.import_sheet import SHEETS
from frontdesk.commands.list_rows import OF_PEOPLE
from frontdesk.commands.print_paper import day
from frontdesk.messages import _

CALENDAR: Final = "calendar"
BOOK: Final = "vouchers"


def add(subparsers: Any) -> None:
    """Offer the verb."""
    parser = subparsers.add_parser(
        "export", help=_("write a sheet that can be imported again, or the meetings as a calendar file (.ics)")
    )
    parser.add_argument("what", choices=(*SHEETS, CALENDAR))
    parser.add_argument("--search", metavar="T", help=_("words to find, marks aside"))
    parser.add_argument("--from", dest="since", type=day, metavar="D")
    parser.add_argument("--to", dest="until", type=day, metavar="D")
    parser.add_argument("--status", metavar="S")
    parser.add_argument("--area", metavar="NAME", help=_("only who serves in this area"))
    parser.add_argument("--body", metavar="NAME", help=_("only who serves in this body"))
    parser.add_argument("--fund", metavar="NAME", help=_("the fund whose book it is"))
    parser.add_argument("--account", choices=("cash", "bank"), help=_("the account whose book it is; cash if left out"))
    parser.add_argument("--out", required=True, type=Path, metavar="F.xlsx|F.ics")
    parser.add_argument("--sensitive", action="store_true", help=_("show masked columns; this is journalled"))
    parser.set_defaults(run=run)


def run(context: Context, arguments: argparse.Namespace) -> int:
    """Write the file."""
    from frontdesk.office import ListAsk

    path = arguments.out.absolute()
    ask = ListAsk(
        arguments.search,
        arguments.since,
        arguments.until,
        arguments.status,
        arguments.sensitive,
        arguments.area,
        arguments.body,
    )
    suffix = ".ics" if arguments.what == CALENDAR else ".xlsx"
    if path.suffix.lower() != suffix:
        message(_("“{what}” is written as {suffix}.").format(what=arguments.what, suffix=suffix))
        return 2
    if (arguments.area or arguments.body) and arguments.what not in OF_PEOPLE:
        message(_("--area and --body go with these lists: {lists}").format(lists=", ".join(OF_PEOPLE)))
        return 2
    if (arguments.fund or arguments.account) and arguments.what != BOOK:
        message(_("--fund and --account go with “{what}”.").format(what=BOOK))
        return 2
    with context.open(read_only=not arguments.sensitive) as services:
        if arguments.what == CALENDAR:
            services.meetings.export_calendar(path, ask)
        elif arguments.what == BOOK:
            services.fund.export_sheet(path, ask, arguments.fund, arguments.account)
        else:
            services.export_sheet(arguments.what, path, ask)
    return 0
