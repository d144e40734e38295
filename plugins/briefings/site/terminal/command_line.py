"""What may be told to each command: its words, what they mean when they are left out, its help."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from ...newsroom.editing.dial import SURE_ENOUGH

STORE = ".store"

Command = Callable[[argparse.Namespace], int]
_Taker = Callable[[argparse.ArgumentParser], None]

_LEFT_OUT = """
Without --as-published each article is read by itself, as gold texts and single files are, and all that is found is
printed. Left out is what needs the other articles or an editor: copies are not merged (a record each), corrections and
actors.yaml are not applied unless --content names their folder, and the dial holds nothing back, so that there is more
than on the site. With it the record is the one that the site hands out.
"""
_HELP: Mapping[str, str] = {
    "extract": "print one record (JSON) an article",
    "show": "print in words what the site says of an article",
    "link": "merge and link mentions, JSON lines in and out",
    "add": "save pages, files and new entries of feeds as seeds",
    "check": "say what a build would make of every file, without building",
    "publish": "build the site for the public, push it to GitHub Pages",
    "clean": "remove built sites, nothing else",
}


def command_line(commands: Mapping[str, Command]) -> argparse.ArgumentParser:
    """Make the parser of `briefings COMMAND …`; each of `commands` says in its docstring what it does."""
    parser = argparse.ArgumentParser(
        prog="briefings", description="Raw news articles become structured briefings: who said and did what."
    )
    added = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, command in commands.items():
        epilog = _LEFT_OUT if name == "extract" else None
        one = added.add_parser(name, help=_HELP[name], description=command.__doc__, epilog=epilog)
        one.set_defaults(command=command)
        if name in _TAKERS:
            _TAKERS[name](one)
    return parser


def _take_extract(parser: argparse.ArgumentParser) -> None:
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--no-clean", action="store_true", help="take each file's characters as the text, unchanged")
    mode.add_argument("--clean-only", action="store_true", help="stop after cleaning: no actors, quotes, measures")
    mode.add_argument(
        "--as-published",
        action="store_true",
        help="what the site says of one folder of seeds, by the same road: copies merged, editors' files of content/ "
        f"(or --content) applied, the dial at {SURE_ENOUGH}",
    )
    _take_dial(parser, "none")
    _take_paths(parser)
    parser.add_argument("--content", type=Path, metavar="DIR", help="read what editors say there (default: nothing)")
    _take_means(parser)


def _take_show(parser: argparse.ArgumentParser) -> None:
    _take_paths(parser)
    _take_newsroom(parser, Path)
    _take_dial(parser, SURE_ENOUGH)
    _take_means(parser)


def _take_check(parser: argparse.ArgumentParser) -> None:
    _take_newsroom(parser, _existing_folder)
    _take_means(parser)


def _take_paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="seeds, or folders of seeds")


def _take_newsroom(parser: argparse.ArgumentParser, made: Callable[[str], object]) -> None:
    for name, words in (("seeds", "folder of seeds"), ("content", "pages and editors' files")):
        parser.add_argument(f"--{name}", type=made, default=name, metavar="DIR", help=f"{words} (default {name})")


def _take_dial(parser: argparse.ArgumentParser, default: object) -> None:
    words = f"leave out facts less sure than P, 0 to 1 (default: {default})"
    parser.add_argument("--min-confidence", type=_share, metavar="P", help=words)


def _take_means(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--jobs", type=_positive, default=1, metavar="N", help="parse in N processes (default 1)")
    parser.add_argument(
        "--store",
        type=Path,
        default=Path(STORE),
        metavar="DIR",
        help=f"where parses and briefings are kept (default {STORE})",
    )


def _take_add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sources", nargs="+", metavar="URL|FILE|FEED", help="addresses of pages or feeds, or files")
    parser.add_argument(
        "--seeds", type=Path, default=Path("seeds"), metavar="DIR", help="folder of seeds (default seeds)"
    )
    parser.add_argument(
        "--allow-private",
        action="store_true",
        help="fetch from addresses of your own network too (default: the web only)",
    )


def _take_publish(parser: argparse.ArgumentParser) -> None:
    _take_newsroom(parser, str)
    parser.add_argument("--output", default="output", metavar="DIR", help="where the site is built (default output)")
    parser.add_argument("--siteurl", metavar="URL", help="address of the site (default: as the remote or CNAME says)")
    parser.add_argument("--remote", default="origin", metavar="NAME", help="remote to push to (default origin)")
    parser.add_argument("--branch", default="gh-pages", metavar="NAME", help="branch to push (default gh-pages)")
    parser.add_argument("--no-push", action="store_true", help="build only")


def _take_clean(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("outputs", nargs="+", type=Path, metavar="DIR", help="where sites were built")


_TAKERS: Mapping[str, _Taker] = {
    "extract": _take_extract,
    "show": _take_show,
    "add": _take_add,
    "check": _take_check,
    "publish": _take_publish,
    "clean": _take_clean,
}


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text}: expected a whole number from 1 up")
    return int(text)


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{text}: expected a number from 0 to 1")
    return share


def _existing_folder(text: str) -> Path:
    path = Path(text)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"{text}: there is no such folder")
    return path.absolute()
