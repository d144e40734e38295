"""Reads records of version 2, one a line, and prints them as version 1 had them: for programs that know only that.

.venv/bin/python -m briefings extract seeds/ | .venv/bin/python scripts/as_version_1.py
"""

import json
import sys
from typing import Any

Record = dict[str, Any]

ADDED_TO_ROLES = ("rule", "confidence")
ADDED_TO_MEASURES = ("instrument_found", "place_found")


def as_version_1(record: Record) -> Record:
    """Leave out of a record all that version 2 added."""
    roles = ([_without(role, ADDED_TO_ROLES) for role in actor["roles"]] for actor in record["actors"])
    actors = [actor | {"roles": old} for actor, old in zip(record["actors"], roles, strict=True)]
    measures = [_without(one, ADDED_TO_MEASURES) for one in record["measures"]]
    return record | {"schema": "briefings/record/1", "actors": actors, "measures": measures}


def _without(values: Record, names: tuple[str, ...]) -> Record:
    return {name: value for name, value in values.items() if name not in names}


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(as_version_1(json.loads(line)), ensure_ascii=False, separators=(",", ":")))
