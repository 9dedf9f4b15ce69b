"""Phiếu biểu quyết and biên bản kiểm phiếu."""

from collections.abc import Iterator, Sequence

from frontdesk.meetings.papers.parts import Issuer, labelled
from frontdesk.meetings.papers.votes import majority_of, majority_sentence
from frontdesk.meetings.papers.words import CHOICE_WORDS, METHOD_WORDS, closed
from frontdesk.meetings.rules.kinds import Method
from frontdesk.meetings.rules.naming import Choice
from frontdesk.meetings.rules.rows import MeetingRow, VoteRow
from frontdesk.paper import (
    Align,
    Block,
    Cards,
    Column,
    Heading,
    Marker,
    Numbered,
    Paper,
    Paragraph,
    Row,
    Signatures,
    Signer,
    Slot,
    Table,
    Title,
)
from frontdesk.vietnamese import law_time

_QUESTION_PT = 13.0
_LINE_MM = 5.6
_LETTERS_IN_A_LINE = 34
_LINES = (4, 13)
"""The fewest and the most lines there is room for; a longer question is set smaller."""
_BY_PAPER = (Method.BALLOT, None)
"""The methods that may have been ballots, given out and collected."""
_BY_HAND = "………"
_CHOICES = (Choice.FOR, Choice.AGAINST, Choice.ABSTAIN)


def ballots(row: MeetingRow, issuer: Issuer) -> Paper:
    """Four ballots a sheet, as many as people are present (else convened, else one sheet), for each question."""
    wanted = row.present or row.convened or 4
    questions = [vote.question for vote in row.votes] or [""]
    face: tuple[Block, ...] = (
        Paragraph(issuer.author, align=Align.CENTER, first_line=False, size_pt=11),
        Title("PHIẾU BIỂU QUYẾT", row.title, rule=False),
        Slot("question", _question_mm(questions), bold=True, size_pt=_QUESTION_PT),
        Table(
            tuple(Column(CHOICE_WORDS[choice], align=Align.CENTER) for choice in _CHOICES),
            (Row(("", "", "")),),
            row_height_mm=12,
        ),
        Paragraph("Đánh dấu (X) vào một ô.", align=Align.CENTER, italic=True, first_line=False, size_pt=11),
    )
    fills = tuple({"question": question} for question in questions for _ballot in range(wanted))
    title = f"Phiếu biểu quyết {row.title}"
    return Paper(title, issuer.author, (Cards(face, fills, 2, 2),), page_numbers=False)


def _question_mm(questions: Sequence[str]) -> float:
    """Room for the longest question, the same on every ballot."""
    fewest, most = _LINES
    lines = max(sum(1 + len(line) // _LETTERS_IN_A_LINE for line in each.split("\n")) for each in questions)
    return _LINE_MM * min(max(lines + 1, fewest), most)


def vote_count(row: MeetingRow, issuer: Issuer) -> Paper:
    """The record of the count, with the tellers' signatures."""
    blocks: list[Block] = [
        issuer.letterhead,
        Title("BIÊN BẢN KIỂM PHIẾU", row.title),
        labelled("Thời gian", f"{law_time(row.ends or row.starts)}."),
    ]
    if row.place:
        blocks.append(labelled("Địa điểm", closed(row.place)))
    if row.convened is not None:
        blocks.append(labelled("Số được triệu tập", f"{row.convened} đại biểu."))
    if row.present is not None:
        blocks.append(labelled("Số có mặt", f"{row.present} đại biểu."))
    blocks.append(labelled("Ban kiểm phiếu gồm", " ".join([_BY_HAND] * 12)))
    for number, vote in enumerate(row.votes, 1):
        blocks += _counted(number, vote, row)
    blocks.append(Paragraph("Biên bản đã được Ban kiểm phiếu thông qua."))
    secretary = row.secretary.name if row.secretary is not None else ""
    blocks.append(
        Signatures(
            (
                Signer(("THƯ KÝ",), secretary),
                Signer(("TM. BAN KIỂM PHIẾU", "TRƯỞNG BAN")),
            )
        )
    )
    return Paper(f"Biên bản kiểm phiếu {row.title}", issuer.author, tuple(blocks))


def _counted(number: int, vote: VoteRow, row: MeetingRow) -> Iterator[Block]:
    yield Heading(f"{number}. {vote.question}", 3)
    method = METHOD_WORDS[vote.method] if vote.method is not None else None
    cast = vote.tally.cast if vote.in_favour is not None else None
    lines = (
        ("Hình thức", method),
        ("Số phiếu phát ra", _BY_HAND if vote.method in _BY_PAPER else None),
        ("Số phiếu thu về" if vote.method in _BY_PAPER else "Tổng số biểu quyết", cast),
        ("Số phiếu hợp lệ", vote.tally.valid),
        ("Số phiếu không hợp lệ", vote.spoiled),
        ("Tán thành", _share(vote.in_favour, vote, row)),
        ("Không tán thành", _share(vote.against, vote, row)),
        ("Không có ý kiến", _share(vote.abstain, vote, row)),
    )
    yield Numbered(tuple(f"{label}: {closed(str(value))}" for label, value in lines if value is not None), Marker.DASH)
    verdict = majority_sentence(vote, row)
    if verdict:
        yield Paragraph(verdict)


def _share(count: int | None, vote: VoteRow, row: MeetingRow) -> str | None:
    if count is None:
        return None
    found = majority_of(vote, row)
    return f"{count}" if found is None or not found.of else f"{count}/{found.of}"
