"""What takes longer than anybody would wait for it is given up: a text can be made on which a parser never ends."""

import gc
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NoReturn, TypeVar

Given = TypeVar("Given")

_AGAIN = 0.5  # seconds of processor time after which an unheard alarm rings again


class TooLong(Exception):
    """It was given up."""


def within(seconds: float, work: Callable[[], Given]) -> Given:
    """Gives what `work` gives; raises TooLong after so many seconds of processor time.

    Other programs do not use that up.

    Only where a program can be called back, which its main thread can be; elsewhere `work` has all the time it takes.
    """
    if threading.current_thread() is not threading.main_thread():
        return work()
    with _alarm(seconds):
        return work()


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Rings until it is heard: what is raised while garbage is collected is lost, and a library may catch it."""
    rung: list[int] = []

    def give_up(number: int, _: object) -> NoReturn:
        rung.append(number)
        raise TooLong

    before, collecting = signal.signal(signal.SIGPROF, give_up), gc.isenabled()
    try:
        gc.disable()
        signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)  # once more: it may have rung just before
        signal.signal(signal.SIGPROF, before)
        if collecting:
            gc.enable()
    if rung:
        raise TooLong
