"""What stands on more than one kind of page: the frame, an actor's name, a quote, a measure.

What page_shapes.py says of hrefs, of ``str`` and of ``Markup`` holds here, too.
"""

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from ...model import ActorKind, MeasureType, QuoteKind, Status

SourceText = Literal["full", "excerpt", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NavLink:
    """An entry of the site's navigation."""

    text: str  # "Actors"
    href: str
    current: bool  # True on the page itself: aria-current="page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """What a page says, in a form for programs: <link rel="alternate"> in its head, a link at its foot."""

    text: str  # "All quotes as a table (CSV)"
    href: str
    type: str  # "text/csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What the head, the header and the footer of every page print."""

    site: str  # SITENAME
    subtitle: str  # SITESUBTITLE, may be ""
    title: str  # of this page, without the site's name; on the home page the site's name
    description: str  # one plain sentence for <meta name="description">
    language: str  # of the page's own words: "en"
    root: str  # "./", "../", "../../", on 404.html "/repo/": before every path of the theme's files
    home: str  # href of the home page
    canonical: str | None  # full address, None where SITEURL is not set
    image: str | None  # full address of the picture to be shared with; None where there is none
    nav: tuple[NavLink, ...]
    source_text: SourceText  # how much of the source's words this site shows
    alternates: tuple[Alternate, ...]  # the same for programs: record, table, feed
    linked_data: Markup | None  # <script type="application/ld+json"> with its data, whole; None on 404.html


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDay:
    """A day or a month, for <time datetime>."""

    iso: str  # "2025-05-05" or "2025-05"
    text: str  # "5 May 2025" or "May 2025"


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """An actor as it is named beside a fact."""

    name: str  # "Vladimir Putin", "experts"
    href: str | None  # of its page; None for an unnamed actor and one too slight for a page
    kind: ActorKind


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingLink:
    """A briefing as other pages name it."""

    slug: str
    headline: str
    href: str
    outlet: str | None
    also: tuple[str, ...]  # other outlets that had the same article
    day: ShownDay | None  # None where the day of publication is not known
    inferred: bool  # the day was inferred: say so beside it
    added: ShownDay | None = (
        None  # of an undated one, where it is known: on which it was added, never that of publication
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLine:
    """The sentence that a fact rests on."""

    number: int  # 1-based number of the sentence in its article
    href: str | None  # jump to it in the source text; None where the site shows no source text (mode "none")
    text: Markup  # the sentence itself, the fact's words marked as in the source text, without links and ids


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """Who is quoted.  ``words`` and ``who`` together print as “he → Vladimir Putin”."""

    words: str | None  # the text's own words where they differ from the names ("he", "the ministry"), else None
    who: tuple[Who, ...]  # one for each coordinated source; empty: nobody fits
    unattributed: str | None  # “unattributed”, where neither words nor who name a source


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteItem:
    """A quote, on its briefing's page, on its source's page and among all quotes."""

    id: str  # "q-1a2b3c4d": the id of the element on the briefing's page
    label: str  # "Q3": its number in its briefing, as the source text refers to it
    href: str  # permalink: "#q-1a2b3c4d", from elsewhere "../../briefings/…/#q-1a2b3c4d"
    kind: QuoteKind
    source: SourceLine
    cue: str  # "said"; "" where a colon or a dash is the cue's place
    content: str  # the words quoted or reported, pieces joined by " … "
    doubts: tuple[str, ...]  # "negated", "planned" …: beside the cue; empty for what was plainly said
    evidence: EvidenceLine
    within: str | None  # href of the quote that it lies inside of
    briefing: BriefingLink


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureDate:
    """When a measure was, is or shall be taken."""

    day: ShownDay | None  # None where the words give no day or month: "last week"
    words: str | None  # the words that the date came from: "on Monday"
    inferred: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureItem:
    """A measure, on its briefing's page, on its actors' pages and among all measures."""

    id: str  # "m-5e6f7a8b": the id of the element on the briefing's page
    label: str  # "M2": its number in its briefing, as the source text refers to it
    href: str  # permalink
    type: MeasureType  # "SANCTION": for classes
    type_text: str  # "Sanction": for readers
    status: Status  # "taken" …
    initiators: tuple[Who, ...]  # empty: the text names nobody
    nobody: str | None  # “nobody named”, where there are no initiators
    targets: tuple[Who, ...]
    trigger: str  # the word that tells of it: "slapped"
    instrument: str | None  # "Most Favoured Nation status"
    date: MeasureDate | None
    place: str | None
    attribution: Who | None  # who claims it; None where the outlet tells it itself
    hedged: bool  # the text itself is unsure: "reportedly", "is likely to"
    within: str | None  # href of the quote that reports it
    evidence: EvidenceLine
    also: tuple[EvidenceLine, ...]  # other sentences that tell of the same measure
    others: tuple[BriefingLink, ...]  # other briefings that report the same act, the earliest first
    outlets: int  # how many outlets report it, this one included and those that had a copy of one of these articles
    copied: int  # how many of them had a copy only: no witnesses of their own
    briefing: BriefingLink


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleLine:
    """A role as a text gave it: “President”, of Russia."""

    role: str
    link: str  # what stands between it and whose it is: “of”, of a counterpart “from”
    of: tuple[Who, ...]
    number: int  # 1-based number of the sentence
    href: str | None  # jump to the sentence; None where it is not shown
    briefing: BriefingLink


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """How to cite a page, in three forms."""

    sentence: str
    bibtex: str  # several lines
    csl: str  # CSL-JSON, several lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """Where one is in a list of several pages."""

    number: int  # of this page, from 1
    last: int
    previous: str | None  # href; None on the first page
    next: str | None  # href; None on the last page


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthBar:
    """A bar of a drawing: how many facts a month has; its width is 8, the drawing is 60 high."""

    month: ShownDay
    facts: int
    x: int
    y: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMark:
    """An actor in a drawing."""

    x: int
    y: int
    size: int  # from the middle of its mark to the edge
    name: str
    href: str | None  # of its page; None for the one whose page it stands on
    kind: ActorKind | None  # None there, too
    side: Literal["start", "middle", "end"]  # where from the mark its name stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A line between two actors of a drawing: they have facts in common."""

    x1: int
    y1: int
    x2: int
    y2: int
    width: int
    facts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """A drawing of actors, for <svg viewBox="0 0 width height">."""

    width: int
    height: int
    nodes: tuple[ActorMark, ...]
    edges: tuple[Edge, ...]
