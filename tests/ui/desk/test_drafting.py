"""What is being typed comes back, whatever happens to the program."""

import shutil
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from frontdesk.store import open_store
from tests.conftest import PASSPHRASE, USER
from tests.ui.desk.conftest import sign_in
from tests.ui.keys import type_text
from ui.desk.application import Program
from ui.desk.drafting import decode, draft_key, encode, place_of
from ui.desk.shell import Shell
from ui.parts.fields import Choice


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        7,
        "Tiếng Việt",
        date(2026, 6, 22),
        datetime(2026, 6, 22, 8, 30),
        time(8, 30),
        Path("a") / "b",
        Choice(17, "Nguyễn Văn A", "Khu phố 3"),
        ("một", "hai"),
        (Choice(None, "gõ tay"), date(2026, 1, 1)),
    ],
    ids=repr,
)
def test_a_value_of_a_field_comes_back_as_it_was(value: Any) -> None:
    assert decode(encode({"field": value})) == {"field": value}


def test_a_value_json_cannot_hold_is_left_out_and_the_rest_kept() -> None:
    assert encode({"known": 1, "strange": object(), "list": (object(),)}) == {"known": 1}


def test_a_key_tells_the_desk_and_the_record() -> None:
    assert place_of(draft_key("petitions", "KN-2026-0001")) == ("petitions", "KN-2026-0001")
    assert place_of(draft_key("petitions")) == ("petitions", "new")
    assert place_of(draft_key("meetings", "HN-2026-0001 opinion 3")) == ("meetings", "HN-2026-0001")
    assert place_of("roster") == ("roster", "")


def type_a_draft(shell: Shell, qtbot: QtBot) -> None:
    shell.open_desk(1)
    shell.page.new_record()
    type_text(shell.page.form.field("text").control, "Đèn đường hỏng")
    type_text(shell.page.form.field("sender").control, "Người xin giấu tên")


def test_after_a_power_cut_the_draft_is_offered_and_leads_back_to_its_form(
    make_program: Callable[..., Program], office_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    program = make_program()
    type_a_draft(sign_in(program, qtbot, PASSPHRASE), qtbot)
    # By itself: typing goes on, nobody leaves the field, it comes to the disk (within 2 s: test_killed_while_typing).
    qtbot.waitUntil(lambda: bool(program.sitting.store.drafts()))
    after_the_cut = shutil.copytree(office_folder, tmp_path / "after the cut")
    program.end()
    shell = sign_in(make_program(folder=after_the_cut), qtbot, PASSPHRASE)
    assert any("was not saved; it is kept" in text for text in shell.env.notices.texts)
    go_on = shell.env.notices.findChild(QPushButton, "notice.action")
    go_on.click()
    assert shell.page.form.values()["text"] == "Đèn đường hỏng"
    shell.page.form.set_values({"text": ""})
    shell.open_desk(0)
    today = shell.page
    qtbot.waitUntil(lambda: "drafts" in today.cards)
    lines = today.cards["drafts"].lines
    assert "Notes" in lines.item(0).text()
    lines.itemActivated.emit(lines.item(0))
    assert shell.page.asked == ["new", "new"]
    assert shell.page.form.values()["text"] == "Đèn đường hỏng"
    assert any("is here again" in text for text in shell.env.notices.texts)


def test_a_secret_field_is_never_kept(make_program: Callable[..., Program], qtbot: QtBot) -> None:
    program = make_program()
    shell = sign_in(program, qtbot, PASSPHRASE)
    type_a_draft(shell, qtbot)
    shell.page.form.keep_now()
    qtbot.waitUntil(lambda: bool(program.sitting.store.drafts()))
    assert "sender" not in program.sitting.store.drafts()[0].content


def test_a_draft_thrown_away_leaves_the_form_as_it_was(shell: Shell, qtbot: QtBot) -> None:
    store = shell.env.services.store
    store.keep_draft(draft_key("notes"), {"text": "Đèn đường hỏng"})
    shell.page.new_record()
    assert shell.page.form.values()["text"] == "Đèn đường hỏng"
    shell.env.notices.findChild(QPushButton, "notice.action").click()
    assert shell.page.form.values()["text"] == ""
    qtbot.waitUntil(lambda: store.drafts() == [])


@pytest.mark.parametrize("what", ["KN-2026-0007", "KN-2026-0007 opinion 5"])
def test_a_draft_of_a_record_leads_to_the_record_and_to_which_of_its_forms(shell: Shell, what: str) -> None:
    shell.jump(draft_key("notes", what))
    assert shell.page.asked == [f"open {what}"]


def test_a_deed_done_forgets_the_draft(shell: Shell, qtbot: QtBot) -> None:
    from frontdesk.office import DEEDS, Set

    store = shell.env.services.store
    deed = next(deed for deed in DEEDS if deed.name == "office.set")
    shell.page.new_record()
    type_text(shell.page.form.field("text").control, "x")
    shell.page.form.keep_now()
    qtbot.waitUntil(lambda: bool(store.drafts()))
    shell.env.do(deed, Set("office.phone", "0225 123 456"), shell.page, form=shell.page.form, says="Saved.")
    qtbot.waitUntil(lambda: store.drafts() == [])
    assert not shell.page.form.dirty
    assert "Saved." in shell.env.notices.texts


def test_where_the_office_is_only_looked_at_nothing_is_kept(office_folder: Path, clock, theme, ask, wiring) -> None:
    from frontdesk.commands.services import build
    from tests.ui.stage import staged
    from ui.desk.framing import House

    store = open_store(office_folder, USER, PASSPHRASE, clock=clock, read_only=True)
    with staged(build(store), theme, ask) as stage:
        env = stage.env
        window = Shell(House(env.services, env.lane, env.relay, env.theme, env.state, wiring, env.ask))
        window.open_desk(1)
        window.page.new_record()
        type_text(window.page.form.field("text").control, "x")
        window.page.form.keep_now()
        assert window.env.notices.texts == ()
        window.close_unasked()
        window.deleteLater()
    store.close()
