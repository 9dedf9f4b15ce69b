"""A stolen computer or stick tells nobody who works here or who has written."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from frontdesk.vietnamese.text import fold
from tests.frontdesk.store import elsewhere
from tests.frontdesk.store.toy import USER

# Megabytes of encrypted bytes hold any four bytes by chance, once in some hundred runs; six they hold once in millions.
TELLING = 6


def traces(folder: Path) -> Iterator[str]:
    """Every place under `folder` where a name can be read, in a file's bytes or in its name."""
    words = {word for name in (*elsewhere.NAMES, USER, "Phật giáo") for word in (name, *name.split()) if len(word) > 3}
    spelt = {form for word in words for form in (word, word.upper(), fold(word))}
    encoded = {form.encode(code) for form in spelt for code in ("utf-8", "utf-16-le", "utf-16-be", "unicode-escape")}
    needles = {needle for needle in encoded if len(needle) >= TELLING}
    for path in folder.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        for needle in needles:
            if needle in content or needle in path.name.encode():
                yield f"{needle!r} in {path}"


def test_the_search_for_traces_finds_one(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Kính gửi bà truong thi kim oanh")
    assert list(traces(tmp_path))


@pytest.mark.parametrize("ending", ["closed", "killed"])
def test_no_name_can_be_read_in_any_byte_after_work(folder: Path, tmp_path: Path, ending: str) -> None:
    home = tmp_path / "home"
    home.mkdir()
    with elsewhere.start(folder, "day", home=home) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == "done\n"
        assert list(traces(folder)) == []
        if ending == "killed":
            other.kill()
        else:
            other.stdin.write("end\n")
    assert (folder / "office.db").stat().st_size > 0
    assert list(traces(folder)) == []
    assert list(traces(home)) == []
