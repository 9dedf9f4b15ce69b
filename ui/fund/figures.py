"""The part "Figures": charts by month, source and purpose, and how the campaign month goes."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QProgressBar

from frontdesk.fund import Campaign, Fund, LedgerKind, Sum, VoucherFilter, VoucherKind
from frontdesk.messages import _
from frontdesk.office import PaperAsk
from frontdesk.paper import Ink
from ui.desk.env import Env
from ui.desk.panel import Panel
from ui.fund.charts import ChartLabel, months_chart, months_in_words, shares_chart, shares_in_words
from ui.fund.source import Drill
from ui.fund.vouchers import years_back
from ui.fund.words import day, fund_field, vnd
from ui.parts.fields import Choice, ChoiceField
from ui.parts.headings import Heading, Hint, Page, Section
from ui.parts.ink import ink_of
from ui.parts.menus import ButtonRow, Entry
from ui.parts.smalltable import SmallTable
from ui.parts.table import Column


@dataclass(frozen=True)
class Figures:
    """What the page shows; the charts are PNGs, None where there is nothing to draw."""

    months: tuple[tuple[int, int, int], ...]
    sources: tuple[Sum, ...]
    purposes: tuple[Sum, ...]
    campaign: Campaign
    by_month: bytes | None
    by_source: bytes | None
    by_purpose: bytes | None


@dataclass(frozen=True)
class Month:
    """What came and went in a month; `id` is its number."""

    id: int
    in_vnd: int
    out_vnd: int


class FiguresPanel(Panel):
    """The figures of one fund and year; Enter on a sum opens what it was summed from."""

    help_page = "fund-figures"
    drilled = Signal(str, str, str)
    """A sum was opened: fund, kind of ledger, its name."""
    month_drilled = Signal(str, int, int)
    """A month was opened: fund, year, month."""
    behind = Signal(object)
    """The vouchers of the campaign are wanted (`Drill`)."""
    pledges_asked = Signal()

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
        self.picture = ChartLabel("figures.chart")
        self.source_picture, self.purpose_picture = ChartLabel("figures.by_source"), ChartLabel("figures.by_purpose")
        self.months: SmallTable[Month] = SmallTable(
            "figures.months",
            _("By month"),
            (
                Column("id", _("Month"), 0, text=lambda row: f"{row.id:02}/{self.years.value()}"),
                Column("in_vnd", _("In"), 16, "right", lambda row: vnd(row.in_vnd)),
                Column("out_vnd", _("Out"), 16, "right", lambda row: vnd(row.out_vnd)),
            ),
            empty="",
        )
        self.months.opened.connect(self._on_month)
        self.none = Hint(_("Nothing was posted in this year. Enter and post a voucher first."))
        self._goes: Campaign | None = None
        self.campaign_words = Hint("")
        self.campaign = QProgressBar()
        self.campaign.setObjectName("figures.campaign")
        self.campaign.setAccessibleName(_("Received of what was pledged"))
        self.sources = self._sums("figures.sources", _("By source"))
        self.purposes = self._sums("figures.purposes", _("By purpose"))
        self.sources.opened.connect(self._on_source)
        self.purposes.opened.connect(self._on_purpose)
        self._ink = ink_of(env.theme.colours)
        env.theme.changed.connect(self._on_look)
        self._build()

    def _build(self) -> None:
        months, month = Section(_("Campaign month")), Section(_("By month"))
        months.add(self.campaign_words)
        months.add(self.campaign)
        months.add(
            ButtonRow(
                (
                    Entry(_("Its &vouchers"), self._on_campaign, name="figures.campaign_vouchers"),
                    Entry(_("Its pled&ges"), self.pledges_asked, name="figures.campaign_pledges"),
                )
            )
        )
        month.add(self.none)
        month.add(self.picture)
        month.add(self.months)
        page = Page("figures.page")
        page.add(self.heading)
        page.add(months)
        page.add(month)
        for picture, table, title in (
            (self.source_picture, self.sources, _("By source")),
            (self.purpose_picture, self.purposes, _("By purpose")),
        ):
            section = Section(title)
            section.add(picture)
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
        ink = self._ink = ink_of(self.env.theme.colours)
        which = (self.funds.value(), self.years.value())
        self.read(partial(figures, self.env.services.fund, *which, ink), self._on_figures)

    @Slot()
    def _on_look(self) -> None:
        """Draw the charts anew when the look is another; letters that grow leave them as they are."""
        if ink_of(self.env.theme.colours) != self._ink:
            self._soon.start()

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
        self.none.setVisible(found.by_month is None)
        self.picture.show_chart(found.by_month, months_in_words(found.months))
        self.source_picture.show_chart(found.by_source, shares_in_words(found.sources))
        self.purpose_picture.show_chart(found.by_purpose, shares_in_words(found.purposes))
        self.months.set_rows([Month(*each) for each in found.months if each[1] or each[2]])
        goes = self._goes = found.campaign
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
    def _on_campaign(self) -> None:
        fund, goes = self.funds.value(), self._goes
        if goes is not None:
            words = _("{fund}: receipts and payments of the campaign month, {since} – {until}")
            which = VoucherFilter(
                since=goes.since, until=goes.until, fund=fund, kinds=(VoucherKind.RECEIPT, VoucherKind.PAYMENT)
            )
            said = words.format(fund=fund, since=day(goes.since), until=day(goes.until))
            self.behind.emit(Drill(said, which))

    @Slot()
    def _on_month(self) -> None:
        row = self.months.current()
        if row is not None:
            self.month_drilled.emit(self.funds.value(), self.years.value(), row.id)

    @Slot()
    def _on_source(self) -> None:
        self._drill(LedgerKind.SOURCE, self.sources.current())

    @Slot()
    def _on_purpose(self) -> None:
        self._drill(LedgerKind.PURPOSE, self.purposes.current())

    def _drill(self, kind: LedgerKind, row: Sum | None) -> None:
        if row is not None:
            self.drilled.emit(self.funds.value(), kind.value, row.name)


def figures(service: Fund, fund: str, year: int, ink: Ink) -> Figures:
    """Everything of a fund's year, with its charts drawn in `ink`; runs on the reading worker."""
    since, until = date(year, 1, 1), date(year, 12, 31)
    months = tuple(service.by_month(fund, year))
    sources = service.sums(fund, LedgerKind.SOURCE, since, until)
    purposes = service.sums(fund, LedgerKind.PURPOSE, since, until)
    campaign = service.campaign(fund, year)
    charts = (months_chart(months, ink), shares_chart(sources, ink), shares_chart(purposes, ink))
    return Figures(months, sources, purposes, campaign, *charts)
