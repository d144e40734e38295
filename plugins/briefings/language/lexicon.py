"""Lexicons: commented tables of words, one row a line, in ``language/lexicon/*.txt``.

The first line that is neither empty nor a comment names the columns; cells are parted by ``|``,
several values within a cell by ``;``.  Plain splitting reads 500 rows in a millisecond, which no
YAML reader does, and an editor still sees the words and the reasons side by side.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "lexicon"

Row = Mapping[str, str]


@cache
def lexicon_rows(name: str) -> tuple[Row, ...]:
    """Reads the rows of ``lexicon/<name>.txt`` as mappings from column to cell, in the file's order.

    Raises ValueError, naming file and line, where a row has more or fewer cells than the header.
    """
    header, *rows = _rows_of_cells(name)
    return tuple(dict(zip(header, cells, strict=True)) for cells in rows)


def cells(name: str, *columns: str) -> list[list[str]]:
    """Reads the same rows as bare cells, for tables so large that it tells; the header has to be `columns`."""
    header, *rows = _rows_of_cells(name)
    if header != list(columns):
        raise ValueError(f"{FOLDER / name}.txt: the columns are {' | '.join(header)}, expected {' | '.join(columns)}")
    return rows


def values(cell: str) -> tuple[str, ...]:
    """Parts a cell that has several values: ``"Russian; Russians"`` → ``("Russian", "Russians")``."""
    if ";" not in cell:
        return (cell,) if cell else ()
    return tuple(part for part in map(str.strip, cell.split(";")) if part)


def _rows_of_cells(name: str) -> list[list[str]]:
    """Reads the header's cells, then those of every row."""
    path = FOLDER / f"{name}.txt"
    lines = [
        (number, list(map(str.strip, row.split("|"))))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if (row := line.strip()) and row[0] != "#"
    ]
    _, header = lines[0]
    for number, row_cells in lines:
        if len(row_cells) != len(header):
            expected = f"expected {len(header)} ({' | '.join(header)})"
            raise ValueError(f"{path}:{number}: {len(row_cells)} cells, {expected}")
    return [row_cells for _, row_cells in lines]
