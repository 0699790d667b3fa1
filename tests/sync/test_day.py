"""A day reaches the province: every op once, proven by receipts, and both ends agree on what it says."""

from datetime import date

from dossiers.dossier import Receiver
from dossiers.result_ready import make_result_ready
from dossiers.return_result import Returned, return_result
from dossiers.store.desk import Desk
from dossiers.supplement import request_supplement
from dossiers.void import void
from sync.province import admin
from tests.store.homes import OFFICE, HandClock
from tests.sync.provinces import Province, synchronise, take_in


def test_a_day_arrives_whole(desk: Desk, province: Province, clock: HandClock) -> None:
    taken = take_in(desk, clock, 6)
    desk.do(request_supplement, taken[0].id, taken[0].papers, "Thiếu trang 2")
    desk.do(make_result_ready, taken[1].id, "Bản sao chứng thực", "A1")
    desk.do(return_result, taken[1].id, Returned(receiver=Receiver.OWNER, name=taken[1].owner.name))
    desk.do(void, taken[2].id, "Nhập nhầm")

    report = synchronise(desk, province.url, clock)

    assert report.fault is None
    assert (report.ops_sent, report.ops_left, report.ops_held) == (10, 0, 0)
    assert report.days_equal == (date(2026, 11, 23),)
    assert report.complete
    assert province.count("SELECT count(*) FROM dossier") == 6
    assert province.count("SELECT count(*) FROM journal WHERE state = 'applied'") == 10
    assert province.faults() == ()
    assert {row.sent for row in desk.register.rows(list(range(1, 7)))} == {"sent"}


def test_nothing_new_is_nothing_twice(desk: Desk, province: Province, clock: HandClock) -> None:
    take_in(desk, clock, 3)
    synchronise(desk, province.url, clock)
    again = synchronise(desk, province.url, clock)
    assert (again.ops_sent, again.complete) == (0, True)
    take_in(desk, clock, 2, first=3)
    more = synchronise(desk, province.url, clock)
    assert (more.ops_sent, more.complete) == (2, True)
    assert province.count("SELECT count(*) FROM journal") == 5


def test_a_day_not_compared_because_the_run_ended_is_compared_by_the_next(
    desk: Desk, province: Province, clock: HandClock
) -> None:
    take_in(desk, clock, 3)
    stopped = synchronise(desk, province.url, clock, stop=lambda: not desk.journal.unsent_count())
    assert (stopped.ops_left, stopped.days_equal, stopped.complete) == (0, (), False)
    clock.forward(days=1)
    report = synchronise(desk, province.url, clock)
    assert report.days_equal == (date(2026, 11, 23), date(2026, 11, 24))
    assert synchronise(desk, province.url, clock).days_equal == (date(2026, 11, 24),)


def test_more_than_one_batch(desk: Desk, province: Province, clock: HandClock) -> None:
    """Bodies of incompressible text make batches of 64 KiB, so that the loop is walked several times."""
    taken = take_in(desk, clock, 2)
    for n in range(30):
        desk.do(request_supplement, taken[0].id, taken[0].papers, _noise(n))
        clock.forward(seconds=1)
        _answer(desk, taken[0].id)
    report = synchronise(desk, province.url, clock)
    assert (report.ops_sent, report.complete) == (62, True)
    assert province.faults() == ()


def test_a_result_from_the_province_comes_with_the_pull(desk: Desk, province: Province, clock: HandClock) -> None:
    taken = take_in(desk, clock, 2)
    synchronise(desk, province.url, clock)
    admin.add_result(province.database, OFFICE.unit, taken[0].code, "Sở Thử nghiệm", "Quyết định", clock)
    report = synchronise(desk, province.url, clock)
    assert report.changes == 1
    assert report.complete
    snapshot = desk.wire.snapshot(taken[0].id)
    assert snapshot is not None
    assert b"result_ready" in snapshot.state
    assert province.faults() == ()


def _noise(seed: int) -> str:
    from random import Random

    return "".join(Random(seed).choices("abcdefghijklmnopqrstuvwxyzăâđêôơư0123456789", k=6000))


def _answer(desk: Desk, dossier_id: object) -> None:
    from dossiers.supplement import receive_supplement

    desk.do(receive_supplement, dossier_id)  # type: ignore[arg-type]
