"""The store: what was worked out once is never worked out again, and damage is a miss."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from briefings.extraction import CODE
from briefings.extraction.digest import digest
from briefings.language.store import LAYOUT, Store, StoreShut, briefing_key, parse_key
from briefings.model import (
    Article,
    Briefing,
    Chain,
    Entity,
    KnownActor,
    Measure,
    Mention,
    Parse,
    Published,
    Quote,
    Role,
    Source,
    Span,
    Telling,
    Token,
)
from made import ROOT, article_of

TOKEN = Token(start=0, end=5, text="Rain.", lemma="rain", pos="NOUN", tag="NN", dep="ROOT", head=0)
PARSE = Parse(parser="tiny 1", tokens=(TOKEN,), sentences=((0, 1),), entities=(Entity(first=0, last=1, label="EVENT"),))
ARTICLE = article_of("Rain.")
KEY = parse_key("tiny 1", ARTICLE)
WORD = Span(0, 4)
BRIEFING = Briefing(
    article=ARTICLE,
    parser="tiny 1",
    sentences=(Span(0, 5),),
    actors=(
        Chain(
            id="rain",
            name="Rain “R” Orr",
            named=True,
            kind="person",
            aliases=("Rain",),
            roles=(Role(role="mayor", of=("rain",), span=WORD, rule="made", confidence=1.0),),
            mentions=(Mention(span=WORD, form="name", head=0, rule="name"),),
            confidence=0.1 + 0.2,
        ),
    ),
    quotes=(
        Quote(
            id="q-1a2b3c4d",
            kind="mixed",
            source=Source(actors=("rain",), span=None),
            cue=(WORD,),
            content=(WORD, WORD),
            sentence=WORD,
            within=None,
            rule="said",
            confidence=1 / 3,
        ),
    ),
    measures=(
        Measure(
            id="m-5e6f7a8b",
            type="AID",
            status="planned",
            initiators=("rain",),
            targets=(),
            instrument="tents",
            trigger=WORD,
            sentence=WORD,
            tellings=(Telling(trigger=WORD, sentence=WORD),),
            date="2031-05",
            date_span=WORD,
            date_inferred=True,
            place=None,
            attribution="rain",
            hedged=True,
            within="q-1a2b3c4d",
            rule="verb",
            confidence=0.9,
        ),
    ),
)
BRIEFING_KEY = briefing_key("tiny 1", ARTICLE)


def the_file(folder: Path) -> Path:
    (path,) = folder.rglob("*.json")
    return path


def test_what_was_put_is_what_is_got(tmp_path: Path) -> None:
    Store(tmp_path).put(KEY, PARSE)
    assert Store(tmp_path).get(KEY, ARTICLE) == PARSE


def test_an_empty_store_has_nothing(tmp_path: Path) -> None:
    assert Store(tmp_path / "absent").get(KEY, ARTICLE) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda data: data[: len(data) // 2],
        lambda data: b"\xff" + data,
        lambda _: b"[" * 100_000,
        lambda data: data.replace(b'"head":0', b'"head":7'),
        lambda data: data.replace(b'"last":1', b'"last":9'),
        lambda data: data.replace(KEY.encode(), b"0" * 64),
        lambda data: data.replace(b'"parser"', b'"unknown"'),
    ],
    ids=["empty", "cut", "not text", "nested", "head outside", "entity outside", "another's key", "unknown field"],
)
def test_a_damaged_or_foreign_entry_is_a_miss(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    store = Store(tmp_path)
    store.put(KEY, PARSE)
    path = the_file(tmp_path)
    path.write_bytes(damage(path.read_bytes()))
    assert store.get(KEY, ARTICLE) is None


def test_a_put_mends_a_damaged_entry_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(KEY, PARSE)
    the_file(tmp_path).write_bytes(b"{")
    store.put(KEY, PARSE)
    assert store.get(KEY, ARTICLE) == PARSE
    assert [p.suffix for p in tmp_path.rglob("*") if p.is_file()] == [".json"]


def test_the_key_tells_texts_models_and_paragraphs_apart() -> None:
    one = article_of("A storm came.\nIt went.")
    joined = article_of("A storm came. It went.")
    keys = {parse_key("md 1", one), parse_key("md 2", one), parse_key("md 1", joined)}
    assert len(keys) == 3
    assert one.paragraphs == (Span(0, 13), Span(14, 22))


def test_a_briefing_that_was_put_is_got_as_it_was(tmp_path: Path) -> None:
    Store(tmp_path).put_briefing(BRIEFING_KEY, "code", BRIEFING)
    assert Store(tmp_path).briefing(BRIEFING_KEY, "code", ARTICLE) == BRIEFING


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda data: data[: len(data) // 2],
        lambda data: b"\xff" + data,
        lambda _: b"[" * 100_000,
        lambda data: data.replace(b"mayor", b"major"),
        lambda data: data.replace(BRIEFING_KEY.encode(), b"0" * 64),
        lambda data: data.replace(b'"code":"code"', b'"code":"other"'),
        lambda data: data.replace(b'"facts"', b'"unknown"'),
        lambda _: b'{"key":"' + KEY.encode() + b'","parse":{}}',
    ],
    ids=["empty", "cut", "not text", "nested", "one letter", "another's key", "other code", "other format", "a parse"],
)
def test_a_damaged_or_foreign_briefing_is_a_miss(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    store = Store(tmp_path)
    store.put_briefing(BRIEFING_KEY, "code", BRIEFING)
    path = the_file(tmp_path)
    path.write_bytes(damage(path.read_bytes()))
    assert store.briefing(BRIEFING_KEY, "code", ARTICLE) is None


def test_other_code_writes_its_briefing_over_the_old_one(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put_briefing(BRIEFING_KEY, "old", BRIEFING)
    store.put_briefing(BRIEFING_KEY, "new", BRIEFING)
    assert the_file(tmp_path)
    assert store.briefing(BRIEFING_KEY, "old", ARTICLE) is None
    assert store.briefing(BRIEFING_KEY, "new", ARTICLE) == BRIEFING


def test_a_briefings_key_is_of_all_that_extraction_may_look_at() -> None:
    other_day = Published(date="2031-01-01", source="editor", how=None)
    said = ({"title": "Storm"}, {"published": other_day}, {"place": "Veda"}, {"language": "und"}, {"outlet": "Orla"})
    keys = {briefing_key("tiny 1", replace(ARTICLE, **change)) for change in said}
    keys |= {BRIEFING_KEY, briefing_key("tiny 2", ARTICLE), briefing_key("tiny 1", article_of("Hail."))}
    keys.add(briefing_key("tiny 1", ARTICLE, [KnownActor(name="Orla", kind="state")]))
    assert len(keys) == len(said) + 4
    elsewhere = replace(ARTICLE, seed=replace(ARTICLE.seed, path="b.txt"), origin=(), warnings=())
    assert briefing_key("tiny 1", elsewhere) == BRIEFING_KEY
    assert {"seed", "origin", "warnings"} < {field.name for field in fields(Article)}


def test_two_stores_copied_together_serve_both(tmp_path: Path) -> None:
    one, two, both = (tmp_path / name for name in ("one", "two", "both"))
    hail = article_of("Hail.")
    Store(one).put(KEY, PARSE)
    Store(one).put_briefing(BRIEFING_KEY, "code", BRIEFING)
    Store(two).put(parse_key("tiny 1", hail), replace(PARSE, tokens=(replace(TOKEN, text="Hail."),)))
    Store(two).put_briefing(briefing_key("tiny 1", hail), "code", replace(BRIEFING, article=hail))
    for folder in (one, two):
        shutil.copytree(folder, both, dirs_exist_ok=True)
    for article in (ARTICLE, hail):
        assert Store(both).get(parse_key("tiny 1", article), article) is not None
        found = Store(both).briefing(briefing_key("tiny 1", article), "code", article)
        assert found == replace(BRIEFING, article=article)


ENTRIES = [(parse_key(f"tiny {n}", ARTICLE), replace(PARSE, parser=f"tiny {n}")) for n in range(4)]
WRITER = """
import sys
sys.path[:0] = sys.argv[2:]
from test_store import ARTICLE, BRIEFING, ENTRIES, Path, Store

store = Store(Path(sys.argv[1]))
for number in range(400):
    key, parse = ENTRIES[number % 4]
    store.put(key, parse)
    store.put_briefing(key, "code", BRIEFING)
    assert store.get(key, ARTICLE) == parse
    assert store.briefing(key, "code", BRIEFING.article) == BRIEFING
"""


def test_two_processes_may_write_the_same_entries_at_once(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(tmp_path), str(ROOT / "plugins"), str(ROOT / "tests")]
    writers = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    assert [(writer.communicate()[1], writer.returncode) for writer in writers] == [("", 0)] * 2
    names = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())
    assert names == sorted(f"{kind}/{key[:2]}/{key}.json" for kind in ("briefings", "parses") for key, _ in ENTRIES)


def test_the_digest_is_of_every_rule_and_lexicon_and_of_nothing_else(tmp_path: Path) -> None:
    package = tmp_path / "copy"
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "plugins" / "briefings", package, ignore=ignored)
    before = digest(package)
    (package / "site" / "words.py").write_text("", "utf-8")
    (package / "extraction" / "notes.swp").write_text("", "utf-8")
    assert digest(package) == before
    for name in ("model.py", "extraction/quotes/quotes.py", "language/tree.py", "language/lexicon/cues.txt"):
        path = package / name
        path.write_bytes(path.read_bytes() + b"\n")
        after = digest(package)
        assert after != before
        before = after
    assert len(CODE) == 64


TEXT = "Rain fell. It stopped."
WORDS = (
    (0, 4, "Rain", 1),
    (5, 9, "fell", 1),
    (9, 10, ".", 1),
    (11, 13, "It", 4),
    (14, 21, "stopped", 4),
    (21, 22, ".", 4),
)
LONGER = article_of(TEXT)
TOKENS = tuple(
    Token(start=start, end=end, text=text, lemma=text.lower(), pos="X", tag="X", dep="x", head=head)
    for start, end, text, head in WORDS
)
SOUND = Parse(
    parser="tiny 1", tokens=TOKENS, sentences=((0, 3), (3, 6)), entities=(Entity(first=0, last=1, label="X"),)
)


def heads(*numbers: int) -> tuple[Token, ...]:
    return tuple(replace(token, head=head) for token, head in zip(TOKENS, numbers, strict=True))


@pytest.mark.parametrize(
    "change",
    [
        {"tokens": heads(1, 0, 1, 4, 4, 4)},
        {"tokens": heads(1, 2, 0, 4, 4, 4)},
        {"tokens": heads(1, 1, 1, 4, 5, 4)},
        {"tokens": heads(1, 1, 9, 4, 4, 4)},
        {"tokens": heads(1, 1, -1, 4, 4, 4)},
        {"tokens": (*TOKENS[:5], replace(TOKENS[5], end=23))},
        {"tokens": (*TOKENS[:5], replace(TOKENS[5], text="!"))},
        {"tokens": (replace(TOKENS[0], start=-18, end=-14, text="fell"), *TOKENS[1:])},
        {"tokens": (TOKENS[1], TOKENS[0], *TOKENS[2:])},
        {"tokens": ()},
        {"sentences": ((0, 3),)},
        {"sentences": ((0, 3), (4, 6))},
        {"sentences": ((0, 3), (3, 7))},
        {"sentences": ((0, 4), (3, 6))},
        {"sentences": ((0, 3), (3, 3), (3, 6))},
        {"sentences": ()},
        {"entities": (Entity(first=0, last=9, label="X"),)},
        {"entities": (Entity(first=2, last=1, label="X"),)},
        {"entities": (Entity(first=-1, last=1, label="X"),)},
        {"parser": "other 1"},
    ],
)
def test_a_parse_that_fits_no_text_is_a_miss_though_its_checksum_holds(tmp_path: Path, change: dict[str, Any]) -> None:
    store, key = Store(tmp_path), parse_key("tiny 1", LONGER)
    store.put(key, SOUND)
    assert store.get(key, LONGER) == SOUND
    store.put(key, replace(SOUND, **change))
    assert store.get(key, LONGER) is None


QUOTE, MEASURE, ACTOR = BRIEFING.quotes[0], BRIEFING.measures[0], BRIEFING.actors[0]
OUTSIDE = Span(0, 99)


@pytest.mark.parametrize(
    "change",
    [
        {"sentences": (OUTSIDE,)},
        {"sentences": (Span(3, 1),)},
        {"sentences": (Span(-1, 3),)},
        {"sentences": (Span(2, 5), Span(0, 2))},
        {"quotes": (replace(QUOTE, sentence=OUTSIDE),)},
        {"quotes": (replace(QUOTE, content=(OUTSIDE,)),)},
        {"quotes": (replace(QUOTE, cue=(OUTSIDE,)),)},
        {"quotes": (replace(QUOTE, source=Source(actors=("nobody",), span=None)),)},
        {"quotes": (replace(QUOTE, source=Source(actors=(), span=OUTSIDE)),)},
        {"quotes": (QUOTE, QUOTE)},
        {"quotes": (replace(QUOTE, id="m-5e6f7a8b"),)},
        {"quotes": (replace(QUOTE, within="q-0"),)},
        {"quotes": (replace(QUOTE, confidence=7.0),)},
        {"measures": (replace(MEASURE, trigger=OUTSIDE),)},
        {"measures": (replace(MEASURE, tellings=(Telling(trigger=WORD, sentence=OUTSIDE),)),)},
        {"measures": (replace(MEASURE, initiators=("nobody",)),)},
        {"measures": (replace(MEASURE, attribution="nobody"),)},
        {"measures": (replace(MEASURE, date="2031-13"),)},
        {"measures": (replace(MEASURE, date="soon"),)},
        {"measures": (replace(MEASURE, date_span=OUTSIDE),)},
        {"measures": (replace(MEASURE, within="q-0"),)},
        {"actors": (ACTOR, ACTOR)},
        {"actors": (replace(ACTOR, mentions=(replace(ACTOR.mentions[0], span=OUTSIDE),)),)},
        {"actors": (replace(ACTOR, roles=(replace(ACTOR.roles[0], of=("nobody",)),)),)},
        {"actors": (replace(ACTOR, roles=(replace(ACTOR.roles[0], span=OUTSIDE),)),)},
        {"actors": (replace(ACTOR, name="R\u202ea\x1b[1m"),)},
    ],
)
def test_facts_that_fit_no_text_are_a_miss_though_their_checksum_holds(tmp_path: Path, change: dict[str, Any]) -> None:
    store = Store(tmp_path)
    store.put_briefing(BRIEFING_KEY, "code", BRIEFING)
    assert store.briefing(BRIEFING_KEY, "code", ARTICLE) == BRIEFING
    store.put_briefing(BRIEFING_KEY, "code", replace(BRIEFING, **change))
    assert store.briefing(BRIEFING_KEY, "code", ARTICLE) is None


@pytest.mark.parametrize("kind", ["parses", "briefings"])
def test_a_flipped_byte_is_a_miss_wherever_it_stands(tmp_path: Path, kind: str) -> None:
    store = Store(tmp_path)
    store.put(KEY, PARSE)
    store.put_briefing(BRIEFING_KEY, "code", BRIEFING)
    (path,) = (tmp_path / kind).rglob("*.json")
    whole = path.read_bytes()
    for at in range(len(whole)):
        for bit in (1, 4, 32):
            path.write_bytes(whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :])
            found = store.get(KEY, ARTICLE) if kind == "parses" else store.briefing(BRIEFING_KEY, "code", ARTICLE)
            assert found is None, (at, bit)


def test_an_entry_that_is_no_file_is_a_miss_and_hangs_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(KEY, PARSE)
    path = the_file(tmp_path)
    path.unlink()
    os.mkfifo(path)
    assert store.get(KEY, ARTICLE) is None
    path.unlink()
    path.mkdir()
    assert store.get(KEY, ARTICLE) is None


@pytest.mark.parametrize("depth", ["entry", "shelf"])
def test_what_stands_in_the_place_of_an_entry_is_named_and_stays(tmp_path: Path, depth: str) -> None:
    store, place = Store(tmp_path), tmp_path / "parses" / KEY[:2]
    if depth == "entry":
        place = place / f"{KEY}.json"
        place.mkdir(parents=True)
        (place / "mine").touch()
    else:
        place.parent.mkdir()
        place.touch()
    assert store.get(KEY, ARTICLE) is None
    with pytest.raises(StoreShut) as shut:
        store.put(KEY, PARSE)
    assert str(shut.value) == f"the store {tmp_path}: {place} is no entry of it and stands in the way: rm -r {place}"
    assert place.exists()
    assert not list(tmp_path.rglob("*.new"))


def test_the_key_of_a_parse_is_of_its_layout() -> None:
    assert {field.name for noun in (Parse, Token, Entity) for field in fields(noun)} <= set(re.findall(r"\w+", LAYOUT))
