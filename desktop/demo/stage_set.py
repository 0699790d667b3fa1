"""The set of the play: folders, the office, the province, the line, the reader's cable and the scanner's glass."""

import json
import os
import secrets
import tty
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.demo.line import Line
from desktop.demo.plan import Play
from desktop.demo.processes import Program, run_motcua

CLERK = "Trần Thị Hạnh"
UNIT = "H99.001"
READY_TIMEOUT_S = 60.0


class SetFailed(Exception):
    """The set could not be built; the message says which part."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where everything of one day lies under `out`."""

    out: Path

    @property
    def home(self) -> Path:
        """The office's home, encrypted."""
        return self.out / "office"

    @property
    def province(self) -> Path:
        """The province's database and files."""
        return self.out / "province"

    @property
    def second_copy(self) -> Path:
        """Where the desk backs up to."""
        return self.out / "second-copy"

    @property
    def slips(self) -> Path:
        """What came out of the printer, as PDF, and beside it as PNG."""
        return self.out / "slips"

    @property
    def screens(self) -> Path:
        """Pictures of the window."""
        return self.out / "screens"

    @property
    def logs(self) -> Path:
        """What the programs of the play said on standard error."""
        return self.out / "logs"

    @property
    def glass(self) -> Path:
        """The page lying on the scanner's glass."""
        return self.out / "stage" / "glass.ppm"

    @property
    def reader(self) -> Path:
        """The end of the reader's cable that the desk opens."""
        return self.out / "stage" / "reader"

    @property
    def sane(self) -> Path:
        """The SANE configuration with the `pnm` device."""
        return self.out / "stage" / "sane"

    @property
    def passphrase(self) -> Path:
        """The demo clerk's passphrase, at first the technician's; a real one is never on disk."""
        return self.out / "stage" / "passphrase"

    def make(self) -> None:
        """Make every folder."""
        for folder in (self.slips, self.screens, self.logs, self.second_copy, self.sane, self.province):
            folder.mkdir(parents=True, exist_ok=True)


class Reader:
    """A serial barcode reader: what it scans goes down a pseudo-terminal that the desk opens as its port."""

    def __init__(self, cable: Path) -> None:
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        cable.unlink(missing_ok=True)
        cable.symlink_to(os.ttyname(self._slave))

    def scan(self, text: str) -> None:
        """Scan one code."""
        os.write(self._master, text.encode() + b"\r\n")

    def close(self) -> None:
        """Unplug."""
        os.close(self._master)
        os.close(self._slave)


def environment(folders: Folders) -> dict[str, str]:
    """The environment of every program of the play."""
    quiet = {"QT_ACCESSIBILITY": "0", "PYTHONUNBUFFERED": "1"}
    secret = folders.passphrase.read_text(encoding="utf-8")
    return {**os.environ, **quiet, "SANE_CONFIG_DIR": str(folders.sane), "MOTCUA_PASSPHRASE": secret}


def build(folders: Folders) -> None:
    """Make the folders, the passphrase and the scanner's configuration."""
    folders.make()
    if not folders.passphrase.exists():
        folders.passphrase.write_text(secrets.token_urlsafe(12), encoding="utf-8")
    (folders.sane / "dll.conf").write_text("pnm\n", encoding="ascii")


def set_up_office(folders: Folders) -> None:
    """Run `motcua office setup` as the provincial technician would."""
    words = ["office", "setup", "--home", str(folders.home), "--unit", UNIT]
    words += ["--name", "ỦY BAN NHÂN DÂN XÃ MẪU SƠN", "--parent", "TỈNH THỬ NGHIỆM", "--place", "Mẫu Sơn"]
    words += ["--phone", "0000 000 000", "--administrator", CLERK, "--printer", str(folders.slips)]
    words += ["--scanner", "pnm:0", "--scanner-option", f"filename={folders.glass}", "--reader", str(folders.reader)]
    words += ["--backup-folder", str(folders.second_copy)]
    command(words, folders)


def command(words: list[str], folders: Folders, *, allowed: tuple[int, ...] = (0,)) -> str:
    """Run one `motcua` command; raises SetFailed with its own sentence when its exit code is not allowed."""
    code, said, complaint = run_motcua(words, environment(folders))
    if code not in allowed:
        raise SetFailed(f"motcua {words[0]} ended with {code}: {complaint.strip() or said.strip()}")
    return said


def open_province(folders: Folders) -> tuple[Program, int]:
    """Start the province's server on a free port of this machine; returns it with its port."""
    words = ["desktop.demo.province", str(folders.province)]
    server = Program(words, environment(folders), folders.logs / "province.log")
    return server, int(server.hear(READY_TIMEOUT_S)["port"])


def enrol(folders: Folders, line: Line) -> None:
    """Get a one-time code from the province and enrol the desk over the line."""
    words = ["province", "--folder", str(folders.province), "--new-code", UNIT, "--slot", "1", "--json"]
    code = json.loads(command(words, folders))["code"]
    line.raise_()
    url = f"http://127.0.0.1:{line.port}"
    command(["sync", "--home", str(folders.home), "--enrol", url, "--code", code], folders)


def open_desk(folders: Folders, start: datetime, play: Play, seed: int) -> Program:
    """Start the desk with its player inside, the stage's clock standing at `start`."""
    day, dossiers = play.day.isoformat(), str(len(play.visitors))
    words = ["desktop.demo.actor", str(folders.out), start.isoformat(), day, str(seed), dossiers]
    return Program(words, environment(folders), folders.logs / "desk.log")
