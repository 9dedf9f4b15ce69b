"""Where things stand on the pages of a meeting, line by line after NĐ 30/2020/NĐ-CP, Mẫu 1.7 and 1.9."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from frontdesk.commands.services import Services
from frontdesk.meetings import (
    PAPERS,
    AddMember,
    AddPaper,
    AddRecommendation,
    AddVote,
    AnswerRecommendation,
    AskToSpeak,
    EditVote,
    Meetings,
    Method,
    PlanSupervision,
    SeatDelegates,
)
from frontdesk.meetings.exchange import text_of
from frontdesk.office import ListAsk, PaperAsk, SetSigner
from frontdesk.paper import print_pdf
from tests.frontdesk.meetings.conference import conference
from tests.frontdesk.paper.reading import Page, read

MIDDLE = 105
TEXT_LEFT, TEXT_RIGHT, FIRST_LINE, TEXT_TOP = 30, 195, 42.7, 20
HEADED = [kind.name for kind in PAPERS if kind.name not in ("ballot", "news")]
SIGNED_BY_THE_CHAIR = (
    "agenda", "invitations", "extract", "conclusion", "tasks", "assignment", "supervision", "recommendations",
)  # fmt: skip
COUNTRY, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"

Print = Callable[[str], list[Page]]


@pytest.fixture
def pages(services: Services, held: str) -> Print:
    """Prints a paper of a conference that has something for every one of them."""
    meetings = services.meetings
    services.office.set_signer(SetSigner("chair", ("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH"), "Trần Quốc Hưng"))
    meetings.add_paper(AddPaper(held, "Mô hình tự quản", "Lê Thanh Lộc"))
    meetings.ask_to_speak(AskToSpeak(held, 2))
    meetings.seat_delegates(SeatDelegates(held, 10))
    meetings.plan_supervision(PlanSupervision(held, "UBND phường", "Nghiên cứu báo cáo"))
    meetings.add_member(AddMember(held, "Lê Thanh Lộc", "Trưởng ban", "Trưởng đoàn"))
    meetings.add_recommendation(AddRecommendation(held, "Nạo vét cống", "UBND phường", date(2026, 7, 1)))

    def printed(kind: str) -> list[Page]:
        target = io.BytesIO()
        print_pdf(services.paper(kind, PaperAsk(None if kind == "recommendations" else held)), target)
        return read(target.getvalue())

    return printed


def lines_in_order(pages: list[Page], *words: str) -> None:
    """Assert that these stand below each other, over all pages."""
    places = []
    for each in words:
        at = next(((number, found.top) for number, page in enumerate(pages) if (found := page.find(each))), None)
        assert at is not None, each
        places.append(at)
    assert places == sorted(places), list(zip(words, places, strict=True))


@pytest.mark.parametrize("kind", HEADED)
def test_every_paper_has_the_head_of_the_decree(pages: Print, kind: str) -> None:
    page = pages(kind)[0]
    issuer, country, motto = page.find("ỦY BAN MTTQ VIỆT NAM"), page.find(COUNTRY), page.find(MOTTO)
    organ = page.find("BAN THƯỜNG TRỰC")
    middle = page.width / 2
    assert issuer.right < middle < country.right
    assert (country.size, motto.size, issuer.size, organ.size) == (13, 14, 13, 13)
    assert [found.font.rpartition("-")[2] for found in (country, motto, issuer, organ)] == [
        "Bold", "Bold", "Regular", "Bold",
    ]  # fmt: skip
    assert abs(issuer.top - country.top) < 1
    assert motto.top > country.top
    assert organ.top > issuer.top
    # The rule under the motto is as long as the motto, that under the office a third to a half of its name.
    under = [(left, right) for left, right, top in page.rules if 0 < top - motto.bottom < 3 and left > middle - 20]
    assert any(abs((right - left) - (motto.right - motto.left)) < 1 for left, right in under)
    under = [(left, right) for left, right, top in page.rules if 0 < top - organ.bottom < 3 and right < middle]
    assert any(1 / 3 <= (right - left) / (organ.right - organ.left) <= 1 / 2 for left, right in under)


@pytest.mark.parametrize("kind", [kind.name for kind in PAPERS if kind.name != "ballot"])
def test_nothing_is_printed_outside_the_margins(pages: Print, kind: str) -> None:
    for number, page in enumerate(pages(kind)):
        left, right, top, bottom = page.letters_edges
        assert left >= TEXT_LEFT - 0.2
        assert right <= page.width - 15 + 0.2
        assert top >= (TEXT_TOP if number == 0 else 5) - 0.2
        assert bottom <= page.height - 15 + 0.2


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("agenda", "CHƯƠNG TRÌNH"), ("invitations", "GIẤY MỜI"), ("delegates", "DANH SÁCH ĐẠI BIỂU"),
        ("vote-count", "BIÊN BẢN KIỂM PHIẾU"), ("minutes", "BIÊN BẢN"), ("extract", "TRÍCH BIÊN BẢN"),
        ("conclusion", "THÔNG BÁO"), ("paper-list", "DANH MỤC THAM LUẬN"), ("seating", "SƠ ĐỒ CHỖ NGỒI"),
        ("speakers", "DANH SÁCH ĐĂNG KÝ PHÁT BIỂU"), ("tasks", "DANH MỤC NHIỆM VỤ"), ("assignment", "THÔNG BÁO"),
        ("supervision", "KẾ HOẠCH"), ("recommendations", "DANH MỤC KIẾN NGHỊ"),
    ],
)  # fmt: skip
def test_the_kind_of_paper_stands_in_capitals_bold_and_in_the_middle(pages: Print, kind: str, title: str) -> None:
    page = pages(kind)[0]
    found = page.find(title)
    assert (found.size, found.font.rpartition("-")[2]) == (14, "Bold")
    assert abs((found.left + found.right) / 2 - (TEXT_LEFT + page.width - 15) / 2) < 1
    assert found.top > page.find("BAN THƯỜNG TRỰC").bottom


@pytest.mark.parametrize("kind", SIGNED_BY_THE_CHAIR)
def test_who_signs_for_the_office_stands_in_the_right_half(pages: Print, kind: str) -> None:
    printed = pages(kind)
    page = next(page for page in printed if page.find("TM. BAN THƯỜNG TRỰC"))
    half = page.width / 2
    office, post = page.find("TM. BAN THƯỜNG TRỰC"), page.find("CHỦ TỊCH")
    last = max((word for word in page.page.extract_words() if word["text"] == "Hưng"), key=lambda word: word["top"])
    assert office.left > half
    assert (office.size, office.font.rpartition("-")[2], post.size) == (14, "Bold", 14)
    assert post.top > office.top
    assert last["x0"] * 25.4 / 72 > half
    assert last["top"] * 25.4 / 72 - post.bottom >= 20, "room for the hand and the seal"


def test_minutes_have_the_lines_of_their_form_in_order(pages: Print) -> None:
    printed = pages("minutes")
    lines_in_order(
        printed, "BIÊN BẢN", "Hội nghị giao ban", "Thời gian bắt đầu: 08 giờ 00 phút, ngày 22 tháng 6 năm 2026.",
        "Địa điểm:", "Thành phần tham dự:", "Số được triệu tập: 40 đại biểu.", "Số có mặt: 36 đại biểu.", "Số vắng:",
        "Chủ trì:", "Thư ký:", "NỘI DUNG", "I. DIỄN BIẾN THEO CHƯƠNG TRÌNH", "Ý KIẾN PHÁT BIỂU", "BIỂU QUYẾT",
        "KẾT LUẬN", "PHÂN CÔNG THỰC HIỆN", "Hội nghị kết thúc vào", "CHỦ TỌA", "Nơi nhận:",
        "DANH SÁCH ĐẠI BIỂU",
    )  # fmt: skip
    label = printed[0].find("Thời gian bắt đầu")
    assert (label.size, label.left) == (14, pytest.approx(FIRST_LINE, abs=0.5))
    date_line = printed[0].find("ngày 22 tháng 6 năm 2026")
    assert date_line.font.endswith("Italic")
    assert date_line.left > MIDDLE
    page = next(page for page in printed if page.find("CHỦ TỌA"))
    head, first = page.find("Nơi nhận:"), page.find("- Như thành phần tham dự;")
    assert (head.size, head.font.rpartition("-")[2], first.size) == (12, "BoldItalic", 11)
    assert head.left == first.left == pytest.approx(TEXT_LEFT, abs=0.5)
    assert page.find("- Lưu: VT.")
    assert page.find("(để báo cáo);")
    assert not page.find("{province}")
    assert page.find("Ủy ban MTTQ Việt Nam tỉnh") or page.find("Ủy ban MTTQ Việt Nam thành phố")


def test_an_invitation_has_the_lines_of_its_form_in_order(pages: Print, meetings: Meetings, held: str) -> None:
    first = meetings.meeting(held).delegates[0]
    page = pages("invitations")[0]
    lines_in_order(
        [page], "GIẤY MỜI", "trân trọng kính mời:", first.name, "Tới dự:", "Chủ trì:", "Thời gian:", "Địa điểm:",
        "Rất mong", "TM. BAN THƯỜNG TRỰC",
    )  # fmt: skip
    assert page.find(first.name).font.endswith("Bold")
    copies, signing = page.find("Nơi nhận:"), page.find("TM. BAN THƯỜNG TRỰC")
    assert abs(copies.top - signing.top) < 3
    (image_digits,) = [word for word in page.page.extract_words() if len(word["text"]) == 14 and word["text"].isdigit()]
    assert image_digits["x1"] * 25.4 / 72 < MIDDLE, "the code stands under the recipients, clear of hand and seal"


def test_the_list_of_delegates_has_the_columns_of_the_office(pages: Print) -> None:
    page = pages("delegates")[0]
    heads = [page.find(words) for words in ("STT", "Họ và tên", "Chức vụ", "Ký tên", "Ghi chú")]
    assert [head.left for head in heads] == sorted(head.left for head in heads)
    assert {head.font.rpartition("-")[2] for head in heads} == {"Bold"}


def test_a_list_without_delegates_is_a_sheet_to_fill_in(services: Services) -> None:
    (number,) = services.meetings.import_json('{"kind": "seminar", "title": "Tọa đàm", "starts": "2026-06-17T07:30"}')
    target = io.BytesIO()
    print_pdf(services.paper("delegates", PaperAsk(number)), target)
    printed = read(target.getvalue())
    assert [str(at) for at in (1, 40) if not any(page.find(str(at)) for page in printed)] == []
    assert all(page.find("Họ và tên") for page in printed)


def test_chair_and_secretary_sit_with_their_posts_beside_their_names(pages: Print, meetings: Meetings) -> None:
    page = next(page for page in pages("seating") if page.find("DANH SÁCH CHỖ NGỒI"))
    name, post = page.find("Trần Quốc Hưng"), page.find("Chủ tịch")
    assert post.left > name.right
    assert abs(post.top - name.top) < 5
    assert page.find("A1")


def test_a_record_of_the_count_leaves_room_for_what_is_written_by_hand(
    pages: Print, meetings: Meetings, held: str
) -> None:
    hands = " ".join(page.text for page in pages("vote-count"))
    assert "Tổng số biểu quyết" in hands
    assert "Số phiếu phát ra" not in hands
    meetings.edit_vote(EditVote(held, 1, method=Method.BALLOT))
    printed = pages("vote-count")
    lines_in_order(
        printed, "Số có mặt:", "Ban kiểm phiếu gồm:", "1. ", "- Hình thức: bỏ phiếu kín.", "- Số phiếu phát ra: …",
        "- Số phiếu thu về:", "- Số phiếu hợp lệ:", "- Tán thành:", "- Không tán thành:", "- Không có ý kiến:",
        "Biên bản đã được Ban kiểm phiếu thông qua.", "TRƯỞNG BAN",
    )  # fmt: skip
    assert printed[-1].find("THƯ KÝ").right < MIDDLE < printed[-1].find("TRƯỞNG BAN").left


@pytest.mark.parametrize(("lines", "least"), [(1, 13), (12, 12), (30, 6)])
def test_a_long_question_is_read_on_its_ballot(services: Services, lines: int, least: float) -> None:
    question = "Thông qua chủ trương vận động đóng " * lines
    row = replace(conference(5, 0), votes=(), sites=(), title="Hội nghị")
    (number,) = services.meetings.import_json(text_of([row]))
    services.meetings.add_vote(AddVote(number, question.strip(), 1, 0, 0))
    target = io.BytesIO()
    print_pdf(services.paper("ballot", PaperAsk(number)), target)
    page = read(target.getvalue())[0]
    found = page.find("Thông qua")
    assert found.size >= least
    # All four are whole: each ends with its three boxes and the line that tells what to do.
    assert page.text.count("Đánh dấu (X)") == 4
    assert max(char["bottom"] for char in page.page.chars) <= page.page.height - 10 * 72 / 25.4


def test_recommendations_are_listed_until_each_is_answered(services: Services, held: str, pages: Print) -> None:
    meetings = services.meetings
    meetings.add_recommendation(AddRecommendation(held, "Công khai dự toán", "Trường tiểu học"))
    (page,) = pages("recommendations")
    assert page.width > page.height
    assert page.find("Sau giám sát, phản biện xã hội chưa được trả lời")
    assert page.find("Công khai dự toán").top > page.find("Nạo vét cống").top
    meetings.answer_recommendation(
        AnswerRecommendation(held, 1, answer="Đã nạo vét", document="40/UBND", day=date(2026, 7, 2))
    )
    (page,) = pages("recommendations")
    assert not page.find("Nạo vét cống")
    target = io.BytesIO()
    print_pdf(services.paper("recommendations", PaperAsk(since=date(2026, 7, 1), until=date(2026, 7, 31))), target)
    (page,) = read(target.getvalue())
    answer, day = page.find("Đã nạo vét (40/UBND, ngày"), page.find("02/7/2026)")
    assert answer.left == pytest.approx(day.left, abs=0.5)
    assert not page.find("Công khai dự toán")
    listed = meetings.recommendation_list(ListAsk(status="answered"))
    assert [(row["meeting"], row["text"], row["answered"]) for row in listed] == [(held, "Nạo vét cống", "2026-07-02")]
