"""A meeting as a calendar entry (iCalendar, RFC 5545), for telephones and other programs."""

from datetime import datetime, timedelta
from typing import Final

from frontdesk.meetings.rules.clashes import span
from frontdesk.meetings.rules.rows import MeetingRow

_LONGEST_LINE: Final = 75
"""Bytes of a line before it is folded (RFC 5545, 3.1)."""


def calendar_text(rows: list[MeetingRow], stamp: datetime) -> str:
    """The meetings as an .ics file; times are local to Vietnam, which has one offset and no summer time."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Front desk//meetings//VI", "CALSCALE:GREGORIAN", *_ZONE]
    for row in rows:
        begins, ends = span(row)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{row.number}@frontdesk",
            f"DTSTAMP:{_zulu(stamp)}",
            f"DTSTART;TZID={_ZONE_NAME}:{_local(begins)}",
            f"DTEND;TZID={_ZONE_NAME}:{_local(ends)}",
            f"SUMMARY:{_escaped(row.title)}",
        ]
        lines += [f"LOCATION:{_escaped(row.place)}"] if row.place else []
        agenda = "\n".join(f"{item.at:%H:%M} {item.title}" if item.at else item.title for item in row.agenda)
        lines += [f"DESCRIPTION:{_escaped(agenda)}"] if agenda else []
        lines.append("END:VEVENT")
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


_OFFSET: Final = timedelta(hours=7)
_ZONE_NAME: Final = "Asia/Ho_Chi_Minh"
_ZONE: Final = (
    "BEGIN:VTIMEZONE",
    f"TZID:{_ZONE_NAME}",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0700",
    "TZOFFSETTO:+0700",
    "END:STANDARD",
    "END:VTIMEZONE",
)


def _local(moment: datetime) -> str:
    return f"{moment:%Y%m%dT%H%M%S}"


def _zulu(moment: datetime) -> str:
    return f"{moment - _OFFSET:%Y%m%dT%H%M%S}Z"


def _escaped(text: str) -> str:
    for letter in ("\\", ";", ","):
        text = text.replace(letter, f"\\{letter}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """The line in pieces of at most 75 bytes, never inside a letter, each further one after a space."""
    pieces, piece = [], ""
    for letter in line:
        if len((piece + letter).encode()) > _LONGEST_LINE:
            pieces.append(piece)
            piece = " "
        piece += letter
    return "\r\n".join([*pieces, piece])
