"""Fields for what the roster knows: days, births, people, areas, bodies, posts."""

import re
from collections.abc import Callable
from datetime import date
from functools import partial

from frontdesk.messages import _
from frontdesk.office import area_key
from frontdesk.vietnamese import fold, parse_day
from ui.desk.env import Env
from ui.parts.fields import Choice
from ui.parts.picker import PickerField
from ui.parts.reading import ReadField
from ui.roster.words import day

OFFERED_MOST = 40


class BirthField(ReadField):
    """A day of birth or, where no more is known, its year; `value` is a date, an int or None."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(hint=_("5/9/1968, or 1968"), width_letters=16)
        self._today = today

    def read(self, text: str) -> date | int:
        today = self._today()
        if re.fullmatch(r"\d{4}", text):
            born: date | int = int(text)
            too_late = int(text) > today.year
        else:
            born = parse_day(text, today, latest_year=today.year)
            too_late = born > today
        if too_late or (born if isinstance(born, int) else born.year) < 1900:
            raise ValueError(_("A birth lies between 1900 and today."))
        return born

    def written(self, value: date | int) -> str:
        return str(value) if isinstance(value, int) else f"{value:%d/%m/%Y}"


def person_field(env: Env) -> PickerField:
    """Somebody of the roster; the key is the number."""
    return PickerField(partial(find_people, env), lane=env.lane, hint=_("Two letters of the name, or the number"))


def area_field(env: Env, *, new: bool = True) -> PickerField:
    """An area; with `new` one that is not known yet may be typed."""
    return PickerField(partial(find_areas, env), free_text=new, hint=_("Such as khu phố 3"))


def body_field(env: Env) -> PickerField:
    """A body by its name; a working committee not known yet may be typed with its area."""
    return PickerField(partial(find_bodies, env), lane=env.lane, free_text=True, hint=_("Two letters of its name"))


def post_field(env: Env) -> PickerField:
    """A post; a new one may be typed."""
    return PickerField(partial(find_posts, env), free_text=True, hint=_("Such as trưởng ban"))


def text_of(value: Choice | None) -> str | None:
    """What a picker of names holds, None for nothing."""
    return value.text if value is not None and value.text else None


def chosen(name: str | None) -> Choice | None:
    """A name as a picker shows it."""
    return Choice(name, name) if name else None


def find_people(env: Env, text: str) -> list[Choice]:
    """Who answers to typed words."""
    rows = env.services.roster.find_people(text)
    today = env.services.store.today
    return [
        Choice(
            row.number,
            row.name,
            " · ".join(filter(None, (row.number, row.born_text, *(held.title for held in row.serving(today)[:1])))),
        )
        for row in rows
    ]


def find_areas(env: Env, text: str) -> list[Choice]:
    """The areas whose name holds the words; "kp 3" finds Khu phố 3."""
    folded, key = fold(text), area_key(text)
    return [
        Choice(row.name, row.name)
        for row in env.services.office.areas()
        if folded in fold(row.name) or area_key(row.name).startswith(key)
    ][:OFFERED_MOST]


def find_bodies(env: Env, text: str) -> list[Choice]:
    """The running bodies whose name holds every word."""
    words = fold(text).split()
    rows = env.services.roster.bodies()
    return [Choice(row.name, row.name) for row in rows if all(word in fold(row.name) for word in words)][:OFFERED_MOST]


def find_ended(env: Env, text: str) -> list[Choice]:
    """The bodies and areas that have ended and whose name holds every word, with their last day."""
    words, today = fold(text).split(), env.services.store.today
    roster = env.services.roster
    ended = [("body", line.body.name, line.body.until) for line in roster.body_lines()]
    ended += [("area", line.area.name, line.area.until) for line in roster.area_lines()]
    return [
        Choice(kind, name, _("until {day}").format(day=day(until)))
        for kind, name, until in ended
        if until is not None and until < today and all(word in fold(name) for word in words)
    ][:OFFERED_MOST]


def find_posts(env: Env, text: str) -> list[Choice]:
    """The posts whose name holds the words."""
    folded = fold(text)
    return [Choice(name, name) for name, _rank in env.services.roster.posts() if folded in fold(name)][:OFFERED_MOST]
