"""Chains of all briefings become actors; editors have the last word."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.model import Actor, Appearance
from briefings.newsroom.actors.actors import resolve_actors
from briefings.newsroom.actors.roster import Declared, Roster, read_roster
from made_news import KINDS, briefing_of


def actors(*texts: str, declared: Roster | None = None) -> tuple[Actor, ...]:
    return resolve_actors(
        [(f"b{number}", briefing_of(text)) for number, text in enumerate(texts)], declared or Roster()
    )


def ids(*texts: str, declared: Roster | None = None) -> list[str]:
    return [actor.id for actor in actors(*texts, declared=declared)]


def test_an_actor_has_its_name_kind_forms_and_briefings() -> None:
    assert actors("[p President Ann Carver] left. [p Carver] smiled, [p Carver] waved.", "[p Carver] came.") == (
        Actor(
            id="ann-carver",
            name="Ann Carver",
            kind="person",
            aliases=(("Carver", 3), ("Ann Carver", 1)),
            appearances=(Appearance(briefing="b0", chain="c0"), Appearance(briefing="b1", chain="c0")),
        ),
    )


def test_states_are_one_actor_by_the_table() -> None:
    (found,) = actors("[s US] left.", "[s United States] left.", "[s U.S.] left.")
    assert (found.id, found.name, found.kind) == ("united-states", "United States", "state")


def test_a_state_or_organisation_has_its_row_and_its_id_of_wikidata() -> None:
    found = {
        actor.name: (actor.row, actor.wikidata) for actor in actors("[s US] met [o NATO].", "[o Orla Front] left.")
    }
    assert found == {
        "United States": ("United States", "Q30"),
        "North Atlantic Treaty Organization": ("North Atlantic Treaty Organization", "Q7184"),
        "Orla Front": (None, None),
    }


def test_a_person_has_no_row_of_the_tables() -> None:
    (found,) = actors("[p Jordan] left. [p Jordan] said so.")
    assert (found.row, found.wikidata) == (None, None)


def test_an_editors_id_goes_before_the_tables_and_an_alias_finds_the_row() -> None:
    declared = Roster(actors=(CARVER, Declared(name="The Alliance", kind="organisation", aliases=("NATO",))))
    found = {
        actor.name: (actor.row, actor.wikidata) for actor in actors("[p Carver] left [o NATO].", declared=declared)
    }
    assert found["The Alliance"] == ("North Atlantic Treaty Organization", "Q7184")
    own = Roster(actors=(Declared(name="India", kind="state", wikidata="Q42"), CARVER))
    (carver, india) = sorted(actors("[p Ann Carver] left [s India].", declared=own), key=lambda actor: actor.name)
    assert (carver.wikidata, india.row, india.wikidata) == ("Q42", "India", "Q42")


def test_likeness_never_joins() -> None:
    assert ids("[s Niger] left.", "[s Nigeria] left.") == ["niger", "nigeria"]


def test_unnamed_chains_are_no_actors() -> None:
    assert actors("Nobody left.") == ()


def test_kind_goes_by_vote() -> None:
    (found,) = actors("[g Orla Front] left.", "[o Orla Front] met. [o Orla Front] left.")
    assert found.kind == "organisation"


def test_one_article_that_takes_a_body_for_a_person_is_outvoted() -> None:
    (found,) = actors("[p Orla Front] left.", *["[o Orla Front] met. [o Orla Front] left."] * 3)
    assert (found.kind, len(found.appearances)) == ("organisation", 4)


def test_a_person_and_a_place_of_one_name_stay_two_where_neither_leads() -> None:
    assert len(ids("[p Veda] left.", "[l Veda] froze.")) == 2


def test_an_actor_is_called_by_the_form_most_used_among_the_fullest() -> None:
    assert [actor.name for actor in actors("[p ANN CARVER] left.", *["[p Ann Carver] left."] * 2)] == ["Ann Carver"]


CARVER = Declared(name="Ann Carver", kind="person", aliases=("Iron Annie",), slug="carver", wikidata="Q42")


def test_a_declared_actor_gathers_its_aliases_and_keeps_its_slug() -> None:
    declared = Roster(actors=(CARVER,))
    (found,) = actors("[p Iron Annie] left.", "[p Carver] and [p Ann Carver].", declared=declared)
    assert (found.id, found.name, found.kind, len(found.appearances)) == ("carver", "Ann Carver", "person", 2)


def test_a_declared_kind_goes_before_the_vote_and_none_leaves_it() -> None:
    text = "[o Orla Front] left."
    assert actors(text, declared=Roster(actors=(Declared(name="Orla Front", kind="group"),)))[0].kind == "group"
    assert actors(text, declared=Roster(actors=(Declared(name="Orla Front"),)))[0].kind == "organisation"


def test_a_declared_short_name_counts_though_its_article_has_a_full_one() -> None:
    declared = Roster(actors=(Declared(name="Social Democratic Party of Orla", aliases=("SPD",)),))
    (found,) = actors("[o SPD] and [o Social Democrats] left.", "[o SPD] came.", declared=declared)
    assert found.name == "Social Democratic Party of Orla"


def test_same_joins_two_names_under_the_first() -> None:
    declared = Roster(same=(("Ann Carver", "Iron Annie"),))
    (found,) = actors("[p Iron Annie] left.", "[p Ann Carver] left.", declared=declared)
    assert found.name == "Ann Carver"


def test_different_keeps_two_names_apart() -> None:
    texts = ["[p Ann Carver] and [p Carver] left.", "[p Carver] came."]
    assert ids(*texts) == ["ann-carver"]
    assert ids(*texts, declared=Roster(different=(("Ann Carver", "Carver"),))) == ["ann-carver", "carver"]


def test_what_is_not_an_actor_is_left_out() -> None:
    declared = Roster(not_an_actor=("Next Story",))
    assert ids("[p Next Story] and [p Ann Carver].", declared=declared) == ["ann-carver"]


def test_same_in_a_circle_ends() -> None:
    declared = Roster(same=(("Ann Carver", "Iron Annie"), ("Iron Annie", "Ann Carver")))
    assert len(actors("[p Iron Annie] left.", "[p Ann Carver] left.", declared=declared)) >= 1


SAME = {
    "a first name that no article has": ([("Annie Orr", "Ann Carver")], ["[p Ann Carver] left."]),
    "a second name that is written more": (
        [("Annie Orr", "Ann Carver")],
        ["[p Annie Orr] left.", *["[p Ann Carver] left."] * 3],
    ),
    "a fuller form of the first name": (
        [("Annie Orr", "Iron Jane")],
        ["[p Annie B. Orr] left. [p Annie Orr] came.", *["[p Annie B. Orr] left."] * 2, "[p Iron Jane] left."],
    ),
    "the table's other name": ([("Annie Orr", "Myanmar", "Burma")], ["[s Burma] left.", "[s Myanmar] came."]),
    "two kinds": ([("Annie Orr", "Orla Front")], ["[p Annie Orr] left.", "[o Orla Front] met. [o Orla Front] left."]),
    "two kinds in one article": ([("Annie Orr", "Orla Front")], ["[p Annie Orr] met. [o Orla Front] left."]),
    "lines that share a name": (
        [("Ann Carver", "Iron Jane"), ("Annie Orr", "Ann Carver")],
        ["[p Iron Jane] left.", "[p Ann Carver] left.", "[p Annie Orr] left."],
    ),
    "lines in a circle": (
        [("Annie Orr", "Ann Carver"), ("Ann Carver", "Annie Orr")],
        ["[p Ann Carver] left.", "[p Annie Orr] left."],
    ),
    "a short form of the second name": (
        [("Annie Orr", "Paul Carver")],
        ["[p Paul Carver] left. [p Carver] waved.", "[p Carver] left."],
    ),
}


@pytest.mark.parametrize(("same", "texts"), SAME.values(), ids=SAME)
def test_the_first_of_the_same_is_the_name_and_its_slug_the_address(
    same: list[tuple[str, ...]], texts: list[str]
) -> None:
    for ordered in (texts, texts[::-1]):
        found = actors(*ordered, declared=Roster(same=tuple(same)))
        assert [(actor.name, actor.id) for actor in found] == [("Annie Orr", "annie-orr")]


def test_a_name_of_the_table_may_be_the_first() -> None:
    (found,) = actors("[s Myanmar] left.", "[s Burma] left.", declared=Roster(same=(("Burma", "Myanmar"),)))
    assert (found.name, found.id, found.row) == ("Burma", "burma", "Myanmar")


@pytest.mark.parametrize("entry", [Declared(name="Iron Annie", kind="person", slug="annie", wikidata="Q42"), CARVER])
def test_the_first_of_the_same_is_what_the_entry_of_another_says(entry: Declared) -> None:
    declared = Roster(actors=(entry,), same=(("Jane Orr", "Iron Annie"),))
    (found,) = actors("[p Iron Annie] left.", "[p Jane Orr] came.", declared=declared)
    assert (found.name, found.id, found.wikidata, len(found.appearances)) == ("Jane Orr", "jane-orr", "Q42", 2)


def test_the_first_of_the_same_keeps_the_slug_that_its_own_entry_says() -> None:
    declared = Roster(actors=(CARVER,), same=(("Ann Carver", "Jane Orr"),))
    (found,) = actors("[p Iron Annie] left.", "[p Jane Orr] came.", declared=declared)
    assert (found.name, found.id) == ("Ann Carver", "carver")


def test_two_entries_that_are_the_same_are_one_by_the_word_of_the_first() -> None:
    front = Declared(name="Orla Front", kind="organisation", aliases=("OF",), body_of="Orla")
    group = Declared(name="The Orlans", kind="group", wikidata="Q7")
    declared = Roster(actors=(front, group), same=(("The Orlans", "Orla Front"),))
    (found,) = actors("[o OF] left.", "[g The Orlans] came.", declared=declared)
    assert (found.name, found.kind, found.wikidata, found.body_of) == ("The Orlans", "group", "Q7", "Orla")


def test_a_namesake_does_not_take_the_address_of_the_first_of_the_same() -> None:
    found = actors("[p Veda] left. [l Veda] froze.", declared=Roster(same=(("Orla", "Iron Orla"),)))
    assert len(found) == 2
    texts = ["[p Jane Orr] met. [l Janë Orr] froze.", "[p Iron Annie] left."]
    named = {actor.id: actor.name for actor in actors(*texts, declared=Roster(same=(("Jane Orr", "Iron Annie"),)))}
    assert named["jane-orr"] == "Jane Orr"


NAMES = st.lists(st.sampled_from(["Ann", "Paul", "Carver", "Orr", "A.", "WOU", "West", "US"]), min_size=1, max_size=3)
MARKS = st.builds("[{} {}]".format, st.sampled_from(sorted(KINDS)), NAMES.map(" ".join))
TEXTS = st.lists(st.lists(MARKS, max_size=5).map(" ".join), max_size=6)
DECLARED = st.sampled_from([Roster(), Roster(actors=(CARVER,), same=(("Orr", "West"),), different=(("Ann", "Paul"),))])


@given(TEXTS, DECLARED, st.randoms(use_true_random=False))
def test_the_order_of_briefings_never_changes_an_actor(texts: list[str], declared: Roster, random: Random) -> None:
    briefings = [(f"b{number}", briefing_of(text)) for number, text in enumerate(texts)]
    expected = resolve_actors(briefings, declared)
    random.shuffle(briefings)
    assert resolve_actors(briefings, declared) == expected


@given(TEXTS, DECLARED)
def test_every_chain_appears_in_one_actor_and_ids_are_distinct(texts: list[str], declared: Roster) -> None:
    briefings = [(f"b{number}", briefing_of(text)) for number, text in enumerate(texts)]
    found = resolve_actors(briefings, declared)
    chains = [(slug, chain.id) for slug, briefing in briefings for chain in briefing.actors]
    assert sorted((seen.briefing, seen.chain) for actor in found for seen in actor.appearances) == sorted(chains)
    assert len({actor.id for actor in found}) == len(found)


def test_a_roster_is_read_with_its_words_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "actors.yaml"
    path.write_text(
        """
actors:
  - name: Dr No          # stays a word
    kind: person
    aliases: [No, "2025"]
    slug: dr-no
    wikidata: Q42
  - name: Orla
  - name: Keldor
    kind: state
    adjectives: [Keldorian, Keldorians]
    capital: Vessin
  - name: Vessin Harbour Board
    body_of: Keldor
same:
  - [Ann Carver, Iron Annie]
different:
  - [Ann Carver, Paul Carver]
not_an_actor: [Next Story]
"""
    )
    assert read_roster(path) == (
        Roster(
            actors=(
                Declared(name="Dr No", kind="person", aliases=("No", "2025"), slug="dr-no", wikidata="Q42"),
                Declared(name="Orla"),
                Declared(name="Keldor", kind="state", adjectives=("Keldorian", "Keldorians"), capital="Vessin"),
                Declared(name="Vessin Harbour Board", body_of="Keldor"),
            ),
            same=(("Ann Carver", "Iron Annie"),),
            different=(("Ann Carver", "Paul Carver"),),
            not_an_actor=("Next Story",),
        ),
        (),
    )


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "actors:\nsame: []\n"])
def test_an_empty_roster_is_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "actors.yaml"
    path.write_text(text)
    assert read_roster(path) == (Roster(), ())
    assert read_roster(tmp_path / "missing.yaml") == (Roster(), ())


BAD_ROSTERS = {
    "actor: []": (1, "unknown key `actor` in the file", "use one of: actors, same, different, not_an_actor"),
    "- Ann": (1, "the file is no mapping", "write `key: value` lines; keys are actors, same, different, not_an_actor"),
    "actors: Ann": (1, "`actors` is no list", "write each on a line of its own that begins with `- `"),
    "actors:\n- Ann": (2, "an actor is no mapping", "write `key: value` lines; keys are name, kind, aliases"),
    "actors:\n- kind: person": (2, "an actor without a name", "give it a `name:`"),
    "actors:\n- name:": (2, "an actor without a name", "give it a `name:`"),
    'actors:\n- name: "Ann \\uD800"': (2, "`name` has a character that no page can show", "leave out the `\\u…`"),
    'actors:\n- name: "Ann \\a"': (2, "`name` has a character that no page can show", "leave out"),
    "actors:\n- name: [Ann]": (2, "`name` is no text", "write it on one line"),
    "actors:\n- name: Ann\n  kind: ship": (
        3,
        "kind `ship` is unknown",
        "use one of: person, organisation, state, group",
    ),
    "actors:\n- name: Ann\n  name: Eve": (3, "key `name` is written twice in an actor", "keep one of the two"),
    "actors:\n- name: Ann\n  wikidata: 42": (3, "`42` is no Wikidata id", "write it like Q42"),
    "actors:\n- name: Ann\n  kind: person\n  adjectives: [Annish]": (
        4,
        "`adjectives` of what is no state",
        "write `kind: state`, or take it out",
    ),
    "actors:\n- name: Ann\n  capital: Veda": (3, "`capital` of what is no state", "write `kind: state`"),
    "actors:\n- name: Ann\n  slug: Ann C": (3, "`Ann C` is no slug", "write it like ann-c"),
    "actors:\n- name: Ann\n- name: Eve\n  aliases: [ann]": (
        3,
        "`ann` is already a name of Ann",
        "a name belongs to one",
    ),
    "actors:\n- {name: A, slug: a}\n- {name: B, slug: a}": (
        3,
        "slug `a` is already that of A",
        "give one of them another",
    ),
    "actors:\n- name: Ann\n  kind: country": (3, "kind `country` is unknown", "is `state` meant? use one of: person,"),
    "actors:\n- name: Ann\n  kind: organization": (3, "kind `organization` is unknown", "is `organisation` meant? use"),
    "same:\n- [Ann]": (2, "a line of `same` needs two names", "write it like - [Ann Carver, A. Carver]"),
    "same: [Ann, Eve]": (1, "a line of `same` is no list of names", "write it like - [Ann Carver, A. Carver]"),
    "same:\n- [Ann, Eve\n": (2, "not YAML: while parsing a flow sequence", "close the bracket, and put a comma"),
    "actors: [{name: Ann}]\nnot_an_actor: [ann]": (2, "ann is both an actor and none", "take out one of the two"),
    "actors:\n- {name: Board, body_of: board}": (2, "board is called a body of itself", "name whose body it is"),
    "same: [[Ann, Eve]]\ndifferent:\n- [Eve, Ann]": (3, "Eve and Ann are both one actor and different", "take out one"),
    "actors: &a []\nsame: *a": (1, "an anchor or a tag", "write the value out"),
    "actors: !!python/name:os []": (1, "an anchor or a tag", "write the value out"),
    "actors: [": (1, "not YAML: while parsing a flow node", "see docs/editors.md"),
    "actors:\n\t- name: Ann": (
        2,
        "not YAML: while scanning for the next token, found character",
        "indent with spaces, not with a tab",
    ),
    "--- a\n--- b": (2, "not YAML: expected a single document in the stream", "see docs/editors.md"),
    "actors: '\0'": (None, "not YAML: unacceptable character", "see docs/editors.md"),
    "[" * 20_000: (None, "nested too deeply", "see docs/editors.md"),
    "- " * 20_000: (None, "nested too deeply", "see docs/editors.md"),
    "# " + "x" * 300_000: (None, "larger than 256 KB", "split it"),
}


@pytest.mark.parametrize(
    "bad",
    ["{name: !x Foo}", "{name: Foo, aliases: [!x Fu]}", "&a {name: Foo}", "{name: Foo, &a kind: person}", "!x Foo"],
)
def test_an_entry_with_an_anchor_or_a_tag_is_left_out_alone(tmp_path: Path, bad: str) -> None:
    file = tmp_path / "actors.yaml"
    file.write_text(f"actors:\n- name: Ann Carver\n- {bad}\n- name: Orla\nnot_an_actor: [Spring, !x Autumn]\n", "utf-8")
    roster, faults = read_roster(file)
    assert [entry.name for entry in roster.actors] == ["Ann Carver", "Orla"]
    assert roster.not_an_actor == ("Spring",)
    assert [(fault.line, fault.reason, fault.broken) for fault in faults] == [
        (line, "an anchor or a tag", True) for line in (3, 5)
    ]


@pytest.mark.parametrize("text", BAD_ROSTERS, ids=lambda text: text[:40])
def test_a_bad_roster_is_one_fault_that_says_where_what_and_how_to_mend_it(tmp_path: Path, text: str) -> None:
    path = tmp_path / "actors.yaml"
    path.write_text(text)
    _, (fault,) = read_roster(path)
    line, reason, mend = BAD_ROSTERS[text]
    assert (fault.path, fault.line, fault.broken) == (path.as_posix(), line, True)
    assert fault.reason.startswith(reason)
    assert fault.mend.startswith(mend)


@pytest.mark.parametrize(("holder", "told"), [("Keldro", True), ("Keldor", False), ("France", False), ("NATO", False)])
def test_whose_body_it_is_is_doubted_where_nothing_knows_the_name(tmp_path: Path, holder: str, told: bool) -> None:  # noqa: FBT001
    path = tmp_path / "actors.yaml"
    path.write_text(f"actors:\n- {{name: Keldor}}\n- {{name: Harbour Board, body_of: {holder}}}\n")
    roster, faults = read_roster(path)
    assert roster.actors[1].body_of == holder
    expected = [(3, f"`body_of: {holder}`: no table and no entry here knows it", False)]
    assert [(fault.line, fault.reason, fault.broken) for fault in faults] == (expected if told else [])


def test_a_file_with_one_mistake_all_over_is_told_of_it_twenty_times(tmp_path: Path) -> None:
    path = tmp_path / "actors.yaml"
    path.write_text("actors:\n" + "- name: Ann\n" * 1000)
    faults = read_roster(path)[1]
    assert len(faults) == 21
    assert faults[-1].reason == "more is wrong in it"


def test_a_roster_that_is_not_utf_8_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "actors.yaml"
    path.write_bytes(b"actors:\n- name: Zo\xeb\n")
    (fault,) = read_roster(path)[1]
    assert (fault.line, fault.reason) == (2, "not UTF-8")


def test_a_folder_or_link_in_its_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "link.yaml").symlink_to("/etc/passwd")
    for name in ("folder.yaml", "link.yaml"):
        assert read_roster(tmp_path / name)[1][0].reason == "not a regular file"
