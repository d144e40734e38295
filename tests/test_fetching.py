"""What fetching promises: polite, bounded, and one plain reason for what cannot be had.  The host is this machine."""

import ast
import gzip
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from briefings.seeds.fetching import AGENT, Fetched, Fetcher, Unfetched, address_of
from briefings.seeds.reading import MAX_BYTES
from briefings.seeds.robots import Robots, allows, read_robots
from made import ROOT
from made_host import Host, Page, hosted

BODY = b"<html><body><p>The mayor said no.</p></body></html>"


@pytest.fixture
def host() -> Iterator[Host]:
    with hosted() as made:
        made.pages["/a"] = Page(data=BODY)
        yield made


@pytest.fixture
def fetcher() -> Fetcher:
    return Fetcher(wait=0.0, limit=2.0)


def reason(fetcher: Fetcher, url: str) -> str:
    with pytest.raises(Unfetched) as caught:
        fetcher.get(url, named=True)
    assert caught.value.fault.path == url
    assert caught.value.fault.mend
    assert "\n" not in str(caught.value)
    return caught.value.fault.reason


def test_a_page_comes_with_its_address_its_type_and_the_day_on_which_it_was_sent(host: Host, fetcher: Fetcher) -> None:
    found = fetcher.get(f"{host.url}/a#top", named=True)
    assert found == Fetched(url=f"{host.url}/a", data=BODY, media="text/html", charset="utf-8", day="2031-05-06")


def test_who_asks_is_said_with_every_request(host: Host, fetcher: Fetcher) -> None:
    fetcher.get(f"{host.url}/a", named=True)
    assert host.paths() == ["/robots.txt", "/a"]
    assert all(agent.startswith(f"{AGENT}/") for _, agent, _ in host.asked)


def test_what_robots_forbid_is_not_asked_for(host: Host, fetcher: Fetcher) -> None:
    host.pages["/robots.txt"] = Page(data=b"User-agent: *\nDisallow: /a\n", media="text/plain")
    host.pages["/b"] = Page(data=BODY)
    assert reason(fetcher, f"{host.url}/a") == f"{host.url}/robots.txt forbids programs to fetch it"
    assert fetcher.get(f"{host.url}/b", named=True).data == BODY
    assert host.paths() == ["/robots.txt", "/b"]


@pytest.mark.parametrize("status", [404, 410, 403, 401])
def test_a_host_without_robots_forbids_nothing(host: Host, fetcher: Fetcher, status: int) -> None:
    host.pages["/robots.txt"] = Page(status=status)
    assert fetcher.get(f"{host.url}/a", named=True).data == BODY


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_host_whose_robots_cannot_be_read_now_is_left_alone(host: Host, fetcher: Fetcher, status: int) -> None:
    host.pages["/robots.txt"] = Page(status=status)
    assert f"robots.txt cannot be read now (status {status})" in reason(fetcher, f"{host.url}/a")
    assert host.paths() == ["/robots.txt"]


def test_a_redirect_is_followed_and_its_target_asked_for_by_the_same_rules(host: Host, fetcher: Fetcher) -> None:
    host.pages["/old"] = Page(status=301, headers=(("Location", "/a?x=1"),))
    host.pages["/a?x=1"] = Page(data=BODY)
    assert fetcher.get(f"{host.url}/old", named=True).url == f"{host.url}/a?x=1"
    host.pages["/robots.txt"] = Page(data=b"User-agent: *\nDisallow: /a\n", media="text/plain")
    assert "forbids" in reason(Fetcher(wait=0.0), f"{host.url}/old")


def test_redirects_are_bounded(host: Host, fetcher: Fetcher) -> None:
    host.pages |= {
        "/x": Page(status=302, headers=(("Location", "/y"),)),
        "/y": Page(status=302, headers=(("Location", "/x"),)),
        **{f"/{n}": Page(status=307, headers=(("Location", f"/{n + 1}"),)) for n in range(20)},
    }
    assert reason(fetcher, f"{host.url}/x") == "its redirects lead in a circle"
    assert reason(fetcher, f"{host.url}/0") == "more than 5 redirects"
    assert "/7" not in host.paths()


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://example.org/a", "javascript:1", "data:text/plain,a"])
def test_a_redirect_leads_nowhere_but_to_the_web(host: Host, fetcher: Fetcher, target: str) -> None:
    host.pages["/x"] = Page(status=302, headers=(("Location", target),))
    assert "is no address on the web" in reason(fetcher, f"{host.url}/x")


def test_only_an_editor_can_send_it_into_the_own_network(host: Host, fetcher: Fetcher) -> None:
    inside = host.url.replace("127.0.0.1", "localhost")
    host.pages["/x"] = Page(status=302, headers=(("Location", f"{inside}/a"),))
    assert reason(fetcher, f"{host.url}/x") == "leads to localhost, an address inside your own network"
    with pytest.raises(Unfetched, match="inside your own network"):
        Fetcher(wait=0.0).get(f"{host.url}/a")


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (404, "there is no such page (status 404)"),
        (410, "the page is gone (status 410)"),
        (401, "it wants a password (status 401)"),
        (403, "it is forbidden (status 403)"),
        (429, "the host will not give it (status 429)"),
        (500, "the host is in trouble (status 500)"),
        (304, "the host will not give it (status 304)"),
        (302, "the host will not give it (status 302)"),  # without a Location
    ],
)
def test_a_status_is_said_in_words(host: Host, fetcher: Fetcher, status: int, says: str) -> None:
    host.pages["/x"] = Page(status=status)
    assert reason(fetcher, f"{host.url}/x") == says


def test_what_is_packed_is_unpacked(host: Host, fetcher: Fetcher) -> None:
    host.pages["/x"] = Page(data=gzip.compress(BODY), headers=(("Content-Encoding", "gzip"),))
    assert fetcher.get(f"{host.url}/x", named=True).data == BODY


def test_what_is_too_large_is_refused_packed_or_not(host: Host, fetcher: Fetcher) -> None:
    host.pages["/x"] = Page(data=b"a" * (MAX_BYTES + 1))
    host.pages["/bomb"] = Page(data=gzip.compress(b"a" * 100_000_000), headers=(("Content-Encoding", "gzip"),))
    for path in ("/x", "/bomb"):
        assert reason(fetcher, host.url + path) == "larger than 5 MB"


@pytest.mark.parametrize(
    ("page", "says"),
    [
        (Page(data=BODY, headers=(("Content-Length", "999"),)), "it broke off"),
        (Page(data=gzip.compress(BODY)[:-12], headers=(("Content-Encoding", "gzip"),)), "it broke off"),
        (Page(data=BODY, headers=(("Content-Encoding", "gzip"),)), "Error -3 while decompressing data"),
        (Page(data=BODY, headers=(("Content-Encoding", "br"),)), "it is packed as “br”"),
        (Page(data=BODY, headers=(("X", "a" * 70_000),)), "got more than 65536 bytes"),
    ],
)
def test_what_is_broken_is_said(host: Host, fetcher: Fetcher, page: Page, says: str) -> None:
    host.pages["/x"] = page
    assert says in reason(fetcher, f"{host.url}/x")


@pytest.mark.parametrize("slow", [Page(data=BODY, drip=0.2), Page(data=BODY, silent=5.0)], ids=["drips", "silent"])
def test_a_slow_host_is_not_waited_for(host: Host, slow: Page) -> None:
    host.pages["/x"] = slow
    began = time.monotonic()
    assert reason(Fetcher(wait=0.0, limit=0.5), f"{host.url}/x").endswith("took longer than 0.5 seconds")
    assert time.monotonic() - began < 3


def test_a_host_that_is_not_there_is_said(host: Host, fetcher: Fetcher) -> None:
    gone = host.url.rpartition(":")[0] + ":1"
    assert "Connection refused" in reason(fetcher, f"{gone}/a")


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("ftp://example.org/a", "is no address on the web"),
        ("file:///etc/passwd", "is no address on the web"),
        ("http://", "is no address on the web"),
        ("http://a:99999/", "no address that can be asked for"),
        ("http://[::1/", "no address that can be asked for"),
        ("http://" + "a" * 70 + ".example/", "no address that can be asked for"),
        ("https://me:secret@example.org/a", "has a password in it, which would be published"),
    ],
)
def test_what_is_no_address_is_not_asked_for(fetcher: Fetcher, url: str, says: str) -> None:
    assert says in reason(fetcher, url)


def test_an_address_is_asked_for_in_ascii() -> None:
    assert address_of("HTTP://Zürich.example:8080/café au lait?q=ü&a=%20#x").geturl() == (
        "http://xn--zrich-kva.example:8080/caf%C3%A9%20au%20lait?q=%C3%BC&a=%20"
    )


def test_a_host_gets_one_request_at_a_time_and_a_wait_between_two(host: Host) -> None:
    host.pages["/b"] = Page(data=BODY)
    fetcher = Fetcher(wait=0.3)
    for path in ("/a", "/b"):
        fetcher.get(host.url + path, named=True)
    times = [when for _, _, when in host.asked]
    assert host.paths() == ["/robots.txt", "/a", "/b"]
    assert all(later - earlier >= 0.29 for earlier, later in pairwise(times))


def test_a_host_may_ask_for_a_longer_wait(host: Host) -> None:
    host.pages["/robots.txt"] = Page(data=b"User-agent: *\nCrawl-delay: 0.4\n", media="text/plain")
    Fetcher(wait=0.0).get(f"{host.url}/a", named=True)
    (_, _, first), (_, _, second) = host.asked
    assert second - first >= 0.39


ROBOTS = """\ufeff# rules
User-agent: other
Disallow: /

user-agent: *
user-agent: somebody
Disallow: /drafts/
Disallow: /*/print$
Disallow: /search*q=
Allow: /drafts/open
Disallow:
Crawl-delay: 7
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/drafts", True),
        ("/drafts/", False),
        ("/drafts/open/1", True),
        ("/%64rafts/x", False),
        ("/2031/print", False),
        ("/2031/printed", True),
        ("/print", True),
        ("/2031/05/print", False),
        ("/search?a=1&q=2", False),
        ("/search?a=1", True),
    ],
)
def test_the_longest_rule_that_fits_counts(path: str, allowed: bool) -> None:  # noqa: FBT001
    robots = read_robots(ROBOTS, AGENT)
    assert robots.wait == 7.0
    assert allows(robots, path) is allowed


def test_rules_for_this_program_count_alone() -> None:
    robots = read_robots(f"{ROBOTS}\nUser-agent: {AGENT.title()}\nDisallow: /drafts/open\n", AGENT)
    assert allows(robots, "/drafts/x")
    assert not allows(robots, "/drafts/open")
    assert robots.wait == 0.0
    assert read_robots(f"User-agent: {AGENT}\n", AGENT) == Robots()


@pytest.mark.parametrize("text", ["", "<html>Not found</html>", "Disallow: /", "a" * 100_000, ":" * 100_000])
def test_what_is_no_robots_file_forbids_nothing(text: str) -> None:
    assert allows(read_robots(text, AGENT), "/a")


def test_hostile_rules_take_no_time() -> None:
    rules = "User-agent: *\n" + f"Disallow: /{'*a' * 900}$\n" * 200
    began = time.process_time()
    assert allows(read_robots(rules, AGENT), "/" + "a" * 800 + "b")
    assert time.process_time() - began < 5


def test_only_fetching_knows_the_network() -> None:
    network = {
        "socket",
        "ssl",
        "http",
        "urllib.request",
        "ftplib",
        "smtplib",
        "asyncio",
        "requests",
        "httpx",
        "urllib3",
    }
    found = set()
    for path in (ROOT / "plugins" / "briefings").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
            if any(name in network or name.partition(".")[0] in network for name in names):
                found.add(Path(path).name)
    assert found == {"fetching.py"}
