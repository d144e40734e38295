"""What tests of the newsroom make: briefings of marked text.

Names stand in brackets: `[p Ann Carver]` a person, o organisation, s state, l place, g group.
"""

import re

from briefings.language.naming.grouping import Name, merge_names
from briefings.model import ActorKind, Article, Briefing, Chain, Mention, Published, Seed, Span

KINDS: dict[str, ActorKind] = {"p": "person", "o": "organisation", "s": "state", "l": "place", "g": "group"}
MARK = re.compile(r"\[(\w) ([^]]*)\]")


def marked_names(marked: str) -> list[Name]:
    """The names of a marked text, in its order; places as in the text without its marks."""
    return [
        Name(text=found[2], kind=KINDS[found[1]], start=found.start() - 4 * number)
        for number, found in enumerate(MARK.finditer(marked))
    ]


def briefing_of(marked: str, path: str = "made.txt", title: str | None = None, day: str | None = None) -> Briefing:
    """A briefing whose chains are the marked names, merged; a chain's id is the number of its first name."""
    text = MARK.sub(r"\2", marked)
    names = marked_names(marked)
    chains = tuple(chain_of(group, names) for group in merge_names(names))
    article = Article(
        seed=Seed(path=path, sha256="0" * 64, encoding="utf-8", raw=text),
        title=title,
        text=text,
        paragraphs=(Span(0, len(text)),),
        origin=(),
        published=Published(date=day, source="metadata" if day else "unknown", how=None),
    )
    return Briefing(
        article=article, parser=None, sentences=(Span(0, len(text)),), actors=chains, quotes=(), measures=()
    )


def chain_of(group: tuple[int, ...], names: list[Name]) -> Chain:
    """The chain of the names of `group`, called by the longest of them."""
    texts = sorted({names[index].text for index in group}, key=lambda text: (-len(text), text))
    mentions = (
        Mention(
            span=Span(names[index].start, names[index].start + len(names[index].text)), form="name", head=0, rule="made"
        )
        for index in group
    )
    return Chain(
        id=f"c{group[0]}", name=texts[0], named=True, kind=names[group[0]].kind, aliases=tuple(texts[1:]), roles=(),
        mentions=tuple(mentions),
    )  # fmt: skip
