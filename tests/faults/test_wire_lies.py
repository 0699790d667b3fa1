"""Whoever answers in the province's place, or the province itself gone bad, marks nothing as sent."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from zstandard import ZstdCompressor

from sync import protocol
from sync.faults import (
    CaptivePortal,
    Deceived,
    NotTheProvince,
    Offline,
    Refused,
    ServerBusy,
    SlowLine,
)
from sync.protocol import Receipt, Reply
from sync.sealing import SEAL_BYTES, Garbled, pack, seal, unpack
from tests.store.homes import HandClock
from tests.sync.provinces import Province, office, synchronise, take_in

Lie = Callable[[bytes, Ed25519PrivateKey], bytes]
BOMB_BYTES = 1 << 30


class Liar:
    """Changes what the real province answers to a batch, on its way out."""

    def __init__(self) -> None:
        self.lie: Lie | None = None
        self.heard: list[bytes] = []
        self.province: Province | None = None

    def wrap(self, app: Any) -> Any:
        """The application behind the liar."""

        async def lying(scope: Any, receive: Any, send: Any) -> None:
            body, start = bytearray(), {}

            async def held_back(message: Any) -> None:
                nonlocal start
                if message["type"] == "http.response.start":
                    start = message
                    return
                body.extend(message.get("body", b""))
                if message.get("more_body"):
                    return
                said = self.twist(scope["path"], bytes(body))
                headers = [(k, v) for k, v in start["headers"] if k != b"content-length"]
                await send({**start, "headers": [*headers, (b"content-length", str(len(said)).encode())]})
                await send({"type": "http.response.body", "body": said})

            await app(scope, receive, held_back)

        return lying

    def twist(self, path: str, body: bytes) -> bytes:
        """What is said instead."""
        if path != "/v1/sync":
            return body
        self.heard.append(body)
        assert self.province is not None
        return self.lie(body, self.province.key) if self.lie else body


def changed(**fields: object) -> Lie:
    """A reply signed by the province itself whose receipt says something else."""

    def lie(body: bytes, key: Ed25519PrivateKey) -> bytes:
        public = key.public_key().public_bytes_raw()
        reply = protocol.open_message(public, protocol.REPLY, unpack(body, 1 << 20), Reply)
        receipt = protocol.open_message(public, protocol.RECEIPT, reply.ack, Receipt)
        forged = protocol.seal_message(key, protocol.RECEIPT, msgspec.structs.replace(receipt, **fields))
        return resealed(msgspec.structs.replace(reply, ack=forged), key)

    return lie


def resealed(reply: Reply, key: Ed25519PrivateKey) -> bytes:
    """A reply under a key."""
    return pack(protocol.seal_message(key, protocol.REPLY, reply))


def by_a_stranger(body: bytes, key: Ed25519PrivateKey) -> bytes:
    """The same words under another key."""
    public = key.public_key().public_bytes_raw()
    reply = protocol.open_message(public, protocol.REPLY, unpack(body, 1 << 20), Reply)
    return resealed(reply, Ed25519PrivateKey.generate())


def flipped(body: bytes, _key: Ed25519PrivateKey) -> bytes:
    """One bit of the signed words is another."""
    plain = bytearray(unpack(body, 1 << 20))
    plain[-5] ^= 1
    return pack(bytes(plain))


def bomb(_body: bytes, key: Ed25519PrivateKey) -> bytes:
    """A gigabyte in a few kilobytes, correctly signed."""
    compressor = ZstdCompressor(level=3).compressobj(size=BOMB_BYTES)
    zeros = bytes(1 << 20)
    parts = [compressor.compress(zeros) for _ in range(BOMB_BYTES >> 20)]
    return b"".join((seal(key, protocol.REPLY, b""), *parts, compressor.flush()))


LIES: dict[str, tuple[Lie, type[Exception]]] = {
    "signed by a stranger": (by_a_stranger, Deceived),
    "one bit flipped": (flipped, Deceived),
    "acknowledges more than was written": (changed(seq=1_000, hash=bytes(32)), Deceived),
    "acknowledges another chain": (changed(hash=bytes(32)), Deceived),
    "acknowledges another device": (changed(device=bytes(16)), Deceived),
    "acknowledges another epoch": (changed(epoch=bytes(8)), Deceived),
    "acknowledges in another history": (changed(history="0123456789abcdef"), Deceived),
    "is empty": (lambda _body, _key: b"", Deceived),
    "is no zstd": (lambda _body, _key: b"<html>", Deceived),
    "is a zip bomb": (bomb, Deceived),
    "is endless": (lambda _body, _key: bytes(9 << 20), Garbled),
}


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def liar() -> Liar:
    return Liar()


@pytest.fixture
def stage(tmp_path: Path, clock: HandClock, liar: Liar) -> Iterator[Any]:
    with office(tmp_path, clock, liar.wrap) as (desk, province):
        liar.province = province
        yield desk, province


@pytest.mark.parametrize("name", LIES)
def test_a_lie_marks_nothing(name: str, stage: Any, liar: Liar, clock: HandClock) -> None:
    desk, province = stage
    take_in(desk, clock, 3)
    lie, expected = LIES[name]
    liar.lie = lie
    report = synchronise(desk, province.url, clock)
    assert isinstance(report.fault, expected)
    assert (report.ops_sent, report.ops_left) == (0, 3)

    liar.lie = None
    assert synchronise(desk, province.url, clock).complete
    assert province.count("SELECT count(*) FROM journal") == 3


def test_the_harness_catches_a_desk_that_believes_any_signature(
    stage: Any, liar: Liar, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: with signatures unread, a stranger's words move the mark."""
    desk, province = stage
    take_in(desk, clock, 3)
    liar.lie = by_a_stranger

    def unread(_public_key: bytes, _purpose: bytes, sealed: bytes, kind: Any) -> Any:
        return protocol.decode(sealed[SEAL_BYTES:], kind)

    monkeypatch.setattr(protocol, "open_message", unread)
    assert synchronise(desk, province.url, clock).ops_left == 0


def test_a_replayed_reply_marks_nothing(stage: Any, liar: Liar, clock: HandClock) -> None:
    """An answer to an earlier request is an answer to nothing now, though every signature in it is right."""
    desk, province = stage
    take_in(desk, clock, 3)
    synchronise(desk, province.url, clock)
    old = liar.heard[0]
    take_in(desk, clock, 2, first=3)
    liar.lie = lambda _body, _key: old
    report = synchronise(desk, province.url, clock)
    assert isinstance(report.fault, Deceived)
    assert report.ops_left == 2


def test_a_replayed_receipt_marks_nothing(stage: Any, liar: Liar, clock: HandClock) -> None:
    """A province that forgot what it took and shows its last receipt again is asked again, then not believed."""
    desk, province = stage
    take_in(desk, clock, 3)
    synchronise(desk, province.url, clock)
    public = province.key.public_key().public_bytes_raw()
    old = protocol.open_message(public, protocol.REPLY, unpack(liar.heard[0], 1 << 20), Reply).ack

    def lie(body: bytes, key: Ed25519PrivateKey) -> bytes:
        reply = protocol.open_message(public, protocol.REPLY, unpack(body, 1 << 20), Reply)
        return resealed(msgspec.structs.replace(reply, ack=old), key)

    take_in(desk, clock, 2, first=3)
    liar.lie = lie
    report = synchronise(desk, province.url, clock)
    assert isinstance(report.fault, Deceived)
    assert report.ops_left == 2


HTML = b"Content-Type: text/html\r\nContent-Length: 20\r\n\r\n<html>Login!</html>\n"
STRANGERS = {
    b"HTTP/1.1 200 OK\r\n" + HTML: CaptivePortal,
    b"HTTP/1.1 302 Found\r\nLocation: http://wifi.example/login\r\nContent-Length: 0\r\n\r\n": CaptivePortal,
    b"HTTP/1.1 307 Temporary Redirect\r\nLocation: https://wifi.example/\r\nContent-Length: 0\r\n\r\n": CaptivePortal,
    b"HTTP/1.1 511 Network Authentication Required\r\n" + HTML: CaptivePortal,
    b"HTTP/1.1 403 Forbidden\r\n" + HTML: CaptivePortal,
    b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 7\r\n\r\nSuccess": CaptivePortal,
    b"HTTP/1.1 404 Not Found\r\n" + HTML: NotTheProvince,
    b"HTTP/1.1 503 Service Unavailable\r\n" + HTML: ServerBusy,
    b"HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n": ServerBusy,
}


class Stranger:
    """Answers every request with the same bytes, or never."""

    def __init__(self, answer: bytes | None) -> None:
        self._answer = answer
        self._door = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._door.getsockname()[1]}"
        self._kept: list[socket.socket] = []
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                near, _ = self._door.accept()
            except OSError:
                return
            self._kept.append(near)
            near.recv(65_536)
            if self._answer is not None:
                near.sendall(self._answer)
                near.shutdown(socket.SHUT_WR)

    def close(self) -> None:
        """Go away."""
        self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()
        self._thread.join(60)
        for near in self._kept:
            near.close()


@pytest.mark.parametrize("answer", STRANGERS)
def test_a_stranger_gets_its_sentence(answer: bytes, stage: Any, clock: HandClock) -> None:
    desk, _ = stage
    take_in(desk, clock, 2)
    with closing(Stranger(answer)) as stranger:
        report = synchronise(desk, stranger.url, clock)
    assert type(report.fault) is STRANGERS[answer]
    assert (report.ops_sent, report.ops_left) == (0, 2)


def test_the_portal_is_called_by_its_name(stage: Any, clock: HandClock) -> None:
    desk, _ = stage
    with closing(Stranger(next(iter(STRANGERS)))) as stranger:
        report = synchronise(desk, stranger.url, clock)
    assert "cổng đăng nhập mạng" in str(report.fault)
    assert str(report.fault).startswith("Dữ liệu đã lưu an toàn trên máy này.")


def test_nobody_there(stage: Any, clock: HandClock) -> None:
    desk, province = stage
    take_in(desk, clock, 1)
    province.close()
    assert isinstance(synchronise(desk, province.url, clock).fault, Refused)


def test_no_way_there(stage: Any, clock: HandClock, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, province = stage

    def no_name(*_arguments: object, **_named: object) -> object:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", no_name)
    assert isinstance(synchronise(desk, province.url, clock).fault, Offline)


def test_silence(stage: Any, clock: HandClock) -> None:
    desk, _ = stage
    with closing(Stranger(None)) as stranger:
        report = synchronise(desk, stranger.url, clock, timeout_s=0.3)
    assert isinstance(report.fault, SlowLine)
