"""The office itself: who we are, where, under which numbers and days we work, and who may sign in."""

import json
from collections.abc import Mapping
from types import MappingProxyType

from frontdesk.office import settings
from frontdesk.office.communes import commune
from frontdesk.office.model import Signatory
from frontdesk.office.service.letterhead import DEFAULT_SIGNERS
from frontdesk.office.service.users import Users
from frontdesk.store import Change, Setting


class Office(Users):
    """One office's own affairs, a deed a method; each part stands in its file."""


def lay_out(
    change: Change,
    commune_code: str,
    values: Mapping[str, str] = MappingProxyType({}),
    signers: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """The first rows of a new office: which commune it is, settings by name, and who signs, by post."""
    chosen = commune(commune_code)
    for name, value in {settings.COMMUNE.name: chosen.code, **values}.items():
        change.write(Setting, {"name": name, "value": json.dumps(value, ensure_ascii=False)})
    for post, name in signers.items():
        change.write(Signatory, {"post": post, "lines": "\n".join(DEFAULT_SIGNERS[post]), "name": name})
