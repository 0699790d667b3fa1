"""Scans go on where a cut left them, and are seen at the province only when they are whole and right."""

import base64
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest

from dossiers.attach_scans import attach_scans
from dossiers.clock import to_ms
from dossiers.dossier import Scan
from dossiers.store.desk import Desk
from sync import protocol
from sync.membership import membership
from sync.progress import Stopped
from sync.province.blob_store import FolderShelf
from sync.sealing import SEAL_BYTES, seal
from tests.store.homes import HandClock
from tests.sync.line import Line
from tests.sync.provinces import DEADLINE_S, Province, office, synchronise, take_in


def scan(desk: Desk, clock: HandClock, size: int, seed: int = 1, first: int = 0) -> bytes:
    """One dossier with one scan of `size` bytes that do not compress; returns the bytes."""
    data = Random(seed).randbytes(size)
    dossier = take_in(desk, clock, 1, first=first)[0]
    name = desk.files.put(data)
    paper = Scan(sha256=name, title="Bản quét", mime="application/pdf", size=size, pages=1)
    desk.do(attach_scans, dossier.id, (paper,))
    return data


def scan_file(province: Province, data: bytes) -> Path:
    """Where the province keeps a verified file."""
    return FolderShelf(province.folder / "blobs" / "verified").path(sha256(data).digest())


def test_scans_arrive_and_are_signed_for(desk: Desk, province: Province, clock: HandClock) -> None:
    papers = [scan(desk, clock, 50_000 + n, seed=n, first=n) for n in range(3)]
    report = synchronise(desk, province.url, clock)
    assert (report.blobs_sent, report.blobs_left, report.complete) == (3, 0, True)
    for data in papers:
        assert scan_file(province, data).read_bytes() == data
    assert province.faults() == ()


def test_a_receipt_lost_is_asked_for_again_without_sending_again(
    desk: Desk, province: Province, clock: HandClock
) -> None:
    """The file is there; only its receipt never came. The next run sends no byte of it."""
    scan(desk, clock, 200_000)
    with closing(Line(province.port)) as line:
        line.cut_after("up", 210_000)
        synchronise(desk, line.url, clock)
        line.mend()
        report = synchronise(desk, line.url, clock)
        assert report.complete
        assert len(line.seen["up"]) < 20_000


def test_a_cut_costs_what_was_in_flight(desk: Desk, province: Province, clock: HandClock) -> None:
    data = scan(desk, clock, 3_000_000)
    arriving = province.folder / "blobs" / "arriving" / sha256(data).hexdigest()
    with closing(Line(province.port)) as line:
        line.cut_after("up", 2_000_000)
        synchronise(desk, line.url, clock, stop=lambda: line.was_cut)
        wait_until(lambda: arriving.exists() and arriving.stat().st_size > 1_900_000)
        line.mend()
        assert synchronise(desk, line.url, clock).complete
        assert len(line.seen["up"]) < 1_000_000 + 110_000
    assert scan_file(province, data).read_bytes() == data


@pytest.mark.parametrize("extra", [-1, 0, 1])
def test_cut_around_every_block(extra: int, tmp_path: Path) -> None:
    """A PATCH is cut at each 16 KiB, one byte less, one byte more; the file is right every time."""
    clock = HandClock()
    with office(tmp_path, clock) as (desk, province), closing(Line(province.port)) as line:
        for n, cut in enumerate(range(16_384, 100_000, 16_384)):
            data = scan(desk, clock, 100_000, seed=n, first=n)
            line.cut_after("up", cut + extra)
            synchronise(desk, line.url, clock)
            line.mend()
            assert synchronise(desk, line.url, clock).complete
            assert scan_file(province, data).read_bytes() == data
        assert province.faults() == ()


class Flipper:
    """Flips one bit in the files that pass, for the first `times` requests."""

    def __init__(self) -> None:
        self.times = 0

    def wrap(self, app: Any) -> Any:
        """The application behind it."""

        async def flipping(scope: Any, receive: Any, send: Any) -> None:
            async def spoiled() -> Any:
                message = await receive()
                if self.times and scope["method"] == "PATCH" and message.get("body"):
                    body = bytearray(message["body"])
                    body[0] ^= 1
                    message["body"], self.times = bytes(body), self.times - 1
                return message

            await app(scope, spoiled, send)

        return flipping


@pytest.fixture
def flipper() -> Flipper:
    return Flipper()


@pytest.fixture
def noisy(tmp_path: Path, flipper: Flipper) -> Iterator[tuple[Desk, Province, HandClock]]:
    clock = HandClock()
    with office(tmp_path, clock, flipper.wrap) as (desk, province):
        yield desk, province, clock


def test_a_flipped_bit_is_sent_again(noisy: tuple[Desk, Province, HandClock], flipper: Flipper) -> None:
    desk, province, clock = noisy
    data = scan(desk, clock, 30_000)
    flipper.times = 1
    assert synchronise(desk, province.url, clock).complete
    assert scan_file(province, data).read_bytes() == data
    assert province.count("SELECT mismatches FROM blob") == 1


def test_what_is_never_right_is_never_seen(noisy: tuple[Desk, Province, HandClock], flipper: Flipper) -> None:
    desk, province, clock = noisy
    data = scan(desk, clock, 30_000)
    flipper.times = 1_000
    report = synchronise(desk, province.url, clock)
    assert (report.ops_left, report.blobs_left, report.complete) == (0, 1, False)
    assert not scan_file(province, data).exists()


def test_a_file_spoiled_at_the_desk_stops_no_other(desk: Desk, province: Province, clock: HandClock) -> None:
    scan(desk, clock, 30_000, seed=1)
    stored = [path for path in (desk.home / "files").rglob("*") if path.is_file()]
    for path in stored:
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(bytes(data))
    scan(desk, clock, 30_000, seed=2, first=1)
    report = synchronise(desk, province.url, clock)
    assert (report.blobs_sent, report.blobs_damaged, report.blobs_left) == (1, 1, 1)
    assert not report.complete


def test_the_newest_request_wins(desk: Desk, province: Province, clock: HandClock) -> None:
    """A half-open PATCH that will never end does not keep the desk's next one waiting, nor add a byte to it."""
    data = scan(desk, clock, 300_000)
    name = sha256(data).hexdigest()
    take_only_records(desk, province, clock)
    with socket.create_connection(("127.0.0.1", province.port)) as half_open:
        head = "".join(f"{key}: {value}\r\n" for key, value in patch_headers(desk, name, clock).items())
        start = f"PATCH /v1/blobs/{name} HTTP/1.1\r\nHost: x\r\nContent-Length: {len(data)}\r\n{head}\r\n"
        half_open.sendall(start.encode() + data[:100_000])
        report = synchronise(desk, province.url, clock)
    assert report.complete
    assert scan_file(province, data).read_bytes() == data


def wait_until(condition: Callable[[], bool]) -> None:
    """Wait for the server's own thread; a deadline instead of a pause."""
    deadline = time.monotonic() + DEADLINE_S
    while not condition():
        assert time.monotonic() < deadline
        threading.Event().wait(0.005)


def take_only_records(desk: Desk, province: Province, clock: HandClock) -> None:
    """Tell the province of the file without sending it."""
    report = synchronise(desk, province.url, clock, stop=lambda: desk.journal.unsent_count() == 0)
    assert isinstance(report.fault, Stopped)
    assert (report.ops_left, report.blobs_left) == (0, 1)
    assert province.count("SELECT count(*) FROM blob WHERE verified_at IS NULL") == 1


def patch_headers(desk: Desk, name: str, clock: HandClock, offset: int = 0) -> dict[str, str]:
    """What an upload is signed with."""
    member, sent_at = membership(desk), to_ms(clock())
    text = protocol.request_text("PATCH", f"/v1/blobs/{name}", sent_at, offset)
    words = (member.device, seal(member.key, protocol.REQUEST, text)[:SEAL_BYTES])
    device, signature = (base64.urlsafe_b64encode(word).rstrip(b"=").decode() for word in words)
    return {
        "Authorization": f"MC1 {device}.{sent_at}.{signature}", "Upload-Offset": str(offset),
        "Content-Type": protocol.BLOB_TYPE, "Tus-Resumable": "1.0.0",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"Authorization": "MC1 a.b.c"}, 401),
        ({"Authorization": ""}, 401),
        ({"Upload-Offset": "5"}, 401),
        ({"Content-Type": "text/plain"}, 415),
    ],
)
def test_an_upload_without_a_right_is_refused(
    change: dict[str, str], status: int, desk: Desk, province: Province, clock: HandClock
) -> None:
    import requests

    data = scan(desk, clock, 20_000)
    name = sha256(data).hexdigest()
    take_only_records(desk, province, clock)
    headers = patch_headers(desk, name, clock) | change
    answer = requests.patch(f"{province.url}/v1/blobs/{name}", data=data, headers=headers, timeout=DEADLINE_S)
    assert answer.status_code == status
    assert not scan_file(province, data).exists()


def test_an_upload_may_not_exceed_what_its_op_said(desk: Desk, province: Province, clock: HandClock) -> None:
    import requests

    data = scan(desk, clock, 60_000)
    name = sha256(data).hexdigest()
    take_only_records(desk, province, clock)
    url = f"{province.url}/v1/blobs/{name}"
    held = requests.head(url, headers=_head(desk, name, clock), timeout=DEADLINE_S).headers
    offset = int(held["Upload-Offset"])
    headers = patch_headers(desk, name, clock, offset)
    answer = requests.patch(url, data=data + bytes(70_000), headers=headers, timeout=DEADLINE_S)
    assert answer.status_code == 413
    assert held["Upload-Length"] == "60000"


def _head(desk: Desk, name: str, clock: HandClock) -> dict[str, str]:
    member, sent_at = membership(desk), to_ms(clock())
    text = protocol.request_text("HEAD", f"/v1/blobs/{name}", sent_at, 0)
    words = (member.device, seal(member.key, protocol.REQUEST, text)[:SEAL_BYTES])
    device, signature = (base64.urlsafe_b64encode(word).rstrip(b"=").decode() for word in words)
    return {"Authorization": f"MC1 {device}.{sent_at}.{signature}"}
