"""Every kind of deed travels: what the desk wrote the province folds to the same state, and office deeds are kept."""

from contextlib import suppress
from random import Random

from dossiers import fold
from dossiers.books import Book, BookKind
from dossiers.cash_count import CashCounted, count_cash
from dossiers.change_calendar import note_calendar_change
from dossiers.clock import local_date, to_ms
from dossiers.errors import KnownError
from dossiers.journal import decode
from dossiers.manage_books import open_book
from dossiers.receive import receive
from dossiers.records import RECORDS
from dossiers.store.desk import Desk
from dossiers.turn_away import Because, TurnedAway, turn_away
from tests.dossiers.deeds import ACTS, OF_THE_OFFICE
from tests.store.homes import CERTIFIED_COPY, HandClock, intake
from tests.sync.provinces import Province, synchronise

ELSEWHERE = {"carried_over", "form_printed", "rescheduled", "reissued", "recovered_from_slip", "recovery_undone"}
"""Kinds whose own tests bring about what they need."""


def live_through(desk: Desk, clock: HandClock, seed: int, deeds: int) -> set[str]:
    """Some dossiers and many deeds in any order; returns the kinds of line that came about."""
    random, acts = Random(seed), sorted(set(ACTS) - OF_THE_OFFICE)
    taken = [desk.do(receive, intake()) for _ in acts]
    desk.do(open_book, Book(kind=BookKind.RESULTS, volume="01", year=2026, first=38))
    desk.do(turn_away, TurnedAway(because=Because.REFUSED, procedure_code=CERTIFIED_COPY, reason="sai thẩm quyền"))
    now = to_ms(clock())
    desk.do(count_cash, CashCounted(notes=((50_000, 2),), expected_vnd=100_000, from_ms=now, to_ms=now))
    desk.do(note_calendar_change, "TB 9/TB-UBND", (local_date(clock()),))
    ACTS["spoil number"](desk, taken[0])
    first = zip(acts, taken, strict=True)
    later = ((random.choice(acts), random.choice(taken[:4])) for _ in range(deeds))
    for act, on in (*first, *later):
        clock.forward(minutes=random.randint(0, 9))
        with suppress(KnownError):
            ACTS[act](desk, on)
    return {decode(entry.line).kind for entry in desk.journal.unsent(10_000)}


def test_every_kind_of_deed_reaches_the_province(desk: Desk, province: Province, clock: HandClock) -> None:
    kinds = live_through(desk, clock, seed=5, deeds=300)
    missing = (set(fold.FOLDS) | set(RECORDS)) - kinds - ELSEWHERE
    assert not missing, "the day was too quiet to show these"
    lines = desk.journal.count()
    report = synchronise(desk, province.url, clock)
    assert report.fault is None
    assert (report.ops_sent, report.ops_held, report.complete) == (lines, 0, True)
    recorded = province.count("SELECT count(*) FROM journal WHERE state = 'recorded'")
    assert recorded == desk_records(desk) > 4
    assert province.faults() == ()


def desk_records(desk: Desk) -> int:
    """How many of the lines belong to no dossier."""
    return sum(decode(entry.line).kind in RECORDS for entry in desk.journal.newest_first())
