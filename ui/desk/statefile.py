"""What a person has arranged, in one small file of this computer's user. Nothing of the office stands in it."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import platformdirs

from frontdesk.commands.context import APPLICATION

FILE_NAME: Final = "window.json"


class StateFile:
    """Small JSON values by key, read once and written whole. A damaged or unwritable file costs only comfort."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or platformdirs.user_config_path(APPLICATION, appauthor=False) / FILE_NAME
        self._values: dict[str, Any] = {}
        with suppress(OSError, ValueError):
            held = json.loads(self._path.read_text(encoding="utf-8"))
            self._values = held if isinstance(held, dict) else {}

    def get(self, key: str) -> Any:
        """What was kept, None for nothing."""
        return self._values.get(key)

    def put(self, key: str, value: Any) -> None:
        """Keep it."""
        if self._values.get(key) == value:
            return
        self._values[key] = value
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            beside = self._path.with_suffix(".new")
            # Not flushed to the disk: a power cut may cost an arrangement, waiting for the disk would cost the window.
            beside.write_text(json.dumps(self._values, ensure_ascii=False, indent=1), encoding="utf-8")
            beside.replace(self._path)
