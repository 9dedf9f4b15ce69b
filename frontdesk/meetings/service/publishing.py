"""The news of a meeting, where it was published, and the calendar."""

from pathlib import Path

from frontdesk.meetings.assembling import PartName
from frontdesk.meetings.deeds import afterwards as deeds
from frontdesk.meetings.model import Meeting
from frontdesk.meetings.rules.calendars import calendar_text
from frontdesk.meetings.rules.news import plain_news
from frontdesk.meetings.rules.rows import MeetingRow, PublicationRow
from frontdesk.meetings.service.supervising import Supervising
from frontdesk.meetings.settings import NEWS_LENGTH
from frontdesk.office import ListAsk
from frontdesk.paper.output import write_whole


class Publishing(Supervising):
    """What the public hears."""

    def edit_news(self, ask: deeds.EditNews) -> MeetingRow:
        """Keep the news item in the office's own words; blank: drafted from the record again."""
        given = {"news_title": ask.title, "news_text": ask.text}
        with self._store.change(deeds.EDIT_NEWS) as change:
            head = self._standing(ask.number)
            columns = {key: value for key, value in given.items() if value is not None}
            change.amend(Meeting, head.id, revision=ask.revision, **columns)
        return self.meeting(head.number)

    def publish(self, ask: deeds.Publish) -> PublicationRow:
        """Note where and when the news was published."""
        with self._store.change(deeds.PUBLISH) as change:
            head = self._standing(ask.number)
            row = PublicationRow(ask.channel, ask.day or self._store.today, ask.address)
            return self._add(change, head.id, PartName.PUBLICATION, row)

    def edit_publication(self, ask: deeds.EditPublication) -> PublicationRow:
        """Correct where and when the news was published, also once the minutes are final."""
        row: PublicationRow = self._edit_asked(deeds.EDIT_PUBLICATION, PartName.PUBLICATION, ask)
        return row

    def news(self, number: str) -> str:
        """The news item as plain text, short enough for Zalo."""
        length = int(self._office.setting(NEWS_LENGTH))
        return plain_news(self.meeting(number), self._office.author(), length)

    def export_calendar(self, path: Path, ask: ListAsk) -> int:
        """Write the meetings asked for as an .ics file and return how many there are."""
        rows = list(self._listed(ask))
        write_whole(calendar_text(rows, self._store.clock.now()).encode(), path)
        return len(rows)
