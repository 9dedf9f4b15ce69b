"""Coming back from a backup, whatever happens in between."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from frontdesk.errors import DeskUnavailable, NotAllowed, RuleBroken, Trouble
from frontdesk.store import (
    Role,
    Store,
    UserAccount,
    attachments_of,
    backups_in,
    create,
    journal_entries,
    keys,
    reset_passphrase,
    restore_office,
)
from tests.frontdesk.store.toy import (
    MODELS,
    PASSPHRASE,
    QUICK,
    SERVE,
    USER,
    WRITE,
    SetClock,
    add_note,
    contents,
    faults,
    names,
    open_toy,
)

NEW = "mật khẩu hoàn toàn mới"


@dataclass(frozen=True)
class Past:
    """An office that has moved on since its backup. `then` and `now` are the names of its notes."""

    folder: Path
    backup: Path
    digest: str
    then: tuple[str, ...] = ("Trước",)
    now: tuple[str, ...] = ("Trước", "Sau")


@pytest.fixture
def past(folder: Path) -> Past:
    store = open_toy(folder)
    note, digest = add_note(store, "Trước"), store.vault.put(b"scan")
    with store.change(WRITE) as change:
        change.attach(note, "scan.pdf", 4, digest)
    backup = store.back_up().folder
    add_note(store, "Sau")
    store.close()
    return Past(folder, backup, digest)


def restore(past: Past, folder: Path | None = None, **more: Any) -> None:
    options = {"user": USER, "passphrase": PASSPHRASE, "clock": SetClock(), **more}
    restore_office(folder or past.folder, past.backup, **options)


def found_in(folder: Path, passphrase: str = PASSPHRASE) -> tuple[str, ...]:
    """The names of the notes; the check must have nothing against the office."""
    store = open_toy(folder, passphrase=passphrase)
    kept, wrong = tuple(names()), faults(store)
    store.close()
    assert wrong == {}
    return kept


def test_the_office_stands_as_in_the_backup_and_the_journal_says_so(past: Past) -> None:
    restore(past)
    store = open_toy(past.folder)
    assert tuple(names()) == past.then
    assert faults(store) == {}
    last = list(journal_entries())[-1]
    assert (last.deed, last.user, last.content()["note"]) == (
        "store.restore",
        USER,
        "khôi phục bản sao lưu lúc 2026-06-22 08:00:00",
    )
    store.close()
    assert not list(past.folder.glob("restoring*"))


def test_what_was_there_before_is_a_backup_now(past: Past) -> None:
    restore(past)
    kept = [row.folder for row in backups_in(past.folder / "backups") if row.folder != past.backup]
    assert len(kept) == 1
    restore(Past(past.folder, kept[0], past.digest))
    assert found_in(past.folder) == past.now


def test_a_lost_attachment_comes_back(past: Past) -> None:
    shutil.rmtree(past.folder / "files")
    restore(past)
    store = open_toy(past.folder)
    assert store.vault.get(attachments_of(2)[0].digest) == b"scan"
    store.close()


@pytest.mark.parametrize("there", [False, True])
def test_a_backup_is_restored_into_an_empty_folder(past: Past, tmp_path: Path, there: bool) -> None:
    target = tmp_path / "new" / "office"
    if there:
        target.mkdir(parents=True)
    restore(past, target)
    assert found_in(target) == past.then
    assert found_in(past.folder) == past.now


@pytest.mark.parametrize("spoil", ["flipped", "not a database", "cut", "gone"])
def test_a_damaged_office_is_put_aside_and_the_backup_takes_its_place(past: Past, spoil: str) -> None:
    database = past.folder / "office.db"
    content = database.read_bytes()
    if spoil == "gone":
        database.unlink()
    else:
        middle = len(content) // 2
        spoilt = {
            "flipped": content[:middle] + bytes(4096) + content[middle + 4096 :],
            "not a database": b"Kinh gui " * 1000,
            "cut": content[:middle],
        }[spoil]
        database.write_bytes(spoilt)
    restore(past)
    assert found_in(past.folder) == past.then
    aside = [path.read_bytes() for path in past.folder.glob("office.db.damaged-*")]
    assert aside == ([] if spoil == "gone" else [spoilt])


def test_damaged_keys_come_back_from_the_backup(past: Past) -> None:
    (past.folder / keys.FILE_NAME).write_text("{")
    restore(past)
    assert found_in(past.folder) == past.then


def test_todays_passphrase_stays(past: Past, recovery_code: str) -> None:
    reset_passphrase(past.folder, recovery_code, USER, NEW, QUICK)
    with pytest.raises(DeskUnavailable):
        restore(past)
    restore(past, passphrase=NEW)
    assert found_in(past.folder, NEW) == past.then


def test_todays_passphrase_stays_though_the_office_is_damaged(past: Past, recovery_code: str) -> None:
    reset_passphrase(past.folder, recovery_code, USER, NEW, QUICK)
    (past.folder / "office.db").write_bytes(b"Kinh gui " * 1000)
    restore(past, passphrase=NEW)
    assert found_in(past.folder, NEW) == past.then


def test_in_an_empty_folder_the_passphrase_of_then_counts(past: Past, recovery_code: str, tmp_path: Path) -> None:
    reset_passphrase(past.folder, recovery_code, USER, NEW, QUICK)
    with pytest.raises(DeskUnavailable):
        restore(past, tmp_path / "new", passphrase=NEW)
    restore(past, tmp_path / "new")
    assert found_in(tmp_path / "new") == past.then


def admit(store: Store, user: str, role: Role) -> int:
    with store.change(SERVE) as change:
        account = change.write(UserAccount, {"name": user, "roles": role, "active": True})
    store.let_in(user, NEW, QUICK)
    return account


def test_who_left_since_comes_back_with_the_account(folder: Path) -> None:
    store = open_toy(folder)
    account = admit(store, "Trần Văn Hai", Role.SECRETARY)
    past = Past(folder, store.back_up().folder, "")
    with store.change(SERVE) as change:
        change.amend(UserAccount, account, active=False)
    store.shut_out("Trần Văn Hai")
    store.close()
    restore(past)
    again = open_toy(folder, user="Trần Văn Hai", passphrase=NEW)
    assert again.session.roles == {Role.SECRETARY}
    again.close()


def test_only_a_quan_tri_restores(past: Past) -> None:
    store = open_toy(past.folder)
    admit(store, "Trần Văn Hai", Role.SECRETARY)
    later = Past(past.folder, store.back_up().folder, "")
    store.close()
    before = contents(past.folder)
    with pytest.raises(NotAllowed, match="administrator"):
        restore(later, user="Trần Văn Hai", passphrase=NEW)
    assert contents(past.folder) == before


def test_who_had_no_account_then_cannot_lock_everybody_out(past: Past) -> None:
    store = open_toy(past.folder)
    admit(store, "Trần Văn Hai", Role.ADMINISTRATOR)
    store.close()
    before = contents(past.folder)
    with pytest.raises(RuleBroken, match="no account"):
        restore(past, user="Trần Văn Hai", passphrase=NEW)
    assert contents(past.folder) == before


@pytest.mark.parametrize("spoil", ["database", "attachment", "manifest", "other office"])
def test_a_backup_that_is_not_whole_is_not_restored(past: Past, tmp_path: Path, spoil: str) -> None:
    folder = past.folder
    if spoil == "database":
        path = past.backup / "office.db"
        path.write_bytes(path.read_bytes()[:-4096])
    elif spoil == "attachment":
        (past.backup.parent / "files" / past.digest[:2] / past.digest).unlink()
    elif spoil == "manifest":
        (past.backup / "manifest.json").write_text("{")
    else:
        folder = tmp_path / "other"
        create(folder, USER, PASSPHRASE, MODELS, clock=SetClock(), cost=QUICK)
    before = contents(folder)
    with pytest.raises(RuleBroken):
        restore(past, folder)
    assert contents(folder) == before


def test_an_open_office_is_not_replaced_under_its_window(past: Past) -> None:
    store = open_toy(past.folder)
    with pytest.raises(DeskUnavailable) as refused:
        restore(past)
    assert refused.value.trouble is Trouble.LOCKED
    assert tuple(names()) == past.now
    store.close()


class PowerCut(BaseException):
    """The power went: nothing after this moment is run."""


def cut_at(step: int, monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """Let the power fail at the `step`-th change of the folder; returns how many there were so far."""
    done = 0

    def counted(original: Callable[..., Any]) -> Callable[..., Any]:
        def change(*arguments: Any, **options: Any) -> Any:
            nonlocal done
            done += 1
            if done >= step:
                # After the cut not even tidying up happens.
                raise PowerCut
            return original(*arguments, **options)

        return change

    for name in ("replace", "rename", "unlink", "rmdir", "mkdir"):
        monkeypatch.setattr(Path, name, counted(getattr(Path, name)))
    monkeypatch.setattr(shutil, "copyfile", counted(shutil.copyfile))
    monkeypatch.setattr(shutil, "rmtree", counted(shutil.rmtree))
    return lambda: done


@pytest.mark.parametrize("damaged", [False, True])
def test_a_power_cut_at_any_step_leaves_the_old_office_or_the_new_one(
    past: Past, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damaged: bool
) -> None:
    if damaged:
        (past.folder / "office.db").write_bytes(b"Kinh gui " * 1000)
    old, new = 0, 0
    for step in range(1, 200):
        folder = Path(shutil.copytree(past.folder, tmp_path / f"cut {step}"))
        with monkeypatch.context() as power:
            count = cut_at(step, power)
            try:
                restore(Past(folder, folder / "backups" / past.backup.name, past.digest))
            except PowerCut:
                whole = False
            else:
                whole = True
        if whole:
            assert count() < step
            break
        restored = is_restored(folder, past, damaged=damaged)
        old, new = old + (not restored), new + restored
        if not restored:
            restore(Past(folder, folder / "backups" / past.backup.name, past.digest))
            assert found_in(folder) == past.then
        shutil.rmtree(folder)
    assert old > 5
    assert new > 3


def is_restored(folder: Path, past: Past, *, damaged: bool) -> bool:
    """Whether the office is the new one after the cut; if not, the old one must be what it was."""
    if damaged and (folder / "office.db").exists() and not (folder / "restoring").exists():
        content = (folder / "office.db").read_bytes()
        if content == (past.folder / "office.db").read_bytes():
            return False
    kept = found_in(folder)
    assert kept in (past.then, past.now)
    return kept == past.then
