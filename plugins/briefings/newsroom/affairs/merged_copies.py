"""Merging: an article and its copies are one briefing, made from the fullest text; nothing of it counts twice."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ...model import Article, Briefing, Fault
from ..editing.corrections import Corrections, seed_name
from .copies import as_words, group_copies

_Parents = dict[int, int]  # place of a copy → place of the article that it is a copy of, which may be one itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """Every article once, in the order of those given: the fullest of each group, and beside each its copies."""

    articles: tuple[Article, ...]
    copies: tuple[tuple[Article, ...], ...]  # the earliest first, those of unknown day last
    twice: tuple[Fault, ...]  # of each copy, that it is one and whose
    faults: tuple[Fault, ...]  # warnings: what editors say of copies that cannot be


def merge(articles: Sequence[Article], corrections: Mapping[str, Corrections]) -> Merged:
    """Gives the articles without the copies among them; `corrections`, by names of seeds, may say `copy_of`.

    The order of `articles` never counts but in that of the result.  Of several texts with the same words the base is
    the longest, then the earliest, then one whose outlet and URL are known, then the first by its path.
    """
    ranked = sorted(articles, key=_fullest_first)
    told, faults = _told_copies(ranked, corrections)
    parents = _with_found(told, ranked, corrections)
    bases = {place: _base_of(place, parents) for place in range(len(ranked))}
    copies: dict[int, list[Article]] = {}
    for place in parents:
        copies.setdefault(bases[place], []).append(ranked[place])
    kept = {ranked[place].seed.path: place for place in bases if place not in parents}
    order = [kept[article.seed.path] for article in articles if article.seed.path in kept]
    return Merged(
        articles=tuple(ranked[place] for place in order),
        copies=tuple(tuple(sorted(copies.get(place, ()), key=_by_day)) for place in order),
        twice=tuple(
            _twice(ranked[place], ranked[bases[place]], is_told=place in told)
            for place in sorted(parents, key=lambda place: ranked[place].seed.path)
        ),
        faults=tuple(faults),
    )


def with_copies(briefings: Iterable[Briefing], merged: Merged) -> Iterator[Briefing]:
    """Gives the briefings of the merged articles, each with the copies of its article."""
    for briefing, copies in zip(briefings, merged.copies, strict=True):
        yield replace(briefing, copies=copies)


def _fullest_first(article: Article) -> tuple[object, ...]:
    day = article.published.date
    unknown = (day is None, day or "", article.outlet is None, article.url is None)
    return (-len(" ".join(article.text.split())), *unknown, article.seed.path)


def _by_day(article: Article) -> tuple[bool, str, str]:
    return article.published.date is None, article.published.date or "", article.seed.path


def _told_copies(ranked: Sequence[Article], corrections: Mapping[str, Corrections]) -> tuple[_Parents, list[Fault]]:
    """Tells whose copies editors say that articles are; what cannot be is a warning."""
    by_name = {
        seed_name(ranked[place]): place for place in sorted(range(len(ranked)), key=lambda p: ranked[p].seed.path)
    }
    told: _Parents = {}
    faults: list[Fault] = []
    for place, article in sorted(enumerate(ranked), key=lambda pair: pair[1].seed.path):
        said = corrections.get(seed_name(article))
        if said is None or said.copy_of is None or said.copy_of.seed is None:
            continue
        base = by_name.get(said.copy_of.seed)
        if base is None:
            faults.append(_no_such_copy(said, f"there is no article {said.copy_of.seed} that this could be a copy of"))
        elif base == place:
            faults.append(_no_such_copy(said, "an article is no copy of itself"))
        elif _base_of(base, told) == place:
            faults.append(_no_such_copy(said, f"{said.copy_of.seed} is itself called a copy of this article"))
        else:
            told[place] = base
    return told, faults


def _with_found(told: _Parents, ranked: Sequence[Article], corrections: Mapping[str, Corrections]) -> _Parents:
    """Adds all copies that are found, but those of which an editor says otherwise."""
    free = [place for place, article in enumerate(ranked) if not _stands_alone(article, corrections)]
    parents = dict(told)
    for group in group_copies([ranked[place].text for place in free]):
        base = free[group.fullest]
        for member in group.members:
            place = free[member]
            if place not in parents and _base_of(base, parents) != place:
                parents[place] = base
    return parents


def _stands_alone(article: Article, corrections: Mapping[str, Corrections]) -> bool:
    said = corrections.get(seed_name(article))
    return said is not None and said.copy_of is not None and said.copy_of.seed is None


def _base_of(place: int, parents: _Parents) -> int:
    while place in parents:
        place = parents[place]
    return place


def _twice(copy: Article, base: Article, *, is_told: bool) -> Fault:
    if as_words(copy.text) == as_words(base.text):
        how = "word for word"
    else:
        how = "by an editor’s word" if is_told else "cut, or in other words"
    mend = f"nothing, or `copy_of: no` in its corrections ({seed_name(copy)}.yaml) if it shall have a page of its own"
    return Fault(
        path=copy.seed.path, reason=f"a copy of {base.seed.path}, {how}: one briefing", mend=mend, broken=False
    )


def _no_such_copy(said: Corrections, reason: str) -> Fault:
    line = said.copy_of.line if said.copy_of else None
    mend = "name the file of another seed, or write `copy_of: no`"
    return Fault(path=said.path, reason=reason, mend=mend, line=line, broken=False)
