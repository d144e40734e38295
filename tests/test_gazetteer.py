"""Names that are known beforehand: the tables', and before them those that an editor declares."""

from collections.abc import Sequence

from briefings.extraction.briefing import brief
from briefings.language.gazetteer import TABLES, Gazetteer, mentioned
from briefings.model import Briefing, KnownActor
from conftest import ParseText
from made import article_of

KELDOR = KnownActor(
    name="Keldor",
    kind="state",
    aliases=("Republic of Keldor",),
    adjectives=("Keldorian", "Keldorians"),
    capitals=("Vessin",),
)
CARVER = KnownActor(name="Ann Carver", kind="person", aliases=("Iron Annie",))
SALT_WIND = KnownActor(name="Salt Wind", kind="group")


def briefing(parse_text: ParseText, text: str, known: Sequence[KnownActor] = (KELDOR, CARVER, SALT_WIND)) -> Briefing:
    return brief(article_of(text), parse_text(text).parse, known)


def actors(found: Briefing) -> dict[str, tuple[str, list[str]]]:
    """Name → kind and the words of the mentions."""
    text = found.article.text
    return {
        chain.name: (chain.kind, [text[slice(*mention.span)] for mention in chain.mentions])
        for chain in found.actors
        if chain.named
    }


def test_a_declared_state_has_its_adjective_demonym_and_capital() -> None:
    gazetteer = Gazetteer([KELDOR])
    assert (found := gazetteer.state_of("Keldor")) is not None
    assert found.name == "Keldor"
    assert gazetteer.state_of("Republic of Keldor") == found
    assert gazetteer.state_of_adjective("Keldorians") == found
    assert gazetteer.state_of_capital("Vessin") == found
    assert TABLES.state_of_adjective("Keldorian") is None


def test_the_tables_still_count_where_nothing_is_declared() -> None:
    gazetteer = Gazetteer([KELDOR])
    assert gazetteer.state_of_adjective("Norwegian") == TABLES.state_of_adjective("Norwegian") is not None
    assert gazetteer.state_of_capital("Oslo") == TABLES.state_of_capital("Oslo") is not None


def test_an_editors_word_goes_before_the_tables() -> None:
    norway = KnownActor(name="Kingdom of Norway", kind="state", aliases=("Norway",), adjectives=("Norwegian",))
    assert (found := Gazetteer([norway]).state_of_adjective("Norwegian")) is not None
    assert found.name == "Kingdom of Norway"


def test_the_government_and_the_people_of_a_declared_state_are_the_state(parse_text: ParseText) -> None:
    found = briefing(parse_text, "The Keldorian government said no. Keldorian President Mira Sand thanked the town.")
    assert actors(found)["Keldor"] == ("state", ["The Keldorian government", "Keldorian"])
    (role,) = next(chain.roles for chain in found.actors if chain.name == "Mira Sand")
    assert (role.role, role.of) == ("President", ("keldor",))


def test_a_capital_that_acts_is_its_declared_state(parse_text: ParseText) -> None:
    found = briefing(parse_text, "The Keldorians will vote in May. Vessin said it was ready.")
    assert actors(found)["Keldor"] == ("state", ["Vessin"])
    assert [quote.source.actors for quote in found.quotes] == [("keldor",)]


def test_aliases_of_a_declared_actor_are_one_actor(parse_text: ParseText) -> None:
    found = briefing(parse_text, "Iron Annie resigned on Friday. Carver was tired. Ann Carver had led the harbour.")
    assert actors(found) == {"Ann Carver": ("person", ["Iron Annie", "Carver", "Ann Carver"])}


def test_a_declared_group_is_an_actor_whatever_it_looks_like(parse_text: ParseText) -> None:
    assert list(actors(briefing(parse_text, "Salt Wind attacked the port."))) == ["Salt Wind"]


def test_a_word_of_the_language_is_no_name_though_it_is_declared(parse_text: ParseText) -> None:
    no = KnownActor(name="Dr No", kind="person", aliases=("No",))
    assert actors(briefing(parse_text, "No ship left the harbour.", [no])) == {}


def test_what_is_declared_of_others_changes_nothing_in_an_article(parse_text: ParseText) -> None:
    text = "Norway and Denmark signed a treaty on Friday. Both countries will pay."
    assert briefing(parse_text, text) == briefing(parse_text, text, ())
    assert mentioned([KELDOR, CARVER], text) == ()
    assert mentioned([KELDOR, CARVER], "Keldorian ships left.") == (KELDOR,)
