"""The line is cut after each byte of a ten-op batch and of its answer: each op arrives exactly once."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from dossiers.store.desk import Desk
from sync.batch import read_batch
from sync.faults import ServerReset
from tests.faults.length import FULL
from tests.store.homes import HandClock
from tests.sync.line import Line
from tests.sync.provinces import Province, office, synchronise, take_in

OPS = 10
STEP = 1 if FULL else 13
"""Bytes from one cut to the next."""

PLAY_BYTES = 32
"""Two batches of ten differ by some bytes, as nonces and signatures compress unlike; so the last cuts may miss."""


class Naive:
    """The positive control: a server that inserts what each request brings, with no key to tell a repeat."""

    def __init__(self) -> None:
        self.rows: Counter[bytes] = Counter()
        self.key = b""

    def wrap(self, app: Any) -> Any:
        """Look at what the real server is given."""

        async def watched(scope: Any, receive: Any, send: Any) -> None:
            body = bytearray()

            async def listening() -> Any:
                message = await receive()
                body.extend(message.get("body", b""))
                if message["type"] == "http.request" and not message.get("more_body") and body:
                    self.insert(scope["path"], bytes(body))
                return message

            await app(scope, listening, send)

        return watched

    def insert(self, path: str, body: bytes) -> None:
        """One more row for each line."""
        if path == "/v1/sync":
            self.rows.update(read_batch(body, lambda _: self.key).lines)


@pytest.fixture
def naive() -> Naive:
    return Naive()


@pytest.fixture
def stage(tmp_path: Path, naive: Naive) -> Iterator[tuple[Desk, Province, Line, HandClock]]:
    clock = HandClock()
    with office(tmp_path, clock, naive.wrap) as (desk, province), closing(Line(province.port)) as line:
        naive.key = _public_key(province)
        yield desk, province, line, clock


@pytest.mark.expects_log
def test_cut_at_every_byte(stage: tuple[Desk, Province, Line, HandClock], naive: Naive) -> None:
    desk, province, line, clock = stage
    taken = OPS
    take_in(desk, clock, OPS)
    up, down = _sizes(desk, line, clock)
    cuts = [("up", n) for n in range(1, up + 1, STEP)] + [("down", n) for n in range(1, down + 1, STEP)]
    cut_short = would_have_lied = 0
    for direction, count in cuts:
        if desk.journal.unsent_count() == 0:
            take_in(desk, clock, OPS, first=taken)
            taken += OPS
        line.cut_after(direction, count)  # type: ignore[arg-type]
        report = synchronise(desk, line.url, clock)
        if report.fault is not None:
            assert isinstance(report.fault, ServerReset)
            cut_short += 1
        # I7: what is marked sent is at the province, whatever the line did.
        assert taken - desk.journal.unsent_count() <= province.count("SELECT count(*) FROM journal")
        would_have_lied += desk.journal.unsent_count() > 0 and b"200 OK" in line.seen["down"]
    line.mend()
    assert synchronise(desk, line.url, clock).complete

    assert cut_short >= len(cuts) - PLAY_BYTES
    # I2: every op exactly once, and the chain whole.
    assert province.count("SELECT count(*) FROM journal WHERE state = 'applied'") == taken
    assert province.faults() == ()
    # The controls: without a key this line doubles rows, and a desk that believed "200 OK" would have lied.
    assert max(naive.rows.values()) > 1
    assert would_have_lied > 0


def _sizes(desk: Desk, line: Line, clock: HandClock) -> tuple[int, int]:
    """How many bytes one undisturbed batch of ten takes, up and down, until its receipt is kept."""
    line.cut_after("down", 1 << 20)
    assert synchronise(desk, line.url, clock).complete
    first_reply = bytes(line.seen["down"]).index(b"HTTP/1.1", 1)
    second_request = bytes(line.seen["up"]).index(b"POST", 1)
    return second_request, first_reply


def _public_key(province: Province) -> bytes:
    with province.database.reading() as connection:
        return bytes(connection.exec_driver_sql("SELECT public_key FROM device").scalar_one())
