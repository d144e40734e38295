"""What an editor says of one article is read with its lines and replayed; what aims at nothing is a warning."""

import re
from dataclasses import replace
from pathlib import Path

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


def test_a_name_that_the_article_has_not_is_a_warning_and_left_out(briefing: Briefing) -> None:
    found = apply(briefing, corrections(FactCorrection(id="q-00000001", line=7, source=("Paul Orr", "Orla"))))
    assert found.quotes[0].source.actors == ("c1",)
    assert [warning.reason for warning in found.article.warnings] == ["the article has no actor Paul Orr"]


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


@pytest.mark.parametrize("name", ["002.txt.yaml", "001.yaml", "001.txt.yml"])
def test_a_file_that_aims_at_no_seed_is_a_warning(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("seed: {outlet: Orla News}")
    found, (fault,) = read_corrections(tmp_path, {"001.txt"})
    assert found == {}
    assert (fault.path, fault.reason, fault.broken) == (
        (tmp_path / name).as_posix(),
        "there is no seed of that name",
        False,
    )


BAD = {
    "seeds: {}": (1, "unknown key `seeds` in the file", "use one of: seed, copy_of, facts"),
    "seed:\n  date: 2025-05-05": (
        2,
        "unknown key `date` in `seed`",
        "use one of: outlet, section, title, published, url",
    ),
    "seed:\n  published: 5 May": (2, "`5 May` is no day", "write it like 2025-05-05"),
    "seed:\n  published: 2025-02-30": (2, "`2025-02-30` is no day", "write it like 2025-05-05"),
    "seed:\n  encoding: latin-99": (2, "`latin-99` is no encoding", "use one that Python knows"),
    "seed:\n  encoding: hex": (2, "`hex` is no encoding", "use one that Python knows"),
    "seed:\n  title: a: b": (2, "not YAML: mapping values are not allowed here", "see docs/editors.md"),
    'seed:\n  title: "a\n  outlet: b\n': (2, "not YAML: while scanning a quoted scalar", "close the quotation mark"),
    "seed:\n\toutlet: b": (2, "not YAML: while scanning", "indent with spaces, not with a tab"),
    "seed:\n  url: javascript:alert(1)": (
        2,
        "`javascript:alert(1)` is no address of the web",
        "write it like https://",
    ),
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
    assert fault.reason == ("fits seeds/a/x.txt and seeds/b/x.txt: its `seed:` and `copy_of:` count for none of them")
    assert (fault.broken, fault.mend) == (False, "rename the seed that you mean, and this file after it")


def test_what_is_said_of_facts_of_two_seeds_needs_no_choice(twins: Path) -> None:
    assert laid_out(twins, "facts: [{id: q-1a2b3c4d, drop: true}]")[1] == []


def test_the_same_seed_twice_is_corrected_twice(twins: Path) -> None:
    (twins / "seeds" / "b" / "x.txt").write_bytes((twins / "seeds" / "a" / "x.txt").read_bytes())
    assert laid_out(twins, "seed: {outlet: Courier}") == (["Courier", "Courier"], [])


def test_a_seed_that_stands_alone_in_its_name_is_corrected_wherever_it_is(twins: Path) -> None:
    (twins / "seeds" / "b" / "x.txt").rename(twins / "seeds" / "b" / "y.txt")
    assert laid_out(twins, "seed: {outlet: Courier}") == (["Courier", None], [])
