"""What a second build costs: next to nothing, since every parse is in the store."""

import resource
from pathlib import Path

from made import ROOT
from made_build import build


def cpu_of_children() -> float:
    """Seconds of processor time, user's and system's, that ended child processes took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_a_second_build_imports_no_spacy_and_takes_under_two_seconds(tmp_path: Path) -> None:
    assert build(tmp_path, seeds=ROOT / "seeds").status == 0
    before = cpu_of_children()
    again = build(tmp_path, seeds=ROOT / "seeds", environment={"PYTHONPROFILEIMPORTTIME": "1"})
    assert again.status == 0
    imported = {line.rpartition("|")[2].strip() for line in again.said.splitlines() if line.startswith("import time:")}
    assert "pelican" in imported
    assert not {name for name in imported if name.split(".")[0] in {"spacy", "thinc", "numpy"}}
    assert cpu_of_children() - before < 2.0
