"""Where the names of a drawing stand: lines pull their ends together, names push each other away, none over another.

The way of Fruchterman and Reingold (1991), whose grid makes it fast: only what is near pushes.  Only +, −, ×, ÷ and
square roots, which every processor rounds alike: the same drawing everywhere.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from math import sqrt

WIDE = 1160  # of the drawing; a name is 13 px high, as it is read
MARGIN = 14
ROW = 22  # from one name to the next below it
ROOM = 11_000  # square pixels for each name
ROUNDS = 120  # of pulling and pushing
PASSES = 200  # of moving names off one another, at most
STEP = 0.1  # of the whole that a name moves at most in the first round
GRAVITY = 0.06  # toward the middle, so that what has no line to the rest stays in sight

Line = tuple[int, int, int]  # two places in the list of names, and how strong it pulls
Point = list[float]


def arrange(widths: Sequence[float], lines: Sequence[Line]) -> tuple[list[tuple[int, int]], int]:
    """Finds the left end of each name, in whole pixels, and the height of the drawing."""
    tall = max(12.0 * ROW, len(widths) * ROOM / WIDE)
    points = _spread_names(_forces(len(widths), lines), widths, tall)
    top = min(y for _, y in points) - MARGIN
    found = [(round(x), round(y - top)) for x, y in points]
    return found, max(y for _, y in found) + MARGIN


def _forces(count: int, lines: Sequence[Line]) -> list[Point]:
    """Finds points in the unit square, those with lines near each other."""
    points = [[_halton(number, 2), _halton(number, 3)] for number in range(1, count + 1)]
    near = 1 / sqrt(count)
    strongest = max(weight for _, _, weight in lines)
    for turn in range(ROUNDS):
        moves = [[GRAVITY * (0.5 - x), GRAVITY * (0.5 - y)] for x, y in points]
        for one, other in _close_points(points, 2 * near):
            _push(points, moves, one, other, near)
        for one, other, weight in lines:
            _pull(points, moves, one, other, near / (0.5 + 0.5 * sqrt(weight / strongest)))
        most = STEP * (1 - turn / ROUNDS)
        for point, (x, y) in zip(points, moves, strict=True):
            length = max(sqrt(x * x + y * y), 1e-9)
            part = min(length, most) / length
            point[0], point[1] = point[0] + x * part, point[1] + y * part
    return points


def _halton(number: int, base: int) -> float:
    """Gives a number between 0 and 1, far from those before it: 1/2, 1/4, 3/4, 1/8 … in base 2."""
    found, part = 0.0, 1.0
    while number:
        part /= base
        number, digit = divmod(number, base)
        found += part * digit
    return found


def _close_points(points: Sequence[Point], side: float) -> Iterator[tuple[int, int]]:
    """Finds each two points that may be nearer than `side`: of one square of a grid and of the squares around it."""
    grid: dict[tuple[int, int], list[int]] = {}
    for place, (x, y) in enumerate(points):
        grid.setdefault((int(x // side), int(y // side)), []).append(place)
    for (column, row), here in grid.items():
        yield from combinations(here, 2)
        for right, down in ((1, -1), (1, 0), (1, 1), (0, 1)):
            yield from product(here, grid.get((column + right, row + down), ()))


def _push(points: Sequence[Point], moves: Sequence[Point], one: int, other: int, near: float) -> None:
    x, y = points[one][0] - points[other][0], points[one][1] - points[other][1]
    square = x * x + y * y
    if square > 4 * near * near:
        return
    force = near * near / max(square, 1e-6)
    for place, sign in ((one, force), (other, -force)):
        moves[place][0] += x * sign
        moves[place][1] += y * sign


def _pull(points: Sequence[Point], moves: Sequence[Point], one: int, other: int, near: float) -> None:
    x, y = points[one][0] - points[other][0], points[one][1] - points[other][1]
    force = sqrt(x * x + y * y) / near
    for place, sign in ((one, -force), (other, force)):
        moves[place][0] += x * sign
        moves[place][1] += y * sign


def _spread_names(points: Sequence[Point], widths: Sequence[float], tall: float) -> list[Point]:
    """Spreads the points over the drawing, then moves names until none stands over another."""
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    across, down = max(right - left, 1e-9), max(bottom - top, 1e-9)
    found = [
        [MARGIN + (x - left) / across * (WIDE - 2 * MARGIN - width), (y - top) / down * tall]
        for (x, y), width in zip(points, widths, strict=True)
    ]
    for _ in range(PASSES):
        over = _over(found, widths)
        for one, other in over:
            _off(found, widths, one, other)
        if not over:
            break
    return found


def _over(points: Sequence[Point], widths: Sequence[float]) -> list[tuple[int, int]]:
    """Finds each two names of which one stands over the other."""
    rows = sorted(range(len(points)), key=lambda place: (points[place][1], place))
    found = []
    for at, one in enumerate(rows):
        for other in rows[at + 1 :]:
            if points[other][1] - points[one][1] >= ROW:
                break
            if points[one][0] < points[other][0] + widths[other] and points[other][0] < points[one][0] + widths[one]:
                found.append((one, other))
    return found


def _off(points: Sequence[Point], widths: Sequence[float], one: int, other: int) -> None:
    """Moves two names off each other, up and down or to the sides, whichever is the shorter way; `other` is lower."""
    down = ROW - (points[other][1] - points[one][1]) + 0.5
    if points[one][0] <= points[other][0]:
        first, second = one, other
    else:
        first, second = other, one
    aside = points[first][0] + widths[first] - points[second][0] + 0.5
    if aside < down:
        points[first][0] = max(MARGIN, points[first][0] - aside / 2)
        points[second][0] = min(WIDE - MARGIN - widths[second], points[second][0] + aside / 2)
    else:
        points[one][1] -= down / 2
        points[other][1] += down / 2
