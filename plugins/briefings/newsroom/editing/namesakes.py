"""Seeds of one file name in several folders: what is said of that name is not said of all of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ...model import Fault
from ...seeds.overriding import Override
from ...seeds.reading import Unreadable, find_seeds, read_data
from .corrections import Corrections, whole_file


def told_apart(
    corrections: Mapping[str, Corrections], folders: Sequence[Path]
) -> tuple[dict[str, Corrections], tuple[Fault, ...]]:
    """Drops from corrections what is said of a whole seed that could be several: ``x.txt`` of ``a/`` or of ``b/``.

    What is said of a fact stays: its id is that of one text.  Each that loses anything is a warning that names
    the seeds of `folders` that it fits; those of the same bytes are one.
    """
    places = [(path, _called(folder, path)) for folder in folders for path in find_seeds([folder])]
    kept = dict(corrections)
    faults: list[Fault] = []
    for name, said in corrections.items():
        if not _is_of_a_whole_seed(said):
            continue
        fits = {path: called for path, called in places if path.name in (name, whole_file(name))}
        if len(set(_texts(fits))) > 1:
            reason = f"fits {' and '.join(fits.values())}: none of them gets its `seed:`, `copy_of:` and `left_out:`"
            mend = "rename the seed that you mean, and this file after it"
            faults.append(Fault(path=said.path, reason=reason, mend=mend, broken=False))
            kept[name] = replace(said, seed=Override(), copy_of=None, left_out=False)
    return kept, tuple(faults)


def _is_of_a_whole_seed(said: Corrections) -> bool:
    return said.seed != Override() or said.copy_of is not None or said.left_out


def _called(folder: Path, path: Path) -> str:
    """Names a seed wherever the folder of seeds stands: “seeds/a/x.txt”."""
    name = path.relative_to(folder.parent) if path.is_relative_to(folder.parent) else path
    return name.as_posix().encode("utf-8", "backslashreplace").decode("utf-8")


def _texts(fits: Mapping[Path, str]) -> Iterator[bytes | str]:
    """Gives what is in each seed, read only where there are several; where that cannot be, what it is called."""
    for path, called in fits.items() if len(fits) > 1 else ():
        try:
            yield read_data(path, called)
        except Unreadable:
            yield called
