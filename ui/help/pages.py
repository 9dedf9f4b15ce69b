"""The pages of the help: where they lie, what they are called, which one is meant."""

from dataclasses import dataclass
from importlib.resources import files
from typing import Final

from frontdesk.vietnamese import fold

FIRST: Final = "index"
ORDER: Final = (
    FIRST,
    "today",
    "roster",
    "roster-areas",
    "roster-bodies",
    "roster-composition",
    "roster-training",
    "roster-reminders",
    "meetings",
    "petitions",
    "fund",
    "settings",
    "backup",
    "keys",
)
GUIDE: Final = "quick-guide"


@dataclass(frozen=True)
class HelpPage:
    """One page: its name in links and its text in Markdown, whose first line is the title."""

    name: str
    text: str

    @property
    def title(self) -> str:
        """What the page is called."""
        return self.text.splitlines()[0].lstrip("# ").strip()


def read(name: str) -> HelpPage:
    """The page of that name."""
    return HelpPage(name, (files("resources") / "help" / f"{name}.md").read_text(encoding="utf-8"))


def pages() -> list[HelpPage]:
    """All pages, in the order one would read them."""
    return [read(name) for name in ORDER]


def meant(name: str) -> str:
    """The page that helps at a place called `name`: its own, that of the desk it belongs to, or the first."""
    wanted = name.removesuffix(".md")
    while wanted:
        if wanted in ORDER:
            return wanted
        wanted = wanted.rpartition("-")[0]
    return FIRST


def holding(words: str) -> list[HelpPage]:
    """The pages that hold every one of these words, any marks aside; all of them for ""."""
    wanted = fold(words).split()
    return [page for page in pages() if all(word in fold(page.text) for word in wanted)]
