"""Ids of facts: better rules keep them, so that permalinks and corrections keep their aim."""

import hashlib
import re
from collections import Counter

_SPACE = re.compile(r"\s+")


class Ids:
    """Hands out ids within one briefing: prefix + hash of sentence and words + ordinal."""

    __slots__ = ("_seen",)

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def give(self, prefix: str, sentence: str, words: str) -> str:
        """Gives an id for a cue's or trigger's `words`: ``q-1a2b3c4d``; equal words of equal sentences by order."""
        key = f"{prefix}\0{_SPACE.sub(' ', sentence)}\0{_SPACE.sub(' ', words)}"
        self._seen[key] += 1
        whole = f"{key}\0{self._seen[key]}"
        return f"{prefix}-{hashlib.sha256(whole.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
