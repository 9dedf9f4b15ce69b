"""Before any window: is there a screen, and has the machine what Qt needs? Imports no Qt by itself."""

import ctypes
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from frontdesk.commands.context import Start
from frontdesk.errors import DeskUnavailable, Trouble
from frontdesk.messages import _
from ui.desk.libraries import ALWAYS, WAYLAND, XCB, answers, missing

if TYPE_CHECKING:
    from ui.desk.wiring import Wiring

PLATFORM: Final = "QT_QPA_PLATFORM"


def start(wanted: Start, wire: Callable[[], "Wiring"]) -> int:
    """Open the window and return the exit status once it has closed.

    `wire` gives the desks there are; it is called once Qt can be loaded. Raises DeskUnavailable, with what to do,
    where no window can open.
    """
    if sys.platform.startswith("linux"):
        platform = platform_for(os.environ)
        if platform:
            os.environ[PLATFORM] = platform
    # Only now: on a machine without Qt's libraries the import itself would end the program.
    from ui.desk.application import run

    return run(wanted, wire())


def platform_for(
    environment: Mapping[str, str],
    load: Callable[[str], Any] = ctypes.CDLL,
    is_alive: Callable[[str], bool] = answers,
) -> str:
    """Which of Qt's platforms can open a window here; "" when Qt may choose.

    Raises DeskUnavailable naming the packages to install, or saying what to do where there is no screen.
    """
    _demand(missing(ALWAYS, load))
    named = environment.get(PLATFORM, "")
    if named:
        kind = named.partition(":")[0]
        _demand(missing({"xcb": XCB, "wayland": WAYLAND}.get(kind, ()), load))
        if kind == "xcb":
            _demand_screen(environment.get("DISPLAY", ""), is_alive)
        return named
    display = environment.get("DISPLAY", "")
    without_wayland = missing(WAYLAND, load) if _has_wayland(environment) else ("wayland",)
    without_x = missing(XCB, load) if display else ("x",)
    if not without_x:
        if without_wayland:
            _demand_screen(display, is_alive)
        return "xcb" if without_wayland else ""
    if not without_wayland:
        return "wayland"
    if display:
        _demand(without_x)
    elif _has_wayland(environment):
        _demand(without_wayland)
    raise _no_screen()


def _has_wayland(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    return bool(name) and (Path(environment.get("XDG_RUNTIME_DIR", "/")) / name).exists()


def _demand(packages: tuple[str, ...]) -> None:
    if packages:
        raise DeskUnavailable(
            Trouble.MISSING,
            _(
                "The window cannot open: parts of the system are not installed. Have whoever looks after this "
                "computer run: sudo apt-get install {packages}"
            ).format(packages=" ".join(packages)),
        )


def _demand_screen(display: str, is_alive: Callable[[str], bool]) -> None:
    if not display:
        raise _no_screen()
    if not is_alive(display):
        raise DeskUnavailable(
            Trouble.MISSING,
            _(
                "The window cannot open: the display “{display}” does not answer. Start the program from the desktop "
                "of the computer, or check the variable DISPLAY."
            ).format(display=display),
        )


def _no_screen() -> DeskUnavailable:
    return DeskUnavailable(
        Trouble.MISSING,
        _(
            "There is no screen here to open the window on. Start the program from the desktop of the computer. "
            "The commands work without one: see --help."
        ),
    )
