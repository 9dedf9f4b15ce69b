"""Where faults of the program are written down: what failed and where in the code, never the values it held."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Final

import platformdirs

from frontdesk.commands.context import APPLICATION
from frontdesk.commands.program import LOG_NAME
from ui.parts.errors import report_of

MOST_BYTES: Final = 1_000_000
KEPT: Final = 3
_Error = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class _WithoutValues(logging.Formatter):
    """An error by its kind and its lines of code: its own words may quote somebody's data."""

    def format(self, record: logging.LogRecord) -> str:
        """See `logging.Formatter`."""
        # A copy: whoever formatted the record before us left the error's words in it.
        mine = logging.makeLogRecord(record.__dict__)
        mine.exc_text = None
        return super().format(mine)

    def formatException(self, ei: _Error) -> str:  # noqa: N802 - logging's own name
        """See `logging.Formatter`."""
        return report_of(ei[0], ei[2]) if ei[0] is not None else ""


def write_bugs_to(folder: Path | None) -> logging.Handler:
    """Log warnings and worse to the office's log folder; to the computer's own where there is no office yet."""
    place = folder / "log" if folder is not None else None
    try:
        if place is not None:
            place.mkdir(exist_ok=True)
    except OSError:
        place = None
    if place is None:
        place = platformdirs.user_log_path(APPLICATION, appauthor=False, ensure_exists=True)
    handler = RotatingFileHandler(place / LOG_NAME, maxBytes=MOST_BYTES, backupCount=KEPT, encoding="utf-8", delay=True)
    handler.setFormatter(_WithoutValues("%(asctime)s %(name)s %(message)s"))
    handler.setLevel(logging.WARNING)
    logging.getLogger().addHandler(handler)
    return handler
