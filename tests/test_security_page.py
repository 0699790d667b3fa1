"""Every claim of docs/security.md names a test that is there."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def names_in(file: Path) -> set[str]:
    """The names of a file's tests."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_claim_is_shown_by_a_test_that_exists() -> None:
    page = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", page)
    assert len(named) > 50
    assert [f"{file}::{name}" for file, name in named if name not in names_in(ROOT / file)] == []


def test_every_claim_names_at_least_one() -> None:
    page = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| ") and not line.startswith("| claim")]
    assert [row for row in rows if "::" not in row] == []
