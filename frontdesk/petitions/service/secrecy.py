"""Wiping who sent a petition once it is classed as tố cáo, wherever the office has written it."""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import datetime
from typing import Any, Final, TypeAlias

from peewee import TextField

from frontdesk.office import Office
from frontdesk.petitions.model import Petition, PetitionStep
from frontdesk.petitions.rules.likeness import likeness_key
from frontdesk.petitions.rules.rows import PetitionRow
from frontdesk.petitions.rules.secrecy import Identity
from frontdesk.petitions.rules.words import Kind
from frontdesk.petitions.service.agencies import Agencies
from frontdesk.petitions.service.base import counted
from frontdesk.roster import Roster
from frontdesk.store import BackupRow, Change, Record, Store, history_of, links_of
from frontdesk.store.model import Attachment, Link

IDENTITY_COLUMNS: Final = (
    "sender", "sender_key", "sender_address", "sender_phone", "sender_identity", "representatives",
)  # fmt: skip
RECEIVER_LINK: Final = "received_by"
SPLIT_LINK: Final = "split"
_REASON: Final = "tố cáo: giữ bí mật người gửi"
_TAKEN_OUT: Final = "Tài liệu đã được rút khỏi máy: đơn được phân loại là tố cáo.\n".encode()


Keeper: TypeAlias = Callable[[Change, Collection[int], Identity], Iterable[str]]
"""Somebody who keeps copies of what is linked with petitions; see `Secrecy.when_hidden`."""


class Secrecy(Agencies):
    """What is done to a petition that turns out to be a denunciation."""

    def __init__(self, store: Store, office: Office, roster: Roster) -> None:
        super().__init__(store, office, roster)
        self._keepers: list[Keeper] = []

    def when_hidden(self, keeper: Keeper) -> None:
        """Call `keeper` when a sender is wiped: with the change, the ids of what is linked, and who must vanish.

        It wipes its own copies and returns sentences on what it could not, such as a signed paper.
        """
        self._keepers.append(keeper)

    def wipe_row(self, change: Change, model: type[Record], row_id: int, identity: Identity) -> bool:
        """Take an identity out of the texts of a row and out of its past; whether there was something to take out."""
        columns = stripped(model, row_id, identity)
        if columns:
            change.blank(model, row_id, _REASON, **columns)
        return bool(columns)

    def _hide_sender(self, change: Change, petition: PetitionRow) -> tuple[list[str], list[BackupRow]]:
        """Wipe the sender from rows, their past in the journal, drafts, files and what is linked.

        Returns what people must look after themselves, and the backups of the office's folder that still hold it.
        What was joined with the petition came from the same hand, and goes the same way.
        """
        alike = [petition, *self._by_ids(self._joined_with(petition)).values()]
        identity = Identity.all_of(map(identity_of, alike))
        for row in alike:
            self._part(change, row.id)
        for row in alike:
            self._wipe(change, row.id, identity)
        for row in alike[1:]:
            after = counted(self._by_id(row.id), self._counter())
            change.amend(Petition, row.id, due=after.due, due_why=after.due_why, due_step=after.due_step)
        linked = {link.other.id for row in alike for link in links_of(row.id) if link.kind != RECEIVER_LINK}
        left = [said for keeper in self._keepers for said in keeper(change, linked, identity)]
        if identity:
            self._store.drop_drafts(lambda text: identity.found_in(text) is not None)
        since = min(map(_first_written, alike))
        return left, [backup for backup in self._store.backups() if backup.manifest.made >= since]

    def _joined_with(self, petition: PetitionRow) -> list[int]:
        joined = [row.id for row in Petition.select(Petition.id).where(Petition.duplicate_of == petition.id)]
        return joined if petition.duplicate_of_id is None else [*joined, petition.duplicate_of_id]

    def _wipe(self, change: Change, petition_id: int, identity: Identity) -> None:
        columns = {**stripped(Petition, petition_id, identity), **dict.fromkeys(IDENTITY_COLUMNS)}
        columns["likeness_key"] = likeness_key(columns.get("summary") or self._by_id(petition_id).summary)
        change.blank(Petition, petition_id, _REASON, **columns, kind=Kind.DENUNCIATION)
        for step in PetitionStep.select(PetitionStep.id).where(PetitionStep.petition == petition_id):
            change.blank(PetitionStep, step.id, _REASON, **stripped(PetitionStep, step.id, identity))
        self._take_files_out(change, petition_id)
        for link in links_of(petition_id):
            model = _model_of(link.other.table)
            # Who received it may bear the same name; and another petition of the same sender is another case.
            if model is not None and model is not Petition and link.kind != RECEIVER_LINK:
                self.wipe_row(change, model, link.other.id, identity)

    def _part(self, change: Change, petition_id: int) -> None:
        """Forget which other parts of the same letter there are: those that are no denunciation name the sender."""
        split = Link.select().where(
            (Link.from_id == petition_id) | (Link.to_id == petition_id), Link.kind == SPLIT_LINK, ~Link.ended
        )
        for link in list(split):
            other = self._by_id(link.to_id if link.from_id == petition_id else link.from_id)
            if not other.secret:
                nowhere = {"from_id": petition_id, "to_id": petition_id, "ended": True}
                change.blank(Link, link.id, _REASON, **nowhere)

    def _take_files_out(self, change: Change, petition_id: int) -> None:
        """Scans show the hand itself: a notice takes the place of each, and the file is destroyed."""
        files = list(Attachment.select().where(Attachment.owner_id == petition_id).order_by(Attachment.id))
        for place, file in enumerate(files, 1):
            notice = self._store.vault.put(_TAKEN_OUT)
            change.blank(
                Attachment, file.id, _REASON, name=f"Tài liệu {place}", digest=notice, size=len(_TAKEN_OUT), ended=True
            )
            change.forget_file(file.digest)


def identity_of(petition: PetitionRow) -> Identity:
    """What must vanish with the sender of `petition`."""
    return Identity.of(
        petition.sender,
        petition.sender_address,
        petition.sender_phone,
        petition.sender_identity,
        petition.representatives,
    )


def stripped(model: type[Record], row_id: int, identity: Identity) -> dict[str, Any]:
    """The text columns of a row that give the identity away, without it; a name's sort key goes with the name."""
    row = model.get_by_id(row_id)
    found: dict[str, Any] = {}
    for name, text in _texts(model, row):
        if identity.found_in(text):
            found[name] = identity.strip(text)
    if found:
        found.update({name: "" for name, _text in _texts(model, row) if name.endswith("_key")})
    return found


def _texts(model: type[Record], row: Record) -> Iterator[tuple[str, str]]:
    for name, column in model._meta.columns.items():
        if isinstance(column, TextField):
            text = getattr(row, column.name)
            if text:
                yield name, text


def _model_of(table: str) -> type[Record] | None:
    """The model of a table, whichever slice it belongs to."""
    return next((model for model in _models(Record) if model._meta.table_name == table), None)


def _models(base: type[Record]) -> Iterator[type[Record]]:
    for model in base.__subclasses__():
        yield model
        yield from _models(model)


def _first_written(petition: PetitionRow) -> datetime:
    """When the petition was first written down here."""
    return datetime.fromisoformat(history_of(petition.id)[0].at)
