"""Many files kept as one in the store (a zip): written whole, and read as what anybody may have changed.

Nothing is packed tighter than it is, so no bundle unfolds to more than its own size; each member has its checksum,
and the bundle one of all of those.
"""

import os
import stat
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo


class Damaged(Exception):
    """There is no such bundle, or it is not as it was written."""


def pack(kept: Path, files: Iterable[tuple[str, bytes]], most: int) -> None:
    """Write the files beside their place and then there: two builds at once do no harm.  Raises OSError.

    Of the bundles in that folder the newest `most` stay.
    """
    kept.parent.mkdir(parents=True, exist_ok=True)
    beside = kept.with_name(f"{kept.stem}.{os.getpid()}.new")
    try:
        with ZipFile(beside, "w") as packed:
            for name, content in files:
                info = ZipInfo(name)  # one of its own has no clock in it
                info.comment = _checksum_of_member(name, content)
                packed.writestr(info, content)
            packed.comment = _checksum_of_all(packed.infolist())
        beside.replace(kept)
    finally:
        beside.unlink(missing_ok=True)
    others = sorted(kept.parent.glob("*.zip"), key=lambda path: (path != kept, -path.stat().st_mtime))
    for old in others[most:]:
        old.unlink(missing_ok=True)


def read(kept: Path, fits: Callable[[str], object], only: Collection[str] | None = None) -> Iterator[tuple[str, bytes]]:
    """Gives name and content of each file, or of those asked for.  Raises Damaged, also where a name does not fit.

    All names are looked at before the first file is given.
    """
    try:
        if not kept.is_file():
            raise Damaged(kept)
        with ZipFile(kept) as packed:
            members = packed.infolist()
            if not _is_ours(packed, members, kept.stat().st_size) or not all(fits(one.filename) for one in members):
                raise Damaged(kept)
            for member in members:
                if only is None or member.filename in only:
                    yield member.filename, _sound_content(packed, member)
    except (OSError, BadZipFile, EOFError, RuntimeError, ValueError) as error:  # RuntimeError: as if it were encrypted
        raise Damaged(kept) from error


def _is_ours(packed: ZipFile, members: Sequence[ZipInfo], size: int) -> bool:
    plain = all(one.compress_type == ZIP_STORED and not stat.S_ISLNK(one.external_attr >> 16) for one in members)
    small = sum(one.file_size for one in members) <= size
    distinct = len({one.filename for one in members}) == len(members)
    return plain and small and distinct and packed.comment == _checksum_of_all(members)


def _sound_content(packed: ZipFile, member: ZipInfo) -> bytes:
    content = packed.read(member)
    if member.comment != _checksum_of_member(member.filename, content):
        raise Damaged(member.filename)
    return content


def _checksum_of_member(name: str, content: bytes) -> bytes:
    return sha256(name.encode("utf-8", "surrogatepass") + b"\0" + content).hexdigest().encode()


def _checksum_of_all(members: Iterable[ZipInfo]) -> bytes:
    return sha256(b"".join(member.comment for member in members)).hexdigest().encode()
