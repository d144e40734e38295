"""What takes too long is given up, whatever it does with the alarm."""

import gc
import signal

import pytest

from briefings.site.texts.patience import TooLong, within

SHORT = 0.05  # seconds of processor time


def spin(rounds: int = 10**9) -> None:
    for _ in range(rounds):
        pass


def test_what_is_soon_done_is_given() -> None:
    assert within(5, lambda: "done") == "done"


def test_what_has_no_end_is_given_up() -> None:
    with pytest.raises(TooLong):
        within(SHORT, spin)


def test_what_swallows_the_alarm_is_given_up_too() -> None:
    def deaf() -> str:
        try:
            spin()
        except TooLong:
            return "done"
        return "never"

    with pytest.raises(TooLong):
        within(SHORT, deaf)


def test_what_goes_on_after_the_alarm_is_given_up_too() -> None:
    def deaf() -> None:
        try:
            spin()
        except TooLong:
            spin()

    with pytest.raises(TooLong):
        within(SHORT, deaf)


def test_an_alarm_is_not_lost_in_the_collector() -> None:
    """What is raised while garbage is collected is only printed: pytest times the collector in such a call."""

    def slow(*_: object) -> None:
        spin(10**6)

    gc.callbacks.append(slow)
    try:
        with pytest.raises(TooLong):
            within(SHORT, lambda: [[[]] for _ in range(10**8)])
    finally:
        gc.callbacks.remove(slow)
    assert gc.isenabled()


def test_nothing_of_the_alarm_stays() -> None:
    before = signal.getsignal(signal.SIGPROF)
    with pytest.raises(TooLong):
        within(SHORT, spin)
    assert signal.getsignal(signal.SIGPROF) == before
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)
