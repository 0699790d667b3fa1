"""A scan the desk let go of comes back from the province: whole, verified, to its own office only, for a while."""

import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import requests

from dossiers.attach_scans import attach_scans
from dossiers.clock import to_ms
from dossiers.dossier import Scan
from dossiers.result_ready import make_result_ready
from dossiers.store.desk import Desk
from dossiers.store.verify import verify
from sync import budget
from sync.client import Client
from sync.faults import NotAdmitted
from sync.membership import authorization, membership
from sync.province import admin
from sync.province.schema import blob
from sync.scan_fetch import ScanAway, ScanWrong, fetch_from_province
from tests.store.homes import HandClock
from tests.sync.line import Line
from tests.sync.provinces import DEADLINE_S, Province, asking, office, synchronise, take_in
from tests.sync.test_pruning import back_up

PAPER = bytes(range(256)) * 2_000
Letting = tuple[Desk, Province, Scan]


@pytest.fixture
def let_go(tmp_path: Path, clock: HandClock) -> Iterator[Letting]:
    """A desk whose scan lies at the province only."""
    with office(tmp_path, clock) as (desk, province):
        dossier = take_in(desk, clock, 1)[0]
        paper = Scan(sha256=desk.files.put(PAPER), title="Bản quét", mime="application/pdf", size=len(PAPER), pages=1)
        desk.do(attach_scans, dossier.id, (paper,))
        desk.do(make_result_ready, dossier.id)
        synchronise(desk, province.url, clock)
        back_up(province, desk, clock)
        clock.forward(days=31)
        assert synchronise(desk, province.url, clock).complete
        assert not desk.files.has(paper.sha256)
        yield desk, province, paper


def fetch(desk: Desk, url: str, clock: HandClock, scan: Scan) -> None:
    with closing(Client(url, timeout_s=DEADLINE_S)) as client:
        fetch_from_province(asking(desk), client, clock, scan)


def test_a_scan_comes_back_and_goes_again(let_go: Letting, clock: HandClock) -> None:
    desk, province, scan = let_go
    before = budget.spent(desk, clock())
    fetch(desk, province.url, clock, scan)
    assert desk.files.get(scan.sha256) == PAPER
    assert budget.spent(desk, clock()) - before == len(PAPER)
    assert verify(desk) == ()
    now_s = clock().timestamp()
    os.utime(desk.files.path(scan.sha256), (now_s, now_s))
    assert desk.files.sweep() == 0
    clock.forward(days=2)
    assert desk.files.sweep() == 1


def test_a_cut_goes_on_at_the_byte_it_left(let_go: Letting, clock: HandClock) -> None:
    desk, province, scan = let_go
    with closing(Line(province.port)) as line:
        line.cut_after("down", len(PAPER) // 2)
        fetch(desk, line.url, clock, scan)
        assert line.was_cut
        assert b"206 Partial Content" in line.seen["down"]
        assert len(line.seen["down"]) < len(PAPER) + 2_000
    assert desk.files.get(scan.sha256) == PAPER


def test_nobody_else_gets_it_and_nothing_wrong_is_kept(let_go: Letting, clock: HandClock) -> None:
    desk, province, scan = let_go
    assert requests.get(f"{province.url}/v1/blobs/{scan.sha256}", timeout=DEADLINE_S).status_code == 401
    with pytest.raises(ScanAway):
        fetch(desk, province.url, clock, replace(scan, sha256="ab" * 32))
    (kept,) = (province.folder / "blobs" / "verified").glob(f"*/{scan.sha256}")
    kept.write_bytes(PAPER[:-1] + b"?")
    with pytest.raises(ScanWrong):
        fetch(desk, province.url, clock, scan)
    with province.database.writing("") as connection:
        connection.execute(blob.update().values(unit="H99.999"))
    with pytest.raises(ScanAway):
        fetch(desk, province.url, clock, scan)
    admin.revoke(province.database, desk.journal.epochs()[-1].device, clock)
    with pytest.raises(NotAdmitted):
        fetch(desk, province.url, clock, scan)
    assert not desk.files.has(scan.sha256)


def test_the_rest_is_served_from_an_offset(let_go: Letting, clock: HandClock) -> None:
    desk, province, scan = let_go
    path, size = f"/v1/blobs/{scan.sha256}", len(PAPER)
    wanted = {"bytes=0-": (200, size), "bytes=100-": (206, size - 100), f"bytes={size}-": (416, 0),
              "bytes=-5": (200, size)}  # fmt: skip
    for asked, answered in wanted.items():
        signed = authorization(membership(desk), "GET", path, to_ms(clock()))
        headers = {"Range": asked, "Authorization": signed}
        answer = requests.get(province.url + path, headers=headers, timeout=DEADLINE_S)
        assert (answer.status_code, len(answer.content)) == answered
        assert PAPER.endswith(answer.content)
