"""The minutes and every other paper of a meeting: looked at, finalised, opened again, the signed copy kept."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from frontdesk.meetings import NUMBERED, PAPERS, AttachScan, Finalise, Issue, MeetingRow, Reopen, TakeUp, Withdraw
from frontdesk.meetings import Kind as MeetingKind
from frontdesk.meetings import Status as MeetingStatus
from frontdesk.messages import _
from frontdesk.office import PaperAsk
from frontdesk.paper import write_whole
from frontdesk.store import AttachmentRow
from ui.desk.drafting import place_of
from ui.meetings.entry_form import DESK
from ui.meetings.section import Part
from ui.meetings.subject import Subject, undo_by
from ui.meetings.words import STATUSES, moment_words, sentence
from ui.parts.ask import Answer, Kind
from ui.parts.colours import Tone
from ui.parts.errors import explain
from ui.parts.flow import Flow
from ui.parts.headings import Facts, Hint, Page, Section, label, show_now
from ui.parts.theme import SPACE

_OF_SUPERVISION = (MeetingKind.SUPERVISION, MeetingKind.SOCIAL_CRITICISM)


class MinutesSection(Part):
    """Where the minutes stand, what is still odd about the record, and the papers."""

    def __init__(self, subject: Subject) -> None:
        super().__init__(subject, "minutes", _("Minutes and papers"))
        self.facts = Facts()
        self.warnings = label("", "value", name="minutes.warnings")
        self.warnings.setProperty("tone", Tone.WARN.value)
        self.show_minutes = self._button(_("&See the minutes"), "minutes.show", self._on_show)
        self.show_minutes.setProperty("role", "main")
        self.finalise = self._button(_("&Finalise the minutes…"), "minutes.finalise", self._on_finalise)
        self.reopen = self._button(_("&Reopen the minutes…"), "minutes.reopen", self._on_reopen)
        self.scan = self._button(_("&Keep the signed copy…"), "minutes.scan", self._on_scan)
        self.number_paper = self._button(_("&Give a paper its number…"), "minutes.issue", self._on_issue)
        self.withdraw = self._button(_("&Withdraw the meeting…"), "minutes.withdraw", self._on_withdraw)
        self._kept: list[QPushButton] = []
        self._versions = Hint("")
        self._files = QVBoxLayout()
        self._build()
        self.show_row()

    def _button(self, text: str, name: str, slot: Any) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.clicked.connect(slot)
        return button

    def _build(self) -> None:
        page = Page("minutes_page")
        deeds = QWidget()
        row = Flow(deeds)
        row.setContentsMargins(0, SPACE.s, 0, 0)
        buttons = (self.show_minutes, self.finalise, self.reopen, self.scan, self.number_paper, self.withdraw)
        for button in buttons:
            row.addWidget(button)
        papers = QWidget()
        row = Flow(papers)
        self._plan: QPushButton | None = None
        for kind in PAPERS:
            if "number" not in kind.asks or kind.name == "minutes":
                continue
            button = self._button(sentence(_(kind.title)), f"paper.{kind.name}", self._on_paper)
            button.setProperty("kind", kind.name)
            row.addWidget(button)
            if kind.name == "supervision":
                self._plan = button
        others = Section(_("Other papers"))
        others.add(papers)
        self._files_section = Section(_("Kept with the meeting"))
        self._files_section.add(self._versions)
        files = QWidget()
        files.setLayout(self._files)
        self._files.setContentsMargins(0, 0, 0, 0)
        self._files_section.add(files)
        for widget in (self.facts, self.warnings, deeds, others, self._files_section):
            page.add(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def show_row(self) -> None:
        """See `Part`."""
        subject, meetings = self.subject, self.subject.env.services.meetings
        row = subject.row
        facts = [(_("State"), sentence(_(STATUSES[MeetingStatus(row.status or "draft")])), _tone(row))]
        facts.append((_("Number of the minutes"), row.paper_number or "", Tone.PLAIN))
        if row.withdrawn_because:
            facts.append((_("Withdrawn because"), row.withdrawn_because, Tone.PLAIN))
        versions = meetings.versions(subject.number)
        if row.final and versions:
            facts.append((_("Finalised"), moment_words(versions[-1].finalised), Tone.PLAIN))
            facts.append((_("Fingerprint"), versions[-1].short, Tone.PLAIN))
        self.facts.set_facts(facts)
        odd = meetings.warnings(subject.number) if subject.is_open else ()
        self.warnings.setText("\n".join(odd))
        self.warnings.setVisible(bool(odd))
        self.finalise.setVisible(subject.may(Finalise))
        self.reopen.setVisible(row.final and subject.may(Reopen))
        self.scan.setVisible(subject.may(AttachScan))
        self.number_paper.setVisible(subject.may(Issue))
        self.withdraw.setVisible(subject.may(Withdraw))
        old = [version for version in versions if version.reopened_because]
        words = _("Version {version}, {number}, was final from {when}; reopened: {why}")
        self._versions.setText(
            "\n".join(
                words.format(version=each.version, number=each.paper_number, when=moment_words(each.finalised),
                             why=each.reopened_because)
                for each in old
            )
        )  # fmt: skip
        self._versions.setVisible(bool(old))
        if self._plan is not None:
            self._plan.setVisible(self._is_supervision)
        self._show_files(meetings.files(subject.number))

    @property
    def _is_supervision(self) -> bool:
        return self.subject.row.kind in _OF_SUPERVISION

    def _show_files(self, files: list[AttachmentRow]) -> None:
        for button in self._kept:
            button.deleteLater()
        self._kept = []
        for each in files:
            button = QPushButton(f"{each.name} · {moment_words(each.added)}")
            button.setObjectName(f"file.{each.id}")
            button.setProperty("role", "link")
            button.setProperty("digest", each.digest)
            button.setProperty("file", each.name)
            button.setAccessibleName(_("Save {file} as a file").format(file=each.name))
            button.clicked.connect(self._on_file)
            self._files.addWidget(button)
            show_now(button)
            self._kept.append(button)
        self._files_section.setVisible(bool(files) or bool(self._versions.text()))

    @Slot()
    def _on_show(self) -> None:
        self.print_minutes()

    def print_minutes(self) -> None:
        """The minutes in preview."""
        self.subject.env.show_paper("minutes", PaperAsk(number=self.subject.number))

    @Slot()
    def _on_paper(self) -> None:
        self.subject.env.show_paper(str(self.sender().property("kind")), PaperAsk(number=self.subject.number))

    @Slot()
    def _on_finalise(self) -> None:
        row, ask = self.subject.row, self.subject.env.ask
        lines = [
            _("The minutes get the next number of the book.") if row.paper_number is None
            else _("The minutes keep their number {number}.").format(number=row.paper_number),
            _("From then on nothing of the record can be changed, and the PDF is kept in the office."),
            _("They can only be opened again with a reason; this version is kept then."),
        ]  # fmt: skip
        odd = self._odd()
        if odd:
            lines += ["", _("Look at this first:"), *odd]
        if ask.confirm(_("Finalise the minutes"), "\n".join(lines), _("Finalise")):
            self.subject.do(
                Finalise(self.subject.number, row.revision), self, says=_("The minutes are final."),
                done=self._on_finalised,
            )  # fmt: skip

    def _odd(self) -> list[str]:
        """What to look at before the minutes are final: figures that disagree, an end to come, words not yet added."""
        subject = self.subject
        odd = list(subject.env.services.meetings.warnings(subject.number))
        if subject.row.ends is not None and subject.row.ends > subject.now:
            ends = moment_words(subject.row.ends)
            odd.append(_("The meeting is to end at {when}: write down when it really ended.").format(when=ends))
        if any(place_of(each.key) == (DESK, subject.number) for each in subject.env.services.store.drafts()):
            odd.append(_("Something typed in this meeting was not added yet. Open its parts and add it, or clear it."))
        return odd

    @Slot(object)
    def _on_finalised(self, _row: MeetingRow) -> None:
        self.print_minutes()

    @Slot()
    def _on_reopen(self) -> None:
        why = _("The version that is final now is kept with its PDF. Why must the minutes be opened again?")
        reason = self.subject.env.ask.reason(_("Reopen the minutes"), why, _("Reopen"))
        if reason is not None:
            self.subject.do(Reopen(self.subject.number, reason), self, says=_("The minutes are open again."))

    @Slot()
    def _on_scan(self) -> None:
        kinds = (Kind(_("Scans"), ("pdf", "jpg", "jpeg", "png")), Kind(_("All files"), ("*",)))
        path = self.subject.env.ask.choose_file(_("The signed copy"), kinds)
        if path is not None:
            says = _("{file} is kept with the meeting.").format(file=path.name)
            self.subject.do(AttachScan(self.subject.number, path), self, says=says, done=self._on_attached)

    @Slot(object)
    def _on_attached(self, _row: MeetingRow) -> None:
        self.subject.reload()

    @Slot()
    def _on_issue(self) -> None:
        titles = {kind.name: sentence(_(kind.title)) for kind in PAPERS}
        answers = [Answer(name, titles[name]) for name in NUMBERED if name != "supervision" or self._is_supervision]
        text = _("The paper gets the next number of its book, once.")
        chosen = self.subject.env.ask.question(_("Give a paper its number"), text, answers)
        if chosen is not None:
            self.subject.do(Issue(self.subject.number, chosen), self, done=self._on_issued)

    @Slot(object)
    def _on_issued(self, issued: Any) -> None:
        self.subject.env.notices.say(_("It has the number {number}.").format(number=issued.paper_number))
        self.subject.env.show_paper(issued.kind, PaperAsk(number=self.subject.number))

    @Slot()
    def _on_withdraw(self) -> None:
        why = _("The number stays used, nothing is lost, and the meeting can be taken up again. Why is it withdrawn?")
        reason = self.subject.env.ask.reason(_("Withdraw the meeting"), why, _("Withdraw"))
        if reason is not None:
            number = self.subject.number
            self.subject.do(
                Withdraw(number, reason), self, says=_("The meeting is withdrawn."),
                undo=lambda _row: undo_by(TakeUp(number)),
            )  # fmt: skip

    @Slot()
    def _on_file(self) -> None:
        button = self.sender()
        name = str(button.property("file"))
        path = self.subject.env.ask.choose_save(_("Save the file"), (Kind(_("All files"), ("*",)),), Path(name))
        if path is not None:
            work = partial(_write_out, self.subject, str(button.property("digest")), path)
            self.subject.env.lane.read(work, self._on_written, self._on_failed, self)

    @Slot(object)
    def _on_written(self, path: Path) -> None:
        self.subject.env.notices.say(_("Saved as {file}").format(file=path.name))

    @Slot(object)
    def _on_failed(self, error: Any) -> None:
        explain(error, self.subject.env.ask, self.subject.env.notices)


def _write_out(subject: Subject, digest: str, path: Path) -> Path:
    write_whole(subject.env.services.store.vault.get(digest), path)
    return path


def _tone(row: MeetingRow) -> Tone:
    return Tone.GOOD if row.final else Tone.WARN if row.withdrawn_because else Tone.PLAIN
