"""The closed lists of meetings."""

from enum import StrEnum


class Kind(StrEnum):
    """What sort of meeting it is."""

    COMMITTEE_SESSION = "committee_session"
    STANDING_BOARD = "standing_board"
    QUARTERLY_BRIEFING = "quarterly_briefing"
    THEMATIC = "thematic"
    SEMINAR = "seminar"
    CONSULTATION = "consultation"
    SUPERVISION = "supervision"
    SOCIAL_CRITICISM = "social_criticism"
    DIALOGUE = "dialogue"
    VOTERS = "voters"
    TRAINING = "training"
    SIGNING = "signing"
    FESTIVAL = "festival"
    REVIEW = "review"
    CONGRESS = "congress"


class Status(StrEnum):
    """Where the record of a meeting stands. Final: its minutes have a number and nothing of them can change."""

    DRAFT = "draft"
    FINAL = "final"
    WITHDRAWN = "withdrawn"


class Absence(StrEnum):
    """Whether an absent delegate had told why."""

    EXCUSED = "excused"
    UNEXCUSED = "unexcused"


class Reply(StrEnum):
    """What somebody invited has answered."""

    COMING = "coming"
    DECLINED = "declined"
    SUBSTITUTE = "substitute"


class OutcomeKind(StrEnum):
    """What an item of the agenda led to."""

    NOTE = "note"
    DECISION = "decision"
    TASK = "task"


class Method(StrEnum):
    """How a vote is taken."""

    SHOW_OF_HANDS = "show_of_hands"
    BALLOT = "ballot"
    BY_NAME = "by_name"


class TaskStatus(StrEnum):
    """How far a task is."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Shows(StrEnum):
    """What an item of the agenda brings along by itself from the meetings before."""

    OPEN_TASKS = "open_tasks"
    PETITIONS = "petitions"
