"""The rooms and their doors, read off every module's imports; each rule is shown to catch an offender."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

MAY_IMPORT = {
    "resources": set(),
    "dossiers": {"resources"},
    "sync": {"resources", "dossiers"},
    "printing": {"resources", "dossiers"},
    "scanning": set(),
    "desktop": {"resources", "dossiers", "sync", "printing", "scanning"},
}
"""The product's rooms, and the other rooms each may know."""

OUTSIDE = {"installer", "tests"}
"""Rooms that do not ship; no product room may lean on them."""

DOORS = {
    "the window": ({"PySide6", "shiboken6"}, ("desktop/",)),
    "the database": (
        {"sqlalchemy", "sqlcipher3", "sqlite3", "alembic", "psycopg"},
        ("dossiers/store/", "sync/province/", "dossiers/inspector/"),
    ),
    "the line": (
        {"requests", "urllib3", "urllib.request", "http.client", "httpx"},
        ("sync/client.py", "sync/connections.py", "sync/line_faults.py", "sync/portal/client.py",
         "scanning/drivers/escl.py", "printing/printers/"),
    ),
    "the server": ({"fastapi", "starlette", "uvicorn"}, ("sync/province/", "sync/hub/")),
}
"""Who may import what: a door's libraries, and the places that hold its key."""

NAMELESS = {"core", "common", "util", "utils", "helper", "helpers", "misc"}
"""Names that say nothing of what is inside."""


@dataclass(frozen=True)
class Module:
    """One source file: its path from the root with forward slashes, what it imports, and its docstring."""

    path: str
    imports: frozenset[str]
    docstring: str

    @property
    def room(self) -> str:
        """The top-level folder it lives in."""
        return self.path.split("/")[0]


def read_modules(root: Path) -> list[Module]:
    """Every module of the product's rooms under `root`."""
    return [
        read_module(file, file.relative_to(root).as_posix())
        for room in MAY_IMPORT
        for file in sorted((root / room).rglob("*.py"))
    ]


def read_module(file: Path, path: str) -> Module:
    """Parse one file; imports inside functions and literal `import_module` calls count as well."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names = frozenset(name for node in ast.walk(tree) for name in imported_names(node))
    return Module(path=path, imports=names, docstring=ast.get_docstring(tree) or "")


def imported_names(node: ast.AST) -> Iterator[str]:
    """The dotted names a node imports; `from a import b` names both `a` and `a.b`."""
    match node:
        case ast.Import(names=aliases):
            yield from (alias.name for alias in aliases)
        case ast.ImportFrom(module=str(module), names=aliases):
            yield module
            yield from (f"{module}.{alias.name}" for alias in aliases)
        case ast.Call(
            func=ast.Attribute(attr="import_module") | ast.Name(id="import_module" | "__import__"),
            args=[ast.Constant(value=str(name)), *_],
        ):
            yield name


def within(name: str, packages: set[str]) -> bool:
    """Whether a dotted name is one of the packages or lies inside one."""
    return any(name == package or name.startswith(package + ".") for package in packages)


def rooms_know_only_their_neighbours(module: Module) -> Iterator[str]:
    """A room imports itself and the rooms below it."""
    allowed = MAY_IMPORT[module.room] | {module.room}
    for name in module.imports:
        room = name.split(".")[0]
        if room in MAY_IMPORT.keys() | OUTSIDE and room not in allowed:
            yield f"imports {room}"


def doors_stay_shut(module: Module) -> Iterator[str]:
    """A library with a door is imported behind it only."""
    for door, (libraries, places) in DOORS.items():
        if not module.path.startswith(places):
            yield from (f"opens {door}: {name}" for name in module.imports if within(name, libraries))


def presenters_are_free_of_qt(module: Module) -> Iterator[str]:
    """A presenter decides; it does not draw."""
    if module.path.startswith("desktop/screens/") and module.path.endswith("/presenter.py"):
        yield from (f"imports {name}" for name in module.imports if within(name, {"PySide6"}))


def screens_reach_data_through_jobs(module: Module) -> Iterator[str]:
    """A screen never holds the store or the wire; the facts the wire reports it may read."""
    if module.path.startswith("desktop/screens/"):
        held = {name for name in module.imports if within(name, {"dossiers.store", "sync"})}
        yield from (f"imports {name}" for name in held if not within(name, {"sync.progress"}))


def the_inspector_looks_with_its_own_eyes(module: Module) -> Iterator[str]:
    """Whoever inspects a home does not read it by the code that wrote it."""
    if module.path.startswith("dossiers/inspector/"):
        yield from (f"imports {name}" for name in module.imports if within(name, {"dossiers.store"}))


def names_say_what_is_inside(module: Module) -> Iterator[str]:
    """There is no room for odds and ends."""
    yield from (f"is named {part}" for part in Path(module.path).with_suffix("").parts if part in NAMELESS)


def modules_say_what_they_are(module: Module) -> Iterator[str]:
    """The first line of a module is one sentence."""
    if not module.docstring.partition("\n")[0].endswith("."):
        yield "does not open with a sentence"


RULES: list[Callable[[Module], Iterator[str]]] = [
    rooms_know_only_their_neighbours,
    doors_stay_shut,
    presenters_are_free_of_qt,
    screens_reach_data_through_jobs,
    the_inspector_looks_with_its_own_eyes,
    names_say_what_is_inside,
    modules_say_what_they_are,
]

OFFENDERS = [
    (rooms_know_only_their_neighbours, "dossiers/receive.py", "from desktop.jobs import run"),
    (rooms_know_only_their_neighbours, "dossiers/fees.py", "import printing.spool"),
    (rooms_know_only_their_neighbours, "sync/engine.py", "def f():\n    from desktop import app"),
    (rooms_know_only_their_neighbours, "scanning/codes.py", "import dossiers.numbering"),
    (rooms_know_only_their_neighbours, "printing/raster.py", "__import__('scanning.codes')"),
    (rooms_know_only_their_neighbours, "desktop/demo/day.py", "from tests.conftest import qapp"),
    (doors_stay_shut, "printing/raster.py", "from PySide6.QtPrintSupport import QPrinter"),
    (doors_stay_shut, "dossiers/registers.py", "import sqlalchemy as sa"),
    (doors_stay_shut, "sync/engine.py", "from sqlcipher3 import dbapi2"),
    (doors_stay_shut, "desktop/cli.py", "def f():\n    import sqlite3"),
    (doors_stay_shut, "sync/engine.py", "import requests"),
    (doors_stay_shut, "sync/portal/delivery.py", "import requests"),
    (doors_stay_shut, "desktop/window.py", "from urllib.request import urlopen"),
    (doors_stay_shut, "scanning/drivers/sane.py", "from http import client"),
    (doors_stay_shut, "sync/hub.py", "import fastapi"),
    (presenters_are_free_of_qt, "desktop/screens/intake/presenter.py", "from PySide6.QtCore import QObject"),
    (screens_reach_data_through_jobs, "desktop/screens/search/screen.py", "import dossiers.store.search"),
    (screens_reach_data_through_jobs, "desktop/screens/sync/presenter.py", "from dossiers import store"),
    (screens_reach_data_through_jobs, "desktop/screens/sync/rows.py", "import sync.client"),
    (the_inspector_looks_with_its_own_eyes, "dossiers/inspector/journal.py", "from dossiers.store.vault import unlock"),
    (names_say_what_is_inside, "dossiers/utils.py", ""),
    (names_say_what_is_inside, "desktop/common/keys.py", ""),
    (modules_say_what_they_are, "dossiers/fees.py", '"""Fees"""'),
    (modules_say_what_they_are, "dossiers/fees.py", "import json"),
]


@pytest.fixture(scope="module")
def house() -> list[Module]:
    """Every module that ships."""
    return read_modules(ROOT)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_the_rule(rule: Callable[[Module], Iterator[str]], house: list[Module]) -> None:
    assert {module.room for module in house} == MAY_IMPORT.keys()
    assert [f"{module.path} {fault}" for module in house for fault in rule(module)] == []


@pytest.mark.parametrize(("rule", "path", "source"), OFFENDERS)
def test_an_offender_is_caught(
    rule: Callable[[Module], Iterator[str]], path: str, source: str, tmp_path: Path
) -> None:
    file = tmp_path / path
    file.parent.mkdir(parents=True)
    file.write_text(source, encoding="utf-8")
    (module,) = read_modules(tmp_path)
    assert list(rule(module))


def test_what_the_doors_let_through(tmp_path: Path) -> None:
    """The rules are not so strict that the house could not be built."""
    file = tmp_path / "desktop/bridges/paper.py"
    file.parent.mkdir(parents=True)
    file.write_text(
        '"""Hands pages to the printer."""\n'
        "from urllib.parse import quote\nfrom PySide6.QtPrintSupport import QPrinter\nimport sync.engine\n",
        encoding="utf-8",
    )
    (module,) = read_modules(tmp_path)
    assert [fault for rule in RULES for fault in rule(module)] == []
