"""Looking into a zipped sheet file before its reader does: what it is, and how large it would grow.

The reader lays a sheet out as one block of rows × columns in memory, and ends the whole program when there is none
left; so a file that claims a cell in row 1,048,576 must be refused here.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from frontdesk.errors import RuleBroken
from frontdesk.messages import _

# WORKAROUND https://github.com/tafia/calamine: a range is allocated for its far corner, however few cells it has.
# Only cells beyond column Z or row 9,999 are worth a look; a sheet without them fits in any case.
_PLAIN_FAR: Final = re.compile(rb"<c r=\"([A-Z]{2,}|[A-Z](?=\d{5}))(\d{1,18})")
_FAR: Final = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]{2,}|[A-Za-z](?=\d{5}))(\d{1,18})")
_PIECE: Final = 1 << 18
_NEAR_ROWS: Final = 9_999
NEAR_COLUMNS: Final = 26
# Counted one by one, for a bomb of millions of them must not take long; a text with ":c " in it counts too much.
_CELL_STARTS: Final = tuple(
    lead + b"c" + end for lead in (b"<", b":") for end in (b">", b"/", b" ", b"\t", b"\r", b"\n")
)
_REFERENCE: Final = re.compile(rb"\sr\s*=\s*[\"'][A-Za-z]+\d")
_ROW: Final = re.compile(rb"<(?:\w+:)?row[\s>/]")
_ROW_NUMBER: Final = re.compile(rb"<(?:\w+:)?row\b[^>]*?\sr\s*=\s*[\"'](\d{1,18})")
_VALUED_CELL: Final = re.compile(rb"<(?:\w+:)?c\s[^>]*?\br\s*=\s*[\"']([A-Za-z]+)(\d{1,18})\d*[\"'][^>]*(?<!/)>(?!</)")
_SHARED_REFERENCE: Final = re.compile(rb"\st\s*=\s*[\"']s[\"'][^>]*>\s*<(?:\w+:)?v>(\d+)<")
_SHARED_END: Final = re.compile(rb"</(?:\w+:)?si>")
_ODS_TAG: Final = re.compile(rb"<table:(table-row|table-cell|covered-table-cell|table)([\s/>][^>]*)?>")
_ODS_REPEATED: Final = re.compile(rb"number-(?:rows|columns)-repeated\s*=\s*[\"'](\d{1,18})")


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a sheet file may be; far above what an office keeps, far below what its computer holds.

    Rows are counted as if they had 26 `cells` at least: so many rows are no office's table, however narrow.
    """

    file_bytes: int = 64 << 20
    unpacked_bytes: int = 160 << 20
    parts: int = 5_000
    cells: int = 5_000_000
    seconds: float = 30.0


def too_large() -> RuleBroken:
    """The refusal of a file that would not fit."""
    return RuleBroken(
        "sheet.too_large",
        _(
            "The sheet is too large to read. Delete the empty rows and columns around the table, or split it, "
            "then save and try again."
        ),
    )


def unreadable() -> RuleBroken:
    """The refusal of a file that is cut or damaged."""
    return RuleBroken(
        "sheet.unreadable",
        _("The file is damaged or was cut off while being copied. Open it in Excel, save it again, and try again."),
    )


def wrong_type() -> RuleBroken:
    """The refusal of a file that is no sheet."""
    return RuleBroken(
        "sheet.wrong_type",
        _("This is not a sheet the program can read. Open it in Excel and save it as an Excel workbook (.xlsx)."),
    )


def encrypted() -> RuleBroken:
    """The refusal of a file behind a password."""
    return RuleBroken(
        "sheet.encrypted",
        _("The file is locked with a password. Open it in Excel, remove the password, save it, and try again."),
    )


def check_archive(data: bytes, limits: Limits) -> None:
    """Refuses the bytes of a zip file unless they are an xlsx or ods book of bearable size."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            if len(parts) > limits.parts or sum(part.file_size for part in parts) > limits.unpacked_bytes:
                raise too_large()
            unpacked = {
                part.filename: _unpack(data, part, limits)
                for part in parts
                if part.filename.endswith((".xml", ".rels"))
            }
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, NotImplementedError) as error:
        raise unreadable() from error
    if sum(map(len, unpacked.values())) > limits.unpacked_bytes:
        raise too_large()
    if any(name.startswith("xl/") for name in names) and "xl/workbook.bin" not in names:
        _check_xlsx(unpacked, limits)
    elif b"opendocument.spreadsheet" in unpacked.get("META-INF/manifest.xml", b"") or _is_ods(data):
        if b"encryption-data" in unpacked.get("META-INF/manifest.xml", b""):
            raise encrypted()
        if _ods_cells(unpacked.get("content.xml", b""), limits.cells) > limits.cells:
            raise too_large()
    else:
        raise wrong_type()


def _is_ods(data: bytes) -> bool:
    """Whether the zip opens with the uncompressed ``mimetype`` of an ods book."""
    return b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet" in data[:200]


def _unpack(data: bytes, part: zipfile.ZipInfo, limits: Limits) -> bytes:
    """The whole content of `part`, which must be as long as it says and match its checksum.

    `ZipFile.read` stops at the declared length, so a part that hides more behind it would pass unseen.
    """
    header = data[part.header_offset : part.header_offset + 30]
    if len(header) < 30 or header[:4] != b"PK\x03\x04":
        raise zipfile.BadZipFile(part.filename)
    if part.flag_bits & 0x1:
        raise encrypted()
    start = part.header_offset + 30 + int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    packed = data[start : start + part.compress_size]
    if part.compress_type == zipfile.ZIP_STORED:
        content = packed
    elif part.compress_type == zipfile.ZIP_DEFLATED:
        content = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, limits.unpacked_bytes + 1)
    else:
        raise NotImplementedError(part.compress_type)
    if len(content) > limits.unpacked_bytes:
        raise too_large()
    if len(content) != part.file_size or zlib.crc32(content) != part.CRC:
        raise zipfile.BadZipFile(part.filename)
    return content


def _check_xlsx(parts: dict[str, bytes], limits: Limits) -> None:
    """Refuses an xlsx whose sheets reach too far, or whose shared texts would be repeated too often."""
    sheets = [content for content in parts.values() if b"sheetData" in content]
    if any(_corner(content, limits.cells) > limits.cells for content in sheets):
        raise too_large()
    texts = next((content for name, content in parts.items() if name.lower().endswith("sharedstrings.xml")), b"")
    longest = max(_lengths(texts))
    if longest * sum(map(len, sheets)) // 20 > limits.unpacked_bytes:
        lengths = list(_lengths(texts))
        written = sum(
            lengths[index]
            for content in sheets
            for index in map(int, _SHARED_REFERENCE.findall(content))
            if index < len(lengths)
        )
        if written > limits.unpacked_bytes:
            raise too_large()


def _lengths(texts: bytes) -> Iterator[int]:
    """How long each shared text is as it is written; one by one, for the same reason as `_matches`."""
    start = 0
    for end in _SHARED_END.finditer(texts):
        yield end.start() - start
        start = end.end()
    yield len(texts) - start


def _corner(content: bytes, enough: int) -> int:
    """The rows × columns of a worksheet part; exact only where a quick look says it is more than `enough`."""
    cells = content.count(b"<c ") + content.count(b"<c>")
    if content.count(b'<c r="') == cells > 0 and b":c " not in content and b":c>" not in content:
        rows, columns = _reach(_matches(_PLAIN_FAR, content))
    else:
        rows, columns = _reach(_matches(_FAR, content))
        if _cells(content) > sum(1 for _reference in _REFERENCE.finditer(content)):
            return _corner_of_nameless(content, rows, columns, enough)
    if rows * columns > enough:
        # A format set on a whole column leaves far cells that hold nothing, and nothing is laid out for them.
        rows, columns = _reach(_VALUED_CELL.finditer(content))
    return rows * columns


def _matches(pattern: re.Pattern[bytes], content: bytes) -> Iterator[re.Match[bytes]]:
    """Every match of `pattern`, which lies within one tag and does not look beyond it.

    Piece by piece, since no other thread gets its turn during one search, and a window waits for its own.
    """
    start = 0
    while start < len(content):
        end = content.find(b"<", start + _PIECE)
        end = len(content) if end < 0 else end
        yield from pattern.finditer(content, start, end)
        start = end


def _corner_of_nameless(content: bytes, rows: int, columns: int, enough: int) -> int:
    """As `_corner`, for cells that do not say where they stand, so that only counting tells."""
    rows = max(rows, content.count(b"<row") + content.count(b":row"))
    rows = max(rows, max((int(row[1]) for row in _ROW_NUMBER.finditer(content)), default=0))
    if rows * columns > enough:
        return rows * columns
    return rows * max(columns, *map(_cells, _ROW.split(content)))


def _cells(content: bytes) -> int:
    return sum(map(content.count, _CELL_STARTS))


def _reach(references: Iterator[re.Match[bytes]]) -> tuple[int, int]:
    """The last row and column of cell `references`, no less than those of a sheet that fits in any case."""
    rows, columns = _NEAR_ROWS, NEAR_COLUMNS
    for reference in references:
        rows, columns = max(rows, int(reference[2])), max(columns, _column(reference[1]))
    return rows, columns


def _column(letters: bytes) -> int:
    """The number of a column from 1: A is 1, AA 27."""
    number = 0
    for letter in letters[:18].upper():
        number = number * 26 + letter - 64
    return number


def _ods_cells(content: bytes, enough: int) -> int:
    """The rows × columns of the largest table of an ods; counting ends beyond `enough`."""
    largest = 0
    for rows, columns in _ods_tables(content):
        largest = max(largest, rows * columns)
        if largest > enough:
            break
    return largest


def _ods_tables(content: bytes) -> Iterator[tuple[int, int]]:
    """The rows and columns reached so far at each cell that holds something; a new table starts anew."""
    row = column = repeat = 0
    width = NEAR_COLUMNS
    for match in _ODS_TAG.finditer(content):
        tag, attributes = match.group(1), match.group(2) or b""
        found = _ODS_REPEATED.search(attributes)
        times = int(found.group(1)) if found else 1
        if tag == b"table":
            row = column = repeat = 0
            width = NEAR_COLUMNS
        elif tag == b"table-row":
            row, column, repeat = row + repeat, 0, times
        else:
            column += times
            if not attributes.rstrip().endswith(b"/"):
                width = max(width, column)
                yield row + repeat, width
