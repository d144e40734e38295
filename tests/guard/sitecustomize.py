"""Stops a test that reads what is the paper's own: seeds/, content/ and output/ of this very checkout.

An editor fills them as he likes, and no test may turn red by it.  Python imports a module of this name first of all,
so that the programs which tests start are stopped as well, where they are given our PYTHONPATH (tests/conftest.py).
"""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
OWN = tuple(os.path.join(root, name) for root in {ROOT, ROOT.resolve()} for name in ("seeds", "content", "output"))  # noqa: PTH118
READING = ("open", "os.listdir", "os.scandir")


# One of several processes of tests has it already: it was started with our PYTHONPATH.
BEGUN = sys.modules.get("sitecustomize")
IS_SECOND = __name__ != "sitecustomize" and getattr(BEGUN, "__file__", None) == __file__


class OwnFileError(BaseException):
    """No `except Exception` of the code that is tested hides it."""


if IS_SECOND:
    OwnFileError = BEGUN.OwnFileError  # type: ignore[misc, union-attr]


def refuse(event: str, told: tuple[object, ...]) -> None:
    """Raise where something of the paper's own is about to be opened or listed."""
    if event not in READING or not isinstance(told[0], str | bytes | os.PathLike):
        return
    path = os.fsdecode(told[0])
    if event == "open" and told[1] is None and os.sep not in path:
        return  # os.open may mean a name in another folder, as where one is removed with all that it holds
    path = os.path.abspath(path)  # noqa: PTH100  # a Path would read links
    if path.startswith(OWN) and any(path == own or path.startswith(own + os.sep) for own in OWN):
        raise OwnFileError(f"{path} is the paper's own: tests read tests/paper, or what they make")


if not IS_SECOND:
    sys.addaudithook(refuse)
