"""What ships may ship, the table says it as it is, and the list for programs is CycloneDX."""

import json
import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from installer.sbom import LOCK, Part, bom, faults, parts, table

ROOT = Path(__file__).parents[2]


def test_nothing_that_may_not_ship_ships() -> None:
    assert list(faults(parts())) == []


@pytest.mark.parametrize("licence", ["GPL-3.0-only", "AGPL-3.0-or-later", "GPL-2.0-only OR GPL-3.0-only", ""])
def test_what_may_not_ship_is_named(licence: str) -> None:
    [fault] = faults([Part("readline", "8", licence), Part("qt", "6", "LGPL-3.0-only OR GPL-2.0-only")])
    assert fault.startswith("readline 8")


def test_the_table_is_of_this_lock() -> None:
    assert (ROOT / "docs" / "licences.md").read_text(encoding="utf-8") == table(parts()), (
        "run: python -m installer.sbom --table docs/licences.md"
    )


def test_the_list_for_programs_is_cyclonedx_and_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795300000")
    text = bom(parts())
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    named = {(each["name"], each["version"]) for each in json.loads(text)["components"]}
    locked = set(re.findall(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE))
    assert locked <= named
    assert text == bom(parts())


def test_the_lock_answers_the_project_and_every_file_is_known_by_its_hash() -> None:
    text = LOCK.read_text(encoding="utf-8")
    locked = {canonicalize_name(name) for name in re.findall(r"^([A-Za-z0-9._-]+)==", text, re.MULTILINE)}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [Requirement(line) for line in project["dependencies"]]
    assert {canonicalize_name(each.name) for each in wanted} <= locked
    here = [each for each in wanted if each.marker is None or each.marker.evaluate()]
    assert [each.name for each in here if version(each.name) not in each.specifier] == []
    entries = re.split(r"^(?=[A-Za-z0-9._-]+==)", text, flags=re.MULTILINE)[1:]
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []
