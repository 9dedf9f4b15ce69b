"""Who denounced something at a meeting vanishes from its record and its final minutes."""

import io
from collections.abc import Collection, Iterator
from typing import Any, Final

from peewee import Select

from frontdesk.meetings.model import AgendaItem, Conclusion, Meeting, Minutes, Opinion, Outcome, Task
from frontdesk.meetings.rules.freezing import fingerprint, may_be_guessed, veiled
from frontdesk.meetings.service.browsing import Browsing
from frontdesk.meetings.service.finalising import frozen_minutes
from frontdesk.messages import _
from frontdesk.office import Office
from frontdesk.paper import print_pdf
from frontdesk.petitions import Identity, Petitions
from frontdesk.roster import Roster
from frontdesk.store import Change, Store, attachments_of, tuples
from frontdesk.store.model import Attachment

_SPOKEN: Final = (Opinion, Conclusion, Task, Outcome)
_REASON: Final = "tố cáo: giữ bí mật người gửi"


class Veiling(Browsing):
    """What meetings keep of a petition that turns out to be a denunciation."""

    def __init__(self, store: Store, office: Office, roster: Roster, petitions: Petitions) -> None:
        super().__init__(store, office, roster, petitions)
        petitions.when_hidden(self.veil)

    def veil(self, change: Change, linked: Collection[int], identity: Identity) -> list[str]:
        """Take an identity out of what was said and decided at the meetings of `linked`, and out of final minutes.

        The kept PDF of final minutes is made anew, under the fingerprint of the paper that was signed. Returns what
        people must look after: the signed paper, and scans.
        """
        said = Opinion.select(Opinion.meeting_id).where(Opinion.id.in_(list(linked)))
        wanted = {*linked, *(meeting_id for (meeting_id,) in tuples(said))}
        found = list(tuples(Meeting.select(Meeting.id, Meeting.number).where(Meeting.id.in_(list(wanted)))))
        return [text for meeting_id, number in found for text in self._veil(change, meeting_id, number, identity)]

    def _veil(self, change: Change, meeting_id: int, number: str, identity: Identity) -> Iterator[str]:
        for model in _SPOKEN:
            for (row_id,) in list(tuples(model.select(model.id).where(model.meeting_id == meeting_id))):
                self._petitions.wipe_row(change, model, row_id, identity)
        for row_id, outcome in list(tuples(_outcomes(meeting_id))):
            if identity.found_in(outcome):
                change.blank(AgendaItem, row_id, _REASON, outcome=identity.strip(outcome))
        minutes = {version.pdf for version in self.versions(number)}
        scans = [file.name for file in attachments_of(meeting_id) if file.digest not in minutes]
        query = Minutes.select(Minutes.id, Minutes.content, Minutes.fingerprint, Minutes.pdf, Minutes.paper_number)
        papers = []
        for row_id, content, mark, pdf, paper in list(tuples(query.where(Minutes.meeting_id == meeting_id))):
            after = veiled(content, identity.strip)
            if after != content:
                self._replace(change, row_id, pdf, after, fingerprint(after) if may_be_guessed(content) else mark)
                papers.append(paper)
        if papers:
            yield _(
                "The final minutes {papers} of {meeting} named the sender. Their text and PDF kept here no longer do; "
                "the signed paper and copies given out still do: lock them away. For a paper that may be given out, "
                "reopen {meeting} and finalise it anew."
            ).format(papers=", ".join(dict.fromkeys(papers)), meeting=number)
        if scans:
            yield _("These files of {meeting} may show the sender, look through them: {names}.").format(
                meeting=number, names=", ".join(scans)
            )

    def _replace(self, change: Change, minutes_id: int, old: str, content: str, mark: str) -> None:
        """Keep a veiled version in the place of one that names the sender, whose PDF is destroyed."""
        stream = io.BytesIO()
        print_pdf(frozen_minutes(content, mark), stream)
        digest = self._store.vault.put(stream.getvalue())
        change.blank(Minutes, minutes_id, _REASON, content=content, fingerprint=mark, pdf=digest)
        kept: dict[str, Any] = {"digest": digest, "size": len(stream.getvalue())}
        for (file_id,) in list(tuples(Attachment.select(Attachment.id).where(Attachment.digest == old))):
            change.blank(Attachment, file_id, _REASON, **kept)
        change.forget_file(old)


def _outcomes(meeting_id: int) -> Select:
    """What came of the items of an agenda; who presents them is no secret."""
    return AgendaItem.select(AgendaItem.id, AgendaItem.outcome).where(
        AgendaItem.meeting_id == meeting_id, ~AgendaItem.outcome.is_null()
    )
