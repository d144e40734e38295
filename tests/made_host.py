"""A news site on this machine's own loopback: it serves what a test puts into it and remembers who asked for what."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import socket


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What an address of the host gives."""

    data: bytes = b""
    media: str | None = "text/html; charset=utf-8"
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    drip: float = 0.0  # seconds between two bytes
    silent: float = 0.0  # seconds before the first


@dataclass(slots=True, kw_only=True)
class Host:
    """Pages by their path; what is not among them is not found."""

    url: str
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[tuple[str, str, float]] = field(default_factory=list)  # path, User-Agent, when
    names: list[str] = field(default_factory=list)  # the Host of each request
    tunnels: list[str] = field(default_factory=list)  # what was asked for as of a proxy

    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [path for path, _, _ in self.asked]


@contextmanager
def hosted(over: Callable[[socket], socket] = lambda plain: plain) -> Iterator[Host]:
    """A host that answers until the test is over, over TLS where `over` says so."""
    host = Host(url="")
    ended = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            host.asked.append((self.path, self.headers.get("User-Agent", ""), time.monotonic()))
            host.names.append(self.headers.get("Host", ""))
            page = host.pages.get(self.path, Page(status=404))
            ended.wait(page.silent)
            self.send_response_only(page.status)
            stated = {"Date": "Tue, 06 May 2031 08:30:00 GMT", "Content-Length": str(len(page.data))}
            stated |= {"Content-Type": page.media} if page.media else {}
            for name, value in (stated | dict(page.headers)).items():
                self.send_header(name, value)
            self.send_header("Connection", "close")
            self.end_headers()
            for start in range(0, len(page.data), 1 if page.drip else max(1, len(page.data))):
                self.wfile.write(page.data[start : start + (1 if page.drip else len(page.data))])
                if ended.wait(page.drip):
                    return

        def do_CONNECT(self) -> None:
            host.tunnels.append(self.path)
            self.send_error(403)

        def log_message(self, *_: object) -> None:
            """Nothing: the test looks at what was asked for."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """A client that went away is what some tests are about."""

    with Server(("127.0.0.1", 0), Handler) as server:
        server.socket = over(server.socket)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        host.url = f"http://127.0.0.1:{server.server_port}"
        try:
            yield host
        finally:
            ended.set()
            server.shutdown()
            thread.join()
