"""What a host's robots.txt asks of this program, as RFC 9309 reads it.

The standard library's reader takes the first rule that fits, where the standard takes the longest, and
knows no ``*`` within a path, which news sites are fond of.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote

_LINE = re.compile(r"[ \t]*(?P<key>[A-Za-z-]{1,20})[ \t]*:[ \t]*(?P<value>[^#\r\n]{0,2000})")
_MOST_LINES = 20_000
_SECONDS = re.compile(r"\d{1,6}(?:\.\d{1,6})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """The rules for one program on one host: patterns of paths, and how long to wait between two requests."""

    rules: tuple[tuple[str, bool], ...] = ()  # pattern, whether it allows
    wait: float = 0.0  # seconds


def read_robots(text: str, agent: str) -> Robots:
    """Reads the groups for `agent`, else those for all.

    ``User-agent: *`` / ``Disallow: /drafts/*`` / ``Crawl-delay: 5``.
    """
    own, common = [], []
    for agents, key, value in _rules_with_agents(text):
        if agent.casefold() in agents:
            own.append((key, value))
        if "*" in agents:
            common.append((key, value))
    chosen = own if agent.casefold() in _agents(text) else common
    waits = [float(value) for key, value in chosen if key == "crawl-delay" and _SECONDS.fullmatch(value)]
    return Robots(
        rules=tuple((_plain_path(value), key == "allow") for key, value in chosen if key != "crawl-delay" and value),
        wait=max(waits, default=0.0),
    )


def allows(robots: Robots, path: str) -> bool:
    """Tells whether `path` (with its query) may be asked for: the longest pattern that fits counts, allowing first."""
    wanted = _plain_path(path)
    fitting = [(len(pattern), allowed) for pattern, allowed in robots.rules if _pattern_fits(pattern, wanted)]
    return max(fitting, default=(0, True))[1]


def _agents(text: str) -> set[str]:
    return {value.casefold() for key, value in _keys_and_values(text) if key == "user-agent"}


def _keys_and_values(text: str) -> Iterator[tuple[str, str]]:
    for line in text.removeprefix("\ufeff").splitlines()[:_MOST_LINES]:
        if found := _LINE.match(line):
            yield found["key"].casefold(), found["value"].strip()


def _rules_with_agents(text: str) -> Iterator[tuple[frozenset[str], str, str]]:
    """Gives each rule with the programs that it is for; several ``User-agent`` lines in a row share what follows."""
    agents: frozenset[str] = frozenset()
    naming = False
    for key, value in _keys_and_values(text):
        if key == "user-agent":
            agents = (agents if naming else frozenset()) | {value.casefold()}
            naming = True
        elif key in ("allow", "disallow", "crawl-delay"):
            naming = False
            yield agents, key, value


def _plain_path(path: str) -> str:
    """Spells a path in one way: ``/caf%c3%a9`` and ``/café`` are one."""
    return quote(unquote(path), safe="/*$?=&%:@!,;+'()[]~.-_#")


def _pattern_fits(pattern: str, path: str) -> bool:
    """Tells whether a pattern fits: ``/*/print$`` fits ``/2031/05/print``.

    Each part is looked for once, from left to right.
    """
    parts = pattern.removesuffix("$").split("*")
    if not path.startswith(parts[0]):
        return False
    at = len(parts[0])
    last = parts.pop() if pattern.endswith("$") and len(parts) > 1 else None
    for part in parts[1:]:
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    if last is not None:
        return path.endswith(last) and len(path) - len(last) >= at
    return not pattern.endswith("$") or at == len(path)
