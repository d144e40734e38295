"""The record and the words of a briefing: the documented shape, and what an editor reads."""

import json
import runpy

from briefings.model import Briefing, Chain, Measure, Mention, Quote, Role, Source, Span, Telling
from briefings.site.data.export import record
from briefings.site.data.record_shape import RECORD_SCHEMA, schema_file
from briefings.site.terminal.show import in_words
from made import ROOT, article_of

TEXT = "Ruvania expelled two Moldorian envoys on Monday. She called it “just”, Minister Ada Quill said."
FIRST, SECOND = Span(0, 48), Span(49, 95)


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def actor(chain_id: str, name: str, words: str, **more: object) -> Chain:
    fields = {"kind": "state", "roles": (), "named": True} | more
    mention = Mention(span=span(words), form="name", head=0, rule="made")
    return Chain(id=chain_id, name=name, aliases=(), mentions=(mention,), **fields)  # type: ignore[arg-type]


QUILL_ROLE = Role(role="Minister", of=("ruvania",), span=span("Minister"), rule="made", confidence=0.9)
BRIEFING = Briefing(
    article=article_of(TEXT),
    parser="tiny 1",
    sentences=(FIRST, SECOND),
    actors=(
        actor("ruvania", "Ruvania", "Ruvania"),
        actor("moldor", "Moldor", "Moldorian"),
        actor("ada-quill", "Ada Quill", "Ada Quill", kind="person", roles=(QUILL_ROLE,)),
    ),
    quotes=(
        Quote(
            id="q-1",
            kind="mixed",
            source=Source(actors=("ada-quill",), span=span("She")),
            cue=(span("said"),),
            content=(span("called it “just”"),),
            sentence=SECOND,
            within=None,
            rule="made",
            confidence=0.9,
        ),
    ),
    measures=(
        Measure(
            id="m-1",
            type="SANCTION",
            status="taken",
            initiators=("ruvania",),
            targets=("moldor",),
            instrument="two Moldorian envoys",
            trigger=span("expelled"),
            sentence=FIRST,
            tellings=(Telling(trigger=span("expelled"), sentence=FIRST),),
            date="2031-03-03",
            date_span=span("on Monday"),
            date_inferred=True,
            place=None,
            attribution="ada-quill",
            hedged=True,
            within="q-1",
            rule="made",
            confidence=0.8,
        ),
    ),
)


def test_a_record_has_the_documented_keys_and_survives_json() -> None:
    made = json.loads(json.dumps(record(BRIEFING)))
    assert list(made) == ["schema", "seed", "title", "text", "origin", "sentences", "actors", "quotes", "measures"]
    assert made["schema"] == RECORD_SCHEMA
    assert made["seed"]["parser"] == "tiny 1"
    assert made["text"] == TEXT
    assert made["actors"][2]["roles"] == [
        {"role": "Minister", "of": ["ruvania"], "span": list(span("Minister")), "rule": "made", "confidence": 0.9}
    ]
    assert made["quotes"][0]["source"] == {"actors": ["ada-quill"], "span": [49, 52]}
    assert made["measures"][0]["mentions"] == [{"trigger": [8, 16], "sentence": [0, 48]}]
    assert made["measures"][0]["date_span"] == list(span("on Monday"))


def test_version_1_is_what_version_2_holds_without_what_it_added() -> None:
    as_version_1 = runpy.run_path(str(ROOT / "scripts" / "as_version_1.py"))["as_version_1"]
    made = json.loads(json.dumps(record(BRIEFING)))
    old = as_version_1(made)
    assert old["schema"] == "briefings/record/1"
    assert list(old) == list(made)
    assert old["actors"][2]["roles"] == [{"role": "Minister", "of": ["ruvania"], "span": list(span("Minister"))}]
    assert old["quotes"] == made["quotes"]
    added = {"instrument_found", "place_found"}
    assert old["measures"] == [{key: one[key] for key in one if key not in added} for one in made["measures"]]


def test_the_schema_of_records_is_what_the_script_writes() -> None:
    assert (ROOT / "docs" / "record.schema.json").read_bytes() == schema_file(), "run scripts/write_schema.py"


def test_the_words_name_who_did_what_with_every_doubt() -> None:
    words = in_words(BRIEFING)
    assert "Ada Quill (person, 1×): Minister of Ruvania" in words
    assert "s2 She → Ada Quill said:\n     called it “just”" in words
    assert "s1 SANCTION taken: Ruvania → Moldor" in words
    assert "“expelled”, by two Moldorian envoys, on 2031-03-03 (inferred), hedged, according to Ada Quill" in words
    assert "within q-1" in words
