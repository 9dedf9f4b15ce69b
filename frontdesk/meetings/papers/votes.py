"""Votes as they stand in minutes: counts, the majority needed and reached, and who voted what."""

from collections.abc import Iterator
from fractions import Fraction

from frontdesk.meetings.papers.words import BASE_WORDS, CHOICE_WORDS, METHOD_WORDS, sentence
from frontdesk.meetings.rules.counting import Base, Majority, majority, share_of
from frontdesk.meetings.rules.naming import Choice, name_votes
from frontdesk.meetings.rules.rows import MeetingRow, VoteRow
from frontdesk.paper import Align, Block, Column, Paragraph, Row, Run, Table
from frontdesk.vietnamese import format_percent


def vote_blocks(number: int, vote: VoteRow, row: MeetingRow) -> Iterator[Block]:
    """A vote whole, under its number."""
    yield Paragraph((Run(f"{number}. "), Run(vote.question, bold=True)), keep_with_next=True)
    said = ". ".join(each for each in (_method(vote), counts(vote)) if each)
    if said:
        yield Paragraph(f"{said}.")
    verdict = majority_sentence(vote, row)
    if verdict:
        yield Paragraph(verdict)
    names = name_votes(vote.names)
    if names:
        yield Table(
            (Column("STT", 11, align=Align.CENTER), Column("Họ và tên"), Column("Ý kiến", 45)),
            tuple(
                Row((place, each.name, CHOICE_WORDS[each.choice] if each.choice is not None else ""))
                for place, each in enumerate(names, 1)
            ),
        )


def counts(vote: VoteRow) -> str:
    """ "Tán thành: 35; không tán thành: 0; …", only what was counted."""
    counted = (
        (Choice.FOR, vote.in_favour),
        (Choice.AGAINST, vote.against),
        (Choice.ABSTAIN, vote.abstain),
        (Choice.SPOILED, vote.spoiled),
    )
    known = [f"{CHOICE_WORDS[choice].lower()}: {count}" for choice, count in counted if count is not None]
    return sentence("; ".join(known))


def majority_of(vote: VoteRow, row: MeetingRow) -> Majority | None:
    """The majority of a vote of this meeting, None when something it needs is not recorded."""
    return majority(vote.tally, vote.majority, vote.base, row.present, row.convened)


def majority_sentence(vote: VoteRow, row: MeetingRow) -> str:
    """What was needed, what was reached and whether it carries; blank when no majority is recorded."""
    if vote.majority is None:
        return ""
    found = majority_of(vote, row)
    base = BASE_WORDS[vote.base or Base.PRESENT]
    if found is None:
        return f"Tỷ lệ cần đạt: trên {share_text(share_of(vote.majority))} {base}."
    reached = f"{found.in_favour}/{found.of}"
    if found.of:
        reached += f" ({format_percent(found.in_favour, found.of)})"
    verdict = "được thông qua" if found.carried else "không được thông qua"
    return (
        f"Cần trên {share_text(found.share)} {base} ({found.of}), tức từ {found.needed} trở lên; "
        f"đạt {reached}: {verdict}."
    )


def share_text(share: Fraction) -> str:
    """ "2/3", "1/2"."""
    return f"{share.numerator}/{share.denominator}"


def _method(vote: VoteRow) -> str:
    return f"Hình thức: {METHOD_WORDS[vote.method]}" if vote.method is not None else ""
