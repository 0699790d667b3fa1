"""What stands between an office and its province, and means well: nothing is lost, doubled, or called sent falsely."""

import gzip
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import pytest

from dossiers.attach_scans import attach_scans
from dossiers.dossier import Scan
from dossiers.store.desk import Desk
from tests.store.homes import HandClock
from tests.sync.provinces import Province, office, synchronise, take_in

LIMIT_BYTES = 1 << 20
OPS, SCAN_BYTES = 5, 40_000

Headers = list[tuple[bytes, bytes]]


@dataclass(slots=True)
class Said:
    """A whole answer in a proxy's hands."""

    status: int
    headers: dict[bytes, bytes]
    body: bytes


@dataclass(slots=True)
class Proxy:
    """Takes each request whole, hands it on `times`, and changes the answer; `mode` is None when it is gone."""

    mode: "Mode | None" = None
    touched: Counter[str] = field(default_factory=Counter)
    """Requests by path that it changed something about."""

    def wrap(self, app: Any) -> Any:
        """The application behind it."""

        async def proxied(scope: Any, receive: Any, send: Any) -> None:
            mode = self.mode
            if mode is None:
                await app(scope, receive, send)
                return
            body = await _whole(receive)
            passed = scope | {"headers": [pair for pair in scope["headers"] if mode.keeps(pair[0])]}
            fits = len(body) <= mode.limit_bytes
            said = Said(413, {b"content-type": b"text/html"}, b"<h1>Request Entity Too Large</h1>")
            for _ in range(mode.times if fits else 0):
                said = await _asked(app, passed, body)
            kept = {name: value for name, value in said.headers.items() if mode.keeps(name)}
            changed = mode.change(Said(said.status, kept, said.body))
            self.touched[scope["path"].rpartition("/")[0]] += changed != said or mode.times > 1 or not fits
            await _told(send, changed)

        return proxied


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """A kind of proxy; an `honest` one lets everything through in the end."""

    honest: bool
    change: Callable[[Said], Said] = lambda said: said
    keeps: Callable[[bytes], bool] = lambda _name: True
    times: int = 1
    limit_bytes: int = LIMIT_BYTES << 10


async def _whole(receive: Any) -> bytes:
    body, more = bytearray(), True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    return bytes(body)


async def _asked(app: Any, scope: Any, body: bytes) -> Said:
    said = Said(500, {}, b"")

    async def receive() -> Mapping[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            said.status, said.headers = message["status"], dict(message["headers"])
        else:
            said.body += message.get("body", b"")

    await app(scope, receive, send)
    return said


async def _told(send: Any, said: Said) -> None:
    headers = said.headers | ({} if said.status == 204 else {b"content-length": str(len(said.body)).encode()})
    await send({"type": "http.response.start", "status": said.status, "headers": list(headers.items())})
    await send({"type": "http.response.body", "body": said.body})


def with_header(name: bytes, value: bytes) -> Callable[[Said], Said]:
    return lambda said: Said(said.status, said.headers | {name: value}, said.body)


MODES = {
    "keeps every message until it is whole": Mode(honest=True),
    "asks twice": Mode(honest=True, times=2),
    "closes each connection": Mode(honest=True, change=with_header(b"connection", b"close")),
    "adds a cookie and a via": Mode(honest=True, change=with_header(b"via", b"1.1 truong-chuyen")),
    "cuts answers short and says so of their length": Mode(
        honest=False, change=lambda said: Said(said.status, said.headers, said.body[: len(said.body) // 2])
    ),
    "squeezes answers with gzip": Mode(
        honest=False,
        change=lambda said: Said(
            said.status, said.headers | {b"content-encoding": b"gzip"}, gzip.compress(said.body) if said.body else b""
        ),
    ),
    "strips what it does not know": Mode(
        honest=False, keeps=lambda name: name in {b"host", b"content-length", b"transfer-encoding", b"connection"}
    ),
    "takes no body over 20 KB": Mode(honest=False, limit_bytes=20_000),
}
"""The last is the 1 MB limit of a real proxy against scans of megabytes, both fifty times smaller."""


@pytest.fixture
def proxy() -> Proxy:
    return Proxy()


@pytest.fixture
def stage(tmp_path: Path, proxy: Proxy) -> Iterator[tuple[Desk, Province, HandClock]]:
    clock = HandClock()
    with office(tmp_path, clock, proxy.wrap) as (desk, province):
        yield desk, province, clock


def work(desk: Desk, clock: HandClock) -> None:
    """Some dossiers and one scan."""
    first, *_ = take_in(desk, clock, OPS - 1)
    data = Random(5).randbytes(SCAN_BYTES)
    scan = Scan(sha256=desk.files.put(data), title="Trang", mime="image/jpeg", size=len(data), pages=1)
    desk.do(attach_scans, first.id, (scan,))


@pytest.mark.parametrize("name", MODES)
def test_a_proxy_loses_nothing(name: str, stage: tuple[Desk, Province, HandClock], proxy: Proxy) -> None:
    desk, province, clock = stage
    work(desk, clock)
    proxy.mode = MODES[name]
    for _ in range(3):
        report = synchronise(desk, province.url, clock)
        # I7: what is marked as sent is there.
        assert OPS - desk.journal.unsent_count() <= province.count("SELECT count(*) FROM journal")
        assert report.blobs_left == 1 or province.count("SELECT count(*) FROM blob WHERE verified_at > 0") == 1
    assert report.complete is MODES[name].honest
    assert (report.fault is None) is MODES[name].honest
    proxy.mode = None
    assert synchronise(desk, province.url, clock).complete
    assert province.count("SELECT count(*) FROM journal WHERE state = 'applied'") == OPS
    assert province.count("SELECT count(*) FROM journal") == OPS
    assert province.faults() == ()


@pytest.mark.parametrize("name", [name for name, mode in MODES.items() if not mode.honest])
def test_the_proxies_do_bite(name: str, stage: tuple[Desk, Province, HandClock], proxy: Proxy) -> None:
    """The control: behind each of these a desk that took any answer of 2xx for a receipt would have lied."""
    desk, province, clock = stage
    work(desk, clock)
    proxy.mode = MODES[name]
    report = synchronise(desk, province.url, clock)
    assert sum(proxy.touched.values()) > 0
    assert report.ops_left + report.blobs_left > 0
