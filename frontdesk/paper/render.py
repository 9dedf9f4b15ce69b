"""Pages of a PDF as pictures, for the preview, the printer and Word: one page at a time, on the caller's thread."""

import io
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as raw pixels: rows from the top, `stride` bytes each; grey is 1 byte a pixel, else red, green, blue."""

    number: int
    """The page, from 1."""
    width: int
    height: int
    stride: int
    grey: bool
    data: bytes

    def png(self) -> bytes:
        """The page as a PNG file."""
        from PIL import Image

        mode = "L" if self.grey else "RGB"
        picture = Image.frombytes(mode, (self.width, self.height), self.data, "raw", mode, self.stride)
        stream = io.BytesIO()
        picture.save(stream, "PNG")
        return stream.getvalue()


def page_count(pdf: bytes | Path) -> int:
    """How many pages `pdf` has."""
    import pypdfium2

    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return len(document)


def render_pages(
    pdf: bytes | Path, dpi: float = 300, grey: bool = True, pages: Sequence[int] | None = None
) -> Iterator[PageImage]:
    """Draw the pages of `pdf` one after another; `pages` from 1, None for all.

    Nothing is drawn ahead: whoever stops asking (or closes the iterator) has cancelled.
    """
    import pypdfium2

    with closing(pypdfium2.PdfDocument(pdf)) as document:
        for number in pages if pages is not None else range(1, len(document) + 1):
            with closing(document[number - 1]) as page:
                bitmap = page.render(scale=dpi / POINTS_PER_INCH, grayscale=grey, rev_byteorder=True)
                with closing(bitmap):
                    yield PageImage(number, bitmap.width, bitmap.height, bitmap.stride, grey, bytes(bitmap.buffer))
