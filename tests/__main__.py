"""`python -m tests`: everything that guards the house, in the order a reader wants to hear of it.

Style, types, layers, then the tests themselves on all processors. `--machine` runs instead what needs more than
the test extra: strace, LibreOffice, a mount, a display; `--speed` measures the ratios of design §7.
"""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
GUARDS: tuple[tuple[str, ...], ...] = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
)
RUNS: dict[str, tuple[str, ...]] = {
    "": ("pytest", "-q", "-n", "auto", "--dist", "worksteal", "-m", "not machine and not speed"),
    "--machine": ("pytest", "-q", "-m", "machine"),
    "--speed": ("pytest", "-q", "-s", "-m", "speed", "tests/speed"),
}


def run(arguments: Sequence[str]) -> int:
    """Run the guards and the tests; the exit status of the first that fails, else 0."""
    if len(arguments) > 1 or (arguments and arguments[0] not in RUNS):
        sys.stderr.write("python -m tests [--machine | --speed]\n")
        return 2
    wanted = arguments[0] if arguments else ""
    for tool, *words in (*(GUARDS if not wanted else ()), RUNS[wanted]):
        sys.stderr.write(f"== {tool} {' '.join(words)}\n")
        sys.stderr.flush()
        ended = subprocess.run([Path(sys.executable).parent / tool, *words], cwd=ROOT, check=False)
        if ended.returncode:
            return ended.returncode
    return 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
