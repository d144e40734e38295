"""Who published it, and under which section: told from the lines above a headline and the notice of copyright below.

No single sign decides.  A masthead stands first, carries a word that papers call themselves by, is
spelled by the site's address, or owns the copyright; a section is a part of the paper.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from urllib.parse import urlsplit

from ..dating.dating import is_date_line

# What newspapers, agencies and stations call themselves: evidence for an outlet, as the name's last word.
_OWN_WORDS = """
agency bulletin chronicle courier daily dispatch examiner express gazette globe guardian herald independent inquirer
journal ledger mail mercury mirror monitor news newspaper observer post press record register reporter review sentinel
standard star sun telegraph times today tribune weekly wire
"""
# The same in other languages, where such a word may also stand first: "La Voz de …", "Diario de …".
_OWN_WORDS_ELSEWHERE = """
allgemeine anzeiger avisen bladet corriere courrier dagblad dagbladet dépêche diario diário expreso figaro folha gaceta
gazeta gazete gazzetta giornale heraldo imparcial jornal jurnal kurier mundo nachrichten nación nasionalen noticias
országos país parisien periódico posten presse prensa pravda república repubblica rundschau semanario stampa telegraaf
tageblatt tagblatt tageszeitung tidende tiempo tribuna verdad vanguardia volkskrant voz zeitung
"""
_PARTS_OF_A_PAPER = """
analysis; arts; big story; business; courts; crime; culture; economy; editorial; education; elections; entertainment;
environment; explained; features; finance; foreign; health; home; home page; india; international; latest; law; life;
local; markets; money; nation; national; opinion; politics; region; regional; science; security; society; sport;
sports; tech; technology; top stories; top story; travel; uk; us; weather; world
"""
_PAPERS = frozenset(_OWN_WORDS.split())
_PAPERS_ELSEWHERE = frozenset(_OWN_WORDS_ELSEWHERE.split())
_ARTICLES = frozenset(["das", "der", "die", "el", "il", "l'", "la", "las", "le", "les", "los", "o", "the"])
_SECTIONS = frozenset(" ".join(name.split()) for name in _PARTS_OF_A_PAPER.split(";"))
_NEWS_OF = frozenset(["breaking", "city", "general", "latest", "more", "political", "state", "top", "u.s.", *_SECTIONS])
_COMPANIES = frozenset(
    ["company", "corp", "corporation", "gmbh", "group", "holdings", "inc", "limited", "llc", "ltd", "plc"]
)
_ADDRESS = re.compile(r"https?:|@|/")
_PARTS = re.compile(r" +(?:[|–—·»:>/-]|::) +")
_SECTION = re.compile(r"[^\W\d_](?:[^\W\d_]|[ &'’.,-]){1,40}")  # words: no day, no number, no mark alone
_HOST = re.compile(r"(?:https?://)?(?:www\.)?(?P<host>[\w-]+(?:\.[\w-]+)*\.[a-z]{2,})/?", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\b)", re.IGNORECASE)
_NOTICE = re.compile(
    r"©|\((?:c|C)\)|\b[Cc]opyright\b|\b[Aa]ll rights reserved\b|\b(?:19|20)\d\d\b(?:\s*[-–]\s*\d{2,4})?"
    r"|\b(?:by|Ltd|Inc)\b\.?"
)
_MOST_LINES = 4  # above a headline; more are a menu
_MOST_WORDS = 6
_MOST_CHARACTERS = 50
_FOOT_LINES = 40


def outlet_and_section(head: Sequence[str], foot: Sequence[str]) -> tuple[str | None, str | None]:
    """Reads the lines above the headline (`head`) and below the body (`foot`), each in the order of the dump."""
    hosts = [match["host"] for line in [*head, *foot[:_FOOT_LINES]] if (match := _HOST.fullmatch(line))]
    owner = next(filter(None, map(_owner_in_notice, foot[:_FOOT_LINES])), None)
    names = [name for line in head for name in _names_in_line(line)]
    if len(head) > _MOST_LINES or any(_is_long(name) for name in names):
        names = [name for name in names if _is_owner(name, owner)]
    leads = len(names) == 2 and names[1].casefold() in _SECTIONS  # what stands above a section is the paper
    rated = [_signs_of_outlet(name, i == 0 and leads, owner, hosts) for i, name in enumerate(names)]
    best = max(range(len(names)), key=lambda i: (rated[i], -i), default=None)
    if best is None or rated[best] < 1:
        return _without_name(owner, hosts[0] if hosts and hosts[0] in " ".join(head) else None), _last_section(names)
    return names[best], _last_section([*names[:best], *names[best + 1 :]])


def outlet_of(
    publishers: Sequence[str | None], sites: Sequence[str | None], shown: Sequence[str], url: str | None
) -> str | None:
    """Tells what a page's data call the outlet: the first name that its address bears out, else the site's.

    A publisher may be a company or an agency, a site's name that of an edition; `shown` are the parts of
    the page's title.
    """
    own, owners = _bare_names(sites), _bare_names(publishers)
    host = urlsplit(url).hostname if url else None
    fitting = [name for name in [*owners, *own, *shown] if host and not _is_long(name) and _fits_host(name, host)]
    proper = [name for name in fitting if not _HOST.fullmatch(name) and not _is_company(name)]
    unfit = sorted([*own, *owners], key=lambda name: bool(_HOST.fullmatch(name)) or _is_company(name))
    return next(iter([*sorted(proper, key=str.islower), *sorted(fitting, key=_is_company), *unfit]), None)


def _bare_names(names: Sequence[str | None]) -> list[str]:
    """Cuts ``The Harbour Post | News of the river`` to ``The Harbour Post``; addresses are no names."""
    return [_PARTS.split(name)[0] for name in names if name and not _ADDRESS.match(name)]


def _fits_host(name: str, host: str) -> bool:
    """Tells whether an address bears a name out.

    ``The Harbour Post`` fits harbourpost.example, ``Wall Street Journal`` wsj.com, ``Space.com`` space.com.
    """
    letters, initials = _letters_of_masthead(name), "".join(word[0] for word in name.casefold().split())
    labels = [_letters_of_masthead(label) for label in host.split(".")[:-1]]
    return any(len(label) > 1 and _is_short_for(label, letters, initials) for label in labels)


def _is_short_for(label: str, letters: str, initials: str) -> bool:
    """Tells whether a label is short for a name: ``harbourpost`` by its letters, ``wsj`` by its initials."""
    if label in (letters, initials, initials.removeprefix("t")):
        return True
    return (len(label) > 3 and label in letters) or (len(letters) > 3 and letters in label)


def _is_company(name: str) -> bool:
    """Tells whether a name is of who owns the paper, not of the paper: ``Harbour Holdings Ltd``."""
    return name.casefold().rstrip(".").rpartition(" ")[2] in _COMPANIES


def is_outlet(name: str) -> bool:
    """Tells whether a name is an outlet's.

    ``MillenniumPost``, ``The Harbour Times``, ``La Voz de San Mirto``; no ``Local News``.
    """
    words = name.casefold().split()
    if not words or name.casefold() in _SECTIONS or (words[-1] == "news" and set(words[:-1]) <= _NEWS_OF):
        return False
    inner = any(a.islower() and b.isupper() for a, b in pairwise(name))
    paper = words[-1] in _PAPERS and len(words) > 1 and ":" not in name  # a review, a record, a post is none
    return inner or paper or bool(_PAPERS_ELSEWHERE.intersection(words)) or bool(_HOST.fullmatch(name))


def _names_in_line(line: str) -> Iterator[str]:
    """Parts a line into names: ``Vessin Courier | Politics`` into two.

    An address and a day are none; of ``Home > News > Law`` only the last is one.
    """
    if is_date_line(line) or _HOST.fullmatch(line):
        return
    parts = [part.strip() for part in _PARTS.split(line[: 4 * _MOST_CHARACTERS]) if part.strip()]
    yield from parts[-1:] if len(parts) > 1 and parts[0].casefold() == "home" else parts


def _signs_of_outlet(name: str, leads: bool, owner: str | None, hosts: Sequence[str]) -> int:  # noqa: FBT001  # one sign of many
    """Counts how many signs say that `name` is the outlet's; none does so of a section."""
    if name.casefold() in _SECTIONS:
        return -1
    first = name.casefold().split()[0]
    letters = _letters_of_masthead(name)
    return (
        leads
        + 2 * is_outlet(name)
        + (first in _ARTICLES and " " in name)
        + 3 * _is_owner(name, owner)
        + 3 * (len(letters) > 3 and any(letters in _letters_of_masthead(host) for host in hosts))
    )


def _last_section(names: Sequence[str]) -> str | None:
    """Finds the name nearest to the headline; a second masthead is no section."""
    return next((name for name in reversed(names) if _SECTION.fullmatch(name) and not is_outlet(name)), None)


def _without_name(owner: str | None, host: str | None) -> str | None:
    """Takes, where no line names the outlet, the copyright's owner, if that is a paper's name, else the address."""
    return owner if owner and is_outlet(owner) and not _HOST.fullmatch(owner) else host


def is_notice(line: str) -> bool:
    """Tells whether a line is like ``© 2031 The Tarn Herald. All rights reserved.``."""
    owner = _owner_in_notice(line) if _COPYRIGHT.match(line) else None
    return owner is not None and owner[0].isupper()


def _owner_in_notice(line: str) -> str | None:
    """Finds whose copyright it is: ``© 2031 The Tarn Herald. All rights reserved.`` → ``The Tarn Herald``."""
    if len(line) > 4 * _MOST_CHARACTERS or not _COPYRIGHT.search(line):
        return None
    name = _NOTICE.sub(" ", line)
    name = " ".join(re.split(r"[.|,;•·]", name.strip(" .,|-–—•·"))[0].split())
    return name if name and not _is_long(name) else None


def _is_owner(name: str, owner: str | None) -> bool:
    return owner is not None and _letters_of_masthead(name) == _letters_of_masthead(owner)


def _letters_of_masthead(name: str) -> str:
    """Gives what a masthead, its address and its notice share: ``The Tarn Herald`` → ``tarnherald``."""
    return "".join(filter(str.isalnum, name.casefold().removeprefix("the ")))


def _is_long(name: str) -> bool:
    return len(name.split()) > _MOST_WORDS or len(name) > _MOST_CHARACTERS
