"""Where no window can open, a sentence and status 3, never Qt's abort."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from frontdesk.errors import DeskUnavailable
from ui.desk.libraries import ALWAYS, WAYLAND, XCB, missing
from ui.desk.starting import platform_for

ROOT = Path(__file__).parents[3]


def machine(*lacking: str) -> Callable[[str], object]:
    """A loader on a machine without these libraries."""

    def load(file: str) -> object:
        if file in lacking:
            raise OSError(file)
        return object()

    return load


def test_a_package_that_brings_two_libraries_is_named_once() -> None:
    assert missing(ALWAYS, machine("libglib-2.0.so.0", "libgthread-2.0.so.0")) == ("libglib2.0-0",)


@pytest.mark.parametrize("library", [*ALWAYS, *XCB], ids=lambda library: library.file)
def test_each_library_of_a_desktop_with_x_is_answered_with_its_package(library) -> None:
    with pytest.raises(DeskUnavailable, match=f"apt-get install {library.package}$"):
        platform_for({"DISPLAY": ":0"}, machine(library.file), lambda display: True)


def test_no_screen_at_all_is_said() -> None:
    with pytest.raises(DeskUnavailable, match="no screen here"):
        platform_for({}, machine())


def test_a_display_that_does_not_answer_is_named() -> None:
    with pytest.raises(DeskUnavailable, match=":7"):
        platform_for({"DISPLAY": ":7"}, machine(), lambda display: False)


def test_a_platform_named_by_the_environment_is_used() -> None:
    assert platform_for({"QT_QPA_PLATFORM": "offscreen"}, machine(*(library.file for library in XCB))) == "offscreen"


def test_where_everything_is_there_qt_may_choose(tmp_path: Path) -> None:
    (tmp_path / "wayland-0").touch()
    there = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert platform_for(there, machine(), lambda display: True) == ""


def test_without_its_wayland_libraries_the_program_goes_to_x(tmp_path: Path) -> None:
    (tmp_path / "wayland-0").touch()
    there = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert platform_for(there, machine(WAYLAND[0].file), lambda display: True) == "xcb"


def test_without_its_x_libraries_the_program_goes_to_wayland(tmp_path: Path) -> None:
    (tmp_path / "wayland-0").touch()
    there = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert platform_for(there, machine(XCB[0].file)) == "wayland"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
def test_the_program_without_a_screen_ends_with_three_and_a_sentence_and_never_loads_qt(tmp_path: Path) -> None:
    script = (
        "import sys; sys.modules['PySide6'] = None; import main; "
        f"sys.exit(main.main(['--lang', 'en', '--office', {str(tmp_path)!r}]))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env={}, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 3
    assert "window" in ended.stderr
    assert "Traceback" not in ended.stderr
