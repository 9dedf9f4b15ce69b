"""Passphrases and the recovery code."""

import json
import re
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from time import monotonic

import pytest

from frontdesk.errors import DeskUnavailable, RuleBroken, Trouble
from frontdesk.store import Cost, Store, keys, recovery_code, reset_passphrase, wrong_group
from tests.frontdesk.store.toy import PASSPHRASE, QUICK, USER, add_note, names, open_toy

NEW = "mật khẩu hoàn toàn mới"


def failures(folder: Path) -> int:
    return sum(wrapped.failures for wrapped in keys.load(folder).users.values())


@pytest.mark.parametrize(
    "user",
    [USER, None, " lê ngọc thảo ", "Le\u0302 Ngo\u0323c Tha\u0309o", "le ngoc thao", "LÊ NGỌC  THẢO", "Lê Ngọc Thao"],
)
def test_the_name_may_be_typed_in_any_case_and_any_form_and_without_marks(folder: Path, user: str | None) -> None:
    store = open_toy(folder, user=user)
    assert store.session.user == USER
    store.close()


def test_the_passphrase_may_be_typed_in_any_unicode_form(folder: Path) -> None:
    decomposed = "m\u00f4\u0323t m\u00e2\u0323t kh\u00e2\u0309u da\u0300i"
    assert decomposed != PASSPHRASE
    open_toy(folder, passphrase=decomposed).close()


@pytest.mark.parametrize(("user", "passphrase"), [(USER, "sai mật khẩu"), ("Không Có Ai", PASSPHRASE), (USER, "")])
def test_a_wrong_try_costs_a_quarter_of_a_second(folder: Path, user: str, passphrase: str) -> None:
    started = monotonic()
    with pytest.raises(DeskUnavailable) as refused:
        open_toy(folder, user=user, passphrase=passphrase)
    assert monotonic() - started >= 0.25
    assert refused.value.trouble is Trouble.WRONG_PASSPHRASE


def spelt_exactly(folder: Path) -> None:
    """Make the keys those of an office made before marks were forgiven."""
    held = keys.load(folder)
    (wrapped,) = held.users.values()
    entry = sha256(held.name_salt + USER.casefold().encode()).hexdigest()
    keys.save(folder, replace(held, users={entry: wrapped}))


def test_an_office_that_knows_its_users_by_every_mark_opens_still(folder: Path, recovery_code: str) -> None:
    spelt_exactly(folder)
    open_toy(folder).close()
    with pytest.raises(DeskUnavailable):
        open_toy(folder, user="le ngoc thao")
    reset_passphrase(folder, recovery_code, USER, NEW, QUICK)
    assert len(keys.load(folder).users) == 1
    open_toy(folder, passphrase=NEW).close()


def test_who_leaves_an_office_of_before_is_shut_out(folder: Path) -> None:
    spelt_exactly(folder)
    assert keys.without_user(keys.load(folder), USER).users == {}


@pytest.mark.parametrize("name", ["***", "王"])
def test_a_name_without_latin_letters_is_a_name(folder: Path, name: str) -> None:
    store = open_toy(folder)
    store.let_in(name, NEW, QUICK)
    assert len(keys.load(folder).users) == 2
    store.close()


def test_wrong_tries_are_counted_and_told_at_the_next_right_one(folder: Path) -> None:
    for wrong in ("sai lần một", "sai lần hai"):
        with pytest.raises(DeskUnavailable):
            open_toy(folder, passphrase=wrong)
    assert failures(folder) == 2
    store = open_toy(folder)
    assert store.wrong_tries == 2
    store.close()
    assert failures(folder) == 0
    again = open_toy(folder)
    assert again.wrong_tries == 0
    again.close()


def test_an_unknown_user_is_counted_for_nobody(folder: Path) -> None:
    before = (folder / keys.FILE_NAME).read_bytes()
    with pytest.raises(DeskUnavailable):
        open_toy(folder, user="Không Có Ai")
    assert (folder / keys.FILE_NAME).read_bytes() == before


def test_a_wrong_try_beside_an_open_window_loses_nothing_of_either(store: Store, folder: Path) -> None:
    store.let_in("Người Thứ Hai", NEW, QUICK)
    with pytest.raises(DeskUnavailable):
        open_toy(folder, passphrase="sai mật khẩu", read_only=True)
    store.shut_out("Người Thứ Hai")
    assert failures(folder) == 1
    assert len(keys.load(folder).users) == 1


def test_keys_lost_under_an_open_window_are_written_again(store: Store, folder: Path) -> None:
    (folder / keys.FILE_NAME).unlink()
    store.back_up()
    assert len(keys.load(folder).users) == 1


@pytest.mark.parametrize("short", ["", "1234567", "bảy chữ"])
def test_a_short_passphrase_is_refused(folder: Path, recovery_code: str, short: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        reset_passphrase(folder, recovery_code, USER, short, QUICK)
    assert (refused.value.code, refused.value.field) == ("store.passphrase.short", "passphrase")
    open_toy(folder).close()


def test_the_recovery_code_gives_a_new_passphrase(folder: Path, recovery_code: str) -> None:
    with pytest.raises(DeskUnavailable):
        open_toy(folder, passphrase="quên mất rồi")
    reset_passphrase(folder, recovery_code, USER, NEW, QUICK)
    assert failures(folder) == 0
    with pytest.raises(DeskUnavailable):
        open_toy(folder)
    store = open_toy(folder, passphrase=NEW)
    add_note(store)
    assert names() == ["Họp giao ban"]
    store.close()


def test_a_new_recovery_code_opens_and_the_one_before_no_more(folder: Path, store: Store, recovery_code: str) -> None:
    code = keys.recovery_code()
    store.renew_recovery(code, QUICK)
    store.close()
    with pytest.raises(DeskUnavailable, match="recovery code"):
        reset_passphrase(folder, recovery_code, USER, NEW, QUICK)
    reset_passphrase(folder, code, USER, NEW, QUICK)
    open_toy(folder, passphrase=NEW).close()


@pytest.mark.parametrize("between", ["", "  ", "-", "\n"])
def test_what_stands_between_the_groups_does_not_matter(folder: Path, recovery_code: str, between: str) -> None:
    reset_passphrase(folder, recovery_code.replace(" ", between), USER, NEW, QUICK)
    open_toy(folder, passphrase=NEW).close()


def test_the_card_of_another_office_costs_as_much_as_a_wrong_passphrase(folder: Path) -> None:
    started = monotonic()
    with pytest.raises(DeskUnavailable, match="recovery code") as refused:
        reset_passphrase(folder, keys.recovery_code(), USER, NEW, QUICK)
    assert monotonic() - started >= 0.25
    assert refused.value.trouble is Trouble.WRONG_PASSPHRASE


def test_the_recovery_code_makes_no_user(folder: Path, recovery_code: str) -> None:
    with pytest.raises(DeskUnavailable):
        reset_passphrase(folder, recovery_code, "Không Có Ai", NEW, QUICK)


def test_a_recovery_code_is_eight_groups_of_digits(recovery_code: str) -> None:
    assert re.fullmatch(r"\d{6}( \d{6}){7}", recovery_code)
    assert wrong_group(recovery_code) is None
    assert keys.recovery_code() != keys.recovery_code()


def test_every_single_wrong_digit_is_found_in_its_group() -> None:
    code = recovery_code()
    for place, digit in enumerate(code):
        if digit != " ":
            typed = code[:place] + str((int(digit) + 3) % 10) + code[place + 1 :]
            assert wrong_group(typed) == place // 7 + 1


@pytest.mark.parametrize(("typed", "group"), [("", 1), ("12345", 1), ("letters", 1)])
def test_what_is_too_short_for_a_code_is_told_by_its_group(typed: str, group: int) -> None:
    assert wrong_group(typed) == group


def test_a_digit_too_many_or_too_few_is_found() -> None:
    code = recovery_code()
    assert wrong_group(code[:-1]) == 8
    assert wrong_group(code + "1") == 8


def test_a_mistyped_code_names_its_group(folder: Path, recovery_code: str) -> None:
    wrong = str((int(recovery_code[7]) + 1) % 10)
    with pytest.raises(RuleBroken, match="Group 2") as refused:
        reset_passphrase(folder, recovery_code[:7] + wrong + recovery_code[8:], USER, NEW, QUICK)
    assert refused.value.field == "recovery_code"


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", '{"format": 1}', '{"format": 1, "name_salt": "!", "users": {}, "recovery": {}, "head": null}'],
)
def test_damaged_keys_are_said_to_be_damaged(folder: Path, content: str) -> None:
    (folder / keys.FILE_NAME).write_text(content)
    with pytest.raises(DeskUnavailable) as refused:
        open_toy(folder)
    assert refused.value.trouble is Trouble.DAMAGED


def test_keys_of_a_newer_program_are_refused(folder: Path) -> None:
    content = json.loads((folder / keys.FILE_NAME).read_text())
    (folder / keys.FILE_NAME).write_text(json.dumps({**content, "format": 2}))
    with pytest.raises(DeskUnavailable) as refused:
        open_toy(folder)
    assert refused.value.trouble is Trouble.NEWER


@pytest.mark.parametrize(("memory_kib", "passes"), [(2**40, 2), (0, 2), (65_536, 10**6), (65_536, 0)])
def test_a_cost_that_would_freeze_the_computer_is_not_paid(folder: Path, memory_kib: int, passes: int) -> None:
    held = keys.load(folder)
    costly = replace(held.recovery, cost=Cost(memory_kib, passes))
    keys.save(folder, replace(held, recovery=costly))
    with pytest.raises(DeskUnavailable) as refused:
        open_toy(folder)
    assert refused.value.trouble is Trouble.DAMAGED


def test_a_key_derived_for_one_purpose_says_nothing_of_another() -> None:
    key = bytes(32)
    assert len({keys.derived(key, purpose) for purpose in ("files", "holder", "manifest")} | {key}) == 4


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "folder"
    path.mkdir()
    with pytest.raises(IsADirectoryError):
        keys.replace_file(path, b"new")
    assert [entry.name for entry in tmp_path.iterdir()] == ["folder"]
