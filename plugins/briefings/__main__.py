"""The commands, thin: read arguments, call the rooms, print."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from .language.parsing import find_model
from .language.store import Store
from .seeds.cleaning import clean, keep
from .seeds.reading import find_seeds, read_seed
from .site.export import record
from .work import compile_briefings


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit status."""
    parser = argparse.ArgumentParser(prog="briefings")
    commands = parser.add_subparsers(required=True)
    extract = commands.add_parser("extract")
    extract.add_argument("--no-clean", action="store_true")
    extract.add_argument("--clean-only", action="store_true")
    extract.add_argument("--jobs", type=int, default=1)
    extract.add_argument("paths", nargs="+", type=Path)
    options = parser.parse_args(argv)
    articles = [
        (keep if options.no_clean else clean)(seed)
        for path in find_seeds(options.paths)
        for seed in read_seed(path, str(path))
    ]
    encoder = msgspec.json.Encoder()
    for briefing in compile_briefings(articles, find_model(), Store(Path(".store")), jobs=options.jobs):
        sys.stdout.buffer.write(encoder.encode(record(briefing)) + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
