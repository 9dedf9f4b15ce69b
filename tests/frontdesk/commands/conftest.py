"""The command line as an office's helper uses it: words in, text and an exit status out."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from frontdesk.commands.program import run_program
from tests.conftest import PASSPHRASE


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    status: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, office_folder: Path) -> Run:
    """Runs a command, in English, on this test's own office unless another is named."""
    monkeypatch.setenv("FRONTDESK_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("FRONTDESK_OFFICE", str(office_folder))

    def call(*words: str | Path, lang: str = "en") -> Ended:
        capsys.readouterr()
        status = run_program(["--lang", lang, *map(str, words)])
        captured = capsys.readouterr()
        return Ended(status, captured.out, captured.err)

    return call
