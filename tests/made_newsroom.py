"""The made-up newsroom of ``tests/newsroom/``: its briefings, and the form in which they are expected.

``make accept`` runs this file: it writes what the program finds today into ``expected/``, to be read as a diff.
"""

import io
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ruamel.yaml import YAML

from briefings.language.parsing import Model, find_model
from briefings.language.store import Store
from briefings.model import Briefing, Chain, Measure, Quote, Span
from briefings.newsroom.editing.desk import corrected, lay_out
from briefings.site.views.wording import doubts_of
from briefings.work import compile_briefings
from made import ROOT

NEWSROOM = ROOT / "tests" / "newsroom"
SEEDS, CONTENT, EXPECTED = NEWSROOM / "seeds", NEWSROOM / "content", NEWSROOM / "expected"
Fields = Mapping[str, object]


def briefings_of_newsroom(model: Model, store: Store) -> dict[str, Briefing]:
    """Every seed's briefing as its editor sees it, by the seed's name without ``.txt``."""
    desk = lay_out([SEEDS], content=CONTENT, base=NEWSROOM)
    found = corrected(compile_briefings(desk.articles, model, store, known=desk.known), desk)
    return {Path(briefing.article.seed.path).stem: briefing for briefing in found}


def expected_form(briefing: Briefing) -> str:
    """The briefing as YAML for people: what was found, without offsets, ids, rules and confidence."""
    written = io.StringIO()
    yaml = YAML(pure=True)
    yaml.width = 10_000  # a text is a line
    yaml.dump(
        {
            **_article(briefing),
            "actors": [_actor(briefing, chain) for chain in briefing.actors],
            "quotes": [_quote(briefing, quote) for quote in briefing.quotes],
            "measures": [_measure(briefing, measure) for measure in briefing.measures],
        },
        written,
    )
    return written.getvalue()


def _article(briefing: Briefing) -> Fields:
    article = briefing.article
    ends = [article.text[slice(*span)] for span in article.paragraphs]
    return _told(
        headline=article.title,
        outlet=article.outlet,
        section=article.section,
        byline=article.byline,
        place=article.place,
        date=article.published.date,
        dated=article.published.how,
        paragraphs=len(article.paragraphs),
        begins=" ".join(ends[0].split()[:6]),
        ends=" ".join(ends[-1].split()[-6:]),
        warnings=[warning.reason for warning in article.warnings],
    )


def _actor(briefing: Briefing, chain: Chain) -> Fields:
    roles = dict.fromkeys(" of ".join(filter(None, (role.role, _names(briefing, role.of)))) for role in chain.roles)
    return _told(
        name=chain.name,
        kind=chain.kind if chain.named else f"{chain.kind}, unnamed",
        also=", ".join(chain.aliases),
        roles=", ".join(roles),
        mentions=len(chain.mentions),
    )


def _quote(briefing: Briefing, quote: Quote) -> Fields:
    words = _words(briefing, [quote.source.span] if quote.source.span else [])
    told = dict.fromkeys(filter(None, (words, _names(briefing, quote.source.actors))))
    return _told(
        source=" → ".join(told) or "nobody",
        cue=_words(briefing, quote.cue),
        kind=quote.kind + (", in a quote" if quote.within else ""),
        content=_words(briefing, quote.content),
        doubts=", ".join(doubts_of(quote)),
    )


def _measure(briefing: Briefing, measure: Measure) -> Fields:
    return _told(
        act=f"{measure.type} {measure.status}",
        who=_names(briefing, measure.initiators) or "nobody",
        whom=_names(briefing, measure.targets),
        words=_words(briefing, [measure.trigger]),
        instrument=measure.instrument,
        date=measure.date and measure.date + (", inferred" if measure.date_inferred else ""),
        place=measure.place,
        claimed_by=_names(briefing, [measure.attribution] if measure.attribution else []),
        hedged=measure.hedged,
        also_told=[_words(briefing, [told.trigger]) for told in measure.tellings if told.trigger != measure.trigger],
    )


def _told(**fields: object) -> Fields:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value}


def _names(briefing: Briefing, ids: Sequence[str]) -> str:
    names = {chain.id: chain.name for chain in briefing.actors}
    return ", ".join(names[one] for one in ids)


def _words(briefing: Briefing, spans: Sequence[Span]) -> str:
    return " … ".join(" ".join(briefing.article.text[slice(*span)].split()) for span in spans)


def accept() -> Iterator[str]:
    """Write every expected briefing anew; gives the names of those that changed, came or went."""
    found = briefings_of_newsroom(find_model(os.environ.get("BRIEFINGS_MODEL")), Store(ROOT / ".store"))
    for path in sorted(EXPECTED.glob("*.yaml")):
        if path.stem not in found:
            path.unlink()
            yield f"{path.name} is gone"
    for name, briefing in found.items():
        path, form = EXPECTED / f"{name}.yaml", expected_form(briefing)
        if not path.exists() or path.read_text("utf-8") != form:
            path.write_text(form, "utf-8", newline="\n")
            yield f"{path.name} is written"


if __name__ == "__main__":
    for line in accept():
        print(line)
    print("Look at the difference: git diff tests/newsroom/expected")
