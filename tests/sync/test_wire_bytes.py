"""The bytes on the wire: small by a shipped dictionary, understood without it, and never taken for other bytes."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

import resources
from installer.wire_corpus import imagine, lean_day
from sync import sealing
from sync.batch import CLEAR_BYTES, Batch, chain, read_batch, repack, write_batch
from sync.dictionaries import shipped
from sync.protocol import Header
from sync.sealing import BadSeal, Garbled, UnknownDictionary, pack, packed_with, unpack
from tests.store.homes import HandClock
from tests.sync.provinces import office, synchronise, take_in

CHECKSUM_BYTES, FRAME_HEADER_BYTES = 4, 10
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
ROOT = sha256(b"root").digest()
SHIPPED_ONCE = {32769: "f08e9a6ade0c970063e57e590aa3b9c45c501477b2b9b621542eb264c3fdd4ad"}
"""Every dictionary ever shipped, by its SHA-256: desks in the field pack with it for years."""


def a_header(lines: list[bytes]) -> Header:
    return Header(
        device=sha256(b"device").digest()[:16], epoch=sha256(b"epoch").digest()[:8], first=1, count=len(lines),
        previous=ROOT, head=(ROOT, *chain(ROOT, lines))[-1], nonce=sha256(b"nonce").digest()[:8],
        sent_at=1_795_000_000_000, app="motcua/0.1", history="0123456789abcdef", cursor="0.123",
    )  # fmt: skip


def written(lines: list[bytes], dictionary: int | None) -> bytes:
    return write_batch(KEY, a_header(lines), lines, dictionary)


def public_key_of(_device: bytes) -> bytes:
    return KEY.public_key().public_bytes_raw()


def test_a_shipped_dictionary_never_changes() -> None:
    found = {number: sha256(resources.read_bytes(f"wire/{number}.zdict")).hexdigest() for number in shipped()}
    assert found == SHIPPED_ONCE
    assert all(len(resources.read_bytes(f"wire/{number}.zdict")) <= 110 << 10 for number in shipped())


def test_one_deed_and_one_day_stay_within_their_bytes() -> None:
    """Targets T2 and T1 of SYNC 5, on a day the dictionary was not trained on."""
    day = lean_day(imagine(7), 200)
    alone = [len(written([line], shipped()[-1])) for line in day[::10]]
    assert sum(alone) / len(alone) <= 350
    assert len(written(day, shipped()[-1])) / 200 <= 135


@pytest.mark.parametrize("dictionary", [None, *shipped()])
def test_a_batch_is_read_as_it_was_written(dictionary: int | None) -> None:
    lines = lean_day(imagine(8), 20)
    body = written(lines, dictionary)
    assert packed_with(body, CLEAR_BYTES) == dictionary
    batch = read_batch(body, public_key_of)
    assert (batch.header, batch.lines) == (a_header(lines), tuple(lines))
    assert read_batch(repack(body), public_key_of) == batch


def test_whatever_is_changed_is_noticed() -> None:
    """Each byte of a small batch; only what says nothing, a spare bit of the frame or its checksum, may differ."""
    body = written(lean_day(imagine(9), 1)[:1], shipped()[-1])
    whole = read_batch(body, public_key_of)
    unnoticed = [
        at for at in range(len(body))
        if reads(body[:at] + bytes([body[at] ^ 0x10]) + body[at + 1 :]) not in (None, whole) or reads(body[:at])
    ]  # fmt: skip
    assert unnoticed == list(range(len(body) - CHECKSUM_BYTES, len(body)))


def reads(body: bytes) -> Batch | None:
    """The batch, if these bytes are one."""
    try:
        return read_batch(body, public_key_of)
    except (BadSeal, Garbled):
        return None


def test_a_dictionary_from_the_future_is_named_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    body = written([b"line"], shipped()[-1])
    monkeypatch.setattr(sealing, "shipped", lambda: ())
    with pytest.raises(UnknownDictionary):
        read_batch(body, public_key_of)


def test_a_large_reply_is_packed_so_that_it_can_be_read() -> None:
    """The sparing level would ask for a window larger than any reader allows."""
    plain = b"".join(sha256(bytes([n % 251, n // 251])).digest() for n in range(1_000)) * 400
    assert unpack(pack(plain), 16 << 20) == plain


class Younger:
    """A province to which every dictionary is one from the future; it keeps what it answered."""

    def __init__(self) -> None:
        self.statuses: list[int] = []

    def wrap(self, app: Any) -> Any:
        """The application behind it."""

        async def younger(scope: Any, receive: Any, send: Any) -> None:
            async def renamed() -> Any:
                message = await receive()
                start = message.get("body", b"")[: CLEAR_BYTES + FRAME_HEADER_BYTES]
                known = shipped()[-1].to_bytes(2, "little")
                if scope["path"] == "/v1/sync" and known in start[CLEAR_BYTES:]:
                    rest = message["body"][len(start) :]
                    message["body"] = start[:CLEAR_BYTES] + start[CLEAR_BYTES:].replace(known, b"\xff\xff") + rest
                return message

            async def noted(message: Any) -> None:
                if message["type"] == "http.response.start" and scope["path"] == "/v1/sync":
                    self.statuses.append(message["status"])
                await send(message)

            await app(scope, renamed, noted)

        return younger


def test_a_province_without_the_dictionary_is_spoken_to_without(tmp_path: Path, clock: HandClock) -> None:
    """The first batch is answered 415 and goes again, every later one goes without; nothing is lost or twice."""
    younger = Younger()
    with office(tmp_path, clock, wrap=younger.wrap) as (desk, province):
        take_in(desk, clock, 3)
        report = synchronise(desk, province.url, clock)
        assert (report.fault, report.ops_sent, report.complete) == (None, 3, True)
        assert province.count("SELECT count(*) FROM journal") == 3
        assert younger.statuses[0] == 415
        assert set(younger.statuses[1:]) == {200}
