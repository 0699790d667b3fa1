"""The folder that is installed: runtime, libraries and program, pruned to what the desk uses, compiled, licensed."""

import io
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterable
from importlib.metadata import distributions
from pathlib import Path

from installer.licences import copy as copy_licences
from installer.release import name_release, read_facts
from installer.windows.programs import make_forwarder, make_launchers
from installer.windows.runtime import BESIDE, PYTHON, TAG, Runtime

ROOT = Path(__file__).parents[2]
LOCK = ROOT / "requirements.lock"

TOOLS = ("hatchling", "pathspec", "pluggy", "trove_classifiers", "setuptools", "_distutils_hack")
"""In the lock for those who build from source; a finished program has no use for them."""
NEEDS_ABSENT_RUNTIME = ("pyzbar",)
"""Its DLL wants the Visual C++ 2013 runtime, which a clean Windows has not; scanning/codes.py does without."""
UNUSED = (
    "bin", "docs", "share", "cffi", "pycparser", "cv2/opencv_videoio_ffmpeg*", "shiboken6/vcamp140.dll", "PIL/_avif*",
    "*.pth",
)  # fmt: skip
LITTER = shutil.ignore_patterns("__pycache__", "tests", "*.pyi", "*.lib", "*.h", "*.pxd", "*.pdb", "*.c", "*.cpp")

QT_PLUGINS = {"platforms", "styles", "imageformats", "iconengines", "printsupport"}
QT_UNUSED_PLUGINS = ("imageformats/qpdf.dll", "platforms/qdirect2d.dll", "platforms/qminimal.dll")
"""qpdf.dll needs a module that Essentials has not; the two platforms are never chosen."""
QT_WORDS = re.compile(r"qtbase_(vi|en)\.qm")

LIBRARY_UNUSED = {
    "test", "tests", "idlelib", "tkinter", "turtledemo", "turtle.py", "ensurepip", "pydoc_data", "venv", "__phello__",
    "__pycache__",
}  # fmt: skip
READ_AS_TEXT = ("cv2", "migrations")
"""Folders whose Python files are read from disk: cv2's settings, Alembic's steps."""


def assemble(tree: Path, runtime: Runtime, work: Path, version: str, *, trial: bool) -> None:
    """Make `tree` anew; `work` keeps what was fetched for the next time."""
    shutil.rmtree(tree, ignore_errors=True)
    parts = work / "parts"
    shutil.rmtree(parts, ignore_errors=True)
    parts.mkdir(parents=True)
    place_runtime(tree, runtime)
    make_launchers(tree, parts, TAG, version)
    if runtime.exports:
        make_forwarder(tree, parts, TAG, runtime.exports)
    place_libraries(tree / "site")
    place_program(tree / "app", version)
    compile_all(tree, runtime, parts / "library")
    drop_sources([tree / "site", tree / "app"])
    (tree / f"python{TAG}._pth").write_text(f"python{TAG}.zip\nDLLs\nsite\napp\n", encoding="ascii")
    place_licences(tree, runtime)
    name_release(tree, "windows-x86_64", read_facts(), trial=trial)


def place_program(app: Path, version: str) -> None:
    """Our rooms as they are committed, and the description by which importlib.metadata knows them."""
    app.mkdir()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    rooms: list[str] = project["tool"]["hatch"]["build"]["packages"]
    committed = subprocess.run(["git", "archive", "HEAD", *rooms], cwd=ROOT, stdout=subprocess.PIPE, check=True)
    with tarfile.open(fileobj=io.BytesIO(committed.stdout)) as archive:
        archive.extractall(app, filter="data")
    description = app / f"motcua-{version}.dist-info"
    description.mkdir()
    text = f"Metadata-Version: 2.1\nName: motcua\nVersion: {version}\n"
    (description / "METADATA").write_text(text, encoding="utf-8")


def place_runtime(tree: Path, runtime: Runtime) -> None:
    """Python's own DLLs: what starts it beside the program, the rest out of the way."""
    (tree / "DLLs").mkdir(parents=True)
    for file in runtime.dlls:
        beside = file.name.lower().startswith(BESIDE)
        shutil.copy(file, tree / file.name if beside else tree / "DLLs" / file.name)
    if runtime.packed_library:
        shutil.copy(runtime.packed_library, tree)


def place_libraries(site: Path) -> None:
    """The locked wheels for Windows, by their hashes, without what the desk never touches."""
    full = site.with_name("site-full")
    command = [
        str(Path(sys.executable).with_name("uv")), "pip", "install", "--quiet", "--no-deps", "--require-hashes",
        "--only-binary", ":all:", "--python-platform", "x86_64-pc-windows-msvc", "--python-version", PYTHON,
        "--target", str(full), "--requirement", str(LOCK),
    ]  # fmt: skip
    subprocess.run(command, check=True)
    for pattern in [*UNUSED, *(f"{name}*" for name in TOOLS + NEEDS_ABSENT_RUNTIME)]:
        remove(full.glob(pattern))
    prune_qt(full / "PySide6")
    shutil.copytree(full, site, ignore=LITTER)
    shutil.rmtree(full)


def prune_qt(qt: Path) -> None:
    """Keep the modules the window imports, their DLLs, the plugins a desk needs, and Qt's words in two languages."""
    modules = qt_modules()
    for entry in qt.iterdir():
        module = entry.stem.removeprefix("Qt6" if entry.suffix == ".dll" else "Qt")
        if entry.is_dir():
            keep = entry.name in {"plugins", "translations"}
        elif entry.name.startswith("Qt"):
            keep = module in modules
        else:
            keep = entry.suffix == ".py" or entry.name.startswith(("pyside6.abi3", "msvcp", "concrt", "vcruntime"))
        if not keep:
            remove([entry])
    remove(folder for folder in (qt / "plugins").iterdir() if folder.name not in QT_PLUGINS)
    remove(qt / "plugins" / name for name in QT_UNUSED_PLUGINS)
    remove(file for file in (qt / "translations").iterdir() if not QT_WORDS.fullmatch(file.name))


def qt_modules() -> set[str]:
    """The Qt modules the desk's code names, such as Core and Widgets."""
    code = (file.read_text(encoding="utf-8") for file in (ROOT / "desktop").rglob("*.py"))
    return {name for text in code for name in re.findall(r"\bfrom PySide6\.Qt(\w+) import", text)}


def remove(entries: Iterable[Path]) -> None:
    """Delete files and whole folders."""
    for entry in list(entries):
        if entry.is_dir():
            shutil.rmtree(entry)
        else:
            entry.unlink(missing_ok=True)


def compile_all(tree: Path, runtime: Runtime, library: Path) -> None:
    """Compile everything by the very interpreter that will run it, the library into python3XX.zip.

    No path file is there yet, so the interpreter still listens to PYTHONPATH.
    """
    packed = tree / f"python{TAG}.zip"
    if runtime.library:
        shutil.copytree(runtime.library, library, ignore=library_litter)
        interpret(tree, [library, tree / "DLLs"], library)
        pack(library, packed)
    for folder in (tree / "site", tree / "app"):
        interpret(tree, [packed, tree / "DLLs"], folder)


def library_litter(_: str, names: list[str]) -> set[str]:
    """What of Python's library is for its own tests and toys."""
    return LIBRARY_UNUSED.intersection(names)


def interpret(tree: Path, path: list[Path], folder: Path) -> None:
    """Run compileall on a folder: beside the sources, without times, so that two builds are alike."""
    wine = [] if os.name == "nt" else ["wine"]
    words = ["-q", "-b", "--invalidation-mode", "unchecked-hash", "-s", windows_path(folder), windows_path(folder)]
    environment = {
        **os.environ, "PYTHONPATH": ";".join(windows_path(part) for part in path), "PYTHONDONTWRITEBYTECODE": "1",
        "WINEPREFIX": str(tree.with_name("wine")), "WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml=",
    }  # fmt: skip
    command = [*wine, str(tree / "motcua-cli.exe"), "-m", "compileall", *words]
    # Wine's console programs will not start on a file or a terminal, only on pipes.
    done = subprocess.run(command, env=environment, capture_output=True, stdin=subprocess.DEVNULL)
    if done.returncode:
        raise SystemExit(f"{folder} does not compile:\n{(done.stdout + done.stderr).decode(errors='replace')}")


def windows_path(path: Path) -> str:
    """A path as Windows writes it; under Wine the whole of this system is drive Z."""
    return str(path) if os.name == "nt" else "Z:" + str(path.resolve()).replace("/", "\\")


def pack(library: Path, target: Path) -> None:
    """The compiled library as one archive, the same bytes from the same files."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in sorted(library.rglob("*.pyc")):
            entry = zipfile.ZipInfo(file.relative_to(library).as_posix(), (2025, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, file.read_bytes())


def drop_sources(folders: list[Path]) -> None:
    """Leave the compiled files only; sources stay where something reads them as text."""
    for folder in folders:
        for file in folder.rglob("*.py"):
            if not {*file.parts} & {*READ_AS_TEXT}:
                file.unlink()


def place_licences(tree: Path, runtime: Runtime) -> None:
    """Every licence text in one folder: ours, the resources', Python's, and each library's from its own description."""
    folder = tree / "licences"
    shutil.copytree(ROOT / "resources" / "licences", folder)
    shutil.copy(ROOT / "LICENSE", folder / "Motcua.txt")
    if runtime.library:
        shutil.copy(runtime.library.parent / "LICENSE", folder / "Python.txt")
    for package in distributions(path=[str(tree / "site")]):
        copy_licences(package, folder / package.name)
