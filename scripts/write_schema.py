"""Writes docs/record.schema.json, the JSON Schema of records, from the shapes in site/data/record_shape.py."""

from pathlib import Path

from briefings.site.data.record_shape import schema_file

PLACE = Path(__file__).parents[1] / "docs" / "record.schema.json"

if __name__ == "__main__":
    PLACE.write_bytes(schema_file())
