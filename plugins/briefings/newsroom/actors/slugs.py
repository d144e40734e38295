"""Slugs: the last part of a URL, readable, the same on every machine, and never two alike."""

import hashlib
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from ...language.letters import LONGEST, cut_at_hyphen, slug
from ...model import Briefing

_HASHES = (0, 6, 16, 64)  # characters of the hash that tells equal slugs apart: the first that does


def unique(wanted: Mapping[str, str], pinned: Mapping[str, str] | None = None) -> dict[str, str]:
    """Maps keys to slugs of their texts, all distinct, whatever the order; equal ones get a hash of their key.

    `pinned` keys keep the slugs that an editor gave them; ValueError where two of those are equal.
    """
    fixed = {} if pinned is None else {key: slug(text) for key, text in pinned.items()}
    if len(set(fixed.values())) < len(fixed):
        raise ValueError("two pinned slugs are equal")
    free = {key: slug(text) for key, text in wanted.items() if key not in fixed}
    return _told_apart(free, fixed.values()) | fixed


def _told_apart(slugs: Mapping[str, str], taken: Collection[str]) -> dict[str, str]:
    """Gives `slugs` with longer and longer hashes of their keys, until none is another's or `taken`."""
    level = dict.fromkeys(slugs, 0)
    while True:
        given = {key: _hashed(slugs[key], key, _HASHES[step]) for key, step in level.items()}
        count = Counter((*given.values(), *taken))
        equal = [key for key, text in given.items() if count[text] > 1]
        if not equal:
            return given
        level |= {key: min(level[key] + 1, len(_HASHES) - 1) for key in equal}


def briefing_slugs(briefings: Sequence[Briefing]) -> tuple[str, ...]:
    """Makes the slug of each briefing from date and headline: ``2025-05-05-carver-opens-bridge``.

    Where two are equal, a hash of the seeds' bytes and path tells them apart.
    """
    keys = [f"{briefing.article.seed.sha256} {briefing.article.seed.path}" for briefing in briefings]
    slugs = unique(dict(zip(keys, map(_day_and_headline, briefings), strict=True)))
    return tuple(slugs[key] for key in keys)


def _day_and_headline(briefing: Briefing) -> str:
    article = briefing.article
    return f"{article.published.date or ''} {article.title or article.text[:LONGEST]}"


def _hashed(text: str, key: str, length: int) -> str:
    if not length:
        return text
    mark = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:length]
    return f"{cut_at_hyphen(text, LONGEST - length - 1)}-{mark}"
