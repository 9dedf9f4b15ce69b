"""What a command works with: which office, who one is, where results and messages go."""

import getpass
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from frontdesk.errors import RuleBroken
from frontdesk.messages import _

if TYPE_CHECKING:
    from frontdesk.commands.services import Services

APPLICATION = "frontdesk"
OFFICE_VARIABLE = "FRONTDESK_OFFICE"
PASSPHRASE_VARIABLE = "FRONTDESK_PASSPHRASE"


@dataclass(frozen=True)
class Start:
    """How the window shall open: the office's folder, and user, passphrase and language, None where the window asks.

    `named`: the folder was asked for, it is not the default.
    """

    folder: Path
    user: str | None
    passphrase: str | None = None
    named: bool = True
    language: str | None = None


OpenWindow = Callable[[Start], int]


@dataclass(frozen=True)
class Context:
    """The common options of every command. `user` None: the office's only one.

    `named`: the folder was asked for, it is not the default. `open_window` None: there are no windows here.
    """

    folder: Path
    user: str | None = None
    passphrase_file: Path | None = None
    named: bool = False
    open_window: OpenWindow | None = None

    def passphrase(self) -> str:
        """The passphrase from the file named, the environment, or a prompt."""
        if self.passphrase_file is not None:
            try:
                return self.passphrase_file.read_text(encoding="utf-8-sig").rstrip("\r\n")
            except (OSError, UnicodeDecodeError):
                raise RuleBroken(
                    "commands.passphrase_file",
                    _("The passphrase file {path} cannot be read.").format(path=self.passphrase_file),
                ) from None
        if PASSPHRASE_VARIABLE in os.environ:
            # Its bytes are read as UTF-8 whatever the locale says; such as are none make it a wrong one.
            return os.fsencode(os.environ[PASSPHRASE_VARIABLE]).decode(errors="replace")
        if not sys.stdin.isatty():
            raise RuleBroken(
                "commands.passphrase_missing",
                _("Give the passphrase with --passphrase-file or the variable {name}.").format(
                    name=PASSPHRASE_VARIABLE
                ),
            )
        return getpass.getpass(_("Passphrase: "))

    @contextmanager
    def open(self, *, read_only: bool) -> Iterator["Services"]:
        """The services of the office, closed again whatever happens; whoever only reads loads what it asks for."""
        # Late, as in every verb: help and `communes` answer without loading the office.
        from frontdesk.commands.services import Services, build
        from frontdesk.store import open_store

        store = open_store(self.folder, self.user, self.passphrase(), read_only=read_only)
        try:
            yield Services(store) if read_only else build(store)
        finally:
            store.close()


def default_folder() -> Path:
    """The office's folder when none is named."""
    named = os.environ.get(OFFICE_VARIABLE)
    return Path(named) if named else platformdirs.user_data_path(APPLICATION, appauthor=False) / "office"


def result(text: str) -> None:
    """Write a line of the command's result."""
    sys.stdout.write(text + "\n")


def message(text: str) -> None:
    """Write a line for the person, beside the result."""
    sys.stderr.write(text + "\n")
