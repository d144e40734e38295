"""The source text of a briefing as its page shows it: whole, as an excerpt or not at all."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from ...model import Measure, Quote, Span
from ..shapes.pages_of_briefings import Paragraph
from .addresses import path_of_actor
from .facts import View, marks_of
from .index import Entry
from .marking import NOTHING, Link, Mark, Reference, Sentence, mark_paragraph


def source_paragraphs(view: View, entry: Entry) -> tuple[Paragraph, ...]:
    """Gives the paragraphs in order; neighbours of which nothing is shown are one gap; none in mode "none"."""
    if view.source_text == "none":
        return ()
    sentences = _marked_sentences(view, entry)
    found: list[Paragraph] = []
    for span in entry.briefing.article.paragraphs:
        numbers = entry.numbers(span)
        inside = sentences[numbers.start - 1 : numbers.stop - 1]
        if any(sentence.shown for sentence in inside):
            found.append(Paragraph(text=mark_paragraph(entry.briefing.article.text, inside), gap=False))
        elif not found or not found[-1].gap:
            found.append(Paragraph(text=NOTHING, gap=True))
    return tuple(found)


def _marked_sentences(view: View, entry: Entry) -> list[Sentence]:
    marks: defaultdict[int, list[Mark]] = defaultdict(list)
    links: defaultdict[int, list[Link]] = defaultdict(list)
    references: defaultdict[int, dict[Reference, None]] = defaultdict(dict)
    for fact in entry.facts:
        for mark in marks_of(fact):
            for number in entry.numbers(mark.span):
                marks[number].append(mark)
        for number in _told_in(entry, fact):
            references[number][_reference(entry, fact)] = None
    for link in _links(view, entry):
        links[entry.number(link.span.start)].append(link)
    return [
        Sentence(
            span=span,
            number=number,
            shown=view.shows(entry, number),
            marks=tuple(marks[number]),
            links=tuple(links[number]),
            references=tuple(references[number]),
        )
        for number, span in enumerate(entry.briefing.sentences, 1)
    ]


def _told_in(entry: Entry, fact: Quote | Measure) -> list[int]:
    spans: list[Span] = [fact.sentence]
    if isinstance(fact, Measure):
        spans += [told.sentence for told in fact.tellings]
    return sorted({entry.number(span.start) for span in spans})


def _reference(entry: Entry, fact: Quote | Measure) -> Reference:
    label = entry.labels[fact.id]
    if isinstance(fact, Quote):
        return Reference(id=fact.id, label=label, title=f"Quote {label[1:]}", kind="quote")
    return Reference(id=fact.id, label=label, title=f"Measure {label[1:]}", kind="measure")


def _links(view: View, entry: Entry) -> Iterator[Link]:
    """Links every mention of an actor with a page; not "the two ministers", for a link has one aim."""
    meant = Counter(mention.span for chain in entry.briefing.actors for mention in chain.mentions)
    for chain in entry.briefing.actors:
        actor = view.index.by_chain.get((entry.slug, chain.id))
        if actor is None:
            continue
        href = view.href(path_of_actor(actor))
        for mention in chain.mentions:
            if meant[mention.span] > 1:
                continue
            yield Link(span=mention.span, href=href, name=actor.name, form=mention.form)
