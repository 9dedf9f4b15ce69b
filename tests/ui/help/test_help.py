"""Help opens at the page for where one stands, offline."""

import io
import re

import pytest

from frontdesk.commands.services import Services
from frontdesk.paper import print_pdf
from tests.ui.stage import Stage
from tests.ui.walk import check_window, walked
from ui.help import open_help
from ui.help.guide import quick_guide
from ui.help.pages import ORDER, holding, meant, pages, read
from ui.parts.theme import Theme


@pytest.mark.parametrize(
    ("place", "page"),
    [
        ("roster", "roster"),
        ("roster-areas", "roster-areas"),
        ("roster-unheard-of", "roster"),
        ("meetings-session", "meetings"),
        ("", "index"),
        ("nowhere", "index"),
        ("fund.md", "fund"),
    ],
)
def test_every_place_has_a_page_or_that_of_its_desk(place: str, page: str) -> None:
    assert meant(place) == page


def test_every_link_leads_to_a_page() -> None:
    links = {link for page in pages() for link in re.findall(r"(?<!!)\[[^\]]*\]\(([^)]+)\)", page.text)}
    assert links
    assert {link.removesuffix(".md") for link in links} <= set(ORDER)


def test_pages_are_found_without_marks() -> None:
    assert "backup" in [page.name for page in holding("phuc hoi usb")]
    assert holding("kangaroo") == []


def test_the_quick_guide_is_one_page(services: Services) -> None:
    assert print_pdf(quick_guide(services), io.BytesIO()) == 1


@walked
def test_f1_shows_the_page_and_links_lead_on(stage: Stage, theme: Theme) -> None:
    stage.window.show()
    window = open_help(stage.env, "meetings")
    assert window.page == "meetings"
    assert read("meetings").title in window.text.toPlainText()
    window.text.anchorClicked.emit("backup.md")
    assert window.page == "backup"
    assert open_help(stage.env, "fund") is window
    check_window(window, theme)
    window.close()
