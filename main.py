"""The front desk: arguments, office, services, then a window or a command. The only wiring there is."""

import sys
from collections.abc import Sequence

from frontdesk.commands.program import run_program


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status (see `frontdesk.commands.program.Status`)."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    return run_program(words)


if __name__ == "__main__":
    sys.exit(main())
