"""The fund's papers: rows in, blocks of a page out. What they say is Vietnamese always."""

from typing import Final

from frontdesk.messages import mark
from frontdesk.office import PaperKind

_BOOK: Final = ("pdf", "xlsx")
_PERIOD: Final = ("since", "until", "fund")

PAPERS: Final = (
    PaperKind("voucher", mark("voucher"), ("pdf",)),
    PaperKind("cashbook", mark("cash book"), _BOOK, _PERIOD),
    PaperKind("bankbook", mark("bank book"), _BOOK, _PERIOD),
    PaperKind("detail-book", mark("detail book by source and purpose"), _BOOK, _PERIOD),
    PaperKind("goods-book", mark("book of gifts in kind"), _BOOK, _PERIOD),
    PaperKind("cash-count", mark("minutes of a cash count"), ("pdf", "docx"), ("number", "fund")),
    PaperKind("distribution", mark("list to be signed by those who receive"), ("pdf", "docx", "xlsx")),
    PaperKind("house-papers", mark("papers of a Great Unity house")),
    PaperKind("thanks", mark("letter of thanks")),
    PaperKind("acknowledgement", mark("acknowledgement of a gift")),
    PaperKind("disclosure", mark("disclosure for the notice board"), ("pdf", "docx", "xlsx"), _PERIOD),
    PaperKind("fund-report", mark("report of receipts and payments"), ("pdf", "docx"), _PERIOD),
)
