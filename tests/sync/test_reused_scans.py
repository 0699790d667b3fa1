"""A scan two dossiers use stays while either is at work and travels once; one let go of is fetched back for both."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dossiers.dossier import Dossier
from dossiers.end_without_result import withdraw
from dossiers.errors import KnownError
from dossiers.result_ready import make_result_ready
from dossiers.reuse_scan import Reuse, reuse_scan
from dossiers.store.desk import Desk
from dossiers.store.earlier_papers import earlier_papers
from dossiers.store.verify import verify
from sync.client import Client
from sync.scan_fetch import fetch_from_province
from tests.store.homes import HandClock
from tests.sync.provinces import DEADLINE_S, Province, asking, office, synchronise, take_in
from tests.sync.test_pruning import back_up, lies_here, with_a_scan

Office = tuple[Desk, Province, Dossier]


@pytest.fixture
def scanned(tmp_path: Path, clock: HandClock) -> Iterator[Office]:
    """A withdrawn dossier with a scan of its only paper."""
    with office(tmp_path, clock) as (desk, province):
        first = with_a_scan(desk, clock, paper=0)
        desk.do(withdraw, first.id, "người dân xin rút")
        yield desk, province, first


def use_again(desk: Desk, clock: HandClock, first: Dossier) -> Dossier:
    """The next dossier of the same person, with the paper of the first."""
    second = take_in(desk, clock, 1)[0]
    (earlier,) = earlier_papers(desk, first.owner.id_number, second.papers)[0]
    return desk.do(reuse_scan, second.id, Reuse(paper=0, earlier=earlier))


def a_month_after_the_backup(desk: Desk, province: Province, clock: HandClock) -> None:
    assert synchronise(desk, province.url, clock).complete
    back_up(province, desk, clock)
    clock.forward(days=31)
    assert synchronise(desk, province.url, clock).complete


def test_a_scan_that_another_dossier_at_work_uses_is_not_let_go(scanned: Office, clock: HandClock) -> None:
    desk, province, first = scanned
    second = use_again(desk, clock, first)
    a_month_after_the_backup(desk, province, clock)
    assert lies_here(desk, second)
    desk.do(make_result_ready, second.id)
    a_month_after_the_backup(desk, province, clock)
    assert not lies_here(desk, second), "nobody works on either"
    assert (verify(desk), province.faults()) == ((), ())


def test_a_scan_used_again_travels_once(scanned: Office, clock: HandClock) -> None:
    desk, province, first = scanned
    use_again(desk, clock, first)
    report = synchronise(desk, province.url, clock)
    assert (report.fault, report.blobs_sent, report.blobs_left) == (None, 1, 0)
    assert province.faults() == ()


def fetch(desk: Desk, province: Province, clock: HandClock, dossier: Dossier) -> None:
    with closing(Client(province.url, timeout_s=DEADLINE_S)) as client:
        fetch_from_province(asking(desk), client, clock, dossier.scans[0])


def test_a_scan_let_go_of_is_told_as_such_and_used_again_once_it_was_fetched(scanned: Office, clock: HandClock) -> None:
    desk, province, first = scanned
    a_month_after_the_backup(desk, province, clock)
    (gone,) = earlier_papers(desk, first.owner.id_number, first.papers)[0]
    assert not gone.here
    with pytest.raises(KnownError):
        use_again(desk, clock, first)
    fetch(desk, province, clock, first)
    second = use_again(desk, clock, first)
    clock.forward(days=400)
    assert synchronise(desk, province.url, clock).complete
    assert not lies_here(desk, second), "let go of is let go of; the province has it twice"
    fetch(desk, province, clock, second)
    assert lies_here(desk, second)
    assert verify(desk) == ()
