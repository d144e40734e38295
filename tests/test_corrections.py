"""What an editor says of one article is read with its lines and replayed; what aims at nothing is a warning."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefings.model import Briefing, Fault, Measure, Quote, Source, Span, Telling
from briefings.newsroom.actors.roster import Roster, read_roster
from briefings.newsroom.editing.corrections import (
    RULE,
    CopyCorrection,
    Corrections,
    FactCorrection,
    apply,
    read_corrections,
)
from briefings.newsroom.editing.desk import lay_out
from briefings.newsroom.editing.seedless import seedless
from briefings.seeds.overriding import Override
from made import PAPER, ROOT
from made_build import sow
from made_news import briefing_of

SENTENCE = Span(0, 60)


def quote(fact: str, *actors: str, within: str | None = None) -> Quote:
    return Quote(
        id=fact,
        kind="direct",
        source=Source(actors=actors, span=Span(0, 10)),
        cue=(Span(11, 15),),
        content=(Span(16, 30),),
        sentence=SENTENCE,
        within=within,
        rule="made",
        confidence=0.5,
    )


def measure(fact: str, *initiators: str, within: str | None = None) -> Measure:
    return Measure(
        id=fact,
        type="AID",
        status="taken",
        initiators=initiators,
        targets=("c1",),
        instrument=None,
        trigger=Span(3, 9),
        sentence=SENTENCE,
        tellings=(Telling(trigger=Span(3, 9), sentence=SENTENCE),),
        date=None,
        date_span=None,
        date_inferred=False,
        place=None,
        attribution=None,
        hedged=False,
        within=within,
        rule="made",
        confidence=0.5,
    )


@pytest.fixture
def briefing() -> Briefing:
    """Ann Carver is c0, Orla c1; a quote, one within it, and a measure that it reports."""
    return replace(
        briefing_of("[p Ann Carver] told [s Orla] that [p Carver] had sent bread."),
        quotes=(quote("q-00000001", "c0"), quote("q-00000002", "c1", within="q-00000001")),
        measures=(measure("m-00000001", "c0", within="q-00000001"),),
    )


def corrections(*facts: FactCorrection) -> Corrections:
    return Corrections(path="content/corrections/made.txt.yaml", seed=Override(), facts=facts)


def test_nothing_said_changes_nothing(briefing: Briefing) -> None:
    assert apply(briefing, corrections()) == briefing


def test_a_dropped_quote_goes_and_what_stood_within_it_stands_by_itself(briefing: Briefing) -> None:
    found = apply(briefing, corrections(FactCorrection(id="q-00000001", line=1, drop=True)))
    assert [(fact.id, fact.within) for fact in found.quotes] == [("q-00000002", None)]
    assert [(fact.id, fact.within) for fact in found.measures] == [("m-00000001", None)]


def test_a_dropped_measure_goes(briefing: Briefing) -> None:
    assert apply(briefing, corrections(FactCorrection(id="m-00000001", line=1, drop=True))).measures == ()


def test_a_corrected_source_is_an_actor_of_the_article_and_certain(briefing: Briefing) -> None:
    found = apply(briefing, corrections(FactCorrection(id="q-00000001", line=1, source=("Orla", "President Carver"))))
    assert found.quotes[0] == replace(
        briefing.quotes[0], source=Source(actors=("c1", "c0"), span=Span(0, 10)), rule=RULE, confidence=1.0
    )
    assert found.article.warnings == ()


def test_an_empty_source_is_nobody(briefing: Briefing) -> None:
    assert (
        apply(briefing, corrections(FactCorrection(id="q-00000001", line=1, source=()))).quotes[0].source.actors == ()
    )


def test_a_corrected_measure_changes_only_what_is_said(briefing: Briefing) -> None:
    fact = FactCorrection(id="m-00000001", line=1, type="CONSULT", status="planned", targets=())
    assert apply(briefing, corrections(fact)).measures[0] == replace(
        briefing.measures[0], type="CONSULT", status="planned", targets=(), rule=RULE, confidence=1.0
    )


def test_replaying_twice_is_replaying_once(briefing: Briefing) -> None:
    said = corrections(
        FactCorrection(id="m-00000001", line=1, initiators=("Orla",)),
        FactCorrection(id="q-00000001", line=2, source=("Orla",)),
    )
    assert apply(apply(briefing, said), said) == apply(briefing, said)


def test_a_fact_that_is_gone_is_a_warning_with_its_line(briefing: Briefing) -> None:
    (warning,) = apply(briefing, corrections(FactCorrection(id="q-0000dead", line=7, drop=True))).article.warnings
    assert (warning.path, warning.line, warning.broken) == ("content/corrections/made.txt.yaml", 7, False)
    assert warning.reason == "the article has no fact q-0000dead"


def test_a_side_with_a_name_that_the_article_has_not_stays_as_it_was_found(briefing: Briefing) -> None:
    found = apply(briefing, corrections(FactCorrection(id="q-00000001", line=7, source=("Paul Orr", "Orla"))))
    assert (found.quotes, found.measures) == (briefing.quotes, briefing.measures)
    (warning,) = found.article.warnings
    assert (warning.line, warning.broken) == (7, False)
    assert warning.reason == "the article has no actor Paul Orr: the fact's `source` stays as it was found"
    assert warning.mend == "use a name as the briefing's who's who has it"


def test_a_misspelt_name_is_told_with_the_one_that_is_meant(briefing: Briefing) -> None:
    fact = FactCorrection(id="m-00000001", line=3, initiators=("Ann Carvre",), targets=("Orlla",))
    found = apply(briefing, corrections(fact))
    assert found.measures == briefing.measures
    assert [warning.mend.partition("? ")[0] for warning in found.article.warnings] == [
        "is Ann Carver meant",
        "is Orla meant",
    ]


def test_what_else_is_said_of_a_fact_holds_beside_a_misspelt_name(briefing: Briefing) -> None:
    fact = FactCorrection(id="m-00000001", line=3, status="planned", initiators=("Orla",), targets=("Ann Carvre",))
    assert apply(briefing, corrections(fact)).measures[0] == replace(
        briefing.measures[0], status="planned", initiators=("c1",), rule=RULE, confidence=1.0
    )
    dropped = FactCorrection(id="q-00000001", line=4, drop=True, source=("Ann Carvre",))
    assert [fact.id for fact in apply(briefing, corrections(dropped)).quotes] == ["q-00000002"]


def test_corrections_are_read_by_the_file_name_of_their_seed(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("no correction")
    (tmp_path / "001.txt.yaml").write_text(
        """
seed:
  outlet: No News
  published: 2025-05-05
  encoding: cp1252
facts:
  - id: q-1a2b3c4d
    drop: true
  - {id: m-1a2b3c4d, type: AID, status: planned, initiators: [Ann Carver], targets: []}
"""
    )
    found, faults = read_corrections(tmp_path, {"001.txt"})
    assert faults == ()
    assert found == {
        "001.txt": Corrections(
            path=(tmp_path / "001.txt.yaml").as_posix(),
            seed=Override(outlet="No News", published="2025-05-05", encoding="cp1252"),
            facts=(
                FactCorrection(id="q-1a2b3c4d", line=7, drop=True),
                FactCorrection(
                    id="m-1a2b3c4d", line=9, type="AID", status="planned", initiators=("Ann Carver",), targets=()
                ),
            ),
        )
    }


def test_no_folder_is_no_corrections(tmp_path: Path) -> None:
    assert read_corrections(tmp_path / "missing", {"001.txt"}) == ({}, ())


def seeds_and_corrections(folder: Path, seeds: Mapping[str, str], corrections: Iterable[str]) -> list[Fault]:
    """What is told of the `corrections` (names of files) beside these seeds."""
    for name in ("seeds", "content/corrections"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, text in seeds.items():
        (folder / "seeds" / name).write_text(text, "utf-8")
    for name in corrections:
        (folder / "content" / "corrections" / name).write_text("seed: {outlet: Orla News}")
    return list(seedless(folder / "content", [folder / "seeds"]))


ENTRY = "<item><title>{0}</title><description>{1}</description></item>"
FEED = '<rss version="2.0"><channel><title>The Orla Post</title>{0}</channel></rss>'


def test_an_entry_of_a_feed_or_a_whole_seed_is_left_out_where_an_editor_says_so(tmp_path: Path) -> None:
    whole = " ".join(f"Ann Carver opened bridge {number} of Orla on Monday." for number in range(20))
    entries = "".join(ENTRY.format(f"Bridge {words[:4]}", words) for words in (whole, "More inside.", "Two words."))
    seeds = {"a.xml": FEED.format(entries), "b.txt": whole, "c.txt": ""}
    list(seeds_and_corrections(tmp_path, seeds, []))
    folders: dict[str, Any] = {"content": tmp_path / "content", "base": tmp_path}
    desk = lay_out([tmp_path / "seeds"], **folders)
    assert [article.seed.path for article in desk.articles] == ["seeds/a.xml#1", "seeds/b.txt"]
    assert [fault.path for fault in desk.faults] == ["seeds/a.xml#2", "seeds/a.xml#3", "seeds/c.txt"]
    for name in ("a.xml#2", "a.xml#3", "b.txt", "c.txt"):
        (tmp_path / "content" / "corrections" / f"{name}.yaml").write_text("left_out: true\n")
    desk = lay_out([tmp_path / "seeds"], **folders)
    assert ([article.seed.path for article in desk.articles], desk.faults) == (["seeds/a.xml#1"], ())
    (tmp_path / "content" / "corrections" / "a.xml#2.yaml").write_text("left_out: false\n")
    assert [fault.path for fault in lay_out([tmp_path / "seeds"], **folders).faults] == ["seeds/a.xml#2"]


@pytest.mark.parametrize("name", ["002.txt.yaml", "002.yaml", "002.txt.yml", "00.txt.yaml"])
def test_a_file_that_aims_at_no_seed_is_a_warning_and_not_read(tmp_path: Path, name: str) -> None:
    (fault,) = seeds_and_corrections(tmp_path, {"001.txt": "x"}, [name])
    path = tmp_path / "content" / "corrections" / name
    assert (fault.path, fault.reason, fault.broken) == (path.as_posix(), "there is no seed of that name", False)
    assert fault.mend == "name the file after its seed, with `.yaml` behind: 001.txt.yaml; or delete it"
    assert read_corrections(path.parent, {"001.txt"}) == ({}, ())


@pytest.mark.parametrize(
    ("seed", "name", "mend"),
    [
        ("001.html", "001.txt.yaml", "is 001.html its seed now? name it 001.html.yaml; or delete it"),
        ("001.txt", "001.yaml", "is 001.txt its seed now? name it 001.txt.yaml; or delete it"),
        ("001.txt", "001.txt.yml", "is 001.txt its seed now? name it 001.txt.yaml; or delete it"),
        ("a.rss", "a.xml#2.yaml", "is a.rss its seed now? name it a.rss#2.yaml; or delete it"),
    ],
)
def test_the_seed_that_a_correction_means_is_named_by_its_name(tmp_path: Path, seed: str, name: str, mend: str) -> None:
    assert [fault.mend for fault in seeds_and_corrections(tmp_path, {seed: "x", "b.txt": "y"}, [name])] == [mend]


def test_no_seed_is_guessed_of_two_nor_one_that_has_corrections(tmp_path: Path) -> None:
    (fault,) = seeds_and_corrections(tmp_path, {"001.html": "x"}, ["001.txt.yaml", "001.html.yaml"])
    assert "its seed now" not in fault.mend
    (tmp_path / "content" / "corrections" / "001.html.yaml").unlink()
    (fault,) = seeds_and_corrections(tmp_path, {"001.md": "y"}, [])
    assert "its seed now" not in fault.mend


def test_a_renamed_seed_that_was_published_is_known_by_its_bytes(tmp_path: Path) -> None:
    digest = hashlib.sha256(b"Bridge opens").hexdigest()
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "urls.csv").write_text(
        f"url,kind,stands_for\nbriefings/bridge/,briefing,{digest} 2031-05-05; seeds/001.txt\n"
    )
    seeds = {"bridge.txt": "Bridge opens", "001.html": "another"}
    (fault,) = seeds_and_corrections(tmp_path, seeds, ["001.txt.yaml"])
    assert fault.mend == "is bridge.txt its seed now? name it bridge.txt.yaml; or delete it"


BAD = {
    "seeds: {}": (1, "unknown key `seeds` in the file", "use one of: seed, left_out, copy_of, facts"),
    "seed:\n  date: 2025-05-05": (
        2,
        "unknown key `date` in `seed`",
        "use one of: outlet, section, title, published, url",
    ),
    "seed:\n  published: 5 May": (2, "`5 May` is no day", "write it like 2025-05-05"),
    "seed:\n  published: 2025-02-30": (2, "`2025-02-30` is no day", "write it like 2025-05-05"),
    "seed:\n  encoding: latin-99": (2, "`latin-99` is no encoding", "use one that Python knows"),
    "seed:\n  encoding: hex": (2, "`hex` is no encoding", "use one that Python knows"),
    "seed:\n  title: Brill: mayor stays": (
        2,
        "not YAML: a colon within a value",
        'put the value in quotation marks: `title: "Brill: mayor stays"`',
    ),
    "seed:\n  outlet: a\n    title: b": (3, "not YAML: a line that does not fit the one above", "indent it like the"),
    "seed:\n  outlet a\n  title: b": (3, "not YAML: a line that does not fit the one above", "indent it like the"),
    "seed:\n  outlet: a\n title: b": (3, "not YAML: a line that does not fit the one above", "indent it like the"),
    "facts:\n  - id: q-1a2b3c4d\n  drop: true": (3, "not YAML: a line that does not fit", "indent it like the"),
    "seed:\n  outlet: a\n  - b": (3, "not YAML: a line that does not fit the one above", "indent it like the"),
    "facts:\n- id: q-1a2b3c4d\n  source: - Orla": (
        3,
        "not YAML: a list on the line of its key",
        "write each `- ` on",
    ),
    "seed:\n  outlet: a\n  title\n": (3, "not YAML: a line without a colon", "write it like `key: value`"),
    "seed:\n  title: 'it's'": (2, "not YAML: a value goes on behind its quotation mark", "put all of it in double"),
    "seed:\n  title: @a": (
        2,
        "not YAML: while scanning for the next token, found character '@'",
        "see docs/editors.md",
    ),
    'seed:\n  title: "a\n  outlet: b\n': (2, "not YAML: while scanning a quoted scalar", "close the quotation mark"),
    "seed:\n\toutlet: b": (2, "not YAML: while scanning", "indent with spaces, not with a tab"),
    "seed:\n  url: javascript:alert(1)": (
        2,
        "`javascript:alert(1)` is no address of the web",
        "write it like https://",
    ),
    "left_out: yes": (1, "left_out `yes` is unknown", "use one of: true, false"),
    "facts: none": (1, "`facts` is no list", "write each on a line of its own"),
    "facts:\n- drop: true": (2, "a fact without its id", "write the id that its link ends in"),
    "facts:\n- id: q-1": (2, "a fact without its id", "write the id that its link ends in"),
    "facts:\n- id: q-1a2b3c4d\n  drop: yes": (3, "drop `yes` is unknown", "use one of: true, false"),
    "facts:\n- id: q-1a2b3c4d\n  status: taken": (3, "`status` is no field of a quote", "use one of: id, drop, source"),
    "facts:\n- id: m-1a2b3c4d\n  source: [Ann]": (3, "`source` is no field of a measure", "use one of: id, drop, type"),
    "facts:\n- id: m-1a2b3c4d\n  status: done": (
        3,
        "status `done` is unknown",
        "use one of: taken, announced, planned",
    ),
    "facts:\n- id: m-1a2b3c4d\n  type: HELP": (3, "type `HELP` is unknown", "use one of: AGREE, CONSULT"),
    "facts:\n- id: m-1a2b3c4d\n  targets: Orla": (3, "`targets` is no list", "write each on a line of its own"),
    "facts:\n- id: q-1a2b3c4d\n- id: q-1a2b3c4d": (3, "`q-1a2b3c4d` is corrected twice", "put all that is said of it"),
}


@pytest.mark.parametrize("text", BAD)
def test_a_bad_correction_is_one_fault_that_says_where_what_and_how_to_mend_it(tmp_path: Path, text: str) -> None:
    path = tmp_path / "001.txt.yaml"
    path.write_text(text)
    _, (fault,) = read_corrections(tmp_path, {"001.txt"})
    line, reason, mend = BAD[text]
    assert (fault.path, fault.line, fault.broken) == (path.as_posix(), line, True)
    assert fault.reason.startswith(reason)
    assert fault.mend.startswith(mend)


def test_a_file_that_is_not_utf_8_is_told_how_to_become_so(tmp_path: Path) -> None:
    (tmp_path / "001.txt.yaml").write_bytes(b"seed:\n  outlet: Caf\xe9\n")
    _, (fault,) = read_corrections(tmp_path, {"001.txt"})
    assert (fault.line, fault.reason) == (2, "not UTF-8")
    assert fault.mend.startswith("save it as UTF-8, for example: iconv -f WINDOWS-1252 -t UTF-8 ")


def test_a_faulty_field_leaves_the_others_in_force(tmp_path: Path) -> None:
    (tmp_path / "001.txt.yaml").write_text(
        "seed: {outlet: Orla News, published: soon}\nfacts:\n- id: q-1a2b3c4d\n  drop: true"
    )
    found, faults = read_corrections(tmp_path, {"001.txt"})
    assert found["001.txt"].seed == Override(outlet="Orla News")
    assert found["001.txt"].facts == (FactCorrection(id="q-1a2b3c4d", line=3, drop=True),)
    assert len(faults) == 1


@pytest.mark.parametrize(
    ("text", "copy_of"),
    [
        ("copy_of: no", CopyCorrection(seed=None, line=1)),
        ("facts: []\ncopy_of: a.txt", CopyCorrection(seed="a.txt", line=2)),
        ("copy_of:", None),
        ("facts: []", None),
    ],
)
def test_it_says_whose_copy_an_article_is(tmp_path: Path, text: str, copy_of: CopyCorrection | None) -> None:
    (tmp_path / "001.txt.yaml").write_text(text)
    found, faults = read_corrections(tmp_path, {"001.txt"})
    assert (found["001.txt"].copy_of, faults) == (copy_of, ())


def test_the_examples_in_the_handbook_are_right(tmp_path: Path) -> None:
    handbook = (ROOT / "docs" / "editors.md").read_text("utf-8")
    *copies, article, roster = re.findall(r"^```yaml\n(.*?)^```", handbook, re.MULTILINE | re.DOTALL)
    (tmp_path / "corrections").mkdir()
    (tmp_path / "actors.yaml").write_text(roster)
    for text, facts in ((article, 3), *((text, 0) for text in copies)):
        (tmp_path / "corrections" / "001.txt.yaml").write_text(text)
        found, faults = read_corrections(tmp_path / "corrections", {"001.txt"})
        assert (len(found["001.txt"].facts), faults) == (facts, ())
        assert found["001.txt"].copy_of is not None
    assert read_roster(tmp_path / "actors.yaml")[1] == ()


def test_the_repositorys_own_files_are_right() -> None:
    assert read_roster(PAPER / "content" / "actors.yaml") == (Roster(), ())


@pytest.fixture
def twins(tmp_path: Path) -> Path:
    """Two seeds of one name, of which an editor corrects one."""
    for folder, who in (("a", "Ann Carver"), ("b", "Paul Orr")):
        sow(tmp_path / "seeds" / folder, x=f"{who} opens the bridge\n\n{who} said: “It is open.” " * 9)
    (tmp_path / "content" / "corrections").mkdir(parents=True)
    return tmp_path


def laid_out(paper: Path, said: str) -> tuple[list[str | None], list[Fault]]:
    (paper / "content" / "corrections" / "x.txt.yaml").write_text(said, "utf-8")
    desk = lay_out([paper / "seeds"], content=paper / "content", base=paper)
    return [article.outlet for article in desk.articles], [each for each in desk.faults if "x.txt.yaml" in each.path]


@pytest.mark.parametrize(
    "said", ["seed: {outlet: Courier}", "copy_of: no", "seed: {published: 2031-05-04}\ncopy_of: no"]
)
def test_what_fits_two_seeds_counts_for_neither_and_says_so(twins: Path, said: str) -> None:
    outlets, (fault,) = laid_out(twins, said)
    assert outlets == [None, None]
    assert fault.reason == (
        "fits seeds/a/x.txt and seeds/b/x.txt: none of them gets its `seed:`, `copy_of:` and `left_out:`"
    )
    assert (fault.broken, fault.mend) == (False, "rename the seed that you mean, and this file after it")


def test_what_is_said_of_facts_of_two_seeds_needs_no_choice(twins: Path) -> None:
    assert laid_out(twins, "facts: [{id: q-1a2b3c4d, drop: true}]")[1] == []


def test_the_same_seed_twice_is_corrected_twice(twins: Path) -> None:
    (twins / "seeds" / "b" / "x.txt").write_bytes((twins / "seeds" / "a" / "x.txt").read_bytes())
    assert laid_out(twins, "seed: {outlet: Courier}") == (["Courier", "Courier"], [])


def test_a_seed_that_stands_alone_in_its_name_is_corrected_wherever_it_is(twins: Path) -> None:
    (twins / "seeds" / "b" / "x.txt").rename(twins / "seeds" / "b" / "y.txt")
    assert laid_out(twins, "seed: {outlet: Courier}") == (["Courier", None], [])
