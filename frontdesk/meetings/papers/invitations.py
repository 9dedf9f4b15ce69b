"""Giấy mời, Mẫu 1.7 of NĐ 30/2020/NĐ-CP, Phụ lục III: one for each delegate with a code to scan, or one for a group."""

from frontdesk.meetings.papers.parts import Issuer, person
from frontdesk.meetings.papers.words import closed
from frontdesk.meetings.rules.codes import code_of
from frontdesk.meetings.rules.rows import DelegateRow, MeetingRow
from frontdesk.paper import (
    Align,
    Beside,
    Block,
    Cards,
    Code,
    Paper,
    Paragraph,
    Recipients,
    Run,
    Signatures,
    Signer,
    Slot,
    Space,
    Title,
)
from frontdesk.vietnamese import spoken_time

_NAME_MM = 11.0
_POST_MM = 13.0
_CODE_MM = 24.0
_DIGITS_MM = 5.0
_GAP_MM = 3.0
_SHARES = (0.43, 0.57)
"""Who gets a copy and the code to scan; who signs, in the right half as on every paper."""


def invitations(row: MeetingRow, issuer: Issuer) -> Paper:
    """An invitation a page for every delegate; without delegates one with room for a name."""
    face = (*_head(row, issuer), Slot("name", _NAME_MM, bold=True), Slot("post", _POST_MM), *_body(row, issuer))
    copies = (Recipients(issuer.recipients),) if issuer.recipients else ()
    code = (Space(_GAP_MM), Slot("code", _CODE_MM, Align.LEFT), Slot("digits", _DIGITS_MM, Align.LEFT, size_pt=9))
    face = (*face, Space(_GAP_MM), Beside(((*copies, *code), (Signatures((issuer.signer or Signer(()),)),)), _SHARES))
    fills = [_fill(row, delegate) for delegate in row.delegates] or [{}]
    title = f"Giấy mời {row.title}"
    return Paper(title, issuer.author, (Cards(face, tuple(fills)),), page_numbers=False)


def group_invitation(row: MeetingRow, issuer: Issuer, group: str) -> Paper:
    """One invitation for a group, named by its heading."""
    whom = Paragraph((Run(group, bold=True),), align=Align.CENTER)
    blocks = (*_head(row, issuer), whom, *_body(row, issuer), *_foot(issuer))
    return Paper(f"Giấy mời {row.title}", issuer.author, blocks, page_numbers=False)


def _head(row: MeetingRow, issuer: Issuer) -> tuple[Block, ...]:
    return (
        issuer.letterhead,
        Title("GIẤY MỜI", row.title),
        Paragraph(f"{issuer.author} trân trọng kính mời:", align=Align.CENTER, first_line=False),
    )


def _body(row: MeetingRow, issuer: Issuer) -> list[Block]:
    lines = [("Tới dự", row.title)]
    if row.chair is not None:
        lines.append(("Chủ trì", person(row.chair)))
    lines.append(("Thời gian", spoken_time(row.starts)))
    if row.place:
        lines.append(("Địa điểm", row.place))
    if row.sites:
        lines.append(("Các điểm cầu", "; ".join(site.name for site in row.sites)))
    blocks: list[Block] = [Paragraph((Run(f"{label}: ", bold=True), Run(closed(text)))) for label, text in lines]
    if row.invitation_note:
        blocks.append(Paragraph(row.invitation_note))
    if issuer.contact:
        blocks.append(Paragraph((Run("Liên hệ: ", bold=True), Run(closed(issuer.contact)))))
    blocks.append(Paragraph("Rất mong đồng chí, ông (bà) sắp xếp thời gian đến dự đúng giờ."))
    return blocks


def _foot(issuer: Issuer) -> tuple[Block, ...]:
    signer = issuer.signer or Signer(())
    return (Signatures((signer,), Recipients(issuer.recipients) if issuer.recipients else None),)


def _fill(row: MeetingRow, delegate: DelegateRow) -> dict[str, str | Code]:
    fill: dict[str, str | Code] = {"name": delegate.name, "post": delegate.post}
    if row.number is not None and delegate.code is not None:
        digits = code_of(row.number, delegate.code)
        fill |= {"code": Code(digits), "digits": digits}
    return fill
