"""Sensitive columns shown, and people blanked."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.roster.deeds.privacy import BLANK_PERSON, BlankPerson, ShowSensitive
from frontdesk.roster.model import Commendation, Membership, Person, Turn
from frontdesk.roster.rules.rows import PersonRow
from frontdesk.roster.service.importing import Importing
from frontdesk.roster.service.naming import naming
from frontdesk.store import Change, tuples
from frontdesk.store.model import Attachment
from frontdesk.vietnamese import fold

_BLANKED_NAME: Final = "(đã xóa)"
_BLANKED_FILE: Final = "Tài liệu đã được xóa theo yêu cầu về dữ liệu cá nhân.\n".encode()
_BLANKED_COLUMNS: Final = (
    "sex", "born", "birth_year", "phone", "other_phones", "ethnicity", "religion", "party", "party_since", "education",
    "profession", "political_theory", "occupation", "workplace", "address", "note",
)  # fmt: skip
_TELLING: Final = (Person.name, Person.phone, Person.other_phones, Person.address)
_TELLING_FROM: Final = 5
"""A shorter text than this may stand in anybody's draft."""


class Privacy(Importing):
    """What the law on personal data asks of an office (Luật 91/2025/QH15, NĐ 356/2025/NĐ-CP)."""

    def show_sensitive(self, ask: ShowSensitive) -> tuple[PersonRow, ...]:
        """The people asked for, unmasked; who looked, at whom and why is journalled."""
        ids = [self.person_id(number) for number in ask.numbers]
        if not ids:
            ids = [row[0] for row in tuples(Person.select(Person.id).where(Person.withdrawn.is_null()))]
        rows = tuple(self._people(ids))
        self.note_shown(len(rows), ask.why, rows[0].number if len(rows) == 1 else None)
        return rows

    def blank_person(self, ask: BlankPerson) -> PersonRow:
        """Wipe what is known of somebody who asks for it; the entry is withdrawn and keeps its number alone.

        With it go entries that were joined with it, the photo and other files, and what was being typed. Backups made
        before still hold it; the window says so.
        """
        if not ask.reason.strip():
            raise RuleBroken("roster.blank.reason", _("Say why the person is blanked."), "reason")
        person_id = self.person_id(ask.number)
        with self._store.change(BLANK_PERSON) as change:
            change.amend(Person, person_id, revision=ask.revision)
            entries = list(_entries(person_id))
            telling = list(_telling(entries))
            for entry in entries:
                self._blank_entry(change, entry, ask.reason)
            self._store.drop_drafts(lambda text: any(told in fold(text) for told in telling))
        return self._people([person_id], masked=True)[0]

    def _blank_entry(self, change: Change, person_id: int, reason: str) -> None:
        change.blank(
            Person,
            person_id,
            reason,
            **naming(_BLANKED_NAME),
            **dict.fromkeys(_BLANKED_COLUMNS),
            withdrawn=change.today,
            withdrawn_why=reason,
        )
        posts = Membership.select(Membership.id, Membership.until).where(Membership.person == person_id)
        for row_id, until in list(tuples(posts)):
            change.blank(Membership, row_id, reason, represents=None, ended_note=None, until=until or change.today)
        earned = Commendation.select(Commendation.id).where(Commendation.person == person_id)
        for (row_id,) in list(tuples(earned)):
            change.blank(Commendation, row_id, reason, recipient=_BLANKED_NAME, merit=None)
        for (row_id,) in list(tuples(Turn.select(Turn.id).where(Turn.person == person_id))):
            change.blank(Turn, row_id, reason, result=None)
        files = Attachment.select(Attachment.id, Attachment.digest).where(Attachment.owner_id == person_id)
        for row_id, digest in list(tuples(files)):
            notice = self._store.vault.put(_BLANKED_FILE)
            change.blank(Attachment, row_id, reason, digest=notice, size=len(_BLANKED_FILE), ended=True)
            change.forget_file(digest)


def _entries(person_id: int) -> Iterator[int]:
    """The entry and those joined with it, however far back."""
    yield person_id
    for (other,) in list(tuples(Person.select(Person.id).where(Person.joined_into == person_id))):
        yield from _entries(other)


def _telling(ids: Sequence[int]) -> Iterator[str]:
    """The texts, folded, by which a draft would give the person away."""
    rows: list[tuple[Any, ...]] = list(tuples(Person.select(*_TELLING).where(Person.id.in_(ids))))
    for text in (fold(value) for row in rows for value in row if value):
        if len(text) >= _TELLING_FROM and text != fold(_BLANKED_NAME):
            yield text
