"""The commands, thin: read arguments, environment and files, call the rooms, print."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import msgspec
from rich.console import Console
from rich.text import Text

from .extraction.unread import unread
from .language.letters import printable, slug
from .language.parsing import ModelMissing, find_model
from .language.store import Store, StoreShut
from .model import Article, Briefing, Fault, KnownActor
from .newsroom.actors.linking import decode, link
from .newsroom.editing.desk import corrected, lay_out
from .newsroom.editing.dial import SURE_ENOUGH, sure_enough
from .seeds.adding.adding import add
from .seeds.adding.fetching import Fetcher
from .site.assembling import Assembled, Sources, assemble
from .site.data.export import published_record, record
from .site.publish.output import remove
from .site.publish.publishing import Plan, Unpublishable, publish
from .site.terminal.checking import check
from .site.terminal.command_line import command_line
from .site.terminal.report import any_terminal, print_rows
from .site.terminal.show import as_published
from .site.terminal.standard_error import complain, complain_of, progress
from .work import compile_briefings

BROKEN = 1
WRONG_USE = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit status: 0 all done, 1 something could not be read, 2 wrong use."""
    options = command_line(COMMANDS).parse_args(argv)
    any_terminal(sys.stdout, sys.stderr)
    try:
        return int(options.command(options))
    except (ModelMissing, StoreShut) as missing:
        complain(str(missing))
        return BROKEN
    except BrokenPipeError:  # `briefings extract … | head`: the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _extract(options: argparse.Namespace) -> int:
    """Print one record an article, one JSON object a line, in the order of the files' names."""
    if options.as_published:
        return _extract_published(options)
    desk = lay_out(options.paths, content=options.content, keep_text=options.no_clean)
    for briefing in corrected(_compiled(options, desk.articles, desk.known), desk):
        _print_json(record(sure_enough(briefing, options.min_confidence or 0.0)))
    return _status_of_faults(desk.faults)


def _extract_published(options: argparse.Namespace) -> int:
    (folder, *others), content = options.paths, options.content or Path("content")
    if others or not folder.is_dir():
        complain(f"{folder}: --as-published reads one folder of seeds, as a site is built from; name that")
        return WRONG_USE
    sources = Sources(seeds=folder.absolute(), content=content.absolute(), base=Path.cwd())
    made = _assembled(options, sources, least=_dial(options))
    for entry in made.in_order:
        _print_json(published_record(entry, "full"))
    return _status_of_faults(made.faults)


def _show(options: argparse.Namespace) -> int:
    """Print in words what the site says of each article: who is in it, what was said, what was done.

    A seed of the newsroom (--seeds) is shown with the seeds that are its copies, as one briefing; corrections are
    applied, and what the dial holds back is counted. A file from elsewhere is shown as if it were a seed.
    """
    seeds, content = options.seeds.absolute(), options.content.absolute()
    asked = tuple(path.absolute() for path in options.paths)
    made = _assembled(options, Sources(seeds=seeds, content=content, base=Path.cwd(), asked=asked), least=0.0)
    for words in as_published(made, _dial(options)):
        print(words)
    return _status_of_faults(made.faults)


def _link(_: argparse.Namespace) -> int:
    """Read documents of mentions from standard input, print their actors with ids shared across documents."""
    try:
        for document in link(decode(sys.stdin.buffer)):
            _print_json(document)
    except ValueError as error:
        complain(f"standard input, {error}; expected lines as docs/record.md says")
        return BROKEN
    sys.stdout.flush()
    return 0


def _add(options: argparse.Namespace) -> int:
    """Save pages, files and what is new in feeds as seeds, each once; the only command that asks the network."""
    broken = False
    for one in add(options.sources, options.seeds, Fetcher(private=options.allow_private), slug, _today()):
        if isinstance(one, Fault):
            broken = complain_of([one]) or broken
        else:
            there = "added" if one.new else "already there"
            print(f"{there}: {printable(one.path.as_posix())}  {printable(one.source)}", flush=True)
    return BROKEN if broken else 0


def _check(options: argparse.Namespace) -> int:
    """Read every seed and every file of content/ as a build would, and say of each what comes of it."""
    sources = Sources(seeds=options.seeds, content=options.content, base=Path.cwd())
    try:
        model = find_model(os.environ.get("BRIEFINGS_MODEL"))
    except ModelMissing as missing:
        complain(f"{missing}; until then corrections of facts are not checked")
        model = None
    with progress() as report:
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
        complain(str(reason))
        return BROKEN
    return 0


def _clean(options: argparse.Namespace) -> int:
    """Remove what builds put into these folders; one that holds anything else stays whole and is named, status 1."""
    stayed = [line for output in options.outputs for line in remove(output)]
    for line in stayed:
        complain(line)
    return BROKEN if stayed else 0


COMMANDS = {
    "extract": _extract,
    "show": _show,
    "link": _link,
    "add": _add,
    "check": _check,
    "publish": _publish,
    "clean": _clean,
}


def _today() -> str:
    """Reads the clock, nowhere else: adding and publishing have a day, a build has none but what it is told."""
    return datetime.now(UTC).date().isoformat()


def _dial(options: argparse.Namespace) -> float:
    return SURE_ENOUGH if options.min_confidence is None else float(options.min_confidence)


def _assembled(options: argparse.Namespace, sources: Sources, *, least: float) -> Assembled:
    model, store = find_model(os.environ.get("BRIEFINGS_MODEL")), Store(options.store)
    with progress() as report:
        return assemble(sources, model, store, least=least, jobs=options.jobs, report=report)


def _compiled(
    options: argparse.Namespace, articles: Sequence[Article], known: Sequence[KnownActor]
) -> Iterator[Briefing]:
    if options.clean_only:
        return map(unread, articles)
    model = find_model(os.environ.get("BRIEFINGS_MODEL"))
    with progress() as report:
        return compile_briefings(articles, model, Store(options.store), known=known, jobs=options.jobs, report=report)


def _status_of_faults(faults: Sequence[Fault]) -> int:
    return BROKEN if complain_of(faults) else 0


def _print_json(value: object) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(value) + b"\n")


if __name__ == "__main__":
    sys.exit(main())
