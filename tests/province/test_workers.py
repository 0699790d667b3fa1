"""Two workers behind nginx, as docs/province.md sets them up: several desks at once, nothing lost or doubled."""

import json
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from dossiers.clock import system_clock
from dossiers.store.desk import Desk
from sync.client import Client
from sync.engine import Engine
from sync.enrolment import enrol
from sync.province import admin
from sync.province.blobs import BlobStore
from sync.province.database import Database
from sync.province.verify import verify
from tests.store.homes import OFFICE, HandClock
from tests.sync.certificates import certificate
from tests.sync.conftest import database_url
from tests.sync.postgres import free_port, tool
from tests.sync.provinces import DEADLINE_S, asking, lone_desk
from tests.sync.test_blobs import scan

ROOT = Path(__file__).parent.parent.parent
MOTCUA = (sys.executable, "-m", "desktop.cli", "province", "--json", "--port")
DESKS, DOSSIERS = 4, 6

AROUND = """
daemon off; pid {folder}/nginx.pid; error_log stderr error; worker_processes 1;
events {{ worker_connections 256; }}
http {{ access_log off;
client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
{site} }}
"""


class Workers:
    """Two worker processes of one province and nginx before them."""

    def __init__(self, url: str, ports: tuple[int, int], processes: list["subprocess.Popen[str]"]) -> None:
        self.url, self.ports, self.processes = url, ports, processes

    def kill_one(self) -> None:
        """As the machine's own memory killer would."""
        self.processes[0].kill()
        self.processes[0].wait(DEADLINE_S)


def site(ports: tuple[int, int], port: int, chain: Path, key: Path) -> str:
    """The configuration of docs/province.md with this test's ports and certificate in it."""
    said = (ROOT / "docs" / "province.md").read_text(encoding="utf-8")
    (text,) = re.findall(r"```nginx\n(.*?)```", said, re.DOTALL)
    places = {
        "127.0.0.1:8751": f"127.0.0.1:{ports[0]}", "127.0.0.1:8752": f"127.0.0.1:{ports[1]}",
        "listen 443": f"listen 127.0.0.1:{port}", "/etc/motcua/server.pem": str(chain),
        "/etc/motcua/server.key": str(key),
    }  # fmt: skip
    for documented, ours in places.items():
        assert text.count(documented) == 1
        text = text.replace(documented, ours)
    return str(text)


@contextmanager
def started(*command: str) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8")
    try:
        yield process
    finally:
        process.terminate()
        with process:
            process.wait(DEADLINE_S)


@contextmanager
def workers(database: str, folder: Path) -> Iterator[Workers]:
    """Start everything and wait until it answers."""
    chain, key, authority = certificate(folder, "tinh")
    (folder / "ca.pem").write_bytes(authority)
    port = free_port()
    with ExitStack() as stack:
        processes, ports = [], []
        for _ in range(2):
            command = [*MOTCUA, "0", "--database", database, "--folder", str(folder / "province")]
            process = stack.enter_context(started(*command))
            assert process.stdout is not None
            ports.append(json.loads(process.stdout.readline())["port"])
            processes.append(process)
        both = (ports[0], ports[1])
        settings = folder / "nginx.conf"
        settings.write_text(AROUND.format(folder=folder, site=site(both, port, chain, key)), encoding="utf-8")
        stack.enter_context(started(tool("nginx"), "-p", str(folder), "-c", str(settings)))
        wait_for(port)
        yield Workers(f"https://127.0.0.1:{port}", both, processes)


def wait_for(port: int) -> None:
    """Until somebody listens."""
    import socket

    deadline = threading.Event()
    timer = threading.Timer(DEADLINE_S, deadline.set)
    timer.start()
    try:
        while not deadline.is_set():
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
            except OSError:
                deadline.wait(0.05)
            else:
                return
        raise AssertionError("nginx does not listen")
    finally:
        timer.cancel()


def join(desk: Desk, database: Database, running: Workers, ca: bytes, unit: str) -> None:
    """Enrol a desk of an office of its own: without a hub between them, two desks would give out the same numbers."""
    desk.set_office(replace(OFFICE, unit=unit))
    code = admin.new_code(database, unit, 1)
    client = Client(running.url, ca)
    enrol(asking(desk), client, code, system_clock)
    client.close()


def test_nothing_is_lost_or_doubled_whichever_worker_answers(
    request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """Four desks push at once through both workers; one worker is killed in the middle."""
    url = database_url("postgresql", request, tmp_path)
    with ExitStack() as stack:
        running = stack.enter_context(workers(url, tmp_path))
        database = Database(url)
        stack.callback(database.close)
        ca = (tmp_path / "ca.pem").read_bytes()
        clocks = [HandClock() for _ in range(DESKS)]
        for clock in clocks:
            clock.now = system_clock()
        desks = [stack.enter_context(lone_desk(tmp_path / f"home{n}", clocks[n])) for n in range(DESKS)]
        papers = []
        for number, (desk, clock) in enumerate(zip(desks, clocks, strict=True)):
            join(desk, database, running, ca, f"H99.1{number:02d}")
            seeds = range(number * 100, number * 100 + DOSSIERS)
            papers += [scan(desk, clock, 200_000, seed=seed, first=seed) for seed in seeds]

        def push(desk: Desk) -> bool:
            for _ in range(5):
                client = Client(running.url, ca)
                try:
                    if Engine(asking(desk), client, system_clock).run().complete:
                        return True
                finally:
                    client.close()
            return False

        with ThreadPoolExecutor(DESKS) as pool:
            runs = [pool.submit(push, desk) for desk in desks]
            running.kill_one()
            assert all(run.result(DEADLINE_S) for run in runs)
        blobs = BlobStore(tmp_path / "province" / "blobs", database, system_clock)
        assert verify(database, blobs) == ()
        with database.reading() as connection:
            count = connection.exec_driver_sql("SELECT count(*) FROM dossier").scalar_one()
            sent = connection.exec_driver_sql("SELECT count(*), count(DISTINCT op_key) FROM journal").one()
        assert count == DESKS * DOSSIERS
        assert sent[0] == sent[1] == sum(desk.journal.count() for desk in desks)
        assert all(blobs.is_verified(sha256(data).digest()) for data in papers)

