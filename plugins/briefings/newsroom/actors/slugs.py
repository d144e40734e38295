"""Slugs: the last part of a URL, readable, the same on every machine, and never two alike."""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from unidecode import unidecode

from ...model import Briefing

LONGEST = 80  # characters: whole in a browser's bar, short enough for every file system
TITLE = 500  # characters of a text that can matter to its slug
NAMELESS = "untitled"
_RESERVED = frozenset(
    ("con", "prn", "aux", "nul", "index", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
)
_DROPPED = re.compile(r"['’‘`´]|(?<=\b[^\W\d_])\.(?=[^\W\d_]\b)|[\ud800-\udfff]")  # apostrophes, dots of "U.S."
_PARTING = re.compile(r"[^a-z0-9]+")
_HASHES = (0, 6, 16, 64)  # characters of the hash that tells equal slugs apart: the first that does


def slug(text: str) -> str:
    """``"Zoë Carver’s U.S. trip"`` → ``"zoe-carvers-us-trip"``: ASCII, lower case, at most 80 characters.

    Cut at a word where it is too long, never empty, never a name that Windows keeps for itself.
    """
    plain = unidecode(_DROPPED.sub("", text[:TITLE])).lower()
    found = _cut(_PARTING.sub("-", plain).strip("-"), LONGEST) or NAMELESS
    return f"{found}-x" if found in _RESERVED else found


def unique(wanted: Mapping[str, str], pinned: Mapping[str, str] | None = None) -> dict[str, str]:
    """Key → slug of its text, all distinct, whatever the order; equal ones get a hash of their key.

    `pinned` keys keep the slugs that an editor gave them; ValueError where two of those are equal.
    """
    fixed = {} if pinned is None else {key: slug(text) for key, text in pinned.items()}
    if len(set(fixed.values())) < len(fixed):
        raise ValueError("two pinned slugs are equal")
    level = dict.fromkeys((key for key in wanted if key not in fixed), 0)
    while True:
        given = {key: _hashed(slug(wanted[key]), key, _HASHES[step]) for key, step in level.items()}
        count = Counter((*given.values(), *fixed.values()))
        equal = [key for key, text in given.items() if count[text] > 1]
        if not equal:
            return given | fixed
        level |= {key: min(level[key] + 1, len(_HASHES) - 1) for key in equal}


def briefing_slugs(briefings: Sequence[Briefing]) -> tuple[str, ...]:
    """Slug of each briefing: its date and headline, ``2025-05-05-carver-opens-bridge``.

    Where two are equal, a hash of the seeds' bytes and path tells them apart.
    """
    keys = [f"{briefing.article.seed.sha256} {briefing.article.seed.path}" for briefing in briefings]
    slugs = unique(dict(zip(keys, map(_headline, briefings), strict=True)))
    return tuple(slugs[key] for key in keys)


def _headline(briefing: Briefing) -> str:
    article = briefing.article
    return f"{article.published.date or ''} {article.title or article.text[:LONGEST]}"


def _hashed(text: str, key: str, length: int) -> str:
    if not length:
        return text
    mark = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:length]
    return f"{_cut(text, LONGEST - length - 1)}-{mark}"


def _cut(text: str, length: int) -> str:
    """At most `length` characters, whole words where there is more than one."""
    if len(text) <= length:
        return text
    head = text[: length + 1].rpartition("-")[0]
    return head or text[:length]
