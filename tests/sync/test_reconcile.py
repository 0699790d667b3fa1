"""The evening's four ticks: each comes from its own witness and from nothing else."""

from datetime import date, timedelta
from pathlib import Path

from dossiers.attach_scans import attach_scans
from dossiers.dossier import Receiver, Scan
from dossiers.result_ready import make_result_ready
from dossiers.return_result import Returned, return_result
from dossiers.store.backup import Proven
from dossiers.store.desk import Desk
from sync.reconcile import reconcile
from tests.store.homes import HandClock
from tests.sync.provinces import Province, synchronise, take_in

DAY = date(2026, 11, 23)


def proven(desk: Desk) -> Proven:
    """A proven backup that goes as far as the journal does now."""
    return Proven(made_at=desk.clock(), epoch=desk.journal.head.epoch, seq=desk.journal.head.seq)


def test_nothing_is_ticked_before_it_is_proven(desk: Desk, clock: HandClock) -> None:
    take_in(desk, clock, 2)
    account = reconcile(desk, DAY, None)
    assert [(line.here, line.second_copy, line.province) for line in account.lines] == [(True, False, False)] * 2
    assert (account.here_count, account.second_copy_count, account.province_count) == (2, None, None)
    assert not account.done


def test_each_tick_follows_its_witness(desk: Desk, province: Province, clock: HandClock, tmp_path: Path) -> None:
    first, second = take_in(desk, clock, 2)
    in_backup = proven(desk)
    name = desk.files.put(b"%PDF-1.7 an invented paper")
    desk.do(attach_scans, second.id, (Scan(sha256=name, title="Giấy", mime="application/pdf", size=26, pages=1),))
    lines = {line.code: line for line in reconcile(desk, DAY, in_backup).lines}
    assert (lines[first.code].second_copy, lines[second.code].second_copy) == (True, False)
    assert (lines[first.code].attachments, lines[second.code].attachments) == (True, False)

    synchronise(desk, province.url, clock)
    account = reconcile(desk, DAY, in_backup)
    assert all(line.province and line.attachments for line in account.lines)
    assert (account.province_count, account.second_copy_count, account.done) == (2, 1, False)
    assert reconcile(desk, DAY, proven(desk)).done


def test_a_deed_after_the_sync_takes_the_tick_away(desk: Desk, province: Province, clock: HandClock) -> None:
    taken = take_in(desk, clock, 1)
    synchronise(desk, province.url, clock)
    desk.do(make_result_ready, taken[0].id)
    assert not reconcile(desk, DAY, proven(desk)).lines[0].province


def test_deeds_are_counted_on_their_own_day(desk: Desk, clock: HandClock) -> None:
    """A result handed over on Tuesday counts on Tuesday, although the dossier stands on Monday's sheet."""
    taken = take_in(desk, clock, 1)
    clock.forward(days=1)
    desk.do(make_result_ready, taken[0].id)
    desk.do(return_result, taken[0].id, Returned(receiver=Receiver.OWNER, name=taken[0].owner.name))
    monday, tuesday = reconcile(desk, DAY, None), reconcile(desk, DAY + timedelta(days=1), None)
    assert (monday.received, monday.returned) == (1, 0)
    assert (tuesday.received, tuesday.returned) == (0, 1)
