"""Another process that works on the toy office: `elsewhere.py FOLDER DEED`.

`hold`: opens the office, says so, and waits to be told to end. `work`: writes deeds of ten notes without end,
a line on stdout after each commit, until it is killed. `read`: prints the names of the notes.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def start(folder: Path, deed: str) -> "subprocess.Popen[str]":
    """Begin `deed` in another process; it has begun once its first line can be read."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.frontdesk.store.elsewhere", str(folder), deed],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def main(folder: Path, deed: str) -> None:
    """Do one deed of this file's list."""
    from tests.frontdesk.store.toy import WRITE, Note, names, open_toy

    store = open_toy(folder, read_only=deed == "read")
    say = sys.stdout
    if deed == "read":
        say.write("\n".join(names()) + "\n")
    elif deed == "hold":
        say.write("open\n")
        say.flush()
        sys.stdin.readline()
    else:
        for act in range(1_000_000):
            with store.change(WRITE) as change:
                for place in range(10):
                    change.write(Note, {"name": f"{act} {place}", "number": change.number("KN", 2026)})
            say.write(f"{act}\n")
            say.flush()
    store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
