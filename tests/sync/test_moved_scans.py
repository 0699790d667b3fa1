"""A scan moved between two dossiers: the province folds both alike, it travels once, and no work loses its file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dossiers import fold
from dossiers.dossier import Dossier
from dossiers.end_without_result import withdraw
from dossiers.move_scans import NewPlace, move_scans
from dossiers.result_ready import make_result_ready
from dossiers.store.desk import Desk
from dossiers.store.verify import verify
from dossiers.take_off_scans import WRONG_DOSSIER, take_off_scans
from sync.province.schema import dossier as rows
from tests.store.homes import HandClock
from tests.sync.provinces import Province, office, synchronise, take_in
from tests.sync.test_pruning import lies_here, with_a_scan
from tests.sync.test_reused_scans import a_month_after_the_backup

Office = tuple[Desk, Province, Dossier]


@pytest.fixture
def filed(tmp_path: Path, clock: HandClock) -> Iterator[Office]:
    """A withdrawn dossier with a scan of its only paper, which is somebody else's; the province has both."""
    with office(tmp_path, clock) as (desk, province):
        wrong = with_a_scan(desk, clock, paper=0)
        desk.do(withdraw, wrong.id, "người dân xin rút")
        assert synchronise(desk, province.url, clock).complete
        yield desk, province, wrong


def moved(desk: Desk, clock: HandClock, wrong: Dossier) -> Dossier:
    """The dossier it belongs to."""
    right = take_in(desk, clock, 1)[0]
    to = NewPlace(dossier_id=right.id, paper=0)
    desk.do(move_scans, wrong.id, wrong.scans_in_force, to, WRONG_DOSSIER)
    return desk.register.get(right.id)


def at_the_province(province: Province, dossier: Dossier) -> Dossier:
    with province.database.reading() as connection:
        state = connection.execute(rows.select().where(rows.c.id == dossier.id.bytes)).one().state
    return fold.decode_state(state)


def test_both_ends_say_the_same_and_the_file_does_not_travel_again(filed: Office, clock: HandClock) -> None:
    desk, province, wrong = filed
    right = moved(desk, clock, wrong)
    report = synchronise(desk, province.url, clock)
    assert (report.fault, report.ops_held, report.blobs_sent, report.blobs_left) == (None, 0, 0, 0)
    assert report.complete, "day roots agree"
    for each in (wrong, right):
        assert at_the_province(province, each) == desk.register.get(each.id)
    assert at_the_province(province, wrong).scans_in_force == ()
    assert at_the_province(province, wrong).scans_off[0][1].moved_to == right.code
    assert len(at_the_province(province, right).scans_in_force) == 1
    assert (verify(desk), province.faults()) == ((), ())


def test_the_work_it_was_moved_to_keeps_its_file(filed: Office, clock: HandClock) -> None:
    desk, province, wrong = filed
    right = moved(desk, clock, wrong)
    a_month_after_the_backup(desk, province, clock)
    assert lies_here(desk, right)
    desk.do(make_result_ready, right.id)
    a_month_after_the_backup(desk, province, clock)
    assert not lies_here(desk, right), "nobody works on either"
    assert (verify(desk), province.faults()) == ((), ())


def test_the_evidence_stays_while_the_dossier_it_was_taken_off_is_at_work(
    tmp_path: Path, clock: HandClock
) -> None:
    with office(tmp_path, clock) as (desk, province):
        wrong = with_a_scan(desk, clock, paper=0)
        desk.do(take_off_scans, wrong.id, wrong.scans_in_force, WRONG_DOSSIER)
        a_month_after_the_backup(desk, province, clock)
        assert lies_here(desk, wrong)
        assert desk.register.get(wrong.id).appointment == wrong.appointment
        assert (verify(desk), province.faults()) == ((), ())
