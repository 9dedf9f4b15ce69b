"""One petition: the steps offered are those allowed, and each does its deed."""

import pytest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.petitions import Status
from frontdesk.petitions.asks import Classify, Forward
from frontdesk.petitions.rules.words import Route
from tests.ui.stage import Stage
from ui.desk.dialogs import FormDialog
from ui.petitions.card import PetitionPage
from ui.petitions.desk import PetitionsDesk
from ui.petitions.stepforms import STEPS, offered, step_dialog


def opened(desk: PetitionsDesk, number: str, qtbot: QtBot) -> PetitionPage:
    desk.open_record(number)
    card = desk.petitions.card
    assert card is not None
    qtbot.waitUntil(lambda: card.row is not None)
    return card


def buttons(card: PetitionPage) -> list[str]:
    named = [button.objectName() for button in card.tools.findChildren(QPushButton) if button.isVisible()]
    return [name.removeprefix("petition.step.") for name in named if name.startswith("petition.step.")]


def dialog(desk: PetitionsDesk) -> FormDialog:
    return next(each for each in desk.findChildren(QDialog) if isinstance(each, FormDialog) and each.isVisible())


def test_a_petition_just_received_is_to_be_classified(desk: PetitionsDesk, number: str, qtbot: QtBot) -> None:
    card = opened(desk, number, qtbot)
    qtbot.waitUntil(lambda: buttons(card) == ["classify"])


def test_a_step_done_offers_the_next_ones(desk: PetitionsDesk, services: Services, number: str, qtbot: QtBot) -> None:
    card = opened(desk, number, qtbot)
    card.tools.open_step("classify")
    form = dialog(desk)
    form.form.field("route").set_value(Route.FORWARD)
    form.save()
    qtbot.waitUntil(lambda: services.petitions.petition(number).status is Status.CLASSIFIED)
    qtbot.waitUntil(lambda: buttons(card) == ["forward", "guide", "give_back", "file"])


def test_every_deed_of_the_flow_has_its_form(stage: Stage, services: Services, number: str) -> None:
    row = services.petitions.petition(number)
    for step in STEPS:
        made = step_dialog(stage.env, row, step, stage.window, ("đơn.pdf",))
        assert made.windowTitle().startswith(step.button)
        assert made.form.values()


def test_what_is_needed_is_asked_beside_its_field(
    desk: PetitionsDesk, services: Services, number: str, qtbot: QtBot
) -> None:
    services.petitions.classify(Classify(number, Route.FORWARD))
    card = opened(desk, number, qtbot)
    card.tools.open_step("forward")
    form = dialog(desk)
    form.save()
    assert form.form.error_text("to") == "Agency is needed."


def test_forwarded_it_can_be_urged_and_answered(
    desk: PetitionsDesk, services: Services, number: str, qtbot: QtBot
) -> None:
    services.petitions.classify(Classify(number, Route.FORWARD))
    services.petitions.forward(Forward(number, "UBND phường"))
    card = opened(desk, number, qtbot)
    qtbot.waitUntil(lambda: buttons(card) == ["answer", "urge"])


def test_the_answer_goes_through_the_form(desk: PetitionsDesk, services: Services, number: str, qtbot: QtBot) -> None:
    services.petitions.classify(Classify(number, Route.FORWARD))
    services.petitions.forward(Forward(number, "UBND phường"))
    card = opened(desk, number, qtbot)
    card.tools.open_step("answer")
    form = dialog(desk)
    form.form.field("result").set_value("Đã thay bóng đèn")
    form.save()
    qtbot.waitUntil(lambda: services.petitions.petition(number).result == "Đã thay bóng đèn")


@pytest.mark.parametrize("verb", [step.verb for step in STEPS])
def test_a_step_is_offered_exactly_where_the_flow_allows_it(
    stage: Stage, services: Services, number: str, verb: str
) -> None:
    row = services.petitions.petition(number)
    allowed = services.petitions.allowed(number)
    assert (verb in [step.verb for step in offered(stage.env, row, allowed)]) is (verb in allowed)


def test_what_it_was_classified_for_comes_first(
    desk: PetitionsDesk, services: Services, number: str, qtbot: QtBot
) -> None:
    services.petitions.classify(Classify(number, Route.GUIDE))
    assert buttons(opened(desk, number, qtbot))[0] == "guide"
