"""What takes longer than anybody would wait for it is given up: a text can be made on which a parser never ends."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn, TypeVar

Given = TypeVar("Given")


class TooLong(Exception):
    """It was given up."""


def within(seconds: float, work: Callable[[], Given]) -> Given:
    """What `work` gives; raises TooLong after so many seconds of processor time, which other programs do not use up.

    Only where a program can be called back, which its main thread can be; elsewhere `work` has all the time it takes.
    """
    if threading.current_thread() is not threading.main_thread():
        return work()
    with _alarm(seconds):
        return work()


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    before = signal.signal(signal.SIGPROF, _give_up)
    try:
        signal.setitimer(signal.ITIMER_PROF, seconds)
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _give_up(*_: Any) -> NoReturn:
    raise TooLong
