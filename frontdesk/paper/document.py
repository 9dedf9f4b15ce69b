"""A whole paper: what the file says of itself, its blocks, and the files behind it."""

from dataclasses import dataclass

from frontdesk.paper.blocks import Block, Orientation


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file behind a paper: the pages of a PDF that can be opened without a password, as they are."""

    title: str
    pdf: bytes


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper: its title and author as the file's properties, and its blocks.

    `page_numbers` False for what is no continuous text, such as badges. No paper carries its time of
    printing: equal papers print to equal bytes.
    """

    title: str
    author: str
    blocks: tuple[Block, ...]
    page_numbers: bool = True
    orientation: Orientation = Orientation.PORTRAIT
    enclosures: tuple[Enclosure, ...] = ()
