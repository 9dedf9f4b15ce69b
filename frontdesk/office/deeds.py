"""What can be done to the office itself."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from frontdesk.messages import mark
from frontdesk.office.areas import AreaKind
from frontdesk.store import ADMINISTRATORS, CLERKS, EVERYBODY, Deed, Role


@dataclass(frozen=True)
class Set:
    """Give a setting another value, typed as its default is; None puts the default back."""

    name: str
    value: str | None = None


@dataclass(frozen=True)
class AddArea:
    """A residential area; `kind` None: read from the name."""

    name: str
    kind: AreaKind | None = None
    households: int | None = None
    since: date | None = None


@dataclass(frozen=True)
class EditArea:
    """Correct what is recorded of an area; renaming and merging are the roster's deeds."""

    name: str
    kind: AreaKind | None = None
    households: int | None = None
    since: date | None = None
    revision: int | None = None


@dataclass(frozen=True)
class SetSigner:
    """Who signs as what: `lines` above the hand, `name` below it, blank for a name written by hand."""

    post: str
    lines: tuple[str, ...]
    name: str = ""


@dataclass(frozen=True)
class SetBook:
    """Where a number book stands: the next paper of `series` in `year` takes the number after `last`."""

    series: str
    year: int
    last: int


class CalendarDay(StrEnum):
    """What the office's calendar makes of a day."""

    HOLIDAY = "holiday"
    MAKE_UP = "make_up"
    ORDINARY = "ordinary"


@dataclass(frozen=True)
class SetDay:
    """A day off, a make-up day, or an ordinary one where the public calendar says otherwise."""

    day: date
    kind: CalendarDay
    name: str = ""


@dataclass(frozen=True)
class AdmitUser:
    """Somebody new who may sign in."""

    name: str
    roles: tuple[Role, ...]
    passphrase: str


@dataclass(frozen=True)
class ChangeRoles:
    """What a user is from now on."""

    name: str
    roles: tuple[Role, ...]


@dataclass(frozen=True)
class EndUser:
    """A user who leaves; the name stays in the journal."""

    name: str


@dataclass(frozen=True)
class SetPassphrase:
    """A new passphrase: everybody their own, a quản trị anybody's. `name` None: one's own."""

    passphrase: str
    name: str | None = None


@dataclass(frozen=True)
class RenewRecovery:
    """Another recovery code; the card printed so far opens nothing any more. `code` None: one is drawn."""

    code: str | None = None


SET: Final = Deed("office.set", ADMINISTRATORS | CLERKS, mark("change a setting"), Set)
ADD_AREA: Final = Deed("office.add_area", CLERKS, mark("add a residential area"), AddArea)
EDIT_AREA: Final = Deed("office.edit_area", CLERKS, mark("correct a residential area"), EditArea)
SET_SIGNER: Final = Deed("office.set_signer", CLERKS, mark("set who signs"), SetSigner)
SET_BOOK: Final = Deed("office.set_book", CLERKS, mark("set a number book"), SetBook)
SET_DAY: Final = Deed("office.set_day", CLERKS, mark("change the calendar"), SetDay)
ADMIT_USER: Final = Deed("office.admit_user", ADMINISTRATORS, mark("admit a user"), AdmitUser, "office.end_user")
CHANGE_ROLES: Final = Deed("office.change_roles", ADMINISTRATORS, mark("change a user's roles"), ChangeRoles)
END_USER: Final = Deed("office.end_user", ADMINISTRATORS, mark("end a user"), EndUser)
SET_PASSPHRASE: Final = Deed("office.set_passphrase", EVERYBODY, mark("change a passphrase"), SetPassphrase)
RENEW_RECOVERY: Final = Deed("office.renew_recovery", ADMINISTRATORS, mark("renew the recovery code"), RenewRecovery)

DEEDS: Final = (
    SET,
    ADD_AREA,
    EDIT_AREA,
    SET_SIGNER,
    SET_BOOK,
    SET_DAY,
    ADMIT_USER,
    CHANGE_ROLES,
    END_USER,
    SET_PASSPHRASE,
    RENEW_RECOVERY,
)
