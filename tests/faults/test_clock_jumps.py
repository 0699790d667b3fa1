"""The clock of a desk jumps while it works: codes stay unique, days never go back, the province takes everything."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from dossiers import numbering
from dossiers.clock import local_date
from dossiers.codes import day_of
from dossiers.note import note
from dossiers.store import act, desk
from dossiers.store.desk import Desk
from dossiers.store.verify import verify
from tests.store.homes import HandClock, open_desk
from tests.sync.provinces import Province, office, synchronise, take_in

DAY = timedelta(days=1)
JUMPS = {
    "back a day": (-DAY,),
    "back a year": (-365 * DAY,),
    "forward 73 years": (73 * 365 * DAY,),
    "forward 73 years and home again": (73 * 365 * DAY, -73 * 365 * DAY),
    "over midnight and back": (timedelta(hours=16), timedelta(hours=-2)),
    "to 1970, the battery dead": (-56 * 365 * DAY,),
}
EACH = 3


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def stage(tmp_path: Path, clock: HandClock) -> Iterator[tuple[Desk, Province]]:
    """The province has a clock of its own, which is right."""
    with office(tmp_path, HandClock()) as (opened, province):
        opened.clock = clock
        yield opened, province


def work(opened: Desk, clock: HandClock, jumps: tuple[timedelta, ...]) -> list[str]:
    """Codes given before, between and after the jumps; each dossier with one more deed."""
    codes: list[str] = []
    for jump in (timedelta(0), *jumps):
        clock.now += jump
        for dossier in take_in(opened, clock, EACH, first=len(codes)):
            opened.do(note, dossier.id, "Chờ bản chính")
            codes.append(dossier.code)
    return codes


def days_go_back(codes: list[str]) -> bool:
    days = [day for code in codes if (day := day_of(code))]
    return days != sorted(days)


@pytest.mark.parametrize("name", JUMPS)
def test_the_clock_jumps(name: str, stage: tuple[Desk, Province], clock: HandClock) -> None:
    opened, province = stage
    codes = work(opened, clock, JUMPS[name])
    assert len(set(codes)) == len(codes)
    assert not days_go_back(codes)
    assert [entry.seq for entry in opened.journal.unsent(100)] == list(range(1, 2 * len(codes) + 1))
    report = synchronise(opened, province.url, clock)
    assert (report.fault, report.ops_left, report.ops_held) == (None, 0, 0)
    assert verify(opened) == ()
    assert province.faults() == ()
    opened.close()
    again = open_desk(opened.home, clock)
    assert work(again, clock, ())[0] not in codes
    assert synchronise(again, province.url, clock).fault is None
    again.close()


def test_the_harness_catches_days_by_the_wall_clock(
    stage: tuple[Desk, Province], clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: numbering by the wall clock alone."""
    opened, _ = stage
    for module in (numbering, act, desk):
        monkeypatch.setattr(module, "business_day", lambda _now, _last: local_date(clock()))
    assert days_go_back(work(opened, clock, JUMPS["back a day"]))
