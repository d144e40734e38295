"""A briefing can be cited: in a sentence, in BibTeX, in CSL-JSON."""

import json

from briefings.model import Published
from briefings.site.views.citing import citation
from made_site import article, bare, index, site

ADDRESS = "https://example.org/briefings/bridge/"


def test_a_sentence_names_headline_outlet_day_site_and_address() -> None:
    told = citation(index().entries[0], site(), ADDRESS).sentence
    assert (
        told == f"“Carver opens bridge.” Briefing of an article of The Norland Post, 5 May 2025. Briefings. {ADDRESS}"
    )


def test_bibtex_keeps_what_it_would_read_as_its_own_signs() -> None:
    entry = index(("x", bare("It rained.", title="50% of {A&B}\\C_1 ~ ^"))).entries[0]
    told = citation(entry, site(), ADDRESS).bibtex
    assert told.startswith("@misc{x,\n")
    assert r"title = {{50\% of \{A\&B\}\textbackslash{}C\_1 \textasciitilde{} \textasciicircum{}}}," in told
    assert "year = {2025}," in told
    assert "month = {5}," in told


def test_csl_is_a_list_of_one_web_page() -> None:
    (item,) = json.loads(citation(index().entries[0], site(), ADDRESS).csl)
    assert (item["id"], item["type"], item["issued"]) == ("bridge", "webpage", {"date-parts": [[2025, 5, 5]]})
    assert item["URL"] == ADDRESS


def test_what_is_not_known_is_left_out() -> None:
    unknown = Published(date=None, source="unknown", how=None)
    made = article("It rained.", outlet=None, published=unknown)
    entry = index(("x", bare("It rained.", outlet=made.outlet, published=made.published))).entries[0]
    found = citation(entry, site(), None)
    assert found.sentence == "“Carver opens bridge.” Briefing of an article. Briefings."
    assert "year" not in found.bibtex
    assert "issued" not in found.csl
    assert "URL" not in found.csl
