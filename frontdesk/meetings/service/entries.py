"""Typing into a meeting: every entry its own small deed, so that what was said is safe at once."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from frontdesk.errors import RuleBroken
from frontdesk.meetings.assembling import PARTS, PartName, insert_outcomes
from frontdesk.meetings.deeds import entries as deeds
from frontdesk.meetings.model import AgendaItem, Conclusion, Delegate, Meeting, Outcome
from frontdesk.meetings.rules.agenda import appended, lengthened, relocated, removed
from frontdesk.meetings.rules.rows import (
    AgendaRow,
    DelegateRow,
    MeetingRow,
    OpinionRow,
    OutcomeRow,
    PaperRow,
    SiteRow,
    TaskRow,
)
from frontdesk.meetings.service.base import checked, emptied, next_rank
from frontdesk.meetings.service.exchanging import Exchanging
from frontdesk.meetings.service.present import present_of, refuse_impossible_votes
from frontdesk.meetings.shape import clock_of
from frontdesk.messages import _
from frontdesk.store import Change, by_number, tuples


class Entries(Exchanging):
    """Sites, delegates, agenda with outcomes, papers, opinions, tasks and the conclusion."""

    def add_site(self, ask: deeds.AddSite) -> SiteRow:
        """Add a place the meeting is joined from."""
        row: SiteRow = self._add_asked(deeds.ADD_SITE, PartName.SITE, ask)
        return row

    def edit_site(self, ask: deeds.EditSite) -> SiteRow:
        """Correct a site, and its name at the delegates there; its head count cannot fall below the votes counted."""
        with self._store.change(deeds.EDIT_SITE) as change:
            head = self._open(ask.number)
            present = present_of(head.id)
            before = self._entry(head.id, PartName.SITE, ask.which)
            row: SiteRow = self._edit_asked(deeds.EDIT_SITE, PartName.SITE, ask)
            here = Delegate.select(Delegate.id).where(Delegate.meeting_id == head.id, Delegate.site == before.name)
            for (delegate_id,) in list(tuples(here)):
                change.amend(Delegate, delegate_id, site=row.name)
            refuse_impossible_votes(head.id, present)
        return row

    def add_delegate(self, ask: deeds.AddDelegate) -> DelegateRow:
        """Add somebody to the list of delegates."""
        person = by_number(ask.person.strip().upper()) if ask.person else None
        if ask.person and person is None:
            message = _("There is no {number} in the roster.").format(number=ask.person)
            raise RuleBroken("meetings.delegate.person", message, "person")
        with self._store.change(deeds.ADD_DELEGATE) as change:
            head = self._open(ask.number)
            row = DelegateRow(ask.name, ask.position, ask.organisation, ask.site, group=ask.group)
            listed = len(self._entries(head.id, PartName.DELEGATE))
            added = self._invite(change, head.id, replace(row, person_id=person.id if person is not None else None))
            self._convene(change, head.id, listed)
        return added

    def edit_delegate(self, ask: deeds.EditDelegate) -> DelegateRow:
        """Correct a delegate."""
        row: DelegateRow = self._edit_asked(deeds.EDIT_DELEGATE, PartName.DELEGATE, ask)
        return row

    def add_item(self, ask: deeds.AddItem) -> AgendaRow:
        """Add an item at the end of the agenda."""
        at = clock_of(ask.at, "at") if ask.at else None
        with self._store.change(deeds.ADD_ITEM) as change:
            head = self._open(ask.number)
            new = AgendaRow(at, ask.minutes, title=ask.title, presenter=ask.presenter, standing=ask.standing,
                            shows=ask.shows)  # fmt: skip
            items: Sequence[AgendaRow] = self._entries(head.id, PartName.ITEM)
            return self._add(change, head.id, PartName.ITEM, appended(items, new, head.starts.time())[-1])

    def edit_item(self, ask: deeds.EditItem) -> AgendaRow:
        """Correct an item of the agenda; when it takes longer, the items after it begin later."""
        with self._store.change(deeds.EDIT_ITEM) as change:
            head = self._open(ask.number)
            items: list[AgendaRow] = self._entries(head.id, PartName.ITEM)
            before: AgendaRow = self._entry(head.id, PartName.ITEM, ask.which)
            given = {key: getattr(ask, key) for key in ("title", "presenter", "outcome", "standing", "shows")}
            after = replace(before, **{key: value for key, value in given.items() if value is not None}, **emptied(ask))
            if ask.at is not None:
                after = replace(after, at=clock_of(ask.at, "at"))
            if ask.minutes is not None or "minutes" in ask.clear:
                index = ask.which - 1
                moved = lengthened(items, index, ask.minutes or 0)
                after = replace(after, minutes=ask.minutes)
                self._retime(change, items[index + 1 :], moved[index + 1 :])
            return self._amend(change, PartName.ITEM, before, after, ask.revision)

    def add_outcome(self, ask: deeds.AddOutcome) -> AgendaRow:
        """Record what an item of the agenda led to."""
        with self._store.change(deeds.ADD_OUTCOME) as change:
            head = self._open(ask.number)
            item: AgendaRow = self._entry(head.id, PartName.ITEM, ask.which)
            outcome = checked(OutcomeRow(ask.kind, ask.text))
            insert_outcomes(change, head.id, item.id or 0, [outcome], next_rank(Outcome, head.id))
        return replace(item, outcomes=(*item.outcomes, outcome))

    def end_outcome(self, ask: deeds.EndOutcome) -> AgendaRow:
        """Take an outcome out."""
        with self._store.change(deeds.END_OUTCOME) as change:
            head = self._open(ask.number)
            item: AgendaRow = self._entry(head.id, PartName.ITEM, ask.which)
            if not 1 <= ask.outcome <= len(item.outcomes):
                message = _("There is no entry {which}; the list has {count}.")
                message = message.format(which=ask.outcome, count=len(item.outcomes))
                raise RuleBroken("meetings.entry.unknown", message, "outcome")
            index = ask.outcome - 1
            change.amend(Outcome, item.outcomes[index].id or 0, ended=change.act)
        return replace(item, outcomes=(*item.outcomes[:index], *item.outcomes[index + 1 :]))

    def add_paper(self, ask: deeds.AddPaper) -> PaperRow:
        """Record a paper read."""
        row: PaperRow = self._add_asked(deeds.ADD_PAPER, PartName.PAPER, ask)
        return row

    def edit_paper(self, ask: deeds.EditPaper) -> PaperRow:
        """Correct a paper read."""
        row: PaperRow = self._edit_asked(deeds.EDIT_PAPER, PartName.PAPER, ask)
        return row

    def add_opinion(self, ask: deeds.AddOpinion) -> OpinionRow:
        """Record what somebody said; marked as a petition, it becomes one in the same deed."""
        with self._store.change(deeds.ADD_OPINION) as change:
            row: OpinionRow = self._add_asked(deeds.ADD_OPINION, PartName.OPINION, ask)
            if ask.petition:
                self._pass_on_all(change, self._head(ask.number))
        return row

    def edit_opinion(self, ask: deeds.EditOpinion) -> OpinionRow:
        """Correct or answer an opinion, or mark it as a petition; what became a petition stays one."""
        with self._store.change(deeds.EDIT_OPINION) as change:
            head = self._open(ask.number)
            before: OpinionRow = self._entry(head.id, PartName.OPINION, ask.which)
            if ask.petition is False:
                self._refuse_if_passed_on(before)
            row: OpinionRow = self._edit_asked(deeds.EDIT_OPINION, PartName.OPINION, ask)
            if ask.petition:
                self._pass_on_all(change, head)
        return row

    def add_task(self, ask: deeds.AddTask) -> TaskRow:
        """Give somebody a task; a petition it names by number leads to this meeting from then on."""
        with self._store.change(deeds.ADD_TASK) as change:
            row: TaskRow = self._add_asked(deeds.ADD_TASK, PartName.TASK, ask)
            self._tie_named(change, self._head(ask.number), row.what)
        return row

    def edit_task(self, ask: deeds.EditTask) -> TaskRow:
        """Correct a task before the minutes are final."""
        with self._store.change(deeds.EDIT_TASK) as change:
            row: TaskRow = self._edit_asked(deeds.EDIT_TASK, PartName.TASK, ask)
            self._tie_named(change, self._head(ask.number), row.what)
        return row

    def conclude(self, ask: deeds.Conclude) -> MeetingRow:
        """Record the conclusion, whole."""
        with self._store.change(deeds.CONCLUDE) as change:
            head = self._open(ask.number)
            standing = Conclusion.select(Conclusion.id, Conclusion.text)
            standing = standing.where(Conclusion.meeting_id == head.id, ~Conclusion.ended).order_by(Conclusion.rank)
            before = list(tuples(standing))
            wanted = [text for text in ask.paragraphs if text.strip()]
            for place, text in enumerate(wanted):
                if place < len(before):
                    change.amend(Conclusion, before[place][0], text=text)
                else:
                    rank = next_rank(Conclusion, head.id)
                    change.write(Conclusion, {"meeting_id": head.id, "rank": rank, "text": text, "ended": 0})
            for row_id, _text in before[len(wanted) :]:
                change.amend(Conclusion, row_id, ended=change.act)
            if ask.ends is not None or emptied(ask):
                change.amend(Meeting, head.id, ends=ask.ends)
        return self.meeting(head.number)

    def remove(self, ask: deeds.Remove) -> Any:
        """Take an entry out of a list and return it; an opinion that became a petition stays."""
        with self._store.change(deeds.REMOVE) as change:
            head = self._changeable(ask.number, ask.part)
            row, present = self._entry(head.id, ask.part, ask.which), present_of(head.id)
            if isinstance(row, OpinionRow):
                self._refuse_if_passed_on(row)
            if isinstance(row, AgendaRow):
                items = self._entries(head.id, PartName.ITEM)
                index = ask.which - 1
                self._retime(change, items[index + 1 :], removed(items, index)[index:])
            listed = len(self._entries(head.id, PartName.DELEGATE))
            change.amend(PARTS[ask.part].model, row.id, revision=ask.revision, ended=change.act)
            if ask.part is PartName.DELEGATE:
                self._convene(change, head.id, listed)
            refuse_impossible_votes(head.id, present)
        return row

    def put_back(self, ask: deeds.PutBack) -> Any:
        """Put the entry last taken out of a list back at its place and return it."""
        with self._store.change(deeds.PUT_BACK) as change:
            head = self._changeable(ask.number, ask.part)
            model = PARTS[ask.part].model
            gone = model.select(model.id).where(model.meeting_id == head.id, model.ended)
            newest = next(tuples(gone.order_by(model.ended.desc(), model.id.desc()).limit(1)), None)
            if newest is None:
                message = _("Nothing was taken out of this list.")
                raise RuleBroken("meetings.put_back.nothing", message, "part")
            listed = len(self._entries(head.id, PartName.DELEGATE))
            change.amend(model, newest[0], ended=0)
            if ask.part is PartName.DELEGATE:
                self._convene(change, head.id, listed)
            (row,) = [each for each in self._entries(head.id, ask.part) if each.id == newest[0]]
        return row

    def move(self, ask: deeds.Move) -> Any:
        """Move an entry to another place of its list and return it."""
        with self._store.change(deeds.MOVE) as change:
            head = self._open(ask.number)
            row = self._entry(head.id, ask.part, ask.which)
            entries = self._entries(head.id, ask.part)
            if not 1 <= ask.to <= len(entries):
                message = _("Choose a place from 1 to {count}.").format(count=len(entries))
                raise RuleBroken("meetings.move.place", message, "to")
            if ask.part is PartName.ITEM:
                order: Sequence[Any] = relocated(entries, ask.which - 1, ask.to - 1)
                by_id = {each.id: each for each in entries}
                self._retime(change, [by_id[each.id] for each in order], order)
            else:
                order = [*entries[: ask.which - 1], *entries[ask.which :]]
                order.insert(ask.to - 1, row)
            self._rank(change, ask.part, order)
        return order[ask.to - 1]

    def _rank(self, change: Change, part: PartName, order: Sequence[Any]) -> None:
        """Let the entries of a part stand in this order."""
        for rank, each in enumerate(order, 1):
            change.amend(PARTS[part].model, each.id or 0, rank=rank)

    def _invite(self, change: Change, meeting_id: int, row: DelegateRow) -> DelegateRow:
        """Add a delegate with the next code of the meeting."""
        codes = Delegate.select(Delegate.code).where(Delegate.meeting_id == meeting_id)
        last = next((code for (code,) in tuples(codes.order_by(Delegate.code.desc()).limit(1))), 0)
        return self._add(change, meeting_id, PartName.DELEGATE, replace(row, code=last + 1))

    def _convene(self, change: Change, meeting_id: int, listed: int) -> None:
        """Let the number convened follow the list of delegates while it equals it; a number of its own stays."""
        convened = next(tuples(Meeting.select(Meeting.convened).where(Meeting.id == meeting_id)))[0]
        if convened == listed or (convened is None and listed == 0):
            change.amend(Meeting, meeting_id, convened=len(self._entries(meeting_id, PartName.DELEGATE)) or None)

    def _retime(self, change: Change, before: Sequence[AgendaRow], after: Sequence[AgendaRow]) -> None:
        """Write the times of items that moved."""
        for old, new in zip(before, after, strict=True):
            if old.at != new.at:
                change.amend(AgendaItem, old.id or 0, at=new.at)

    def _refuse_if_passed_on(self, row: OpinionRow) -> None:
        if row.id is not None and (number := self.petition_of(row.id)) is not None:
            message = _("This opinion became {number}. Withdraw that petition first.").format(number=number)
            raise RuleBroken("meetings.opinion.passed_on", message, "which")
