"""Registering petitions."""

from datetime import date

import pytest

from frontdesk.errors import RuleBroken
from frontdesk.petitions import Channel, Kind, Petitions, Register, Status


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
