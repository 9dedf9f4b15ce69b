"""Scans as the pages of a case file."""

import io
from typing import Final

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.paper import page_count, render_pages

_PDF: Final = b"%PDF"
_PICTURES: Final = (".png", ".jpg", ".jpeg")
_DPI: Final = 150


def pages_of(name: str, content: bytes) -> tuple[bytes, ...]:
    """The pages of a file as pictures (PNG or JPEG); none where it is neither a picture nor a PDF."""
    if content.startswith(_PDF):
        return tuple(page.png() for page in render_pages(content, dpi=_DPI))
    return (content,) if name.lower().endswith(_PICTURES) else ()


def refuse_unreadable(name: str, content: bytes) -> None:
    """Refuse a scan that no case file could show; other kinds of file are kept as they are."""
    try:
        if content.startswith(_PDF):
            # pypdfium2 says RuntimeError for whatever it cannot open.
            page_count(content)
        elif name.lower().endswith(_PICTURES):
            _verify_picture(content)
    except (RuntimeError, OSError, SyntaxError):
        raise RuleBroken(
            "petitions.file.damaged", _("“{name}” cannot be opened. Scan it again.").format(name=name), "path"
        ) from None


def _verify_picture(content: bytes) -> None:
    # Late: the library of pictures is needed for scans alone.
    from PIL import Image

    Image.open(io.BytesIO(content)).verify()
