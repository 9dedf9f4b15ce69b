"""Areas renamed and merged, with the bodies and people in them."""

from collections.abc import Sequence
from datetime import date, timedelta

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.office import AreaRow, area_key
from frontdesk.office.model import Area
from frontdesk.roster.deeds.bodies import MERGE_AREAS, RENAME_AREA, MergeAreas, RenameArea
from frontdesk.roster.kinds import ONE_AN_AREA, BodyKind, HowChosen, WhyEnded
from frontdesk.roster.model import Body, Membership, Term
from frontdesk.roster.rules.bodies import body_key, body_name, body_sort_key
from frontdesk.roster.service.base import AreaBook
from frontdesk.roster.service.terms import Terms
from frontdesk.store import Change, tuples


class AreaDeeds(Terms):
    """Renaming and merging (QĐ 758 và 759/QĐ-TTg, 2025): an old area ends the day before and points to the new.

    What was recorded of an old area stays there under its old name; lists as of a day follow it to what it became.
    """

    def rename_area(self, ask: RenameArea) -> AreaRow:
        """Give an area another name from a day on; its bodies go on, called after it."""
        old = self._running_area(ask.area, ask.day)
        name = " ".join(ask.name.split())
        if not name or area_key(name) == area_key(old.name):
            raise RuleBroken("roster.area.same_name", _("Give the area another name than it has."), "name")
        self._refuse_taken(name, ())
        with self._store.change(RENAME_AREA) as change:
            new_id = self.write_area(change, name, ask.day, ask.kind, old.households)
            change.amend(Area, old.id, until=ask.day - timedelta(days=1), merged_into_id=new_id)
            bodies = Body.select(Body.id, Body.kind, Body.name).where(Body.area.in_(AreaBook().group(old.id)))
            for body_id, kind, body in list(tuples(bodies.where(Body.until.is_null()))):
                if body_key(body) == body_key(body_name(BodyKind(kind), old.name)):
                    renamed = body_name(BodyKind(kind), name)
                    change.amend(Body, body_id, name=renamed, key=body_key(renamed), sort_key=body_sort_key(renamed))
        return self._office.area(new_id)

    def merge_areas(self, ask: MergeAreas) -> AreaRow:
        """Make one area of several; the Front working committees of the old ones end, one of the new begins.

        Other bodies (conciliation teams, self-managing groups) go on in the new area.
        """
        olds = list({row.id: row for row in (self._running_area(name, ask.day) for name in ask.areas)}.values())
        into = " ".join(ask.into.split())
        if not into:
            raise RuleBroken("roster.area.nameless", _("An area needs a name."), "into")
        going_on = next((row for row in olds if area_key(row.name) == area_key(into)), None)
        if len(olds) < 2:
            raise RuleBroken("roster.area.one", _("Name at least two areas to merge."), "areas")
        if going_on is None:
            self._refuse_taken(into, tuple(row.id for row in olds))
        households = ask.households
        if households is None and all(row.households is not None for row in olds):
            households = sum(row.households or 0 for row in olds)
        ended = [row for row in olds if row is not going_on]
        self._refuse_late_in(ended, ask.day)
        with self._store.change(MERGE_AREAS) as change:
            if going_on is None:
                new_id = self.write_area(change, into, ask.day, ask.kind, households)
            else:
                new_id = going_on.id
                change.amend(Area, new_id, households=households, kind=ask.kind or going_on.kind)
            bodies = [(row, self._bodies_of(row.id)) for row in ended]
            for row in ended:
                change.amend(Area, row.id, until=ask.day - timedelta(days=1), merged_into_id=new_id)
            for _row, old_bodies in bodies:
                for body_id, kind in old_bodies:
                    if kind in ONE_AN_AREA:
                        self._hand_over(change, ask, body_id, kind, (new_id, into))
        return self._office.area(new_id)

    def _hand_over(
        self, change: Change, ask: MergeAreas, body_id: int, kind: BodyKind, new_area: tuple[int, str]
    ) -> None:
        """End one body of an old area; its people go over to that of the new area where they shall."""
        new_id, name = new_area
        last = ask.day - timedelta(days=1)
        found = Body.select(Body.id).where(
            Body.kind == kind.value, Body.area.in_(AreaBook().group(new_id, last)), Body.until.is_null()
        )
        target = next(tuples(found), None)
        if target is None:
            columns = {"since": ask.day, "decision_number": ask.decision_number, "decision_date": ask.decision_date}
            target_id = self._write_body(change, kind, body_name(kind, name), new_id, columns)
        else:
            target_id = target[0]
        query = Membership.select(
            Membership.id, Membership.person, Membership.post, Membership.bloc, Membership.represents
        ).where(
            Membership.body == body_id,
            Membership.until.is_null() | (Membership.until >= ask.day),
            Membership.withdrawn.is_null(),
        )
        term_id = self.term_of(target_id, ask.day)
        for row_id, person_id, post_id, bloc, represents in list(tuples(query)):
            change.amend(Membership, row_id, until=last, ended_why=WhyEnded.AREA_MERGED)
            twice = Membership.select(Membership.id).where(
                Membership.body == target_id,
                Membership.person == person_id,
                Membership.post == post_id if post_id is not None else Membership.post.is_null(),
                Membership.until.is_null(),
                Membership.withdrawn.is_null(),
            )
            if not ask.carry or next(tuples(twice), None) is not None:
                continue
            change.write(
                Membership,
                person_id=person_id,
                body_id=target_id,
                area_id=new_id,
                post_id=post_id,
                term_id=term_id,
                since=ask.day,
                decision_number=ask.decision_number,
                decision_date=ask.decision_date,
                chosen=HowChosen.RECOGNISED,
                bloc=bloc,
                represents=represents,
            )
        change.amend(Body, body_id, until=last, ended_why=f"Sáp nhập vào {name}")
        running = Term.select(Term.id).where(Term.body == body_id, Term.until.is_null())
        for (row_id,) in list(tuples(running)):
            change.amend(Term, row_id, until=last)

    def _bodies_of(self, area_id: int) -> list[tuple[int, BodyKind]]:
        query = Body.select(Body.id, Body.kind).where(Body.area.in_(AreaBook().group(area_id)), Body.until.is_null())
        return [(row_id, BodyKind(kind)) for row_id, kind in tuples(query)]

    def _running_area(self, name: str, day: date) -> AreaRow:
        """The area people mean by `name`, which still must be one the day before `day`."""
        found = self._office.find_area(name)
        if found is None:
            raise RuleBroken("roster.area.unknown", _("There is no area “{name}”.").format(name=name), "areas")
        if found.until is not None:
            raise RuleBroken("roster.area.ended", _("“{name}” has ended already.").format(name=found.name), "areas")
        if found.since is not None and found.since >= day:
            raise RuleBroken("roster.area.days", _("“{name}” begins only on that day.").format(name=found.name), "day")
        return found

    def _refuse_late_in(self, areas: Sequence[AreaRow], day: date) -> None:
        """Refuse to end the bodies of these areas while a post in one of them begins on `day` or later."""
        for area in areas:
            for body_id, kind in self._bodies_of(area.id):
                if kind in ONE_AN_AREA:
                    self._refuse_late(body_id, body_name(kind, area.name), day, ("roster.area.late", "day"))

    def _refuse_taken(self, name: str, own: tuple[int, ...]) -> None:
        known = self._office.find_area(name)
        if known is not None and known.until is None and known.id not in own and area_key(known.name) == area_key(name):
            raise RuleBroken("roster.area.known", _("There already is “{name}”.").format(name=known.name), "name")
