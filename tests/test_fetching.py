"""What fetching promises: polite, bounded, and one plain reason for what cannot be had.  The host is this machine."""

import ast
import gzip
import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest

from briefings.seeds.adding.fetching import AGENT, Fetched, Fetcher, Unfetched, address_of
from briefings.seeds.adding.hosts import Resolve, is_open
from briefings.seeds.adding.robots import Robots, allows, read_robots
from briefings.seeds.reading import MAX_BYTES
from made import ROOT, Bar
from made_host import Host, Page, hosted

BODY = b"<html><body><p>The mayor said no.</p></body></html>"


@pytest.fixture
def host() -> Iterator[Host]:
    with hosted() as made:
        made.pages["/a"] = Page(data=BODY)
        yield made


@pytest.fixture
def fetcher() -> Fetcher:
    return Fetcher(wait=0.0, limit=60.0, private=True)


def reason(fetcher: Fetcher, url: str) -> str:
    with pytest.raises(Unfetched) as caught:
        fetcher.get(url)
    assert caught.value.fault.path == url
    assert caught.value.fault.mend
    assert "\n" not in str(caught.value)
    return caught.value.fault.reason


def test_a_page_comes_with_its_address_its_type_and_the_day_on_which_it_was_sent(host: Host, fetcher: Fetcher) -> None:
    found = fetcher.get(f"{host.url}/a#top")
    assert found == Fetched(url=f"{host.url}/a", data=BODY, media="text/html", charset="utf-8", day="2031-05-06")


def test_who_asks_is_said_with_every_request(host: Host, fetcher: Fetcher) -> None:
    fetcher.get(f"{host.url}/a")
    assert host.paths() == ["/robots.txt", "/a"]
    assert all(agent.startswith(f"{AGENT}/") for _, agent, _ in host.asked)


def test_what_robots_forbid_is_not_asked_for(host: Host, fetcher: Fetcher) -> None:
    host.pages["/robots.txt"] = Page(data=b"User-agent: *\nDisallow: /a\n", media="text/plain")
    host.pages["/b"] = Page(data=BODY)
    assert reason(fetcher, f"{host.url}/a") == f"{host.url}/robots.txt forbids programs to fetch it"
    assert fetcher.get(f"{host.url}/b").data == BODY
    assert host.paths() == ["/robots.txt", "/b"]


@pytest.mark.parametrize("status", [404, 410, 403, 401])
def test_a_host_without_robots_forbids_nothing(host: Host, fetcher: Fetcher, status: int) -> None:
    host.pages["/robots.txt"] = Page(status=status)
    assert fetcher.get(f"{host.url}/a").data == BODY


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_host_whose_robots_cannot_be_read_now_is_left_alone(host: Host, fetcher: Fetcher, status: int) -> None:
    host.pages["/robots.txt"] = Page(status=status)
    assert f"robots.txt cannot be read now (status {status})" in reason(fetcher, f"{host.url}/a")
    assert host.paths() == ["/robots.txt"]


def test_a_redirect_is_followed_and_its_target_asked_for_by_the_same_rules(host: Host, fetcher: Fetcher) -> None:
    host.pages["/old"] = Page(status=301, headers=(("Location", "/a?x=1"),))
    host.pages["/a?x=1"] = Page(data=BODY)
    assert fetcher.get(f"{host.url}/old").url == f"{host.url}/a?x=1"
    host.pages["/robots.txt"] = Page(data=b"User-agent: *\nDisallow: /a\n", media="text/plain")
    assert "forbids" in reason(Fetcher(wait=0.0, private=True), f"{host.url}/old")


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


INSIDE = [
    "127.0.0.1", "127.8.9.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",  # noqa: S104
    "224.0.0.1", "239.255.255.250", "255.255.255.255", "240.0.0.1", "192.0.2.1", "198.18.0.1",
    "::1", "::", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
    "::127.0.0.1", "2002:7f00:1::", "2002:a00:1::1", "2002:a9fe:a9fe::", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::a00:1", "2001:0:7f00:1::", "fec0::1", "::ffff:0:127.0.0.1",
    # the other blocks of IANA's registries of special-purpose addresses that are not reachable from everywhere
    "192.0.0.1", "192.0.0.8", "192.0.0.170", "192.0.0.255", "192.88.99.1", "192.88.99.2", "198.51.100.1", "203.0.113.1",
    "100::1", "100:0:0:1::1", "2001::1", "2001:2::1", "2001:10::1", "2001:1ff::1", "3fff::1", "3fff:fff::1", "5f00::1",
    "5f00:ffff::1", "::ffff:192.88.99.1", "2002:c058:6301::1", "64:ff9b::c000:8",
]  # fmt: skip


def resolving(*found: str) -> Resolve:
    """A resolver that gives these for any name."""
    return lambda _host, _port: list(found)


@pytest.mark.parametrize("address", INSIDE)
def test_an_address_inside_ones_own_network_is_refused_named_or_found(address: str) -> None:
    literal = f"[{address}]" if ":" in address else address
    asked = Fetcher(wait=0.0, limit=60.0)
    assert "is no address of the open web" in reason(asked, f"http://{literal}:8080/a")
    named = Fetcher(wait=0.0, limit=60.0, resolve=resolving("93.184.216.34", address))
    assert "is no address of the open web" in reason(named, "https://paper.example/a")


@pytest.mark.parametrize(
    "host_name", ["localhost", "LOCALHOST.", "127.1", "0x7f000001", "2130706433", "0177.0.0.1", "①②⑦.0.0.1"]
)
def test_names_and_odd_spellings_of_this_machine_are_refused(host: Host, host_name: str) -> None:
    port = host.url.rpartition(":")[2]
    asked = Fetcher(wait=0.0, limit=60.0)
    with pytest.raises(Unfetched):
        asked.get(f"http://{host_name}:{port}/a")
    assert host.asked == []


@pytest.mark.parametrize(
    "address",
    [
        "93.184.216.34",
        "2606:4700::1111",
        "2002:5db8:d822::1",
        "64:ff9b::5db8:d822",
        "192.0.1.1",
        "192.88.98.1",
        "3ffe::1",
    ],
)
def test_an_address_of_the_open_web_is_none_of_these(address: str) -> None:
    assert is_open(address)


def public(host: Host, asked: list[tuple[str, int]], **found: list[str]) -> Fetcher:
    """A fetcher that finds hosts at these addresses of the open web, all of which are this test's host."""
    here = int(host.url.rpartition(":")[2])

    def connecting(address: str, port: int, seconds: float) -> socket.socket:
        asked.append((address, port))
        return socket.create_connection(("127.0.0.1", here), timeout=seconds)

    return Fetcher(
        wait=0.0, limit=60.0, resolve=lambda name, _: [found[name.partition(".")[0]].pop(0)], connect=connecting
    )


def test_the_address_that_is_checked_is_the_one_that_is_asked(host: Host) -> None:
    """A name that leads inside as soon as it is asked for again, as one that rebinds does."""
    asked: list[tuple[str, int]] = []
    fetcher = public(host, asked, paper=["93.184.216.34", "93.184.216.35", "127.0.0.1"])
    assert fetcher.get("http://paper.example/a").data == BODY
    assert asked == [("93.184.216.34", 80), ("93.184.216.35", 80)]
    assert "is no address of the open web" in reason(fetcher, "http://paper.example/a")
    assert len(asked) == 2


def test_a_host_is_told_its_own_name(host: Host) -> None:
    fetcher = public(host, [], paper=["93.184.216.34"] * 2)
    fetcher.get("http://paper.example:8080/a")
    assert host.names == ["paper.example:8080"] * 2


def test_a_host_that_has_several_addresses_is_asked_at_the_first_that_answers(host: Host) -> None:
    port = host.url.rpartition(":")[2]
    fetcher = Fetcher(wait=0.0, limit=60.0, private=True, resolve=resolving("127.0.0.9", "127.0.0.1"))
    assert fetcher.get(f"http://paper.invalid:{port}/a").data == BODY


def test_a_redirect_into_ones_own_network_is_refused_and_so_are_robots_there(host: Host) -> None:
    host.pages["/x"] = Page(status=302, headers=(("Location", "http://inner.example/a"),))
    host.pages["/y"] = Page(status=302, headers=(("Location", "http://[x.y/a"),))
    asked: list[tuple[str, int]] = []
    fetcher = public(host, asked, paper=["93.184.216.34"] * 3, inner=["10.0.0.1"] * 2)
    assert reason(fetcher, "http://paper.example/x").startswith("inner.example is no address of the open web")
    assert reason(fetcher, "http://paper.example/y") == "no address that can be asked for"
    assert {address for address, _ in asked} == {"93.184.216.34"}
    other = public(host, asked, paper=["93.184.216.34"] * 3, inner=["10.0.0.1"])
    host.pages["/robots.txt"] = Page(status=301, headers=(("Location", "http://inner.example/robots.txt"),))
    assert reason(other, "http://paper.example/a").startswith("inner.example is no address of the open web")
    assert {address for address, _ in asked} == {"93.184.216.34"}


def test_a_secure_host_has_to_be_the_one_that_was_asked_for(host: Host) -> None:
    said = reason(public(host, [], paper=["93.184.216.34"]), "https://paper.example/a")
    assert said.startswith("no answer from paper.example: ")


@pytest.mark.skipif(not shutil.which("openssl"), reason="no openssl to make a certificate with")
@pytest.mark.parametrize(("name", "good"), [("paper.example", True), ("other.example", False)])
def test_a_certificate_is_looked_at_for_the_name_and_not_for_the_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, name: str, good: bool
) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    made = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "2",
    ]
    made += ["-keyout", key, "-out", certificate, "-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}"]
    subprocess.run(made, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with hosted(partial(context.wrap_socket, server_side=True)) as host:
        host.pages["/a"] = Page(data=BODY)
        fetcher = public(host, [], paper=["93.184.216.34"] * 2)
        if good:
            assert fetcher.get("https://paper.example/a").data == BODY
        else:
            assert "certificate" in reason(fetcher, "https://paper.example/a")


def test_a_proxy_is_told_the_address_that_was_checked(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", host.url)
    monkeypatch.delenv("no_proxy", raising=False)
    said = reason(Fetcher(wait=0.0, limit=60.0, resolve=resolving("93.184.216.34")), "http://paper.example/a")
    assert said.startswith("no answer from paper.example: ")
    assert host.tunnels == ["93.184.216.34:80"]


@pytest.mark.parametrize(
    "date", ["Tue, 06 May 2031 08:30:00 +9999999999999", "x" * 5000, "Tue, 99 May 2031", "-1", "\xff"]
)
def test_a_date_that_is_none_is_ignored(host: Host, fetcher: Fetcher, date: str) -> None:
    host.pages["/x"] = Page(data=BODY, headers=(("Date", date),))
    assert fetcher.get(f"{host.url}/x").day is None


def test_robots_with_a_mark_of_byte_order_are_heeded(host: Host, fetcher: Fetcher) -> None:
    host.pages["/robots.txt"] = Page(data=b"\xef\xbb\xbfUser-agent: *\nDisallow: /a\n", media="text/plain")
    assert "forbids" in reason(fetcher, f"{host.url}/a")


def test_a_host_that_asks_for_a_longer_wait_than_anybody_has_is_asked_for_nothing_more(host: Host) -> None:
    host.pages["/robots.txt"] = Page(data=b"User-agent: *\nCrawl-delay: 999\n", media="text/plain")
    fetcher = Fetcher(wait=0.0, private=True)
    said = reason(fetcher, f"{host.url}/a")
    assert reason(fetcher, f"{host.url}/b") == said
    assert said == f"{host.url}/robots.txt asks for 999 seconds between two requests"
    assert host.paths() == ["/robots.txt"]


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
    assert fetcher.get(f"{host.url}/x").data == BODY


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


@pytest.mark.parametrize("slow", [Page(data=BODY, drip=0.2), Page(data=BODY, silent=600.0)], ids=["drips", "silent"])
def test_a_slow_host_is_not_waited_for(host: Host, slow: Page) -> None:
    host.pages["/x"] = slow
    assert reason(Fetcher(wait=0.0, limit=0.5, private=True), f"{host.url}/x").endswith("took longer than 0.5 seconds")


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
    fetcher = Fetcher(wait=0.3, private=True)
    for path in ("/a", "/b"):
        fetcher.get(host.url + path)
    times = [when for _, _, when in host.asked]
    assert host.paths() == ["/robots.txt", "/a", "/b"]
    assert all(later - earlier >= 0.29 for earlier, later in pairwise(times))


def test_a_host_may_ask_for_a_longer_wait(host: Host) -> None:
    host.pages["/robots.txt"] = Page(data=b"User-agent: *\nCrawl-delay: 0.4\n", media="text/plain")
    Fetcher(wait=0.0, private=True).get(f"{host.url}/a")
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


def test_hostile_rules_take_no_time(bar: Bar) -> None:
    rules = "User-agent: *\n" + f"Disallow: /{'*a' * 900}$\n" * 200
    with bar(5):
        assert allows(read_robots(rules, AGENT), "/" + "a" * 800 + "b")


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
    assert found == {"fetching.py", "hosts.py"}
