"""What the sync screen asks of the desk: only what is proven, counted on the database thread."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.clock_asks import ClockState, read_clock
from dossiers.people import Right
from dossiers.permissions import needs
from sync.budget import LinePlan as LinePlan
from sync.budget import Waiting as Waiting

if TYPE_CHECKING:
    from desktop.jobs import Desk
    from dossiers.clock import Clock
    from sync.asking import Asked as Asked
    from sync.pack_news import PackNews as PackNews
    from sync.progress import Progress as Progress
    from sync.progress import SyncReport as SyncReport
    from sync.rescans import RescanTask as RescanTask


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A deed that the province keeps but has not applied; a person looks at it."""

    key: bytes
    code: str
    dossier_id: UUID | None
    reason: str
    held_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LineState:
    """How the line stands: deeds by whether a signed receipt covers them, and scans still to send.

    `held_back` is why scans would wait at this instant though the line were there, `goes_at` when they go by
    themselves; `spent_bytes` is this month's; `packs` are the reference packs in force.
    """

    enrolled: bool
    training: bool
    url: str
    waiting: int
    sent: int
    files_waiting: int
    bytes_waiting: int
    set_aside: tuple[SetAside, ...]
    asked: "tuple[Asked, ...]"
    rescans: "tuple[RescanTask, ...]"
    backed_up_at: datetime | None
    backup_folder: str
    plan: LinePlan
    spent_bytes: int
    held_back: Waiting | None
    goes_at: datetime | None
    clock: ClockState
    packs: "tuple[PackNews, ...]"


def read_line(desk: "Desk") -> LineState:
    """Everything the screen shows, in one turn."""
    from desktop.bridges.keeper import last_backup
    from sync import asking, budget, pack_news, rescans
    from sync.membership import PROVINCE_KEY, PROVINCE_URL

    waiting, files, now = desk.journal.unsent_count(), desk.wire.blobs_waiting(), desk.clock()
    plan, spent_bytes = budget.read_plan(desk), budget.spent(desk, now)
    held_back = budget.Allowance(plan, spent_bytes, asked_for=False).why_not(now, 0)
    return LineState(
        enrolled=desk.wire.get(PROVINCE_KEY) is not None,
        training=desk.office.training,
        url=(desk.wire.get(PROVINCE_URL) or b"").decode(),
        waiting=waiting,
        sent=desk.journal.count() - waiting,
        files_waiting=len(files),
        bytes_waiting=sum(job.size for job in files),
        set_aside=tuple(
            SetAside(
                key=held.op_key, code=held.code, dossier_id=held.dossier_id, reason=held.reason, held_at=held.held_at
            )
            for held in desk.wire.held()
        ),
        asked=asking.read(desk),
        rescans=rescans.read(desk),
        backed_up_at=last_backup(desk),
        backup_folder=desk.devices.backup_folder,
        plan=plan, spent_bytes=spent_bytes, held_back=held_back,
        goes_at=budget.goes_at(plan, held_back, now) if held_back else None,
        clock=read_clock(desk), packs=pack_news.read(desk),
    )  # fmt: skip


@needs(Right.MACHINES)
def keep_plan(desk: "Desk", plan: LinePlan) -> LineState:
    """Set what the line may cost; raises InvalidInput for hours or megabytes that cannot be."""
    from sync.budget import set_plan

    set_plan(desk, plan)
    return read_line(desk)


@needs(Right.ACT)
def settle(desk: "Desk", key: bytes) -> None:
    """Somebody has looked at it and done what was needed."""
    desk.wire.release(key)


@needs(Right.ACT)
def tell_apart(desk: "Desk", asked: "Asked") -> None:
    """Somebody has looked at two like dossiers: they are two."""
    from sync.asking import settle_twin

    if asked.twin is not None:
        settle_twin(desk, asked.twin)


@needs(Right.ACT)
def note_rescanned(desk: "Desk", task: "RescanTask") -> None:
    """Somebody has scanned the paper again; raises KnownError while there is no newer scan."""
    from sync.rescans import settle

    settle(desk, task)


@needs(Right.MACHINES)
def request_file(desk: "Desk", clock: "Clock") -> tuple[bytes, str]:
    """A request to join the province, to be carried on a stick, and the six words to read out."""
    from sync import fingerprint
    from sync.enrolment_file import write_request

    data = write_request(lambda question: question(desk), clock)
    return data, fingerprint.words(data)


@needs(Right.MACHINES)
def take_answer_file(desk: "Desk", data: bytes, typed: str) -> None:
    """Join the province that answered, if these are the words of its file."""
    from sync.enrolment_file import take_answer

    take_answer(lambda question: question(desk), data, typed)
