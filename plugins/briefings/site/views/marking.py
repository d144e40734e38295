"""The only module that makes Markup: the source's words in, escaped and marked-up HTML out.

What it makes, for the theme's stylesheet:

* ``<mark class="content">``, ``"source"``, ``"cue"``, ``"trigger"``: the words of a fact; the words of a quote also
  say its kind: ``<mark class="content direct">``, ``"content mixed"``, ``"content indirect"``;
* ``<a class="actor name" href title>``: an actor with a page (``name``, ``description``, ``pronoun``, ``metonym``);
* ``<span class="sentence" id="s-14">``: a sentence of the source text, where facts jump to; it opens with its
  permalink, an empty ``<a class="number" data-number="14">`` that the stylesheet fills, so that copied text is clean;
* ``<sup class="refs"><a class="ref quote" href="#q-…" title="Quote 3">Q3</a></sup>`` (``ref measure``: “M2”) behind
  a sentence: back to the facts that rest on it;
* ``<span class="gap" title="…">[…]</span>``: sentences that an excerpt leaves out;
* ``<script type="application/ld+json">…</script>``: what a page says, as data; browsers run nothing of it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from markupsafe import Markup, escape

from ...model import MentionForm, QuoteKind, Span

MarkKind = QuoteKind | Literal["source", "cue", "trigger"]

_RANKS: dict[MarkKind, int] = {"source": 1, "cue": 2, "trigger": 3}  # 0: all that is content
_CLASSES: dict[MarkKind, str] = {"direct": "content direct", "mixed": "content mixed", "indirect": "content indirect"}
_RANK_OF_LINK = 4  # innermost, so that a link is cut only where marks truly cross it
NOTHING = Markup()
_GAP = '<span class="gap" title="Left out: no quote and no measure rests on it">[…]</span>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words of a fact."""

    span: Span
    kind: MarkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A mention that leads to its actor's page."""

    span: Span
    href: str
    name: str  # of the actor, shown where the text's own words differ
    form: MentionForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The way back from a sentence to a fact."""

    id: str  # "q-1a2b3c4d"
    label: str  # "Q3"
    title: str  # "Quote 3"
    kind: Literal["quote", "measure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of the source text with all that is marked in it."""

    span: Span
    number: int  # 1-based
    shown: bool
    marks: tuple[Mark, ...] = ()
    links: tuple[Link, ...] = ()
    references: tuple[Reference, ...] = ()


class _Tag(NamedTuple):
    start: int
    end: int
    rank: int
    opening: str  # HTML
    closing: str


def trusted(html: str) -> Markup:
    """Lets HTML pass that an editor wrote in content/pages and Pelican's reader made: the one text not escaped."""
    return Markup(html)  # noqa: S704  hand-written by those who own the site


def data_block(data: Mapping[str, Any]) -> Markup:
    """Writes JSON for the head of a page; no name in it can end the element (``</script>``) or open ``<!--``."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    harmless = written.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(f'<script type="application/ld+json">{harmless}</script>')  # noqa: S704  see above


def mark_words(text: str, span: Span, marks: Iterable[Mark]) -> Markup:
    """Escapes ``text[span]`` and puts `marks` in it; these may reach beyond the span, overlap and cross."""
    return Markup(_nest_tags(text, span, map(_tag_of_mark, marks)))  # noqa: S704  all words in it were escaped


def mark_paragraph(text: str, sentences: Sequence[Sentence]) -> Markup:
    """Marks a paragraph of the source text; a run of sentences that are not shown becomes one gap."""
    pieces = []
    for place, sentence in enumerate(sentences):
        if sentence.shown:
            pieces.append(_mark_sentence(text, sentence))
        elif place == 0 or sentences[place - 1].shown:
            pieces.append(_GAP)
    return Markup(" ".join(pieces))  # noqa: S704  all words in it were escaped


# Below, `str` is HTML: every word that comes from outside goes through `escape`.  Markup's own format and join escape
# by themselves, at four times the cost, which is most of a page's.


def _mark_sentence(text: str, sentence: Sentence) -> str:
    number = sentence.number
    words = _nest_tags(text, sentence.span, [*map(_tag_of_mark, sentence.marks), *_tags_of_links(text, sentence.links)])
    permalink = f'<a class="number" href="#s-{number}" aria-label="Sentence {number}" data-number="{number}"></a>'
    return f'<span class="sentence" id="s-{number}">{permalink}{words}{_references(sentence.references)}</span>'


def _references(references: Sequence[Reference]) -> str:
    if not references:
        return ""
    links = (
        f'<a class="ref {ref.kind}" href="#{escape(ref.id)}" title="{escape(ref.title)}">{escape(ref.label)}</a>'
        for ref in references
    )
    return f'<sup class="refs">{" ".join(links)}</sup>'


def _tag_of_mark(mark: Mark) -> _Tag:
    opening = f'<mark class="{_CLASSES.get(mark.kind, mark.kind)}">'
    return _Tag(mark.span.start, mark.span.end, _RANKS.get(mark.kind, 0), opening, "</mark>")


def _tags_of_links(text: str, links: Sequence[Link]) -> Iterator[_Tag]:
    """Keeps links from nesting: “[Russian] [President Vladimir Putin]”, the shorter mention cuts the longer one."""
    if not links:
        return
    first = min(link.span.start for link in links)
    owner = _owners_of_characters(links, first)
    at = 0
    while at < len(owner):
        holder, end = owner[at], at
        while end < len(owner) and owner[end] is holder:
            end += 1
        if holder is not None:
            yield from _tag_of_link(text, holder, first + at, first + end)
        at = end


def _owners_of_characters(links: Sequence[Link], first: int) -> list[Link | None]:
    """Gives each character from `first` on the shortest link over it; None where there is none."""
    owner: list[Link | None] = [None] * (max(link.span.end for link in links) - first)
    for link in sorted(links, key=lambda link: link.span.start - link.span.end):
        owner[link.span.start - first : link.span.end - first] = [link] * (link.span.end - link.span.start)
    return owner


def _tag_of_link(text: str, link: Link, start: int, end: int) -> Iterator[_Tag]:
    """Makes the tag over ``text[start:end]`` less the blanks at its ends; none where no word is left (“ ’s”)."""
    words = text[start:end]
    if sum(map(str.isalnum, words)) < 2 and (start, end) != link.span:
        return
    start, end = start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))
    title = f' title="{escape(link.name)}"' if text[start:end] != link.name else ""
    opening = f'<a class="actor {link.form}" href="{escape(link.href)}"{title}>'
    yield _Tag(start, end, _RANK_OF_LINK, opening, "</a>")


def _nest_tags(text: str, span: Span, tags: Iterable[_Tag]) -> str:
    """Escapes ``text[span]`` with `tags` clipped to it; what would cross is closed and opened again."""
    waiting = sorted(set(_clip(tags, span)), key=lambda tag: (tag.start, -tag.end, tag.rank, tag.opening), reverse=True)
    opened: list[_Tag] = []
    pieces: list[str] = []
    at = span.start
    while waiting or opened:
        goals = [tag.end for tag in opened] + [tag.start for tag in waiting[-1:]]
        pieces.append(escape(text[at : min(goals)]))
        at = min(goals)
        _close_tags(opened, pieces, at)
        while waiting and waiting[-1].start == at:
            opened.append(waiting.pop())
            pieces.append(opened[-1].opening)
    pieces.append(escape(text[at : span.end]))
    return "".join(pieces)


def _clip(tags: Iterable[_Tag], span: Span) -> Iterator[_Tag]:
    for tag in tags:
        start, end = max(tag.start, span.start), min(tag.end, span.end)
        if start < end:
            yield tag._replace(start=start, end=end)


def _close_tags(opened: list[_Tag], pieces: list[str], at: int) -> None:
    """Closes the tags that end at `at`, opening again those that stood inside them and go on."""
    lowest = next((index for index, tag in enumerate(opened) if tag.end == at), None)
    if lowest is None:
        return
    cut = opened[lowest:]
    opened[lowest:] = [tag for tag in cut if tag.end > at]
    pieces.extend(tag.closing for tag in reversed(cut))
    pieces.extend(tag.opening for tag in opened[lowest:])
