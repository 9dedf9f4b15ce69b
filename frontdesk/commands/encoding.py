"""Words and names of files come as UTF-8, whatever the machine's locale says."""

import os
import sys


def ensure_utf8() -> None:
    """Begin the program again in Python's UTF-8 mode where the locale has no Vietnamese letters.

    Words and paths would come as stray bytes there: a search would find nothing, a file would not open. Does not
    return in that case; does nothing on Windows, whose words are Unicode always.
    """
    if sys.getfilesystemencoding() != "utf-8":
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])
