"""A real desk without a window: presenters are heard through what they tell their view and stage."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.jobs import Failure, ImmediateJobs
from desktop.slips import Slips
from dossiers.office import Office
from dossiers.people import Clerk, Role
from dossiers.store.desk import Desk
from dossiers.store.vault import Vault, create_home

CLERK, SECRET = Clerk(name="Trần Thị Hạnh", role=Role.ADMINISTRATOR), "quay-so-2"
OFFICE = Office(unit="H55.242", name="Ủy ban nhân dân xã Mỹ Đức", desk_name="Quầy 2")


class HandClock:
    """Monday 23/11/2026, 9:00 in Vietnam, until told otherwise."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 2, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The present instant; each look moves it a little."""
        self.now += timedelta(milliseconds=1)
        return self.now


@dataclass
class HeardStage:
    """A stage that remembers what it was asked."""

    opened: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    undo: Callable[[], None] | None = None

    def open(self, screen: str, **what: Any) -> None:
        """See `Stage.open`."""
        self.opened.append((screen, what))

    def back(self) -> None:
        """See `Stage.back`."""
        self.opened.append(("back", {}))

    def toast(
        self, sentence: str, *, action: str = "", run: Callable[[], None] | None = None, seconds: int = 6
    ) -> None:
        """See `Stage.toast`."""
        self.said.append(f"{sentence}|{action}|{seconds}" if action else sentence)
        self.undo = run

    def complain(self, failure: Failure) -> None:
        """See `Stage.complain`."""
        self.complaints.append(failure.sentence)

    def keys_everywhere(self) -> tuple[tuple[str, str], ...]:
        """See `Stage.keys_everywhere`."""
        return ()

    def counts_changed(self) -> None:
        """See `Stage.counts_changed`."""


@dataclass(frozen=True)
class Counter:
    """One desk with everything a presenter is handed."""

    desk: Desk
    jobs: ImmediateJobs
    stage: HeardStage
    clock: HandClock
    slips: Slips

    @property
    def services(self) -> dict[str, Any]:
        """What every presenter takes."""
        return {"jobs": self.jobs, "stage": self.stage, "clock": self.clock}

    def forms(self) -> list[str]:
        """The forms in the print queue, oldest first."""
        return [job.form for job in self.desk.prints.waiting()]


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Vault]:
    """An empty office and its opened vault, made once: deriving its key is slow on purpose."""
    home, clock = tmp_path_factory.mktemp("office") / "home", HandClock()
    vault = create_home(home, CLERK, SECRET, clock)
    desk = Desk.open(home, vault, clock, ballast_bytes=0)
    desk.set_office(OFFICE)
    desk.close()
    return home, vault


@pytest.fixture
def counter(office: tuple[Path, Vault], tmp_path: Path) -> Iterator[Counter]:
    """An empty office with a clerk at the desk."""
    clock, stage = HandClock(), HeardStage()
    template, vault = office
    desk = Desk.open(Path(shutil.copytree(template, tmp_path / "home")), vault, clock, ballast_bytes=0)
    jobs = ImmediateJobs(desk)
    yield Counter(desk, jobs, stage, clock, Slips(jobs, stage, clock, lambda: None))
    desk.close()
