"""The pages of a briefing and of all briefings.

What page_shapes.py says of hrefs, of ``str`` and of ``Markup`` holds here, too.
"""

from dataclasses import dataclass

from markupsafe import Markup

from ...model import PublishedFrom
from .list_lines import KeyFact, RelatedBriefing, RuleCount, Speaker
from .parts import BriefingLink, Citation, Frame, MeasureItem, QuoteItem, RoleLine, ShownDay, Who


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
class CopyLine:
    """Where else the article of a briefing stood: cut, in other words or under another headline."""

    outlet: str | None
    outlet_page: str | None  # href; None where the outlet is not known
    headline: str | None  # None where it is the briefing's, or there is none
    day: ShownDay | None
    inferred: bool  # the day was inferred: say so beside it
    url: str | None  # where it was published; always http or https
    seed: str  # the file it is in: "b.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingPage:
    """``briefings/<slug>/``: one article, who speaks and who acts in it, and its source text."""

    frame: Frame
    slug: str
    headline: str
    outlet: str | None
    outlet_page: str | None  # href; None where the outlet is not known
    section: str | None
    byline: str | None
    url: str | None  # where the article was published; always http or https
    place: str | None  # of the dateline
    day: ShownDay | None
    added: ShownDay | None  # of an undated one, where it is known: on which it was added
    day_page: str | None  # href; None where no more than the month is known
    day_from: PublishedFrom  # how the day is known: "inferred" must be seen
    day_how: str | None  # a sentence on which words the day rests
    copies: tuple[CopyLine, ...]  # where else the same article stood, the earliest first
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
    copy_seeds: tuple[str, ...]  # the files of all its copies, those too that differ in nothing a reader is told
    parser: str | None  # the language model that read it; None where nothing was parsed
    rules: tuple[RuleCount, ...]  # those that found the quotes and measures, most facts first
    method: str | None  # href of the page on the rules and how often they are right; None where there is none
    report: str | None  # where to report an error; None where no setting says
    citation: Citation


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
