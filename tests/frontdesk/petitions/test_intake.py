"""Registering petitions."""

from datetime import date

import pytest

from frontdesk.commands.services import Services
from frontdesk.errors import RuleBroken, Stale
from frontdesk.petitions import Channel, Kind, Petitions, Register, Status
from frontdesk.petitions.asks import Correct
from frontdesk.roster import Admit


def test_a_petition_gets_the_next_number_of_the_year_it_came_in(desk: Petitions) -> None:
    asks = [Register(Kind.REPORT, "Đường ngập", received=date(2026, 3, 2)), Register(Kind.REPORT, "Đèn hỏng")]
    old = desk.register(Register(Kind.PROPOSAL, "Xin nối điện", received=date(2025, 12, 30)))
    assert [desk.register(ask).number for ask in asks] == ["KN-2026-0001", "KN-2026-0002"]
    assert old.number == "KN-2025-0001"


def test_a_new_petition_is_received_and_due_ten_working_days_later(desk: Petitions) -> None:
    row = desk.register(
        Register(Kind.REPORT, "Đường ngập", Channel.MEETING, sender="NGUYỄN THỊ  HOA", sender_phone="0912 345 678")
    )
    assert (row.status, row.sender, row.received) == (Status.RECEIVED, "Nguyễn Thị Hoa", date(2026, 3, 3))
    # 3 March is a Tuesday: two whole weeks of five days end on Tuesday, 17 March.
    assert row.due == date(2026, 3, 17)


def test_a_denunciation_keeps_nothing_of_its_sender(desk: Petitions) -> None:
    row = desk.register(
        Register(Kind.DENUNCIATION, "Lấn chiếm đất công", sender="Trần Văn Bình", sender_phone="0912345678")
    )
    assert (row.sender, row.sender_phone, row.code) == (None, None, "TC-2026-0001")


@pytest.mark.parametrize(
    "summary", ["Ông Trần Văn Bình tố cáo", "TRẦN VĂN BÌNH báo", "theo ông Bình", "gọi 0912.345.678", "tran van binh"]
)
def test_a_denunciation_whose_text_names_the_sender_is_refused(desk: Petitions, summary: str) -> None:
    with pytest.raises(RuleBroken) as refusal:
        desk.register(Register(Kind.DENUNCIATION, summary, sender="Trần Văn Bình", sender_phone="0912345678"))
    assert refusal.value.code == "petitions.secrecy.identity_in_text"
    assert "Bình" not in refusal.value.message
    assert desk.register(Register(Kind.REPORT, "Đèn hỏng")).number == "KN-2026-0001"


def test_who_received_a_petition_is_found_in_the_roster(services: Services, desk: Petitions) -> None:
    person = services.roster.admit(Admit("Lê Ngọc Thảo"))
    row = desk.register(Register(Kind.REPORT, "Đèn hỏng", received_by="lê ngọc thảo"))
    assert [link.other.number for link in desk.related(row.number)] == [person.number]


def test_an_entry_is_put_right_under_its_number(desk: Petitions) -> None:
    row = desk.register(Register(Kind.REPORT, "Đèn hỏng", sender="Lê Thị An", place="Ngõ 1"))
    after = desk.correct(
        Correct(row.number, sender="TRẦN VĂN BÌNH", received=date(2026, 2, 27), clear=("place",), revision=row.revision)
    )
    assert (after.number, after.sender, after.place) == (row.number, "Trần Văn Bình", None)
    # Ten working days from Friday, 27 February: Friday, 13 March.
    assert after.due == date(2026, 3, 13)
    with pytest.raises(Stale):
        desk.correct(Correct(row.number, summary="Đèn cháy", revision=row.revision))


@pytest.mark.parametrize(
    ("ask", "field"),
    [
        (Register(Kind.REPORT, "  "), "summary"),
        (Register(Kind.REPORT, "Đèn hỏng", received=date(2026, 3, 4)), "received"),
        (Register(Kind.REPORT, "Đèn hỏng", people=0), "people"),
        (Register(Kind.REPORT, "Đèn hỏng", area="Khu phố 99"), "area"),
        (Register(Kind.REPORT, "Đèn hỏng", meeting="HN-2026-0009"), "meeting"),
        (Register(Kind.REPORT, "Đèn hỏng", split_from="KN-2026-0009"), "number"),
    ],
)
def test_an_entry_that_cannot_be_is_refused_and_takes_no_number(desk: Petitions, ask: Register, field: str) -> None:
    with pytest.raises(RuleBroken) as refusal:
        desk.register(ask)
    assert refusal.value.field == field
    assert desk.register(Register(Kind.REPORT, "Đèn hỏng")).number == "KN-2026-0001"


def test_a_group_with_too_many_speakers_is_told_so(desk: Petitions) -> None:
    row = desk.register(Register(Kind.PROPOSAL, "Xin làm cầu", people=7, representatives="An A, Bình B, Cúc C"))
    assert "at most 2 people" in row.notices[0]
