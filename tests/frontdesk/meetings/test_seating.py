"""Where delegates sit: seats by site, the plan seen from above and its sheets."""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import pytest
from docx import Document

from frontdesk.meetings import DelegateRow, Kind, MeetingRow, Officer
from frontdesk.meetings.papers.parts import Issuer
from frontdesk.meetings.papers.seating import seating
from frontdesk.meetings.rules.arranging import hall, seat_key, seats
from frontdesk.paper import Letterhead, print_docx, print_pdf
from tests.frontdesk.paper.reading import Page, read

LONG = "Công Tằng Tôn Nữ Thị Hoàng Quỳnh Nghiêng"


def people(*placed: tuple[str, str | None]) -> tuple[DelegateRow, ...]:
    """Delegates by name and seat."""
    return tuple(DelegateRow(name, seat=seat) for name, seat in placed)


def crowd(count: int, in_row: int) -> tuple[DelegateRow, ...]:
    """So many delegates with seats, one of them of a long name."""
    rows = [DelegateRow(LONG if at == 3 else f"Lê K{at:03}") for at in range(count)]
    return tuple(replace(row, seat=seat) for row, seat in zip(rows, seats(rows, in_row), strict=True))


def meeting(delegates: Sequence[DelegateRow]) -> MeetingRow:
    """A meeting of these."""
    return MeetingRow(
        kind=Kind.SEMINAR, title="Hội nghị", starts=datetime(2026, 6, 22, 8, 0), delegates=tuple(delegates),
        chair=Officer("Trần Quốc Hưng", "Chủ tịch"), secretary=Officer("Lê Ngọc Thảo"),
    )  # fmt: skip


def sheets(row: MeetingRow) -> list[Page]:
    """The pages of the paper."""
    head = Letterhead(("ỦY BAN MTTQ VIỆT NAM PHƯỜNG HẢI ĐÔNG", "BAN THƯỜNG TRỰC"))
    target = io.BytesIO()
    print_pdf(seating(row, Issuer("UBMTTQ", head)), target)
    return read(target.getvalue())


def test_every_site_is_seated_from_its_first_row() -> None:
    rows = [DelegateRow("A"), DelegateRow("B", site="Điểm cầu 2"), DelegateRow("C"), DelegateRow("D")]
    assert seats(rows, 2) == ("A1", "A1", "A2", "B1")


@pytest.mark.parametrize(
    ("seats_given", "columns", "rows"),
    [
        (("A1", "A2", "B1"), (1, 2), (("A", ("A1", "A2")), ("B", ("B1", "")))),
        (("b 2", "a-1"), (1, 2), (("A", ("a-1", "")), ("B", ("", "b 2")))),
        (("AA1", "B1", "Z1"), (1,), (("B", ("B1",)), ("Z", ("Z1",)), ("AA", ("AA1",)))),
        (("A10", "A9", "A1"), (1, 9, 10), (("A", ("A1", "A9", "A10")),)),
        (("A1", "A1"), (1,), (("A", ("A1; A1",)),)),
        (("Bàn 3", None, "A1"), (1,), (("A", ("A1",)),)),
    ],
)
def test_the_hall_is_seen_from_above(
    seats_given: tuple[str | None, ...], columns: tuple[int, ...], rows: tuple[tuple[str, tuple[str, ...]], ...]
) -> None:
    plan = hall(people(*((seat or "none", seat) for seat in seats_given)))
    assert plan is not None
    assert plan.columns == columns
    assert tuple((row.letters, row.names) for row in plan.rows) == rows


@pytest.mark.parametrize("seat", [None, "", "Bàn 3", "12", "A", "Hàng đầu"])
def test_without_a_seat_of_letters_and_a_number_there_is_no_plan_but_the_list(seat: str | None) -> None:
    delegates = people(("Lê Thị An", seat))
    assert hall(delegates) is None
    (page,) = sheets(meeting(delegates))
    assert page.find("DANH SÁCH CHỖ NGỒI")
    assert page.find("Lê Thị An")


@pytest.mark.parametrize(
    ("delegate", "times"),
    [
        (DelegateRow("Trần Quốc Hưng"), 1),
        (DelegateRow("Trần  Quốc Hưng", position="Chủ tịch UBMTTQ phường"), 1),
        (DelegateRow("TRẦN QUỐC HƯNG", position="Chủ tịch", organisation="UBMTTQ phường"), 1),
        (DelegateRow("Lê Ngọc Thảo", position="Phó Chủ tịch"), 1),
        (DelegateRow("Trần Quốc Hưng", position="Trưởng khu phố 3"), 2),
        (DelegateRow("Trần Quốc Hưng", position="Phó Chủ tịch"), 2),
        (DelegateRow("Trần Quốc Hùng"), 1),
        (DelegateRow("Trần Quốc Hưng", seat="A1"), 2),
    ],
)
def test_chair_and_secretary_stand_once_where_they_have_no_seat_of_their_own(delegate: DelegateRow, times: int) -> None:
    listed = sheets(meeting((delegate, DelegateRow("Lê Thị An"))))[-1]
    assert listed.text.lower().count(" ".join(delegate.name.lower().split())) == times
    assert listed.find("Lê Thị An")


def test_rows_of_two_letters_come_after_those_of_one() -> None:
    assert sorted(["AA1", "B10", "Bàn 1", "B2", "A1"], key=seat_key) == ["A1", "B2", "B10", "AA1", "Bàn 1"]


def test_the_plan_has_the_chair_in_front_and_the_rows_behind() -> None:
    page, listed = sheets(meeting(crowd(10, 5)))
    assert page.width < page.height
    chair, first, second = page.find("Trần Quốc Hưng"), page.find("K000"), page.find("K009")
    assert chair.top < first.top < second.top
    middle = (30 + page.width - 15) / 2
    front = page.find("BÀN CHỦ TỌA")
    assert abs((front.left + front.right) / 2 - middle) < 1
    assert first.left < middle < second.left
    assert listed.find("DANH SÁCH CHỖ NGỒI").top < listed.find("A1").top < listed.find("B5").top


@pytest.mark.parametrize(("count", "in_row", "across", "parts"), [(50, 8, 8, 1), (160, 16, 16, 1), (300, 20, 10, 2)])
def test_a_hall_of_any_size_is_read_on_its_sheets(count: int, in_row: int, across: int, parts: int) -> None:
    printed = sheets(meeting(crowd(count, in_row)))
    plan = printed[: next(at for at, page in enumerate(printed) if page.find("DANH SÁCH CHỖ NGỒI"))]
    words = " ".join(page.text for page in plan)
    assert [at for at in range(count) if at != 3 and f"K{at:03}" not in words] == []
    assert all(page.find("Lê").size >= 8.5 for page in plan)
    assert {page.width > page.height for page in plan} == {in_row > 8}
    assert words.count("BÀN CHỦ TỌA") == parts
    assert (f"đến {across} (phần 1/{parts})" in words) == (parts > 1)
    for page in plan:
        left, right, _top, bottom = page.letters_edges
        assert left >= 30
        assert right <= page.width - 15
        assert bottom <= page.height - 20


def test_each_site_has_its_own_plan_and_only_the_first_the_chair() -> None:
    sites = ("Điểm cầu phường", "Điểm cầu Khu phố 3")
    delegates = [DelegateRow(f"Người {at}", site=sites[at % 2], seat="A1") for at in range(2)]
    first, second, listed = sheets(meeting(delegates))
    assert first.find("Điểm cầu phường").top < first.find("BÀN CHỦ TỌA").top < first.find("Người 0").top
    assert second.find("Điểm cầu Khu phố 3").top < second.find("PHÍA TRƯỚC").top < second.find("Người 1").top
    assert listed.find("Người 0").top < listed.find("Điểm cầu Khu phố 3").top < listed.find("Người 1").top


def test_the_plan_is_a_table_in_word() -> None:
    target = io.BytesIO()
    print_docx(seating(meeting(crowd(10, 5)), Issuer("UBMTTQ", Letterhead(("UBMTTQ",)))), target)
    cells = [[cell.text for cell in row.cells] for table in Document(target).tables for row in table.rows]
    assert ["A", "Lê K000", "Lê K001", "Lê K002", LONG, "Lê K004"] in cells
