"""A fact in words: who said or did what, and what keeps it from being plain; the same wherever it is told.

Names come in as plain strings, so that a page, a feed, the search and the terminal can all ask here.
"""

from collections.abc import Iterable, Sequence

from ...model import ActorKind, MeasureType, Quote

UNATTRIBUTED = "unattributed"  # a quote whose source the text does not name
NOBODY = "nobody named"  # who took a measure of which the text does not tell it
TOWARD = " → "
_FROM = frozenset({"counterpart"})  # what one is to somebody elsewhere
MIN_NAME_PART = 3  # letters: shorter parts of a name ("S", "al") do not tell whom the words mean


def listed(words: Iterable[str]) -> str:
    """Puts words in a row: “A”, “A and B”, “A, B and C”; "" for none."""
    *most, last = list(words) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def counted(count: int, noun: str) -> str:
    """Counts a noun: “1 quote”, “2 quotes”."""
    return f"{count:,} {noun_for(count, noun)}"


def noun_for(count: int, noun: str) -> str:
    """Puts a noun in the number it has beside `count`: “quote”, “quotes”."""
    return noun if count == 1 else f"{noun}s"


def word_for(kind: ActorKind | MeasureType) -> str:
    """Names a type of measure or a kind of actor: “Sanction”, “Person”."""
    return kind.capitalize()


def own_words(words: str, names: Sequence[str]) -> str | None:
    """Keeps the source's words where they do not say its name: “he” of Vladimir Putin, but not “President Putin”."""
    return words if words and not any(_says_name(words, name) for name in names) else None


def source_in_words(names: Iterable[str], words: str | None) -> str:
    """Names a source: “Ann Carver”, else in the text's words, “the ministry”, else “unattributed”."""
    return listed(names) or words or UNATTRIBUTED


def saying_in_words(source: str, cue: str) -> str:
    """Joins source and cue: “Ann Carver said”, “According to Ann Carver”."""
    return f"{cue.capitalize()} {source}" if cue.casefold() == "according to" else f"{source} {cue}".rstrip()


def link_to_owner(role: str) -> str:
    """Joins a role to whose it is: president “of” Russia, but a counterpart “from” there: she is somebody else's."""
    return "from" if role.rsplit(" ", 1)[-1].casefold() in _FROM else "of"


def parties_in_words(initiators: str, targets: str) -> str:
    """Says who acts toward whom, by the names of either side: “Ruvania → Orla”, “nobody named → Orla”, “Ruvania”."""
    return TOWARD.join(filter(None, (initiators or NOBODY, targets)))


def doubts_of(quote: Quote) -> tuple[str, ...]:
    """Says what keeps a saying from being a plain one: ("negated", "planned"); () for one that was said."""
    return tuple(filter(None, ("negated" * quote.negated, quote.reality * (quote.reality != "asserted"))))


def doubts_of_act(claimant: str, *, hedged: bool) -> tuple[str, ...]:
    """Says what keeps an act from being told as a plain fact: ("hedged", "according to Ann Carver")."""
    return tuple(filter(None, ("hedged" * hedged, claimant and f"according to {claimant}")))


def _says_name(words: str, name: str) -> bool:
    """Tells whether `words` already say the name: “President Putin” says “Vladimir Putin”, “he” does not."""
    said = {part.strip(".,’'").removesuffix("’s").removesuffix("'s").casefold() for part in words.split()}
    parts = [part.casefold() for part in name.split() if len(part) >= MIN_NAME_PART]
    return words.casefold() == name.casefold() or any(part in said for part in parts)
