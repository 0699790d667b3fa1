"""Two real desks over loopback TLS: numbers without gaps, each other's dossiers, and work on one another's."""

from pathlib import Path

from dossiers.certify import make_certified_ready
from dossiers.dossier import Receiver
from dossiers.return_result import Returned, return_result
from dossiers.status import Status
from dossiers.store.register import Query
from dossiers.store.verify import verify
from tests.hub.desks import Counter
from tests.store.homes import HandClock
from tests.sync.provinces import Province, join, running, synchronise


def test_two_desks_count_in_one_band(two: list[Counter]) -> None:
    hub, second = two
    assert hub.number() == 1
    assert second.round().reachable
    assert [hub.number(), second.number()] == [3, 2]
    second.round()
    assert [hub.number(), second.number(), hub.number()] == [5, 4, 6]


def test_a_desk_sees_what_the_other_took_in(two: list[Counter]) -> None:
    hub, second = two
    here, there = hub.receive("Trần Thử Một"), second.receive("Lê Thử Hai")
    second.round()
    second.round()
    for counter, name, taken in ((hub, "le thu hai", there), (second, "tran thu mot", here)):
        found = counter.ask(lambda desk: desk.register.search(Query(text=name)))  # noqa: B023 — runs now
        assert [row.code for row in found.rows] == [taken.code]
        assert counter.ask(lambda desk: desk.register.get(taken.id)) == taken  # noqa: B023 — runs now
        assert counter.ask(verify) == ()


def test_what_one_desk_took_in_another_hands_over(two: list[Counter]) -> None:
    """The whole life of a dossier across two desks, each number in the book of the desk that gave it."""
    hub, second = two
    dossier = second.receive("Lê Thử Hai")
    second.round()
    hub.clock.forward(minutes=5)
    hub.ask(lambda desk: desk.do(make_certified_ready, dossier.id, "3 bản sao"))
    second.round()
    assert second.ask(lambda desk: desk.register.get(dossier.id)).status is Status.RESULT_READY
    hub.clock.forward(minutes=5)
    done = hub.ask(
        lambda desk: desk.do(return_result, dossier.id, Returned(receiver=Receiver.OWNER, name="Lê Thử Hai"))
    )
    second.round()
    assert second.ask(lambda desk: desk.register.get(dossier.id)) == done
    assert (done.status, done.flags) == (Status.RETURNED, ())
    assert [counter.ask(verify) for counter in two] == [(), ()]


def test_a_hub_carries_another_desks_lines_to_the_province(
    two: list[Counter], tmp_path: Path, clock: HandClock
) -> None:
    """Desk 2 has no line of its own: what the hub carried is the province's under desk 2's own signature."""
    hub, second = two
    with running(Province(f"sqlite:///{tmp_path / 'province.db'}", tmp_path / "province", clock)) as province:
        hub.ask(lambda desk: join(desk, province, clock, slot=1))
        taken = second.receive("Lê Thử Hai")
        second.round()
        second.ask(lambda desk: join(desk, province, clock, slot=2))
        second.round()
        hub.round()
        assert province.count("SELECT count(*) FROM dossier") == 1
        assert second.ask(lambda desk: desk.journal.unsent_count()) == 1
        second.round()
        assert second.ask(lambda desk: desk.journal.unsent_count()) == 0
        hub.ask(lambda desk: desk.do(make_certified_ready, taken.id, "3 bản sao"))
        second.round()
        reports = [counter.ask(lambda desk: synchronise(desk, province.url, clock)) for counter in (hub, second, hub)]
        assert [(report.fault, report.ops_held, report.days_unequal) for report in reports] == [(None, 0, ())] * 3
        assert all(report.complete for report in reports)
        assert province.faults() == ()


def test_a_reply_carried_back_is_believed_only_under_the_provinces_seal(
    two: list[Counter], tmp_path: Path, clock: HandClock
) -> None:
    """The hub is no authority: a reply it made up marks nothing as sent."""
    hub, second = two
    with running(Province(f"sqlite:///{tmp_path / 'province.db'}", tmp_path / "province", clock)) as province:
        second.ask(lambda desk: join(desk, province, clock, slot=2))
        second.receive()
        second.round()
        waiting = hub.ask(lambda desk: desk.relay.next())
        assert waiting is not None
        hub.ask(lambda desk: desk.relay.replied(waiting.n, b"forged " * 40))
        second.round()
        second.round()
        assert second.ask(lambda desk: desk.journal.unsent_count()) == 1
        assert hub.ask(lambda desk: desk.relay.replies(second.desk.lan.device)) == ()
