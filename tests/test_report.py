"""A build says what it built, what is doubtful and what it could not read, to people and to logs."""

import io
from dataclasses import replace
from pathlib import Path

from rich.console import Console

from briefings.model import Briefing, Fault, Published, Seed
from briefings.site.assembling import Assembled
from briefings.site.terminal.report import BuildReport, make_report, print_faults, print_summary
from briefings.site.views.index import Index
from made_site import article, briefing, index

SEED = Seed(path="seeds/a.txt", sha256="0" * 64, encoding="utf-8", raw="Words.")
EMPTY = Fault(path="seeds/b.txt", reason="empty", mend="put the article's text in it, or remove it")
GUESS = Fault(path="seeds/a.txt", reason="no headline", mend="give one", line=3, broken=False)


TWICE = Fault(path="seeds/c.txt", reason="a copy of seeds/a.txt", mend="nothing", broken=False)


DEAD = Fault(path="content/actors.yaml", reason="no article has Eve", mend="check it", line=4, broken=False)


def report(
    *faults: Fault, copies: tuple[Fault, ...] = (), notices: tuple[Fault, ...] = (), made: Index | None = None
) -> BuildReport:
    assembled = Assembled(index=made or index(), faults=faults, copies=copies, notices=notices)
    return make_report(assembled, Path("output"), "excerpt")


def plain(*faults: Fault, **more: tuple[Fault, ...]) -> str:
    console = Console(file=io.StringIO(), width=80)
    print_faults(console, report(*faults, **more))
    return str(console.file.getvalue())  # type: ignore[attr-defined]


def summary(*faults: Fault, made: Index | None = None, **more: tuple[Fault, ...]) -> str:
    console = Console(file=io.StringIO(), width=40)
    print_summary(console, report(*faults, made=made, **more))
    return str(console.file.getvalue())  # type: ignore[attr-defined]


def test_faults_stand_in_the_order_of_their_files() -> None:
    assert report(EMPTY, GUESS).faults == (GUESS, EMPTY)
    assert (report(EMPTY, GUESS).broken, report(EMPTY, GUESS).warnings) == (1, 1)


def test_where_no_terminal_is_each_fault_is_one_line() -> None:
    assert plain(EMPTY, GUESS) == (
        "seeds/a.txt:3: warning: no headline; give one\n"
        "seeds/b.txt: not built: empty; put the article's text in it, or remove it\n"
    )


def test_on_a_terminal_faults_are_a_table() -> None:
    console = Console(file=io.StringIO(), width=100, force_terminal=True, color_system=None)
    print_faults(console, report(EMPTY, GUESS))
    shown = str(console.file.getvalue())  # type: ignore[attr-defined]
    assert "What mends it" in shown
    assert "seeds/a.txt:3" in shown


def test_without_faults_nothing_is_said_of_them() -> None:
    assert plain() == ""
    assert "warning" not in summary()


def test_the_sums_and_the_place_are_said() -> None:
    assert summary(EMPTY, GUESS).splitlines() == [
        "Built 1 briefing with 3 actors, 2 quotes and 2 measures in output/",
        "SOURCE_TEXT = 'excerpt': of the source text only the sentences that facts rest on are shown",
        "1 warning, 1 file not built: see above",
    ]


def test_notices_are_told_and_counted_and_are_no_warnings() -> None:
    assert (
        plain(GUESS, notices=(DEAD,)).splitlines()[0] == "content/actors.yaml:4: notice: no article has Eve; check it"
    )
    assert report(GUESS, notices=(DEAD,)).warnings == 1
    assert summary(notices=(DEAD,)).splitlines()[2:] == ["1 notice: see above"]
    assert summary(GUESS, notices=(DEAD,) * 2).splitlines()[2:] == [
        "2 notices, 1 warning, 0 files not built: see above"
    ]


def test_the_last_line_counts_the_undated() -> None:
    undated = briefing(article=article("Words.", published=Published(date=None, source="unknown", how=None)))
    assert summary(made=index(("a", undated))).splitlines()[2:] == ["1 undated"]
    three = index(*((name, undated) for name in "abc"), ("d", briefing()))
    last = summary(GUESS, notices=(DEAD,), made=three).splitlines()[-1]
    assert last == "3 undated, 1 notice, 1 warning, 0 files not built: see above"


def with_copies(name: str, *others: str) -> tuple[str, Briefing]:
    copies = tuple(article("Words.", seed=replace(SEED, path=f"seeds/{other}")) for other in others)
    return name[:1], briefing(article=article("Words.", seed=replace(SEED, path=f"seeds/{name}")), copies=copies)


def test_copies_are_told_first_and_are_no_warnings() -> None:
    assert plain(GUESS, copies=(TWICE,)).splitlines()[0] == "seeds/c.txt: copy: a copy of seeds/a.txt; nothing"
    assert report(GUESS, copies=(TWICE,)).warnings == 1


def test_the_sums_say_which_seeds_are_one_briefing() -> None:
    one = index(with_copies("a.txt", "b.html"))
    assert summary(copies=(TWICE,), made=one).splitlines()[2:] == ["1 copy merged: a.txt also as b.html"]
    many = index(*(with_copies(f"{name}.txt", "x.txt", "y\x1b.txt") for name in "edcba"))
    (told,) = summary(copies=(TWICE,) * 10, made=many).splitlines()[2:]
    groups = "a.txt also as x.txt, y\\x1b.txt; b.txt also as x.txt, y\\x1b.txt; c.txt also as x.txt, y\\x1b.txt"
    assert told == f"10 copies merged: {groups}; and 2 more, see above"


def test_a_file_name_cannot_steer_the_terminal_nor_a_reason_its_style() -> None:
    odd = Fault(path="seeds/\x1b[2Jx\n.txt", reason="[bold]no[/bold]\x1b[2J\udce9", mend="rename it")
    shown = plain(odd)
    assert "\x1b" not in shown
    assert shown.count("\n") == 1
    assert "[bold]no[/bold]" in shown
