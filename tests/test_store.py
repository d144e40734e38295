"""The store: what was parsed once is never parsed again, and damage is a miss."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefings.language.store import Store, parse_key
from briefings.model import Entity, Parse, Span, Token
from made import article_of

TOKEN = Token(start=0, end=5, text="Rain.", lemma="rain", pos="NOUN", tag="NN", dep="ROOT", head=0)
PARSE = Parse(parser="tiny 1", tokens=(TOKEN,), sentences=((0, 1),), entities=(Entity(first=0, last=1, label="EVENT"),))
KEY = parse_key("tiny 1", article_of("Rain."))


def the_file(folder: Path) -> Path:
    (path,) = folder.rglob("*.json")
    return path


def test_what_was_put_is_what_is_got(tmp_path: Path) -> None:
    Store(tmp_path).put(KEY, PARSE)
    assert Store(tmp_path).get(KEY) == PARSE


def test_an_empty_store_has_nothing(tmp_path: Path) -> None:
    assert Store(tmp_path / "absent").get(KEY) is None


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
    assert store.get(KEY) is None


def test_a_put_mends_a_damaged_entry_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(KEY, PARSE)
    the_file(tmp_path).write_bytes(b"{")
    store.put(KEY, PARSE)
    assert store.get(KEY) == PARSE
    assert [p.suffix for p in tmp_path.rglob("*") if p.is_file()] == [".json"]


def test_the_key_tells_texts_models_and_paragraphs_apart() -> None:
    one = article_of("A storm came.\nIt went.")
    joined = article_of("A storm came. It went.")
    keys = {parse_key("md 1", one), parse_key("md 2", one), parse_key("md 1", joined)}
    assert len(keys) == 3
    assert one.paragraphs == (Span(0, 13), Span(14, 22))
