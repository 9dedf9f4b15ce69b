"""Rows for Excel, through the clipboard."""

import csv
import io
from collections.abc import Sequence


def as_sheet(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The rows under their titles, tab-separated, with nothing in them that a spreadsheet would run."""
    out = io.StringIO()
    writer = csv.writer(out, dialect="excel-tab", lineterminator="\n")
    writer.writerow(titles)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue()


def harmless(text: str) -> str:
    """`text` so that Excel shows it and never runs it: an apostrophe goes before what begins a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") and not _is_number(text) else text


def _is_number(text: str) -> bool:
    return text[:1] == "-" and text[1:].replace(".", "").replace(",", "").isdigit()
