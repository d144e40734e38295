"""All seeds of a site as articles; one seed's fault stops at its boundary."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ..language.letters import spelled_out
from ..model import Article, Fault
from .adding.arrivals import Arrivals, read_arrivals
from .boundary import within_boundary
from .cleaning.cleaning import keep
from .cleaning.hidden_characters import scrubbed_line
from .forms.forms import articles_of
from .overriding import Override, override
from .reading import find_seeds, read_seed


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """Articles in the order of their names, their own warnings with them, and a fault for each seed that is none."""

    articles: tuple[Article, ...]
    faults: tuple[Fault, ...]


def gather_seeds(
    paths: Iterable[Path],
    *,
    base: Path | None = None,
    keep_text: bool = False,
    overrides: Mapping[str, Override] | None = None,
) -> Gathered:
    """Read and clean every seed in `paths` (files and folders), each once, in the order of their names.

    A seed is called what its path is called, with "/", relative to `base` where one is given.  With
    `keep_text` its text stays as it is.  `overrides` are what editors say, by the seed's file name.
    Never raises for a seed: what is wrong with it is a fault.
    """
    paths = list(paths)
    named = {path.parent.resolve() / path.name: (_name_of_path(path, base), path) for path in find_seeds(paths)}
    folders = [*paths, *(path for _, path in named.values())]
    arrivals, faults = read_arrivals(folders, partial(_name_of_path, base=base))
    articles: list[Article] = []
    for name, path in sorted(named.values()):
        made = within_boundary(name, partial(_articles, path, name, overrides or {}, arrivals, keep_text=keep_text))
        for one in (made,) if isinstance(made, Fault) else made:
            if isinstance(one, Fault):
                faults.append(one)
            else:
                articles.append(one)
    return Gathered(articles=tuple(articles), faults=tuple(faults))


def _articles(
    path: Path, name: str, said: Mapping[str, Override], arrivals: Arrivals, *, keep_text: bool
) -> list[Article | Fault]:
    """Reads the articles of a file: what is said of one of several (``x.jsonl#2``) goes over what is said of all."""
    of_file = said.get(path.name, Override())
    seed = read_seed(path, name, encoding=of_file.encoding)
    found = (keep(seed),) if keep_text else articles_of(seed)
    added = arrivals.get(seed.sha256) or arrivals.get(path.name)
    return [one if isinstance(one, Fault) else _as_shown(_as_said(one, path, name, said, added)) for one in found]


def _as_said(article: Article, path: Path, name: str, said: Mapping[str, Override], added: str | None) -> Article:
    own = said.get(path.name + article.seed.path.removeprefix(name), said.get(path.name, Override()))
    return override(replace(article, added=added or article.added), own)


def _as_shown(article: Article) -> Article:
    """Gives `article` with every field as it is shown: whatever form or editor it comes from."""
    day = article.published
    return replace(
        article,
        title=_field(article.title),
        outlet=_field(article.outlet),
        section=_field(article.section),
        byline=_field(article.byline),
        url=_field(article.url),
        place=_field(article.place),
        published=replace(day, how=_field(day.how)),
    )


def _field(text: str | None) -> str | None:
    return scrubbed_line(text) or None if text else None


def _name_of_path(path: Path, base: Path | None) -> str:
    """Names a path in POSIX form; what no page or report could print, or would turn around, with escapes."""
    whole = Path(os.path.relpath(path, base)) if base else path
    name = os.fsencode(whole.as_posix()).decode("utf-8", "backslashreplace")
    return spelled_out(name)
