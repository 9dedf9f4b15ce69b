"""Keys of a deed that their names do not explain."""

from dataclasses import field
from typing import Any


def described(text: str) -> Any:
    """An optional key with a word of help."""
    return field(default=None, metadata={"help": text})


def needed(text: str) -> Any:
    """A key that must be given, with a word of help."""
    return field(metadata={"help": text})
