"""A command loads what it uses and nothing else: pinned by what is loaded, never by a time."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from frontdesk import VERSION
from frontdesk.commands import services
from frontdesk.commands.rooms import DEEDS, PAPERS
from frontdesk.commands.rooms import ROOMS as LOADED
from frontdesk.commands.services import build, deeds_of, paper_kind
from frontdesk.store import Store
from tests.conftest import PASSPHRASE
from tests.frontdesk.commands.conftest import Run

ROOT = Path(__file__).parents[3]
STORE: Final = frozenset({"peewee", "sqlcipher3", "cryptography", "filelock"})
PAGES: Final = frozenset({"reportlab", "docx", "segno", "PIL", "fontTools", "pypdf", "pypdfium2"})
SHEETS: Final = frozenset({"python_calamine", "multiprocessing", "xlsxwriter"})
FACTS: Final = frozenset({"holidays", "lunar_vn", "vietnam_provinces", "viparse", "vietnam_qr_pay", "zxcvbn"})
WINDOWS: Final = frozenset({"PySide6", "shiboken6"})
HEAVY: Final = STORE | PAGES | SHEETS | FACTS | WINDOWS
SLICES: Final = frozenset(f"frontdesk.{slice_}" for slice_ in services.SLICES)
ENDING: Final = """
import json, sys
from frontdesk.commands.program import run_program
status = run_program(sys.argv[1:])
print(json.dumps([status, sorted(sys.modules)]), file=sys.stderr)
"""


def loaded(folder: Path, *words: str) -> frozenset[str]:
    """What is loaded once a command has ended well."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "FRONTDESK_PASSPHRASE": PASSPHRASE, "PYTHONUTF8": "1"}
    ended = subprocess.run(
        [sys.executable, "-c", ENDING, "--office", folder, *words],
        env=environment, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    status, names = re.fullmatch(r"\[(\d+), \[(.*)\]\]", ended.stderr.splitlines()[-1]).groups()  # type: ignore[union-attr]
    assert status == "0", ended.stderr
    return frozenset(re.findall(r'"([^"]+)"', names)) & (HEAVY | SLICES)


@pytest.mark.parametrize("words", [("--help",), ("--version",), ("list", "--help"), ("import", "--help")])
def test_help_and_version_load_nothing_of_the_office(office_folder: Path, words: tuple[str, ...]) -> None:
    assert loaded(office_folder, *words) == frozenset()


@pytest.mark.parametrize(
    ("words", "slices"),
    [
        (("list", "areas"), ()),
        (("list", "journal"), ()),
        (("list", "roster"), ("roster",)),
        (("list", "petitions"), ("roster", "petitions")),
        (("list", "meetings"), ("roster", "petitions", "meetings")),
        (("list", "vouchers"), ("fund",)),
    ],
)
def test_a_list_loads_the_store_and_the_slices_it_reads(
    office_folder: Path, words: tuple[str, ...], slices: tuple[str, ...]
) -> None:
    assert loaded(office_folder, *words) == STORE | {f"frontdesk.{slice_}" for slice_ in slices}


def test_a_paper_loads_the_printer_of_its_file_and_no_other(office_folder: Path, tmp_path: Path) -> None:
    as_pdf = loaded(office_folder, "print", "members", "--out", str(tmp_path / "a.pdf"))
    as_word = loaded(office_folder, "print", "members", "--out", str(tmp_path / "a.docx"))
    assert as_pdf & {"reportlab", "docx", "xlsxwriter"} == {"reportlab"}
    assert as_word & {"docx", "xlsxwriter"} == {"docx"}
    assert (as_pdf | as_word).isdisjoint({"frontdesk.meetings", "frontdesk.fund", "python_calamine", "holidays"})


def test_the_deeds_of_a_room_are_listed_without_the_others(office_folder: Path) -> None:
    assert loaded(office_folder, "do", "fund") & SLICES == {"frontdesk.fund"}


def test_a_sheet_tried_for_a_list_loads_no_printer(office_folder: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "ds.csv"
    sheet.write_text("Họ và tên,Năm sinh,Khu dân cư\nLê An,1960,Khu phố 1\n", encoding="utf-8")
    held = loaded(office_folder, "import", "roster", str(sheet), "--dry-run")
    assert held.isdisjoint({*PAGES, *SHEETS, *WINDOWS, "frontdesk.meetings", "frontdesk.fund"})


def test_who_writes_has_every_slice_for_they_answer_one_anothers_deeds(store: Store) -> None:
    held = vars(build(store))
    assert {"roster", "petitions", "meetings", "fund"} <= held.keys()


def test_a_room_asked_alone_says_what_all_together_say() -> None:
    assert tuple(deed for room in services.ROOMS for deed in deeds_of(room)) == DEEDS
    assert [room.__name__ for room in LOADED] == [f"frontdesk.{room}" for room in services.ROOMS]
    for name, kind in PAPERS.items():
        found = paper_kind(name)
        assert found is not None
        assert found[1] is kind
    assert paper_kind("dance") is None


def test_the_version_is_said_alone_on_a_line(run: Run) -> None:
    assert run("--version").out == f"frontdesk {VERSION}\n"


@pytest.mark.parametrize("locale", ["C", "en_US.ISO-8859-1"])
def test_words_and_paths_are_vietnamese_whatever_the_locale_says(
    office_folder: Path, tmp_path: Path, locale: str
) -> None:
    folder = office_folder.rename(tmp_path / "hồ sơ")
    environment = {**os.environ, "FRONTDESK_PASSPHRASE": PASSPHRASE}
    environment |= {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    said = [
        subprocess.run(
            [sys.executable, "main.py", "--office", folder, *words], cwd=ROOT, env=environment, capture_output=True,
            encoding="utf-8", check=True,
        ).stdout
        for words in (
            ("do", "office", "add_area", "--name", "Thôn Đông Hòa"),
            ("list", "areas", "--search", "Đông Hòa", "--format", "csv"),
        )
    ]  # fmt: skip
    assert said[1].splitlines()[1:] == ["Thôn Đông Hòa,village,,,,"]
