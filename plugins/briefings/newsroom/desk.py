"""The desk: seeds and what editors say of them, side by side before the work, joined after it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..model import Article, Briefing, Fault
from ..seeds.gathering import gather
from ..seeds.reading import find_seeds
from .corrections import Corrections, apply, read_corrections


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """All articles that could be read, the corrections by the file name of their seed, and every fault."""

    articles: tuple[Article, ...]
    corrections: Mapping[str, Corrections]
    faults: tuple[Fault, ...]


def lay_out(
    paths: Sequence[Path], *, content: Path | None = None, base: Path | None = None, keep_text: bool = False
) -> Desk:
    """Read the seeds in `paths`; with `content`, the folder of the editors' files, as editors say they are to be read.

    Never raises for a file: what is wrong with it is a fault.
    """
    corrections: Mapping[str, Corrections] = {}
    faults: tuple[Fault, ...] = ()
    if content is not None:
        corrections, faults = read_corrections(content / "corrections", {path.name for path in find_seeds(paths)})
    overrides = {name: said.seed for name, said in corrections.items()}
    gathered = gather(paths, base=base, keep_text=keep_text, overrides=overrides)
    return Desk(articles=gathered.articles, corrections=corrections, faults=(*gathered.faults, *faults))


def corrected(briefings: Iterable[Briefing], corrections: Mapping[str, Corrections]) -> Iterator[Briefing]:
    """The briefings as editors want them, in their order."""
    for briefing in briefings:
        said = corrections.get(briefing.article.seed.path.rsplit("/", 1)[-1])
        yield briefing if said is None else apply(briefing, said)
