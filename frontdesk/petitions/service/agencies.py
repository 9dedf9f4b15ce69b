"""The register of agencies: who settles what."""

from typing import Any

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.petitions import deeds
from frontdesk.petitions.asks import AddAgency, EditAgency, EndAgency
from frontdesk.petitions.model import Agency, Petition
from frontdesk.petitions.rules.agencies import agency_key, level_of
from frontdesk.petitions.rules.rows import AgencyRow
from frontdesk.petitions.rules.words import Level, Status
from frontdesk.petitions.service.base import Base
from frontdesk.store import Change
from frontdesk.vietnamese import fold, nfc, text_key


class Agencies(Base):
    """Listing, finding and keeping agencies."""

    def agencies(self, *, ended: bool = False) -> list[AgencyRow]:
        """The agencies in Vietnamese order; with `ended` those that are no more, too."""
        query = Agency.select().order_by(Agency.sort_key, Agency.id)
        return [_row(agency) for agency in (query if ended else query.where(Agency.until.is_null()))]

    def find_agency(self, name: str) -> AgencyRow | None:
        """The agency people mean by `name`, an ended one only where no other answers."""
        query = Agency.select().where(Agency.key == agency_key(name)).order_by(Agency.until.desc(nulls="first"))
        found = query.first()
        return None if found is None else _row(found)

    def competent(self, text: str) -> list[AgencyRow]:
        """The agencies whose competence speaks of `text` (a field, say), best first."""
        words = set(fold(text).split())
        shares = [(len(words & set(fold(row.competence or "").split())), row) for row in self.agencies()]
        return [row for share, row in sorted(shares, key=lambda pair: -pair[0]) if share]

    def add_agency(self, ask: AddAgency) -> AgencyRow:
        """Record an agency that was not known."""
        self._refuse_double(ask.name)
        with self._store.change(deeds.ADD_AGENCY) as change:
            agency_id = change.write(Agency, _values(ask))
        return _row(Agency.get_by_id(agency_id))

    def edit_agency(self, ask: EditAgency) -> AgencyRow:
        """Change what is recorded of an agency."""
        found = self._agency(ask.name)
        columns: dict[str, Any] = {
            name: value
            for name in ("level", "competence", "address", "phone")
            if (value := getattr(ask, name)) is not None
        }
        if ask.new_name is not None:
            if agency_key(ask.new_name) != agency_key(found.name):
                self._refuse_double(ask.new_name)
            columns.update(_name_columns(ask.new_name))
        with self._store.change(deeds.EDIT_AGENCY) as change:
            change.amend(Agency, found.id, revision=ask.revision, **columns)
        return _row(Agency.get_by_id(found.id))

    def end_agency(self, ask: EndAgency) -> AgencyRow:
        """End an agency; what it has not answered goes over to its successor."""
        found = self._agency(ask.name)
        successor = None if ask.successor is None else self._agency(ask.successor)
        day = ask.day or self._store.today
        unanswered = Petition.select(Petition.id).where(
            Petition.agency == found.id, Petition.status == Status.FORWARDED
        )
        if successor is None and unanswered.exists():
            raise RuleBroken(
                "petitions.agency.unanswered",
                _("“{name}” still owes answers. Name its successor.").format(name=found.name),
                "successor",
            )
        with self._store.change(deeds.END_AGENCY) as change:
            change.amend(Agency, found.id, until=day)
            if successor is not None:
                for petition in self._by_ids(row.id for row in unanswered).values():
                    self._step(
                        change, petition, "redirect", max(day, petition.received),
                        text=f"{found.name} → {successor.name}", agency_id=successor.id,
                    )  # fmt: skip
        return _row(Agency.get_by_id(found.id))

    def _agency(self, name: str) -> AgencyRow:
        found = self.find_agency(name)
        if found is None:
            raise RuleBroken("petitions.agency.unknown", _("There is no agency “{name}”.").format(name=name), "name")
        return found

    def _ensure_agency(self, change: Change, name: str) -> tuple[AgencyRow, bool]:
        """The agency called `name`, made when it is not known yet; whether it was made."""
        found = self.find_agency(name)
        if found is not None and found.until is None:
            return found, False
        agency_id = change.write(Agency, _values(AddAgency(name)))
        return _row(Agency.get_by_id(agency_id)), True

    def _refuse_double(self, name: str) -> None:
        if not name.strip():
            raise RuleBroken("petitions.agency.nameless", _("An agency needs a name."), "name")
        known = self.find_agency(name)
        if known is not None and known.until is None:
            raise RuleBroken("petitions.agency.known", _("There already is “{name}”.").format(name=known.name), "name")


def _values(ask: AddAgency) -> dict[str, Any]:
    columns = {"competence": ask.competence, "address": ask.address, "phone": ask.phone}
    return {**_name_columns(ask.name), **columns, "level": ask.level or level_of(ask.name)}


def _name_columns(name: str) -> dict[str, str]:
    tidy = nfc(name, one_line=True)
    return {"name": tidy, "key": agency_key(tidy), "sort_key": text_key(tidy)}


def _row(agency: Agency) -> AgencyRow:
    return AgencyRow(
        agency.id,
        agency.name,
        Level(agency.level),
        agency.competence,
        agency.address,
        agency.phone,
        agency.until,
        agency.revision,
    )
