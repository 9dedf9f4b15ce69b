"""The service of meetings: one class, one method a deed, each part in its file."""

from frontdesk.meetings.service.veiling import Veiling


class Meetings(Veiling):
    """Meetings from the invitation to the answer."""
