"""Vietnamese for the words Qt brings itself: buttons, dialogs, menus of text fields, keys. Qt ships none."""

import json
from importlib.resources import files

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator


class QtTexts(QTranslator):
    """Qt's own texts from ``resources/locale/vi/qt.json`` ({context: {English: Vietnamese}})."""

    def __init__(self) -> None:
        super().__init__()
        table = files("resources") / "locale" / "vi" / "qt.json"
        self._texts: dict[str, dict[str, str]] = json.loads(table.read_text(encoding="utf-8"))

    def isEmpty(self) -> bool:
        """Qt's name."""
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """Qt's name. None, not "", for what is not known: "" would be shown."""
        return self._texts.get(context, {}).get(source)


def install(app: QCoreApplication, language: str) -> None:
    """Let Qt speak `language` ("vi" or "en") and count as Vietnam does; the translator lives as long as `app`."""
    QLocale.setDefault(QLocale("vi_VN" if language == "vi" else "en_GB"))
    if language == "vi":
        texts = QtTexts()
        texts.setParent(app)
        app.installTranslator(texts)
