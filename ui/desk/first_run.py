"""The first questions, without a window: which page comes next, what has been entered, what may not be passed.

`Wizard` draws the pages; everything it decides stands here. Imports no Qt.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Final

from frontdesk.commands.rooms import MODELS
from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.office import FRONT_LINE, ORGAN_LINE, PLACE, CommuneRow, Strength, lay_out, strength
from frontdesk.store import BackupRow, Cost, backups_in, create, is_office, read_backup, refuse_weak, wrong_group


class Step(StrEnum):
    """A page of the first questions."""

    WELCOME = "welcome"
    COMMUNE = "commune"
    HEADER = "header"
    SIGNERS = "signers"
    USER = "user"
    RECOVERY = "recovery"
    TYPE_BACK = "type_back"
    RESTORE = "restore"


NEW_OFFICE: Final = (Step.COMMUNE, Step.HEADER, Step.SIGNERS, Step.USER, Step.RECOVERY, Step.TYPE_BACK)
SIGNING_POSTS: Final = ("chair", "deputy", "fund", "accountant", "treasurer")


@dataclass(frozen=True)
class Header:
    """The lines of the letterhead as they will print."""

    front_line: str
    organ_line: str
    place: str

    @classmethod
    def of(cls, commune: CommuneRow) -> "Header":
        """What offices of this commune print, unless they say otherwise."""
        front = str(FRONT_LINE.default).replace("{COMMUNE}", commune.name.upper())
        return cls(front, ORGAN_LINE.default, commune.name if commune.short.isdigit() else commune.short)


@dataclass(frozen=True)
class NewOffice:
    """All that was entered for a new office. `signers`: names by post, those left blank are not there."""

    commune: CommuneRow
    header: Header
    signers: Mapping[str, str]
    user: str
    passphrase: str

    def settings(self) -> dict[str, str]:
        """The settings that differ from what any office of the commune would have."""
        usual, mine = Header.of(self.commune), self.header
        pairs = (
            (FRONT_LINE.name, usual.front_line, mine.front_line),
            (ORGAN_LINE.name, usual.organ_line, mine.organ_line),
            (PLACE.name, usual.place, mine.place),
        )
        return {name: value for name, default, value in pairs if value != default}


class FirstRun:
    """Where the person stands in the questions for a new office, and what they have answered."""

    def __init__(self) -> None:
        self.step = Step.WELCOME
        self.commune: CommuneRow | None = None
        self.header: Header | None = None
        self.signers: dict[str, str] = {}
        self.user = ""
        self.code = ""

    @property
    def place(self) -> tuple[int, int]:
        """Which of how many pages this is; (0, 0) outside the questions for a new office."""
        return (NEW_OFFICE.index(self.step) + 1, len(NEW_OFFICE)) if self.step in NEW_OFFICE else (0, 0)

    @property
    def is_made(self) -> bool:
        """Whether the office exists: from then on there is no way back."""
        return bool(self.code)

    @property
    def may_go_back(self) -> bool:
        """Whether the page before may be changed still."""
        return self.step is Step.TYPE_BACK or (self.step is not Step.WELCOME and not self.is_made)

    def begin_new(self) -> None:
        """A new office."""
        self.step = Step.COMMUNE

    def begin_restore(self) -> None:
        """An office from a backup."""
        self.step = Step.RESTORE

    def back(self) -> None:
        """One page back."""
        if self.may_go_back:
            at = NEW_OFFICE.index(self.step) if self.step in NEW_OFFICE else 0
            self.step = NEW_OFFICE[at - 1] if at else Step.WELCOME

    def choose_commune(self, commune: CommuneRow | None) -> None:
        """Which commune; the letterhead begins anew with another one."""
        if commune is None:
            raise RuleBroken("first_run.commune", _("Type the commune's name, then choose it in the list."), "commune")
        if self.header is None or self.commune != commune:
            self.header = Header.of(commune)
        self.commune = commune
        self.step = Step.HEADER

    def set_header(self, header: Header) -> None:
        """The lines as they shall print."""
        for field, what in (
            ("front_line", _("The first line")),
            ("organ_line", _("The bold line")),
            ("place", _("The place")),
        ):
            if not getattr(header, field).strip():
                raise RuleBroken("first_run.header", _("{what} is needed.").format(what=what), field)
        self.header = header
        self.step = Step.SIGNERS

    def set_signers(self, names: Mapping[str, str]) -> None:
        """Who signs, by post; blank names are written by hand for now."""
        self.signers = {post: name for post, name in names.items() if name}
        self.step = Step.USER

    def strength(self, user: str, passphrase: str) -> Strength:
        """How strong a passphrase is, for whoever knows the office."""
        about = [user, *self.signers.values()]
        if self.commune is not None:
            about += [self.commune.short, self.commune.province]
        return strength(passphrase, about)

    def new_office(self, user: str, passphrase: str, again: str) -> NewOffice:
        """Everything needed to make the office; RuleBroken beside the field that is not right yet."""
        if self.commune is None or self.header is None:
            raise RuleBroken("first_run.commune", _("Choose the commune first."))
        if not user:
            raise RuleBroken("first_run.user", _("Type your name, as it shall stand on the screen."), "user")
        refuse_weak(passphrase)
        if passphrase != again:
            raise RuleBroken("first_run.differ", _("The two passphrases are not the same."), "again")
        self.user = user
        return NewOffice(self.commune, self.header, self.signers, user, passphrase)

    def made(self, code: str) -> None:
        """The office is there; its recovery code is to be printed."""
        self.code = code
        self.step = Step.RECOVERY

    def printed(self) -> None:
        """The card is printed or written down; now its code is typed back once."""
        self.step = Step.TYPE_BACK

    def type_back(self, typed: str) -> None:
        """Prove that the code on paper is the right one; RuleBroken names the group that is not."""
        refuse_other_code(typed, self.code)


def refuse_other_code(typed: str, code: str) -> None:
    """Raise RuleBroken, naming the group, when what was typed back is not the `code` on the card."""
    wrong = wrong_group(typed)
    groups = _digits(typed), _digits(code)
    if wrong is None and groups[0] != groups[1]:
        size = len(code.split()[0])
        pairs = [(groups[0][at : at + size], groups[1][at : at + size]) for at in range(0, len(groups[1]), size)]
        wrong = next(at for at, (mine, right) in enumerate(pairs, 1) if mine != right)
    if wrong is not None:
        raise RuleBroken(
            "first_run.code",
            _("Group {group} is not as it stands on the card. Look again.").format(group=wrong),
            "code",
        )


def in_two_lines(code: str) -> str:
    """A recovery code as it is shown: half of its groups a line."""
    groups = code.split()
    half = len(groups) // 2
    return "\n".join("   ".join(part) for part in (groups[:half], groups[half:]))


def found_office(folder: Path, new: NewOffice, cost: Cost | None = None) -> str:
    """Make the office in `folder` and return its recovery code."""
    lay = partial(lay_out, commune_code=new.commune.code, values=new.settings(), signers=new.signers)
    return create(folder, new.user, new.passphrase, MODELS, cost=cost, first=lay)


def office_in(folder: Path) -> Path:
    """The office in a folder somebody chose, or in its folder "office"; RuleBroken when there is none."""
    for place in (folder, folder / "office"):
        if is_office(place):
            return place
    raise RuleBroken(
        "first_run.no_office",
        _("There is no office in “{folder}”. Choose the folder that holds office.db.").format(folder=folder.name),
        "folder",
    )


def backups_near(folder: Path) -> list[BackupRow]:
    """The backups that somebody may mean by a folder: itself, those in it, those of the office in it; newest first."""
    try:
        return [read_backup(folder)]
    except RuleBroken:
        return backups_in(folder) or backups_in(folder / "backups")


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())
