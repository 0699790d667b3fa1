"""A disk dies after its backup: what went to the province since comes back from there, under its own numbers."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID

import msgspec
import pytest

from dossiers.attach_scans import attach_scans
from dossiers.books import BookKind
from dossiers.dossier import Dossier, Scan
from dossiers.receive import receive
from dossiers.result_ready import make_result_ready
from dossiers.store.backup import back_up
from dossiers.store.desk import Desk
from dossiers.store.restore import restore
from dossiers.store.vault import unlock
from dossiers.store.verify import verify
from sync import reclaim
from sync.client import Client
from sync.faults import Deceived
from sync.progress import SyncReport
from sync.province import lost_lines
from tests.store.homes import CHIEF, SECRET, HandClock, intake, open_desk
from tests.sync.provinces import DEADLINE_S, Province, asking, office, synchronise, take_in

Office = tuple[Desk, Province]
PAPER = b"%PDF-1.7 a paper" * 99


@pytest.fixture
def enrolled(tmp_path: Path, clock: HandClock) -> Iterator[Office]:
    with office(tmp_path, clock) as (desk, province):
        take_in(desk, clock, 3)
        assert synchronise(desk, province.url, clock).complete
        yield desk, province


def run(desk: Desk, province: Province, clock: HandClock) -> SyncReport:
    with closing(Client(province.url, timeout_s=DEADLINE_S)) as client:
        return reclaim.run(asking(desk), client, clock)


def elsewhere(backup: Path, place: Path, clock: HandClock) -> Desk:
    """The backup on another PC."""
    restore(backup, place, lambda at: unlock(at, CHIEF.name, SECRET, clock), clock)
    return open_desk(place, clock, machine="may-khac")


def twenty_more(desk: Desk, clock: HandClock) -> list[Dossier]:
    """A busy hour after the backup, with a scan, and work on a dossier that the backup knows."""
    scan = Scan(sha256=desk.files.put(PAPER), title="Trang 1", mime="application/pdf", size=len(PAPER), pages=1)
    later = take_in(desk, clock, 20, first=10)
    desk.do(attach_scans, later[0].id, (scan,))
    desk.do(make_result_ready, later[1].id)
    desk.do(make_result_ready, first_of(desk))
    return [desk.register.get(each.id) for each in later]


def first_of(desk: Desk) -> UUID:
    return desk.register.rows([1])[0].id


def test_all_twenty_come_back(enrolled: Office, tmp_path: Path, clock: HandClock) -> None:
    """Backup, twenty more synced, disk lost, another PC: the same dossiers in the same states, and work goes on."""
    desk, province = enrolled
    backup = back_up(desk, tmp_path / "usb").folder
    lost = twenty_more(desk, clock)
    known = desk.register.get(first_of(desk))
    assert synchronise(desk, province.url, clock).complete
    desk.close()

    new = elsewhere(backup, tmp_path / "new", clock)
    fresh = new.do(receive, intake("Phan Mới"))
    report = run(new, province, clock)
    assert (report.fault, report.complete) == (None, True)
    assert [new.register.get(each.id) for each in lost] == lost
    assert new.register.get(known.id) == known
    assert fresh.code not in {each.code for each in lost}
    assert {each.entry(BookKind.DOSSIERS) for each in lost}.isdisjoint({fresh.entry(BookKind.DOSSIERS)})
    assert verify(new) == ()
    assert province.faults() == ()
    assert province.count("SELECT count(*) FROM dossier") == 24
    new.do(make_result_ready, lost[5].id)
    assert run(new, province, clock).complete
    assert verify(new) == ()
    new.close()


def test_it_is_asked_once_and_a_later_restore_asks_again(enrolled: Office, tmp_path: Path, clock: HandClock) -> None:
    desk, province = enrolled
    backup = back_up(desk, tmp_path / "usb").folder
    lost = take_in(desk, clock, 2, first=10)
    synchronise(desk, province.url, clock)
    for number in range(3):
        new = elsewhere(backup, tmp_path / f"new{number}", clock)
        lines = new.journal.count()
        run(new, province, clock)
        assert new.journal.count() == lines + 2 + number
        run(new, province, clock)
        assert new.journal.count() == lines + 2 + number
        assert [new.register.get(each.id).code for each in lost] == [each.code for each in lost]
        lost += take_in(new, clock, 1, first=20 + number)
        assert run(new, province, clock).complete
        assert verify(new) == ()
        new.close()


def test_a_home_put_back_whole_with_its_anchor_is_noticed(enrolled: Office, tmp_path: Path, clock: HandClock) -> None:
    """An image of the disk tells nothing of itself; the province does, and no number stands for two dossiers there."""
    desk, province = enrolled
    desk.close()
    shutil.copytree(desk.home, tmp_path / "image")
    desk = open_desk(desk.home, clock)
    lost = take_in(desk, clock, 4, first=10)
    assert synchronise(desk, province.url, clock).complete
    desk.close()
    old = open_desk(tmp_path / "image", clock)
    assert len(old.journal.epochs()) == 1
    again = take_in(old, clock, 2, first=50)
    assert {each.code for each in again} < {each.code for each in lost}
    run(old, province, clock)
    assert run(old, province, clock).fault is None
    assert len(old.journal.epochs()) == 2
    assert old.journal.reason == "fork"
    assert province.count("SELECT count(*) - count(DISTINCT code) FROM dossier") == 0
    # What was given a number twice is held at the province until a person gives it another; nothing took its place.
    assert province.count("SELECT count(*) FROM dossier") == 7
    assert {each.code for each in old.wire.held()} == {each.code for each in again}
    assert [old.register.get(each.id).code for each in lost[2:]] == [each.code for each in lost[2:]]
    assert verify(old) == ()
    old.close()


def test_lines_that_do_not_continue_the_chain_are_refused(
    enrolled: Office, tmp_path: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The province's key alone makes no line of this desk: each must follow from the last one known here."""
    desk, province = enrolled
    backup = back_up(desk, tmp_path / "usb").folder
    take_in(desk, clock, 2, first=10)
    synchronise(desk, province.url, clock)
    new = elsewhere(backup, tmp_path / "new", clock)
    lines = new.journal.count()

    def lying(**told: object) -> reclaim.LinesReply:
        reply = reclaim.LinesReply(**told)  # type: ignore[arg-type]
        return msgspec.structs.replace(reply, lines=reply.lines[1:])

    monkeypatch.setattr(lost_lines, "LinesReply", lying)
    report = run(new, province, clock)
    assert isinstance(report.fault, Deceived)
    assert new.journal.count() == lines
    new.close()


def test_a_line_that_is_down_changes_nothing(enrolled: Office, tmp_path: Path, clock: HandClock) -> None:
    desk, _ = enrolled
    new = elsewhere(back_up(desk, tmp_path / "usb").folder, tmp_path / "new", clock)
    with closing(Client("http://127.0.0.1:9", timeout_s=1)) as client:
        assert reclaim.run(asking(new), client, clock).fault is not None
    assert new.wire.get(reclaim.RECLAIMED) is None
    new.close()
