"""The tables of states and organisations: canonical form, and the facts that are easily wrong."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain

import pytest

from briefings.language.lexicon import FOLDER
from briefings.language.naming.written import compared
from briefings.language.tables import (
    organisation_of,
    organisations,
    state_of,
    state_of_adjective,
    state_of_capital,
    state_of_metonym,
    states,
)


def repeated(words: "chain[str] | list[str]") -> list[str]:
    return [word for word, count in Counter(words).items() if count > 1]


def test_rows_are_sorted_by_name() -> None:
    for names in ([s.name for s in states()], [o.name for o in organisations()]):
        assert names == sorted(names)


def test_values_in_a_cell_are_sorted() -> None:
    cells = [cell for s in states() for cell in (s.aliases, s.adjectives, s.capitals, s.metonyms)]
    cells += [cell for o in organisations() for cell in (o.aliases, o.acronyms)]
    assert [cell for cell in cells if list(cell) != sorted(cell)] == []


def test_no_word_stands_for_two_states() -> None:
    assert repeated([word for s in states() for word in (s.name, *s.aliases)]) == []
    assert repeated([word for s in states() for word in s.adjectives]) == []
    assert repeated([word for s in states() for word in (*s.capitals, *s.metonyms)]) == []


def test_no_word_stands_for_two_organisations_or_for_a_state_and_an_organisation() -> None:
    words = [word for o in organisations() for word in (o.name, *o.acronyms, *o.aliases)]
    assert repeated(words) == []
    assert [word for word in words if state_of(word)] == []


def test_no_two_rows_are_one_to_the_comparing_of_names() -> None:
    rows: dict[Sequence[str], set[str]] = defaultdict(set)
    for state in states():
        for word in (state.name, *state.aliases, *state.adjectives):
            rows[compared(word, "body")].add(state.name)
    for body in organisations():
        for word in (body.name, *body.aliases, *body.acronyms):
            rows[compared(word, "body")].add(body.name)
    assert [names for names in rows.values() if len(names) > 1] == []


def test_codes_and_wikidata_ids_are_well_formed_and_given_once() -> None:
    codes = [s.code for s in states() if s.code]
    assert all(len(code) == 2 and code.isupper() for code in codes)
    assert repeated(codes) == []
    ids = [row.wikidata for row in (*states(), *organisations()) if row.wikidata]
    assert [i for i in ids if not re.fullmatch(r"Q[1-9]\d*", i)] == []
    assert repeated(ids) == []


@pytest.mark.parametrize("name", ["states", "organisations"])
def test_a_table_is_written_in_one_form(name: str) -> None:
    lines = (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    rows = [line for line in lines if line and not line.startswith("#")]
    assert [row for row in rows if row != " | ".join(cell.strip() for cell in row.split("|")).rstrip()] == []
    cells = [cell for row in rows for cell in row.split(" | ") if ";" in cell]
    assert [cell for cell in cells if cell != "; ".join(part.strip() for part in cell.split(";"))] == []


def test_a_kind_is_one_of_those_that_the_head_of_the_table_names() -> None:
    head = (FOLDER / "organisations.txt").read_text("utf-8").partition("# kind: ")[2].partition(".")[0]
    kinds = {kind.strip("# \n") for kind in head.split(",")}
    assert {o.kind for o in organisations()} == kinds


@pytest.mark.parametrize(
    "word",
    [
        "Democratic Party", "Social Democratic Party", "Labour Party", "Conservative Party", "National Front",
        "Justice and Development Party", "House of Commons", "House of Representatives", "Bundesrat", "Politburo",
        "Ministry of Defence", "National Security Council", "Department of Justice", "National Liberation Army",
        "CBI", "ICC", "INC", "PA", "PPP", "PTI", "RSF", "SDF", "SPD", "Security Service",
    ],
)  # fmt: skip
def test_a_name_that_bodies_of_several_states_bear_means_none(word: str) -> None:
    assert organisation_of(word) is None


def test_every_parent_is_a_row() -> None:
    names = {row.name for row in (*states(), *organisations())}
    assert [o.name for o in organisations() if o.parent and o.parent not in names] == []


def test_no_body_is_a_body_of_itself_over_any_number_of_rows() -> None:
    parents = {o.name: o.parent for o in organisations()}
    for first, parent in parents.items():
        above, name = [first], parent
        while name in parents and name not in above:
            above.append(name)
            name = parents[name]
        assert name not in above, above


def test_an_armed_group_is_no_body_of_a_state() -> None:
    named = {s.name for s in states()}
    assert [o.name for o in organisations() if o.kind in {"armed group", "ngo"} and o.parent in named] == []


@pytest.mark.parametrize(
    ("word", "parent"),
    [
        ("Knesset", "Israel"), ("Reserve Bank of India", "India"), ("Lok Sabha", "Parliament of India"),
        ("MEA", "India"), ("FBI", "United States Department of Justice"), ("Pentagon", "United States"),
        ("WHO", "United Nations"), ("UN Security Council", "United Nations"), ("UNIFIL", "United Nations"),
        ("European Commission", "European Union"), ("Europol", "European Union"), ("KCNA", "North Korea"),
        ("European Court of Human Rights", "Council of Europe"), ("Riksbank", "Sweden"), ("PLA", "China"),
    ],
)  # fmt: skip
def test_a_body_knows_whose_it_is(word: str, parent: str) -> None:
    body = organisation_of(word)
    assert body is not None
    assert body.parent == parent


@pytest.mark.parametrize("word", ["Hamas", "Hezbollah", "Taliban", "NATO", "ICC", "BBC", "Red Cross", "PKK"])
def test_who_belongs_to_no_state_has_no_parent(word: str) -> None:
    body = organisation_of(word)
    assert body is None or body.parent == ""


@pytest.mark.parametrize(
    ("word", "wikidata"),
    [
        ("India", "Q668"), ("Niger", "Q1032"), ("Nigeria", "Q1033"), ("Georgia", "Q230"), ("Ireland", "Q27"),
        ("China", "Q148"), ("Taiwan", "Q865"), ("Republic of the Congo", "Q971"), ("DRC", "Q974"),
        ("Serbia and Montenegro", "Q37024"), ("UN", "Q1065"), ("NATO", "Q7184"), ("BRICS", "Q243630"),
        ("FATF", "Q681487"), ("ICRC", "Q5987345"), ("Red Cross", "Q7178"), ("European Council", "Q8886"),
        ("Council of Europe", "Q8908"), ("Council of the European Union", "Q8896"), ("Islamic State", "Q2429253"),
    ],
)  # fmt: skip
def test_an_id_of_wikidata_means_its_row(word: str, wikidata: str) -> None:
    row = state_of(word) or organisation_of(word)
    assert row is not None
    assert row.wikidata == wikidata


def test_the_members_of_the_united_nations_and_more_are_there() -> None:
    assert sum(s.kind == "state" for s in states()) >= 193
    assert len(states()) >= 240
    assert len(organisations()) >= 900
    assert sum(bool(s.wikidata) for s in states()) >= 258
    assert sum(bool(o.wikidata) for o in organisations()) >= 440


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("disputed", ["Abkhazia", "Crimea", "Donetsk People's Republic", "Kosovo", "Luhansk People's Republic",
                      "Nagorno-Karabakh", "Northern Cyprus", "Palestine", "Somaliland", "South Ossetia", "Taiwan",
                      "Transnistria", "Western Sahara"]),
        ("part", ["Catalonia", "Chechnya", "England", "Northern Ireland", "Quebec", "Scotland", "Tibet", "Wales"]),
        ("territory", ["Greenland", "Hong Kong", "Puerto Rico", "Gibraltar", "Falkland Islands", "New Caledonia"]),
        ("historical", ["Soviet Union", "Yugoslavia", "East Germany", "South Vietnam", "Czechoslovakia"]),
        ("state", ["South Sudan", "Vatican City", "East Timor", "Montenegro", "Eritrea"]),
    ],
)  # fmt: skip
def test_what_is_no_state_among_states_is_said(kind: str, names: list[str]) -> None:
    kinds = {s.name: s.kind for s in states()}
    assert [name for name in names if kinds[name] != kind] == []


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Niger", "NE"), ("Nigeria", "NG"), ("Guinea", "GN"), ("Equatorial Guinea", "GQ"), ("Guinea-Bissau", "GW"),
        ("Papua New Guinea", "PG"), ("Democratic Republic of the Congo", "CD"), ("DRC", "CD"),
        ("Republic of the Congo", "CG"), ("North Korea", "KP"), ("DPRK", "KP"), ("South Korea", "KR"),
        ("Republic of Korea", "KR"), ("Georgia", "GE"), ("Ireland", "IE"), ("Macedonia", "MK"),
        ("North Macedonia", "MK"), ("Eswatini", "SZ"), ("Swaziland", "SZ"), ("Türkiye", "TR"), ("Turkey", "TR"),
        ("Czechia", "CZ"), ("Czech Republic", "CZ"), ("Burma", "MM"), ("Cabo Verde", "CV"), ("Dominica", "DM"),
        ("Myanmar", "MM"), ("Timor-Leste", "TL"), ("East Timor", "TL"), ("Côte d'Ivoire", "CI"),
        ("Republic of Türkiye", "TR"), ("Kingdom of Eswatini", "SZ"), ("Viet Nam", "VN"), ("Brunei Darussalam", "BN"),
        ("Republic of Moldova", "MD"), ("Islamic Emirate of Afghanistan", "AF"), ("Russian Federation", "RU"),
        ("Dominican Republic", "DO"), ("Samoa", "WS"), ("American Samoa", "AS"), ("Austria", "AT"),
        ("Australia", "AU"), ("Slovakia", "SK"), ("Slovenia", "SI"), ("Sudan", "SD"), ("South Sudan", "SS"),
        ("China", "CN"), ("Taiwan", "TW"), ("the United States", "US"), ("U.S.", "US"), ("Britain", "GB"),
        ("Kosovo", "XK"), ("Switzerland", "CH"), ("the Netherlands", "NL"), ("Holland", "NL"),
    ],
)  # fmt: skip
def test_a_name_means_its_state(word: str, code: str) -> None:
    state = state_of(word)
    assert state is not None
    assert state.code == code


@pytest.mark.parametrize(
    "word", ["Congo", "Korea", "us", "Jammu and Kashmir", "Delhi", "Emirates", "Northern", "", "The"]
)
def test_what_fits_several_or_none_means_no_state(word: str) -> None:
    assert state_of(word) is None


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Nigerien", "Niger"), ("Nigerian", "Nigeria"), ("Irish", "Ireland"), ("Northern Irish", "Northern Ireland"),
        ("North Korean", "North Korea"), ("South Koreans", "South Korea"), ("Dutch", "Netherlands"),
        ("Swiss", "Switzerland"), ("Filipino", "Philippines"), ("Thai", "Thailand"),
        ("Emirati", "United Arab Emirates"),
        ("Soviet", "Soviet Union"), ("British", "United Kingdom"), ("Danish", "Denmark"), ("Burmese", "Myanmar"),
    ],
)  # fmt: skip
def test_an_adjective_means_its_state(word: str, name: str) -> None:
    state = state_of_adjective(word)
    assert state is not None
    assert state.name == name


@pytest.mark.parametrize("word", ["Korean", "Congolese", "European", "African", "Asian", "Polynesian"])
def test_an_adjective_of_several_states_means_none(word: str) -> None:
    assert state_of_adjective(word) is None


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("New Delhi", "India"), ("Islamabad", "Pakistan"), ("Canberra", "Australia"), ("Ankara", "Turkey"),
        ("Bern", "Switzerland"), ("Wellington", "New Zealand"), ("Kyiv", "Ukraine"), ("Kiev", "Ukraine"),
        ("Pretoria", "South Africa"), ("Abuja", "Nigeria"), ("Naypyidaw", "Myanmar"), ("Astana", "Kazakhstan"),
        ("Ottawa", "Canada"), ("The Hague", "Netherlands"), ("Belfast", "Northern Ireland"),
        ("Nay Pyi Taw", "Myanmar"), ("Nur-Sultan", "Kazakhstan"), ("San José", "Costa Rica"), ("Gitega", "Burundi"),
        ("Yamoussoukro", "Ivory Coast"), ("Dodoma", "Tanzania"), ("Brasília", "Brazil"), ("Taipei", "Taiwan"),
    ],
)  # fmt: skip
def test_a_capital_means_its_state(word: str, name: str) -> None:
    state = state_of_capital(word)
    assert state is not None
    assert state.name == name


@pytest.mark.parametrize(
    "word",
    ["Male", "Victoria", "Sydney", "Istanbul", "Lagos", "Karachi", "Toronto", "Rio de Janeiro", "Zurich", "Jerusalem"],
)
def test_a_great_city_is_no_capital(word: str) -> None:
    assert state_of_capital(word) is None


@pytest.mark.parametrize(
    "word", ["San Jose", "Georgetown", "Kingston", "Hamilton", "Victoria", "St. John's", "St. George's", "Jamestown"]
)
def test_a_capital_that_is_oftener_another_place_or_a_name_stands_for_no_state(word: str) -> None:
    assert state_of_capital(word) is None


@pytest.mark.parametrize("word", ["Singapore", "Djibouti", "Monaco", "Luxembourg"])
def test_a_capital_that_bears_its_states_name_is_the_state(word: str) -> None:
    assert state_of(word) is not None
    assert state_of_capital(word) is None


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Kremlin", "Russia"), ("the Kremlin", "Russia"), ("White House", "United States"),
        ("Downing Street", "United Kingdom"),
    ],
)  # fmt: skip
def test_a_seat_of_power_means_its_state(word: str, name: str) -> None:
    state = state_of_metonym(word)
    assert state is not None
    assert state.name == name


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("FATF", "Financial Action Task Force"), ("UN", "United Nations"), ("U.N.", "United Nations"),
        ("UN Security Council", "United Nations Security Council"), ("NATO", "North Atlantic Treaty Organization"),
        ("the World Health Organization", "World Health Organization"), ("BRICS", "BRICS"),
        ("Pentagon", "Department of Defense"),
        ("Interpol", "Interpol"), ("Federal Reserve", "Federal Reserve"),
        ("IAEA", "International Atomic Energy Agency"),
    ],
)  # fmt: skip
def test_a_name_or_acronym_means_its_organisation(word: str, name: str) -> None:
    body = organisation_of(word)
    assert body is not None
    assert body.name == name


def test_the_two_courts_in_the_hague_and_the_two_unions_of_senates_stay_apart() -> None:
    assert organisation_of("ICC") != organisation_of("ICJ")
    assert organisation_of("Council of Europe") != organisation_of("European Council")
    assert organisation_of("European Court of Justice") != organisation_of("European Court of Human Rights")
