"""The errors a person is meant to read. Anything else that escapes is a bug."""

from enum import StrEnum


class DeskError(Exception):
    """Something the person in front of the desk can understand and act on; `str()` is the sentence to show."""


class RuleBroken(DeskError):
    """What was asked breaks a rule of the office's work; nothing has changed.

    `code` is stable for scripts and tests (``petitions.deadline.unknown_kind``); `field` names the key the
    message belongs beside, None when it concerns the whole deed.
    """

    def __init__(self, code: str, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.field = field


class Stale(DeskError):
    """Somebody changed the row after it was read; the window offers to reload."""

    def __init__(self, message: str, row_id: int) -> None:
        super().__init__(message)
        self.row_id = row_id


class NotAllowed(DeskError):
    """The signed-in user's roles do not include this deed; the message says whose do."""


class Trouble(StrEnum):
    """What is wrong with the machine or the office's file."""

    LOCKED = "locked"
    FULL = "full"
    DAMAGED = "damaged"
    READ_ONLY = "read_only"
    WRONG_PASSPHRASE = "wrong_passphrase"
    NEWER = "newer"
    MISSING = "missing"
    NOT_EMPTY = "not_empty"
    BUSY = "busy"
    CLOCK = "clock"


class DeskUnavailable(DeskError):
    """The machine or the office's file is at fault; the message gives advice."""

    def __init__(self, trouble: Trouble, message: str) -> None:
        super().__init__(message)
        self.trouble = trouble
