"""What a run of the line has done so far, what it may be asked, and what it reports in the end."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol, TypeVar

from dossiers.errors import KnownError
from sync.budget import Waiting
from sync.news import News

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

T = TypeVar("T")


class Ask(Protocol):
    """Runs a function on the thread that owns the database, and returns what it returns or raises."""

    def __call__(self, question: "Callable[[Desk], T]", /) -> T:
        """The function's own result or exception."""
        ...


class Stopped(KnownError):
    """Somebody asked the run to stop."""

    def __init__(self) -> None:
        super().__init__("Đã dừng gửi theo yêu cầu. Phần đã được xác nhận giữ nguyên; phần còn lại sẽ gửi lần sau.")


@dataclass(slots=True, kw_only=True)
class Progress:
    """Counts that grow while a run goes on."""

    ops_total: int = 0
    ops_sent: int = 0
    ops_held: int = 0
    changes: int = 0
    blobs_total: int = 0
    blobs_sent: int = 0
    blob_bytes_sent: int = 0
    blobs_damaged: int = 0
    clock_offset_ms: int = 0
    revoked: bool = False
    revocation: bytes = b""
    shut: bool = False
    upgrade_needed: bool = False
    held_back: Waiting | None = None
    days_equal: list[date] = field(default_factory=list)
    days_unequal: list[date] = field(default_factory=list)
    days_repaired: list[date] = field(default_factory=list)
    packs: tuple[str, ...] = ()
    news: list[News] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncReport:
    """One run, told honestly: what was proven, what is left, and why it ended early if it did.

    `clock_offset_ms` is the province's clock minus this desk's. `days_equal` and `days_unequal` are the days
    whose day roots were compared; a day that could not be compared fairly is in neither. `days_repaired` differed at
    first and agree since the province told them anew. `packs` names the reference packs put into force;
    `held_back` is why scans wait though the line is there.
    `news` is what of the changes this desk did not know.
    `shut`: the desk has obeyed a proven revocation and opens no more.
    """

    started_at: datetime
    ended_at: datetime
    ops_sent: int
    ops_left: int
    ops_held: int
    changes: int
    blobs_sent: int
    blobs_left: int
    blobs_damaged: int
    clock_offset_ms: int
    revoked: bool
    days_equal: tuple[date, ...]
    days_unequal: tuple[date, ...]
    fault: KnownError | None
    news: tuple[News, ...] = ()
    days_repaired: tuple[date, ...] = ()
    packs: tuple[str, ...] = ()
    held_back: Waiting | None = None
    shut: bool = False

    @property
    def complete(self) -> bool:
        """Everything of this desk is proven to be at the province, and both ends agree on what it says."""
        nothing_left = self.ops_left == 0 and self.blobs_left == 0
        return self.fault is None and nothing_left and not self.days_unequal and not self.revoked
