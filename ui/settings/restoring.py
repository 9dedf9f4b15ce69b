"""A backup put in the office's place: choose it, look into it, say the passphrase, and sign in again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget

from frontdesk.errors import DeskError, RuleBroken
from frontdesk.messages import _, n_
from frontdesk.store import BackupLook, BackupRow
from ui.desk.dialogs import FormDialog
from ui.desk.env import Env
from ui.desk.first_pages import left
from ui.desk.first_run import backups_near
from ui.desk.restore_page import TABLES, dotted
from ui.desk.signing import PassphraseField
from ui.parts.colours import Tone
from ui.parts.dates import table_day
from ui.parts.errors import explain
from ui.parts.fields import Choice, ChoiceField
from ui.parts.form import required
from ui.parts.headings import Facts
from ui.parts.lane import Job
from ui.parts.progress import Progress
from ui.parts.theme import SPACE

FACT_LINES: Final = 9


@dataclass(frozen=True)
class RestoreAsk:
    """A backup that was looked into, and the passphrase of whoever wants it."""

    look: BackupLook
    passphrase: str


class RestoreDialog(FormDialog):
    """Begins with the backups of the office's own folder; `row` is the one to begin with."""

    wide_letters = 92

    def __init__(self, env: Env, parent: QWidget, row: BackupRow | None = None) -> None:
        hint = _("Look at what the backup holds before it takes the place of what is here. Nothing happens until you "
                 "say so at the end.")  # fmt: skip
        super().__init__(env, "restore", _("Restore a backup"), _("Restore…"), self._asked, parent, hint=hint)
        self._rows: list[BackupRow] = env.services.store.backups()
        self._look: BackupLook | None = None
        self._job: Job | None = None
        self.which = ChoiceField()
        self.add("backup", _("&Backup of"), self.which)
        self.elsewhere = QPushButton(_("From a stick or another &folder…"))
        self.elsewhere.setObjectName("restore.elsewhere")
        self.elsewhere.setAutoDefault(False)
        self.elsewhere.clicked.connect(self._on_elsewhere)
        self.form.add_wide(left(self.elsewhere))
        self.facts = Facts()
        # Room from the start for what the look will bring, so that nothing jumps under the pointer.
        self.facts.setMinimumHeight(FACT_LINES * (self.fontMetrics().height() + SPACE.s))
        self.progress = Progress()
        self.form.add_wide(self.progress)
        self.form.add_wide(self.facts)
        self.add("passphrase", _("Your &passphrase"), PassphraseField())
        self.which.changed.connect(self._on_which)
        self.offer(self._rows, row)

    def offer(self, rows: Sequence[BackupRow], row: BackupRow | None = None) -> None:
        """Let choose among these, and look into the first, or `row`."""
        self._rows = list(rows)
        today = self.env.services.store.today
        self.which.set_choices([Choice(at, _made(each, today)) for at, each in enumerate(self._rows)])
        folders = [each.folder for each in self._rows]
        at = folders.index(row.folder) if row is not None and row.folder in folders else 0
        self.which.set_value(at if self._rows else None)
        self.form.mark_clean()
        self._on_which()

    @Slot()
    def _on_elsewhere(self) -> None:
        folder = self.env.ask.choose_folder(_("Folder of the backup"))
        if folder is None:
            return
        found = backups_near(folder)
        if found:
            self.offer(found)
        else:
            nothing = _("There is no backup in {folder}.").format(folder=folder)
            self.form.show_error(RuleBroken("restore.none", nothing, "backup"))

    @Slot()
    def _on_which(self) -> None:
        at = self.which.value()
        self._look = None
        self.facts.set_facts([])
        self.yes.setEnabled(False)
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if at is not None:
            self._job = Job(_("Looking into the backup…"))
            self.progress.watch(self._job)
            work = partial(self.env.services.store.look_into, self._rows[at].folder)
            self.env.lane.read(work, self._on_looked, self._on_unread, self, self._job)

    @Slot(object)
    def _on_looked(self, look: BackupLook) -> None:
        self._job = None
        user = self.env.services.store.session.user
        if look.faults:
            why = _("This backup cannot be restored: {why}").format(why=look.faults[0])
            self.form.show_error(RuleBroken("restore.faulty", why, "backup"))
        elif user not in look.users:
            why = _("You had no account when this backup was made. Let somebody restore it who had one.")
            self.form.show_error(RuleBroken("restore.no_account", why, "backup"))
        else:
            self._look = look
            self.yes.setEnabled(True)
        self.facts.set_facts(facts_of(look, self.env.services.store.today))

    @Slot(object)
    def _on_unread(self, error: DeskError) -> None:
        self._job = None
        explain(error, self.env.ask, self.env.notices, form=self.form)

    def _asked(self, values: Mapping[str, Any]) -> RestoreAsk:
        required(values, {"passphrase": _("Your passphrase")})
        if self._look is None:
            raise RuleBroken("restore.none", _("Choose a backup that can be restored first."), "backup")
        return RestoreAsk(self._look, values["passphrase"])

    def submit(self, ask: Any) -> None:
        """See `FormDialog`: the passphrase is tried first, then the last question is asked."""
        work = partial(self.env.services.store.recognises, ask.passphrase)
        self.env.lane.read(work, self._on_known, self._on_unread, self).ended.connect(self._on_ended)

    @Slot(object)
    def _on_known(self, is_right: bool) -> None:
        self.yes.setEnabled(True)
        if not is_right:
            wrong = _("The passphrase is wrong. Check Caps Lock and UniKey.")
            self.form.show_error(RuleBroken("restore.wrong", wrong, "passphrase"))
            return
        ask = self._asked(self.form.values())
        if self.env.ask.confirm(self.windowTitle(), what_happens(ask.look), _("Restore"), risky=True):
            self.form.mark_clean()
            self.accept()
            self.env.restore(ask.look.row.folder, ask.passphrase)


def what_happens(look: BackupLook) -> str:
    """The last question before it is done."""
    made = look.row.manifest.made
    told = [
        _("The office will stand as on {made}.").format(made=f"{table_day(made.date())} {made:%H:%M}"),
        _("What is here now is saved first, as a backup of its own: from that you can come back the same way."),
        _("All windows close, and you sign in again."),
    ]
    if look.deeds_since:
        lost = n_("{count} deed done since then will no longer be in it.",
                  "{count} deeds done since then will no longer be in it.", look.deeds_since)  # fmt: skip
        told.insert(1, lost.format(count=look.deeds_since))
    return "\n\n".join(told)


def facts_of(look: BackupLook, today: date) -> list[tuple[str, str] | tuple[str, str, Tone]]:
    """What a person compares before deciding."""
    facts: list[tuple[str, str] | tuple[str, str, Tone]] = [(_("Made"), _made(look.row, today))]
    if look.last_at is not None:
        when = f"{table_day(look.last_at.date())} {look.last_at:%H:%M}"
        facts.append((_("Last worked in it"), f"{look.last_user}, {when}"))
    for table, title in TABLES.items():
        then, now = look.then.get(table, 0), look.now.get(table, 0)
        differs = _("{then} in the backup, {now} here now").format(then=dotted(then), now=dotted(now))
        facts.append((_(title), differs if then != now else dotted(then), Tone.WARN if then != now else Tone.PLAIN))
    if look.deeds_since is None:
        facts.append((_("Done since then"), _("not comparable: it is of another past"), Tone.WARN))
    else:
        count = n_("{count} deed", "{count} deeds", look.deeds_since).format(count=dotted(look.deeds_since))
        facts.append((_("Done since then"), count, Tone.WARN if look.deeds_since else Tone.PLAIN))
    if look.users:
        facts.append((_("Who could sign in"), ", ".join(look.users)))
    facts.append((_("Folder"), str(Path(look.row.folder))))
    return facts


def _made(row: BackupRow, today: date) -> str:
    made = row.manifest.made
    days = (today - made.date()).days
    age = n_("{days} day ago", "{days} days ago", days).format(days=days) if days > 0 else _("today")
    return f"{table_day(made.date())} {made:%H:%M} ({age})"
