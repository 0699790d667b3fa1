"""The pull skips no commit, however late it comes; counting by number alone would."""

from pathlib import Path

import pytest

from dossiers.store.desk import Desk
from sync.province.schema import feed
from tests.store.homes import OFFICE, HandClock
from tests.sync.conftest import database_url
from tests.sync.provinces import Province, join, lone_desk, running, synchronise, take_in


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
