"""How long a passphrase would stand against somebody who tries."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from frontdesk.messages import _, mark

MOST_LETTERS: Final = 100
_WORDS: Final = (
    mark("Very weak: guessed at once. Take four or five words that only you would put together."),
    mark("Weak: guessed soon. Take four or five words that only you would put together."),
    mark("Fair. One or two more words would make it strong."),
    mark("Good."),
    mark("Strong."),
)


@dataclass(frozen=True)
class Strength:
    """`score` from 0 (guessed at once) to 4 (strong), and a sentence for whoever chooses it."""

    score: int
    words: str


def strength(passphrase: str, about: Sequence[str] = ()) -> Strength:
    """How strong a passphrase is; words of `about` (names, places) help nobody who knows the office."""
    # Late: its word lists take 50 ms, and only choosing a passphrase needs them.
    from zxcvbn import zxcvbn

    if not passphrase:
        return Strength(0, "")
    known = [word for text in about for word in (text, *text.split()) if word]
    score = int(zxcvbn(passphrase[:MOST_LETTERS], user_inputs=known)["score"])
    return Strength(score, _(_WORDS[score]))
