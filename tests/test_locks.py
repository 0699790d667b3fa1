"""The locks: whole, hashed, naming no host, and nothing in what ships under a licence that binds the product."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
RUNTIME = ROOT / "requirements.lock"
DEVELOPMENT = ROOT / "requirements-dev.lock"
ENTRY = re.compile(r"^([a-z0-9-]+)==([^ ]+)(.*(?:\n    --hash=.*)*)", re.MULTILINE)


def pins(lock: Path) -> set[tuple[str, str]]:
    """The (name, version) pairs of a lock; a name may come twice, for different Pythons."""
    return {(name, version) for name, version, _ in ENTRY.findall(lock.read_text(encoding="utf-8"))}


def wanted(*groups: str) -> set[str]:
    """The normalised names that pyproject.toml asks for."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)
    asked = project["project"]["dependencies"] + [name for g in groups for name in project["dependency-groups"][g]]
    return {re.split(r"[^A-Za-z0-9._-]", name)[0].lower().replace("_", "-") for name in asked}


@pytest.mark.parametrize("lock", [RUNTIME, DEVELOPMENT], ids=lambda lock: lock.name)
def test_a_lock_holds_names_and_hashes_only(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert re.findall(r"://|file:|^[-/].*", text, re.MULTILINE) == []
    entries = ENTRY.findall(text)
    assert len(entries) == sum(line[0] not in " #" for line in text.splitlines())
    assert [name for name, _, rest in entries if "--hash=sha256:" not in rest] == []


def test_the_locks_answer_pyproject() -> None:
    """A dependency named but not locked would be missing on the next fresh machine."""
    assert wanted("build") - {name for name, _ in pins(RUNTIME)} == set()
    assert wanted("build", "dev") - {name for name, _ in pins(DEVELOPMENT)} == set()


def test_development_adds_to_what_ships_and_changes_nothing() -> None:
    assert pins(RUNTIME) < pins(DEVELOPMENT)


def licence(name: str) -> str:
    """What a package says its licence is: expression, first line of the field, classifiers."""
    said = metadata(name).json
    fields = [str(said.get("license_expression", "")), str(said.get("license", "")).partition("\n")[0]]
    return " / ".join([*fields, *(line for line in said.get("classifier", []) if line.startswith("License"))])


def binds(words: str) -> bool:
    """Whether a licence offers neither a permissive text nor the LGPL beside a GPL."""
    return bool(re.search(r"\bA?GPL|(?<!Lesser )General Public", words)) and not re.search(r"LGPL|Lesser", words)


def test_nothing_that_ships_is_gpl_or_agpl() -> None:
    found = {}
    for name, _ in pins(RUNTIME):
        try:
            found[name] = licence(name)
        except PackageNotFoundError:  # for another system or Python only
            continue
    assert len(found) > 50
    assert {name: words for name, words in found.items() if binds(words)} == {}


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("AGPL-3.0-only", True),
        ("License :: OSI Approved :: GNU General Public License v3 (GPLv3)", True),
        ("GPL-2.0-or-later", True),
        ("LGPL-3.0-only OR GPL-2.0-only", False),
        ("License :: OSI Approved :: GNU Lesser General Public License v3 (LGPLv3)", False),
        ("MIT", False),
    ],
)
def test_a_binding_licence_is_known(words: str, bound: bool) -> None:
    assert binds(words) is bound
