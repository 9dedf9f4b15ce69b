"""The words people read on screen and in messages, in Vietnamese or English.

Msgids are English; the one catalogue stands in ``resources/locale``. Printed papers are Vietnamese
always and do not pass through here.
"""

import gettext
from importlib.resources import files
from typing import Final

LANGUAGES: Final = ("vi", "en")


class _Words:
    """The language of this process: one program, one person, one language at a time."""

    translations: gettext.NullTranslations = gettext.NullTranslations()
    language: str = "en"


def use(language: str) -> None:
    """Speak `language` ("vi" or "en") from now on."""
    if language not in LANGUAGES:
        raise ValueError(language)
    if language == "en":
        _Words.translations = gettext.NullTranslations()
    else:
        catalogue = files("resources") / "locale" / language / "LC_MESSAGES" / "frontdesk.mo"
        with catalogue.open("rb") as handle:
            _Words.translations = gettext.GNUTranslations(handle)
    _Words.language = language


def language() -> str:
    """The language in use, "vi" or "en"."""
    return _Words.language


def _(text: str) -> str:
    """`text` in the language in use."""
    return _Words.translations.gettext(text)


def n_(one: str, many: str, count: int) -> str:
    """`one` or `many` after `count`, in the language in use; the caller formats the number in."""
    return _Words.translations.ngettext(one, many, count)


def mark(text: str) -> str:
    """`text` itself: marks a constant for the catalogue; whoever shows it calls `_`."""
    return text
