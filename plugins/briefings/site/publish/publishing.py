"""Publishing: a production build of the site, pushed to the branch that GitHub Pages serves.

Works in the current folder, which is the checkout, and never touches the branch that is checked out in it.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from shlex import quote
from urllib.parse import urlsplit

from ...newsroom.editing.seedless import seedless
from ...newsroom.editing.stands_for import BRIEFINGS
from ...newsroom.editing.urls import URLS, appended, read_urls, write_urls
from .output import OutputClaim, Taken, unfit

LIMIT = 1_000_000_000  # bytes of a site: GitHub's documented limit of a published Pages site, 1 GB
SETTINGS = "publishconf.py"
GITHUB = re.compile(
    r"(?:^|//|@)(?:www\.|ssh\.)?github\.com(?::\d+)?[:/](?P<user>[^/@:]+)/(?P<repository>[^/]+?)(?:\.git)?/?$",
    re.IGNORECASE,
)

HOST = r"[\w-]+(?:\.[\w-]+)*"
ADDRESS = re.compile(rf"https?://(?:{HOST}|\[[0-9a-f:.]+\])(?::\d+)?(?:/[^\s?#\"'<>{{}}\\]*)?", re.IGNORECASE)
DOMAIN = re.compile(rf"{HOST}\.[\w-]+")

Say = Callable[[str], None]


class Unpublishable(Exception):
    """The site cannot be published; the message says in one line why, and what mends it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to build and where it goes; the folders are as Pelican's own command takes them."""

    seeds: str
    content: str
    output: str
    site_url: str | None  # None: found from the remote or CNAME
    remote: str
    branch: str
    push: bool = True
    day: str | None = None  # ISO; a build reads no clock: what is new and undated was added on this day


def publish(plan: Plan, say: Say) -> None:
    """Build `plan`'s site for the public and, unless told not to, push it.  Raises Unpublishable."""
    if plan.push:
        _fetch(plan)
    domain = _domain(plan)
    url = plan.site_url or site_url(domain, _remote_address(plan.remote))
    if url is None:
        raise Unpublishable(
            f"no address to publish at: say make publish SITEURL=https://… (it is found without, where the remote"
            f" `{plan.remote}` is on GitHub or {plan.content}/CNAME names a domain)"
        )
    if not is_address(url):
        raise Unpublishable(f"`{url}` is no address of a site: write it like SITEURL=https://example.org/paper")
    _refuse_seedless(plan)
    say(f"Building for {url.rstrip('/')}/")
    claim = _claim_output(Path(plan.output))
    try:
        _build_for_public(plan, url.rstrip("/"), claim)
        _bring_out(plan, url.rstrip("/"), domain, say)
    finally:
        claim.release()


def _claim_output(output: Path) -> OutputClaim:
    """Take the output for this publication alone, until all of it is out.  Raises Unpublishable."""
    whole = Path(os.path.realpath(output))
    if why := unfit(whole):
        raise Unpublishable(f"nothing was published: {why}")
    try:
        whole.parent.mkdir(parents=True, exist_ok=True)
        return OutputClaim(whole)
    except Taken as taken:
        raise Unpublishable(f"nothing was published: {taken}") from None
    except OSError as error:
        raise Unpublishable(f"nothing was published: {output} cannot be written: {error.strerror}") from None


def _bring_out(plan: Plan, url: str, domain: str | None, say: Say) -> None:
    """Push what was built, unless told not to.  Raises Unpublishable."""
    size = _weigh(Path(plan.output), say)
    if not plan.push:
        say(f"Not pushed; the site is in {plan.output}/, and its URLs are not remembered: {_by_hand(plan)}")
        return
    if size > LIMIT:
        raise Unpublishable("not pushed: GitHub Pages serves sites up to 1 GB; SOURCE_TEXT = 'none' makes it smaller")
    _refuse_emptied(plan, domain)
    if push_pages(Path(plan.output), plan.remote, plan.branch, domain):
        say(f"Pushed to branch {plan.branch} of {plan.remote}: {url}/")
    else:
        say(f"Nothing to push: branch {plan.branch} of {plan.remote} has this very site")
    remember_urls(Path(plan.output), Path(plan.content), say)


def _by_hand(plan: Plan) -> str:
    """Tells what an editor does who brings the site out in another way."""
    return f"once it is out, copy {plan.output}/{URLS} to {plan.content}/{URLS}"


def site_url(domain: str | None, remote_address: str | None) -> str | None:
    """Gives the site's address without a slash at its end: a domain of one's own, else GitHub's for the repository.

    `git@github.com:Ada/paper.git` → `https://ada.github.io/paper`; None where neither tells it.
    """
    if domain:
        return f"https://{domain}"
    found = GITHUB.search(remote_address or "")
    if not found:
        return None
    home = f"{found['user'].lower()}.github.io"
    return f"https://{home}" if found["repository"].lower() == home else f"https://{home}/{found['repository']}"


def is_address(text: str) -> bool:
    """Tells whether a site can stand at `text`, as it is written: “https://example.org/paper”."""
    try:
        path, _ = urlsplit(text).path, urlsplit(text).port  # one that is no number, or too large, raises
    except ValueError:
        return False
    stays = {".", ".."}.isdisjoint(path.split("/"))
    return stays and text.isprintable() and "\ufffd" not in text and ADDRESS.fullmatch(text) is not None


def push_pages(folder: Path, remote: str, branch: str, domain: str | None) -> bool:
    """Commit `folder` as the whole of `branch`, on top of what `remote` has, and push; False: nothing had changed."""
    who = _git("-c", "user.useConfigOnly=true", "var", "GIT_COMMITTER_IDENT")
    if who is None:
        raise Unpublishable("git does not know who you are: git config --global user.name … and user.email …")
    if "\ufffd" in who:
        raise Unpublishable("git has your name in another encoding than UTF-8: git config user.name …")
    import ghp_import  # noqa: PLC0415  not needed to build, so the wheel brings it with [publish] only

    published = f"refs/remotes/{remote}/{branch}"
    try:
        ghp_import.ghp_import(
            str(folder), remote=remote, branch=branch, mesg="Publish the site", nojekyll=True, cname=domain
        )
    except (
        ghp_import.GhpError,
        OSError,
        TypeError,
        UnicodeError,
    ) as error:  # TypeError: how ghp-import reports a failed commit
        raise Unpublishable(f"git could not commit {folder}/ to branch {branch}: {error}") from error
    if _git("rev-parse", f"{published}^{{tree}}") == _git("rev-parse", f"refs/heads/{branch}^{{tree}}"):
        _git("update-ref", f"refs/heads/{branch}", published)
        return False
    pushed = _run_git("push", "--quiet", remote, f"refs/heads/{branch}:refs/heads/{branch}")
    if pushed.returncode:
        raise Unpublishable(f"the push to {remote} was refused: {_last_line(pushed.stderr)}")
    _git("update-ref", published, f"refs/heads/{branch}")
    return True


def remember_urls(output: Path, content: Path, say: Say) -> None:
    """Append the URLs that are new in the published site to ``content/urls.csv``, so that later builds keep them.

    What was written there since the site was built stays.
    """
    built, kept = output / URLS, content / URLS
    now, faults = read_urls(kept)
    for fault in faults:
        if fault.broken:
            raise Unpublishable(f"the site is out, but {kept} could not be read ({fault.reason}): {fault.mend}")
    new = appended(now, read_urls(built)[0].addresses)
    if new != now.text and built.exists():
        try:
            write_urls(kept, new.encode("utf-8"))
        except OSError as error:
            raise Unpublishable(
                f"the site is out, but {kept} could not be written ({error.strerror}): copy {built} there"
            ) from error
        count = new.count("\n") - now.text.count("\n") - (not now.text)
        urls = "1 more URL" if count == 1 else f"{count:,} more URLs" if count else "what was added when"
        say(f"{kept} remembers {urls}; keep it with your seeds, it is what makes URLs stay")


def _fetch(plan: Plan) -> None:
    """Bring the local picture of the published branch up to date; raises Unpublishable where there is no remote."""
    if find_spec("ghp_import") is None:
        raise Unpublishable("ghp-import is not installed: pip install 'pelican-briefings[publish]'")
    if _remote_address(plan.remote) is None:
        raise Unpublishable(
            f"git has no remote `{plan.remote}` here: git remote add {plan.remote} git@github.com:you/paper.git,"
            " or make publish PUSH=no to build only"
        )
    if _git("symbolic-ref", "--quiet", "--short", "HEAD") == plan.branch:
        raise Unpublishable(f"branch {plan.branch} is checked out here: git checkout main, then publish again")
    source, picture = f"refs/heads/{plan.branch}", f"refs/remotes/{plan.remote}/{plan.branch}"
    heads = _run_git("ls-remote", plan.remote, source)
    if heads.returncode:
        raise Unpublishable(f"the remote {plan.remote} cannot be reached: {_last_line(heads.stderr)}")
    if not heads.stdout.strip():
        _git("update-ref", "-d", picture)
    elif _git("fetch", "--quiet", plan.remote, f"+{source}:{picture}") is None:
        raise Unpublishable(f"branch {plan.branch} of {plan.remote} cannot be fetched: git fetch {plan.remote}")


def _domain(plan: Plan) -> str | None:
    """Gives the site's own domain: from content/CNAME, else the one that GitHub's settings wrote into the branch."""
    for path in (Path(plan.content) / "CNAME", Path(plan.content) / "extra" / "CNAME"):
        if path.is_file():
            return _checked(path.read_text("utf-8", errors="replace").strip(), str(path), "write one alone into it")
    found = _git("show", f"refs/remotes/{plan.remote}/{plan.branch}:CNAME") or ""
    return _checked(found, f"CNAME of branch {plan.branch}", f"write yours alone into {plan.content}/CNAME")


def _checked(domain: str, place: str, mend: str) -> str | None:
    """Gives the one domain that a CNAME file names; raises Unpublishable where it holds anything else."""
    if domain and not DOMAIN.fullmatch(domain):
        raise Unpublishable(f"{place} names no domain: {mend}, without https://: paper.example.org")
    return domain or None


def _refuse_seedless(plan: Plan) -> None:
    """Raises Unpublishable where a correction has lost its seed: facts that an editor denied would be out again."""
    found = list(seedless(Path(plan.content), [Path(plan.seeds)]))
    if found:
        first, more = found[0], f" ({len(found) - 1:,} more: make check)" if found[1:] else ""
        raise Unpublishable(
            f"nothing was published: {first.path}: {first.reason}, so that what it corrects would be back;"
            f" {first.mend}{more}"
        )


def _refuse_emptied(plan: Plan, domain: str | None) -> None:
    """Raises Unpublishable where a site of no briefing would take the place of one that has some."""
    published = f"refs/remotes/{plan.remote}/{plan.branch}"
    there = (_git("ls-tree", "-d", "--name-only", published, BRIEFINGS) or "").splitlines()
    if there and not any(Path(plan.output, BRIEFINGS).glob("*/index.html")):
        words = ["--push", "--no-jekyll", f"--remote={plan.remote}", f"--branch={plan.branch}"]
        words += [f"--cname={domain}"] if domain else []
        raise Unpublishable(
            f"not pushed: the site in {plan.output}/ has no briefing, branch {plan.branch} of {plan.remote} has"
            f" {len(there):,}: check SEEDS=; to publish it so all the same: .venv/bin/ghp-import"
            f" {' '.join(words)} {quote(plan.output)}"
        )


def _build_for_public(plan: Plan, url: str, claim: OutputClaim) -> None:
    overrides = [f"SITEURL={json.dumps(url)}", f"BRIEFINGS_SEEDS={json.dumps(plan.seeds)}"]
    if plan.day and plan.push:  # what is not remembered would be added anew each day
        overrides.append(f"BRIEFINGS_DAY={json.dumps(plan.day)}")
    command = [plan.content, "-s", SETTINGS, "-o", plan.output, "--fatal", "errors", "-e", *overrides]
    build = [sys.executable, "-m", "pelican", *command]
    if subprocess.run(build, stdin=claim.lent, check=False).returncode:  # noqa: S603  our own
        raise Unpublishable("nothing was published: the build failed, for the reasons above")


def _weigh(folder: Path, say: Say) -> int:
    """Say how heavy the site is; gives bytes."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    say(f"The site: {len(sizes):,} files, {sum(sizes) / 1e6:,.1f} MB; GitHub Pages serves up to 1,000 MB")
    return sum(sizes)


def _remote_address(remote: str) -> str | None:
    return _git("remote", "get-url", remote)


def _git(*words: str) -> str | None:
    """Gives what git prints, or None where it fails."""
    ran = _run_git(*words)
    return None if ran.returncode else ran.stdout.strip()


def _run_git(*words: str) -> "subprocess.CompletedProcess[str]":
    git = shutil.which("git")
    if git is None:
        raise Unpublishable("git is not installed, and publishing needs it (Debian, Ubuntu: apt install git)")
    return subprocess.run(  # noqa: S603  our own
        [git, *words], capture_output=True, encoding="utf-8", errors="replace", check=False
    )


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or ["no reason was given"])[-1]
