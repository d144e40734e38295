"""One small Page for each kind of URL, holding all that its template may print.

A template gets exactly one variable, ``page``, of the class that is named for it in ``TEMPLATES``;
nothing of Pelican's settings reaches it, and a name that is not below is an error (StrictUndefined).

* Every ``href`` is finished: relative to the page that it stands on, so that the same files work at the
  root of a host, under a sub-path and behind any name.  Print it as it is.
* ``page.frame.root`` goes before paths of the theme: ``{{ page.frame.root }}theme/css/…``.
* ``str`` is text and is escaped by the template; ``Markup`` was made in marking.py and is printed as it is.
* A tuple may be empty, a field that may be None says when.
"""

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from ..model import ActorKind, PublishedFrom
from .lines import FactCount, KeyFact, OutletCount, RelatedBriefing, RuleCount, Speaker, WeekActor, WeekLink
from .parts import (
    BriefingLink,
    Citation,
    Day,
    Frame,
    Graph,
    MeasureItem,
    MonthBar,
    NavLink,
    Pager,
    QuoteItem,
    RoleLine,
    Who,
)

FactsWhat = Literal["said", "about", "did", "done-to"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CastLine:
    """One line of a briefing's who's who."""

    who: Who
    named: bool  # False: "experts", "the diaspora"
    aliases: tuple[str, ...]  # other forms of the name in this text
    roles: tuple[RoleLine, ...]
    said: int  # how many quotes of this briefing are its
    did: int
    done_to: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of the source text, or what an excerpt left out of it."""

    text: Markup  # sentences as <span class="sentence" id="s-14">, marks and references inside
    gap: bool  # True: nothing of these paragraphs is shown, text is empty: print a mark for the gap


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingPage:
    """``briefings/<slug>/``: one article, who speaks and who acts in it, and its source text."""

    frame: Frame
    slug: str
    headline: str
    outlet: str | None
    section: str | None
    byline: str | None
    url: str | None  # where the article was published; always http or https
    place: str | None  # of the dateline
    day: Day | None
    day_from: PublishedFrom  # how the day is known: "inferred" must be seen
    day_how: str | None  # a sentence on which words the day rests
    minutes: int  # to read the article, at 230 words a minute, rounded up
    english: bool  # False: shown as text without facts; say so, and put lang="" (unknown) on the text
    lead: tuple[KeyFact, ...]  # at most five, in the order of the text; lead.py says by which rule
    cast: tuple[CastLine, ...]  # the main actors first
    speakers: tuple[Speaker, ...]  # who said most, at most eight; empty where only one speaks
    quotes: tuple[QuoteItem, ...]  # in the order of the text
    measures: tuple[MeasureItem, ...]  # in the order of the text
    timeline: tuple[MeasureItem, ...]  # the measures whose day or month is known, the earliest first
    related: tuple[RelatedBriefing, ...]  # at most five, most in common first
    paragraphs: tuple[Paragraph, ...]  # empty in mode "none"
    sentences: int  # how many sentences the source text has
    shown: int  # how many of them this page shows
    seed: str  # the file it was made from: "000_1b4a3c70.txt"
    parser: str | None  # the language model that read it; None where nothing was parsed
    rules: tuple[RuleCount, ...]  # those that found the quotes and measures, most facts first
    method: str | None  # href of the page on the rules and how often they are right; None where there is none
    report: str | None  # where to report an error; None where no setting says
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A form of an actor's name and how often it stands in all texts."""

    text: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """Another actor of the same quotes and measures."""

    who: Who
    facts: int  # facts that have both in them
    briefings: int  # briefings that have such a fact


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorBriefing:
    """A briefing that an actor stands in."""

    briefing: BriefingLink
    mentions: int
    first: str | None  # href of the sentence of the first mention; None where it is not shown


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorPage:
    """``actors/<slug>/``: all that is known of one actor, each with its briefing."""

    frame: Frame
    id: str
    name: str
    kind: ActorKind
    kind_text: str  # "Person", "Organisation", "State", "Group", "Place"
    aliases: tuple[Alias, ...]  # most used first, the name itself left out
    roles: tuple[RoleLine, ...]
    said: tuple[QuoteItem, ...]  # newest briefing first, then in the order of the text
    did: tuple[MeasureItem, ...]
    done_to: tuple[MeasureItem, ...]
    about: tuple[QuoteItem, ...]  # quotes of others that speak of it, newest briefing first
    said_all: FactCount  # the four lists above hold at most a hundred each
    did_all: FactCount
    done_to_all: FactCount
    about_all: FactCount
    months: tuple[MonthBar, ...]  # facts by the month of their article; empty where all are of one
    graph: Graph | None  # it and at most 24 others of its facts; None where there are fewer than three
    outlets: tuple[OutletCount, ...]  # most briefings first
    company: tuple[Company, ...]  # with whom: most facts in common first
    briefings: tuple[ActorBriefing, ...]  # newest first
    namesakes: tuple["ActorLine", ...]  # other actors of the very same name, to tell them apart


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorFactsPage:
    """``actors/<slug>/said/2/``: what did not find room on an actor's own page."""

    frame: Frame
    name: str
    actor: str  # href of the actor's own page
    what: FactsWhat
    title: str  # "Said about"
    quotes: tuple[QuoteItem, ...]  # empty where `what` is "did" or "done-to"
    measures: tuple[MeasureItem, ...]  # empty where `what` is "said" or "about"
    pager: Pager


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorLine:
    """An actor in the list of all."""

    who: Who
    kind_text: str
    role: str | None  # the first role a text gave it: "President"
    said: int
    did: int
    done_to: int
    briefings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The actors under one letter."""

    letter: str  # "A" … "Z", "#" for what starts with none of them
    id: str  # "letter-a", "letter-other": of its heading
    actors: tuple[ActorLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorsPage:
    """``actors/``: every actor that has a page, A–Z by the name as it is written."""

    frame: Frame
    letters: tuple[Letter, ...]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteGroup:
    """All quotes of one briefing."""

    briefing: BriefingLink
    quotes: tuple[QuoteItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotesPage:
    """``quotes/``: all quotes, newest briefing first."""

    frame: Frame
    groups: tuple[QuoteGroup, ...]
    count: int
    pager: Pager  # two hundred on a page


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureGroup:
    """All measures of one briefing."""

    briefing: BriefingLink
    measures: tuple[MeasureItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuresPage:
    """``measures/``: all measures, newest briefing first."""

    frame: Frame
    groups: tuple[MeasureGroup, ...]
    count: int
    pager: Pager  # two hundred on a page


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPage:
    """``weeks/2025-w19/``: what was said and done in a week."""

    frame: Frame
    week: WeekLink
    actors: tuple[WeekActor, ...]  # who said and did most, at most twelve
    quotes: tuple[QuoteItem, ...]  # one of each briefing that has one in quotation marks, at most forty
    measures: tuple[MeasureItem, ...]  # newest briefing first, at most two hundred
    more_measures: int  # how many others there are
    briefings: tuple[BriefingLink, ...]  # newest first
    earlier: WeekLink | None  # the week before that has briefings
    later: WeekLink | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeksPage:
    """``weeks/``: all weeks that have briefings, newest first."""

    frame: Frame
    weeks: tuple[WeekLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingCard:
    """A briefing on the home page and in the list of all."""

    briefing: BriefingLink
    place: str | None
    spoke: tuple[Who, ...]  # who spoke, each once, in the order of the text
    quotes: int
    quote: QuoteItem | None  # one to show: the first of a known source with words in quotation marks, else None
    measures: tuple[MeasureItem, ...]  # what was done: at most three, those with an initiator and those taken first
    more_measures: int  # how many others there are


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingsPage:
    """``briefings/``: all briefings, newest first."""

    frame: Frame
    briefings: tuple[BriefingLink, ...]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """``/``: the newest briefings, who spoke, what was done."""

    frame: Frame
    cards: tuple[BriefingCard, ...]  # the newest twenty
    actors: tuple[ActorLine, ...]  # who spoke and acted most, at most twelve
    briefings: int  # how many there are in all
    actors_count: int
    quotes: int
    measures: int
    all_briefings: str  # href of briefings/
    all_actors: str
    all_quotes: str
    all_measures: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """What facts can be chosen by, in a search."""

    name: str  # "status": in the address of a search
    text: str  # "Measures that are"
    values: tuple[str, ...]  # "taken", "threatened": as they are shown and as they stand in the address


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """``search/``: facts by their words and facets; only where the site has a search index."""

    frame: Frame
    parts: int  # of the index: pagefind/, pagefind/2/, …
    facets: tuple[Facet, ...]
    names: str  # href of the names that are offered while one types
    lists: tuple[NavLink, ...]  # where everything is found without scripts


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPage:
    """``about/``, ``method/``: a page that an editor wrote in ``content/pages``."""

    frame: Frame
    slug: str
    title: str
    content: Markup
    parsers: tuple[str, ...]  # the language models that read the site's articles: "en_core_web_md 3.8.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundPage:
    """``404.html``: served at any depth, so its hrefs start at the host's root."""

    frame: Frame
    all_briefings: str
    all_actors: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedPage:
    """A URL of an earlier site that is no page of its own any more: it leads on to where its actor or briefing is."""

    frame: Frame
    name: str  # whose page it was: "Modi", "A briefing"
    href: str | None  # where it is now; None where it is no longer on the site
    text: str | None  # the title there: "Narendra Modi"
    all_briefings: str
    all_actors: str


Page = (
    HomePage
    | BriefingPage
    | BriefingsPage
    | ActorPage
    | ActorFactsPage
    | ActorsPage
    | QuotesPage
    | MeasuresPage
    | WeekPage
    | WeeksPage
    | SearchPage
    | TextPage
    | NotFoundPage
    | MovedPage
)

# The template of each kind of page, in themes/<theme>/templates.
TEMPLATES: dict[type, str] = {
    HomePage: "home.html",
    BriefingPage: "briefing.html",
    BriefingsPage: "briefings.html",
    ActorPage: "actor.html",
    ActorFactsPage: "actor_facts.html",
    ActorsPage: "actors.html",
    QuotesPage: "quotes.html",
    MeasuresPage: "measures.html",
    WeekPage: "week.html",
    WeeksPage: "weeks.html",
    SearchPage: "search.html",
    TextPage: "text.html",
    NotFoundPage: "404.html",
    MovedPage: "moved.html",
}
