"""Writes docs/method.md, the method page, from docs/method/*.md, the rules' docstrings and the floors.

``make docs`` runs this file.  The paper's own page, content/pages/method.md, follows as long as it is a copy of that.
The pieces stand in the page in the order of their names; in them

* ``<!-- reporting: extraction/quotes/direct.py … -->`` becomes a line for each rule of quotes in those modules,
* ``<!-- examples: extraction/cast/roles.py … -->`` one for each function whose docstring opens with an example in it,
* ``<!-- lexicons -->`` one for each lexicon, from its head,
* ``{{quotes.direct.who+what.f1}}`` the figure of that name in tests/gold/floors.json.
"""

import ast
import json
import re
from collections.abc import Callable, Iterator
from itertools import takewhile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "plugins" / "briefings"
PIECES = ROOT / "docs" / "method"
PAGE = Path("docs", "method.md")
COPY = Path("content", "pages", "method.md")  # an editor may have words of his own in it, or no such page
FLOORS = ROOT / "tests" / "gold" / "floors.json"
MODEL = "_md"  # the figures are those of the model that is installed by default
EXAMPLE = re.compile(r"“|(?<![\w*])\*[^*\s][^*]* [^*]*\*")  # in quotation marks, or two words and more in italics
REPORTING = re.compile(r"Reported|Attribution \| None")  # what a rule of quotes gives: what is reported, or nothing


def page() -> str:
    """The method page as it should be today."""
    pieces = [piece.read_text("utf-8").strip() for piece in sorted(PIECES.glob("*.md"))]
    directive = re.compile(r"^<!-- (\w+)(?:: (.+?))? -->$", re.MULTILINE)
    text = directive.sub(lambda found: "\n".join(LISTS[found[1]](found[2] or "")), "\n\n".join(pieces))
    return re.sub(r"\{\{(.+?)\}\}", lambda found: figures()[found[1]], text) + "\n"


def figures() -> dict[str, str]:
    """Name → figure of every floor, as it is printed."""
    models = json.loads(FLOORS.read_text("utf-8"))
    (sets,) = (sets for model, sets in models.items() if MODEL in model)
    return {name: f"{value:.1f}" for one in sets.values() for name, value in one["floors"].items()}


def reporting(modules: str) -> Iterator[str]:
    """Rules of quotes: public functions that give what is reported, or show it in quotation marks."""
    for function in functions(modules):
        told, gives = opening(function), ast.unparse(function.returns) if function.returns else ""
        if not function.name.startswith("_") and (REPORTING.search(gives) or "*“" in told):
            yield f"- `{function.name}`: {told}"


def examples(modules: str) -> Iterator[str]:
    """Every function whose docstring's opening has an example, in quotation marks or italics."""
    for function in functions(modules):
        if EXAMPLE.search(opening(function)):
            yield f"- {opening(function)}"


def lexicons(_: str) -> Iterator[str]:
    """What the head of each lexicon says first."""
    for path in sorted((PACKAGE / "language" / "lexicon").glob("*.txt")):
        head = takewhile(lambda line: line.startswith("# "), path.read_text("utf-8").splitlines())
        paragraph = " ".join(line[2:].strip() for line in head)
        yield f"- `{path.stem}`: {re.split(r'(?<=[.]) +(?=[A-Za-z])', paragraph)[0].rstrip(':')}"


def functions(modules: str) -> Iterator[ast.FunctionDef]:
    """The functions of these modules that say what they do, in the order they are written in."""
    for module in modules.split():
        for node in ast.parse((PACKAGE / module).read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef) and ast.get_docstring(node):
                yield node


def opening(function: ast.FunctionDef) -> str:
    """The first paragraph of a docstring, in one line of Markdown."""
    first = (ast.get_docstring(function) or "").split("\n\n")[0]
    return " ".join(first.replace("``", "`").split())


LISTS: dict[str, Callable[[str], Iterator[str]]] = {
    "reporting": reporting,
    "examples": examples,
    "lexicons": lexicons,
}


def write(page: str, root: Path) -> Iterator[str]:
    """Write the page and, where it is no more than a copy, the paper's; say what became of each."""
    has = (root / COPY).is_file()
    follows = has and (root / COPY).read_bytes() == (root / PAGE).read_bytes()
    for path in (PAGE, COPY) if follows else (PAGE,):
        (root / path).write_text(page, "utf-8", newline="\n")
        yield f"{path} is written"
    if has and not follows:
        yield f"{COPY} has words of its own and stays as it is"


if __name__ == "__main__":
    for line in write(page(), ROOT):
        print(line)
