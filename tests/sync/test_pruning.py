"""A scan leaves the desk only when the province has it twice and nobody works on it; the journal never leaves."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dossiers.attach_scans import attach_scans
from dossiers.clock import to_ms
from dossiers.dossier import Dossier, Scan
from dossiers.errors import NotFound
from dossiers.result_ready import make_result_ready
from dossiers.store.desk import Desk
from dossiers.store.verify import verify
from sync.province import admin
from sync.province.schema import backed_up
from sync.pruning import prune
from tests.store.homes import HandClock
from tests.sync.provinces import Province, office, synchronise, take_in

PAPER = b"%PDF-1.7 a paper"
Office = tuple[Desk, Province, Dossier]


@pytest.fixture
def sent(tmp_path: Path, clock: HandClock) -> Iterator[Office]:
    """An ended dossier whose scan is signed for."""
    with office(tmp_path, clock) as (desk, province):
        dossier = with_a_scan(desk, clock)
        desk.do(make_result_ready, dossier.id)
        assert synchronise(desk, province.url, clock).complete
        yield desk, province, dossier


def with_a_scan(desk: Desk, clock: HandClock, paper: int | None = None) -> Dossier:
    dossier, sha = take_in(desk, clock, 1)[0], desk.files.put(PAPER)
    scan = Scan(sha256=sha, title="Bản quét", mime="application/pdf", size=len(PAPER), pages=1, paper=paper)
    return desk.do(attach_scans, dossier.id, (scan,))


def back_up(province: Province, desk: Desk, clock: HandClock) -> None:
    """The province finishes a backup of all it holds."""
    clock.forward(seconds=1)
    head = desk.journal.head
    row = {"device": desk.journal.epochs()[-1].device, "epoch": head.epoch, "seq": head.seq}
    with province.database.writing("") as connection:
        connection.execute(backed_up.delete())
        connection.execute(backed_up.insert().values(**row, files_before=to_ms(clock())))


def lies_here(desk: Desk, dossier: Dossier) -> bool:
    try:
        return desk.files.get(desk.register.get(dossier.id).scans[0].sha256) == PAPER
    except NotFound:
        return False


def test_a_scan_goes_once_it_is_backed_up_and_old(sent: Office, clock: HandClock) -> None:
    desk, province, dossier = sent
    lines = desk.journal.count()
    back_up(province, desk, clock)
    clock.forward(days=31)
    assert synchronise(desk, province.url, clock).complete
    assert not lies_here(desk, dossier)
    assert desk.journal.count() == lines
    assert verify(desk) == ()
    assert synchronise(desk, province.url, clock).blobs_left == 0
    assert province.faults() == ()


def test_a_scan_that_is_only_verified_stays(sent: Office, clock: HandClock) -> None:
    desk, province, dossier = sent
    clock.forward(days=400)
    assert synchronise(desk, province.url, clock).complete
    assert lies_here(desk, dossier)


def test_a_scan_stays_for_its_month(sent: Office, clock: HandClock) -> None:
    desk, province, dossier = sent
    back_up(province, desk, clock)
    clock.forward(days=29)
    assert synchronise(desk, province.url, clock).complete
    assert lies_here(desk, dossier)


def test_a_scan_of_open_work_stays(tmp_path: Path, clock: HandClock) -> None:
    with office(tmp_path, clock) as (desk, province):
        dossier = with_a_scan(desk, clock)
        assert synchronise(desk, province.url, clock).complete
        back_up(province, desk, clock)
        clock.forward(days=31)
        assert synchronise(desk, province.url, clock).complete
        assert lies_here(desk, dossier)


def test_a_scan_of_a_dossier_that_was_touched_since_the_backup_stays(sent: Office, clock: HandClock) -> None:
    desk, province, _ = sent
    back_up(province, desk, clock)
    clock.forward(days=31)
    dossier = take_in(desk, clock, 1, first=5)[0]
    paper = Scan(sha256=desk.files.put(b"other"), title="Bản quét", mime="application/pdf", size=5, pages=1)
    desk.do(attach_scans, dossier.id, (paper,))
    desk.do(make_result_ready, dossier.id)
    assert synchronise(desk, province.url, clock).complete
    assert desk.files.get(paper.sha256) == b"other"


def test_a_province_of_another_history_must_sign_again_before_anything_goes(sent: Office, clock: HandClock) -> None:
    """It was restored from a backup: what it signed for before is asked about anew, and sent where it lacks it."""
    desk, province, dossier = sent
    back_up(province, desk, clock)
    clock.forward(days=31)
    admin.renew_history(province.database)
    assert prune(desk) == 0
    report = synchronise(desk, province.url, clock)
    assert (report.fault, report.blobs_sent, report.blobs_left) == (None, 1, 0)
    assert lies_here(desk, dossier), "the new receipt is of today"
