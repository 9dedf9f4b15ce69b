"""`do SLICE DEED [NUMBER] [--KEY VALUE …]`: any deed a window can do."""

import argparse
from typing import TYPE_CHECKING, Any

from frontdesk.commands.context import Context, message, result
from frontdesk.messages import _

if TYPE_CHECKING:
    from frontdesk.commands.services import Services
    from frontdesk.store import Deed


def add(subparsers: Any) -> None:
    """Offer the verb."""
    parser = subparsers.add_parser("do", help=_("do any deed a window can do"), prefix_chars="\0")
    parser.add_argument("words", nargs=argparse.REMAINDER, metavar="SLICE DEED [NUMBER] [--KEY VALUE …]")
    parser.set_defaults(run=run)


def run(context: Context, arguments: argparse.Namespace) -> int:
    """Do one deed, or list those of a slice."""
    from frontdesk.commands.services import ROOMS, deeds_of
    from frontdesk.commands.values import describe

    words = arguments.words
    if not words or words[0] not in ROOMS:
        message(_("Name a slice: {slices}").format(slices=", ".join(sorted(ROOMS))))
        return 2
    offered = {deed.verb: deed for deed in deeds_of(words[0]) if deed.takes is not None}
    if len(words) == 1:
        for verb, deed in offered.items():
            result(f"{verb:24} {describe(deed.takes) if deed.takes else ''}\n{'':24} {_(deed.title)}")
        return 0
    verb = words[1].replace("-", "_")
    if verb not in offered:
        message(
            _("{slice} has no deed {deed}. It has: {deeds}").format(
                slice=words[0], deed=words[1], deeds=", ".join(offered)
            )
        )
        return 2
    return _do(context, offered[verb], words[2:])


def _do(context: Context, deed: "Deed", words: list[str]) -> int:
    from frontdesk.commands.values import parser_of, request
    from frontdesk.store import SystemClock

    assert deed.takes is not None
    parser = parser_of(f"frontdesk do {deed.slice} {deed.verb}", deed.takes, SystemClock().now().date())
    ask = request(deed.takes, parser.parse_args(words))
    with context.open(read_only=False) as services:
        done = getattr(service_of(services, deed), deed.verb)(ask)
    number = getattr(done, "number", None) or getattr(done, "draft", None)
    if number:
        result(number)
    for notice in getattr(done, "notices", ()):
        message(notice)
    return 0


def service_of(services: "Services", deed: "Deed") -> Any:
    """The service whose method does the deed: the slices carry their names."""
    return getattr(services, deed.slice)
