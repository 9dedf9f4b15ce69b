"""Thông báo kết luận, trích biên bản and the news item."""

from frontdesk.meetings.papers.minutes import quorum_sentence
from frontdesk.meetings.papers.parts import Issuer, labelled, paragraphs, person, task_table
from frontdesk.meetings.papers.votes import vote_blocks
from frontdesk.meetings.papers.words import OUTCOME_WORDS, closed, gathering, sentence
from frontdesk.meetings.rules.counting import quorum
from frontdesk.meetings.rules.kinds import OutcomeKind
from frontdesk.meetings.rules.news import headline, news_paragraphs
from frontdesk.meetings.rules.rows import MeetingRow
from frontdesk.paper import (
    Align,
    Block,
    Heading,
    Numbered,
    Paper,
    Paragraph,
    Recipients,
    Run,
    Signatures,
    Signer,
    Title,
)
from frontdesk.vietnamese import law_date, law_time, short_date


def conclusion(row: MeetingRow, issuer: Issuer) -> Paper:
    """The notice of conclusion: what was concluded, decided and given to whom."""
    chair = f" do {person(row.chair)} chủ trì" if row.chair is not None else ""
    lead = f"{sentence(law_date(row.starts.date()))}, {issuer.author} tổ chức {row.title}{chair}. Kết luận như sau:"
    blocks: list[Block] = [issuer.letterhead, Title("THÔNG BÁO", f"Kết luận {row.title}"), Paragraph(lead)]
    decided = [outcome.text for item in row.agenda for outcome in item.outcomes if outcome.kind is OutcomeKind.DECISION]
    if row.conclusion:
        blocks += [Heading("Kết luận", 2), *paragraphs(row.conclusion)]
    if decided:
        blocks += [Heading("Nội dung đã quyết định", 2), Numbered(tuple(decided))]
    if row.tasks:
        blocks += [Heading("Phân công thực hiện", 2), task_table(row.tasks)]
    recipients = Recipients(issuer.recipients) if issuer.recipients else None
    blocks.append(Signatures((issuer.signer or Signer(()),), recipients))
    return Paper(f"Thông báo kết luận {row.title}", issuer.author, tuple(blocks))


def extract(row: MeetingRow, issuer: Issuer) -> Paper:
    """The extract of the minutes: who was there in figures, what was voted, decided, concluded and given to whom."""
    word = gathering(row.kind)
    blocks: list[Block] = [
        issuer.letterhead,
        Title("TRÍCH BIÊN BẢN", row.title),
        labelled("Thời gian", f"{law_time(row.starts)}."),
    ]
    if row.paper_number:
        blocks.append(labelled("Trích từ Biên bản số", f"{row.paper_number}."))
    if row.place:
        blocks.append(labelled("Địa điểm", closed(row.place)))
    if row.chair is not None:
        blocks.append(labelled("Chủ trì", closed(person(row.chair))))
    found = quorum(row.quorum_share, row.convened, row.present)
    if found is not None:
        blocks.append(Paragraph(quorum_sentence(found, word)))
    for number, vote in enumerate(row.votes, 1):
        blocks += vote_blocks(number, vote, row)
    for item in row.agenda:
        if item.outcomes:
            blocks.append(Paragraph(item.title, bold=True, keep_with_next=True))
            blocks += [
                Paragraph((Run(f"{OUTCOME_WORDS[outcome.kind]}: ", italic=True), Run(outcome.text)))
                for outcome in item.outcomes
            ]
    if row.conclusion:
        blocks += [Heading("Kết luận", 2), *paragraphs(row.conclusion)]
    if row.tasks:
        blocks += [Heading("Phân công thực hiện", 2), task_table(row.tasks)]
    secretary = row.secretary.name if row.secretary is not None else ""
    blocks.append(Signatures((Signer(("NGƯỜI TRÍCH BIÊN BẢN",), secretary), issuer.signer or Signer(()))))
    return Paper(f"Trích biên bản {row.title}", issuer.author, tuple(blocks))


def news(row: MeetingRow, issuer: Issuer) -> Paper:
    """The news item for the bulletin, with where and when it was published."""
    blocks: list[Block] = [
        Title(headline(row), rule=False),
        *(Paragraph(text) for text in news_paragraphs(row, issuer.author)),
        Paragraph(issuer.author, align=Align.RIGHT, bold=True),
    ]
    if row.publications:
        published = (
            f"{each.channel}, ngày {short_date(each.day)}{f' ({each.address})' if each.address else ''}"
            for each in row.publications
        )
        blocks.append(Paragraph(f"Đã đăng: {'; '.join(published)}.", italic=True))
    return Paper(headline(row), issuer.author, tuple(blocks))
