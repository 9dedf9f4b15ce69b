"""The quick guide of one page, to be printed and laid beside the keyboard."""

from frontdesk.commands.services import Services
from frontdesk.paper import Block, Heading, Marker, Numbered, Paper, Title
from ui.help.pages import GUIDE, read


def quick_guide(services: Services) -> Paper:
    """The guide as a paper; its text is that of the help page."""
    blocks: list[Block] = []
    items: list[str] = []
    page = read(GUIDE)
    for line in [*page.text.splitlines()[1:], "## "]:
        if line.startswith("- "):
            items.append(line[2:])
        elif line.startswith("## "):
            if items:
                blocks.append(Numbered(tuple(items), Marker.DASH))
                items = []
            if line[3:]:
                blocks.append(Heading(line[3:]))
    return Paper(page.title, services.office.author(), (Title(page.title), *blocks), page_numbers=False)
