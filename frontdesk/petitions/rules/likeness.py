"""Whether two petitions may be one: the same sender, like words, whatever their marks."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from frontdesk.vietnamese import fold

NEARLY_SAME: Final = 0.8
SAME_SENDER: Final = 0.45
_BOTH: Final = 1.0


@dataclass(frozen=True)
class Candidate:
    """A petition that another might repeat, with the likeness key of its summary; `sender` None: unknown or secret."""

    id: int
    number: str
    sender: str | None
    summary: str
    key: str


@dataclass(frozen=True)
class Likeness:
    """A petition that may be the same: how alike the words are (0 to 1) and whether the sender is the same."""

    number: str
    summary: str
    share: float
    same_sender: bool


def likeness_key(summary: str) -> str:
    """The words of a summary, folded, in their order: equal for the same text typed twice."""
    return fold(summary)


def alike(sender: str | None, summary: str, others: Iterable[Candidate]) -> list[Likeness]:
    """Those of `others` that may be the same petition, the likeliest first.

    Like words alone are enough; from the same sender, fewer will do. difflib over words does for the few hundred
    candidates of a year; a faster library would compare more and find no more.
    """
    name, words = fold(sender or ""), likeness_key(summary).split()
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(words)
    found = []
    for other in others:
        matcher.set_seq1(other.key.split())
        # The quick ones are never less than the ratio itself: most are passed over without folding a name.
        if matcher.real_quick_ratio() < SAME_SENDER or (most := matcher.quick_ratio()) < SAME_SENDER:
            continue
        same = bool(name) and fold(other.sender or "") == name
        least = SAME_SENDER if same else NEARLY_SAME
        if most < least:
            continue
        share = matcher.ratio()
        if share >= least:
            found.append(Likeness(other.number, other.summary, share, same))
    return sorted(found, key=lambda like: (-(like.share + (_BOTH if like.same_sender else 0)), like.number))
