"""The store is tested on a toy office of its own, made once and copied for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from frontdesk.store import Store, create
from tests.frontdesk.store.toy import MODELS, PASSPHRASE, QUICK, USER, SetClock, open_toy


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture(scope="session")
def blank_toy(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A toy office that is only copied, and its recovery code."""
    folder = tmp_path_factory.mktemp("toy") / "office"
    return folder, create(folder, USER, PASSPHRASE, MODELS, clock=SetClock(), cost=QUICK)


@pytest.fixture
def recovery_code(blank_toy: tuple[Path, str]) -> str:
    return blank_toy[1]


@pytest.fixture
def folder(blank_toy: tuple[Path, str], tmp_path: Path) -> Path:
    return Path(shutil.copytree(blank_toy[0], tmp_path / "office"))


@pytest.fixture
def store(folder: Path, clock: SetClock) -> Iterator[Store]:
    opened = open_toy(folder, clock=clock)
    yield opened
    opened.close()
