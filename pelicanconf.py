"""The site's settings, as `make html` builds it; publishconf.py says what differs in public."""

from pathlib import Path

SITENAME = "Briefings"
SITESUBTITLE = "Who said and did what, each with the sentence that says so."
SITEURL = ""
DEFAULT_LANG = "en"
TIMEZONE = "UTC"  # of nothing on this site: Pelican asks for one

# What is built: seeds/ into output/, with editors' files and pages from content/.
BRIEFINGS_BASE = str(Path(__file__).resolve().parent)  # the folders below are relative to this one
BRIEFINGS_SEEDS = "seeds"
BRIEFINGS_STORE = ".store"  # parses, so that no text is parsed twice
BRIEFINGS_JOBS = 1  # processes that parse; more pay from some hundred new articles on
SOURCE_TEXT = "full"  # how much of the source's words the site shows: "full", "excerpt" or "none"

PATH = "content"
OUTPUT_PATH = "output"
PAGE_PATHS = ["pages"]
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
SLUGIFY_SOURCE = "basename"
RELATIVE_URLS = True  # every link is relative to its page: the same files work at a root and under a sub-path
THEME = "themes/briefings"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["briefings"]
if not Path(BRIEFINGS_BASE, *PLUGIN_PATHS, *PLUGINS).is_dir():  # Pelican would go on without it
    raise SystemExit("briefings: plugins/briefings is missing; run `git checkout plugins`")

# Pelican's own articles, archives and feeds are not part of this site.
ARTICLE_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = None
