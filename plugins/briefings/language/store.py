"""The store: parses and briefings by content hash, so that nothing is worked out twice.

A file an entry, ``<folder>/parses/ab/abcdef….json`` and ``<folder>/briefings/…``: copying two stores
together merges them, two builds at once do no harm (written beside and renamed), a corrupt or foreign
entry is a miss, and so is one that does not fit its text (`soundness.py`).  A text has one parse and one
briefing: newer code writes its briefing over the older one's.
"""

import hashlib
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from shlex import quote

import msgspec

from ..model import Article, Briefing, Chain, Entity, KnownActor, Measure, Parse, Quote, Span, Token
from .soundness import facts_fit, parse_fits

FORMAT = "briefings/parse/2"
BRIEFING_FORMAT = "briefings/briefing/2"
_DAMAGE = (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
# Of the nouns in a parse: where they change, what was stored before is of another layout.
LAYOUT = "; ".join(
    f"{noun.__name__}.{field.name}: {getattr(field.type, '__name__', field.type)}"
    for noun in (Parse, Token, Entity)
    for field in fields(noun)
)
_NOT_READ = frozenset(("seed", "origin", "warnings", "added"))  # fields of an article that extraction never looks at
_IN_PARSE_KEY = frozenset(("text", "paragraphs"))


class _Entry(msgspec.Struct, forbid_unknown_fields=True):
    key: str
    sha256: str  # of the parse's bytes: a flipped bit makes another word, or another head
    parse: msgspec.Raw


class _Facts(msgspec.Struct, forbid_unknown_fields=True):
    """A briefing without its article, which the reader has."""

    parser: str | None
    sentences: tuple[Span, ...]
    actors: tuple[Chain, ...]
    quotes: tuple[Quote, ...]
    measures: tuple[Measure, ...]


class _Compiled(msgspec.Struct, forbid_unknown_fields=True):
    key: str
    code: str  # digest of the code and lexicons that found the facts
    sha256: str  # of the facts' bytes: ids and spans point at each other, so one wrong character is too many
    facts: msgspec.Raw


def parse_key(parser: str, article: Article) -> str:
    """Gives hex sha256 over format, layout, parser id, paragraph bounds and text."""
    bounds = ",".join(f"{span.start}-{span.end}" for span in article.paragraphs)
    whole = f"{FORMAT}\0{LAYOUT}\0{parser}\0{bounds}\0{article.text}"
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()


def briefing_key(parser: str, article: Article, known: Sequence[KnownActor] = ()) -> str:
    """Gives hex sha256 over format, parse key, what is `known`, and every field that extraction may look at."""
    named = (field.name for field in fields(Article) if field.name not in _NOT_READ | _IN_PARSE_KEY)
    read = [(name, getattr(article, name)) for name in named]
    whole = f"{BRIEFING_FORMAT}\0{parse_key(parser, article)}\0{read!r}\0{tuple(known)!r}"
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()


class StoreShut(Exception):
    """No parse can be stored; the message says why, and what mends it."""


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of parses and briefings; it is made on the first write."""

    folder: Path

    def has(self, key: str) -> bool:
        """Tells whether a parse is stored under `key`; only `get` tells whether it can be read."""
        return self._entry_path("parses", key).is_file()

    def get(self, key: str, article: Article) -> Parse | None:
        """Gives the parse of `article` stored under `key`, or None where there is none that can be read and fits it."""
        try:
            entry = msgspec.json.decode(_read_regular_file(self._entry_path("parses", key)), type=_Entry)
            if (entry.key, entry.sha256) != (key, _checksum(entry.parse)):
                return None
            found = msgspec.json.decode(entry.parse, type=Parse)
        except _DAMAGE:
            return None
        return found if parse_key(found.parser, article) == key and parse_fits(found, article) else None

    def put(self, key: str, parse: Parse) -> None:
        """Store `parse` under `key`, whole or not at all.  Raises StoreShut."""
        try:
            whole = msgspec.Raw(msgspec.json.encode(parse))
            entry = _Entry(key=key, sha256=_checksum(whole), parse=whole)
            _write_whole(self._entry_path("parses", key), msgspec.json.encode(entry))
        except OSError as error:
            if place := self._obstacle(key):
                mend = f"is no entry of it and stands in the way: rm -r {quote(str(place))}"
                raise StoreShut(f"the store {self.folder}: {place} {mend}") from error
            mend = "make room, or give yourself the right to write there"
            raise StoreShut(f"the store {self.folder} takes nothing: {error.strerror}; {mend}") from error

    def briefing(self, key: str, code: str, article: Article) -> Briefing | None:
        """Gives the briefing of `article` that the code of digest `code` stored under `key`, or None."""
        try:
            entry = msgspec.json.decode(_read_regular_file(self._entry_path("briefings", key)), type=_Compiled)
            if (entry.key, entry.code, entry.sha256) != (key, code, _checksum(entry.facts)):
                return None
            found = msgspec.json.decode(entry.facts, type=_Facts)
        except _DAMAGE:
            return None
        if not facts_fit(article, found.sentences, found.actors, found.quotes, found.measures):
            return None
        return Briefing(
            article=article,
            parser=found.parser,
            sentences=found.sentences,
            actors=found.actors,
            quotes=found.quotes,
            measures=found.measures,
        )

    def put_briefing(self, key: str, code: str, briefing: Briefing) -> None:
        """Store what was found, without its article, in place of what other code had found."""
        facts = msgspec.json.encode(
            _Facts(
                parser=briefing.parser,
                sentences=briefing.sentences,
                actors=briefing.actors,
                quotes=briefing.quotes,
                measures=briefing.measures,
            )
        )
        entry = _Compiled(key=key, code=code, sha256=_checksum(facts), facts=msgspec.Raw(facts))
        _write_whole(self._entry_path("briefings", key), msgspec.json.encode(entry))

    def _obstacle(self, key: str) -> Path | None:
        """Finds a folder in the place of a parse, or a file in the place of its folder."""
        path = self._entry_path("parses", key)
        within = path.parents[: len(path.relative_to(self.folder).parts) - 1]
        return path if path.is_dir() else next(filter(Path.is_file, within), None)

    def _entry_path(self, kind: str, key: str) -> Path:
        return self.folder / kind / key[:2] / f"{key}.json"


def _read_regular_file(path: Path) -> bytes:
    """Reads the bytes of a regular file: a pipe would wait for ever."""
    if not path.is_file():
        raise FileNotFoundError(path)
    return path.read_bytes()


def _checksum(content: bytes | msgspec.Raw) -> str:
    return hashlib.sha256(content).hexdigest()


def _write_whole(path: Path, content: bytes) -> None:
    """Writes whole or not at all, and leaves nothing beside it where that fails."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".new", delete=False) as file:
        beside = Path(file.name)
        try:
            file.write(content)
            file.close()
            beside.replace(path)
        except OSError:
            beside.unlink(missing_ok=True)
            raise
