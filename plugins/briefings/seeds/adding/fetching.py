"""Pages are fetched: with `hosts.py` all of the house that uses the network, and only `briefings add` calls it.

Politely: what a host's robots.txt forbids is not asked for, a host gets one request at a time with a wait
before the next, and every request says who asks.  Guardedly: http and https only, bounded in size, time and
redirects, and nothing sends it to an address inside the editor's own network, unless the editor allows that.
"""

import queue
import threading
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from email.message import Message
from email.utils import parsedate_to_datetime
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import TypeVar
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from ...model import Fault
from ..reading import MAX_BYTES
from .hosts import Connect, Resolve, addresses_of_host, is_open, reach, road_to
from .robots import Robots, allows, read_robots

AGENT = "pelican-briefings"
WAIT = 1.0  # seconds between two requests to one host
LIMIT = 30.0  # seconds for one request, from its first byte to its last
_LONGEST_WAIT = 120.0  # seconds between two requests; a host that asks for more is left to a browser
_PORTS = {"http": 80, "https": 443}
_LONGEST_TYPE = 500  # characters of a Content-Type that are looked at
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
_INSIDE = "check the address; if you mean one of your own, say --allow-private (make seed ALLOW_PRIVATE=yes)"
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

    def __init__(
        self,
        *,
        wait: float = WAIT,
        limit: float = LIMIT,
        private: bool = False,
        resolve: Resolve = addresses_of_host,
        connect: Connect | None = None,
    ) -> None:
        """Ask addresses of one's own network only where they are `private` and that is allowed."""
        self._wait = wait
        self._limit = limit
        self._private = private
        self._resolve = resolve
        self._connect = connect
        self._robots: dict[str, Robots] = {}  # by scheme and host
        self._asked: dict[str, float] = {}  # when, by host

    def get(self, url: str) -> Fetched:
        """Gives what `url` gives.  Raises Unfetched."""
        at = address_of(url)
        answer, at = self._follow_redirects(at, url, self._heed_robots, MAX_BYTES)
        if answer.status != 200:
            raise _refused_with_status(url, answer.status)
        media, charset = _type_and_encoding(answer.headers.get("Content-Type"))
        return Fetched(
            url=urlunsplit(at),
            data=answer.data,
            media=media,
            charset=charset,
            day=_day_of_header(answer.headers.get("Date")),
        )

    def _follow_redirects(
        self, at: SplitResult, url: str, heed: Callable[[SplitResult, str], None], most: int
    ) -> tuple[_Answer, SplitResult]:
        """Gives the answer behind all redirects; `heed` looks at each address before it is asked for."""
        seen: set[SplitResult] = set()
        while len(seen) <= _MOST_HOPS:
            if at in seen:
                raise Unfetched(url, "its redirects lead in a circle", _CHECK)
            seen.add(at)
            heed(at, url)
            answer = self._ask_once(at, url, most)
            target = answer.headers.get("Location") if answer.status in _HOPS else None
            if target is None:
                return answer, at
            at = address_of(target, of=url, beside=urlunsplit(at))
        raise Unfetched(url, f"more than {_MOST_HOPS} redirects", _CHECK)

    def _heed_robots(self, at: SplitResult, url: str) -> None:
        """Raises Unfetched where the host does not want this address to be asked for by programs."""
        host = f"{at.scheme}://{at.netloc}"
        if host not in self._robots:
            self._robots[host] = self._robots_of(host, url)
        robots = self._robots[host]
        if robots.wait > _LONGEST_WAIT:
            raise Unfetched(url, f"{host}/robots.txt asks for {robots.wait:g} seconds between two requests", _BY_HAND)
        if not allows(robots, urlunsplit(("", "", at.path or "/", at.query, ""))):
            raise Unfetched(url, f"{host}/robots.txt forbids programs to fetch it", _BY_HAND)

    def _robots_of(self, host: str, url: str) -> Robots:
        """Reads a host's rules: one without the file forbids nothing, one that cannot give it now everything."""
        answer, _ = self._follow_redirects(urlsplit(f"{host}/robots.txt"), url, lambda _at, _url: None, _ROBOTS_BYTES)
        if answer.status >= 500 or answer.status == 429:
            raise Unfetched(url, f"{host}/robots.txt cannot be read now (status {answer.status})", _LATER)
        return read_robots(answer.data.decode("utf-8", "replace"), AGENT) if answer.status == 200 else Robots()

    def _ask_once(self, at: SplitResult, url: str, most: int) -> _Answer:
        """Makes one request.  Raises Unfetched where there is no answer, or too long a one."""
        robots = self._robots.get(f"{at.scheme}://{at.netloc}", Robots())
        try:
            addresses = _in_time(self._limit, lambda: self._resolve(at.hostname or "", at.port or _PORTS[at.scheme]))
            if not self._private and not all(map(is_open, addresses)):
                reason = f"{at.hostname} is no address of the open web, but one inside your own network"
                raise Unfetched(url, reason, _INSIDE)
            self._pause(at.netloc, max(self._wait, robots.wait))
            return _in_time(self._limit, lambda: self._answer(at, addresses, most))
        except TimeoutError:
            raise Unfetched(url, f"{at.netloc} took longer than {self._limit:g} seconds", _LATER) from None
        except _TooLarge:
            raise Unfetched(url, f"larger than {most / 1_000_000:g} MB", "save the article's text as .txt") from None
        except (OSError, HTTPException, ValueError, zlib.error) as error:
            raise Unfetched(url, f"no answer from {at.netloc}: {_words_of_error(error)}", _LATER) from None
        finally:
            self._asked[at.netloc] = time.monotonic()

    def _answer(self, at: SplitResult, addresses: Sequence[str], most: int) -> _Answer:
        """Gives what the host says at one of the addresses that were looked at: its name is not asked for again."""
        until = time.monotonic() + self._limit
        host, port, secure = at.hostname or "", at.port or _PORTS[at.scheme], at.scheme == "https"
        connection = HTTPConnection(host, port, timeout=self._limit)
        connecting = self._connect or road_to(host, at.scheme)
        connection.sock = reach(host, addresses, lambda one: connecting(one, port, self._limit), secure=secure)
        try:
            path = urlunsplit(("", "", at.path or "/", at.query, ""))
            connection.request("GET", path, headers=_HEADERS | {"Host": at.netloc})
            with connection.getresponse() as response:
                data = _unpacked_body(response, until, most) if response.status == 200 else b""
                return _Answer(status=response.status, headers=response.headers, data=data)
        finally:
            connection.close()

    def _pause(self, host: str, seconds: float) -> None:
        if host in self._asked:
            time.sleep(max(0.0, self._asked[host] + seconds - time.monotonic()))


def address_of(text: str, *, of: str | None = None, beside: str = "") -> SplitResult:
    """Gives an address as it is asked for, without its fragment: ``HTTPS://Harbourpost.example/a b#c``.

    Raises Unfetched (with the address `of` which it is a redirect, `beside` another) for what is no address on the web.
    """
    url = of or text
    try:
        parts = urlsplit(urljoin(beside, text.strip()))
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
        path, query = (quote(part, safe="/%:@!$&'()*+,;=~-._?") for part in (parts.path or "/", parts.query))
    except ValueError:
        raise Unfetched(url, "no address that can be asked for", _CHECK) from None
    if parts.scheme not in ("http", "https") or not host:
        raise Unfetched(url, f"“{parts.scheme}:” is no address on the web: http and https are", _CHECK)
    if parts.username or parts.password:
        raise Unfetched(url, "has a password in it, which would be published", "leave it out of the address")
    netloc = f"[{host}]{port}" if ":" in host else host + port
    return SplitResult(parts.scheme, netloc, path, query, "")


class _TooLarge(Exception):
    """More bytes than one may send."""


def _in_time(seconds: float, work: Callable[[], Given]) -> Given:
    """Gives what `work` gives, or raises.  TimeoutError after `seconds`, however slowly the other side drips."""
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


def _unpacked_body(response: HTTPResponse, until: float, most: int) -> bytes:
    """Reads at most `most` bytes, unpacked; raises where there are more, or fewer than the host said."""
    unpacker = zlib.decompressobj(wbits=31) if _is_packed(response) else None
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


def _is_packed(response: HTTPResponse) -> bool:
    """Tells whether a body is packed; ValueError where it is in a way that is not unpacked."""
    packed = (response.headers.get("Content-Encoding") or "identity").strip().casefold()
    if packed not in ("gzip", "x-gzip", "identity"):
        raise ValueError(f"it is packed as “{packed}”")
    return packed != "identity"


def _refused_with_status(url: str, status: int) -> Unfetched:
    said = {401: "it wants a password", 403: "it is forbidden", 404: "there is no such page", 410: "the page is gone"}
    reason = said.get(status, "the host will not give it" if status < 500 else "the host is in trouble")
    return Unfetched(url, f"{reason} (status {status})", _MENDS.get(status, _LATER))


def _words_of_error(error: Exception) -> str:
    text = (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
    return " ".join(text.split())[:200]


def _day_of_header(header: str | None) -> str | None:
    """Reads the day of a header: ``Mon, 05 May 2031 08:30:00 GMT`` → ``2031-05-05``."""
    try:
        return parsedate_to_datetime(header).date().isoformat() if header else None
    except (ValueError, TypeError, IndexError, OverflowError):  # a zone of "+9999999999999"
        return None


def _type_and_encoding(header: str | None) -> tuple[str | None, str | None]:
    """Reads type and encoding: ``text/html; charset=UTF-8`` → ``text/html``, ``utf-8``; None for what is not said."""
    if not header or len(header) > _LONGEST_TYPE:
        return None, None
    message = Message()
    message["Content-Type"] = header
    return message.get_content_type(), message.get_content_charset()
