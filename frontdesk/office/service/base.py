"""What the parts of the office's service share: the store, and the settings declared so far."""

import json
from collections.abc import Iterable
from typing import Any

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.office import settings
from frontdesk.office.asks import SettingSpec
from frontdesk.office.communes import commune
from frontdesk.office.deeds import SET, Set
from frontdesk.store import Setting, Store


class Settings:
    """The office's settings: those of this room, and those a slice declares when it is wired in."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._specs: dict[str, SettingSpec] = {}
        self.declare(settings.SETTINGS)

    def declare(self, specs: Iterable[SettingSpec]) -> None:
        """Take a room's settings into the list that can be shown and changed."""
        self._specs.update({spec.name: spec for spec in specs})

    @property
    def specs(self) -> tuple[SettingSpec, ...]:
        """Every setting declared, in the order of the rooms."""
        return tuple(self._specs.values())

    def setting(self, spec: SettingSpec) -> Any:
        """The value of a setting, its default where the office never changed it; lists are tuples."""
        row = Setting.get_or_none(Setting.name == spec.name)
        if row is None:
            return spec.default
        value = json.loads(row.value)
        return tuple(value) if isinstance(value, list) else value

    def set(self, ask: Set) -> SettingSpec:
        """Give a setting another value, typed as its default is."""
        spec = self._specs.get(ask.name)
        if spec is None:
            raise RuleBroken("office.setting.unknown", _("There is no setting “{name}”.").format(name=ask.name), "name")
        value = spec.default if ask.value is None else settings.parse(spec, ask.value)
        if spec is settings.COMMUNE:
            value = commune(value).code
        with self.store.change(SET) as change:
            found = Setting.get_or_none(Setting.name == spec.name)
            content = {"name": spec.name, "value": json.dumps(value, ensure_ascii=False)}
            change.write(Setting, content if found is None else {**content, "id": found.id})
        return spec
