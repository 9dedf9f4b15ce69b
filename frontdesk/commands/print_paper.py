"""`print KIND [NUMBER] --out FILE`: any paper of any slice."""

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from frontdesk.commands.context import Context, message
from frontdesk.messages import _


def add(subparsers: Any) -> None:
    """Offer the verb."""
    parser = subparsers.add_parser("print", help=_("print a paper to a file (.pdf, .docx, or .xlsx for books)"))
    parser.add_argument("kind", metavar="KIND")
    parser.add_argument("number", nargs="?", metavar="NUMBER")
    parser.add_argument("--from", dest="since", type=day, metavar="D")
    parser.add_argument("--to", dest="until", type=day, metavar="D")
    parser.add_argument("--fund", metavar="NAME")
    parser.add_argument("--account", choices=("cash", "bank"))
    parser.add_argument("--for", dest="whom", metavar="WHOM", help=_("the group invited, or who gets the notice"))
    parser.add_argument("--sensitive", action="store_true", help=_("show masked columns; this is journalled"))
    parser.add_argument("--out", required=True, type=Path, metavar="FILE")
    parser.set_defaults(run=run)


def run(context: Context, arguments: argparse.Namespace) -> int:
    """Print one paper; a draft takes no number and nothing is written to the office."""
    from frontdesk.commands.services import paper_kind
    from frontdesk.office import PaperAsk

    found = paper_kind(arguments.kind)
    if found is None:
        from frontdesk.commands.rooms import PAPERS

        message(
            _("There is no paper “{kind}”. There are: {kinds}").format(kind=arguments.kind, kinds=", ".join(PAPERS))
        )
        return 2
    _slice, kind = found
    if arguments.out.suffix.lower().lstrip(".") not in kind.formats:
        message(
            _("“{kind}” prints as: {formats}").format(
                kind=kind.name, formats=", ".join(f".{each}" for each in kind.formats)
            )
        )
        return 2
    if arguments.whom is not None and "whom" not in kind.asks:
        message(_("“{kind}” goes to nobody in particular: leave --for out.").format(kind=kind.name))
        return 2
    ask = PaperAsk(
        arguments.number, arguments.since, arguments.until, arguments.fund, arguments.account, arguments.sensitive,
        arguments.whom,
    )  # fmt: skip
    with context.open(read_only=not arguments.sensitive) as services:
        services.print_paper(kind.name, ask, arguments.out.absolute())
    return 0


def day(text: str) -> date:
    from frontdesk.commands.values import read_value
    from frontdesk.store import SystemClock

    try:
        day = read_value(date, text, SystemClock().now().date())
    except ValueError:
        raise argparse.ArgumentTypeError(_("“{text}” is not understood").format(text=text)) from None
    assert isinstance(day, date)
    return day
