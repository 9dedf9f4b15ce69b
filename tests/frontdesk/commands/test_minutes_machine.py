"""The minutes as a Word document, opened by LibreOffice: its pages say what our own pages say, in their order."""

import os
import subprocess
from pathlib import Path
from typing import Final

import docx
import pdfplumber
import pytest
from docx.oxml.ns import qn

from tests.frontdesk.commands.conftest import Run

pytestmark = pytest.mark.machine

SAMPLES: Final = Path(__file__).parents[2] / "data" / "meetings"
TOP_MARGIN_PT: Final = 56


def repeated_headers(document: Path) -> list[str]:
    """What the rows say, blanks aside, that a table repeats on each of its pages."""
    rows = [row for table in docx.Document(str(document)).tables for row in table.rows]
    repeated = (row for row in rows if row._tr.find(f".//{qn('w:tblHeader')}") is not None)
    return ["".join("".join(cell.text for cell in row.cells).split()) for row in repeated]


def text_of(pdf: Path, headers: list[str]) -> str:
    """All letters of the pages in the order they were laid down, each repeated header taken out.

    No blanks: a font of another width breaks lines, and long words, at other places. No page numbers.
    """
    with pdfplumber.open(pdf) as opened:
        words = [
            word["text"]
            for page in opened.pages
            for word in page.extract_words(use_text_flow=True)
            if word["bottom"] > TOP_MARGIN_PT or not word["text"].isdigit()
        ]
    text = "".join(words)
    for header in headers:
        assert header in text
        text = text.replace(header, "")
    return text


@pytest.mark.parametrize("name", ["meeting-briefing", "meeting-seminar"])
def test_libreoffice_shows_the_minutes_that_our_own_pages_show(run: Run, tmp_path: Path, name: str) -> None:
    number = run("import", "meeting", SAMPLES / f"{name}.json").out.strip()
    for ending in ("pdf", "docx"):
        assert run("print", "minutes", number, "--out", tmp_path / f"minutes.{ending}").status == 0
    # A profile of its own: an open window of LibreOffice would else be asked, and its user's settings.
    profile = f"-env:UserInstallation={(tmp_path / 'libreoffice').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path / "theirs", "minutes.docx"],
        cwd=tmp_path, env={**os.environ, "HOME": str(tmp_path)}, check=True, capture_output=True,
    )  # fmt: skip
    headers = repeated_headers(tmp_path / "minutes.docx")
    ours = text_of(tmp_path / "minutes.pdf", headers)
    assert len(ours) > 3_000
    assert text_of(tmp_path / "theirs" / "minutes.pdf", headers) == ours
