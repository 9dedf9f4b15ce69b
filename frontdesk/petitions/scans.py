"""Scans as the pages of a case file."""

import io
from typing import Final

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.paper import Paper, Picture, page_count, print_pdf

_PDF: Final = b"%PDF"
_PICTURES: Final = (".png", ".jpg", ".jpeg")
_WIDE_MM: Final = 160
_LOCKED: Final = 4
"""PDFium's FPDF_ERR_PASSWORD."""


def as_pdf(name: str, content: bytes) -> bytes | None:
    """A file as a PDF that can be opened; None where it is neither a picture nor a PDF, or cannot be opened."""
    if is_scan(name, content) and trouble_with(name, content) is None:
        return content if content.startswith(_PDF) else _on_a_page(name, content)
    return None


def is_scan(name: str, content: bytes) -> bool:
    """Whether a file is meant to be looked at page by page."""
    return content.startswith(_PDF) or name.lower().endswith((".pdf", *_PICTURES))


def trouble_with(name: str, content: bytes) -> str | None:
    """What keeps a scan from being opened, with what to do about it; None for nothing."""
    try:
        if name.lower().endswith(_PICTURES) and not content.startswith(_PDF):
            _verify_picture(content)
        else:
            page_count(content)
    except (RuntimeError, OSError, SyntaxError) as error:
        # PDFium says RuntimeError for whatever it cannot open, a picture OSError or SyntaxError.
        if getattr(error, "err_code", None) == _LOCKED:
            return _("“{name}” is locked with a password. Save a copy without one, and attach that.").format(name=name)
        return _("“{name}” cannot be opened. Scan it again.").format(name=name)
    return None


def refuse_unreadable(name: str, content: bytes) -> None:
    """Refuse a scan that no case file could show; other kinds of file are kept as they are."""
    if is_scan(name, content):
        trouble = trouble_with(name, content)
        if trouble is not None:
            raise RuleBroken("petitions.file.damaged", trouble, "path")


def _on_a_page(name: str, picture: bytes) -> bytes:
    stream = io.BytesIO()
    print_pdf(Paper(name, "", (Picture(picture, _WIDE_MM),), page_numbers=False), stream)
    return stream.getvalue()


def _verify_picture(content: bytes) -> None:
    # Late: the library of pictures is needed for scans alone.
    from PIL import Image

    Image.open(io.BytesIO(content)).verify()
