"""The frozen tables of tests/data/vietnamese."""

from pathlib import Path

_FOLDER = Path(__file__).parents[2] / "data" / "vietnamese"


def lines(file_name: str) -> list[str]:
    """The lines of a table, without their ends."""
    return (_FOLDER / file_name).read_text(encoding="utf-8").splitlines()


def pairs(file_name: str) -> list[tuple[str, str]]:
    """The rows of a table of two columns."""
    return [(left, right) for left, right in (line.split("\t") for line in lines(file_name))]
