"""A desk for tests: a form with a draft, and a note of everything the shell asked of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.store import EVERYBODY, Deed
from ui.desk.drafting import draft_key
from ui.desk.env import DeskSpec, Env
from ui.parts.fields import LineField, TextField
from ui.parts.form import Form

NEVER = Deed("office.set", frozenset(), "a deed nobody may do")
ALWAYS = Deed("office.set", EVERYBODY, "a deed everybody may do")


class NotePage(QWidget):
    """A `DeskPage`."""

    title_changed = Signal()
    help_page = "notes"

    def __init__(self, env: Env, key: str = "notes") -> None:
        super().__init__()
        self.setObjectName(f"page.{key}")
        self.env, self.key = env, key
        self.title = ""
        self.asked: list[str] = []
        self.leaves = True
        self.form = Form(key)
        self.form.add("text", "Text", LineField())
        self.form.add("more", "More", TextField())
        self.form.add("sender", "Sender", LineField())
        self.form.save_asked.connect(self._on_save)
        column = QVBoxLayout(self)
        column.addWidget(self.form)

    def open_record(self, number: str) -> None:
        self.asked.append(f"open {number}")
        self.title = number
        self.env.keep_drafts(self.form, draft_key(self.key, number), secret={"sender"})
        self.title_changed.emit()

    def new_record(self) -> None:
        self.asked.append("new")
        self.env.keep_drafts(self.form, draft_key(self.key), secret={"sender"})

    def search(self, text: str) -> None:
        self.asked.append(f"search {text}".strip())

    def refresh(self) -> None:
        self.asked.append("refresh")

    def print_current(self) -> None:
        self.asked.append("print")

    def may_leave(self) -> bool:
        self.asked.append("leave?")
        return self.leaves

    def _on_save(self) -> None:
        self.asked.append("save")


def desk(key: str = "notes", *prefixes: str) -> DeskSpec:
    """The desk under a key, opening the numbers of `prefixes`."""
    return DeskSpec(key, key.capitalize(), "file", lambda env: NotePage(env, key), prefixes)
