"""The store: parses by content hash, so that no text is parsed twice.

A file a parse, ``<folder>/parses/ab/abcdef….json``: copying two stores together merges them, two
builds at once do no harm (written beside and renamed), a corrupt or foreign entry is a miss.
"""

import hashlib
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
    whole = f"{FORMAT}\0{parser}\0{bounds}\0{article.text}"
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of parses; it is made on the first write."""

    folder: Path

    def has(self, key: str) -> bool:
        """Whether something is stored under `key`; only `get` tells whether it can be read."""
        return self._path(key).is_file()

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
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".new", delete=False) as file:
            beside = Path(file.name)
            file.write(msgspec.json.encode(_Entry(key=key, parse=parse)))
        beside.replace(path)

    def _path(self, key: str) -> Path:
        return self.folder / "parses" / key[:2] / f"{key}.json"


def _is_sound(parse: Parse) -> bool:
    """Whether every index points into the parse: a damaged entry must be a miss, not an IndexError."""
    count = len(parse.tokens)
    ranges = [*parse.sentences, *((e.first, e.last) for e in parse.entities)]
    return all(0 <= t.head < count for t in parse.tokens) and all(0 <= a <= b <= count for a, b in ranges)
