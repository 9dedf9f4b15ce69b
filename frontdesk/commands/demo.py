"""`demo`: a sample office of invented people, and the minutes of its last conference."""

import argparse
import os
import shutil
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from frontdesk.commands.context import PASSPHRASE_VARIABLE, Context, Start, message
from frontdesk.errors import RuleBroken
from frontdesk.messages import _

if TYPE_CHECKING:
    from frontdesk.commands.services import Services

COMMUNE: Final = "05425"
USER: Final = "Lê Ngọc Thảo"
PASSPHRASE: Final = "dùng thử 2026"
SIGNERS: Final = {
    "chair": (("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH"), "Trần Quốc Hưng"),
    "fund": (("TM. BAN VẬN ĐỘNG", "TRƯỞNG BAN"), "Trần Quốc Hưng"),
    "accountant": (("KẾ TOÁN",), "Lê Ngọc Thảo"),
    "treasurer": (("THỦ QUỸ",), "Hồ Minh Khánh"),
}
MARKER: Final = "demo.txt"


def add(subparsers: Any) -> None:
    """Offer the verb."""
    parser = subparsers.add_parser("demo", help=_("make and show a sample office of invented people"))
    parser.add_argument("--out", type=Path, default=Path(), metavar="DIR", help=_("where the minutes go"))
    parser.add_argument("--no-window", action="store_true", help=_("print only"))
    parser.add_argument("--fresh", action="store_true", help=_("make the sample office anew"))
    parser.set_defaults(run=run)


def run(context: Context, arguments: argparse.Namespace) -> int:
    """Make the sample office unless it is there, print, and open the window where there is one."""
    from frontdesk.commands.services import build
    from frontdesk.office import PaperAsk
    from frontdesk.paper import print_paper
    from frontdesk.store import open_store

    folder = context.folder if context.named else context.folder.with_name("demo")
    passphrase = os.environ.get(PASSPHRASE_VARIABLE, PASSPHRASE)
    if arguments.fresh:
        _clear(folder)
    make_sample(folder, passphrase)
    store = open_store(folder, USER, passphrase, read_only=True)
    try:
        services = build(store)
        number = services.meetings.latest()
        paper = services.paper("minutes", PaperAsk(number))
    finally:
        store.close()
    target = arguments.out.absolute() / _("minutes-{number}.pdf").format(number=number)
    target.parent.mkdir(parents=True, exist_ok=True)
    print_paper(paper, target)
    message(_("The sample office of invented people is in {folder}.").format(folder=folder))
    if PASSPHRASE_VARIABLE not in os.environ:
        message(_("Its user is {user}, its passphrase: {passphrase}").format(user=USER, passphrase=passphrase))
    message(_("The minutes of its last conference are printed to {path}.").format(path=target))
    if arguments.no_window or context.open_window is None or not _has_display():
        return 0
    return context.open_window(Start(folder, USER, passphrase))


def _has_display() -> bool:
    """Whether there is a screen a window could open on."""
    return os.name == "nt" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _clear(folder: Path) -> None:
    """Remove a sample office, and nothing that is not one."""
    if not folder.exists():
        return
    if not (folder / MARKER).is_file():
        raise RuleBroken(
            "commands.demo.not_a_sample",
            _("{folder} holds no sample office. Nothing was removed.").format(folder=folder),
            "office",
        )
    shutil.rmtree(folder)


def make_sample(folder: Path, passphrase: str) -> Path:
    """Make the sample office in `folder`, unless it is there, and return `folder`."""
    if (folder / MARKER).is_file():
        return folder
    from frontdesk.commands.rooms import MODELS
    from frontdesk.commands.services import build
    from frontdesk.office import lay_out
    from frontdesk.store import create, open_store

    create(folder, USER, passphrase, MODELS, first=lambda change: lay_out(change, COMMUNE))
    store = open_store(folder, USER, passphrase)
    try:
        with as_file(files("resources") / "demo") as samples:
            _fill(build(store), samples)
    finally:
        store.close()
    (folder / MARKER).write_text(_("A sample office of invented people; it may be removed.") + "\n", encoding="utf-8")
    return folder


def _fill(services: "Services", samples: Path) -> None:
    """Read the sample sheets and conferences in, the way an office would."""
    from frontdesk.meetings import Finalise
    from frontdesk.office import ImportAsk, SetSigner

    for post, (lines, name) in SIGNERS.items():
        services.office.set_signer(SetSigner(post, lines, name))
    services.import_sheet("roster", ImportAsk(samples / "roster.csv"))
    services.import_sheet("petitions", ImportAsk(samples / "petitions.csv"))
    services.import_sheet("vouchers", ImportAsk(samples / "cashbook.csv"))
    for number in services.import_meetings((samples / "meetings.json").read_text(encoding="utf-8"), dry_run=False):
        services.meetings.finalise(Finalise(number))
