"""The shipped JSON Schemas, ready to judge what is written, sent and answered."""

import json
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match
from referencing import Registry, Resource

import resources

NAMES = ("DongBoHoSoMC", "CapNhatTienDoHoSoMC", "request", "export")


def schema(name: str) -> dict[str, Any]:
    """One schema as it ships."""
    loaded: dict[str, Any] = json.loads(resources.read_text(f"portal/{name}.schema.json"))
    return loaded


@cache
def validator(name: str) -> Draft202012Validator:
    """A validator that finds the other schemas by their $id."""
    every: Registry[Any] = Registry().with_resources(
        (schema(each)["$id"], Resource.from_contents(schema(each))) for each in NAMES
    )
    return Draft202012Validator(schema(name), registry=every)


def fault(name: str, value: object) -> str:
    """What is wrong with a value by this schema; empty where nothing is."""
    error = best_match(validator(name).iter_errors(value))
    return f"{error.json_path}: {error.message}" if error else ""
