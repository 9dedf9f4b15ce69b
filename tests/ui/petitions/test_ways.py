"""From the meeting over the opinion to the petition and its answer, and back; from a petition to its files."""

import json
from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.meetings.deeds.afterwards import Finalise
from frontdesk.meetings.deeds.entries import AddTask
from frontdesk.meetings.deeds.records import Edit
from frontdesk.petitions import Kind, asks
from frontdesk.petitions.rules.words import Route
from frontdesk.petitions.service.filters import PetitionFilter
from tests.conftest import StandingClock
from tests.ui.asking import ScriptedAsk
from tests.ui.petitions.test_card import dialog, opened
from tests.ui.stage import Stage
from ui.meetings.following import TasksPage
from ui.meetings.opinions import way_words
from ui.petitions.card import PetitionPage
from ui.petitions.desk import PetitionsDesk

MATTER = "Đề nghị sửa đường ngõ 12"


@pytest.fixture
def from_meeting(services: Services) -> tuple[str, str]:
    """A meeting and the petition that an opinion there became."""
    meeting = {
        "kind": "dialogue", "title": "Đối thoại với Nhân dân", "starts": "2026-06-15T08:00",
        "opinions": [{"speaker": "Lê Văn Tám", "text": MATTER, "petition": True}],
    }  # fmt: skip
    (number,) = services.import_meetings(json.dumps(meeting), dry_run=False)
    heard = [row.number for row in services.petitions.chosen(PetitionFilter()) if row.meeting == number]
    return number, heard[0]


def linked(card: PetitionPage) -> list[str]:
    return [
        button.objectName().removeprefix("petition.link.")
        for button in card.related.findChildren(QPushButton)
        if button.isVisibleTo(card)
    ]


def test_a_petition_leads_to_the_meeting_it_was_heard_at(
    desk: PetitionsDesk, stage: Stage, from_meeting: tuple[str, str], qtbot: QtBot
) -> None:
    meeting, petition = from_meeting
    card = opened(desk, petition, qtbot)
    assert linked(card) == [meeting]
    card.related.findChild(QPushButton, f"petition.link.{meeting}").click()
    assert stage.jumps == [meeting]


def test_the_opinion_tells_the_way_to_the_answer_and_leads_to_the_petition(
    services: Services, from_meeting: tuple[str, str]
) -> None:
    meeting, petition = from_meeting
    services.petitions.classify(asks.Classify(petition, Route.FORWARD))
    services.petitions.forward(asks.Forward(petition, "UBND phường"))
    services.petitions.answer(asks.Answer(petition, "Đã sửa trong tháng 6"))
    line = services.meetings.opinion(meeting, 1)
    assert (line.petition, line.forwarded_to, line.result) == (petition, "UBND phường", "Đã sửa trong tháng 6")
    told = way_words(line)
    assert petition in told
    assert "Đã sửa trong tháng 6" in told


def test_the_line_of_time_leads_to_what_belongs_together(
    desk: PetitionsDesk, stage: Stage, from_meeting: tuple[str, str], qtbot: QtBot
) -> None:
    meeting, petition = from_meeting
    card = opened(desk, petition, qtbot)
    card.line.link_activated.emit(meeting)
    assert stage.jumps == [meeting]


def test_a_joined_petition_leads_to_the_first_and_back(
    desk: PetitionsDesk, services: Services, number: str, stage: Stage, qtbot: QtBot
) -> None:
    first = services.petitions.petition(number)
    again = services.petitions.register(asks.Register(first.kind, first.summary, sender=first.sender)).number
    services.petitions.join(asks.Join(again, number))
    assert linked(opened(desk, again, qtbot)) == [number]
    assert linked(opened(desk, number, qtbot)) == [again]


@pytest.fixture
def scanned(services: Services, number: str, tmp_path: Path) -> str:
    scan, table = tmp_path / "đơn.png", tmp_path / "bảng kê.xlsx"
    Image.new("L", (600, 800), 200).save(scan, "PNG")
    table.write_bytes(b"PK a sheet")
    for path in (scan, table):
        services.petitions.attach(asks.Attach(number, str(path)))
    return number


def file_button(card: PetitionPage, name: str) -> QPushButton:
    return next(button for button in card.files.findChildren(QPushButton) if button.text() == name)


def test_a_scan_opens_in_a_window_of_its_own(desk: PetitionsDesk, scanned: str, qtbot: QtBot) -> None:
    card = opened(desk, scanned, qtbot)
    file_button(card, "đơn.png").click()
    (window,) = card.files.windows
    qtbot.waitUntil(lambda: window.windowTitle() == "đơn.png – preview")
    window.close()


def test_another_file_is_saved_as_a_copy(
    desk: PetitionsDesk, scanned: str, ask: ScriptedAsk, stage: Stage, tmp_path: Path, qtbot: QtBot
) -> None:
    card = opened(desk, scanned, qtbot)
    target = tmp_path / "bản sao.xlsx"
    ask.will("choose_save", target)
    file_button(card, "bảng kê.xlsx").click()
    qtbot.waitUntil(lambda: "“bản sao.xlsx” is saved." in stage.env.notices.texts)
    assert target.read_bytes() == b"PK a sheet"


def test_a_file_taken_off_is_no_longer_shown(
    desk: PetitionsDesk, services: Services, scanned: str, qtbot: QtBot
) -> None:
    card = opened(desk, scanned, qtbot)
    services.petitions.detach(asks.Detach(scanned, "đơn.png", "nhầm đơn"))
    card.reload()
    qtbot.waitUntil(
        lambda: [b.text() for b in card.files.findChildren(QPushButton) if b.isVisibleTo(card)] == ["bảng kê.xlsx"]
    )


def test_what_still_names_a_denouncer_is_told_to_be_read(
    desk: PetitionsDesk,
    services: Services,
    from_meeting: tuple[str, str],
    ask: ScriptedAsk,
    clock: StandingClock,
    qtbot: QtBot,
) -> None:
    meeting, petition = from_meeting
    services.meetings.edit(Edit(meeting, ends=datetime(2026, 6, 15, 11)))
    services.meetings.finalise(Finalise(meeting))
    services.store.back_up()
    card = opened(desk, petition, qtbot)
    card.tools.open_step("reclass")
    form = dialog(desk)
    form.form.set_values({"kind": Kind.DENUNCIATION, "reason": "theo nội dung", "paper_place": "Tủ số 1"})
    ask.will("confirm", True).will("tell", None)
    form.save()
    qtbot.waitUntil(lambda: len(ask.asked) == 2)
    told = ask.asked[1][2]
    assert f"reopen {meeting}" in told
    assert services.store.backups()[0].folder.name in told


def test_a_task_that_names_a_petition_leads_to_it_and_back(
    desk: PetitionsDesk, services: Services, number: str, stage: Stage, from_meeting: tuple[str, str], qtbot: QtBot
) -> None:
    meeting, petition = from_meeting
    for named in (number, petition):
        services.meetings.add_task(AddTask(meeting, f"Theo dõi việc trả lời {named}", assignee="UBND phường"))
    # The opinion's petition led to its meeting already.
    for named in (number, petition):
        assert linked(opened(desk, named, qtbot)) == [meeting]
    tasks = TasksPage(stage.env)
    stage.show(tasks)
    tasks.reload()
    button = tasks.findChild(QPushButton, "task.petition")
    qtbot.waitUntil(button.isVisible)
    button.click()
    assert stage.jumps == [number]
