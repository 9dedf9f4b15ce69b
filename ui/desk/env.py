"""What every desk is given, how its deeds reach the writing lane, and how the shell finds it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final, Protocol

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from frontdesk.commands.services import Services
from frontdesk.errors import DeskError, RuleBroken
from frontdesk.messages import _
from frontdesk.office import PaperAsk
from frontdesk.store import Deed
from ui.desk.drafting import DraftKeeper
from ui.parts.ask import Ask
from ui.parts.errors import explain
from ui.parts.form import Form
from ui.parts.lane import Job, Lane
from ui.parts.notices import Notices
from ui.parts.relay import Relay
from ui.parts.remembering import StateStore
from ui.parts.theme import Theme

BACK_UP: Final = "backup!"
"""What to `jump` to for a backup now."""
BACKUPS: Final = "backups"
"""The topic of the relay's news that a backup was made."""


@dataclass(frozen=True)
class Undo:
    """How to take a deed back: the inverse deed and what it takes."""

    deed: Deed
    ask: Any


@dataclass(frozen=True)
class Env:
    """Everything a window works through; handed to it, never looked up.

    `show_paper(kind, ask)` opens a paper in preview; `help_for(page)` opens a help page. `jump(target)` opens the
    record people know by that number; also a desk by its key, or what was begun, by the key of its draft.
    `restore(backup, passphrase)` closes the office, puts the backup in that folder in its place, and asks to sign in.
    """

    services: Services
    lane: Lane
    relay: Relay
    ask: Ask
    notices: Notices
    theme: Theme
    state: StateStore
    show_paper: Callable[[str, PaperAsk], object]
    jump: Callable[[str], object]
    help_for: Callable[[str], object]
    restore: Callable[[Path, str], object]

    def may(self, deed: Deed) -> bool:
        """Whether the signed-in user may do `deed`; a window does not offer what it may not."""
        return not self.services.store.read_only and self.services.store.session.may(deed)

    def keep_drafts(self, form: Form, key: str, *, secret: Collection[str] = ()) -> bool:
        """Keep what is typed in `form` from now on, and give back what was left there; whether there was something.

        Call it once the form shows what it begins with. `key` is `draft_key(desk, number)`, or `draft_key(desk)` for
        a new record: the desk Hôm nay lists the drafts and leads back to the form. Fields named in `secret` are never
        kept. A deed done with ``form=`` forgets the draft.
        """
        if self.services.store.read_only:
            return False
        return DraftKeeper(form, key, self.services.store, self.lane, self.notices, secret).begin()

    def do(
        self,
        deed: Deed,
        ask: Any,
        owner: QWidget,
        *,
        done: Callable[[Any], object] | None = None,
        failed: Callable[[DeskError], object] | None = None,
        ended: Callable[[str], object] | None = None,
        refused: Callable[[RuleBroken], object] | None = None,
        form: Form | None = None,
        reload: Callable[[], object] | None = None,
        says: str = "",
        undo: Callable[[Any], Undo] | None = None,
    ) -> "Doing":
        """Do one deed on the writing lane: `done` gets its result, an error goes to its place.

        `refused` shows a refusal where the person looks, in the place of a notice; `failed` hears of any error besides,
        and `ended` the outcome (see `Job.ended`) last of all, after a fault of the program too.
        `says` is the notice when it is done, "" for none; `undo` makes the way back from the result, offered in
        that notice. The windows that show the topic reload by the relay, not by `done`.
        """
        doing = Doing(
            self, deed, ask, owner, done=done, failed=failed, refused=refused, form=form, reload=reload, says=says,
            undo=undo,
        )  # fmt: skip
        if ended is not None:
            doing.job.ended.connect(ended)
        return doing


class Doing(QObject):
    """One deed on its way; lives as a child of the window that asked."""

    def __init__(
        self,
        env: Env,
        deed: Deed,
        ask: Any,
        owner: QWidget,
        *,
        done: Callable[[Any], object] | None,
        failed: Callable[[DeskError], object] | None,
        refused: Callable[[RuleBroken], object] | None,
        form: Form | None,
        reload: Callable[[], object] | None,
        says: str,
        undo: Callable[[Any], Undo] | None,
    ) -> None:
        super().__init__(owner)
        self._env, self._owner, self._done, self._failed_too = env, owner, done, failed
        self._refused = refused
        self._form, self._reload, self._says, self._undo = form, reload, says, undo
        self._back: Undo | None = None
        service = getattr(env.services, deed.slice)
        self.job: Job = env.lane.submit(partial(getattr(service, deed.verb), ask), self._on_done, self._on_failed, self)

    @Slot(object)
    def _on_done(self, result: Any) -> None:
        if self._form is not None:
            self._form.clear_errors()
            self._form.mark_clean()
            for keeper in self._form.findChildren(DraftKeeper):
                keeper.drop()
        if self._undo is not None and self._says:
            self._back = self._undo(result)
            self._env.notices.say(self._says, action=_("Undo"), slot=self._take_back)
        elif self._says:
            self._env.notices.say(self._says)
        if self._done is not None:
            self._done(result)
        if self._back is None:
            self.deleteLater()

    @Slot(object)
    def _on_failed(self, error: DeskError) -> None:
        if self._refused is not None and isinstance(error, RuleBroken):
            self._refused(error)
        else:
            explain(error, self._env.ask, self._env.notices, form=self._form, reload=self._reload)
        if self._failed_too is not None:
            self._failed_too(error)
        self.deleteLater()

    @Slot()
    def _take_back(self) -> None:
        if self._back is not None:
            self._env.do(self._back.deed, self._back.ask, self._owner, says=_("Undone."))
            self.deleteLater()


class DeskPage(Protocol):
    """What the shell asks of a desk's main widget (a QWidget that has these methods).

    `title` names the open record for the window's title, "" for the list; `help_page` the help for where one stands.
    Both are read anew whenever the focus moves; a page that changes them otherwise has a signal `title_changed`.
    """

    title: str
    help_page: str

    def open_record(self, number: str) -> None:
        """Show the record people know by `number`; after a blank may stand which of its forms has a draft."""

    def new_record(self) -> None:
        """Ctrl+N: begin a new record."""

    def search(self, text: str) -> None:
        """Ctrl+F: put the keyboard into the filter; `text` already typed."""

    def refresh(self) -> None:
        """F5: read everything again."""

    def print_current(self) -> None:
        """Ctrl+P: the main paper of what is open."""

    def may_leave(self) -> bool:
        """Whether the desk can be closed now; it asks about what is not saved."""


@dataclass(frozen=True)
class DeskSpec:
    """A desk the shell offers: `prefixes` are the numbers it opens ("KN-"), `make` builds its page."""

    key: str
    title: str
    icon: str
    make: Callable[[Env], QWidget]
    prefixes: tuple[str, ...] = ()
