"""What the USB card asks of the desk and of the stick: read on the database thread, carried out in the pool."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.jobs import Jobs
from dossiers.clock import Clock, from_ms
from sync.news import News as News
from sync.news import NewsKind as NewsKind

if TYPE_CHECKING:
    from desktop.jobs import Desk
    from printing.forms.courier_slip import Manifest
    from sync.courier.export import Step as Step
    from sync.courier.export import Written as Written
    from sync.courier.take_in import Imported as Imported


@dataclass(frozen=True, slots=True)
class CourierState:
    """The last bundle and its day, whether it has its receipt, and the numbers that have none for good."""

    enrolled: bool
    number: int
    made_at: datetime | None
    answered: bool
    lost: tuple[int, ...]


def read_courier(desk: "Desk") -> CourierState:
    """What the desk remembers of its bundles."""
    from sync.courier.ledger import recall
    from sync.membership import PROVINCE_KEY

    memory = recall(desk)
    enrolled = desk.wire.get(PROVINCE_KEY) is not None and not desk.office.training
    if not memory.bundles:
        return CourierState(enrolled, 0, None, answered=False, lost=())
    last = memory.bundles[-1]
    return CourierState(enrolled, last.number, from_ms(last.made_at), answered=bool(last.answered_at), lost=memory.lost)


def manifests_of(desk: "Desk", written: "Sequence[Written]") -> "tuple[Manifest, ...]":
    """What the slip says of each bundle."""
    from printing.forms.courier_slip import Manifest
    from sync.courier.ledger import recall
    from sync.fingerprint import words
    from sync.membership import device_key

    waiting = tuple(bundle.number for bundle in recall(desk).unanswered)
    fingerprint = words(device_key(desk).public_key().public_bytes_raw())
    return tuple(
        Manifest(
            number=one.number, file_name=one.path.name, made_at=one.made_at, desk=desk.office.desk_name,
            fingerprint=fingerprint, digest=one.digest, dossiers=one.dossiers, ops=one.ops, files=one.files,
            files_damaged=one.files_damaged, size=one.size, clerk=desk.clerk.name,
            missing=tuple(number for number in waiting if number < written[0].number),
        )
        for one in written
    )  # fmt: skip


def write_out(
    jobs: Jobs, folder: Path, clock: Clock, progress: "Callable[[Step], None]", stop: Callable[[], bool]
) -> "tuple[Written, ...]":
    """Everything without a receipt onto a stick; in the pool. Raises CourierFault."""
    from sync.courier.export import export

    return export(jobs.wait, folder, clock, progress=progress, stop=stop)


def read_again(jobs: Jobs, written: "Sequence[Written]") -> None:
    """Read bundles from a stick that was plugged in again; in the pool. Raises CourierFault."""
    from sync.courier.export import check

    for one in written:
        check(jobs.wait, one.path)


def bring_in(jobs: Jobs, files: Sequence[Path], clock: Clock) -> "list[Imported]":
    """Take answers in, in the order of their bundles; in the pool. Raises CourierFault."""
    from sync.courier.take_in import take_in

    return [take_in(jobs.wait, file, clock) for file in sorted(files)]


def first_stick() -> Path:
    """The first stick that is plugged in, else home."""
    from sync.courier.stick import removable

    return next(iter(removable()), Path.home())
