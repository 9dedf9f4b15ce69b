"""Reading a long sheet without searching it for reference cycles over and over."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Put off the collection of cycles until the end; also a decorator.

    An import makes some hundred objects for each row, all of which live to its end: going through them every time a
    few more have come takes a tenth of its time. Where nobody collects (a window's program does it in its own
    thread), this changes nothing.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
