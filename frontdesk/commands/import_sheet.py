"""`import roster|petitions|vouchers|meeting FILE`: sheets and meetings read in."""

import argparse
import os
from pathlib import Path
from typing import Any

from frontdesk.commands.context import Context, message, result
from frontdesk.errors import RuleBroken
from frontdesk.messages import _

SHEETS = ("roster", "petitions", "vouchers")


def add(subparsers: Any) -> None:
    """Offer the verb."""
    parser = subparsers.add_parser("import", help=_("read a sheet or a meeting in"))
    parser.add_argument("what", choices=(*SHEETS, "meeting"))
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--dry-run", action="store_true", help=_("report only, write nothing"))
    parser.add_argument("--report", type=Path, metavar="F.csv", help=_("write what became of each row"))
    parser.add_argument(
        "--map", action="append", default=[], type=pair, metavar="Header=field", help=_("say what a header means")
    )
    parser.add_argument("--fund", metavar="NAME")
    parser.add_argument("--account", choices=("cash", "bank"))
    parser.set_defaults(run=run)


def pair(text: str) -> str:
    """A "Header=field" of the command line; anything else is wrong usage."""
    from frontdesk.sheet import parse_overrides

    try:
        parse_overrides([text])
    except RuleBroken as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return text


def run(context: Context, arguments: argparse.Namespace) -> int:
    """Read the file in; a sheet reports its counts, a meeting its new number."""
    return _meeting(context, arguments) if arguments.what == "meeting" else _sheet(context, arguments)


def _sheet(context: Context, arguments: argparse.Namespace) -> int:
    from frontdesk.office import ImportAsk
    from frontdesk.sheet import Outcome, parse_overrides, row_label

    ask = ImportAsk(
        arguments.file, arguments.dry_run, parse_overrides(arguments.map), arguments.fund, arguments.account
    )
    if arguments.report is not None:
        _check_report(arguments.report)
    with context.open(read_only=arguments.dry_run) as services:
        report = services.import_sheet(arguments.what, ask)
    if arguments.report is not None:
        report.write_csv(arguments.report)
    result(report.summary_line())
    for note in report.notes:
        message(note)
    for outcome in report.of(Outcome.REJECTED, Outcome.JOINED):
        about = [outcome.what] if outcome.what else []
        message(_("Row {row}: {reason}").format(row=row_label(outcome.row), reason=": ".join([*about, outcome.reason])))
    if report.nothing_read and not report.of(Outcome.REJECTED):
        message(_("There is no row under the header that could be read."))
    return 1 if report.nothing_read else 0


def _check_report(path: Path) -> None:
    """Refuse a report that could not be written, before anything is read in."""
    is_file = path.is_file()
    if os.access(path if is_file else path.parent, os.W_OK) and (is_file or not path.exists()):
        return
    raise RuleBroken(
        "commands.import.report",
        _("The report {file} cannot be written. Choose another place.").format(file=path),
        "report",
    )


def _meeting(context: Context, arguments: argparse.Namespace) -> int:
    try:
        text = arguments.file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise RuleBroken(
            "commands.import.unreadable", _("{file} cannot be read as text.").format(file=arguments.file), "file"
        ) from None
    with context.open(read_only=arguments.dry_run) as services:
        numbers = services.import_meetings(text, dry_run=arguments.dry_run)
        remarks = services.meetings.remarks(text)
    for number in numbers:
        result(number)
    for remark in remarks:
        message(remark)
    return 0
