"""Who signs as what, on every paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Slot

from frontdesk.errors import RuleBroken
from frontdesk.messages import _, mark
from frontdesk.office import DEFAULT_SIGNERS, SetSigner
from ui.desk.dialogs import FormDialog
from ui.desk.doing import may
from ui.desk.env import Env
from ui.desk.records import RecordPanel
from ui.parts.fields import LineField, TextField
from ui.parts.menus import Entry
from ui.parts.rowtable import Empty
from ui.parts.table import Column

POSTS = {
    "chair": mark("Head of the committee"),
    "deputy": mark("Deputy, for the head"),
    "fund": mark("Head of the fund's committee"),
    "area": mark("Head of an area's Front committee"),
    "accountant": mark("Accountant of the fund"),
    "treasurer": mark("Treasurer of the fund"),
    "preparer": mark("Whoever prepares a paper"),
}


@dataclass(frozen=True)
class SignerLine:
    """A post and who signs as it."""

    id: int
    post: str
    lines: tuple[str, ...]
    name: str

    @property
    def title(self) -> str:
        """The post in words."""
        return _(POSTS.get(self.post, self.post))


class SignersPanel(RecordPanel[SignerLine]):
    """Every post; a blank name leaves room for a hand."""

    help_page = "settings"

    def __init__(self, env: Env) -> None:
        super().__init__(
            env,
            "settings.signers",
            _("Who signs"),
            ("signatories",),
            (
                Column("title", _("Post"), 34),
                Column("lines", _("Lines above the signature"), 0, text=lambda line: " / ".join(line.lines)),
                Column("name", _("Name"), 28),
            ),
            searched=lambda line: f"{line.title} {line.name} {' '.join(line.lines)}",
            empty=Empty(_("Nobody of that name signs"), _("Clear the filter to see all posts."), ""),
        )
        self.buttons = self.add_buttons((Entry(_("Change…"), self.on_opened, may(env, SetSigner), "signers.change"),))
        self.on_picked()

    def load(self) -> Sequence[SignerLine]:
        """See `RecordPanel`."""
        signers = self.env.services.office.signers()
        posts = [*DEFAULT_SIGNERS, *(post for post in signers if post not in DEFAULT_SIGNERS)]
        return [SignerLine(at, post, signers[post].lines, signers[post].name) for at, post in enumerate(posts, 1)]

    @Slot()
    def on_opened(self) -> None:
        """Change who signs as the selected post."""
        line = self.current()
        if line is None or not may(self.env, SetSigner):
            return
        dialog = FormDialog(self.env, "signer", line.title, _("Save"), partial(_set, line.post), self, says=_("Saved."))
        dialog.add("lines", _("&Lines above the signature"), TextField(), value="\n".join(line.lines))
        hint = _("Without a name, papers leave room to write it by hand.")
        dialog.add("name", _("&Name"), LineField(), hint=hint, value=line.name)
        dialog.begin()

    @Slot()
    def on_picked(self) -> None:
        """See `RecordPanel`."""
        self.buttons.enable(self.current() is not None)


def _set(post: str, values: Mapping[str, Any]) -> SetSigner:
    lines = tuple(line.strip() for line in str(values["lines"] or "").splitlines() if line.strip())
    if not lines:
        raise RuleBroken("form.needed", _("A signer needs the line above the signature."), "lines")
    return SetSigner(post, lines, values["name"] or "")
