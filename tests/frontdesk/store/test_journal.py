"""What was done, kept in a chain; and what must vanish from it."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.store import Store, find, history_of, journal_entries
from frontdesk.store import journal as journal_room
from tests.frontdesk.store.pages import plain_bytes
from tests.frontdesk.store.toy import WRITE, Note, add_note, faults, key_of

SENDER = "Trương Thị Kim Oanh"


def test_an_entry_says_who_did_what_when_to_which_row(store: Store) -> None:
    note = add_note(store, "Họp", number="KN-2026-0001")
    entry = history_of(note)[0]
    assert (entry.at, entry.user, entry.deed, entry.table_name, entry.number) == (
        "2026-06-22 08:00:00",
        "Lê Ngọc Thảo",
        "notes.write",
        "note",
        "KN-2026-0001",
    )


def test_an_amendment_keeps_what_the_changed_columns_were(store: Store) -> None:
    note = add_note(store, "Họp", amount_vnd=5)
    with store.change(WRITE) as change:
        change.amend(Note, note, amount_vnd=6)
    content = history_of(note)[-1].content()
    assert content["before"] == {"amount_vnd": 5, "revision": 1}
    assert (content["after"]["amount_vnd"], content["after"]["name"]) == (6, "Họp")


def test_each_entry_carries_the_hash_of_the_one_before(store: Store) -> None:
    for each in range(3):
        add_note(store, f"Họp {each}")
    before = journal_room.NOTHING.hash
    for entry in journal_entries():
        header = (entry.seq, entry.at, entry.act, entry.user, entry.deed, entry.table_name, entry.row_id, entry.number)
        assert entry.hash == journal_room.entry_hash(before, header, entry.payload_hash)
        before = entry.hash


def test_the_text_form_of_the_chain_stays_as_it_was_published() -> None:
    payload = journal_room.encode({"after": {"name": "Họp", "amount_vnd": 5}, "before": None})
    assert payload.decode() == '{"after":{"amount_vnd":5,"name":"Họp"},"before":null}'
    scribe = journal_room.Scribe(journal_room.NOTHING, "2026-06-22 08:00:00", "Lê Ngọc Thảo")
    entry = scribe.entry("notes.write", "note", 7, None, payload, "00" * 16)
    assert entry[-1] == scribe.head.hash == "f077c68c9f35caf08b3b3e8a10c60019641afa397a3a26ba8bb666bf11b7655d"


@given(
    st.dictionaries(
        st.from_regex(r"[a-z_]{1,12}", fullmatch=True),
        st.none() | st.text(st.characters(exclude_categories=["Cs"])) | st.integers(-(2**63), 2**63 - 1),
        max_size=8,
    )
)
def test_a_payload_is_the_text_that_any_json_library_makes_of_it(row: dict[str, object]) -> None:
    content = {"before": None, "after": row}
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    assert journal_room.encode(content).decode() == text


def test_bytes_stand_in_a_payload_as_hex() -> None:
    assert journal_room.encode({"scan": b"\x00\xff"}) == b'{"scan":{"hex":"00ff"}}'


def test_a_note_is_journalled_without_a_row(store: Store) -> None:
    with store.change(WRITE) as change:
        change.note("Đã xem cột nhạy cảm")
    last = list(journal_entries())[-1]
    assert (last.row_id, last.content()) == (0, {"note": "Đã xem cột nhạy cảm"})
    assert faults(store) == {}


def test_a_secret_stands_in_no_payload_index_or_title(store: Store, folder: Path) -> None:
    note = add_note(store, "Đơn", hidden=SENDER)
    with store.change(WRITE) as change:
        change.amend(Note, note, hidden=SENDER + " và chồng")
    assert all(SENDER not in (entry.payload or "") for entry in journal_entries())
    assert find("truong thi") == []
    assert Note.get_by_id(note).hidden == SENDER + " và chồng"
    assert faults(store) == {}


def test_a_changed_secret_is_found_though_the_journal_never_held_it(store: Store) -> None:
    note = add_note(store, "Đơn", hidden=SENDER)
    Note.update(hidden="Người khác").where(Note.id == note).execute()
    assert faults(store) == {"rows against the journal": f"row {note} of note is not as journalled"}


def blank(store: Store, note: int, **columns: object) -> None:
    with store.change(WRITE) as change:
        change.blank(Note, note, "giữ bí mật người gửi", **columns)


def test_blanking_wipes_the_past_and_keeps_the_reason(store: Store) -> None:
    note = add_note(store, f"Đơn của {SENDER}", text=SENDER)
    blank(store, note, name="Đơn", text=None)
    payloads = [entry.payload for entry in history_of(note)]
    assert payloads[0] is None
    assert SENDER not in str(payloads)
    assert json.loads(list(journal_entries())[-1].payload or "")["note"] == "giữ bí mật người gửi"
    assert find("truong thi") == []
    assert faults(store) == {}


def test_blanking_a_row_that_need_not_change_still_wipes_its_past(store: Store) -> None:
    note = add_note(store, f"Đơn của {SENDER}")
    with store.change(WRITE) as change:
        change.amend(Note, note, name="Đơn")
    blank(store, note, name="Đơn")
    assert all(SENDER not in (entry.payload or "") for entry in history_of(note))
    assert faults(store) == {}


def test_a_row_made_and_blanked_in_one_deed_leaves_nothing(store: Store) -> None:
    with store.change(WRITE) as change:
        note = change.write(Note, {"name": f"Đơn của {SENDER}"})
        change.blank(Note, note, "giữ bí mật", name="Đơn")
    assert all(SENDER not in (entry.payload or "") for entry in history_of(note))
    assert faults(store) == {}


def test_a_blanked_text_stands_in_no_byte_of_the_file_or_its_log(store: Store, folder: Path) -> None:
    long_text = f"{SENDER} trình bày rằng " * 400
    note = add_note(store, f"Đơn của {SENDER}", text=long_text, hidden=SENDER)
    others = [add_note(store, f"Việc khác {each}") for each in range(50)]
    assert SENDER.encode() in plain_bytes(folder, key_of(store))
    blank(store, note, name="Đơn", text=None, hidden=None)
    content = plain_bytes(folder, key_of(store))
    for trace in (SENDER, "truong thi kim oanh", "trình bày rằng", "truong", "oanh"):
        assert trace.encode() not in content
    assert len(others) == 50
    assert "Việc khác 49".encode() in content


@pytest.mark.parametrize("column", ["salt", "payload"])
def test_filling_a_blanked_entry_again_is_found(store: Store, column: str) -> None:
    note = add_note(store, f"Đơn của {SENDER}")
    blank(store, note, name="Đơn")
    seq = history_of(note)[0].seq
    store_write(f"UPDATE journal SET {column} = 'x' WHERE seq = {seq}")
    assert f"the content of entry no. {seq} was changed" in faults(store)["the journal's chain"]


def store_write(statement: str) -> None:
    """Change the live file past the program."""
    Note._meta.database.execute_sql(statement)
