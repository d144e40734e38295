"""Long lists in pages: the first at the list's own address, the next at ``2/``, ``3/`` below it."""

from collections.abc import Sequence
from typing import TypeVar

from ..shapes.parts import Pager
from .facts import View

Each = TypeVar("Each")


def cut(found: Sequence[Each], most: int) -> list[Sequence[Each]]:
    """`found` in pieces of at most `most`; one empty piece of nothing."""
    return [found[start : start + most] for start in range(0, len(found), most)] or [found]


def page_path(base: str, first: str, number: int) -> str:
    """Path of page `number` of a list: `first` for the first one, ``base2/``, ``base3/`` for the others."""
    return first if number == 1 else f"{base}{number}/"


def pager(view: View, base: str, first: str, number: int, last: int) -> Pager:
    """Where one is among the pages of a list, and the way to the next and the one before."""
    return Pager(
        number=number,
        last=last,
        previous=view.href(page_path(base, first, number - 1)) if number > 1 else None,
        next=view.href(page_path(base, first, number + 1)) if number < last else None,
    )
