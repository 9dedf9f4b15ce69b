"""The heads and feet of a paper: letterhead, title, signatures, recipients."""

from collections.abc import Sequence
from typing import Final

from reportlab.platypus.flowables import Flowable

from frontdesk.paper import layout
from frontdesk.paper.blocks import Align, Letterhead, Recipients, Signatures, Signer, Title
from frontdesk.paper.pdf.boxes import Columns, Gap, Line, Stack
from frontdesk.paper.pdf.faces import width_of
from frontdesk.paper.pdf.text import Style, balanced, paragraph
from frontdesk.paper.wording import COUNTRY, DRAFT, MOTTO, RECIPIENTS, broken_before_unit, recipient_lines

SIGNERS_IN_A_ROW: Final = 4

_COUNTRY: Final = Style(layout.COUNTRY_PT, Align.CENTER, bold=True)
_MOTTO: Final = Style(layout.MOTTO_PT, Align.CENTER, bold=True)
_ISSUER: Final = Style(layout.ISSUER_PT, Align.CENTER, bold=True)
_UPPER_ISSUER: Final = Style(layout.ISSUER_PT, Align.CENTER)
_NUMBER: Final = Style(layout.NUMBER_PT, Align.CENTER)
_PLACE_DATE: Final = Style(layout.PLACE_DATE_PT, Align.CENTER, italic=True)
_ABOUT: Final = Style(layout.ABOUT_PT, Align.CENTER)
_DRAFT: Final = Style(layout.DRAFT_PT, Align.CENTER, bold=True, gap=3)
_KIND: Final = Style(layout.KIND_PT, Align.CENTER, bold=True)
_SUBJECT: Final = Style(layout.SUBJECT_PT, Align.CENTER, bold=True)
_SIGNER: Final = Style(layout.SIGNER_PT, Align.CENTER, bold=True)
_SIGN_NOTE: Final = Style(layout.SIGN_NOTE_PT, Align.CENTER, italic=True)
_RECIPIENTS_HEAD: Final = Style(layout.RECIPIENTS_HEAD_PT, bold=True, italic=True)
_RECIPIENT: Final = Style(layout.RECIPIENTS_PT)
_RULE_GAP: Final = 4.0
"""Points: clear of the dots below ộ and ạ."""


def letterhead(block: Letterhead, width: float, page_height: float) -> Flowable:
    """The head in two rows of two columns, so that the date stands level with the number."""
    issuer_width = width * layout.ISSUER_SHARE
    shares = (layout.ISSUER_SHARE, 1 - layout.ISSUER_SHARE)
    *upper, issuer = block.issuer_lines or ("",)
    left: list[Flowable] = [paragraph(_issuer_text(line, _UPPER_ISSUER, issuer_width), _UPPER_ISSUER) for line in upper]
    left += _ruled(_issuer_text(issuer, _ISSUER, issuer_width), _ISSUER, issuer_width, layout.ISSUER_RULE_SHARE)
    right = [paragraph(COUNTRY, _fitting(COUNTRY, _COUNTRY, width - issuer_width)), *_ruled(MOTTO, _MOTTO, width, 1)]
    rows: list[Flowable] = [Columns((left, right), shares, page_height)]
    numbering: list[Flowable] = []
    if block.number_line:
        numbering.append(paragraph(block.number_line, _NUMBER))
    if block.about:
        numbering.append(paragraph(balanced(block.about, _ABOUT, issuer_width), _ABOUT))
    if block.draft:
        numbering.append(paragraph(DRAFT, _DRAFT))
    dating = [paragraph(block.place_date, _PLACE_DATE)] if block.place_date else []
    if numbering or dating:
        rows.append(Columns((numbering, dating), shares, page_height, gap=layout.PARAGRAPH_GAP_PT))
    return Stack([*rows, Gap(layout.HEAD_GAP_PT, firm=True)], page_height)


def title(block: Title, width: float, page_height: float) -> Flowable:
    """Tên loại, trích yếu and the short rule."""
    content: list[Flowable] = []
    if block.subject:
        if block.kind:
            content.append(paragraph(balanced(block.kind, _KIND, width), _KIND))
        content += _title_lines(block.subject, width, rule=block.rule)
    else:
        content += _title_lines(block.kind, width, rule=block.rule)
    return Stack([*content, Gap(layout.PARAGRAPH_GAP_PT, firm=True)], page_height)


def _title_lines(text: str, width: float, *, rule: bool) -> list[Flowable]:
    if rule:
        return _ruled(text, _SUBJECT, width, layout.SUBJECT_RULE_SHARE)
    return [paragraph(balanced(text, _SUBJECT, width), _SUBJECT)]


def _ruled(text: str, style: Style, width: float, share: float) -> list[Flowable]:
    """`text` with a rule below, `share` of its longest line long."""
    even = balanced(text, style, width)
    lengths = [width_of(line, style.size, bold=style.bold, italic=style.italic) for line in even.split("\n")]
    most = width if share == 1 else layout.SUBJECT_RULE_MAX_MM * layout.POINTS_PER_MM
    return [paragraph(even, style), Line(min(max(lengths) * share, most), gap=_RULE_GAP)]


def _issuer_text(text: str, style: Style, width: float) -> str:
    """A name too long for one line breaks before the unit's name, and evenly where that is not enough."""
    if width_of(text, style.size, bold=style.bold, italic=style.italic) > width:
        text = broken_before_unit(text)
    return balanced(text, style, width)


def _fitting(text: str, style: Style, width: float) -> Style:
    """`style`, or its lawful smaller size where one line would not hold `text`."""
    if width_of(text, style.size, bold=style.bold, italic=style.italic) <= width:
        return style
    return Style(style.size - 1, style.align, style.bold, style.italic)


def signatures(block: Signatures, width: float, page_height: float) -> Flowable:
    """Who signs, side by side, at most four in a row, their names level."""
    rows: list[Flowable] = []
    if block.date_line:
        shares = _shares(block, min(len(block.signers), SIGNERS_IN_A_ROW))
        date = paragraph(block.date_line, _PLACE_DATE)
        rows.append(Columns(([], [date]), (1 - shares, shares), page_height))
    for start in range(0, len(block.signers), SIGNERS_IN_A_ROW):
        rows += _signing_row(block.signers[start : start + SIGNERS_IN_A_ROW], page_height, first=not rows)
    signing = Stack(rows, page_height)
    if block.recipients is None:
        return Stack([signing], page_height, gap=layout.SIGNATURE_GAP_PT)
    left = recipients(block.recipients, page_height)
    shares_of_two = (layout.ISSUER_SHARE, 1 - layout.ISSUER_SHARE)
    return Columns(([left], [signing]), shares_of_two, page_height, gap=layout.SIGNATURE_GAP_PT)


def _shares(block: Signatures, count: int) -> float:
    """The part of the width the last signer's column takes, or a little more where a date needs it."""
    return 1.0 if block.recipients is not None else max(1 / count, 0.5)


def _signing_row(signers: Sequence[Signer], page_height: float, *, first: bool) -> list[Flowable]:
    heads: list[list[Flowable]] = []
    for signer in signers:
        head: list[Flowable] = [paragraph(line, _SIGNER) for line in signer.lines]
        if signer.note:
            head.append(paragraph(signer.note, _SIGN_NOTE))
        heads.append(head)
    names = [[paragraph(signer.name, _SIGNER)] if signer.name else [] for signer in signers]
    even = [1.0] * len(signers)
    return [
        Columns(heads, even, page_height, gap=0 if first else layout.PARAGRAPH_GAP_PT),
        Gap(layout.SIGNATURE_SPACE_MM * layout.POINTS_PER_MM, firm=True),
        Columns(names, even, page_height),
    ]


def recipients(block: Recipients, page_height: float, gap: float = 0) -> Flowable:
    """Nơi nhận."""
    lines = [paragraph(line, _RECIPIENT) for line in recipient_lines(block)]
    return Stack([paragraph(RECIPIENTS, _RECIPIENTS_HEAD), *lines], page_height, gap=gap)
