"""Help for where one stands: offline, Vietnamese, in a window that stays beside the work."""

from ui.help.window import open_help

__all__ = ["open_help"]
