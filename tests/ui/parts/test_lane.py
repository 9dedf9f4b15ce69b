import threading
from functools import partial

import pytest
from PySide6.QtCore import QObject, QThread, Slot
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.errors import DeskError, RuleBroken
from ui.parts.lane import TELL_EVERY_S, Job, Lane


class Window(QObject):
    """Keeps what it was told, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[DeskError] = []
        self.threads: list[QThread] = []

    @Slot(object)
    def on_done(self, result: object) -> None:
        self.results.append(result)
        self.threads.append(QThread.currentThread())

    @Slot(object)
    def on_failed(self, error: DeskError) -> None:
        self.errors.append(error)


def broken() -> None:
    raise RuleBroken("x.y", "no", "field")


def crash() -> None:
    raise ZeroDivisionError


def placed(at: int) -> tuple[int, int]:
    return at, threading.get_ident()


def ticking(job: Job, started: threading.Event, go_on: threading.Event) -> str:
    started.set()
    go_on.wait(5)
    job.tick(1, 2)
    return "never"


def test_a_result_comes_back_in_the_windows_own_thread(qtbot: QtBot, lane: Lane) -> None:
    window = Window()
    big = 2**40
    with qtbot.waitSignal(lane.submit(lambda: big, window.on_done, window.on_failed, window).ended) as ended:
        pass
    assert (window.results, ended.args) == ([big], ["done"])
    assert window.threads == [window.thread()]


def test_writes_are_done_one_after_another_in_their_order(qtbot: QtBot, lane: Lane) -> None:
    window = Window()
    jobs = [
        lane.submit(partial(lambda at: (at, threading.get_ident()), at), window.on_done, None, window)
        for at in range(20)
    ]
    with qtbot.waitSignal(jobs[-1].ended):
        pass
    assert [at for at, _thread in window.results] == list(range(20))  # type: ignore[misc]
    assert len({thread for _at, thread in window.results}) == 1  # type: ignore[misc]


def test_a_broken_rule_goes_to_the_failed_slot(qtbot: QtBot, lane: Lane) -> None:
    window = Window()
    with qtbot.waitSignal(lane.submit(broken, window.on_done, window.on_failed, window).ended) as ended:
        pass
    assert ended.args == ["failed"]
    assert [str(error) for error in window.errors] == ["no"]
    assert window.results == []


def test_a_bug_is_raised_again_in_the_windows_thread(qtbot: QtBot, lane: Lane) -> None:
    window = Window()
    with qtbot.captureExceptions() as caught:
        job = lane.submit(crash, window.on_done, window.on_failed, window)
        with qtbot.waitSignal(job.ended):
            pass
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    assert window.errors == []


def test_progress_is_told_no_more_often_than_an_eye_follows_and_its_end_always(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    job, told, now = Job("Importing"), list[int](), [100.0]
    job.progressed.connect(lambda done, _total: told.append(done))
    monkeypatch.setattr("ui.parts.lane.monotonic", lambda: now[0])
    for done in range(1, 101):
        job.tick(done, 100)
        now[0] += TELL_EVERY_S / 10 + 0.0001
    assert told[0] == 1
    assert told[-1] == 100
    assert 9 <= len(told) <= 12


def test_work_stops_at_its_next_tick_once_cancelled(qtbot: QtBot, lane: Lane) -> None:
    window, job = Window(), Job("Importing")
    started, go_on = threading.Event(), threading.Event()
    lane.submit(partial(ticking, job, started, go_on), window.on_done, window.on_failed, window, job)
    assert started.wait(5)
    job.cancel()
    with qtbot.waitSignal(job.ended) as ended:
        go_on.set()
    assert (ended.args, window.results) == (["cancelled"], [])


def test_a_read_that_was_cancelled_says_nothing_even_if_it_was_ready(qtbot: QtBot, lane: Lane) -> None:
    window, go_on = Window(), threading.Event()
    job = lane.read(partial(go_on.wait, 5), window.on_done, window.on_failed, window)
    job.cancel()
    with qtbot.waitSignal(job.ended) as ended:
        go_on.set()
    assert (ended.args, window.results) == (["cancelled"], [])


def test_a_write_that_is_already_done_is_told_even_if_cancelled_late(qtbot: QtBot, lane: Lane) -> None:
    window, started, go_on = Window(), threading.Event(), threading.Event()

    def work() -> str:
        started.set()
        go_on.wait(5)
        return "saved"

    job = lane.submit(work, window.on_done, window.on_failed, window)
    assert started.wait(5)
    job.cancel()
    with qtbot.waitSignal(job.ended) as ended:
        go_on.set()
    assert (ended.args, window.results) == (["done"], ["saved"])


def test_a_window_that_has_gone_hears_nothing_but_its_write_is_done(qtbot: QtBot, lane: Lane) -> None:
    window, go_on = Window(), threading.Event()
    done: list[str] = []

    def work() -> None:
        go_on.wait(5)
        done.append("written")

    job = lane.submit(work, window.on_done, window.on_failed, window)
    window.deleteLater()
    with qtbot.waitSignal(window.destroyed):
        pass
    with qtbot.waitSignal(job.ended):
        go_on.set()
    assert done == ["written"]


def test_closing_finishes_the_writes_that_wait(qtbot: QtBot) -> None:
    lane, window, go_on = Lane(), Window(), threading.Event()
    done: list[int] = []
    lane.submit(partial(go_on.wait, 5), None, None, window)
    for at in range(5):
        lane.submit(partial(done.append, at), None, None, window)
    go_on.set()
    lane.close()
    assert done == [0, 1, 2, 3, 4]
    lane.close()


def test_each_worker_opens_and_closes_its_own_connection(qtbot: QtBot) -> None:
    begun: list[int] = []
    ended: list[int] = []
    lane = Lane(
        on_start=lambda: begun.append(threading.get_ident()), on_stop=lambda: ended.append(threading.get_ident())
    )
    window = Window()
    for take in (lane.submit, lane.read):
        take(lambda: 1, window.on_done, None, window)
    qtbot.waitUntil(lambda: window.results == [1, 1])
    lane.close()
    assert len(set(begun)) == 2
    assert set(ended) == set(begun)


@pytest.mark.parametrize("slot", [lambda result: None, print])
def test_only_bound_methods_of_qobjects_may_hear_a_result(lane: Lane, slot: object) -> None:
    with pytest.raises(TypeError):
        lane.submit(lambda: 1, slot, None, Window())  # type: ignore[arg-type]


def test_work_with_something_to_say_is_shown_while_it_runs(qtbot: QtBot, lane: Lane) -> None:
    shown: list[tuple[str, ...]] = []

    class Bar(QObject):
        @Slot(object)
        def on_busy(self, jobs: tuple[Job, ...]) -> None:
            shown.append(tuple(job.says for job in jobs))

    bar, window = Bar(), Window()
    lane.busy_changed.connect(bar.on_busy)
    job = lane.submit(lambda: 1, window.on_done, None, window, Job("Importing the roster"))
    with qtbot.waitSignal(job.ended):
        pass
    assert shown == [("Importing the roster",), ()]
