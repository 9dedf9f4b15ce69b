"""The roster's service: one class, a deed a method, each part in its file."""

from frontdesk.roster.service.windows import Windows


class Roster(Windows):
    """Everything the office keeps about the people of the Front."""
