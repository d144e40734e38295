"""The commands, thin: read arguments, environment and files, call the rooms, print."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from .extraction.unread import unread
from .language.letters import slug
from .language.parsing import ModelMissing, find_model
from .language.store import Store, StoreShut
from .model import Article, Briefing, Fault, KnownActor
from .newsroom.actors.linking import decode, link
from .newsroom.editing.desk import corrected, lay_out
from .newsroom.editing.dial import sure_enough
from .seeds.adding.adding import add
from .seeds.adding.fetching import Fetcher
from .seeds.cleaning.scrubbing import scrub
from .site.assembling import Sources, assemble
from .site.data.export import published_record, record
from .site.publish.output import remove
from .site.publish.publishing import Plan, Unpublishable, publish
from .site.settings import SURE_ENOUGH
from .site.terminal.checking import check
from .site.terminal.report import any_terminal, print_rows
from .site.terminal.show import in_words
from .site.views.plain import shown
from .work import Report, compile_briefings

STORE = ".store"
BROKEN = 1
WRONG_USE = 2

Command = Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit status: 0 all done, 1 something could not be read, 2 wrong use."""
    options = _parser().parse_args(argv)
    any_terminal(sys.stdout, sys.stderr)
    command: Command = options.command
    try:
        return command(options)
    except (ModelMissing, StoreShut) as missing:
        _complain(str(missing))
        return BROKEN
    except BrokenPipeError:  # `briefings extract … | head`: the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="briefings", description="Raw news articles become structured briefings: who said and did what."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    extract = commands.add_parser("extract", help="print one record (JSON) an article", description=_extract.__doc__)
    mode = extract.add_mutually_exclusive_group()
    mode.add_argument("--no-clean", action="store_true", help="take each file's characters as the text, unchanged")
    mode.add_argument("--clean-only", action="store_true", help="stop after cleaning: no actors, quotes, measures")
    mode.add_argument(
        "--as-published",
        action="store_true",
        help="what the site says of one folder of seeds, by the same road: copies merged, editors' files of content/ "
        "(or --content) applied, the dial at 0.6; without it each article is read by itself and all that is found told",
    )
    extract.add_argument(
        "--min-confidence", type=_share, metavar="P", help="leave out facts less sure than P, 0 to 1 (default: none)"
    )
    _take_seeds(extract, _extract)
    show = commands.add_parser("show", help="print the briefing of an article in words", description=_show.__doc__)
    show.set_defaults(no_clean=False, clean_only=False, min_confidence=None)
    _take_seeds(show, _show)
    linking = commands.add_parser(
        "link", help="merge and link mentions, JSON lines in and out", description=_link.__doc__
    )
    linking.set_defaults(command=_link)
    adding = commands.add_parser(
        "add", help="save pages, files and new entries of feeds as seeds", description=_add.__doc__
    )
    _take_add(adding)
    checking = commands.add_parser(
        "check", help="say what a build would make of every file, without building", description=_check.__doc__
    )
    _take_check(checking)
    publishing = commands.add_parser(
        "publish", help="build the site for the public, push it to GitHub Pages", description=_publish.__doc__
    )
    _take_site(publishing)
    _take_clean(commands.add_parser("clean", help="remove built sites, nothing else", description=_clean.__doc__))
    return parser


def _take_seeds(parser: argparse.ArgumentParser, command: Command) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="seeds, or folders of seeds")
    parser.add_argument(
        "--content", type=Path, metavar="DIR", help="read what editors say in this folder (default: nothing)"
    )
    _take_means(parser)
    parser.set_defaults(command=command)


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
    parser.set_defaults(command=_add)


def _take_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seeds", type=_folder, default="seeds", metavar="DIR", help="folder of seeds (default seeds)")
    parser.add_argument(
        "--content", type=_folder, default="content", metavar="DIR", help="pages and editors' files (default content)"
    )
    _take_means(parser)
    parser.set_defaults(command=_check)


def _take_site(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seeds", default="seeds", metavar="DIR", help="folder of seeds (default seeds)")
    parser.add_argument(
        "--content", default="content", metavar="DIR", help="pages and editors' files (default content)"
    )
    parser.add_argument("--output", default="output", metavar="DIR", help="where the site is built (default output)")
    parser.add_argument("--siteurl", metavar="URL", help="address of the site (default: as the remote or CNAME says)")
    parser.add_argument("--remote", default="origin", metavar="NAME", help="remote to push to (default origin)")
    parser.add_argument("--branch", default="gh-pages", metavar="NAME", help="branch to push (default gh-pages)")
    parser.add_argument("--no-push", action="store_true", help="build only")
    parser.set_defaults(command=_publish)


def _take_clean(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("outputs", nargs="+", type=Path, metavar="DIR", help="where sites were built")
    parser.set_defaults(command=_clean)


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


def _folder(text: str) -> Path:
    path = Path(text)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"{text}: there is no such folder")
    return path.absolute()


def _extract(options: argparse.Namespace) -> int:
    """Print one record an article, one JSON object a line, in the order of the files' names."""
    encoder = msgspec.json.Encoder()
    if options.as_published:
        return _as_published(options, encoder)
    return _each_briefing(options, lambda briefing: _print_line(encoder.encode(record(briefing))))


def _as_published(options: argparse.Namespace, encoder: msgspec.json.Encoder) -> int:
    (folder, *others), content = options.paths, options.content or Path("content")
    if others or not folder.is_dir():
        _complain(f"{folder}: --as-published reads one folder of seeds, as a site is built from; name that")
        return WRONG_USE
    sources = Sources(seeds=folder.absolute(), content=content.absolute(), base=Path.cwd())
    least = SURE_ENOUGH if options.min_confidence is None else options.min_confidence
    with _progress() as report:
        made = assemble(
            sources,
            find_model(os.environ.get("BRIEFINGS_MODEL")),
            Store(options.store),
            least=least,
            jobs=options.jobs,
            report=report,
        )
    for entry in sorted(made.index.entries, key=lambda entry: entry.briefing.article.seed.path):
        _print_line(encoder.encode(published_record(entry, "full")))
    return _told(made.faults)


def _show(options: argparse.Namespace) -> int:
    """Print the briefing of each article in words: who is in it, what was said, what was done."""
    return _each_briefing(options, lambda briefing: print(_steady(in_words(briefing))))


def _link(_: argparse.Namespace) -> int:
    """Read documents of mentions from standard input, print their actors with ids shared across documents."""
    encoder = msgspec.json.Encoder()
    try:
        for document in link(decode(sys.stdin.buffer)):
            _print_line(encoder.encode(document))
    except ValueError as error:
        _complain(f"standard input, {error}; expected lines as docs/record.md says")
        return BROKEN
    sys.stdout.flush()
    return 0


def _add(options: argparse.Namespace) -> int:
    """Save pages, files and what is new in feeds as seeds, each once; the only command that asks the network."""
    broken = False
    for one in add(options.sources, options.seeds, Fetcher(private=options.allow_private), slug, _today()):
        if isinstance(one, Fault):
            broken = True
            _complain(_line(one))
        else:
            there = "added" if one.new else "already there"
            print(f"{there}: {shown(one.path.as_posix())}  {shown(one.source)}", flush=True)
    return BROKEN if broken else 0


def _check(options: argparse.Namespace) -> int:
    """Read every seed and every file of content/ as a build would, and say of each what comes of it."""
    sources = Sources(seeds=options.seeds, content=options.content, base=Path.cwd())
    try:
        model = find_model(os.environ.get("BRIEFINGS_MODEL"))
    except ModelMissing as missing:
        _complain(f"{missing}; until then corrections of facts are not checked")
        model = None
    with _progress() as report:
        checked = check(sources, model, Store(options.store), jobs=options.jobs, report=report)
    console = Console()
    print_rows(console, checked.rows)
    console.print(Text(checked.summary), soft_wrap=True)
    return BROKEN if checked.broken else 0


def _publish(options: argparse.Namespace) -> int:
    """Build the site with publishconf.py and push it to the branch that GitHub Pages serves."""
    plan = Plan(
        seeds=options.seeds,
        content=options.content,
        output=options.output,
        site_url=options.siteurl or None,
        remote=options.remote,
        branch=options.branch,
        push=not options.no_push,
        day=_today(),
    )
    try:
        publish(plan, partial(print, flush=True))  # before what the build says by itself
    except Unpublishable as reason:
        _complain(str(reason))
        return BROKEN
    return 0


def _clean(options: argparse.Namespace) -> int:
    """Remove what builds put into these folders; one that holds anything else stays whole and is named, status 1."""
    stayed = [line for output in options.outputs for line in remove(output)]
    for line in stayed:
        _complain(line)
    return BROKEN if stayed else 0


def _today() -> str:
    """The one look at a clock: adding and publishing have a day, a build has none but what it is told."""
    return datetime.now(UTC).date().isoformat()


def _each_briefing(options: argparse.Namespace, show: Callable[[Briefing], None]) -> int:
    """Make the briefings that are asked for and show each; then tell of what could not be read, status 1."""
    desk = lay_out(options.paths, content=options.content, keep_text=options.no_clean)
    for briefing in corrected(_made(options, desk.articles, desk.known), desk):
        show(sure_enough(briefing, options.min_confidence or 0.0))
    return _told(desk.faults)


def _told(faults: Sequence[Fault]) -> int:
    """Name every fault on standard error; gives the exit status."""
    sys.stdout.flush()
    for fault in faults:
        _complain(_line(fault))
    return BROKEN if any(fault.broken for fault in faults) else 0


def _made(options: argparse.Namespace, articles: Sequence[Article], known: Sequence[KnownActor]) -> Iterator[Briefing]:
    if options.clean_only:
        return map(unread, articles)
    model = find_model(os.environ.get("BRIEFINGS_MODEL"))
    with _progress() as report:
        return compile_briefings(articles, model, Store(options.store), known=known, jobs=options.jobs, report=report)


def _steady(words: str) -> str:
    """Lines for a terminal, without what could steer it: a warning quotes its seed as it is."""
    return "\n".join(scrub(line)[0] for line in words.split("\n"))


def _line(fault: Fault) -> str:
    place = fault.path if fault.line is None else f"{fault.path}:{fault.line}"
    return shown(f"{place}: {fault.reason}; {fault.mend}")


@contextmanager
def _progress() -> Iterator[Report]:
    """A bar on standard error where that is a terminal."""
    console = Console(stderr=True)
    columns = (TextColumn("parsing"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as progress:
        task = progress.add_task("parsing", total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)


def _print_line(line: bytes) -> None:
    sys.stdout.buffer.write(line + b"\n")


def _complain(message: str) -> None:
    print(shown(f"briefings: {message}"), file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
