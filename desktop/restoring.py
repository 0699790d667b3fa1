"""What the restoring screen needs of the world: backups on sticks and in folders, and the building of the home."""

from collections.abc import Callable
from pathlib import Path

from desktop.jobs import Failed, Jobs
from desktop.screens.restore.presenter import Offer, Progress, Restored, Wanted
from dossiers.clock import Clock, local


class Restoring:
    """See `desktop.screens.restore.presenter.Doors`; everything runs in the pool."""

    def __init__(self, jobs: Jobs, home: Path, clock: Clock) -> None:
        self._jobs, self._home, self._clock = jobs, home, clock

    def find(self, folder: Path | None, on_done: Callable[[tuple[Offer, ...]], None], on_failed: Failed) -> None:
        """Backups at a place, or on every stick that is plugged in."""
        self._jobs.pool(lambda: find_backups(folder), on_done, on_failed)

    def restore(
        self, wanted: Wanted, progress: Progress, on_done: Callable[[Restored], None], on_failed: Failed
    ) -> None:
        """Build the home beside its place, then put it there; what lay there before is kept under another name."""
        self._jobs.pool(lambda: restore_home(self._home, wanted, progress, self._clock), on_done, on_failed)


def find_backups(folder: Path | None) -> tuple[Offer, ...]:
    """Every finished backup at the place or on the sticks, the newest first."""
    from dossiers.store.manifest import backups_in
    from dossiers.store.vault import seats
    from sync.courier.stick import removable

    places = [folder] if folder is not None else list(removable())
    found = [listed for place in places for listed in backups_in(place)]
    offers = [
        Offer(each.folder, each.made_at, each.dossiers, each.files, tuple(seat.name for seat in seats(each.folder)))
        for each in found
    ]
    return tuple(sorted(offers, key=lambda offer: offer.made_at, reverse=True))


def restore_home(home: Path, wanted: Wanted, progress: Progress, clock: Clock) -> Restored:
    """Restore into `home`; raises KnownError with everything as it was."""
    from dossiers.store.restore import restore
    from dossiers.store.vault import Vault, unlock, unlock_with_recovery

    def unlocked(place: Path) -> Vault:
        if wanted.seat:
            return unlock(place, wanted.seat, wanted.secret, clock)
        return unlock_with_recovery(place, wanted.secret, clock)

    def tell(done: int, total: int) -> None:
        progress.done, progress.total = done, total

    fresh = home.with_name(f"{home.name}.khoi-phuc")
    if fresh.exists():  # of a try that was cut before it took its place
        fresh.rename(unused(home, "bo-do", clock))
    report = restore(wanted.folder, fresh, unlocked, clock, tell)
    aside = put_aside(home, clock)
    fresh.rename(home)
    return Restored(report.dossiers, report.files, aside)


def put_aside(home: Path, clock: Clock) -> str:
    """Give what lies at the home's place another name; empty where there is nothing."""
    if not home.exists():
        return ""
    if not any(home.iterdir()):
        home.rmdir()
        return ""
    return str(home.rename(unused(home, "truoc-khi-khoi-phuc", clock)))


def unused(home: Path, why: str, clock: Clock) -> Path:
    """A name beside the home that says why and when."""
    return home.with_name(f"{home.name}.{why}-{local(clock()):%Y%m%d-%H%M%S}")
