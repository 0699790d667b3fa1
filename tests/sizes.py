"""How long files and functions are, for people to read; it judges nothing."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

ROOMS = ["desktop", "dossiers", "installer", "printing", "resources", "scanning", "sync", "tests"]
SHOWN = 8


@dataclass(frozen=True, order=True)
class Measured:
    """A file or a function and its length in lines, docstring and blank lines included."""

    lines: int
    name: str


def files(root: Path) -> Iterator[tuple[str, str]]:
    """Each module's path and text."""
    for room in ROOMS:
        for file in (root / room).rglob("*.py"):
            yield file.relative_to(root).as_posix(), file.read_text(encoding="utf-8")


def functions(path: str, text: str) -> Iterator[Measured]:
    """Every function of a module, nested ones included."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            yield Measured(lines, f"{path}:{node.lineno} {node.name}")


def summary(what: str, measured: list[Measured]) -> str:
    """Count, median, 90th percentile, and the longest by name."""
    lengths = [item.lines for item in measured]
    p90 = quantiles(lengths, n=10)[-1]
    head = f"{len(lengths)} {what}: median {median(lengths):.0f}, p90 {p90:.0f} lines; the longest:"
    longest = sorted(measured, reverse=True)[:SHOWN]
    return "\n".join([head, *(f"  {item.lines:5}  {item.name}" for item in longest)])


def report(root: Path) -> str:
    """The whole report on the source under `root`."""
    sources = list(files(root))
    whole = [Measured(len(text.splitlines()), path) for path, text in sources]
    parts = [item for path, text in sources for item in functions(path, text)]
    return f"{summary('files', whole)}\n\n{summary('functions', parts)}"
