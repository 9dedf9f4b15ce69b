"""The pages of the first questions for a new office: what each shows, and what it hands to the flow."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from frontdesk.messages import _, mark
from frontdesk.office import CommuneRow, commune, communes
from frontdesk.vietnamese import fold, text_key
from ui.desk.first_run import SIGNING_POSTS, FirstRun, Header, in_two_lines
from ui.desk.letterhead_view import LetterheadView
from ui.desk.signing import PassphraseField
from ui.desk.strength import StrengthView
from ui.parts.fields import Choice, LineField
from ui.parts.form import Form
from ui.parts.headings import Hint, Page, label
from ui.parts.lane import Lane
from ui.parts.picker import PickerField
from ui.parts.theme import SPACE

MOST_OFFERED: Final = 60
POST_TITLES: Final = {
    "chair": mark("&Chair"),
    "deputy": mark("&Deputy chair"),
    "fund": mark("Head of the &fund's board"),
    "accountant": mark("&Accountant of the fund"),
    "treasurer": mark("&Treasurer of the fund"),
}


def find_communes(text: str) -> list[Choice]:
    """The communes a person may mean by `text`: those whose own name it is first, then those of a province."""
    wanted = fold(text)

    def distance(row: CommuneRow) -> tuple[bool, bool, str, str]:
        own = fold(f"{row.kind} {row.short}").split()
        is_own = all(any(word.startswith(typed) for word in own) for typed in wanted.split())
        return not fold(row.short).startswith(wanted), not is_own, text_key(row.short), row.province

    return [Choice(row.code, row.name, row.province) for row in sorted(communes(text), key=distance)[:MOST_OFFERED]]


class FirstPage(Page):
    """A page of the wizard: `enter` shows what is known, `leave` hands over what was typed or raises RuleBroken."""

    title = ""
    detail = ""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.form = Form(f"first_{name}")

    def enter(self, flow: FirstRun) -> None:
        """Show what is known so far."""

    def leave(self, flow: FirstRun) -> None:
        """Hand over what was typed."""


class Welcome(FirstPage):
    """Four ways to begin."""

    title = mark("Welcome to the front desk")
    detail = mark("Everything stays on this computer, encrypted. What would you like to do?")
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("welcome")
        self.buttons: list[QPushButton] = []
        for key, text, what in (
            ("new", _("Set up a &new office"), _("Six short pages: commune, letterhead, who signs, your name.")),
            (
                "sample",
                _("Try the &sample office"),
                _("Invented people, conferences, a fund; nothing can go wrong."),
            ),
            ("open", _("&Open an office that is there already"), _("On this computer, or on a stick.")),
            ("restore", _("&Restore a backup"), _("After the computer was changed or damaged.")),
        ):
            button = QPushButton(text)
            button.setObjectName(f"welcome.{key}")
            button.setProperty("role", "choice")
            button.setProperty("key", key)
            button.setAccessibleDescription(what)
            button.clicked.connect(self._on_clicked)
            self.buttons.append(button)
            self.add(_pair(button, Hint(what)))
        self.buttons[0].setProperty("first", True)

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(str(self.sender().property("key")))


class ChooseCommune(FirstPage):
    """Which commune, typed without marks."""

    title = mark("Which commune?")
    detail = mark("Since July 2025 there are 3,321 communes, wards and special zones; all are here.")

    def __init__(self, lane: Lane) -> None:
        super().__init__("commune")
        self.picker = PickerField(find_communes, lane=lane, hint=_("hai dong"))
        self.form.add(
            "commune", _("&Commune"), self.picker, hint=_("Two letters are enough to begin, marks are not needed.")
        )
        self.add(self.form)

    def enter(self, flow: FirstRun) -> None:
        if flow.commune is not None:
            row = flow.commune
            self.form.set_values({"commune": Choice(row.code, row.name, row.province)})

    def leave(self, flow: FirstRun) -> None:
        chosen = self.picker.value()
        flow.choose_commune(_commune_of(chosen))


class ChooseHeader(FirstPage):
    """The lines of the letterhead, with the head of a paper as it will print."""

    title = mark("The letterhead")
    detail = mark("This is how the head of every paper will print. Correct a line if your office writes it otherwise.")

    def __init__(self, lane: Lane, year: int) -> None:
        super().__init__("header")
        self.form.add("front_line", _("&First line"), LineField())
        self.form.add("organ_line", _("&Bold line"), LineField())
        self.form.add("place", _("&Place before the date"), LineField())
        self.view = LetterheadView(lane, year)
        self.form.changed.connect(self._show)
        self.add(self.form)
        self.add(self.view)

    def enter(self, flow: FirstRun) -> None:
        if flow.header is not None:
            header = flow.header
            lines = {"front_line": header.front_line, "organ_line": header.organ_line, "place": header.place}
            self.form.set_values(lines)
            self._show()

    def leave(self, flow: FirstRun) -> None:
        flow.set_header(Header(**self.form.values()))

    @Slot()
    def _show(self) -> None:
        self.view.show_header(Header(**self.form.values()))


class ChooseSigners(FirstPage):
    """Who signs as what."""

    title = mark("Who signs?")
    detail = mark("The names under the signatures. Leave blank what you do not know yet; Settings has it all again.")

    def __init__(self) -> None:
        super().__init__("signers")
        for post in SIGNING_POSTS:
            self.form.add(post, _(POST_TITLES[post]), LineField())
        self.add(self.form)

    def enter(self, flow: FirstRun) -> None:
        self.form.set_values(flow.signers)

    def leave(self, flow: FirstRun) -> None:
        flow.set_signers(self.form.values())


class ChooseUser(FirstPage):
    """The first user, and the passphrase with its strength."""

    title = mark("Your name and your passphrase")
    detail = mark("You are the first user and may do everything; others are let in later under Settings.")

    def __init__(self) -> None:
        super().__init__("user")
        self._flow: FirstRun | None = None
        self.form.add("user", _("&Your name"), LineField(), hint=_("As it shall stand on the screen: Lê Ngọc Thảo."))
        self.form.add(
            "passphrase",
            _("&Passphrase"),
            PassphraseField(),
            hint=_("At least 8 letters. Four or five words are easier to keep than signs and figures."),
        )
        self.strength = StrengthView()
        self.form.add_wide(self.strength)
        self.form.add("again", _("Once &more"), PassphraseField())
        self.form.changed.connect(self._on_changed)
        self.add(self.form)

    def enter(self, flow: FirstRun) -> None:
        self._flow = flow
        self.form.set_values({"user": flow.user})

    @Slot()
    def _on_changed(self) -> None:
        if self._flow is None:
            return
        values = self.form.values()
        found = self._flow.strength(values["user"], values["passphrase"])
        self.strength.show_strength(found if values["passphrase"] else None)


class ShowRecovery(FirstPage):
    """The recovery code, to be printed."""

    title = mark("Print the recovery card")
    detail = mark("It is the only way back when a passphrase is forgotten. Nobody else can open the data, not even we.")
    print_asked = Signal()

    def __init__(self) -> None:
        super().__init__("recovery")
        self.code = label("", "code", name="recovery.code")
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.button = QPushButton(_("&Print the card…"))
        self.button.setObjectName("recovery.print")
        self.button.clicked.connect(self.print_asked)
        self.add(Hint(_("Print the card, or copy the code by hand. Lock it away, not beside the computer.")))
        self.add(self.code)
        self.add(left(self.button))

    def enter(self, flow: FirstRun) -> None:
        self.code.setText(in_two_lines(flow.code))

    def leave(self, flow: FirstRun) -> None:
        flow.printed()


class TypeBack(FirstPage):
    """The code typed back once, from the paper."""

    title = mark("Type the code back once")
    detail = mark("From the card you hold, so that it is certain to be right when it is needed.")

    def __init__(self) -> None:
        super().__init__("type_back")
        self.form.add(
            "code", _("Recovery &code"), LineField(), hint=_("Eight groups of six digits; blanks do not matter.")
        )
        self.add(self.form)

    def leave(self, flow: FirstRun) -> None:
        flow.type_back(self.form.values()["code"])


def _commune_of(chosen: Choice | None) -> CommuneRow | None:
    if chosen is None:
        return None
    return commune(chosen.key)


def _pair(button: QPushButton, hint: QWidget) -> QWidget:
    return _stacked((button, hint), SPACE.xs)


def left(button: QPushButton) -> QWidget:
    """A button at the left, no wider than its words."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    return holder


def _stacked(widgets: Sequence[QWidget], gap: int) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    for widget in widgets:
        column.addWidget(widget)
    return holder
