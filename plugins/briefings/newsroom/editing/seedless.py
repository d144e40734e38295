"""Corrections whose seed is gone: what they say is said of nothing, and what an editor dropped would be back."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from ...model import Fault
from ...seeds.reading import Unreadable, find_seeds, read_data
from .corrections import correction_files, whole_file
from .urls import URLS, read_urls

_MEND = "name the file after its seed, with `.yaml` behind: 001.txt.yaml; or delete it"


def seedless(content: Path, paths: Sequence[Path]) -> Iterator[Fault]:
    """A warning for each file of corrections in `content` whose seed stands in none of the folders `paths`.

    It names the seed that has become of it, where one can tell.  None where `paths` are not all folders: of single
    files nobody knows what stands beside them.
    """
    if not all(path.is_dir() for path in paths):
        return
    seeds = {path.name: path for path in find_seeds(paths)}
    files = [(path, seed) for path, seed in correction_files(content / "corrections")]
    told = {path.name for path, _ in files}
    for path, seed in files:
        if whole_file(seed) not in seeds and seed not in seeds:
            part = seed.removeprefix(whole_file(seed))
            free = [other for name, other in seeds.items() if f"{name}{part}.yaml" not in told]
            become = _become(whole_file(seed), free, content / URLS)
            mend = f"is {become} its seed now? name it {become}{part}.yaml; or delete it" if become else _MEND
            yield Fault(path=path.as_posix(), reason="there is no seed of that name", mend=mend, broken=False)


def _become(seed: str, seeds: Sequence[Path], urls: Path) -> str | None:
    """The one of `seeds` that has the bytes with which `seed` was published, else its name but for the ending."""
    known = (address.seed_marks for address in read_urls(urls)[0].addresses)
    marks = {mark[0] for mark in known if mark and mark[1].rpartition("/")[2] == seed}
    plain = seed.removesuffix(".yml")  # 001.txt.yml
    names = (plain, Path(plain).stem)
    same = [path.name for path in seeds if marks and _digest(path) in marks]
    like = [path.name for path in seeds if path.name == plain or path.stem in names]
    return next((found[0] for found in (same, like) if len(found) == 1), None)


def _digest(path: Path) -> str | None:
    try:
        return hashlib.sha256(read_data(path, path.name)).hexdigest()
    except Unreadable:
        return None
