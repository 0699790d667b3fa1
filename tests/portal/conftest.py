"""A portal on loopback, an account there, and a province with a desk that reports to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from dossiers.dossier import Dossier
from dossiers.store.desk import Desk
from sync.portal.client import Account, PortalClient
from sync.portal.delivery import Delivered, Delivery
from sync.province.portal_outbox import Outbox
from tests.portal.stand_in import DSTCODE, PASSWORD, USERNAME, StandIn
from tests.store.homes import HandClock
from tests.sync.provinces import Province, office, synchronise, take_in

TIMEOUT_S = 10.0
EVER = (date(2000, 1, 1), date(2099, 12, 31))


@dataclass
class Reporting:
    """A desk, its province, and the portal the province reports to."""

    desk: Desk
    province: Province
    portal: StandIn
    clock: HandClock

    @property
    def outbox(self) -> Outbox:
        """The province's outbox."""
        return Outbox(self.province.database, self.clock)

    def take_in(self, count: int, first: int = 0) -> list[Dossier]:
        """Receive dossiers at the desk and bring them to the province."""
        taken = take_in(self.desk, self.clock, count, first)
        self.synchronise()
        return taken

    def synchronise(self) -> None:
        """Bring what was done at the desk to the province."""
        assert synchronise(self.desk, self.province.url, self.clock).fault is None

    def whole(self, taken: list[Dossier]) -> bool:
        """Whether nothing waits; asserts that the portal has each once, in order, its day of reception unchanged."""
        assert list(self.portal.dossiers) == [dossier.code for dossier in taken]
        for kept in self.portal.dossiers.values():
            steps = [(step["ThoiDiemXuLy"], step["TrangThai"], step["NoiDungXuLy"]) for step in kept.steps.values()]
            assert kept.present["NgayTiepNhan"] == kept.first["NgayTiepNhan"]
            assert steps[0] == (kept.first["NgayTiepNhan"], "2", "Tiếp nhận hồ sơ")
            assert [at for at, *_ in steps] == sorted(at for at, *_ in steps)
            assert len(steps) == len(set(steps))
        return self.outbox.waiting(*EVER) == []

    def send(self, days: tuple[date, date] = EVER, timeout_s: float = TIMEOUT_S, password: str = PASSWORD) -> Delivered:
        """One run, with a client of its own as the console has."""
        client = PortalClient(account(self.portal, password), timeout_s)
        try:
            return Delivery(self.outbox, client).run(*days)
        finally:
            client.close()


def account(portal: StandIn, password: str = PASSWORD, ca: Path | None = None) -> Account:
    """An account at the stand-in."""
    return Account(address=portal.url, username=USERNAME, password=password, dstcode=DSTCODE, ca=ca)


@pytest.fixture
def portal() -> Iterator[StandIn]:
    """The portal; whatever a test does to it, nobody may send what its schema forbids."""
    made = StandIn()
    try:
        yield made
        assert made.invalid == []
    finally:
        made.close()


@pytest.fixture
def reporting(tmp_path: Path, portal: StandIn) -> Iterator[Reporting]:
    """The three of them at work."""
    clock = HandClock()
    with office(tmp_path, clock) as (desk, province):
        yield Reporting(desk, province, portal, clock)
