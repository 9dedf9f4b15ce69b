"""Who is invited, in protocol order, and whether in time."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from frontdesk.errors import RuleBroken
from frontdesk.meetings.assembling import PartName
from frontdesk.meetings.deeds import inviting as deeds
from frontdesk.meetings.model import Meeting
from frontdesk.meetings.rules.kinds import Reply
from frontdesk.meetings.rules.rows import DelegateRow, MeetingRow
from frontdesk.meetings.service.base import Head
from frontdesk.meetings.service.voting import Voting
from frontdesk.meetings.settings import NOTICE_DAYS
from frontdesk.messages import _
from frontdesk.roster import BODY_NAMES, BodyKind, MemberRow
from frontdesk.store import Change
from frontdesk.vietnamese import fold

_FULL_LIST: Final = 9_999


@dataclass(frozen=True)
class Notice:
    """Whether invitations go out in time. `last_day`: the last day to send them; `why` tells the days passed over."""

    last_day: date
    working_days: int
    in_time: bool
    why: str


class Inviting(Voting):
    """The list of delegates from the roster, replies, and the days of notice."""

    def invite_group(self, ask: deeds.InviteGroup) -> tuple[DelegateRow, ...]:
        """Invite those who sit in a body, or in the bodies of a kind or an area; returns who was added."""
        if ask.kind is None and ask.body is None and ask.area is None:
            raise RuleBroken("meetings.invite.whom", _("Choose a body, a kind of bodies or an area."), "kind")
        with self._store.change(deeds.INVITE_GROUP) as change:
            head = self._open(ask.number)
            members = self._roster.members(ask.body, ask.area, head.starts.date(), kind=ask.kind)
            if ask.heads_only:
                members = list({member.membership.body_id: member for member in reversed(members)}.values())[::-1]
            return self._invite_members(change, head, members, ask.group)

    def note_reply(self, ask: deeds.NoteReply) -> DelegateRow:
        """Note what a delegate has answered, or that it was noted by mistake; a substitute is who comes instead."""
        with self._store.change(deeds.NOTE_REPLY) as change:
            head = self._open(ask.number)
            before: DelegateRow = self._entry(head.id, PartName.DELEGATE, ask.which)
            if ask.reply is Reply.SUBSTITUTE and not (ask.substitute or before.substitute):
                raise RuleBroken("meetings.reply.substitute", _("Say who comes instead."), "substitute")
            substitute = (ask.substitute or before.substitute) if ask.reply is Reply.SUBSTITUTE else None
            after = replace(before, reply=ask.reply, reply_note=ask.note, substitute=substitute)
            return self._amend(change, PartName.DELEGATE, before, after, None)

    def sent(self, ask: deeds.Sent) -> MeetingRow:
        """Note the day the invitations were sent."""
        with self._store.change(deeds.SENT) as change:
            head = self._open(ask.number)
            change.amend(Meeting, head.id, invited=ask.day)
        return self.meeting(head.number)

    def notice(self, number: str, day: date | None = None) -> Notice:
        """Whether invitations sent on `day` (None: as noted, else today) go out in time.

        So many working days lie between sending and meeting as the office set; both days are not counted.
        """
        row = self.meeting(number)
        sending = day or row.invited or self._store.today
        days = int(self._office.setting(NOTICE_DAYS))
        last = self._office.calendar().add_working_days(row.starts.date(), -days)
        left = self._office.calendar().working_days_between(sending, row.starts.date())
        return Notice(last.day, left, sending <= last.day, last.because)

    def _invite_bodies(self, change: Change, row: MeetingRow, group: str) -> None:
        """Invite those of a template's group."""
        head = Head(row.id or 0, row.number or "", self._head(row.number or "").status, row.starts)
        self._invite_members(change, head, self._roster.members(on=row.starts.date(), kind=BodyKind(group)), None)

    def _invite_members(
        self, change: Change, head: Head, members: list[MemberRow], group: str | None
    ) -> tuple[DelegateRow, ...]:
        rows: list[DelegateRow] = self._entries(head.id, PartName.DELEGATE)
        known = {row.person_id for row in rows if row.person_id is not None}
        named = {(fold(row.name), fold(row.organisation or "")) for row in rows}
        added: list[DelegateRow] = []
        for member in members:
            row = _delegate(member, group)
            if member.person.id in known or (fold(row.name), fold(row.organisation or "")) in named:
                continue
            known.add(member.person.id)
            if len(rows) + len(added) >= _FULL_LIST:
                message = _("A meeting takes at most {most} delegates.").format(most=_FULL_LIST)
                raise RuleBroken("meetings.invite.too_many", message, "number")
            added.append(self._invite(change, head.id, row))
        if added:
            self._convene(change, head.id, len(rows))
        return tuple(added)


def _delegate(member: MemberRow, group: str | None) -> DelegateRow:
    held = member.membership
    # Of a working committee only the area says something; sheets put people of no area into one, too.
    body = held.body if held.body_kind is not BodyKind.WORKING_COMMITTEE else None
    return DelegateRow(
        member.person.name,
        held.post,
        held.area or body,
        group=group or BODY_NAMES[held.body_kind],
        person_id=member.person.id,
    )
