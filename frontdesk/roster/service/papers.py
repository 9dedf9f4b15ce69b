"""The roster's papers, from what is kept to blocks of a page."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Final

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.office import PaperAsk
from frontdesk.paper import Paper
from frontdesk.roster.kinds import BodyKind
from frontdesk.roster.model import Commendation, Turn
from frontdesk.roster.papers.badges import badges
from frontdesk.roster.papers.common import Head, Whose
from frontdesk.roster.papers.figures import changes_paper, composition_paper
from frontdesk.roster.papers.lists import directory, member_list, particulars
from frontdesk.roster.papers.merits import (
    commendations_paper,
    congratulations_paper,
    models_paper,
    training_paper,
    visits_paper,
)
from frontdesk.roster.papers.subject import Dossier, HistoryRow, deed_word, subject_paper
from frontdesk.roster.rules.identity import Namesake
from frontdesk.roster.rules.rows import MemberRow, PersonRow
from frontdesk.roster.service.base import AreaBook
from frontdesk.roster.service.reading import one_each
from frontdesk.roster.service.sheets import Sheets
from frontdesk.roster.service.statistics import Among
from frontdesk.roster.settings import REMIND_DAYS
from frontdesk.store import attachments_of, history_of, links_of
from frontdesk.vietnamese import fold

_EVERYBODY: Final = "Những người tham gia công tác Mặt trận"


class Papers(Sheets):
    """Printing takes no number and writes nothing, but that sensitive columns asked for are journalled."""

    def paper(self, kind: str, ask: PaperAsk) -> Paper:
        """A paper of PAPERS by its name; KeyError for another."""
        papers: dict[str, Callable[[PaperAsk], Paper]] = {
            "roster": lambda asked: particulars(self._head(), *self._listed(asked)),
            "members": lambda asked: member_list(self._head(), *self._listed(asked)),
            "directory": lambda asked: directory(self._head(), *self._listed(asked)),
            "composition": self._composition_paper,
            "changes": self._changes_paper,
            "badges": self._badges,
            "training": self._training,
            "commendations": self._commended,
            "models": self._models_paper,
            "visits": self._visited,
            "congratulations": self._congratulations,
            "data-subject": self._subject,
        }
        return papers[kind](ask)

    def _head(self) -> Head:
        signers = (self._office.signer("preparer"), self._office.signer("chair"))
        return Head(self._office.letterhead("", None, None), self._office.author(), signers)

    def _whose(self, ask: PaperAsk) -> tuple[Whose, Among]:
        """Whose paper it is: the body or area named, else the committee, else everybody."""
        if ask.number is None:
            committees = self.bodies(BodyKind.COMMITTEE, on=ask.until)
            if not committees:
                return Whose(_EVERYBODY, ask.until or self.today), Among(on=ask.until)
            return Whose(committees[0].name, ask.until or self.today), Among(body=committees[0].name, on=ask.until)
        body = self.find_body(ask.number)
        if body is not None:
            _id, day = self.body_scope(body.name, None, ask.until)
            return Whose(body.name, day), Among(body=body.name, on=ask.until)
        if self._office.find_area(ask.number) is None:
            raise RuleBroken(
                "roster.paper.whose",
                _("“{name}” is neither a body nor an area. Write it as the lists do.").format(name=ask.number),
                "number",
            )
        area, day = self.area_scope(ask.number, ask.until)
        name = self._office.area(area[0]).name if len(area) == 1 else self._office.find_area(ask.number)
        title = name if isinstance(name, str) else (name.name if name else ask.number)
        return Whose(title, day), Among(area=ask.number, on=ask.until)

    def _listed(self, ask: PaperAsk) -> tuple[Whose, Sequence[MemberRow]]:
        whose, among = self._whose(ask)
        rows = self._members(among.on, body=among.body, area=among.area, masked=not ask.sensitive)
        if ask.sensitive:
            self.note_shown(len({row.person.id for row in rows}), whose.title)
        return whose, one_each_body(rows)

    def _composition_paper(self, ask: PaperAsk) -> Paper:
        whose, among = self._whose(ask)
        return composition_paper(self._head(), whose, self.composition(among))

    def _period(self, ask: PaperAsk) -> tuple[date, date]:
        """The days asked for; from the first of the year to today where none are said."""
        until = ask.until or self.today
        since = ask.since or date(until.year, 1, 1)
        if until < since:
            raise RuleBroken("roster.changes.days", _("The last day lies before the first."), "until")
        return since, until

    def _training(self, ask: PaperAsk) -> Paper:
        since, until = self._period(ask)
        courses = self.courses(since, until)
        turns = {course.id: self.turns_of(course.id) for course in courses}
        return training_paper(self._head(), since, until, courses, turns)

    def _commended(self, ask: PaperAsk) -> Paper:
        since, until = self._period(ask)
        return commendations_paper(self._head(), since, until, self.commendations(since, until))

    def _models_paper(self, ask: PaperAsk) -> Paper:
        day = ask.until or self.today
        known = [row for row in self.models() if row.since is None or row.since <= day]
        return models_paper(self._head(), day, known)

    def _visited(self, ask: PaperAsk) -> Paper:
        since, until = self._period(ask)
        return visits_paper(self._head(), since, until, self.visits(since, until))

    def _congratulations(self, ask: PaperAsk) -> Paper:
        since = ask.since or self.today
        until = ask.until or since + timedelta(days=int(self._office.setting(REMIND_DAYS)))
        since, until = self._period(PaperAsk(since=since, until=until))
        year = since.year
        lists = (
            ("Sinh nhật", self.birthdays(since, until)),
            (f"Mừng thọ năm {year}", self.elders(year)),
            (f"Thâm niên công tác Mặt trận năm {year}", self.long_service(year)),
        )
        return congratulations_paper(self._head(), since, until, lists)

    def _changes_paper(self, ask: PaperAsk) -> Paper:
        since, until = self._period(ask)
        body = self.body(ask.number) if ask.number else None
        rows = self.changes(since, until, None if body is None else body.name)
        return changes_paper(self._head(), body.name if body else "Các tổ chức của Mặt trận", since, until, rows)

    def _badges(self, ask: PaperAsk) -> Paper:
        if ask.number is not None and ask.number.upper().startswith("NG-"):
            person = self.person(ask.number)
            posts = person.serving(self.today) or person.memberships
            if not posts:
                raise RuleBroken(
                    "roster.badge.no_post", _("{number} holds no post.").format(number=ask.number), "number"
                )
            rows = [MemberRow(person, posts[0])]
        else:
            _whose, among = self._whose(ask)
            rows = one_each(self._members(among.on, body=among.body, area=among.area))
        return badges(self._office.author(), self._office.issuer_lines(), rows)

    def _subject(self, ask: PaperAsk) -> Paper:
        if ask.number is None:
            raise RuleBroken("roster.subject.number", _("Say whose (NG-…)."), "number")
        person_id = self.person_id(ask.number)
        person = self._people([person_id], masked=not ask.sensitive)[0]
        if ask.sensitive:
            self.note_shown(1, "phiếu thông tin cá nhân", person.number)
        visits = {link.other.id for link in links_of(person_id, "visitor")}
        history = [
            HistoryRow(datetime.fromisoformat(entry.at), entry.user, deed_word(entry.deed))
            for entry in history_of(person_id)
        ]
        dossier = Dossier(
            person,
            self._turns(Turn.person == person_id),
            self._commendations(Commendation.person == person_id),
            [visit for visit in self.visits() if visit.id in visits],
            [file.name for file in attachments_of(person_id)],
            [
                " ".join(filter(None, (link.other.number, link.other.title)))
                for link in links_of(person_id)
                if link.other.id not in visits
            ]
            + list(self._elsewhere(person_id)),
            history,
            self._same_name(self._namesake(person)),
        )
        return subject_paper(self._head(), dossier)

    def _namesake(self, person: PersonRow) -> Namesake:
        book = AreaBook()
        areas = {held.area_id for held in person.memberships if held.area_id is not None}
        whole = frozenset(each for area_id in areas for each in book.group(area_id))
        return Namesake(person.name, fold(person.name), person.birth_year, whole)


def one_each_body(rows: Sequence[MemberRow]) -> list[MemberRow]:
    """The first row of each person in each body."""
    kept = {(row.membership.body_id, row.person.id): row for row in reversed(rows)}
    return list(kept.values())[::-1]
