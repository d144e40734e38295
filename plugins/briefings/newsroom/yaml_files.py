"""Editors' files: YAML as plain words with their lines, every mistake a Fault, never a traceback.

Only words, lists and mappings are read: `No` stays a word, a date stays as it was written.
Anchors and tags are refused: nobody needs them here, and they can make a small file endless.  The entry with one is
left out, the rest of the file counts.
"""

import re
import stat
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from shlex import quote
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ..model import Fault

LARGEST = 256 * 1024  # bytes of an editors' file
MOST = 20  # faults of one file that are told: who has made more makes one mistake all over
DEEPEST = 50  # brackets in brackets; beyond some hundreds the reader takes seconds to give up
_BRACKET = re.compile(r"[][{}]")
_PLAIN = frozenset(
    f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map", "merge")
)  # what words, lists and mappings are taken for where no tag is written
UNWRITABLE = re.compile("[\0-\b\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")  # as escapes can write them
_EMPTY = frozenset(("", "~", "null"))
_SEE = "see docs/editors.md for the form; a text with a colon or a leading quote stands in quotation marks"
_MISFIT = "a line that does not fit the one above"
_FITTING = "indent it like the line that it belongs beside, and look whether the one above has its colon"
_PLAINLY = {  # the commonest problems, by how the reader tells them
    "could not find expected ':'": ("a line without a colon", "write it like `key: value`"),
    "sequence entries are not allowed here": (
        "a list on the line of its key",
        "write each `- ` on a line below",
    ),
    "expected <block end>, but found '<scalar>'": (
        "a value goes on behind its quotation mark",
        'put all of it in double quotation marks, with `\\"` for one within',
    ),
    "expected <block end>, but found": (_MISFIT, _FITTING),
}
_COLON = ("a colon within a value", 'put the value in quotation marks: `title: "Brill: mayor stays"`')
_KINDRED = {"country": "state", "nation": "state", "company": "organisation", "party": "organisation", "city": "place"}
_ALIKE = 0.75  # of two spellings, from 0 to 1
_UNCLOSED = {  # what the reader was in when the file ended: told by the line where it opens
    "while scanning a quoted scalar": "close the quotation mark",
    "while parsing a flow sequence": "close the bracket, and put a comma between two items",
    "while parsing a flow mapping": "close the bracket, and put a comma between two items",
}


@dataclass(slots=True, kw_only=True)
class EditorsFile:
    """A file that is being read, and what was wrong in it so far."""

    path: Path
    faults: list[Fault] = field(default_factory=list)

    def fault(self, node: Node | None, reason: str, mend: str, *, broken: bool = True) -> None:
        """Note what is wrong at `node`'s line, or only doubtful."""
        if len(self.faults) < MOST:
            line = None if node is None else node.start_mark.line + 1
            self.faults.append(Fault(path=self.path.as_posix(), reason=reason, mend=mend, line=line, broken=broken))
        elif len(self.faults) == MOST:
            mend = "mend the faults above, then build again"
            self.faults.append(Fault(path=self.path.as_posix(), reason="more is wrong in it", mend=mend))

    def root(self) -> Node | None:
        """Reads the file's node; None where it is empty, missing or faulty."""
        text = self._decoded_text()
        if text is None:
            return None
        if _depth(text) > DEEPEST:
            self._broken("nested too deeply", None)
            return None
        try:
            root = YAML(pure=True).compose(text)
            return root if root is not None and self._is_plain(root) else None
        except MarkedYAMLError as error:
            mark, said, mend = _plain_words_and_mend(error, text)
            self._broken(f"not YAML: {said}", None if mark is None else mark.line + 1, mend)
        except YAMLError as error:
            self._broken(f"not YAML: {str(error).splitlines()[0]}", None)
        except RecursionError:
            self._broken("nested too deeply", None)
        return None

    def mapping(self, node: Node | None, keys: Collection[str], what: str) -> dict[str, Node]:
        """Gives the keys of a mapping that are among `keys`; others, and one written twice, are faults."""
        if node is None or _is_empty(node):
            return {}
        if not isinstance(node, MappingNode):
            self.fault(node, f"{what} is no mapping", f"write `key: value` lines; keys are {', '.join(keys)}")
            return {}
        found: dict[str, Node] = {}
        for key, value in node.value:
            name = str(key.value) if isinstance(key, ScalarNode) else "?"
            if name not in keys:
                self.fault(key, f"unknown key `{name}` in {what}", f"use one of: {', '.join(keys)}")
            elif name in found:
                self.fault(key, f"key `{name}` is written twice in {what}", "keep one of the two")
            else:
                found[name] = value
        return found

    def items(self, node: Node | None, what: str) -> list[Node]:
        """Gives the nodes of a list."""
        if node is None or _is_empty(node):
            return []
        if isinstance(node, SequenceNode):
            return list(node.value)
        self.fault(node, f"{what} is no list", "write each on a line of its own that begins with `- `")
        return []

    def text(self, node: Node | None, what: str) -> str | None:
        """Reads a word or a line of text; None where there is none."""
        if node is None or _is_empty(node):
            return None
        if isinstance(node, ScalarNode):
            words = str(node.value)
            if UNWRITABLE.search(words):
                self.fault(node, f"{what} has a character that no page can show", "leave out the `\\u…` in it")
            return " ".join(UNWRITABLE.sub(" ", words).split()) or None
        self.fault(node, f"{what} is no text", "write it on one line, in quotation marks if it has a colon")
        return None

    def texts(self, node: Node | None, what: str) -> tuple[str, ...]:
        """Reads a list of texts."""
        found = [self.text(item, f"an item of {what}") for item in self.items(node, what)]
        return tuple(text for text in found if text is not None)

    def choice(self, node: Node | None, allowed: Mapping[str, object] | Collection[str], what: str) -> str | None:
        """Reads one of the words `allowed`."""
        text = self.text(node, what)
        if text is None or text in allowed:
            return text
        near = [_KINDRED[text]] if _KINDRED.get(text) in allowed else near_in_spelling(text, allowed)
        meant = "".join(f"is `{word}` meant? " for word in near)
        self.fault(node, f"{what} `{text}` is unknown", f"{meant}use one of: {', '.join(allowed)}")
        return None

    def _broken(self, reason: str, line: int | None, mend: str = _SEE) -> None:
        self.faults.append(Fault(path=self.path.as_posix(), reason=reason, mend=mend, line=line))

    def _decoded_text(self) -> str | None:
        try:
            if not stat.S_ISREG(self.path.lstat().st_mode):  # a FIFO would hang, a link may lead out of content/
                self.fault(None, "not a regular file", "put a YAML file there")
                return None
            with self.path.open("rb") as file:
                content = file.read(LARGEST + 1)
        except FileNotFoundError:
            return None
        except OSError as error:
            self.fault(None, f"cannot be read: {error.strerror}", "make it a file that you may read")
            return None
        if len(content) > LARGEST:
            self.fault(None, "larger than 256 KB", "split it, or leave out what is no correction")
            return None
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            self.faults.append(not_utf8(self.path.as_posix(), error))
            return None

    def _is_plain(self, node: Node, *, whole: bool = False) -> bool:
        """Tells whether a node may be read: no anchor, no tag; those of its parts that have one are taken out.

        Of an item of a list all is taken out (`whole`), of a mapping the key and what stands behind it.
        """
        if node.anchor is not None or str(node.tag) not in _PLAIN:
            self._refuse(node)
            return False
        if not isinstance(node, MappingNode | SequenceNode):
            return True
        within = whole or isinstance(node, SequenceNode)
        kept = [part for part in node.value if all(self._is_plain(each, whole=within) for each in _nodes_of_part(part))]
        lost, node.value = len(kept) < len(node.value), kept
        return not (whole and lost)

    def _refuse(self, node: Node) -> None:
        """Note an anchor or a tag, once a line: an anchor stands in many places."""
        if node.start_mark.line + 1 not in {fault.line for fault in self.faults}:
            self.fault(node, "an anchor or a tag", "write the value out; `&`, `*` and `!` need quotation marks")


def _nodes_of_part(part: Node | tuple[Node, Node]) -> tuple[Node, ...]:
    """Gives an item of a list alone; of a mapping the key and what stands behind it."""
    return part if isinstance(part, tuple) else (part,)


def near_in_spelling(text: str, words: Collection[str]) -> list[str]:
    """Give the one of `words` that is meant where `text` is a slip: “Ada Finhc” is “Ada Finch” by 0.89; [] for none."""
    return get_close_matches(text, words, 1, _ALIKE)


def not_utf8(path: str, error: UnicodeDecodeError) -> Fault:
    """Says that an editor's file has its bytes in another encoding: nothing of it is read."""
    line = error.object.count(b"\n", 0, error.start) + 1
    new = f"new{PurePosixPath(path).suffix}"
    mend = f"save it as UTF-8, for example: iconv -f WINDOWS-1252 -t UTF-8 {quote(path)} > {new}"
    return Fault(path=path, reason="not UTF-8", mend=mend, line=line)


def _plain_words_and_mend(error: MarkedYAMLError, text: str) -> tuple[Any, str, str]:
    """Says where it is, what is wrong and what mends it: in plain words for what is met most, else the reader's."""
    said = ", ".join(filter(None, (error.context, error.problem)))
    mark, problem = error.problem_mark, error.problem or ""
    if error.context in _UNCLOSED:
        return error.context_mark, said, _UNCLOSED[error.context]
    if "'\\t'" in said:
        return mark, said, "indent with spaces, not with a tab"
    if problem.startswith("mapping values") and mark is not None:
        before = text.splitlines()[mark.line][: mark.column]
        return (mark, *(_COLON if ": " in before else (_MISFIT, _FITTING)))
    return (error.context_mark if "simple key" in said else mark, *(_plainly(problem) or (said, _SEE)))


def _plainly(problem: str) -> tuple[str, str] | None:
    """Gives plain words for a problem and its mend, None for one that is seldom met."""
    return next((words for start, words in _PLAINLY.items() if problem.startswith(start)), None)


def _depth(text: str) -> int:
    depth = deepest = 0
    for bracket in _BRACKET.findall(text):
        depth = max(0, depth + (1 if bracket in "[{" else -1))
        deepest = max(deepest, depth)
    return deepest


def _is_empty(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.style is None and node.value in _EMPTY
