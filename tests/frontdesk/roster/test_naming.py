"""Keys of a name are those of the letters that are kept."""

import unicodedata

import pytest

from frontdesk.commands.services import Services
from frontdesk.roster import Admit
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
