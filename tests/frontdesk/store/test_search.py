"""Finding any row by the beginnings of its words."""

import shutil
from pathlib import Path

import pytest

from frontdesk.store import Store, between, find, live, matching, search
from frontdesk.store.search import expression
from tests.frontdesk.store.toy import WRITE, Note, Shelf, add_note, faults, open_toy


@pytest.fixture(
    autouse=True,
    params=[
        pytest.param(10_000, id="nothing taken in"),
        pytest.param(1, id="all taken in"),
        pytest.param(4, id="in between"),
    ],
)
def every(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """After how many entries of the journal the index goes on: what is found does not depend on it."""
    monkeypatch.setattr(search, "EVERY", request.param)
    return int(request.param)


@pytest.mark.parametrize(
    "typed",
    ["Nguyễn", "nguyen", "NGUYEN", "ngu", "n", "thi nguyen", "nguyen bich", "duong 3", "  nguyễn,  bích!  ", "Đường"],
)
def test_any_beginnings_of_words_in_any_order_and_without_marks_find(store: Store, typed: str) -> None:
    note = add_note(store, "Nguyễn Thị Bích", text="Đường 3 khu phố Hòa Bình")
    assert [hit.id for hit in find(typed)] == [note]


@pytest.mark.parametrize("typed", ["guyen", "nguyen van", "bichh", "xyz"])
def test_what_begins_no_word_finds_nothing(store: Store, typed: str) -> None:
    add_note(store, "Nguyễn Thị Bích")
    assert find(typed) == []


@pytest.mark.parametrize("typed", ["", "   ", "!?", '"', "*", "-"])
def test_nothing_typed_asks_nothing(typed: str) -> None:
    assert expression(typed) is None
    assert find(typed) == []
    assert matching(typed, "notes") is None


@pytest.mark.parametrize("typed", ['"', "a OR b", "NEAR(a b)", "text:a", "a*", "(", "a AND", "col : x", "^a", "'; --"])
def test_what_is_typed_is_never_taken_for_a_query(store: Store, typed: str) -> None:
    add_note(store, "Họp")
    assert find(typed) == []


@pytest.mark.parametrize("typed", ["ba hai mot", "mot hai ba bon", "b h m", "mot m mo hai ba", "ba ba ba hai mot"])
def test_however_many_words_in_whatever_order_all_of_them_must_be_there(store: Store, typed: str) -> None:
    both = [add_note(store, "Một hai ba bốn"), add_note(store, "Bốn ba hai một")]
    for others in ("Một hai", "Hai ba bốn", "Một ba bốn", "Hai mươi một"):
        add_note(store, others)
    assert [hit.id for hit in find(typed, topic="notes")] == both[::-1]
    assert find(f"{typed} nam") == []


@pytest.mark.parametrize(("typed", "found"), [("nguy", 7), ("nguye", 6), ("nguyen", 6), ("nguyenx", 1), ("nguyz", 0)])
def test_a_longer_beginning_finds_every_word_that_begins_so_however_many(store: Store, typed: str, found: int) -> None:
    for name in ("Nguyên", "Nguyễn", "Nguyenx", "Nguyeny", "Nguyenz", "Nguyent", "Nguyt", "Ngu"):
        add_note(store, name)
    assert len(find(typed)) == found


def test_a_whole_page_typed_is_searched_like_a_word(store: Store) -> None:
    words = [f"tu{each}x" for each in range(400)]
    note = add_note(store, "Trang", text=" ".join(words))
    assert [hit.id for hit in find(" ".join(words), topic="notes")] == [note]
    assert find(" ".join([*words, "khac"])) == []


def test_the_newest_come_first_and_only_so_many(store: Store) -> None:
    ids = [add_note(store, f"Họp lần {each}") for each in range(5)]
    assert [hit.id for hit in find("họp", limit=3)] == ids[:1:-1]


def test_a_hit_says_what_it_is(store: Store) -> None:
    note = add_note(store, "Đơn của khu phố 3", number="KN-2026-0001")
    hit = find("khu pho")[0]
    assert (hit.id, hit.table, hit.number, hit.title) == (note, "note", "KN-2026-0001", "Đơn của khu phố 3")


def test_a_topic_narrows_and_is_no_word_of_the_text(store: Store) -> None:
    note = add_note(store, "Tủ sách")
    assert [hit.id for hit in find("tu", topic="notes")] == [note]
    assert find("tu", topic="shelves") == []
    assert find("notes") == []


def test_a_list_filters_by_a_subquery(store: Store) -> None:
    ids = [add_note(store, f"Họp lần {each}") for each in range(3)]
    add_note(store, "Việc khác")
    found = Note.select(Note.id).where(Note.id.in_(matching("hop", "notes"))).order_by(Note.id)
    assert [note.id for note in found] == ids


def test_an_amended_row_is_found_by_its_new_words_only(store: Store) -> None:
    note = add_note(store, "Họp giao ban")
    with store.change(WRITE) as change:
        change.amend(Note, note, name="Hội nghị")
    assert find("giao ban") == []
    assert [hit.title for hit in find("hoi nghi")] == ["Hội nghị"]


def test_a_row_amended_twice_in_one_deed_is_found_by_its_last_words(store: Store) -> None:
    note = add_note(store, "Một")
    with store.change(WRITE) as change:
        change.amend(Note, note, name="Hai")
        change.amend(Note, note, name="Một", text="Ba")
    assert [hit.id for hit in find("mot ba")] == [note]
    assert find("hai") == []
    assert faults(store) == {}


def test_a_row_emptied_is_found_no_more(store: Store) -> None:
    note = add_note(store, "Một")
    with store.change(WRITE) as change:
        change.amend(Note, note, name="", text=None)
    assert find("mot") == []
    assert faults(store) == {}


def test_secret_sensitive_and_unsearchable_columns_are_not_found(store: Store) -> None:
    add_note(store, "Họp", hidden="Bí Mật", faith="Phật giáo")
    with store.change(WRITE) as change:
        change.write(Shelf, {"name": "Tủ gỗ"})
    assert [find(typed) for typed in ("bi mat", "phat", "tu go")] == [[], [], []]


def taken_in() -> int:
    return int(live.execute_sql("SELECT COUNT(*) FROM search_index_docsize").fetchone()[0])


def test_the_index_goes_on_when_the_journal_has_grown_by_so_many_entries(store: Store, every: int) -> None:
    ids = [add_note(store, f"Họp lần {each}") for each in range(30)]
    assert len(ids) - every < taken_in() <= len(ids)
    with store.change(WRITE) as change:
        change.amend(Note, ids[0], name="Hội nghị")
        change.amend(Note, ids[-1], name="Hội nghị")
    assert [hit.id for hit in find("hop", limit=999)] == ids[1:-1][::-1]
    assert [hit.id for hit in find("hoi")] == [ids[-1], ids[0]]
    assert faults(store) == {}


def test_what_one_change_writes_is_found_and_vouched_for_wherever_the_index_stops(store: Store) -> None:
    with store.change(WRITE) as change:
        ids = [change.write(Note, {"name": f"Họp lần {each}"}) for each in range(9)]
        for note in ids[::2]:
            change.amend(Note, note, name="Hội nghị")
            change.amend(Note, note, text="bất thường")
    assert [hit.id for hit in find("hoi bat")] == ids[::2][::-1]
    assert [hit.id for hit in find("hop")] == ids[1::2][::-1]
    assert faults(store) == {}


def test_those_that_wait_lie_within_bounds_too(store: Store) -> None:
    ids = [add_note(store, f"Họp lần {each}") for each in range(5)]
    found = matching("hop", "notes")
    assert found is not None
    assert [row_id for (row_id,) in live.execute(between(found, ids[1], ids[3])).fetchall()] == ids[3:0:-1]


def test_what_one_office_is_found_by_is_not_found_in_another(store: Store, folder: Path, tmp_path: Path) -> None:
    note = add_note(store, "Họp giao ban")
    other = Path(shutil.copytree(folder, tmp_path / "other"))
    store.close()
    there = open_toy(other)
    assert [hit.id for hit in find("giao ban")] == [note]
    add_note(there, "Chỉ có ở đây")
    there.close()
    here = open_toy(folder)
    add_note(here, "Việc khác")
    assert find("chi co o day") == []
    here.close()


@pytest.mark.parametrize("later", range(6))
def test_what_is_wiped_is_found_nowhere(store: Store, later: int) -> None:
    note, other = add_note(store, "Người tố cáo"), add_note(store, "Việc khác")
    with store.change(WRITE) as change:
        change.blank(Note, note, "giữ bí mật", name="Đơn")
    for each in range(later):
        add_note(store, f"Họp lần {each}")
    assert find("to cao") == []
    assert [hit.id for hit in find("don")] == [note]
    assert [hit.id for hit in find("viec khac")] == [other]
    assert faults(store) == {}
