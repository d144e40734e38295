"""Where the marks of a drawing stand, worked out at build time: templates draw SVG of it, no script runs.

Lengths are units of a drawing's own, as its viewBox counts them.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import sqrt

from ..shapes.pages_of_actors import Company
from ..shapes.parts import ActorMark, Edge, Graph, MonthBar
from ..views.facts import shown_day

MONTHS = 60  # in a row of bars: older ones are left out
BAR, GAP, TALL = 8, 2, 60
NEIGHBOURS = 24  # around an actor: with itself 25 nodes
ROW, WIDE, MIDDLE = 27, 640, 320  # least between two names; the drawing's width; where its actor stands
FEWEST_ROWS = 5
SPREAD = 110  # from the middle to the outermost names
THIN, THICK = 1, 6  # lines
OWN, OTHERS = 8, 5  # radius of a mark


def month_bars(days: Iterable[str]) -> tuple[MonthBar, ...]:
    """Counts the facts of each month from first to last, by ISO days or months; none where all are of one month."""
    counts = Counter(day[:7] for day in days)
    if len(counts) < 2:
        return ()
    first, last = _number_of_month(min(counts)), _number_of_month(max(counts))
    shown = range(max(first, last - MONTHS + 1), last + 1)
    tallest = max(counts.values())
    isos = (f"{number // 12:04}-{number % 12 + 1:02}" for number in shown)
    found = []
    for place, month in enumerate(filter(None, map(shown_day, isos))):
        facts = counts[month.iso]
        height = -(-TALL * facts // tallest)
        found.append(MonthBar(month=month, facts=facts, x=place * (BAR + GAP), y=TALL - height, height=height))
    return tuple(found)


def _number_of_month(month: str) -> int:
    year, of_year = month.split("-")
    return int(year) * 12 + int(of_year) - 1


def ego_graph(name: str, company: Sequence[Company]) -> Graph | None:
    """Draws an actor in the middle, those of its facts in two bent columns, most in common on top; None below three.

    Rows are even, so that no two names overlap, however many there are.
    """
    others = company[:NEIGHBOURS]
    if len(others) < 3:
        return None
    rows = -(-len(others) // 2)
    tall, most = max(rows + 1, FEWEST_ROWS) * ROW, max(other.facts for other in others)
    middle = ActorMark(x=MIDDLE, y=tall // 2, size=OWN, name=name, href=None, kind=None, side="middle")
    nodes, edges = [middle], []
    for place, other in enumerate(others):
        row, right = divmod(place, 2)
        y = tall * (row + 1) // (rows + 1)
        x = MIDDLE + (1 if right else -1) * _bend(y, tall)
        nodes.append(
            ActorMark(
                x=x,
                y=y,
                size=OTHERS,
                name=other.who.name,
                href=other.who.href,
                kind=other.who.kind,
                side="end" if right else "start",
            )
        )
        width = THIN + (THICK - THIN) * (other.facts - 1) // max(1, most - 1)
        edges.append(Edge(x1=MIDDLE, y1=tall // 2, x2=x, y2=y, width=width, facts=other.facts))
    return Graph(width=WIDE, height=tall, nodes=tuple(nodes), edges=tuple(edges))


def _bend(y: int, tall: int) -> int:
    """Tells how far from the middle a name at height `y` stands: farthest at half height, as on an ellipse."""
    off = 2 * y / tall - 1
    return round(SPREAD * sqrt(max(0.15, 1 - off * off)))
