"""Scans share the line: two at once where it is wide, none of them before a record, no byte without leave."""

import socket
from collections.abc import Callable, Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path
from time import monotonic

import pytest

from dossiers.store.desk import Desk
from sync import uploads
from sync.client import REPLY_TIMEOUT_S, Client
from sync.engine import Engine
from sync.exchange import Exchange
from sync.faults import SlowLine
from sync.lanes import Block, Landed, Lanes
from sync.progress import Progress, SyncReport
from tests.store.homes import HandClock
from tests.sync.provinces import DEADLINE_S, Province, asking, office, synchronise, take_in
from tests.sync.test_blobs import scan

SIZE = 400_000


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def joined(tmp_path: Path, clock: HandClock) -> Iterator[tuple[Desk, Province]]:
    with office(tmp_path, clock) as pair:
        yield pair


def test_no_block_leaves_without_leave_and_closing_ends_every_journey() -> None:
    left: list[str] = []

    def carry(parcel: str, leave: Callable[[int], None]) -> str:
        for _ in range(2):
            leave(10)
            left.append(parcel)
        return parcel.upper()

    with closing(Lanes(carry)) as lanes:
        lanes.send("one")
        lanes.send("two")
        while not isinstance(event := lanes.next(DEADLINE_S), Landed):
            assert isinstance(event, Block)
            assert (event.count, left) == (10, ["one"] * len(left))
            if event.parcel == "one":
                lanes.let_go(event)
        assert (event.result(), lanes.under_way) == ("ONE", ("two",))
    assert left == ["one", "one"]


def run_with(desk: Desk, province: Province, clock: HandClock, during: Callable[[Progress], None]) -> SyncReport:
    """One run in which something happens at the desk while scans go."""
    with closing(Client(province.url, timeout_s=DEADLINE_S)) as client:
        return Engine(asking(desk), client, clock).run(progress=during)


@pytest.mark.parametrize("looks", [True, False])
def test_a_record_goes_before_the_rest_of_a_scan(
    looks: bool, joined: tuple[Desk, Province], clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And a scan made meanwhile goes in the same run. The control never looks: its record stays behind."""
    desk, province = joined
    monkeypatch.setattr(uploads, "LOOK_S", 0.0 if looks else 1e9)
    scan(desk, clock, SIZE)
    sent_at: list[int] = []

    def during(work: Progress) -> None:
        if work.blob_bytes_sent and not taken:
            taken.append(True)
            scan(desk, clock, 50_000, seed=2, first=1)
        elif taken and not sent_at and not desk.journal.unsent_count():
            sent_at.append(work.blob_bytes_sent)

    taken: list[bool] = []
    report = run_with(desk, province, clock, during)
    if looks:
        assert (report.complete, report.blobs_sent) == (True, 2)
        assert sent_at[0] < SIZE
    else:
        assert (report.ops_left, sent_at) == (2, [])


@pytest.mark.parametrize(("bits_per_s", "most"), [(64_000, 1), (256_000, 2)])
def test_a_wide_line_carries_two(
    bits_per_s: int, most: int, joined: tuple[Desk, Province], clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, province = joined
    seen: list[int] = []

    class Watched(Lanes[uploads.Parcel, tuple[int, int | None]]):
        def send(self, parcel: uploads.Parcel) -> None:
            super().send(parcel)
            seen.append(len(self.under_way))

    monkeypatch.setattr(uploads, "Lanes", Watched)
    monkeypatch.setattr(Exchange, "bits_per_s", bits_per_s)
    for n in range(3):
        scan(desk, clock, SIZE, seed=n, first=n)
    assert synchronise(desk, province.url, clock).complete
    assert max(seen) == most


def test_what_stops_a_run_stops_both_lanes(joined: tuple[Desk, Province], clock: HandClock) -> None:
    """At the next block; the rest goes with the next run."""
    desk, province = joined
    for n in range(2):
        scan(desk, clock, SIZE, seed=n, first=n)
    moved: list[int] = []

    def stop() -> bool:
        return bool(moved and moved[-1] > SIZE)

    with closing(Client(province.url, timeout_s=DEADLINE_S)) as client:
        Engine(asking(desk), client, clock).run(lambda work: moved.append(work.blob_bytes_sent), stop)
    assert max(moved) < SIZE + 20_000
    take_in(desk, clock, 1, first=9)
    assert synchronise(desk, province.url, clock).complete


def test_a_scan_gives_a_stalled_connection_up_long_before_a_record_would(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.client.SCAN_PATIENCE_S", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as deaf, closing(Client(url_of(deaf))) as client:
        client.leave_room(1_000_000)
        began_s = monotonic()
        with pytest.raises(SlowLine):
            client.patch("/v1/blobs/00", BytesIO(bytes(8 << 20)), {})
        assert monotonic() - began_s < REPLY_TIMEOUT_S / 4


def url_of(door: socket.socket) -> str:
    """Where a listening socket is found."""
    return f"http://127.0.0.1:{door.getsockname()[1]}"
