"""Pictures of the shell and of what stands before it."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from frontdesk.errors import DeskUnavailable, RuleBroken, Trouble
from frontdesk.messages import _
from frontdesk.office import CommuneRow, PaperAsk
from frontdesk.store import recovery_code
from main import wire
from tests.ui.pictures import Shot
from tests.ui.stage import Stage
from ui.desk.about import About
from ui.desk.first_run import Header, Step
from ui.desk.framing import DeskWindow, House, Opener
from ui.desk.locking import LockScreen
from ui.desk.login import LoginWindow
from ui.desk.search import SearchBox
from ui.desk.shell import Shell
from ui.desk.statusline import StatusLine
from ui.desk.wizard import Wizard
from ui.parts.notices import Weight

COMMUNE = CommuneRow("11308", "phường", "Hải Đông", "Thành phố Hải Phòng")
CHAIR = "Trần Quốc Hưng"


def house(stage: Stage) -> House:
    env = stage.env
    return House(env.services, env.lane, env.relay, env.theme, env.state, wire(), env.ask)


def shell(stage: Stage) -> QWidget:
    window = Shell(house(stage))
    window.open_desk(0)
    window.show_age(stage.env.services.store.clock.now())
    return window


def notices(stage: Stage) -> QWidget:
    window = Shell(house(stage))
    window.open_desk(0)
    window.show_age(None)
    window.resize(1366, 768)
    window.show()
    window.env.notices.say(_("The backup is made and checked."))
    window.env.notices.say(_("{number} cannot be opened here.").format(number="DS-2026-0001"), Weight.WARN)
    return window


def own_window(stage: Stage) -> QWidget:
    given = house(stage)
    return DeskWindow(given, given.wiring.desks[0])


def search(stage: Stage) -> QWidget:
    stage.window.resize(1366, 768)
    box = SearchBox(stage.env.lane, wire().desks, stage.window)
    box.line.setText("đường")
    box.open_over(stage.window)
    return box


def lock(stage: Stage) -> QWidget:
    screen = LockScreen(stage.env.services.store, stage.env.lane, stage.window)
    screen.form.show_error(
        RuleBroken("lock.wrong", _("The passphrase is wrong. Check Caps Lock and UniKey."), "passphrase")
    )
    return screen


def login(stage: Stage) -> LoginWindow:
    return LoginWindow(stage.env.services.store.folder, None, stage.env.lane, stage.env.theme)


def login_held(stage: Stage) -> QWidget:
    window = login(stage)
    said = _(
        "The office is open: {user} on computer {computer}, since {since}. Close it there, then try again; "
        "it can be opened read-only meanwhile."
    ).format(user="Nguyễn Thị Mai", computer="MAY-VAN-PHONG", since="22/06/2026 07:45")
    window.sign_in.show_error(DeskUnavailable(Trouble.LOCKED, said))
    return window


def recover(stage: Stage) -> QWidget:
    window = login(stage)
    window.sign_in.forgot.click()
    return window


def wizard(step: Step, stage: Stage) -> QWidget:
    """The wizard as it stands at a step, everything before it answered."""
    window = Wizard(Path("office"), stage.env.lane, stage.env.theme, stage.env.state, stage.env.ask)
    flow = window.flow
    flow.commune, flow.header = COMMUNE, Header.of(COMMUNE)
    flow.signers = {"chair": CHAIR, "fund": CHAIR, "accountant": "Lê Ngọc Thảo"}
    flow.user = "Lê Ngọc Thảo"
    if step in (Step.RECOVERY, Step.TYPE_BACK):
        flow.code = recovery_code()
    flow.step = step
    window.show()
    window._show()
    if step is Step.HEADER:
        window.page.view._draw()
    if step is Step.USER:
        window.page.form.field("passphrase").set_value("quê hương")
        window.page.form.changed.emit()
    if step is Step.RESTORE:
        stage.env.services.store.back_up()
        window.restore.offer(stage.env.services.store.folder)
    return window


def paper(stage: Stage) -> QWidget:
    return Opener(house(stage), stage.window).show_paper("minutes", PaperAsk("HN-2026-0001"))


def status(stage: Stage) -> QWidget:
    line = StatusLine()
    line.tell("Ủy ban MTTQ Việt Nam phường Hải Đông", stage.env.services.store.session, read_only=False)
    line.show_age(None, date(2026, 6, 22))
    line.resize(1366, 40)
    return line


SHOTS = [
    Shot("shell", shell, whole_screen=True),
    Shot("shell-notices", notices, whole_screen=True),
    Shot("own-window", own_window),
    Shot("search", search),
    Shot("lock", lock),
    Shot("login", login),
    Shot("login-held", login_held),
    Shot("login-recover", recover),
    Shot("paper", paper, whole_screen=True),
    Shot("status", status),
    Shot("about", lambda stage: About()),
    *(Shot(f"wizard-{number}-{step.value}", partial(wizard, step)) for number, step in enumerate(Step)),
]
