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
BRIEFINGS_STORE = ".store"  # parses and briefings, so that no text is parsed twice
BRIEFINGS_JOBS = 1  # processes that parse; more pay from some hundred new articles on
# Where a reader reports an error; {seed} stands for the seed's name, {page} for the page's address.  None: nowhere.
# "https://github.com/<user>/<repository>/new/main/content/corrections?filename={seed}.yaml" opens the right file.
BRIEFINGS_CORRECTIONS = None
BRIEFINGS_DAY = None  # "2025-05-05": no build reads a clock; `make publish` says the day, for new undated articles
BRIEFINGS_SPECIMEN = False  # a page with every component and awkward data, for those who write themes
MIN_CONFIDENCE = 0.6  # of a quote or a measure on the site, 0 to 1; less sure ones are found but held back
SOURCE_TEXT = "full"  # how much of the source's words the site shows: "full", "excerpt" or "none"

PATH = "content"
OUTPUT_PATH = "output"
THEME = "themes/briefings"
RELATIVE_URLS = (
    True  # links within the pages of content/ are relative: the same files work at a root and under a sub-path
)
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["briefings"]
if not Path(BRIEFINGS_BASE, *PLUGIN_PATHS, *PLUGINS).is_dir():  # Pelican would go on without it
    raise SystemExit("briefings: plugins/briefings is missing; run `git checkout plugins`")

# That Pelican's own articles and archives are no part of this site, and where the pages of content/ stand, the plugin
# says itself (OF_PELICAN in site/settings.py); what is set here goes before that.  Its feeds would be warned of before.
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = None
