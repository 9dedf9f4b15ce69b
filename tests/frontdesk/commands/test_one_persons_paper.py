"""What a person is told is kept about them comes from every slice, whichever prints the paper."""

from datetime import date, datetime

from frontdesk.commands.services import Services
from frontdesk.meetings import InviteGroup, Kind, Prepare
from frontdesk.office import PaperAsk
from frontdesk.paper import Table
from frontdesk.roster import Admit, BodyKind, FoundBody


def test_the_paper_about_one_person_names_the_meetings_of_that_person_and_no_others(services: Services) -> None:
    roster, meetings = services.roster, services.meetings
    roster.found_body(FoundBody(BodyKind.COMMITTEE, since=date(2025, 7, 1)))
    number = roster.admit(Admit("Lê Văn An", post="Ủy viên", since=date(2025, 7, 1))).number
    for title in ("Giao ban quý II", "Hội nghị chuyên đề"):
        prepared = meetings.prepare(Prepare(Kind.SEMINAR, datetime(2026, 6, 22, 8, 0), title))
    meetings.invite_group(InviteGroup(prepared.number, kind=BodyKind.COMMITTEE))
    paper = services.paper("data-subject", PaperAsk(number=number))
    said = [cell for table in paper.blocks if isinstance(table, Table) for row in table.rows for cell in row.cells]
    assert f"{prepared.number}, ngày 22/6/2026: Hội nghị chuyên đề (được mời)" in said
    assert not any("Giao ban quý II" in str(cell) for cell in said)
