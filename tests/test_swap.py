"""A reader meets the old site or the new one, never half of one."""

import errno
import os
import sys
from pathlib import Path

import pytest

from briefings.site.publish import swap


def site(folder: Path, words: str) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(words, "utf-8")
    (folder / "theme").mkdir()
    (folder / "theme" / f"{words}.css").touch()
    return folder


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_the_first_site_takes_its_place(tmp_path: Path) -> None:
    output = tmp_path / "output"
    assert swap.put_in_place(site(swap.staging(output), "new"), output) is None
    assert files(tmp_path) == ["output", "output/index.html", "output/theme", "output/theme/new.css"]


@pytest.mark.skipif(sys.platform != "linux", reason="EXCHANGE ABSENT: only Linux has renameat2")
def test_a_new_site_replaces_the_old_one_and_nothing_of_it_stays(tmp_path: Path) -> None:
    output = site(tmp_path / "output", "old")
    assert swap.put_in_place(site(swap.staging(output), "new"), output) is None
    assert files(tmp_path) == ["output", "output/index.html", "output/theme", "output/theme/new.css"]


@pytest.mark.parametrize("number", sorted(swap.REFUSALS))
def test_where_folders_cannot_be_exchanged_two_renames_do_it_and_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(one: Path, other: Path) -> None:
        raise OSError(number, os.strerror(number), str(one), None, str(other))

    monkeypatch.setattr(swap, "exchange", refuse)
    output = site(tmp_path / "output", "old")
    said = swap.put_in_place(site(swap.staging(output), "new"), output)
    assert said is not None
    assert "two renames" in said
    assert files(tmp_path) == ["output", "output/index.html", "output/theme", "output/theme/new.css"]


def test_a_mount_point_is_emptied_and_filled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))

    output, new = site(tmp_path / "output", "old"), site(tmp_path / "output.new", "new")
    monkeypatch.setattr(swap, "exchange", refuse)
    monkeypatch.setattr(Path, "rename", refuse)
    said = swap.put_in_place(new, output)
    assert said is not None
    assert "emptied and filled again" in said
    assert files(tmp_path) == ["output", "output/index.html", "output/theme", "output/theme/new.css"]


def test_any_other_refusal_leaves_the_old_site_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(swap, "exchange", refuse)
    output = site(tmp_path / "output", "old")
    with pytest.raises(OSError, match="Permission denied"):
        swap.put_in_place(site(swap.staging(output), "new"), output)
    assert (output / "index.html").read_text("utf-8") == "old"
