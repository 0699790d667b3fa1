"""Where a genuine Windows Python comes from: Panda3D's wheel with Debian's library, or python.org's embeddable zip.

Panda3D ships, for programs frozen on other systems, the DLLs of python.org's own build with their signatures. What that
wheel has not, the library in Python, is in Debian's source package, kept mended there (docs/decisions/0601).
"""

import hashlib
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

PYTHON = "3.13"
TAG = PYTHON.replace(".", "")
PANDA3D = "panda3d==1.10.16"
PANDA3D_SHA256 = "0e505261bb58d8402d0099c291f1a3459acfdd38f3e7d666e72aa2e1ea5dc46f"
DEBIAN = "trixie"
KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")

BESIDE = ("python3", "vcruntime")
"""What lies beside the program; every other DLL goes into DLLs/."""
UNUSED = ("api-ms-win", "tcl86", "tk86", "_tkinter", "_test", "_ctypes_test", "_wmi", "zlib1", "winsound")
"""Windows has the first itself since 10; nothing of ours uses the rest."""


@dataclass(frozen=True, slots=True)
class Runtime:
    """A Windows Python: its DLLs, and its library either as source with the exports of python3.dll, or packed."""

    dlls: tuple[Path, ...]
    library: Path | None = None
    exports: Path | None = None
    packed_library: Path | None = None


def from_embeddable_zip(file: Path, work: Path) -> Runtime:
    """The release's way: python.org's current python-3.13.x-embed-amd64.zip, which holds everything."""
    folder = work / "embeddable"
    with zipfile.ZipFile(file) as pack:
        pack.extractall(folder)
    return Runtime(wanted(folder), packed_library=folder / f"python{TAG}.zip")


def from_panda3d(work: Path) -> Runtime:
    """The way without python.org: DLLs from a wheel, the library from Debian's source; `work` keeps both."""
    folder, source = work / "panda3d", work / "python-source"
    if not folder.exists():
        fetch_dlls(work, folder)
    if not source.exists():
        fetch_library(work, source)
    return Runtime(wanted(folder), library=source / "Lib", exports=source / "PC" / "python3dll.c")


def wanted(folder: Path) -> tuple[Path, ...]:
    """The DLLs the program needs, of those in a folder; the builds without the interpreter lock stay out."""
    dlls = (file for file in sorted(folder.iterdir()) if file.suffix.lower() in (".dll", ".pyd"))
    return tuple(file for file in dlls if not file.name.lower().startswith(UNUSED) and "cp313t" not in file.name)


def fetch_dlls(work: Path, folder: Path) -> None:
    """Panda3D's wheel, and out of it the folder with Python's DLLs."""
    command = [
        sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--platform", "win_amd64",
        "--python-version", PYTHON, "--only-binary", ":all:", "--dest", str(work), PANDA3D,
    ]  # fmt: skip
    subprocess.run(command, check=True)
    (wheel,) = work.glob("panda3d-*.whl")
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != PANDA3D_SHA256:
        raise SystemExit(f"{wheel.name} is not the file this was written for; delete it and fetch it again.")
    unfinished = folder.with_suffix(".unfinished")
    unfinished.mkdir(exist_ok=True)
    with zipfile.ZipFile(wheel) as pack:
        for name in pack.namelist():
            if name.startswith("deploy_libs/") and not name.endswith("/"):
                (unfinished / Path(name).name).write_bytes(pack.read(name))
    unfinished.rename(folder)


def fetch_library(work: Path, source: Path) -> None:
    """Debian's Python source with its security patches, by an apt of its own that leaves the system's alone."""
    apt = work / "apt"
    shutil.rmtree(apt, ignore_errors=True)
    (apt / "lists" / "partial").mkdir(parents=True)
    (apt / "archives" / "partial").mkdir(parents=True)
    (apt / "status").touch()
    (apt / "sources.list").write_text(f"deb-src [signed-by={KEYRING}] {archive()} {DEBIAN} main\n", encoding="ascii")
    own = [
        f"Dir::State={apt}", f"Dir::State::status={apt / 'status'}", f"Dir::Cache={apt}",
        f"Dir::Etc::sourcelist={apt / 'sources.list'}", "Dir::Etc::sourceparts=-", "APT::Sandbox::User=root",
    ]  # fmt: skip
    options = [word for setting in own for word in ("-o", setting)]
    subprocess.run(["apt-get", *options, "update", "-qq"], check=True)
    subprocess.run(["apt-get", *options, "source", "-qq", "--download-only", f"python{PYTHON}"], cwd=apt, check=True)
    (description,) = apt.glob("*.dsc")
    subprocess.run(["dpkg-source", "--extract", str(description), str(apt / "source")], cwd=apt, check=True)
    (apt / "source").rename(source)


def archive() -> str:
    """The address this machine's own apt takes Debian from."""
    said = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(REPO_URI) $(LABEL) $(COMPONENT)", "Created-By: Packages"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    lines = (line.split() for line in said.stdout.splitlines())
    return next((words[0] for words in lines if words[1:] == ["Debian", "main"]), "http://deb.debian.org/debian")
