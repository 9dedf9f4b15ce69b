"""Drafts, links and titles."""

from datetime import datetime
from pathlib import Path

from frontdesk.store import EntityRow, Store, by_number, entities, links_of, live
from frontdesk.store.deed import Session
from tests.frontdesk.store.toy import WRITE, Note, SetClock, Shelf, add_note, faults, open_toy


def test_a_draft_is_there_after_a_crash_and_gone_when_dropped(store: Store, folder: Path) -> None:
    store.keep_draft("petition:new", {"summary": "Đường ngập", "people": 3})
    beside = open_toy(folder, read_only=True)
    kept = beside.drafts()
    beside.close()
    assert [(draft.key, draft.content) for draft in kept] == [("petition:new", {"summary": "Đường ngập", "people": 3})]


def test_a_draft_kept_again_takes_the_place_of_the_one_before(store: Store, clock: SetClock) -> None:
    store.keep_draft("a", {"text": "Một"})
    clock.moment = datetime(2026, 6, 22, 9, 0)
    store.keep_draft("b", {"text": "Hai"})
    store.keep_draft("a", {"text": "Ba"})
    clock.moment = datetime(2026, 6, 22, 9, 30)
    store.keep_draft("c", {"text": "Bốn"})
    assert store.drafts()[0].key == "c"
    assert {draft.key: draft.content["text"] for draft in store.drafts()} == {"a": "Ba", "b": "Hai", "c": "Bốn"}
    store.drop_draft("a")
    assert [draft.key for draft in store.drafts()] == ["c", "b"]


def test_drafts_are_ones_own(store: Store) -> None:
    store.keep_draft("a", {"text": "Của Thảo"})
    store.session = Session("Người Khác", store.session.roles)
    store.keep_draft("a", {"text": "Của người khác"})
    store.drop_draft("b")
    assert [draft.content["text"] for draft in store.drafts()] == ["Của người khác"]


def test_drafts_that_hold_a_name_vanish_whoever_typed_it(store: Store) -> None:
    store.keep_draft("a", {"opinions": [{"speaker": "Kim Oanh"}]})
    store.keep_draft("b", {"text": "việc khác", "count": 3, "when": None})
    store.drop_drafts(lambda text: "Oanh" in text)
    assert [draft.key for draft in store.drafts()] == ["b"]


def test_drafts_are_not_vouched_for(store: Store) -> None:
    store.keep_draft("a", {"text": "Một"})
    assert faults(store) == {}


def test_a_link_is_read_from_both_ends(store: Store) -> None:
    one, two = add_note(store, "Ý kiến"), add_note(store, "Đơn", number="KN-2026-0001")
    with store.change(WRITE) as change:
        change.link(one, two, "petition")
    assert [(link.kind, link.outward, link.other.id) for link in links_of(one)] == [("petition", True, two)]
    assert [(link.kind, link.outward, link.other.title) for link in links_of(two)] == [("petition", False, "Ý kiến")]
    assert links_of(one, "paper") == []


def test_a_link_made_twice_is_one_and_one_ended_can_be_made_again(store: Store) -> None:
    one, two = add_note(store, "Ý kiến"), add_note(store, "Đơn")
    with store.change(WRITE) as change:
        assert change.link(one, two, "petition") == change.link(one, two, "petition")
    with store.change(WRITE) as change:
        change.unlink(one, two, "petition")
        change.unlink(two, one, "petition")
    assert links_of(one) == []
    with store.change(WRITE) as change:
        change.link(one, two, "petition")
    assert len(links_of(one)) == 1
    assert faults(store) == {}


def test_any_row_is_known_by_its_id_and_by_its_number(store: Store) -> None:
    note = add_note(store, "Đơn", number="KN-2026-0001")
    row = EntityRow(note, "note", "KN-2026-0001", "Đơn")
    assert entities([note, 999]) == {note: row}
    assert by_number("KN-2026-0001") == row
    assert by_number("KN-2026-0002") is None


def test_a_number_is_found_in_the_table_of_a_slice_that_was_never_loaded(store: Store) -> None:
    connection = live.connection()
    connection.execute("CREATE TABLE stranger (id INTEGER PRIMARY KEY, number TEXT UNIQUE)")
    connection.execute("INSERT INTO stranger VALUES (4711, 'HN-2026-0001')")
    connection.execute("INSERT INTO entity VALUES (4711, 'stranger', 'HN-2026-0001', 'Hội nghị', '')")
    assert by_number("HN-2026-0001") == EntityRow(4711, "stranger", "HN-2026-0001", "Hội nghị")


def test_a_title_follows_its_row(store: Store) -> None:
    note = add_note(store, "Đơn")
    with store.change(WRITE) as change:
        change.amend(Note, note, name="Đơn kiến nghị")
        shelf = change.write(Shelf, {"name": "Tủ 1"})
    assert (entities([note])[note].title, entities([shelf])[shelf].title) == ("Đơn kiến nghị", "")
