"""`list WHAT`: the rows of a list as a table, CSV or JSON."""

import argparse
import csv
import json
import sys
from collections.abc import Sequence
from typing import Any

from frontdesk.commands.context import Context, message, result
from frontdesk.commands.print_paper import day
from frontdesk.messages import _

OF_PEOPLE = ("roster", "bodies", "changes", "warnings")
LISTS = (
    *OF_PEOPLE, "areas", "reminders", "courses", "commendations", "models", "visits", "meetings", "petitions", "tasks",
    "recommendations", "vouchers", "balances", "households", "journal",
)  # fmt: skip


def add(subparsers: Any) -> None:
    """Offer the verb."""
    parser = subparsers.add_parser("list", help=_("list what the office keeps"))
    parser.add_argument("what", choices=LISTS)
    parser.add_argument("--search", metavar="T", help=_("words to find, marks aside"))
    parser.add_argument("--from", dest="since", type=day, metavar="D")
    parser.add_argument("--to", dest="until", type=day, metavar="D")
    parser.add_argument("--status", metavar="S")
    parser.add_argument("--area", metavar="NAME", help=_("only who serves in this area"))
    parser.add_argument("--body", metavar="NAME", help=_("only who serves in this body"))
    parser.add_argument("--sensitive", action="store_true", help=_("show masked columns; this is journalled"))
    parser.add_argument("--format", choices=("table", "csv", "json"), default="table")
    parser.set_defaults(run=run)


def run(context: Context, arguments: argparse.Namespace) -> int:
    """Write the rows in the chosen form."""
    from frontdesk.office import ListAsk

    if (arguments.area or arguments.body) and arguments.what not in OF_PEOPLE:
        message(_("--area and --body go with these lists: {lists}").format(lists=", ".join(OF_PEOPLE)))
        return 2
    ask = ListAsk(
        arguments.search,
        arguments.since,
        arguments.until,
        arguments.status,
        arguments.sensitive,
        arguments.area,
        arguments.body,
    )
    with context.open(read_only=not arguments.sensitive) as services:
        rows = services.listing(arguments.what, ask)
    {"json": _json, "csv": _csv, "table": _table}[arguments.format](rows)
    return 0


def _json(rows: Sequence[dict[str, Any]]) -> None:
    result(json.dumps(list(rows), ensure_ascii=False, indent=1))


def _csv(rows: Sequence[dict[str, Any]]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    if rows:
        writer.writerow(rows[0])
        writer.writerows([_cell(value) for value in row.values()] for row in rows)


def _table(rows: Sequence[dict[str, Any]]) -> None:
    """Columns of even width; nested parts only by their count."""
    if not rows:
        result(_("(nothing)"))
        return
    shown = [key for key in rows[0] if not any(isinstance(row[key], dict) for row in rows)]
    lines = [[_short(row[key]) for key in shown] for row in rows]
    widths = [max(len(key), *(len(line[place]) for line in lines)) for place, key in enumerate(shown)]
    for line in [shown, *lines]:
        result("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def _cell(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


def _short(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return str(len(value))
    text = str(value).replace("\n", " ")
    return text if len(text) <= 60 else text[:59] + "…"
