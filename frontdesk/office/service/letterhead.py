"""Who the papers come from, under which number, and who signs them."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.office import settings
from frontdesk.office.communes import CommuneRow, commune
from frontdesk.office.deeds import SET_BOOK, SET_SIGNER, SetBook, SetSigner
from frontdesk.office.model import NumberBook, Signatory
from frontdesk.office.service.areas import Areas
from frontdesk.paper import Letterhead, Signer
from frontdesk.store import Change
from frontdesk.vietnamese import law_date

DEFAULT_SIGNERS: Final[dict[str, tuple[str, ...]]] = {
    "chair": ("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH"),
    "deputy": ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    "fund": ("TM. BAN VẬN ĐỘNG", "TRƯỞNG BAN"),
    "area": ("TM. BAN CÔNG TÁC MẶT TRẬN", "TRƯỞNG BAN"),
    "accountant": ("KẾ TOÁN",),
    "treasurer": ("THỦ QUỸ",),
    "preparer": ("NGƯỜI LẬP",),
}
ALL_SERIES: Final = "*"


@dataclass(frozen=True)
class BookRow:
    """Where a number book stands."""

    series: str
    year: int
    last: int


class Letterheads(Areas):
    """Header lines, symbols, number books and signers, each from its setting or row."""

    def commune(self) -> CommuneRow:
        """The commune this office belongs to; RuleBroken when none was chosen yet."""
        return commune(self.setting(settings.COMMUNE))

    def author(self) -> str:
        """Who stands as the author in a paper's properties."""
        return self._spelled(f"Ủy ban MTTQ Việt Nam {self.commune().name}")

    def place(self) -> str:
        """The place before the date: the commune's name without its kind, unless the office says otherwise."""
        return self.setting(settings.PLACE) or self._short_place()

    def issuer_lines(self, *, fund: bool = False) -> tuple[str, str]:
        """The two lines at the head of a paper's left column."""
        first = self.setting(settings.FRONT_LINE).replace("{COMMUNE}", self.commune().name.upper())
        second = self.setting(settings.FUND_LINE if fund else settings.ORGAN_LINE)
        return self._spelled(first), self._spelled(second)

    def symbol(self, kind: str, *, fund: bool = False) -> str:
        """What follows the number: "BB-MTTQ-BTT" for "BB"; "" is an official letter (công văn)."""
        if not kind:
            return str(self.setting(settings.FUND_LETTER_SYMBOL if fund else settings.LETTER_SYMBOL))
        return str(self.setting(settings.FUND_SYMBOL if fund else settings.SYMBOL)).replace("{kind}", kind)

    def letterhead(
        self,
        symbol: str,
        number: str | None,
        day: date | None,
        *,
        fund: bool = False,
        draft: bool = False,
        about: str = "",
    ) -> Letterhead:
        """The head of a paper: `number` whole ("05/BB-MTTQ-BTT"), None leaves room before `symbol`.

        `day` None leaves room in the date; `draft` adds DỰ THẢO; `about` is a letter's "V/v …". With no symbol and
        no number there is no number line.
        """
        number_line = f"Số: {number}" if number else (f"Số:        /{symbol}" if symbol else "")
        spoken = law_date(day) if day else f"ngày      tháng      năm {self.store.today.year}"
        return Letterhead(self.issuer_lines(fund=fund), number_line, f"{self.place()}, {spoken}", draft, about)

    def take_number(self, change: Change, kind: str, year: int, *, fund: bool = False) -> str:
        """The next number of a kind's book in a year, "05/BB-MTTQ-BTT"; given back if the change fails."""
        symbol = self.symbol(kind, fund=fund)
        series = ALL_SERIES if self.setting(settings.ONE_SERIES) else symbol
        book = NumberBook.get_or_none(NumberBook.series == series, NumberBook.year == year)
        last = 1 if book is None else book.last + 1
        if book is None:
            change.write(NumberBook, {"series": series, "year": year, "last": last})
        else:
            change.amend(NumberBook, book.id, last=last)
        return f"{last:02}/{symbol}"

    def books(self, year: int) -> list[BookRow]:
        """The number books of a year."""
        query = NumberBook.select().where(NumberBook.year == year).order_by(NumberBook.series)
        return [BookRow(row.series, row.year, row.last) for row in query]

    def set_book(self, ask: SetBook) -> BookRow:
        """Say where a book stands, for an office that starts in mid-year; never below a number already given."""
        book = NumberBook.get_or_none(NumberBook.series == ask.series, NumberBook.year == ask.year)
        if ask.last < (0 if book is None else book.last):
            raise RuleBroken(
                "office.book.backwards",
                _("No. {last} of {series} has been given already; numbers are never used twice.").format(
                    last=book.last if book else 0, series=ask.series
                ),
                "last",
            )
        with self.store.change(SET_BOOK) as change:
            content = {"series": ask.series, "year": ask.year, "last": ask.last}
            change.write(NumberBook, content if book is None else {**content, "id": book.id})
        return BookRow(ask.series, ask.year, ask.last)

    def signer(self, post: str) -> Signer:
        """Who signs as `post`, a key of DEFAULT_SIGNERS or one the office added; the name may be blank."""
        row = Signatory.get_or_none(Signatory.post == post)
        if row is not None:
            return Signer(tuple(self._spelled(line) for line in row.lines.split("\n")), row.name)
        return Signer(tuple(self._spelled(line) for line in DEFAULT_SIGNERS[post]))

    def signers(self) -> dict[str, Signer]:
        """Every post and who signs as it."""
        posts = [*DEFAULT_SIGNERS, *(row.post for row in Signatory.select().order_by(Signatory.id))]
        return {post: self.signer(post) for post in posts}

    def set_signer(self, ask: SetSigner) -> Signer:
        """Say who signs as what."""
        if not any(line.strip() for line in ask.lines):
            raise RuleBroken("office.signer.lines", _("A signer needs the line above the signature."), "lines")
        row = Signatory.get_or_none(Signatory.post == ask.post)
        content = {"post": ask.post, "lines": "\n".join(ask.lines), "name": ask.name}
        with self.store.change(SET_SIGNER) as change:
            change.write(Signatory, content if row is None else {**content, "id": row.id})
        return self.signer(ask.post)

    def _short_place(self) -> str:
        chosen = self.commune()
        return chosen.name if chosen.short.isdigit() else chosen.short

    def _spelled(self, text: str) -> str:
        """`text` with Ủy or Uỷ, as the office writes it."""
        if self.setting(settings.OLD_TONE):
            return text.replace("Uỷ", "Ủy").replace("UỶ", "ỦY")
        return text.replace("Ủy", "Uỷ").replace("ỦY", "UỶ")
