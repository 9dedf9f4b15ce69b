"""The steps a petition may take from where it stands; every other is refused with the reason."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from frontdesk.errors import RuleBroken
from frontdesk.messages import _, mark
from frontdesk.petitions.rules.rows import PetitionRow
from frontdesk.petitions.rules.words import STATUS_TITLES, Ending, Kind, Route, Status


@dataclass(frozen=True)
class Move:
    """A step: the statuses it starts from and the one it leads to, None where the status stays.

    `while_paused`: allowed while the office waits for the sender.
    """

    start: frozenset[Status]
    to: Status | None = None
    while_paused: bool = False


_EVERY: Final = frozenset(Status)
_AT_DESK: Final = frozenset({Status.RECEIVED, Status.CLASSIFIED})
_OUT: Final = frozenset({Status.FORWARDED})
_DONE: Final = frozenset(
    {Status.GUIDED, Status.RETURNED, Status.FILED, Status.ANSWERED, Status.TOLD, Status.CLOSED, Status.FORWARDED}
)

MOVES: Final[dict[str, Move]] = {
    "correct": Move(_EVERY, while_paused=True),
    "attach": Move(_EVERY, while_paused=True),
    "detach": Move(_EVERY, while_paused=True),
    "classify": Move(_AT_DESK, Status.CLASSIFIED),
    "reclass": Move(_EVERY, while_paused=True),
    "guide": Move(frozenset({Status.CLASSIFIED}), Status.GUIDED),
    "give_back": Move(frozenset({Status.CLASSIFIED}), Status.RETURNED, while_paused=True),
    "file": Move(frozenset({Status.CLASSIFIED}), Status.FILED, while_paused=True),
    "forward": Move(frozenset({Status.CLASSIFIED}), Status.FORWARDED),
    "redirect": Move(_OUT),
    "note_progress": Move(_OUT),
    "urge": Move(_OUT),
    "answer": Move(frozenset({Status.FORWARDED, Status.CLASSIFIED}), Status.ANSWERED),
    "tell": Move(frozenset({Status.ANSWERED}), Status.TOLD),
    "ask": Move(frozenset({Status.TOLD, Status.CLOSED})),
    "close": Move(
        frozenset({Status.GUIDED, Status.RETURNED, Status.FILED, Status.TOLD, Status.ANSWERED}), Status.CLOSED
    ),
    "reopen": Move(_DONE, Status.CLASSIFIED),
    "pause": Move(_AT_DESK),
    "resume": Move(_AT_DESK, while_paused=True),
    "extend": Move(_AT_DESK | _OUT),
    "withdraw": Move(_AT_DESK | _OUT, Status.CLOSED, while_paused=True),
    "join": Move(_AT_DESK, Status.CLOSED, while_paused=True),
    "void": Move(_AT_DESK, Status.CLOSED, while_paused=True),
}
"""The flow, by deed (Thông tri 36/TT-MTTW-BTT; domain §4.3)."""

ASIDE: Final = frozenset({"attach", "detach"})
"""Steps that do not touch the case: an imported one keeps its own deadline."""

STEP_TITLES: Final[dict[str, str]] = {
    "register": mark("Received"),
    "correct": mark("Entry corrected"),
    "attach": mark("Paper attached"),
    "detach": mark("Paper taken off"),
    "classify": mark("Classified"),
    "reclass": mark("Kind changed"),
    "guide": mark("Sender guided"),
    "give_back": mark("Returned to the sender"),
    "file": mark("Filed"),
    "forward": mark("Forwarded"),
    "redirect": mark("Forwarding corrected, sent again"),
    "note_progress": mark("News from the agency"),
    "urge": mark("Agency urged"),
    "answer": mark("Answer received"),
    "tell": mark("Sender told"),
    "ask": mark("Sender asked whether satisfied"),
    "close": mark("Closed"),
    "reopen": mark("Reopened"),
    "pause": mark("Waiting for the sender"),
    "resume": mark("Waiting is over"),
    "extend": mark("Deadline extended"),
    "withdraw": mark("Withdrawn by the sender"),
    "join": mark("Joined with an earlier petition"),
    "void": mark("Entered by mistake"),
    "recount": mark("Deadline counted anew"),
    "undo_import": mark("Import undone"),
    "link": mark("Belongs together with"),
}
STEP_WORDS: Final[dict[str, str]] = {
    "register": "Tiếp nhận",
    "correct": "Đính chính thông tin",
    "attach": "Bổ sung tài liệu",
    "detach": "Rút tài liệu",
    "classify": "Phân loại",
    "reclass": "Phân loại lại",
    "guide": "Hướng dẫn",
    "give_back": "Trả lại đơn",
    "file": "Lưu đơn",
    "forward": "Chuyển đơn",
    "redirect": "Chuyển lại đúng nơi",
    "note_progress": "Cơ quan giải quyết thông báo",
    "urge": "Đôn đốc",
    "answer": "Nhận văn bản trả lời",
    "tell": "Báo kết quả cho người gửi",
    "ask": "Hỏi mức độ hài lòng",
    "close": "Kết thúc",
    "reopen": "Mở lại",
    "pause": "Chờ người gửi bổ sung",
    "resume": "Tiếp tục xử lý",
    "extend": "Gia hạn",
    "withdraw": "Người gửi rút đơn",
    "join": "Nhập vào đơn trước",
    "void": "Ghi nhầm",
    "recount": "Tính lại hạn",
    "undo_import": "Hoàn tác nhập sổ",
    "link": "Liên quan",
}


def check(petition: PetitionRow, verb: str) -> Status:
    """The status after `verb`; RuleBroken with the reason where the petition may not take this step now."""
    move = MOVES[verb]
    if petition.status not in move.start:
        raise RuleBroken(
            f"petitions.flow.{verb}",
            " ".join(
                (
                    _("{number} is {status}; this step is only for a petition that is {starts}.").format(
                        number=petition.number, status=_(STATUS_TITLES[petition.status]), starts=_joined(move.start)
                    ),
                    _("Now possible: {deeds}.").format(deeds=", ".join(_leading_on(petition.status))),
                )
            ),
            "number",
        )
    if petition.paused and not move.while_paused:
        raise RuleBroken(
            "petitions.flow.paused",
            _("{number} waits for the sender. Record that the waiting is over first (resume).").format(
                number=petition.number
            ),
            "number",
        )
    _check_more(petition, verb)
    return move.to or petition.status


def allowed(petition: PetitionRow) -> list[str]:
    """The deeds a petition may be given now, in the order of the flow."""
    found = []
    for verb in MOVES:
        try:
            check(petition, verb)
        except RuleBroken:
            continue
        found.append(verb)
    return found


def _check_more(petition: PetitionRow, verb: str) -> None:
    """What the status alone does not tell."""
    if verb == "answer" and petition.status is Status.CLASSIFIED and petition.route is not Route.ACCEPT:
        raise RuleBroken(
            "petitions.flow.not_ours",
            _("{number} is not settled by this office. Forward it, or classify it as accepted first.").format(
                number=petition.number
            ),
            "number",
        )
    if verb == "close" and petition.status is Status.ANSWERED and (petition.sender or petition.secret):
        raise RuleBroken(
            "petitions.flow.not_told",
            _("The sender of {number} has not been told the result. Tell the sender first (tell).").format(
                number=petition.number
            ),
            "number",
        )
    if verb == "ask" and petition.closed_as in (Ending.JOINED, Ending.MISTAKEN):
        raise RuleBroken(
            "petitions.flow.nothing_to_ask",
            _("{number} was not dealt with by itself: there is no result to ask about.").format(number=petition.number),
            "number",
        )
    if verb == "ask" and petition.sender is None and petition.kind is not Kind.DENUNCIATION:
        raise RuleBroken(
            "petitions.flow.nobody_to_ask",
            _("{number} has no known sender who could be asked.").format(number=petition.number),
            "number",
        )
    if verb in ("pause", "resume") and petition.paused is (verb == "pause"):
        raise RuleBroken(
            "petitions.flow.paused" if verb == "pause" else "petitions.flow.not_paused",
            (_("{number} already waits for the sender.") if verb == "pause" else _("{number} does not wait.")).format(
                number=petition.number
            ),
            "number",
        )
    if verb == "extend" and petition.due is None:
        raise RuleBroken(
            "petitions.flow.no_due",
            _("{number} has no deadline that could be extended.").format(number=petition.number),
            "number",
        )
    if verb == "reopen" and petition.closed_as is Ending.MISTAKEN:
        raise RuleBroken(
            "petitions.flow.mistaken",
            _("{number} was entered by mistake. Register the petition anew.").format(number=petition.number),
            "number",
        )


def _leading_on(status: Status) -> Iterator[str]:
    """The deeds that take a petition of this status to another."""
    return (verb for verb, move in MOVES.items() if status in move.start and move.to not in (None, status))


def _joined(statuses: Iterable[Status]) -> str:
    wanted = set(statuses)
    return " / ".join(_(STATUS_TITLES[status]) for status in Status if status in wanted)
