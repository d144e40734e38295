"""Faults that were seen on real articles stay mended: a made-up article for each, in cases/facts.yaml."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from ruamel.yaml import YAML

from briefings.extraction.briefing import brief
from briefings.model import Briefing
from briefings.newsroom.editing.dial import SURE_ENOUGH, sure_enough
from made import ROOT, ParseText, article_of

# What is still found wrong, by class; a case that comes right must leave the list.
KNOWN = {
    "pronoun-4": "status: “adding that he would ask” is a plan told as a demand",
    "kind-1": "kind: a surname by itself that the full name should lend its kind",
    "kind-2": "kind: a town that has a person’s given name",
    "kind-4": "not an actor: a law called after two men",
    "negation-4": "recall: “has no doubt that” is held back at .51",
    "role-other-1": "role: an apposition of the second of two joined names",
    "role-other-4": "role: a word of the sentence before the office",
    "not-an-actor-1": "not an actor: a comparative that opens a sentence",
    "content-1": "content: a relative clause for the object before it",
    "content-2": "not said: a purpose after “refused”",
    "content-5": "content: a concession of the reporter’s own",
    "not-a-quote-2": "not said: a film that was shown",
    "unreal-2": "unreal: an act that is only asked for or doubted",
    "unreal-4": "type: a withdrawal under “unless” is a threat",
    "unreal-5": "unreal: a plan told as a demand",
    "participle-2": "participle: beside an apposition of the letter’s owner",
    "coordination-1": "coordination: a second verb in the clause that is reported",
    "unclosed-1": "content: marks that open each part and are closed once",
    "unclosed-2": "content: marks that open each part and are closed once",
    "source-1": "source: “the firm” and “it” for a body named before",
    "source-2": "source: “both rivals” with their names beside",
    "source-4": "source: the outlet that quotes somebody “as saying”",
    "target-1": "target: “they” as the subject of a passive",
    "target-2": "target: a state that is “under sanctions”",
    "description-1": "source: an office that a spokesman speaks of",
    "missed-1": "missed: two verbs that share an object",
    "missed-2": "missed: an agentless passive of an unnamed person",
    "missed-4": "missed: an object that no frame lists",
    "missed-5": "missed: a plan under “intends to”",
}


@dataclass(frozen=True)
class Told:
    """What is published of a small article, in lines."""

    quotes: tuple[str, ...]
    plain: tuple[str, ...]  # what is plainly said
    measures: tuple[str, ...]
    actors: tuple[str, ...]
    roles: dict[str, list[str]]


@cache
def cases() -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = YAML(typ="safe").load((ROOT / "tests" / "cases" / "facts.yaml").read_text("utf-8"))
    return read


def told(briefing: Briefing) -> Told:
    text, names = briefing.article.text, {actor.id: actor.name for actor in briefing.actors}

    def named(actors: tuple[str, ...]) -> str:
        return " + ".join(names[actor] for actor in actors) or "?"

    def words(spans: tuple[tuple[int, int], ...]) -> str:
        return " … ".join(text[start:end] for start, end in spans)

    lines = [f"{named(q.source.actors)} | {words(q.cue)} | {words(q.content)}" for q in briefing.quotes]
    return Told(
        quotes=tuple(lines),
        plain=tuple(words(q.content) for q in briefing.quotes if not q.negated and q.reality == "asserted"),
        measures=tuple(f"{m.type}/{m.status} {named(m.initiators)} -> {named(m.targets)}" for m in briefing.measures),
        actors=tuple(f"{actor.name} ({actor.kind})" for actor in briefing.actors if actor.named),
        roles={actor.name: [role.role for role in actor.roles] for actor in briefing.actors},
    )


def is_among(wanted: str, found: tuple[str, ...]) -> bool:
    pattern = ".*".join(map(re.escape, wanted.split("…")))
    return any(re.fullmatch(pattern, line, re.DOTALL) for line in found)


def faults(case: dict[str, Any], found: Told) -> list[str]:
    """What is not as expected."""
    wanted, facts = case["expected"], (*found.quotes, *found.measures)
    wrong = []
    for kind, lines in (("quotes", found.quotes), ("measures", found.measures)):
        if kind in wanted:
            wrong += [line for line in wanted[kind] if not is_among(line, lines)]
            wrong += [f"found: {line}" for line in lines if not wanted[kind]]
    for kind, lines in (("at_most", found.quotes), ("measures_at_most", found.measures)):
        wrong += [line for line in lines if kind in wanted and not any(may in line for may in wanted[kind])]
    wrong += [part for part in wanted.get("never", ()) if any(part in fact for fact in facts)]
    wrong += [words for words in wanted.get("unsaid", ()) if words in found.plain]
    wrong += [f"{name}: {found.roles.get(name)}" for name, roles in wanted.get("roles", {}).items()
              if found.roles.get(name) != roles]  # fmt: skip
    wrong += [actor for actor in wanted.get("actors", ()) if actor not in found.actors]
    return wrong + [actor for actor in found.actors if wanted.get("only") and actor not in wanted["actors"]]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["id"])
def test_a_fault_that_was_seen_is_not_published(
    case: dict[str, Any], parse_text: ParseText, request: pytest.FixtureRequest
) -> None:
    if case["id"] in KNOWN:
        request.applymarker(pytest.mark.xfail(reason=KNOWN[case["id"]], strict=True))
    published = sure_enough(brief(article_of(case["text"]), parse_text(case["text"]).parse), SURE_ENOUGH)
    assert faults(case, told(published)) == []
