"""`demo`: a sample office of invented people, and the minutes of its last conference."""

import argparse
from pathlib import Path
from typing import Any

from frontdesk.commands.context import Context
from frontdesk.messages import _


def add(subparsers: Any) -> None:
    """Offer the verb."""
    parser = subparsers.add_parser("demo", help=_("make and show a sample office of invented people"))
    parser.add_argument("--out", type=Path, default=Path(), metavar="DIR", help=_("where the minutes go"))
    parser.add_argument("--no-window", action="store_true", help=_("print only"))
    parser.add_argument("--fresh", action="store_true", help=_("make the sample office anew"))
    parser.set_defaults(run=run)


def run(context: Context, arguments: argparse.Namespace) -> int:
    """Make the sample office unless it is there, print, and open the window where there is one."""
    raise NotImplementedError
