"""How well a column's header says what a field is called, whatever its case, accents, brackets and word order."""

import difflib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from frontdesk.vietnamese import fold

# Below this a header has another meaning: "Thu" alone is not said by "Số phiếu thu".
MATCHES: Final = 0.6
_FILLERS: Final = frozenset(("va", "cua", "cac", "the", "of", "and"))
_BRACKETS: Final = re.compile(r"\([^)]*\)")
# What parts the levels or the columns of a synonym.
_PARTS: Final = re.compile(r" [/+<] ")
_CHILD_ONLY: Final = 0.93
_OTHER_ACCENTS: Final = 0.55
_SPELT_ALIKE: Final = 0.88


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words made comparable: folded, without fillers; `accents` are the same words with their accents, sorted."""

    words: tuple[str, ...]
    accents: tuple[str, ...]
    squeezed: str


@lru_cache(maxsize=1 << 14)
def phrase(text: str) -> Phrase:
    """`text` made comparable."""
    pairs = [
        (folded, "".join(sorted(unicodedata.normalize("NFD", piece))))
        for piece in re.findall(r"\w+", text.lower())
        if (folded := fold(piece)) and folded not in _FILLERS
    ]
    words = tuple(folded for folded, _accents in pairs)
    return Phrase(words, tuple(accents for _folded, accents in pairs), "".join(words))


@lru_cache(maxsize=1 << 12)
def clues(path: tuple[str, ...]) -> frozenset[str]:
    """What `path` can be recognised by: its words, and each text of it that may be compared, run together.

    A synonym whose own clues share none of them is not said by it at all: `path_score` gives 0.
    """
    texts = (" ".join(path), " ".join(path[:-1]), path[-1])
    said = [phrase(text) for text in (*texts, *(_BRACKETS.sub(" ", text) for text in texts))]
    return frozenset({*said[0].words, *(each.squeezed for each in said if each.squeezed)})


@lru_cache(maxsize=1 << 10)
def wanted_clues(synonyms: tuple[str, ...]) -> frozenset[str]:
    """The clues of a field's synonyms, for `clues` to be held against."""
    said = [phrase(part) for synonym in synonyms for part in _PARTS.split(synonym)]
    words = (word for each in said for word in each.words)
    return frozenset({*words, *(each.squeezed for each in said if each.squeezed)})


@lru_cache(maxsize=1 << 14)
def best_score(path: tuple[str, ...], synonyms: tuple[str, ...]) -> float:
    """How well `path` says the one of `synonyms` that it says best, 0 where there is none.

    The rows under a header are tried as headers too, and repeat each other.
    """
    here = clues(path)
    known = (synonym for synonym in synonyms if not here.isdisjoint(wanted_clues((synonym,))))
    return max((path_score(path, synonym) for synonym in known), default=0.0)


def path_score(path: Sequence[str], synonym: str) -> float:
    """How well the header `path` (parents first) says `synonym`, from 0 to 1; ``/`` in a synonym parts the levels."""
    parents, slash, child = synonym.rpartition(" / ")
    if slash:
        if len(path) < 2:
            return 0.0
        above, below = _said(" ".join(path[:-1]), parents), _said(path[-1], child)
        return (above + below) / 2 if min(above, below) >= MATCHES else 0.0
    whole = _said(" ".join(path), synonym)
    return whole if len(path) == 1 else max(whole, _CHILD_ONLY * _said(path[-1], synonym))


@lru_cache(maxsize=1 << 14)
def _said(header: str, synonym: str) -> float:
    """How well one header text says `synonym`, with or without what it adds in brackets."""
    wanted = phrase(synonym)
    return max(_alike(phrase(header), wanted), 0.98 * _alike(phrase(_BRACKETS.sub(" ", header)), wanted))


def _alike(header: Phrase, wanted: Phrase) -> float:
    if not header.words or not wanted.words:
        return 0.0
    if header.squeezed == wanted.squeezed:
        return _with_accents(1.0, header, wanted)
    have, need = set(header.words), set(wanted.words)
    if have == need:
        return _with_accents(0.97, header, wanted)
    if need < have:
        share = len(need) / len(have)
        base = (0.6 if len(need) > 1 else 0.5) + 0.2 * share
        return _with_accents(base + (0.1 if _runs_through(header.words, wanted.words) else 0.0), header, wanted)
    if have < need and len(have) > 1:
        return _with_accents(0.45 + 0.3 * len(have) / len(need), header, wanted)
    if have & need and min(len(header.squeezed), len(wanted.squeezed)) >= 6:
        return 0.8 * _spelt_alike(header.squeezed, wanted.squeezed)
    return 0.0


def _spelt_alike(one: str, other: str) -> float:
    """How alike two spellings are, from 0 to 1; 0 where they are not nearly the same."""
    # No ratio is greater than that of the lengths, nor than the quick one: the true one takes a hundred times as long.
    if 2 * min(len(one), len(other)) < _SPELT_ALIKE * (len(one) + len(other)):
        return 0.0
    matcher = difflib.SequenceMatcher(None, one, other)
    ratio = matcher.ratio() if matcher.quick_ratio() >= _SPELT_ALIKE else 0.0
    return ratio if ratio >= _SPELT_ALIKE else 0.0


def _runs_through(words: tuple[str, ...], run: tuple[str, ...]) -> bool:
    return any(words[start : start + len(run)] == run for start in range(len(words) - len(run) + 1))


def _with_accents(score: float, header: Phrase, wanted: Phrase) -> float:
    """`score`, lower the more of the common words differ in their accents: "Năm" is not "Nam".

    A word typed without any accent differs from none; where in a syllable the tone stands makes no difference.
    """
    written: dict[str, set[str]] = {}
    for word, accents in zip(header.words, header.accents, strict=True):
        written.setdefault(word, set()).add(accents)
    meant = [pair for pair in zip(wanted.words, wanted.accents, strict=True) if pair[0] in written]
    if not meant:
        return score
    same = sum(not written[word].isdisjoint((accents, "".join(sorted(word)))) for word, accents in meant)
    return score * (_OTHER_ACCENTS + (1 - _OTHER_ACCENTS) * same / len(meant))
