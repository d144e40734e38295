"""What the scripts that learn weights share: a logistic regression, and the table that it is written to."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from briefings.language.lexicon import FOLDER

Feature = tuple[str, str]  # sign, and what it holds for: a construction or EVERY


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One thing to learn from."""

    features: Sequence[tuple[Feature, float]]  # with their values
    right: float  # from 0 to 1
    weight: float = 1.0
    known: float = 0.0  # log-odds that stand before anything is learned
    choice: int | None = None  # examples of one number are a choice: one of them is right, which one of those with 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How to learn."""

    ridge: float
    steps: int
    rate: float
    falling: bool = False  # whether the rate sinks to 0
    free: Collection[str] = ()  # signs that the ridge does not hold down


def learn(examples: Sequence[Example], kept: Sequence[Feature], course: Course) -> dict[Feature, float]:
    """Weighs the `kept` features, by Adam over the regularised log loss; the same examples give the same weights."""
    place = {feature: number for number, feature in enumerate(kept)}
    cells = [
        (row, place[feature], value)
        for row, example in enumerate(examples)
        for feature, value in example.features
        if feature in place
    ]
    rows, columns, values = (np.array(column) for column in zip(*cells, strict=True))
    known, right, weight = np.array([(one.known, one.right, one.weight) for one in examples]).T
    error_of = _of_choices(examples, right) if examples[0].choice is not None else _of_each(right)
    ridge = np.array([0.0 if sign in course.free else course.ridge for sign, _ in kept])
    found, first, second = (np.zeros(len(kept)) for _ in range(3))
    for step in range(1, course.steps + 1):
        total = np.bincount(rows, found[columns] * values, len(examples)) + known
        error = error_of(total) * weight
        slope = np.bincount(columns, error[rows] * values, len(kept)) + ridge * found
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        rate = course.rate * (1 + np.cos(np.pi * step / course.steps)) / 2 if course.falling else course.rate
        found = found - rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return {feature: float(value) for feature, value in zip(kept, found, strict=True)}


def _of_each(right: np.ndarray) -> Callable[[np.ndarray], np.ndarray]:
    """Gives the error of examples that are right or wrong each by itself."""
    return lambda total: 1 / (1 + np.exp(-total)) - right


def _of_choices(examples: Sequence[Example], right: np.ndarray) -> Callable[[np.ndarray], np.ndarray]:
    """Gives the error of choices: what an example has of its choice, less what it has of that among the right ones."""
    choice = np.unique([one.choice for one in examples], return_inverse=True)[1]

    def error(total: np.ndarray) -> np.ndarray:
        most = np.full(choice.max() + 1, -np.inf)
        np.maximum.at(most, choice, total)
        grown = np.exp(total - most[choice])
        fitting = grown * right
        return grown / np.bincount(choice, grown)[choice] - fitting / np.bincount(choice, fitting)[choice]

    return error


def write(name: str, head: str, weights: Mapping[Feature, str]) -> None:
    """Writes the table of a model as `briefings.language.learned_weights` reads it: comments, then a row a sign."""
    cells: dict[str, list[str]] = defaultdict(list)
    for (sign, shape), weight in weights.items():
        cells[sign].append(f"{shape} {weight}")
    rows: Iterable[str] = (f"{sign} | {'; '.join(of_sign)}\n" for sign, of_sign in cells.items())
    (FOLDER / f"{name}.txt").write_text(f"{head}\nsign | weights\n{''.join(rows)}", "utf-8")
