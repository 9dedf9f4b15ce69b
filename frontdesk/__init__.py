"""The office's work: records, rules, papers. Knows no Qt."""

from typing import Final

VERSION: Final = "0.1.0"
