"""Parsing: the model is found without an import, and named when it is missing."""

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.language import parsing
from briefings.language.parsing import MOST_READ, Model, ModelMissing, broken, find_model, parse
from briefings.language.soundness import parse_fits
from made import ROOT, article_of


def test_finding_the_model_imports_no_spacy() -> None:
    code = "import sys; from briefings.language.parsing import find_model; find_model(); print('spacy' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT / "plugins"
    )
    assert done.stdout.strip() == "False"


def test_a_folder_may_be_named_as_the_model(tmp_path: Path) -> None:
    (tmp_path / "config.cfg").touch()
    (tmp_path / "meta.json").write_text(json.dumps({"lang": "en", "name": "tiny", "version": "1.2"}))
    assert find_model(str(tmp_path)) == Model(id="en_tiny 1.2", folder=tmp_path)


def test_a_model_that_is_not_there_is_named_with_the_mend() -> None:
    with pytest.raises(ModelMissing, match=r"BRIEFINGS_MODEL=en_nowhere: .*unset it or install it"):
        find_model("en_nowhere")


def test_no_model_at_all_says_what_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "PACKAGES", ("en_nowhere",))
    with pytest.raises(ModelMissing, match=r"`make html` installs one, .* `python -m spacy download en_nowhere`"):
        find_model()


def test_tokens_are_the_texts_own_characters(model: Model) -> None:
    article = article_of("“Stay,” she said.\n\n  Nobody   stayed — not one.")
    (found,) = parse(model, [article])
    assert all(article.text[t.start : t.end] == t.text for t in found.tokens)
    assert found.parser == model.id


def test_a_parse_does_not_depend_on_its_neighbours(model: Model) -> None:
    articles = [article_of(text) for text in ("The mayor resigned.", "Two ferries sank off Port Ellery on Sunday.")]
    together = list(parse(model, articles))
    assert together == [next(parse(model, [article])) for article in articles]


@pytest.mark.parametrize("text", ["The ferry sank off the cape. " * 2000, "x" * 45_000], ids=["one line", "one word"])
def test_a_paragraph_of_any_length_is_parsed_whole(model: Model, text: str) -> None:
    (found,) = parse(model, [article_of(text)])
    assert "".join(text[token.start : token.end] for token in found.tokens).replace(" ", "") == text.replace(" ", "")
    assert all(a.end <= b.start for a, b in pairwise(found.tokens))


@pytest.mark.parametrize(
    "text", ["“" * 60_000 + " said Anna Lind.", "&" * 60_000, "a." * 30_000], ids=["quotes", "signs", "stops"]
)
def test_what_has_no_white_space_does_not_hold_up_the_parse(model: Model, text: str) -> None:
    next(parse(model, [article_of("Loaded.")]))
    started = process_time()
    (found,) = parse(model, [article_of(text)])
    assert process_time() - started < 3
    assert parse_fits(found, article_of(text))


@given(st.text(st.sampled_from("ab“. \n"), max_size=80))
def test_a_run_that_is_cut_keeps_every_offset(text: str) -> None:
    cut = broken(text, 5)
    assert len(cut) == len(text)
    assert all(other in (one, "\n") for one, other in zip(text, cut, strict=True))
    assert max(map(len, cut.split()), default=0) <= 5
    assert cut == text or max(map(len, text.split())) > 5


def test_of_a_text_that_is_too_long_the_beginning_is_parsed(model: Model) -> None:
    article = article_of("\n\n".join(["The ferry sank off the cape."] * (2 * MOST_READ // 28)))
    (found,) = parse(model, [article])
    assert parse_fits(found, article)
    assert MOST_READ - 100 < found.tokens[-1].end <= MOST_READ
