"""Letters and slips on one petition (Thông tư 05/2021/TT-TTCP and 04/2021/TT-TTCP; numbers of forms [M])."""

from datetime import date

from frontdesk.paper import (
    Align,
    Block,
    Column,
    FormLine,
    Heading,
    Marker,
    Numbered,
    Paper,
    Paragraph,
    Row,
    Signatures,
    Signer,
    Table,
    Title,
)
from frontdesk.petitions.papers.parts import (
    SECRECY_LINE,
    Issue,
    addressed,
    letter,
    named,
    sender_lines,
    sender_with_address,
    to_sender,
)
from frontdesk.petitions.rules.eligibility import Condition, condition_words, conditions
from frontdesk.petitions.rules.rows import AgencyRow, PetitionRow
from frontdesk.petitions.rules.words import CHANNEL_WORDS, KIND_WORDS, ROUTE_WORDS, Kind
from frontdesk.vietnamese import excerpt, law_date, short_date

_REMINDED = 240
"""An agency that has the petition is reminded of it in so many letters."""


def slip(petition: PetitionRow, issue: Issue) -> Paper:
    """Giấy biên nhận: what was received from whom, and by when an answer may be asked for."""
    due = "" if petition.due is None else short_date(petition.due)
    blocks: tuple[Block, ...] = (
        Title("GIẤY BIÊN NHẬN", "Đơn, thông tin, tài liệu"),
        Paragraph(f"{issue.office} đã nhận {law_date(petition.received)}:"),
        FormLine("Số đơn:", petition.number),
        *sender_lines(petition),
        FormLine("Loại đơn:", KIND_WORDS[petition.kind]),
        FormLine("Hình thức tiếp nhận:", CHANNEL_WORDS[petition.channel]),
        FormLine("Nội dung:", petition.summary),
        FormLine("Tài liệu kèm theo:", petition.papers_received or ""),
        FormLine("Ngày có kết quả xử lý đơn:", due),
        Paragraph("Giấy này lập thành 02 bản, mỗi bên giữ 01 bản."),
    )
    giver = Signer(("NGƯỜI NỘP",), "" if petition.secret else petition.sender or "")
    taker = Signer(("NGƯỜI NHẬN",), petition.received_by or "")
    return Paper(f"Giấy biên nhận {petition.number}", issue.author, (issue.head, *blocks, Signatures((giver, taker))))


def proposal(petition: PetitionRow, issue: Issue, likes: tuple[str, ...] = ()) -> Paper:
    """Phiếu đề xuất xử lý đơn: the check list, what is proposed, and room for the chair's decision."""
    lacking = None if petition.lacks is None else {Condition(name) for name in petition.lacks}
    checks = tuple(
        Row((number, condition_words(condition), _mark(lacking, condition, True), _mark(lacking, condition, False)))
        for number, condition in enumerate(conditions(petition.kind), 1)
    )
    route = "" if petition.route is None else ROUTE_WORDS[petition.route]
    blocks: tuple[Block, ...] = (
        Title("PHIẾU ĐỀ XUẤT XỬ LÝ ĐƠN"),
        addressed(f"{issue.signer.lines[-1].capitalize()} {issue.office}"),
        Paragraph(f"{issue.office} nhận được {named(petition)}."),
        FormLine("Tóm tắt nội dung:", petition.summary),
        FormLine("Người, cơ quan bị khiếu nại, tố cáo, phản ánh:", petition.against or ""),
        FormLine("Cơ quan đã giải quyết (nếu có):", petition.settled_before or ""),
        Heading("Điều kiện xử lý", 2),
        Table(
            (
                Column("STT", 12, align=Align.CENTER),
                Column("Điều kiện"),
                Column("Có", 16, align=Align.CENTER),
                Column("Không", 18, align=Align.CENTER),
            ),
            checks,
        ),
        *((Heading("Đơn có thể trùng", 2), Numbered(likes, Marker.DASH)) if likes else ()),
        Heading("Đề xuất", 2),
        FormLine("Phân loại:", KIND_WORDS[petition.kind]),
        FormLine("Lĩnh vực:", petition.field or ""),
        FormLine("Hướng xử lý:", f"{route}{f' đến {petition.forwarded_to}' if petition.forwarded_to else ''}"),
        FormLine("Lý do:", petition.reason or "", lines=2),
        FormLine("Thời hạn:", petition.due_why or ""),
        Signatures(
            (
                Signer(("PHÊ DUYỆT CỦA LÃNH ĐẠO",), issue.signer.name),
                Signer(("NGƯỜI ĐỀ XUẤT",), petition.received_by or ""),
            )
        ),
    )
    return Paper(f"Phiếu đề xuất xử lý đơn {petition.number}", issue.author, (issue.head, *blocks))


def guidance(petition: PetitionRow, issue: Issue, text: str | None, agency: AgencyRow | None) -> Paper:
    """Phiếu hướng dẫn: where the sender should turn, with the address if it is known."""
    where = "cơ quan có thẩm quyền" if agency is None else agency.name
    contact = "" if agency is None else ", ".join(filter(None, (agency.address, agency.phone)))
    blocks: tuple[Block, ...] = (
        Title("PHIẾU HƯỚNG DẪN", f"Về việc {KIND_WORDS[petition.kind].lower()}"),
        addressed(to_sender(petition)),
        Paragraph(f"{issue.office} nhận được {named(petition)}."),
        Paragraph(f"Nội dung: {petition.summary}."),
        Paragraph(
            "Sau khi xem xét, căn cứ quy định của pháp luật, nội dung đơn không thuộc thẩm quyền giải quyết của Ủy "
            f"ban Mặt trận Tổ quốc. Đề nghị {to_sender(petition)} gửi đơn đến {where} để được xem xét, giải quyết "
            "theo quy định."
        ),
        *((Paragraph(f"Địa chỉ liên hệ: {contact}."),) if contact else ()),
        *((Paragraph(text),) if text else ()),
    )
    return letter(issue, f"Phiếu hướng dẫn {petition.number}", blocks, ("Như trên",))


def giving_back(petition: PetitionRow, issue: Issue) -> Paper:
    """Thông báo trả lại đơn, with the reason and the papers that go back."""
    blocks: tuple[Block, ...] = (
        Title("THÔNG BÁO", f"Về việc trả lại đơn {KIND_WORDS[petition.kind].lower()}"),
        addressed(to_sender(petition)),
        Paragraph(f"{issue.office} nhận được {named(petition)}."),
        Paragraph(f"Nội dung: {petition.summary}."),
        Paragraph(f"Sau khi xem xét, {issue.office} trả lại đơn và tài liệu kèm theo (nếu có)."),
        FormLine("Lý do trả lại:", petition.reason or "", lines=2),
        FormLine("Tài liệu trả lại kèm theo:", petition.papers_received or ""),
        Paragraph(f"{issue.office} thông báo để {to_sender(petition)} được biết."),
    )
    return letter(issue, f"Thông báo trả lại đơn {petition.number}", blocks, ("Như trên",))


def transfer(petition: PetitionRow, issue: Issue, agency: str) -> Paper:
    """Phiếu chuyển đơn; of a denunciation the content alone goes on, the identity is parted from it."""
    what = "nội dung tố cáo" if petition.secret else "đơn"
    reply = f" chậm nhất {law_date(petition.due)}" if petition.forwarded and petition.due else ""
    copies = () if petition.secret or not petition.sender else (f"Ông (Bà) {petition.sender} (để biết)",)
    blocks: tuple[Block, ...] = (
        Title("PHIẾU CHUYỂN ĐƠN", f"Đơn {KIND_WORDS[petition.kind].lower()}"),
        addressed(agency),
        Paragraph(f"{issue.office} nhận được {named(petition)}."),
        Paragraph(f"Nội dung: {petition.summary}."),
        *((Paragraph(f"Người bị khiếu nại, tố cáo, phản ánh: {petition.against}."),) if petition.against else ()),
        *((Paragraph(f"Đơn có {petition.people} người đứng tên."),) if petition.people > 1 else ()),
        Paragraph(
            f"Căn cứ quy định của pháp luật, {issue.office} chuyển {what} đến {agency} để xem xét, giải quyết theo "
            f"thẩm quyền; đề nghị thông báo kết quả giải quyết cho {_informed(petition)} và cho "
            f"{issue.office}{reply}."
        ),
        *((Paragraph(SECRECY_LINE, italic=True),) if petition.secret else ()),
    )
    return letter(issue, f"Phiếu chuyển đơn {petition.number}", blocks, ("Như trên", *copies))


def reminder(petitions: tuple[PetitionRow, ...], issue: Issue, agency: str, today: date) -> Paper:
    """Công văn đôn đốc on one petition, or on all that an agency owes answers to."""
    rows = tuple(
        Row(
            (
                number, row.number, sender_with_address(row), excerpt(row.summary, _REMINDED), _sent(row), row.due,
                row.urged or None,
            )
        )
        for number, row in enumerate(petitions, 1)
    )  # fmt: skip
    late = sum(row.overdue(today) for row in petitions)
    blocks: tuple[Block, ...] = (
        addressed(agency),
        Paragraph(
            f"{issue.office} đã chuyển đến {agency} các đơn có tên dưới đây. Đến nay {issue.office} chưa nhận được văn "
            f"bản trả lời{f', trong đó có {late} đơn quá thời hạn' if late else ''}."
        ),
        Table(
            (
                Column("STT", 10, align=Align.CENTER),
                Column("Số đơn", 26),
                Column("Người gửi", weight=2),
                Column("Nội dung", weight=3),
                Column("Chuyển ngày, tại văn bản", 35, align=Align.CENTER),
                Column("Hạn trả lời", 20, align=Align.CENTER),
                Column("Số lần đôn đốc", 14, align=Align.CENTER),
            ),
            rows,
            compact=True,
        ),
        Paragraph(
            f"Đề nghị {agency} khẩn trương xem xét, giải quyết và có văn bản thông báo kết quả đến {issue.office} để "
            "theo dõi, trả lời người gửi đơn theo quy định."
        ),
        Paragraph("Trân trọng./."),
    )
    return letter(issue, f"Công văn đôn đốc {agency}", blocks, ("Như trên",))


def result(petition: PetitionRow, issue: Issue) -> Paper:
    """Thông báo kết quả: who answered what, and how to object."""
    document = f" tại văn bản số {petition.answer_document}" if petition.answer_document else ""
    answered = "" if petition.answered is None else f" {law_date(petition.answered)}"
    giver = petition.forwarded_to or issue.office
    blocks: tuple[Block, ...] = (
        Title("THÔNG BÁO", f"Kết quả giải quyết đơn {KIND_WORDS[petition.kind].lower()}"),
        addressed(to_sender(petition)),
        Paragraph(f"{issue.office} nhận được {named(petition)}."),
        Paragraph(f"Nội dung: {petition.summary}."),
        Paragraph(f"{giver} đã trả lời{document}{answered} như sau:"),
        FormLine("Kết quả:", petition.result or "", lines=3),
        Paragraph(
            f"{issue.office} thông báo để {to_sender(petition)} được biết. Nếu chưa đồng ý với kết quả giải quyết, "
            "người gửi đơn có quyền tiếp tục kiến nghị, khiếu nại đến cơ quan có thẩm quyền theo quy định."
        ),
    )
    return letter(issue, f"Thông báo kết quả {petition.number}", blocks, ("Như trên", giver))


def _mark(lacking: set[Condition] | None, condition: Condition, met: bool) -> str:
    return "" if lacking is None else "x" if (condition not in lacking) is met else ""


def _sent(petition: PetitionRow) -> str:
    """When it was sent, and by which paper."""
    day = "" if petition.forwarded is None else f"{petition.forwarded:%d/%m/%Y}"
    return "\n".join(filter(None, (day, petition.forward_document)))


def _informed(petition: PetitionRow) -> str:
    if petition.kind is Kind.DENUNCIATION:
        return "người tố cáo theo quy định của Luật Tố cáo"
    return "người gửi đơn"
