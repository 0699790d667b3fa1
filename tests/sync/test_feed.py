"""The pull skips no commit, however late it comes; counting by number alone would."""

from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import Connection, select, tuple_

from dossiers.store.desk import Desk
from sync.province.schema import feed
from tests.store.homes import OFFICE, HandClock
from tests.sync.conftest import database_url
from tests.sync.provinces import Province, join, lone_desk, running, synchronise, take_in

RACES = 200
"""Pairs of transactions, one slow and one quick (SYNC 4, row 20)."""


def test_a_commit_that_comes_late_is_not_skipped(
    request: pytest.FixtureRequest, stranger: Desk, clock: HandClock, tmp_path: Path
) -> None:
    """A transaction takes its number, dawdles, and commits after a later number has been read (SYNC 3.6)."""
    url = database_url("postgresql", request, tmp_path)
    with (
        running(Province(url, tmp_path / "keys", clock)) as province,
        lone_desk(tmp_path / "reader", clock) as reader,
    ):
        join(stranger, province, clock)
        join(reader, province, clock, slot=2)
        late = take_in(stranger, clock, 1)[0]
        assert synchronise(stranger, province.url, clock).complete
        assert synchronise(reader, province.url, clock).changes == 1

        with province.database.engine.connect() as dawdler, dawdler.begin():
            row = {
                "transaction": province.database.transaction_id(dawdler), "unit": OFFICE.unit, "seq": 1,
                "dossier": late.id.bytes, "device": b"somebody", "epoch": b"else",
            }  # fmt: skip
            late_number = dawdler.execute(feed.insert().values(row).returning(feed.c.id)).scalar_one()
            take_in(stranger, clock, 1, first=1)
            report = synchronise(stranger, province.url, clock)
            assert report.fault is None
            assert report.days_equal == report.days_unequal == ()
            meanwhile = synchronise(reader, province.url, clock)
            assert meanwhile.changes == 0
            seen_by_number = province.count("SELECT max(id) FROM feed")

        assert synchronise(reader, province.url, clock).changes == 2
        # The control: a cursor that is only a number had already passed the late one.
        assert late_number < seen_by_number

def test_the_control_a_cursor_of_numbers_alone_loses_what_commits_late(
    request: pytest.FixtureRequest, tmp_path: Path, clock: HandClock
) -> None:
    """Many writers that commit out of order, read all the while: by bigserial some rows are never seen, by ours all.

    A blind harness would see nothing lost either way.
    """
    url = database_url("postgresql", request, tmp_path)
    with running(Province(url, tmp_path / "keys", clock)) as province:
        seen_by_number: set[int] = set()
        seen_by_place: set[int] = set()
        number, place = 0, (0, 0)
        for pair in range(RACES):
            with ExitStack() as stack:
                early, late = (stack.enter_context(province.database.engine.connect()) for _ in range(2))
                # The first takes its number, the second takes the next and commits before it.
                for connection in (early, late):
                    connection.execute(feed.insert().values(_row(province, connection, pair)))
                late.commit()
                number = _read_by_number(province, number, seen_by_number)
                place = _read_by_place(province, place, seen_by_place)
                early.commit()
        _read_by_number(province, number, seen_by_number)
        _read_by_place(province, place, seen_by_place)
        written = province.count("SELECT count(*) FROM feed")
    assert written == 2 * RACES
    assert len(seen_by_place) == written
    assert len(seen_by_number) == RACES


def _row(province: Province, connection: Connection, seq: int) -> dict[str, object]:
    return {
        "transaction": province.database.transaction_id(connection), "unit": OFFICE.unit, "seq": seq,
        "dossier": b"one", "device": b"somebody", "epoch": b"else",
    }  # fmt: skip


def _read_by_number(province: Province, after: int, seen: set[int]) -> int:
    """The broken reader: plain bigserial."""
    with province.database.reading() as connection:
        seen |= set(connection.execute(select(feed.c.id).where(feed.c.id > after)).scalars())
    return max(seen, default=after)


def _read_by_place(province: Province, after: tuple[int, int], seen: set[int]) -> tuple[int, int]:
    """The province's own rule (SYNC 3.6)."""
    with province.database.reading() as connection:
        here = tuple_(feed.c.transaction, feed.c.id) > tuple_(*after)
        below = feed.c.transaction < province.database.horizon(connection)
        rows = connection.execute(select(feed).where(here, below).order_by(feed.c.transaction, feed.c.id)).all()
    seen |= {row.id for row in rows}
    return (rows[-1].transaction, rows[-1].id) if rows else after
