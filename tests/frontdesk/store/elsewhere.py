"""Another process that works on the toy office: `elsewhere.py FOLDER DEED`.

`hold`: opens the office, says so, and waits to be told to end. `work`: writes deeds of ten notes without end, a line
on stdout after each commit, until it is killed; `carelessly`: the same without flushing. `read`: prints the names of
the notes. `day`: a day's work with names in every place that can hold one, then waits to be told to end.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from frontdesk.store import Store

ROOT = Path(__file__).parents[3]


NAMES = ("Trương Thị Kim Oanh", "Nguyễn Hữu Phước", "Bùi Quang Sáng")


def start(folder: Path, deed: str, *, under: Sequence[str] = (), home: Path | None = None) -> "subprocess.Popen[str]":
    """Begin `deed` in another process; it has begun once its first line can be read.

    `under` names a program to run it under; `home` takes the place of the home, temporary and cache folders.
    """
    places = {} if home is None else dict.fromkeys(("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_DATA_HOME"), str(home))
    return subprocess.Popen(
        [*under, sys.executable, "-m", "tests.frontdesk.store.elsewhere", str(folder), deed],
        cwd=ROOT,
        env={**os.environ, **places},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def main(folder: Path, deed: str) -> None:
    """Do one deed of this file's list."""
    from frontdesk.store import live
    from tests.frontdesk.store.toy import WRITE, Note, names, open_toy

    store = open_toy(folder, read_only=deed == "read")
    say = sys.stdout
    if deed == "read":
        say.write("\n".join(names()) + "\n")
    elif deed == "hold":
        say.write("open\n")
        say.flush()
        sys.stdin.readline()
    elif deed == "day":
        _work_with_names(store)
        say.write("done\n")
        say.flush()
        sys.stdin.readline()
    else:
        if deed == "carelessly":
            live.pragma("synchronous", "OFF")
        for act in range(1_000_000):
            with store.change(WRITE) as change:
                for place in range(10):
                    change.write(Note, {"name": f"{act} {place}", "number": change.number(Note, "KN", 2026)})
            say.write(f"{act}\n")
            say.flush()
    store.close()


def _work_with_names(store: "Store") -> None:
    from frontdesk.store import find
    from tests.frontdesk.store.toy import QUICK, SERVE, WRITE, Note

    sender, secretary, chair = NAMES
    with store.change(WRITE) as change:
        note = change.write(Note, {"name": f"Đơn của {sender}", "text": chair, "hidden": sender, "faith": "Phật giáo"})
        content = f"biên bản của {chair}".encode()
        change.attach(note, f"{chair}.pdf", len(content), store.vault.put(content))
    store.keep_draft("petition:new", {"sender": sender})
    find(sender)
    store.back_up(thorough=True)
    with store.change(WRITE) as change:
        change.blank(Note, note, "giữ bí mật", name="Đơn", hidden=None)
        change.note(f"đã báo cho {chair}")
    with store.change(SERVE):
        store.let_in(secretary, "mật khẩu của thư ký", QUICK)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
