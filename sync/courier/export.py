"""Write bundles onto a stick: sealed, durable, read back, remembered; and nothing is marked as sent by it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from dossiers.clock import Clock, from_ms
from dossiers.errors import KnownError
from sync.courier import envelope, stick
from sync.courier.envelope import FRAME_HEAD_BYTES, frame
from sync.courier.faults import BadSignature, Cancelled, StickLies, Unreadable
from sync.courier.ledger import Bundle, recall, remember
from sync.courier.messages import BATCH, BUNDLE, FILE, BundleHeader, file_name
from sync.courier.plan import NAME_BYTES, Plan, make_plan
from sync.courier.stick import PART_BYTES
from sync.membership import membership
from sync.progress import Ask

if TYPE_CHECKING:
    from dossiers.store.desk import Desk
    from dossiers.store.wire import BlobJob

MARGIN_BYTES = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A bundle that lies proven on the stick; what its manifest slip says. Sizes in bytes, digest in hex."""

    path: Path
    number: int
    made_at: datetime
    size: int
    digest: str
    ops: int
    dossiers: int
    files: int
    file_bytes: int
    files_damaged: int


@dataclass(frozen=True, slots=True)
class Step:
    """How far an export is: bytes done and bytes in all; each byte is counted when written and when read back."""

    done: int
    total: int


Tell = Callable[[Step], None]


def export(
    ask: Ask, folder: Path, clock: Clock, *, progress: Tell = lambda _: None, stop: Callable[[], bool] = lambda: False,
    part_bytes: int = PART_BYTES,
) -> tuple[Written, ...]:  # fmt: skip
    """Write everything without a receipt into `folder`, in as many bundles as files of `part_bytes` it takes.

    Raises CourierFault or NotEnrolled. What is complete and proven then stays; of what is not, nothing stays.
    """
    plan = ask(lambda desk: make_plan(desk, clock, part_bytes))
    total = sum(plan.sealed_bytes(part) for part in plan.parts)
    stick.ask_room(folder, total + MARGIN_BYTES)
    meter = _Meter(progress, stop, 2 * total)
    written: list[Written] = []
    for part in plan.parts:
        written.append(_write(ask, folder, plan, part, meter))
        header = msgspec.structs.replace(
            plan.header, number=written[-1].number + 1, previous=bytes.fromhex(written[-1].digest)
        )
        plan = replace(plan, header=header)
    return tuple(written)


def check(ask: Ask, path: Path) -> Written:
    """Read a bundle on a stick that was plugged in again; raises Unreadable, or StickLies if it is not as written."""
    member = ask(membership)
    with stick.plainly(), path.open("rb") as file:
        stick.forget_cached(file)
        try:
            found = envelope.check(file, BUNDLE, BundleHeader, lambda _: member.key.public_key().public_bytes_raw())
        except BadSignature as error:
            raise StickLies from error
    bundle = ask(recall).find(found.header.number, found.digest)
    if bundle is None:
        raise Unreadable
    return told(bundle, path)


def told(bundle: Bundle, path: Path, files_damaged: int = 0) -> Written:
    """A remembered bundle as the slip tells it."""
    return Written(
        path=path, number=bundle.number, made_at=from_ms(bundle.made_at), size=bundle.size, digest=bundle.digest.hex(),
        ops=bundle.ops, dossiers=bundle.dossiers, files=bundle.files, file_bytes=bundle.file_bytes,
        files_damaged=files_damaged,
    )  # fmt: skip


class _Meter:
    """Counts bytes over all parts, and asks at each whether to stop."""

    def __init__(self, progress: Tell, stop: Callable[[], bool], total: int) -> None:
        self._progress, self._stop, self._total = progress, stop, total
        self._before = self._now = 0

    def here(self, done: int) -> None:
        """So much of the present pass is done."""
        if self._stop():
            raise Cancelled
        self._now = done
        self._progress(Step(min(self._before + done, self._total), self._total))

    def next_pass(self) -> None:
        """The present pass has ended."""
        self._before += self._now
        self._now = 0


class _Contents:
    """The frames of one part; a file that is no longer what its op named stays behind and is counted."""

    def __init__(self, ask: Ask, batches: Sequence[bytes], jobs: Sequence["BlobJob"]) -> None:
        self._ask, self._batches, self._jobs = ask, batches, jobs
        self.files = self.file_bytes = self.damaged = 0

    def frames(self) -> Iterator[bytes]:
        for body in self._batches:
            yield frame(BATCH, body)
        for job in self._jobs:
            data = self._read(job)
            if data is None:
                self.damaged += 1
                continue
            self.files, self.file_bytes = self.files + 1, self.file_bytes + len(data)
            yield FILE + (NAME_BYTES + len(data)).to_bytes(FRAME_HEAD_BYTES - 1) + bytes.fromhex(job.sha256)
            yield data

    def _read(self, job: "BlobJob") -> bytes | None:
        try:
            data = self._ask(lambda desk: desk.files.get(job.sha256))
        except KnownError:
            return None
        return data if len(data) == job.size and sha256(data).hexdigest() == job.sha256 else None


def _write(ask: Ask, folder: Path, plan: Plan, jobs: Sequence["BlobJob"], meter: _Meter) -> Written:
    header = plan.header
    target = folder / file_name(BUNDLE, header.unit, header.device, header.number)
    contents = _Contents(ask, plan.batches, jobs)
    with stick.draft(target) as file:
        digest = envelope.write(
            file, BUNDLE, header, contents.frames(), plan.recipients, plan.member.key, meter.here
        )  # fmt: skip
        size = file.tell()
    meter.next_pass()
    try:
        stick.read_back(stick.draft_of(target), digest, meter.here)
        meter.next_pass()
        bundle = Bundle(
            number=header.number, digest=digest, name=target.name, made_at=header.made_at, size=size, ops=plan.ops,
            dossiers=plan.dossiers, files=contents.files, file_bytes=contents.file_bytes, ranges=header.ranges,
            history=header.history, cursor=plan.cursor,
        )  # fmt: skip
        # Remembered before it has its name: an answer to a bundle nobody remembers would be worth nothing.
        ask(lambda desk: _add(desk, bundle))
        try:
            stick.publish(target)
        except BaseException:
            ask(lambda desk: _forget(desk, bundle))
            raise
    except BaseException:
        stick.discard(target)
        raise
    return told(bundle, target, contents.damaged)


def _add(desk: "Desk", bundle: Bundle) -> None:
    memory = recall(desk)
    remember(desk, msgspec.structs.replace(memory, bundles=(*memory.bundles, bundle)))


def _forget(desk: "Desk", bundle: Bundle) -> None:
    memory = recall(desk)
    kept = tuple(one for one in memory.bundles if one.digest != bundle.digest)
    remember(desk, msgspec.structs.replace(memory, bundles=kept))
