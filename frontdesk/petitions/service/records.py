"""A petition's papers and its line of time, and the figures over all of them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from peewee import JOIN, Expression

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.office.model import Area
from frontdesk.petitions import deeds
from frontdesk.petitions.asks import Attach, Detach, ShowSensitive
from frontdesk.petitions.model import Agency, Petition, PetitionStep
from frontdesk.petitions.rules.rows import HistoryRow, PetitionRow
from frontdesk.petitions.rules.statistics import Case, Statistics, statistics
from frontdesk.petitions.rules.words import Channel, Kind, Route
from frontdesk.petitions.scans import as_pdf, is_scan, refuse_unreadable, trouble_with
from frontdesk.petitions.service.base import told_by_register
from frontdesk.petitions.service.filters import PetitionFilter
from frontdesk.petitions.service.handling import need
from frontdesk.petitions.service.timing import Timing
from frontdesk.store import AttachmentRow, Finding, LinkRow, attachments_of, links_of, tuples
from frontdesk.store.model import Attachment


class Records(Timing):
    """Reading one petition whole, and many as figures."""

    def attach(self, ask: Attach) -> PetitionRow:
        """Keep a scan or another file with a petition.

        Of a denunciation only a file whose identity was taken out, and under a name that says nothing.
        """
        petition = self.petition(ask.number)
        if petition.secret and not ask.identity_removed:
            raise RuleBroken(
                "petitions.secrecy.file",
                _(
                    "The paper of a denunciation shows name and handwriting: it stays in the paper file. Attach a copy "
                    "without them, and say so (identity_removed)."
                ),
                "path",
            )
        path = Path(ask.path)
        try:
            content = path.read_bytes()
        except OSError:
            raise RuleBroken(
                "petitions.file.unreadable", _("The file {path} cannot be read.").format(path=path), "path"
            ) from None
        refuse_unreadable(path.name, content)
        place = len(attachments_of(petition.id)) + 1
        name = f"{petition.code} tài liệu {place}{path.suffix}" if petition.secret else ask.name or path.name
        with self._store.change(deeds.ATTACH) as change:
            change.attach(petition.id, name, len(content), self._store.vault.put(content))
            return self._step(change, petition, "attach", self._store.today, text=name)

    def detach(self, ask: Detach) -> PetitionRow:
        """Take a file off a petition."""
        petition = self.petition(ask.number)
        need(ask.reason, "reason")
        found = next((file for file in self.files(ask.number) if file.name == ask.name), None)
        if found is None:
            raise RuleBroken(
                "petitions.file.unknown",
                _("{number} has no file “{name}”.").format(number=petition.number, name=ask.name),
                "name",
            )
        with self._store.change(deeds.DETACH) as change:
            change.amend(Attachment, found.id, ended=True)
            return self._step(change, petition, "detach", self._store.today, text=f"{ask.name}: {ask.reason}")

    def show_sensitive(self, ask: ShowSensitive) -> PetitionRow:
        """The petition with the identity paper of its sender, for who must see it; the journal says so."""
        petition = self.petition(ask.number)
        with self._store.change(deeds.SHOW_SENSITIVE) as change:
            change.note("identity paper", petition.number)
        return petition

    def file_content(self, number: str, file_id: int) -> bytes:
        """A file of a petition as it was attached."""
        return self._store.vault.get(self._file(number, file_id).digest)

    def file_pages(self, number: str, file_id: int) -> bytes:
        """A scan of a petition as a PDF, to be looked at; RuleBroken where there are no pages to look at."""
        name, content = self._file(number, file_id).name, self.file_content(number, file_id)
        pdf = as_pdf(name, content)
        if pdf is None:
            trouble = trouble_with(name, content) if is_scan(name, content) else None
            said = trouble or _("“{name}” is no scan. Save a copy and open that.").format(name=name)
            raise RuleBroken("petitions.file.no_pages", said, "name")
        return pdf

    def _file(self, number: str, file_id: int) -> AttachmentRow:
        found = next((file for file in self.files(number) if file.id == file_id), None)
        if found is None:
            raise RuleBroken("petitions.file.gone", _("The file was taken off {number}.").format(number=number), "name")
        return found

    def files(self, number: str) -> list[AttachmentRow]:
        """The files of a petition, oldest first."""
        return attachments_of(self.petition(number).id)

    def related(self, number: str) -> list[LinkRow]:
        """What belongs together with a petition: meeting, opinion, task, other petitions."""
        return links_of(self.petition(number).id)

    def history(self, number: str) -> list[HistoryRow]:
        """A petition as one line of time, with its links; the earliest first."""
        petition = self.petition(number)
        steps = list(self._steps(petition)) or [
            HistoryRow(day, verb, text or "", document=document)
            for verb, day, _status, document, text in told_by_register(petition)
        ]
        links = [
            HistoryRow(petition.received, "link", link.other.title, other=link.other.number)
            for link in links_of(petition.id)
        ]
        return sorted([*steps, *links], key=lambda row: row.day)

    def statistics(self, since: date, until: date, wanted: PetitionFilter | None = None) -> Statistics:
        """The figures of a period over the petitions of a filter, whose own days are not looked at."""
        narrowed = replace(wanted or PetitionFilter(), since=None, until=until)
        touched = Petition.settled.is_null() | (Petition.settled >= since) | (Petition.received >= since)
        return statistics(self._cases(narrowed, touched), since, until, self._store.today)

    def check(self) -> list[Finding]:
        """What only this room knows: nobody known behind a denunciation, a deadline for whatever is open."""
        named = [
            number
            for (number,) in tuples(
                Petition.select(Petition.number).where(
                    Petition.kind == Kind.DENUNCIATION,
                    ~Petition.sender.is_null() | ~Petition.sender_address.is_null() | ~Petition.sender_phone.is_null(),
                )
            )
        ]
        counter = self._counter()
        stale = [
            row.number
            for row in self.chosen(PetitionFilter(status="open"))
            if not row.due_own and (due := counter.due(row)) is not None and due.day != row.due
        ]
        return [
            _finding(_("denouncers kept secret"), _("{numbers} still say who sent them"), named),
            _finding(_("deadlines of petitions"), _("{numbers} have another deadline than the rules give"), stale),
        ]

    def _steps(self, petition: PetitionRow) -> Iterator[HistoryRow]:
        chosen = (
            PetitionStep.select(
                PetitionStep.day, PetitionStep.verb, PetitionStep.text, PetitionStep.at, PetitionStep.user,
                PetitionStep.document,
            )
            .where(PetitionStep.petition == petition.id)
            .order_by(PetitionStep.id)
        )  # fmt: skip
        for day, verb, text, at, user, document in tuples(chosen):
            yield HistoryRow(day, verb, text or "", at, user, document)

    def _cases(self, wanted: PetitionFilter, touched: Expression) -> Iterator[Case]:
        chosen = (
            Petition.select(
                Petition.kind, Petition.field, Area.name, Agency.name, Petition.channel, Petition.people,
                Petition.received, Petition.settled, Petition.due, Petition.forwarded, Petition.route,
                Petition.answered, Petition.satisfied,
            )
            .join(Area, JOIN.LEFT_OUTER)
            .switch(Petition)
            .join(Agency, JOIN.LEFT_OUTER)
            .where(*self._conditions().all_of(wanted), touched)
        )  # fmt: skip
        for (
            kind,
            field,
            area,
            agency,
            channel,
            people,
            received,
            settled,
            due,
            forwarded,
            route,
            answer,
            happy,
        ) in tuples(chosen):
            sent = forwarded is not None or route == Route.ACCEPT
            yield Case(
                Kind(kind), field, area, agency, Channel(channel), people, received, settled, due, sent, answer, happy
            )


def _finding(subject: str, fault: str, numbers: list[str]) -> Finding:
    return Finding(subject, fault.format(numbers=", ".join(numbers)) if numbers else None)
