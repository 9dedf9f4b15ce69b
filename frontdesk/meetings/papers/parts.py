"""Blocks that several papers of a meeting share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from frontdesk.meetings.papers.words import ABSENCE_WORDS, REPLY_WORDS, sentence
from frontdesk.meetings.rules.rows import DelegateRow, MeetingRow, Officer, TaskRow
from frontdesk.paper import Align, Block, Column, GroupRow, Letterhead, Paragraph, Row, Run, Signatures, Signer, Table
from frontdesk.vietnamese import spoken_time

SIGNING_ROW_MM: Final = 8.0
_FEWEST_IN_A_GROUP: Final = 2


@dataclass(frozen=True)
class Issuer:
    """What papers say of the office: their head, who signs, who gets a copy, and some of the office's own words."""

    author: str
    letterhead: Letterhead
    signer: Signer | None = None
    recipients: tuple[str, ...] = ()
    closing: str = ""
    contact: str = ""


def signed(issuer: Issuer) -> Signatures:
    """Who signs, in the right half of the page (NĐ 30/2020, Phụ lục I, ô số 7a)."""
    return Signatures((Signer((), note=""), issuer.signer or Signer(())))


def when_and_where(row: MeetingRow) -> Paragraph:
    """Under the title of a list: the time and the place of the meeting."""
    place = f", tại {row.place}" if row.place else ""
    return Paragraph(f"({spoken_time(row.starts)}{place})", align=Align.CENTER, italic=True, first_line=False)


def labelled(label: str, text: str) -> Paragraph:
    """ "**Địa điểm:** Hội trường …": a bold label and what was recorded."""
    return Paragraph((Run(f"{label}: ", bold=True), Run(text)))


def titled(text: str) -> Paragraph:
    """A bold line that stays with what follows it."""
    return Paragraph(text, bold=True, keep_with_next=True)


def person(officer: Officer) -> str:
    """ "Trần Quốc Hưng, Chủ tịch …"."""
    return ", ".join(each for each in (officer.name, officer.position) if each)


def delegate_line(delegate: DelegateRow) -> str:
    """A delegate in one line of a sentence."""
    return ", ".join(each for each in (delegate.name, delegate.post) if each)


def absence(delegate: DelegateRow) -> str:
    """ "Vắng có lý do: đi công tác"; blank for who is not marked absent."""
    if delegate.present is not False:
        return ""
    word = ABSENCE_WORDS[delegate.absence]
    return f"{word}: {delegate.reason}" if delegate.reason else word


def delegate_table(row: MeetingRow, *, blank: int = 0) -> Table:
    """All delegates, the absent ones too, in the recorded order under their sites, groups or organisations.

    Without delegates so many `blank` lines.
    """
    groups = _grouped(row.delegates)
    in_groups = len(groups) > 1
    by_organisation = in_groups and not any(each.site or each.group for each in row.delegates)
    columns = (
        Column("STT", 11, align=Align.CENTER),
        Column("Họ và tên", weight=1.1),
        Column("Chức vụ" if by_organisation else "Chức vụ, đơn vị"),
        Column("Ký tên", 26),
        Column("Ghi chú", 27),
    )
    rows: list[Row | GroupRow] = [] if groups[0][1] else [Row((at, "", "", "", "")) for at in range(1, blank + 1)]
    number = 0
    for heading, delegates in groups:
        if in_groups and heading:
            rows.append(GroupRow(heading))
        for delegate in delegates:
            number += 1
            post = (delegate.position or "") if by_organisation else delegate.post
            rows.append(Row((number, delegate.name, post, "", _remark(delegate))))
    return Table(columns, tuple(rows), row_height_mm=SIGNING_ROW_MM)


def task_table(tasks: Sequence[TaskRow]) -> Table:
    """Việc | người thực hiện | hạn."""
    return Table(
        (
            Column("STT", 11, align=Align.CENTER),
            Column("Nội dung công việc", weight=1.8),
            Column("Người thực hiện"),
            Column("Thời hạn", 28, align=Align.CENTER),
        ),
        tuple(Row((number, task.what, task.assignee, task.due)) for number, task in enumerate(tasks, 1)),
    )


def paragraphs(texts: Iterable[str]) -> list[Block]:
    """Each text as a paragraph of its own, as typed."""
    return [Paragraph(text) for text in texts]


def _remark(delegate: DelegateRow) -> str:
    replied = REPLY_WORDS[delegate.reply] if delegate.reply is not None and delegate.present is None else ""
    parts = (absence(delegate) or sentence(replied), f"Dự thay: {delegate.substitute}" if delegate.substitute else "")
    return "; ".join(each for each in parts if each)


def _grouped(delegates: Sequence[DelegateRow]) -> list[tuple[str, list[DelegateRow]]]:
    """Delegates under one heading each, headings by first appearance; by organisation only where that joins people."""
    for naming in (_site, _group, _organisation):
        if any(naming(each) for each in delegates):
            found: dict[str, list[DelegateRow]] = {}
            for each in delegates:
                found.setdefault(naming(each), []).append(each)
            if naming is not _organisation or len(delegates) >= _FEWEST_IN_A_GROUP * len(found):
                return list(found.items())
    return [("", list(delegates))]


def _site(delegate: DelegateRow) -> str:
    return delegate.site or ""


def _group(delegate: DelegateRow) -> str:
    return delegate.group or ""


def _organisation(delegate: DelegateRow) -> str:
    return delegate.organisation or ""
