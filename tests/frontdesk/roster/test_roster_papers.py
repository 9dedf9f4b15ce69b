"""What stands on the roster's papers."""

import io
from datetime import date, timedelta

import pdfplumber
import pytest

from frontdesk.errors import RuleBroken
from frontdesk.office import PaperAsk
from frontdesk.paper import Paper, print_docx, print_pdf
from frontdesk.roster import (
    PAPERS,
    Admit,
    Appoint,
    Attend,
    BodyKind,
    ChangeTerm,
    Commend,
    EndMembership,
    FoundBody,
    HoldCourse,
    NoteVisit,
    Roster,
    Seat,
    Sex,
)
from frontdesk.store import journal_entries

LONG = "Nguyễn Phúc Bảo Tôn Nữ Công Tằng Huyền Thị Diệu Hương Lan Chi"
POSTS = "\n".join(f"Chi hội trưởng thứ {line}, kiêm nhiệm nhiều việc" for line in range(1, 13))
COMMITTEE = "Ủy ban MTTQ Việt Nam phường Hoàn Kiếm"


def pages(paper: Paper) -> list[str]:
    stream = io.BytesIO()
    print_pdf(paper, stream)
    with pdfplumber.open(stream) as document:
        return [page.extract_text() for page in document.pages]


def cells(paper: Paper) -> str:
    """What stands in the cells of the tables, each cell on a line of its own."""
    stream = io.BytesIO()
    print_pdf(paper, stream)
    with pdfplumber.open(stream) as document:
        tables = [table for page in document.pages for table in page.extract_tables()]
    return "\n".join(" ".join((cell or "").split()) for table in tables for row in table for cell in row)


def words(paper: Paper) -> str:
    return " ".join(" ".join(pages(paper)).split())


@pytest.fixture
def peopled(roster: Roster) -> Roster:
    roster.found_body(FoundBody(BodyKind.COMMITTEE, since=date(2021, 1, 1)))
    first = Admit("Lê Thị An", Sex.FEMALE, date(1968, 9, 5), phone="0912345678", ethnicity="Hoa", party=True)
    roster.admit(first)
    roster.admit(Admit(LONG, Sex.MALE, birth_year=1970, area="Khu phố 1", post=POSTS))
    roster.admit(Admit("Trần <b>Văn</b> & Bình", area="Khu phố 1"))
    roster.appoint(Appoint("NG-0001", COMMITTEE, "Chủ tịch", since=date(2021, 1, 1), decision_number="01/QĐ"))
    roster.appoint(Appoint("NG-0002", COMMITTEE, "Ủy viên", since=date(2021, 1, 1), represents="Hội Nông dân phường"))
    return roster


@pytest.mark.parametrize("kind", [kind.name for kind in PAPERS])
def test_every_paper_prints_in_all_its_formats_and_writes_nothing(peopled: Roster, kind: str) -> None:
    entries = sum(1 for _entry in journal_entries())
    paper = peopled.paper(kind, PaperAsk("NG-0001" if kind == "data-subject" else None))
    assert pages(paper)
    if "docx" in next(each.formats for each in PAPERS if each.name == kind):
        stream = io.BytesIO()
        print_docx(paper, stream)
        assert stream.getvalue().startswith(b"PK")
    assert sum(1 for _entry in journal_entries()) == entries


def test_particulars_lie_and_leave_masked_columns_out(peopled: Roster) -> None:
    paper = peopled.paper("roster", PaperAsk())
    stream = io.BytesIO()
    print_pdf(paper, stream)
    with pdfplumber.open(stream) as document:
        assert document.pages[0].width > document.pages[0].height
    text = words(paper)
    assert "DANH SÁCH TRÍCH NGANG" in text
    assert ("Lê Thị An" in text, "05/09/1968" in text, "0912345678" in text) == (True, True, True)
    assert ("Dân tộc" in text, "Hoa" in text) == (False, False)
    shown = cells(peopled.paper("roster", PaperAsk(sensitive=True)))
    assert ("Dân tộc" in shown, "Hoa" in shown) == (True, True)
    assert [entry.deed for entry in journal_entries()][-1] == "roster.show_sensitive"


def test_members_have_room_to_sign_and_stand_as_of_a_day(peopled: Roster) -> None:
    paper = peopled.paper("members", PaperAsk(COMMITTEE, until=date(2025, 1, 1)))
    assert "(tính đến ngày 01/01/2025)" in words(paper)
    text = cells(paper)
    assert ("Ký tên" in text, "Hội Nông dân phường" in text, "Chủ tịch" in text) == (True, True, True)
    assert "Chưa có ai trong danh sách." in words(
        peopled.paper("members", PaperAsk(COMMITTEE, until=date(2020, 12, 31)))
    )


def test_long_names_and_posts_of_twelve_lines_and_markup_stand_as_typed(peopled: Roster) -> None:
    for kind in ("roster", "members", "directory"):
        text = cells(peopled.paper(kind, PaperAsk("Khu phố 1")))
        assert all(word in text for word in LONG.split())
        assert all(f"thứ {line}," in text for line in range(1, 13))
        assert ("<b>Văn</b>" in text, "&" in text) == (True, True)


def test_three_hundred_people_fill_pages_with_the_header_on_each(roster: Roster) -> None:
    for place in range(300):
        roster.admit(Admit(f"Lê Văn Số {place}", area=f"Khu phố {place % 10 + 1}", post="Ủy viên", namesake=True))
    paper = roster.paper("members", PaperAsk())
    found = pages(paper)
    assert len(found) > 8
    assert all("Họ và tên" in text for text in found)
    assert all(f"Lê Văn Số {place}" in " ".join(found) for place in range(300))


def test_the_directory_groups_by_area(peopled: Roster) -> None:
    peopled.admit(Admit("Lê Văn Chi", area="Khu phố 2", phone="0987654321"))
    text = cells(peopled.paper("directory", PaperAsk(until=date(2020, 12, 31))))
    assert ("Khu phố 1 (2 người)" in text, "Khu phố 2 (1 người)" in text) == (True, True)
    assert "0987654321" in words(peopled.paper("directory", PaperAsk("Khu phố 2")))
    with pytest.raises(RuleBroken) as refused:
        peopled.paper("directory", PaperAsk("Ở đâu đó"))
    assert refused.value.field == "number"


def test_the_composition_shows_counts_percentages_and_ages(peopled: Roster) -> None:
    text = words(peopled.paper("composition", PaperAsk()))
    assert "Tổng số: 2 người. Trẻ nhất: 56 tuổi; cao nhất: 57 tuổi; bình quân: 56,5 tuổi." in text
    assert "Nữ 1 50,00%" in text
    assert "Từ 56 đến 60 tuổi 2 100,00%" in text


def test_the_changes_say_who_came_who_left_and_why(peopled: Roster) -> None:
    day = date(2026, 1, 1)
    peopled.change_term(ChangeTerm(COMMITTEE, "khóa II", day, (Seat("NG-0001", "Ủy viên"), Seat("NG-0003", "Ủy viên"))))
    paper = peopled.paper("changes", PaperAsk(since=day, until=day + timedelta(30)))
    assert "Tham gia mới: 1 người" in words(paper)
    assert "Thôi tham gia: 1 người" in words(paper)
    text = cells(paper)
    assert "Ủy viên (trước là Chủ tịch)" in text
    assert ("hết nhiệm kỳ" in text, "hiệp thương cử" in text) == (True, True)
    nothing = words(peopled.paper("changes", PaperAsk(since=date(2022, 1, 1), until=date(2022, 12, 31))))
    assert "Không có thay đổi" in nothing
    with pytest.raises(RuleBroken):
        peopled.paper("changes", PaperAsk(since=day, until=day - timedelta(1)))


def test_badges_stand_eight_on_a_page(roster: Roster) -> None:
    for place in range(9):
        roster.admit(Admit(f"Lê Văn Số {place}", area="Khu phố 1", post="Ủy viên", namesake=True))
    found = pages(roster.paper("badges", PaperAsk("Khu phố 1")))
    assert [text.count("NG-00") for text in found] == [8, 1]
    assert len(pages(roster.paper("badges", PaperAsk("NG-0003")))) == 1


def test_a_person_is_told_everything_kept_about_them(peopled: Roster) -> None:
    peopled.hold_course(HoldCourse("Bồi dưỡng nghiệp vụ", date(2025, 9, 1)))
    peopled.attend(Attend("bồi dưỡng nghiệp vụ", ("NG-0001",), "Khá"))
    peopled.commend(Commend("Giấy khen", date(2025, 11, 18), number="NG-0001", merit="Xuất sắc"))
    peopled.note_visit(NoteVisit("Xã Hòa Bình", date(2026, 3, 1), visitors=("NG-0001",)))
    peopled.end_membership(EndMembership("NG-0001", COMMITTEE, note="nghỉ"))
    text = words(peopled.paper("data-subject", PaperAsk("NG-0001", sensitive=True)))
    for told in ("NG-0001", "Hoa", "0912345678", "Bồi dưỡng nghiệp vụ", "Khá", "Giấy khen", "Xã Hòa Bình", "01/QĐ"):
        assert told in text
    assert ("nghỉ" in text, "Đưa vào danh sách" in text) == (True, True)
    masked = words(peopled.paper("data-subject", PaperAsk("NG-0001")))
    assert "(không in)" in masked
    with pytest.raises(RuleBroken):
        peopled.paper("data-subject", PaperAsk())


def test_badges_lie_to_the_millimetre_and_nothing_leaves_its_card(roster: Roster) -> None:
    for place in range(8):
        name = LONG if place % 2 else "Lê Văn Số"
        roster.admit(Admit(name, area="Khu phố 1", post=POSTS if place == 3 else "Ủy viên", namesake=True))
    stream = io.BytesIO()
    print_pdf(roster.paper("badges", PaperAsk("Khu phố 1")), stream)
    wide, high, edge, mm = 95.0, 69.25, 10.0, 25.4 / 72
    with pdfplumber.open(stream) as document:
        (page,) = document.pages
        assert (round(page.width * mm, 1), round(page.height * mm, 1)) == (210.0, 297.0)
        words = [[each * mm for each in (w["x0"], w["x1"], w["top"], w["bottom"])] for w in page.extract_words()]
        numbers = [(w["x0"] * mm, w["top"] * mm) for w in page.extract_words() if w["text"].startswith("NG-")]
    first_x, first_y = numbers[0]
    for at, (x, y) in enumerate(numbers):
        assert x == pytest.approx(first_x + at % 2 * wide, abs=0.05)
        assert y == pytest.approx(first_y + at // 2 * high, abs=0.05)
    assert len(numbers) == 8
    for left, right, top, bottom in words:
        column, row = int((left - edge) // wide), int((top - edge) // high)
        assert edge + column * wide + 2 < left
        assert right < edge + (column + 1) * wide - 2
        assert bottom < edge + (row + 1) * high - 2


def test_a_post_of_many_lines_can_be_read_on_a_badge(roster: Roster) -> None:
    roster.admit(Admit("Lê Văn Số", area="Khu phố 1", post=POSTS))
    stream = io.BytesIO()
    print_pdf(roster.paper("badges", PaperAsk("NG-0001")), stream)
    with pdfplumber.open(stream) as document:
        assert min(char["size"] for char in document.pages[0].chars) >= 6
        assert "…" in document.pages[0].extract_text()


@pytest.mark.parametrize(("count", "least"), [(0, 1), (1, 1), (300, 6)])
def test_training_and_praise_fill_as_many_pages_as_they_need(roster: Roster, count: int, least: int) -> None:
    roster.hold_course(HoldCourse("Bồi dưỡng nghiệp vụ", date(2026, 3, 1), date(2026, 3, 3), "Ủy ban MTTQ tỉnh"))
    for place in range(count):
        roster.admit(Admit(LONG, birth_year=1900 + place % 100, namesake=True))
    numbers = tuple(f"NG-{place + 1:04}" for place in range(count))
    if numbers:
        roster.attend(Attend("Bồi dưỡng nghiệp vụ", numbers, "Hoàn thành"))
    found = pages(roster.paper("training", PaperAsk()))
    assert len(found) >= least
    assert sum(text.count("NG-") for text in found) == count
    assert f"(01/3/2026 - 03/3/2026, Ủy ban MTTQ tỉnh): {count} người" in " ".join(" ".join(found).split())
    for kind, nothing in (
        ("commendations", "Không có khen thưởng"),
        ("visits", "Không có chuyến"),
        ("models", "Chưa ghi"),
    ):
        assert nothing in words(roster.paper(kind, PaperAsk()))


def test_whom_to_congratulate_stands_under_three_headings(roster: Roster) -> None:
    roster.admit(
        Admit("Lê Thị An", born=date(1956, 6, 25), area="Khu phố 1", post="Trưởng ban", since=date(2016, 7, 1))
    )
    text = words(roster.paper("congratulations", PaperAsk()))
    for told in ("Sinh nhật: 1 người", "Mừng thọ năm 2026: 1 người", "Thâm niên công tác Mặt trận năm 2026: 1 người"):
        assert told in text
    assert "25/06" in text
    later = words(roster.paper("congratulations", PaperAsk(since=date(2026, 7, 1), until=date(2026, 7, 31))))
    assert "Sinh nhật: 0 người" in later
