"""The flow in the window: each step is offered where the table allows it, and its form does it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.petitions import Kind, Petitions, Register, Status, asks
from frontdesk.petitions.rules import flow
from frontdesk.petitions.rules.words import Contact, Route
from tests.frontdesk.petitions.test_flow import PATHS, STEPS
from tests.ui.asking import ScriptedAsk
from tests.ui.petitions.test_card import dialog, opened
from tests.ui.stage import Stage
from ui.parts.fields import Choice
from ui.petitions.card import PetitionPage
from ui.petitions.desk import PetitionsDesk
from ui.petitions.stepforms import STEPS as FORMS
from ui.petitions.stepforms import offered

FAR = date(2030, 12, 31)
TYPED: dict[str, Callable[[Path], dict[str, Any]]] = {
    "classify": lambda _folder: {"route": Route.FORWARD, "to": Choice("UBND xã", "UBND xã")},
    "resume": lambda _folder: {},
    "forward": lambda _folder: {"to": Choice("UBND xã", "UBND xã"), "document": "12/MTTQ-BTT"},
    "guide": lambda _folder: {"to": Choice("Công an xã", "Công an xã")},
    "give_back": lambda _folder: {"reason": "không thuộc thẩm quyền"},
    "file": lambda _folder: {"reason": "đơn nặc danh"},
    "answer": lambda _folder: {"result": "đã sửa xong đường"},
    "urge": lambda _folder: {"document": "15/MTTQ-BTT"},
    "tell": lambda _folder: {"how": Contact.PHONE, "satisfied": True},
    "ask": lambda _folder: {"how": Contact.FACE_TO_FACE, "satisfied": False, "words": "Chưa xong"},
    "close": lambda _folder: {},
    "pause": lambda _folder: {"reason": "thiếu giấy tờ"},
    "note_progress": lambda _folder: {"text": "đang xác minh"},
    "redirect": lambda _folder: {"to": Choice("Sở Xây dựng", "Sở Xây dựng"), "reason": "gửi nhầm nơi"},
    "extend": lambda _folder: {"to": FAR, "reason": "phải xác minh"},
    "attach": lambda folder: {"path": _scan(folder)},
    "detach": lambda _folder: {"reason": "nhầm đơn"},
    "reclass": lambda _folder: {"kind": Kind.COMPLAINT, "reason": "theo nội dung"},
    "join": lambda _folder: {"to": "KN-2026-0001"},
    "withdraw": lambda _folder: {"reason": "đã tự thỏa thuận"},
    "reopen": lambda _folder: {"reason": "đường lại hỏng"},
    "void": lambda _folder: {"reason": "ghi hai lần"},
}


def _scan(folder: Path) -> Path:
    path = folder / "đơn.png"
    Image.new("L", (60, 80), 200).save(path, "PNG")
    return path


def ready(desk: Petitions, status: Status, verb: str, folder: Path) -> str:
    """A petition of this status that may take the step."""
    number = desk.register(Register(Kind.REPORT, "Đường ngập", sender="Lê Thị An")).number
    for step in PATHS[status]:
        getattr(desk, step)(STEPS[step](number))
    if verb == "resume":
        desk.pause(asks.Pause(number, "thiếu giấy tờ"))
    if verb == "detach":
        desk.attach(asks.Attach(number, str(_scan(folder))))
    return number


def start_of(verb: str) -> Status:
    """A status the step starts from."""
    if verb == "answer":
        return Status.FORWARDED
    return next(status for status in Status if status in flow.MOVES[verb].start)


def names_offered(card: PetitionPage) -> set[str]:
    named = [each.objectName() for kind in (QPushButton, QAction) for each in card.tools.findChildren(kind)]
    return {name.removeprefix("petition.step.") for name in named if name.startswith("petition.step.")}


def test_every_step_of_the_table_has_its_form_or_is_the_correction() -> None:
    assert {step.verb for step in FORMS} | {"correct"} == set(flow.MOVES)
    assert set(TYPED) == {step.verb for step in FORMS}


@pytest.mark.parametrize("verb", list(TYPED))
def test_a_step_is_done_by_its_form(
    desk: PetitionsDesk, services: Services, tmp_path: Path, qtbot: QtBot, verb: str
) -> None:
    status = start_of(verb)
    number = ready(services.petitions, status, verb, tmp_path)
    card = opened(desk, number, qtbot)
    qtbot.waitUntil(lambda: verb in names_offered(card))
    card.tools.open_step(verb)
    form = dialog(desk)
    for name, value in TYPED[verb](tmp_path).items():
        form.form.field(name).set_value(value)
    form.save()
    qtbot.waitUntil(lambda: verb in [step.verb for step in services.petitions.history(number)])
    assert services.petitions.petition(number).status is (flow.MOVES[verb].to or status)


@pytest.mark.parametrize("status", list(Status))
def test_from_each_status_exactly_the_steps_of_the_table_are_offered(
    stage: Stage, services: Services, tmp_path: Path, status: Status
) -> None:
    petitions = services.petitions
    number = ready(petitions, status, "", tmp_path)
    row = petitions.petition(number)
    shown = {step.verb for step in offered(stage.env, row, petitions.allowed(number))}
    assert shown == set(flow.allowed(row)) - {"correct"}
    for verb in set(flow.MOVES) - set(flow.allowed(row)):
        assert verb not in shown


def test_a_petition_that_waits_offers_what_may_be_done_meanwhile(
    stage: Stage, services: Services, tmp_path: Path
) -> None:
    number = ready(services.petitions, Status.RECEIVED, "resume", tmp_path)
    row = services.petitions.petition(number)
    shown = {step.verb for step in offered(stage.env, row, services.petitions.allowed(number))}
    assert "resume" in shown
    assert shown <= {verb for verb, move in flow.MOVES.items() if move.while_paused}


@pytest.mark.parametrize("agreed", [True, False])
def test_to_make_a_case_a_denunciation_is_asked_about_first(
    desk: PetitionsDesk, services: Services, number: str, ask: ScriptedAsk, qtbot: QtBot, agreed: bool
) -> None:
    card = opened(desk, number, qtbot)
    card.tools.open_step("reclass")
    form = dialog(desk)
    form.form.set_values({"kind": Kind.DENUNCIATION, "reason": "theo nội dung", "paper_place": "Tủ số 1"})
    ask.will("confirm", agreed)
    form.save()
    assert "wiped for good" in ask.asked[0][2]
    if agreed:
        qtbot.waitUntil(lambda: services.petitions.petition(number).secret)
        assert services.petitions.petition(number).sender is None
    else:
        assert form.yes.isEnabled()
        assert not services.petitions.petition(number).secret
        form.form.mark_clean()
