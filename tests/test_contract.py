"""What the house keeps everywhere: one road, small rooms, no clock, no surprise."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from radon.complexity import cc_visit
from radon.visitors import Function

from made import ROOT

PACKAGE = ROOT / "plugins" / "briefings"
MODULES = sorted(PACKAGE.rglob("*.py"))
CLOCKS = {"now", "today", "utcnow", "time", "time_ns", "localtime", "gmtime"}
LONGEST_FUNCTION, LONGEST_MODULE = 40, 350  # lines
KNOTTY = 8  # ways through a function, as radon counts them: more are hard to hold in mind
MOST_KNOTTY, MOST_IN_EXTRACTION = 8, 25  # percent of a room's functions; a rule of grammar asks much of one clause
VERB = re.compile(  # what the docstring of a function opens with; “Names of …” is a noun, “Warns of …” is none
    r"(?!\w+ of )(?:"
    r"Add|Answer|Append|Ask|Bring|Build|Choose|Cite|Climb|Close|Commit|Complete|Compute"
    r"|Connect|Count|Cut|Describe|Do|Draw|Drop|End|Escape|Fill|Find|Frame|Gather|Give|Group"
    r"|Have|Hide|Join|Judge|Keep|Lead|Leave|Let|Link|List|Load|Log|Look|Make|Map|Mark|Mend"
    r"|Move|Name|Note|Number|Offer|Order|Pair|Part|Pick|Plan|Print|Push|Put|Raise|Rank|Read"
    r"|Refuse|Release|Remove|Render|Replace|Ring|Say|Send|Shape|Share|Show|Skip|Sort|Spell"
    r"|Spread|Start|Store|Strip|Swap|Take|Tell|Trace|Turn|Vote|Warn|Weigh|Write"
    r")(?:s|es)?\b|(?:Ask|Make|Read|Say|Tell|Warn)s? of "
)

each_module = pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def calls(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """(what it is called on, name) of each call: `datetime.date.today()` gives ("date", "today")."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            on = node.func.value
            yield getattr(on, "attr", getattr(on, "id", "")), node.func.attr
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield "", node.func.id


def run(name: str, *words: object, cwd: Path) -> "subprocess.CompletedProcess[str]":
    program = Path(sys.executable).parent / name
    return subprocess.run([program, *map(str, words)], cwd=cwd, capture_output=True, text=True, check=False)


def test_the_types_hold() -> None:
    ran = run("mypy", "--no-error-summary", cwd=ROOT)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_import_contract_is_kept() -> None:
    ran = run("lint-imports", "--config", ROOT / "pyproject.toml", cwd=PACKAGE.parent)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@each_module
def test_a_module_is_at_most_350_lines(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_MODULE


@each_module
def test_a_function_is_at_most_40_lines(path: Path) -> None:
    functions = [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert [f.name for f in functions if f.end_lineno - f.lineno >= LONGEST_FUNCTION] == []


@pytest.mark.parametrize("room", sorted(door.parent.name for door in PACKAGE.glob("*/__init__.py")))
def test_few_functions_of_a_room_are_knotty(room: str) -> None:
    blocks = [block for path in (PACKAGE / room).rglob("*.py") for block in cc_visit(path.read_text("utf-8"))]
    functions = [block for block in blocks if isinstance(block, Function)]
    knotty = [function.fullname for function in functions if function.complexity > KNOTTY]
    most = MOST_IN_EXTRACTION if room == "extraction" else MOST_KNOTTY
    assert 100 * len(knotty) <= most * len(functions), sorted(knotty)


def test_each_knotty_function_is_in_the_table_with_its_reason() -> None:
    """But those of extraction, which are to be written anew."""
    knotty = {
        (path.relative_to(PACKAGE).as_posix(), block.fullname): block.complexity
        for path in MODULES
        if not path.is_relative_to(PACKAGE / "extraction")
        for block in cc_visit(path.read_text("utf-8"))
        if isinstance(block, Function) and block.complexity > KNOTTY
    }
    table = (ROOT / "docs" / "decisions" / "knotty.md").read_text("utf-8")
    rows = re.findall(r"^\| `([^`]+)` \| `([^`]+)` \| (\d+) \| .+ \|$", table, re.MULTILINE)
    assert {(module, name): int(ways) for module, name, ways in rows} == knotty


@each_module
def test_imports_inside_the_package_are_relative(path: Path) -> None:
    absolute = [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.ImportFrom) and node.level == 0]
    plain = [alias.name for node in ast.walk(tree_of(path)) if isinstance(node, ast.Import) for alias in node.names]
    assert not any(name.split(".")[0] == "briefings" for name in [*plain, *(str(node.module) for node in absolute)])


@each_module
def test_no_clock_is_read(path: Path) -> None:
    """But by the commands that add and publish, which hand the day down: neither is a build."""
    if path.name == "__main__.py":
        return
    on_a_clock = {"datetime", "date", "time"}
    assert [call for call in calls(tree_of(path)) if call[0] in on_a_clock and call[1] in CLOCKS] == []


@each_module
def test_markup_is_made_in_one_module_only(path: Path) -> None:
    source = tree_of(path)
    made = [n for n in ast.walk(source) if isinstance(n, ast.Call) and ast.unparse(n.func) == "Markup" and n.args]
    assert path.name == "marking.py" or made == []


@each_module
def test_nothing_is_unpickled_or_evaluated(path: Path) -> None:
    source = tree_of(path)
    imported = {alias.name for node in ast.walk(source) if isinstance(node, ast.Import) for alias in node.names}
    assert not imported & {"pickle", "shelve", "marshal"}
    assert not [call for call in calls(source) if call[0] == "" and call[1] in {"eval", "exec"}]


@each_module
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(tree_of(path)) or path.read_text("utf-8") == ""


@pytest.mark.parametrize("room", ["language", "seeds", "newsroom", "extraction", "site"])
def test_a_docstring_of_a_function_opens_with_what_it_does(room: str) -> None:
    nodes = [node for path in (PACKAGE / room).rglob("*.py") for node in ast.walk(tree_of(path))]
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    told = [(function.name, docstring) for function in functions if (docstring := ast.get_docstring(function))]
    assert [name for name, docstring in told if not VERB.match(docstring)] == []


def test_no_room_has_more_than_fourteen_modules() -> None:
    rooms = [folder for folder in PACKAGE.rglob("*") if folder.is_dir() and (folder / "__init__.py").exists()]
    counted = {room.relative_to(PACKAGE).as_posix(): len([*room.glob("*.py")]) - 1 for room in rooms}
    assert {room: modules for room, modules in counted.items() if modules > 14} == {}


def test_every_room_says_at_its_door_what_it_is() -> None:
    doors = [door for door in PACKAGE.rglob("__init__.py") if door.parent != PACKAGE]
    assert [door for door in doors if not door.read_text("utf-8").startswith('"""')] == []


def test_no_public_name_means_two_things() -> None:
    told: dict[str, list[str]] = {}
    for path in MODULES:
        for node in tree_of(path).body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                told.setdefault(node.name, []).append(path.relative_to(PACKAGE).as_posix())
    assert {name: paths for name, paths in told.items() if len(paths) > 1} == {}
