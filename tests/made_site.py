"""Made briefings for tests of the site: small, by hand, with all that a page may show."""

import re
from collections.abc import Iterable
from typing import Any

from briefings.model import (
    Actor,
    Appearance,
    Article,
    Briefing,
    Chain,
    Measure,
    Mention,
    MentionForm,
    Origin,
    Published,
    Quote,
    Role,
    Seed,
    Source,
    Span,
    Telling,
)
from briefings.site.shapes.parts import SourceText
from briefings.site.views.index import Index
from briefings.site.views.indexing import make_index
from briefings.site.views.page_frames import PagePlan, Site

SITE = Site(name="Briefings", subtitle="Who said what", url="", language="en", source_text="full")
TEXT = (
    "President Zoë Carver of Norland opened the bridge on Monday. “It will last,” she said. It rained.\n\n"
    "Nobody came from the south. The birds were silent.\n\n"
    "Norland will send grain to Sudland, the minister said. Experts doubt it."
)


def spans(text: str, words: str) -> list[Span]:
    return [Span(*found.span()) for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]


def sentences(text: str) -> tuple[Span, ...]:
    return tuple(Span(*found.span()) for found in re.finditer(r"[^\s.][^.]*\.”?|\S[^.]*\Z", text))


def chain(text: str, name: str, *others: tuple[str, MentionForm], named: bool = True, **more: object) -> Chain:
    """A chain of all places where `name` and the other forms stand."""
    forms: list[tuple[str, MentionForm]] = [(name, "name"), *others]
    found = sorted((span, form) for words, form in forms for span in spans(text, words))
    values: dict[str, object] = {
        "id": name.lower().replace(" ", "-").replace("ë", "e"),
        "name": name,
        "named": named,
        "kind": "person",
        "aliases": (),
        "roles": (),
        "mentions": tuple(Mention(span=span, form=form, head=0, rule="made") for span, form in found),
    }
    return Chain(**(values | more))  # type: ignore[arg-type]


def quote(text: str, number: int, cue: str, content: str, **more: object) -> Quote:
    where = sentences(text)[number - 1]
    values: dict[str, object] = {
        "id": f"q-{number}",
        "kind": "direct",
        "source": Source(actors=(), span=None),
        "cue": tuple(inside(text, where, cue)[:1]),
        "content": tuple(inside(text, where, content)[:1]),
        "sentence": where,
        "within": None,
        "rule": "made",
        "confidence": 1.0,
    }
    return Quote(**(values | more))  # type: ignore[arg-type]


def measure(text: str, number: int, trigger: str, **more: object) -> Measure:
    where = sentences(text)[number - 1]
    at = inside(text, where, trigger)[0]
    values: dict[str, object] = {
        "id": f"m-{number}",
        "type": "AID",
        "status": "planned",
        "initiators": (),
        "targets": (),
        "instrument": None,
        "trigger": at,
        "sentence": where,
        "tellings": (Telling(trigger=at, sentence=where),),
        "date": None,
        "date_span": None,
        "date_inferred": False,
        "place": None,
        "attribution": None,
        "hedged": False,
        "within": None,
        "rule": "made",
        "confidence": 1.0,
    }
    return Measure(**(values | more))  # type: ignore[arg-type]


def inside(text: str, where: Span, words: str) -> list[Span]:
    return [span for span in spans(text, words) if where.start <= span.start and span.end <= where.end]


def article(text: str, title: str | None = "Carver opens bridge", **more: object) -> Article:
    values: dict[str, object] = {
        "seed": Seed(path="seeds/a.txt", sha256="0" * 64, encoding="utf-8", raw=text),
        "title": title,
        "text": text,
        "paragraphs": tuple(Span(*found.span()) for found in re.finditer(r"[^\n]+", text)),
        "origin": (Origin(0, 0, len(text)),),
        "published": Published(date="2025-05-05", source="inferred", how="“Monday” is the day of the article."),
        "outlet": "The Norland Post",
    }
    return Article(**(values | more))  # type: ignore[arg-type]


def bare(text: str, *actors: Chain, **about: object) -> Briefing:
    """A briefing without quotes and measures."""
    return Briefing(
        article=article(text, **about),
        parser="made 1.0",
        sentences=sentences(text),
        actors=actors,
        quotes=(),
        measures=(),
    )


def briefing(**more: object) -> Briefing:
    """One article with two quotes and two measures, an unnamed actor and three named ones."""
    text = TEXT
    first = sentences(text)[0]
    role = Role(
        role="President", of=("norland",), span=inside(text, first, "President")[0], rule="made", confidence=1.0
    )
    values: dict[str, object] = {
        "article": article(text),
        "parser": "made 1.0",
        "sentences": sentences(text),
        "actors": (
            chain(text, "Zoë Carver", ("she", "pronoun"), aliases=("Carver",), roles=(role,)),
            chain(text, "Norland", kind="state"),
            chain(text, "Sudland", kind="state"),
            chain(text, "Experts", named=False, kind="group"),
        ),
        "quotes": (
            quote(
                text, 2, "said", "“It will last,”", source=Source(actors=("zoe-carver",), span=spans(text, "she")[0])
            ),
            quote(text, 6, "said", "Norland will send grain to Sudland", kind="indirect"),
        ),
        "measures": (
            measure(text, 1, "opened", type="GOVERN", status="taken", initiators=("zoe-carver",)),
            measure(text, 6, "send", initiators=("norland",), targets=("sudland",), within="q-6", hedged=True),
        ),
    }
    return Briefing(**(values | more))  # type: ignore[arg-type]


def actors_of(briefings: Iterable[tuple[str, Briefing]]) -> tuple[Actor, ...]:
    """Chains of one name are one actor."""
    at: dict[str, list[tuple[str, Chain]]] = {}
    for slug, made in briefings:
        for found in made.actors:
            if found.named:
                at.setdefault(found.id, []).append((slug, found))
    return tuple(
        Actor(
            id=name,
            name=found[0][1].name,
            kind=found[0][1].kind,
            aliases=((found[0][1].name, len(found)), ("Carver", 1)) if name == "zoe-carver" else (),
            appearances=tuple(Appearance(briefing=slug, chain=each.id) for slug, each in found),
        )
        for name, found in at.items()
    )


def index(*briefings: tuple[str, Briefing]) -> Index:
    made = briefings or (("bridge", briefing()),)
    return make_index(made, actors_of(made))


def composed(plans: Iterable[PagePlan]) -> dict[str, Any]:
    """Each page with its path, made."""
    return {plan.path: plan.make() for plan in plans}


def site(source_text: SourceText = "full", url: str = "") -> Site:
    return Site(name="Briefings", subtitle="Who said what", url=url, language="en", source_text=source_text)
