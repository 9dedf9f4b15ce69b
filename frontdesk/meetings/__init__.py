"""Meetings: from the invitation to the answer."""

from frontdesk.meetings.deeds import DEEDS
from frontdesk.meetings.model import MODELS
from frontdesk.meetings.service import Meetings

__all__ = ["DEEDS", "MODELS", "Meetings"]
