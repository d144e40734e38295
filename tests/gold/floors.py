"""The floors of accuracy: figures reached per language model and gold set, with the hash of the set measured on.

`.venv/bin/python tests/gold/floors.py` measures and records what was reached; the change of floors.json is then
looked at and committed like any other: a floor is never lowered silently.
"""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
FLOORS = Path(__file__).parent / "floors.json"
RECORD = ".venv/bin/python tests/gold/floors.py"
SMALLER_IS_BETTER = {"seed.furniture", "seed.actors.named", "seed.quotes.predicted"}
# Precision and recall are halves of an F1, and how many there are to find is a constant of the set.
NOT_PINNED = (".p", ".r", ".gold")
DATA = {".json", ".jsonl", ".txt", ".gz"}  # what a set is made of; its scorers and its README are not
FOLDERS = {"gsr": "measures", "seed": "measures"}  # sets that lie in another set's folder

Figures = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a comparison found, one readable line an entry."""

    dropped: list[str]
    risen: list[str]


def measure(gold: Path) -> Figures:
    """All figures of all sets, by the extractor of this checkout."""
    with tempfile.TemporaryDirectory() as folder:
        figures = Path(folder) / "figures.json"
        extract = f"'{sys.executable}' -m briefings"
        command = [sys.executable, str(gold / "run.py"), "all", "--json", str(figures)]
        command += ["--cmd", f"{extract} extract", "--link", f"{extract} link"]
        done = subprocess.run(
            command, cwd=ROOT, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        print(done.stdout, file=sys.stderr)  # what a failing test shows
        done.check_returncode()
        return {name: value for name, value in json.loads(figures.read_text("utf-8")).items() if is_pinned(name)}


def is_pinned(name: str) -> bool:
    """Whether a figure has a floor."""
    return not name.endswith(NOT_PINNED)


def set_of(figure: str) -> str:
    """The set that a figure was measured on: "quotes" of "quotes.all.full.f1"."""
    return figure.split(".", 1)[0]


def hash_of(gold: Path, name: str) -> str:
    """Sha256 over the names and bytes of a set's data."""
    digest = hashlib.sha256()
    folder = gold / FOLDERS.get(name, name)
    for path in sorted(path for path in folder.rglob("*") if path.suffix in DATA and path.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def compare(floors: Figures, reached: Figures) -> Verdict:
    """Which figures fell below their floor (or are gone), and which rose above it (or are new)."""
    dropped, risen = [], []
    for name in sorted(floors | reached):
        floor, now = floors.get(name), reached.get(name)
        better = -1 if name in SMALLER_IS_BETTER else 1
        if now is None or (floor is not None and better * (now - floor) < 0):
            dropped.append(f"{name}: {now}, the floor is {floor}")
        elif floor is None or now != floor:
            risen.append(f"{name}: {now}, the floor is {floor}")
    return Verdict(dropped=dropped, risen=risen)


def sets_of(figures: Figures, gold: Path) -> dict[str, dict[str, object]]:
    """Figures by set, each set with its hash: what floors.json holds of one model."""
    names = sorted({set_of(figure) for figure in figures})
    return {
        name: {
            "sha256": hash_of(gold, name),
            "floors": {figure: figures[figure] for figure in sorted(figures) if set_of(figure) == name},
        }
        for name in names
    }


def record(model: str, figures: Figures, gold: Path, file: Path = FLOORS) -> None:
    """Write what `model` reached into `file`; other models' floors stay."""
    floors = json.loads(file.read_text("utf-8")) if file.is_file() else {}
    floors[model] = sets_of(figures, gold)
    file.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", "utf-8")


def main() -> int:
    """Measure and record; gives the exit status."""
    from briefings.language.parsing import find_model  # noqa: PLC0415  the checkout's own, by .venv

    gold = Path(os.environ.get("BRIEFINGS_GOLD", ROOT.parent / "shared" / "gold")).resolve()
    model = find_model(os.environ.get("BRIEFINGS_MODEL") or None).id
    record(model, measure(gold), gold)
    sys.stderr.write(f"Recorded the floors of {model} in {FLOORS}: look at what changed, then commit it\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
