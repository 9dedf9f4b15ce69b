"""The one door for writing."""

import re
import threading
from dataclasses import dataclass
from datetime import date

import pytest
from sqlcipher3.dbapi2 import IntegrityError

from frontdesk.errors import DeskUnavailable, NotAllowed, RuleBroken, Stale, Trouble
from frontdesk.store import News, Role, Store, entries_of_act, find, history_of
from frontdesk.store.deed import Session
from tests.frontdesk.store.toy import BOOK, TICK, WRITE, Note, Shelf, add_note, faults, names


@dataclass(frozen=True)
class NoteRow:
    """A row as a service holds it, with a field of its own besides."""

    name: str
    shelf_id: int | None = None
    id: int | None = None
    revision: int | None = None
    shown_as: str = ""


def test_a_row_written_is_a_row_read(store: Store) -> None:
    with store.change(WRITE) as change:
        shelf = change.write(Shelf, {"name": "Tủ 1"})
        note = change.write(Note, NoteRow("Họp", shelf, shown_as="never a column"), day=date(2026, 9, 5), done=True)
    read = Note.get_by_id(note)
    assert (read.name, read.shelf_id, read.day, read.done, read.revision) == ("Họp", shelf, date(2026, 9, 5), True, 1)
    assert faults(store) == {}


def test_many_rows_laid_down_together_stand_as_if_written_one_by_one(store: Store) -> None:
    with store.change(WRITE) as change:
        shelf = change.write(Shelf, {"name": "Tủ 1"})
        ids = change.write_all(
            Note,
            [
                {
                    "name": " Họp\u200b ",
                    "text": "Ho\u0300a",
                    "number": change.number(Note, "KN", 2026),
                    "shelf_id": shelf,
                    "done": True,
                },
                NoteRow("Đơn", shelf, shown_as="never a column"),
                {"name": "Kín", "hidden": "Trương Thị Kim Oanh", "day": date(2026, 9, 5), "amount_vnd": None},
            ],
        )
    assert ids == [shelf + 1, shelf + 2, shelf + 3]
    rows = [Note.get_by_id(each) for each in ids]
    assert [(row.name, row.text, row.done, row.revision) for row in rows] == [
        ("Họp", "Hòa", True, 1), ("Đơn", None, False, 1), ("Kín", None, False, 1),
    ]  # fmt: skip
    assert [hit.id for hit in find("hop hoa")] == ids[:1]
    assert [entry.row_id for entry in entries_of_act(history_of(shelf)[0].act)] == [shelf, *ids]
    assert faults(store) == {}


def test_a_row_among_many_that_fails_leaves_none_of_them(store: Store) -> None:
    with pytest.raises(IntegrityError), store.change(WRITE) as change:
        change.write_all(Shelf, [{"name": "Tủ 1"}, {"name": "Tủ 2"}, {"name": "Tủ 1"}])
    assert Shelf.select().count() == 0
    assert faults(store) == {}


def test_a_row_laid_down_with_others_must_be_new(store: Store) -> None:
    note = add_note(store, "Họp")
    with pytest.raises(TypeError, match="note"), store.change(WRITE) as change:
        change.write_all(Note, [{"id": note, "name": "Khác"}])
    assert names() == ["Họp"]


def test_ids_are_one_series_over_all_tables(store: Store) -> None:
    with store.change(WRITE) as change:
        ids = [
            change.write(Shelf, {"name": "A"}),
            change.write(Note, {"name": "B"}),
            change.write(Shelf, {"name": "C"}),
        ]
    assert ids == list(range(ids[0], ids[0] + 3))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Hòa  ", "Hòa"),
        ("Ho\u0300a", "Hòa"),
        ("a\u200bb", "ab"),
        ("dòng 1\r\ndòng 2", "dòng 1\ndòng 2"),
        ("<b>&amp;", "<b>&amp;"),
    ],
)
def test_text_is_kept_composed_and_trimmed(store: Store, typed: str, kept: str) -> None:
    note = add_note(store, typed, text=typed)
    assert (Note.get_by_id(note).name, Note.get_by_id(note).text) == (kept, kept)
    assert faults(store) == {}


@pytest.mark.parametrize("empty", ["", "   ", "\u200b"])
def test_an_empty_optional_text_is_nothing_and_an_empty_required_one_is_empty(store: Store, empty: str) -> None:
    note = add_note(store, empty, text=empty)
    assert (Note.get_by_id(note).name, Note.get_by_id(note).text) == ("", None)


@pytest.mark.parametrize(("given", "kept"), [(5, 5), (0, 0), (True, 1), (None, None), (-(10**15), -(10**15))])
def test_a_whole_number_is_kept_as_one(store: Store, given: int | None, kept: int | None) -> None:
    assert Note.get_by_id(add_note(store, amount_vnd=given)).amount_vnd == kept
    assert faults(store) == {}


@pytest.mark.parametrize("given", ["5", 5.0, "năm"])
def test_what_is_no_whole_number_is_refused(store: Store, given: object) -> None:
    with pytest.raises(TypeError):
        add_note(store, amount_vnd=given)
    assert names() == []


def test_a_name_that_is_no_column_is_refused_and_nothing_stands(store: Store) -> None:
    with pytest.raises(TypeError, match="colour"):
        add_note(store, colour="red")
    assert names() == []


def test_an_equal_row_is_left_alone(store: Store) -> None:
    note = add_note(store, "Họp", text="giao ban")
    heard: list[News] = []
    store.listen(heard.append)
    with store.change(WRITE) as change:
        assert change.write(Note, {"id": note, "name": " Họp ", "text": "giao ban", "revision": 1}) == note
    assert Note.get_by_id(note).revision == 1
    assert len(history_of(note)) == 1
    assert heard == []


def test_the_revision_read_must_be_the_one_that_stands(store: Store) -> None:
    note = add_note(store)
    with store.change(WRITE) as change:
        change.amend(Note, note, revision=1, name="Sửa lần một")
    with pytest.raises(Stale) as refused, store.change(WRITE) as change:
        change.write(Note, {"id": note, "name": "Sửa lần hai", "revision": 1})
    assert refused.value.row_id == note
    assert (Note.get_by_id(note).name, Note.get_by_id(note).revision) == ("Sửa lần một", 2)


def test_a_row_that_is_not_there_cannot_be_amended(store: Store) -> None:
    with pytest.raises(RuleBroken, match="no longer exists"), store.change(WRITE) as change:
        change.amend(Note, 999, name="Không có")


def test_amending_leaves_the_other_columns_as_they_are(store: Store) -> None:
    note = add_note(store, "Họp", text="giao ban", amount_vnd=7)
    with store.change(WRITE) as change:
        change.amend(Note, note, amount_vnd=8)
    read = Note.get_by_id(note)
    assert (read.name, read.text, read.amount_vnd) == ("Họp", "giao ban", 8)


def test_amending_names_no_other_column_to_sqlite_which_would_write_its_indexes(store: Store) -> None:
    with store.change(WRITE) as change:
        note = change.write(Note, {"name": "Đơn", "text": "Đường ngập", "number": "KN-2026-0001"})
    said: list[str] = []
    with store.change(WRITE) as change:
        change.connection.set_trace_callback(said.append)
        change.amend(Note, note, text="Đường đã sửa")
        change.connection.set_trace_callback(None)
    (update,) = (each for each in said if each.startswith("UPDATE"))
    changing = update.partition(" SET ")[2].partition(" WHERE ")[0]
    assert sorted(re.findall(r'"(\w+)" = ', changing)) == ["revision", "text"]


def test_a_deed_without_the_role_is_refused_and_says_whose_it_is(store: Store) -> None:
    store.session = Session("Lê Ngọc Thảo", frozenset({Role.SECRETARY}))
    with pytest.raises(NotAllowed, match=r"book a note.*chair, accountant"), store.change(BOOK):
        pytest.fail("the deed began")
    with store.change(WRITE) as change:
        change.write(Note, {"name": "Được phép"})
    assert names() == ["Được phép"]


def test_an_inner_deed_asks_for_its_own_role(store: Store) -> None:
    store.session = Session("Lê Ngọc Thảo", frozenset({Role.SECRETARY}))

    def do() -> None:
        with store.change(WRITE) as change:
            change.write(Note, {"name": "Ngoài"})
            with store.change(BOOK):
                pytest.fail("the inner deed began")

    with pytest.raises(NotAllowed):
        do()
    assert names() == []


def test_a_deed_within_a_deed_is_one_transaction_with_two_names(store: Store) -> None:
    with store.change(WRITE) as outer:
        first = outer.write(Note, {"name": "Ngoài"})
        with store.change(TICK) as inner:
            second = inner.write(Note, {"name": "Trong"})
        third = outer.write(Note, {"name": "Sau"})
    entries = entries_of_act(outer.act)
    assert [(entry.row_id, entry.deed) for entry in entries] == [
        (first, "notes.write"),
        (second, "notes.tick"),
        (third, "notes.write"),
    ]


def test_an_inner_deed_that_breaks_takes_the_outer_one_with_it(store: Store) -> None:
    def do() -> None:
        with store.change(WRITE) as outer:
            outer.write(Note, {"name": "Ngoài"})
            with store.change(TICK) as inner:
                inner.amend(Note, 999, done=True)

    with pytest.raises(RuleBroken):
        do()
    assert names() == []


def test_passing_over_the_error_of_an_inner_deed_is_a_bug_and_nothing_stands(store: Store) -> None:
    def do() -> None:
        with store.change(WRITE) as outer:
            outer.write(Note, {"name": "Ngoài"})
            with pytest.raises(RuleBroken), store.change(TICK) as inner:
                inner.amend(Note, 999, done=True)

    with pytest.raises(RuntimeError, match=r"notes\.write"):
        do()
    assert names() == []


def test_numbers_have_no_gaps_after_a_deed_that_failed(store: Store) -> None:
    def take(*, fail: bool) -> str:
        with store.change(WRITE) as change:
            number = change.number(Note, "KN", 2026)
            change.write(Note, {"name": "Đơn", "number": number})
            if fail:
                raise RuleBroken("notes.no", "Không")
        return number

    assert take(fail=False) == "KN-2026-0001"
    with pytest.raises(RuleBroken):
        take(fail=True)
    assert take(fail=False) == "KN-2026-0002"
    assert faults(store) == {}


@pytest.mark.parametrize(
    ("prefix", "year", "number"), [("NG", None, "NG-0001"), ("KN", 2026, "KN-2026-0001"), ("PT", 2027, "PT-2027-0001")]
)
def test_a_number_carries_its_year_where_it_has_one(store: Store, prefix: str, year: int | None, number: str) -> None:
    with store.change(WRITE) as change:
        assert change.number(Note, prefix, year) == number
        change.write(Note, {"name": "Đơn", "number": number})
    assert faults(store) == {}


def test_a_series_goes_past_four_digits(store: Store) -> None:
    with store.change(WRITE) as change:
        numbers = [change.number(Note, "NG") for _each in range(10_002)]
        assert numbers[-3:] == ["NG-10000", "NG-10001", "NG-10002"]
        for number in (*numbers[:12], *numbers[-5:]):
            change.write(Note, {"name": "Đơn", "number": number})
    with store.change(WRITE) as change:
        assert change.number(Note, "NG") == "NG-10003"


def test_a_number_follows_the_highest_of_its_own_series(store: Store) -> None:
    for number in ("KN-2026-0003", "KN-2027-0009", "KNX-2026-0008", "KN-X-0005", "PT-2026-0004", None):
        add_note(store, "Đơn", number=number)
    with store.change(WRITE) as change:
        assert [change.number(Note, "KN", 2026), change.number(Note, "KN", 2026)] == ["KN-2026-0004", "KN-2026-0005"]
        assert change.number(Note, "PT", 2025) == "PT-2025-0001"


def test_two_threads_never_take_the_same_number(store: Store) -> None:
    taken: list[str] = []

    def work() -> None:
        for _each in range(25):
            with store.change(WRITE) as change:
                number = change.number(Note, "KN", 2026)
                change.write(Note, {"name": "Đơn", "number": number})
            taken.append(number)
        store.release_thread()

    threads = [threading.Thread(target=work) for _each in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == [f"KN-2026-{each:04}" for each in range(1, 51)]
    assert faults(store) == {}


def test_news_go_out_after_the_commit_with_what_was_touched(store: Store) -> None:
    heard: list[tuple[News, list[str]]] = []
    store.listen(lambda news: heard.append((news, names())))
    with store.change(WRITE) as change:
        shelf = change.write(Shelf, {"name": "Tủ 1"})
        note = change.write(Note, {"name": "Họp"})
        assert heard == []
    assert heard == [(News("shelves", frozenset({shelf})), ["Họp"]), (News("notes", frozenset({note})), ["Họp"])]


def test_no_news_of_a_deed_that_failed(store: Store) -> None:
    heard: list[News] = []
    store.listen(heard.append)

    def do() -> None:
        with store.change(WRITE) as change:
            change.write(Note, {"name": "Họp"})
            raise RuleBroken("notes.no", "Không")

    with pytest.raises(RuleBroken):
        do()
    assert heard == []
    assert find("họp") == []
    assert faults(store) == {}


def test_a_deed_begun_after_one_that_failed_is_a_new_one(store: Store) -> None:
    with pytest.raises(RuleBroken), store.change(WRITE):
        raise RuleBroken("notes.no", "Không")
    add_note(store, "Lần sau")
    assert names() == ["Lần sau"]


def test_what_was_gathered_can_be_found_by_a_deed_within(store: Store) -> None:
    with store.change(WRITE) as change:
        note = change.write(Note, {"name": "Đơn của khu phố", "number": change.number(Note, "KN", 2026)})
        change.catch_up()
        assert [hit.id for hit in find("khu pho")] == [note]
    assert faults(store) == {}


def test_an_office_opened_for_reading_changes_nothing(store: Store) -> None:
    store._lock, lock = None, store._lock
    with pytest.raises(DeskUnavailable) as refused, store.change(WRITE):
        pytest.fail("the deed began")
    store._lock = lock
    assert refused.value.trouble is Trouble.READ_ONLY
