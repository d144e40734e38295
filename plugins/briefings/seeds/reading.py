"""Files become seeds: regular files only, no links out of the folder, a size cap."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..model import Fault, Seed


class Unreadable(Exception):
    """A seed that cannot be read; carries the Fault to show."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(f"{fault.path}: {fault.reason}; {fault.mend}")
        self.fault = fault


def find_seeds(paths: Iterable[Path]) -> Iterator[Path]:
    """STUB."""
    for path in paths:
        yield from sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]


def read_seed(path: Path, name: str) -> tuple[Seed, ...]:
    """STUB."""
    data = path.read_bytes()
    return (Seed(path=name, sha256=hashlib.sha256(data).hexdigest(), encoding="utf-8", raw=data.decode("utf-8")),)
