"""Pages are fetched: the one module of the house that uses the network, and only `briefings add` calls it.

Politely: what a host's robots.txt forbids is not asked for, a host gets one request at a time with a wait
before the next, and every request says who asks.  Guardedly: http and https only, bounded in size, time and
redirects, and no page of elsewhere can send it to an address inside the editor's own network.
"""

import queue
import socket
import threading
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from email.utils import parsedate_to_datetime
from http.client import HTTPException, HTTPResponse
from ipaddress import ip_address
from typing import TypeVar
from urllib.error import URLError
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request

from ..model import Fault
from .reading import MAX_BYTES
from .robots import Robots, allows, read_robots

AGENT = "pelican-briefings"
WAIT = 1.0  # seconds between two requests to one host
LIMIT = 30.0  # seconds for one request, from its first byte to its last
_LONGEST_WAIT = 30.0  # seconds; a host that asks for more is asked for one page at a time by hand
_MOST_HOPS = 5
_HOPS = (301, 302, 303, 307, 308)
_ROBOTS_BYTES = 500_000  # what RFC 9309 asks to be read at least
_CHUNK = 65_536
_HEADERS = {
    "User-Agent": f"{AGENT}/0.1 (saves single articles for an editor)",
    "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9,"
    " text/plain;q=0.8, application/json;q=0.8, */*;q=0.1",
    "Accept-Encoding": "gzip",
}  # fmt: skip
_LATER = "try again later; or open it in a browser and save the page as .html"
_BY_HAND = "open it in a browser, if you may read it there, and save the page as .html"
_CHECK = "check the address"
_MENDS = {401: _BY_HAND, 402: _BY_HAND, 403: _BY_HAND, 404: _CHECK, 410: _CHECK, 451: _BY_HAND}

Given = TypeVar("Given")


class Unfetched(Exception):
    """An address that gave nothing; carries the Fault to show."""

    def __init__(self, url: str, reason: str, mend: str) -> None:
        super().__init__(f"{url}: {reason}; {mend}")
        self.fault = Fault(path=url, reason=reason, mend=mend)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address gave."""

    url: str  # where it was found, after all redirects
    data: bytes  # unpacked
    media: str | None  # "text/html"; None where the host does not say
    charset: str | None  # as the host says, not the page
    day: str | None  # ISO, on which the host sent it


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    status: int
    headers: Message
    data: bytes


class Fetcher:
    """Fetches addresses one after another, and remembers what each host asked for and when it was asked last."""

    def __init__(self, *, wait: float = WAIT, limit: float = LIMIT) -> None:
        self._wait = wait
        self._limit = limit
        self._opener = _opener()
        self._robots: dict[str, Robots] = {}  # by scheme and host
        self._asked: dict[str, float] = {}  # when, by host
        self._named: set[str] = set()  # hosts that an editor named

    def get(self, url: str, *, named: bool = False) -> Fetched:
        """What `url` gives; `named` by an editor, not by a feed.  Raises Unfetched."""
        at = address_of(url)
        if named:
            self._named.add(at.hostname or "")
        answer, at = self._follow(at, url, self._heed_robots, MAX_BYTES)
        if answer.status != 200:
            raise _refused(url, answer.status)
        media = answer.headers.get_content_type() if answer.headers.get("Content-Type") else None
        return Fetched(
            url=urlunsplit(at),
            data=answer.data,
            media=media,
            charset=answer.headers.get_content_charset(),
            day=_day(answer.headers.get("Date")),
        )

    def _follow(
        self, at: SplitResult, url: str, heed: Callable[[SplitResult, str], None], most: int
    ) -> tuple[_Answer, SplitResult]:
        """The answer behind all redirects; `heed` looks at each address before it is asked for."""
        seen: set[SplitResult] = set()
        while len(seen) <= _MOST_HOPS:
            if at in seen:
                raise Unfetched(url, "its redirects lead in a circle", _CHECK)
            seen.add(at)
            if at.hostname not in self._named and _is_inside(at):
                raise Unfetched(url, f"leads to {at.hostname}, an address inside your own network", _CHECK)
            heed(at, url)
            answer = self._ask(at, url, most)
            target = answer.headers.get("Location") if answer.status in _HOPS else None
            if target is None:
                return answer, at
            at = address_of(urljoin(urlunsplit(at), target), of=url)
        raise Unfetched(url, f"more than {_MOST_HOPS} redirects", _CHECK)

    def _heed_robots(self, at: SplitResult, url: str) -> None:
        """Raises Unfetched where the host does not want this address to be asked for by programs."""
        host = f"{at.scheme}://{at.netloc}"
        if host not in self._robots:
            self._robots[host] = self._robots_of(host, url)
        path = urlunsplit(("", "", at.path or "/", at.query, ""))
        if not allows(self._robots[host], path):
            raise Unfetched(url, f"{host}/robots.txt forbids programs to fetch it", _BY_HAND)

    def _robots_of(self, host: str, url: str) -> Robots:
        """A host without the file forbids nothing; one that cannot give it now forbids everything."""
        answer, _ = self._follow(urlsplit(f"{host}/robots.txt"), url, lambda _at, _url: None, _ROBOTS_BYTES)
        if answer.status >= 500 or answer.status == 429:
            raise Unfetched(url, f"{host}/robots.txt cannot be read now (status {answer.status})", _LATER)
        return read_robots(answer.data.decode("utf-8", "replace"), AGENT) if answer.status == 200 else Robots()

    def _ask(self, at: SplitResult, url: str, most: int) -> _Answer:
        """One request.  Raises Unfetched where there is no answer, or too long a one."""
        robots = self._robots.get(f"{at.scheme}://{at.netloc}", Robots())
        self._pause(at.netloc, min(max(self._wait, robots.wait), _LONGEST_WAIT))
        try:
            return _within(self._limit, lambda: _answer(self._opener, urlunsplit(at), self._limit, most))
        except TimeoutError:
            raise Unfetched(url, f"{at.netloc} took longer than {self._limit:g} seconds", _LATER) from None
        except _TooLarge:
            raise Unfetched(url, f"larger than {most / 1_000_000:g} MB", "save the article's text as .txt") from None
        except (URLError, OSError, HTTPException, ValueError, zlib.error) as error:
            raise Unfetched(url, f"no answer from {at.netloc}: {_words(error)}", _LATER) from None
        finally:
            self._asked[at.netloc] = time.monotonic()

    def _pause(self, host: str, seconds: float) -> None:
        if host in self._asked:
            time.sleep(max(0.0, self._asked[host] + seconds - time.monotonic()))


def address_of(text: str, *, of: str | None = None) -> SplitResult:
    """``HTTPS://Harbourpost.example/a b#c`` as it is asked for, without its fragment.

    Raises Unfetched (with the address `of` which it is a redirect) for what is no address on the web.
    """
    url = of or text
    try:
        parts = urlsplit(text.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        raise Unfetched(url, "no address that can be asked for", _CHECK) from None
    if parts.scheme not in ("http", "https") or not host:
        raise Unfetched(url, f"“{parts.scheme}:” is no address on the web: http and https are", _CHECK)
    if parts.username or parts.password:
        raise Unfetched(url, "has a password in it, which would be published", "leave it out of the address")
    netloc = f"[{host}]{port}" if ":" in host else host + port
    path, query = (quote(part, safe="/%:@!$&'()*+,;=~-._?") for part in (parts.path or "/", parts.query))
    return SplitResult(parts.scheme, netloc, path, query, "")


class _TooLarge(Exception):
    """More bytes than one may send."""


def _opener() -> OpenerDirector:
    """No redirect is followed and no status is an error by itself; proxies are the environment's."""
    opener = OpenerDirector()
    for handler in (ProxyHandler(), HTTPHandler(), HTTPSHandler()):
        opener.add_handler(handler)
    return opener


def _within(seconds: float, work: Callable[[], Given]) -> Given:
    """What `work` gives, or raises.  TimeoutError after `seconds`, however slowly the other side drips."""
    done: queue.SimpleQueue[Given | Exception] = queue.SimpleQueue()

    def run() -> None:
        try:
            done.put(work())
        except (OSError, HTTPException, ValueError, zlib.error, _TooLarge) as error:
            done.put(error)

    threading.Thread(target=run, daemon=True).start()
    try:
        result = done.get(timeout=seconds)
    except queue.Empty:
        raise TimeoutError from None
    if isinstance(result, Exception):
        raise result
    return result


def _answer(opener: OpenerDirector, url: str, limit: float, most: int) -> _Answer:
    until = time.monotonic() + limit
    request = Request(url, headers=_HEADERS)  # noqa: S310  address_of lets http and https through only
    with opener.open(request, timeout=limit) as response:
        data = _body(response, until, most) if response.status == 200 else b""
        return _Answer(status=response.status, headers=response.headers, data=data)


def _body(response: HTTPResponse, until: float, most: int) -> bytes:
    """At most `most` bytes, unpacked; raises where there are more, or fewer than the host said."""
    packed = (response.headers.get("Content-Encoding") or "identity").strip().casefold()
    if packed not in ("gzip", "x-gzip", "identity"):
        raise ValueError(f"it is packed as “{packed}”")
    unpacker = zlib.decompressobj(wbits=31) if packed != "identity" else None
    data = bytearray()
    while chunk := response.read1(_CHUNK):
        data += unpacker.decompress(chunk, most + 1 - len(data)) if unpacker else chunk
        if len(data) > most:
            raise _TooLarge
        if time.monotonic() > until:
            raise TimeoutError
    if response.length or (unpacker and not unpacker.eof):
        raise ValueError("it broke off")
    return bytes(data)


def _is_inside(at: SplitResult) -> bool:
    """Whether the host is this machine, or one of its own network; not known where its name is not."""
    try:
        found = socket.getaddrinfo(at.hostname, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return False
    return any(not ip_address(str(one[4][0]).partition("%")[0]).is_global for one in found)


def _refused(url: str, status: int) -> Unfetched:
    said = {401: "it wants a password", 403: "it is forbidden", 404: "there is no such page", 410: "the page is gone"}
    reason = said.get(status, "the host will not give it" if status < 500 else "the host is in trouble")
    return Unfetched(url, f"{reason} (status {status})", _MENDS.get(status, _LATER))


def _words(error: Exception) -> str:
    reason = error.reason if isinstance(error, URLError) else error
    text = (reason.strerror if isinstance(reason, OSError) else None) or str(reason) or type(error).__name__
    return " ".join(text.split())[:200]


def _day(header: str | None) -> str | None:
    """``Mon, 05 May 2031 08:30:00 GMT`` → ``2031-05-05``."""
    try:
        return parsedate_to_datetime(header).date().isoformat() if header else None
    except ValueError:
        return None
