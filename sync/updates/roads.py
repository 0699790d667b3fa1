"""The two roads of an update to this machine: a bundle on a stick, or the province's line."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sync.membership import connect
from sync.progress import Ask
from sync.updates import fetch, offer
from sync.updates.bundle import Bundle, Manifest
from sync.updates.engine import Stage, Updater, Watch
from sync.updates.faults import NothingOffered

FETCHED = ".fetched"


@dataclass(frozen=True, slots=True)
class Road:
    """What either road needs: the open desk, where its backup goes, who watches, what else wants its turn."""

    ask: Ask
    backups: Path
    watch: Watch
    between: Callable[[], object] = lambda: None


def from_bundle(road: Road, path: Path) -> Manifest:
    """Update from a file or folder; raises KnownError with the version in use as before."""
    bundle = Bundle(path)
    try:
        return Updater().update(road.ask, bundle, road.backups, road.watch, road.between)
    finally:
        bundle.close()


def by_line(road: Road, updater: Updater | None = None) -> Manifest:
    """Fetch what the province offers and update; a cut line goes on next time where it stopped.

    Raises NothingOffered, LineFault or another KnownError with the version in use as before.
    """
    updater = updater or Updater()
    found = road.ask(lambda desk: offer.offered(desk, updater))
    if found is None:
        raise NothingOffered
    head, manifest = found
    folder = updater.versions / FETCHED / str(manifest.number)
    client = road.ask(connect)
    try:
        bundle = fetch.fetch(
            client, head, manifest, updater.here, folder, lambda done, total: road.watch(Stage.LINE, done, total)
        )
    finally:
        client.close()
    updater.update(road.ask, bundle, road.backups, road.watch, road.between)
    fetch.forget(folder.parent)
    return manifest
