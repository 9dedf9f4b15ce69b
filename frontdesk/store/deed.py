"""What people may do, declared once: buttons, the command line and permission read the same constants."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from frontdesk.errors import NotAllowed
from frontdesk.messages import _, mark


class Role(StrEnum):
    """What a user is in the office; one person may hold several."""

    CHAIR = "chair"
    SECRETARY = "secretary"
    ACCOUNTANT = "accountant"
    TREASURER = "treasurer"
    VIEWER = "viewer"
    ADMINISTRATOR = "administrator"


ROLE_TITLES: Final[dict[Role, str]] = {
    Role.CHAIR: mark("chair"),
    Role.SECRETARY: mark("secretary"),
    Role.ACCOUNTANT: mark("accountant"),
    Role.TREASURER: mark("treasurer"),
    Role.VIEWER: mark("viewer"),
    Role.ADMINISTRATOR: mark("administrator"),
}

EVERYBODY: Final = frozenset(Role)
CLERKS: Final = frozenset({Role.CHAIR, Role.SECRETARY})
BOOKKEEPERS: Final = frozenset({Role.CHAIR, Role.ACCOUNTANT})
ADMINISTRATORS: Final = frozenset({Role.ADMINISTRATOR})


@dataclass(frozen=True)
class Deed:
    """One thing a person can do to the office's records.

    `name` is "slice.verb"; the slice's service has a method of the verb's name that takes one `takes`.
    `takes` is a frozen dataclass whose fields are the keys of the command line and of the window's form;
    a field `number` is the document the deed concerns. None: the deed is not offered to people by itself.
    `inverse` names the deed that takes this one back, None when there is none.
    """

    name: str
    roles: frozenset[Role]
    title: str
    takes: type[Any] | None = None
    inverse: str | None = None

    @property
    def slice(self) -> str:
        """The slice it belongs to: "petitions" of "petitions.forward"."""
        return self.name.partition(".")[0]

    @property
    def verb(self) -> str:
        """The method that does it: "forward" of "petitions.forward"."""
        return self.name.partition(".")[2]


@dataclass(frozen=True)
class Session:
    """Who is signed in. `alone`: no other user exists yet, so that this one may do everything."""

    user: str
    roles: frozenset[Role]
    alone: bool = False

    def may(self, deed: Deed) -> bool:
        """Whether this user's roles include `deed`."""
        return self.alone or bool(self.roles & deed.roles)


def refuse_unless(session: Session, deed: Deed) -> None:
    """Raise NotAllowed, naming who may, unless the session's user may do `deed`."""
    if not session.may(deed):
        roles = ", ".join(_(ROLE_TITLES[role]) for role in Role if role in deed.roles)
        raise NotAllowed(
            _("Your roles do not include “{deed}”. It can be done by: {roles}.").format(deed=_(deed.title), roles=roles)
        )
