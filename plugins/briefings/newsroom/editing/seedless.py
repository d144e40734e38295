"""Corrections whose seed is gone: what they say is said of nothing, and what an editor dropped would be back."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ...model import Fault
from ...seeds.reading import find_seeds
from .corrections import correction_files, whole_file

_MEND = "name the file after its seed, with `.yaml` behind: 001.txt.yaml; or delete it"


def seedless(folder: Path, paths: Sequence[Path]) -> Iterator[Fault]:
    """A warning for each file of corrections in `folder` whose seed stands in none of the folders `paths`.

    None where `paths` are not all folders: of single files nobody knows what stands beside them.
    """
    if not all(path.is_dir() for path in paths):
        return
    seeds = {path.name for path in find_seeds(paths)}
    for path, seed in correction_files(folder):
        if whole_file(seed) not in seeds and seed not in seeds:
            reason = "there is no seed of that name"
            yield Fault(path=path.as_posix(), reason=reason, mend=_MEND, broken=False)
