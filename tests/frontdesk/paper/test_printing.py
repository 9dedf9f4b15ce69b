import io
import os
import subprocess
import sys

import pytest
from pypdf import PdfReader

from frontdesk.errors import DeskUnavailable, RuleBroken, Trouble
from frontdesk.paper import (
    Chart,
    ChartKind,
    Code,
    Column,
    Heading,
    Letterhead,
    Paper,
    Paragraph,
    Row,
    Series,
    Table,
    Title,
    output,
    print_docx,
    print_paper,
    print_pdf,
    print_xlsx,
)

PAPER = Paper(
    "Biên bản <số 5>",
    "UBMTTQ xã Minh Tân",
    (
        Letterhead(("ỦY BAN", "BAN THƯỜNG TRỰC"), "Số: 05", "Minh Tân, ngày 22"),
        Title("BIÊN BẢN", "Hội nghị"),
        Heading("I. Một"),
        Paragraph("Nội dung."),
        Table((Column("STT", 15), Column("Tên")), tuple(Row((n, f"Tên {n}")) for n in range(50))),
        Chart(ChartKind.BARS, ("A",), (Series("x", (1,)),)),
        Code("12345"),
    ),
)


@pytest.mark.parametrize("door", [print_pdf, print_docx, print_xlsx])
def test_equal_papers_print_to_equal_bytes(door):
    first, second = io.BytesIO(), io.BytesIO()
    door(PAPER, first)
    door(PAPER, second)
    assert first.getvalue() == second.getvalue()


@pytest.mark.parametrize("door", ["pdf", "docx", "xlsx"])
def test_another_process_prints_the_same_bytes(door, tmp_path):
    program = (
        "import sys; from pathlib import Path; from tests.frontdesk.paper.test_printing import PAPER;"
        "from frontdesk.paper import print_paper; print_paper(PAPER, Path(sys.argv[1]))"
    )
    for name, seed in (("a", "1"), ("b", "2")):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", program, tmp_path / f"{name}.{door}"], check=True, env=environment)
    assert (tmp_path / f"a.{door}").read_bytes() == (tmp_path / f"b.{door}").read_bytes()


def test_a_pdf_tells_its_title_author_and_language():
    stream = io.BytesIO()
    assert print_pdf(PAPER, stream) == len(PdfReader(stream).pages)
    reader = PdfReader(stream)
    assert reader.metadata.title == "Biên bản <số 5>"
    assert reader.metadata.author == "UBMTTQ xã Minh Tân"
    assert reader.trailer["/Root"]["/Lang"] == "vi"


@pytest.mark.parametrize(("name", "start"), [("a.pdf", b"%PDF"), ("a.DOCX", b"PK"), ("a.xlsx", b"PK")])
def test_the_ending_chooses_the_printer(tmp_path, name, start):
    print_paper(PAPER, tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(start)


@pytest.mark.parametrize("name", ["a.odt", "a", "a.pdf.txt"])
def test_an_unknown_ending_is_refused(tmp_path, name):
    with pytest.raises(RuleBroken) as refusal:
        print_paper(PAPER, tmp_path / name)
    assert (refusal.value.code, refusal.value.field) == ("paper.unknown_format", "out")
    assert not list(tmp_path.iterdir())


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(DeskUnavailable, match="nowhere") as trouble:
        print_pdf(PAPER, tmp_path / "nowhere" / "a.pdf")
    assert trouble.value.trouble is Trouble.MISSING


def test_a_name_that_is_a_folder_is_refused_and_leaves_nothing_behind(tmp_path):
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(DeskUnavailable) as trouble:
        print_pdf(PAPER, tmp_path / "a.pdf")
    assert trouble.value.trouble is Trouble.READ_ONLY
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_a_full_disk_is_said_and_keeps_the_old_file(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    program = (
        "import resource, signal, sys; from pathlib import Path; from frontdesk.errors import DeskUnavailable;"
        "from frontdesk.paper.output import write_whole;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000));\n"
        "try: write_whole(b'x' * 5000, Path(sys.argv[1]))\n"
        "except DeskUnavailable as trouble: print(trouble.trouble)"
    )
    done = subprocess.run([sys.executable, "-c", program, path], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == Trouble.FULL
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_printed_file_takes_the_place_of_the_old_one(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"old")
    output.write_whole(b"new", tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [tmp_path / "a.pdf"]


def test_the_blocks_load_no_printing_library():
    program = "import sys, frontdesk.paper; print(*{'reportlab', 'docx', 'xlsxwriter', 'fontTools'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == ""
