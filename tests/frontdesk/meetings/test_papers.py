"""What stands on the papers of a meeting."""

import io
import json
import unicodedata
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import segno
from PIL import Image

from frontdesk.commands.services import Services
from frontdesk.errors import RuleBroken
from frontdesk.meetings import (
    PAPERS,
    AddOutcome,
    AddPaper,
    AddRecommendation,
    AddVisit,
    AskToSpeak,
    EditNews,
    EditOpinion,
    EditVote,
    Finalise,
    Follow,
    Issue,
    Meetings,
    Move,
    OutcomeKind,
    PartName,
    PlanSupervision,
    Publish,
    PutBack,
    Remove,
)
from frontdesk.meetings.exchange import text_of
from frontdesk.meetings.papers.minutes import minutes
from frontdesk.meetings.papers.parts import Issuer
from frontdesk.meetings.rules.codes import code_of
from frontdesk.meetings.rules.counting import Base
from frontdesk.meetings.rules.rows import DelegateRow, MeetingRow, QuorumRule, VoteRow
from frontdesk.office import PaperAsk
from frontdesk.paper import Letterhead, Paper, print_docx, print_paper, print_pdf, render_pages
from tests.frontdesk.meetings.conference import SAID, conference, name
from tests.frontdesk.paper.reading import MM, Page, read

PAGE_NUMBERS_END = 15 * MM
LEAST = {"kind": "seminar", "title": "Tọa đàm", "starts": "2026-06-17T07:30"}
ISSUER = Issuer("UBMTTQ xã", Letterhead(("A", "B"), "Số:        /BB", "Nơi, ngày", draft=True))


def pages_of(paper: Paper) -> list[Page]:
    target = io.BytesIO()
    print_pdf(paper, target)
    return read(target.getvalue())


def text_on(pages: list[Page]) -> str:
    """All that is printed but page numbers, in the order it was set, cell by cell; line ends do not matter."""
    below_numbers = [page.page.crop((0, PAGE_NUMBERS_END, page.page.width, page.page.height)) for page in pages]
    return " ".join(" ".join(page.extract_text(use_text_flow=True) for page in below_numbers).split())


def squeezed(text: str) -> str:
    """Without any blank: a line may end inside a word of a narrow cell."""
    return "".join(text.split())


def printed(row: MeetingRow) -> str:
    return text_on(pages_of(minutes(row, ISSUER)))


@pytest.fixture(scope="module")
def long_minutes() -> list[Page]:
    return pages_of(minutes(conference(), ISSUER))


@pytest.mark.parametrize("sample", ["briefing", "seminar"])
def test_everything_of_a_sample_is_in_its_minutes(
    meetings: Meetings, sample: str, request: pytest.FixtureRequest
) -> None:
    text: str = request.getfixturevalue(sample)
    (number,) = meetings.import_json(text)
    shown = squeezed(text_on(pages_of(meetings.paper("minutes", PaperAsk(number)))))
    content = json.loads(text)
    wanted = [content["title"], content["place"], *content["conclusion"], *content["sites"]]
    wanted += [each["name"] for each in content["delegates"]]
    wanted += [value for said in content["opinions"] for value in said.values() if isinstance(value, str)]
    wanted += [
        value for item in content["agenda"] for value in item.values() if isinstance(value, str) and ":" not in value
    ]
    wanted += [value for task in content["tasks"] for value in (task["what"], task["assignee"])]
    wanted += [vote["question"] for vote in content["votes"]]
    assert [each for each in wanted if squeezed(each) not in shown] == []


def test_nothing_of_a_large_conference_is_missing(long_minutes: list[Page]) -> None:
    shown = squeezed(text_on(long_minutes))
    row = conference()
    assert [each.name for each in row.delegates if squeezed(each.name) not in shown] == []
    assert [said.text for said in row.opinions if squeezed(said.text) not in shown] == []
    assert squeezed("“giao ban” <quý II> & mở rộng") in shown
    assert squeezed("<b>không phải thẻ</b>") in shown
    assert unicodedata.is_normalized("NFC", shown)
    assert 13 <= len(long_minutes) <= 22


def test_no_heading_stands_at_a_pages_foot_and_no_signature_alone(long_minutes: list[Page]) -> None:
    for page in long_minutes[:-1]:
        last = page.text.splitlines()[-1]
        assert not last.startswith(("I", "V", "NỘI DUNG")), last
    (signing,) = [page for page in long_minutes if page.find("CHỦ TỌA")]
    lines = signing.text.splitlines()
    assert lines.index(next(line for line in lines if "CHỦ TỌA" in line)) >= 2


def test_the_list_of_delegates_repeats_its_header(long_minutes: list[Page]) -> None:
    first = next(place for place, page in enumerate(long_minutes) if page.find("DANH SÁCH ĐẠI BIỂU"))
    for page in long_minutes[first:]:
        assert page.find("Họ và tên")
        assert page.find("Ký tên")


def test_secretary_signs_left_and_chair_right(long_minutes: list[Page]) -> None:
    (page,) = [page for page in long_minutes if page.find("CHỦ TỌA")]
    secretary, chair = page.find("THƯ KÝ"), page.find("CHỦ TỌA")
    assert secretary.right < 105 < chair.left
    assert abs(secretary.top - chair.top) < 0.5


def test_a_draft_says_so_and_final_minutes_carry_number_and_fingerprint(meetings: Meetings, held: str) -> None:
    draft = pages_of(meetings.paper("minutes", PaperAsk(held)))
    assert draft[0].find("DỰ THẢO")
    assert "01/BB-MTTQ-BTT" not in text_on(draft)
    meetings.finalise(Finalise(held))
    final = pages_of(meetings.paper("minutes", PaperAsk(held)))
    (version,) = meetings.versions(held)
    assert final[0].find("Số: 01/BB-MTTQ-BTT")
    assert not final[0].find("DỰ THẢO")
    for page in final:
        assert page.find(version.short).bottom <= 297 - 15 + 0.5


@pytest.mark.parametrize(
    ("present", "sentence"),
    [
        (2, "Có mặt 2/3 đại biểu, đạt 66,67%; theo quy định phải có mặt ít nhất 2/3 số được triệu tập, tức từ 2 đại "
            "biểu trở lên: hội nghị đủ điều kiện tiến hành."),
        (1, "tức từ 2 đại biểu trở lên: hội nghị không đủ điều kiện tiến hành."),
        (0, "Có mặt 0/3 đại biểu, đạt 0,00%"),
    ],
)  # fmt: skip
def test_the_quorum_is_said_with_its_rule(present: int, sentence: str) -> None:
    people = tuple(DelegateRow(name(place), present=place < present) for place in range(3))
    row = replace(conference(0, 0), delegates=people, sites=(), convened=3, votes=())
    assert sentence in printed(row)


@pytest.mark.parametrize(
    "change",
    [
        {"quorum": None},
        {"quorum": QuorumRule()},
        {"convened": None},
        {"delegates": (DelegateRow("Lê Thanh Lộc"),), "sites": ()},
    ],
)
def test_there_is_no_quorum_sentence_where_something_is_not_recorded(change: dict[str, Any]) -> None:
    assert "theo quy định" not in printed(replace(conference(3, 0), votes=(), **change))


@pytest.mark.parametrize(
    ("vote", "sentence"),
    [
        (VoteRow("?", 19, majority="1/2"), "số có mặt (36), tức từ 19 trở lên; đạt 19/36 (52,78%): được thông qua."),
        (VoteRow("?", 18, 18, 0, majority="1/2"), "đạt 18/36 (50,00%): không được thông qua."),
        (VoteRow("?", 20, majority="1/2", base=Base.CONVENED), "1/2 số được triệu tập (40), tức từ 21 trở lên"),
        (VoteRow("?", 9, 5, 1, 3, majority="3/5", base=Base.VALID), "trên 3/5 số phiếu hợp lệ (15), tức từ 10 trở lên"),
        (VoteRow("?", 9, majority="1/2", base=Base.VALID), "Tỷ lệ cần đạt: trên 1/2 số phiếu hợp lệ."),
    ],
)  # fmt: skip
def test_the_majority_needed_and_reached_is_said(vote: VoteRow, sentence: str) -> None:
    people = tuple(DelegateRow(name(place), present=place < 36) for place in range(40))
    assert sentence in printed(replace(conference(0, 0), delegates=people, sites=(), convened=40, votes=(vote,)))


def test_what_was_not_counted_is_not_said_to_be_nought() -> None:
    shown = printed(replace(conference(3, 0), votes=(VoteRow("Câu hỏi", 2),)))
    assert "Tán thành: 2." in shown
    assert "không tán thành" not in shown
    assert "Cần trên" not in shown


def test_absent_delegates_stand_with_their_reasons() -> None:
    shown = printed(conference(16, 0))
    assert "Số vắng: 2 đại biểu (có lý do: 1; không lý do: 1)." in shown
    assert f"{name(3)}, Người có uy tín, Khu phố 4 (đi công tác)." in shown


def test_a_meeting_without_an_end_leaves_room_for_it() -> None:
    assert "Hội nghị kết thúc vào … giờ … phút, ngày … tháng … năm 2026." in printed(
        replace(conference(0, 0), ends=None)
    )


# The other papers


@pytest.mark.parametrize("kind", PAPERS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("full", [True, False], ids=["full", "empty"])
def test_every_paper_prints_with_much_and_with_nothing(
    services: Services, tmp_path: Path, kind: Any, *, full: bool
) -> None:
    text = text_of([replace(conference(20, 4), votes=())]) if full else json.dumps(LEAST)
    (number,) = services.meetings.import_json(text)
    if kind.name == "assignment" and not full:
        with pytest.raises(RuleBroken):
            services.paper(kind.name, PaperAsk(number))
        return
    paper = services.paper(kind.name, PaperAsk(number))
    for ending in kind.formats:
        print_paper(paper, tmp_path / f"paper.{ending}")
        assert (tmp_path / f"paper.{ending}").stat().st_size > 1000


def test_a_paper_needs_a_meeting_but_for_the_list_of_all_tasks(services: Services, held: str) -> None:
    with pytest.raises(RuleBroken) as caught:
        services.paper("agenda", PaperAsk())
    assert caught.value.field == "number"
    shown = squeezed(text_on(pages_of(services.paper("tasks", PaperAsk()))))
    assert squeezed("Chuyển kiến nghị về tuyến đường ngập") in shown


def test_every_invitation_has_its_own_name_post_and_code(meetings: Meetings, held: str) -> None:
    target = io.BytesIO()
    print_pdf(meetings.paper("invitations", PaperAsk(held)), target)
    pages = read(target.getvalue())
    row = meetings.meeting(held)
    assert len(pages) == len(row.delegates) == 40
    for page, delegate in zip(pages, row.delegates, strict=True):
        digits = code_of(held, delegate.code or 0)
        assert page.find(delegate.name)
        assert squeezed(delegate.post) in squeezed(page.text)
        assert page.find(digits)
    for number in (1, 17, 40):
        digits = code_of(held, row.delegates[number - 1].code or 0)
        caption = pages[number - 1].find(digits)
        assert scanned(target.getvalue(), number, caption.left, caption.right, caption.top) == modules_of(digits)


def modules_of(digits: str) -> list[list[int]]:
    return [list(row) for row in segno.make_qr(digits, error="m").matrix]


def scanned(pdf: bytes, number: int, left: float, right: float, below: float) -> list[list[int]]:
    """The modules of the code above its caption, as a camera would see them."""
    dots = 300 / 25.4
    (page,) = render_pages(pdf, 300, pages=[number])
    picture = Image.frombytes("L", (page.width, page.height), page.data, "raw", "L", page.stride)
    box = (int((left - 5) * dots), int((below - 26) * dots), int((right + 5) * dots), int((below - 0.5) * dots))
    dark = picture.crop(box).point(lambda grey: 255 if grey < 128 else 0)
    x, y, x_end, y_end = dark.getbbox() or (0, 0, 0, 0)
    size = len(segno.make_qr("0" * 14, error="m").matrix)
    step_x, step_y = (x_end - x) / size, (y_end - y) / size
    return [
        [
            int(dark.getpixel((int(x + (column + 0.5) * step_x), int(y + (line + 0.5) * step_y))) == 255)
            for column in range(size)
        ]
        for line in range(size)
    ]


def test_one_invitation_can_go_to_a_group(meetings: Meetings, held: str) -> None:
    (page,) = pages_of(meetings.paper("invitations", PaperAsk(held, whom=" Các đồng chí  Ủy viên Ủy ban")))
    assert page.find("Các đồng chí Ủy viên Ủy ban")
    assert page.find("thứ Hai, ngày 22 tháng 6 năm 2026")


def test_the_next_draft_agenda_shows_what_is_open_without_a_click(meetings: Meetings, held: str) -> None:
    row = meetings.follow(Follow(held, datetime(2026, 9, 28, 8, 0)))
    shown = squeezed(text_on(pages_of(meetings.paper("agenda", PaperAsk(row.number)))))
    assert squeezed("Chuyển kiến nghị về tuyến đường ngập đến Ủy ban nhân dân phường") in shown
    assert "KN-2026-0001" in shown


def test_there_are_as_many_ballots_as_people_present(meetings: Meetings, held: str) -> None:
    pages = pages_of(meetings.paper("ballot", PaperAsk(held)))
    assert text_on(pages).count("PHIẾU BIỂU QUYẾT") == 36
    assert len(pages) == 9


def test_an_issued_paper_keeps_its_one_number(meetings: Meetings, held: str) -> None:
    assert pages_of(meetings.paper("conclusion", PaperAsk(held)))[0].find("DỰ THẢO")
    first = meetings.issue(Issue(held, "conclusion"))
    assert meetings.issue(Issue(held, "conclusion")) == first
    page = pages_of(meetings.paper("conclusion", PaperAsk(held)))[0]
    assert page.find("Số: 01/TB-MTTQ-BTT")
    assert not page.find("DỰ THẢO")
    with pytest.raises(RuleBroken) as caught:
        meetings.issue(Issue(held, "delegates"))
    assert caught.value.field == "paper"


def test_who_has_a_task_gets_a_notice(meetings: Meetings, held: str) -> None:
    pages = pages_of(meetings.paper("assignment", PaperAsk(held)))
    assert ["Chuyển kiến nghị" in page.text for page in pages] == ["Rà soát" not in page.text for page in pages]
    assert len(pages) == len({task.assignee for task in meetings.meeting(held).tasks}) == 2
    (page,) = pages_of(meetings.paper("assignment", PaperAsk(held, whom="le ngoc thao")))
    assert "Chuyển kiến nghị" in page.text
    assert "Rà soát" not in page.text
    assert not page.find("DỰ THẢO")
    meetings.issue(Issue(held, "assignment"))
    assert pages_of(meetings.paper("assignment", PaperAsk(held)))[1].find("Số: 01/TB-MTTQ-BTT")
    with pytest.raises(RuleBroken) as caught:
        meetings.paper("assignment", PaperAsk(held, whom="Nobody"))
    assert caught.value.field == "whom"


def test_who_asked_to_speak_stands_in_the_order_of_speaking(meetings: Meetings, held: str) -> None:
    names = [each.name for each in meetings.meeting(held).delegates]
    for which in (3, 1, 2):
        meetings.ask_to_speak(AskToSpeak(held, which))
    meetings.ask_to_speak(AskToSpeak(held, 2, place=1))
    meetings.ask_to_speak(AskToSpeak(held, 3, place=0))
    (page,) = pages_of(meetings.paper("speakers", PaperAsk(held)))
    assert page.find(names[1]).top < page.find(names[0]).top
    assert not page.find(names[2])


def test_what_belongs_to_an_item_stands_under_it_in_the_minutes(meetings: Meetings, held: str) -> None:
    row = meetings.meeting(held)
    meetings.edit_opinion(EditOpinion(held, 2, item=3))
    meetings.edit_vote(EditVote(held, 1, item=3))
    meetings.add_paper(AddPaper(held, "Mô hình tự quản", "Lê Thanh Lộc", item=2))
    for which, kind in ((3, OutcomeKind.NOTE), (3, OutcomeKind.DECISION), (3, OutcomeKind.TASK)):
        meetings.add_outcome(AddOutcome(held, which, text=f"Kết quả {kind.value}", kind=kind))
    shown = squeezed(text_on(pages_of(meetings.paper("minutes", PaperAsk(held)))))
    wanted = (
        "Mô hình tự quản", row.agenda[2].title, row.opinions[1].text, row.votes[0].question, "Ghi nhận: Kết quả note",
        "Quyết định: Kết quả decision", "Giao việc: Kết quả task", row.agenda[3].title, row.opinions[0].text,
    )  # fmt: skip
    places = [shown.index(squeezed(text)) for text in wanted]
    assert places == sorted(places)
    assert all(shown.count(squeezed(text)) == 1 for text in wanted)
    meetings.move(Move(held, PartName.ITEM, 3, to=1))
    assert [each.item for each in meetings.meeting(held).opinions] == [None, 1, None]
    meetings.remove(Remove(held, PartName.ITEM, 1))
    assert [each.item for each in meetings.meeting(held).opinions] == [None, None, None]
    meetings.put_back(PutBack(held, PartName.ITEM))
    assert [each.item for each in meetings.meeting(held).opinions] == [None, 1, None]
    meetings.edit_opinion(EditOpinion(held, 2, clear=("item",)))
    assert meetings.meeting(held).opinions[1].item is None
    with pytest.raises(RuleBroken) as caught:
        meetings.edit_opinion(EditOpinion(held, 2, item=99))
    assert caught.value.field == "item"


def test_a_supervision_prints_plan_visits_and_recommendations(meetings: Meetings, held: str) -> None:
    meetings.plan_supervision(PlanSupervision(held, "UBND phường", "Bước một\nBước hai"))
    meetings.add_visit(AddVisit(held, "Khu phố 3", findings="Đường còn ngập"))
    meetings.add_recommendation(AddRecommendation(held, "Nạo vét cống"))
    shown = text_on(pages_of(meetings.paper("supervision", PaperAsk(held))))
    for wanted in ("UBND phường.", "Bước hai", "Đường còn ngập", "Nạo vét cống"):
        assert wanted in shown


def test_the_news_fits_zalo_and_says_where_it_was_published(meetings: Meetings, held: str) -> None:
    draft = meetings.news(held)
    assert draft.startswith(
        "Hội nghị giao ban công tác Mặt trận quý II năm 2026\n\nSáng (8 giờ) ngày 22 tháng 6 năm 2026"
    )
    meetings.edit_news(EditNews(held, "Tin ngắn", "Đoạn một\nĐoạn hai"))
    assert meetings.news(held) == "Tin ngắn\n\nĐoạn một\n\nĐoạn hai"
    meetings.edit_news(EditNews(held, text=f"{SAID}\n" * 30))
    assert 1000 < len(meetings.news(held)) <= 2000
    meetings.publish(Publish(held, "Trang Zalo phường", address="zalo.me/x"))
    assert "Đã đăng: Trang Zalo phường, ngày 22/6/2026 (zalo.me/x)." in text_on(
        pages_of(meetings.paper("news", PaperAsk(held)))
    )


def test_word_and_pdf_come_from_one_paper(meetings: Meetings, held: str) -> None:
    from docx import Document

    target = io.BytesIO()
    print_docx(meetings.paper("minutes", PaperAsk(held)), target)
    shown = "\n".join(paragraph.text for paragraph in Document(target).paragraphs)
    assert "<kể cả thành viên mới>" in shown
    assert "Có mặt 36/40 đại biểu, đạt 90,00%" in shown
