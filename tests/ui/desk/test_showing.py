"""What a paper is called, in its window and as a file."""

import pytest

from frontdesk.commands.services import Services
from frontdesk.meetings import Kind, Prepare
from frontdesk.office import PaperAsk
from tests.conftest import StandingClock
from ui.desk.showing import paper_title, printed


@pytest.mark.parametrize(("spoken", "name"), [("en", "minutes"), ("vi", "bien-ban")], indirect=["spoken"])
def test_a_file_is_called_in_the_language_of_the_windows_with_plain_letters(
    services: Services, clock: StandingClock, name: str
) -> None:
    number = services.meetings.prepare(Prepare(Kind.SEMINAR, clock.now(), "Tọa đàm")).number
    assert printed(services, "minutes", PaperAsk(number)).file_name == f"{name}-{number}"


@pytest.mark.parametrize("spoken", ["vi"], indirect=True)
def test_a_title_begins_with_a_capital() -> None:
    assert paper_title("minutes") == "Biên bản"
