"""A held line is shown without its content, applied once its cause is gone, or kept with a name beside it."""

import pytest

from dossiers.errors import KnownError, NotFound
from dossiers.result_ready import make_result_ready
from dossiers.store.desk import Desk
from sync.province import admin, quarantine
from sync.province.quarantine import HeldLine
from tests.province.test_audit import acts
from tests.store.homes import OFFICE, HandClock
from tests.sync.provinces import Province, synchronise, take_in


def waiting(province: Province) -> list[HeldLine]:
    """What the page would show."""
    with province.database.reading() as connection:
        return quarantine.held(connection)


@pytest.fixture
def one_held(desk: Desk, province: Province, clock: HandClock) -> HeldLine:
    """A dossier taken in before the province heard that its machine was revoked."""
    take_in(desk, clock, 1)
    admin.revoke(province.database, desk.journal.epochs()[-1].device, clock)
    synchronise(desk, province.url, clock)
    (line,) = waiting(province)
    return line


def test_it_says_what_it_is_and_no_more(one_held: HeldLine) -> None:
    assert (one_held.kind, one_held.unit, one_held.slot) == ("received", OFFICE.unit, 1)
    assert "thu hồi" in one_held.reason
    assert "Người Thử" not in repr(one_held)


def test_released_it_enters_the_books_once(one_held: HeldLine, province: Province, clock: HandClock) -> None:
    quarantine.release(province.database, one_held.place, clock, by="quan-tri")
    assert waiting(province) == []
    assert province.count("SELECT count(*) FROM dossier") == 1
    assert province.faults() == ()
    assert (acts(province)[-1].deed, acts(province)[-1].after) == ("line_released", "applied")
    with pytest.raises(NotFound):
        quarantine.release(province.database, one_held.place, clock)
    assert province.count("SELECT count(*) FROM feed") == 1


def test_kept_it_waits_no_more_and_is_still_held(one_held: HeldLine, province: Province, clock: HandClock) -> None:
    for _ in range(2):
        quarantine.keep(province.database, one_held.place, clock, by="quan-tri")
    (line,) = waiting(province)
    assert line.kept_by == "quan-tri"
    with province.database.reading() as connection:
        assert quarantine.count(connection) == 0
    assert [act.deed for act in acts(province)].count("line_kept") == 1
    assert province.count("SELECT count(*) FROM journal WHERE state = 'held'") == 1


def test_what_still_does_not_fit_stays_held(
    one_held: HeldLine, desk: Desk, province: Province, clock: HandClock
) -> None:
    """The second line of a dossier cannot go before its first."""
    dossier = desk.register.rows([1])[0]
    desk.do(make_result_ready, dossier.id)
    synchronise(desk, province.url, clock)
    second = next(line for line in waiting(province) if line.kind == "result_ready")
    with pytest.raises(KnownError, match="Vẫn chưa áp dụng được"):
        quarantine.release(province.database, second.place, clock)
    assert len(waiting(province)) == 2
    quarantine.release(province.database, one_held.place, clock)
    quarantine.release(province.database, second.place, clock)
    assert province.faults() == ()


@pytest.mark.parametrize("text", ["", "a.b", "zz.00.1", "00.00.x"])
def test_a_place_that_is_none(text: str) -> None:
    with pytest.raises(NotFound):
        quarantine.read_place(text)
