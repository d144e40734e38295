"""Cells of tables that a spreadsheet opens: none of them is a formula."""

FORMULA = tuple("=+-@\t\r＝＋－＠")  # a spreadsheet may run a cell that begins so


def defused(text: str) -> str:
    """Puts an apostrophe before what a spreadsheet would run: ``=HYPERLINK(…)`` → ``'=HYPERLINK(…)``."""
    return f"'{text}" if text.startswith(FORMULA) else text


def restored(text: str) -> str:
    """Gives the same as it was before."""
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA) else text
