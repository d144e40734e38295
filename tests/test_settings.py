"""A site of briefings is made by one setting; what its editor set goes before what we would."""

from pathlib import Path

import pytest
from pelican.settings import DEFAULT_CONFIG

from briefings.site.settings import OF_PELICAN, Misconfigured, for_briefings, is_ours, options_of


@pytest.mark.parametrize("name", ["BRIEFINGS_SEEDS", "BRIEFINGS_JOBS", "SOURCE_TEXT"])
def test_each_of_our_settings_asks_for_a_site_of_briefings(name: str) -> None:
    assert is_ours({**DEFAULT_CONFIG, name: "x"})


def test_pelicans_own_settings_ask_for_none() -> None:
    assert not is_ours(DEFAULT_CONFIG)


def test_what_is_left_to_pelican_is_set_as_a_site_of_briefings_needs_it() -> None:
    made = for_briefings(DEFAULT_CONFIG, DEFAULT_CONFIG)
    assert {name: made[name] for name in OF_PELICAN} == OF_PELICAN
    assert (Path(made["THEME"]) / "templates" / "briefing.html").is_file()


def test_what_an_editor_set_stays() -> None:
    own = {"THEME": "my-theme", "PAGE_URL": "p/{slug}.html", "ARTICLE_PATHS": ["blog"]}
    assert not own.keys() & for_briefings({**DEFAULT_CONFIG, **own}, DEFAULT_CONFIG).keys()


def test_every_setting_that_we_make_is_one_that_pelican_knows() -> None:
    assert OF_PELICAN.keys() <= DEFAULT_CONFIG.keys()


@pytest.mark.parametrize(("name", "value"), [("ARTICLE_PATHS", ["blog"]), ("DIRECT_TEMPLATES", ["archives"])])
def test_articles_of_pelicans_own_are_refused_in_words(tmp_path: Path, name: str, value: list[str]) -> None:
    settings = {**DEFAULT_CONFIG, name: value, "BRIEFINGS_BASE": str(tmp_path), "BRIEFINGS_SEEDS": "."}
    made = settings | for_briefings(settings, DEFAULT_CONFIG)
    with pytest.raises(Misconfigured, match=rf"{name} = .*; leave it out"):
        options_of(made, {}, tmp_path)


@pytest.mark.parametrize("value", ["javascript:alert(1)", "corrections/", 7])
def test_errors_are_reported_to_an_address_of_the_web_only(tmp_path: Path, value: object) -> None:
    (tmp_path / "seeds").mkdir()
    settings = {
        **DEFAULT_CONFIG,
        "BRIEFINGS_CORRECTIONS": value,
        "BRIEFINGS_BASE": str(tmp_path),
        "BRIEFINGS_SEEDS": "seeds",
        "OUTPUT_PATH": str(tmp_path / "output"),
    }
    made = settings | for_briefings(settings, DEFAULT_CONFIG)
    with pytest.raises(Misconfigured, match=r"BRIEFINGS_CORRECTIONS = .*https://"):
        options_of(made, {}, tmp_path / "content")
