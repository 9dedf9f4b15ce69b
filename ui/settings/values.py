"""Every setting the rooms have declared: what it is now, where it comes from, another value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Slot

from frontdesk.messages import _, mark
from frontdesk.office import Set, SettingSpec
from ui.desk.dialogs import FormDialog
from ui.desk.doing import do, may
from ui.desk.env import Env
from ui.desk.records import RecordPanel
from ui.parts.colours import Tone
from ui.parts.fields import Field, LineField, SwitchField, TextField
from ui.parts.menus import Entry
from ui.parts.reading import NumberField
from ui.parts.rowtable import Empty
from ui.parts.table import Column

NUMBER_MOST = 1_000_000_000


@dataclass(frozen=True)
class Value:
    """A setting and what it is now."""

    id: int
    spec: SettingSpec
    value: Any

    @property
    def title(self) -> str:
        """What the setting is called."""
        return _(self.spec.title)

    @property
    def is_own(self) -> bool:
        """Whether the office has changed it."""
        return bool(self.value != self.spec.default)

    @property
    def basis(self) -> str:
        """What the default rests on."""
        return basis_of(self.spec.source)

    @property
    def shown(self) -> str:
        """The value in words."""
        if isinstance(self.value, bool):
            return _("yes") if self.value else _("no")
        if isinstance(self.value, tuple):
            return "; ".join(str(part) for part in self.value)
        return str(self.value)


_BASES: Final = {
    "practice": mark("usual practice"),
    "domain: practice": mark("usual practice"),
    "habit": mark("usual practice"),
    "national programme": mark("the national programme"),
    "by price and year": mark("the price of the year"),
    "by decision": mark("a decision"),
}


def basis_of(source: str) -> str:
    """What a setting's default rests on, in words: "Luật Người cao tuổi …, to be checked".

    A source ends with how sure it is: [V] read in the text, [P] seen in practice, [M] to be checked.
    """
    named, _bracket, sureness = source.partition("[")
    named = named.strip()
    words = _(_BASES[named]) if named in _BASES else "" if named.startswith("domain") else named
    if sureness.startswith("M"):
        return _("{basis}, to be checked").format(basis=words) if words else _("to be checked")
    return words


class ValuesPanel(RecordPanel[Value]):
    """All settings, those of the office first."""

    help_page = "settings"

    def __init__(self, env: Env) -> None:
        super().__init__(
            env,
            "settings.values",
            _("Settings of the office"),
            ("settings",),
            _columns(),
            searched=lambda value: f"{value.title} {value.shown} {value.spec.name}",
            empty=Empty(_("No setting of that name"), _("Clear the filter to see them all."), ""),
            named={
                "": (_("All settings"), lambda value: True),
                "own": (_("Changed by this office"), lambda value: value.is_own),
            },
        )
        self.buttons = self.add_buttons(
            (
                Entry(_("Change…"), self.on_opened, may(env, Set), "values.change"),
                Entry(_("Back to the default"), self.put_back, may(env, Set), "values.default"),
            )
        )
        self.on_picked()

    def load(self) -> Sequence[Value]:
        """See `RecordPanel`."""
        office = self.env.services.office
        return [Value(at, spec, office.setting(spec)) for at, spec in enumerate(office.specs, 1)]

    @Slot()
    def on_opened(self) -> None:
        """Another value for the selected setting."""
        value = self.current()
        if value is None or not may(self.env, Set):
            return
        dialog = FormDialog(
            self.env,
            "setting",
            value.title,
            _("Save"),
            partial(_set, value.spec),
            self,
            says=_("Saved."),
            hint=_why(value),
        )
        title = "" if isinstance(value.spec.default, bool) else _("&Value")
        dialog.add("value", title, _field(value))
        dialog.form.set_values({"value": _shown_in_field(value)})
        dialog.begin()

    @Slot()
    def put_back(self) -> None:
        """The default again."""
        value = self.current()
        if value is not None:
            do(self.env, Set(value.spec.name), self, says=_("The default holds again."))

    @Slot()
    def on_picked(self) -> None:
        """See `RecordPanel`."""
        value = self.current()
        self.buttons.enable(value is not None)
        back = self.buttons.buttons.get("values.default")
        if back is not None:
            back.setEnabled(value is not None and value.is_own)


def _columns() -> tuple[Column[Value], ...]:
    return (
        Column("title", _("Setting"), 0),
        Column("shown", _("Now"), 34, tone=lambda value: Tone.GOOD if value.is_own else Tone.PLAIN),
        Column("source", _("Rests on"), 22, text=lambda value: value.basis, tone=lambda _value: Tone.MUTED),
    )


def _why(value: Value) -> str:
    default = Value(0, value.spec, value.spec.default).shown
    words = [_("Default: {default}").format(default=default or "–")]
    if value.basis:
        words.append(_("It rests on: {source}").format(source=value.basis))
    return ". ".join(words)


def _field(value: Value) -> Field:
    default = value.spec.default
    if isinstance(default, bool):
        return SwitchField(value.title)
    if isinstance(default, int):
        return NumberField(0, NUMBER_MOST)
    if isinstance(default, tuple):
        return TextField()
    return LineField()


def _shown_in_field(value: Value) -> Any:
    return "\n".join(map(str, value.value)) if isinstance(value.value, tuple) else value.value


def _set(spec: SettingSpec, values: Mapping[str, Any]) -> Set:
    typed = values["value"]
    if isinstance(spec.default, bool):
        return Set(spec.name, "true" if typed else "false")
    if isinstance(spec.default, tuple):
        return Set(spec.name, ";".join(str(typed or "").splitlines()))
    return Set(spec.name, "" if typed is None else str(typed))
