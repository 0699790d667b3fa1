"""The evening's account: for each dossier of a day four proofs, and the same day counted in three places."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

import msgspec

from dossiers import fold
from dossiers.clock import local_date
from dossiers.dossier import Dossier
from dossiers.journal import Entry, decode
from dossiers.status import Status
from sync.protocol import DayRoot

if TYPE_CHECKING:
    from dossiers.store.backup import Proven
    from dossiers.store.desk import Desk
    from dossiers.store.ledger import Head

DAY_ROOT = "day_root."
"""Under this name and a day: what the province last said it holds of that day, as a DayRoot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FourTicks:
    """One dossier: on this machine, in a proven backup, under the province's receipt, and all its files there too."""

    dossier_id: UUID
    code: str
    procedure_name: str
    status: Status
    here: bool
    second_copy: bool
    province: bool
    attachments: bool

    @property
    def done(self) -> bool:
        """All four."""
        return self.here and self.second_copy and self.province and self.attachments


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciliation:
    """The account of one Vietnamese day at one desk, as of one instant.

    The three counts come each from its own witness: this register, the newest proven backup, and the province's
    own signed word. None where the witness has not been heard.
    """

    day: date
    at: datetime
    received: int
    returned: int
    voided: int
    here_count: int
    second_copy_count: int | None
    province_count: int | None
    lines: tuple[FourTicks, ...]
    head: "Head"

    @property
    def done(self) -> bool:
        """Every dossier has its four ticks and the three counts are one number."""
        counts = {self.here_count, self.second_copy_count, self.province_count}
        return counts == {len(self.lines)} and all(line.done for line in self.lines)


def reconcile(desk: "Desk", day: date, backup: "Proven | None") -> Reconciliation:
    """Draw up the account of a day; `backup` is how far the newest proven backup goes."""
    dossiers = list(desk.register.received_on(day))
    awaited = {job.dossier_id for job in desk.wire.blobs_waiting()}
    held = {op.dossier_id for op in desk.wire.held()}
    in_backup = backed_up(desk, backup)
    lines = []
    for dossier in dossiers:
        entries = desk.journal.of(dossier.id)
        whole = desk.foreign.lines(dossier.id) or [entry.line for entry in entries]
        signed = all(desk.journal.covered(entry.epoch, entry.seq) for entry in entries)
        lines.append(
            FourTicks(
                dossier_id=dossier.id, code=dossier.code, procedure_name=dossier.procedure_name,
                status=dossier.status, here=_folds_to(whole, dossier), second_copy=in_backup(entries[-1]),
                province=signed and dossier.id not in held, attachments=dossier.id not in awaited,
            )
        )  # fmt: skip
    deeds = _deeds_of(desk, day)
    return Reconciliation(
        day=day, at=desk.clock(), lines=tuple(lines), head=desk.journal.head, here_count=len(lines),
        received=len(lines), returned=deeds["returned"], voided=deeds["voided"],
        second_copy_count=sum(line.second_copy for line in lines) if backup else None,
        province_count=_province_count(desk, day),
    )  # fmt: skip


def backed_up(desk: "Desk", backup: "Proven | None") -> Callable[[Entry], bool]:
    """Tells of a journal line whether that backup holds it."""
    age = {epoch.id: number for number, epoch in enumerate(desk.journal.epochs())}
    reached = (age.get(backup.epoch, -1), backup.seq) if backup is not None else (-1, 0)
    return lambda entry: (age[entry.epoch], entry.seq) <= reached


def remember(desk: "Desk", theirs: DayRoot) -> None:
    """Keep the province's signed word on a day."""
    desk.wire.set(DAY_ROOT + theirs.day, msgspec.json.encode(theirs))


def _folds_to(lines: Sequence[bytes], dossier: Dossier) -> bool:
    state: Dossier | None = None
    for line in lines:
        state = fold.apply(state, decode(line))
    return state == dossier


def _deeds_of(desk: "Desk", day: date) -> Counter[str]:
    """How many deeds of each kind a day had, also on dossiers of earlier days."""
    kinds: Counter[str] = Counter()
    for entry in desk.journal.newest_first():
        op = decode(entry.line)
        if local_date(op.at) < day:
            break
        kinds[op.kind] += local_date(op.at) == day
    return kinds


def _province_count(desk: "Desk", day: date) -> int | None:
    kept = desk.wire.get(DAY_ROOT + day.isoformat())
    return msgspec.json.decode(kept, type=DayRoot).count if kept else None
