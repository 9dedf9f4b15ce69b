"""Every deed offered to people can be done, by window and by command line."""

from dataclasses import fields, is_dataclass
from typing import get_type_hints

import pytest

from frontdesk.commands.values import describe
from frontdesk.meetings import DEEDS, Meetings
from frontdesk.store import Deed


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.name)
def test_a_deed_has_its_method_and_its_request(deed: Deed) -> None:
    assert deed.slice == "meetings"
    assert deed.takes is not None
    assert is_dataclass(deed.takes)
    hints = get_type_hints(getattr(Meetings, deed.verb))
    assert hints["ask"] is deed.takes
    assert describe(deed.takes)
    if "number" in {each.name for each in fields(deed.takes)} and deed.verb != "check_in":
        assert fields(deed.takes)[0].name == "number"


@pytest.mark.parametrize("deed", [deed for deed in DEEDS if deed.inverse], ids=lambda deed: deed.name)
def test_a_deed_is_taken_back_by_a_deed_there_is(deed: Deed) -> None:
    assert deed.inverse in {each.name for each in DEEDS}


def test_deeds_have_names_of_their_own() -> None:
    assert len({deed.name for deed in DEEDS}) == len(DEEDS)
