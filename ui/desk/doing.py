"""Deeds by what they take: a window makes the request, and finds the deed, the permission and the way back by it."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from frontdesk.commands.rooms import DEEDS
from frontdesk.errors import DeskError, RuleBroken
from frontdesk.store import Deed
from ui.desk.env import Env, Undo
from ui.parts.form import Form

DEED_OF: Final[dict[type[Any], Deed]] = {deed.takes: deed for deed in DEEDS if deed.takes is not None}
BY_NAME: Final[dict[str, Deed]] = {deed.name: deed for deed in DEEDS}


def may(env: Env, takes: type[Any]) -> bool:
    """Whether the signed-in user may do the deed that takes this."""
    return env.may(DEED_OF[takes])


def undo_by(ask: Any) -> Undo:
    """The way back by the deed that takes `ask`."""
    return Undo(DEED_OF[type(ask)], ask)


def do(
    env: Env,
    ask: Any,
    owner: QWidget,
    *,
    says: str = "",
    done: Callable[[Any], object] | None = None,
    failed: Callable[[DeskError], object] | None = None,
    ended: Callable[[str], object] | None = None,
    refused: Callable[[RuleBroken], object] | None = None,
    form: Form | None = None,
    reload: Callable[[], object] | None = None,
    undo: Callable[[Any], Undo] | None = None,
) -> None:
    """Do the deed that takes `ask`; see `Env.do`. `owner` must outlive the notice with its Undo."""
    env.do(
        DEED_OF[type(ask)], ask, owner, done=done, failed=failed, refused=refused, ended=ended, form=form,
        reload=reload, says=says, undo=undo,
    )  # fmt: skip
