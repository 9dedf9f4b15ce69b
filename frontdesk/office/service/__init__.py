"""The office itself: who we are, where, under which numbers and days we work, and who may sign in."""

import json

from frontdesk.office import settings
from frontdesk.office.communes import commune
from frontdesk.office.service.users import Users
from frontdesk.store import Change, Setting


class Office(Users):
    """One office's own affairs, a deed a method; each part stands in its file."""


def lay_out(change: Change, commune_code: str) -> None:
    """The first rows of a new office: which commune it is."""
    chosen = commune(commune_code)
    change.write(Setting, {"name": settings.COMMUNE.name, "value": json.dumps(chosen.code)})
