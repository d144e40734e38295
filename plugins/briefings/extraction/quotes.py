"""Who said what, with which cue."""

from ..model import Quote
from .cast import Cast


def find_quotes(cast: Cast) -> tuple[Quote, ...]:
    """STUB."""
    del cast
    return ()
