"""A real IPP printer of the test machine: `ippeveprinter` on loopback, with faults scripted by its print command."""

import getpass
import grp
import os
import signal
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic
from typing import IO

READY_WITHIN_S = 60

PRINTS = 'cp "$1" "{folder}/printed/$(basename "$1")"\n'
HANGS = 'cat "{folder}/hand" >&2\n'
"""Stands still until a hand helps."""
JAMS = 'echo "STATE: +media-jam-error" >&2\n' + HANGS
JAMS_FOR_A_WHILE = 'echo "STATE: +media-jam" >&2\n' + HANGS + PRINTS
COVER_OPENS = 'echo "STATE: +cover-open" >&2\n' + HANGS
GIVES_UP = "exit 1\n"

_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>custom</type><listen>unix:dir={folder}</listen><policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>"""
"""ippeveprinter asks a system bus for DNS-SD even when told not to advertise; an empty private one will do."""

_ONLY_A4 = """ATTR mimeMediaType document-format-default application/pdf
ATTR mimeMediaType document-format-supported application/pdf
ATTR keyword media-default iso_a4_210x297mm
ATTR keyword media-supported iso_a4_210x297mm
ATTR keyword media-ready iso_a4_210x297mm
"""


_CUPS_FILES = """ServerRoot {folder}/root
StateDir {folder}/state
CacheDir {folder}/cache
RequestRoot {folder}/spool
TempDir {folder}/tmp
AccessLog {folder}/access
ErrorLog {folder}/error
PageLog {folder}/page
User {user}
Group {group}
"""

_CUPS_SERVER = """Listen localhost:{port}
Browsing No
WebInterface No
DefaultAuthType None
<Location />
Order allow,deny
Allow localhost
</Location>
"""


class StandInPrinter:
    """One running printer; `printed` are the documents that came out."""

    def __init__(self, folder: Path, port: int, process: subprocess.Popen[bytes]) -> None:
        self.address = f"ipp://localhost:{port}/ipp/print"
        self._folder, self._port, self._process = folder, port, process

    @property
    def printed(self) -> list[bytes]:
        """In the order they came out."""
        return [file.read_bytes() for file in sorted((self._folder / "printed").iterdir())]

    def behave(self, script: str) -> None:
        """What happens to the next document."""
        write_command(self._folder, script)

    def run_out_of_paper(self) -> None:
        """Empty the A4 tray on the printer's own web page."""
        line = HTTPConnection("localhost", self._port, timeout=5)
        line.request("GET", "/media?size1=iso_a4_210x297mm&type1=stationery&level1=0")
        assert line.getresponse().status == 200
        line.close()

    def lend_a_hand(self) -> None:
        """Let a document that hangs go on; waits until one does."""
        (self._folder / "hand").write_bytes(b"")

    def switch_off(self) -> None:
        """Pull the plug, running document and all."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(timeout=10)


@contextmanager
def private_bus(folder: Path) -> Iterator[str]:
    """The address of a message bus with nobody on it."""
    config = folder / "bus.conf"
    config.write_text(_BUS.format(folder=folder))
    command = ["dbus-daemon", f"--config-file={config}", "--print-address", "--nofork"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            yield _first_line(process.stdout)
        finally:
            process.terminate()


def start(folder: Path, bus: str, *, only_a4: bool = False) -> StandInPrinter:
    """Switch a printer on and wait until it answers."""
    for name in ("printed", "spool"):
        (folder / name).mkdir(parents=True)
    os.mkfifo(folder / "hand")
    (folder / "a4.conf").write_text(_ONLY_A4)
    skills = ["-a", str(folder / "a4.conf")] if only_a4 else ["-s", "60,60", "-f", "application/pdf"]
    command = ["ippeveprinter", "-n", "localhost", "-r", "off", *skills, "-c", str(folder / "command")]
    command += ["-d", str(folder / "spool"), "-p"]
    # ippeveprinter looks for its command when it starts.
    write_command(folder, PRINTS)
    process, port = _serve(lambda port: [*command, str(port), "Quay"], os.environ | {"DBUS_SYSTEM_BUS_ADDRESS": bus})
    return StandInPrinter(folder, port, process)


def write_command(folder: Path, script: str) -> None:
    """What the printer runs for a document, put in place whole."""
    draft = folder / "command.new"
    draft.write_text("#!/bin/sh\n" + script.format(folder=folder))
    draft.chmod(0o755)
    draft.replace(folder / "command")


@contextmanager
def cups_server(folder: Path, *queues: str) -> Iterator[int]:
    """The port of a real CUPS server with queues that lead nowhere."""
    # cupsd refuses to serve as root; as anybody else it can only be that user.
    user, group = ("lp", "lp") if os.geteuid() == 0 else (getpass.getuser(), grp.getgrgid(os.getegid()).gr_name)
    for name in ("root", "state", "cache", "spool", "tmp"):
        (folder / name).mkdir()
    (folder / "files").write_text(_CUPS_FILES.format(folder=folder, user=user, group=group))
    queue = "<Printer {name}>\nDeviceURI file:///dev/null\nState Idle\nAccepting Yes\n</Printer>\n"
    (folder / "root/printers.conf").write_text("".join(queue.format(name=name) for name in queues))

    def command(port: int) -> list[str]:
        (folder / "server").write_text(_CUPS_SERVER.format(port=port))
        return ["cupsd", "-f", "-c", str(folder / "server"), "-s", str(folder / "files")]

    process, port = _serve(command, dict(os.environ))
    try:
        yield port
    finally:
        process.terminate()
        process.wait(timeout=10)


def _serve(command: Callable[[int], list[str]], env: dict[str, str]) -> tuple[subprocess.Popen[bytes], int]:
    """Start a server that listens; a port somebody else took meanwhile is exchanged for another."""
    for _ in range(3):
        port = _free_port()
        process = subprocess.Popen(
            command(port), env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        if _answers(port, process):
            return process, port
        process.kill()
        process.wait(timeout=10)
    raise AssertionError("the print service did not start")


def _answers(port: int, process: subprocess.Popen[bytes]) -> bool:
    deadline, pause = monotonic() + READY_WITHIN_S, threading.Event()
    while monotonic() < deadline and process.poll() is None:
        try:
            socket.create_connection(("localhost", port), timeout=1).close()
        except ConnectionRefusedError:
            pause.wait(0.02)
        else:
            return True
    return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("", 0))
        return int(probe.getsockname()[1])


def _first_line(stream: IO[bytes] | None) -> str:
    assert stream is not None
    return stream.readline().decode().strip()
