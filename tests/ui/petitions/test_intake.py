"""A new petition: its keys, its likely duplicates, and the secrecy of denouncers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.petitions import Kind, Status
from frontdesk.petitions.service.filters import PetitionFilter
from tests.ui.asking import ScriptedAsk
from tests.ui.keys import type_text
from tests.ui.petitions.conftest import LIGHTS
from ui.petitions.desk import PetitionsDesk
from ui.petitions.intake import IntakePage

NAME = "Phạm Kim Khánh Vy"


@pytest.fixture
def intake(desk: PetitionsDesk) -> IntakePage:
    desk.new_record()
    page = desk.petitions.intake
    assert page is not None
    return page


def choose(intake: IntakePage, kind: Kind) -> None:
    field = intake.form.field("kind")
    field.set_value(kind)
    field.changed.emit()


def write(intake: IntakePage, name: str, text: str) -> None:
    type_text(intake.form.field(name).control, text)


def test_kind_sender_and_matter_are_enough(
    desk: PetitionsDesk, intake: IntakePage, services: Services, qtbot: QtBot
) -> None:
    write(intake, "sender", "Lê Văn Tám")
    write(intake, "summary", "Chợ tạm lấn chiếm lòng đường")
    intake.form.save_asked.emit()
    qtbot.waitUntil(lambda: desk.title == "KN-2026-0002")
    row = services.petitions.petition("KN-2026-0002")
    assert (row.sender, row.summary, row.status) == ("Lê Văn Tám", "Chợ tạm lấn chiếm lòng đường", Status.RECEIVED)


def test_without_a_matter_nothing_is_saved(intake: IntakePage, services: Services) -> None:
    intake.save()
    assert intake.form.error_text("summary") == "What the petition asks is needed."
    assert services.petitions.count(PetitionFilter()) == 1


def test_a_likely_duplicate_is_joined_only_if_the_clerk_says_so(
    intake: IntakePage, services: Services, number: str, qtbot: QtBot
) -> None:
    write(intake, "summary", LIGHTS)
    same = intake.form.field("same_as")
    qtbot.waitUntil(lambda: same.isVisibleTo(intake))
    assert same.value() is None
    same.set_value(number)
    intake.save()
    qtbot.waitUntil(lambda: services.petitions.count(PetitionFilter(status="closed")) == 1)
    assert services.petitions.petition(number).status is Status.RECEIVED


def test_a_likely_duplicate_left_alone_stays_a_new_matter(
    desk: PetitionsDesk, intake: IntakePage, services: Services, qtbot: QtBot
) -> None:
    write(intake, "summary", LIGHTS)
    qtbot.waitUntil(lambda: intake.form.field("same_as").isVisibleTo(intake))
    intake.save()
    qtbot.waitUntil(lambda: desk.title == "KN-2026-0002")
    assert services.petitions.petition("KN-2026-0002").status is Status.RECEIVED


def test_a_denunciation_asks_for_no_sender_but_where_the_paper_lies(intake: IntakePage) -> None:
    choose(intake, Kind.DENUNCIATION)
    for name in ("sender", "sender_address", "sender_phone", "sender_identity", "people", "representatives"):
        assert not intake.form.field(name).isVisibleTo(intake)
    write(intake, "summary", "Cán bộ thu tiền sai quy định")
    intake.save()
    assert intake.form.error_text("paper_place") == "Where the paper lies is needed."


def test_a_name_typed_before_the_kind_was_known_is_kept_nowhere(
    desk: PetitionsDesk, intake: IntakePage, services: Services, qtbot: QtBot
) -> None:
    write(intake, "sender", NAME)
    write(intake, "summary", "Cán bộ thu tiền sai quy định")
    intake.form.keep_now()
    choose(intake, Kind.DENUNCIATION)
    intake.form.keep_now()
    write(intake, "paper_place", "Tủ số 1")
    intake.save()
    qtbot.waitUntil(lambda: desk.title == "KN-2026-0002")
    assert services.petitions.petition("KN-2026-0002").sender is None
    qtbot.waitUntil(lambda: not services.store.drafts())


def test_a_matter_that_names_the_denouncer_is_refused(intake: IntakePage, qtbot: QtBot) -> None:
    write(intake, "sender", NAME)
    choose(intake, Kind.DENUNCIATION)
    write(intake, "summary", f"Tôi là {NAME} tố cáo cán bộ")
    write(intake, "paper_place", "Tủ số 1")
    intake.save()
    qtbot.waitUntil(lambda: "says who sent" in intake.form.error_text("summary"))


def test_no_draft_keeps_the_sender(intake: IntakePage, services: Services, qtbot: QtBot) -> None:
    write(intake, "sender", NAME)
    write(intake, "summary", "Chợ tạm lấn chiếm lòng đường")
    intake.form.keep_now()
    qtbot.waitUntil(lambda: len(services.store.drafts()) == 1)
    assert "sender" not in services.store.drafts()[0].content


def test_leaving_asks_about_typed_words(desk: PetitionsDesk, intake: IntakePage, ask: ScriptedAsk) -> None:
    write(intake, "summary", "Chợ tạm")
    ask.will("question", None)
    intake.leave()
    assert desk.petitions.intake is intake
    ask.will("question", "drop")
    intake.leave()
    assert desk.petitions.intake is None


def test_only_a_group_is_asked_for_who_speaks_for_it(intake: IntakePage) -> None:
    people, speakers = intake.form.field("people"), intake.form.field("representatives")
    assert not speakers.isVisibleTo(intake)
    for count, asked in ((7, True), (1, False)):
        people.set_value(count)
        people.changed.emit()
        assert speakers.isVisibleTo(intake) is asked


def test_a_petition_is_entered_with_nine_keys_beside_its_words(
    desk: PetitionsDesk, services: Services, qtbot: QtBot
) -> None:
    pressed = 1  # Ctrl+N
    desk.new_record()

    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        nonlocal pressed
        pressed += 1
        qtbot.keyClick(QApplication.focusWidget(), key, modifier)

    def type_here(text: str) -> None:
        type_text(QApplication.focusWidget(), text)

    for words in ("", "", "Lê Văn Tám", "Số 12 khu phố 3", "", "", ""):
        type_here(words)
        press(Qt.Key.Key_Return)
    type_here("Chợ tạm lấn chiếm lòng đường")
    press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.title == "KN-2026-0002")
    row = services.petitions.petition("KN-2026-0002")
    assert (row.sender, row.sender_address) == ("Lê Văn Tám", "Số 12 khu phố 3")
    assert row.summary == "Chợ tạm lấn chiếm lòng đường"
    assert pressed == 9


def test_another_part_of_a_letter_is_entered_beside_it(
    desk: PetitionsDesk, services: Services, number: str, qtbot: QtBot
) -> None:
    whole = services.petitions.petition(number)
    desk.open_record(number)
    card = desk.petitions.card
    assert card is not None
    qtbot.waitUntil(lambda: card.row is not None)
    card.tools.findChild(QAction, "petition.part").trigger()
    part = desk.petitions.intake
    assert part is not None
    assert part.form.field("sender").value() == (whole.sender or "")
    choose(part, Kind.COMPLAINT)
    write(part, "summary", "Phần khiếu nại của lá đơn")
    part.save()
    qtbot.waitUntil(lambda: desk.title == "KN-2026-0002")
    made = services.petitions.petition("KN-2026-0002")
    assert (made.sender, made.received, made.channel) == (whole.sender, whole.received, whole.channel)
    assert [link.other.number for link in services.petitions.related(made.number)] == [number]


def test_a_denunciation_in_a_letter_is_entered_without_a_word_of_the_letter(
    desk: PetitionsDesk, services: Services, number: str, qtbot: QtBot
) -> None:
    desk.open_record(number)
    card = desk.petitions.card
    assert card is not None
    qtbot.waitUntil(lambda: card.row is not None)
    desk.petitions.begin_part()
    part = desk.petitions.intake
    assert part is not None
    choose(part, Kind.DENUNCIATION)
    assert number in part.findChild(QLabel, "intake.help").text()
    write(part, "summary", "Cán bộ nhận tiền")
    write(part, "paper_place", "Tủ số 1")
    part.save()
    qtbot.waitUntil(lambda: desk.title == "KN-2026-0002")
    assert services.petitions.related("KN-2026-0002") == []
