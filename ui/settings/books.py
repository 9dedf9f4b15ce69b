"""Where the number books stand: the next paper takes the number after."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Slot

from frontdesk.messages import _
from frontdesk.office import SetBook
from ui.desk.dialogs import FormDialog
from ui.desk.doing import may
from ui.desk.env import Env
from ui.desk.records import RecordPanel
from ui.parts.fields import LineField
from ui.parts.form import required
from ui.parts.menus import Entry, push
from ui.parts.reading import NumberField
from ui.parts.rowtable import Empty
from ui.parts.table import Column

LAST_MOST = 99_999


@dataclass(frozen=True)
class BookLine:
    """A number book of this year."""

    id: int
    series: str
    year: int
    last: int


class BooksPanel(RecordPanel[BookLine]):
    """The books of this year; a book opens with the first paper of its kind."""

    help_page = "settings"

    def __init__(self, env: Env) -> None:
        super().__init__(
            env,
            "settings.books",
            _("Number books"),
            ("number_books",),
            (
                Column("series", _("Symbol"), 0),
                Column("year", _("Year"), 8, "right"),
                Column("last", _("Last number given"), 18, "right"),
            ),
            searched=lambda line: line.series,
            empty=Empty(
                _("No paper has a number yet this year"),
                _("A book opens with its first paper. An office that starts in mid-year says where its books stand."),
                _("Set a book…") if may(env, SetBook) else "",
            ),
        )
        if may(env, SetBook):
            self.add_tool(push(Entry(_("Set a book… (Ctrl+N)"), self.begin_new, name="books.new", role="main")))
        self.buttons = self.add_buttons((Entry(_("Change…"), self.on_opened, may(env, SetBook), "books.change"),))
        self.on_picked()

    def load(self) -> Sequence[BookLine]:
        """See `RecordPanel`."""
        office = self.env.services.office
        return [
            BookLine(at, book.series, book.year, book.last)
            for at, book in enumerate(office.books(office.today.year), 1)
        ]

    @Slot()
    def begin_new(self) -> None:
        """Say where a book stands that is not open yet."""
        if may(self.env, SetBook):
            office = self.env.services.office
            self._ask(office.symbol("BB"), office.today.year, 0, is_new=True)

    @Slot()
    def on_opened(self) -> None:
        """Say where the selected book stands."""
        line = self.current()
        if line is not None and may(self.env, SetBook):
            self._ask(line.series, line.year, line.last, is_new=False)

    @Slot()
    def on_picked(self) -> None:
        """See `RecordPanel`."""
        self.buttons.enable(self.current() is not None)

    def _ask(self, series: str, year: int, last: int, *, is_new: bool) -> None:
        hint = _("Numbers are never used twice: a book cannot be set back.")
        dialog = FormDialog(
            self.env,
            "book",
            _("Where a book stands"),
            _("Save"),
            partial(_set, series, is_new),
            self,
            says=_("Saved."),
            hint=hint,
        )
        if is_new:
            dialog.add("series", _("&Symbol"), LineField(), value=series)
        dialog.add("year", _("&Year"), NumberField(2000, 2099), value=year)
        dialog.add("last", _("&Last number given"), NumberField(0, LAST_MOST), value=last)
        dialog.begin()


def _set(series: str, is_new: bool, values: Mapping[str, Any]) -> SetBook:
    required(values, {"year": _("The year"), "last": _("The last number given")})
    return SetBook(values["series"] if is_new else series, values["year"], values["last"])
