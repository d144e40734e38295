"""What a page says as JSON-LD in the words of schema.org, each fact by the permalink that is its name.

Addresses are relative to the page, as all hrefs: the data is right wherever the files are.
"""

from collections.abc import Iterable
from typing import Any, Literal

from ...model import Actor, ActorKind, Article, Status
from ..shapes.pages_of_actors import ActorBriefing
from ..shapes.parts import MeasureItem, QuoteItem, RoleLine, Who
from ..views.copied import headline_of_copy, told_copies
from ..views.index import Entry
from ..views.page_frames import Site, root_of, web_address
from ..views.wording import doubts_of_act

CONTEXT = "https://schema.org"
HERE = "./"  # the page's own address
WIKIDATA = "https://www.wikidata.org/wiki/"
TYPES: dict[ActorKind, str] = {
    "person": "Person",
    "organisation": "Organization",
    "state": "Country",
    "group": "Thing",  # schema.org has no people who only share something
    "place": "Place",
}
STATUSES: dict[Status, str] = {
    "taken": "CompletedActionStatus",
    "rejected": "FailedActionStatus",
    "announced": "PotentialActionStatus",
    "planned": "PotentialActionStatus",
    "proposed": "PotentialActionStatus",
    "demanded": "PotentialActionStatus",
    "threatened": "PotentialActionStatus",
}

Data = dict[str, Any]


def page_data(site: Site, path: str, kind: Literal["WebPage", "CollectionPage"], name: str) -> Data:
    """Describes a page of the site that is not itself a briefing or an actor."""
    part_of = {"@type": "WebSite", "@id": root_of(site, path)}
    return {"@context": CONTEXT, "@type": kind, "@id": HERE, "name": name, "isPartOf": part_of}


def site_data(site: Site) -> Data:
    """Describes the home page: the whole site."""
    return _filled(
        {
            "@context": CONTEXT,
            "@type": "WebSite",
            "@id": HERE,
            "name": site.name,
            "description": site.subtitle,
            "inLanguage": site.language,
        }
    )


def briefing_data(entry: Entry, quotes: Iterable[QuoteItem], measures: Iterable[MeasureItem]) -> Data:
    """Describes a report based on an article, with the quotations and actions in it.

    The words of a fact stand at its permalink and in the record: they are not said again.  An actor is told of where
    it first stands, and then called by its page.  Cited is the same article in other outlets.
    """
    article, told = entry.briefing.article, set[str]()
    return _filled(
        {
            "@context": CONTEXT,
            "@type": "Report",
            "@id": HERE,
            "inLanguage": "en" if article.language == "en" else None,
            "backstory": article.published.how if article.published.source == "inferred" else None,  # of the day below
            "isBasedOn": _news_article(article, entry.headline),
            "citation": _one_or_all(
                [_news_article(copy, headline_of_copy(entry, copy)) for copy in told_copies(entry)]
            ),
            "hasPart": [_quotation(item, told) for item in quotes],
            "about": [_action(item, told) for item in measures],
        }
    )


def actor_data(
    actor: Actor, aliases: Iterable[str], roles: Iterable[RoleLine], briefings: Iterable[ActorBriefing]
) -> Data:
    """Describes an actor with its names, roles and briefings; its facts are said by those."""
    titles = dict.fromkeys(line.role for line in roles) if actor.kind == "person" else ()
    return _filled(
        {
            "@context": CONTEXT,
            "@type": TYPES[actor.kind],
            "@id": HERE,
            "name": actor.name,
            "alternateName": _one_or_all(list(aliases)),
            "sameAs": WIKIDATA + actor.wikidata if actor.wikidata else None,
            "jobTitle": _one_or_all(list(titles)),
            "subjectOf": _one_or_all([{"@id": line.briefing.href} for line in briefings]),
        }
    )


def _news_article(article: Article, headline: str | None) -> Data:
    return _filled(
        {
            "@type": "NewsArticle",
            "headline": headline,
            "publisher": {"@type": "Organization", "name": article.outlet} if article.outlet else None,
            "datePublished": article.published.date,
            "url": web_address(article.url),
        }
    )


def _quotation(item: QuoteItem, told: set[str]) -> Data:
    """Describes a saying; nobody is called the speaker of what was not said, or only perhaps."""
    return _filled(
        {
            "@type": "Quotation",
            "@id": item.href,
            "spokenByCharacter": None if item.doubts else _actors_by_page(item.source.who, told),
            "description": ", ".join(item.doubts),
            "isPartOf": {"@id": item.within} if item.within else None,
        }
    )


def _action(item: MeasureItem, told: set[str]) -> Data:
    """Describes an act; what is hearsay or somebody's claim is not said to be completed."""
    doubts = doubts_of_act(item.attribution.name if item.attribution else "", hedged=item.hedged)
    plain = item.status == "taken" and not doubts
    return _filled(
        {
            "@type": "Action",
            "@id": item.href,
            "name": item.type_text,
            "agent": _actors_by_page(item.initiators, told),
            "object": _actors_by_page(item.targets, told),
            "actionStatus": STATUSES[item.status] if plain or item.status != "taken" else None,
            "description": None if plain else ", ".join([item.status, *doubts]),
        }
    )


def _actors_by_page(people: Iterable[Who], told: set[str]) -> Any:
    """Names actors by their pages; an unnamed one, which has none, by kind and words."""
    return _one_or_all([_actor_once(one, told) for one in people])


def _actor_once(one: Who, told: set[str]) -> Data:
    """Gives all that is said of it the first time, its page alone ever after."""
    if one.href is None:
        return {"@type": TYPES[one.kind], "name": one.name}
    if one.href in told:
        return {"@id": one.href}
    told.add(one.href)
    return {"@type": TYPES[one.kind], "@id": one.href, "name": one.name}


def _one_or_all(found: list[Any]) -> Any:
    """Gives one thing alone: JSON-LD has no difference between it and a list of one."""
    return found[0] if len(found) == 1 else found or None


def _filled(data: Data) -> Data:
    return {key: value for key, value in data.items() if value}
