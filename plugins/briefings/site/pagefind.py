"""The only module that knows Pagefind: records in, a search index in files out.

Its Python API sleeps a tenth of a second for each record, so we talk to its program, which answers each message with
one of its own: JSON in base64 with a comma behind it.  Two equal indexes differ in bytes: it works in several threads.
"""

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

from .search import Record

LANGUAGE = "en"  # of the facts: whose words are cut to their stems
# What a browser loads; the rest is Pagefind's own forms, and its stems of no language.
SCRIPTS = frozenset({"pagefind.js", "pagefind-worker.js"})
DATA = frozenset({"pagefind-entry.json", f"wasm.{LANGUAGE}.pagefind"})


FORMAT = "briefings/search/1"
KEPT = 4  # indexes in the store: of the site at home and in public, and what they were before


class Unsearchable(Exception):
    """The index could not be made; the message says why."""


def find_pagefind() -> Path:
    """The program: of the package `pagefind-bin`, else on the PATH.  Raises Unsearchable."""
    try:
        import pagefind_bin  # noqa: PLC0415  comes with pelican-briefings[search], and not for every platform
    except ImportError:
        found = shutil.which("pagefind")
        if found is None:
            raise Unsearchable("Pagefind is not installed: pip install 'pelican-briefings[search]'") from None
        return Path(found)
    return Path(pagefind_bin.get_executable())


def write_search(program: Path, parts: Iterable[Iterable[Record]], folder: Path) -> None:
    """Write each part of the index into a folder of its own, the first one `folder` itself, the next `folder`/2.

    Each part has a process of its own, since Pagefind keeps its memory to the end.  Raises Unsearchable.
    """
    try:
        for number, records in enumerate(parts, 1):
            command = [str(program), "--service"]
            with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:  # noqa: S603  ours
                _write_part(running, records, folder if number == 1 else folder / str(number))
    except OSError as error:
        raise Unsearchable(f"{program} does not run: {error}") from error


def keep_search(store: Path, program: Path, make: Callable[[], Iterable[Iterable[Record]]], folder: Path) -> None:
    """Write the index of the records that `make` gives into `folder`: the one of `store`, where it has theirs.

    So an unchanged site stays the same byte for byte, and is not indexed again.  Raises Unsearchable.
    """
    kept = store / "search" / _key(program, make())
    if not kept.is_dir():
        beside = kept.with_name(f"{kept.name}.{os.getpid()}.new")
        beside.mkdir(parents=True)
        try:
            write_search(program, make(), beside)
            beside.rename(kept)
        except OSError as error:
            if not kept.is_dir():  # another build was not faster
                raise Unsearchable(f"{kept} cannot be written: {error}") from error
        finally:
            shutil.rmtree(beside, ignore_errors=True)
        _forget(kept)
    shutil.copytree(kept, folder)


def _key(program: Path, parts: Iterable[Iterable[Record]]) -> str:
    """Hex sha256 over the program's size and all records, part by part."""
    whole = sha256(f"{FORMAT}\0{program.name}\0{program.stat().st_size}".encode())
    for part in parts:
        for record in part:
            whole.update(f"\0{record.path}\0{record.html}".encode("utf-8", "surrogatepass"))
        whole.update(b"\0\0")
    return whole.hexdigest()


def _forget(newest: Path) -> None:
    """Remove all but the newest indexes: one may weigh 200 MB."""
    others = [path for path in newest.parent.iterdir() if path != newest and not path.name.endswith(".new")]
    others.sort(key=lambda path: path.stat().st_mtime)
    for path in others[: 1 - KEPT]:
        shutil.rmtree(path, ignore_errors=True)


def _write_part(running: subprocess.Popen[bytes], records: Iterable[Record], folder: Path) -> None:
    index = _ask(running, type="NewIndex", config={"force_language": LANGUAGE})["index_id"]
    for record in records:
        _ask(running, type="AddFile", index_id=index, url=record.path, file_contents=record.html)
    _ask(running, type="WriteFiles", index_id=index, output_path=str(folder.absolute()))
    for path in folder.iterdir():
        needed = path.name in DATA | SCRIPTS or path.suffix == ".pf_meta"
        if path.is_file() and not needed:
            path.unlink()


def _ask(running: subprocess.Popen[bytes], **payload: Any) -> dict[str, Any]:
    """Send one message and read its answer."""
    into, out = running.stdin, running.stdout
    if into is None or out is None:  # not with PIPE, which Popen's type does not know
        raise Unsearchable("pagefind has no pipes")
    into.write(base64.b64encode(json.dumps({"message_id": 1, "payload": payload}).encode("utf-8")) + b",")
    into.flush()
    answer: dict[str, Any] = json.loads(base64.b64decode(_message(out)))["payload"]
    if answer["type"] == "Error":
        raise Unsearchable(f"pagefind: {answer['message']}")
    return answer


def _message(out: IO[bytes]) -> bytes:
    """All up to the comma; the next answer comes only after the next question."""
    message = bytearray()
    while not message.endswith(b","):
        more = out.read1(1 << 16)  # type: ignore[attr-defined]  # a BufferedReader, which IO is not
        if not more:
            raise Unsearchable("pagefind ended before its answer")
        message += more
    return bytes(message[:-1])
