"""Engines: where the parsing is done, here or in processes; each only fills the store.

Extraction on top of stored parses is fast and pure, so it always runs here, in the order of the
articles: the result cannot depend on the engine.  What it finds is stored as well, by the digest of
its code, and only where it did not fail.
"""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

from .extraction import CODE
from .extraction.unread import unread
from .language.gazetteer import mentioned
from .language.parsing import Model, parse
from .language.store import Store, briefing_key, parse_key
from .model import Article, Briefing, Fault, KnownActor, Parse
from .seeds.boundary import Made, within_boundary

BATCH = 16  # articles a task: large enough to hide the hand-over, small enough to share the end

TellProgress = Callable[[int, int], None]  # (articles done, articles in all)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    model: Model
    store: Store
    articles: tuple[Article, ...]


def compile_briefings(
    articles: Sequence[Article],
    model: Model,
    store: Store,
    *,
    known: Sequence[KnownActor] = (),
    jobs: int = 1,
    report: TellProgress | None = None,
) -> Iterator[Briefing]:
    """Makes one briefing an article, in order; parses missing from `store` are made first, by `jobs` processes.

    Names of actors that are `known` beforehand are found as such; articles that have none of them stay as they are.
    """
    fill(articles, model, store, jobs=jobs, report=report)
    return (_compile(article, model, store, mentioned(known, article.text)) for article in articles)


def _compile(article: Article, model: Model, store: Store, known: Sequence[KnownActor]) -> Briefing:
    if not is_parsed(article):
        return unread(article)
    key = briefing_key(model.id, article, known)
    stored = store.briefing(key, CODE, article)
    if stored is not None:
        return stored
    from .extraction.briefing import brief  # noqa: PLC0415  40 ms, and most builds find every briefing in the store

    found = _parse_of(article, model, store)
    made = found if isinstance(found, Fault) else _within_boundary_of(article, partial(brief, article, found, known))
    if isinstance(made, Fault):  # its text is still worth showing
        return unread(replace(article, warnings=(*article.warnings, made)))
    with suppress(OSError):  # a store that takes nothing more costs time at the next build, never this one
        store.put_briefing(key, CODE, made)
    return made


def _parse_of(article: Article, model: Model, store: Store) -> Parse | Fault:
    key = parse_key(model.id, article)
    found: Parse | Fault | None = store.get(key, article)
    if found is None:  # the entry is damaged: mend it; or the parse failed: say so
        found = _parsed(article, model)
        if isinstance(found, Parse):
            store.put(key, found)
    return found


def _parsed(article: Article, model: Model) -> Parse | Fault:
    next(parse(model, ()), None)  # loads the model: one that cannot be loaded is no fault of the article
    return _within_boundary_of(article, lambda: next(parse(model, [article])))


def _within_boundary_of(article: Article, make: Callable[[], Made]) -> Made | Fault:
    return within_boundary(article.seed.path, make, broken=False)


def is_parsed(article: Article) -> bool:
    """Tells whether it is parsed, as only English is: a model of another language would find names that are none."""
    return article.language == "en"


def fill(
    articles: Sequence[Article], model: Model, store: Store, *, jobs: int = 1, report: TellProgress | None = None
) -> int:
    """Parse what the store lacks; gives how many parses were made."""
    wanted = {parse_key(model.id, article): article for article in articles if is_parsed(article)}
    todo = tuple(article for key, article in wanted.items() if not store.has(key))
    tasks = [
        _Task(model=model, store=store, articles=todo[start : start + BATCH]) for start in range(0, len(todo), BATCH)
    ]
    done = 0
    for count in _run(tasks, min(jobs, len(tasks))):
        done += count
        if report:
            report(done, len(todo))
    return done


def _run(tasks: Sequence[_Task], jobs: int) -> Iterator[int]:
    if jobs <= 1:
        yield from map(_parse_into_store, tasks)
        return
    with multiprocessing.get_context("spawn").Pool(jobs) as pool:
        yield from pool.imap_unordered(_parse_into_store, tasks)


def _parse_into_store(task: _Task) -> int:
    for article in task.articles:
        found = _parsed(article, task.model)
        if isinstance(found, Parse):  # what cannot be parsed is tried again where its briefing is made, and named there
            task.store.put(parse_key(task.model.id, article), found)
    return len(task.articles)
