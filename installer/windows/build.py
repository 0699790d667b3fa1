"""From this repository to setup.exe:  installer/package windows [--trial] [--quick] [--embed-zip FILE]."""

import argparse
import subprocess
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from installer.windows.drawings import ICON, SIDE
from installer.windows.imports import missing_imports
from installer.windows.runtime import from_embeddable_zip, from_panda3d
from installer.windows.tree import ROOT, assemble

OUT = ROOT / "out" / "packages"
SCRIPT = Path(__file__).with_name("setup.nsi")
MIB = 1024 * 1024


def main() -> None:
    """Build the tree, check it, pack it; prints what each step took and what came of it."""
    parser = argparse.ArgumentParser(prog="installer/package windows", description=__doc__)
    parser.add_argument("--embed-zip", type=Path, metavar="FILE", help="python.org's python-3.13.x-embed-amd64.zip")
    parser.add_argument("--trial", action="store_true", help="takes no updates and says so by its name")
    parser.add_argument("--quick", action="store_true", help="pack with zlib: seconds for minutes, a third larger")
    parser.add_argument("--work", type=Path, default=OUT / "work", help="where downloads and the tree lie")
    options = parser.parse_args()
    work: Path = options.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    OUT.mkdir(parents=True, exist_ok=True)
    version = str(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])
    tree, setup = work / "tree", OUT / setup_name(version, trial=options.trial)
    for former in OUT.glob("motcua-*-setup.exe"):  # one build at a time lies there
        former.unlink()
    with timed("Python for Windows"):
        runtime = from_embeddable_zip(options.embed_zip, work) if options.embed_zip else from_panda3d(work)
    with timed("tree"):
        assemble(tree, runtime, work, version, trial=options.trial)
    with timed("imports"):
        check_imports(tree)
    with timed("setup.exe"):
        pack_setup(tree, setup, version, quick=options.quick)
    print(f"{setup.relative_to(ROOT)}: {setup.stat().st_size / 1e6:.1f} MB; installed {size(tree) / 1e6:.0f} MB")


def setup_name(version: str, *, trial: bool) -> str:
    """What the file is called: whoever hands it on sees whether it is a release."""
    return f"motcua-{version}{'-trial' if trial else ''}-setup.exe"


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Print how long a step took."""
    started = time.monotonic()
    yield
    print(f"{what}: {time.monotonic() - started:.0f} s", flush=True)


def check_imports(tree: Path) -> None:
    """Stop where a DLL is needed that neither ships nor belongs to Windows."""
    missing = missing_imports(tree)
    if missing:
        raise SystemExit("\n".join(f"{dll} is missing, needed by {', '.join(by)}" for dll, by in missing.items()))


def pack_setup(tree: Path, setup: Path, version: str, *, quick: bool) -> None:
    """Run makensis; a half-written setup.exe never bears the final name."""
    unfinished = setup.with_suffix(".unfinished")
    defined = {"VERSION": version, "TREE": str(tree), "OUT": str(unfinished), "SIZE_KB": str(size(tree) // 1024)}
    defined |= {"ICON": str(tree.parent / "parts" / ICON), "SIDE": str(tree.parent / "parts" / SIDE)}
    words = [f"-D{name}={value}" for name, value in defined.items()] + (["-DQUICK"] if quick else [])
    subprocess.run(["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *words, str(SCRIPT)], check=True)
    unfinished.replace(setup)


def size(folder: Path) -> int:
    """Bytes of all files under a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


if __name__ == "__main__":
    main()
