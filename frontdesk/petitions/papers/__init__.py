"""The papers of the petition desk: rows in, blocks of a page out."""

from typing import Final

from frontdesk.messages import mark
from frontdesk.office import PaperKind

_PERIOD: Final = ("since", "until")
_BOOK: Final = ("pdf", "xlsx")

PAPERS: Final[tuple[PaperKind, ...]] = (
    PaperKind("slip", mark("receipt for a petition")),
    PaperKind("proposal", mark("proposal how to handle a petition")),
    PaperKind("guidance", mark("letter of guidance")),
    PaperKind("return", mark("notice of return")),
    PaperKind("transfer", mark("transfer slip")),
    PaperKind("reminder", mark("reminder (of a petition, or of all an agency owes)")),
    PaperKind("result", mark("notice of the result")),
    PaperKind("case", mark("whole case file"), ("pdf", "docx")),
    PaperKind("reception-book", mark("book of citizens received (12 columns)"), _BOOK, _PERIOD),
    PaperKind("petition-register", mark("register of petitions"), _BOOK, _PERIOD),
    PaperKind("upward-list", mark("consolidated list sent upward"), ("pdf", "docx", "xlsx"), _PERIOD),
    PaperKind("petition-report", mark("report on petitions"), ("pdf", "docx"), _PERIOD),
    PaperKind("petition-rekeying", mark("sheet to type into other systems"), ("xlsx",), _PERIOD),
)
