"""The papers somebody must scan again, as tasks: which paper of which dossier, why, and when it is done."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossiers.errors import KnownError
from dossiers.journal import decode
from dossiers.note import note
from dossiers.store.rescans import Rescan, Why

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

REMARK = "Đã quét lại “{title}”: bản quét trước không gửi được nguyên vẹn."
GONE = "Không quét lại “{title}”: bản quét không gửi được nguyên vẹn đã gỡ khỏi hồ sơ."


@dataclass(frozen=True, slots=True, kw_only=True)
class RescanTask:
    """One paper to scan again; `title` is the scan's."""

    rescan: Rescan
    title: str

    @property
    def spoiled_here(self) -> bool:
        """Whether this machine's own copy is damaged, so that no stick can carry it either."""
        return self.rescan.why is Why.SPOILED


def read(desk: "Desk") -> tuple[RescanTask, ...]:
    """Every one, oldest first."""
    return tuple(RescanTask(rescan=each, title=_title(desk, each)) for each in desk.rescans.open())


def settle(desk: "Desk", task: RescanTask) -> None:
    """The paper was scanned again, or taken off: a remark says so, and the old file is awaited no longer.

    Raises KnownError while the dossier has no newer scan: nothing is called done that was not done.
    """
    rescan = task.rescan
    if _taken_off(desk, rescan):
        desk.do(note, rescan.dossier_id, GONE.format(title=task.title))
        desk.rescans.settle(rescan.sha256)
        return
    ops = (decode(entry.line) for entry in desk.journal.of(rescan.dossier_id))
    news = (op for op in ops if op.kind == "scans_attached" and op.at > rescan.since)
    if all(rescan.sha256.encode() in op.body for op in news):
        raise KnownError(
            "Hồ sơ {code} chưa có bản quét mới. Mở hồ sơ, quét lại giấy này, rồi bấm Đã quét lại.", code=rescan.code
        )
    desk.do(note, rescan.dossier_id, REMARK.format(title=task.title))
    desk.rescans.settle(rescan.sha256)


def _taken_off(desk: "Desk", rescan: Rescan) -> bool:
    dossier = desk.register.get(rescan.dossier_id)
    off = {each.place for each in dossier.taken_off or ()}
    places = {scan.place for scan in dossier.scans if scan.sha256 == rescan.sha256}
    return bool(places) and places <= off


def _title(desk: "Desk", rescan: Rescan) -> str:
    scans = desk.register.get(rescan.dossier_id).scans
    return next((scan.title for scan in scans if scan.sha256 == rescan.sha256), "")
