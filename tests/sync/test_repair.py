"""A day on which the two ends differ is told anew; what still differs is said, and nobody's side is taken."""

from contextlib import ExitStack
from datetime import date
from pathlib import Path

from dossiers.store import schema
from dossiers.store.desk import Desk
from tests.store.homes import HandClock
from tests.sync.provinces import Province, join, lone_desk, office, synchronise, take_in

DAY = date(2026, 11, 23)


def forget_what_was_told(desk: Desk) -> None:
    """As after a table was put back by hand: the cursor is past what is no longer here."""
    with desk.database.begin() as connection:
        connection.execute(schema.snapshot.delete())


def two_desks(stack: ExitStack, folder: Path, clock: HandClock) -> tuple[Desk, Desk, Province]:
    first, province = stack.enter_context(office(folder, clock))
    second = stack.enter_context(lone_desk(folder / "b", clock))
    join(second, province, clock, slot=2)
    return first, second, province


def test_a_day_that_differs_is_told_anew(tmp_path: Path, clock: HandClock) -> None:
    with ExitStack() as stack:
        first, second, province = two_desks(stack, tmp_path, clock)
        theirs = take_in(second, clock, 3, first=50)
        synchronise(second, province.url, clock)
        assert synchronise(first, province.url, clock).complete
        forget_what_was_told(first)
        report = synchronise(first, province.url, clock)
        assert (report.days_repaired, report.days_unequal) == ((DAY,), ())
        assert report.complete
        assert all(first.wire.snapshot(dossier.id) for dossier in theirs)
        assert synchronise(first, province.url, clock).days_equal == (DAY,)


def test_what_the_province_has_lost_from_its_books_is_said_and_nothing_is_taken_away(
    tmp_path: Path, clock: HandClock
) -> None:
    with ExitStack() as stack:
        desk, _, province = two_desks(stack, tmp_path, clock)
        taken = take_in(desk, clock, 3)
        assert synchronise(desk, province.url, clock).complete
        with province.database.writing("") as connection:
            connection.exec_driver_sql("DELETE FROM dossier WHERE code = ?", (taken[0].code,))
        report = synchronise(desk, province.url, clock)
        assert (report.days_unequal, report.days_repaired) == ((DAY,), ())
        assert not report.complete
        assert desk.register.get(taken[0].id) == taken[0]


def test_a_dossier_changed_at_the_desk_beyond_its_journal_is_overlaid_by_the_provinces_word(
    tmp_path: Path, clock: HandClock
) -> None:
    """The desk keeps its own fold; beside it lies what the province says, and the day agrees."""
    with ExitStack() as stack:
        desk, _, province = two_desks(stack, tmp_path, clock)
        taken = take_in(desk, clock, 2)
        assert synchronise(desk, province.url, clock).complete
        with desk.database.begin() as connection:
            row = connection.execute(schema.state.select().where(schema.state.c.dossier == 1)).one()
            changed = row.state.replace(b"C\xc6\xb0\xe1\xbb\x9dng", b"x").replace(b'"note":""', b'"note":"?"')
            connection.execute(schema.state.update().where(schema.state.c.dossier == 1).values(state=changed))
        report = synchronise(desk, province.url, clock)
        assert (report.days_repaired, report.days_unequal) == ((DAY,), ())
        told = desk.wire.snapshot(taken[0].id)
        assert told is not None
        assert b'"note":""' in told.state
