"""The heads and feet of a paper in Word: letterhead, title, signatures, recipients."""

from collections.abc import Sequence
from typing import Final

from frontdesk.paper import layout
from frontdesk.paper.blocks import Align, Letterhead, Recipients, Signatures, Signer, Title
from frontdesk.paper.docx.wml import CellSpec, Element, Look, RowSpec, paragraph, rule, table
from frontdesk.paper.pdf.faces import width_of
from frontdesk.paper.pdf.heads import SIGNERS_IN_A_ROW
from frontdesk.paper.pdf.text import Style, balanced
from frontdesk.paper.wording import COUNTRY, DRAFT, MOTTO, RECIPIENTS, broken_before_unit, recipient_lines

_CENTRE: Final = Align.CENTER


def letterhead(block: Letterhead, width_mm: float) -> list[Element]:
    """The head as a table without lines."""
    left_mm = width_mm * layout.ISSUER_SHARE
    right_mm = width_mm - left_mm
    *upper, issuer = block.issuer_lines or ("",)
    left = [paragraph(_issuer(line, left_mm, bold=False), Look(layout.ISSUER_PT, _CENTRE)) for line in upper]
    issuer = _issuer(issuer, left_mm, bold=True)
    left.append(paragraph(issuer, Look(layout.ISSUER_PT, _CENTRE, bold=True)))
    left.append(rule(left_mm, _longest_mm(issuer, layout.ISSUER_PT) * layout.ISSUER_RULE_SHARE))
    right = [
        paragraph(COUNTRY, Look(layout.COUNTRY_PT, _CENTRE, bold=True)),
        paragraph(MOTTO, Look(layout.MOTTO_PT, _CENTRE, bold=True)),
        rule(right_mm, _longest_mm(MOTTO, layout.MOTTO_PT)),
    ]
    numbering = []
    if block.number_line:
        numbering.append(paragraph(block.number_line, Look(layout.NUMBER_PT, _CENTRE, before=6)))
    if block.about:
        numbering.append(paragraph(block.about, Look(layout.ABOUT_PT, _CENTRE)))
    if block.draft:
        numbering.append(paragraph(DRAFT, Look(layout.DRAFT_PT, _CENTRE, bold=True, before=3)))
    dating = []
    if block.place_date:
        dating.append(paragraph(block.place_date, Look(layout.PLACE_DATE_PT, _CENTRE, italic=True, before=6)))
    rows = [RowSpec((CellSpec(left), CellSpec(right)))]
    if numbering or dating:
        rows.append(RowSpec((CellSpec(numbering), CellSpec(dating))))
    return [table((left_mm, right_mm), rows, ruled=False)]


def title(block: Title, width_mm: float) -> list[Element]:
    """Tên loại, trích yếu and the short rule."""
    made: list[Element] = []
    texts = [(text, size) for text, size in ((block.kind, layout.KIND_PT), (block.subject, layout.SUBJECT_PT)) if text]
    for number, (text, size) in enumerate(texts):
        even = balanced(text, Style(size, _CENTRE, bold=True), width_mm * layout.POINTS_PER_MM)
        before = 0 if number else layout.HEAD_GAP_PT
        look = Look(size, _CENTRE, bold=True, before=before, keep_next=True, outline_level=None if number else 0)
        made.append(paragraph(even, look))
        if block.rule and number == len(texts) - 1:
            length = min(_longest_mm(even, size) * layout.SUBJECT_RULE_SHARE, layout.SUBJECT_RULE_MAX_MM)
            made.append(rule(width_mm, length))
    return made


def signatures(block: Signatures, width_mm: float) -> list[Element]:
    """Who signs, side by side in a table without lines that stays on one page with the line before it."""
    if block.recipients is not None:
        left_mm = width_mm * layout.ISSUER_SHARE
        signing = _signing(block, width_mm - left_mm)
        cells = (CellSpec(recipients(block.recipients)), CellSpec(signing))
        return [_gap(), table((left_mm, width_mm - left_mm), [RowSpec(cells)], ruled=False)]
    return [_gap(), *_signing(block, width_mm)]


def _signing(block: Signatures, width_mm: float) -> list[Element]:
    rows: list[RowSpec] = []
    across = min(len(block.signers), SIGNERS_IN_A_ROW) or 1
    if block.date_line:
        look = Look(layout.PLACE_DATE_PT, _CENTRE, italic=True, keep_next=True)
        last = -(-across // 2)
        date = CellSpec([paragraph(block.date_line, look)], span=last)
        rows.append(RowSpec((CellSpec([], span=across - last), date) if across > last else (date,)))
    for start in range(0, len(block.signers), SIGNERS_IN_A_ROW):
        rows += _signer_rows(block.signers[start : start + SIGNERS_IN_A_ROW], across)
    return [table([width_mm / across] * across, rows, ruled=False)]


def _signer_rows(signers: Sequence[Signer], across: int) -> list[RowSpec]:
    bold = Look(layout.SIGNER_PT, _CENTRE, bold=True, keep_next=True)
    note = Look(layout.SIGN_NOTE_PT, _CENTRE, italic=True, keep_next=True)
    heads, names = [], []
    for signer in signers:
        head = [paragraph(line, bold) for line in signer.lines]
        heads.append(CellSpec([*head, *([paragraph(signer.note, note)] if signer.note else [])]))
        names.append(CellSpec([paragraph(signer.name, Look(layout.SIGNER_PT, _CENTRE, bold=True))]))
    empty = [CellSpec([])] * (across - len(signers))
    room = [CellSpec([paragraph("", Look(keep_next=True))])] * across
    return [RowSpec([*heads, *empty]), RowSpec(room, height_mm=layout.SIGNATURE_SPACE_MM), RowSpec([*names, *empty])]


def recipients(block: Recipients, before: float = 0) -> list[Element]:
    """Nơi nhận."""
    head = Look(layout.RECIPIENTS_HEAD_PT, bold=True, italic=True, keep_next=True, before=before)
    line = Look(layout.RECIPIENTS_PT)
    return [paragraph(RECIPIENTS, head), *(paragraph(text, line) for text in recipient_lines(block))]


def _gap() -> Element:
    return paragraph("", Look(size=layout.SIGNATURE_GAP_PT / 2, spacing=2, keep_next=True))


def _issuer(text: str, width_mm: float, *, bold: bool) -> str:
    width = width_mm * layout.POINTS_PER_MM
    style = Style(layout.ISSUER_PT, _CENTRE, bold=bold)
    if width_of(text, style.size, bold=bold) > width:
        text = broken_before_unit(text)
    return balanced(text, style, width)


def _longest_mm(text: str, size: float) -> float:
    return max(width_of(line, size, bold=True) for line in text.split("\n")) / layout.POINTS_PER_MM
