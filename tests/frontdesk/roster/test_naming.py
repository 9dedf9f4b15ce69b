"""Keys of a name are those of the letters that are kept."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from frontdesk.commands.services import Services
from frontdesk.roster import Admit, Correct
from frontdesk.roster.service.naming import naming


@pytest.mark.parametrize(
    ("name", "sort_name"),
    [
        (unicodedata.normalize("NFD", "Nguyễn Thị Hòa"), None),
        ("Trần Văn\u200b Bình", None),
        ("  Lê Ngọc Thảo ", "   "),
        ("H'Hen Niê", "Hen\u0007"),
    ],
)
def test_the_keys_are_those_of_the_name_as_it_is_kept(services: Services, name: str, sort_name: str | None) -> None:
    kept = naming(name, sort_name)
    assert kept == naming(kept["name"] or "", kept["sort_name"])
    services.roster.admit(Admit(name, sort_name=sort_name))
    assert all(finding.ok for finding in services.roster.check())


@given(some.text(max_size=12), some.one_of(some.none(), some.text(max_size=8)))
def test_what_is_kept_of_a_name_has_the_same_keys_when_it_is_read_again(name: str, sort_name: str | None) -> None:
    kept = naming(name, sort_name)
    assert kept == naming(kept["name"] or "", kept["sort_name"])


def test_a_name_sorts_by_itself_again_once_its_override_is_taken_away(services: Services) -> None:
    roster = services.roster
    number = roster.admit(Admit("H'Hen Niê", sort_name="Hen")).number
    for ask in (
        Correct(number, name=unicodedata.normalize("NFD", "Y Moan\u200b Êban")),
        Correct(number, sort_name="Moan\u00ad"),
        Correct(number, name="Trần Văn Bình"),
        Correct(number, sort_name=" "),
    ):
        roster.correct(ask)
        assert all(finding.ok for finding in roster.check())
    person = roster.person(number)
    assert (person.sort_name, person.sort_key) == (None, naming("Trần Văn Bình")["sort_key"])
