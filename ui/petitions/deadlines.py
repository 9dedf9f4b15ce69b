"""The deadline table: each rule with its law, changed from here, and what a change has moved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Slot

from frontdesk.messages import _, mark, n_
from frontdesk.petitions import Complexity, Counting, EndRule, Event, Moved, Recount, RuleRow, SetRule, Step
from ui.desk.days import day_field
from ui.desk.dialogs import FormDialog, given
from ui.desk.doing import do, may
from ui.desk.env import Env
from ui.desk.records import RecordPanel
from ui.parts.fields import ChoiceField, LineField, YesNoField
from ui.parts.form import required
from ui.parts.headings import Section
from ui.parts.menus import Entry, push
from ui.parts.reading import NumberField
from ui.parts.rowtable import Empty
from ui.parts.smalltable import SmallTable
from ui.parts.table import Column
from ui.petitions.words import COMPLEXITY_TITLES, KIND_TITLES, choices, day, word

STEP_TITLES: Final = {
    Step.PROCESS: mark("classify and handle"),
    Step.TRANSFER: mark("pass on to who is competent"),
    Step.ACCEPT: mark("tell that it is accepted"),
    Step.NOTICE: mark("tell the parties that it is accepted"),
    Step.RESOLVE: mark("settle"),
    Step.RESOLVE_AGAIN: mark("settle a second complaint"),
    Step.ANSWER: mark("answer"),
    Step.REPLY: mark("send the result to who passed it on"),
    Step.COMPLAIN: mark("complain a first time"),
    Step.COMPLAIN_AGAIN: mark("complain a second time"),
    Step.KEEP: mark("keep the petition"),
}
EVENT_TITLES: Final = {
    Event.RECEIVED: mark("the day it was received"),
    Event.FORWARDED: mark("the day it was forwarded"),
    Event.ACCEPTED: mark("the day it was accepted"),
    Event.DECIDED: mark("the day of the decision"),
    Event.FILED: mark("the day it was filed"),
}
COUNTING_TITLES: Final = {
    Counting.WORKING: mark("working days"),
    Counting.CALENDAR: mark("days"),
    Counting.YEARS: mark("years"),
}
DAYS_MOST: Final = 999


@dataclass(frozen=True)
class RuleLine:
    """A rule at its place in the table."""

    id: int
    rule: RuleRow

    @property
    def term(self) -> str:
        """How long."""
        return f"{self.rule.days} {_(COUNTING_TITLES[self.rule.counting])}"

    @property
    def case(self) -> str:
        """What the rule is narrowed to, in so few words that rules side by side are told apart in a narrow column."""
        words = [] if self.rule.remote is None else [_("remote") if self.rule.remote else _("elsewhere")]
        # An ordinary case goes without saying where the place is said.
        if self.rule.complexity and not (words and self.rule.complexity is Complexity.NORMAL):
            words.append(_(COMPLEXITY_TITLES[self.rule.complexity]))
        return ", ".join(words)


class DeadlinesPanel(RecordPanel[RuleLine]):
    """The rules in force at first; under them what the last change has moved."""

    help_page = "petitions-deadlines"

    def __init__(self, env: Env) -> None:
        today = env.services.store.today
        super().__init__(
            env,
            "petitions.rules",
            _("Deadline rules"),
            ("deadline_rules",),
            (
                Column("kind", _("Kind"), 10, text=lambda line: word(KIND_TITLES, line.rule.kind) or _("every kind")),
                Column("step", _("Step"), 19, text=lambda line: word(STEP_TITLES, line.rule.step)),
                Column("term", _("Within"), 13),
                Column("from", _("Counted from"), 14, text=lambda line: word(EVENT_TITLES, line.rule.counted_from)),
                Column("case", _("Only where"), 19),
                Column("law", _("Law and article"), 0, text=lambda line: line.rule.law),
                Column("since", _("From"), 10, text=lambda line: day(line.rule.valid_from), hidden=True),
                Column("until", _("To"), 10, text=lambda line: day(line.rule.valid_to), hidden=True),
                Column("name", _("Name"), 20, text=lambda line: line.rule.name, hidden=True),
            ),
            searched=lambda line: f"{line.rule.name} {line.rule.law} {word(KIND_TITLES, line.rule.kind)}",
            empty=Empty(_("No deadline rule"), _("Without rules no petition has a deadline.")),
            named={
                "": (_("In force"), lambda line: line.rule.valid_to is None or line.rule.valid_to >= today),
                "all": (_("All that ever were"), lambda line: True),
            },
            detail=_("Open petitions are counted anew whenever a rule or a holiday changes."),
        )
        if may(env, Recount):
            self.add_tool(push(Entry(_("Count anew"), self.recount, name="rules.recount")))
        if may(env, SetRule):
            self.add_tool(push(Entry(_("Add a rule… (Ctrl+N)"), self.begin_new, name="rules.new", role="main")))
        self.buttons = self.add_buttons(
            (
                Entry(_("Change…"), self.on_opened, may(env, SetRule), "rules.edit"),
                Entry(_("End…"), self.end, may(env, EndRule), "rules.end"),
            )
        )
        self.moved: SmallTable[tuple[int, Moved]] = SmallTable(
            "rules.moved",
            _("What has moved"),
            (
                Column("number", _("Number"), 13, text=lambda line: line[1].number),
                Column("before", _("Was due"), 11, text=lambda line: day(line[1].before)),
                Column("after", _("Is due"), 11, text=lambda line: day(line[1].after)),
                Column("why", _("Why this date"), 0, text=lambda line: line[1].why),
            ),
            empty=_("Nothing has moved."),
            row_id=lambda line: line[0],
        )
        self.moved.opened.connect(self._on_petition)
        self._section = Section(_("What has moved"))
        self._section.add(self.moved)
        self._section.hide()
        self.column.addWidget(self._section)
        self.on_picked()

    def load(self) -> Sequence[RuleLine]:
        """See `RecordPanel`."""
        return [RuleLine(at, rule) for at, rule in enumerate(self.env.services.petitions.rules(), 1)]

    @Slot()
    def begin_new(self) -> None:
        """Another rule."""
        if may(self.env, SetRule):
            self._open(None)

    @Slot()
    def on_opened(self) -> None:
        """Change the selected rule."""
        line = self.current()
        if line is not None and may(self.env, SetRule):
            self._open(line.rule)

    @Slot()
    def end(self) -> None:
        """The last day of the selected rule."""
        line = self.current()
        if line is None:
            return
        title, make = _("End: {name}").format(name=line.rule.name), partial(_end, line.rule)
        dialog = FormDialog(self.env, "end_rule", title, _("End"), make, self)
        dialog.add("valid_to", _("&Last day in force"), day_field(self.env), value=self.env.services.store.today)
        dialog.saved.connect(self._on_moved)
        dialog.begin()

    @Slot()
    def recount(self) -> None:
        """Count all open petitions anew."""
        do(self.env, Recount(), self, done=self._on_moved)

    @Slot()
    def on_picked(self) -> None:
        """See `RecordPanel`."""
        self.buttons.enable(self.current() is not None)

    def _open(self, rule: RuleRow | None) -> None:
        title = _("Change: {name}").format(name=rule.name) if rule else _("A deadline rule")
        dialog = FormDialog(self.env, "rule", title, _("Save"), partial(_set, rule), self)
        if rule is None:
            dialog.add("name", _("&Name"), LineField(hint="tra-loi-kien-nghi"))
        kind = ChoiceField(choices(KIND_TITLES), nothing=_("Every kind"))
        complexity = ChoiceField(choices(COMPLEXITY_TITLES), nothing=_("However complicated"))
        event = ChoiceField(choices(EVENT_TITLES))
        counting = ChoiceField(choices(COUNTING_TITLES))
        for each in (kind, complexity):
            each.set_value(None)
        dialog.add("kind", _("&Kind"), kind, value=rule and rule.kind)
        dialog.add("step", _("&Step"), ChoiceField(choices(STEP_TITLES)), value=rule.step if rule else Step.ANSWER)
        dialog.add("days", _("&How many"), NumberField(1, DAYS_MOST), value=rule and rule.days)
        dialog.add("counting", _("&Counted in"), counting, value=rule.counting if rule else Counting.WORKING)
        dialog.add("counted_from", _("Counted &from"), event, value=rule.counted_from if rule else Event.RECEIVED)
        dialog.add("complexity", _("Com&plexity"), complexity, value=rule and rule.complexity)
        dialog.add("remote", _("Remote &area"), YesNoField(), value=rule and rule.remote)
        dialog.add("law", _("&Law and article"), LineField(hint="Điều 28 Luật Khiếu nại 2011"), value=rule and rule.law)
        dialog.add("valid_from", _("In force f&rom"), day_field(self.env), value=rule and rule.valid_from)
        dialog.add("valid_to", _("In force &to"), day_field(self.env), value=rule and rule.valid_to)
        dialog.saved.connect(self._on_moved)
        dialog.begin()

    @Slot(object)
    def _on_moved(self, moved: Sequence[Moved]) -> None:
        self.moved.set_rows(tuple(enumerate(moved)))
        self._section.setVisible(bool(moved))
        count = len(moved)
        said = n_("{count} deadline has moved.", "{count} deadlines have moved.", count).format(count=count)
        self.env.notices.say(said)

    @Slot()
    def _on_petition(self) -> None:
        line = self.moved.current()
        if line is not None:
            self.env.jump(line[1].number)


def _set(rule: RuleRow | None, values: Mapping[str, Any]) -> SetRule:
    needed = {"days": _("How many"), "law": _("Law and article")}
    required(values, {"name": _("The name"), **needed} if rule is None else needed)
    fields = given(values, [name for name in values if name != "name"])
    revision = rule.revision if rule else None
    return SetRule(rule.name if rule else values["name"], **fields, revision=revision)


def _end(rule: RuleRow, values: Mapping[str, Any]) -> EndRule:
    required(values, {"valid_to": _("The last day in force")})
    return EndRule(rule.name, values["valid_to"])
