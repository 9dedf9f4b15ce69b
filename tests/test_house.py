"""The rules of the house that no single room can keep: layers, size, words, what stands at the top."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent
ROOMS = ("frontdesk", "ui", "resources")
LONGEST_FILE = 400
KEYWORDS: dict[str, tuple[int, ...] | None] = {"_": None, "mark": None, "n_": (1, 2)}
CATALOGUE = ROOT / "resources" / "locale" / "vi" / "LC_MESSAGES" / "frontdesk.po"


def sources() -> Iterator[Path]:
    yield ROOT / "main.py"
    for room in ROOMS:
        yield from (ROOT / room).rglob("*.py")


def catalogue() -> Catalog:
    with CATALOGUE.open("rb") as handle:
        return read_po(handle, locale="vi")


def msgids() -> set[str | tuple[str, ...]]:
    """Every text the program can show, plural pairs as tuples."""
    found = set()
    for room in ("frontdesk", "ui"):
        for _file, _line, message, _comments, _context in extract_from_dir(ROOT / room, keywords=KEYWORDS):
            found.add(message)
    return found


def test_the_offices_work_runs_where_there_is_no_qt() -> None:
    script = (
        "import sys, pkgutil, importlib, frontdesk\n"
        "sys.modules['PySide6'] = sys.modules['shiboken6'] = None\n"
        "for each in pkgutil.walk_packages(frontdesk.__path__, 'frontdesk.'):\n"
        "    if '.migrations.' not in each.name: importlib.import_module(each.name)\n"
    )
    ended = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr


def test_no_file_is_longer_than_a_subject() -> None:
    long = {str(path.relative_to(ROOT)): lines for path in sources() if (lines := _lines(path)) > LONGEST_FILE}
    assert not long


def test_main_stays_the_only_wiring_and_short() -> None:
    assert _lines(ROOT / "main.py") < 120


def test_no_window_waits_by_turning_the_event_loop_itself() -> None:
    guilty = [path for path in sources() if "processEvents" in path.read_text(encoding="utf-8")]
    assert not guilty


def test_nothing_reads_the_clock_but_the_stores_clock() -> None:
    readers = {
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in (ROOT / "frontdesk").rglob("*.py")
        if path.name != "clock.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr in ("now", "today", "utcnow")
        and isinstance(node.value, ast.Name)
        and node.value.id in ("datetime", "date")
    }
    assert not readers


def test_every_text_has_its_vietnamese() -> None:
    words = catalogue()
    missing = sorted(
        str(message)
        for message in msgids()
        if not (entry := words.get(message))
        or not entry.string
        or (isinstance(message, tuple) and not all(entry.string))
    )
    assert not missing


def test_no_text_hides_in_an_f_string_where_the_catalogue_does_not_see_it() -> None:
    hidden = {
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in sources()
        for text in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in KEYWORDS
        and isinstance(call.args[0], ast.Constant)
    }
    assert not hidden


def test_no_translation_is_left_over() -> None:
    known = {message[0] if isinstance(message, tuple) else message for message in msgids()} | argparse_texts()
    left = sorted(
        str(entry.id)
        for entry in catalogue()
        if entry.id and (entry.id[0] if isinstance(entry.id, tuple) else entry.id) not in known
    )
    assert not left


def argparse_texts() -> set[str]:
    """The texts of Python's own argparse, which speaks through the same catalogue."""
    import argparse

    found = set()
    for node in ast.walk(ast.parse(Path(argparse.__file__).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
            found.update(
                part.value for part in node.args if isinstance(part, ast.Constant) and isinstance(part.value, str)
            )
    return found


def test_translations_keep_the_places_to_be_filled() -> None:
    def places(text: str) -> set[str]:
        return {part.split("}")[0].split(":")[0] for part in text.split("{")[1:] if "}" in part}

    wrong = [
        entry.id
        for entry in catalogue()
        if entry.id and isinstance(entry.id, str) and "{" in entry.id and places(entry.id) != places(str(entry.string))
    ]
    assert not wrong


def test_every_keyboard_has_the_letters_behind_alt() -> None:
    texts = {text for entry in catalogue() for each in (entry.id, entry.string) for text in _several(each)}
    letters = {text: text.replace("&&", "").partition("&")[2][:1] for text in texts}
    assert not [text for text, letter in letters.items() if letter.strip() and not (letter + "a").isascii()]


def _several(words: str | tuple[str, ...] | list[str]) -> Iterator[str]:
    yield from (words,) if isinstance(words, str) else words


def test_the_compiled_catalogue_is_the_written_one() -> None:
    compiled = BytesIO()
    write_mo(compiled, catalogue())
    assert CATALOGUE.with_suffix(".mo").read_bytes() == compiled.getvalue()


@pytest.mark.parametrize(
    "name", ["frontdesk", "ui", "resources", "tests", "setup.cfg", "main.py", "README.md", "pyproject.toml"]
)
def test_the_house_stands_as_it_was_drawn(name: str) -> None:
    assert (ROOT / name).exists()


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_every_room_is_a_package_so_that_it_is_installed() -> None:
    bare = {str(path.parent.relative_to(ROOT)) for path in sources() if not (path.parent / "__init__.py").exists()}
    assert bare <= {"."} | {"frontdesk/store/migrations"}
