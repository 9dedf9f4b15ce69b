"""What people may do with the fund; each deed's request is the form a window shows and the keys of the command."""

from frontdesk.fund.deeds import closing, people, vouchers, works
from frontdesk.store import Deed

DEEDS: tuple[Deed, ...] = (*vouchers.DEEDS, *closing.DEEDS, *people.DEEDS, *works.DEEDS)
