"""The four faces papers are set in, chosen by the letters they hold and never by name alone."""

import io
import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Final

import platformdirs
from fontTools.ttLib import TTFont, TTLibError

from frontdesk.errors import DeskUnavailable
from frontdesk.paper.output import write_whole

FAMILY: Final = "FrontdeskSerif"
"""The name of the faces made here."""

RECIPE: Final = "1"
"""Part of the name of a cached face: raise it when what `make_face` makes changes."""


class Face(StrEnum):
    """One of the four faces of a family, as PostScript names end."""

    REGULAR = "Regular"
    BOLD = "Bold"
    ITALIC = "Italic"
    BOLD_ITALIC = "BoldItalic"

    @property
    def is_bold(self) -> bool:
        """Whether its strokes are heavy."""
        return self in (Face.BOLD, Face.BOLD_ITALIC)

    @property
    def is_italic(self) -> bool:
        """Whether its letters lean."""
        return self in (Face.ITALIC, Face.BOLD_ITALIC)


_MARKED: Final = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"  # 67, and as many capitals
VIETNAMESE_LETTERS: Final = frozenset(map(ord, _MARKED + _MARKED.upper()))
"""The 134 letters with marks."""

_NEEDED: Final = VIETNAMESE_LETTERS | frozenset(range(0x20, 0x7F)) | {ord("₫")}

_FILE_NAMES: Final[tuple[Mapping[Face, str], ...]] = tuple(
    dict(zip(Face, names, strict=True))
    for names in (
        ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"),
        tuple(f"times new roman{style}.ttf" for style in ("", " bold", " italic", " bold italic")),
        tuple(f"times_new_roman{style}.ttf" for style in ("", "_bold", "_italic", "_bold_italic")),
        tuple(f"liberationserif-{face.lower()}.ttf" for face in Face),
        tuple(f"tinos-{face.lower()}.ttf" for face in Face),
    )
)
"""Where to look first; a family counts only when its letters do. File names in small letters, in order of liking."""

_MARKS: Final = ("\ufffd", "□", "?")
"""What stands for a letter no face has, in order of liking."""

_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]")
"""Format characters that come along with pasted text and were never seen by whoever typed it."""

_NO_LETTERS: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Controls and halves of characters, which XML forbids or nobody could see."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """Four faces as TrueType files and the letters all four of them hold."""

    files: Mapping[Face, bytes]
    letters: frozenset[int]

    @property
    def missing_mark(self) -> str:
        """What stands on paper for a letter that is not there."""
        return next(mark for mark in _MARKS if ord(mark) in self.letters)


@lru_cache(maxsize=1)
def typeface() -> Typeface:
    """The faces of this machine, chosen once a process."""
    return choose(font_folders(), platformdirs.user_cache_path("frontdesk") / "fonts")


def choose(folders: Iterable[Path], cache: Path) -> Typeface:
    """The best family in `folders` that holds every Vietnamese letter and ₫, else the one made for us.

    Made faces are kept in `cache`; where that cannot be written they live in memory only.
    """
    present = {path.name.lower(): path for folder in reversed([*folders]) for path in _font_files(folder)}
    for names in _FILE_NAMES:
        if all(name in present for name in names.values()):
            found = _read_family({face: present[name] for face, name in names.items()})
            if found is not None:
                return found
    made = {face: _made_face(face, cache) for face in Face}
    return Typeface(made, _common_letters(made))


def font_folders() -> tuple[Path, ...]:
    """Where this system keeps fonts: the user's own folder first."""
    if sys.platform == "win32":
        own = Path(os.environ.get("LOCALAPPDATA", "")) / "Microsoft" / "Windows" / "Fonts"
        return (own, Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts")
    if sys.platform == "darwin":
        return (Path.home() / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    return (Path.home() / ".local/share/fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))


def missing_letters(text: str) -> tuple[str, ...]:
    """The letters of `text` that no face holds, each once, in order."""
    return tuple(dict.fromkeys(_unprintable().findall(_plain(text))))


def printable(text: str) -> str:
    """`text` in NFC as it can stand on paper: invisible characters gone, each missing letter a visible mark."""
    if text.isascii() and text.isprintable():
        return text
    return _unprintable().sub(typeface().missing_mark, _plain(text))


def readable(text: str) -> str:
    """`text` in NFC for a reader with fonts of his own: only what is no letter at all becomes a mark."""
    return _NO_LETTERS.sub("\ufffd", _plain(text))


def _plain(text: str) -> str:
    composed = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    return _INVISIBLE.sub("", composed)


@lru_cache(maxsize=1)
def _unprintable() -> re.Pattern[str]:
    codes = sorted(typeface().letters - frozenset(range(0x20)) - frozenset(range(0x7F, 0xA0)) | {ord("\n")})
    return re.compile(f"[^{''.join(re.escape(chr(code)) for code in codes)}]")


def _font_files(folder: Path) -> Iterator[Path]:
    return (Path(where) / name for where, _, names in os.walk(folder) for name in names if name.lower().endswith("ttf"))


def _read_family(paths: Mapping[Face, Path]) -> Typeface | None:
    try:
        files = {face: path.read_bytes() for face, path in paths.items()}
        letters = _common_letters(files)
    except (OSError, TTLibError):
        return None
    return Typeface(files, letters) if letters >= _NEEDED else None


def _common_letters(files: Mapping[Face, bytes]) -> frozenset[int]:
    return frozenset.intersection(*(_letters(data) for data in files.values()))


def _letters(data: bytes) -> frozenset[int]:
    with TTFont(io.BytesIO(data), lazy=True) as font:
        if "glyf" not in font:
            # ReportLab embeds TrueType outlines only.
            return frozenset()
        return frozenset(font.getBestCmap() or ())


def _made_face(face: Face, cache: Path) -> bytes:
    path = cache / f"{FAMILY}-{face}-{RECIPE}.ttf"
    try:
        data = path.read_bytes()
        if _letters(data) >= _NEEDED:
            return data
    except (OSError, TTLibError):
        # Not made yet, or cut short by a full disk: made below.
        pass
    # Font tools take a third of a second to load, and only a machine's first paper needs them.
    from frontdesk.paper.fontmaking import make_face

    data = make_face(face)
    try:
        cache.mkdir(parents=True, exist_ok=True)
        write_whole(data, path)
    except (OSError, DeskUnavailable):
        return data
    return data
