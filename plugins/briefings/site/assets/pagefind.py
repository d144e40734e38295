"""The only module that knows Pagefind: records in, a search index in files out.

Its Python API sleeps a tenth of a second for each record, so we talk to its program, which answers each message with
one of its own: JSON in base64 with a comma behind it.  Two equal indexes differ in bytes: it works in several threads.
"""

import base64
import json
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from itertools import islice
from pathlib import Path
from threading import Thread
from typing import IO, Any

from .bundles import Damaged, pack, read
from .search import Record

LANGUAGE = "en"  # of the facts: whose words are cut to their stems
# What a browser runs; of the rest, what it loads, without Pagefind's own forms and its stems of no language.
CODE = frozenset({"pagefind.js", "pagefind-worker.js", f"wasm.{LANGUAGE}.pagefind"})
DATA = re.compile(
    r"pagefind-entry\.json|[\w.-]+\.pf_meta|(?:fragment|index|filter)/[\w.-]+\.pf_(?:fragment|index|filter)"
)
KEPT_DATA = re.compile(rf"(?:[1-9]\d{{0,3}}/)?(?:{DATA.pattern})")
FORMAT = "briefings/search/3"
KEPT = 4  # indexes in the store: of the site at home and in public, and what they were before


class Unsearchable(Exception):
    """The index could not be made; the message says why."""


def find_pagefind() -> Path:
    """Finds the program: of the package `pagefind-bin`, else on the PATH.  Raises Unsearchable."""
    try:
        import pagefind_bin  # noqa: PLC0415  comes with pelican-briefings[search], and not for every platform
    except ImportError:
        found = shutil.which("pagefind")
        if found is None:
            raise Unsearchable("Pagefind is not installed: pip install 'pelican-briefings[search]'") from None
        return Path(found)
    return Path(pagefind_bin.get_executable())


def keep_search(store: Path, program: Path, parts: Sequence[Sequence[Record]], folder: Path) -> None:
    """Write the index of these records into `folder`: the one of `store`, where it has theirs.

    So an unchanged site stays the same byte for byte, and is not indexed again.  The store keeps an index as one file:
    a file for each record, as a host needs them, costs as much to write as to find out.  What runs in a browser is
    never the store's but always the program's own.  Raises Unsearchable.
    """
    kept = store / "search" / f"{_index_key(program, parts)}.zip"
    code = _code(program)
    try:
        if not _unpacked(kept, folder):
            _write_files(folder, search_files(program, parts))
            with suppress(OSError):  # a store that takes nothing more costs time at the next build, never this one
                pack(kept, _files_in(folder), KEPT)
        for number in range(1, len(parts) + 1):
            _write_files(folder / _folder_of_part(number), code)
    except OSError as error:
        raise Unsearchable(f"the index cannot be written: {error}") from error


def search_files(program: Path, parts: Iterable[Iterable[Record]]) -> Iterator[tuple[str, bytes]]:
    """Gives path and bytes of each file of data of an index: of the second part ``2/pagefind-entry.json`` ….

    Each part has a process of its own, since Pagefind keeps its memory to the end.  Raises Unsearchable.
    """
    for number, records in enumerate(parts, 1):
        for path, content in _files(program, records):
            if DATA.fullmatch(path):
                yield _folder_of_part(number) + path, content


def _code(program: Path) -> list[tuple[str, bytes]]:
    """Gives what runs in a browser, as the program gives it with any index."""
    record = Record(path="", html=f'<html lang="{LANGUAGE}"><body><p>one</p></body></html>')
    return [(path, content) for path, content in _files(program, [record]) if path in CODE]


def _files(program: Path, records: Iterable[Record]) -> Iterator[tuple[str, bytes]]:
    try:
        command = [str(program), "--service"]
        running = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603  ours
    except OSError as error:
        raise Unsearchable(f"{program} does not run: {error}") from error
    with running:
        for file in _index_of_records(running, records):
            yield file["path"], base64.b64decode(file["content"])


def _folder_of_part(number: int) -> str:
    return f"{number}/" if number > 1 else ""


def _index_key(program: Path, parts: Iterable[Iterable[Record]]) -> str:
    """Computes the hex sha256 over the program's size and all records, part by part."""
    whole = sha256(f"{FORMAT}\0{program.name}\0{program.stat().st_size}".encode())
    for part in parts:
        for record in part:
            whole.update(f"\0{record.path}\0{record.html}".encode("utf-8", "surrogatepass"))
        whole.update(b"\0\0")
    return whole.hexdigest()


def _unpacked(kept: Path, folder: Path) -> bool:
    """Tells whether the index is kept, and stands in `folder` now; a damaged one is none."""
    try:
        _write_files(folder, read(kept, KEPT_DATA.fullmatch))
    except Damaged:
        shutil.rmtree(folder, ignore_errors=True)
        return False
    return True


def _write_files(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    for name, content in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _files_in(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield path.relative_to(folder).as_posix(), path.read_bytes()


def _index_of_records(running: subprocess.Popen[bytes], records: Iterable[Record]) -> list[dict[str, str]]:
    """Gives path and content (in base64) of each file of the index of the records."""
    (made,) = _answers_of_program(running, {"type": "NewIndex", "config": {"force_language": LANGUAGE}})
    index = {"index_id": made["index_id"]}
    pages = [{"type": "AddFile", **index, "url": record.path, "file_contents": record.html} for record in records]
    *_, written = _answers_of_program(running, *pages, {"type": "GetFiles", **index})
    files: list[dict[str, str]] = written["files"]
    return files


def _answers_of_program(running: subprocess.Popen[bytes], *messages: dict[str, Any]) -> list[dict[str, Any]]:
    """Send messages and read an answer to each, in the same order.

    They are sent at once, since to wait for each answer costs a tenth of the whole; by a thread, since neither side
    may wait for the other to empty a full pipe.
    """
    into, out = running.stdin, running.stdout
    if into is None or out is None:  # not with PIPE, which Popen's type does not know
        raise Unsearchable("pagefind has no pipes")
    teller = Thread(target=_send_messages, args=(into, messages))
    teller.start()
    try:
        answers = list(islice(_messages(out), len(messages)))
    finally:
        teller.join()
    return [_payload(answer) for answer in answers]


def _send_messages(into: IO[bytes], messages: Iterable[dict[str, Any]]) -> None:
    try:
        for message in messages:
            into.write(base64.b64encode(json.dumps({"message_id": 1, "payload": message}).encode("utf-8")) + b",")
        into.flush()
    except BrokenPipeError:  # it has ended, as its answers tell
        with suppress(BrokenPipeError):
            into.close()


def _messages(out: IO[bytes]) -> Iterator[bytes]:
    """Gives what stands before each comma.  Raises Unsearchable where no more can come."""
    begun = bytearray()
    while more := out.read1(1 << 16):  # type: ignore[attr-defined]  # a BufferedReader, which IO is not
        *whole, last = more.split(b",")
        for end in whole:
            yield bytes(begun + end)
            begun.clear()
        begun += last
    raise Unsearchable("pagefind ended before its answer")


def _payload(message: bytes) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(base64.b64decode(message))["payload"]
    if answer["type"] == "Error":
        raise Unsearchable(f"pagefind: {answer['message']}")
    return answer
