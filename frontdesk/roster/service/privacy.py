"""Sensitive columns shown, and people blanked."""

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.roster.deeds.privacy import BLANK_PERSON, BlankPerson, ShowSensitive
from frontdesk.roster.model import Commendation, Membership, Person
from frontdesk.roster.rules.rows import PersonRow
from frontdesk.roster.service.importing import Importing
from frontdesk.roster.service.naming import naming
from frontdesk.store import tuples

_BLANKED_NAME = "(đã xóa)"
_BLANKED_COLUMNS = (
    "sex", "born", "birth_year", "phone", "other_phones", "ethnicity", "religion", "party", "party_since", "education",
    "profession", "political_theory", "occupation", "workplace", "address", "note",
)  # fmt: skip


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

        Backups made before still hold it; the window says which.
        """
        if not ask.reason.strip():
            raise RuleBroken("roster.blank.reason", _("Say why the person is blanked."), "reason")
        person_id = self.person_id(ask.number)
        with self._store.change(BLANK_PERSON) as change:
            change.amend(Person, person_id, revision=ask.revision)
            change.blank(
                Person,
                person_id,
                ask.reason,
                **naming(_BLANKED_NAME),
                **dict.fromkeys(_BLANKED_COLUMNS),
                withdrawn=change.today,
                withdrawn_why=ask.reason,
            )
            posts = Membership.select(Membership.id, Membership.until).where(Membership.person == person_id)
            for row_id, until in list(tuples(posts)):
                change.blank(
                    Membership, row_id, ask.reason, represents=None, ended_note=None, until=until or change.today
                )
            earned = Commendation.select(Commendation.id).where(Commendation.person == person_id)
            for (row_id,) in list(tuples(earned)):
                change.blank(Commendation, row_id, ask.reason, recipient=_BLANKED_NAME, merit=None)
        return self._people([person_id], masked=True)[0]
