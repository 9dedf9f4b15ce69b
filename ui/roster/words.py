"""The desk's words for what the roster keeps, and its choices for forms."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, Final

from frontdesk.messages import _, mark
from frontdesk.roster import Bloc, Level, MembershipRow, PersonRow, Sex, Status
from ui.parts.dates import table_day
from ui.parts.fields import Choice

SEX_TITLES: Final = {Sex.MALE: mark("male"), Sex.FEMALE: mark("female")}
LEVEL_TITLES: Final = {
    Level.COMMUNE: mark("commune level"),
    Level.PROVINCE: mark("province level"),
    Level.CENTRAL: mark("central level"),
}
BLOC_TITLES: Final = {
    Bloc.MEMBER_ORGANISATION: mark("member organisations"),
    Bloc.AREA_HEAD: mark("heads of working committees"),
    Bloc.INDIVIDUAL: mark("outstanding individuals"),
    Bloc.FULL_TIME: mark("full-time staff"),
}
STATUS_TITLES: Final = {
    Status.ALL: mark("Everybody"),
    Status.SERVING: mark("Serving"),
    Status.FORMER: mark("No post any more"),
    Status.WITHDRAWN: mark("Withdrawn entries"),
}
FIELD_TITLES: Final = {
    "number": mark("Number"),
    "name": mark("Full name"),
    "sort_name": mark("Name to sort by"),
    "sex": mark("Sex"),
    "born": mark("Born"),
    "birth_year": mark("Year of birth"),
    "phone": mark("Phone"),
    "other_phones": mark("Other phones"),
    "ethnicity": mark("Ethnicity"),
    "religion": mark("Religion"),
    "party": mark("Party member"),
    "party_since": mark("In the Party since"),
    "non_party": mark("Not in the Party"),
    "education": mark("General schooling"),
    "profession": mark("Professional level"),
    "political_theory": mark("Political theory"),
    "occupation": mark("Occupation"),
    "workplace": mark("Workplace"),
    "address": mark("Address"),
    "note": mark("Remarks"),
    "area": mark("Residential area"),
    "body": mark("Body"),
    "post": mark("Post"),
    "since": mark("From"),
    "until": mark("To"),
    "decision_number": mark("Decision number"),
    "decision_date": mark("Decision date"),
    "chosen": mark("How chosen"),
    "bloc": mark("Bloc"),
    "represents": mark("Represents"),
    "ended_why": mark("Why ended"),
    "ended_note": mark("Remark on the end"),
    "term_id": mark("Term"),
    "withdrawn": mark("Withdrawn on"),
    "withdrawn_why": mark("Why withdrawn"),
    "ordinal": mark("Running number"),
    "male": mark("Birth, in the column of men"),
    "female": mark("Birth, in the column of women"),
}
"""What people call the fields of a person, a post and a sheet."""
SENSITIVE: Final = ("ethnicity", "religion", "party", "party_since")
MASK: Final = "•••"


def capital(text: str) -> str:
    """`text` as it begins a line."""
    return text[:1].upper() + text[1:]


def title(name: str) -> str:
    """What people call a field; its bare name when it has none."""
    return _(FIELD_TITLES[name]) if name in FIELD_TITLES else name


def choices(titles: Mapping[Any, str]) -> list[Choice]:
    """The members of a closed list, to choose from."""
    return [Choice(key, capital(_(words))) for key, words in titles.items()]


def word(titles: Mapping[Any, str], key: StrEnum | None) -> str:
    """What a member of a closed list is called, "" for none."""
    return "" if key is None else capital(_(titles[key]))


def day(value: date | None) -> str:
    """A day in a table."""
    return table_day(value)


def yes_no(value: bool | None) -> str:
    """Yes, no, or "" for not known."""
    return "" if value is None else (_("Yes") if value else _("No"))


def span(since: date | None, until: date | None) -> str:
    """A period as far as it is known: "01/07/2025 – now", with hard blanks: a table never cuts what has no other."""
    if since is None and until is None:
        return ""
    last = day(until) or _("now")
    return f"{day(since) or '…'} – {last}".replace(" ", "\u00a0")


def posts(row: PersonRow, on: date) -> tuple[MembershipRow, ...]:
    """The posts that stand for somebody in a list: those held on a day, else the last ones."""
    serving = row.serving(on)
    if serving or not row.memberships:
        return serving
    return (max(row.memberships, key=lambda held: held.until or date.min),)


def joined(parts: Iterable[str | None], by: str = "; ") -> str:
    """The parts that say something, each once."""
    return by.join(dict.fromkeys(part for part in parts if part))
