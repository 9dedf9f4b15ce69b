"""Files no office means to keep, given to `import roster`."""

from pathlib import Path

import pytest

from tests.frontdesk.commands.conftest import Run
from tests.frontdesk.sheet.malformed import FAMILIES, malformed


@pytest.mark.parametrize("number", range(len(FAMILIES)))
def test_a_malformed_roster_ends_with_a_sentence_and_changes_nothing(run: Run, tmp_path: Path, number: int) -> None:
    path = tmp_path / "danh-sach.xlsx"
    path.write_bytes(malformed(number))
    ended = run("import", "roster", path)
    assert "Traceback" not in ended.out + ended.err
    if ended.status == 0:
        assert ended.out.startswith("added ")
    else:
        assert ended.status == 1
        assert ended.err.strip().endswith(".") or "rejected" in ended.out
        assert run("list", "roster", "--format", "json").out.strip() == "[]"
