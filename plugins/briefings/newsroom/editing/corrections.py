"""What an editor says of one article: ``content/corrections/<file name of the seed>.yaml``, read and replayed."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar, cast, get_args

from ruamel.yaml.nodes import Node

from ...language.calendar import is_day
from ...language.naming.written import compared
from ...model import Article, Briefing, Chain, Fault, Measure, MeasureType, Quote, Source, Status
from ...seeds.cleaning.metadata import address
from ...seeds.overriding import Override
from ..yaml_files import EditorsFile, near_in_spelling

RULE = "correction"  # the rule that a corrected fact carries: an editor's word, certain
Fact = TypeVar("Fact", Quote, Measure)
_ID = re.compile(r"[qm]-[0-9a-f]{8}")
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "q": ("id", "drop", "source"),
    "m": ("id", "drop", "type", "status", "initiators", "targets"),
}
_SIDES = ("source", "initiators", "targets")
_SEED = ("outlet", "section", "title", "published", "url", "place", "byline", "encoding", "added")
_OF_WHOS_WHO = "use a name as the briefing's who's who has it"
_PART = re.compile(r"#\d+$")  # which article of its file a seed is
_NONE = "no"  # `copy_of: no`: an article of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyCorrection:
    """Whose copy an article is."""

    seed: str | None  # the file name of the other seed, whose text the briefing shows; None: it is nobody's
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FactCorrection:
    """What is said of one fact; None leaves a field as it was found, an empty tuple empties it."""

    id: str
    line: int
    drop: bool = False
    source: tuple[str, ...] | None = None  # names of the article's actors
    type: MeasureType | None = None
    status: Status | None = None
    initiators: tuple[str, ...] | None = None
    targets: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """All that is said of one article."""

    path: str  # of the YAML file
    seed: Override
    left_out: bool = False  # no briefing is made of it
    copy_of: CopyCorrection | None = None  # None leaves it to what is found
    facts: tuple[FactCorrection, ...] = ()


def seed_name(article: Article) -> str:
    """Gives the file name of an article's seed, by which it is corrected: “001.txt”, “feed.rss#2”."""
    return article.seed.path.rsplit("/", 1)[-1]


def correction_files(folder: Path) -> Iterator[tuple[Path, str]]:
    """Finds files of corrections in `folder`, with the file name of the seed that each speaks of: “feed.rss#2”."""
    if not folder.is_symlink():  # its files may be anybody's
        yield from ((path, path.name.removesuffix(".yaml")) for path in sorted(folder.glob("*.y*ml")))


def whole_file(seed: str) -> str:
    """Names the file that an article is in: ``feed.rss#2`` → ``feed.rss``."""
    return _PART.sub("", seed)


def read_corrections(folder: Path, seeds: Collection[str]) -> tuple[dict[str, Corrections], tuple[Fault, ...]]:
    """Reads corrections by the file name of their seed, and what is wrong in them.

    `seeds` are the file names there are, of which each may hold several articles (``x.jsonl#2``); what aims at
    others is not read.
    """
    found: dict[str, Corrections] = {}
    faults: list[Fault] = []
    if folder.is_symlink():
        mend = "put the folder itself in its place"
        faults.append(Fault(path=folder.as_posix(), reason="a link: corrections stand in content/ itself", mend=mend))
    for path, seed in correction_files(folder):
        if seed in seeds or whole_file(seed) in seeds:
            file = EditorsFile(path=path)
            found[seed] = _corrections_in(file)
            faults.extend(file.faults)
    return found, tuple(faults)


def apply(briefing: Briefing, corrections: Corrections, whose: str = "the article") -> Briefing:
    """Makes the briefing as the editor wants it; what aims at nothing is a warning of its article, called `whose`."""
    warnings = tuple(_astray(briefing, corrections, whose))
    by_name = _chains_by_name(briefing.actors)
    told = {fact.id: held for fact in corrections.facts if (held := _feasible(fact, by_name))}
    dropped = {fact.id for fact in corrections.facts if fact.drop}
    return replace(
        briefing,
        article=replace(briefing.article, warnings=(*briefing.article.warnings, *warnings)),
        quotes=tuple(
            _freed(_corrected_quote(quote, told.get(quote.id), by_name), dropped)
            for quote in briefing.quotes
            if quote.id not in dropped
        ),
        measures=tuple(
            _freed(_corrected_measure(measure, told.get(measure.id), by_name), dropped)
            for measure in briefing.measures
            if measure.id not in dropped
        ),
    )


def _corrections_in(file: EditorsFile) -> Corrections:
    top = file.mapping(file.root(), ("seed", "left_out", "copy_of", "facts"), "the file")
    facts: dict[str, FactCorrection] = {}
    for node in file.items(top.get("facts"), "`facts`"):
        fact = _fact(file, node)
        if fact is not None and fact.id in facts:
            file.fault(node, f"`{fact.id}` is corrected twice", "put all that is said of it into one entry")
        elif fact is not None:
            facts[fact.id] = fact
    return Corrections(
        path=file.path.as_posix(),
        seed=_override(file, top.get("seed")),
        left_out=_is_true(file, top.get("left_out"), "left_out"),
        copy_of=_copy_of(file, top.get("copy_of")),
        facts=tuple(facts.values()),
    )


def _copy_of(file: EditorsFile, node: Node | None) -> CopyCorrection | None:
    name = file.text(node, "`copy_of`")
    if node is None or name is None:
        return None
    return CopyCorrection(seed=None if name == _NONE else name, line=node.start_mark.line + 1)


def _override(file: EditorsFile, node: Node | None) -> Override:
    found = file.mapping(node, _SEED, "`seed`")
    fields = {key: file.text(value, f"`{key}`") for key, value in found.items()}
    encoding = fields.get("encoding")
    for key in ("published", "added"):
        if (day := fields.get(key)) is not None and not is_day(day):
            file.fault(found[key], f"`{day}` is no day", "write it like 2025-05-05")
            fields[key] = None
    if encoding is not None and not _is_encoding(encoding):
        file.fault(found["encoding"], f"`{encoding}` is no encoding", "use one that Python knows: utf-8, cp1252")
        fields["encoding"] = None
    url = fields.get("url")
    if url is not None and address(url) is None:
        file.fault(found["url"], f"`{url}` is no address of the web", "write it like https://example.org/page")
        fields["url"] = None
    return Override(**{key: fields.get(key) for key in _SEED})


def _fact(file: EditorsFile, node: Node) -> FactCorrection | None:
    every = tuple(dict.fromkeys(key for keys in _FIELDS.values() for key in keys))
    found = file.mapping(node, every, "a fact")
    fact = file.text(found.get("id"), "`id`")
    if fact is None or not _ID.fullmatch(fact):
        file.fault(node, "a fact without its id", "write the id that its link ends in: `id: q-1a2b3c4d`")
        return None
    allowed = _FIELDS[fact[0]]
    for key in found:
        if key not in allowed:
            what = "a quote" if fact[0] == "q" else "a measure"
            file.fault(found[key], f"`{key}` is no field of {what}", f"use one of: {', '.join(allowed)}")
    return FactCorrection(
        id=fact,
        line=node.start_mark.line + 1,
        drop=_is_true(file, found.get("drop"), "drop"),
        source=_names_under(file, found, "source"),
        type=cast("MeasureType | None", file.choice(found.get("type"), get_args(MeasureType), "type")),
        status=cast("Status | None", file.choice(found.get("status"), get_args(Status), "status")),
        initiators=_names_under(file, found, "initiators"),
        targets=_names_under(file, found, "targets"),
    )


def _is_true(file: EditorsFile, node: Node | None, key: str) -> bool:
    return file.choice(node, ("true", "false"), key) == "true"


def _names_under(file: EditorsFile, found: Mapping[str, Node], key: str) -> tuple[str, ...] | None:
    return file.texts(found[key], f"`{key}`") if key in found else None


def _is_encoding(text: str) -> bool:
    try:
        b"a".decode(text, "replace")
    except (LookupError, ValueError):
        return False
    return True


def _astray(briefing: Briefing, corrections: Corrections, whose: str) -> Iterator[Fault]:
    """Warns of facts and names that the article does not have."""
    ids = {quote.id for quote in briefing.quotes} | {measure.id for measure in briefing.measures}
    names = _chains_by_name(briefing.actors)
    for fact in corrections.facts:
        if fact.id not in ids:
            mend = "look up the fact's new id on its page, or delete the entry"
            yield _warning_of_fact(corrections, fact, f"{whose} has no fact {fact.id}", mend)
            continue
        for side, name in _nowhere(fact, names):
            reason = f"{whose} has no actor {name}: the fact's `{side}` stays as it was found"
            yield _warning_of_fact(corrections, fact, reason, _meant(name, briefing.actors) + _OF_WHOS_WHO)


def _nowhere(fact: FactCorrection, by_name: Collection[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Gives each name of a correction that no actor of the article bears, behind its key."""
    for side, names in ((side, getattr(fact, side)) for side in _SIDES):
        yield from ((side, name) for name in names or () if compared(name, "person") not in by_name)


def _meant(name: str, chains: Sequence[Chain]) -> str:
    """Asks of “Ada Finhc” “is Ada Finch meant? ”; nothing where no name is near in spelling."""
    forms = [form for chain in chains for form in (chain.name, *chain.aliases)]
    return "".join(f"is {form} meant? " for form in near_in_spelling(name, forms))


def _feasible(fact: FactCorrection, by_name: Collection[tuple[str, ...]]) -> FactCorrection | None:
    """Keeps what of a correction can be done: no side with a name that is nowhere; None where that was all."""
    left: dict[str, Any] = {side: None for side, _ in _nowhere(fact, by_name)}
    held = replace(fact, **left)
    return None if left and held == FactCorrection(id=fact.id, line=fact.line) else held


def _warning_of_fact(corrections: Corrections, fact: FactCorrection, reason: str, mend: str) -> Fault:
    return Fault(path=corrections.path, reason=reason, mend=mend, line=fact.line, broken=False)


def _chains_by_name(chains: Sequence[Chain]) -> dict[tuple[str, ...], str]:
    """Maps a compared name to a chain's id; a main actor goes before a lesser one, a name before an alias."""
    found: dict[tuple[str, ...], str] = {}
    for texts in ([(chain.name,) for chain in chains], [chain.aliases for chain in chains]):
        for chain, forms in zip(chains, texts, strict=True):
            for text in forms:
                found.setdefault(compared(text, "person"), chain.id)
    return found


def _corrected_quote(quote: Quote, fact: FactCorrection | None, by_name: Mapping[tuple[str, ...], str]) -> Quote:
    if fact is None or fact.source is None:
        return quote
    source = Source(actors=_ids_of_names(fact.source, by_name), span=quote.source.span)
    return replace(quote, source=source, rule=RULE, confidence=1.0)


def _corrected_measure(
    measure: Measure, fact: FactCorrection | None, by_name: Mapping[tuple[str, ...], str]
) -> Measure:
    if fact is None:
        return measure
    return replace(
        measure,
        type=fact.type or measure.type,
        status=fact.status or measure.status,
        initiators=measure.initiators if fact.initiators is None else _ids_of_names(fact.initiators, by_name),
        targets=measure.targets if fact.targets is None else _ids_of_names(fact.targets, by_name),
        rule=RULE,
        confidence=1.0,
    )


def _ids_of_names(names: Sequence[str], by_name: Mapping[tuple[str, ...], str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(by_name[compared(name, "person")] for name in names))


def _freed(fact: Fact, dropped: Collection[str]) -> Fact:
    """Lets a fact within a quote that was dropped stand by itself."""
    return replace(fact, within=None) if fact.within in dropped else fact
