"""Hand the result over: to the owner or a delegate, or by post, with what proved it."""

from dataclasses import dataclass, replace
from uuid import UUID

from dossiers.acting import Act, flagged, fresh, require_clerk
from dossiers.dossier import Dossier, Handover, Receiver, Scan
from dossiers.errors import InvalidInput
from dossiers.journal import Op
from dossiers.names import nfc
from dossiers.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """The body of op `returned`; the name is kept even for the owner, as the register wants it.

    `scans` are evidence photographed or scanned on the spot; `signature` is one of them: the SHA-256 (hex) of the
    captured signature's picture.
    """

    receiver: Receiver
    name: str
    id_number: str = ""
    phone: str = ""
    evidence: str = ""
    slip_taken_back: bool = True
    originals_kept: str = ""
    scans: tuple[Scan, ...] = ()
    signature: str = ""


def return_result(act: Act, dossier_id: UUID, body: Returned) -> Dossier:
    """Record the hand-over, a physical fact; a delegate needs a name and the number of the paper that was shown."""
    require_clerk(act.clerk)
    act.dossier(dossier_id)
    body = replace(
        body, name=nfc(body.name), id_number=nfc(body.id_number), phone=nfc(body.phone), evidence=nfc(body.evidence),
        originals_kept=nfc(body.originals_kept),
    )  # fmt: skip
    if not body.name:
        raise InvalidInput("Chưa có họ tên người nhận kết quả.", field="name")
    if body.receiver is Receiver.DELEGATE and not body.id_number:
        raise InvalidInput("Người nhận thay cần có số giấy tờ đã xuất trình.", field="id_number")
    if body.signature and body.signature not in {scan.sha256 for scan in body.scans}:
        raise InvalidInput("Chữ ký chưa được lưu cùng hồ sơ. Ký lại trên bảng ký.", field="signature")
    return act.append("returned", dossier_id, body)


def fold(before: Dossier | None, op: Op, body: Returned) -> Dossier:
    """A physical fact: recorded always, and flagged where the state did not expect it."""
    dossier = fresh(before)
    handover = Handover(
        at=op.at, by=op.actor, receiver=body.receiver, name=body.name, id_number=body.id_number, phone=body.phone,
        evidence=body.evidence, slip_taken_back=body.slip_taken_back, originals_kept=body.originals_kept,
        signature=body.signature,
    )  # fmt: skip
    added = tuple(scan for scan in body.scans if scan not in dossier.scans)
    return replace(
        dossier, status=Status.RETURNED, handover=handover, scans=dossier.scans + added,
        finished_at=dossier.finished_at or op.at, flags=flagged(op.kind, dossier),
    )  # fmt: skip
