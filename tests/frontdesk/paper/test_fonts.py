import io
import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from frontdesk.paper import Chart, ChartKind, Heading, Paragraph, Run, Series, fonts, missing_letters
from frontdesk.paper.fonts import FAMILY, VIETNAMESE_LETTERS, Face, choose, printable, readable, typeface
from frontdesk.paper.pdf.faces import ascender
from tests.frontdesk.paper.reading import pages_of, print_blocks

TIMES = dict(zip(Face, ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"), strict=True))
EVERY_LETTER = "".join(map(chr, sorted(VIETNAMESE_LETTERS))) + "₫"


def _write_times(folder: Path, *, without: str = "") -> dict[Face, bytes]:
    """Four faces in `folder` under the names of Times New Roman, lacking the letters of `without`."""
    folder.mkdir()
    files = {}
    for face, data in typeface().files.items():
        font = TTFont(io.BytesIO(data))
        for table in font["cmap"].tables:
            for letter in without:
                table.cmap.pop(ord(letter), None)
        font.save(folder / TIMES[face])
        files[face] = (folder / TIMES[face]).read_bytes()
    return files


def _fonts_of(data):
    """The base names of all fonts of a PDF, and whether each is embedded."""
    found = {}
    waiting = [page["/Resources"] for page in PdfReader(io.BytesIO(data)).pages]
    while waiting:
        resources = waiting.pop().get_object()
        for font in resources.get("/Font", {}).values():
            font = font.get_object()
            found[font["/BaseFont"]] = "/FontFile2" in font.get("/FontDescriptor", {})
        for form in resources.get("/XObject", {}).values():
            if "/Resources" in form.get_object():
                waiting.append(form.get_object()["/Resources"])
    return found


def test_there_are_134_vietnamese_letters():
    assert len(VIETNAMESE_LETTERS) == 134
    assert all(unicodedata.is_normalized("NFC", chr(code)) for code in VIETNAMESE_LETTERS)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
def test_every_letter_comes_back_from_the_page_in_each_face(bold, italic):
    page = pages_of(*(Paragraph((Run(EVERY_LETTER[n : n + 30], bold, italic),)) for n in range(0, 135, 30)))[0]
    assert "".join(page.text.split()) == EVERY_LETTER


def test_all_fonts_are_embedded_and_cut_to_the_letters_used():
    chart = Chart(ChartKind.BARS, ("A",), (Series("x", (1,)),), "Biểu đồ")
    runs = tuple(Run(f"{bold} {italic} ", bold, italic) for bold in (False, True) for italic in (False, True))
    found = _fonts_of(print_blocks(Heading("Ộ"), Paragraph(runs), chart))
    assert len(found) == 4
    assert all(found.values())
    assert all(name[1:].partition("+")[0].isupper() for name in found)


def test_the_systems_times_is_taken_when_it_holds_every_letter(tmp_path):
    files = _write_times(tmp_path / "fonts")
    assert choose((tmp_path / "fonts",), tmp_path / "cache").files == files
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize("lacking", ["ặ", "Ỹ", "₫"])
def test_a_times_that_lacks_one_letter_is_passed_over(tmp_path, lacking):
    files = _write_times(tmp_path / "fonts", without=lacking)
    chosen = choose((tmp_path / "fonts",), _cache())
    assert chosen.files != files
    assert ord(lacking) in chosen.letters


def test_a_line_begins_where_windows_puts_it_whatever_the_typographic_ascender():
    """Times New Roman says 0.69 of the size there, and 0.89, with the marks of its capitals, for Windows."""
    font = TTFont(io.BytesIO(typeface().files[Face.REGULAR]))
    unit = font["head"].unitsPerEm
    font["OS/2"].sTypoAscender, font["OS/2"].usWinAscent = round(0.69 * unit), round(0.89 * unit)
    stream = io.BytesIO()
    font.save(stream)
    assert ascender(stream.getvalue()) == pytest.approx(890, abs=1)


def test_a_damaged_font_file_is_passed_over(tmp_path):
    folder = tmp_path / "fonts"
    folder.mkdir()
    for name in TIMES.values():
        (folder / name).write_bytes(b"\0\1\0\0 no font at all")
    assert choose((folder,), _cache()).letters >= VIETNAMESE_LETTERS


def _cache() -> Path:
    """The cache of this user, where the faces were made for an earlier test."""
    return Path(fonts.platformdirs.user_cache_path("frontdesk")) / "fonts"


def test_made_faces_are_kept_under_their_postscript_names_and_used_again(tmp_path):
    made = choose((), tmp_path / "cache")
    names = {path.name for path in (tmp_path / "cache").iterdir()}
    assert names == {f"{FAMILY}-{face}-{fonts.RECIPE}.ttf" for face in Face}
    for face, data in made.files.items():
        font = TTFont(io.BytesIO(data))
        assert font["name"].getDebugName(6) == f"{FAMILY}-{face}"
        assert frozenset(font.getBestCmap()) >= VIETNAMESE_LETTERS
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "cache").iterdir()}
    assert choose((), tmp_path / "cache").files == made.files
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "cache").iterdir()} == before


def test_a_cut_face_in_the_cache_is_made_again(tmp_path):
    cache = tmp_path / "cache"
    cache.mkdir()
    for path in _cache().iterdir():
        (cache / path.name).write_bytes(path.read_bytes())
    whole = choose((), cache).files
    cut = cache / f"{FAMILY}-{Face.BOLD}-{fonts.RECIPE}.ttf"
    cut.write_bytes(cut.read_bytes()[:5000])
    assert choose((), cache).files == whole


def test_a_cache_that_cannot_be_written_leaves_the_faces_in_memory(tmp_path):
    in_the_way = tmp_path / "cache"
    in_the_way.write_text("a file where the folder should be")
    assert choose((), in_the_way).letters >= VIETNAMESE_LETTERS
    assert in_the_way.read_text() == "a file where the folder should be"


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Nguyễn Thị Ngọc Ánh", ()),
        ("Y Ƀhăm Niê, Ê-đê, č ŏ ŭ", ()),
        ("☐ đồng ý ☒ không", ()),
        ("tên 漢 và 😀, 漢", ("漢", "😀")),
        ("a\x07", ("\x07",)),
        ("dòng\nhai\tba", ()),
        ("", ()),
    ],
)
def test_missing_letters_are_named_once_in_order(text, missing):
    assert missing_letters(text) == missing


def test_invisible_letters_of_pasted_text_are_dropped():
    assert printable("\ufeffcuộc\u200b họp\u00ad") == "cuộc họp"
    assert readable("\ufeffcuộc\u200b họp") == "cuộc họp"


def test_a_reader_with_his_own_fonts_gets_every_letter_but_no_control():
    assert readable("漢 \x07 e\u0302\u0323") == "漢 \ufffd ệ"
