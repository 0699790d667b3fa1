"""A held line is shown without its content, applied once its cause is gone, or kept with a name beside it."""

from dataclasses import replace

import pytest
from sqlalchemy import update

from dossiers.errors import KnownError, NotFound
from dossiers.result_ready import make_result_ready
from dossiers.store.desk import Desk
from dossiers.void import void
from sync.belief import LEFT
from sync.client import Client
from sync.engine import Engine
from sync.news import NewsKind
from sync.province import admin, devices, page, quarantine
from sync.province.quarantine import HeldLine
from sync.province.schema import device
from sync.reconcile import reconcile
from tests.province.test_audit import acts
from tests.store.homes import OFFICE, HandClock
from tests.sync.provinces import Province, asking, synchronise, take_in


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


@pytest.fixture
def overtaken(desk: Desk, province: Province, clock: HandClock) -> HeldLine:
    """A dossier voided at the desk after its result was ready at the province; the day is proven but for it."""
    (dossier,) = take_in(desk, clock, 1)
    synchronise(desk, province.url, clock)
    admin.add_result(province.database, OFFICE.unit, dossier.code, "Sở Thử nghiệm", clock=clock)
    desk.do(void, dossier.id, "Nhập nhầm")
    synchronise(desk, province.url, clock)
    (line,) = waiting(province)
    return line


def test_a_desk_hears_that_its_line_stays_held_and_why(
    overtaken: HeldLine, desk: Desk, province: Province, clock: HandClock
) -> None:
    """Once as news; the line stays in sight with the new reason, and the evening's account stays open."""
    quarantine.keep(province.database, overtaken.place, clock, by="quan-tri", why="Công dân đã  nhận kết quả\0.")
    first, again = (synchronise(desk, province.url, clock) for _ in range(2))
    assert [news.kind for news in first.news] == [NewsKind.LEFT]
    assert again.news == ()
    (held,) = desk.wire.held()
    assert held.reason == f"{LEFT} Công dân đã nhận kết quả\N{REPLACEMENT CHARACTER}."
    assert [line.province for line in reconcile(desk, clock().date(), None).lines] == [False]


def test_a_desk_hears_that_its_line_was_applied(
    desk: Desk, province: Province, clock: HandClock
) -> None:
    """A dossier that was held until its number was free counts on the evening's account from then on."""
    (taken,) = take_in(desk, clock, 1)
    with province.database.writing("") as connection:
        connection.execute(update(device).values(state="revoked"))
    synchronise(desk, province.url, clock)
    with province.database.writing("") as connection:
        connection.execute(update(device).values(state="active"))
    assert [line.province for line in reconcile(desk, clock().date(), None).lines] == [False]
    assert synchronise(desk, province.url, clock).news == ()
    (line,) = waiting(province)
    quarantine.release(province.database, line.place, clock, by="quan-tri")
    report = synchronise(desk, province.url, clock)
    assert [(news.kind, news.dossier_id) for news in report.news] == [(NewsKind.RELEASED, taken.id)]
    assert desk.wire.held() == ()
    assert [line.province for line in reconcile(desk, clock().date(), None).lines] == [True]
    assert report.complete


def test_a_desk_hears_nothing_of_anothers_lines(
    overtaken: HeldLine, desk: Desk, province: Province, clock: HandClock
) -> None:
    quarantine.keep(province.database, overtaken.place, clock)
    keys = [held.op_key for held in desk.wire.held()]
    with province.database.reading() as connection:
        mine = devices.get_desk(connection, overtaken.place.device)
        assert [one.op_key for one in quarantine.settled(province.database, connection, mine, keys)] == keys
        assert quarantine.settled(province.database, connection, replace(mine, id=bytes(16)), keys) == ()


def test_the_page_shows_what_a_desk_says_still_waits_there(
    desk: Desk, province: Province, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A desk whose line breaks in the middle of its day has said how much is left."""
    monkeypatch.setattr("sync.records.MAX_OPS", 2)
    take_in(desk, clock, 5)
    told = 0

    def broken() -> bool:
        nonlocal told
        told += 1
        return told == 2

    client = Client(province.url)
    Engine(asking(desk), client, clock).run(stop=broken)
    client.close()
    with province.database.reading() as connection:
        (office,) = page.read(connection, clock()).offices
    assert office.unsent == desk.journal.unsent_count() > 0
    synchronise(desk, province.url, clock)
    with province.database.reading() as connection:
        (office,) = page.read(connection, clock()).offices
    assert office.unsent == 0


@pytest.mark.parametrize("text", ["", "a.b", "zz.00.1", "00.00.x"])
def test_a_place_that_is_none(text: str) -> None:
    with pytest.raises(NotFound):
        quarantine.read_place(text)
