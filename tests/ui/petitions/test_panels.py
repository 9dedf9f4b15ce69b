"""The other parts of the desk: chasing, agencies, figures, the deadline table; and what a viewer is offered."""

from collections import Counter
from datetime import date, datetime

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from frontdesk.commands.services import Services
from frontdesk.office import CalendarDay, ListAsk, SetDay
from frontdesk.petitions import Kind, PetitionFilter, Register, asks
from frontdesk.petitions.rules.deadlines import Counting, Event, Step
from frontdesk.petitions.rules.words import Contact, Level, Route
from frontdesk.store import Role, Session
from tests.conftest import StandingClock
from tests.ui.asking import ScriptedAsk
from tests.ui.petitions.test_card import dialog
from tests.ui.stage import Stage
from ui.desk.dialogs import FormDialog
from ui.parts.fields import Choice
from ui.petitions.card import PetitionPage
from ui.petitions.deadlines import RuleLine
from ui.petitions.desk import PetitionsDesk
from ui.settings.days import DaysPanel

AGENCY = "UBND phường Hải Đông"


@pytest.fixture
def owed(services: Services, number: str, clock: StandingClock) -> list[str]:
    """Two petitions that an agency has not answered for forty days; the desk stands forty days later."""
    petitions = services.petitions
    other = petitions.register(Register(Kind.REPORT, "Mương thoát nước tắc", sender="Lê Thị An")).number
    for each in (number, other):
        petitions.classify(asks.Classify(each, Route.FORWARD))
        petitions.forward(asks.Forward(each, AGENCY))
    clock.moment = datetime(2026, 8, 3, 8, 0)
    return [number, other]


@pytest.fixture
def later(stage: Stage, owed: list[str], qtbot: QtBot) -> PetitionsDesk:
    made = PetitionsDesk(stage.env)
    with qtbot.waitActive(stage.window):
        stage.show(made)
    return made


def press(desk: PetitionsDesk, name: str) -> None:
    """Press a button of whatever part it stands in."""
    button = desk.findChild(QPushButton, name)
    assert button.isEnabled()
    button.click()


def closed(desk: PetitionsDesk) -> bool:
    """Whether no form is open any more."""
    return not any(form.isVisible() for form in desk.findChildren(FormDialog))


# Chasing


@pytest.fixture
def chasing(later: PetitionsDesk, qtbot: QtBot) -> PetitionsDesk:
    later.tabs.setCurrentWidget(later.chasing)
    # Who owes most is selected by itself.
    qtbot.waitUntil(lambda: later.chasing.owed.table.model().rowCount() == 2)
    return later


def test_a_whole_agency_is_urged_at_once(
    chasing: PetitionsDesk, services: Services, owed: list[str], qtbot: QtBot
) -> None:
    press(chasing, "chasing.urge")
    form = dialog(chasing)
    form.form.field("document").set_value("31/MTTQ-BTT")
    form.save()
    qtbot.waitUntil(lambda: services.petitions.to_urge() == [])
    for number in owed:
        urged = services.petitions.history(number)[-1]
        assert (urged.verb, urged.document) == ("urge", "31/MTTQ-BTT")
    qtbot.waitUntil(lambda: chasing.chasing.pane.model.rowCount() == 0)


def test_the_letter_is_about_all_the_agency_owes(chasing: PetitionsDesk, stage: Stage) -> None:
    press(chasing, "chasing.letter")
    ((kind, ask),) = stage.papers
    assert (kind, ask.number) == ("reminder", AGENCY)


def test_what_the_agency_owes_leads_to_the_petition(chasing: PetitionsDesk, stage: Stage, owed: list[str]) -> None:
    table = chasing.chasing.owed.table
    table.selectRow(0)
    chasing.chasing.owed.opened.emit()
    assert stage.jumps[0] in owed


def test_what_is_above_our_competence_goes_upward_in_one_list(
    later: PetitionsDesk, services: Services, qtbot: QtBot
) -> None:
    petitions = services.petitions
    number = petitions.register(Register(Kind.PROPOSAL, "Xin mở tuyến xe buýt", sender="Lê Thị An")).number
    petitions.classify(asks.Classify(number, Route.FORWARD, to="Sở Xây dựng"))
    press(later, "chasing.upward")
    form = dialog(later)
    form.save()
    assert form.form.error_text("to") == "The agency is needed."
    form.form.field("to").set_value(Choice("MTTQ tỉnh", "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh"))
    form.save()
    qtbot.waitUntil(lambda: petitions.petition(number).status.value == "forwarded")
    assert petitions.petition(number).upward


# Agencies


def test_an_agency_is_added_corrected_and_ended(desk: PetitionsDesk, services: Services, qtbot: QtBot) -> None:
    desk.tabs.setCurrentWidget(desk.agencies)
    desk.new_record()
    form = dialog(desk)
    form.save()
    assert form.form.error_text("name") == "The name is needed."
    form.form.set_values({"name": "Sở Xây dựng", "competence": "Nhà ở, đường sá"})
    form.save()
    qtbot.waitUntil(lambda: [row.level for row in services.petitions.agencies()] == [Level.PROVINCE])
    qtbot.waitUntil(lambda: closed(desk) and desk.agencies.pane.model.rowCount() == 1)
    desk.agencies.pane.table.selectRow(0)
    press(desk, "agencies.edit")
    form = dialog(desk)
    form.form.field("address").set_value("Số 1 phố Huế")
    form.save()
    qtbot.waitUntil(lambda: services.petitions.agencies()[0].address == "Số 1 phố Huế")
    qtbot.waitUntil(lambda: closed(desk) and desk.agencies.current() is not None)
    press(desk, "agencies.end")
    dialog(desk).save()
    qtbot.waitUntil(lambda: services.petitions.agencies() == [])


def test_an_agency_that_owes_answers_needs_a_successor(
    later: PetitionsDesk, services: Services, owed: list[str], qtbot: QtBot
) -> None:
    later.tabs.setCurrentWidget(later.agencies)
    qtbot.waitUntil(lambda: later.agencies.pane.model.rowCount() == 1)
    later.agencies.pane.table.selectRow(0)
    press(later, "agencies.end")
    form = dialog(later)
    form.save()
    qtbot.waitUntil(lambda: "successor" in form.form.error_text("successor"))
    services.petitions.add_agency(asks.AddAgency("Phòng Kinh tế"))
    form.form.field("successor").set_value(Choice("Phòng Kinh tế", "Phòng Kinh tế"))
    form.save()
    qtbot.waitUntil(lambda: services.petitions.petition(owed[0]).forwarded_to == "Phòng Kinh tế")


# Figures


def test_the_figures_are_those_of_the_service(
    later: PetitionsDesk, services: Services, owed: list[str], stage: Stage, qtbot: QtBot
) -> None:
    services.petitions.answer(asks.Answer(owed[0], "Đã sửa"))
    services.petitions.tell(asks.Tell(owed[0], Contact.PHONE, satisfied=True))
    later.tabs.setCurrentWidget(later.figures)
    panel = later.figures
    qtbot.waitUntil(lambda: panel.table.table.model().rowCount() > 0)
    wanted = services.petitions.statistics(date(2026, 1, 1), date(2026, 8, 3))
    model = panel.table.table.model()

    def lines() -> list[list[str]]:
        return [[str(model.index(at, column).data()) for column in range(6)] for at in range(model.rowCount())]

    def expected(named: list[tuple[str, object]]) -> list[list[str]]:
        names = ("carried_over", "received", "settled", "open", "overdue")
        return [[name, *(str(getattr(tally, each)) for each in names)] for name, tally in named]

    kinds = {"Proposal (kiến nghị)": Kind.PROPOSAL, "Report (phản ánh)": Kind.REPORT}
    qtbot.waitUntil(lambda: lines() == expected([(name, wanted.by_kind[kind]) for name, kind in kinds.items()]))
    panel.group.set_value("agency")
    panel.group.changed.emit()
    assert lines() == expected([(AGENCY, wanted.by_agency[AGENCY])])
    assert str(model.index(0, 6).data()) == "1 of 2 (50,0%)"
    # One side within another: what the agency owes of one kind.
    only = PetitionFilter(kind=Kind.REPORT)
    of_kind = services.petitions.statistics(date(2026, 1, 1), date(2026, 8, 3), only)
    assert of_kind.by_agency != wanted.by_agency
    panel.only.set_value(only)
    panel.only.changed.emit()
    qtbot.waitUntil(lambda: lines() == expected(list(of_kind.by_agency.items())))
    assert panel.only.value() == only
    later.print_current()
    assert stage.papers[-1][0] == "petition-report"


def test_no_figure_goes_out_of_sight_where_letters_are_large(later: PetitionsDesk, stage: Stage, qtbot: QtBot) -> None:
    panel = later.figures
    later.tabs.setCurrentWidget(panel)
    table = panel.table.table
    qtbot.waitUntil(lambda: table.model().rowCount() > 0)
    assert panel.bars.isVisible()
    stage.env.theme.set_zoom(1.5)
    qtbot.waitUntil(lambda: not panel.bars.isVisible())
    assert table.horizontalScrollBar().maximum() == 0
    stage.env.theme.set_zoom(1.0)
    qtbot.waitUntil(panel.bars.isVisible)


def test_days_that_run_backwards_leave_the_figures_as_they_are(later: PetitionsDesk, qtbot: QtBot) -> None:
    later.tabs.setCurrentWidget(later.figures)
    panel = later.figures
    qtbot.waitUntil(lambda: panel.table.table.model().rowCount() > 0)
    panel.since.set_value(date(2026, 12, 1))
    panel.since.changed.emit()
    assert panel.table.table.model().rowCount() > 0


# The deadline table


def test_rules_for_one_step_are_told_apart_by_what_they_are_narrowed_to(services: Services) -> None:
    lines = [RuleLine(at, rule) for at, rule in enumerate(services.petitions.rules())]
    told = Counter((line.rule.kind, line.rule.step, line.case) for line in lines)
    assert max(told.values()) == 1
    assert max(len(line.case) for line in lines) <= 24


def test_a_rule_is_changed_and_what_has_moved_is_shown(
    desk: PetitionsDesk, services: Services, number: str, stage: Stage, qtbot: QtBot
) -> None:
    before = services.petitions.petition(number).due
    desk.tabs.setCurrentWidget(desk.deadlines)
    panel = desk.deadlines
    qtbot.waitUntil(lambda: panel.pane.model.rowCount() > 10)
    at = next(line.id for line in panel._rows if line.rule.name == "xu-ly-don")
    assert panel.pane.select(at)
    press(desk, "rules.edit")
    form = dialog(desk)
    form.form.field("days").set_value(12)
    form.save()
    qtbot.waitUntil(lambda: services.petitions.petition(number).due != before)
    qtbot.waitUntil(lambda: "1 deadline has moved." in stage.env.notices.texts)
    assert panel.moved.table.model().index(0, 0).data() == number
    panel.moved.table.selectRow(0)
    panel.moved.opened.emit()
    assert stage.jumps == [number]


def test_a_new_rule_needs_its_law(desk: PetitionsDesk, services: Services, qtbot: QtBot) -> None:
    desk.tabs.setCurrentWidget(desk.deadlines)
    desk.new_record()
    form = dialog(desk)
    form.form.set_values({"name": "tra-loi-kien-nghi", "days": 15, "step": Step.ANSWER})
    form.save()
    assert form.form.error_text("law") == "Law and article is needed."
    form.form.set_values(
        {"law": "Quy chế phối hợp 2026", "counting": Counting.WORKING, "counted_from": Event.FORWARDED}
    )
    form.save()
    qtbot.waitUntil(lambda: "tra-loi-kien-nghi" in [rule.name for rule in services.petitions.rules()])


def test_a_rule_ends_and_petitions_are_counted_without_it(
    desk: PetitionsDesk, services: Services, number: str, qtbot: QtBot
) -> None:
    desk.tabs.setCurrentWidget(desk.deadlines)
    panel = desk.deadlines
    qtbot.waitUntil(lambda: panel.pane.model.rowCount() > 10)
    panel.pane.select(next(line.id for line in panel._rows if line.rule.name == "xu-ly-don"))
    press(desk, "rules.end")
    form = dialog(desk)
    form.form.field("valid_to").set_value(date(2026, 1, 1))
    form.save()
    qtbot.waitUntil(lambda: services.petitions.petition(number).due is None)
    assert "Chưa có quy định" in (services.petitions.petition(number).due_why or "")


def test_a_new_holiday_moves_open_deadlines_and_the_petition_says_so(
    desk: PetitionsDesk, services: Services, number: str, qtbot: QtBot
) -> None:
    due = services.petitions.petition(number).due
    assert due is not None
    services.office.set_day(SetDay(due, CalendarDay.HOLIDAY, "Nghỉ bão"))
    after = services.petitions.petition(number)
    assert after.due is not None
    assert after.due > due
    assert "Nghỉ bão" in (after.due_why or "")
    assert services.petitions.history(number)[-1].verb == "recount"
    assert [moved.number for moved in services.petitions.moved] == [number]


def test_the_calendar_says_which_deadlines_a_new_holiday_has_moved(
    stage: Stage, services: Services, number: str, qtbot: QtBot
) -> None:
    due = services.petitions.petition(number).due
    calendar = DaysPanel(stage.env)
    stage.show(calendar)
    calendar.begin_new()
    form = next(each for each in calendar.findChildren(FormDialog) if each.isVisible())
    form.form.set_values({"day": due, "kind": CalendarDay.HOLIDAY, "name": "Nghỉ bão"})
    form.save()
    qtbot.waitUntil(lambda: f"1 deadline has moved: {number}." in stage.env.notices.texts)


# Who may only look


def test_a_viewer_is_offered_nothing_that_writes(
    stage: Stage, services: Services, number: str, ask: ScriptedAsk, qtbot: QtBot
) -> None:
    services.store.session = Session("Người xem", frozenset({Role.VIEWER}))
    desk = PetitionsDesk(stage.env)
    stage.show(desk)
    for name in ("petitions.new", "chasing.upward", "chasing.urge", "agencies.new", "agencies.edit", "rules.new",
                 "rules.recount", "rules.edit"):  # fmt: skip
        assert desk.findChild(QPushButton, name) is None
    lines = {action.objectName() for action in desk.findChildren(QAction)}
    assert lines & {"petitions.import", "petitions.undo_import"} == set()
    assert "petitions.export" in lines
    desk.new_record()
    assert desk.petitions.intake is None
    desk.open_record(number)
    card = desk.petitions.card
    assert card is not None
    qtbot.waitUntil(lambda: card.row is not None)
    named = {each.objectName() for kind in (QPushButton, QAction) for each in card.tools.findChildren(kind)}
    assert {name for name in named if name.startswith(("petition.step.", "petition.sensitive"))} == set()
    assert "petition.paper.case" in named


def test_the_identity_paper_is_masked_until_somebody_asks(
    desk: PetitionsDesk, services: Services, qtbot: QtBot
) -> None:
    row = services.petitions.register(
        Register(Kind.REPORT, "Đường ngập", sender="Lê Thị An", sender_identity="038099001234")
    )
    desk.open_record(row.number)
    card = desk.petitions.card
    assert card is not None
    qtbot.waitUntil(lambda: card.row is not None)
    assert "038099001234" not in _shown(card)
    action = card.tools.findChild(QAction, "petition.sensitive")
    action.trigger()
    qtbot.waitUntil(lambda: "038099001234" in _shown(card))
    assert _noted(services) == [row.number]
    # Shown as long as the petition stays in front.
    desk.petitions.back_to_list()
    desk.open_record(row.number)
    again = desk.petitions.card
    assert again is not None
    qtbot.waitUntil(lambda: again.row is not None)
    assert "038099001234" not in _shown(again)


def test_the_reception_book_asks_whether_identity_papers_stand_whole(desk: PetitionsDesk, stage: Stage) -> None:
    action = desk.findChild(QAction, "petitions.paper.reception-book")
    action.trigger()
    form = dialog(desk)
    assert form.form.field("sensitive").value() is False
    form.form.field("sensitive").set_value(True)
    form.yes.click()
    (kind, wanted) = stage.papers[-1]
    assert (kind, wanted.sensitive, wanted.since) == ("reception-book", True, date(2026, 1, 1))


def _shown(card: PetitionPage) -> str:
    return " ".join(each.text() for each in card.facts.findChildren(QLabel))


def _noted(services: Services) -> list[str]:
    return [str(row["number"]) for row in services.journal(ListAsk()) if row["deed"] == "petitions.show_sensitive"]
