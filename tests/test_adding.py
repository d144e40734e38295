"""What `briefings add` promises: pages, files and feeds become seeds, legibly named, each once, none overwritten."""

import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.__main__ import main
from briefings.language.letters import slug
from briefings.model import Article, Fault
from briefings.seeds.adding.adding import Added, add
from briefings.seeds.adding.fetching import Fetcher
from briefings.seeds.gathering import gather_seeds
from made import ROOT
from made_build import build
from made_host import Host, Page, hosted
from made_pages import NEWS, News, json_ld_plain, open_graph, plain
from test_forms import as_json, mail, markdown, schema_org, text

NAME = "2031-05-05-the-harbour-post-norland-reopens-the-bridge-to-estaria-after-a-year"
FIRST = NEWS[0]
BELL = b"\x07" * 9


@pytest.fixture
def host() -> Iterator[Host]:
    with hosted() as made:
        yield made


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    return tmp_path / "seeds"


def bring(seeds: Path, *sources: str | Path) -> list[Added | Fault]:
    return list(add(map(str, sources), seeds, Fetcher(wait=0.0, limit=60.0, private=True), slug))


def added(seeds: Path, *sources: str | Path) -> list[tuple[str, bool]]:
    """Name and newness of each; a fault fails the test."""
    found = bring(seeds, *sources)
    assert not [one for one in found if isinstance(one, Fault)], found
    return [(one.path.name, one.new) for one in found if isinstance(one, Added)]


def fault(seeds: Path, source: str | Path) -> Fault:
    (found,) = bring(seeds, source)
    assert isinstance(found, Fault)
    assert found.path == str(source)
    assert found.mend
    return found


def article(path: Path) -> Article:
    (found,) = gather_seeds([path]).articles
    return found


def served(host: Host, news: News, path: str = "/a", *, canonical: bool = True) -> Page:
    """A page of this news at this address of the host."""
    source = open_graph(news).replace(news.url, host.url + path if canonical else "")
    return Page(data=source.encode())


def test_a_page_is_saved_under_its_day_its_outlet_and_its_headline(host: Host, seeds: Path) -> None:
    host.pages["/a"] = served(host, FIRST)
    assert added(seeds, f"{host.url}/a") == [(f"{NAME}.html", True)]
    made = article(seeds / f"{NAME}.html")
    assert made.text == "\n\n".join(FIRST.paragraphs)
    assert (made.title, made.outlet, made.published.date, made.url) == (
        FIRST.title, FIRST.outlet, FIRST.day, f"{host.url}/a",
    )  # fmt: skip


def test_the_page_stays_as_it_came_but_for_a_comment_that_says_where_from(host: Host, seeds: Path) -> None:
    source = plain(FIRST)
    host.pages["/a"] = Page(data=source.encode())
    host.pages["/--old"] = Page(status=301, headers=(("Location", "/a"),))
    ((name, _),) = added(seeds, f"{host.url}/--old")
    saved = (seeds / name).read_text("utf-8")
    stamp = (
        f"<!-- saved from url=({len(host.url) + 2:04}){host.url}/a -->\n"
        "<!-- saved by pelican-briefings, sent 2031-05-06, "
        f"asked for as url=({len(host.url) + 10:04}){host.url}/%2D%2Dold -->\n"
    )
    assert saved == source.replace("<html", f"{stamp}<html", 1)
    assert article(seeds / name).url == f"{host.url}/a"


def test_an_address_that_is_there_is_not_asked_for_again(host: Host, seeds: Path) -> None:
    host.pages["/old"] = Page(status=302, headers=(("Location", "/a"),))
    host.pages["/a"] = Page(data=plain(FIRST).encode())
    first = added(seeds, f"{host.url}/old")
    asked = len(host.asked)
    before = (seeds / first[0][0]).read_bytes()
    for again in ("/old", "/a", "/a/", "/a#top", "/a?utm_source=letter"):
        assert added(seeds, host.url + again) == [(first[0][0], False)]
    assert len(host.asked) == asked
    assert [path.read_bytes() for path in seeds.iterdir()] == [before]


def test_one_page_at_two_addresses_is_one_seed(host: Host, seeds: Path) -> None:
    host.pages |= {path: served(host, FIRST) for path in ("/a", "/b")}  # both call themselves /a
    assert added(seeds, f"{host.url}/b", f"{host.url}/a") == [(f"{NAME}.html", True), (f"{NAME}.html", False)]
    host.pages |= {path: Page(data=plain(NEWS[1]).encode()) for path in ("/c", "/d")}  # neither says its address
    (one, new), (other, again) = added(seeds, f"{host.url}/c", f"{host.url}/d")
    assert (one, new, again) == (other, True, False)


def test_a_front_page_as_address_of_every_page_makes_no_two_pages_one(host: Host, seeds: Path) -> None:
    for number, news in enumerate(NEWS):
        host.pages[f"/{number}"] = Page(data=open_graph(news).replace(news.url, f"{host.url}/").encode())
    assert [new for _, new in added(seeds, *(f"{host.url}/{number}" for number in range(3)))] == [True] * 3


def test_two_pages_with_one_name_are_two_files_and_their_names_hold(host: Host, seeds: Path) -> None:
    other = FIRST.paragraphs[-1] + " A second page says more."
    host.pages["/a"] = served(host, FIRST, "/a")
    host.pages["/b"] = Page(data=served(host, FIRST, "/b").data.replace(FIRST.paragraphs[-1].encode(), other.encode()))
    first, second = added(seeds, f"{host.url}/a", f"{host.url}/b")
    assert first == (f"{NAME}.html", True)
    assert second[1]
    assert second[0].startswith(f"{NAME}-")
    assert len(second[0]) == len(f"{NAME}-12345678.html")
    assert added(seeds, f"{host.url}/b") == [(second[0], False)]


@pytest.mark.parametrize("declared", ["", "<meta charset='iso-8859-1'>", "<meta charset='utf-8'>"])
def test_an_encoding_that_only_the_host_says_is_kept(host: Host, seeds: Path, declared: str) -> None:
    source = (
        plain(FIRST).replace("<meta charset='utf-8'>", declared).replace("Mara Quill", "Мара Квил").replace("“", '"')
    )
    source = source.replace("”", '"')
    host.pages["/a"] = Page(data=source.encode("koi8-r", "ignore"), media="text/html; charset=KOI8-R")
    ((name, _),) = added(seeds, f"{host.url}/a")
    made = article(seeds / name)
    assert "Мара Квил" in made.text
    assert (made.seed.encoding, made.warnings) == ("utf-8", ())
    assert made.seed.raw.index('<meta charset="utf-8">') < 1024  # where a browser looks for it


def test_a_page_in_windows_1252_that_calls_itself_latin_1_is_read_as_browsers_do(host: Host, seeds: Path) -> None:
    host.pages["/a"] = Page(data=plain(FIRST).encode("cp1252"), media="text/html; charset=iso-8859-1")
    ((name, _),) = added(seeds, f"{host.url}/a")
    assert "“We have waited" in article(seeds / name).text


FORMS = {
    "text": ("text/plain; charset=utf-8", text, ".txt"),
    "Markdown": ("text/markdown", markdown, ".md"),
    "Markdown without a front matter": (
        "text/markdown", lambda news: f"# {news.title}\n\n" + "\n\n".join(news.paragraphs), ".md",
    ),
    "JSON": ("application/json", lambda news: as_json(schema_org)(news).replace(f'"url": "{news.url}",', ""), ".json"),
    "a page that calls itself a text": ("text/plain", plain, ".html"),
    "a page without a type": (None, plain, ".html"),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_other_forms_keep_their_address_too(host: Host, seeds: Path, form: str) -> None:
    media, write, ending = FORMS[form]
    host.pages["/news/bridge"] = Page(data=write(FIRST).encode(), media=media)
    ((name, _),) = added(seeds, f"{host.url}/news/bridge")
    made = article(seeds / name)
    assert name.endswith(ending)
    assert made.text == "\n\n".join(FIRST.paragraphs)
    assert made.url == f"{host.url}/news/bridge"
    assert added(seeds, f"{host.url}/news/bridge") == [(name, False)]


def feed(*items: str) -> Page:
    source = (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content='
        f'"http://purl.org/rss/1.0/modules/content/"><channel><title>The Harbour Post</title>'
        f"{''.join(items)}</channel></rss>"
    )
    return Page(data=source.encode(), media="application/rss+xml")


def item(title: str, link: str, body: str = "Short.", *, whole: bool = False) -> str:
    words = f"<content:encoded><![CDATA[{body}]]></content:encoded>" if whole else f"<description>{body}</description>"
    return f"<item><title>{title}</title><link>{link}</link><guid>{link}#id</guid>{words}</item>"


def whole(news: News, link: str) -> str:
    body = "".join(f"<p>{paragraph.replace('&', '&amp;')}</p>" for paragraph in news.paragraphs)
    return item(news.title, link, body, whole=True)


def test_of_a_feed_what_is_new_is_added(host: Host, seeds: Path) -> None:
    host.pages |= {f"/{number}": served(host, news, f"/{number}") for number, news in enumerate(NEWS)}
    assert [new for _, new in added(seeds, f"{host.url}/0")] == [True]
    host.pages["/feed"] = feed(
        item(NEWS[0].title, f"{host.url}/0"),
        whole(NEWS[1], f"{host.url}/1"),
        item(NEWS[2].title, f"{host.url}/2", "Teaser text … and", whole=True),
    )
    host.asked.clear()
    found = added(seeds, f"{host.url}/feed")
    assert [(new, Path(name).suffix) for name, new in found] == [(False, ".html"), (True, ".json"), (True, ".html")]
    assert host.paths() == ["/robots.txt", "/feed", "/2"]  # the first is there, the second is whole
    made = article(seeds / found[1][0])
    assert made.text == "\n\n".join(NEWS[1].paragraphs)
    assert (made.title, made.outlet, made.url) == (NEWS[1].title, "The Harbour Post", f"{host.url}/1")
    host.asked.clear()
    assert [new for _, new in added(seeds, f"{host.url}/feed")] == [False] * 3
    assert host.paths() == ["/robots.txt", "/feed"]


def test_one_entry_that_cannot_be_had_is_named_and_the_others_are_added(host: Host, seeds: Path) -> None:
    host.pages["/2"] = served(host, NEWS[2], "/2")
    host.pages["/feed"] = feed(
        item("Gone", f"{host.url}/gone"),
        "<item><title>Nothing</title><description>No link.</description></item>",
        item("File", "file:///etc/passwd"),
        item("Odd", "http://[x.y/a"),
        item("Feed", f"{host.url}/feed"),
        item(NEWS[2].title, f"{host.url}/2"),
    )
    found = bring(seeds, f"{host.url}/feed")
    assert [one.reason for one in found if isinstance(one, Fault)] == [
        "there is no such page (status 404)", "a summary without a link",
        "a summary whose link is no address on the web: “file://etc/passwd”",
        "a summary whose link is no address on the web: “http://[x.y/a”", "a feed within a feed",
    ]  # fmt: skip
    assert [one.new for one in found if isinstance(one, Added)] == [True]


def test_a_feed_may_be_a_file(host: Host, seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "x.rss").write_bytes(feed(*(whole(news, news.url) for news in NEWS)).data)
    assert [new for _, new in added(seeds, tmp_path / "x.rss")] == [True] * 3
    assert [new for _, new in added(seeds, tmp_path / "x.rss")] == [False] * 3
    assert host.asked == []


def test_a_feed_that_is_a_bomb_is_named(host: Host, seeds: Path) -> None:
    bomb = "".join(f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 10))
    host.pages["/feed"] = Page(
        data=f"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a0 'ha'>{bomb}]><rss>&a9;</rss>".encode(),
        media="text/xml",
    )
    assert "declares entities" in fault(seeds, f"{host.url}/feed").reason


@pytest.mark.parametrize("name", ["copied.txt", "Copied.HTML", "x.md", "x.json", "x.eml"])
def test_a_file_is_copied_byte_for_byte_once(seeds: Path, tmp_path: Path, name: str) -> None:
    write = {".txt": text, ".html": json_ld_plain, ".md": markdown, ".json": as_json(schema_org), ".eml": mail}
    path = tmp_path / name
    path.write_bytes(write[path.suffix.casefold()](FIRST).replace("\n", "\r\n").encode())
    wanted = NAME + path.suffix.casefold()
    assert added(seeds, path) == [(wanted, True)]
    assert (seeds / wanted).read_bytes() == path.read_bytes()
    assert added(seeds, path) == [(wanted, False)]
    (seeds / wanted).rename(seeds / f"other{path.suffix}")
    assert added(seeds, path, seeds / f"other{path.suffix}") == [(f"other{path.suffix}", False)] * 2


def test_a_file_of_several_articles_keeps_its_name(seeds: Path, tmp_path: Path) -> None:
    lines = "\n".join(as_json(schema_org)(news).replace("\n", " ") for news in NEWS)
    (tmp_path / "May's news.jsonl").write_text(lines, "utf-8")
    assert added(seeds, tmp_path / "May's news.jsonl") == [("mays-news.jsonl", True)]


def test_what_is_no_seed_is_named_and_the_others_are_added(host: Host, seeds: Path, tmp_path: Path) -> None:
    host.pages["/paper.pdf"] = Page(data=b"%PDF-1.7", media="application/pdf")
    host.pages["/empty"] = Page(data=b"<html><body><div id=app></div></body></html>")
    host.pages["/nothing"] = Page(data=b"")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "good.txt").write_text(text(FIRST), "utf-8")
    bad = {
        f"{host.url}/paper.pdf": "no page and no text, but application/pdf: not read yet",
        f"{host.url}/empty": "a page without an article's text",
        f"{host.url}/nothing": "an empty page",
        str(tmp_path / "photo.jpg"): "an image: not read yet",
        str(tmp_path / "pipe.txt"): "not a regular file (a pipe, a socket or a device)",
        str(tmp_path / "none.txt"): "no such file",
    }
    found = bring(seeds, *bad, tmp_path / "good.txt")
    assert {one.path: one.reason for one in found if isinstance(one, Fault)} == bad
    assert [path.name for path in seeds.iterdir()] == [f"{NAME}.txt"]


def test_a_folder_and_an_address_without_its_beginning_are_told_as_what_they_are(seeds: Path, tmp_path: Path) -> None:
    folder = fault(seeds, tmp_path)
    assert (folder.reason, folder.mend) == ("a folder", "name the files in it, each by its path")
    assert fault(seeds, "news.example.org/bridge").mend == "if it is an address, say https://news.example.org/bridge"


def test_a_folder_that_cannot_be_written_is_named(seeds: Path, tmp_path: Path) -> None:
    seeds.write_text("a file", "utf-8")
    (tmp_path / "good.txt").write_text(text(FIRST), "utf-8")
    assert fault(seeds, tmp_path / "good.txt").reason.startswith("cannot be saved: ")


def test_the_command_says_a_line_for_each_and_ends_with_1_where_one_is_missing(
    host: Host, seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    host.pages["/a"] = served(host, FIRST)
    command = ["add", "--allow-private", "--seeds", str(seeds), f"{host.url}/a"]
    assert main(command) == 0
    assert capsys.readouterr().out == f"added: {seeds}/{NAME}.html  {host.url}/a\n"
    assert main([*command, str(seeds / "none.txt")]) == 1
    said = capsys.readouterr()
    assert said.out == f"already there: {seeds}/{NAME}.html  {host.url}/a\n"
    assert said.err == f"briefings: {seeds}/none.txt: no such file; check the spelling of the path\n"


def test_what_is_inside_ones_own_network_is_refused_until_it_is_allowed(
    host: Host, seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    host.pages["/a"] = served(host, FIRST)
    assert main(["add", "--seeds", str(seeds), f"{host.url}/a"]) == 1
    said = capsys.readouterr().err
    assert "is no address of the open web" in said
    assert "--allow-private" in said
    assert (host.asked, seeds.exists()) == ([], False)


def test_pages_that_differ_in_a_query_without_a_value_are_two(host: Host, seeds: Path) -> None:
    host.pages |= {f"/?{number}": Page(data=plain(NEWS[number - 101]).encode()) for number in (101, 102)}
    assert [new for _, new in added(seeds, f"{host.url}/?101", f"{host.url}/?102")] == [True, True]
    assert [new for _, new in added(seeds, f"{host.url}/?101&utm_source=x", f"{host.url}/?102")] == [False, False]


@pytest.mark.parametrize("url", ["http://[x.y/a", "http://[::1", "http://a]b/", "//[", "http://x:99999999/"])
def test_a_seed_whose_own_address_is_none_stops_no_later_run(host: Host, seeds: Path, tmp_path: Path, url: str) -> None:
    for name, source in {
        "a.json": json.dumps(
            {"@type": "NewsArticle", "url": url, "headline": "A", "articleBody": "\n".join(FIRST.paragraphs)}
        ),
        "b.html": f"<html><head><link rel=canonical href='{url}'></head><body>x</body></html>",
        "c.md": f"---\nurl: {url}\n---\n\nWords.\n",
    }.items():
        seeds.mkdir(exist_ok=True)
        (seeds / name).write_text(source, "utf-8")
    host.pages["/a"] = served(host, FIRST)
    assert [new for _, new in added(seeds, f"{host.url}/a")] == [True]
    (tmp_path / "x.json").write_text((seeds / "a.json").read_text("utf-8").replace('"A"', '"B"'), "utf-8")
    assert bring(seeds, tmp_path / "x.json")


@pytest.mark.parametrize("url", ["http://[x.y", "https://[x.y/a", "http://a.b]/"])
def test_a_page_whose_own_address_is_none_is_a_seed_without_one(tmp_path: Path, url: str) -> None:
    (tmp_path / "a.html").write_text(json_ld_plain(FIRST).replace(FIRST.url, url), "utf-8")
    made = article(tmp_path / "a.html")
    assert (made.title, made.url) == (FIRST.title, None)


def test_a_terminal_that_lacks_letters_loses_nothing(seeds: Path, tmp_path: Path) -> None:
    for name in ("’ë.txt", "none-’ë.txt"):
        (tmp_path / name).write_text(text(FIRST if name < "n" else NEWS[1]), "utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "briefings", "add", "--seeds", seeds, tmp_path / "’ë.txt", tmp_path / "none-’ë.txt"],
        env=os.environ | {"PYTHONPATH": str(ROOT / "plugins"), "PYTHONIOENCODING": "ascii"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stderr, len(ran.stdout.splitlines())) == (0, "", 2)


@pytest.mark.parametrize("url", ["http://[x.y", "https://[x", "http://a b://"])
def test_an_address_that_is_none_loses_no_other(host: Host, seeds: Path, url: str) -> None:
    host.pages["/a"] = served(host, FIRST)
    one, other = bring(seeds, url, f"{host.url}/a")
    assert isinstance(one, Fault)
    assert isinstance(other, Added)


NO_TEXTS = (
    "zip", "punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined", "rot13", "hex", "base64", "bz2",
    "uu", "quopri", "utf-7", "mbcs", "a" * 5000, "../../x",
)  # fmt: skip


@pytest.mark.parametrize("charset", NO_TEXTS, ids=lambda name: name[:9])
def test_an_encoding_that_is_none_of_a_text_is_passed_over(host: Host, seeds: Path, charset: str) -> None:
    source = plain(FIRST).replace("charset='utf-8'", f"charset='{charset}'")
    host.pages["/a"] = Page(data=source.encode(), media=f"text/html; charset={charset}")
    ((name, new),) = added(seeds, f"{host.url}/a")
    assert new
    assert article(seeds / name).text == "\n\n".join(FIRST.paragraphs)


def test_a_full_disk_leaves_no_half_of_a_page(host: Host, seeds: Path) -> None:
    host.pages["/a"] = served(host, FIRST)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (500, limits[1]))
    try:
        (found,) = bring(seeds, f"{host.url}/a")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)
    assert isinstance(found, Fault)
    assert "cannot be saved" in found.reason
    assert list(seeds.iterdir()) == []
    assert added(seeds, f"{host.url}/a") == [(f"{NAME}.html", True)]


def test_nothing_that_is_sent_steers_the_terminal(host: Host, seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    host.pages["/a"] = Page(data=BELL, media="\x1b[2Jx/y")
    host.pages["/feed"] = feed(
        item("x", "&#27;[31mgone"), item("\x9b2J\u202egone", "file:///x"), whole(FIRST, "http://a.example/\x9b2J\u202e"),
    )  # fmt: skip
    main(["add", "--allow-private", "--seeds", str(seeds), f"{host.url}/a", f"{host.url}/feed", f"{host.url}/\x1b[2J"])
    said = capsys.readouterr()
    assert len(said.err.splitlines()) + len(said.out.splitlines()) == 5
    assert all(line.isprintable() for line in (*said.out.splitlines(), *said.err.splitlines()))


# Not the network: a socket that is made and bound, by which urllib3, that spaCy brings, sees whether there is IPv6.
SPY = """
import os, sys
HERE = ("socket.__new__", "socket.gethostname", "socket.bind")
def spy(event, words):
    if event.startswith("socket.") and event not in HERE:
        print(f"THE NETWORK: {event} {words}", file=sys.stderr, flush=True)
        os._exit(9)
sys.addaudithook(spy)
"""
MAIN = """
from briefings.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def spied(*words: str | Path) -> "subprocess.CompletedProcess[str]":
    """A command in a process that ends as soon as it asks the network."""
    return subprocess.run(
        [sys.executable, "-c", SPY + MAIN, *map(str, words)],
        cwd=ROOT, capture_output=True, text=True, check=False, input='{"doc": "x", "mentions": []}\n',
        env=os.environ | {"PYTHONPATH": str(ROOT / "plugins")},
    )  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        ["extract", "tests/paper/seeds"],
        ["show", "tests/paper/seeds"],
        ["link"],
        ["check", "--seeds", "tests/articles", "--content", "tests/paper/content"],
        ["extract", "--clean-only", "tests/newsroom/seeds"],
    ],
)
def test_no_other_command_asks_the_network(words: list[str]) -> None:
    ran = spied(*words)
    assert (ran.returncode, "THE NETWORK" in ran.stderr) == (0, False), ran.stderr


def test_no_build_asks_the_network(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(SPY, "utf-8")  # Python reads it first of all
    built = build(tmp_path, environment={"PYTHONPATH": str(tmp_path)})
    assert (built.status, "THE NETWORK" in built.said) == (0, False), built.said


def test_the_spy_sees_the_network(host: Host, seeds: Path) -> None:
    assert "THE NETWORK" in spied("add", "--allow-private", f"{host.url}/a", "--seeds", seeds).stderr
    assert host.asked == []
