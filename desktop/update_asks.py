"""What the update panel asks: which version is in use, what a bundle or the province offers, and to go over to it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.jobs import Jobs

if TYPE_CHECKING:
    from desktop.jobs import Desk
    from sync.updates.engine import Stage


@dataclass(frozen=True, slots=True)
class InUse:
    """The version that runs and its number; `left` is a newer one that did not work, 0 where there is none.

    `trial`: it names no publisher, so no update would be believed.
    """

    version: str
    number: int
    left: int
    trial: bool
    offered: str = ""


@dataclass(slots=True)
class Reached:
    """How far an update is: written by whoever makes it, read by the window."""

    stage: "Stage | None" = None
    done: int = 0
    total: int = 0


def read_in_use(desk: "Desk") -> InUse | None:
    """What runs here, and the version the province offers; None for a working copy of the source."""
    from sync.updates.engine import Updater
    from sync.updates.installation import read_choice, running
    from sync.updates.offer import offered

    here = running()
    if here is None:
        return None
    updater = Updater(here)
    found = offered(desk, updater)
    left = read_choice(updater.versions).left
    release = here.release
    return InUse(release.version, release.number, left, not release.publisher, found[1].version if found else "")


def update_from(jobs: Jobs, path: Path | None, backups: Path, reached: Reached) -> Callable[[], str]:
    """The update as work for `jobs.pool`, which gives the new version: from a bundle, or with None over the line."""

    def watch(stage: "Stage", done: int, total: int) -> None:
        reached.stage, reached.done, reached.total = stage, done, total

    def run() -> str:
        from sync.updates.roads import Road, by_line, from_bundle

        road = Road(jobs.wait, backups, watch)
        return (from_bundle(road, path) if path else by_line(road)).version

    return run
