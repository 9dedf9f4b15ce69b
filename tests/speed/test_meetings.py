"""How much a conference's record adds to the printing of its minutes (design §7)."""

import io
import time
from collections.abc import Callable

import pytest

from frontdesk.commands.services import Services
from frontdesk.meetings import AddOpinion
from frontdesk.meetings.exchange import text_of
from frontdesk.office import PaperAsk
from frontdesk.paper import print_pdf
from tests.frontdesk.meetings.conference import conference

pytestmark = pytest.mark.speed


def _best(work: Callable[[], object], rounds: int = 7) -> float:
    """The shortest of several times in seconds: what disturbs a run only ever makes it longer."""
    times = []
    for _round in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def test_the_minutes_of_a_large_conference_cost_little_more_than_their_printing(services: Services) -> None:
    (number,) = services.meetings.import_json(text_of([conference(160, 40)]))
    ready = services.paper("minutes", PaperAsk(number))
    printing = _best(lambda: print_pdf(ready, io.BytesIO()))
    whole = _best(lambda: print_pdf(services.paper("minutes", PaperAsk(number)), io.BytesIO()))
    print(f"minutes from the record: {whole * 1000:.0f} ms, printing alone {printing * 1000:.0f} ms")  # noqa: T201
    assert whole <= 1.3 * printing


def test_an_opinion_is_safe_before_the_next_word(services: Services) -> None:
    """A deed on the meeting day, in a conference of 160, costs at most five times one in an empty one."""
    (small,) = services.meetings.import_json('{"kind": "seminar", "title": "x", "starts": "2026-06-01T08:00"}')
    (large,) = services.meetings.import_json(text_of([conference(160, 40)]))
    bare = _best(lambda: services.meetings.add_opinion(AddOpinion(small, "Ý kiến")), 20)
    full = _best(lambda: services.meetings.add_opinion(AddOpinion(large, "Ý kiến")), 20)
    print(f"an opinion: {full * 1000:.1f} ms in a conference of 160, {bare * 1000:.1f} ms in an empty one")  # noqa: T201
    assert full <= 5 * bare
