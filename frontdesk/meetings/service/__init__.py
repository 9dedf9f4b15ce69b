"""The service of meetings: one class, one method a deed, each part in its file."""

from frontdesk.meetings.service.exchanging import Exchanging


class Meetings(Exchanging):
    """Meetings from the invitation to the answer."""
