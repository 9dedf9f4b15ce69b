"""Text files with a table in them: CSV as Excel, Google Sheets and old programs save it."""

import codecs
import csv
import io
import re
import unicodedata
from typing import Final

from frontdesk.sheet.guard import NEAR_COLUMNS, Limits, too_large, unreadable, wrong_type

_DELIMITERS: Final = (";", ",", "\t")
_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Windows-1252, its five gaps filled from Latin-1, so that no letter of a legacy font is lost.
_WESTERN: Final = "".join(bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(256))
_BINARY: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MARKUP: Final = re.compile(r"\s*<(?:\?xml|!doctype|html|table|head|meta)", re.IGNORECASE)
# A tone mark of Windows-1258 follows the vowel it stands on; read by mistake out of TCVN3 it follows anything.
_TONE: Final = "\u0300\u0301\u0303\u0309\u0323"
_TONE_ON_VOWEL: Final = re.compile(f"[aăâeêioôơuưyAĂÂEÊIOÔƠUƯY][{_TONE}]")


def is_text(data: bytes) -> bool:
    """Whether `data` can be a text file at all: no control characters, no markup, no PDF."""
    start = data[:4096]
    is_wide = data.startswith(_UTF16) or _unmarked_utf16(start) is not None
    text = decode(start if is_wide else start.rstrip(b"\x00"))
    return not (_BINARY.search(text) or _MARKUP.match(text) or text.startswith(("%PDF", "{\\rtf")))


def decode(data: bytes) -> str:
    """The text of `data`: UTF-8 or UTF-16 by its mark or by its zeros, else a Vietnamese one-byte encoding.

    Legacy letters come out as the Western letters Excel would show; `legacy` reads them afterwards.
    """
    if data.startswith(_UTF16):
        return data[: len(data) & ~1].decode("utf-16", errors="replace")
    if unmarked := _unmarked_utf16(data):
        return data[: len(data) & ~1].decode(unmarked, errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
            return data[: error.start].decode("utf-8-sig")
    vietnamese = data.decode("cp1258", errors="replace")
    tones = sum(map(vietnamese.count, _TONE))
    if tones and len(_TONE_ON_VOWEL.findall(vietnamese)) >= 0.9 * tones:
        return unicodedata.normalize("NFC", vietnamese)
    return codecs.charmap_decode(data, "strict", _WESTERN)[0]


def _unmarked_utf16(data: bytes) -> str | None:
    """Which UTF-16 `data` is by the zero halves of its plain letters and commas; None for none."""
    start = data[:4096]
    for place, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros, others = start[place::2].count(0), start[1 - place :: 2].count(0)
        if not others and zeros * 3 >= len(start) // 2:
            return encoding
    return None


def read_rows(data: bytes, limits: Limits) -> list[list[str]]:
    """The rows of a delimited file, each as long as it stands there; cells stay the text they are."""
    text = decode(data)
    if _BINARY.search(text):
        raise wrong_type()
    try:
        rows: list[list[str]] = []
        cells = 0
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)):
            cells += max(len(row), NEAR_COLUMNS)
            if cells > limits.cells:
                raise too_large()
            rows.append(row)
    except csv.Error as error:
        raise unreadable() from error
    return rows


def _delimiter(text: str) -> str:
    """The delimiter that cuts most of the first lines into the same number of cells, more than one."""
    lines = [line for line in text[:20_000].splitlines()[:60] if line.strip()]
    return max(_DELIMITERS, key=lambda mark: _evenness(lines, mark))


def _evenness(lines: list[str], mark: str) -> tuple[int, int]:
    """How many lines share the commonest number of `mark` above zero, and that number."""
    counts = [count for line in lines if (count := _outside_quotes(line).count(mark))]
    commonest = max(set(counts), key=counts.count, default=0)
    return counts.count(commonest), commonest


def _outside_quotes(line: str) -> str:
    return re.sub(r'"[^"]*"?', "", line)
