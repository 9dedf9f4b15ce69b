"""The settings: declared once, typed as their defaults are."""

import pytest

from frontdesk.commands.services import Services
from frontdesk.errors import RuleBroken
from frontdesk.office import Set, SettingSpec
from frontdesk.office.settings import parse

FLAG = SettingSpec("test.flag", False, "a flag")
COUNT = SettingSpec("test.count", 5, "a count")
TEXT = SettingSpec("test.text", "", "a text")
LIST = SettingSpec("test.list", ("a", "b"), "a list")


@pytest.mark.parametrize(
    ("spec", "typed", "value"),
    [
        (FLAG, "có", True),
        (FLAG, " Yes ", True),
        (FLAG, "TRUE", True),
        (FLAG, "1", True),
        (FLAG, "không", False),
        (FLAG, "0", False),
        (COUNT, " 12 ", 12),
        (COUNT, "-3", -3),
        (TEXT, "  Hải Đông ", "Hải Đông"),
        (TEXT, "", ""),
        (LIST, "một; hai ;; ba", ("một", "hai", "ba")),
        (LIST, "", ()),
    ],
)
def test_what_is_typed_becomes_what_the_default_is(spec: SettingSpec, typed: str, value: object) -> None:
    assert parse(spec, typed) == value


@pytest.mark.parametrize(
    ("spec", "typed"), [(FLAG, "có lẽ"), (FLAG, ""), (FLAG, "2"), (COUNT, "năm"), (COUNT, "1,5"), (COUNT, "")]
)
def test_what_does_not_read_as_the_default_does_is_refused(spec: SettingSpec, typed: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        parse(spec, typed)
    assert (refused.value.code, refused.value.field) == ("office.setting.value", "value")


def test_a_setting_keeps_its_value_until_the_default_is_put_back(services: Services) -> None:
    office = services.office
    office.declare((LIST, COUNT))
    assert office.setting(LIST) == ("a", "b")
    office.set(Set("test.list", "x;y"))
    office.set(Set("test.count", "7"))
    assert (office.setting(LIST), office.setting(COUNT)) == (("x", "y"), 7)
    office.set(Set("test.list"))
    assert office.setting(LIST) == ("a", "b")
    assert COUNT in office.specs


def test_an_unknown_setting_is_refused(services: Services) -> None:
    with pytest.raises(RuleBroken) as refused:
        services.office.set(Set("office.colour", "red"))
    assert refused.value.code == "office.setting.unknown"
