"""The order delegates stand, sit and speak in."""

from dataclasses import replace

from frontdesk.errors import RuleBroken
from frontdesk.meetings.assembling import PartName
from frontdesk.meetings.deeds import inviting as deeds
from frontdesk.meetings.model import Delegate
from frontdesk.meetings.rules.arranging import protocol_order, queued, seats
from frontdesk.meetings.rules.rows import DelegateRow
from frontdesk.meetings.service.preparing import Preparing
from frontdesk.messages import _

_WIDEST_ROW = 200


class Arranging(Preparing):
    """Protocol, seats, speakers."""

    def order_delegates(self, ask: deeds.OrderDelegates) -> tuple[int, ...]:
        """Put the list into the order asked for and return the places that take it back."""
        with self._store.change(deeds.ORDER_DELEGATES) as change:
            head = self._open(ask.number)
            rows: list[DelegateRow] = self._entries(head.id, PartName.DELEGATE)
            if ask.order:
                if sorted(ask.order) != list(range(1, len(rows) + 1)):
                    message = _("An order names every delegate once, by places from 1 to {count}.")
                    raise RuleBroken("meetings.order.places", message.format(count=len(rows)), "order")
                order = [rows[place - 1] for place in ask.order]
            else:
                members = self._roster.members(on=head.starts.date())
                order = list(protocol_order(rows, {each.person.id: at for at, each in enumerate(members)}))
            self._rank(change, PartName.DELEGATE, order)
        now = {row.id: place for place, row in enumerate(order, 1)}
        return tuple(now[row.id] for row in rows)

    def seat_delegates(self, ask: deeds.SeatDelegates) -> tuple[DelegateRow, ...]:
        """Give every delegate a seat in the order of the list, at each site from the first row on."""
        if not 1 <= ask.in_row <= _WIDEST_ROW:
            message = _("A row has 1 to {most} seats.").format(most=_WIDEST_ROW)
            raise RuleBroken("meetings.seats.in_row", message, "in_row")
        with self._store.change(deeds.SEAT_DELEGATES) as change:
            head = self._open(ask.number)
            rows: list[DelegateRow] = self._entries(head.id, PartName.DELEGATE)
            seated = tuple(replace(row, seat=seat) for row, seat in zip(rows, seats(rows, ask.in_row), strict=True))
            for row in seated:
                change.amend(Delegate, row.id or 0, seat=row.seat)
        return seated

    def ask_to_speak(self, ask: deeds.AskToSpeak) -> tuple[DelegateRow, ...]:
        """Put a delegate into the order of speaking, or take one out, and return that order."""
        with self._store.change(deeds.ASK_TO_SPEAK) as change:
            head = self._open(ask.number)
            who: DelegateRow = self._entry(head.id, PartName.DELEGATE, ask.which)
            rows: list[DelegateRow] = self._entries(head.id, PartName.DELEGATE)
            order = queued(rows, who, ask.place)
            wanted = {each.id: each.speaks for each in order}
            for row in rows:
                if row.speaks != wanted.get(row.id):
                    change.amend(Delegate, row.id or 0, speaks=wanted.get(row.id))
        return order
