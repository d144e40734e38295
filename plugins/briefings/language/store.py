"""The store: parses by content hash, so that no text is parsed twice.

A file a parse, ``<folder>/parses/ab/abcdef….json``: copying two stores together merges them, two
builds at once do no harm (written beside and renamed), a corrupt or foreign entry is a miss.
"""

import contextlib
import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

import msgspec

from ..model import Article, Parse

FORMAT = "briefings/parse/1"


class _Entry(msgspec.Struct, forbid_unknown_fields=True):
    key: str
    parse: Parse


def parse_key(parser: str, article: Article) -> str:
    """Hex sha256 over format, parser id, paragraph bounds and text."""
    bounds = ",".join(f"{span.start}-{span.end}" for span in article.paragraphs)
    whole = "\0".join((FORMAT, parser, bounds, article.text))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of parses; it is made on the first write."""

    folder: Path

    def get(self, key: str) -> Parse | None:
        """The parse stored under `key`, or None where there is none that can be read."""
        try:
            entry = msgspec.json.decode(self._path(key).read_bytes(), type=_Entry)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return None
        return entry.parse if entry.key == key and _is_sound(entry.parse) else None

    def put(self, key: str, parse: Parse) -> None:
        """Store `parse` under `key`, whole or not at all."""
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".new")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(msgspec.json.encode(_Entry(key=key, parse=parse)))
            os.replace(name, path)
        except OSError:
            with contextlib.suppress(OSError):
                os.unlink(name)
            raise

    def _path(self, key: str) -> Path:
        return self.folder / "parses" / key[:2] / f"{key}.json"


def _is_sound(parse: Parse) -> bool:
    """Whether every index points into the parse: a damaged entry must be a miss, not an IndexError."""
    count = len(parse.tokens)
    ranges = [*parse.sentences, *((e.first, e.last) for e in parse.entities)]
    return all(0 <= t.head < count for t in parse.tokens) and all(0 <= a <= b <= count for a, b in ranges)
