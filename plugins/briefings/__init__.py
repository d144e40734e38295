"""Briefings: raw news articles become a published site; `register` is what Pelican calls."""


def register() -> None:
    """Connect to Pelican's signals.  Imported here: whoever only reads articles does not need Pelican.

    What cannot be imported ends the build: Pelican itself would go on and write a site without briefings.
    """
    try:
        from .site import generator  # noqa: PLC0415
    except ModuleNotFoundError as missing:
        mend = "run `make html`, or `pip install pelican-briefings`"
        raise SystemExit(f"briefings: the package {missing.name} is not installed; {mend}") from missing
    except (ImportError, SyntaxError) as broken:
        raise SystemExit(f"briefings: the plugin is broken, {broken}; run `git status`") from broken
    generator.connect_to_pelican()
