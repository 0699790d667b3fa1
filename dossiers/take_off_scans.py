"""Take scans off a dossier they do not belong to: nothing is deleted, and the history says why and where they went."""

from dataclasses import dataclass
from uuid import UUID

from dossiers import scans_off
from dossiers.acting import Act, fresh, require_clerk
from dossiers.dossier import Dossier, Scan, TakenOff
from dossiers.errors import Impossible, InvalidInput
from dossiers.journal import Op
from dossiers.names import nfc

WRONG_DOSSIER, WRONG_LINE, BADLY_SCANNED = "nhầm hồ sơ", "nhầm giấy tờ", "quét chưa đạt"
REASONS = (WRONG_DOSSIER, WRONG_LINE, BADLY_SCANNED)
"""What is mostly the matter; anything else is typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScansTakenOff:
    """The body of op `scans_taken_off`; `moved_to` is the code of the dossier the same deed attaches them to, if any,
    and `line` the paper they are filed as there.
    """

    scans: tuple[Scan, ...]
    reason: str
    moved_to: str = ""
    line: str = ""


def take_off_scans(act: Act, dossier_id: UUID, scans: tuple[Scan, ...], reason: str) -> Dossier:
    """Let scans count no more in a dossier, whatever its state; see `check` for what is refused."""
    dossier = act.dossier(dossier_id)
    check(act, dossier, scans, reason)
    return act.append("scans_taken_off", dossier_id, ScansTakenOff(scans=scans, reason=nfc(reason)))


def check(act: Act, dossier: Dossier, scans: tuple[Scan, ...], reason: str) -> None:
    """Raises InvalidInput without scans or a reason, Impossible for a scan not in force or the receiver's signature."""
    require_clerk(act.clerk)
    if not scans:
        raise InvalidInput("Chưa chọn bản quét nào.", field="scans")
    if not nfc(reason):
        raise InvalidInput("Chưa ghi lý do gỡ bản quét.", field="reason")
    if any(scan not in dossier.scans_in_force for scan in scans):
        raise Impossible("Bản quét này vừa được gỡ hoặc có bản khác thay. Mở lại hồ sơ rồi chọn bản đang dùng.")
    if dossier.handover and dossier.handover.signature in {scan.sha256 for scan in scans}:
        raise Impossible("Chữ ký người nhận là chứng cứ của lần trả kết quả nên không gỡ được.")


def fold(before: Dossier | None, op: Op, body: ScansTakenOff) -> Dossier:
    """What the last line heard says of a scan stands; no deadline moves."""
    return scans_off.take_off(
        fresh(before),
        (
            TakenOff(
                sha256=scan.unsigned, paper=scan.paper, result=scan.result, at=op.at, by=op.actor, reason=body.reason,
                moved_to=body.moved_to,
            )
            for scan in body.scans
        ),
    )  # fmt: skip
