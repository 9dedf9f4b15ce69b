"""From words to an exit status: the parser, the language, and what an error becomes."""

import argparse
import gettext
import logging
import os
import sys
import traceback
from collections.abc import Sequence
from enum import IntEnum
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

import platformdirs

from frontdesk import VERSION, messages
from frontdesk.commands import (
    backup,
    check,
    communes,
    context,
    demo,
    do,
    export_sheet,
    import_sheet,
    init,
    list_rows,
    print_paper,
)
from frontdesk.errors import DeskError, DeskUnavailable
from frontdesk.messages import _

VERBS: Final = (communes, init, demo, import_sheet, export_sheet, list_rows, do, print_paper, check, backup)
LOG_NAME: Final = "desk.log"
LANGUAGE: Final = "vi"


class Status(IntEnum):
    """How a command ends."""

    DONE = 0
    REFUSED = 1
    WRONG_USAGE = 2
    UNAVAILABLE = 3
    BUG = 70
    STOPPED = 130


def run_program(words: Sequence[str], open_window: context.OpenWindow | None = None) -> int:
    """Run one command, or open the window when none is given; never a traceback on the screen."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    language = _language_of(words)
    speak(language or LANGUAGE)
    parser = build_parser()
    try:
        common, rest = common_options().parse_known_args(words)
        arguments = parser.parse_args(rest)
    except SystemExit as exit_:
        return exit_.code if isinstance(exit_.code, int) else Status.WRONG_USAGE
    folder = (common.office or context.default_folder()).expanduser().absolute()
    try:
        if arguments.run is None:
            if open_window is None:
                parser.print_help(sys.stderr)
                return Status.WRONG_USAGE
            named = common.office is not None or context.OFFICE_VARIABLE in os.environ
            return open_window(context.Start(folder, common.user, named=named, language=language))
        here = context.Context(folder, common.user, common.passphrase_file, common.office is not None, open_window)
        status = arguments.run(here, arguments)
        sys.stdout.flush()
        return int(status)
    except SystemExit as exit_:
        return exit_.code if isinstance(exit_.code, int) else Status.WRONG_USAGE
    except KeyboardInterrupt:
        context.message(_("Stopped. What was not done yet has changed nothing."))
        return Status.STOPPED
    except BrokenPipeError:
        # Whoever read our results has had enough; nothing is left to say to them.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Status.DONE
    except Exception as error:  # noqa: BLE001  the one place that must catch everything: no traceback on the screen
        return status_of(error, folder)


def status_of(error: Exception, folder: Path) -> int:
    """Say what went wrong and return the exit status that goes with it; a bug goes to the log."""
    from frontdesk.store import explain

    known = explain(error)
    if isinstance(known, DeskError):
        context.message(str(known))
        return Status.UNAVAILABLE if isinstance(known, DeskUnavailable) else Status.REFUSED
    place = log_bug(error, folder)
    context.message(
        _("Something went wrong that should not have. A report was written to {place}.").format(place=place)
    )
    return Status.BUG


def log_bug(error: BaseException, folder: Path) -> Path:
    """Write where an error came from to the office's log, without the values it carried: they may be names."""
    target = (folder / "log") if folder.is_dir() else platformdirs.user_log_path(context.APPLICATION, appauthor=False)
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError:
        target = platformdirs.user_log_path(context.APPLICATION, appauthor=False, ensure_exists=True)
    handler = logging.FileHandler(target / LOG_NAME, encoding="utf-8")
    record = logging.LogRecord("frontdesk", logging.ERROR, "", 0, "\n".join(report(error)), None, None)
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    handler.emit(record)
    handler.close()
    return target / LOG_NAME


def report(error: BaseException) -> list[str]:
    """The kind of an error and the lines of code it came through."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return [type(error).__qualname__, *lines]


def speak(language: str) -> None:
    """Use `language` for our texts and for argparse's own."""
    messages.use(language)
    os.environ["LANGUAGE"] = language
    with as_file(files("resources") / "locale") as folder:
        gettext.bindtextdomain("frontdesk", str(folder))
    gettext.textdomain("frontdesk")


def common_options() -> argparse.ArgumentParser:
    """The options every command takes, before or after its own words."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--office", type=Path, metavar="DIR", help=_("the office's folder"))
    parser.add_argument("--lang", choices=messages.LANGUAGES, help=_("language of messages (default: vi)"))
    parser.add_argument("--user", metavar="NAME", help=_("who is signing in (default: the only user)"))
    parser.add_argument("--passphrase-file", type=Path, metavar="F", help=_("a file holding the passphrase"))
    return parser


def build_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = argparse.ArgumentParser(
        prog="frontdesk",
        description=_("The front desk of a commune's Fatherland Front committee. No command opens the window."),
        parents=[common_options()],
    )
    parser.add_argument(
        "--version", action="version", version=f"frontdesk {VERSION}", help=_("say which version this is")
    )
    parser.set_defaults(run=None)
    subparsers = parser.add_subparsers(metavar="COMMAND")
    for verb in VERBS:
        verb.add(subparsers)
    return parser


def _language_of(words: Sequence[str]) -> str | None:
    """The language asked for, before there is a parser that could speak it; None for none."""
    for position, word in enumerate(words):
        wanted = word.removeprefix("--lang=") if word.startswith("--lang=") else None
        if word == "--lang" and position + 1 < len(words):
            wanted = words[position + 1]
        if wanted in messages.LANGUAGES:
            return wanted
    return None
