"""What a person is told is kept about them comes from every slice, whichever prints the paper."""

from datetime import date, datetime

import pytest

from frontdesk.commands.services import Services
from frontdesk.fund import AddMember, AdmitDonor, Category, DonorKind, RegisterHousehold
from frontdesk.meetings import InviteGroup, Prepare
from frontdesk.meetings import Kind as MeetingKind
from frontdesk.office import AddArea, PaperAsk
from frontdesk.paper import Heading, Paragraph, Row, Table
from frontdesk.petitions import Kind, Reclass, Register
from frontdesk.roster import Admit, BodyKind, FoundBody


def test_the_paper_about_one_person_names_the_meetings_of_that_person_and_no_others(services: Services) -> None:
    roster, meetings = services.roster, services.meetings
    roster.found_body(FoundBody(BodyKind.COMMITTEE, since=date(2025, 7, 1)))
    number = roster.admit(Admit("Lê Văn An", post="Ủy viên", since=date(2025, 7, 1))).number
    for title in ("Giao ban quý II", "Hội nghị chuyên đề"):
        prepared = meetings.prepare(Prepare(MeetingKind.SEMINAR, datetime(2026, 6, 22, 8, 0), title))
    meetings.invite_group(InviteGroup(prepared.number, kind=BodyKind.COMMITTEE))
    paper = services.paper("data-subject", PaperAsk(number=number))
    said = [cell for table in paper.blocks if isinstance(table, Table) for row in table.rows for cell in row.cells]
    assert f"{prepared.number}, ngày 22/6/2026: Hội nghị chuyên đề (được mời)" in said
    assert not any("Giao ban quý II" in str(cell) for cell in said)


def under_name(services: Services, number: str) -> list[str]:
    """What the paper lists as kept under the same name alone."""
    blocks = iter(services.paper("data-subject", PaperAsk(number=number)).blocks)
    for block in blocks:
        if isinstance(block, Heading) and "trùng họ tên, có thể là của người khác" in block.text:
            break
    found = next(blocks)
    if isinstance(found, Paragraph) and "đối chiếu" in found.text:
        found = next(blocks)
    return [str(row.cells[0]) for row in found.rows if isinstance(row, Row)] if isinstance(found, Table) else []


@pytest.fixture
def person(services: Services) -> str:
    area = Admit("Lê Văn Hòa", birth_year=1960, area="Khu phố 1", post="Trưởng ban")
    services.office.add_area(AddArea("Khu phố 2"))
    return services.roster.admit(area).number


def test_what_stands_under_the_same_name_is_told_apart_and_says_only_where_it_stands(
    services: Services, person: str
) -> None:
    received = services.petitions.register(
        Register(Kind.REPORT, "Đường ngập nước", sender="lê văn hoà", area="Khu phố 1", received=date(2026, 6, 1))
    )
    donor = services.fund.admit_donor(AdmitDonor("Lê Văn Hòa", kind=DonorKind.PERSON))
    household = services.fund.register_household(
        RegisterHousehold("Trần Thị Tư", "Khu phố 1", category=Category.POOR, year=2026)
    )
    services.fund.add_member(AddMember(household.number, "Lê Văn Hoà", "chồng", birth_year=1960))
    assert under_name(services, person) == [
        f"Đơn, ý kiến {received.number}, nhận ngày 01/6/2026: người gửi",
        f"Người ủng hộ Quỹ {donor.number}",
        f"Hộ {household.number}: người trong hộ",
    ]


def test_who_bears_the_name_but_differs_in_birth_or_area_is_not_told(services: Services, person: str) -> None:
    services.petitions.register(Register(Kind.REPORT, "Đường ngập nước", sender="Lê Văn Hòa", area="Khu phố 2"))
    services.petitions.register(Register(Kind.REPORT, "Đường ngập nước", sender="Lê Văn Hoàng"))
    household = services.fund.register_household(
        RegisterHousehold("Lê Văn Hòa", "Khu phố 2", category=Category.POOR, year=2026)
    )
    services.fund.add_member(AddMember(household.number, "Lê Văn Hòa", "con", birth_year=1990))
    assert under_name(services, person) == []


def test_a_denunciation_is_never_told_of_whoever_sent_it_and_whoever_it_is_against(
    services: Services, person: str
) -> None:
    told = services.petitions.register(Register(Kind.REPORT, "Việc chi sai", sender="Lê Văn Hòa"))
    assert len(under_name(services, person)) == 1
    services.petitions.reclass(Reclass(told.number, Kind.DENUNCIATION, "đọc lại đơn"))
    services.petitions.register(Register(Kind.DENUNCIATION, "Tố cáo ông Lê Văn Hòa", against="Lê Văn Hòa"))
    assert under_name(services, person) == []
    said = str(services.paper("data-subject", PaperAsk(number=person)).blocks)
    assert told.number not in said
    assert "Tố cáo" not in said
