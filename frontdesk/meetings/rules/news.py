"""A news item drafted from a meeting's record: plain sentences a person then makes their own."""

from typing import Final

from frontdesk.meetings.rules.rows import MeetingRow
from frontdesk.vietnamese import excerpt, law_date, spoken_clock

_MOST_OPINIONS: Final = 3
_OPINION_LENGTH: Final = 240


def headline(row: MeetingRow) -> str:
    """The title of the news item: the meeting's, as typed."""
    return row.news_title or row.title


def news_paragraphs(row: MeetingRow, author: str) -> tuple[str, ...]:
    """The office's own text, or a draft of when, where, who, what was said, concluded and decided."""
    if row.news_text:
        return tuple(line for line in row.news_text.split("\n") if line.strip())
    return tuple(each for each in (_lead(row, author), _said(row), *row.conclusion, _tasks(row)) if each)


def plain_news(row: MeetingRow, author: str, length: int) -> str:
    """The news as plain text of at most `length` letters, cut between paragraphs, then inside the last."""
    whole = "\n\n".join((headline(row), *news_paragraphs(row, author)))
    if len(whole) <= length:
        return whole
    cut = whole[:length].rfind("\n\n")
    return whole[:cut] if cut > length // 2 else excerpt(whole, length)


def _lead(row: MeetingRow, author: str) -> str:
    when = f"{_part_of_day(row)} {law_date(row.starts.date())}"
    where = f", tại {row.place}" if row.place else ""
    lead = f"{when}{where}, {author} tổ chức {_lower_first(row.title)}"
    present = f", với sự tham dự của {row.present} đại biểu" if row.present else ""
    chair = f". {row.chair.name}{f', {row.chair.position}' if row.chair.position else ''} chủ trì" if row.chair else ""
    sites = f"; kết nối {len(row.sites)} điểm cầu" if row.sites else ""
    return f"{lead}{present}{sites}{chair}."


def _said(row: MeetingRow) -> str:
    if not row.papers and not row.opinions:
        return ""
    counted = [f"{len(row.papers)} tham luận"] if row.papers else []
    counted += [f"{len(row.opinions)} ý kiến phát biểu"] if row.opinions else []
    first = [excerpt(opinion.text, _OPINION_LENGTH).rstrip(".;") for opinion in row.opinions[:_MOST_OPINIONS]]
    return f"Có {' và '.join(counted)}. {'. '.join(first)}." if first else f"Có {' và '.join(counted)}."


def _tasks(row: MeetingRow) -> str:
    if not row.tasks:
        return ""
    given = [f"{task.what}{f' ({task.assignee})' if task.assignee else ''}" for task in row.tasks]
    return f"Nhiệm vụ được giao: {'; '.join(given)}."


def _part_of_day(row: MeetingRow) -> str:
    hour = row.starts.hour
    name = "Sáng" if hour < 11 else "Trưa" if hour < 13 else "Chiều" if hour < 18 else "Tối"
    return f"{name} ({spoken_clock(row.starts.time())})"


def _lower_first(title: str) -> str:
    """The title inside a sentence: a capital that only begins it is made small, an abbreviation stays."""
    first, _space, rest = title.partition(" ")
    return title if first.isupper() else f"{first[:1].lower()}{first[1:]}{' ' if rest else ''}{rest}"
