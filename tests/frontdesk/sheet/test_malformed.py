"""Files that no office means to keep: each is read, or refused in a sentence, and soon.

Three hundred of them go through the import of the roster; here a few of every kind are read alone.
"""

import time

import pytest

from frontdesk.errors import RuleBroken
from frontdesk.sheet import read, recognise, walk
from tests.frontdesk.sheet.malformed import FAMILIES, malformed, patience
from tests.frontdesk.sheet.specs import ROSTER

FILES = 4 * len(FAMILIES)


@pytest.mark.parametrize("number", range(FILES))
def test_a_malformed_file_is_read_or_refused_in_a_sentence(tmp_path, number, capfd):
    path = tmp_path / "sheet.xlsx"
    path.write_bytes(malformed(number))
    allowed, began = patience(), time.process_time()
    refusal = _refusal(path)
    assert refusal is None or (refusal.code.startswith("sheet.") and str(refusal).endswith("."))
    assert time.process_time() - began < allowed
    assert capfd.readouterr() == ("", "")


def _refusal(path):
    """How the file at `path` is refused; None when every row of it can be walked."""
    try:
        rows = list(walk(recognise(read(path), ROSTER)))
    except RuleBroken as refusal:
        return refusal
    assert rows
    return None
