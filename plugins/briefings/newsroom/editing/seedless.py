"""Corrections whose seed is gone: what they say is said of nothing, and what an editor dropped would be back."""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from ...model import Fault
from ...seeds.reading import Unreadable, find_seeds, read_data
from .corrections import correction_files, whole_file
from .urls import URLS, read_urls

_MEND = "name the file after its seed, with `.yaml` behind: 001.txt.yaml; or delete it"


def seedless(content: Path, paths: Sequence[Path]) -> Iterator[Fault]:
    """Warns of each file of corrections in `content` whose seed stands in none of the folders `paths`.

    It names the seed that has become of it, where one can tell.  None where `paths` are not all folders: of single
    files nobody knows what stands beside them.
    """
    if not all(map(Path.is_dir, paths)):
        return
    seeds = {path.name: path for path in find_seeds(paths)}
    files = list(correction_files(content / "corrections"))
    told = {path.name for path, _ in files}
    for path, seed in files:
        if seeds.keys().isdisjoint((seed, whole_file(seed))):
            mend = _mend(seed, seeds, told, content / URLS)
            yield Fault(path=path.as_posix(), reason="there is no seed of that name", mend=mend, broken=False)


def _mend(seed: str, seeds: Mapping[str, Path], told: Collection[str], urls: Path) -> str:
    """Name the one seed that `seed` has become, among those of which no file is `told`; else what anybody can do."""
    whole = whole_file(seed)
    part = seed.removeprefix(whole)
    free = [path for name, path in seeds.items() if f"{name}{part}.yaml" not in told]
    for found in (_of_the_same_bytes(whole, free, urls), _of_the_same_name(whole, free)):
        if len(found) == 1:
            return f"is {found[0]} its seed now? name it {found[0]}{part}.yaml; or delete it"
    return _MEND


def _of_the_same_bytes(seed: str, seeds: Sequence[Path], urls: Path) -> list[str]:
    """Finds those of `seeds` that have the bytes with which `seed` was published."""
    known = (address.seed_marks for address in read_urls(urls)[0].addresses)
    marks = {mark[0] for mark in known if mark and mark[1].rpartition("/")[2] == seed}
    return [path.name for path in seeds if _digest(path) in marks] if marks else []


def _of_the_same_name(seed: str, seeds: Sequence[Path]) -> list[str]:
    """Finds those of `seeds` that are called like `seed` but for the ending."""
    plain = seed.removesuffix(".yml")  # 001.txt.yml
    return [path.name for path in seeds if path.name == plain or path.stem in (plain, Path(plain).stem)]


def _digest(path: Path) -> str | None:
    try:
        return hashlib.sha256(read_data(path, path.name)).hexdigest()
    except Unreadable:
        return None
