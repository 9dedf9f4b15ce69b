"""Every paper of the petition desk, from the rows it needs.

Printing writes nothing, but that identity papers asked for are journalled.
"""

from collections.abc import Callable
from datetime import date

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.office import PaperAsk
from frontdesk.paper import Letterhead, Paper, page_count
from frontdesk.petitions import deeds
from frontdesk.petitions.asks import Register
from frontdesk.petitions.papers import PAPERS, books, letters
from frontdesk.petitions.papers.case_file import Scan, case_file
from frontdesk.petitions.papers.parts import Issue
from frontdesk.petitions.papers.report import report
from frontdesk.petitions.rules.rows import AgencyRow, PetitionRow
from frontdesk.petitions.rules.words import Channel
from frontdesk.petitions.scans import as_pdf, is_scan
from frontdesk.petitions.service.exporting import Exporting
from frontdesk.petitions.service.filters import PetitionFilter, PetitionSort
from frontdesk.petitions.settings import UPPER_FRONT
from frontdesk.petitions.sheets.writing import for_other_systems
from frontdesk.vietnamese import Period, excerpt, from_to, half_year, month, nine_months, quarter, whole_year

_CHAIR = "chair"


class Printing(Exporting):
    """Papers by their names."""

    def paper(self, kind: str, ask: PaperAsk) -> Paper:
        """The paper called `kind`, one of PAPERS."""
        wanted = next(each for each in PAPERS if each.name == kind)
        if "number" in wanted.asks:
            return self._on_one(kind, ask.number or "")
        since = ask.since or date(self._store.today.year, 1, 1)
        return self._over_a_period(kind, since, ask.until or self._store.today, sensitive=ask.sensitive)

    def _on_one(self, kind: str, number: str) -> Paper:
        if kind == "reminder":
            return self._reminder(number)
        row = self.petition(number)
        makers: dict[str, Callable[[PetitionRow], Paper]] = {
            "slip": lambda row: letters.slip(row, self._issue("BN", day=row.received)),
            "proposal": lambda row: letters.proposal(row, self._issue(""), self._like(row)),
            "guidance": self._guidance,
            "return": lambda row: letters.giving_back(row, self._issue("TB", *self._recorded(row, "give_back"))),
            "transfer": self._transfer,
            "result": lambda row: letters.result(row, self._issue("TB", *self._recorded(row, "tell"))),
            "case": self._case,
        }
        return makers[kind](row)

    def _over_a_period(self, kind: str, since: date, until: date, *, sensitive: bool) -> Paper:
        if until < since:
            raise RuleBroken("petitions.period.backwards", _("The period ends before it begins."), "until")
        period, author = spoken_period(since, until).name, self._office.author()
        signer = self._office.signer(_CHAIR)
        order = PetitionSort("number", descending=False)
        rows = self.chosen(PetitionFilter(since=since, until=until), order)
        upper = str(self._office.setting(UPPER_FRONT))
        if kind == "reception-book":
            received = sorted((row for row in rows if row.channel is Channel.IN_PERSON), key=_day)
            if sensitive:
                with self._store.change(deeds.SHOW_SENSITIVE) as change:
                    change.note("print reception-book")
            return books.reception_book(received, self._head(), signer, period, author, sensitive=sensitive)
        if kind == "petition-register":
            return books.register_book(rows, self._head(), signer, period, author)
        if kind == "petition-rekeying":
            return for_other_systems(rows, period, author)
        if kind == "upward-list":
            sent = self.chosen(PetitionFilter(until=until), order)
            listed = [row for row in sent if row.upward and _on_the_list(row, since, until)]
            return books.upward_list(listed, self._head("TH"), signer, upper, period, author)
        figures = self.statistics(since, until)
        return report(figures, self._head("BC"), signer, self._name(), period, upper, author)

    def _like(self, row: PetitionRow) -> tuple[str, ...]:
        """Petitions that may be the same, for who decides."""
        ask = Register(row.kind, row.summary, sender=row.sender, received=row.received)
        others = [like for like in self.likely_duplicates(ask) if like.number != row.number]
        return tuple(f"{like.number}: {excerpt(like.summary, 100)}" for like in others[:3])

    def _guidance(self, row: PetitionRow) -> Paper:
        told = [step for step in self.history(row.number) if step.verb == "guide"]
        text = told[-1].text if told else None
        return letters.guidance(row, self._issue("PHD", *self._recorded(row, "guide")), text or None, self._at(row))

    def _transfer(self, row: PetitionRow) -> Paper:
        agency = row.forwarded_to
        if agency is None:
            raise RuleBroken(
                "petitions.transfer.nowhere",
                _("Say where {number} goes first: classify it with an agency, or forward it.").format(
                    number=row.number
                ),
                "number",
            )
        return letters.transfer(row, self._issue("PC", row.forward_document, row.forwarded), agency)

    def _reminder(self, name: str) -> Paper:
        """The reminder on one petition, or on all that the agency called `name` owes."""
        agency = self.find_agency(name)
        rows = [self.petition(name)] if agency is None else self.to_urge(name)
        where = rows[0].forwarded_to if rows else None
        if where is None:
            raise RuleBroken("petitions.reminder.nothing", _("Nobody owes an answer to this."), "number")
        about = f"V/v đôn đốc giải quyết {len(rows)} đơn" if len(rows) > 1 else f"V/v đôn đốc giải quyết đơn {name}"
        issue = self._issue("", about=about, official_letter=True)
        return letters.reminder(tuple(rows), issue, where, self._store.today)

    def _case(self, row: PetitionRow) -> Paper:
        scans = [_scan(file.name, self._store.vault.get(file.digest)) for file in self.files(row.number)]
        return case_file(
            row, self.history(row.number), scans, self._head(), self._office.signer(_CHAIR), self._office.author()
        )

    def _at(self, row: PetitionRow) -> AgencyRow | None:
        return next((agency for agency in self.agencies(ended=True) if agency.id == row.agency_id), None)

    def _recorded(self, row: PetitionRow, verb: str) -> tuple[str | None, date | None]:
        """Number and day of the paper a step was recorded with."""
        steps = [step for step in self.history(row.number) if step.verb == verb]
        return (steps[-1].document, steps[-1].day) if steps else (None, None)

    def _issue(
        self,
        kind: str,
        number: str | None = None,
        day: date | None = None,
        *,
        about: str = "",
        official_letter: bool = False,
    ) -> Issue:
        symbol = self._office.symbol(kind) if kind or official_letter else ""
        head = self._office.letterhead(symbol, number, day, about=about)
        return Issue(head, self._office.signer(_CHAIR), self._name(), self._office.author())

    def _head(self, kind: str | None = None) -> Letterhead:
        return self._office.letterhead("" if kind is None else self._office.symbol(kind), None, None)

    def _name(self) -> str:
        return f"Ban Thường trực {self._office.author()}"


def spoken_period(since: date, until: date) -> Period:
    """The period with the name offices give it: a month, quarter, half or whole year, else from - to."""
    year = since.year
    named = (
        *(month(year, number) for number in range(1, 13)),
        *(quarter(year, number) for number in range(1, 5)),
        *(half_year(year, number) for number in (1, 2)),
        nine_months(year),
        whole_year(year),
    )
    found = next((period for period in named if (period.start, period.end) == (since, until)), None)
    return found or from_to(since, until)


def _scan(name: str, content: bytes) -> Scan:
    pdf = as_pdf(name, content)
    return Scan(name, pdf, 0 if pdf is None else page_count(pdf), pdf is None and is_scan(name, content))


def _day(row: PetitionRow) -> date:
    return row.received


def _on_the_list(row: PetitionRow, since: date, until: date) -> bool:
    """Sent upward by the end of the period, and not answered before it began."""
    sent = row.forwarded is None or row.forwarded <= until
    return sent and (row.answered is None or row.answered >= since)
