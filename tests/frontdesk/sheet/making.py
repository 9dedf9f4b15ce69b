"""Sheets made for a test: xlsx, ods and csv files out of rows."""

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

import xlsxwriter

from frontdesk.sheet import Cell

DATA = Path(__file__).parents[2] / "data" / "sheets"
SHEET_PART = "xl/worksheets/sheet1.xml"


def xlsx_bytes(*sheets: Sequence[Sequence[Cell]], merges: Sequence[str] = (), hidden: int | None = None) -> bytes:
    """A workbook of `sheets`; `merges` ("A1:C1") are merged in each of them, `hidden` is the place of a hidden one."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for place, rows in enumerate(sheets):
        sheet = book.add_worksheet()
        for area in merges:
            sheet.merge_range(area, "")
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(number, column, cell, day)
                elif isinstance(cell, str) and cell:
                    sheet.write_string(number, column, cell)
                elif cell != "":
                    sheet.write(number, column, cell)
        if place == hidden:
            sheet.hide()
    book.close()
    return out.getvalue()


def xlsx(path: Path, *sheets: Sequence[Sequence[Cell]], merges: Sequence[str] = (), hidden: int | None = None) -> Path:
    path.write_bytes(xlsx_bytes(*sheets, merges=merges, hidden=hidden))
    return path


def patched(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The zip `data` with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == part else content)
    return out.getvalue()


def ods_cell(text: str, repeated: int = 1) -> str:
    return (
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{repeated}">'
        f"<text:p>{escape(text)}</text:p></table:table-cell>"
    )


def ods_bytes(*rows: str) -> bytes:
    """An OpenDocument book of one table whose rows are written out in its own tags."""
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as book:
        book.writestr("mimetype", kind)
        book.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>',
        )
        book.writestr(
            "content.xml",
            f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names}><office:body><office:spreadsheet>'
            f'<table:table table:name="S">{"".join(rows)}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return out.getvalue()


def ods_row(*texts: str, repeated: int = 1) -> str:
    cells = "".join(map(ods_cell, texts))
    return f'<table:table-row table:number-rows-repeated="{repeated}">{cells}</table:table-row>'
