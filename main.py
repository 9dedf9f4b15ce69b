"""The front desk: arguments, office, services, then a window or a command. The only wiring there is."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from frontdesk.commands.context import Start
from frontdesk.commands.encoding import ensure_utf8
from frontdesk.commands.program import run_program

if TYPE_CHECKING:
    from ui.desk.wiring import Wiring


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status (see `frontdesk.commands.program.Status`)."""
    if arguments is None:
        ensure_utf8()
        arguments = sys.argv[1:]
    return run_program(list(arguments), open_window)


def open_window(wanted: Start) -> int:
    """Open the window; Qt is loaded only here, and only where it can be."""
    from ui.desk.starting import start

    return start(wanted, wire)


def wire() -> "Wiring":
    """The desks the window offers, in their order; Hôm nay comes before them and leads to them all."""
    from ui.desk.today import with_today
    from ui.desk.wiring import Wiring
    from ui.fund import DESK as FUND
    from ui.help import open_help
    from ui.meetings import DESK as MEETINGS
    from ui.petitions import DESK as PETITIONS
    from ui.roster import DESK as ROSTER
    from ui.settings import DESK as SETTINGS

    return with_today(Wiring((ROSTER, MEETINGS, PETITIONS, FUND, SETTINGS), open_help))


if __name__ == "__main__":
    sys.exit(main())
