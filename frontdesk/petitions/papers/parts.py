"""What the papers of the petition desk share."""

from dataclasses import dataclass

from frontdesk.paper import Align, Block, FormLine, Letterhead, Paper, Paragraph, Recipients, Signatures, Signer
from frontdesk.petitions.rules.rows import PetitionRow
from frontdesk.petitions.rules.words import KIND_WORDS
from frontdesk.vietnamese import law_date

SECRECY_LINE = (
    "Họ tên, địa chỉ, bút tích của người tố cáo được giữ bí mật theo Điều 9, Điều 47 và Điều 56 Luật Tố cáo 2018."
)


@dataclass(frozen=True)
class Issue:
    """Who issues a letter: its head, who signs, the office as named in a sentence, and the file's author."""

    head: Letterhead
    signer: Signer
    office: str
    author: str


def letter(issue: Issue, title: str, blocks: tuple[Block, ...], recipients: tuple[str, ...]) -> Paper:
    """A letter: head, `blocks`, and the signature with the list of who gets it."""
    closing = Signatures((issue.signer,), Recipients((*recipients, "Lưu: VT")))
    return Paper(title, issue.author, (issue.head, *blocks, closing))


def addressed(text: str) -> Paragraph:
    """The line "Kính gửi: …", centred."""
    return Paragraph(f"Kính gửi: {text}", align=Align.CENTER, first_line=False)


def sender_words(petition: PetitionRow) -> str:
    """Who sent it, as a paper names them: a code for a denouncer, words for nobody."""
    if petition.secret:
        return f"Người tố cáo (mã {petition.code})"
    if petition.sender is None:
        return "Người gửi không ghi họ tên"
    return petition.sender


def sender_with_address(petition: PetitionRow) -> str:
    """The sender with the address, as far as they may and can be named."""
    where = petition.sender_address or petition.area
    return sender_words(petition) if petition.secret or not where else f"{sender_words(petition)}, {where}"


def sender_lines(petition: PetitionRow) -> tuple[Block, ...]:
    """The lines of a form that say who sent it."""
    if petition.secret:
        return (FormLine("Người tố cáo:", f"mã {petition.code}"), Paragraph(SECRECY_LINE, italic=True))
    lines: list[Block] = [
        FormLine("Họ và tên người gửi:", petition.sender or "(không ghi họ tên)"),
        FormLine("Địa chỉ:", petition.sender_address or petition.area or ""),
    ]
    if petition.sender_phone:
        lines.append(FormLine("Điện thoại:", petition.sender_phone))
    if petition.people > 1:
        lines.append(FormLine("Số người cùng đứng tên:", str(petition.people)))
    if petition.representatives:
        lines.append(FormLine("Người đại diện:", petition.representatives))
    return tuple(lines)


def named(petition: PetitionRow) -> str:
    """The petition in a sentence: "đơn kiến nghị của ông (bà) Lê Thị An, Khu phố 3, nhận ngày …"."""
    kind = KIND_WORDS[petition.kind].lower()
    who = sender_with_address(petition)
    owner = f" của {who}" if petition.secret else f" của ông (bà) {who}" if petition.sender else ""
    return f"đơn {kind}{owner}, nhận {law_date(petition.received)} (số {petition.number})"


def to_sender(petition: PetitionRow) -> str:
    """Whom a letter to the sender is addressed to."""
    return sender_words(petition) if petition.secret or not petition.sender else f"Ông (Bà) {petition.sender}"
