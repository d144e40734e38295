"""The golden site: three articles of the made-up newsroom built whole, as files that a review can read.

``make accept`` runs this file: it writes today's site into ``whole_site/golden/``, to be read as a diff.
"""

import json
import re
import shutil
import struct
import tempfile
from collections.abc import Iterator
from pathlib import Path

from made import ROOT
from made_build import Built, build
from made_newsroom import CONTENT, SEEDS

GOLDEN = ROOT / "tests" / "whole_site" / "golden"
# Short ones: direct, mixed and indirect quotes and ten measures; the second is not English, so it has no facts.
ARTICLES = ("2031-03-12-orlen-post-strike", "2031-05-05-la-voz-recuento", "2031-08-19-port-selwyn-news-treaty")
OF_THE_THEME = "theme/"  # copied as it is from themes/, where its changes are seen


def built_golden(work: Path) -> Built:
    """The site of the three articles, built in `work` as for the public, but with all of the source text."""
    seeds = work / "seeds"
    seeds.mkdir()
    for name in ARTICLES:
        shutil.copy(SEEDS / f"{name}.txt", seeds)
    return build(work, seeds=seeds, content=CONTENT, SITENAME="Golden", SITEURL="https://golden.example")


def normal_files(site: Built) -> dict[str, str]:
    """Path → what is compared, for every file of the site but the theme's own."""
    ours = [path for path in site.files() if not path.startswith(OF_THE_THEME)]
    pictures = {f"{path}.txt": size(site, path) for path in ours if path.endswith(".png")}
    return pictures | {path: normal(path, site.read(path)) for path in ours if not path.endswith(".png")}


def size(site: Built, path: str) -> str:
    """What is compared of a picture; another Pillow may pack it into other bytes (tests/test_cards.py)."""
    wide, tall = struct.unpack(">II", (site.output / path).read_bytes()[16:24])
    return f"{wide} × {tall}\n"


def normal(path: str, text: str) -> str:
    """`text` with a line for each tag or JSON value, so that a diff shows what has changed and nothing else."""
    if path.endswith((".html", ".xml", ".atom")):
        spaced = re.sub(r"\s+", " ", text.strip())
        return "".join(f"{line}\n" for line in re.split(r"(?= ?<)", spaced) if line.strip())
    if path.endswith(".json"):
        lines = json.dumps(json.loads(text), ensure_ascii=False, indent=1)
        return re.sub(r"\[\s+(\d+),\s+(\d+)\s+\]", r"[\1, \2]", lines) + "\n"  # a place in the text is a line
    return text


def golden_files() -> dict[str, str]:
    """Path → what is expected there."""
    paths = (path for path in GOLDEN.rglob("*") if path.is_file())
    return {path.relative_to(GOLDEN).as_posix(): path.read_bytes().decode("utf-8") for path in paths}


def accept() -> Iterator[str]:
    """Write the golden site anew; gives the paths that changed, came or went."""
    with tempfile.TemporaryDirectory() as work:
        site = built_golden(Path(work))
        if site.status:
            raise SystemExit(site.said)
        found, expected = normal_files(site), golden_files()
    for path in sorted(expected.keys() - found.keys()):
        (GOLDEN / path).unlink()
        yield f"{path} is gone"
    for path, text in found.items():
        if expected.get(path) != text:
            (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / path).write_bytes(text.encode("utf-8"))
            yield f"{path} is written"


if __name__ == "__main__":
    for line in accept():
        print(line)
    print("Look at the difference: git diff tests/whole_site/golden")
