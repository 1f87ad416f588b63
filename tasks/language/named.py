"""Extractions as plain JSON values, names in place of mention ids: what ``crosswire extract`` prints."""

import dataclasses
from collections.abc import Mapping
from datetime import date

from tasks.language.article import Extraction
from tasks.tables.declaration import DataclassRow

Json = str | int | float | bool | None
_NAMED = ("speaker", "holder", "place", "actor")


def named(extraction: Extraction) -> dict[str, list[dict[str, Json]]]:
    """``{"quantities": [...], "statements": [...], "dates": [...], "mentions": [...]}`` with the contract's columns.

    ``speaker_name``, ``holder_name``, ``place_name`` and ``actor_name`` stand in place of the mention ids; dates
    are ISO 8601 texts.
    """
    names = {mention.mention_id: mention.name for mention in extraction.mentions}
    return {
        "quantities": [_record(row, names) for row in extraction.quantities],
        "statements": [_record(row, names) for row in extraction.statements],
        "dates": [_record(row, names) for row in extraction.dates],
        "mentions": [_record(row, names) for row in extraction.mentions],
    }


def _record(row: DataclassRow, names: Mapping[str, str]) -> dict[str, Json]:
    record: dict[str, Json] = {}
    for field in dataclasses.fields(row):
        value = getattr(row, field.name)
        who = field.name.removesuffix("_mention_id")
        if who in _NAMED and who != field.name:
            record[f"{who}_name"] = names.get(value) if value else None
        else:
            record[field.name] = value.isoformat() if isinstance(value, date) else value
    return record
