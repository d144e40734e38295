"""How much is tried: all of it by `make test-all`, about a tenth by `make test`."""

from typing import Any

import pytest
from hypothesis import settings

ALL = 100  # examples, where a test says nothing else


def tried(count: int) -> int:
    """How many of `count` examples this run tries: 300 by ``make test-all``, 30 by ``make test``."""
    return max(1, count * settings().max_examples // ALL)


def more(*values: Any) -> Any:
    """Values of a parameter that only ``make test-all`` tries: others stand for them."""
    return pytest.param(*values, marks=pytest.mark.full)
