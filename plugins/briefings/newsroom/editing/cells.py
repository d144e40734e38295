"""Cells of tables that a spreadsheet opens: none of them is a formula."""

FORMULA = tuple("=+-@\t\r＝＋－＠")  # a spreadsheet may run a cell that begins so


def defused(text: str) -> str:
    """``=HYPERLINK(…)`` → ``'=HYPERLINK(…)``: an apostrophe before what a spreadsheet would run."""
    return f"'{text}" if text.startswith(FORMULA) else text


def restored(text: str) -> str:
    """The same as it was before."""
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA) else text
