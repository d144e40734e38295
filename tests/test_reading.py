"""What reading promises: text files become seeds; all else is named with its reason and its mend, and nothing hangs."""

import os
import socket
from pathlib import Path

import pytest

from briefings.model import Fault, Seed
from briefings.seeds.cleaning.cleaning import keep
from briefings.seeds.reading import FALLBACK, MAX_BYTES, Unreadable, find_seeds, read_seed

TEXT = "The mayor said “no” on Monday.\n"


def written(folder: Path, data: bytes, name: str = "x.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def read(path: Path, encoding: str | None = None) -> Seed:
    return read_seed(path, path.name, encoding=encoding)


def fault_of(path: Path, encoding: str | None = None) -> Fault:
    with pytest.raises(Unreadable) as caught:
        read_seed(path, path.name, encoding=encoding)
    fault = caught.value.fault
    assert fault.path == path.name
    assert fault.broken
    assert fault.mend
    assert fault.reason in str(caught.value)
    return fault


def test_a_seed_is_its_decoded_characters_and_the_hash_of_its_bytes(tmp_path: Path) -> None:
    seed = read(written(tmp_path, TEXT.replace("\n", "\r\n").encode()))
    assert seed.raw == TEXT.replace("\n", "\r\n")
    assert seed.encoding == "utf-8"
    assert len(seed.sha256) == 64


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_says_the_encoding_and_is_no_character(tmp_path: Path, encoding: str) -> None:
    assert read(written(tmp_path, TEXT.encode(encoding))).raw == TEXT


def test_what_is_not_utf_8_is_read_as_windows_1252_and_says_so(tmp_path: Path) -> None:
    seed = read(written(tmp_path, TEXT.encode("cp1252")))
    assert (seed.raw, seed.encoding) == (TEXT, FALLBACK)


def test_a_page_that_names_its_encoding_is_read_in_it(tmp_path: Path) -> None:
    page = "<html><head><meta charset='koi8-r'></head><body><p>Мост открыт.</p></body></html>"
    seed = read(written(tmp_path, page.encode("koi8-r"), "x.html"))
    assert (seed.raw, seed.encoding) == (page, "koi8-r")
    odd = page.replace("koi8-r", "klingon").encode("koi8-r")
    assert read(written(tmp_path, odd, "x.html")).encoding == FALLBACK


def test_an_editor_may_name_the_encoding(tmp_path: Path) -> None:
    path = written(tmp_path, "市長は反対した。".encode("shift_jis"))
    assert read(path, "shift_jis").raw == "市長は反対した。"
    assert "no encoding" in fault_of(path, "klingon").reason
    assert "no encoding" in fault_of(path, "zip").reason
    assert fault_of(path, "utf-8").reason == "not in utf-8"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n ", "empty"),
        ("\u2003\u00a0\n".encode(), "nothing but white space"),
        (b"The mayor\x00said no.", "not a text: it has zero bytes"),
        ("The mayor\x00said".encode("utf-16"), "not a text: it has zero characters"),
        (bytes(range(1, 32)) * 40, "not a text: too many control characters"),
        (b"%PDF-1.7\n", "not a text: a PDF document"),
        (b"\x89PNG\r\n\x1a\n", "not a text: an image"),
        (b"PK\x03\x04\x14\x00", "not a text: an archive or office document"),
        (b"<!DOCTYPE html>\n<p>The mayor said no.</p>", "a saved page, not its text"),
        (b"a" * (MAX_BYTES + 1), "larger than 5 MB"),
        (b"line one\nline two \x81\n", "not in UTF-8 or Windows-1252"),
    ],
)
def test_what_is_no_text_is_named(tmp_path: Path, data: bytes, reason: str) -> None:
    assert fault_of(written(tmp_path, data)).reason == reason


def test_a_fault_of_characters_names_its_line(tmp_path: Path) -> None:
    assert fault_of(written(tmp_path, b"line one\nline two \x81\n")).line == 2


def test_five_megabytes_are_read(tmp_path: Path) -> None:
    assert len(read(written(tmp_path, b"a " * (MAX_BYTES // 2))).raw) == MAX_BYTES


@pytest.mark.parametrize("name", ["x.pdf", "x.docx", "x.warc", "x.mhtml", "x.png", "x.zip", "x.odd", "x"])
def test_other_forms_are_not_read_yet(tmp_path: Path, name: str) -> None:
    fault = fault_of(written(tmp_path, TEXT.encode(), name))
    assert fault.reason.endswith("not read yet")
    assert fault.mend == "save the article's text as .txt"


def test_the_ending_may_be_in_capitals(tmp_path: Path) -> None:
    assert read(written(tmp_path, TEXT.encode(), "X.TXT")).raw == TEXT


def test_a_link_is_refused_wherever_it_leads(tmp_path: Path) -> None:
    written(tmp_path, TEXT.encode(), "real.txt")
    for name, target in (("out.txt", "/etc/passwd"), ("in.txt", "real.txt"), ("dead.txt", "nowhere")):
        (tmp_path / name).symlink_to(target)
        assert fault_of(tmp_path / name).reason.startswith("a link")


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "away").mkdir()
    written(tmp_path / "away", TEXT.encode())
    (tmp_path / "seeds" / "link").symlink_to(tmp_path / "away")
    (found,) = find_seeds([tmp_path / "seeds"])
    assert fault_of(found).reason.startswith("a link")


def test_pipes_sockets_and_devices_are_refused_without_a_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert fault_of(tmp_path / "pipe.txt").reason.startswith("not a regular file")
    monkeypatch.chdir(tmp_path)  # a socket's path may have a hundred characters only
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.txt")
        assert fault_of(tmp_path / "socket.txt").reason.startswith("not a regular file")
    assert fault_of(Path("/dev/null")).reason.startswith("not a regular file")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert fault_of(tmp_path / "x.txt").reason == "no such file"


def test_a_name_that_no_system_takes_is_named(tmp_path: Path) -> None:
    assert fault_of(tmp_path / ("x" * 300 + ".txt")).reason.startswith("cannot be opened")
    assert fault_of(tmp_path / "a\0b.txt").reason.startswith("cannot be opened")


def test_a_file_without_the_right_to_read_it_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, TEXT.encode())
    path.chmod(0)
    if os.access(path, os.R_OK):
        assert read(path).raw == TEXT  # root reads everything
    else:
        assert fault_of(path).mend == "chmod u+r x.txt"


def test_seeds_are_found_in_the_order_of_names_and_hidden_files_and_backups_passed_over(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("c.txt", "a.txt", "a.txt~", "b/z.txt", "b/y.md", ".DS_Store", ".gitkeep", ".git/x.txt"):
        written(tmp_path, b"x", name)
    assert [path.relative_to(tmp_path).as_posix() for path in find_seeds([tmp_path])] == [
        "a.txt",
        "b/y.md",
        "b/z.txt",
        "c.txt",
    ]


@pytest.mark.parametrize("claim", ["zip", "punycode", "x-nobodys"])
def test_an_encoding_that_a_page_claims_and_nobody_can_read_is_named(tmp_path: Path, claim: str) -> None:
    page = f'<html><head><meta charset="{claim}"></head><body><p>“{TEXT}”</p></body></html>'
    path = written(tmp_path, page.encode("cp1252"), "x.html")
    (warning,) = [one for one in keep(read(path)).warnings if "Windows-1252" in one.reason]
    assert (
        warning.reason == f"not UTF-8, and “{claim}”, which it claims, is no encoding of a text: read as Windows-1252"
    )
    assert "iconv -f WINDOWS-1252 -t UTF-8 " in warning.mend


def test_no_command_of_a_mend_has_a_gap_to_fill(tmp_path: Path) -> None:
    mend = fault_of(written(tmp_path, b"line one \x93two\x94\n"), "utf-8").mend
    assert "iconv -f WINDOWS-1252 -t UTF-8 " in mend
    mend = fault_of(written(tmp_path, b"line one\nline two \x81\n")).mend
    assert "iconv" not in mend
    assert "`encoding` in its corrections" in mend
