"""Final minutes: a number, a frozen text, its fingerprint, and the very PDF that was signed."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from secrets import token_hex
from typing import Final

from frontdesk.errors import DeskUnavailable, RuleBroken
from frontdesk.meetings.assembling import load
from frontdesk.meetings.deeds import afterwards as deeds
from frontdesk.meetings.model import Meeting, Minutes, Vote
from frontdesk.meetings.papers.minutes import minutes
from frontdesk.meetings.papers.parts import Issuer
from frontdesk.meetings.rules.counting import too_many
from frontdesk.meetings.rules.freezing import (
    HEADING,
    VEILED,
    Frame,
    fingerprint,
    frozen_text,
    is_veiled,
    short_fingerprint,
    thaw,
)
from frontdesk.meetings.rules.kinds import Status
from frontdesk.meetings.rules.rows import MeetingRow
from frontdesk.meetings.service.arranging import Arranging
from frontdesk.meetings.settings import CLOSING, RECIPIENTS
from frontdesk.messages import _
from frontdesk.paper import Letterhead, Paper, print_pdf
from frontdesk.store import AttachmentRow, Finding, attachments_of, tuples
from frontdesk.vietnamese import nfc

PAPER_KIND: Final = "BB"
_VEILED_WORDS: Final = "mã của bản đã ký, bản in này giữ bí mật người tố cáo"
_SALT_BYTES: Final = 16
_FINGERPRINT: Final = re.compile("[0-9A-Fa-f]{16}|[0-9A-Fa-f]{64}")


@dataclass(frozen=True)
class VersionRow:
    """A version of final minutes. `reopened_because` None: the one in force."""

    version: int
    paper_number: str
    fingerprint: str
    finalised: datetime
    reopened_because: str | None
    pdf: str
    content: str

    @property
    def short(self) -> str:
        """The fingerprint as it stands at the foot of the paper."""
        return short_fingerprint(self.fingerprint)


class Finalising(Arranging):
    """Freezing minutes, opening them again, and proving that they are what they were."""

    def finalise(self, ask: deeds.Finalise) -> MeetingRow:
        """Give the minutes the next number of the book, freeze them and keep their PDF.

        Minutes that were final before keep their number; the PDF is a new version beside the old one.
        """
        with self._store.change(deeds.FINALISE) as change:
            head = self._open(ask.number)
            row = load([head.id])[0]
            self._refuse_unready(row)
            day = (row.ends or row.starts).date()
            number = row.paper_number or self._office.take_number(change, PAPER_KIND, day.year)
            version = len(self.versions(head.number)) + 1
            row = replace(row, status=Status.FINAL.value, paper_number=number)
            frame = self._frame(row, number, version)
            content = frozen_text(row, frame)
            mark = fingerprint(content)
            pdf = io.BytesIO()
            print_pdf(frozen_minutes(content, mark), pdf)
            digest = self._store.vault.put(pdf.getvalue())
            change.amend(Meeting, head.id, revision=ask.revision, status=Status.FINAL, paper_number=number)
            change.write(
                Minutes,
                {
                    "meeting_id": head.id, "rank": version, "ended": 0, "paper_number": number, "content": content,
                    "fingerprint": mark, "finalised": change.at, "pdf": digest,
                },
            )  # fmt: skip
            name = f"{number.replace('/', '-')} ({version}).pdf"
            change.attach(head.id, name, len(pdf.getvalue()), digest)
        return self.meeting(head.number)

    def reopen(self, ask: deeds.Reopen) -> MeetingRow:
        """Open final minutes again, with a reason; the version that was final stays with its PDF."""
        if not nfc(ask.reason):
            raise RuleBroken("meetings.reopen.reason", _("Say why the minutes are reopened."), "reason")
        with self._store.change(deeds.REOPEN) as change:
            head = self._head(ask.number)
            if head.status is not Status.FINAL:
                message = _("The minutes of {number} are not final.").format(number=head.number)
                raise RuleBroken("meetings.reopen.open", message, "number")
            change.amend(Meeting, head.id, status=Status.DRAFT)
            newest = Minutes.select(Minutes.id).where(Minutes.meeting_id == head.id).order_by(Minutes.rank.desc())
            change.amend(Minutes, next(tuples(newest.limit(1)))[0], reopened_because=ask.reason)
        return self.meeting(head.number)

    def attach_scan(self, ask: deeds.AttachScan) -> MeetingRow:
        """Keep a file with the meeting, such as the scan of the signed minutes."""
        try:
            content = ask.path.read_bytes()
        except OSError as error:
            message = _("“{path}” cannot be read. Look whether it is there and may be opened.").format(path=ask.path)
            raise RuleBroken("meetings.scan.unreadable", message, "path") from error
        with self._store.change(deeds.ATTACH_SCAN) as change:
            head = self._head(ask.number)
            change.attach(head.id, ask.path.name, len(content), self._store.vault.put(content))
        return self.meeting(head.number)

    def files(self, number: str) -> list[AttachmentRow]:
        """The files kept with a meeting: final minutes and scans."""
        return attachments_of(self._head(number).id)

    def versions(self, number: str) -> list[VersionRow]:
        """The final versions of the minutes of a meeting, oldest first."""
        query = Minutes.select(
            Minutes.rank, Minutes.paper_number, Minutes.fingerprint, Minutes.finalised, Minutes.reopened_because,
            Minutes.pdf, Minutes.content,
        )  # fmt: skip
        found = query.where(Minutes.meeting_id == self._head(number).id).order_by(Minutes.rank)
        return [VersionRow(*values) for values in tuples(found)]

    def kept_minutes(self, number: str) -> bytes | None:
        """The PDF of the final minutes, byte for byte as finalised; None while they are a draft."""
        if self._head(number).status is not Status.FINAL:
            return None
        return self._store.vault.get(self.versions(number)[-1].pdf)

    def by_fingerprint(self, typed: str) -> MeetingRow | None:
        """The meeting whose minutes carry this fingerprint, typed from paper, whole or short; None: nobody's."""
        wanted = "".join(typed.split()).lower()
        query = Minutes.select(Meeting.number, Minutes.fingerprint).join(Meeting)
        found = [number for number, mark in tuples(query) if wanted and mark.startswith(wanted)]
        return self.meeting(found[0]) if len(set(found)) == 1 else None

    def check(self) -> list[Finding]:
        """Votes ≤ present, and final minutes as they were finalised."""
        votes, frozen = _("votes and those present"), _("final minutes and their fingerprints")
        return [
            *([Finding(votes, fault) for fault in self._vote_faults()] or [Finding(votes)]),
            *([Finding(frozen, fault) for fault in self._frozen_faults()] or [Finding(frozen)]),
        ]

    def check_fingerprint(self, typed: str) -> Finding | None:
        """Whether minutes with the fingerprint typed from paper are kept here; None when it is none of minutes."""
        wanted = "".join(typed.split())
        if _FINGERPRINT.fullmatch(wanted) is None:
            return None
        found = self.by_fingerprint(wanted)
        if found is not None:
            subject = _("{typed} is the fingerprint of the minutes of {number}")
            return Finding(subject.format(typed=typed, number=found.number))
        fault = _("no minutes kept here have it: the paper is not from this office, or was changed")
        return Finding(_("fingerprint {typed}").format(typed=typed), fault)

    def _minutes(self, row: MeetingRow) -> Paper:
        """The minutes as they stand: the frozen version of final ones, else a draft."""
        if row.final:
            version = self.versions(row.number or "")[-1]
            return frozen_minutes(version.content, version.fingerprint)
        return minutes(row, self._issuer(row, PAPER_KIND))

    def _issuer(
        self, row: MeetingRow, kind: str, number: str | None = None, recipients: tuple[str, ...] = ()
    ) -> Issuer:
        """Who the papers of a meeting come from; a paper without a number is a draft."""
        day = (row.ends or row.starts).date()
        return Issuer(
            self._office.author(),
            self._office.letterhead(self._office.symbol(kind), number, day, draft=number is None),
            self._office.signer("chair"),
            recipients or self._recipients(RECIPIENTS),
            str(self._office.setting(CLOSING)),
        )

    def _frame(self, row: MeetingRow, number: str, version: int) -> Frame:
        issuer = self._issuer(row, PAPER_KIND, number)
        head = issuer.letterhead
        return Frame(
            head.issuer_lines, head.number_line, head.place_date, issuer.closing, issuer.recipients, issuer.author,
            version, token_hex(_SALT_BYTES),
        )  # fmt: skip

    def _refuse_unready(self, row: MeetingRow) -> None:
        if row.ends is None:
            message = _("Minutes say when the meeting ended. Record it first.")
            raise RuleBroken("meetings.finalise.ends", message, "ends")
        for vote in row.votes:
            if too_many(vote.tally, row.present):
                message = _("“{question}” has {cast} votes, but only {present} are present. Correct one of them.")
                message = message.format(question=vote.question, cast=vote.tally.cast, present=row.present)
                raise RuleBroken("meetings.votes.too_many", message, "votes")

    def _vote_faults(self) -> Iterator[str]:
        voted = Vote.select(Vote.meeting_id).where(Vote.ended == 0)
        query = Meeting.select(Meeting.id).where(Meeting.status != Status.WITHDRAWN, Meeting.id.in_(voted))
        ids = [row_id for (row_id,) in tuples(query)]
        for first in range(0, len(ids), 500):
            for row in load(ids[first : first + 500]):
                for vote in row.votes:
                    if too_many(vote.tally, row.present):
                        message = _("{number}: “{question}” has {cast} votes, but only {present} people are present.")
                        yield message.format(
                            number=row.number, question=vote.question, cast=vote.tally.cast, present=row.present
                        )

    def _frozen_faults(self) -> Iterator[str]:
        query = Minutes.select(
            Meeting.id, Meeting.number, Meeting.status, Meeting.paper_number, Minutes.rank, Minutes.content,
            Minutes.fingerprint, Minutes.pdf, Minutes.reopened_because,
        ).join(Meeting).order_by(Meeting.id, Minutes.rank)  # fmt: skip
        in_force = set()
        for meeting_id, number, status, paper_number, version, content, mark, pdf, reopened in tuples(query):
            standing = status == Status.FINAL and reopened is None
            if standing:
                in_force.add(meeting_id)
            if not is_veiled(content) and fingerprint(content) != mark:
                message = _("{number}: version {version} of the minutes no longer has its fingerprint.")
                yield message.format(number=number, version=version)
                continue
            if not self._is_kept(pdf):
                message = _("{number}: the PDF of version {version} of the minutes is missing or damaged.")
                yield message.format(number=number, version=version)
            if standing:
                _row, frame = thaw(content)
                heading = VEILED if is_veiled(content) else HEADING
                living = frozen_text(load([meeting_id])[0], frame, heading)
                if living != content or not frame.number_line.endswith(paper_number):
                    yield _("{number}: the record differs from its final minutes.").format(number=number)
        final = Meeting.select(Meeting.id, Meeting.number).where(Meeting.status == Status.FINAL)
        for meeting_id, number in tuples(final):
            if meeting_id not in in_force:
                yield _("{number} is final, but no final minutes are kept.").format(number=number)

    def _is_kept(self, digest: str) -> bool:
        try:
            return bool(self._store.vault.get(digest))
        except DeskUnavailable:
            return False


def frozen_minutes(content: str, mark: str) -> Paper:
    """The minutes a frozen text was made of, with their fingerprint at the foot; of a veiled one that it is so."""
    row, frame = thaw(content)
    head = Letterhead(frame.issuer_lines, frame.number_line, frame.place_date)
    issuer = Issuer(frame.author, head, recipients=frame.recipients, closing=frame.closing)
    version = f", bản {frame.version}" if frame.version > 1 else ""
    note = f"; {_VEILED_WORDS}" if is_veiled(content) else ""
    return minutes(row, issuer, f"Mã kiểm tra biên bản: {short_fingerprint(mark)}{version}{note}")
