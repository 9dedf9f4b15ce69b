"""The Excel printer, for books and lists: one sheet, set up to print on A4, figures as numbers and dates as dates."""

import io
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import groupby
from typing import Any, Final

import xlsxwriter

from frontdesk.paper import blocks as b
from frontdesk.paper import layout
from frontdesk.paper.archive import without_times
from frontdesk.paper.carrying import all_rows
from frontdesk.paper.document import Paper
from frontdesk.paper.figures import plain_text
from frontdesk.paper.fonts import readable
from frontdesk.paper.measures import column_widths_mm, text_width_mm
from frontdesk.paper.wording import COUNTRY, DRAFT, MOTTO, RECIPIENTS, numbered_texts, recipient_lines

_FONT: Final = "Times New Roman"
_A4: Final = 9
_MM_PER_INCH: Final = 25.4
_MM_PER_LETTER: Final = 1.85
"""Excel counts column widths in zeros of its default face."""
_LONGEST_CELL: Final = 32_767
_HIGHEST_ROW: Final = 409.0
"""Points; Excel's own limit."""
_THE_SAME_TIME: Final = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_FORMULA_STARTS: Final = ("=", "+", "-", "@")
_FORBIDDEN_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME: Final = 31
_DATE_FORMAT: Final = "dd/mm/yyyy"
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def fill_in(paper: Paper) -> bytes:
    """`paper` as the bytes of a workbook; equal papers give equal bytes.

    Its widest table gives the columns; texts stand across them. Pictures, charts, codes and cards stay out.
    """
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, _OPTIONS) as workbook:
        workbook.set_properties(
            {
                "title": readable(paper.title)[:255],
                "author": readable(paper.author)[:255],
                "created": _THE_SAME_TIME,
            }
        )
        _Sheet(workbook, paper).fill()
    return without_times(stream.getvalue())


class _Sheet:
    """The one sheet of a workbook, filled from the top."""

    def __init__(self, workbook: Any, paper: Paper) -> None:
        self.workbook, self.paper = workbook, paper
        self.sheet = workbook.add_worksheet(_sheet_name(paper.title))
        self.formats: dict[tuple[tuple[str, object], ...], Any] = {}
        self.row = 0
        tables = [block for block in paper.blocks if isinstance(block, b.Table | b.BookTable)]
        widest = max(tables, key=lambda table: len(table.columns), default=None)
        self.columns = widest.columns if widest else (b.Column(""),)
        self.widths = column_widths_mm(self.columns, text_width_mm(self._orientation()))
        self.repeated: tuple[int, int] | None = None

    def fill(self) -> None:
        """Write every block, then set the page up."""
        for number, width in enumerate(self.widths):
            self.sheet.set_column(number, number, width / _MM_PER_LETTER)
        for block in self.paper.blocks:
            self._add(block)
        self._set_up_page()

    def _orientation(self) -> b.Orientation:
        sections = [block.orientation for block in self.paper.blocks if isinstance(block, b.Section)]
        return b.Orientation.LANDSCAPE if b.Orientation.LANDSCAPE in sections else self.paper.orientation

    def _set_up_page(self) -> None:
        sheet = self.sheet
        sheet.set_paper(_A4)
        if self._orientation() is b.Orientation.LANDSCAPE:
            sheet.set_landscape()
        left, right = layout.MARGIN_LEFT_MM / _MM_PER_INCH, layout.MARGIN_RIGHT_MM / _MM_PER_INCH
        sheet.set_margins(left, right, layout.MARGIN_TOP_MM / _MM_PER_INCH, layout.MARGIN_BOTTOM_MM / _MM_PER_INCH)
        sheet.fit_to_pages(1, 0)
        sheet.hide_gridlines(2)
        if self.paper.page_numbers:
            sheet.set_header(f'&C&"{_FONT}"&{layout.PAGE_NUMBER_PT:.0f}&P')
        footers = [
            readable(block.text).replace("&", "&&") for block in self.paper.blocks if isinstance(block, b.Footer)
        ]
        if footers:
            sheet.set_footer(f'&L&"{_FONT}"&{layout.FOOTER_PT:.0f} {"   ".join(footers)}'[:255])
        if self.repeated:
            sheet.repeat_rows(*self.repeated)

    def _add(self, block: b.Block) -> None:  # noqa: C901 - a table of kinds
        match block:
            case b.Letterhead():
                self._letterhead(block)
            case b.Title():
                self.row += 1
                for text in filter(None, (block.kind, block.subject)):
                    self._line(text, layout.KIND_PT, bold=True, align="center")
                self.row += 1
            case b.Heading():
                self._line(block.text, layout.TABLE_PT, bold=True, align="left")
            case b.Paragraph():
                align = "left" if block.align is b.Align.JUSTIFY else block.align.value
                self._line(plain_text(block.text), layout.TABLE_PT, block.bold, block.italic, align)
            case b.Numbered():
                for item in numbered_texts(block):
                    self._line(plain_text(item), layout.TABLE_PT, align="left")
            case b.FormLine():
                self._line(f"{block.label} {block.value}".strip(), layout.TABLE_PT, align="left")
            case b.Table() | b.BookTable():
                self._table(block)
            case b.Signatures():
                self._signatures(block)
            case b.Recipients():
                self._recipients(block)
            case b.Beside():
                for inner in (inner for column in block.columns for inner in column):
                    self._add(inner)
            case b.Together():
                for inner in block.blocks:
                    self._add(inner)
            case b.Space():
                self.row += 1
            case _:
                # What only paper can show: pictures, codes, cards, page breaks.
                pass

    def _format(self, **properties: object) -> Any:
        whole = {"font_name": _FONT, "valign": "vcenter", "text_wrap": True, **properties}
        key = tuple(sorted(whole.items()))
        if key not in self.formats:
            self.formats[key] = self.workbook.add_format(whole)
        return self.formats[key]

    def _across(self, first: int, last: int, text: str, row: int, **properties: object) -> None:
        """Write `text` in one cell from column `first` to `last`."""
        form = self._format(**properties, **_quoted(text))
        if first == last:
            self.sheet.write_string(row, first, readable(text)[:_LONGEST_CELL], form)
        else:
            self.sheet.merge_range(row, first, row, last, "", form)
            self.sheet.write_string(row, first, readable(text)[:_LONGEST_CELL], form)

    def _line(self, text: str, size: float, bold: bool = False, italic: bool = False, align: str = "left") -> None:
        """A text over all columns, its row as high as its lines."""
        last = len(self.columns) - 1
        self._across(0, last, text, self.row, font_size=size, bold=bold, italic=italic, align=align)
        height = _line_count(text, sum(self.widths), size) * size * layout.LINE_SPACING
        self.sheet.set_row(self.row, min(height, _HIGHEST_ROW))
        self.row += 1

    def _halves(self) -> tuple[int, int]:
        """The last column of a left half and the first of a right one, about where the letterhead parts."""
        wanted = sum(self.widths) * layout.ISSUER_SHARE
        split, taken = 0, self.widths[0]
        while split < len(self.widths) - 2 and taken + self.widths[split + 1] / 2 < wanted:
            split += 1
            taken += self.widths[split]
        return split, min(split + 1, len(self.widths) - 1)

    def _letterhead(self, block: b.Letterhead) -> None:
        *upper, issuer = block.issuer_lines or ("",)
        left: list[tuple[str, dict[str, object]]] = [(line, {}) for line in upper]
        left += [(issuer, {"bold": True}), (block.number_line, {}), (block.about, {})]
        left.append((DRAFT if block.draft else "", {"bold": True}))
        right: list[tuple[str, dict[str, object]]] = [(COUNTRY, {"bold": True}), (MOTTO, {"bold": True})]
        right.append((block.place_date, {"italic": True}))
        left, right = ([pair for pair in half if pair[0]] for half in (left, right))
        last_left, first_right = self._halves()
        if last_left == first_right:
            for text, look in (*left, *right):
                self._line(text, layout.NUMBER_PT, align="center", **{k: bool(v) for k, v in look.items()})
            return
        for number in range(max(len(left), len(right))):
            for half, first, last in ((left, 0, last_left), (right, first_right, len(self.columns) - 1)):
                if number < len(half):
                    text, look = half[number]
                    self._across(first, last, text, self.row, font_size=layout.NUMBER_PT, align="center", **look)
            longest = max(
                _line_count(half[number][0], sum(self.widths[first : last + 1]), layout.NUMBER_PT)
                for half, first, last in ((left, 0, last_left), (right, first_right, len(self.columns) - 1))
                if number < len(half)
            )
            self.sheet.set_row(self.row, longest * layout.NUMBER_PT * layout.LINE_SPACING)
            self.row += 1

    def _table(self, block: b.Table | b.BookTable) -> None:
        size = layout.COMPACT_TABLE_PT
        top = self.row
        if any(column.title for column in block.columns):
            self._header(block.columns, size)
        if block.column_numbers:
            for number in range(len(block.columns)):
                look = {"font_size": size, "italic": True, "align": "center", "border": 1}
                self._across(number, number, f"({number + 1})", self.row, **look)
            self.row += 1
        if block.columns is self.columns and self.row > top:
            self.repeated = (top, self.row - 1)
        for row in all_rows(block):
            if isinstance(row, b.GroupRow):
                look = {"font_size": size, "bold": True, "align": "left", "border": 1}
                self._across(0, len(block.columns) - 1, plain_text(row.text), self.row, **look)
            else:
                for number, (cell, column) in enumerate(zip(row.cells, block.columns, strict=True)):
                    self._cell(number, cell, column, row, size)
                self._set_height(row, size)
            self.row += 1
        self.row += 1

    def _set_height(self, row: b.Row, size: float) -> None:
        """As high as its longest text: only Excel itself measures rows when it opens a file."""
        texts = [(plain_text(c), w) for c, w in zip(row.cells, self.widths, strict=False) if isinstance(c, str | tuple)]
        lines = max((_line_count(text, width, size) for text, width in texts), default=1)
        self.sheet.set_row(self.row, min(lines * size * layout.LINE_SPACING, _HIGHEST_ROW))

    def _header(self, columns: Sequence[b.Column], size: float) -> None:
        look = {"font_size": size, "bold": True, "align": "center", "border": 1, "bg_color": "#EAEAEA"}
        two = any(column.group for column in columns)
        number = 0
        for group, members in groupby(columns, key=lambda column: column.group):
            titles = [column.title for column in members]
            if group:
                self._across(number, number + len(titles) - 1, group, self.row, **look)
            for title in titles:
                if group or not two:
                    self._across(number, number, title, self.row + two, **look)
                else:
                    form = self._format(**look)
                    self.sheet.merge_range(self.row, number, self.row + 1, number, readable(title), form)
                number += 1
        self.row += 2 if two else 1

    def _cell(self, number: int, cell: b.Cell, column: b.Column, row: b.Row, size: float) -> None:
        align = "left" if column.align is b.Align.JUSTIFY else column.align.value
        look: dict[str, object] = {
            "font_size": size, "bold": row.bold, "italic": row.italic, "align": align, "border": 1,
        }  # fmt: skip
        match cell:
            case None:
                self.sheet.write_blank(self.row, number, None, self._format(**look))
            case int() | Decimal():
                form = self._format(**look, num_format=_number_format(cell, grouped=column.grouped))
                self.sheet.write_number(self.row, number, cell, form)
            case date():
                self.sheet.write_datetime(self.row, number, cell, self._format(**look, num_format=_DATE_FORMAT))
            case _:
                self._across(number, number, plain_text(cell), self.row, **look)

    def _signatures(self, block: b.Signatures) -> None:
        count = len(self.columns)
        signers = block.signers
        across = min(len(signers), count) or 1
        self.row += 1
        if block.date_line:
            self._across(count // 2, count - 1, block.date_line, self.row, font_size=13, italic=True, align="center")
            self.row += 1
        for start in range(0, len(signers), across):
            places = [(count * n // across, count * (n + 1) // across - 1) for n in range(across)]
            some = list(zip(signers[start : start + across], places, strict=False))
            depth = max(len(signer.lines) for signer, _ in some)
            for signer, (first, last) in some:
                for number, line in enumerate(signer.lines):
                    self._across(first, last, line, self.row + number, font_size=13, bold=True, align="center")
                note_row = self.row + len(signer.lines)
                self._across(first, last, signer.note, note_row, font_size=12, italic=True, align="center")
                name_row = self.row + depth + 5
                self._across(first, last, signer.name, name_row, font_size=13, bold=True, align="center")
            self.row += depth + 7
        if block.recipients:
            self._recipients(block.recipients)

    def _recipients(self, block: b.Recipients) -> None:
        self._line(RECIPIENTS, layout.RECIPIENTS_HEAD_PT, bold=True, italic=True)
        for line in recipient_lines(block):
            self._line(line, layout.RECIPIENTS_PT)


def _number_format(figure: int | Decimal, *, grouped: bool) -> str:
    """Excel's own words: a comma there is the group mark of the reader's language, the dot for Vietnamese."""
    places = max(-int(figure.as_tuple().exponent), 0) if isinstance(figure, Decimal) else 0
    return ("#,##0" if grouped else "0") + ("." + "0" * places if places else "")


def _quoted(text: str) -> dict[str, object]:
    """Marks a text that Excel would take for a formula when somebody edits it."""
    return {"quote_prefix": True} if text.startswith(_FORMULA_STARTS) else {}


def _sheet_name(title: str) -> str:
    return _FORBIDDEN_IN_NAMES.sub(" ", readable(title)).strip()[:_LONGEST_NAME].strip() or "Sổ"


def _line_count(text: str, width_mm: float, size: float) -> int:
    # Half the size is a fair mean width of a letter of Times.
    a_line = max(width_mm * layout.POINTS_PER_MM / (size * 0.5), 1)
    return sum(max(1, -(-len(line) // int(a_line))) for line in text.split("\n"))
