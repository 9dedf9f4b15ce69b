"""The part "Figures": charts by month, source and purpose, and how the campaign month goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QProgressBar

from frontdesk.fund import Fund
from frontdesk.fund.rules.kinds import LedgerKind
from frontdesk.fund.rules.reports import Campaign, Sum
from frontdesk.messages import _
from frontdesk.office import PaperAsk
from frontdesk.paper import Chart, ChartKind, Series, chart_png
from ui.desk.env import Env
from ui.desk.panel import Panel
from ui.fund.vouchers import years_back
from ui.fund.words import day, fund_field, vnd
from ui.parts.fields import Choice, ChoiceField
from ui.parts.headings import Heading, Hint, Page, Section
from ui.parts.menus import ButtonRow, Entry
from ui.parts.smalltable import SmallTable
from ui.parts.table import Column

CHART_MM = 160.0
CHART_DPI = 110


@dataclass(frozen=True)
class Figures:
    """What the page shows; `chart` is a PNG, None in a year without a voucher."""

    months: tuple[tuple[int, int, int], ...]
    sources: tuple[Sum, ...]
    purposes: tuple[Sum, ...]
    campaign: Campaign
    chart: bytes | None


class FiguresPanel(Panel):
    """The figures of one fund and year; Enter on a source or purpose opens its book."""

    help_page = "fund-figures"
    drilled = Signal(str, str, str)
    """A sum was opened: fund, kind of ledger, its name."""

    def __init__(self, env: Env) -> None:
        super().__init__(env, "fund.figures", ("vouchers", "pledges"))
        self.column.setContentsMargins(0, 0, 0, 0)
        today = env.services.store.today
        self.funds = fund_field(env.services.fund.funds())
        self.years = ChoiceField([Choice(year, str(year)) for year in years_back(env)])
        self.years.set_value(today.year)
        self.heading = Heading(_("Figures"))
        for field, name, title in (
            (self.funds, "figures.fund", _("Fund")),
            (self.years, "figures.year", _("Year")),
        ):
            field.box.setObjectName(name)
            field.name_for_access(title)
            field.changed.connect(self.reload)
            self.heading.add(field)
        self.picture = QLabel()
        self.picture.setObjectName("figures.chart")
        self.picture.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.none = Hint(_("Nothing was posted in this year. Enter and post a voucher first."))
        self.campaign_words = Hint("")
        self.campaign = QProgressBar()
        self.campaign.setObjectName("figures.campaign")
        self.campaign.setAccessibleName(_("Received of what was pledged"))
        self.sources = self._sums("figures.sources", _("By source"))
        self.purposes = self._sums("figures.purposes", _("By purpose"))
        self.sources.opened.connect(self._on_source)
        self.purposes.opened.connect(self._on_purpose)
        self._build()

    def _build(self) -> None:
        months, month = Section(_("Campaign month")), Section(_("By month"))
        months.add(self.campaign_words)
        months.add(self.campaign)
        month.add(self.none)
        month.add(self.picture)
        page = Page("figures.page")
        page.add(self.heading)
        page.add(months)
        page.add(month)
        for table, title in ((self.sources, _("By source")), (self.purposes, _("By purpose"))):
            section = Section(title)
            section.add(table)
            page.add(section)
        page.add(
            ButtonRow(
                (
                    Entry(_("&Print the report…"), self.print_current, name="figures.print", role="main"),
                    Entry(_("Print the &disclosure…"), self._on_disclosure, name="figures.disclosure"),
                )
            )
        )
        self.column.addWidget(page)

    def _sums(self, name: str, title: str) -> SmallTable[Sum]:
        return SmallTable(
            name,
            title,
            (
                Column("name", _("Source or purpose"), 0),
                Column("count", _("Vouchers"), 10, "right"),
                Column("amount_vnd", _("Amount (đồng)"), 16, "right", lambda row: vnd(row.amount_vnd)),
            ),
            empty=_("Nothing in this year."),
            row_id=hash,
        )

    @Slot()
    def reload(self) -> None:
        """See `Panel`."""
        self.read(partial(figures, self.env.services.fund, self.funds.value(), self.years.value()), self._on_figures)

    @Slot()
    def print_current(self) -> None:
        """The report of the year."""
        self._print("fund-report")

    @Slot()
    def _on_disclosure(self) -> None:
        self._print("disclosure")

    def _print(self, kind: str) -> None:
        year = self.years.value()
        ask = PaperAsk(since=date(year, 1, 1), until=date(year, 12, 31), fund=self.funds.value())
        self.env.show_paper(kind, ask)

    @Slot(object)
    def _on_figures(self, found: Figures) -> None:
        self.sources.set_rows(found.sources)
        self.purposes.set_rows(found.purposes)
        self.none.setVisible(found.chart is None)
        self.picture.setVisible(found.chart is not None)
        if found.chart is not None:
            drawn = QPixmap()
            drawn.loadFromData(found.chart)
            self.picture.setPixmap(drawn)
        self.picture.setAccessibleName(_spoken(found.months))
        goes = found.campaign
        words = _("{since} – {until}: pledged {pledged}, received {received}, spent {paid} đồng")
        self.campaign_words.setText(
            words.format(
                since=day(goes.since),
                until=day(goes.until),
                pledged=vnd(goes.pledged_vnd),
                received=vnd(goes.received_vnd),
                paid=vnd(goes.paid_vnd),
            )
        )
        share = 100 * goes.received_vnd // goes.pledged_vnd if goes.pledged_vnd else 0
        self.campaign.setValue(min(100, share))

    @Slot()
    def _on_source(self) -> None:
        self._drill(LedgerKind.SOURCE, self.sources.current())

    @Slot()
    def _on_purpose(self) -> None:
        self._drill(LedgerKind.PURPOSE, self.purposes.current())

    def _drill(self, kind: LedgerKind, row: Sum | None) -> None:
        if row is not None:
            self.drilled.emit(self.funds.value(), kind.value, row.name)


def figures(service: Fund, fund: str, year: int) -> Figures:
    """Everything of a fund's year, with its chart drawn; runs on the reading worker."""
    since, until = date(year, 1, 1), date(year, 12, 31)
    months = tuple(service.by_month(fund, year))
    return Figures(
        months,
        service.sums(fund, LedgerKind.SOURCE, since, until),
        service.sums(fund, LedgerKind.PURPOSE, since, until),
        service.campaign(fund, year),
        _drawn(months) if any(came or went for _month, came, went in months) else None,
    )


def _drawn(months: Sequence[tuple[int, int, int]]) -> bytes:
    names = tuple(f"T{month}" for month, _came, _went in months)
    came = Series(_("In"), tuple(each[1] for each in months))
    went = Series(_("Out"), tuple(each[2] for each in months))
    return chart_png(Chart(ChartKind.BARS, names, (came, went)), CHART_MM, CHART_DPI)


def _spoken(months: Sequence[tuple[int, int, int]]) -> str:
    """The chart in words, for a screen reader."""
    words = _("month {month}: in {came}, out {went}")
    said = [words.format(month=at, came=vnd(came), went=vnd(went)) for at, came, went in months if came or went]
    return "; ".join(said)
