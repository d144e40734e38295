"""The desk: seeds and what editors say of them, side by side before the work, joined after it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ...extraction.unread import unread
from ...model import Article, Briefing, Fault, KnownActor
from ...seeds.boundary import within_boundary
from ...seeds.gathering import gather_seeds
from ...seeds.reading import find_seeds
from ..actors.declaring import Declarations, declarations, declare, known_actors
from ..actors.roster import Roster, read_roster
from .corrections import Corrections, apply, read_corrections, seed_name, whole_file
from .namesakes import told_apart
from .seedless import seedless


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """All articles that could be read, what editors say, and every fault."""

    articles: tuple[Article, ...]
    roster: Roster
    corrections: Mapping[str, Corrections]  # by the file name of their seed
    faults: tuple[Fault, ...]

    @property
    def known(self) -> tuple[KnownActor, ...]:
        """Gives whom extraction is told of beforehand."""
        return known_actors(self.roster)


def lay_out(
    paths: Sequence[Path], *, content: Path | None = None, base: Path | None = None, keep_text: bool = False
) -> Desk:
    """Read the seeds in `paths`; with `content`, the folder of the editors' files, as editors say they are to be read.

    Never raises for a file: what is wrong with it is a fault.
    """
    roster, corrections, faults = (Roster(), {}, ()) if content is None else _editors_files(content, paths)
    overrides = {name: said.seed for name, said in corrections.items()}
    gathered = gather_seeds(paths, base=base, keep_text=keep_text, overrides=overrides)
    left = {name for name, said in corrections.items() if said.left_out}
    articles = tuple(article for article in gathered.articles if left.isdisjoint(_names_of_seed(article.seed.path)))
    faults = (*(fault for fault in gathered.faults if left.isdisjoint(_names_of_seed(fault.path))), *faults)
    return Desk(articles=articles, roster=roster, corrections=corrections, faults=faults)


def _editors_files(content: Path, paths: Sequence[Path]) -> tuple[Roster, Mapping[str, Corrections], tuple[Fault, ...]]:
    """Reads what editors say of the seeds in `paths`, and what is wrong with how they say it."""
    roster, of_roster = read_roster(content / "actors.yaml")
    corrections, others = read_corrections(content / "corrections", {path.name for path in find_seeds(paths)})
    corrections, doubtful = told_apart(corrections, paths)
    return roster, corrections, (*of_roster, *others, *doubtful, *seedless(content, paths))


def _names_of_seed(path: str) -> tuple[str, str]:
    """Gives what a seed is corrected by: “seeds/feed.rss#2” → “feed.rss#2”, “feed.rss”."""
    name = path.rsplit("/", 1)[-1]
    return name, whole_file(name)


def corrected(briefings: Iterable[Briefing], desk: Desk) -> Iterator[Briefing]:
    """Gives the briefings as editors want them, in order: who is who first, so that corrections may use those names."""
    declared = declarations(desk.roster)
    for briefing in briefings:
        made = within_boundary(briefing.article.seed.path, partial(_corrected, briefing, desk, declared), broken=False)
        yield _without_facts(briefing, made) if isinstance(made, Fault) else made


def _corrected(briefing: Briefing, desk: Desk, declared: Declarations) -> Briefing:
    known = declare(briefing, declared)
    for whose, said in _said_of(briefing, desk):
        known = apply(known, said, whose)
    return known


def _without_facts(briefing: Briefing, fault: Fault) -> Briefing:
    """Hides facts that an editor may have denied; the text is shown."""
    article = replace(briefing.article, warnings=(*briefing.article.warnings, fault))
    return replace(unread(article), copies=briefing.copies)


def _said_of(briefing: Briefing, desk: Desk) -> Iterator[tuple[str, Corrections]]:
    """Gives what is said of the article, then of its copies, each with whose facts it is of; of a fact the first."""
    whose, told = "the article", set[str]()
    for article in (briefing.article, *briefing.copies):
        said = desk.corrections.get(seed_name(article))
        if said is not None:
            yield whose, replace(said, facts=tuple(fact for fact in said.facts if fact.id not in told))
            told |= {fact.id for fact in said.facts}
        whose = f"{briefing.article.seed.path}, which this is a copy of,"
