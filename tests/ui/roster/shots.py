"""The roster's windows to look at: with nobody, with the sample's people, and with three hundred of long names."""

from datetime import date, timedelta
from functools import partial
from pathlib import Path
from tempfile import gettempdir
from typing import Final

import xlsxwriter
from PySide6.QtWidgets import QDialog, QWidget

from frontdesk.roster import BodyKind, MembershipRow, Step
from tests.ui.pictures import Shot
from tests.ui.roster.crowd import LONG_NAME, Nobody, crowd
from tests.ui.stage import Stage, instead
from ui.desk.records import RecordPanel
from ui.roster.bulk import bulk_dialog
from ui.roster.desk import RosterDesk
from ui.roster.importing.dialog import ImportDialog
from ui.roster.papers import PaperDialog, papers
from ui.roster.postorder import PostOrderDialog
from ui.roster.posts import appoint_dialog, end_dialog
from ui.roster.termdialog import TermDialog

TABS: Final = ("people", "bodies", "areas", "composition", "merits", "reminders")
MERITS: Final = ("courses", "praise", "models", "visits")
SHEET: Final = (
    ("DANH SÁCH BAN CÔNG TÁC MẶT TRẬN",),
    ("STT", "Họ và tên", "Năm sinh", "Chức vụ", "Khu phố", "Điện thoại", "Cột lạ"),
    (1, LONG_NAME, 1956, "Trưởng ban", "Khu phố 3", "0912345678", "?"),
    (2, "Lê Thị Ngọc Bích", 1980, "Thành viên", "Khu phố 99", "0987654321", ""),
    (3, "Trần Văn Tám", "ba mươi", "Thành viên", "Khu phố 3", "12", ""),
)


def desk(tab: str, stage: Stage) -> QWidget:
    """The desk with one part in front."""
    crowd(stage.env.services.roster)
    made = RosterDesk(stage.env)
    made.tabs.setCurrentIndex(TABS.index(tab))
    return made


def empty(tab: str, stage: Stage) -> QWidget:
    """The desk before anything is in it."""
    services = stage.env.services
    env = instead(stage.env, roster=Nobody(services.store, services.office))
    made = RosterDesk(env)
    made.tabs.setCurrentIndex(TABS.index(tab))
    return made


def merits(at: int, stage: Stage) -> QWidget:
    """One of the lists of merits, its first row chosen."""
    crowd(stage.env.services.roster)
    made = RosterDesk(stage.env)
    made.tabs.setCurrentWidget(made.merits)
    made.merits.tabs.setCurrentIndex(at)
    panel = made.merits.tabs.widget(at)
    assert isinstance(panel, RecordPanel)
    panel.pane.model.modelReset.connect(partial(panel.pane.table.selectRow, 0))
    return made


def card(stage: Stage) -> QWidget:
    """A person's card."""
    number = crowd(stage.env.services.roster)
    made = RosterDesk(stage.env)
    made.open_record(number)
    return made


def editor(number: str | None, stage: Stage) -> QWidget:
    """The form of a person."""
    roster = stage.env.services.roster
    long = crowd(roster)
    made = RosterDesk(stage.env)
    made.people.open_editor(None if number is None else roster.person(long))
    return made


def body(stage: Stage) -> QWidget:
    """The bodies with the committee chosen."""
    made = desk("bodies", stage)
    assert isinstance(made, RosterDesk)
    committee = stage.env.services.roster.bodies(BodyKind.COMMITTEE)[0]
    made.bodies.pane.model.modelReset.connect(partial(made.bodies.pane.select, committee.id))
    return made


def over(stage: Stage) -> QWidget:
    """A window for dialogs to stand over; never shown."""
    return stage.window


def held(stage: Stage) -> MembershipRow:
    """The post of the long name."""
    return stage.env.services.roster.person(crowd(stage.env.services.roster)).memberships[0]


def appoint(stage: Stage) -> QDialog:
    """A post to give."""
    person = stage.env.services.roster.person(crowd(stage.env.services.roster))
    return appoint_dialog(stage.env, person, over(stage))


def end(stage: Stage) -> QDialog:
    """A post to end."""
    person = stage.env.services.roster.person(crowd(stage.env.services.roster))
    return end_dialog(stage.env, person, held(stage), over(stage))


def bulk(stage: Stage) -> QDialog:
    """Many people at once."""
    return bulk_dialog(stage.env, ("NG-0001", "NG-0002"), over(stage))


def paper(stage: Stage) -> QDialog:
    """What a paper asks."""
    kind = next(kind for kind in papers() if kind.name == "changes")
    return PaperDialog(stage.env, kind, None, over(stage))


def post_order(stage: Stage) -> QDialog:
    """The order of protocol."""
    crowd(stage.env.services.roster)
    return PostOrderDialog(stage.env, over(stage))


def term(step: Step, stage: Stage) -> QDialog:
    """A step of the change of a term."""
    crowd(stage.env.services.roster)
    committee = stage.env.services.roster.bodies(BodyKind.COMMITTEE)[0]
    made = TermDialog(stage.env, (committee.name,), over(stage))
    made.flow.name, made.flow.day = "khóa II, nhiệm kỳ 2026 - 2031", date(2026, 7, 1) + timedelta(1)
    while made.flow.step is not step:
        made.flow.forward()
        made.flow.tick_all()
    made._show()
    return made


def sheet() -> Path:
    """A small list with everything in it that asks for an answer."""
    path = Path(gettempdir()) / "danh-sach-ban-ctmt.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        for row, cells in enumerate(SHEET):
            page.write_row(row, 0, cells)
    return path


def importing(step: int, stage: Stage) -> QDialog:
    """A step of the import."""
    crowd(stage.env.services.roster)
    made = ImportDialog(stage.env, over(stage))
    if step:
        made.stack.currentChanged.connect(partial(_go_on, made, step))
        made.take_file(sheet())
    return made


def _go_on(dialog: ImportDialog, step: int, at: int) -> None:
    if at < step == 2:
        dialog._on_next()


SHOTS: list[Shot] = [
    *(Shot(f"roster-{tab}", partial(desk, tab), True) for tab in TABS),
    *(Shot(f"roster-{tab}-empty", partial(empty, tab), True) for tab in TABS),
    *(Shot(f"roster-merits-{name}", partial(merits, at), True) for at, name in enumerate(MERITS)),
    Shot("roster-body", body, True),
    Shot("roster-card", card, True),
    Shot("roster-editor", partial(editor, "long"), True),
    Shot("roster-new", partial(editor, None), True),
    Shot("roster-appoint", appoint),
    Shot("roster-end-post", end),
    Shot("roster-bulk", bulk),
    Shot("roster-paper", paper),
    Shot("roster-post-order", post_order),
    Shot("roster-term-1", partial(term, Step.TERM)),
    Shot("roster-term-2", partial(term, Step.SEATS)),
    Shot("roster-term-3", partial(term, Step.REVIEW)),
    Shot("roster-import-1", partial(importing, 0)),
    Shot("roster-import-2", partial(importing, 1)),
    Shot("roster-import-3", partial(importing, 2)),
]
