"""Files kept with rows."""

from pathlib import Path

import pytest

from frontdesk.errors import DeskUnavailable, RuleBroken, Trouble
from frontdesk.store import Store, attachments, attachments_of
from tests.frontdesk.store.toy import WRITE, add_note, faults

SCAN = b"%PDF-1.7 bi\xe1\xba\xabn b\xe1\xba\xa3n" * 100


def attach(store: Store, owner: int, content: bytes = SCAN, name: str = "biên bản.pdf") -> str:
    digest = store.vault.put(content)
    with store.change(WRITE) as change:
        change.attach(owner, name, len(content), digest)
    return digest


def test_a_file_kept_comes_back(store: Store) -> None:
    note = add_note(store)
    digest = attach(store, note)
    kept = attachments_of(note)
    assert [(row.owner_id, row.name, row.size, row.digest) for row in kept] == [
        (note, "biên bản.pdf", len(SCAN), digest)
    ]
    assert store.vault.get(digest) == SCAN
    assert faults(store) == {}


def test_the_same_content_is_kept_once_and_other_content_apart(store: Store) -> None:
    assert store.vault.put(SCAN) == store.vault.put(SCAN)
    assert store.vault.put(SCAN) != store.vault.put(SCAN + b"!")


def test_an_empty_file_is_a_file(store: Store) -> None:
    assert store.vault.get(store.vault.put(b"")) == b""


def test_what_lies_on_the_disk_tells_nothing(store: Store, folder: Path) -> None:
    digest = store.vault.put(SCAN)
    path = store.vault.path(digest)
    assert SCAN[:8] not in path.read_bytes()
    assert path.relative_to(folder).parts == ("files", digest[:2], digest)


@pytest.mark.parametrize("spoil", ["missing", "flipped", "cut", "empty", "swapped"])
def test_a_file_lost_or_changed_is_found(store: Store, spoil: str) -> None:
    note = add_note(store)
    path = store.vault.path(attach(store, note))
    if spoil == "missing":
        path.unlink()
    elif spoil == "swapped":
        path.write_bytes(store.vault.path(attach(store, note, b"another", "ảnh.jpg")).read_bytes())
    else:
        content = path.read_bytes()
        kept = {"flipped": content[:40] + bytes([content[40] ^ 1]) + content[41:], "cut": content[:-1], "empty": b""}
        path.write_bytes(kept[spoil])
    assert faults(store) == {"attachments": "biên bản.pdf is missing or was changed"}
    with pytest.raises(DeskUnavailable) as refused:
        store.vault.get(path.name)
    assert refused.value.trouble is Trouble.DAMAGED


def test_a_file_too_large_is_refused_with_advice(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachments, "LARGEST_BYTES", 1_000_000)
    with pytest.raises(RuleBroken, match="1 MB") as refused:
        store.vault.put(bytes(1_000_001))
    assert refused.value.field == "file"
    store.vault.put(bytes(1_000_000))


def test_a_file_given_up_is_destroyed_once_no_row_names_it(store: Store) -> None:
    one, two = add_note(store, "Một"), add_note(store, "Hai")
    digest = attach(store, one)
    attach(store, two)
    kept = [attachments_of(note)[0] for note in (one, two)]
    notice = store.vault.put(b"taken out")
    for row, there in zip(kept, (True, False), strict=True):
        with store.change(WRITE) as change:
            change.blank(attachments.Attachment, row.id, "giữ bí mật", digest=notice, ended=True)
            change.forget_file(digest)
            assert store.vault.path(digest).exists()
        assert store.vault.path(digest).exists() is there
    assert attachments_of(one) == []
    assert faults(store) == {}


def test_a_file_is_not_destroyed_by_a_deed_that_failed(store: Store) -> None:
    digest = store.vault.put(SCAN)

    def do() -> None:
        with store.change(WRITE) as change:
            change.forget_file(digest)
            raise RuleBroken("notes.no", "Không")

    with pytest.raises(RuleBroken):
        do()
    assert store.vault.get(digest) == SCAN
