"""A commune without a line: there on a stick, back on a stick, and only a signed receipt marks anything as sent."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from dossiers.status import Status
from sync.courier.ledger import recall
from sync.news import NewsKind
from sync.province import admin
from tests.courier.courier_desk import Road, restarted, scanned
from tests.store.homes import OFFICE, open_desk
from tests.sync.provinces import synchronise, take_in


def test_exporting_marks_nothing_and_the_answer_marks_everything(way: Road) -> None:
    take_in(way.desk, way.clock, 5)
    scanned(way.desk, 2)
    waiting = way.desk.journal.unsent_count()

    (written,) = way.export()
    assert way.desk.journal.unsent_count() == waiting
    assert (written.ops, written.dossiers, written.files) == (waiting, 7, 2)
    assert [bundle.number for bundle in recall(way.desk).unanswered] == [1]

    taken = way.take(written.path)
    assert (taken.ops, taken.files, taken.missing) == (waiting, 2, ())
    brought = way.take_in(way.answer(taken))

    assert (brought.fresh, brought.ops_sent, brought.files_sent) == (True, waiting, 2)
    assert way.desk.journal.unsent_count() == 0
    assert way.desk.wire.blobs_waiting() == ()
    assert recall(way.desk).unanswered == ()
    assert way.province.faults() == ()


def test_results_come_back_on_the_stick(way: Road) -> None:
    dossiers = take_in(way.desk, way.clock, 3)
    way.round_trip()
    admin.add_result(way.province.database, OFFICE.unit, dossiers[1].code, "Tỉnh", clock=way.clock)

    brought = way.round_trip()

    assert [(news.kind, news.code) for news in brought.news] == [(NewsKind.RESULT, dossiers[1].code)]
    told = way.desk.wire.find(dossiers[1].code)
    assert told is not None
    assert told.status is Status.RESULT_READY
    assert way.round_trip().news == ()


def test_the_line_goes_on_where_the_stick_left_off(way: Road) -> None:
    take_in(way.desk, way.clock, 3)
    way.round_trip()
    take_in(way.desk, way.clock, 2, first=3)

    report = synchronise(way.desk, way.province.url, way.clock)

    assert report.complete
    assert way.province.count("SELECT count(*) FROM dossier") == 5
    assert way.province.faults() == ()


def test_bundles_are_cumulative_so_a_lost_one_loses_nothing(way: Road) -> None:
    take_in(way.desk, way.clock, 3)
    (first,) = way.export()
    first.path.unlink()
    take_in(way.desk, way.clock, 2, first=3)
    scanned(way.desk, 1)
    (second,) = way.export()

    taken = way.take(second.path)
    brought = way.take_in(way.answer(taken))

    assert taken.missing == (1,)
    assert brought.missing == brought.lost == (1,)
    assert way.desk.journal.unsent_count() == 0
    assert way.province.count("SELECT count(*) FROM dossier") == 6


def test_bundles_may_arrive_in_any_order_and_more_than_once(way: Road) -> None:
    take_in(way.desk, way.clock, 3)
    (first,) = way.export()
    take_in(way.desk, way.clock, 3, first=3)
    (second,) = way.export()

    late = [way.answer(way.take(second.path))]
    newer = late[0].read_bytes()
    assert way.take(first.path).ops == 0
    again = way.take(second.path)

    assert (again.ops, again.serial) == (0, 3)
    assert way.province.count("SELECT count(*) FROM journal") == second.ops
    late[0].write_bytes(newer)
    assert way.take_in(late[0]).ops_sent == second.ops


def test_an_older_answer_changes_nothing(way: Road) -> None:
    dossiers = take_in(way.desk, way.clock, 2)
    (first,) = way.export()
    old = way.answer(way.take(first.path)).rename(way.stick / "old.mcr")
    admin.add_result(way.province.database, OFFICE.unit, dossiers[0].code, "Tỉnh", clock=way.clock)
    (second,) = way.export()
    way.take_in(way.answer(way.take(second.path)))
    before = (way.desk.wire.get("cursor"), way.desk.wire.snapshots(), way.desk.journal.sent.copy())

    brought = way.take_in(old)

    assert not brought.fresh
    assert (way.desk.wire.get("cursor"), way.desk.wire.snapshots(), way.desk.journal.sent) == before


def test_what_a_person_settled_is_not_raised_again_by_a_replayed_answer(way: Road) -> None:
    take_in(way.desk, way.clock, 1)
    admin.revoke(way.province.database, way.desk.journal.epochs()[-1].device)
    (written,) = way.export()
    answer = way.answer(way.take(written.path))
    brought = way.take_in(answer)
    assert (brought.revoked, brought.ops_held) == (True, written.ops)
    for held in way.desk.wire.held():
        way.desk.wire.release(held.op_key)

    way.take_in(answer)

    assert way.desk.wire.held() == ()


def test_scans_are_divided_where_a_file_may_not_be_larger(way: Road) -> None:
    scanned(way.desk, 5, size=200_000)

    written = way.export(part_bytes=600_000)

    assert [one.number for one in written] == [1, 2, 3]
    assert all(one.size <= 600_000 for one in written)
    assert sum(one.files for one in written) == 5
    # Each part stands alone: the last first, and the second never.
    for one in (written[2], written[0]):
        way.take_in(way.answer(way.take(one.path)))
    assert way.desk.journal.unsent_count() == 0
    assert len(way.desk.wire.blobs_waiting()) == written[1].files
    way.round_trip()
    assert way.desk.wire.blobs_waiting() == ()


def test_a_desk_that_moved_before_its_first_deed_is_understood_at_once(way: Road) -> None:
    """Its first epoch has no line, and the second hangs on it."""
    home = way.desk.home
    way.desk.close()
    way.desk = open_desk(home, way.clock, machine="may-khac")
    take_in(way.desk, way.clock, 2)

    assert way.round_trip().ops_sent == 2
    assert way.province.faults() == ()
    way.desk.close()


def back_up(way: Road, folder: Path) -> Path:
    """The province's database as it is now."""
    copy = folder / "backup.db"
    # By the library that has it open: a second SQLite in one process undoes the locks of the first.
    with closing(way.province.database.engine.raw_connection()) as connection:
        connection.cursor().execute("VACUUM INTO ?", (str(copy),))
    return copy


@pytest.mark.parametrize("told", [True, False])
def test_a_province_put_back_to_a_backup_gets_everything_again(way: Road, told: bool, tmp_path: Path) -> None:
    """Whether or not its administrator remembers to say so."""
    take_in(way.desk, way.clock, 2)
    way.round_trip()
    backup = back_up(way, tmp_path)
    take_in(way.desk, way.clock, 3, first=2)
    way.round_trip()

    with restarted(way, backup) as back:
        if told:
            admin.renew_history(back.province.database)
        take_in(way.desk, way.clock, 1, first=5)
        assert back.round_trip().ops_sent == 0
        back.round_trip()

        assert back.province.count("SELECT count(*) FROM dossier") == 6
        assert way.desk.journal.unsent_count() == 0
        assert back.province.faults() == ()
        assert synchronise(way.desk, back.province.url, way.clock).complete


def test_an_answer_from_before_the_province_began_anew_promises_nothing(way: Road, tmp_path: Path) -> None:
    scanned(way.desk, 1)
    backup = back_up(way, tmp_path)
    (first,) = way.export()
    old = way.answer(way.take(first.path)).rename(way.stick / "old.mcr")

    with restarted(way, backup) as back:
        admin.renew_history(back.province.database)
        assert synchronise(way.desk, back.province.url, way.clock, stop=lambda: False).complete
        take_in(way.desk, way.clock, 1, first=7)
        waiting = way.desk.journal.unsent_count()

        brought = way.take_in(old)

        assert (brought.fresh, brought.files_sent) == (False, 0)
        assert way.desk.journal.unsent_count() == waiting


def test_two_copies_of_one_disk_lose_nothing(way: Road, tmp_path: Path) -> None:
    """Both go on under the same numbers and never see a line: the second to arrive begins a new epoch."""
    take_in(way.desk, way.clock, 3)
    way.round_trip()
    home = way.desk.home
    way.desk.close()
    shutil.copytree(home, tmp_path / "clone")
    way.desk = open_desk(home, way.clock)
    take_in(way.desk, way.clock, 2, first=3)
    way.round_trip()
    way.desk.close()

    way.desk = open_desk(tmp_path / "clone", way.clock)
    take_in(way.desk, way.clock, 2, first=5)
    assert way.round_trip().ops_sent == 0
    way.round_trip()

    assert way.desk.journal.unsent_count() == 0
    assert way.province.faults() == ()
    codes = way.province.count("SELECT count(*) FROM journal WHERE state IN ('applied', 'held')")
    assert codes >= 3 + 2 + 2
    way.desk.close()
