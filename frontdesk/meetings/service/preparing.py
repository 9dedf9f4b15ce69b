"""A new meeting from its template or from the last of its series; correcting and withdrawing one."""

import json
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from frontdesk.errors import RuleBroken
from frontdesk.meetings.assembling import insert, load, series_key
from frontdesk.meetings.deeds import afterwards, records
from frontdesk.meetings.model import AgendaItem, Meeting, Template
from frontdesk.meetings.rules.agenda import begun, chained
from frontdesk.meetings.rules.clashes import Clash, clashes
from frontdesk.meetings.rules.counting import share_of
from frontdesk.meetings.rules.kinds import Kind, Status
from frontdesk.meetings.rules.rows import AgendaRow, MeetingRow, Officer, QuorumRule
from frontdesk.meetings.rules.templates import DEFAULT_TEMPLATES, TemplateRow, agenda_of, title_for
from frontdesk.meetings.service.base import emptied
from frontdesk.meetings.service.exchanging import NUMBERS
from frontdesk.meetings.service.inviting import Inviting
from frontdesk.meetings.settings import QUORUM_SHARE
from frontdesk.meetings.shape import read, write
from frontdesk.messages import _
from frontdesk.store import Change, tuples
from frontdesk.vietnamese import nfc

_CLASH_SPAN = timedelta(days=2)


class Preparing(Inviting):
    """Before the invitations."""

    def template(self, kind: Kind) -> TemplateRow:
        """How meetings of `kind` begin in this office."""
        row = Template.get_or_none(Template.kind == kind)
        if row is not None:
            return read(TemplateRow, json.loads(row.content))
        default = DEFAULT_TEMPLATES[kind]
        return default if default.quorum is None else replace(default, quorum=self._office.setting(QUORUM_SHARE))

    def set_template(self, ask: afterwards.SetTemplate) -> TemplateRow:
        """Change how meetings of a kind begin from now on."""
        before = self.template(ask.kind)
        given = {key: getattr(ask, key) for key in ("title", "agenda", "groups", "series", "quorum")}
        given["invitation_note"] = ask.invitation_note
        after = replace(before, **{key: value for key, value in given.items() if value is not None and value != ()})
        after = read(TemplateRow, write(after))
        content = json.dumps(write(after), ensure_ascii=False)
        with self._store.change(afterwards.SET_TEMPLATE) as change:
            found = Template.get_or_none(Template.kind == ask.kind)
            columns = {"kind": ask.kind, "content": content}
            change.write(Template, columns if found is None else {**columns, "id": found.id})
        return after

    def prepare(self, ask: records.Prepare) -> MeetingRow:
        """A new meeting of a kind: title, agenda and rules of its template, its groups invited from the roster."""
        template = self.template(ask.kind)
        row = MeetingRow(
            kind=ask.kind,
            title=ask.title or title_for(template, ask.starts.date()),
            starts=ask.starts,
            ends=ask.ends or _end(ask.starts, template.minutes),
            place=ask.place,
            series=ask.series or template.series,
            chair=_officer(ask.chair_name, ask.chair_position),
            secretary=_officer(ask.secretary_name, ask.secretary_position),
            quorum=QuorumRule(template.quorum) if template.quorum else None,
            agenda=chained(agenda_of(template), ask.starts.time()),
            invitation_note=template.invitation_note,
        )
        with self._store.change(records.PREPARE) as change:
            made = self._begin(change, row)
            for group in template.groups:
                self._invite_bodies(change, made, group)
        return self.meeting(made.number or "")

    def follow(self, ask: records.Follow) -> MeetingRow:
        """The next meeting of the series of `number`: who was invited and what stands on every agenda come along.

        Open tasks and unanswered petitions need not be copied: the draft shows them as they stand that day.
        """
        before = self.meeting(ask.number)
        template = self.template(before.kind)
        shift = ask.starts - before.starts
        standing = [item for item in before.agenda if item.standing] or list(agenda_of(template))
        row = replace(
            before,
            number=None, paper_number=None, was=None, withdrawn_because=None, invited=None,
            title=ask.title or title_for(template, ask.starts.date()),
            starts=ask.starts,
            ends=before.ends + shift if before.ends is not None else None,
            sites=tuple(replace(site, head_count=None) for site in before.sites),
            delegates=tuple(_anew(delegate) for delegate in before.delegates),
            agenda=chained([_fresh(item) for item in standing], ask.starts.time()),
            papers=(), opinions=(), votes=(), conclusion=(), tasks=(), visits=(), recommendations=(),
            publications=(), news_title=None, news_text=None,
        )  # fmt: skip
        with self._store.change(records.FOLLOW) as change:
            if row.series is None:
                row = replace(row, series=template.series or before.title)
                change.amend(Meeting, before.id or 0, series=row.series, series_key=series_key(row.series))
            return self._begin(change, row)

    def edit(self, ask: records.Edit) -> MeetingRow:
        """Correct the head of a meeting; another start moves the agenda along."""
        if ask.quorum_share:
            self._check_share(ask.quorum_share)
        if ask.title is not None and not nfc(ask.title):
            raise RuleBroken("meetings.title.blank", _("A meeting needs a title."), "title")
        keys = (
            "kind", "series", "title", "starts", "ends", "place", "chair_name", "chair_position", "secretary_name",
            "secretary_position", "convened", "quorum_share", "invitation_note",
        )  # fmt: skip
        given: dict[str, Any] = {key: value for key in keys if (value := getattr(ask, key)) is not None}
        given |= emptied(ask, needed=("kind", "title", "starts"))
        with self._store.change(records.EDIT) as change:
            head = self._open(ask.number)
            if ask.starts is not None and ask.starts.year != head.starts.year:
                message = _("{number} counts in {year}. Withdraw it and prepare the meeting in the other year.")
                message = message.format(number=head.number, year=head.starts.year)
                raise RuleBroken("meetings.starts.other_year", message, "starts")
            if "series" in given:
                given["series_key"] = series_key(nfc(given["series"] or ""))
            if ask.convened is not None and ask.convened < 0:
                raise RuleBroken("meetings.convened.negative", _("A number of people is needed."), "convened")
            change.amend(Meeting, head.id, revision=ask.revision, **given)
            if ask.starts is not None:
                items = load([head.id])[0].agenda
                for old, new in zip(items, begun(items, ask.starts.time()), strict=True):
                    if old.at is not None:
                        change.amend(AgendaItem, old.id or 0, at=new.at)
        return self.meeting(head.number)

    def withdraw(self, ask: records.Withdraw) -> MeetingRow:
        """Take a meeting back, with the reason; its number stays used."""
        if not nfc(ask.reason):
            raise RuleBroken("meetings.withdraw.reason", _("Say why the meeting is withdrawn."), "reason")
        with self._store.change(records.WITHDRAW) as change:
            head = self._open(ask.number)
            change.amend(Meeting, head.id, status=Status.WITHDRAWN, withdrawn_because=ask.reason)
        return self.meeting(head.number)

    def take_up(self, ask: records.TakeUp) -> MeetingRow:
        """Take up a withdrawn meeting again."""
        with self._store.change(records.TAKE_UP) as change:
            head = self._head(ask.number)
            if head.status is not Status.WITHDRAWN:
                message = _("{number} is not withdrawn.").format(number=head.number)
                raise RuleBroken("meetings.take_up.standing", message, "number")
            change.amend(Meeting, head.id, status=Status.DRAFT, withdrawn_because=None)
        return self.meeting(head.number)

    def clashes(self, number: str) -> tuple[Clash, ...]:
        """People and places this meeting and others want at the same time."""
        row = self.meeting(number)
        query = Meeting.select(Meeting.id).where(
            Meeting.starts.between(row.starts - _CLASH_SPAN, row.starts + _CLASH_SPAN),
            Meeting.status != Status.WITHDRAWN,
            Meeting.id != row.id,
        )
        return clashes(row, load([row_id for (row_id,) in tuples(query)]))

    def days(self, first: date, last: date) -> list[tuple[datetime, str, str]]:
        """Start, number and title of the meetings from one day to another, for a calendar."""
        begin, end = datetime.combine(first, time.min), datetime.combine(last + timedelta(1), time.min)
        query = Meeting.select(Meeting.starts, Meeting.number, Meeting.title)
        held = query.where(Meeting.starts >= begin, Meeting.starts < end, Meeting.status != Status.WITHDRAWN)
        return [(starts, number, title) for starts, number, title in tuples(held.order_by(Meeting.starts, Meeting.id))]

    def _begin(self, change: Change, row: MeetingRow) -> MeetingRow:
        checked = read(MeetingRow, write(replace(row, number=None, status=None)))
        people = [delegate.person_id for delegate in row.delegates]
        delegates = [replace(each, person_id=person) for each, person in zip(checked.delegates, people, strict=True)]
        number = change.number(Meeting, NUMBERS, row.starts.year)
        made = replace(checked, delegates=tuple(delegates), number=number, status=Status.DRAFT)
        return replace(made, id=insert(change, made))

    def _check_share(self, share: str) -> None:
        try:
            share_of(share)
        except ValueError as error:
            raise RuleBroken("meetings.share", str(error), "quorum_share") from None


def _officer(name: str | None, position: str | None) -> Officer | None:
    return Officer(name, position) if name else None


def _end(starts: datetime, minutes: int) -> datetime | None:
    return starts + timedelta(minutes=minutes) if minutes else None


def _anew(delegate: Any) -> Any:
    """A delegate invited again, with nothing of the last meeting."""
    return replace(
        delegate, id=None, revision=None, code=None, present=None, absence=None, reason=None, reply=None,
        reply_note=None, substitute=None, arrived=None, speaks=None,
    )  # fmt: skip


def _fresh(item: AgendaRow) -> AgendaRow:
    return replace(item, id=None, revision=None, outcome=None, outcomes=())
