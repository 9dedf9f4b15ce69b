"""Work off the window's thread: one lane that writes, one that only reads.

Results come back as queued Qt signals to bound methods of QObjects, so a window that has closed meanwhile simply
hears nothing. A `DeskError`, or what the store can explain as one (a full disk), goes to the `failed` slot; anything
else is a bug and is raised again in the window's thread, where `sys.excepthook` stands.
"""

import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from time import monotonic
from typing import Any, Final, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

from frontdesk.errors import DeskError
from frontdesk.store import explain

T = TypeVar("T")
TURN_S: Final = 0.0005
"""How long a worker goes on once the window wants to run Python too; a layout asks for its turn dozens of times."""
TELL_EVERY_S: Final = 0.04
"""How often a worker tells of its progress at most."""


class WorkCancelledError(Exception):
    """Raised inside the work, at its next `Job.tick`, once the person has cancelled."""


class Job(QObject):
    """One piece of work under way. Made by the window's thread; only `tick` may be called from the worker.

    `says` is the sentence shown while it runs, "" for work too short to mention.
    """

    progressed = Signal(int, int)
    """Steps done, steps in all (0: unknown)."""
    ended = Signal(str)
    """Always comes, last of all: "done", "failed" or "cancelled"."""
    _done = Signal(object)
    _failed = Signal(object)
    _arrived = Signal(object)

    def __init__(self, says: str = "") -> None:
        super().__init__()
        self.says = says
        self.drops_result = False
        self._stop = threading.Event()
        self._told_at = -TELL_EVERY_S
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop: before it starts or at its next `tick`. A read's result is dropped in any case."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether `cancel` was asked for."""
        return self._stop.is_set()

    def tick(self, done: int, total: int = 0) -> None:
        """Tell how far the work is; raises `WorkCancelledError` when it should stop. Safe from the worker thread.

        However often it is called, the window hears of it no more often than an eye can follow: it would wait for
        Python's lock with each word.
        """
        if self._stop.is_set():
            raise WorkCancelledError
        now = monotonic()
        if now - self._told_at >= TELL_EVERY_S or done == total:
            self._told_at = now
            self.progressed.emit(done, total)

    def run(self, work: Callable[[], T]) -> T:
        """Do the work in the calling thread, unless it was cancelled while it waited."""
        if self._stop.is_set():
            raise WorkCancelledError
        return work()

    def arrive(self, future: "Future[Any]") -> None:
        """Take the outcome in the worker thread and send it home."""
        if shiboken6.isValid(self):
            self._arrived.emit(future)

    @Slot(object)
    def _deliver(self, future: "Future[Any]") -> None:
        if future.cancelled() or (self.drops_result and self.is_cancelled):
            self.ended.emit("cancelled")
            return
        error = future.exception()
        if error is None:
            self._done.emit(future.result())
            self.ended.emit("done")
        elif isinstance(error, WorkCancelledError):
            self.ended.emit("cancelled")
        else:
            known = explain(error)
            if known is not None:
                self._failed.emit(known)
            self.ended.emit("failed")
            if known is None:
                raise error


class _Worker:
    """One thread and its queue."""

    def __init__(self, name: str, on_start: Callable[[], None] | None, on_stop: Callable[[], None] | None) -> None:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=name, initializer=on_start or _nothing)
        self._on_stop = on_stop

    def take(self, job: Job, work: Callable[[], T]) -> None:
        self._pool.submit(job.run, work).add_done_callback(job.arrive)

    def close(self) -> None:
        if self._on_stop is not None:
            self._pool.submit(self._on_stop)
        self._pool.shutdown(wait=True)


def _nothing() -> None:
    """Start a worker that needs no connection of its own."""


class Lane(QObject):
    """The program's two workers; made once by `main`, handed to every window.

    `on_start` and `on_stop` run in each worker thread as it starts and ends: they open and close its connection.
    """

    busy_changed = Signal(object)
    """The jobs under way that have something to say, oldest first (`tuple[Job, ...]`)."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        on_start: Callable[[], None] | None = None,
        on_stop: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(parent)
        sys.setswitchinterval(TURN_S)
        self._writes = _Worker("write", on_start, on_stop)
        self._reads = _Worker("read", on_start, on_stop)
        self._jobs: list[Job] = []
        self._closed = False
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.close)

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], object] | None,
        failed: Callable[[DeskError], object] | None,
        owner: QObject,
        job: Job | None = None,
    ) -> Job:
        """Do a writing deed in turn; `done` gets its result, `failed` its `DeskError`.

        Both must be bound methods of QObjects. The deed is done even if `owner` closes meanwhile. To show progress
        make the `Job` first and give the work its `tick`: ``submit(partial(roster.take_in, rows, job.tick), …, job)``.
        """
        return self._take(self._writes, work, done, failed, owner, job)

    def read(
        self,
        work: Callable[[], T],
        done: Callable[[T], object] | None,
        failed: Callable[[DeskError], object] | None,
        owner: QObject,
        job: Job | None = None,
    ) -> Job:
        """As `submit`, on the read-only worker; given up when `owner` goes, and silent once cancelled.

        After `close` nothing is read any more: a window's last timer asks in vain.
        """
        if self._closed:
            job = job or Job()
            job.cancel()
            return job
        job = self._take(self._reads, work, done, failed, owner, job)
        job.drops_result = True
        owner.destroyed.connect(job.cancel)
        return job

    @Slot()
    def close(self) -> None:
        """Finish every write (also done as the application quits), drop the reads that wait, and end both threads."""
        if self._closed:
            return
        self._closed = True
        for job in self._jobs:
            if job.drops_result:
                job.cancel()
        self._reads.close()
        self._writes.close()

    def _take(
        self,
        worker: _Worker,
        work: Callable[[], T],
        done: Callable[[T], object] | None,
        failed: Callable[[DeskError], object] | None,
        owner: QObject,
        job: Job | None,
    ) -> Job:
        for slot in (done, failed):
            if slot is not None and not isinstance(getattr(slot, "__self__", None), QObject):
                raise TypeError("a result goes to a bound method of a QObject")
        job = job or Job()
        job.setParent(self)
        if done is not None:
            job._done.connect(done)
        if failed is not None:
            job._failed.connect(failed)
        job.ended.connect(self._forget)
        self._jobs.append(job)
        self._tell()
        worker.take(job, work)
        return job

    @Slot(str)
    def _forget(self, _outcome: str) -> None:
        job = self.sender()
        if isinstance(job, Job) and job in self._jobs:
            self._jobs.remove(job)
            job.deleteLater()
            self._tell()

    def _tell(self) -> None:
        self.busy_changed.emit(tuple(job for job in self._jobs if job.says))
