"""What actors.yaml says of nobody whom an article mentions is told, with its line; what it cannot do, too."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefings.newsroom.actors.roster import read_roster
from briefings.newsroom.actors.unheard import unheard
from made_news import briefing_of

TEXTS = (
    "[p President Ann Carver] left [s Keldor]. [p Carver] smiled at [o Orla Front].",
    "[p Paul Carver] and [p Carver] met [p Next Story].",
    "[p Carver] came to [s United States].",
)


def told(tmp_path: Path, text: str, *articles: str) -> list[tuple[int | None, str, str]]:
    path = tmp_path / "actors.yaml"
    path.write_text(text, "utf-8")
    roster, faults = read_roster(path)
    assert not [fault for fault in faults if fault.broken]
    briefings = [briefing_of(article, f"seeds/{number}.txt") for number, article in enumerate(articles or TEXTS)]
    found = unheard(roster, briefings)
    assert {(fault.path, fault.broken) for fault in found} <= {(path.as_posix(), False)}
    return [(fault.line, fault.reason, fault.mend) for fault in found]


@pytest.mark.parametrize(
    "text",
    [
        "actors:\n- name: Ann Carver\n  aliases: [carver]",
        "actors:\n- name: Iron Annie\n  aliases: [Ann Carver]",
        "actors:\n- name: The Republic\n  aliases: [Keldor]",
        "actors:\n- name: Mr Paul CARVER",
        "actors:\n- name: Uncle Sam\n  aliases: [the U.S.]",
        "same:\n- [Iron Annie, Ann Carver]\n- [Orla Front, Paul Carver]",
        "different:\n- [Ann Carver, Paul Carver]",
        "not_an_actor: [Next Story, orla front]",
        "",
    ],
)
def test_nothing_is_told_of_what_articles_mention(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == []


DEAD = {
    "actors:\n- name: Ann Carver\n- kind: person\n  name: Iron Annie": (4, "no article has an actor called Iron Annie"),
    "actors:\n- name: Nobody\n  aliases: [Nobody Else]": (2, "no article has an actor called Nobody or Nobody Else"),
    "actors:\n- name: Ann Carver\n  aliases:\n  - Carver\n  - Nobody": (5, "no article has an actor called Nobody"),
    "same:\n- [Ann Carver, Carver]\n- [Paul Carver, Nobody, Carver]": (3, "no article has an actor called Nobody"),
    "same:\n- [Ann Carver,\n   Nobody]": (3, "no article has an actor called Nobody"),
    "same:\n- [Nobody, Nobody Else]": (2, "no article has an actor called Nobody or Nobody Else"),
    "different:\n- [Ann Carver, Nobody]": (2, "no article has an actor called Nobody"),
    "not_an_actor:\n- Next Story\n- Nobody": (3, "no article has an actor called Nobody"),
}


@pytest.mark.parametrize("text", DEAD, ids=str)
def test_what_no_article_mentions_is_told_with_its_line(tmp_path: Path, text: str) -> None:
    ((line, reason, mend),) = told(tmp_path, text)
    assert (line, reason) == (DEAD[text][0], DEAD[text][1])
    assert mend.startswith("check its spelling, or leave it for an article to come")
    assert mend.endswith("it is found wherever it stands") == ("actors:" in text and "kind:" not in text)


def test_one_without_a_name_cannot_be_taken_out_as_what_is_no_actor(tmp_path: Path) -> None:
    article = briefing_of("[p Ann Carver] left the office.")
    office = replace(article.actors[0], id="c9", name="the office", named=False, aliases=(), mentions=())
    path = tmp_path / "actors.yaml"
    path.write_text("not_an_actor: [office, Nobody]", "utf-8")
    found = unheard(read_roster(path)[0], [replace(article, actors=(*article.actors, office))])
    assert [fault.reason for fault in found] == [
        "“office” has no name: not_an_actor takes out names only",
        "no article has an actor called Nobody",
    ]
    assert found[0].mend == "take it out; where it stands in a fact, correct that fact in its article's corrections"


APART = "cannot part two of one name within one article yet"


def test_different_says_where_it_cannot_part_two_names(tmp_path: Path) -> None:
    assert told(tmp_path, "different:\n- [Orla Front, Keldor]\n- [Paul Carver, Carver]") == [
        (
            3,
            f"{APART}: Paul Carver and Carver are one actor in seeds/1.txt",
            "correct its facts in corrections/1.txt.yaml",
        )
    ]
    many = ["[p Paul Carver] met. [p Carver] left."] * 3
    ((_, reason, _),) = told(tmp_path, "different:\n- [Paul Carver, Carver]", *many)
    assert reason == f"{APART}: Paul Carver and Carver are one actor in seeds/0.txt and 2 more articles"


def test_different_says_that_it_cannot_part_two_of_one_name(tmp_path: Path) -> None:
    text = "different:\n- [Carver, President Carver]"
    ((line, reason, _),) = told(tmp_path, text)
    assert (line, reason.startswith(f"{APART}: Carver and President Carver are one name")) == (2, True)


def test_a_broken_roster_says_nothing_more(tmp_path: Path) -> None:
    path = tmp_path / "actors.yaml"
    path.write_text("actors: [", "utf-8")
    assert unheard(read_roster(path)[0], ()) == ()
