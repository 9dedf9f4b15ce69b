"""Biên bản, Mẫu 1.9 of NĐ 30/2020/NĐ-CP, Phụ lục III, with the lines offices of the Front add to it."""

from collections.abc import Iterator

from frontdesk.meetings.papers.parts import (
    Issuer,
    delegate_line,
    delegate_table,
    labelled,
    paragraphs,
    person,
    task_table,
    titled,
)
from frontdesk.meetings.papers.votes import vote_blocks
from frontdesk.meetings.papers.words import ABSENCE_WORDS, OUTCOME_WORDS, closed, gathering, sentence
from frontdesk.meetings.rules.counting import Quorum, quorum
from frontdesk.meetings.rules.kinds import Absence
from frontdesk.meetings.rules.rows import AgendaRow, DelegateRow, MeetingRow, OpinionRow, PaperRow
from frontdesk.paper import (
    Block,
    Footer,
    Heading,
    Marker,
    Numbered,
    PageBreak,
    Paper,
    Paragraph,
    Recipients,
    Run,
    Signatures,
    Signer,
    Title,
)
from frontdesk.vietnamese import blank_date, format_percent, law_clock, law_time


def minutes(row: MeetingRow, issuer: Issuer, fingerprint: str | None = None) -> Paper:
    """The minutes of a meeting with everything recorded; `fingerprint` stands at the foot of final ones."""
    blocks: list[Block] = [issuer.letterhead, Title("BIÊN BẢN", row.title)]
    if fingerprint is not None:
        blocks.append(Footer(fingerprint))
    blocks += _opening(row)
    blocks += _attendance(row)
    blocks += _officers(row)
    blocks += _course(row)
    blocks.append(Paragraph(_end(row, issuer)))
    blocks.append(_signatures(row))
    if issuer.recipients:
        blocks.append(Recipients(issuer.recipients))
    if row.delegates:
        blocks += [PageBreak(), Title("DANH SÁCH ĐẠI BIỂU", row.title), delegate_table(row)]
    return Paper(f"Biên bản {row.title}", issuer.author, tuple(blocks))


def quorum_sentence(found: Quorum, word: str) -> str:
    """Whether enough came, and by which rule."""
    share = f"{found.share.numerator}/{found.share.denominator}"
    rate = f"{found.present}/{found.convened} đại biểu"
    if found.convened:
        rate += f", đạt {format_percent(found.present, found.convened)}"
    verdict = "đủ điều kiện tiến hành" if found.reached else "không đủ điều kiện tiến hành"
    return (
        f"Có mặt {rate}; theo quy định phải có mặt ít nhất {share} số được triệu tập, "
        f"tức từ {found.needed} đại biểu trở lên: {word} {verdict}."
    )


def _opening(row: MeetingRow) -> Iterator[Block]:
    yield labelled("Thời gian bắt đầu", f"{law_time(row.starts)}.")
    if row.place:
        yield labelled("Địa điểm", closed(row.place))
    if row.sites:
        yield titled("Các điểm cầu:")
        yield Numbered(
            tuple(
                closed(site.name if site.head_count is None else f"{site.name}: {site.head_count} đại biểu")
                for site in row.sites
            ),
            Marker.DASH,
        )


def _attendance(row: MeetingRow) -> Iterator[Block]:
    absent = [each for each in row.delegates if each.present is False]
    items = []
    if row.convened is not None:
        items.append(f"Số được triệu tập: {row.convened} đại biểu.")
    if row.present is not None:
        items.append(_present(row, row.present))
    if absent:
        items.append(_absent(absent))
    found = quorum(row.quorum_share, row.convened, row.present)
    if found is not None:
        items.append(quorum_sentence(found, gathering(row.kind)))
    if row.delegates:
        items.append("Danh sách đại biểu kèm theo Biên bản này.")
    if items:
        yield titled("Thành phần tham dự:")
        yield Numbered(tuple(items), Marker.DASH)
    for kind in (Absence.EXCUSED, Absence.UNEXCUSED, None):
        named = [each for each in absent if each.absence is kind]
        if named:
            yield Paragraph(f"{ABSENCE_WORDS[kind]}:", italic=True, keep_with_next=True)
            yield Numbered(tuple(_absentee(each) for each in named))


def _present(row: MeetingRow, present: int) -> str:
    counted = sum(site.head_count or 0 for site in row.sites)
    beyond = f", trong đó {counted} đại biểu đếm tại các điểm cầu" if counted else ""
    return f"Số có mặt: {present} đại biểu{beyond}."


def _absent(absent: list[DelegateRow]) -> str:
    excused = sum(each.absence is Absence.EXCUSED for each in absent)
    unexcused = sum(each.absence is Absence.UNEXCUSED for each in absent)
    unknown = len(absent) - excused - unexcused
    rest = f"; chưa rõ lý do: {unknown}" if unknown else ""
    return f"Số vắng: {len(absent)} đại biểu (có lý do: {excused}; không lý do: {unexcused}{rest})."


def _absentee(delegate: DelegateRow) -> str:
    reason = f" ({delegate.reason})" if delegate.reason else ""
    return closed(f"{delegate_line(delegate)}{reason}")


def _officers(row: MeetingRow) -> Iterator[Block]:
    if row.chair is not None:
        yield labelled("Chủ trì", closed(person(row.chair)))
    if row.secretary is not None:
        yield labelled("Thư ký", closed(person(row.secretary)))


def _course(row: MeetingRow) -> Iterator[Block]:
    """Nội dung theo diễn biến, each part under its numeral, and only what was recorded."""
    parts = (
        ("DIỄN BIẾN THEO CHƯƠNG TRÌNH", [block for item in enumerate(row.agenda, 1) for block in _item(*item, row)]),
        ("THAM LUẬN", _papers(row, None)),
        ("Ý KIẾN PHÁT BIỂU", _opinions(row, None)),
        ("BIỂU QUYẾT", _votes(row, None)),
        ("KẾT LUẬN", paragraphs(row.conclusion)),
        ("PHÂN CÔNG THỰC HIỆN", [task_table(row.tasks)] if row.tasks else []),
    )
    if any(blocks for _heading, blocks in parts):
        yield Heading("NỘI DUNG")
    numeral = 0
    for heading, blocks in parts:
        if blocks:
            numeral += 1
            yield Heading(f"{_ROMAN[numeral - 1]}. {heading}", 2)
            yield from blocks


_ROMAN = ("I", "II", "III", "IV", "V", "VI")


def _papers(row: MeetingRow, item: int | None) -> list[Block]:
    """The papers read under an item, or those of no item, by their places among all."""
    return [block for at, each in enumerate(row.papers, 1) if each.item == item for block in _paper(at, each)]


def _opinions(row: MeetingRow, item: int | None) -> list[Block]:
    return [block for at, each in enumerate(row.opinions, 1) if each.item == item for block in _opinion(at, each)]


def _votes(row: MeetingRow, item: int | None) -> list[Block]:
    return [block for at, each in enumerate(row.votes, 1) if each.item == item for block in vote_blocks(at, each, row)]


def _item(number: int, item: AgendaRow, row: MeetingRow) -> Iterator[Block]:
    when = f"{law_clock(item.at)}: " if item.at is not None else ""
    about = [item.presenter, f"{item.minutes} phút" if item.minutes is not None else None]
    known = "; ".join(each for each in about if each)
    details = f" ({known})" if known else ""
    led_to = list(_led_to(number, item, row))
    title = (Run(f"{number}. {when}"), Run(item.title, bold=True), Run(f"{details}."))
    yield Paragraph(title, keep_with_next=bool(led_to))
    yield from led_to


def _led_to(number: int, item: AgendaRow, row: MeetingRow) -> Iterator[Block]:
    """What was read, said, voted and decided under an item."""
    for label, blocks in (
        ("Tham luận", _papers(row, number)),
        ("Ý kiến phát biểu", _opinions(row, number)),
        ("Biểu quyết", _votes(row, number)),
    ):
        if blocks:
            yield Paragraph(f"{label}:", italic=True, keep_with_next=True)
            yield from blocks
    if item.outcome:
        yield Paragraph((Run("Kết quả: ", italic=True), Run(item.outcome)))
    for outcome in item.outcomes:
        yield Paragraph((Run(f"{OUTCOME_WORDS[outcome.kind]}: ", italic=True), Run(outcome.text)))


def _paper(number: int, paper: PaperRow) -> Iterator[Block]:
    speaker = f"{paper.speaker}: " if paper.speaker else ""
    yield Paragraph((Run(f"{number}. {speaker}"), Run(paper.title, bold=True)), keep_with_next=bool(paper.summary))
    if paper.summary:
        yield Paragraph(paper.summary)


def _opinion(number: int, opinion: OpinionRow) -> Iterator[Block]:
    speaker = opinion.speaker or "Ý kiến không ghi tên người phát biểu"
    organisation = f" ({opinion.organisation})" if opinion.organisation else ""
    yield Paragraph((Run(f"{number}. {speaker}", bold=True), Run(f"{organisation}: {opinion.text}")))
    if opinion.answer or opinion.answered_by:
        by = f" của {opinion.answered_by}" if opinion.answered_by else ""
        yield Paragraph((Run(f"Trả lời{by}: ", italic=True), Run(opinion.answer or "đã trả lời tại chỗ.")))
    if opinion.petition:
        yield Paragraph("Ý kiến này được ghi nhận là kiến nghị để chuyển cơ quan có thẩm quyền.", italic=True)


def _end(row: MeetingRow, issuer: Issuer) -> str:
    ended = law_time(row.ends) if row.ends is not None else f"… giờ … phút, {blank_date(row.starts.year)}"
    word = gathering(row.kind)
    return f"{sentence(word)} kết thúc vào {ended}. {issuer.closing.replace('{meeting}', word)}".strip()


def _signatures(row: MeetingRow) -> Signatures:
    secretary = row.secretary.name if row.secretary is not None else ""
    chair = row.chair.name if row.chair is not None else ""
    return Signatures(
        (
            Signer(("THƯ KÝ",), secretary, "(chữ ký)"),
            Signer(("CHỦ TỌA",), chair, "(chữ ký, dấu nếu có)"),
        )
    )
