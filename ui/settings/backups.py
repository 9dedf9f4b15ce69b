"""The backups there are: one more, one on a stick, a look into one before it is ever needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Slot

from frontdesk.messages import _
from frontdesk.store import RESTORE, BackupRow
from ui.desk.env import BACK_UP, BACKUPS, Env
from ui.desk.records import RecordPanel
from ui.parts.dates import table_day
from ui.parts.lane import Job
from ui.parts.menus import Entry, push
from ui.parts.notices import Weight
from ui.parts.rowtable import Empty
from ui.parts.table import Column
from ui.settings.restoring import RestoreDialog

TOLD = ("person", "petition", "meeting", "voucher")


@dataclass(frozen=True)
class BackupLine:
    """A backup in the office's own folder."""

    id: int
    row: BackupRow


@dataclass(frozen=True)
class Looked:
    """What was found in a backup: its faults, and how its totals stand to today's."""

    faults: tuple[str, ...]
    differences: tuple[str, ...]


class BackupsPanel(RecordPanel[BackupLine]):
    """Newest first."""

    help_page = "backup"

    def __init__(self, env: Env) -> None:
        super().__init__(
            env,
            "settings.backups",
            _("Backups"),
            (BACKUPS,),
            (
                Column("made", _("Made"), 22, text=_made),
                Column("holds", _("Holds"), 0, text=_holds),
                Column("folder", _("Folder"), 26, text=lambda line: line.row.folder.name),
            ),
            searched=_made,
            empty=Empty(
                _("No backup yet"), _("One is made every day by itself; the first can be made now."), _("Back up now")
            ),
            detail=_("A copy counts only once it has been opened and checked. Keep one on a stick, in another place."),
        )
        offered = not env.services.store.read_only
        if offered:
            self.add_tool(push(Entry(_("Back up now (Ctrl+N)"), self.begin_new, name="backups.new", role="main")))
            self.add_tool(push(Entry(_("Back up to another place…"), self.to_stick, name="backups.stick")))
        self.buttons = self.add_buttons(
            (
                Entry(_("Look into it"), self.on_opened, True, "backups.look"),
                Entry(_("Restore it…"), self.restore, env.may(RESTORE), "backups.restore"),
            )
        )
        self.on_picked()

    def load(self) -> Sequence[BackupLine]:
        """See `RecordPanel`."""
        return [BackupLine(at, row) for at, row in enumerate(self.env.services.store.backups(), 1)]

    @Slot()
    def begin_new(self) -> None:
        """Make one in the office's folder."""
        self.env.jump(BACK_UP)

    @Slot()
    def to_stick(self) -> None:
        """Make one where the person says."""
        target = self.env.ask.choose_folder(_("Where the backup goes, a stick for instance"))
        if target is not None:
            work = partial(self.env.services.store.back_up, target, thorough=True)
            self.env.lane.read(work, self._on_made, self.on_failed, self, Job(_("Making a backup…")))

    @Slot()
    def on_opened(self) -> None:
        """Check the selected backup and compare it with today."""
        line = self.current()
        if line is not None:
            job = Job(_("Looking into the backup…"))
            self.env.lane.read(partial(self._look, line.row), self._on_looked, self.on_failed, self, job)

    @Slot()
    def restore(self) -> None:
        """Put the selected backup, or one from a stick, in the place of what is here."""
        line = self.current()
        RestoreDialog(self.env, self, line.row if line is not None else None).begin()

    @Slot()
    def on_picked(self) -> None:
        """See `RecordPanel`."""
        self.buttons.enable(self.current() is not None, "backups.restore")

    def _look(self, row: BackupRow) -> Looked:
        store = self.env.services.store
        newest = store.backups()[0].manifest.totals
        then = row.manifest.totals
        differences = tuple(
            f"{name}: {then.get(name, 0)} → {newest.get(name, 0)}"
            for name in TOLD
            if then.get(name) != newest.get(name)
        )
        return Looked(tuple(store.verify(row.folder)), differences)

    @Slot(object)
    def _on_made(self, row: BackupRow) -> None:
        self.env.notices.say(_("The backup in {folder} is made and checked.").format(folder=row.folder))
        self.reload()

    @Slot(object)
    def _on_looked(self, looked: Looked) -> None:
        if looked.faults:
            words = _("This backup cannot be restored: {why}").format(why="; ".join(looked.faults))
            self.env.notices.say(words, Weight.ERROR)
            return
        since = _("The newest backup holds the same.")
        if looked.differences:
            since = _("Since then: {changes}").format(changes="; ".join(looked.differences))
        self.env.notices.say(_("This backup is whole and can be restored. {since}").format(since=since))


def _made(line: BackupLine) -> str:
    made = line.row.manifest.made
    return f"{table_day(made.date())} {made:%H:%M}"


def _holds(line: BackupLine) -> str:
    totals = line.row.manifest.totals
    words = {
        "person": _("people: {count}"),
        "petition": _("petitions: {count}"),
        "meeting": _("meetings: {count}"),
        "voucher": _("vouchers: {count}"),
    }
    return ", ".join(words[name].format(count=totals[name]) for name in TOLD if name in totals)
