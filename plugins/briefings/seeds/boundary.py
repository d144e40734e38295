"""The seed's boundary: a fault of this program stays with the seed that met it."""

from collections.abc import Callable
from typing import TypeVar

from ..model import Fault
from .reading import Unreadable

Made = TypeVar("Made")

MEND = "report it with the file; until then remove it from the seeds"


def within_boundary(path: str, make: Callable[[], Made], *, broken: bool = True) -> Made | Fault:
    """Gives what `make` gives, or the fault of the seed at `path`: no seed, however odd, may stop the others."""
    try:
        return make()
    except Unreadable as error:
        return error.fault
    except Exception as error:  # noqa: BLE001  # the one boundary; what went wrong is recorded
        reason = f"a fault of this program, {type(error).__name__}: {error}"
        return Fault(path=path, reason=reason, mend=MEND, broken=broken)
