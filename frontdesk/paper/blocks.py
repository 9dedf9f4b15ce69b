"""The building blocks of a printed page: frozen values, no renderer in sight.

A `document.Paper` holds a tuple of blocks in reading order. Text is always plain text as somebody typed it:
nothing in it is markup, and a line feed in it is a line feed on paper. Where a word needs weight, a text may be a
tuple of `Run`. Sizes, gaps and margins are not the business of whoever writes blocks: they stand in `layout`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias


class Align(StrEnum):
    """Where the lines of a text stand between its edges."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


class Orientation(StrEnum):
    """How a sheet of A4 lies."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one weight."""

    text: str
    bold: bool = False
    italic: bool = False


Text: TypeAlias = str | tuple[Run, ...]

Cell: TypeAlias = Text | int | Decimal | date | None
"""What stands in a table: figures print with dot groups and a decimal comma, dates as 05/09/2026, None as nothing."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of a paper, two columns without lines: the issuer left, Quốc hiệu and Tiêu ngữ right.

    The last of `issuer_lines` is bold with the short rule under it, those above are upright. `number_line` as it
    shall stand, "Số: 05/BB-MTTQ-BTT" or with blanks for a draft; `about` is the "V/v …" of a công văn under it.
    `draft` puts DỰ THẢO under the number line. NĐ 30/2020, Phụ lục I.
    """

    issuer_lines: tuple[str, ...]
    number_line: str = ""
    place_date: str = ""
    draft: bool = False
    about: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """Tên loại and trích yếu, centred, with the short rule below; both stand as typed."""

    kind: str
    subject: str = ""
    rule: bool = True


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that never stands at a page's foot and becomes a bookmark; level 1 is the highest of 3."""

    text: str
    level: int = 1
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `first_line` indents its first line by 1.27 cm, `left_mm` moves the whole of it."""

    text: Text
    align: Align = Align.JUSTIFY
    bold: bool = False
    italic: bool = False
    keep_with_next: bool = False
    first_line: bool = True
    left_mm: float = 0
    size_pt: float | None = None
    """None: the size of body text."""


@dataclass(frozen=True, slots=True)
class FormLine:
    """A line to be filled in: label and value, then dots up to the right edge; `lines` dotted lines when empty."""

    label: str
    value: str = ""
    lines: int = 1


class Marker(StrEnum):
    """What stands before the items of a list."""

    DASH = "-"
    PLUS = "+"
    ARABIC = "1."
    LETTER = "a)"
    ROMAN = "I."


@dataclass(frozen=True, slots=True)
class Numbered:
    """A list; `start` is the number of its first item, so that a list can go on after a table."""

    items: tuple[Text, ...]
    marker: Marker = Marker.ARABIC
    start: int = 1


class Carry(StrEnum):
    """What a book's carried-forward line shows of a column."""

    SUM = "sum"
    """The running sum of the counted rows."""
    LAST = "last"
    """The last value above the line, as for a balance."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column; neighbours with the same `group` share an upper header cell.

    `width_mm` None: the column takes its share, by `weight`, of what the fixed ones leave. `carry` only matters
    in a `BookTable`. `grouped` False prints a number without dot groups, as for a year.
    """

    title: str
    width_mm: float | None = None
    weight: float = 1
    align: Align = Align.LEFT
    group: str = ""
    carry: Carry | None = None
    grouped: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; `counted` False keeps it out of a book's running sums (a monthly total, say)."""

    cells: tuple[Cell, ...]
    bold: bool = False
    italic: bool = False
    counted: bool = True


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A bold line across the whole table above the rows it names."""

    text: Text


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table whose header stands again on every page.

    `column_numbers` adds the row (1) (2) (3) … under the header. `total` is the bold last row. `compact` takes
    the small letters of wide books. `lines` False draws no rules, as for two columns of text.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row | GroupRow, ...]
    total: Row | None = None
    column_numbers: bool = False
    compact: bool = False
    lines: bool = True
    row_height_mm: float | None = None
    """The least height of a row, for signatures; None: as high as its text."""
    size_pt: float | None = None
    """None: the letters of tables."""


@dataclass(frozen=True, slots=True)
class BookTable:
    """A table of a book: each page ends with "Cộng mang sang" and the next begins with what was carried over.

    The columns with a `carry` are shown in these lines, exactly. `opening` stands before the rows (the balance
    brought in: it is not summed, but a `LAST` column starts from it), `closing` after them.
    `label_column` is the index of the column where the words of the carried lines stand.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row | GroupRow, ...]
    label_column: int
    opening: Row | None = None
    closing: tuple[Row, ...] = ()
    column_numbers: bool = True
    compact: bool = True


@dataclass(frozen=True, slots=True)
class Signer:
    """One who signs: lines such as "TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH", a note, room for the hand, the name."""

    lines: tuple[str, ...]
    name: str = ""
    note: str = "(ký, ghi rõ họ tên)"


@dataclass(frozen=True, slots=True)
class Recipients:
    """Nơi nhận; the punctuation (";" after each, "." after the last) is put by the printer, "- Lưu: VT" by you."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """The signing block, side by side in the given order; never on a page without two lines of what it signs.

    `recipients` stand left of the signers, as on a letter. `date_line` stands in italics above the last signer.
    """

    signers: tuple[Signer, ...]
    recipients: Recipients | None = None
    date_line: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG or JPEG; its height follows from `width_mm` (never wider or higher than the page)."""

    data: bytes
    width_mm: float
    caption: str = ""


class ChartKind(StrEnum):
    """How figures are drawn."""

    BARS = "bars"
    LINES = "lines"
    PIE = "pie"


@dataclass(frozen=True, slots=True)
class Series:
    """One row of figures of a chart, as many as the chart has categories; None is no figure, not zero."""

    name: str
    values: tuple[int | Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Figures as a drawing whose shades an old printer keeps apart; a pie takes the first series, nothing negative."""

    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    title: str = ""
    unit: str = ""
    height_mm: float = 80


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code. `digits` only: a scanner types through UniKey, and Telex eats letters."""

    digits: str
    size_mm: float = 22
    caption: str = ""
    align: Align = Align.CENTER

    def __post_init__(self) -> None:
        if not (self.digits.isascii() and self.digits.isdigit()):
            raise ValueError(f"digits only, not {self.digits!r}")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place on a card's face that each card fills with its own text (shrunk until it fits) or its own `Code`."""

    name: str
    height_mm: float
    align: Align = Align.CENTER
    bold: bool = False
    italic: bool = False
    size_pt: float | None = None


@dataclass(frozen=True, slots=True)
class Cards:
    """The same face many times, `across` × `down` a page, each with its own fills by slot name.

    1 × 1 are whole pages with the margins of a paper (invitations); else the page is cut into equal cards
    (2 × 4 badges). A slot without a fill stays empty. A face that does not fit its card is shrunk.
    """

    face: tuple["Block", ...]
    fills: tuple[Mapping[str, Text | Code], ...]
    across: int = 1
    down: int = 1
    border: bool = True
    """A thin line around each card to cut along; never around a whole page."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Blocks side by side; each column takes its share by `weights` (None: equal shares). Never splits."""

    columns: tuple[tuple["Block", ...], ...]
    weights: tuple[float, ...] | None = None


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that stay on one page if they fit one.

    Where they are higher than `within_mm` a PDF draws them smaller, as far as they can still be read.
    """

    blocks: tuple["Block", ...]
    within_mm: float | None = None


@dataclass(frozen=True, slots=True)
class Space:
    """Empty room, dropped at the top of a page."""

    height_mm: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the text; dashed where the sheet is to be cut."""

    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A new page lying as told from here on; page numbers run on."""

    orientation: Orientation


@dataclass(frozen=True, slots=True)
class Footer:
    """A line at the foot of every page of the paper wherever it is given, such as a fingerprint."""

    text: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


Block: TypeAlias = (
    Letterhead
    | Title
    | Heading
    | Paragraph
    | FormLine
    | Numbered
    | Table
    | BookTable
    | Signatures
    | Recipients
    | Picture
    | Chart
    | Code
    | Slot
    | Cards
    | Beside
    | Together
    | Space
    | Rule
    | Section
    | Footer
    | PageBreak
)
