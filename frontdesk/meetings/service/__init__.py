"""The service of meetings: one class, one method a deed, each part in its file."""

from frontdesk.meetings.service.browsing import Browsing


class Meetings(Browsing):
    """Meetings from the invitation to the answer."""
