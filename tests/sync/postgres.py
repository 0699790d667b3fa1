"""A private PostgreSQL for one test run: its own folder, its own port, gone afterwards."""

import getpass
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TIMEOUT_S = 120


def tool(name: str) -> str:
    """Where PostgreSQL's programs lie: on the path, or where Debian puts them."""
    found = shutil.which(name)
    return found or str(sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))[-1])


def unprivileged() -> list[str]:
    """PostgreSQL refuses to run as root."""
    return ["runuser", "-u", "postgres", "--"] if getpass.getuser() == "root" else []


@contextmanager
def cluster() -> Iterator[str]:
    """Start a cluster that listens on loopback only; yields its URL without a database name."""
    folder = Path(tempfile.mkdtemp(prefix="motcua-pg-"))
    try:
        if unprivileged():
            shutil.chown(folder, "postgres")
        data = folder / "data"
        run("initdb", "-D", str(data), "-U", "motcua", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
        port = free_port()
        options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder} -c jit=off"
        run("pg_ctl", "-D", str(data), "-l", str(folder / "log"), "-o", options, "-w", "start")
        try:
            yield f"postgresql://motcua@127.0.0.1:{port}"
        finally:
            run("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder)


def run(name: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs; its words are shown when it fails."""
    done = subprocess.run(
        [*unprivileged(), tool(name), *arguments], cwd="/", capture_output=name != "pg_ctl",
        stdout=subprocess.DEVNULL if name == "pg_ctl" else None, text=True, timeout=TIMEOUT_S,
    )  # fmt: skip
    assert done.returncode == 0, (name, done.stderr)


def free_port() -> int:
    """A port nobody listens on just now."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        return int(door.getsockname()[1])
