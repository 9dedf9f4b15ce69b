"""The field of a day, typed as people say it and read back in full."""

from datetime import date

from frontdesk.messages import language
from frontdesk.vietnamese import parse_day, spoken_date
from ui.desk.env import Env
from ui.parts.dates import DateField


def day_field(env: Env) -> DateField:
    """A day, typed as people say it."""
    store = env.services.store
    return DateField(lambda text: parse_day(text, store.today), day_in_words, today=lambda: store.today)


def day_in_words(value: date) -> str:
    """A day in full, below the field it was typed in."""
    if language() != "vi":
        return f"{value:%A, %d %B %Y}"
    words = spoken_date(value)
    return words[:1].upper() + words[1:]
