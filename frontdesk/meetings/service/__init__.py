"""The service of meetings: one class, one method a deed, each part in its file."""

from frontdesk.meetings.service.printing import Printing


class Meetings(Printing):
    """Meetings from the invitation to the answer."""
