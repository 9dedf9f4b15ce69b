"""Paper: a page's building blocks and the printers that lay them out.

Whoever writes a paper turns rows into blocks, with no renderer in sight::

    paper = Paper("Biên bản hội nghị", "UBMTTQ xã Minh Tân", (
        Letterhead(("ỦY BAN MTTQ VIỆT NAM XÃ MINH TÂN", "BAN THƯỜNG TRỰC"), "Số: 05/BB-MTTQ-BTT", "Minh Tân, ngày …"),
        Title("BIÊN BẢN", "Hội nghị giao ban quý II năm 2026"),
        Heading("I. THÀNH PHẦN"),
        Paragraph("Có mặt: 35 đại biểu."),
        Table((Column("STT", 12, align=Align.CENTER), Column("Họ và tên"), Column("Ký tên", 30)), rows),
        Signatures((Signer(("THƯ KÝ",), "Nguyễn Thị A"), Signer(("CHỦ TỌA",), "Trần Văn B"))),
        Recipients(("Ban Thường trực UBMTTQ tỉnh", "Lưu: VT")),
    ))
    print_paper(paper, Path("bien-ban.pdf"))      # or .docx; books (Table, BookTable) also .xlsx

and the same paper goes to every printer. The blocks say what things are; sizes, gaps and margins stand in `layout`.
Texts are plain as typed (markup characters included); a letter no font has prints as a visible mark, and
`missing_letters` names it while the person still types. Equal papers print to equal bytes.
"""

from frontdesk.paper.blocks import (
    Align,
    Beside,
    Block,
    BookTable,
    Cards,
    Carry,
    Cell,
    Chart,
    ChartKind,
    Code,
    Column,
    Footer,
    FormLine,
    GroupRow,
    Heading,
    Letterhead,
    Marker,
    Numbered,
    Orientation,
    PageBreak,
    Paragraph,
    Picture,
    Recipients,
    Row,
    Rule,
    Run,
    Section,
    Series,
    Signatures,
    Signer,
    Slot,
    Space,
    Table,
    Text,
    Title,
    Together,
)
from frontdesk.paper.document import Enclosure, Paper
from frontdesk.paper.ink import ON_PAPER, Ink
from frontdesk.paper.output import write_whole
from frontdesk.paper.printing import chart_png, missing_letters, print_docx, print_paper, print_pdf, print_xlsx
from frontdesk.paper.render import POINTS_PER_INCH, PageImage, page_count, render_pages

__all__ = [
    "ON_PAPER",
    "POINTS_PER_INCH",
    "Align",
    "Beside",
    "Block",
    "BookTable",
    "Cards",
    "Carry",
    "Cell",
    "Chart",
    "ChartKind",
    "Code",
    "Column",
    "Enclosure",
    "Footer",
    "FormLine",
    "GroupRow",
    "Heading",
    "Ink",
    "Letterhead",
    "Marker",
    "Numbered",
    "Orientation",
    "PageBreak",
    "PageImage",
    "Paper",
    "Paragraph",
    "Picture",
    "Recipients",
    "Row",
    "Rule",
    "Run",
    "Section",
    "Series",
    "Signatures",
    "Signer",
    "Slot",
    "Space",
    "Table",
    "Text",
    "Title",
    "Together",
    "chart_png",
    "missing_letters",
    "page_count",
    "print_docx",
    "print_paper",
    "print_pdf",
    "print_xlsx",
    "render_pages",
    "write_whole",
]
