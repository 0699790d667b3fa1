"""The Debian package on a bare Debian 12: installed by apt, tried, looked at, removed; run by `./test packages`.

Needs root and debootstrap. The bare system is made once and kept in out/packages/bare-debian.
"""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.installer.shown import colours, picture, screen, wait_until

PACKAGES = Path(__file__).parents[2] / "out" / "packages"
BARE = PACKAGES / "bare-debian"
MIRROR = "http://deb.debian.org/debian"
SECRET = "246810"
COLOURS_OF_A_WINDOW = 20


class Machine:
    """A Debian without Python, in a folder."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def run(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """One command in it, by its own administrator."""
        return subprocess.run(self.command(words), env=self.variables(environment), capture_output=True, text=True)

    def command(self, words: tuple[str, ...]) -> list[str]:
        return ["chroot", str(self.root), *words]

    def variables(self, more: dict[str, str]) -> dict[str, str]:
        known = {"HOME": "/root", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"}
        return known | {"DEBIAN_FRONTEND": "noninteractive", "MOTCUA_PASSPHRASE": SECRET} | more

    def must(self, *words: str) -> str:
        """The same, and it has to go well."""
        done = self.run(*words)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


def let_go(mounted: Path) -> None:
    """Unmount, also while something in it still ends."""
    subprocess.run(["umount", "--lazy", str(mounted)], check=True)


@pytest.fixture(scope="module")
def package() -> Path:
    (found,) = PACKAGES.glob("motcua_*.deb")
    return found


@pytest.fixture(scope="module")
def machine() -> Iterator[Machine]:
    """With this machine's name service, apt settings and certificates, so that it works behind a proxy too."""
    if not (BARE / "usr/bin/apt-get").exists():
        subprocess.run(["debootstrap", "--variant=minbase", "bookworm", str(BARE), MIRROR], check=True)
    for name in ("/etc/resolv.conf", "/etc/hosts", "/etc/ssl/certs/ca-certificates.crt"):
        target = BARE / name.removeprefix("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(name, target)
    for setting in Path("/etc/apt/apt.conf.d").glob("99*"):
        shutil.copyfile(setting, BARE / "etc/apt/apt.conf.d" / setting.name)
    with ExitStack() as mounts:
        for name in ("proc", "dev", "dev/pts"):
            subprocess.run(["mount", "--bind", f"/{name}", str(BARE / name)], check=True)
            mounts.callback(let_go, BARE / name)
        yield Machine(BARE)


@pytest.fixture(scope="module")
def installed(machine: Machine, package: Path) -> Machine:
    """With the package put in by apt, and by nothing else."""
    machine.run("apt-get", "purge", "-q", "-y", "motcua")
    shutil.copyfile(package, machine.root / "tmp/motcua.deb")
    machine.must("apt-get", "update", "-q")
    machine.must("apt-get", "install", "-q", "-y", "--no-install-recommends", "/tmp/motcua.deb")
    return machine


def test_lintian_finds_no_error(package: Path) -> None:
    done = subprocess.run(["lintian", "--fail-on", "error", str(package)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_it_works_where_there_is_no_python(installed: Machine) -> None:
    assert installed.run("sh", "-c", "command -v python3").stdout == ""
    assert "ổn" in installed.must("motcua", "selftest")
    assert "số 1" in installed.must("motcua", "update")


def test_what_the_system_reads_is_well_formed(package: Path, installed: Machine) -> None:
    files = installed.must("dpkg", "-L", "motcua").split()
    (entry,) = (file for file in files if file.endswith(".desktop"))
    (about,) = (file for file in files if file.endswith(".metainfo.xml"))
    assert any(file.endswith("70-motcua.rules") for file in files)
    assert any(file.endswith("motcua.1.gz") for file in files)
    for check in (["desktop-file-validate"], ["appstreamcli", "validate", "--no-net"]):
        file = entry if check[0].startswith("desktop") else about
        done = subprocess.run([*check, str(installed.root) + file], capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr


def test_the_window_opens(installed: Machine) -> None:
    """On a screen of its own: the first-run wizard, painted; the picture stays."""
    with screen() as display:
        before = colours(display)
        words = installed.command(("motcua", "--home", "/root/window"))
        desk = subprocess.Popen(words, env=installed.variables({"DISPLAY": display}), stderr=subprocess.DEVNULL)
        try:
            wait_until(display, lambda: colours(display) > before + COLOURS_OF_A_WINDOW, "the window")
            (PACKAGES / "pictures").mkdir(exist_ok=True)
            picture(display).save(PACKAGES / "pictures" / "debian-first-run.png")
        finally:
            desk.terminate()
            desk.wait()


def test_removal_leaves_the_offices_data(installed: Machine) -> None:
    shutil.rmtree(installed.root / "root/office", ignore_errors=True)
    installed.must("motcua", "office", "new", "--home", "/root/office", "--dossiers", "3", "--seed", "1")
    database = installed.root / "root/office/desk.db"
    before = database.read_bytes()
    installed.must("apt-get", "purge", "-q", "-y", "motcua")
    assert not (installed.root / "usr/lib/motcua").exists()
    assert database.read_bytes() == before
    installed.must("apt-get", "install", "-q", "-y", "--no-install-recommends", "/tmp/motcua.deb")
    assert "Nguyên vẹn" in installed.must("motcua", "verify", "--home", "/root/office")
