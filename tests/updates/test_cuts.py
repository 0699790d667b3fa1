"""The power goes at every step of an update: the desk starts with one version or the other, and no work is lost."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest

from dossiers.store.desk import Desk
from sync.progress import Ask
from sync.updates import engine
from sync.updates.bundle import Bundle
from sync.updates.engine import Stage, Updater
from sync.updates.installation import Installation, begin
from tests.store.homes import HandClock, open_desk
from tests.updates.publisher import Publisher

FILES = 5
STEPS = [*((Stage.FILES, number) for number in range(FILES)), (Stage.BACKUP, 0), (Stage.TRIAL, 0), (Stage.IN_USE, 0)]


def cut_at(step: tuple[Stage, int]) -> Callable[[Stage, int, int], None]:
    """A watch that ends the process, as the power would, when the update gets there."""

    def watch(stage: Stage, done: int, _total: int) -> None:
        if (stage, done) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    return watch


def in_a_process_of_its_own(work: Callable[[], object]) -> int:
    """Run it in a fork; returns the signal that ended it, 0 where none did."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(7)
    return os.WTERMSIG(os.waitpid(child, 0)[1])


@pytest.fixture
def bundle(tmp_path: Path, publisher: Publisher, installed: Installation, newer: Installation) -> Path:
    return publisher.bundle(tmp_path / "motcua-2.mcu", newer.folder, [installed.folder])


@pytest.mark.parametrize("step", STEPS, ids=lambda step: f"{step[0]}-{step[1]}")
def test_a_cut_leaves_the_old_version_and_the_update_is_made_afterwards(
    step: tuple[Stage, int], home: Path, bundle: Path, tmp_path: Path, installed: Installation, clock: HandClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    versions, backups = tmp_path / "versions", tmp_path / "backups"
    if step[0] is not Stage.TRIAL:  # the trial itself is tried elsewhere; here it would only take its time
        monkeypatch.setattr(engine, "prove_on_copy", lambda *_: None)

    def update(watch: Callable[[Stage, int, int], None]) -> None:
        desk = open_desk(home, clock)
        try:
            Updater(installed, versions).update(asking(desk), Bundle(bundle), backups, watch)
        finally:
            desk.close()

    assert in_a_process_of_its_own(lambda: update(cut_at(step))) == signal.SIGKILL
    assert begin(installed, versions) is installed
    assert kept_dossiers(home, clock) == 3
    update(lambda *_: None)
    assert begin(installed, versions).release.number == 2
    assert {place.name for place in versions.iterdir()} == {"2", "choice.json"}
    assert kept_dossiers(home, clock) == 3


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_cut_around_the_switch_leaves_one_version_or_the_other(
    moment: str, home: Path, bundle: Path, tmp_path: Path, installed: Installation, clock: HandClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """The name of a whole file is changed in one step, and that is the switch."""
    versions = tmp_path / "versions"
    renamed = Path.replace

    def replace(path: Path, target: Path) -> Path:
        if target.name != "choice.json":
            return renamed(path, target)
        if moment == "after":
            renamed(path, target)
        os.kill(os.getpid(), signal.SIGKILL)
        return target

    def update() -> None:
        desk = open_desk(home, clock)
        Path.replace = replace  # type: ignore[method-assign, assignment]
        Updater(installed, versions).update(asking(desk), Bundle(bundle), tmp_path / "backups", lambda *_: None)

    monkeypatch.setattr(engine, "prove_on_copy", lambda *_: None)
    assert in_a_process_of_its_own(update) == signal.SIGKILL
    assert begin(installed, versions).release.number == {"before": 1, "after": 2}[moment]
    assert kept_dossiers(home, clock) == 3


def asking(desk: Desk) -> Ask:
    """The database thread is this one."""
    return lambda question: question(desk)


def kept_dossiers(home: Path, clock: HandClock) -> int:
    """How many of the office's unsent dossiers are there, each whole."""
    desk = open_desk(home, clock)
    try:
        assert desk.journal.unsent_count() > 0
        return sum(desk.register.get(UUID(int=number + 1)).id.int == number + 1 for number in range(3))
    finally:
        desk.close()
