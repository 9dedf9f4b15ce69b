"""How the window looks and speaks; kept for this user of the computer, not in the office's file."""

from typing import Final

from PySide6.QtCore import Slot

from frontdesk.messages import _, language
from ui.desk.env import Env
from ui.desk.panel import Panel
from ui.parts.fields import Choice, ChoiceField
from ui.parts.form import Form
from ui.parts.headings import Heading
from ui.parts.theme import ZOOMS

LANGUAGE_KEY: Final = "language"


class LookPanel(Panel):
    """Light or dark, how large, which language; at once but for the language."""

    help_page = "settings"

    def __init__(self, env: Env) -> None:
        super().__init__(env, "settings.look", ())
        self.form = Form("look")
        modes = [Choice("system", _("As the system")), Choice("light", _("Light")), Choice("dark", _("Dark"))]
        self.mode = ChoiceField(modes)
        self.zoom = ChoiceField([Choice(zoom, f"{round(zoom * 100)} %") for zoom in ZOOMS])
        self.language = ChoiceField([Choice("vi", "Tiếng Việt"), Choice("en", "English")])
        self.form.add("mode", _("&Colours"), self.mode)
        self.form.add("zoom", _("&Size of everything"), self.zoom, hint=_("Also Ctrl+plus, Ctrl+minus and Ctrl+0."))
        hint = _("Another language speaks from the next start on. Papers are always Vietnamese.")
        self.form.add("language", _("&Language"), self.language, hint=hint)
        self.mode.changed.connect(self._on_mode)
        self.zoom.changed.connect(self._on_zoom)
        self.language.changed.connect(self._on_language)
        self.column.addWidget(Heading(_("Look")))
        self.column.addWidget(self.form)
        self.column.addStretch(1)
        env.theme.changed.connect(self.reload)

    @Slot()
    def reload(self) -> None:
        """See `Panel`."""
        theme = self.env.theme
        chosen = self.env.state.get(LANGUAGE_KEY) or language()
        self.form.set_values({"mode": theme.mode, "zoom": theme.zoom, "language": chosen})

    @Slot()
    def _on_mode(self) -> None:
        self.env.theme.set_mode(self.mode.value())

    @Slot()
    def _on_zoom(self) -> None:
        self.env.theme.set_zoom(self.zoom.value())

    @Slot()
    def _on_language(self) -> None:
        self.env.state.put(LANGUAGE_KEY, self.language.value())
        self.env.notices.say(_("The language changes at the next start."))
